#include "core/index/indexrun.h"
#include "tests/support/nameless.h"
#include "tests/support/networks.h"
#include "tests/support/patience.h"
#include "tests/support/temporaryfolder.h"
#include "ui/comparison/stripview.h"
#include "ui/microscope/cropmodel.h"
#include "ui/microscope/filterpage.h"
#include "ui/microscope/layerpage.h"
#include "ui/present/layerpage.h"
#include "ui/present/pictures.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <cmath>

using namespace convscope;
namespace fs = std::filesystem;

namespace {

/// An index of the photos of tests/data/food, in a folder that may be changed, by the narrow network.
class Bench
{
public:
    Bench()
    {
        fs::copy(testFile("food"), m_folder / "food", fs::copy_options::recursive);
        auto set = std::make_shared<PhotoSet>(openPhotoSet(photos()));
        for (PhotoRef &photo : set->photos)
            photo.label = std::stoi(photo.file.filename().string());
        const IndexPlan plan = planIndex(*network);
        IndexFolder::About about;
        about.key = indexKey(network->info(), plan, "narrow");
        about.layers = indexedLayers(network->info(), plan);
        IndexRun run(*network, plan, set, IndexFolder(m_folder / "index"), about);
        while (run.step()) { }
        m_index.emplace(IndexFolder(m_folder / "index"));
    }

    fs::path photos() const { return m_folder / "food" / "training"; }
    const FilterIndex &index() const { return *m_index; }
    const IndexedLayer &layer(const std::string &name = "cnn.5") const { return m_index->layer(name); }
    InputDescription input() const { return network->info().input; }
    FilterPageData page(int filter = 0, std::size_t crops = 9) const
    {
        return filterPageData(index(), layer(), filter, crops, input().size, names());
    }
    LayerPageData layerPage() const { return layerPageData(index(), layer(), input().size, names()); }
    static QStringList names()
    {
        return {QStringLiteral("Bread"), QStringLiteral("Dairy"), QStringLiteral("Dessert"),
            QStringLiteral("Egg"), QStringLiteral("Fried"), QStringLiteral("Meat"), QStringLiteral("Noodles"),
            QStringLiteral("Rice"), QStringLiteral("Seafood"), QStringLiteral("Soup"),
            QStringLiteral("Fruit")};
    }

