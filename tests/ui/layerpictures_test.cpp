#include "ui/present/board.h"
#include "ui/present/description.h"
#include "ui/present/layerpictures.h"
#include "ui/present/numbers.h"
#include "ui/present/pictures.h"
#include "ui/present/row.h"

#include <QTest>

using namespace convscope;

namespace {

Image gray(int width, int height)
{
    return {width, height, std::vector<std::uint8_t>(std::size_t(width * height * 3), 128)};
}

/// Maps of one value, at layers 0, 2, 4, …
LayerMaps mapsOf(int count, bool isSigned = false)
{
    LayerMaps answer;
    for (int i = 0; i < count; ++i)
        answer.maps.push_back({2 * i, {1, 2, 2, {-1, 0, 0, 2}}});
    answer.isSigned = isSigned;
    answer.target = 1;
    return answer;
}

const QStringList names{QStringLiteral("Bread"), QStringLiteral("Egg"), QStringLiteral("Soup")};

} // namespace

class LayerPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// As many columns as rows, or one more; each tile has the shape of the photo.
    void aTileForEachLayer()
    {
        const Image photo = gray(64, 32);
        const QSize whole = layersPicture(mapsOf(1), photo, {}).size();
        QCOMPARE(whole, QSize(768, 384));
        const QImage five = layersPicture(mapsOf(5), photo, {});
        QCOMPARE(five.size(), QSize(3 * 256, 2 * 128));
        // The sixth place is empty, and white.
        QCOMPARE(five.pixel(700, 200), qRgb(255, 255, 255));
        QVERIFY(five.pixel(300, 200) != qRgb(255, 255, 255));
        QCOMPARE(layersPicture(LayerMaps(), photo, {}).size(), QSize(768, 384));
    }

    /// The highest place of a map is the end of the colour map, and with two sides the lowest is orange.
    void tilesAreDrawnAsOtherMaps()
    {
        const Image photo = gray(64, 64);
        const QImage oneSided = layersPicture(mapsOf(1), photo, {});
        QCOMPARE(oneSided.pixel(767, 767), colourAt(ColourMap::Viridis, 1));
        const QImage twoSided = layersPicture(mapsOf(1, true), photo, {});
        QCOMPARE(twoSided.pixel(767, 767), diverging(1));
        QVERIFY(qBlue(twoSided.pixel(0, 400)) < qRed(twoSided.pixel(0, 400)));
    }

    void barsGoBothWaysFromTheMiddle()
    {
        const FilterWeights answer{{0.5, -2, 0, 1}, 1, {}};
        const QImage bars = barsPicture(answer, {32, 32}, Colours::Board);
        QCOMPARE(bars.size(), QSize(768, 768));
        const int line = 768 / 8;
        const auto has = [&bars, line](int bar, const QColor &colour) {
            for (int x = 0; x < bars.width(); ++x) {
                if (bars.pixelColor(x, bar * line + line / 2) == colour)
                    return true;
            }
            return false;
        };
        QVERIFY(has(0, againstColour(Colours::Board))); // −2 comes first
        QVERIFY(!has(0, forColour(Colours::Board)));
        QVERIFY(has(1, forColour(Colours::Board)));
        QVERIFY(has(2, forColour(Colours::Board)));
        QVERIFY(!has(3, forColour(Colours::Board))); // 0 has no bar
        QCOMPARE(barsPicture(FilterWeights(), {32, 16}, Colours::Board).size(), QSize(768, 384));
        barsPicture(FilterWeights{{0, 0}, 1, {}}, {32, 32}, Colours::Board); // nothing to divide by
    }

    void captionsAndDescriptionsSayWhatIsExplained()
    {
        QCOMPARE(caption(mapsOf(3), names), QStringLiteral("Egg · 3\u00a0layers"));
        QCOMPARE(briefCaption(mapsOf(3), names), QStringLiteral("Egg"));
        FilterWeights weights{{0.5, -2}, Explained{1, Explained::Kind::Contrast, 2}, {}};
        QCOMPARE(caption(weights, names), QStringLiteral("Egg against\u00a0Soup · 2 filters"));
        QCOMPARE(description(weights, FilterWeightsOptions(), names),
            QStringLiteral("for Egg against\u00a0Soup: filter 1 counts most, \u22122.00"));
        weights.weights = {0, 0};
        QVERIFY(description(weights, FilterWeightsOptions(), names).endsWith("no filter adds anything"));
    }

    /// Of a search for superpixels to hide.
    void theSmallestChangeSaysWhatItTook()
    {
        SuperpixelWeights answer;
        answer.segments = {4, 1, 4, {0, 1, 2, 3}};
        answer.target = Explained{1, Explained::Kind::Contrast, 2};
        answer.other = ClassWeights{0, {}, {{3, 1.5}, {0, 0.5}}};
        answer.leadLeft = -0.25;
        QCOMPARE(caption(answer, names), QStringLiteral("Soup without 2\u00a0of\u00a04\u00a0superpixels"));
        QCOMPARE(briefCaption(answer, names), caption(answer, names));
        answer.leadLeft = 0.25;
        QCOMPARE(caption(answer, names), QStringLiteral("not enough for\u00a0Soup: hidden\u00a02 of\u00a04"));
        answer.other->weights.clear();
        answer.leadLeft = -1;
        QCOMPARE(caption(answer, names), QStringLiteral("Soup is ahead of\u00a0Egg already"));
    }

    void numbersHaveANameAndALineForEach()
    {
        const GradCamLayersOptions layers;
        QCOMPARE(arrayNamesOf(mapsOf(2), layers),
            (std::vector<std::string>{"gradcamlayers-0-1", "gradcamlayers-2-1"}));
        QCOMPARE(arraysOf(mapsOf(2), layers, Precision::Float32).size(), std::size_t(2));
        QVERIFY(tableOf(mapsOf(1)).starts_with("layer,row,column,value\n0,0,0,-1.0\n"));
        const FilterWeights weights{{0.5, -2}, 1, {}};
        QCOMPARE(arrayNamesOf(weights, FilterWeightsOptions{{}, 7}),
            std::vector<std::string>{"filterweights-7-1"});
        QCOMPARE(tableOf(weights), std::string("filter,weight\n0,0.5\n1,-2.0\n"));
    }

    /// What is no photo has no outline of the food over it.
    void nothingIsDrawnOverThem()
    {
        Photo photo;
        photo.input = gray(4, 4);
        photo.mask = Mask{4, 4, std::vector<std::uint8_t>(16, 1)};
        Look look;
        look.outline = true;
        look.contours = Contours::Half;
        const auto cell = [&](const Answer &answer, const MethodOptions &options) {
            return answerCell({answer, {}}, options, photo, names, look, {});
        };
        QVERIFY(cell(mapsOf(2), GradCamLayersOptions()).outline.isEmpty());
        QVERIFY(cell(mapsOf(2), GradCamLayersOptions()).contours.isEmpty());
        QVERIFY(cell(FilterWeights{{1}, 1, {}}, FilterWeightsOptions()).outline.isEmpty());
        QCOMPARE(rowFor(newRow(FilterWeightsOptions()), {}).legend.size(), 2);
        QCOMPARE(newRow(GradCamLayersOptions()).look.opacity, 0.5);
    }

    void errorsAndSamplesAreSaid()
    {
        Attribution answer;
        answer.map = {1, 1, 2, {1, 5}};
        answer.target = 1;
        answer.errors = Map{1, 1, 2, {0.2, 0.2}};
        answer.samples = answer.samplesAsked = 25;
        QCOMPARE(caption(answer, names), QStringLiteral("Egg · chance\u00a010 %"));
        answer.samples = 10;
        QCOMPARE(caption(answer, names),
            QStringLiteral("10\u00a0of\u00a025\u00a0samples · Egg · chance\u00a010 %"));
        QCOMPARE(arrayNamesOf(answer, SmoothGradOptions()),
            (std::vector<std::string>{"smoothgrad-1", "smoothgrad-1-errors"}));
        QCOMPARE(arraysOf(answer, SmoothGradOptions(), Precision::Float32).size(), std::size_t(2));
    }
};

QTEST_MAIN(LayerPicturesTest)
#include "layerpictures_test.moc"
