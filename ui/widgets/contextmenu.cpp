#include "ui/widgets/contextmenu.h"

#include "core/error.h"
#include "core/io/npy.h"
#include "ui/present/numbers.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/widgets/filemanager.h"

#include <QAbstractItemView>
#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QStandardPaths>

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

/// The ending of what is saved follows what was chosen in the dialog, where the user gave none.
QString askForFile(
    QWidget &parent, const QString &title, const QString &name, const QStringList &kinds, QString &chosenKind)
{
    static QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString proposed = folder + u'/' + name;
    const QString file =
        QFileDialog::getSaveFileName(&parent, title, proposed, kinds.join(QStringLiteral(";;")), &chosenKind);
    if (!file.isEmpty())
        folder = QFileInfo(file).path();
    return file;
}

void write(QWidget &parent, const QString &file, const std::function<std::string()> &bytes)
{
    try {
        writeFile(toPath(file), bytes());
    } catch (const Error &error) {
        QMessageBox::warning(&parent, Texts::tr("Not saved"), sentence(error));
    }
}

std::string pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "png");
    return bytes.toStdString();
}

void savePicture(QWidget &parent, const QImage &picture, const QString &name)
{
    QString kind;
    QString file = askForFile(parent, Texts::tr("Save the picture"), name + QStringLiteral(".png"),
        {Texts::tr("Picture (*.png)")}, kind);
    if (file.isEmpty())
        return;
    if (!file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        file += QStringLiteral(".png");
    write(parent, file, [&] { return pngOf(picture); });
}

void saveNumbers(QWidget &parent, const Numbers &numbers, const QString &name)
{
    const std::vector<NumberArray> arrays = numbers.arrays();
    QStringList kinds;
    for (const NumberArray &array : arrays)
        kinds << Texts::tr("%1, an array of NumPy (*.npy)").arg(QString::fromStdString(array.name));
    kinds << Texts::tr("Table (*.csv)");
    QString kind;
    QString file = askForFile(parent, Texts::tr("Save the numbers"), name, kinds, kind);
    if (file.isEmpty())
        return;
    const auto place = kinds.indexOf(kind);
    const bool isTable = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
        || (place == kinds.size() - 1 && !file.endsWith(QLatin1String(".npy"), Qt::CaseInsensitive));
    const QString ending = isTable ? QStringLiteral(".csv") : QStringLiteral(".npy");
    if (!file.endsWith(ending, Qt::CaseInsensitive))
        file += ending;
    const auto which = std::size_t(std::clamp<qsizetype>(place, 0, qsizetype(arrays.size()) - 1));
    write(parent, file, [&] { return isTable ? numbers.table() : arrays.at(which).npy; });
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

void addPictureActions(QMenu &menu, QWidget &parent, const QImage &picture, const QString &name)
{
    QAction *copy = add(menu, "copyPicture", Texts::tr("&Copy picture"));
    QObject::connect(
        copy, &QAction::triggered, copy, [picture] { QGuiApplication::clipboard()->setImage(picture); });
    QAction *save = add(menu, "savePicture", Texts::tr("Save p&icture…"));
    QObject::connect(save, &QAction::triggered, &parent,
        [picture, name, owner = &parent] { savePicture(*owner, picture, name); });
    for (QAction *action : {copy, save})
        action->setEnabled(!picture.isNull());
}

void addNumberActions(QMenu &menu, QWidget &parent, const Numbers &numbers, const QString &name)
{
    QAction *copy = add(menu, "copyNumbers", Texts::tr("Copy n&umbers"));
    copy->setToolTip(Texts::tr("As a table, for a spreadsheet"));
    QObject::connect(copy, &QAction::triggered, copy, [numbers] {
        // With tabs, which spreadsheets take for columns.
        QGuiApplication::clipboard()->setText(QString::fromStdString(numbers.table()).replace(u',', u'\t'));
    });
    QAction *save = add(menu, "saveNumbers", Texts::tr("&Save numbers…"));
    save->setToolTip(Texts::tr("As an array of NumPy or as a table"));
    QObject::connect(save, &QAction::triggered, &parent,
        [numbers, name, owner = &parent] { saveNumbers(*owner, numbers, name); });
    for (QAction *action : {copy, save})
        action->setEnabled(numbers.table != nullptr);
}

QString menuText(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

} // namespace convscope