    std::unique_ptr<Network> network = narrowNetwork();

private:
    TemporaryFolder m_folder;
    std::optional<FilterIndex> m_index;
};

Bench &bench()
{
    static Bench bench;
    return bench;
}

QImage blank(QSize size, QColor colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// By hand: three photos, of which the second was taken for another class.
FilterPageData smallPage(int filter = 4)
{
    FilterPageData data;
    data.report.layer = {.index = 7,
        .name = "cnn.7",
        .kind = "ReLU",
        .filters = 6,
        .height = 8,
        .width = 8,
        .field = {{12, 4, -4}, {12, 4, -4}}};
    data.report.filter = filter;
    data.report.summary.photos = 3;
    data.report.summary.alive = 1;
    data.report.summary.max = 3;
    data.report.triage.firesEverywhere = true;
    data.report.similar = {{2, 0.91}, {5, 0.42}};
    for (int photo = 0; photo < 3; ++photo) {
        FilterCrop crop;
        crop.photo.name = std::to_string(photo) + ".jpg";
        crop.photo.label = 1;
        crop.photo.predicted = photo == 1 ? 2 : 1;
        crop.filter = filter;
        crop.value = float(3 - photo);
        crop.box = {4, 8, 12, 12};
        data.crops.push_back(crop);
        data.maxima.push_back(float(3 - photo));
        data.labels.emplace_back(photo == 2 ? 2 : 1);
        data.photos.push_back(crop.photo.name);
    }
    data.classNames = Bench::names();
    return data;
}

/// By hand: six filters, of each kind one, and one that does not stand out.
LayerPageData smallLayer()
{
    LayerPageData data;
    data.layer = smallPage().report.layer;
    data.classNames = Bench::names();
    const double largest[] = {5, 0, 3, 9, 1, 7};
    for (int filter = 0; filter < 6; ++filter) {
        LayerPageFilter each;
        each.filter = filter;
        each.summary.max = largest[filter];
        if (filter != 1) {
            each.summary.selectivity = 0.1 * filter;
            each.crop = smallPage(filter).crops.front();
        }
        data.filters.push_back(each);
    }
    data.filters[1].triage.isDead = true;
    data.filters[2].triage.duplicateOf = SimilarFilter{0, 0.97};
    data.filters[3].triage.firesForClass = 3;
    data.filters[5].triage.firesEverywhere = true;
    return data;
}

QList<int> shownFilters(const LayerPage &page)
{
    const auto *list = page.findChild<QListView *>(QStringLiteral("layerFilters"));
    QList<int> filters;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        filters += list->model()->index(row, 0).data().toInt();
    return filters;
}

void choose(const QWidget &page, const char *box, int place)
{
    auto *combo = page.findChild<QComboBox *>(QLatin1String(box));
    combo->setCurrentIndex(place);
    Q_EMIT combo->activated(place);
}

QString text(const QWidget &page, const char *label)
{
    return page.findChild<QLabel *>(QLatin1String(label))->text();
}

QImage painted(const Drawing &drawing)
{
    QImage image(drawing.size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawing.paint(painter);
    return image;
}

} // namespace

/// The pages on a filter and on a layer, and their figures.
class MicroscopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void cutsOutWhatTheFilterSees()
    {
        const FilterPageData data = bench().page();
        QVERIFY(!data.crops.empty());
        CropReader reader(bench().photos(), bench().input());
        for (std::size_t rank = 0; rank < data.crops.size(); ++rank) {
            FilterCrop crop = data.crops[rank];
            QVERIFY(!crop.isRead());
            reader.read(crop);
            QVERIFY(crop.problem.isEmpty());
            const RankedPhoto &ranked = data.report.most[rank];
            QCOMPARE(crop.value, ranked.value);
            // The field of a chain of convolutions and pools, cut at the picture's border.
            QVERIFY(crop.box == fieldBox(bench().layer().field, ranked.y, ranked.x, bench().input().size));
            const Photo photo = loadPhoto({bench().photos() / crop.photo.name, {}}, bench().input());
            QCOMPARE(crop.picture, toQImage(photo.input));
            QVERIFY(crop.mapped.isNull());
        }
    }

    /// The largest value of the map that the network makes now is the index's, and the map tints that place.
    void drawsTheMapOverThePhoto()
    {
        FilterPageData data = bench().page();
        CropReader reader(bench().photos(), bench().input(), bench().network.get(), bench().layer().index);
        FilterCrop &crop = data.crops.front();
        reader.read(crop);
        QCOMPARE(crop.mapped.size(), crop.picture.size());
        QVERIFY(crop.mapped != crop.picture);
        // At its maximum a map is viridis's yellow at 3/4, over a quarter of the photo.
        const double scale = double(bench().input().size.height) / bench().layer().height;
        const QPoint place(int((crop.x + 0.5) * scale), int((crop.y + 0.5) * scale));
        const QColor mapped = crop.mapped.pixelColor(place);
        QVERIFY2(
            mapped.red() > 150 && mapped.green() > 150 && mapped.blue() < 120, qPrintable(mapped.name()));
    }

    void neverShowsAnotherPhoto()
    {
        const FilterPageData data = bench().page();
        TemporaryFolder folder;
        fs::copy(bench().photos(), folder / "photos", fs::copy_options::recursive);
        FilterCrop gone = data.crops[0];
        FilterCrop changed = data.crops[1];
        FilterCrop touched = data.crops[2];
        fs::remove(folder / "photos" / gone.photo.name);
        fs::copy_file(folder / "photos" / touched.photo.name, folder / "photos" / changed.photo.name,
            fs::copy_options::overwrite_existing);
        fs::last_write_time(folder / "photos" / touched.photo.name, fs::file_time_type::clock::now());
        CropReader reader(folder / "photos", bench().input());
        for (FilterCrop *crop : {&gone, &changed, &touched})
            reader.read(*crop);
        QVERIFY(gone.picture.isNull());
        QCOMPARE(gone.problem, QStringLiteral("The photo is not there any more."));
        QVERIFY(changed.picture.isNull());
        QCOMPARE(changed.problem, QStringLiteral("The photo has changed since."));
        QVERIFY(!touched.picture.isNull()); // another time, but the same bytes
    }

    void sortsValuesByClass()
    {
        FilterPageData data;
        data.classNames = Bench::names();
        const auto add = [&](float value, std::optional<int> label) {
            data.maxima.push_back(value);
            data.labels.push_back(label);
            data.photos.push_back("x.jpg");
        };
        add(1, 3);
        add(3, 3);
        add(5, 9);
        add(std::numeric_limits<float>::quiet_NaN(), 9); // not kept
        add(0, {});
        const StripPlot plot = classStrips(data);
        QCOMPARE(plot.strips.size(), std::size_t(3));
        QCOMPARE(plot.strips[0].name, QStringLiteral("Soup"));
        QCOMPARE(plot.strips[0].cell.mean, 5.0);
        QCOMPARE(plot.strips[0].values.size(), std::size_t(1));
        QCOMPARE(plot.strips[1].name, QStringLiteral("Egg"));
        QCOMPARE(plot.strips[1].cell.mean, 2.0);
        QCOMPARE(plot.strips[2].name, QStringLiteral("not known"));
        data.maxima.assign(data.maxima.size(), std::numeric_limits<float>::quiet_NaN());
        QVERIFY(classStrips(data).isEmpty());
    }

    /// Of 1,000 values 300 dots, the ends among them; the mean is that of all.
    void thinsManyDots()
    {
        FilterPageData data;
        for (int i = 0; i < 1000; ++i) {
            data.maxima.push_back(float(i));
            data.labels.emplace_back();
            data.photos.emplace_back("x.jpg");
        }
        const StripPlot plot = classStrips(data);
        QCOMPARE(plot.strips.size(), std::size_t(1));
        QCOMPARE(plot.strips[0].name, QStringLiteral("all photos"));
        const auto &values = plot.strips[0].values;
        QCOMPARE(values.size(), mostStripDots);
        QCOMPARE(values.front().second, 0.0);
        QCOMPARE(values.back().second, 999.0);
        QCOMPARE(plot.strips[0].cell.mean, 499.5);
    }

    void showsAFilter()
    {
        FilterPage page;
        QVERIFY(!page.page());
        QCOMPARE(text(page, "microscopeTitle"), QStringLiteral("No filter is chosen."));
        page.setPage(smallPage());
        page.resize(1000, 700);
        page.show();
        QCOMPARE(text(page, "microscopeTitle"), QStringLiteral("Layer 7 (cnn.7, ReLU), filter 4 of 6"));
        QCOMPARE(text(page, "filterRemarks"), QStringLiteral("fires everywhere"));
        QVERIFY(text(page, "filterNumbers").startsWith(QStringLiteral("receptive field: 12 × 12 pixels\n")));
        auto *list = page.findChild<QListView *>(QStringLiteral("crops"));
        const QAbstractItemModelTester tester(list->model());
        QCOMPARE(list->model()->rowCount(), 3);
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("3.00"));
        QCOMPARE(list->model()->index(1, 0).data(TileLinesRole).toStringList().first(),
            QStringLiteral("Dairy, taken for Dessert"));
        QCOMPARE(nameless(page), QStringList());
    }

