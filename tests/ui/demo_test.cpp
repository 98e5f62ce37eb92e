#include "tests/support/patience.h"
#include "tests/support/rows.h"
#include "ui/board/boardcontroller.h"
#include "ui/present/paths.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace convscope;
using Phase = CellState::Phase;

namespace {

WindowOptions firstRun()
{
    WindowOptions options;
    options.demo = demoIn(CONVSCOPE_RESOURCES);
    return options;
}

struct Desktop
{
    MainWindow window;

    explicit Desktop(const WindowOptions &options)
        : window(options)
    {
        window.show();
    }
    template <typename T> T *find(const char *name) const
    {
        return window.findChild<T *>(QLatin1String(name));
    }
    BoardController *board() const { return window.findChild<BoardController *>(); }
    bool hintIsShown() const { return find<QWidget>("demoHint")->isVisible(); }
    QString hint() const { return hintIsShown() ? find<QLabel>("demoHintText")->text() : QString(); }
    QString message() const
    {
        const auto *bar = find<MessageBar>("messageBar");
        return bar->isVisible() ? bar->text() : QString();
    }
    /// So that a whole board is done in seconds.
    void hurry() const
    {
        askForSamples(*window.findChild<Choices *>(), 30);
        askForSteps(*window.findChild<Choices *>(), 3);
    }
    bool isFilled() const
    {
        for (int column = 0; column < board()->columnCount(); ++column) {
            for (int row = 0; row < board()->rowCount(); ++row) {
                if (board()->state(column, row).phase != Phase::Done)
                    return false;
            }
        }
        return board()->columnCount() > 0;
    }
};

} // namespace

