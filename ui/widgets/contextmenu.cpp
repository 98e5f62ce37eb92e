#include "ui/widgets/contextmenu.h"

#include "ui/present/numbers.h"
#include "ui/present/paths.h"
#include "ui/widgets/filemanager.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/saver.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <algorithm>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ContextMenu)
};

QAction *add(QMenu &menu, const char *name, const QString &text)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    return action;
}

/// Deletes itself once it is closed.
void popUp(QWidget &owner, const QPoint &at, const std::function<void(QMenu &)> &fill)
{
    auto *menu = new QMenu(&owner);
    menu->setObjectName(QStringLiteral("contextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fill(*menu);
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(at);
}

/// Of a view's rows.
class RowMenus : public QObject
{
public:
    using Fill = std::function<void(QMenu &, const QModelIndex &)>;

    RowMenus(QAbstractItemView &view, Fill fill)
        : QObject(&view)
        , m_view(view)
        , m_fill(std::move(fill))
    {
        view.installEventFilter(this);
        view.viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
            return watched == m_view.viewport()
                && static_cast<QMouseEvent *>(event)->button() == Qt::RightButton;
        case QEvent::ContextMenu:
            return asked(watched, *static_cast<QContextMenuEvent *>(event));
        default:
            return false;
        }
    }

private:
    bool asked(const QObject *watched, QContextMenuEvent &event)
    {
        const bool byMouse = event.reason() == QContextMenuEvent::Mouse;
        if (byMouse != (watched == m_view.viewport()))
            return false; // it comes again
        QModelIndex index = byMouse ? m_view.indexAt(event.pos()) : m_view.currentIndex();
        if (!byMouse && !index.isValid() && m_view.model())
            index = m_view.model()->index(0, 0);
        event.accept();
        if (!index.isValid())
            return true;
        if (!byMouse)
            m_view.scrollTo(index);
        const QPoint at =
            byMouse ? event.globalPos() : m_view.viewport()->mapToGlobal(m_view.visualRect(index).center());
        popUp(m_view, at, [&](QMenu &menu) { m_fill(menu, index); });
        return true;
    }

    QAbstractItemView &m_view;
    Fill m_fill;
};

void savePicture(QWidget &parent, Saver &saver, const QImage &picture, const QString &name)
{
    const auto place = askWhereToSave(
        parent, {Texts::tr("Save the picture"), Place::Figures, name, {Texts::tr("Picture (*.png)")}});
    if (place)
        saver.savePicture(place->file, picture);
}

void saveNumbers(QWidget &parent, Saver &saver, const Numbers &numbers, const QString &name)
{
    QStringList kinds;
    for (const std::string &array : numbers.names)
        kinds << Texts::tr("%1, an array of NumPy (*.npy)").arg(QString::fromStdString(array));
    kinds << Texts::tr("Table (*.csv)");
    const auto place = askWhereToSave(parent, {Texts::tr("Save the numbers"), Place::Tables, name, kinds});
    if (!place)
        return;
    if (place->kind == int(numbers.names.size()))
        saver.save(place->file, numbers.table);
    else
        saver.save(place->file,
            [arrays = numbers.arrays, at = std::size_t(place->kind)] { return arrays().at(at).npy; });
}

/// With tabs, which spreadsheets take for columns.
std::string withTabs(std::string table)
{
    std::replace(table.begin(), table.end(), ',', '\t');
    return table;
}

} // namespace

void offerMenu(QAbstractItemView &view, std::function<void(QMenu &, const QModelIndex &)> fill)
{
    new RowMenus(view, std::move(fill));
}

void offerMenu(QWidget &widget, std::function<void(QMenu &)> fill)
{
    widget.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&widget, &QWidget::customContextMenuRequested, &widget,
        [&widget, fill = std::move(fill)](const QPoint &at) { popUp(widget, widget.mapToGlobal(at), fill); });
}

void addFileActions(QMenu &menu, const std::vector<std::filesystem::path> &files)
{
    QStringList names;
    QStringList paths;
    for (const std::filesystem::path &file : files) {
        names << displayText(file.filename());
        paths << displayText(file);
    }
    const auto copy = [](QAction *action, const QStringList &lines) {
        QObject::connect(action, &QAction::triggered, action,
            [lines] { QGuiApplication::clipboard()->setText(lines.join(u'\n')); });
    };
    QAction *show = add(menu, "showInFileManager", Texts::tr("Show in the file &manager"));
    QObject::connect(show, &QAction::triggered, show, [files] { showInFileManager(files); });
    copy(add(menu, "copyName", Texts::tr("Copy &name")), names);
    copy(add(menu, "copyPath", Texts::tr("Copy pat&h")), paths);
}

void addPictureActions(QMenu &menu, QWidget &parent, Saver &saver, const QImage &picture, const QString &name)
{
    QAction *copy = add(menu, "copyPicture", Texts::tr("&Copy picture"));
    QObject::connect(copy, &QAction::triggered, &saver, [picture, &saver] { saver.copyPicture(picture); });
    QAction *save = add(menu, "savePicture", Texts::tr("Save p&icture…"));
    QObject::connect(save, &QAction::triggered, &parent,
        [picture, name, owner = &parent, &saver] { savePicture(*owner, saver, picture, name); });
    for (QAction *action : {copy, save})
        action->setEnabled(!picture.isNull());
}

void addNumberActions(QMenu &menu, QWidget &parent, Saver &saver, const Numbers &numbers, const QString &name)
{
    QAction *copy = add(menu, "copyNumbers", Texts::tr("Copy n&umbers"));
    copy->setToolTip(Texts::tr("As a table, for a spreadsheet"));
    QObject::connect(copy, &QAction::triggered, &saver,
        [table = numbers.table, &saver] { saver.copyText([table] { return withTabs(table()); }); });
    QAction *save = add(menu, "saveNumbers", Texts::tr("&Save numbers…"));
    save->setToolTip(Texts::tr("As an array of NumPy or as a table"));
    QObject::connect(save, &QAction::triggered, &parent,
        [numbers, name, owner = &parent, &saver] { saveNumbers(*owner, saver, numbers, name); });
    for (QAction *action : {copy, save})
        action->setEnabled(numbers.table != nullptr);
}

QString menuText(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

} // namespace convscope
