#include "core/computing.h"
#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "tests/support/temporaryfolder.h"
#include "ui/board/cellwidget.h"
#include "ui/board/headings.h"
#include "ui/present/numbers.h"
#include "ui/present/paths.h"
#include "ui/present/results.h"
#include "ui/widgets/saver.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDialog>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QThread>
#include <QTimer>
#include <QTreeView>
#include <deque>
#include <functional>

using namespace convscope;
using Phase = CellState::Phase;

namespace {

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The photos and the network both.
bool isOpen(const Desktop &desktop)
{
    return desktop.board()->columnCount() == 1 && desktop.board()->prediction(0);
}

/// The menu that opens on a place of a widget, as the right button asks for it.
QMenu *menuAt(QWidget *widget, const QPoint &at)
{
    QTest::mouseClick(widget, Qt::RightButton, {}, at);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
    QApplication::sendEvent(widget, &event);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QMenu *menuOn(QAbstractItemView *view, const QModelIndex &index)
{
    view->scrollTo(index);
    return menuAt(view->viewport(), view->visualRect(index).center());
}

QAction *entry(const QMenu *menu, const char *name)
{
    return menu ? menu->findChild<QAction *>(QLatin1String(name)) : nullptr;
}

/// As the user chooses it: the menu closes before.
void choose(QMenu *menu, const char *name)
{
    QAction *action = entry(menu, name);
    QVERIFY2(action && action->isEnabled(), name);
    menu->close();
    action->trigger();
}

/// As the user types it: QFileDialog::selectFile leaves a field alone that has the focus.
void nameFile(QFileDialog *dialog, const QString &name)
{
    dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(name);
    static_cast<QDialog *>(dialog)->accept();
}

/// Answers what asks the user, one after another as they come up.
class Answers
{
public:
    using Answer = std::function<void(QWidget *)>;

    explicit Answers(std::deque<Answer> answers)
        : m_answers(std::move(answers))
    {
        await();
    }
    bool areGiven() const { return m_answers.empty(); }

    static Answer file(const QString &name)
    {
        return [name](QWidget *asks) {
            auto *dialog = qobject_cast<QFileDialog *>(asks);
            QVERIFY(dialog);
            nameFile(dialog, name);
        };
    }
    static Answer button(QMessageBox::StandardButton which)
    {
        return [which](QWidget *asks) {
            auto *box = qobject_cast<QMessageBox *>(asks);
            QVERIFY(box && box->button(which));
            box->button(which)->click();
        };
    }
    static Answer nothing()
    {
        return [](QWidget *asks) { qobject_cast<QDialog *>(asks)->reject(); };
    }

private:
    /// With a timer for each, as what an answer brings up may ask before it is gone itself.
    void await()
    {
        QTimer::singleShot(10, &m_context, [this] {
            QWidget *asks = QApplication::activeModalWidget();
            if (m_answers.empty())
                return;
            await();
            if (!asks)
                return;
            const Answer answer = m_answers.front();
            m_answers.pop_front();
            answer(asks);
        });
    }

    std::deque<Answer> m_answers;
    QObject m_context;
};

/// What takes long may not be done on the window's own thread: a warning, which fails.
void watchComputing()
{
    forbidComputing([](const char *function) { qWarning("%s on the window's thread", function); });
}

/// Takes what the desktop is asked to open.
class Opener : public QObject
{
    Q_OBJECT
public:
    QList<QUrl> opened;

    Opener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Opener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }
};

} // namespace

