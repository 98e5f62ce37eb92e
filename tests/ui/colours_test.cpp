#include "ui/present/colours.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <set>

using namespace convscope;

class ColoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// matplotlib.colormaps["viridis"](t, bytes=True), matplotlib 3.6.3
    void viridisIsMatplotlibs_data()
    {
        QTest::addColumn<double>("t");
        QTest::addColumn<QRgb>("colour");
        QTest::newRow("low") << 0.0 << qRgb(68, 1, 84);
        QTest::newRow("below the second step") << 0.00390 << qRgb(68, 1, 84);
        QTest::newRow("second step") << 0.00391 << qRgb(68, 2, 85);
        QTest::newRow("middle") << 0.5 << qRgb(32, 144, 140);
        QTest::newRow("high") << 1.0 << qRgb(253, 231, 36);
    }

    void viridisIsMatplotlibs()
    {
        QFETCH(double, t);
        QFETCH(QRgb, colour);
        QCOMPARE(colourAt(ColourMap::Viridis, t), colour);
    }

    void viridisClamps()
    {
        QCOMPARE(colourAt(ColourMap::Viridis, -3), colourAt(ColourMap::Viridis, 0));
        QCOMPARE(colourAt(ColourMap::Viridis, 7), colourAt(ColourMap::Viridis, 1));
        QCOMPARE(colourAt(ColourMap::Viridis, std::numeric_limits<double>::quiet_NaN()),
            colourAt(ColourMap::Viridis, 0));
    }

    /// matplotlib.colormaps[name](t, bytes=True), matplotlib 3.6.3
    void otherMapsAreMatplotlibs()
    {
        QCOMPARE(colourAt(ColourMap::Magma, 0.5), qRgb(182, 54, 121));
        QCOMPARE(colourAt(ColourMap::Cividis, 0.25), qRgb(67, 78, 107));
        QCOMPARE(colourAt(ColourMap::Gray, 0.5), qRgb(128, 128, 128));
    }

    void classColoursDiffer()
    {
        std::set<QRgb> seen;
        for (int label = 0; label < 12; ++label)
            seen.insert(classColour(label).rgb());
        QCOMPARE(seen.size(), std::size_t(12));
        QCOMPARE(classColour(12), classColour(0));
    }
};

QTEST_GUILESS_MAIN(ColoursTest)
#include "colours_test.moc"
