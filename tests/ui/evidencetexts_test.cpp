#include "core/explain/networkmeasure.h"
#include "ui/present/evidencetexts.h"

#include <QRegularExpression>
#include <QTest>
#include <cmath>

using namespace convscope;

namespace {

const MeasurePtr weights = networkMeasure(WeightDependenceOptions{});
const MeasurePtr stability = networkMeasure(MaxSensitivityOptions{});

/// Of class 1.
Attribution attribution()
{
    Attribution answer;
    answer.map = {1, 1, 2, {1, 3}};
    answer.target.index = 1;
    return answer;
}

RivalBand band(double random, double coarse)
{
    RivalBand band;
    for (const double off : {-0.02, 0.0, 0.02}) {
        band.random.push_back({.value = random + off});
        band.coarse.push_back({.value = coarse + off});
    }
    return band;
}

Evidence hiding(double left, bool isCoarse = true)
{
    Evidence evidence;
    evidence.isCoarse = isCoarse;
    evidence.measures.push_back({evidenceOfHiding(), {.value = left, .details = {{"before", 0.72}}}});
    return evidence;
}

Evidence withBand(Evidence evidence, const RivalBand &band)
{
    addRivals(evidence, *evidenceOfHiding(), band);
    return evidence;
}

EvidenceWords said(const Evidence &evidence, const Answer &answer = attribution(),
    std::optional<int> trueClass = {}, std::optional<int> predicted = {})
{
    return evidenceWords(
        answer, evidence, {{QStringLiteral("Egg"), QStringLiteral("Noodles")}, trueClass, predicted});
}

QString all(const EvidenceWords &words) { return words.sentences.join(u' '); }

} // namespace

class EvidenceTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void hidingIsToldBesideBothKindsOfRandomMaps()
    {
        const EvidenceWords words = said(withBand(hiding(0.31), band(0.4, 0.66)));
        QCOMPARE(words.sentences.value(0),
            QStringLiteral(
                "Hiding the top 10 %: Noodles 72 % → 31 %. Hiding 10 % at random: 66 % (64–68 %) in "
                "patches, 40 % (38–42 %) pixel by pixel."));
        QCOMPARE(words.caption, QStringLiteral("top 10 % hidden: 72 % → 31 %, random maps 64–68 %"));
        QCOMPARE(words.sentences.size(), 1);
        QVERIFY(words.hints.value(0).contains(QStringLiteral("never seen")));
    }

    void rangesNeverTurnAroundNorTellNothingOrAllOfWhatIsNot()
    {
        const EvidenceWords sure = said(withBand(hiding(0.2), band(0.97, 0.976))); // 0.956 to 0.996
        QVERIFY2(all(sure).contains(QStringLiteral("(96 %–99.6 %)")), qPrintable(all(sure)));
        RivalBand small;
        for (const double value : {0.002, 0.004}) {
            small.random.push_back({.value = value});
            small.coarse.push_back({.value = value});
        }
        QVERIFY2(all(said(withBand(hiding(0.001), small))).contains(QStringLiteral("(0.2 %–0.4 %)")),
            qPrintable(all(said(withBand(hiding(0.001), small)))));
    }

    void whatDoesNotBeatRandomMapsIsChance()
    {
        for (const double left : {0.64, 0.7}) {
            const EvidenceWords words = said(withBand(hiding(left), band(0.4, 0.66)));
            QCOMPARE(words.sentences.value(1), QStringLiteral("No better than chance on this photo."));
            QVERIFY(words.caption.startsWith(QStringLiteral("No better than chance")));
        }
        // A map as fine as noise is compared with pixel noise, too.
        const EvidenceWords fine = said(withBand(hiding(0.5, false), band(0.4, 0.66)));
        QCOMPARE(fine.sentences.value(1), QStringLiteral("Random single pixels do as much on this photo."));
        QVERIFY(fine.caption.endsWith(QStringLiteral("random pixels 38–42 %")));
        QCOMPARE(said(withBand(hiding(0.5), band(0.4, 0.66))).sentences.size(), 1);
    }

    void nothingIsJudgedBeforeRandomMapsAreMeasured()
    {
        const EvidenceWords words = said(hiding(0.31));
        QVERIFY(words.sentences.value(0).contains(QStringLiteral("No random maps")));
        QCOMPARE(words.sentences.size(), 1);
        QVERIFY(said(Evidence()).isEmpty());
    }

    void dependenceOnTheWeights()
    {
        Evidence evidence;
        evidence.measures.push_back(
            {weights, {.value = 0.08, .details = {{"random-low", -0.06}, {"random-high", 0.09}}}});
        QCOMPARE(all(said(evidence)),
            QStringLiteral(
                "With the network's weights drawn anew the map is 8 % alike (random maps: −6 % to 9 %): "
                "it shows the network."));
        evidence.measures.front().measured.value = 0.5;
        QVERIFY(all(said(evidence)).endsWith(QStringLiteral("it shows the photo more than the network.")));
        Attribution rival = attribution();
        rival.isRival = true;
        QVERIFY(all(said(evidence, rival)).endsWith(QStringLiteral("it knows nothing of the network.")));
    }

    void whatAddsUp()
    {
        Attribution answer = attribution();
        answer.completeness = Completeness{2.81, 2.84};
        QCOMPARE(all(said({}, answer)), QStringLiteral("Pieces add up to 2.81 of 2.84."));
        answer.completeness = Completeness{2.5, 2.85};
        QCOMPARE(all(said({}, answer)), QStringLiteral("Pieces add up to 2.50 of 2.85: 0.350 is missing."));
        answer.completeness = Completeness{3.2, 2.85};
        QCOMPARE(all(said({}, answer)), QStringLiteral("Pieces add up to 3.20 of 2.85: 0.350 is too much."));
        answer.completeness = Completeness{-2.5, -2.85};
        QCOMPARE(all(said({}, answer)), QStringLiteral("Pieces add up to −2.50 of −2.85: 0.350 is missing."));
    }

    void stabilityIsToldByNoiseOrByTheSamples()
    {
        Evidence evidence;
        evidence.measures.push_back({stability, {.value = 0.12, .details = {{"shuffled", 1.3}}}});
        QCOMPARE(all(said(evidence)),
            QStringLiteral(
                "A photo that differs by invisible noise changes the map by up to 12 %; its pixels in a "
                "random order would change it by 130 %."));
        Attribution answer = attribution(); // its values lie 1 from their mean
        answer.errors = Map{1, 1, 2, {0.2, 0.2}};
        QVERIFY(
            all(said({}, answer)).startsWith(QStringLiteral("Chance in the samples makes 20 % of the map")));
    }

    void superpixelsTellTheirFitAndTheirErrors()
    {
        SuperpixelWeights answer;
        answer.target.index = 0;
        answer.classes = {{.label = 0,
            .model = LinearModel{0.1, 0.71, 0.5},
            .weights = {{0, 1, 0.1}, {1, -1, 0.1}}}}; // deviation 1
        const EvidenceWords words = said({}, answer);
        QVERIFY(words.sentences.value(0).startsWith(QStringLiteral("The linear model explains 71 % (R²)")));
        QVERIFY(words.sentences.value(1).startsWith(QStringLiteral("Chance in the samples makes 10 %")));
    }

    void aWrongPredictionIsNamed()
    {
        const Evidence evidence = withBand(hiding(0.31), band(0.4, 0.66));
        QVERIFY(all(said(evidence, attribution(), 0, 1))
                    .endsWith(QStringLiteral(
                        "This is about Noodles, which the network predicts wrongly: the photo is Egg.")));
        Attribution ofTruth = attribution();
        ofTruth.target.index = 0;
        QVERIFY(all(said(evidence, ofTruth, 0, 1))
                    .endsWith(QStringLiteral("This is about Egg; the network predicts Noodles.")));
        QCOMPARE(said(evidence, attribution(), 1, 1).sentences.size(), 1);
    }

    void whatFailedIsSaid()
    {
        Evidence evidence;
        evidence.failed.push_back(Error(ErrorKind::OutOfMemory));
        const EvidenceWords words = said(evidence);
        QCOMPARE(words.hints.size(), 1);
        QVERIFY(words.sentences.isEmpty());
        QCOMPARE(evidenceFailed(Error(ErrorKind::OutOfMemory)).hints, words.hints);
        QVERIFY(!evidenceAwaited().isEmpty());
        QVERIFY(!evidenceStopped().isEmpty());
    }

    void rowsThatShowNoMapHaveNone()
    {
        QVERIFY(hasEvidence({.question = SaliencyOptions{}}));
        QVERIFY(hasEvidence({.question = ActivationOptions{}}));
        QVERIFY(hasEvidence({.question = LimeOptions{}}));
        QVERIFY(!hasEvidence({.question = FeatureVisualisationOptions{}}));
        QVERIFY(!hasEvidence({.question = FilterWeightsOptions{}}));
        QVERIFY(!hasEvidence({}));
        Row row{.question = SaliencyOptions{}};
        QVERIFY(!tellsEvidence(row));
        row.look.evidence = true;
        QVERIFY(tellsEvidence(row));
    }
};

QTEST_GUILESS_MAIN(EvidenceTextsTest)
#include "evidencetexts_test.moc"
