#include "tests/device/countingdevice.h"
#include "ui/board/boardcontroller.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"

#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

// The window where its device is not there, or fails while it works. Takes a device that is none for a GPU
// (tests/device/countingdevice.h).

using namespace convscope;

namespace {

constexpr const char *device = "privateuseone:0";

WindowOptions on(const char *where)
{
    NetworkOptions network;
    network.device = where;
    return {.model = CONVSCOPE_TEST_DATA "/narrow.pth",
        .data = CONVSCOPE_TEST_DATA "/food",
        .split = "training",
        .network = network};
}

std::string deviceOf(const MainWindow &window)
{
    const auto &network = window.findChild<Workspace *>()->network();
    return network ? network->info().device : std::string();
}

QString messageOf(const MainWindow &window)
{
    const auto *bar = window.findChild<MessageBar *>();
    return bar->isVisible() ? bar->text() : QString();
}

void takeOffer(const MainWindow &window)
{
    for (QPushButton *button : window.findChild<MessageBar *>()->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Use the processor")) {
            button->click();
            return;
        }
    }
    QFAIL("the processor is not offered");
}

} // namespace

class LostDeviceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ConvscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("ConvscopeTest"));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
        for (const char *name : {"XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(name, m_folder->filePath(QString::fromLatin1(name)).toUtf8());
    }

    void cleanup()
    {
        test::loseDevice(false);
        test::limitDevice(0);
    }

    void offersTheProcessorWhereADeviceHasNoMemoryLeft()
    {
        test::limitDevice(1);
        MainWindow window(on(device));
        window.show();
        QTRY_VERIFY(messageOf(window).contains(QStringLiteral("not enough memory")));
        takeOffer(window);
        QTRY_COMPARE(deviceOf(window), std::string("cpu"));
    }

    void offersTheProcessorForADeviceThatIsNotThere()
    {
        MainWindow window(on("cuda:7"));
        window.show();
        QTRY_VERIFY(messageOf(window).contains(QStringLiteral("cuda:7")));
        QVERIFY(!window.findChild<MessageBar *>()->says(MessageBar::About::Demo));
        takeOffer(window);
        QTRY_COMPARE(deviceOf(window), std::string("cpu"));
        QTRY_VERIFY(messageOf(window).isEmpty());
    }

    void offersTheProcessorWhereADeviceIsLostAndGoesOnThere()
    {
        MainWindow window(on(device));
        window.show();
        QTRY_COMPARE(deviceOf(window), std::string(device));
        test::loseDevice();
        auto *list = window.findChild<QListView *>(QStringLiteral("photos"));
        QTRY_VERIFY(list->model()->rowCount() > 0);
        list->setCurrentIndex(list->model()->index(1, 0));
        QTRY_VERIFY(messageOf(window).contains(QStringLiteral("does not answer any more")));
        QCOMPARE(deviceOf(window), std::string(device)); // the window lives, and what is open stays
        takeOffer(window);
        QTRY_COMPARE(deviceOf(window), std::string("cpu"));
        QTRY_VERIFY(messageOf(window).isEmpty());
        auto *board = window.findChild<BoardController *>();
        QTRY_VERIFY(board->columnCount() > 0 && board->state(0, 1).phase == CellState::Phase::Done);
    }
};

QTEST_MAIN(LostDeviceTest)
#include "lostdevice_test.moc"
