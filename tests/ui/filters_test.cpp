#include "core/explain/methods.h"
#include "tests/support/networks.h"
#include "tests/support/patience.h"
#include "ui/filters/filtercard.h"
#include "ui/filters/filtergrid.h"
#include "ui/filters/filterinspector.h"
#include "ui/filters/filtermapmodel.h"
#include "ui/filters/kernelview.h"
#include "ui/filters/statisticsmodel.h"
#include "ui/present/filterpictures.h"
#include "ui/present/pictures.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <QTreeView>

using namespace convscope;

namespace {

/// Four filters of 2×1: means 1, 5, 0 and 2, largest values 2, 5, 0 and 3; the second and the third are
/// constant.
std::shared_ptr<const FilterMaps> fourMaps()
{
    auto maps = std::make_shared<FilterMaps>();
    maps->maps = {4, 1, 2, {0, 2, 5, 5, 0, 0, 1, 3}};
    maps->filters = filterStatistics(maps->maps);
    return maps;
}

PhotoRef photo(const char *name) { return {testFile(std::string("food/training/") + name + ".jpg"), {}}; }

/// What a question's method answers, stepped to its end.
Answer answerTo(const Photo &about, const MethodOptions &options)
{
    const auto network = narrowNetwork();
    const auto run = explain(*network, about, options);
    while (run->step()) { }
    return run->answer();
}

Activation activationOf(const char *name, int layer, int filter)
{
    return std::get<Activation>(answerTo(loadPhoto(photo(name), {}), ActivationOptions{layer, filter}));
}

/// An inspector of the narrow network in float64, with what looks at it.
struct Bench
{
    Lane network;
    Lane readers;
    std::shared_ptr<FileVersions> versions = std::make_shared<FileVersions>();
    FilterInspector inspector{network, readers, versions};
    FilterGrid grid{inspector};
    FilterCard card{inspector};

    Bench()
    {
        inspector.setNetwork(narrowNetwork());
        inspector.setPhotos({photo("3_10"), photo("0_0")});
        inspector.setFilter(16, 3);
        grid.resize(300, 400);
        card.resize(320, 900);
    }

    FilterList *list() const { return grid.findChild<FilterList *>(); }
    FilterMapModel *model() const { return grid.findChild<FilterMapModel *>(); }
    QString label(const char *name) const
    {
        const auto *inGrid = grid.findChild<QLabel *>(QLatin1String(name));
        return (inGrid ? inGrid : card.findChild<QLabel *>(QLatin1String(name)))->text();
    }
    QString cell(int row, int column) const
    {
        const auto *table = card.findChild<QTreeView *>(QStringLiteral("filterStatistics"));
        return table->model()->index(row, column).data().toString();
    }
    /// Filters in the order in which they stand.
    QList<int> order() const
    {
        QList<int> filters;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            filters << list()->model()->index(row, 0).data(FilterMapModel::FilterRole).toInt();
        return filters;
    }
};

} // namespace

class FiltersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Of every warning but those that the offscreen platform gives for any window.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void mapsAreColouredFromTheirRange()
    {
        const Map maps = fourMaps()->maps;
        const Range own = channelRange(maps, 0);
        QCOMPARE(own.low, 0.0);
        QCOMPARE(own.high, 2.0);
        const QImage alone = channelPicture(maps, 0, own);
        QCOMPARE(alone.size(), QSize(2, 1));
        QCOMPARE(alone.pixel(0, 0), colourAt(ColourMap::Viridis, 0));
        QCOMPARE(alone.pixel(1, 0), colourAt(ColourMap::Viridis, 1));
        QCOMPARE(channelPicture(maps, 0, {0, 5}).pixel(1, 0), colourAt(ColourMap::Viridis, 0.4));
        QCOMPARE(channelPicture(maps, 2, channelRange(maps, 2)).pixel(1, 0),
            colourAt(ColourMap::Viridis, 0)); // constant
    }

    /// The file may be another by now.
    void photosAreReadAgain()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("3_1.jpg")).toStdString();
        std::filesystem::copy_file(photo("3_10").file, file);
        Bench bench;
        bench.inspector.setMapsWanted(true);
        bench.inspector.setPhotos({{file, {}}});
        QTRY_VERIFY_WITH_TIMEOUT(bench.inspector.maps().value, patience);
        const std::shared_ptr<const FilterMaps> maps = bench.inspector.maps().value;
        const std::vector<double> before = maps->maps.values;
        QVERIFY(!bench.versions->look());
        bench.inspector.takeVersions(); // nothing has changed, so nothing is asked again
        QTest::qWait(50);
        QCOMPARE(bench.inspector.maps().value, maps);
        std::filesystem::copy_file(
            photo("0_0").file, file, std::filesystem::copy_options::overwrite_existing);
        QVERIFY(bench.versions->look());
        bench.inspector.takeVersions();
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.inspector.maps().value && bench.inspector.maps().value->maps.values != before, patience);
    }

    void weightsAreColouredAroundZero()
    {
        QCOMPARE(qRed(diverging(0)), qBlue(diverging(0)));
        QVERIFY(qRed(diverging(-1)) > qBlue(diverging(-1))); // orange
        QVERIFY(qBlue(diverging(1)) > qRed(diverging(1))); // blue
        QCOMPARE(diverging(7), diverging(1));
        const Map kernel{3, 1, 2, {-2, 0, 0, 1, 2, 0}};
        QCOMPARE(largestWeight(kernel), 2.0);
        QCOMPARE(kernelPicture(kernel, 0, 2).pixel(0, 0), diverging(-1));
        QCOMPARE(kernelPicture(kernel, 1, 2).pixel(1, 0), diverging(0.5));
        QCOMPARE(kernelColours(kernel).pixel(0, 0), qRgb(0, 128, 255));
        QCOMPARE(kernelColours(kernel).pixel(1, 0), qRgb(128, 191, 128));
    }

    void modelMakesPicturesWhenTheyAreSeen()
    {
        Lane readers;
        FilterMapModel model(readers);
        const QAbstractItemModelTester tester(&model);
        model.setFilters(4);
        QVERIFY(model.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
        model.setMaps(fourMaps());
        QVERIFY(model.index(0).data(Qt::DecorationRole).value<QImage>().isNull()); // asked for now
        QTRY_VERIFY(!model.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
        QCOMPARE(model.index(0).data(Qt::DecorationRole).value<QImage>().pixel(1, 0),
            colourAt(ColourMap::Viridis, 1));
        QVERIFY(!model.index(3).data(FilterMapModel::SilentRole).toBool());
        QVERIFY(model.index(1).data(FilterMapModel::SilentRole).toBool());
        QCOMPARE(model.index(3).data(FilterMapModel::MeanRole).toDouble(), 2.0);
        QCOMPARE(model.index(3).data(FilterMapModel::MostRole).toDouble(), 3.0);
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("silent")));
        QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img src='data:")));
        model.setOneScale(true);
        QTRY_COMPARE(model.index(0).data(Qt::DecorationRole).value<QImage>().pixel(1, 0),
            colourAt(ColourMap::Viridis, 0.4));
        model.setMaps(std::make_shared<FilterMaps>()); // of another layer: not these filters'
        QCOMPARE(model.maps()->maps.channels, 4);
    }

    void gridShowsTheFirstPhotosMaps()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.list()->model());
        bench.grid.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.model()->maps(), patience);
        QCOMPARE(bench.list()->model()->rowCount(), 12);
        QVERIFY(bench.label("filterStatus").contains(QStringLiteral("3_10")));
        QCOMPARE(bench.list()->currentIndex().data().toString(), QStringLiteral("3"));

        // The same as the board's row asks one by one
        const QImage expected = mapPicture(activationOf("3_10", 16, 3).map);
        QTRY_COMPARE(bench.model()->index(3).data(Qt::DecorationRole).value<QImage>(), expected);
    }

    void filtersStandInTheOrderAskedFor()
    {
        Bench bench;
        bench.grid.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.model()->maps(), patience);
        auto *order = bench.grid.findChild<QComboBox *>(QStringLiteral("filterOrder"));
        for (const auto &[index, member] :
            {std::pair{1, &FilterStatistics::mean}, {2, &FilterStatistics::max}}) {
            order->setCurrentIndex(index);
            const QList<int> filters = bench.order();
            const auto &statistics = bench.model()->maps()->filters;
            QVERIFY(std::is_sorted(filters.begin(), filters.end(), [&](int a, int b) {
                return statistics[std::size_t(a)].*member > statistics[std::size_t(b)].*member;
            }));
            QCOMPARE(bench.list()->currentIndex().data().toString(), QStringLiteral("3")); // still chosen
        }
        QCOMPARE(bench.order().size(), 12);
        order->setCurrentIndex(0);
        QList<int> counted(12);
        std::iota(counted.begin(), counted.end(), 0);
        QCOMPARE(bench.order(), counted);
    }

    /// The strongest are what was asked for; the chosen one may be far below.
    void theStrongestAreSeenWhereTheyAreAskedFor()
    {
        Bench bench;
        bench.grid.resize(220, 180);
        bench.grid.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.model()->maps(), patience);
        auto *order = bench.grid.findChild<QComboBox *>(QStringLiteral("filterOrder"));
        order->setCurrentIndex(1);
        const int weakest = bench.order().last();
        order->setCurrentIndex(0);
        bench.inspector.setFilter(16, weakest);
        QTRY_COMPARE(bench.list()->currentIndex().data().toInt(), weakest);
        order->setCurrentIndex(1);
        QCOMPARE(bench.list()->currentIndex().row(), 11);
        const QRect shown = bench.list()->viewport()->rect();
        QVERIFY(shown.contains(bench.list()->visualRect(bench.list()->model()->index(0, 0)).center()));
        QVERIFY(!shown.contains(bench.list()->visualRect(bench.list()->currentIndex()).center()));
        order->setCurrentIndex(0); // by number the chosen one is found where it stands
        QVERIFY(shown.contains(bench.list()->visualRect(bench.list()->currentIndex()).center()));
    }

    void clickArrowsAndNumbersChoose()
    {
        Bench bench;
        bench.grid.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.model()->maps(), patience);
        const QSignalSpy chosen(&bench.grid, &FilterGrid::chosen);
        const auto last = [&] { return chosen.last().first().toInt(); };
        QTest::mouseClick(bench.list()->viewport(), Qt::LeftButton, {},
            bench.list()->visualRect(bench.list()->model()->index(5, 0)).center());
        QCOMPARE(last(), 5);
        QTest::keyClick(bench.list(), Qt::Key_Right);
        QCOMPARE(last(), 6);
        QTest::keyClick(bench.list(), Qt::Key_1);
        QCOMPARE(last(), 1);
        QTest::keyClick(bench.list(), Qt::Key_1); // at once after the first: one number
        QCOMPARE(last(), 11);
        QTest::qWait(QApplication::keyboardInputInterval() + 100); // what is waited for is the pause itself
        QCoreApplication::processEvents(); // its end, where the machine was busy until now
        QTest::keyClick(bench.list(), Qt::Key_2);
        QCOMPARE(last(), 2);
        const qsizetype before = chosen.size();
        bench.grid.setFilter(7); // from outside
        QCOMPARE(bench.list()->currentIndex().data().toString(), QStringLiteral("7"));
        QCOMPARE(chosen.size(), before);
    }

    void hoveringEnlarges()
    {
        Bench bench;
        bench.grid.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.model()->maps(), patience);
        const QPoint place = bench.list()->visualRect(bench.list()->model()->index(2, 0)).center();
        QHelpEvent help(QEvent::ToolTip, place, bench.list()->viewport()->mapToGlobal(place));
        QApplication::sendEvent(bench.list()->viewport(), &help);
        QVERIFY(QToolTip::text().contains(QStringLiteral("Filter 2: mean")));
        QVERIFY(QToolTip::text().contains(QStringLiteral("width='256'")));
    }

    void anotherPhotoKeepsTheOldMapsDimmed()
    {
        Bench bench;
        bench.grid.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.model()->maps(), patience);
        const auto before = bench.model()->maps();
        bench.inspector.setPhotos({photo("0_0")});
        QTRY_VERIFY(bench.model()->index(0).data(FilterMapModel::OutdatedRole).toBool());
        QCOMPARE(bench.model()->maps(), before);
        QTRY_VERIFY_WITH_TIMEOUT(bench.model()->maps() != before, patience);
        QVERIFY(!bench.model()->index(0).data(FilterMapModel::OutdatedRole).toBool());
        bench.inspector.setPhotos({photo("3_10")}); // remembered: the very same
        QTRY_COMPARE(bench.model()->maps(), before);
    }

    void photosThatCannotBeReadAreSaidSo()
    {
        Bench bench;
        bench.grid.show();
        bench.card.show();
        bench.inspector.setPhotos({{"/nowhere/1_0.jpg", {}}});
        QTRY_VERIFY_WITH_TIMEOUT(bench.label("filterStatus").contains(QStringLiteral("1_0.jpg")), patience);
        QTRY_COMPARE(bench.cell(0, StatisticsModel::Mean), QStringLiteral("–"));
        bench.inspector.setPhotos({});
        QTRY_VERIFY(bench.label("filterStatus").startsWith(QStringLiteral("Select a photo")));
    }

    void nothingIsComputedThatNobodyLooksAt()
    {
        Bench bench;
        QTest::qWait(50); // an event loop's turn and the time to load a photo
        QVERIFY(!bench.inspector.maps().active && !bench.inspector.maps().value);
        QVERIFY(!bench.inspector.kernel().active && !bench.inspector.kernel().value);
        bench.card.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.inspector.kernel().value, patience);
        QVERIFY(!bench.inspector.maps().active && !bench.inspector.maps().value);
    }

    void cardSaysWhatTheFilterAnswersToEachPhoto()
    {
        Bench bench;
        const auto *table = bench.card.findChild<QTreeView *>(QStringLiteral("filterStatistics"));
        const QAbstractItemModelTester tester(table->model());
        bench.card.show();
        QCOMPARE(table->model()->columnCount(), 4);
        const char *const names[] = {"3_10", "0_0"};
        for (int row = 0; row < 2; ++row) {
            const FilterStatistics expected = filterStatistics(activationOf(names[row], 16, 3).map).front();
            QTRY_COMPARE_WITH_TIMEOUT(
                bench.cell(row, StatisticsModel::Mean), shortNumber(expected.mean), patience);
            QCOMPARE(bench.cell(row, StatisticsModel::Photo), QLatin1String(names[row]));
            QCOMPARE(bench.cell(row, StatisticsModel::Most), shortNumber(expected.max));
            QCOMPARE(bench.cell(row, StatisticsModel::Zeros),
                QStringLiteral("%1 %").arg(expected.zeros * 100, 0, 'f', 0));
        }
        QVERIFY(bench.label("filterTitle").startsWith(QStringLiteral("Filter 3 of layer 16, ReLU cnn.16")));
    }

    void cardShowsTheWeights()
    {
        Bench bench;
        bench.card.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.label("kernelText").contains(QStringLiteral("8 × 3 × 3")), patience);
        QVERIFY(bench.label("kernelText").contains(QStringLiteral("cnn.14"))); // the ReLU's convolution
        auto *view = bench.card.findChild<KernelView *>();
        QVERIFY(view->accessibleDescription().startsWith(QStringLiteral("8 × 3 × 3 weights")));
        QHelpEvent help(QEvent::ToolTip, {5, 5}, view->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(view, &help);
        QVERIFY(QToolTip::text().startsWith(QStringLiteral("Input 0: ")));
        bench.inspector.setFilter(0, 5);
        QTRY_COMPARE(bench.label("kernelText"),
            QStringLiteral("3 × 3 × 3 (inputs, height, width)\nkernel 3 × 3, stride 1, padding 1"));
    }

    void pictureOfTheFilterIsMadeWhenAsked()
    {
        Bench bench;
        FeatureVisualisationOptions options;
        options.iterations = 3;
        bench.inspector.setImageOptions(options);
        bench.card.show();
        auto *start = bench.card.findChild<QPushButton *>(QStringLiteral("startFilterPicture"));
        auto *picture = bench.card.findChild<QLabel *>(QStringLiteral("filterPicture"));
        QTRY_VERIFY(start->isEnabled());
        QCOMPARE(start->text(), QStringLiteral("Compute"));
        QVERIFY(!picture->isVisible());
        start->click();
        QTRY_VERIFY_WITH_TIMEOUT(picture->isVisible(), patience);
        QVERIFY(bench.label("filterPictureText").startsWith(QStringLiteral("3\u00a0steps")));
        QVERIFY(!start->isVisible());
        const auto value = bench.inspector.image().value;

        FeatureVisualisationOptions expected = bench.inspector.imageOptions();
        QCOMPARE(expected.noiseSeed, 0U);
        QVERIFY(std::get<OptimisedImage>(answerTo({}, expected)).image.values == value->image.values);

        bench.inspector.setFilter(16, 4); // another filter has none yet; the first one's is kept
        QTRY_VERIFY(start->isVisible());
        QCOMPARE(start->text(), QStringLiteral("Compute"));
        bench.inspector.setFilter(16, 3);
        QTRY_VERIFY(picture->isVisible());
    }

    /// By the keyboard as well.
    void weightsAndPictureHaveMenus()
    {
        Bench bench;
        FeatureVisualisationOptions options;
        options.iterations = 3;
        bench.inspector.setImageOptions(options);
        bench.card.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.inspector.kernel().value, patience);
        bench.inspector.startImage();
        auto *picture = bench.card.findChild<QLabel *>(QStringLiteral("filterPicture"));
        QTRY_VERIFY_WITH_TIMEOUT(
            picture->isVisible() && bench.inspector.image().value && !bench.inspector.image().active,
            patience);
        const auto choose = [](QWidget *widget, const char *name) {
            QVERIFY(widget->focusPolicy() & Qt::TabFocus);
            const QPoint middle = widget->rect().center();
            QContextMenuEvent asks(QContextMenuEvent::Keyboard, middle, widget->mapToGlobal(middle));
            QApplication::sendEvent(widget, &asks);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (const char *each : {"copyPicture", "savePicture", "copyNumbers", "saveNumbers"}) {
                const auto *action = menu->findChild<QAction *>(QLatin1String(each));
                QVERIFY2(action && action->isEnabled(), each);
            }
            auto *action = menu->findChild<QAction *>(QLatin1String(name));
            menu->close();
            QGuiApplication::clipboard()->clear();
            action->trigger();
        };
        const auto lines = [] {
            return QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts).size();
        };
        auto *kernel = bench.card.findChild<KernelView *>();
        choose(kernel, "copyNumbers");
        QTRY_COMPARE(lines(), 1 + 8 * 3 * 3);
        choose(kernel, "copyPicture");
        QCOMPARE(QGuiApplication::clipboard()->image().width(),
            qRound(kernel->width() * kernel->devicePixelRatioF()));
        const Map &image = bench.inspector.image().value->image;
        choose(picture, "copyNumbers");
        QTRY_COMPARE(lines(), 1 + image.channels * image.height * image.width);
        choose(picture, "copyPicture");
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(image.width, image.height));
    }

    void pictureOfTheFilterCanBeCancelled()
    {
        Bench bench;
        FeatureVisualisationOptions options;
        options.iterations = 100000;
        bench.inspector.setImageOptions(options);
        bench.card.show();
        auto *start = bench.card.findChild<QPushButton *>(QStringLiteral("startFilterPicture"));
        auto *progress = bench.card.findChild<QProgressBar *>(QStringLiteral("filterPictureProgress"));
        QTRY_VERIFY(start->isEnabled());
        start->click();
        QTRY_COMPARE(start->text(), QStringLiteral("Cancel"));
        QTRY_VERIFY_WITH_TIMEOUT(progress->value() > 0, patience);
        QVERIFY(progress->isVisible());
        bench.inspector.setFilter(16, 4); // waits meanwhile
        QTRY_VERIFY(!progress->isVisible());
        bench.inspector.setFilter(16, 3);
        QTRY_COMPARE(start->text(), QStringLiteral("Cancel"));
        const int reached = bench.inspector.image().progress.done;
        QVERIFY(reached > 0); // goes on from there
        QTRY_VERIFY_WITH_TIMEOUT(bench.inspector.image().progress.done > reached, patience);
        start->click();
        QTRY_COMPARE_WITH_TIMEOUT(start->text(), QStringLiteral("Start again"), patience);
        QVERIFY(
            bench.card.findChild<QLabel *>(QStringLiteral("filterPicture"))->isVisible()); // what was reached
        QVERIFY(!progress->isVisible());
    }

    void silentFiltersAreCountedInWords()
    {
        Bench bench;
        bench.model()->setFilters(4);
        StatisticsModel statistics;
        const QAbstractItemModelTester tester(&statistics);
        statistics.setRows({{QStringLiteral("3_10"), fourMaps()->filters[2], {}}});
        QCOMPARE(statistics.index(0, StatisticsModel::Zeros).data().toString(), QStringLiteral("silent"));
        statistics.setRows(
            {{QStringLiteral("3_10"), {}, {}}, {QStringLiteral("0_0"), {}, QStringLiteral("Gone")}});
        QCOMPARE(statistics.index(0, StatisticsModel::Mean).data().toString(), QStringLiteral("…"));
        QCOMPARE(statistics.index(1, StatisticsModel::Mean).data().toString(), QStringLiteral("–"));
        QCOMPARE(statistics.index(1, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("Gone"));
    }
};

QTEST_MAIN(FiltersTest)
#include "filters_test.moc"
