#include "ui/present/board.h"
#include "ui/present/chip.h"
#include "ui/present/maprange.h"
#include "ui/present/pictures.h"
#include "ui/present/readout.h"

#include <QPainter>
#include <QTest>

using namespace convscope;

namespace {

/// 4×2: two superpixels, left and right.
Segmentation halves() { return {4, 2, 2, {0, 0, 1, 1, 0, 0, 1, 1}}; }

Image gray(int width, int height, std::uint8_t value)
{
    return {width, height, std::vector<std::uint8_t>(std::size_t(width * height * 3), value)};
}

SuperpixelWeights limeOfHalves()
{
    SuperpixelWeights lime;
    lime.segments = halves();
    lime.classes = {{0, LinearModel{0.1, 0.5, 0.2}, {{0, 0.01}, {1, 0.02}}},
        {1, LinearModel{0.3, 0.714, 0.9}, {{1, -0.8, 0.05}, {0, 0.4, 0.02}}}};
    lime.target = 1;
    lime.samples = lime.samplesAsked = 1000;
    return lime;
}

} // namespace

class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photosKeepTheirBytes()
    {
        const QImage image = toQImage({2, 1, {1, 2, 3, 250, 251, 252}});
        QCOMPARE(image.size(), QSize(2, 1));
        QCOMPARE(image.pixel(0, 0), qRgb(1, 2, 3));
        QCOMPARE(image.pixel(1, 0), qRgb(250, 251, 252));
    }

    /// −1, 0 and 3 become 0, 1/4 and 1; a quarter of 255 is cut off to 63, as (v*255).astype(uint8) does.
    void colourMapsShareOneScaleAndCutOff()
    {
        const QImage image = mapPicture({3, 1, 1, {-1, 0, 3}});
        QCOMPARE(image.pixel(0, 0), qRgb(0, 63, 255));
    }

    /// What speaks against the class tints the photo as what speaks for it does; 0 leaves it as it is.
    void bothSidesOfASignedMapLieOverThePhoto()
    {
        Attribution answer;
        answer.meaning = Meaning::Evidence;
        answer.map = {1, 1, 3, {-1, 0, 1}};
        Look look;
        look.opacity = 0.5;
        const QImage shown = picture(answer, gray(3, 1, 128), look);
        QVERIFY(qRed(shown.pixel(0, 0)) > qBlue(shown.pixel(0, 0)) + 40);
        QCOMPARE(shown.pixel(1, 0), qRgb(128, 128, 128));
        QVERIFY(qBlue(shown.pixel(2, 0)) > qRed(shown.pixel(2, 0)) + 40);
        QImage bar(101, 4, QImage::Format_RGB32);
        QPainter painter(&bar);
        paintBar(painter, bar.rect(), {ColourMap::Diverging, {}, {}, 0.5});
        painter.end();
        QVERIFY(qRed(bar.pixel(0, 1)) > qBlue(bar.pixel(0, 1)) + 40);
        QCOMPARE(QColor(bar.pixel(50, 1)), QColor(Qt::gray));
    }

    void oneChannelIsInViridis()
    {
        const QImage image = mapPicture({1, 1, 3, {2, 3, 4}});
        QCOMPARE(image.pixel(0, 0), colourAt(ColourMap::Viridis, 0));
        QCOMPARE(image.pixel(1, 0), colourAt(ColourMap::Viridis, 0.5));
        QCOMPARE(image.pixel(2, 0), colourAt(ColourMap::Viridis, 1));
        QCOMPARE(mapPicture({1, 1, 1, {7}}).pixel(0, 0), colourAt(ColourMap::Viridis, 0)); // a silent filter
    }

    /// The scale of all photos, 0 to 8, makes of 2, 4 and 8 a quarter, a half and the top.
    void mapsCanShareAScale()
    {
        const Activation answer{{1, 1, 3, {2, 4, 8}}, {}};
        const Look look{.colourMap = ColourMap::Gray};
        const QImage shared = picture(answer, gray(3, 1, 0), look, Range{0, 8});
        QCOMPARE(shared.pixel(0, 0), qRgb(64, 64, 64));
        QCOMPARE(shared.pixel(1, 0), qRgb(128, 128, 128));
        QCOMPARE(shared.pixel(2, 0), qRgb(255, 255, 255));
        const QImage own = picture(answer, gray(3, 1, 0), look);
        QCOMPARE(own.pixel(0, 0), qRgb(0, 0, 0));
    }

    /// The map has the gradient's low, 10, as 0 and its high, 20, as 1. From 0 to 40 its ends are a quarter
    /// and a half; the largest of the three channels counts.
    void saliencySharesTheScaleOfTheGradient()
    {
        Attribution answer;
        answer.map = {3, 1, 2, {0, 0.5, 0, 1, 0, 0}};
        answer.stretchedFrom = Range{10, 20};
        const Look look{.colourMap = ColourMap::Gray};
        const QImage shared = picture(answer, gray(2, 1, 0), look, Range{0, 40});
        QCOMPARE(shared.pixel(0, 0), qRgb(64, 64, 64));
        QCOMPARE(shared.pixel(1, 0), qRgb(128, 128, 128));
        const QImage rgb = picture(answer, gray(2, 1, 0));
        QCOMPARE(rgb.pixel(1, 0), qRgb(127, 255, 0));
        QCOMPARE(mapRange(answer)->high, 20.0);
        QVERIFY(!mapRange(SuperpixelWeights{}).has_value());
    }

    /// The lowest value leaves the photo as it is, the middle one takes half of what the highest takes.
    void lowValuesAreClear()
    {
        const Activation answer{{1, 1, 3, {0, 1, 2}}, {}};
        const Look look{.colourMap = ColourMap::Gray, .opacity = 0.5};
        const QImage image = picture(answer, gray(3, 1, 200), look);
        QCOMPARE(image.pixel(0, 0), qRgb(200, 200, 200));
        QVERIFY(std::abs(qRed(image.pixel(1, 0)) - (200 * 3 + 127) / 4) <= 2);
        QVERIFY(std::abs(qRed(image.pixel(2, 0)) - (200 + 255) / 2) <= 2);
    }

    /// What lies beyond the scale covers no more of the photo than its end does.
    void whatIsClippedIsNoDenser()
    {
        const Activation answer{{1, 1, 3, {0, 1, 2}}, {}};
        const Look look{.colourMap = ColourMap::Gray, .opacity = 0.5};
        const QImage image = picture(answer, gray(3, 1, 200), look, Range{0, 1});
        QCOMPARE(image.pixel(2, 0), image.pixel(1, 0));
        QVERIFY(std::abs(qRed(image.pixel(2, 0)) - (200 + 255) / 2) <= 2);
    }

    /// By PAIR's rule the 95th percentile of 0 … 200 is 190, by NumPy's definition.
    void outliersOfSizesAreClippedByPercentile()
    {
        Map map{1, 1, 201, {}};
        for (int i = 0; i < 201; ++i)
            map.values.push_back(i);
        const Activation activation{map, {}};
        QCOMPARE(*mapRange(activation), (Range{0, 200}));
        QCOMPARE(*mapRange(activation, Clipping::FivePercent), (Range{0, 190}));
        Attribution sizes;
        sizes.map = map;
        QCOMPARE(*mapRange(sizes), (Range{0, 198}));
        QCOMPARE(*mapRange(sizes, Clipping::None), (Range{0, 200}));
        QCOMPARE(*mapRange(sizes, Clipping::TenPercent), (Range{0, 180}));

        const Look look{.colourMap = ColourMap::Gray, .clipping = Clipping::FivePercent};
        const QImage image = picture(activation, gray(201, 1, 0), look);
        QCOMPARE(image.pixel(95, 0), qRgb(128, 128, 128));
        QCOMPARE(image.pixel(190, 0), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(200, 0), qRgb(255, 255, 255));
        QVERIFY(image.pixel(180, 0) != qRgb(255, 255, 255));
        const QImage shared = picture(activation, gray(201, 1, 0), look, Range{0, 400});
        QCOMPARE(shared.pixel(200, 0), qRgb(128, 128, 128)); // the scale of all photos counts
    }

    /// −2 below zero stays where it is: the activation's low end is not cut.
    void onlyTheHighEndIsClipped()
    {
        const Activation answer{{1, 1, 11, {-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 80}}, {}};
        QCOMPARE(*mapRange(answer, Clipping::TenPercent), (Range{-2, 7}));
    }

    /// By Captum's rule of 18 times 1 and once −2 all but 10 % of the sum, 20, is reached at 1; all but 5 %
    /// only at 2.
    void outliersOfSignedMapsAreClippedByTheRunningSum()
    {
        Attribution answer;
        answer.meaning = Meaning::Evidence;
        answer.map = {1, 1, 19, std::vector<double>(19, 1)};
        answer.map.values[3] = -2;
        QCOMPARE(*mapRange(answer), (Range{-2, 2}));
        QCOMPARE(*mapRange(answer, Clipping::None), (Range{-2, 2}));
        QCOMPARE(*mapRange(answer, Clipping::FivePercent), (Range{-2, 2}));
        QCOMPARE(*mapRange(answer, Clipping::TenPercent), (Range{-1, 1}));
        const QImage image = picture(answer, gray(19, 1, 0), {.clipping = Clipping::TenPercent});
        QCOMPARE(image.pixel(3, 0), diverging(-1));
        QCOMPARE(image.pixel(4, 0), diverging(1));
        QCOMPARE(picture(answer, gray(19, 1, 0)).pixel(4, 0), diverging(0.5));
    }

    /// The notebook's saliency is stretched, and stays so unless something else is chosen.
    void stretchedSaliencyIsClippedInUnitsOfTheGradient()
    {
        Attribution answer;
        answer.map = {1, 1, 201, {}};
        for (int i = 0; i < 201; ++i)
            answer.map.values.push_back(i / 200.0);
        answer.stretchedFrom = Range{10, 20};
        QCOMPARE(*mapRange(answer), (Range{10, 20}));
        QCOMPARE(*mapRange(answer, Clipping::None), (Range{10, 20}));
        const Range clipped = *mapRange(answer, Clipping::FivePercent);
        QCOMPARE(clipped.low, 10.0);
        QCOMPARE(clipped.high, 19.5);
        const QImage image = picture(answer, gray(201, 1, 0), {.clipping = Clipping::FivePercent});
        QVERIFY(std::abs(qRed(image.pixel(95, 0)) - 128) <= 1);
        QCOMPARE(image.pixel(196, 0), qRgb(255, 255, 255));
    }

    /// 0 … 10 are finished to 0 … 1; the 90th percentile of these is 0.9, however large the photo is.
    void relevanceIsClippedByItsOwnValues()
    {
        Attribution answer;
        answer.meaning = Meaning::Relevance;
        answer.map = {1, 1, 11, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}};
        QCOMPARE(*mapRange(answer), (Range{0, 1}));
        QVERIFY(std::abs(mapRange(answer, Clipping::TenPercent)->high - 0.9) < 1e-6);
        const Look look{.colourMap = ColourMap::Gray, .clipping = Clipping::TenPercent};
        QCOMPARE(picture(answer, gray(44, 4, 0), look).pixel(43, 3), qRgb(255, 255, 255));
        QCOMPARE(picture(answer, gray(11, 1, 0), look).pixel(10, 0), qRgb(255, 255, 255));
        QVERIFY(picture(answer, gray(11, 1, 0), look).pixel(8, 0) != qRgb(255, 255, 255));
    }

    /// A white map at a quarter over a black photo is a quarter of 255.
    void mapsCanLieOverThePhoto()
    {
        const Activation answer{{1, 1, 2, {0, 1}}, {}};
        const Look look{.colourMap = ColourMap::Gray, .opacity = 0.25};
        const QImage image = picture(answer, gray(4, 2, 0), look);
        QCOMPARE(image.size(), QSize(4, 2));
        QCOMPARE(image.pixel(0, 0), qRgb(0, 0, 0));
        QVERIFY(std::abs(qRed(image.pixel(3, 1)) - 64) <= 1);
    }

    /// Superpixels of 4×2 pixels in a photo of 8×4: each of the former marks 2×2 of the latter.
    void limesMarksFitPhotosOfAnyResolution()
    {
        Image photo = gray(8, 4, 100);
        photo.pixels.back() = 200; // the brightest, which the notebook's marks take
        const QImage image = picture(limeOfHalves(), photo, {.colours = Colours::Notebook});
        QCOMPARE(image.size(), QSize(8, 4));
        QCOMPARE(image.pixel(3, 2), qRgb(100, 200, 100)); // speaks for it
        QCOMPARE(image.pixel(4, 2), qRgb(200, 100, 100)); // against it
        QCOMPARE(picture(limeOfHalves(), photo).size(), QSize(8, 4));
    }

    void pointReadsEveryValue()
    {
        Attribution saliency;
        saliency.map = {3, 1, 2, {0, 0.5, 0, 1, 0, 0}};
        saliency.stretchedFrom = Range{10, 20};
        const auto answered = [](const MethodOptions &question, const Answer &answer) {
            return AskedAnswer{{}, question, std::make_shared<const Answer>(answer)};
        };
        const std::vector<AskedAnswer> answers = {answered(SaliencyOptions{}, saliency),
            answered(ActivationOptions{}, Activation{{1, 1, 1, {-3}}, {}}),
            answered(LimeOptions{}, limeOfHalves())};
        const Image photo = gray(4, 2, 100);
        QCOMPARE(valuesAt({0.9, 0.6}, photo, answers),
            QStringLiteral("(3, 1)   pixel 100 100 100 · gradient 20.0 · activation −3.00 · "
                           "superpixel 1, −0.800 ± 0.0500"));
        QVERIFY(valuesAt({1.0, 0.5}, photo, answers).isEmpty());
        QVERIFY(valuesAt({-0.1, 0.5}, photo, answers).isEmpty());
    }

    void segmentsHaveYellowBorders()
    {
        const QImage image = segmentsPicture(gray(4, 2, 100), halves());
        for (int y = 0; y < 2; ++y) {
            QCOMPARE(image.pixel(0, y), qRgb(100, 100, 100));
            QCOMPARE(image.pixel(1, y), qRgb(255, 255, 0));
            QCOMPARE(image.pixel(2, y), qRgb(100, 100, 100));
        }
    }

    /// Segment 1 speaks against class 1, segment 0 for it but with less than the least weight.
    void limeMarksWhatIsLargeEnough()
    {
        SuperpixelWeights lime = limeOfHalves();
        lime.marking.minWeight = 0.5;
        const Image photo = gray(4, 2, 100);
        const QImage notebook = picture(lime, photo, {Colours::Notebook});
        QCOMPARE(notebook.pixel(0, 0), qRgb(100, 100, 100));
        QCOMPARE(notebook.pixel(3, 1), qRgb(100, 100, 100)); // the largest value of a gray photo is its gray
        const QImage board = picture(lime, photo, {Colours::Board});
        QVERIFY(qRed(board.pixel(3, 1)) > qBlue(board.pixel(3, 1)) + 40); // orange
        QCOMPARE(qRed(board.pixel(0, 0)), qBlue(board.pixel(0, 0))); // faded only
    }

    /// As above, but the weight of segment 1 is 0.8 ± 0.5: less than two standard errors.
    void superpixelsThatMayBeChanceAreStriped()
    {
        SuperpixelWeights lime = limeOfHalves();
        lime.segments = {16, 2, 2, std::vector<std::int32_t>(32, 0)};
        for (int y = 0; y < 2; ++y)
            std::fill_n(lime.segments.labels.begin() + 16 * y + 2, 14, 1);
        lime.classes[1].weights[0].error = 0.5;
        const Image photo = gray(16, 2, 100);
        const auto tinted = [](const QImage &image, int x) {
            return qRed(image.pixel(x, 1)) > qBlue(image.pixel(x, 1)) + 40;
        };
        const auto tintedPixels = [&](const QImage &image) {
            int count = 0;
            for (int x = 2; x < 16; ++x)
                count += tinted(image, x);
            return count;
        };
        const QImage striped = picture(lime, photo, {Colours::Board});
        QVERIFY(tintedPixels(striped) >= 6 && tintedPixels(striped) <= 8); // half of 14
        lime.classes[1].weights[0].error = 0.4; // exactly two are enough
        QCOMPARE(tintedPixels(picture(lime, photo, {Colours::Board})), 14);
        // The notebook's picture knows no errors.
        const QImage notebook = picture(lime, photo, {Colours::Notebook});
        lime.classes[1].weights[0].error = 0.5;
        QCOMPARE(picture(lime, photo, {Colours::Notebook}), notebook);
    }

    void notebookColoursAreTheLimePackages()
    {
        Image photo = gray(4, 2, 100);
        photo.pixels[0] = 200; // the largest value in the picture, in segment 0
        const QImage image = picture(limeOfHalves(), photo, {Colours::Notebook});
        QCOMPARE(image.pixel(0, 0), qRgb(200, 200, 100)); // for: green to the largest
        QCOMPARE(image.pixel(1, 1), qRgb(100, 200, 100));
        QCOMPARE(image.pixel(3, 1), qRgb(200, 100, 100)); // against: red
    }

    void captionsSayWhatToTrust()
    {
        const QStringList names = {QStringLiteral("Bread"), QStringLiteral("Egg")};
        QCOMPARE(caption(limeOfHalves(), names), QStringLiteral("Egg · 2\u00a0superpixels · R²\u00a00.714"));
        SuperpixelWeights part = limeOfHalves();
        part.samples = 340;
        part.classes[1].weights = {{1, -0.8, 0.05}, {0, 0.4, 0.03}, {2, 0.1, 0.01}};
        QCOMPARE(caption(part, names),
            QStringLiteral("340\u00a0of\u00a01000\u00a0samples, ±0.0300 · Egg · 2\u00a0superpixels · R²\u00a0"
                           "0.714"));
        SuperpixelWeights exact = limeOfHalves(); // of no model and no samples
        exact.samples = exact.samplesAsked = 0;
        exact.classes[1] = {1, {}, {{1, -0.8}, {0, 0.4}}};
        QCOMPARE(caption(exact, names), QStringLiteral("Egg · 2\u00a0superpixels"));
        QCOMPARE(briefCaption(exact, names), QStringLiteral("2\u00a0superpixels"));
        exact.classes[1].weights.pop_back();
        QCOMPARE(caption(exact, names), QStringLiteral("Egg · 1\u00a0of\u00a02\u00a0superpixels"));
        Attribution rival;
        rival.isRival = true;
        QCOMPARE(caption(rival, names), QStringLiteral("knows\u00a0nothing of\u00a0the\u00a0network"));
        QCOMPARE(briefCaption(rival, names), caption(rival, names));
        const Activation activation{{1, 1, 2, {-0.03124, 31.26}}, {}};
        QCOMPARE(caption(activation, names), QStringLiteral("−0.0312\u00a0to\u00a031.3"));
        OptimisedImage image;
        image.objective = {1, 2, 1250};
        image.stepsAsked = 100;
        QCOMPARE(caption(image, names),
            QStringLiteral("3\u00a0of\u00a0100\u00a0steps · sum\u00a01.00\u00a0→\u00a01250"));
        image.isLikePhoto = true;
        QCOMPARE(caption(image, names),
            QStringLiteral("3\u00a0of\u00a0100\u00a0steps · response\u00a01.00\u00a0→\u00a01250"));
    }

    void severalOptimisedImagesStandSideBySide()
    {
        OptimisedImage image;
        image.isLikePhoto = true;
        image.pictures = 3;
        image.image = {3, 16, 16, std::vector<double>(3 * 16 * 16, 0.5)};
        const QImage shown = picture(image, {});
        QCOMPARE(shown.size(), QSize(16, 16));
        QCOMPARE(shown.pixelColor(2, 2), QColor(127, 127, 127)); // as it is, not stretched
        QCOMPARE(shown.pixelColor(8, 2), QColor(Qt::white)); // between two
        QCOMPARE(shown.pixelColor(2, 8), QColor(Qt::white));
        image.pictures = 1;
        QCOMPARE(picture(image, {}).pixelColor(8, 2), QColor(127, 127, 127));
    }

    void numbersHaveThreeDigits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0");
        QTest::newRow("one") << 1.0 << QStringLiteral("1.00");
        QTest::newRow("hundreds") << 456.7 << QStringLiteral("457");
        QTest::newRow("small") << 0.00123 << QStringLiteral("0.00123");
        QTest::newRow("tiny") << 0.000123 << QStringLiteral("1.2e-04");
        QTest::newRow("huge") << 2.5e7 << QStringLiteral("2.5e+07");
        QTest::newRow("negative") << -2.0 << QStringLiteral("−2.00");
    }

    void numbersHaveThreeDigits()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(shortNumber(value), text);
    }

    void columnsSayWhetherTheNetworkIsRight()
    {
        const QStringList names = {QStringLiteral("Bread"), QStringLiteral("Egg")};
        const Prediction sure{{1, 9}, {0.0004, 0.9996}};
        const BoardColumn right = columnFor(QStringLiteral("1_0"), {{}, 1}, &sure, names);
        QCOMPARE(right.trueClass, QStringLiteral("Egg"));
        QCOMPARE(right.predictedClass, QStringLiteral("Egg 99.9 %"));
        QVERIFY(right.known && right.right);
        QVERIFY(!columnFor(QStringLiteral("1_0"), {{}, 0}, &sure, names).right);
        QVERIFY(!columnFor(QStringLiteral("x"), {}, &sure, names).known);
        QVERIFY(!columnFor(QStringLiteral("x"), {{}, 1}, nullptr, names).known);
        // A class of the folder that is none of the network's is shown, and not compared.
        const BoardColumn other = columnFor(QStringLiteral("x"), {{}, {}, "Dessert"}, &sure, names);
        QCOMPARE(other.trueClass, QStringLiteral("Dessert"));
        QVERIFY(!other.known && !other.trueColour.isValid());
        const Prediction unsure{{1, 2}, {0.27, 0.73}};
        QCOMPARE(columnFor({}, {}, &unsure, names).predictedClass, QStringLiteral("Egg 73 %"));
    }

    void rowsSayWhatWasAsked()
    {
        const Row activation = newRow(ActivationOptions{4, 7});
        QCOMPARE(rowFor(activation).detail, QStringLiteral("layer 4, filter 7"));
        QVERIFY(rowFor(activation).colourBar.has_value());
        QVERIFY(!rowFor(activation).held);
        Row lime = newRow(LimeOptions{});
        QCOMPARE(rowFor(lime).legend.size(), 3); // with the stripes
        QCOMPARE(rowFor(newRow(AblationOptions{})).legend.size(), 2); // whose weights have no errors
        lime.look.colours = Colours::Notebook;
        const BoardRow row = rowFor(lime);
        QCOMPARE(row.detail, QStringLiteral("true class, 1000 samples"));
        QCOMPARE(row.legend.size(), 2);
        QCOMPARE(row.legend[0].colour, QColor(0, 255, 0));
        QVERIFY(rowFor(Row{}).detail.isEmpty());
        QCOMPARE(allIds().first(), QStringLiteral("photo"));
        QCOMPARE(allIds().size(), qsizetype(allMethods().size()) + 1);
        for (const QString &name : allIds()) {
            const std::optional<Row> known = rowWithId(name);
            QVERIFY2(known && id(*known) == name, qPrintable(name));
            QVERIFY2(!title(*known).isEmpty() && explanation(*known).endsWith(u'.'), qPrintable(name));
        }
        QVERIFY(!rowWithId(QStringLiteral("depth")));
    }

    void rowsSayHowTheirMapsAreDrawn()
    {
        Row activation = newRow(ActivationOptions{4, 7});
        QVERIFY(rowFor(activation).remarks.isEmpty());
        activation.look.clipping = Clipping::FivePercent;
        activation.look.contours = Contours::Quarters;
        QCOMPARE(rowFor(activation).remarks,
            QStringList(
                {"outliers clipped: 5 % of the values", "lines enclose 25 %, 50 %, 75 % of the sum"}));
        Row occlusion = newRow(OcclusionOptions{}); // whose values speak for the class, or against it
        occlusion.look.clipping = Clipping::TenPercent;
        occlusion.look.contours = Contours::Half;
        QCOMPARE(rowFor(occlusion).remarks,
            QStringList({"outliers clipped: 10 % of the sum", "lines enclose 50 % of what speaks for it"}));
        Row lime = newRow(LimeOptions{});
        lime.look = occlusion.look;
        QVERIFY(rowFor(lime).remarks.isEmpty());
        occlusion.look = {.clipping = Clipping::None};
        QCOMPARE(rowFor(occlusion).remarks, QStringList("no outliers clipped"));
    }

    /// What tells two rows of one method apart is said, and what is as usual is not.
    void rowsSayWhatIsNotAsUsual()
    {
        LimeOptions lime;
        lime.samples = 30;
        lime.seed = 7;
        lime.score = Score::Probabilities;
        QCOMPARE(
            rowFor(newRow(lime)).detail, QStringLiteral("true class, seed 7, 30 samples, probabilities"));
        FeatureVisualisationOptions image{4, 7};
        QCOMPARE(rowFor(newRow(image)).detail, QStringLiteral("layer 4, filter 7, from the photo"));
        image.noiseSeed = 3;
        image.iterations = 20;
        QCOMPARE(rowFor(newRow(image)).detail, QStringLiteral("layer 4, filter 7, 20 steps, from noise 3"));
    }

    void equalRowsHaveDistinctIds()
    {
        const Row lime = newRow(LimeOptions{});
        QCOMPARE(distinctIds({Row{}, lime, newRow(SaliencyOptions{}), lime, lime}),
            QStringList({"photo", "lime", "saliency", "lime-2", "lime-3"}));
    }
};

QTEST_GUILESS_MAIN(PicturesTest)
#include "pictures_test.moc"