/// What the right button, the menu key and a double click do.
class ContextMenuTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;

    template <typename T> static T *named(const Desktop &desktop, const QString &start)
    {
        for (T *widget : desktop.window.findChildren<T *>()) {
            if (widget->accessibleName().startsWith(start))
                return widget;
        }
        return nullptr;
    }
    static QMenu *menuOfCell(const Desktop &desktop, const QString &name)
    {
        auto *cell = named<CellWidget>(desktop, name);
        return cell ? menuAt(cell, QPoint(20, 20)) : nullptr;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); }
    void init()
    {
        m_settings = std::make_unique<OwnSettings>();
        watchComputing();
    }
    void cleanup()
    {
        forbidComputing(nullptr);
        while (QWidget *open = QApplication::activePopupWidget())
            open->close();
    }

    void aRightClickKeepsTheChoiceOfPhotos()
    {
        Desktop desktop(bothOpen(""));
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(desktop), patience);
        desktop.select({0, 1, 3});
        QCOMPARE(desktop.board()->columnCount(), 3);
        auto *list = desktop.find<QListView>("photos");
        for (const int row : {0, 2}) { // one of them, and another
            QMenu *menu = menuOn(list, list->model()->index(row, 0));
            QVERIFY(menu);
            QCOMPARE(list->selectionModel()->selectedRows().size(), 3);
            QCOMPARE(desktop.board()->columnCount(), 3);
            menu->close();
        }
        choose(menuOn(list, list->model()->index(2, 0)), "putOn");
        QCOMPARE(desktop.board()->columnCount(), 4);
        choose(menuOn(list, list->model()->index(0, 0)), "takeOff");
        QCOMPARE(desktop.board()->columnCount(), 3);
        choose(menuOn(list, list->model()->index(1, 0)), "pin");
        QVERIFY(desktop.board()->isPinned(0));
        choose(menuOn(list, list->model()->index(1, 0)), "takeOff"); // also what is pinned
        QCOMPARE(desktop.board()->columnCount(), 2);
        QVERIFY(!desktop.board()->isPinned(0));
    }

    void photosAreCopiedAndShownInTheirFolder()
    {
        Desktop desktop(bothOpen(""));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(desktop), patience);
        auto *list = desktop.find<QListView>("photos");
        desktop.select({0, 1});
        const QModelIndex third = list->model()->index(2, 0);
        choose(menuOn(list, third), "copyPath");
        const QString path = QGuiApplication::clipboard()->text();
        QVERIFY2(QFile::exists(path), qPrintable(path));
        choose(menuOn(list, third), "copyName");
        QCOMPARE(QGuiApplication::clipboard()->text(), QFileInfo(path).fileName());
        choose(menuOn(list, list->model()->index(1, 0)), "copyName"); // of all that are selected
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 1);
        QGuiApplication::clipboard()->clear();
        choose(menuOn(list, third), "copyPicture");
        QTRY_COMPARE(QGuiApplication::clipboard()->image().size(), QImage(path).size());
        Opener opener;
        choose(menuOn(list, third), "showInFileManager");
        QCOMPARE(opener.opened, QList<QUrl>{QUrl::fromLocalFile(QFileInfo(path).path())});
    }

    void aDoubleClickOrEnterOpensLarge()
    {
        Desktop desktop(bothOpen(""));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(desktop), patience);
        auto *list = desktop.find<QListView>("photos");
        const QPoint second = list->visualRect(list->model()->index(1, 0)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, second);
        QTRY_VERIFY(desktop.find<QDialog>("cellViewer"));
        auto *large = desktop.find<QDialog>("cellViewer");
        QVERIFY(large->isVisible());
        QVERIFY2(large->windowTitle().contains(desktop.board()->column(0).title),
            qPrintable(large->windowTitle()));
        large->close();
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(large->isVisible());
    }

    void aRightClickChoosesNoLayer()
    {
        Desktop desktop(bothOpen(""));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(desktop), patience);
        auto *tree = desktop.find<QTreeView>("layers");
        const int before = desktop.asked<ActivationOptions>().layer.index;
        tree->expandAll();
        QMenu *menu = menuOn(tree, desktop.layer(3));
        QVERIFY(menu);
        QCOMPARE(desktop.asked<ActivationOptions>().layer.index, before);
        choose(menu, "copyLayerName");
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("cnn.3"));
        choose(menuOn(tree, desktop.layer(4)), "chooseLayer");
        QCOMPARE(desktop.asked<ActivationOptions>().layer.index, 4);
    }

    void cellsGiveTheirPictureAndNumbers()
    {
        Desktop desktop(bothOpen(""));
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        const BoardController &board = *desktop.board();
        choose(menuOfCell(desktop, QStringLiteral("Saliency of")), "copyPicture");
        QCOMPARE(QGuiApplication::clipboard()->image().convertToFormat(QImage::Format_RGB32),
            board.column(0).cells.at(1).picture.convertToFormat(QImage::Format_RGB32));
        QGuiApplication::clipboard()->clear();
        choose(menuOfCell(desktop, QStringLiteral("Activation of")), "copyNumbers");
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        const Map &map = std::get<Activation>(*board.result(0, 2)->answer).map;
        QCOMPARE(lines.size(), map.height);
        QCOMPARE(lines.at(1).split(u'\t').size(), map.width);
        QCOMPARE(lines.at(1).section(u'\t', 2, 2).toDouble(), map.at(0, 1, 2));
        for (const char *view : {"Photo of", "Feature visualisation of", "LIME of"}) {
            QMenu *menu = menuOfCell(desktop, QLatin1String(view));
            for (const char *name : {"copyPicture", "savePicture", "copyNumbers", "saveNumbers"})
                QVERIFY2(entry(menu, name) && entry(menu, name)->isEnabled(), view);
            menu->close();
        }
    }

    /// The same bytes that the command line writes.
    void numbersAreSavedAsTheCommandLineDoes()
    {
        Desktop desktop(bothOpen(""));
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        const QTemporaryDir folder;
        const BoardResult result = *desktop.board()->result(0, 1);
        forbidComputing(nullptr); // for what is expected
        const std::string table = tableOf(*result.answer);
        Question question;
        question.options = result.options;
        writeResults(
            toPath(folder.path()), "expected", question, *result.photo, *result.answer, result.measures);
        const QString array =
            QString::fromStdString(arraysOf(*result.answer, result.options, Precision::Float32).front().name);
        watchComputing();
        const auto save = [&](const QString &name) {
            const Answers answers({Answers::file(folder.filePath(name))});
            choose(menuOfCell(desktop, QStringLiteral("Saliency of")), "saveNumbers");
        };
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        save(QStringLiteral("mine.npy"));
        QTRY_VERIFY(!contents(folder.filePath(QStringLiteral("mine.npy"))).isEmpty());
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("mine.npy")));
        QCOMPARE(contents(folder.filePath(QStringLiteral("mine.npy"))),
            contents(folder.filePath(QStringLiteral("expected.%1.npy").arg(array))));
        save(QStringLiteral("mine.csv"));
        QTRY_COMPARE(contents(folder.filePath(QStringLiteral("mine.csv"))).toStdString(), table);
    }

    void whatIsThereIsReplacedOnlyWhereThatIsWanted_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("without the ending") << QStringLiteral("mine");
        QTest::newRow("without it, with a dot") << QStringLiteral("3_1.2-saliency");
        QTest::newRow("with the ending") << QStringLiteral("mine.png");
    }

    void whatIsThereIsReplacedOnlyWhereThatIsWanted()
    {
        QFETCH(QString, typed);
        Desktop desktop(bothOpen(""));
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        const QTemporaryDir folder;
        const QString ending = QStringLiteral(".png");
        const QString name = folder.filePath(typed.endsWith(ending) ? typed : typed + ending);
        QFile before(name);
        QVERIFY(before.open(QFile::WriteOnly) && before.write("mine") == 4);
        before.close();
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        const auto save = [&](std::deque<Answers::Answer> answers) {
            const Answers given(std::move(answers));
            choose(menuOfCell(desktop, QStringLiteral("Saliency of")), "savePicture");
            QVERIFY(given.areGiven());
        };
        save({Answers::file(folder.filePath(typed)), Answers::button(QMessageBox::No), Answers::nothing()});
        QTest::qWait(50); // for a file that is written all the same
        QCOMPARE(contents(name), QByteArray("mine"));
        save({Answers::file(folder.filePath(typed)), Answers::button(QMessageBox::Yes)});
        QTRY_VERIFY(contents(name).startsWith("\x89PNG"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aNameGetsTheEndingOfTheKindThatIsChosen()
    {
        Desktop desktop(bothOpen(""));
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        const QTemporaryDir folder;
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        const Answers answers({[&](QWidget *asks) {
            auto *dialog = qobject_cast<QFileDialog *>(asks);
            QVERIFY(dialog);
            dialog->selectNameFilter(dialog->nameFilters().last());
            nameFile(dialog, folder.filePath(QStringLiteral("mine")));
        }});
        choose(menuOfCell(desktop, QStringLiteral("LIME of")), "saveNumbers");
        QTRY_VERIFY(contents(folder.filePath(QStringLiteral("mine.csv"))).startsWith("class,segment,"));
    }

    void whatIsWrittenIsOpenedFromItsMessage()
    {
        Desktop desktop(bothOpen(""));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(desktop), patience);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("mine.png"));
        QImage picture(3, 2, QImage::Format_RGB32);
        picture.fill(Qt::red);
        Opener opener;
        for (const char *offer : {"openWritten", "showWritten"}) {
            desktop.board()->saver().savePicture(toPath(file), picture);
            QTRY_VERIFY(desktop.message().contains(file));
            QCOMPARE(QImage(file).size(), picture.size());
            auto *button = desktop.find<QPushButton>(offer);
            QVERIFY2(button && button->isVisible(), offer);
            button->click();
            QVERIFY(desktop.message().isEmpty());
        }
        QCOMPARE(opener.opened, QList<QUrl>({QUrl::fromLocalFile(file), QUrl::fromLocalFile(folder.path())}));
    }

    void whatCannotBeSavedIsTold()
    {
        Desktop desktop(bothOpen(""));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(desktop), patience);
        QImage picture(3, 2, QImage::Format_RGB32);
        picture.fill(Qt::red);
        desktop.board()->saver().savePicture("/nowhere/mine.png", picture);
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("/nowhere/mine.png")));
    }

    /// Numbers take a moment, and what was copied last counts.
    void whatIsCopiedLastStays()
    {
        Lane lane;
        Saver saver(lane);
        QImage picture(3, 2, QImage::Format_RGB32);
        picture.fill(Qt::red);
        saver.copyText([] {
            QThread::msleep(50);
            return std::string("numbers");
        });
        saver.copyPicture(picture);
        QTest::qWait(100); // in which the numbers would have come
        QCOMPARE(QGuiApplication::clipboard()->image().size(), picture.size());
    }

    void rowsAndColumnsHaveTheirMenus()
    {
        Desktop desktop(bothOpen(""));
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(desktop), patience);
        desktop.select({0, 1});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        desktop.trigger("automatic");
        askForSamples(*desktop.choices(), 40);
        QTRY_VERIFY(desktop.board()->canStart(0, 4) && desktop.board()->canStart(1, 4));
        choose(menuOfCell(desktop, QStringLiteral("LIME of 0_0")), "startRow");
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);

        auto *heading = named<ColumnHeading>(desktop, QStringLiteral("0_0"));
        QVERIFY(heading);
        QTimer::singleShot(0, this, [&] { // this menu runs a loop of its own
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            choose(menu, "takeOff");
        });
        menuAt(heading, QPoint(5, 5));
        QTRY_COMPARE(desktop.board()->columnCount(), 1);

        auto *row = named<RowHeading>(desktop, QStringLiteral("Saliency"));
        QVERIFY(row);
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            choose(menu, "removeRow");
        });
        menuAt(row, QPoint(5, 5));
        QTRY_VERIFY(!idsOf(desktop.board()->rows()).contains(QStringLiteral("saliency")));
    }

    void mapsOfFiltersGiveTheirNumbers()
    {
        Desktop desktop(bothOpen(""));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(desktop), patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.find<QLabel>("filterStatus")->text().contains(QStringLiteral("board's first photo")),
            patience);
        auto *filters = desktop.find<QListView>("filters");
        const int before = desktop.asked<ActivationOptions>().filter.index;
        QGuiApplication::clipboard()->clear();
        choose(menuOn(filters, filters->model()->index(1, 0)), "copyNumbers");
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        QCOMPARE(desktop.asked<ActivationOptions>().filter.index, before);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 1);
        QCOMPARE(lines.first().count(u'\t') + 1, lines.size()); // its maps are square
    }

    void theKeyboardOpensThemToo_data()
    {
        QTest::addColumn<QString>("focus");
        for (const char *name : {"photos", "layers", "filters"})
            QTest::newRow(name) << QString::fromLatin1(name);
        QTest::newRow("a cell") << QString();
    }

    void theKeyboardOpensThemToo()
    {
        QFETCH(QString, focus);
        Desktop desktop(bothOpen(""));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(desktop), patience);
        QVERIFY(QTest::qWaitForWindowActive(&desktop.window, patience));
        QWidget *widget = focus.isEmpty() ? named<CellWidget>(desktop, QStringLiteral("Photo of"))
                                          : desktop.window.findChild<QWidget *>(focus);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_F10, Qt::ShiftModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->objectName(), QStringLiteral("contextMenu"));
    }
};

QTEST_MAIN(ContextMenuTest)
#include "contextmenu_test.moc"
