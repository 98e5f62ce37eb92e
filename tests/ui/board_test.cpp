#include "core/data/classnames.h"
#include "tests/support/photos.h"
#include "tests/support/rows.h"
#include "ui/board/askingorder.h"
#include "ui/board/boardcontroller.h"
#include "ui/board/boardview.h"
#include "ui/board/parameterpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace convscope;
using Phase = CellState::Phase;

namespace {

constexpr int photoRow = 0;
constexpr int saliencyRow = 1;
constexpr int activationRow = 2;
constexpr int filterRow = 3;
constexpr int limeRow = 4;

QStringList names()
{
    QStringList names;
    for (const std::string &name : food11ClassNames())
        names << QString::fromStdString(name);
    return names;
}

} // namespace

/// On drawn photos and the narrow network.
class BoardTest : public QObject
{
    Q_OBJECT

    struct Desktop
    {
        Lane network;
        Lane readers{2};
        Choices choices;
        BoardController controller{choices, network, readers};

        Desktop()
        {
            controller.setClassNames(names());
            askForSteps(choices, 3); // small enough to be quick
            askForSamples(choices, 30);
            controller.setNetwork(openNetwork(CONVSCOPE_TEST_DATA "/narrow.pth"));
        }
        void choose(std::initializer_list<std::size_t> rows)
        {
            const PhotoSet set = openPhotoSet(CONVSCOPE_TEST_DATA "/food", "training");
            std::vector<PhotoRef> photos;
            for (const std::size_t row : rows)
                photos.push_back(set.photos[row]);
            putOnBoard(choices, photos);
        }
        bool all(Phase phase) const
        {
            for (int column = 0; column < controller.columnCount(); ++column) {
                for (int row = 0; row < controller.rowCount(); ++row) {
                    if (controller.state(column, row).phase != phase
                        || controller.state(column, row).outdated)
                        return false;
                }
            }
            return controller.columnCount() > 0;
        }
        const QImage &picture(int column, int row) const
        {
            return controller.column(column).cells.at(row).picture;
        }
        Phase phase(int column, int row) const { return controller.state(column, row).phase; }
    };

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void fillsEveryRowOfEveryPhoto()
    {
        Desktop desktop;
        desktop.choose({0, 4});
        QCOMPARE(desktop.controller.columnCount(), 2);
        QTRY_VERIFY(desktop.all(Phase::Done));
        for (int row = 0; row < 5; ++row)
            QVERIFY(!desktop.picture(1, row).isNull());
        QCOMPARE(desktop.controller.column(0).title, QStringLiteral("0_0"));
        QCOMPARE(desktop.controller.column(0).trueClass, QStringLiteral("Bread"));
        QVERIFY(!desktop.controller.column(0).predictedClass.isEmpty());
        QVERIFY(desktop.controller.column(0).known);
        QCOMPARE(desktop.picture(0, photoRow).size(), QSize(128, 128));
        QCOMPARE(desktop.controller.session().rows.size(), 5);
        QCOMPARE(desktop.controller.session().rows, desktop.choices.rows());
        QCOMPARE(desktop.controller.session().photos.size(), 2);
    }

    /// What is asked last runs first.
    void whatCostsFewPassesIsAskedLast()
    {
        const std::vector<int> order = askingOrder(standardRows());
        QCOMPARE(order, std::vector<int>({saliencyRow, limeRow, filterRow, activationRow, photoRow}));
        const QList<Row> rows{newRow(ActivationOptions{}), newRow(LrpOptions{}), newRow(GradCamOptions{}),
            newRow(SaliencyOptions{})};
        QCOMPARE(askingOrder(rows), std::vector<int>({1, 3, 2, 0}));
    }

    void anotherFilterAsksOnlyWhatDependsOnIt()
    {
        Desktop desktop;
        desktop.choose({0});
        QTRY_VERIFY(desktop.all(Phase::Done));
        const QImage saliency = desktop.picture(0, saliencyRow);
        const QImage activation = desktop.picture(0, activationRow);
        const QImage lime = desktop.picture(0, limeRow);
        desktop.choices.setFilter(15, 1);
        QTRY_VERIFY(desktop.phase(0, activationRow) != Phase::Done
            || desktop.picture(0, activationRow).cacheKey() != activation.cacheKey());
        // What does not depend on the filter was not touched; the old pictures of what does stay until the
        // new come.
        QCOMPARE(desktop.phase(0, saliencyRow), Phase::Done);
        QCOMPARE(desktop.phase(0, limeRow), Phase::Done);
        QVERIFY(!desktop.picture(0, filterRow).isNull());
        QVERIFY(desktop.controller.state(0, filterRow).outdated);
        QTRY_VERIFY(desktop.all(Phase::Done));
        QCOMPARE(desktop.picture(0, saliencyRow).cacheKey(), saliency.cacheKey());
        QCOMPARE(desktop.picture(0, limeRow).cacheKey(), lime.cacheKey());
        QVERIFY(desktop.picture(0, activationRow).cacheKey() != activation.cacheKey());
    }

