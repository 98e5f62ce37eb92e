#include "core/computing.h"
#include "core/explain/comparisonstore.h"
#include "tests/support/nameless.h"
#include "tests/support/patience.h"
#include "tests/support/rows.h"
#include "ui/comparison/comparer.h"
#include "ui/comparison/comparisondialog.h"
#include "ui/comparison/comparisonmodel.h"
#include "ui/comparison/stripview.h"
#include "ui/present/comparedmethods.h"
#include "ui/present/comparisontexts.h"
#include "ui/present/keptanswers.h"
#include "ui/present/stripplot.h"
#include "ui/window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <future>
#include <set>

using namespace convscope;

namespace {

const std::filesystem::path food = CONVSCOPE_TEST_DATA "/food";
const std::filesystem::path networkFile = CONVSCOPE_TEST_DATA "/narrow.pth";

std::shared_ptr<const Network> narrow()
{
    static const std::shared_ptr<const Network> network = openNetwork(networkFile);
    return network;
}

/// Listed once, before that is forbidden on this thread.
const std::vector<PhotoRef> &photos()
{
    static const std::vector<PhotoRef> all = openPhotoSet(food, "training").photos;
    return all;
}

NetworkSource source() { return {networkFile, stampOf(networkFile), QStringLiteral("as usual")}; }

/// What takes a moment.
ComparisonPlan quickPlan(std::size_t count)
{
    return {.photos = spreadPhotos(photos(), count),
        .questions = {SaliencyOptions{}, InputXGradientOptions{}},
        .measures = {measureNamed("top-hidden"), measureNamed("sparseness")}};
}

/// Three rivals and two methods, measured by hand on two photos: the second method is the best.
std::shared_ptr<const Comparer::State> smallState(double ofSecond = 0.8)
{
    auto state = std::make_shared<Comparer::State>();
    state->plan = quickPlan(2);
    state->plan.measures = {measureNamed("insertion-deletion"), measureNamed("top-hidden")};
    for (const double more : {0.0, 0.1}) {
        auto photo = std::make_shared<ComparedPhoto>();
        photo->isDone = true;
        for (const double value : {0.1, 0.15, 0.0, 0.5, ofSecond}) {
            const std::optional<double> found = value == 0 ? std::nullopt : std::optional(value + more);
            photo->maps.push_back({0, {Finding{found, {}}, Finding{found, {}}}});
        }
        state->photos.push_back(photo);
    }
    state->summary = summaryOf(state->plan, state->photos);
    return state;
}

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts += model.index(row, column).data().toString();
    return texts;
}

/// A comparer with lanes of its own.
struct Bench
{
    Lane network;
    Lane workers{2};
    Comparer comparer{network, workers};

    Bench() { comparer.setNetwork(narrow(), source()); }
    bool isDone() const
    {
        return !comparer.isRunning() && comparer.state()
            && comparer.state()->summary.done == int(comparer.state()->plan.photos.size());
    }
};

ComparisonOffer offerOf(std::vector<MethodOptions> board)
{
    return {.boardMethods = [board] { return board; },
        .chosen = [](const MethodOptions &method) { return method; },
        .photoCount = [] { return int(photos().size()); },
        .photos = [] { return photos(); },
        .folder = [] { return food; }};
}

std::vector<MethodOptions> quickMethods() { return {SaliencyOptions{}, InputXGradientOptions{}}; }

