#include "tests/support/bothopen.h"
#include "tests/support/counting.h"
#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "tests/support/photos.h"
#include "ui/board/boardmenus.h"
#include "ui/board/boardview.h"
#include "ui/window/secondnetwork.h"
#include "ui/window/workspace.h"

#include <QAbstractButton>
#include <QMenu>
#include <QTest>
#include <QTreeWidget>
#include <fstream>

using namespace convscope;
namespace fs = std::filesystem;
using Phase = CellState::Phase;

namespace {

const fs::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";
const fs::path demo = CONVSCOPE_RESOURCES "/demo/checkpoint.pth";

QList<Row> rowsOfBoth(const MethodOptions &question)
{
    QList<Row> rows;
    for (const AskedNetwork network : {AskedNetwork::First, AskedNetwork::Second, AskedNetwork::Difference}) {
        Row row = newRow(question);
        row.network = network;
        rows += row;
    }
    return rows;
}

} // namespace

/// A second network beside the first one.
class SecondTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;

    /// On one photo.
    struct Board
    {
        Lane network;
        Lane readers{2};
        Choices choices;
        BoardController controller{choices, network, readers};
        std::shared_ptr<const Network> first = openNetwork(narrow);

        explicit Board(const MethodOptions &question = InputXGradientOptions{})
        {
            choices.setAll(rowsOfBoth(question), {}, 2, 1);
            controller.setNetwork(first, QStringLiteral("first"));
            const PhotoSet set = openPhotoSet(CONVSCOPE_TEST_DATA "/food", "validation");
            putOnBoard(choices, {set.photos.front()});
        }
        void setSecond(std::shared_ptr<const Network> second, const QStringList &names = {})
        {
            controller.setSecond({std::make_shared<const NetworkPair>(first, std::move(second)),
                QStringLiteral("second"), names, {.drawn = DrawnAnew()}});
        }
        bool isDone() const
        {
            for (int row = 0; row < controller.rowCount(); ++row) {
                if (controller.state(0, row).phase != Phase::Done || controller.state(0, row).outdated)
                    return false;
            }
            return controller.columnCount() > 0;
        }
        const BoardCell &cell(int row) const { return controller.column(0).cells.at(row); }
        Map map(int row) const { return std::get<Attribution>(*controller.answer(0, row)).map; }
    };

    struct Window : Desktop
    {
        using Desktop::Desktop;
        SecondNetwork *second() const { return window.findChild<SecondNetwork *>(); }
        Workspace *workspace() const { return window.findChild<Workspace *>(); }
        bool hasFirst() const { return board()->columnCount() == 1 && board()->prediction(0); }
        bool isOpen() const
        {
            return hasFirst() && second()->isOpen() && !board()->column(0).secondClass.isEmpty();
        }
    };