    /// "Egg, taken for Bread" is told from "Egg, taken for Soup".
    void tilesShowClassesFromTheirBeginning()
    {
        const QFont font = QApplication::font();
        const auto width = QFontMetrics(font).horizontalAdvance(QStringLiteral("Vegetable/Fruit,  "));
        const auto lines = [&](const QString &text, int most) {
            return TileDelegate::linesOf(
                {text, QStringLiteral("a-name-that-is-long_0.jpg")}, font, width, most);
        };
        QCOMPARE(lines(QStringLiteral("Egg"), 3).first(), QStringLiteral("Egg"));
        QCOMPARE(lines(QStringLiteral("Egg"), 3).size(), 2);
        const QStringList two = lines(QStringLiteral("Egg, taken for Bread"), 3);
        QCOMPARE(two.size(), 3);
        QCOMPARE(two[0] + u' ' + two[1], QStringLiteral("Egg, taken for Bread"));
        QVERIFY(two[2].startsWith(QStringLiteral("a-")) && two[2].endsWith(QStringLiteral(".jpg")));
        const QStringList cut = lines(QStringLiteral("Vegetable/Fruit, taken for Noodles/Pasta"), 3);
        QVERIFY2(
            cut[1].startsWith(QStringLiteral("taken")) && cut[1].endsWith(QChar(0x2026)), qPrintable(cut[1]));
        QVERIFY(lines(QStringLiteral("Egg, taken for Bread"), 2)[0].startsWith(QStringLiteral("Egg, taken")));
        // All of it is in the tool tip.
        FilterPage page;
        page.setPage(smallPage());
        const auto *list = page.findChild<QListView *>(QStringLiteral("crops"));
        QVERIFY(list->model()
                    ->index(1, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("Dairy, taken for Dessert")));
    }