void chooseMeasures(const ComparisonDialog &dialog, const QStringList &names)
{
    auto *list = dialog.findChild<QListWidget *>(QStringLiteral("comparedMeasures"));
    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(
            names.contains(list->item(row)->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
}

} // namespace

class ComparisonTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QByteArray svgOf(const Drawing &drawing) const
    {
        const QString svg = m_folder->filePath(QStringLiteral("comparison.svg"));
        std::async(std::launch::async, [&] { writeDrawing(svg.toStdString(), drawing, 96); }).get();
        QFile file(svg);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ConvscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("ConvscopeTest"));
        QVERIFY(narrow());
        QCOMPARE(photos().size(), std::size_t(11));
        forbidComputing([](const char *function) { qWarning("%s on the window's thread", function); });
    }

    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CACHE_HOME", m_folder->filePath(QStringLiteral("cache")).toUtf8());
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
        qputenv("XDG_STATE_HOME", m_folder->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
    }

    void theTableHasTheRivalsFirst()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setState(smallState());
        QCOMPARE(column(model, 0).join(u'|'),
            QStringLiteral("random map|coarse random map|uniform map|Saliency|Input × gradient"));
        // The mean of 0.8 and 0.9, and of 0.5 and 0.6; percentiles of two values are these two.
        QCOMPARE(model.index(4, 1).data().toString(), QStringLiteral("0.85  0.80 – 0.90 ★"));
        QVERIFY(model.index(4, 1).data(Qt::FontRole).value<QFont>().bold());
        QCOMPARE(model.index(2, 1).data().toString(), QStringLiteral("–"));
        // Of the second measure lower is better, and the rivals are lower: no method is the best.
        QCOMPARE(model.index(3, 2).data().toString(), QStringLiteral("55 %  50 % – 60 %"));
        QVERIFY(model.index(4, 1)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("the interval overlaps that of no other map")));
        QVERIFY(model.headerData(1, Qt::Horizontal, Qt::DisplayRole)
                    .toString()
                    .contains(QStringLiteral("insertion less deletion\u00a0↑\n2 photos")));
    }

    void theTableIsSortedByAnyMeasure()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model);
        model.setState(smallState());
        const QPersistentModelIndex second = model.index(4, 1);
        model.sort(1, Qt::DescendingOrder);
        QCOMPARE(column(model, 0).mid(3).join(u'|'), QStringLiteral("Input × gradient|Saliency"));
        QCOMPARE(second.row(), 3);
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(column(model, 0).mid(3).join(u'|'), QStringLiteral("Saliency|Input × gradient"));
        model.sort(2, Qt::DescendingOrder); // the best first: lower is better
        QCOMPARE(column(model, 0).mid(3).join(u'|'), QStringLiteral("Saliency|Input × gradient"));
        // What is measured meanwhile is sorted in.
        model.setState(smallState(0.3));
        QCOMPARE(column(model, 0).mid(3).join(u'|'), QStringLiteral("Input × gradient|Saliency"));
        QCOMPARE(second.row(), 3);
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(column(model, 0).mid(3).join(u'|'), QStringLiteral("Saliency|Input × gradient"));
        model.setState(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void aPhotoWithoutAMaskIsToldFromAMapThatSaysNothing()
    {
        ComparisonPlan plan = quickPlan(3);
        plan.measures = {measureNamed("energy"), measureNamed("sparseness")};
        const auto notesOf = [&plan](bool isSecondMapEmpty) {
            ComparedPhotos photos;
            for (const bool hasMask : {true, false, false}) {
                auto photo = std::make_shared<ComparedPhoto>();
                photo->isDone = true;
                for (std::size_t map = 0; map < plan.mapCount(); ++map) {
                    const bool isEmpty = isSecondMapEmpty && map == 4 && photos.size() == 1;
                    const Finding something{0.5, {}};
                    photo->maps.push_back(
                        {0, {hasMask ? something : Finding(), isEmpty ? Finding() : something}});
                }
                photos.push_back(photo);
            }
            return comparisonNotes(plan, summaryOf(plan, photos), 3).join(u'\n');
        };
        const QString mask = QStringLiteral(
            "Of 2 photos there is no mask, so what is measured by the mask has no value there.");
        QVERIFY2(notesOf(false).contains(mask), qPrintable(notesOf(false)));
        QVERIFY2(!notesOf(false).contains(QStringLiteral("the same everywhere")), qPrintable(notesOf(false)));
        QVERIFY(notesOf(true).contains(mask));
        QVERIFY(notesOf(true).contains(QStringLiteral(
            "Input × gradient has no value on 1 photo: there its map is the same everywhere")));
        QVERIFY(!notesOf(true).contains(QStringLiteral("Saliency has no value")));
    }

    void whatCanBeComparedIsThereOnce()
    {
        const std::vector<MethodOptions> methods = comparableOf({SaliencyOptions{}, RandomMapOptions{},
            FeatureVisualisationOptions{}, SaliencyOptions{}, InputXGradientOptions{}});
        QVERIFY(methods == quickMethods());
        Row ofSecond = newRow(SaliencyOptions{});
        ofSecond.network = AskedNetwork::Second;
        QVERIFY(questionsOf({Row{}, ofSecond, newRow(OcclusionOptions{})})
            == std::vector<MethodOptions>{OcclusionOptions{}});
    }

    void itRunsAndIsKept()
    {
        {
            Bench bench;
            bench.comparer.start(quickPlan(4), food);
            QVERIFY(bench.comparer.isRunning());
            QTRY_VERIFY(bench.isDone());
            QCOMPARE(bench.comparer.state()->knownBefore, 0);
            QVERIFY(!bench.comparer.state()->notKept);
            QCOMPARE(bench.comparer.state()->summary.columns[0].photos, 4);
        }
        QVERIFY(keptTotal().comparisons > 0);
        Bench bench;
        bench.comparer.start(quickPlan(4), food);
        QTRY_VERIFY(bench.isDone());
        QCOMPARE(bench.comparer.state()->knownBefore, 4);
    }

    void whatWasUsedLongAgoMakesRoom()
    {
        const std::filesystem::path old = keptFolder() / ("old" + std::string(ComparisonStore::ending));
        std::filesystem::create_directories(old.parent_path());
        std::ofstream(old).put('x');
        std::filesystem::resize_file(old, maxKeptBytes);
        std::filesystem::last_write_time(
            old, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
        Bench bench;
        bench.comparer.start(quickPlan(1), food);
        QTRY_VERIFY(bench.isDone());
        QVERIFY(!std::filesystem::exists(old));
        QVERIFY(keptTotal().comparisons > 0);
    }

    void whatIsDoneStaysWhenItIsStopped()
    {
        Bench bench;
        ComparisonPlan plan = quickPlan(11);
        plan.questions = {SaliencyOptions{}, OcclusionOptions{}};
        bench.comparer.start(plan, food);
        QTRY_VERIFY(bench.comparer.state() && bench.comparer.state()->summary.done > 0);
        bench.comparer.stop();
        QTRY_VERIFY(!bench.comparer.isRunning());
        QTRY_VERIFY(bench.comparer.state()->summary.done > 0);
        QVERIFY(!bench.comparer.failure());
        bench.comparer.start(plan, food);
        QTRY_VERIFY(bench.comparer.state()->knownBefore > 0);
        QTRY_VERIFY(bench.isDone());
        // Another network is another matter.
        bench.comparer.setNetwork(narrow(), source());
        QVERIFY(!bench.comparer.state());
    }

    void aPlotTellsWhichPhotoADotIs()
    {
        const auto state = smallState();
        PlotLook look;
        look.font = QGuiApplication::font();
        const StripLayout layout(
            stripPlotOf(state->plan, state->photos, state->summary, 0, {0, 1, 2, 3, 4}), look, {600, 300});
        QCOMPARE(layout.plot().strips[4].values.size(), std::size_t(2));
        QVERIFY(layout.plot().strips[4].isBest);
        QVERIFY(layout.plot().strips[2].values.empty());
        QVERIFY(!layout.dotAt({-50, -50}));
        // Somewhere on the line of each map with values its dots are found.
        std::set<std::pair<std::size_t, std::size_t>> found;
        for (int x = 0; x < 600; x += 2) {
            for (int y = 0; y < 300; y += 2) {
                if (const auto dot = layout.dotAt(QPointF(x, y)))
                    found.insert({dot->strip, dot->photo});
            }
        }
        QCOMPARE(found.size(), std::size_t(8));
    }

    void anAxisEndsWithAHundredPercent()
    {
        auto state = std::make_shared<Comparer::State>(*smallState());
        const auto put = [&state](std::size_t place, double value) {
            auto photo = std::make_shared<ComparedPhoto>(*state->photos[place]);
            for (ComparedMap &map : photo->maps)
                map.findings[1] = Finding{value, {}};
            state->photos[place] = photo;
        };
        put(0, 0.99996);
        put(1, 0.9999999);
        state->summary = summaryOf(state->plan, state->photos);
        PlotLook look;
        look.font = QGuiApplication::font();
        const StripLayout layout(
            stripPlotOf(state->plan, state->photos, state->summary, 1, {3, 4}), look, {600, 300});
        const QByteArray said =
            svgOf({{600, 300}, [layout](QPainter &painter) { layout.paint(painter); }, {}});
        QVERIFY2(said.contains(">100 %<"), said.constData()); // 100,000 steps of 0.00001
    }

    void theFigureSaysAllByItself()
    {
        const auto state = smallState();
        const Drawing drawing = comparisonDrawing(state->plan, state->photos, state->summary, 0,
            {QStringLiteral("Two photos"), QStringLiteral("Network: narrow")});
        const QByteArray text = svgOf(drawing);
        for (const char *said :
            {"Two photos", "Network: narrow", "Saliency", "uniform map", "higher is better"})
            QVERIFY2(text.contains(said), said);
    }

    void theDialogComparesAndLeadsOn()
    {
        Bench bench;
        ComparisonOffer offer = offerOf(quickMethods());
        std::filesystem::path folder = food;
        offer.folder = [&folder] { return folder; };
        ComparisonDialog dialog(bench.comparer, bench.workers, offer, nullptr);
        dialog.show();
        chooseMeasures(dialog, {QStringLiteral("top-hidden"), QStringLiteral("sparseness")});
        auto *start = dialog.findChild<QPushButton *>(QStringLiteral("startComparison"));
        auto *table = dialog.findChild<QTableView *>(QStringLiteral("comparisonTable"));
        auto *summary = dialog.findChild<QLabel *>(QStringLiteral("comparisonSummary"));
        QVERIFY(start->isEnabled());
        QVERIFY(summary->text().contains(QStringLiteral("Which method suits this network?")));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(bench.isDone());
        QTRY_COMPARE(summary->text(), QStringLiteral("11 photos are measured"));
        // A figure names what was measured, whatever is opened meanwhile.
        folder = "another";
        QCOMPARE(bench.comparer.state()->folder, food);
        QCOMPARE(bench.comparer.state()->network, networkFile);
        QCOMPARE(table->model()->rowCount(), 5);
        QCOMPARE(table->model()->columnCount(), 3);
        QCOMPARE(nameless(dialog).join(u' '), QString());

        // A cell shows its best and its worst photos; a click on one asks for it.
        table->setCurrentIndex(table->model()->index(3, 1));
        auto *best = dialog.findChild<QListWidget *>(QStringLiteral("bestPhotos"));
        auto *worst = dialog.findChild<QListWidget *>(QStringLiteral("worstPhotos"));
        QCOMPARE(best->count(), 6);
        QCOMPARE(worst->count(), 5); // no photo is in both
        QSignalSpy photoAsked(&dialog, &ComparisonDialog::photoAsked);
        QTest::mouseClick(best->viewport(), Qt::LeftButton, {}, best->visualItemRect(best->item(0)).center());
        QVERIFY(!photoAsked.isEmpty());
        const auto &state = *bench.comparer.state();
        QCOMPARE(photoAsked.first().first().value<PhotoRef>().file,
            state.plan.photos[sortedPhotos(state.plan, state.photos, 3, 0).front()].file);

        // The method of the row is asked for by its button, and by Enter on its name.
        QSignalSpy methodAsked(&dialog, &ComparisonDialog::methodAsked);
        auto *add = dialog.findChild<QPushButton *>(QStringLiteral("addComparedMethod"));
        QTest::mouseClick(add, Qt::LeftButton);
        table->setCurrentIndex(table->model()->index(4, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(methodAsked.size(), 2);
        QVERIFY(methodAsked[1].first().value<MethodOptions>() == MethodOptions(InputXGradientOptions{}));
        table->setCurrentIndex(table->model()->index(0, 0)); // a rival is no row
        QVERIFY(!add->isEnabled());

        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("copyComparison")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("map,parameters,measure,")));
    }

    void theDialogSaysWhatIsMissing()
    {
        Bench bench;
        ComparisonDialog dialog(bench.comparer, bench.workers, offerOf({}), nullptr);
        dialog.show();
        auto *start = dialog.findChild<QPushButton *>(QStringLiteral("startComparison"));
        auto *status = dialog.findChild<QLabel *>(QStringLiteral("comparisonStatus"));
        QVERIFY(!start->isEnabled());
        QVERIFY(status->text().contains(QStringLiteral("No row of the board")));
        auto *methods = dialog.findChild<QComboBox *>(QStringLiteral("comparedMethods"));
        methods->setCurrentIndex(methods->count() - 1); // all
        QVERIFY(start->isEnabled());
        chooseMeasures(dialog, {});
        QVERIFY(!start->isEnabled());
        QCOMPARE(status->text(), QStringLiteral("Choose at least one measure."));
        bench.comparer.setNetwork(nullptr, {});
        QCOMPARE(status->text(), QStringLiteral("Open a network first."));
    }

    void theWindowComparesItsRows()
    {
        MainWindow window({.model = networkFile, .data = food, .split = "training", .network = {}});
        window.show();
        auto *choices = window.findChild<Choices *>();
        choices->setAutomatic(false); // the comparison waits for LIME
        choices->replaceRows({newRow(SaliencyOptions{}), newRow(GuidedBackpropOptions{})});
        auto *list = window.findChild<QListView *>(QStringLiteral("photos"));
        QTRY_COMPARE(list->model()->rowCount(), 11);
        window.findChild<QAction *>(QStringLiteral("compareMethods"))->trigger();
        auto *dialog = window.findChild<ComparisonDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        chooseMeasures(*dialog, {QStringLiteral("sparseness")});
        auto *start = dialog->findChild<QPushButton *>(QStringLiteral("startComparison"));
        QTRY_VERIFY(start->isEnabled());
        QTest::mouseClick(start, Qt::LeftButton);
        auto *summary = dialog->findChild<QLabel *>(QStringLiteral("comparisonSummary"));
        QTRY_COMPARE(summary->text(), QStringLiteral("11 photos are measured"));
        auto *table = dialog->findChild<QTableView *>(QStringLiteral("comparisonTable"));
        QCOMPARE(column(*table->model(), 0).mid(3).join(u'|'), QStringLiteral("Saliency|Guided backprop"));

        // A method with a row selects it; one without becomes a row.
        table->setCurrentIndex(table->model()->index(4, 0));
        auto *add = dialog->findChild<QPushButton *>(QStringLiteral("addComparedMethod"));
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(choices->rows().size(), 2);
        QCOMPARE(choices->selected(), 1);
        choices->setNetwork(1, AskedNetwork::Second); // the same method of another network is another row
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(choices->rows().size(), 3);
        QCOMPARE(choices->selected(), 2);
        QCOMPARE(choices->rows()[2].network, AskedNetwork::First);
        choices->remove(1);
        choices->remove(1);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(idsOf(choices->rows()).join(u' '), QStringLiteral("saliency guidedbackprop"));

        // A photo comes to the board.
        auto *best = dialog->findChild<QListWidget *>(QStringLiteral("bestPhotos"));
        table->setCurrentIndex(table->model()->index(3, 1));
        const std::size_t before = choices->photos().onBoard().size();
        for (int row = 0; row < 2; ++row)
            QTest::mouseClick(
                best->viewport(), Qt::LeftButton, {}, best->visualItemRect(best->item(row)).center());
        QVERIFY(choices->photos().onBoard().size() > before);
    }
};

QTEST_MAIN(ComparisonTest)
#include "comparison_test.moc"
