#include "ui/board/boardcontroller.h"
#include "ui/jobs/lane.h"
#include "ui/present/session.h"
#include "ui/session/lastsession.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <cstdlib>

// The window while a TorchScript network runs for ever.

using namespace convscope;
using namespace std::chrono_literals;
using Phase = CellState::Phase;

namespace {

const std::filesystem::path food = CONVSCOPE_TEST_DATA "/food";
const std::filesystem::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";
const std::filesystem::path endless = CONVSCOPE_TEST_DATA "/torchscript/endless.pt";
/// Runs for ever on a picture that is white all over.
const std::filesystem::path endlessOnWhite = CONVSCOPE_TEST_DATA "/torchscript/endless-on-white.pt";

constexpr int longest = 600000; ///< ms

struct Desktop
{
    MainWindow window;

    explicit Desktop(const WindowOptions &options = {})
        : window(options)
    {
        // Long enough for any network here to open, whatever else the computer does.
        window.findChild<Lane *>(QStringLiteral("networkLane"))->setPatience(3s, 200ms);
        window.show();
    }

    QString message() const
    {
        const auto *bar = window.findChild<MessageBar *>();
        return bar->isVisible() ? bar->text() : QString();
    }
    bool says(const char *text) const { return message().contains(QLatin1String(text)); }
    void trigger(const char *action) const { window.findChild<QAction *>(QLatin1String(action))->trigger(); }
    BoardController *board() const { return window.findChild<BoardController *>(); }
    void select(int row) const
    {
        auto *list = window.findChild<QListView *>(QStringLiteral("photos"));
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    int photoCount() const
    {
        return window.findChild<QListView *>(QStringLiteral("photos"))->model()->rowCount();
    }
    bool hasOpen(const std::filesystem::path &network) const
    {
        return window.windowTitle().contains(QString::fromStdString(network.filename().string()));
    }
};

WindowOptions with(const std::filesystem::path &network, const std::filesystem::path &photos = food)
{
    return {.model = network, .data = photos, .split = photos == food ? "training" : "", .network = {}};
}

} // namespace

class SilenceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    /// A black photo and a white one, in this order.
    std::filesystem::path blackAndWhite() const
    {
        const std::filesystem::path folder = m_folder->filePath(QStringLiteral("photos")).toStdString();
        std::filesystem::create_directories(folder);
        QImage photo(16, 16, QImage::Format_RGB32);
        photo.fill(Qt::black);
        photo.save(QString::fromStdString((folder / "0_0.png").string()));
        photo.fill(Qt::white);
        photo.save(QString::fromStdString((folder / "0_1.png").string()));
        return folder;
    }

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
        qputenv("XDG_STATE_HOME", m_folder->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder->filePath(QStringLiteral("cache")).toUtf8());
    }

    void whatCannotBeOpenedIsGivenUpByEsc()
    {
        Desktop desktop(with(endless));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.says("endless.pt does not answer"), longest);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.photoCount() > 0, longest);
        desktop.trigger("cancelFirst");
        QTRY_VERIFY_WITH_TIMEOUT(desktop.says("You stopped the opening of endless.pt"), longest);
        QVERIFY(!desktop.says("does not answer"));
        QVERIFY(!desktop.says("did not answer")); // it may have, later
        desktop.window.open(narrow);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.hasOpen(narrow), longest);
        QCOMPARE(desktop.message(), QString());
        desktop.select(0);
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.board()->columnCount() == 1 && desktop.board()->prediction(0), longest);
    }

    void anotherNetworkOpensInItsPlace()
    {
        Desktop desktop(with(endless));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.says("endless.pt does not answer"), longest);
        desktop.window.open(narrow);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.hasOpen(narrow), longest);
        QCOMPARE(desktop.message(), QString());
    }

    void whatRunsForEverOnOnePhotoIsGivenUpAndOpensAnew()
    {
        Desktop desktop(with(endlessOnWhite, blackAndWhite()));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.hasOpen(endlessOnWhite), longest);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.photoCount() == 2, longest);
        desktop.select(0);
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.board()->columnCount() == 1 && desktop.board()->prediction(0), longest);
        desktop.select(1);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.says("endless-on-white.pt does not answer"), longest);
        desktop.trigger("cancelFirst");
        QTRY_VERIFY_WITH_TIMEOUT(desktop.board()->state(0, 0).phase == Phase::Failed, longest);
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.says("endless-on-white.pt: the network did not answer and was given up"), longest);

        desktop.select(0); // what it has answered before stays
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.board()->columnCount() == 1 && desktop.board()->prediction(0), longest);
        desktop.window.open(endlessOnWhite);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.message().isEmpty(), longest);
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.board()->columnCount() == 1 && desktop.board()->prediction(0), longest);
    }

    void theWindowClosesAndRemembersWhatWasOpen_data()
    {
        QTest::addColumn<bool>("silent");
        QTest::newRow("before it is told") << false;
        QTest::newRow("once it is told") << true;
    }

    /// Closing comes to an end although the step that runs has none.
    void theWindowClosesAndRemembersWhatWasOpen()
    {
        QFETCH(bool, silent);
        {
            Desktop desktop(with(endless));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.photoCount() > 0, longest);
            if (silent)
                QTRY_VERIFY_WITH_TIMEOUT(desktop.says("endless.pt does not answer"), longest);
            else
                QTest::qWait(1000); // so that it runs
            desktop.window.close();
        }
        QVERIFY(Lane::hasLeftThreads());
        const Session session = loadLastSession().session;
        QCOMPARE(session.network.file.file.string(), endless.string());
        QCOMPARE(session.folder.string(), food.string());
    }
};

/// Threads that never end are still there, so nothing is destroyed after the tests.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    SilenceTest test;
    const int code = QTest::qExec(&test, argc, argv);
    std::fflush(nullptr);
    std::_Exit(code);
}

#include "silence_test.moc"