    /// The index looks at the batch norm, and what it counts above 0 is the norm's.
    void saysWhatAConvolutionsShareAboveZeroIsOf()
    {
        const auto &layers = bench().index().about().layers;
        const auto convolution = std::ranges::find_if(
            layers, [](const IndexedLayer &each) { return each.rule == DerivedLayer::Rule::BeforeNorm; });
        QVERIFY(convolution != layers.end());
        const auto text = [](const IndexedLayer &layer) {
            return summaryTexts(bench().index().summary(layer, 0), {}).first();
        };
        QVERIFY2(text(*convolution).endsWith(QStringLiteral(" with a value above 0 behind its batch norm")),
            qPrintable(text(*convolution)));
        for (const IndexedLayer &each : layers) {
            if (each.rule != DerivedLayer::Rule::BeforeNorm)
                QVERIFY(text(each).endsWith(QStringLiteral(" with a value above 0")));
        }
        FilterSummary dead;
        dead.photos = 3;
        dead.isAliveBehindNorm = true;
        FilterTriage triage;
        triage.isDead = true;
        QCOMPARE(triageTexts(triage, dead, {}).first(),
            QStringLiteral("dead behind its batch norm on all 3 photos"));
    }

    /// Three times as light or as dark as what is below it, which WCAG 2.1 asks of graphics (1.4.11).
    void dotsStandOutInLightAndDark_data()
    {
        QTest::addColumn<QColor>("base");
        QTest::addColumn<QColor>("ink");
        QTest::newRow("light") << QColor(Qt::white) << QColor(Qt::black);
        QTest::newRow("dark") << QColor(0x1e, 0x1e, 0x1e) << QColor(0xee, 0xee, 0xee);
        QTest::newRow("black") << QColor(Qt::black) << QColor(Qt::white);
    }