    void whatWasAnsweredIsThereAtOnce()
    {
        Desktop desktop;
        desktop.choose({0});
        QTRY_VERIFY(desktop.all(Phase::Done));
        desktop.choose({4});
        QTRY_VERIFY(desktop.all(Phase::Done));
        const QSignalSpy jobs(&desktop.network, &Lane::jobsChanged);
        desktop.choose({0});
        QCoreApplication::processEvents();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), 100);
        QCOMPARE(jobs.size(), 0);
    }

    void whatWasBegunGoesOnWhereItWas()
    {
        Desktop desktop;
        askForSamples(desktop.choices, 1000000);
        desktop.choose({0});
        const auto done = [&] { return desktop.controller.state(0, limeRow).progress.done; };
        QTRY_VERIFY(done() >= 20);
        const int before = done();
        desktop.choose({4});
        QTRY_VERIFY(desktop.phase(0, limeRow) == Phase::Running);
        QTRY_COMPARE(desktop.network.jobs().size(), 1); // the first photo's waits, unseen
        desktop.choose({0});
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Running);
        QVERIFY(done() >= before);
        const int resumed = done();
        QTRY_VERIFY(done() > resumed);
        desktop.controller.cancel(0, limeRow);
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Stopped);
    }

    void theSameNetworkOpenedAgainHasAnsweredAlready()
    {
        Desktop desktop;
        const auto open = [&desktop](const char *identity) {
            desktop.controller.setNetwork(
                openNetwork(CONVSCOPE_TEST_DATA "/narrow.pth"), QString::fromLatin1(identity));
        };
        open("one");
        desktop.choose({0});
        QTRY_VERIFY(desktop.all(Phase::Done));
        const QSignalSpy jobs(&desktop.network, &Lane::jobsChanged);
        open("one");
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), 100);
        QCOMPARE(jobs.size(), 0);
        open("another");
        QTRY_VERIFY(!desktop.all(Phase::Done));
        QTRY_VERIFY(desktop.all(Phase::Done));
        QVERIFY(!jobs.isEmpty());
    }

    void keepsTheColumnsOfPhotosThatStay()
    {
        Desktop desktop;
        desktop.choose({0, 4});
        QTRY_VERIFY(desktop.all(Phase::Done));
        const QImage lime = desktop.picture(1, limeRow);
        desktop.choose({4, 5});
        QCOMPARE(desktop.controller.column(0).title, QStringLiteral("1_0"));
        QCOMPARE(desktop.picture(0, limeRow).cacheKey(), lime.cacheKey());
    }

    void cancellingKeepsWhatIsValid()
    {
        Desktop desktop;
        askForSamples(desktop.choices, 1000000);
        desktop.choose({0});
        QTRY_VERIFY(desktop.phase(0, limeRow) == Phase::Running
            && desktop.controller.state(0, limeRow).progress.done >= 2);
        desktop.controller.cancel(0, limeRow);
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Stopped);
        QVERIFY(!desktop.picture(0, limeRow).isNull());
        const QStringList notes = desktop.controller.column(0).cells.at(limeRow).notes;
        QCOMPARE(notes.filter(QStringLiteral("stopped"), Qt::CaseInsensitive).size(), 1); // said once
        QCOMPARE(desktop.phase(0, filterRow), Phase::Done);
        // It stays so until it is started again.
        desktop.choose({4, 0});
        QTest::qWait(400);
        QCOMPARE(desktop.phase(1, limeRow), Phase::Stopped);
        desktop.controller.start(1, limeRow);
        QTRY_COMPARE(desktop.phase(1, limeRow), Phase::Running);
    }

    void estimatesAreShownWhileTheyGrow()
    {
        Desktop desktop;
        askForSamples(desktop.choices, 1000000);
        askForSteps(desktop.choices, 100000);
        desktop.choose({0});
        const auto caption = [&](int row) { return desktop.controller.column(0).cells.at(row).caption; };
        for (const int row : {filterRow, limeRow}) {
            QTRY_VERIFY(!desktop.picture(0, row).isNull());
            QCOMPARE(desktop.phase(0, row), Phase::Running);
            QVERIFY(!desktop.controller.state(0, row).outdated);
            QVERIFY(desktop.controller.column(0).cells.at(row).notes.isEmpty()); // nobody stopped it
            const QString before = caption(row);
            QVERIFY2(before.contains(QStringLiteral("\u00a0of\u00a0")), qPrintable(before));
            const QImage first = desktop.picture(0, row);
            QTRY_VERIFY(caption(row) != before);
            QVERIFY(desktop.picture(0, row).cacheKey() != first.cacheKey());
            QCOMPARE(desktop.phase(0, row), Phase::Running);

            desktop.controller.cancel(0, row);
            QTRY_COMPARE(desktop.phase(0, row), Phase::Stopped);
            QVERIFY(!desktop.picture(0, row).isNull());
            QVERIFY(!caption(row).isEmpty());
        }
        // Started again, what was reached stays in sight, dimmed, until the new estimate comes.
        desktop.controller.start(0, limeRow);
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Running);
        QVERIFY(!desktop.picture(0, limeRow).isNull());
        QVERIFY(desktop.controller.state(0, limeRow).outdated);
        QTRY_VERIFY(!desktop.controller.state(0, limeRow).outdated);
        QCOMPARE(desktop.phase(0, limeRow), Phase::Running);
    }

    void cancellingBeforeTheStartLeavesACellToBeStarted()
    {
        Desktop desktop;
        desktop.choose({0});
        desktop.controller.cancel(0, limeRow);
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Stopped);
        QVERIFY(desktop.picture(0, limeRow).isNull());
        QTRY_COMPARE(desktop.phase(0, filterRow), Phase::Done);
        QCOMPARE(desktop.phase(0, limeRow), Phase::Stopped);
        desktop.controller.start(0, limeRow);
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Done);
    }

    void slowRowsWaitToBeStartedWhereThatIsWanted()
    {
        Desktop desktop;
        desktop.choices.setAutomatic(false);
        desktop.choose({0});
        QTRY_COMPARE(desktop.phase(0, saliencyRow), Phase::Done);
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Stopped);
        QTest::qWait(500);
        QCOMPARE(desktop.phase(0, filterRow), Phase::Stopped);
        desktop.controller.start(0, filterRow);
        QTRY_COMPARE(desktop.phase(0, filterRow), Phase::Done);
        QCOMPARE(desktop.phase(0, limeRow), Phase::Stopped);
        desktop.choices.setAutomatic(true);
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Done);
    }

    /// More than one has the patience for, which would begin with a click too much.
    void manyPhotosStartWhenAsked()
    {
        Desktop desktop;
        desktop.choose({0, 1, 2, 3, 4, 5, 6});
        QVERIFY(desktop.controller.isTooLongToStart());
        const auto row = [&](int which, Phase phase) {
            for (int column = 0; column < 7; ++column) {
                if (desktop.phase(column, which) != phase)
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(row(saliencyRow, Phase::Done));
        QTRY_VERIFY(row(limeRow, Phase::Stopped) && row(filterRow, Phase::Stopped));
        desktop.controller.startRow(limeRow);
        QTRY_VERIFY(row(limeRow, Phase::Done));
        QVERIFY(row(filterRow, Phase::Stopped));
        QVERIFY(!desktop.controller.canStartRow(limeRow) && desktop.controller.canStartRow(filterRow));
        desktop.controller.startAll();
        QTRY_VERIFY(desktop.all(Phase::Done));
        QVERIFY(!desktop.controller.canStartColumn(0));
    }

    /// What has begun and rests says so: of two, one runs.
    void whatRestsIsNotShownAsRunning()
    {
        Desktop desktop;
        desktop.choices.setAll({Row{}, newRow(LimeOptions{})}, {}, 15, 0);
        askForSamples(desktop.choices, 1000000);
        desktop.choices.setAutomatic(false);
        desktop.choose({0, 4});
        QTRY_VERIFY(desktop.controller.canStart(0, 1) && desktop.controller.canStart(1, 1));
        desktop.controller.start(0, 1);
        QTRY_COMPARE(desktop.phase(0, 1), Phase::Running);
        QVERIFY(!desktop.controller.state(0, 1).paused);
        desktop.controller.start(1, 1); // what was asked last goes first
        QTRY_COMPARE(desktop.phase(1, 1), Phase::Running);
        QTRY_VERIFY(desktop.controller.state(0, 1).paused);
        QVERIFY(!desktop.controller.state(1, 1).paused);
        desktop.controller.cancel(1, 1);
        QTRY_VERIFY(!desktop.controller.state(0, 1).paused);
        QCOMPARE(desktop.phase(0, 1), Phase::Running);
    }

    void failedCellsSayWhyAndTheOthersAreDone()
    {
        Desktop desktop;
        desktop.choices.setFilter(15, 4711);
        desktop.choose({0});
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Done);
        QCOMPARE(desktop.phase(0, activationRow), Phase::Failed);
        QCOMPARE(desktop.phase(0, filterRow), Phase::Failed);
        QVERIFY(desktop.controller.column(0).cells.at(activationRow).error.contains(QStringLiteral("4711")));
        QCOMPARE(desktop.phase(0, saliencyRow), Phase::Done);
    }

    void aDamagedPhotoSpoilsOnlyItsColumnAndCanBeRetried()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("3_1.jpg"));
        QFile file(name);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("no picture");
        file.close();
        Desktop desktop;
        const PhotoSet set = openPhotoSet(CONVSCOPE_TEST_DATA "/food", "training");
        putOnBoard(desktop.choices, {{name.toStdString(), 3}, set.photos[0]});
        QTRY_COMPARE(desktop.phase(1, limeRow), Phase::Done);
        QCOMPARE(desktop.phase(0, photoRow), Phase::Failed);
        const QString said = desktop.controller.column(0).cells.at(photoRow).error;
        QVERIFY2(said.startsWith(QStringLiteral("This is not a picture")), qPrintable(said)); // then the path
        QVERIFY(said.endsWith(QStringLiteral("3_1.jpg")));
        QCOMPARE(desktop.phase(0, limeRow), Phase::Empty);
        QVERIFY(!desktop.controller.column(0).cells.at(limeRow).error.isEmpty()); // why it is empty

        QVERIFY(QFile::remove(name));
        QVERIFY(QFile::copy(QString::fromStdString(set.photos[1].file.string()), name));
        desktop.controller.start(0, photoRow);
        QTRY_VERIFY(desktop.all(Phase::Done));
    }

    /// What is exported answers what is asked: neither pictures of an earlier question nor blank cells.
    void anExportLeavesOutWhatIsNotComputedYet()
    {
        Desktop desktop;
        desktop.choose({0});
        QTRY_VERIFY(desktop.all(Phase::Done));
        for (const BoardCell &cell : desktop.controller.board().columns.at(0).cells)
            QVERIFY(!cell.picture.isNull() && cell.error.isEmpty());
        desktop.choices.setAutomatic(false);
        desktop.choices.setFilter(15, 1);
        QTRY_VERIFY(desktop.controller.state(0, filterRow).outdated);
        QVERIFY(!desktop.picture(0, filterRow).isNull()); // still shown, dimmed
        const QList<BoardCell> cells = desktop.controller.board().columns.at(0).cells;
        QVERIFY(cells.at(filterRow).picture.isNull());
        QCOMPARE(cells.at(filterRow).error, QStringLiteral("Not computed yet"));
        QVERIFY(!cells.at(limeRow).picture.isNull());
    }

    void rowsCanBeHidden()
    {
        Desktop desktop;
        for (const char *id : {"saliency", "filter", "lime"})
            desktop.choices.setShown(QLatin1String(id), false);
        desktop.choose({0});
        QTRY_VERIFY(desktop.all(Phase::Done));
        QCOMPARE(desktop.controller.board().rows.size(), 2);
        QCOMPARE(desktop.controller.board().columns.at(0).cells.size(), 2);
        QVERIFY(desktop.network.jobs().isEmpty());
    }

    void viewShowsCellsAndItsButtonsWork()
    {
        Desktop desktop;
        BoardView view(desktop.controller);
        view.resize(900, 700);
        view.show();
        askForSamples(desktop.choices, 1000000);
        desktop.choose({0});
        QToolButton *cancel = nullptr;
        const auto visibleCancel = [&] {
            for (QToolButton *button : view.findChildren<QToolButton *>(QStringLiteral("cancel"))) {
                if (button->isVisible() && button->accessibleName().contains(QStringLiteral("LIME")))
                    cancel = button;
            }
            return cancel && desktop.controller.state(0, limeRow).progress.done >= 2;
        };
        QTRY_VERIFY(visibleCancel());
        cancel->click();
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Stopped);
        auto *start = cancel->parentWidget()->findChild<QPushButton *>(QStringLiteral("start"));
        QTRY_VERIFY(start->isVisible());
        QVERIFY(!cancel->isVisible());
        start->click();
        QTRY_COMPARE(desktop.phase(0, limeRow), Phase::Running);
    }

    void parametersAreThoseOfTheMethods()
    {
        Choices choices;
        ParameterPanel panel(choices);
        panel.setClassNames(names());
        const QSignalSpy edited(&choices, &Choices::changed);
        const auto field = [&](const char *name) { return panel.findChild<QWidget *>(QLatin1String(name)); };
        choices.select(saliencyRow);
        QVERIFY(field("saliency-objective"));
        QVERIFY(!field("lime-stream-offset")); // of the selected row alone
        choices.select(filterRow);
        QCOMPARE(qobject_cast<QDoubleSpinBox *>(field("filter-lr"))->text(), QStringLiteral("0.1"));
        QVERIFY(!field("filter-layer")->isEnabled()); // it follows the network panel
        choices.select(limeRow);
        QVERIFY(field("lime-stream-offset"));
        QCOMPARE(qobject_cast<QDoubleSpinBox *>(field("lime-min-weight"))->text(), QStringLiteral("0.05"));
        const auto before = edited.size();
        qobject_cast<QSpinBox *>(field("lime-samples"))->setValue(50);
        qobject_cast<QDoubleSpinBox *>(field("lime-seed"))->setValue(4294967295.0);
        QCOMPARE(edited.size(), before + 2);
        QCOMPARE(asked<LimeOptions>(choices).samples, 50);
        QCOMPARE(asked<LimeOptions>(choices).seed.value, 4294967295U);
        auto *target = qobject_cast<QComboBox *>(field("lime-target"));
        QCOMPARE(target->count(), 14);
        target->setCurrentIndex(5);
        Q_EMIT target->activated(5);
        QVERIFY(asked<LimeOptions>(choices).target == (Target{Target::Kind::Class, 3}));
        QVERIFY(asked<SaliencyOptions>(choices).target == Target{});
        const auto choose = [](QComboBox *box, int index) {
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index);
        };
        auto *against = qobject_cast<QComboBox *>(field("lime-against"));
        QCOMPARE(against->currentIndex(), 0);
        choose(against, 1);
        QCOMPARE(toString(asked<LimeOptions>(choices).target), std::string("3 against strongest"));
        choose(target, 1); // the other part stays
        QCOMPARE(toString(asked<LimeOptions>(choices).target), std::string("predicted against strongest"));
        QCOMPARE(against->currentIndex(), 1);
        choose(target, 13);
        QVERIFY(asked<LimeOptions>(choices).target == Target{Target::Kind::Entropy});
        QVERIFY(!against->isEnabled());
        qobject_cast<QPushButton *>(field("resetParameters"))->click();
        QCOMPARE(asked<LimeOptions>(choices).samples, 1000);
        QCOMPARE(qobject_cast<QSpinBox *>(field("lime-samples"))->value(), 1000);
        QVERIFY(asked<LimeOptions>(choices).target == Target{});
    }

    /// Layer and filter of a row are its own once it is held.
    void layerAndFilterAreEditedWhereTheRowIsHeld()
    {
        Choices choices;
        ParameterPanel panel(choices);
        const auto spin = [&](const char *name) { return panel.findChild<QSpinBox *>(QLatin1String(name)); };
        choices.select(activationRow);
        panel.findChild<QCheckBox *>(QStringLiteral("holdRow"))->click();
        QVERIFY(choices.rows().at(activationRow).held);
        QVERIFY(spin("activation-layer")->isEnabled() && spin("activation-filter")->isEnabled());
        spin("activation-layer")->setValue(4);
        spin("activation-filter")->setValue(2);
        QVERIFY(asked<ActivationOptions>(choices) == (ActivationOptions{4, 2}));
        choices.setFilter(9, 3);
        QVERIFY(asked<ActivationOptions>(choices) == (ActivationOptions{4, 2}));
        QCOMPARE(asked<FeatureVisualisationOptions>(choices).layer.index, 9);
        panel.findChild<QCheckBox *>(QStringLiteral("holdRow"))->click();
        QVERIFY(asked<ActivationOptions>(choices) == (ActivationOptions{9, 3}));
        QVERIFY(!spin("activation-layer")->isEnabled());
        choices.select(saliencyRow); // has neither
        QVERIFY(!panel.findChild<QCheckBox *>(QStringLiteral("holdRow"))->isVisibleTo(&panel));
    }
};

QTEST_MAIN(BoardTest)
#include "board_test.moc"
