#include "ui/present/description.h"

#include <QTest>

using namespace convscope;

namespace {

const QStringList names{QStringLiteral("Bread"), QStringLiteral("Egg")};

/// 9×9, all at rest but one pixel.
Map withPeak(int x, int y)
{
    Map map{1, 9, 9, std::vector<double>(81, 0.25)};
    map.values[std::size_t(y * 9 + x)] = 1;
    return map;
}

Attribution attribution(const Map &map, int target)
{
    Attribution answer;
    answer.map = map;
    answer.target = target;
    return answer;
}

/// Four superpixels, one a quarter, of which the three weightiest are marked.
SuperpixelWeights quarters(const std::vector<double> &weights)
{
    SuperpixelWeights lime;
    lime.segments = {4, 4, 4, {0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3}};
    ClassWeights ofClass;
    for (int segment = 0; segment < 4; ++segment)
        ofClass.weights.push_back({segment, weights[std::size_t(segment)], 0});
    std::sort(ofClass.weights.begin(), ofClass.weights.end(),
        [](const auto &a, const auto &b) { return std::abs(a.weight) > std::abs(b.weight); });
    lime.classes = {{}, ofClass};
    lime.target = 1;
    lime.marking = {.features = 3, .minWeight = 0};
    return lime;
}

} // namespace

class DescriptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereAMapIsStrongest_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        QTest::addColumn<QString>("place");
        QTest::newRow("1") << 0 << 0 << QStringLiteral("at the upper left");
        QTest::newRow("2") << 4 << 2 << QStringLiteral("at the top");
        QTest::newRow("3") << 8 << 1 << QStringLiteral("at the upper right");
        QTest::newRow("4") << 2 << 4 << QStringLiteral("at the left");
        QTest::newRow("5") << 4 << 4 << QStringLiteral("in the middle");
        QTest::newRow("6") << 6 << 5 << QStringLiteral("at the right");
        QTest::newRow("7") << 1 << 8 << QStringLiteral("at the lower left");
        QTest::newRow("8") << 5 << 6 << QStringLiteral("at the bottom");
        QTest::newRow("9") << 7 << 7 << QStringLiteral("at the lower right");
    }

    void saysWhereAMapIsStrongest()
    {
        QFETCH(const int, x);
        QFETCH(const int, y);
        QFETCH(const QString, place);
        const Map map = withPeak(x, y);
        QCOMPARE(description(attribution(map, 1), SaliencyOptions{}, names),
            QStringLiteral("for Egg: strongest ") + place);
        QCOMPARE(description(Activation{map, {}}, ActivationOptions{15, 7}, names),
            QStringLiteral("of layer 15, filter 7: strongest ") + place);
    }

    void saysThatNothingStandsOut()
    {
        const Map flat{1, 2, 2, {3, 3, 3, 3}};
        QCOMPARE(description(Activation{flat, {}}, ActivationOptions{0, 0}, names),
            QStringLiteral("of layer 0, filter 0: the same everywhere"));
        QCOMPARE(description(attribution({}, 0), SaliencyOptions{}, names),
            QStringLiteral("for Bread: the same everywhere"));
    }

    void saysWhatLimeMarks()
    {
        QCOMPARE(description(quarters({0.1, 0.5, -0.4, 0.01}), LimeOptions{}, names),
            QStringLiteral("for Egg: superpixels that speak for it: 2, the strongest at the upper right; "
                           "superpixels that speak against it: 1, the strongest at the lower left"));
        QCOMPARE(description(quarters({-1, -2, -3, -4}), LimeOptions{}, names),
            QStringLiteral("for Egg: no superpixel speaks for it; superpixels that speak against it: 3, the "
                           "strongest at the lower right"));
    }
};

QTEST_APPLESS_MAIN(DescriptionTest)
#include "description_test.moc"
