#include "core/data/classnames.h"
#include "tests/support/networks.h"
#include "tests/support/photos.h"
#include "tests/support/rows.h"
#include "ui/board/boardcontroller.h"
#include "ui/board/boardmenus.h"
#include "ui/board/boardview.h"
#include "ui/board/cellviewer.h"
#include "ui/board/cellwidget.h"
#include "ui/board/evidencepanel.h"
#include "ui/present/curveplot.h"
#include "ui/present/figurelayout.h"
#include "ui/present/recipe.h"

#include <QAction>
#include <QMenu>
#include <QTest>
#include <QThread>
#include <atomic>

using namespace convscope;
using Phase = CellState::Phase;

namespace {

QStringList names()
{
    QStringList names;
    for (const std::string &name : food11ClassNames())
        names << QString::fromStdString(name);
    return names;
}

/// Two photos and these methods, on the narrow network.
struct Desktop
{
    Lane network;
    Lane readers{2};
    Choices choices;
    BoardController controller{choices, network, readers};

    explicit Desktop(const std::vector<MethodOptions> &methods)
    {
        controller.setClassNames(names());
        controller.setNetwork(openNetwork(CONVSCOPE_TEST_DATA "/narrow.pth"));
        QList<Row> rows{Row{}};
        for (const MethodOptions &method : methods)
            rows += newRow(method);
        choices.replaceRows(rows);
        const PhotoSet set = openPhotoSet(CONVSCOPE_TEST_DATA "/food", "training");
        putOnBoard(choices, {set.photos[0], set.photos[4]});
    }
    void tellEvidence(int row, bool told = true)
    {
        Look look = choices.rows()[row].look;
        look.evidence = told;
        choices.setLook(row, look);
    }
    const BoardCell &cell(int column, int row) const { return controller.column(column).cells.at(row); }
    bool isThere(int column, int row) const
    {
        return controller.state(column, row).phase == Phase::Done
            && !cell(column, row).evidenceNumbers.empty() && !controller.isEvidenceAwaited(column, row);
    }
};

/// Fails of every map that is no answer.
class OfAnswersOnly : public Measure
{
public:
    const MeasureTraits &traits() const override { return evidenceOfHiding()->traits(); }
    std::unique_ptr<Measurement> start(const MeasureInput &input) const override
    {
        if (!input.answer)
            throw Error(ErrorKind::OutOfMemory);
        return evidenceOfHiding()->start(input);
    }
};

QStringList measuresOf(const TakenMeasures &taken)
{
    QStringList names;
    for (const TakenMeasure &one : taken)
        names += QString::fromLatin1(one.measure->traits().name);
    return names;
}

} // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void isToldOfTheRowsThatAskForIt()
    {
        Desktop desktop({SaliencyOptions{}, InputXGradientOptions{}});
        desktop.tellEvidence(1);
        QTRY_VERIFY(desktop.isThere(0, 1) && desktop.isThere(1, 1));
        const EvidenceWords &words = desktop.cell(0, 1).evidence;
        QVERIFY2(words.sentences.value(0).startsWith(QStringLiteral("Hiding the top 10 %: ")),
            qPrintable(words.sentences.join(u'\n')));
        QVERIFY(words.sentences.value(0).contains(QStringLiteral("in patches")));
        QVERIFY(desktop.cell(0, 2).evidence.isEmpty());
        // It equals what core measures of the same answer.
        const BoardResult result = *desktop.controller.result(0, 1);
        const auto network = openNetwork(CONVSCOPE_TEST_DATA "/narrow.pth");
        EvidenceRun run(*network, result.photo, result.answer, result.options,
            evidenceMeasures(*result.answer, result.options));
        while (run.step()) { }
        QCOMPARE(desktop.cell(0, 1).evidenceNumbers.front().measured.value,
            run.evidence().measures.front().measured.value);
    }

    void goesWithTheRowAndComesBackAtOnce()
    {
        Desktop desktop({SaliencyOptions{}});
        desktop.tellEvidence(1);
        QTRY_VERIFY(desktop.isThere(0, 1));
        const EvidenceWords before = desktop.cell(0, 1).evidence;
        desktop.tellEvidence(1, false);
        QTRY_VERIFY(desktop.cell(0, 1).evidence.isEmpty());
        QVERIFY(!desktop.controller.isEvidenceAwaited(0, 1));
        desktop.tellEvidence(1);
        bool isMeasured = false; // again
        connect(&desktop.controller, &BoardController::cellChanged, this,
            [&] { isMeasured = isMeasured || desktop.controller.isEvidenceAwaited(0, 1); });
        QTRY_VERIFY(desktop.cell(0, 1).evidence == before);
        QVERIFY(!isMeasured);
    }

    void ofAMapAboutNoClassHidingSaysNothing()
    {
        Desktop desktop({ActivationOptions{2, 1}});
        desktop.tellEvidence(1);
        QTRY_VERIFY(desktop.isThere(0, 1));
        QCOMPARE(measuresOf(desktop.cell(0, 1).evidenceNumbers),
            QStringList({QStringLiteral("weight-dependence"), QStringLiteral("max-sensitivity")}));
        QVERIFY(
            desktop.cell(0, 1).evidence.sentences.value(0).startsWith(QStringLiteral("With the network")));
    }

    void resultsRecipesAndFiguresHoldTheNumbers()
    {
        Desktop desktop({SaliencyOptions{}});
        const qsizetype without = measuresOf(desktop.controller.results().value(0).measures).size();
        desktop.tellEvidence(1);
        QTRY_VERIFY(desktop.isThere(0, 1) && desktop.isThere(1, 1));
        const QStringList measures = measuresOf(desktop.controller.result(1, 1)->measures);
        QVERIFY(measures.size() > without);
        QVERIFY(measures.contains(QStringLiteral("top-hidden")));
        const Board board = desktop.controller.board();
        const Json recipe =
            Json::parse(figureRecipe(desktop.controller.session(), evidenceOf(board)).toStdString());
        const Json &first = recipe["evidence"][0];
        QCOMPARE(first["photo"], 0);
        QCOMPARE(first["row"], 1);
        const TakenMeasure &hidden = board.columns[0].cells[1].evidenceNumbers.front();
        QCOMPARE(first["measures"]["top-hidden"]["value"].get<double>(), hidden.measured.value);
        QCOMPARE(first["measures"]["top-hidden"]["details"]["coarse-low"].get<double>(),
            *hidden.measured.detail("coarse-low"));
        QCOMPARE(recipe["rows"][1]["look"]["evidence"], true);
        QVERIFY(!QString::fromUtf8(figureRecipe(desktop.controller.session()))
                     .contains(QStringLiteral("top-hidden")));
        // A figure has a line for it.
        Board plain = board;
        for (BoardColumn &column : plain.columns)
            column.cells[1].evidence = {};
        const FigureStyle style;
        QVERIFY(FigureLayout(board, style).size().height() > FigureLayout(plain, style).size().height());
    }

    void whatIsStoppedSaysSoAndCanBeStartedAgain()
    {
        Desktop desktop({SaliencyOptions{}});
        QTRY_VERIFY(desktop.controller.state(0, 1).phase == Phase::Done);
        // The lane is busy, so nothing of the evidence can end before it is stopped.
        std::atomic<bool> isFree = false;
        const JobHandle busy = desktop.network.call<bool>({Urgency::Open, {}},
            [&isFree] {
                while (!isFree)
                    QThread::msleep(1);
                return true;
            },
            {.done = [](bool) {}, .failed = [](const Error &) {}});
        desktop.tellEvidence(1);
        QTRY_VERIFY(desktop.controller.isEvidenceAwaited(0, 1));
        QVERIFY(!desktop.controller.canStartEvidence(0, 1));
        desktop.network.stopAll();
        isFree = true;
        QTRY_COMPARE(desktop.cell(0, 1).evidence, evidenceStopped());
        QVERIFY(desktop.controller.canStartEvidence(0, 1));
        QMenu menu;
        fillCellMenu(menu, desktop.controller, 0, 1, {});
        auto *start = menu.findChild<QAction *>(QStringLiteral("startEvidence"));
        QVERIFY(start);
        start->trigger();
        QTRY_VERIFY(desktop.isThere(0, 1));
        QVERIFY(!desktop.controller.canStartEvidence(0, 1));
        // The other photo's was stopped, too: it is asked again where the row is told to.
        QCOMPARE(desktop.cell(1, 1).evidence, evidenceStopped());
        desktop.tellEvidence(1, false);
        QTRY_VERIFY(desktop.cell(1, 1).evidence.isEmpty());
        desktop.tellEvidence(1);
        QTRY_VERIFY(desktop.isThere(1, 1));
    }

    void whatWasMeasuredOfTheMapStaysWhereRandomMapsFail()
    {
        Desktop desktop({SaliencyOptions{}});
        QTRY_VERIFY(desktop.controller.state(0, 1).phase == Phase::Done);
        const MeasurePtr measure = std::make_shared<OfAnswersOnly>();
        BoardEvidence evidence(desktop.network,
            {Urgency::Background,
                [measure](const Answer &, const MethodOptions &, bool) { return std::vector{measure}; },
                {measure}});
        evidence.setNetwork(openNetwork(CONVSCOPE_TEST_DATA "/narrow.pth"), false);
        const BoardEvidence::Subject subject = *desktop.controller.evidenceSubject(0, 1);
        evidence.ask({subject});
        QTRY_VERIFY(!evidence.stateOf(subject.keys).active);
        const RequestState<Evidence> found = evidence.stateOf(subject.keys);
        QVERIFY(!found.error);
        QCOMPARE(found.value->measures.size(), std::size_t(1));
        QCOMPARE(found.value->failed.size(), std::size_t(1));
        QVERIFY(evidence.isLeftUndone(subject.keys));
        const EvidenceWords words = evidenceWords(*subject.answer, *found.value, {names()});
        QVERIFY(words.sentences.value(0).contains(QStringLiteral("No random maps")));
        QCOMPARE(words.hints.last(), evidenceFailed(Error(ErrorKind::OutOfMemory)).hints.last());
    }

    void theRowsMenuAsksForIt()
    {
        Desktop desktop({SaliencyOptions{}, FeatureVisualisationOptions{2, 1}});
        QMenu menu;
        fillRowMenu(menu, desktop.controller, 1, {});
        auto *action = menu.findChild<QAction *>(QStringLiteral("rowEvidence"));
        QVERIFY(action && action->isCheckable() && !action->isChecked());
        action->trigger();
        QVERIFY(desktop.choices.rows()[1].look.evidence);
        QMenu image;
        fillRowMenu(image, desktop.controller, 2, {});
        QVERIFY(!image.findChild<QAction *>(QStringLiteral("rowEvidence")));
    }

    void cellsHaveALineMoreForIt()
    {
        Desktop desktop({SaliencyOptions{}});
        BoardView view(desktop.controller);
        view.resize(700, 900);
        view.show();
        QTRY_VERIFY(desktop.controller.state(1, 1).phase == Phase::Done);
        const auto roomBelow = [&view] {
            int most = 0;
            for (const CellWidget *cell : view.findChildren<CellWidget *>())
                most = std::max(most, cell->height() - cell->width());
            return most;
        };
        const int before = roomBelow();
        desktop.tellEvidence(1);
        QTRY_COMPARE(roomBelow(), before + view.fontMetrics().height());
        QTRY_VERIFY(desktop.isThere(0, 1));
        bool isInTooltip = false;
        for (const CellWidget *cell : view.findChildren<CellWidget *>())
            isInTooltip = isInTooltip || cell->toolTip().contains(QStringLiteral("Hiding the top 10 %"));
        QVERIFY(isInTooltip);
    }

    void theLargeViewMeasuresCurvesWhileTheyAreSeen()
    {
        Desktop desktop({SaliencyOptions{}});
        CellViewer viewer(desktop.controller, nullptr);
        QTRY_VERIFY(desktop.controller.state(0, 1).phase == Phase::Done);
        viewer.open(0, 1);
        auto *panel = viewer.findChild<EvidencePanel *>();
        QVERIFY(!panel->isVisible());
        viewer.findChild<QAction *>(QStringLiteral("largeEvidence"))->trigger();
        QVERIFY(panel->isVisible());
        const auto subject = *desktop.controller.evidenceSubject(0, 1);
        BoardEvidence &curves = desktop.controller.curves();
        QTRY_VERIFY(curves.stateOf(subject.keys).value && !curves.stateOf(subject.keys).active);
        for (const MeasurePtr &measure : removalCurves()) {
            const auto band = curves.band(subject.keys, *measure);
            QVERIFY(band);
            QCOMPARE(band->coarse.size(), std::size_t(rivalsInBand));
            QCOMPARE(band->coarse.front().curve.size(), std::size_t(21));
        }
        QTRY_VERIFY(panel->accessibleDescription().contains(QStringLiteral("random maps")));
        // The sentences are there though the row does not ask for them.
        QVERIFY(!desktop.choices.rows()[1].look.evidence);
        QTRY_VERIFY(!desktop.controller.evidence(0, 1).sentences.isEmpty());
        QVERIFY(desktop.controller.evidence(1, 1).isEmpty());
        QVERIFY(desktop.cell(0, 1).evidence.isEmpty()); // the board stays as it is
        viewer.findChild<QAction *>(QStringLiteral("largeEvidence"))->trigger();
        QVERIFY(!panel->isVisible());
        QVERIFY(desktop.controller.evidence(0, 1).isEmpty());
    }

    void bandsGoFromTheLowestToTheHighest()
    {
        RivalBand band;
        band.coarse = {{.curve = {{0, 1}, {1, 0.2}}}, {.curve = {{0, 0.9}, {1, 0.4}}}};
        const CurvePlot plot = curvePlot(nullptr, &band);
        QVERIFY(plot.curve.empty());
        QCOMPARE(plot.low[0].y, 0.9);
        QCOMPARE(plot.low[1].y, 0.2);
        QCOMPARE(plot.high[0].y, 1.0);
        QCOMPARE(plot.high[1].y, 0.4);
        QVERIFY(plot.randomLow.empty());
    }
};

QTEST_MAIN(EvidenceTest)
#include "evidence_test.moc"