    void dotsStandOutInLightAndDark()
    {
        QFETCH(const QColor, base);
        QFETCH(const QColor, ink);
        StripView view;
        QPalette palette = view.palette();
        palette.setColor(QPalette::Base, base);
        palette.setColor(QPalette::Text, ink);
        palette.setColor(QPalette::Mid, base); // the lines are not looked at
        view.setPalette(palette);
        StripPlot plot;
        plot.title = QStringLiteral("x");
        StripPlot::Strip strip{.name = QStringLiteral("a"), .values = {{0, 1.0}, {1, 2.0}}};
        plot.strips.push_back(strip); // without a mean
        view.setPlot(plot, [](std::size_t) { return QString(); });
        view.resize(400, view.minimumSizeHint().height());
        const QImage image = view.grab().toImage();
        const auto luminance = [](const QColor &colour) { // WCAG 2.1
            const auto linear = [](double part) {
                return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
                + 0.0722 * linear(colour.blueF());
        };
        double most = 1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                if (colour.blue() - colour.red() < 20)
                    continue; // dots alone are blue
                const double a = luminance(colour) + 0.05;
                const double b = luminance(base) + 0.05;
                most = std::max(most, std::max(a, b) / std::min(a, b));
            }
        }
        QVERIFY2(most >= 3, qPrintable(QString::number(most)));
    }

    void takesPhotosOneByOne()
    {
        FilterPage page;
        page.setPage(smallPage());
        FilterCrop crop = smallPage().crops[1];
        crop.picture = blank({32, 32}, Qt::red);
        page.setCrop(1, crop);
        QVERIFY(!page.page()->crops[1].picture.isNull());
        FilterCrop other = smallPage(5).crops[0]; // of a filter that was left by now
        other.picture = crop.picture;
        page.setCrop(0, other);
        QVERIFY(page.page()->crops[0].picture.isNull());
    }

    void aClickShowsAllOfThePhoto()
    {
        FilterPage page;
        page.setPage(smallPage());
        page.resize(1000, 700);
        page.show();
        auto *list = page.findChild<QListView *>(QStringLiteral("crops"));
        const auto isWhole = [&](int row) {
            return list->model()->index(row, 0).data(TilePictureRole).value<TilePicture>().isWhole;
        };
        const QModelIndex second = list->model()->index(1, 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(second).center());
        QVERIFY(isWhole(1) && !isWhole(0));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(!isWhole(1));
        page.findChild<QCheckBox *>(QStringLiteral("wholePhotos"))->click();
        QVERIFY(isWhole(0) && isWhole(1) && page.look().isWhole);
        QSignalSpy activated(&page, &FilterPage::photoActivated);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<fs::path>(), fs::path("1.jpg"));
    }

    void stepsThroughFiltersByKeys()
    {
        FilterPage page;
        page.setPage(smallPage());
        page.show();
        page.activateWindow(); // there is no window manager to do it
        QTRY_VERIFY(page.isActiveWindow());
        QSignalSpy asked(&page, &FilterPage::filterAsked);
        auto *list = page.findChild<QListView *>(QStringLiteral("crops"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_PageDown);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toInt(), 5);
        QCOMPARE(text(page, "microscopeState"), QStringLiteral("Filter 5 is being read."));
        QTest::keyClick(list, Qt::Key_BracketRight); // there is none
        QCOMPARE(asked.size(), 1);
        for (const auto key : {Qt::Key_BracketLeft, Qt::Key_PageUp}) // 4 and 3, before anything came
            QTest::keyClick(list, key);
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked[2][0].toInt(), 3);
        page.setPage(smallPage(3));
        QVERIFY(text(page, "microscopeState").isEmpty());
        QSignalSpy copied(&page, &FilterPage::copyAsked);
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.size(), 1);
    }

    void goesToASimilarFilter()
    {
        FilterPage page;
        page.setPage(smallPage());
        page.show();
        auto *similar = page.findChild<QListWidget *>(QStringLiteral("similarFilters"));
        QCOMPARE(similar->item(0)->text(), QStringLiteral("Filter 2, cosine 0.91"));
        QSignalSpy asked(&page, &FilterPage::filterAsked);
        Q_EMIT similar->itemActivated(similar->item(0));
        Q_EMIT similar->itemClicked(similar->item(0)); // a double click is both
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toInt(), 2);
    }

    void makesTheImageWhenAsked()
    {
        FilterPage page;
        page.setPage(smallPage());
        page.show();
        auto *make = page.findChild<QPushButton *>(QStringLiteral("makeImage"));
        QSignalSpy asked(&page, &FilterPage::imageAsked);
        QSignalSpy stopped(&page, &FilterPage::imageStopAsked);
        make->click();
        page.setImageProgress(Progress{3, 10});
        make->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(stopped.size(), 1);
        page.setImage(blank({16, 16}, Qt::green), QStringLiteral("10 steps"));
        page.setImageProgress({});
        QVERIFY(!make->isVisible());
        QVERIFY(!page.findChild<QLabel *>(QStringLiteral("pageImage"))->pixmap().isNull());
        page.setPage(smallPage(3));
        QVERIFY(make->isVisible());
    }

    void readsALayer()
    {
        const LayerPageData data = bench().layerPage();
        QCOMPARE(data.filters.size(), std::size_t(bench().layer().filters));
        for (const LayerPageFilter &filter : data.filters) {
            const auto first = bench().index().extremes(bench().layer(), filter.filter, End::Most, 1);
            QCOMPARE(filter.crop.has_value(), !first.empty());
            if (filter.crop)
                QCOMPARE(filter.crop->photo.name, bench().index().photoName(first.front().photo));
        }
        // Each photo is read once, and first those of the first filters.
        std::vector<std::size_t> firsts;
        QStringList photos;
        std::size_t read = 0;
        for (const std::size_t place : readingOrder(data)) {
            const QString name = QString::fromStdString(data.filters[place].crop->photo.name);
            ++read;
            if (!photos.isEmpty() && photos.last() == name)
                continue;
            QVERIFY(!photos.contains(name));
            photos += name;
            firsts.push_back(place);
        }
        QVERIFY(std::is_sorted(firsts.begin(), firsts.end()));
        QCOMPARE(read, std::size_t(std::ranges::count_if(data.filters, [](const LayerPageFilter &filter) {
            return filter.crop.has_value();
        })));
    }

    void sortsAndSifts()
    {
        LayerPage page;
        page.setPage(smallLayer());
        page.show();
        auto *list = page.findChild<QListView *>(QStringLiteral("layerFilters"));
        const QAbstractItemModelTester tester(list->model());
        QCOMPARE(text(page, "layerPageTitle"),
            QStringLiteral("6 filters: 1 dead, 1 answer like another, 1 fire for one class, 1 fire "
                           "everywhere."));
        QCOMPARE(shownFilters(page), (QList<int>{0, 1, 2, 3, 4, 5}));
        choose(page, "pageOrder", 1); // by largest value
        QCOMPARE(shownFilters(page), (QList<int>{3, 5, 0, 2, 4, 1}));
        choose(page, "pageOrder", 2); // by selectivity, what has none last
        QCOMPARE(shownFilters(page), (QList<int>{5, 4, 3, 2, 0, 1}));
        const QList<int> kinds[] = {{5, 4, 3, 2, 0, 1}, {1}, {2}, {3}, {5}};
        for (int kind = 0; kind < 5; ++kind) {
            choose(page, "pageKind", kind);
            QCOMPARE(shownFilters(page), kinds[kind]);
        }
        QCOMPARE(text(page, "layerPageState"), QStringLiteral("1 of 6 filters are shown."));
        choose(page, "pageKind", 0);
        page.findChild<QLineEdit *>(QStringLiteral("pageSearch"))->setText(QStringLiteral("3"));
        QCOMPARE(shownFilters(page), QList<int>{3});
        QCOMPARE(nameless(page), QStringList());
    }

    void sortsBySimilarity()
    {
        LayerPage page;
        page.setPage(smallLayer());
        page.show();
        page.setChosen(2);
        QSignalSpy asked(&page, &LayerPage::similarAsked);
        choose(page, "pageOrder", 5);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toInt(), 2);
        page.setSimilar(4, {{1, 0.9}}); // an answer to an earlier question
        page.setSimilar(2, {{5, 0.9}, {0, 0.5}, {3, -0.1}});
        QCOMPARE(shownFilters(page), (QList<int>{2, 5, 0, 3, 1, 4}));
        QCOMPARE(text(page, "layerPageState"), QStringLiteral("The most similar to filter 2 stand first."));
    }

    void opensAFilter()
    {
        LayerPage page;
        page.setLayers({smallLayer().layer});
        page.setPage(smallLayer());
        page.resize(700, 500);
        page.show();
        QSignalSpy asked(&page, &LayerPage::filterAsked);
        auto *list = page.findChild<QListView *>(QStringLiteral("layerFilters"));
        page.setChosen(3);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        const QPoint place = list->visualRect(list->model()->index(4, 0)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[0][0].toInt(), 3);
        QCOMPARE(asked[1][0].toInt(), 4);
    }

    /// The figure has each part that the page has, and grows with them.
    void drawsFigures()
    {
        FilterPageData data = smallPage();
        const CropLook look;
        const double plain = filterPageDrawing(data, look, {}).size.height();
        data.crops.front().picture = blank({32, 32}, Qt::red);
        const QImage figure = painted(filterPageDrawing(data, look, {}));
        QVERIFY(figure.height() > 200);
        int red = 0;
        for (int y = 0; y < figure.height(); ++y) {
            for (int x = 0; x < figure.width(); ++x)
                red += figure.pixel(x, y) == qRgb(255, 0, 0);
        }
        QVERIFY2(red > 110 * 110, qPrintable(QString::number(red))); // the crop fills its tile
        data.image = blank({32, 32}, Qt::green);
        data.imageText = QStringLiteral("10 steps");
        QVERIFY(filterPageDrawing(data, look, {}).size.height() > plain);
        data.maxima.clear();
        data.labels.clear();
        QVERIFY(filterPageDrawing(data, look, {}).size.height() < plain + 120);

        LayerPageData layer = smallLayer();
        layer.filters[0].crop->picture = blank({32, 32}, Qt::red);
        const QImage all = painted(layerPageDrawing(layer, false, look, {}));
        QCOMPARE(all.pixel(14 + 36, all.height() - 14 - 60), qRgb(255, 0, 0));
        TemporaryFolder folder;
        for (const char *ending : {"png", "svg", "pdf"}) {
            const fs::path file = folder / (std::string("figure.") + ending);
            writeDrawing(file, filterPageDrawing(smallPage(), look, {QStringLiteral("Network: x")}), 144);
            QVERIFY(fs::file_size(file) > 1000);
        }
    }
};

QTEST_MAIN(MicroscopeTest)
#include "microscope_test.moc"
