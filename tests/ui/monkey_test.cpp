#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "ui/jobs/lane.h"
#include "ui/present/language.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <random>

// Clicks, types, drops, and switches language and theme at random. Whatever it does, the window must live
// through it and end with no job left; under a sanitizer also without an error, a leak or a race. As long as
// the seconds in CONVSCOPE_MONKEY_SECONDS say, from the seed in CONVSCOPE_MONKEY_SEED.

using namespace convscope;

namespace {

int fromEnvironment(const char *name, int standard)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : standard;
}

class Monkey : public QObject
{
public:
    Monkey(MainWindow &window, unsigned seed, QStringList files)
        : m_window(window)
        , m_random(seed)
        , m_files(std::move(files))
    {
        // In whatever event loop runs: a menu or a dialog has one of its own, in which no timer fires whose
        // slot has not returned.
        connect(&m_timer, &QTimer::timeout, this, &Monkey::act, Qt::QueuedConnection);
        m_timer.start(5);
    }

    void stop()
    {
        m_timer.stop();
        while (QWidget *open = topmost())
            dismiss(open);
    }
    int count() const { return m_count; }

private:
    int below(int bound) { return std::uniform_int_distribution(0, bound - 1)(m_random); }
    bool chance(int percent) { return below(100) < percent; }

    static QWidget *topmost()
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            return popup;
        return QApplication::activeModalWidget();
    }

    static void dismiss(QWidget *open)
    {
        if (auto *dialog = qobject_cast<QDialog *>(open))
            dialog->reject();
        else
            open->close();
    }

    void act()
    {
        ++m_count;
        if (QWidget *open = topmost()) {
            // It may not write files, and must come back some time.
            if (qobject_cast<QFileDialog *>(open) || chance(25))
                dismiss(open);
            else if (chance(50))
                click(open);
            else
                type(open);
            return;
        }
        const int what = below(100);
        if (what < 40)
            click(&m_window);
        else if (what < 65)
            type(&m_window);
        else if (what < 85)
            command();
        else if (what < 90)
            drop();
        else if (what < 94)
            turnWheel();
        else if (what < 97)
            m_window.resize(700 + below(900), 500 + below(600));
        else
            closeOthers();
    }

    QWidget *anyWidget(QWidget *root)
    {
        QWidgetList widgets{root};
        for (QWidget *widget : root->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && !isForbidden(*widget))
                widgets << widget;
        }
        return widgets[below(int(widgets.size()))];
    }

    /// Opens what belongs to the desktop.
    static bool isForbidden(const QObject &object) { return object.objectName() == QLatin1String("showLog"); }

    void click(QWidget *root)
    {
        QWidget *widget = anyWidget(root);
        const QPoint at(below(std::max(1, widget->width())), below(std::max(1, widget->height())));
        const auto modifiers = chance(20) ? Qt::ControlModifier
            : chance(10)                  ? Qt::ShiftModifier
                                          : Qt::NoModifier;
        if (chance(10)) {
            QApplication::postEvent(
                widget, new QContextMenuEvent(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at)));
        } else if (chance(15)) {
            QTest::mouseDClick(widget, Qt::LeftButton, modifiers, at);
        } else {
            QTest::mouseClick(widget, Qt::LeftButton, modifiers, at);
        }
    }

    void type(QWidget *root)
    {
        static constexpr std::array keys{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Tab,
            Qt::Key_Backtab, Qt::Key_Space, Qt::Key_Return, Qt::Key_Escape, Qt::Key_PageDown, Qt::Key_PageUp,
            Qt::Key_Home, Qt::Key_End, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_BracketLeft,
            Qt::Key_BracketRight, Qt::Key_BraceLeft, Qt::Key_BraceRight, Qt::Key_0, Qt::Key_1, Qt::Key_7,
            Qt::Key_9, Qt::Key_A, Qt::Key_F, Qt::Key_Slash, Qt::Key_F1};
        QWidget *focus = QApplication::focusWidget();
        if (!focus || (focus != root && !root->isAncestorOf(focus)))
            focus = root;
        const auto modifiers = chance(10) ? Qt::ControlModifier
            : chance(10)                  ? Qt::ShiftModifier
                                          : Qt::NoModifier;
        QTest::keyClick(focus, keys[std::size_t(below(int(keys.size())))], modifiers);
    }

    void command()
    {
        QList<QAction *> actions;
        for (QAction *action : m_window.findChildren<QAction *>()) {
            if (action->isEnabled() && !action->menu() && !action->objectName().isEmpty()
                && action->objectName() != QLatin1String("quit"))
                actions << action;
        }
        if (!actions.isEmpty())
            actions[below(int(actions.size()))]->trigger();
    }

    void drop()
    {
        auto data = std::make_unique<QMimeData>();
        data->setUrls({QUrl::fromLocalFile(m_files[below(int(m_files.size()))])});
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_window, &event);
    }

    void turnWheel()
    {
        QWidget *widget = anyWidget(&m_window);
        const QPointF at(widget->width() / 2.0, widget->height() / 2.0);
        QWheelEvent event(at, widget->mapToGlobal(at), {}, QPoint(0, chance(50) ? 120 : -120), Qt::NoButton,
            chance(50) ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }

    void closeOthers()
    {
        for (QWidget *other : QApplication::topLevelWidgets()) {
            if (other != &m_window && qobject_cast<QDialog *>(other) && other->isVisible())
                other->close();
        }
    }

    MainWindow &m_window;
    std::mt19937 m_random;
    QStringList m_files;
    QTimer m_timer;
    int m_count = 0;
};

} // namespace

class MonkeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesThroughAnything()
    {
        const OwnSettings settings;
        QDir::setCurrent(settings.folder.path());
        // Copies, as what it clicks on may write beside them.
        const std::filesystem::path folder = settings.folder.path().toStdString();
        const std::filesystem::path food = folder / "food";
        const std::filesystem::path narrow = folder / "narrow.pth";
        std::filesystem::copy(CONVSCOPE_TEST_DATA "/food", food, std::filesystem::copy_options::recursive);
        std::filesystem::copy(CONVSCOPE_TEST_DATA "/narrow.pth", narrow);
        QFile broken(settings.folder.filePath(QStringLiteral("broken.pth")));
        QVERIFY(broken.open(QFile::WriteOnly) && broken.write("PK\x03\x04 nothing") > 0);
        broken.close();
        const auto text = [](const std::filesystem::path &path) {
            return QString::fromStdString(path.string());
        };
        const QStringList files{text(food), text(food / "validation"), text(food / "validation/3_1.jpg"),
            text(narrow), broken.fileName(), settings.folder.filePath(QStringLiteral("absent.png"))};

        auto desktop = std::make_unique<Desktop>(
            WindowOptions{.model = narrow, .data = food, .split = "validation", .network = {}});
        desktop->hurry();
        const int seconds = fromEnvironment("CONVSCOPE_MONKEY_SECONDS", 8);
        const int seed = fromEnvironment("CONVSCOPE_MONKEY_SEED", 11);
        {
            Monkey monkey(desktop->window, unsigned(seed), files);
            QTest::qWait(seconds * 1000);
            monkey.stop();
            QVERIFY(monkey.count() > seconds);
            qInfo("%d acts", monkey.count());
        }
        QTest::qWait(100); // what it left in the queue
        desktop->trigger("cancelAllJobs");
        for (const Lane *lane : desktop->window.findChildren<Lane *>())
            QTRY_VERIFY_WITH_TIMEOUT(lane->jobs().isEmpty(), patience);
        QVERIFY(desktop->window.isVisible());
        desktop->window.close();
        desktop.reset();
        setLanguage(QStringLiteral("en"));
    }
};

QTEST_MAIN(MonkeyTest)
#include "monkey_test.moc"
