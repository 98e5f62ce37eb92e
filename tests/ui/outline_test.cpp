#include "ui/present/board.h"
#include "ui/present/figure.h"
#include "ui/present/outline.h"

#include <QImage>
#include <QTest>

using namespace convscope;

class OutlineTest : public QObject
{
    Q_OBJECT

    Look m_outlined;

    static Mask oneCorner() { return {2, 2, {1, 0, 0, 0}}; }

private Q_SLOTS:
    void initTestCase() { m_outlined.outline = true; }

    void runsAlongTheEdgesOfThePixels()
    {
        // The upper left quarter: two horizontal and two vertical strokes, each half a side long.
        const QPainterPath path = outlineOf(oneCorner());
        QCOMPARE(path.elementCount(), 8);
        QCOMPARE(path.boundingRect(), QRectF(0, 0, 0.5, 0.5));
        QCOMPARE(path.length(), 2.0);
    }

    void joinsWhatLiesInOneLine()
    {
        const QPainterPath path = outlineOf({3, 2, {1, 1, 1, 0, 0, 0}});
        QCOMPARE(path.elementCount(), 8); // not one stroke a pixel
        QCOMPARE(path.boundingRect(), QRectF(0, 0, 1, 0.5));
    }

    void hasHolesAndIslands()
    {
        std::vector<std::uint8_t> ring(25, 0);
        for (const int pixel : {6, 7, 8, 11, 13, 16, 17, 18})
            ring[std::size_t(pixel)] = 1;
        QCOMPARE(outlineOf({5, 5, ring}).length(), (12 + 4) / 5.0);
    }

    void isLightWithADarkRim()
    {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(QColor(120, 120, 120));
        QPainter painter(&image);
        paintOutline(painter, outlineOf(oneCorner()), QRectF(0, 0, 40, 40), 4); // 4 wide, 10 with its rim
        painter.end();
        QCOMPARE(image.pixelColor(20, 10), QColor(255, 255, 255)); // on the vertical border at x = 20
        QCOMPARE(image.pixelColor(16, 10), QColor(0, 0, 0));
        QCOMPARE(image.pixelColor(10, 10), QColor(120, 120, 120));
        QCOMPARE(image.pixelColor(30, 30), QColor(120, 120, 120));
    }

    void contoursAreDarkWithALightRim()
    {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(QColor(120, 120, 120));
        QPainter painter(&image);
        paintContours(painter, outlineOf(oneCorner()), QRectF(0, 0, 40, 40), 4); // 6 wide with its rim
        painter.end();
        QCOMPARE(image.pixelColor(20, 10), QColor(0, 0, 0));
        QCOMPARE(image.pixelColor(17, 10), QColor(255, 255, 255));
        QCOMPARE(image.pixelColor(15, 10), QColor(120, 120, 120));
    }

    /// Of 8, 4, 4 and 0 the 8 alone is half. For three quarters both 4 are needed; the three pixels have a
    /// border as long as the square's.
    void contoursEncloseTheHottestPixels()
    {
        Photo photo;
        photo.input = {2, 2, std::vector<std::uint8_t>(12, 90)};
        const auto contoursOf = [&](const Answer &answer, const MethodOptions &options, Contours contours) {
            return answerCell({answer}, options, photo, {QStringLiteral("Egg")}, {.contours = contours})
                .contours;
        };
        const Activation answer{{1, 2, 2, {8, 4, 4, 0}}, {}};
        QVERIFY(contoursOf(answer, ActivationOptions{}, Contours::None).isEmpty());
        QCOMPARE(contoursOf(answer, ActivationOptions{}, Contours::Half), outlineOf(oneCorner()));
        QCOMPARE(contoursOf(answer, ActivationOptions{}, Contours::Quarters).length(), 2 + 2 + 4.0);
        const Activation silent{{1, 2, 2, {0, 0, 0, 0}}, {}};
        QVERIFY(contoursOf(silent, ActivationOptions{}, Contours::Half).isEmpty());
        SuperpixelWeights lime; // whose superpixels have borders of their own
        lime.segments = {2, 2, 2, {0, 0, 1, 1}};
        lime.classes = {{0, {}, {{0, 0.5}, {1, 0.1}}}};
        QVERIFY(contoursOf(lime, LimeOptions{}, Contours::Half).isEmpty());
    }

    void isDrawnOnlyWhereItIsAskedFor()
    {
        Photo photo;
        photo.input = {2, 2, std::vector<std::uint8_t>(12, 90)};
        photo.mask = oneCorner();
        QVERIFY(photoCell(photo).outline.isEmpty());
        QVERIFY(!photoCell(photo, m_outlined).outline.isEmpty());
        OptimisedImage image;
        image.image = {3, 2, 2, std::vector<double>(12, 0.5)};
        image.stepsAsked = 100;
        FeatureVisualisationOptions options;
        const auto isOutlined = [&] {
            return !answerCell({image}, options, photo, {}, m_outlined).outline.isEmpty();
        };
        QVERIFY(isOutlined());
        options.noiseSeed = 1; // not of the photo
        QVERIFY(!isOutlined());
    }

    void aBadMaskIsANote()
    {
        Photo photo;
        photo.input = {2, 2, std::vector<std::uint8_t>(12, 90)};
        photo.maskError = Error(ErrorKind::MaskEmpty, "masks/1.png");
        QCOMPARE(photoCell(photo, m_outlined).notes.size(), 1);
        QVERIFY(photoCell(photo, m_outlined).notes.first().startsWith(QStringLiteral("masks/1.png: ")));
    }
};

QTEST_MAIN(OutlineTest)
#include "outline_test.moc"