/// What a user sees who starts the program for the first time.
class DemoTest : public QObject
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
        // Of every warning but the one that the offscreen platform gives for any window.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
        qputenv("XDG_STATE_HOME", m_folder->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder->filePath(QStringLiteral("cache")).toUtf8());
    }

    void theFirstRunFillsTheBoardWithTheDemo()
    {
        Desktop desktop(firstRun());
        desktop.hurry();
        QTRY_COMPARE(desktop.board()->columnCount(), 4);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isFilled(), patience);
        QVERIFY(desktop.hintIsShown());
        QCOMPARE(desktop.message(), QString());
        int wrong = 0;
        QSet<QString> classes;
        for (int column = 0; column < 4; ++column) {
            const BoardColumn &shown = desktop.board()->column(column);
            QVERIFY(shown.known);
            wrong += !shown.right;
            classes.insert(shown.trueClass);
            for (int row = 0; row < shown.cells.size(); ++row) {
                const std::optional<AnswerKind> kind = kindOf(desktop.board()->rows().at(row));
                const bool pointsSomewhere = kind && showsPlaces(*kind);
                QVERIFY(!shown.cells.at(row).outline.isEmpty());
                QCOMPARE(shown.cells.at(row).measured.caption.contains(QStringLiteral("on food, peak ")),
                    pointsSomewhere);
            }
        }
        QCOMPARE(wrong, 1);
        QCOMPARE(classes.size(), 4);
        for (const BoardResult &result : desktop.board()->results()) {
            QStringList names;
            for (const TakenMeasure &taken : result.measures)
                names << QString::fromLatin1(taken.measure->traits().name);
            const QStringList ofHeat{QStringLiteral("energy"), QStringLiteral("peak-inside"),
                QStringLiteral("rank-accuracy"), QStringLiteral("sparseness")};
            names.removeOne(QStringLiteral("completeness-error")); // of attributions that shall add up
            QCOMPARE(names, showsPlaces(kindOf(*result.answer)) ? ofHeat : QStringList());
        }
    }

    void theOutlineCanBeSwitchedOff()
    {
        Desktop desktop(firstRun());
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isFilled(), patience);
        desktop.find<QAction>("outline")->trigger();
        const auto drawn = [&](int row) {
            return !desktop.board()->column(0).cells.at(row).outline.isEmpty();
        };
        for (int row = 0; row < desktop.board()->rowCount(); ++row)
            QTRY_VERIFY(!drawn(row));
        QVERIFY(!desktop.board()->column(0).cells.at(1).measured.caption.isEmpty());
        desktop.find<QAction>("outline")->trigger();
        QTRY_VERIFY(drawn(0) && drawn(4));
    }

    void theHintGoesWithTheDemo()
    {
        {
            Desktop desktop(firstRun());
            QTRY_VERIFY(desktop.hintIsShown());
            QCOMPARE(desktop.hint(), QStringLiteral("This is a demo. Open your own:"));
            desktop.window.open(CONVSCOPE_TEST_DATA "/food");
            QTRY_VERIFY(desktop.hint().startsWith(QStringLiteral("The network is the demo's")));
            QCOMPARE(
                desktop.window.windowTitle(), QStringLiteral("food/training – demo network – Convscope"));
            QVERIFY(
                desktop.find<QLabel>("networkSummary")->text().startsWith(QStringLiteral("demo network\n")));
            QVERIFY(!desktop.find<QToolButton>("closeHint")->isVisible()); // as it must not be forgotten
            QVERIFY(!desktop.find<QToolButton>("hintOpenPhotos")->isVisible());
            desktop.window.open(CONVSCOPE_TEST_DATA "/narrow.pth");
            QTRY_VERIFY(!desktop.hintIsShown());
            QCOMPARE(
                desktop.window.windowTitle(), QStringLiteral("food/training – data/narrow.pth – Convscope"));
            desktop.window.open(CONVSCOPE_RESOURCES "/demo/photos");
            QTRY_VERIFY(desktop.hint().startsWith(QStringLiteral("The photos are the demo's")));
            desktop.find<QAction>("openDemo")->trigger();
            QTRY_COMPARE(
                desktop.hint(), QStringLiteral("This is a demo. Open your own:")); // once both are there
            QTRY_COMPARE(desktop.board()->columnCount(), 4);
            QTest::mouseClick(desktop.find<QToolButton>("closeHint"), Qt::LeftButton);
            QVERIFY(!desktop.hintIsShown());
            desktop.window.open(CONVSCOPE_TEST_DATA "/food"); // that it is closed says nothing of this
            QTRY_VERIFY(desktop.hint().startsWith(QStringLiteral("The network is the demo's")));
            desktop.find<QAction>("openDemo")->trigger();
            QTRY_COMPARE(desktop.hint(), QStringLiteral("This is a demo. Open your own:"));
            QTest::mouseClick(desktop.find<QToolButton>("closeHint"), Qt::LeftButton);
            desktop.window.close();
        }
        Desktop desktop(firstRun()); // remembered: the demo is open, its hint is not
        QTRY_COMPARE(desktop.board()->columnCount(), 4);
        QTRY_VERIFY(desktop.find<QWidget>("board")->isVisible());
        QVERIFY(!desktop.hintIsShown());
    }

    void whatWasOpenLastComesFirst()
    {
        {
            WindowOptions options = firstRun();
            options.data = CONVSCOPE_TEST_DATA "/food";
            Desktop desktop(options);
            QTRY_COMPARE(desktop.window.windowTitle(), QStringLiteral("food/training – Convscope"));
            desktop.window.close();
        }
        Desktop remembered(firstRun());
        QTRY_COMPARE(remembered.window.windowTitle(), QStringLiteral("food/training – Convscope"));
        remembered.window.close();
        WindowOptions asked = firstRun();
        asked.openDemo = true;
        Desktop desktop(asked);
        QTRY_COMPARE(desktop.window.windowTitle(),
            QStringLiteral("demo photos/validation – demo network – Convscope"));
    }

    void aMissingDemoIsSaidAndTheRestWorks()
    {
        WindowOptions options;
        options.demo = demoIn(toPath(m_folder->path()));
        Desktop desktop(options);
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("demo/checkpoint.pth: there is no such file")));
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("demo/photos: there is no such file")));
        QVERIFY(desktop.message().contains(QStringLiteral("Everything else works")));
        QVERIFY(desktop.find<QPushButton>("emptyOpenPhotos")->isVisible());
        QVERIFY(desktop.find<QPushButton>("emptyOpenDemo")->isVisible());
        QVERIFY(!desktop.hintIsShown());
        desktop.window.open(CONVSCOPE_TEST_DATA "/food");
        desktop.window.open(CONVSCOPE_TEST_DATA "/narrow.pth");
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QTRY_VERIFY(desktop.find<QWidget>("board")->isVisible());
        QTRY_COMPARE(desktop.message(), QString());
    }

    void aDamagedDemoNetworkIsSaid()
    {
        const QDir folder(m_folder->path());
        QVERIFY(folder.mkpath(QStringLiteral("demo/photos/validation")));
        QVERIFY(QFile::copy(QStringLiteral(CONVSCOPE_RESOURCES "/demo/photos/validation/3_7.jpg"),
            folder.filePath(QStringLiteral("demo/photos/validation/3_7.jpg"))));
        QFile network(folder.filePath(QStringLiteral("demo/checkpoint.pth")));
        QVERIFY(network.open(QFile::WriteOnly));
        network.write("PK half of it");
        network.close();
        WindowOptions options;
        options.demo = demoIn(toPath(m_folder->path()));
        Desktop desktop(options);
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("demo/checkpoint.pth: ")));
        QTRY_COMPARE(desktop.find<QLabel>("photoCount")->text(), QStringLiteral("1 photo"));
        QVERIFY(desktop.message().contains(QStringLiteral("Everything else works"))); // still
        QVERIFY(desktop.find<QPushButton>("emptyOpenNetwork")->isVisible());
    }

    void aBadMaskIsSaidInThePhotosCell()
    {
        const QDir folder(m_folder->path());
        QVERIFY(folder.mkpath(QStringLiteral("masks")));
        QVERIFY(QFile::copy(QStringLiteral(CONVSCOPE_RESOURCES "/demo/photos/validation/3_7.jpg"),
            folder.filePath(QStringLiteral("3_7.jpg"))));
        QFile mask(folder.filePath(QStringLiteral("masks/3_7.png")));
        QVERIFY(mask.open(QFile::WriteOnly));
        mask.write("no picture");
        mask.close();
        WindowOptions options = firstRun();
        options.model = options.demo.network;
        options.data = toPath(m_folder->path());
        Desktop desktop(options);
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isFilled(), patience);
        const BoardColumn &shown = desktop.board()->column(0);
        QVERIFY(shown.cells.at(0).notes.join(u' ').contains(QStringLiteral("masks/3_7.png")));
        QVERIFY(shown.cells.at(1).measured.caption.isEmpty());
        QVERIFY(desktop.hint().startsWith(QStringLiteral("The network is the demo's")));
    }
};

QTEST_MAIN(DemoTest)
#include "demo_test.moc"
