#include "ui/board/cellviewer.h"

#include "ui/board/boardmenus.h"
#include "ui/board/evidencepanel.h"
#include "ui/board/legendview.h"
#include "ui/board/originals.h"
#include "ui/board/photooverlay.h"
#include "ui/board/topbars.h"
#include "ui/present/maprange.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/widgets/contextmenu.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/onscreen.h"
#include "ui/widgets/saver.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QSlider>
#include <algorithm>

namespace convscope {

namespace {

using Phase = CellState::Phase;

constexpr QSize usualSize(920, 680);
constexpr double keyStep = 0.1; ///< of the widget

} // namespace

bool CellViewer::isOfPhoto(const std::optional<AnswerKind> &kind) { return !kind || showsPlaces(*kind); }

CellViewer::CellViewer(BoardController &controller, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_originals(new Originals(controller.readers(), this))
    , m_overlay(new PhotoOverlay(controller.readers(), this))
    , m_evidencePanel(new EvidencePanel(controller))
    , m_picture(new LargePicture)
{
    setObjectName(QStringLiteral("cellViewer"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    makeCommands();
    makeWidgets();
    connect(m_picture, &LargePicture::pointedAt, this,
        [this](const std::optional<QPointF> &at) { Q_EMIT pointedAt(m_column, at); });
    connect(m_picture, &LargePicture::closeAsked, this, &QDialog::close);
    connect(m_picture, &LargePicture::scaleChanged, this, &CellViewer::compose);
    offerMenu(*m_picture, [this](QMenu &menu) {
        if (isOnBoard())
            fillLargeMenu(
                menu, m_controller, m_column, m_row, m_hasPicture ? m_picture->picture() : QImage());
    });
    connect(&controller.saver(), &Saver::saved, this,
        [this](const std::filesystem::path &file) { tell(tr("Written to %1").arg(displayText(file))); });
    connect(&controller.saver(), &Saver::failed, this, &CellViewer::tell);
    connect(m_originals, &Originals::changed, this, &CellViewer::compose);
    connect(m_overlay, &PhotoOverlay::changed, this, &CellViewer::compose);
    connect(&controller, &BoardController::cellChanged, this, [this](int column, int) {
        if (column == m_column)
            refresh();
    });
    connect(&controller, &BoardController::columnChanged, this, [this](int column) {
        if (column == m_column)
            refresh();
    });
    connect(&controller, &BoardController::rowsChanged, this, &CellViewer::refresh);
    connect(&controller, &BoardController::evidenceChanged, this, &CellViewer::refresh);
    connect(&controller, &BoardController::reshaped, this, &CellViewer::follow);
    resizeOnScreen(*this, usualSize);
}

void CellViewer::open(int column, int row)
{
    if (isFullScreen())
        toggleFullScreen();
    m_file.clear(); // begins anew: the whole picture, covered
    QDialog::show();
    show(column, row);
    raise();
    activateWindow();
    m_picture->setFocus();
}

void CellViewer::show(int column, int row)
{
    m_column = column;
    m_row = row;
    m_saved->hide(); // it was about another picture
    refresh();
    if (m_pointer)
        Q_EMIT pointedAt(m_column, m_pointer); // the same place, in another photo
}

/// The photo and the row, where they are on the board still; else the photo that has come in its place.
void CellViewer::follow()
{
    if (!isVisible())
        return;
    const int row = m_controller.choices().placeOf(m_rowKey);
    for (int column = 0; column < m_controller.columnCount(); ++column) {
        if (m_controller.photo(column).file == m_file)
            m_column = column;
    }
    if (row < 0 || m_column >= m_controller.columnCount()) {
        close();
        return;
    }
    m_row = row;
    refresh();
}

/// And whether somebody looks: nothing is read for a window that is closed.
bool CellViewer::isOnBoard() const
{
    return isVisible() && m_column < m_controller.columnCount() && m_row < m_controller.rowCount();
}

void CellViewer::refresh()
{
    if (!isOnBoard())
        return;
    const std::filesystem::path &file = m_controller.photo(m_column).file;
    if (file != m_file || row().key != m_rowKey)
        m_uncovered->setValue(0);
    const std::optional<AnswerKind> kind = kindOf(row());
    const bool otherShape = isOfPhoto(kind) != isOfPhoto(m_kind) || (!isOfPhoto(kind) && kind != m_kind);
    const bool zoomHolds = file == m_file && !otherShape;
    m_file = file;
    m_rowKey = row().key;
    m_kind = kind;
    if (!zoomHolds)
        m_picture->fit();

    const BoardColumn &column = m_controller.column(m_column);
    Row asked = row();
    asked.question = m_controller.question(m_column, m_row);
    const std::optional<Range> scale = m_controller.sharedScale(m_row);
    const std::shared_ptr<const Answer> answer = m_controller.answer(m_column, m_row);
    const BoardRow heading = rowFor(asked, scale || !answer ? scale : mapRange(*answer, asked.look.clipping));
    const QString what = tr("%1 of %2").arg(heading.title, column.title);
    setWindowTitle(heading.detail.isEmpty() ? what : tr("%1 – %2").arg(what, heading.detail));
    const bool isOfSecond = row().network == AskedNetwork::Second;
    m_topHeading->setText(!m_controller.hasSecond() ? tr("The network says")
            : isOfSecond                            ? tr("Network B says")
                                                    : tr("Network A says"));
    m_top->show(isOfSecond ? column.secondTop : column.top);
    m_legend->show(heading);
    m_asNetwork->setEnabled(isOfPhoto(kind));
    const BoardCell &cell = column.cells[m_row];
    const bool outdated = m_controller.state(m_column, m_row).outdated;
    m_picture->setAccessibleName(
        outdated || cell.description.isEmpty() ? what : tr("%1 %2").arg(what, cell.description));
    refreshWork();
    if (m_evidence->isChecked())
        showEvidence(true);
    compose();
}

/// The sentences are then said of this picture, whatever its row says.
void CellViewer::showEvidence(bool shown)
{
    m_evidencePanel->setVisible(shown);
    if (!shown || !isOnBoard()) {
        m_controller.wantEvidence({});
        return;
    }
    m_controller.wantEvidence(std::pair(m_column, m_row));
    m_evidencePanel->show(m_column, m_row);
}

void CellViewer::compose()
{
    if (m_composing || !isOnBoard())
        return;
    const QScopedValueRollback composing(m_composing, true); // new layers change the scale
    const CellState state = m_controller.state(m_column, m_row);
    const BoardCell &cell = m_controller.column(m_column).cells[m_row];
    const Layers made = state.outdated ? Layers() : layers();
    const bool busy = state.phase == Phase::Waiting || state.phase == Phase::Running || isReading();
    m_pending = made.size.isEmpty() && busy;
    m_hasPicture = !made.size.isEmpty();
    // The old ones stay for a moment, while the photo is read, or where they answer an earlier question about
    // the same cell. Those of another row would stand under a title that is not theirs.
    const bool stays = m_pending && m_shownKey == row().key
        && (isReading() || m_shownFile == m_controller.photo(m_column).file);
    const QString going = state.phase == Phase::Waiting ? tr("Waits")
        : state.paused                                  ? tr("Paused")
                                                        : QString();
    const QString message = !cell.error.isEmpty() ? cell.error : m_pending ? going : tr("Not computed");
    m_picture->setDimmed(stays);
    if (!stays) {
        m_shownKey = row().key;
        m_shownFile = m_controller.photo(m_column).file;
        m_picture->setMessage(message);
        m_picture->setLayers(made);
        const bool comparable = !made.base.isNull() && !made.top.isNull()
            && (isOfPhoto(m_kind) || m_kind == AnswerKind::OptimisedImage);
        m_uncovered->setEnabled(comparable);
        m_photoLabel->setEnabled(comparable);
        m_picture->setUncovered(comparable ? m_uncovered->value() / 100.0 : 0);
    }
    const QString text = (m_hasPicture ? lines() : QStringList(explanation(row()))).join(u'\n');
    m_picture->setAccessibleDescription(m_hasPicture || m_pending ? text : message);
    m_text->setText(QString(text).replace(QStringLiteral(" %"), QStringLiteral("\u00a0%"))); // kept together
    m_text->setToolTip(m_hasPicture ? cell.measured.explanations.join(QStringLiteral("\n\n")) : QString());
    setPointer(m_pointer);
    showScale();
}

void CellViewer::showScale()
{
    const double scale = m_picture->scale();
    const int percent = qRound(scale * 100);
    m_scale->setText(scale <= 0 ? QString() : tr("%1 %").arg(percent));
}

/// The window's own messages may lie behind this one.
void CellViewer::tell(const QString &what)
{
    m_saved->setText(what);
    m_saved->setVisible(isVisible());
}

/// A blank keeps the line's height.
void CellViewer::showReadout()
{
    const bool known = m_pointer && !m_pending && m_column < m_controller.columnCount();
    const QString values = known ? m_controller.readout(m_column, *m_pointer) : QString();
    m_readout->setText(values.isEmpty() ? QStringLiteral(" ") : values);
}

void CellViewer::setPointer(const std::optional<QPointF> &at)
{
    m_pointer = at;
    if (!isVisible())
        return;
    m_picture->setPointer(m_pending ? std::nullopt : at); // not into the photo before
    showReadout();
}

/// By pixels of what the network sees.
void CellViewer::movePointer(int dx, int dy)
{
    const InputSize size = m_controller.inputFor(m_row).size;
    const QPointF at =
        m_pointer.value_or(QPointF(0.5, 0.5)) + QPointF(double(dx) / size.width, double(dy) / size.height);
    const double nearlyOne = 1 - 1e-9;
    Q_EMIT pointedAt(
        m_column, QPointF(std::clamp(at.x(), 0.0, nearlyOne), std::clamp(at.y(), 0.0, nearlyOne)));
}

void CellViewer::keyPressEvent(QKeyEvent *event)
{
    const int dx = int(event->key() == Qt::Key_Right) - int(event->key() == Qt::Key_Left);
    const int dy = int(event->key() == Qt::Key_Down) - int(event->key() == Qt::Key_Up);
    if (dx == 0 && dy == 0)
        QDialog::keyPressEvent(event);
    else if (event->modifiers() & Qt::ControlModifier)
        m_picture->moveBy(-QPointF(dx * m_picture->width(), dy * m_picture->height()) * keyStep);
    else if (event->modifiers() & Qt::ShiftModifier)
        movePointer(dx, dy);
    else
        show(std::clamp(m_column + (m_photosAsRows ? dy : dx), 0, m_controller.columnCount() - 1),
            std::clamp(m_row + (m_photosAsRows ? dx : dy), 0, m_controller.rowCount() - 1));
}

void CellViewer::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    m_fullScreen->setChecked(isFullScreen());
}

void CellViewer::reject()
{
    if (isFullScreen())
        toggleFullScreen();
    else
        QDialog::reject();
}

} // namespace convscope
