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
        QCOMPARE(viridis(t), colour);
    }

    void viridisClamps()
    {
        QCOMPARE(viridis(-3), viridis(0));
        QCOMPARE(viridis(7), viridis(1));
        QCOMPARE(viridis(std::numeric_limits<double>::quiet_NaN()), viridis(0));
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
