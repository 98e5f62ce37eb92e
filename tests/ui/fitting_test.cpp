#include "tests/support/rows.h"
#include "ui/choices/fitting.h"

#include <QTest>

using namespace convscope;

namespace {

Layer map(int index, const char *name, int channels) { return {index, name, "Conv2d", channels, 8, 8}; }

/// Three named classes; the maps of "a", "b" and "c".
Choosable fruits()
{
    return {"/x/fruits.pth", QStringLiteral("x/fruits.pth"), {map(0, "a", 4), map(1, "b", 6), map(2, "c", 8)},
        3, {QStringLiteral("apple"), QStringLiteral("pear"), QStringLiteral("plum")}};
}

/// Has "plum" as its first class, "c" as its second layer, and an unnamed layer without maps.
Choosable stones()
{
    return {"/y/stones.pth", QStringLiteral("y/stones.pth"),
        {{0, "flat", "Linear", 9, {}, {}}, map(1, "c", 8), map(2, "b", 5)}, 2,
        {QStringLiteral("plum"), QStringLiteral("cherry")}};
}

/// As many classes as it says, none of them named.
Choosable numbered(int classes)
{
    Choosable made{"/z/numbered.pt", QStringLiteral("z/numbered.pt"), {map(0, "a", 4)}, classes, {}};
    for (int label = 0; label < classes; ++label)
        made.classNames << QStringLiteral("class %1").arg(label);
    return made;
}

/// The rows with what they were chosen by: all of them follow.
struct Chosen
{
    QList<Row> rows = standardRows();
    LayerId layer;
    FilterId filter;
};

Chosen chosen(const Target &target, int layer = 0, int filter = 0)
{
    Chosen chosen{.layer = layer, .filter = filter};
    for (Row &row : chosen.rows) {
        if (Target *own = row.question ? fieldOf<Target>(*row.question) : nullptr)
            *own = target;
        if (row.question)
            setFilterOf(*row.question, layer, filter);
    }
    return chosen;
}

QStringList putBack(const Fitting &fitting, const Chosen &chosen)
{
    return fitting.putBack(chosen.rows, chosen.layer, chosen.filter);
}

/// What is asked of the network that it was fitted to. All rows that follow have the layer and the filter
/// that the network panel has.
template <typename Options> Options fitted(const Fitting &fitting, const Chosen &chosen)
{
    const QList<Row> rows = fitting.rows(chosen.rows);
    const auto [layer, filter] = fitting.filter(chosen.layer, chosen.filter);
    for (const Row &row : rows) {
        if (row.canBeHeld()
            && (*fieldOf<LayerId>(*row.question) != layer || *fieldOf<FilterId>(*row.question) != filter))
            QTest::qFail("a row that follows is elsewhere", __FILE__, __LINE__);
    }
    return asked<Options>(rows);
}

Target ofClass(int label) { return {Target::Kind::Class, label}; }

} // namespace

class FittingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesGoByTheirNames()
    {
        const Fitting fitting(fruits(), stones());
        QCOMPARE(fitting.label(2), std::optional(0));
        QCOMPARE(fitting.label(1), std::optional<int>());
        QVERIFY(fitting.target(ofClass(2)) == ofClass(0));
        QVERIFY(!fitting.target(ofClass(0)));
        QVERIFY(fitting.target({Target::Kind::Predicted, 0}) == (Target{Target::Kind::Predicted, 0}));
        QVERIFY(fitted<LimeOptions>(fitting, chosen(ofClass(2))).target == ofClass(0));
        QVERIFY(fitted<SaliencyOptions>(fitting, chosen(ofClass(1))).target == Target{});
        QCOMPARE(putBack(fitting, chosen(ofClass(1), 2, 1)),
            QStringList(QStringLiteral("y/stones.pth has no pear; the true class is explained instead.")));
    }

    /// What a class is compared with goes by its name as well, and a filter by its layer's.
    void comparedClassesAndFiltersAreFitted()
    {
        const Fitting fitting(fruits(), stones());
        const auto against = [](Target target, int other) {
            target.against = OtherClass{OtherClass::Kind::Class, other};
            return target;
        };
        QVERIFY(
            fitting.target(against({Target::Kind::Predicted}, 2)) == against({Target::Kind::Predicted}, 0));
        QVERIFY(!fitting.target(against({Target::Kind::Predicted}, 1)));
        QVERIFY(!fitting.target(against(ofClass(2), 1)));
        QCOMPARE(putBack(fitting, chosen(against(ofClass(2), 1), 2, 1)),
            QStringList(QStringLiteral("y/stones.pth has no pear; the true class is explained instead.")));
        QVERIFY(fitting.target({Target::Kind::Entropy}) == Target{Target::Kind::Entropy});
        const Target filter{Target::Kind::Filter, 5, 2};
        QVERIFY(fitting.target(filter) == (Target{Target::Kind::Filter, 5, 1}));
        QVERIFY(!fitting.target({Target::Kind::Filter, 5, 1})); // a layer with other filters
        Target unit = filter;
        unit.unit = Unit{8, 0};
        QVERIFY(!fitting.target(unit)); // outside the map
    }

    /// Class 36 of a thousand is not class 36 of a hundred.
    void numbersMeanTheSameOnlyAmongAsMany()
    {
        QCOMPARE(Fitting(numbered(1000), numbered(1000)).label(36), std::optional(36));
        Choosable hundred = numbered(100);
        hundred.file = "/z/hundred.pt";
        QCOMPARE(Fitting(numbered(1000), hundred).label(36), std::optional<int>());
        QCOMPARE(Fitting(fruits(), numbered(3)).label(1), std::optional(1));
        QCOMPARE(putBack(Fitting(numbered(1000), fruits()), chosen(ofClass(36))),
            QStringList(
                QStringLiteral("x/fruits.pth has no class 36; the true class is explained instead.")));
        QCOMPARE(putBack(Fitting(numbered(1000), hundred), chosen(ofClass(36))),
            QStringList(QStringLiteral(
                "Class 36 was chosen for another network; the true class is explained instead.")));
    }

    void layersGoByTheirNames()
    {
        const Fitting fitting(fruits(), stones());
        const auto kept = fitted<ActivationOptions>(fitting, chosen({}, 2, 7));
        QCOMPARE(kept.layer.index, 1); // "c"
        QCOMPARE(kept.filter.index, 7);
        QCOMPARE(fitted<FeatureVisualisationOptions>(fitting, chosen({}, 2, 7)).layer.index, 1);
        QVERIFY(putBack(fitting, chosen({}, 2, 7)).isEmpty());

        const auto other = fitted<ActivationOptions>(fitting, chosen({}, 1, 5));
        QCOMPARE(other.layer.index, 2); // "b" has another number of filters
        QCOMPARE(other.filter.index, 0);
        QCOMPARE(putBack(fitting, chosen({}, 1, 5)),
            QStringList(QStringLiteral(
                "Layer 2 (b) of y/stones.pth has other filters; filter 0 is shown instead of 5.")));

        const auto none = fitted<ActivationOptions>(fitting, chosen({}, 0, 3));
        QCOMPARE(none.layer.index, 1); // the first that has maps, and not the layer of that number
        QCOMPARE(none.filter.index, 0);
        QCOMPARE(putBack(fitting, chosen({}, 0, 3)),
            QStringList(
                QStringLiteral("y/stones.pth has no layer 0 (a) with maps; layer 1 (c) is shown instead.")));
    }

    /// The same file opened again, with other names for its classes: its numbers hold.
    void numbersHoldInTheSameFile()
    {
        Choosable renamed = fruits();
        renamed.classNames = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        const Fitting fitting(fruits(), renamed);
        QCOMPARE(fitting.label(1), std::optional(1));
        QCOMPARE(fitted<ActivationOptions>(fitting, chosen(ofClass(1), 1, 5)).filter.index, 5);
        QVERIFY(putBack(fitting, chosen(ofClass(1), 1, 5)).isEmpty());
    }

    /// A file that was written over with another network.
    void numbersSayNothingInAFileThatHoldsAnother()
    {
        Choosable other = stones();
        other.file = fruits().file;
        QCOMPARE(Fitting(fruits(), other).label(2), std::optional(0));
        QCOMPARE(fitted<ActivationOptions>(Fitting(fruits(), other), chosen({}, 2, 7)).layer.index, 1);
    }

    /// What a file says that names no network: what the open one has is taken.
    void whereNothingIsKnownWhatIsThereIsTaken()
    {
        const Fitting fitting({}, fruits());
        QCOMPARE(fitting.label(2), std::optional(2));
        QCOMPARE(fitting.label(3), std::optional<int>());
        QCOMPARE(fitted<ActivationOptions>(fitting, chosen({}, 2, 7)).layer.index, 2);
        QCOMPARE(fitted<ActivationOptions>(fitting, chosen({}, 2, 8)).filter.index, 0);
        const Chosen standard; // layer 15, which nobody chose
        QCOMPARE(fitted<ActivationOptions>(fitting, standard).layer.index, 0);
        QVERIFY(putBack(fitting, standard).isEmpty());
        QCOMPARE(putBack(fitting, chosen(ofClass(3), 9, 0)).size(), 2);
    }

    /// Only the file of the network before is known, since it could not be opened: numbers say nothing.
    void ofANetworkThatWasNeverOpenNothingIsKept()
    {
        const Fitting fitting(
            Choosable{.file = "/w", .name = {}, .layers = {}, .classCount = 0, .classNames = {}}, fruits());
        QVERIFY(!fitting.target(ofClass(1)));
        QCOMPARE(fitted<ActivationOptions>(fitting, chosen(ofClass(1), 2, 3)).layer.index, 0);
        QCOMPARE(putBack(fitting, chosen(ofClass(1), 2, 3)).size(), 2);
        QVERIFY(putBack(fitting, Chosen()).isEmpty());
    }

    /// A row that is held has a place of its own, which goes by the names of layers as well.
    void rowsThatAreHeldAreFittedByThemselves()
    {
        const Fitting fitting(fruits(), stones());
        Chosen rows = chosen({}, 2, 7);
        Row held = newRow(ActivationOptions{1, 5}); // "b" of the first network
        held.held = true;
        rows.rows << held;
        const QList<Row> now = fitting.rows(rows.rows);
        QVERIFY(std::get<ActivationOptions>(*now.last().question) == (ActivationOptions{2, 0}));
        QVERIFY(now.last().held);
        QCOMPARE(asked<ActivationOptions>(now).layer.index, 1); // "c", for those that follow
        QCOMPARE(putBack(fitting, rows),
            QStringList(QStringLiteral(
                "Layer 2 (b) of y/stones.pth has other filters; filter 0 is shown instead of 5.")));
        rows.rows.last().question = ActivationOptions{0, 3}; // "a", which the other network has not
        QCOMPARE(putBack(fitting, rows),
            QStringList(
                QStringLiteral("y/stones.pth has no layer 0 (a) with maps; layer 1 (c) is shown instead.")));
    }

    void aNetworkWithoutMapsHasNoLayerToShow()
    {
        Choosable flat = stones();
        flat.layers.resize(1);
        const Fitting fitting(fruits(), flat);
        QCOMPARE(fitted<ActivationOptions>(fitting, chosen({}, 2, 7)).layer.index, 2);
        QVERIFY(putBack(fitting, chosen({}, 2, 7)).isEmpty());
    }
};

QTEST_MAIN(FittingTest)
#include "fitting_test.moc"
