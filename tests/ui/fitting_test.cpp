#include "ui/board/fitting.h"

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

Questions asked(const Target &target, int layer = 0, int filter = 0)
{
    Questions questions;
    questions.saliency.target = questions.lime.target = target;
    questions.setLayerAndFilter(layer, filter);
    return questions;
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
        QVERIFY(fitting.questions(asked(ofClass(2))).lime.target == ofClass(0));
        QVERIFY(fitting.questions(asked(ofClass(1))).saliency.target == Target{});
        QCOMPARE(fitting.putBack(asked(ofClass(1), 2, 1)),
            QStringList(QStringLiteral("y/stones.pth has no pear; the true class is explained instead.")));
    }

    /// Class 36 of a thousand is not class 36 of a hundred.
    void numbersMeanTheSameOnlyAmongAsMany()
    {
        QCOMPARE(Fitting(numbered(1000), numbered(1000)).label(36), std::optional(36));
        Choosable hundred = numbered(100);
        hundred.file = "/z/hundred.pt";
        QCOMPARE(Fitting(numbered(1000), hundred).label(36), std::optional<int>());
        QCOMPARE(Fitting(fruits(), numbered(3)).label(1), std::optional(1));
        QCOMPARE(Fitting(numbered(1000), fruits()).putBack(asked(ofClass(36))),
            QStringList(
                QStringLiteral("x/fruits.pth has no class 36; the true class is explained instead.")));
        QCOMPARE(Fitting(numbered(1000), hundred).putBack(asked(ofClass(36))),
            QStringList(QStringLiteral(
                "Class 36 was chosen for another network; the true class is explained instead.")));
    }

    void layersGoByTheirNames()
    {
        const Fitting fitting(fruits(), stones());
        const Questions kept = fitting.questions(asked({}, 2, 7));
        QCOMPARE(kept.activation.layer, 1); // "c"
        QCOMPARE(kept.activation.filter, 7);
        QCOMPARE(kept.filterImage.layer, 1);
        QVERIFY(fitting.putBack(asked({}, 2, 7)).isEmpty());

        const Questions other = fitting.questions(asked({}, 1, 5)); // "b" has another number of filters
        QCOMPARE(other.activation.layer, 2);
        QCOMPARE(other.activation.filter, 0);
        QCOMPARE(fitting.putBack(asked({}, 1, 5)),
            QStringList(QStringLiteral(
                "Layer 2 (b) of y/stones.pth has other filters; filter 0 is shown instead of 5.")));

        const Questions none = fitting.questions(asked({}, 0, 3));
        QCOMPARE(none.activation.layer, 1); // the first that has maps, and not the layer of that number
        QCOMPARE(none.activation.filter, 0);
        QCOMPARE(fitting.putBack(asked({}, 0, 3)),
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
        QCOMPARE(fitting.questions(asked(ofClass(1), 1, 5)).activation.filter, 5);
        QVERIFY(fitting.putBack(asked(ofClass(1), 1, 5)).isEmpty());
    }

    /// A file that was written over with another network.
    void numbersSayNothingInAFileThatHoldsAnother()
    {
        Choosable other = stones();
        other.file = fruits().file;
        QCOMPARE(Fitting(fruits(), other).label(2), std::optional(0));
        QCOMPARE(Fitting(fruits(), other).questions(asked({}, 2, 7)).activation.layer, 1);
    }

    /// What a file says that names no network: what the open one has is taken.
    void whereNothingIsKnownWhatIsThereIsTaken()
    {
        const Fitting fitting({}, fruits());
        QCOMPARE(fitting.label(2), std::optional(2));
        QCOMPARE(fitting.label(3), std::optional<int>());
        QCOMPARE(fitting.questions(asked({}, 2, 7)).activation.layer, 2);
        QCOMPARE(fitting.questions(asked({}, 2, 8)).activation.filter, 0);
        const Questions standard; // layer 15, which nobody chose
        QCOMPARE(fitting.questions(standard).activation.layer, 0);
        QVERIFY(fitting.putBack(standard).isEmpty());
        QCOMPARE(fitting.putBack(asked(ofClass(3), 9, 0)).size(), 2);
    }

    /// Only the file of the network before is known, since it could not be opened: numbers say nothing.
    void ofANetworkThatWasNeverOpenNothingIsKept()
    {
        const Fitting fitting(
            Choosable{.file = "/w", .name = {}, .layers = {}, .classCount = 0, .classNames = {}}, fruits());
        QVERIFY(!fitting.target(ofClass(1)));
        QCOMPARE(fitting.questions(asked(ofClass(1), 2, 3)).activation.layer, 0);
        QCOMPARE(fitting.putBack(asked(ofClass(1), 2, 3)).size(), 2);
        QVERIFY(fitting.putBack(Questions()).isEmpty());
    }

    void aNetworkWithoutMapsHasNoLayerToShow()
    {
        Choosable flat = stones();
        flat.layers.resize(1);
        const Fitting fitting(fruits(), flat);
        QCOMPARE(fitting.questions(asked({}, 2, 7)).activation.layer, 2);
        QVERIFY(fitting.putBack(asked({}, 2, 7)).isEmpty());
    }
};

QTEST_MAIN(FittingTest)
#include "fitting_test.moc"
