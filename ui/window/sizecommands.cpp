#include "ui/window/sizecommands.h"

#include "ui/board/boardcontroller.h"
#include "ui/board/boardview.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/present/evidencetexts.h"
#include "ui/session/windowlayout.h"
#include "ui/window/commands.h"

#include <QActionGroup>
#include <QMenu>
#include <algorithm>

namespace convscope {

namespace {

constexpr double step = 1.2;
constexpr double overPhotos = 0.75; ///< the opacity of the highest values

bool liesOverPhoto(const Look &look) { return look.opacity < 1; }

} // namespace

SizeCommands::SizeCommands(
    Commands &commands, BoardView &board, BoardController &controller, GalleryPanel &gallery)
    : QObject(&commands)
    , m_commands(commands)
    , m_board(board)
    , m_controller(controller)
    , m_gallery(gallery)
    , m_sizes(new QActionGroup(this))
{
    m_sizes->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    addPictures(commands.pictureMenu());
    addThumbnails(commands.thumbnailMenu());
    m_overPhotos = &commands.overPhotos();
    connect(m_overPhotos, &QAction::triggered, this, [this](bool over) {
        m_controller.choices().changeLooks([over](const Row &row, Look &look) {
            if (hasMapLook(row) && liesOverPhoto(look) != over)
                look.opacity = over ? overPhotos : 1;
        });
    });
    m_evidence = &commands.evidence();
    connect(m_evidence, &QAction::triggered, this, [this](bool told) {
        m_controller.choices().changeLooks(
            [told](const Row &row, Look &look) { look.evidence = told && hasEvidence(row); });
    });
    connect(&board, &BoardView::shapeChanged, this, &SizeCommands::showShape);
    connect(&controller, &BoardController::rowsChanged, this, &SizeCommands::showLooks);
    showShape();
    showLooks();
}

QAction *SizeCommands::addChoice(QMenu &menu, QActionGroup *group, const QString &text, const char *name)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

void SizeCommands::addPictures(QMenu &menu)
{
    using Size = BoardShape::Size;
    const std::tuple<QString, Size, const char *> sizes[] = {
        {tr("&Automatic"), Size::Automatic, "picturesAutomatic"},
        {tr("Fit all &columns"), Size::AllColumns, "picturesAllColumns"},
        {tr("Fit all &rows"), Size::AllRows, "picturesAllRows"},
    };
    for (const auto &[text, size, name] : sizes) {
        QAction *action = addChoice(menu, m_sizes, text, name);
        action->setData(int(size));
        connect(action, &QAction::triggered, this, [this, size = size] {
            BoardShape shape = m_board.shape();
            shape.size = size;
            m_board.setShape(shape);
            showShape(); // also where it was that size already
        });
    }
    menu.addSeparator();
    const std::tuple<QString, QList<QKeySequence>, const char *, double> steps[] = {
        {tr("&Larger"), {Qt::CTRL | Qt::ALT | Qt::Key_Plus, Qt::CTRL | Qt::ALT | Qt::Key_Equal},
            "picturesLarger", step},
        {tr("&Smaller"), {Qt::CTRL | Qt::ALT | Qt::Key_Minus}, "picturesSmaller", 1 / step},
    };
    for (const auto &[text, keys, name, factor] : steps) {
        QAction *action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcuts(keys);
        m_commands.listKey(action);
        connect(
            action, &QAction::triggered, this, [this, factor = factor] { m_board.resizePictures(factor); });
    }
    menu.addSeparator();
    m_turned = menu.addAction(tr("&Photos as rows"));
    m_turned->setObjectName(QStringLiteral("turnBoard"));
    m_turned->setCheckable(true);
    connect(m_turned, &QAction::triggered, this, [this](bool turned) {
        BoardShape shape = m_board.shape();
        shape.photosAsRows = turned;
        m_board.setShape(shape);
    });
}

void SizeCommands::addThumbnails(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    const std::tuple<QString, int, const char *> sides[] = {
        {tr("&Small"), 64, "thumbnailsSmall"},
        {tr("&Medium"), GalleryPanel::usualThumbnail, "thumbnailsMedium"},
        {tr("&Large"), 160, "thumbnailsLarge"},
    };
    for (const auto &[text, side, name] : sides) {
        QAction *action = addChoice(menu, group, text, name);
        action->setChecked(side == m_gallery.thumbnail());
        connect(action, &QAction::triggered, this, [this, side = side] {
            m_gallery.setThumbnail(side);
            keepThumbnail(side);
        });
    }
}

void SizeCommands::showShape()
{
    for (QAction *action : m_sizes->actions())
        action->setChecked(action->data().toInt() == int(m_board.shape().size));
    m_turned->setChecked(m_board.shape().photosAsRows);
}

void SizeCommands::showLooks()
{
    const QList<Row> &rows = m_controller.rows();
    m_overPhotos->setEnabled(std::ranges::any_of(rows, hasMapLook));
    m_overPhotos->setChecked(m_overPhotos->isEnabled() && std::ranges::all_of(rows, [](const Row &row) {
        return !hasMapLook(row) || liesOverPhoto(row.look);
    }));
    m_evidence->setEnabled(std::ranges::any_of(rows, hasEvidence));
    m_evidence->setChecked(m_evidence->isEnabled()
        && std::ranges::all_of(rows, [](const Row &row) { return !hasEvidence(row) || row.look.evidence; }));
}

} // namespace convscope