private Q_SLOTS:
    void init() { m_settings = std::make_unique<OwnSettings>(); }

    void rowsAskEitherOrBoth()
    {
        Board board;
        board.setSecond(drawnAnew(*board.first, {}));
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        const Map first = board.map(0);
        const Map second = board.map(1);
        const Map difference = board.map(2);
        bool isDifference = true;
        for (std::size_t i = 0; i < first.values.size(); ++i)
            isDifference = isDifference && difference.values[i] == first.values[i] - second.values[i];
        QVERIFY(isDifference);
        QVERIFY(first.values != second.values);
        QVERIFY(!board.cell(0).caption.contains(QStringLiteral("network")));
        QVERIFY(board.cell(1).caption.startsWith(QStringLiteral("B · ")));
        QVERIFY(board.cell(2).caption.startsWith(QStringLiteral("A − B")));
        QVERIFY(board.controller.heading(1).title.endsWith(QStringLiteral("network") + QChar::Nbsp + u'B'));
        QCOMPARE(board.controller.heading(2).colourBar->high, QStringLiteral("A"));
        QVERIFY(!board.controller.column(0).secondClass.isEmpty());
        QCOMPARE(board.controller.result(0, 2)->network, AskedNetwork::Difference);
        QVERIFY(board.controller.result(0, 2)->measures.empty());
    }

    void aRowChangesItsNetwork()
    {
        Board board;
        board.setSecond(drawnAnew(*board.first, {}));
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        const std::vector<double> second = board.map(1).values;
        board.choices.setNetwork(0, AskedNetwork::Second);
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone() && board.map(0).values == second, patience);
    }

    void withoutASecondNetworkTheCellsSaySo()
    {
        Board board;
        board.setSecond(drawnAnew(*board.first, {}));
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        board.controller.setSecond({});
        QTRY_VERIFY_WITH_TIMEOUT(board.cell(1).error.contains(QStringLiteral("none is")), patience);
        QVERIFY(board.cell(1).picture.isNull());
        QCOMPARE(board.cell(2).error, board.cell(1).error);
        QTRY_COMPARE_WITH_TIMEOUT(board.controller.state(0, 0).phase, Phase::Done, patience);
        QVERIFY(board.controller.column(0).secondClass.isEmpty());
        QVERIFY(!board.controller.whyNotAsked(0, AskedNetwork::Second).isEmpty());
        QVERIFY(board.controller.whyNotAsked(0, AskedNetwork::First).isEmpty());
        // With another first network the pair is one no more.
        board.setSecond(drawnAnew(*board.first, {}));
        board.controller.setNetwork(openNetwork(demo), QStringLiteral("other"));
        QVERIFY(!board.controller.hasSecond());
    }

    /// Each sees the photo in its own way; what that makes impossible is said.
    void aNetworkOfOtherPicturesIsAskedAlone()
    {
        Board board;
        InputDescription cropped = board.first->info().input;
        cropped.resize = 160;
        board.setSecond(openNetwork(narrow, {.input = cropped}));
        const auto isDone = [&](int row) { return board.controller.state(0, row).phase == Phase::Done; };
        QTRY_VERIFY_WITH_TIMEOUT(isDone(0) && isDone(1), patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            board.cell(2).error.contains(QStringLiteral("different pictures")), patience);
        QVERIFY(board.controller.loadedPhoto(0, 0)->input.pixels
            != board.controller.loadedPhoto(0, 1)->input.pixels);
        QCOMPARE(board.controller.inputFor(1).resize, 160);
        QCOMPARE(board.controller.inputFor(0).resize, 0);
        QVERIFY(!board.controller.whyNotAsked(0, AskedNetwork::Difference).isEmpty());
    }

    void theMenuOffersWhatIsPossible()
    {
        FeatureVisualisationOptions image;
        image.iterations = 1;
        Board board(image);
        const auto isEnabled = [&](const char *name) {
            QMenu menu;
            fillRowMenu(menu, board.controller, 0, {});
            const auto *action = menu.findChild<QAction *>(QLatin1String(name));
            return action && action->isEnabled() ? QString() : action ? action->toolTip() : QString("none");
        };
        QVERIFY(isEnabled("network-A").isEmpty());
        QVERIFY(isEnabled("network-B").contains(QStringLiteral("none is")));
        board.setSecond(drawnAnew(*board.first, {}));
        QVERIFY(isEnabled("network-B").isEmpty());
        QVERIFY(isEnabled("network-A-B").contains(QStringLiteral("cannot be subtracted")));
        board.choices.setAll({newRow(ActivationOptions{})}, {}, 2, 1);
        QVERIFY(isEnabled("network-A-B").isEmpty());
    }

    /// Sessions hold the second network, and bring it back.
    void aSessionBringsBothBack()
    {
        const fs::path file = fs::path(m_settings->folder.path().toStdString()) / "both.convscope";
        {
            Window window(bothOpen("validation"));
            window.choices()->setAll(rowsOfBoth(InputXGradientOptions{}), {}, 2, 1);
            QTRY_VERIFY_WITH_TIMEOUT(window.hasFirst(), patience);
            window.second()->open({.network = {{demo, {}}}});
            QTRY_VERIFY_WITH_TIMEOUT(window.isOpen(), patience);
            QVERIFY(window.window.windowTitle().contains(QStringLiteral("and B: demo/checkpoint.pth")));
            QVERIFY(window.message().contains(QStringLiteral("Network B is demo/checkpoint.pth")));
            window.window.saveSession(file);
            QTRY_VERIFY_WITH_TIMEOUT(fs::exists(file), patience);
        }
        const Session saved = readSession(file);
        QCOMPARE(saved.second.network.file.file, demo);
        QCOMPARE(saved.second.network.file.hash.size(), 64);
        Window window;
        window.window.open(file);
        QTRY_VERIFY_WITH_TIMEOUT(window.isOpen(), patience);
        QCOMPARE(window.choices()->rows().at(2).network, AskedNetwork::Difference);
        QTRY_VERIFY_WITH_TIMEOUT(window.isDone(), patience);
        window.trigger("closeSecond");
        QVERIFY(!window.second()->isOpen());
        QVERIFY(!window.window.windowTitle().contains(QStringLiteral("and B")));
    }

    /// Opened again with another precision, or beside another first network.
    void theSecondFollowsTheFirst()
    {
        Window window(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(window.hasFirst(), patience);
        window.second()->open({.drawn = DrawnAnew{1}});
        QTRY_VERIFY_WITH_TIMEOUT(window.isOpen(), patience);
        QVERIFY(window.second()->name().contains(QStringLiteral("last layer")));
        window.window.open(demo);
        QTRY_VERIFY_WITH_TIMEOUT(
            window.isOpen() && window.second()->onBoard().pair->first().info().file == demo, patience);
    }

    void theComparisonListsWhereTheyDiffer()
    {
        Window window(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(window.hasFirst(), patience);
        QVERIFY(!window.find<QAction>("compareOnAll")->isEnabled());
        window.second()->open({.network = {{demo, {}}}});
        QTRY_VERIFY_WITH_TIMEOUT(window.isOpen(), patience);
        window.trigger("compareOnAll");
        QTRY_VERIFY_WITH_TIMEOUT(
            window.message().contains(QStringLiteral("A and B say different classes to")), patience);
        for (auto *button : window.window.findChildren<QAbstractButton *>(QStringLiteral("offer"))) {
            if (button->text() == QLatin1String("Show"))
                button->click();
        }
        auto *list = window.find<QTreeWidget>("differences");
        QVERIFY(list);
        QVERIFY(window.find<QLabel>("differencesText")->text().contains(QStringLiteral("McNemar")));
        for (int i = 0; i < list->topLevelItemCount(); ++i)
            QVERIFY(list->topLevelItem(i)->text(2).section(u' ', 0, 0)
                != list->topLevelItem(i)->text(3).section(u' ', 0, 0));
    }

    /// Which class of B is asked about follows from the names of both, which may come later.
    void otherNamesOfClassesAreAnotherQuestion()
    {
        const fs::path folder = m_settings->folder.path().toStdString();
        const int classes = openNetwork(narrow)->info().classCount;
        const auto nameClasses = [classes](const fs::path &place, bool isReversed) {
            std::ofstream file(place / "labels.txt");
            for (int i = 0; i < classes; ++i)
                file << "class " << (isReversed ? classes - 1 - i : i) << '\n';
        };
        for (const char *each : {"a", "b"}) {
            fs::create_directory(folder / each);
            fs::copy(narrow, folder / each);
        }
        nameClasses(folder / "a", false);
        WindowOptions options = bothOpen("validation");
        options.model = folder / "a/narrow.pth";
        Window window(options);
        window.choices()->setAll(rowsOfBoth(InputXGradientOptions{parseTarget("0")}), {}, 2, 1);
        QTRY_VERIFY_WITH_TIMEOUT(window.hasFirst(), patience);
        const UsedSecond asked{.network = {{folder / "b/narrow.pth", {}}}};
        window.second()->open(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.isOpen() && window.isDone(), patience);
        const auto map = [&](int row) {
            const std::shared_ptr<const Answer> answer = window.board()->answer(0, row);
            return answer ? std::get<Attribution>(*answer).map.values : std::vector<double>();
        };
        const std::vector<double> first = map(0);
        QCOMPARE(map(1), first);
        nameClasses(folder / "b", true);
        window.second()->open(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.isOpen() && !map(1).empty() && map(1) != first, patience);
        QCOMPARE(map(0), first);
    }

    /// What is told of A holds for B as long as nothing is told of B.
    void theSecondFollowsWhatIsToldOfTheFirst()
    {
        Window window(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(window.hasFirst(), patience);
        InputDescription told = window.workspace()->network()->info().input;
        const auto tell = [&](int resize) {
            told.resize = resize;
            window.workspace()->openNetwork(narrow, told);
        };
        const auto isAt = [&](int first, int second) {
            const std::shared_ptr<const NetworkPair> pair = window.second()->onBoard().pair;
            return pair && pair->first().info().input.resize == first
                && pair->second().info().input.resize == second;
        };
        tell(160);
        QTRY_COMPARE_WITH_TIMEOUT(window.workspace()->network()->info().input.resize, 160, patience);
        window.second()->open({.network = {{narrow, {}}}});
        QTRY_VERIFY_WITH_TIMEOUT(isAt(160, 160), patience);
        tell(144);
        QTRY_VERIFY_WITH_TIMEOUT(isAt(144, 144), patience);
        UsedSecond own = window.second()->used();
        own.network.inputOrigin = InputOrigin::Told;
        window.second()->open(own);
        QTRY_VERIFY_WITH_TIMEOUT(isAt(144, 144), patience);
        tell(160);
        QTRY_VERIFY_WITH_TIMEOUT(isAt(160, 144), patience);
    }

    /// The photos, the networks and the labels that the comparison is about.
    void theComparisonGoesWithWhatItIsAbout()
    {
        Window window(bothOpen("validation"));
        window.choices()->setAll(rowsOfBoth(InputXGradientOptions{}), {}, 2, 1);
        QTRY_VERIFY_WITH_TIMEOUT(window.hasFirst(), patience);
        window.second()->open({.drawn = DrawnAnew()});
        QTRY_VERIFY_WITH_TIMEOUT(window.isOpen() && window.isDone(), patience);
        const auto *bar = window.find<MessageBar>("messageBar");
        const auto isSaid = [&] { return bar->says(MessageBar::About::Compared); };
        window.trigger("compareOnAll");
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(), patience);
        window.workspace()->openPhotos(CONVSCOPE_TEST_DATA "/food", QStringLiteral("training"));
        QTRY_COMPARE_WITH_TIMEOUT(window.workspace()->split(), QStringLiteral("training"), patience);
        QVERIFY(!isSaid());
        window.trigger("compareOnAll");
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(), patience);
        window.workspace()->openNetwork(demo);
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace()->network()->info().file == demo, patience);
        QVERIFY(!isSaid());
    }

    void theComparisonIsOfferedAgainBesideTheSameSecond()
    {
        Window window(bothOpen("validation"));
        window.choices()->setAll(rowsOfBoth(InputXGradientOptions{}), {}, 2, 1);
        QTRY_VERIFY_WITH_TIMEOUT(window.hasFirst(), patience);
        window.second()->open({.drawn = DrawnAnew()});
        QTRY_VERIFY_WITH_TIMEOUT(window.isOpen() && window.isDone(), patience);
        const auto *bar = window.find<MessageBar>("messageBar");
        window.trigger("compareOnAll");
        window.workspace()->networkLane().stopAll();
        QVERIFY(bar->says(MessageBar::About::Cancelled));
        QTest::qWait(500); // in which spent offers go
        QVERIFY(bar->says(MessageBar::About::Cancelled));
        window.second()->open({.drawn = DrawnAnew{1}});
        QTRY_VERIFY_WITH_TIMEOUT(!bar->says(MessageBar::About::Cancelled), patience);
    }

    /// Evidence of three cells is measured; one is cancelled.
    void aJobThatKnowsWhetherItIsWantedIsOfferedBesideOthersOfItsKind()
    {
        Window window(bothOpen("validation"));
        window.choices()->setAll({newRow(InputXGradientOptions{})}, {}, 2, 1);
        QTRY_VERIFY_WITH_TIMEOUT(window.hasFirst() && window.isDone(), patience);
        Lane &lane = window.workspace()->networkLane();
        bool isWanted = true;
        const JobSpec spec{.urgency = Urgency::Background,
            .title = QStringLiteral("Evidence"),
            .again = [] {},
            .canAgain = [&isWanted] { return isWanted; },
            .kind = QStringLiteral("evidence")};
        auto record = std::make_shared<Record>();
        Heard heard;
        Heard otherHeard;
        const JobHandle job = count(lane, spec, record, 1000, false, heard);
        const JobHandle other = count(lane, spec, record, 1000, false, otherHeard);
        const auto *bar = window.find<MessageBar>("messageBar");
        lane.stop(lane.jobs().constLast().id);
        QVERIFY(bar->says(MessageBar::About::Cancelled));
        record->mayStep.release(4);
        QTest::qWait(500); // in which spent offers go
        QVERIFY(bar->says(MessageBar::About::Cancelled));
        isWanted = false;
        record->mayStep.release(1000);
        QTRY_VERIFY_WITH_TIMEOUT(!bar->says(MessageBar::About::Cancelled), patience);
        record->mayStep.release(1000);
    }

    void whatIsNoNetworkIsSaid()
    {
        Window window(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(window.hasFirst(), patience);
        window.second()->open({.network = {{CONVSCOPE_TEST_DATA "/food/validation/3_1.jpg", {}}}});
        QTRY_VERIFY_WITH_TIMEOUT(window.message().contains(QStringLiteral("3_1.jpg")), patience);
        QVERIFY(!window.second()->isOpen());
        QVERIFY(!window.second()->used().isOpen());
        window.second()->open({.network = {{narrow, {}}}});
        QTRY_VERIFY_WITH_TIMEOUT(
            window.message().contains(QStringLiteral("they differ in nothing")), patience);
    }
};

QTEST_MAIN(SecondTest)
#include "second_test.moc"
