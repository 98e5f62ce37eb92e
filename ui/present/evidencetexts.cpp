#include "ui/present/evidencetexts.h"

#include "ui/present/percent.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <cmath>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

/// Below this share of what is to be explained, what is missing from the sum is rounding and coarse steps.
constexpr double completeEnough = 0.05;
/// From this likeness on the map stays much the same whatever the network has learnt.
constexpr double muchAlike = 0.5;

/// "58–70 %"; where one of them is nearly nothing or nearly all, "99.6 %–99.8 %".
QString range(double low, double high)
{
    const auto isWhole = [](double share) { return share == 0 || (share >= 0.01 && share < 0.995); };
    return isWhole(low) && isWhole(high) ? Texts::tr("%1–%2").arg(qRound(low * 100)).arg(percent(high))
                                         : Texts::tr("%1–%2").arg(percent(low), percent(high));
}

/// The likeness of maps, which may be below 0: "−3 %".
QString likenessText(double value)
{
    const int hundredths = qRound(value * 100);
    return hundredths < 0 ? Texts::tr("−%1 %").arg(-hundredths) : Texts::tr("%1 %").arg(hundredths);
}

struct Band
{
    double mean = 0;
    double low = 0;
    double high = 0;

    QString range() const { return convscope::range(low, high); }
};

std::optional<Band> bandOf(const Measured &measured, const std::string &kind)
{
    const std::optional<double> mean = measured.detail(kind + "-mean");
    if (!mean)
        return {};
    return Band{*mean, measured.detail(kind + "-low").value_or(*mean),
        measured.detail(kind + "-high").value_or(*mean)};
}

/// What hiding the hottest pixels does to the class, beside random ones.
void sayHiding(const Measured &hidden, const Evidence &evidence, const QString &name, EvidenceWords &words)
{
    const QString change =
        Texts::tr("%1 → %2").arg(percent(hidden.detail("before").value_or(0)), percent(hidden.value));
    const std::optional<Band> coarse = bandOf(hidden, "coarse");
    const std::optional<Band> random = bandOf(hidden, "random");
    words.shortest = change;
    if (!coarse || !random) {
        words.sentences +=
            Texts::tr("Hiding the top 10 %: %1 %2. No random maps have been hidden yet.").arg(name, change);
        words.caption = Texts::tr("top 10 % hidden: %1").arg(change);
        words.brief = change;
        return;
    }
    words.sentences += Texts::tr("Hiding the top 10 %: %1 %2. Hiding 10 % at random: %3 (%4) in patches, "
                                 "%5 (%6) pixel by pixel.")
                           .arg(name, change, percent(coarse->mean), coarse->range(), percent(random->mean),
                               random->range());
    switch (verdictOf(evidence)) {
    case HidingVerdict::Chance:
        words.sentences += Texts::tr("No better than chance on this photo.");
        words.caption = Texts::tr("No better than chance: %1, random maps %2").arg(change, coarse->range());
        words.brief = Texts::tr("No better than chance");
        words.shortest = Texts::tr("no better");
        break;
    case HidingVerdict::AsPixelNoise:
        words.sentences += Texts::tr("Random single pixels do as much on this photo.");
        words.caption = Texts::tr("top 10 % hidden: %1, random pixels %2").arg(change, random->range());
        words.brief = Texts::tr("%1, random pixels %2").arg(change, random->range());
        break;
    case HidingVerdict::Better:
    case HidingVerdict::Unknown:
        words.caption = Texts::tr("top 10 % hidden: %1, random maps %2").arg(change, coarse->range());
        words.brief = Texts::tr("%1, random maps %2").arg(change, coarse->range());
        break;
    }
    words.points += words.caption;
}

bool isOfRival(const Answer &answer)
{
    const auto *attribution = std::get_if<Attribution>(&answer);
    return attribution && attribution->isRival;
}

void sayDependence(const Measured &weights, bool isRival, EvidenceWords &words)
{
    words.points += Texts::tr("%1 alike with weights drawn anew").arg(likenessText(weights.value));
    const QString likeness = likenessText(weights.value);
    const std::optional<double> low = weights.detail("random-low");
    const std::optional<double> high = weights.detail("random-high");
    const QString shown = low && high
        ? Texts::tr("%1 alike (random maps: %2 to %3)").arg(likeness, likenessText(*low), likenessText(*high))
        : Texts::tr("%1 alike").arg(likeness);
    const QString alike = Texts::tr("With the network's weights drawn anew the map is %1").arg(shown);
    words.sentences += isRival ? Texts::tr("%1: it knows nothing of the network.").arg(alike)
        : weights.value >= std::max(muchAlike, high.value_or(0))
        ? Texts::tr("%1: it shows the photo more than the network.").arg(alike)
        : Texts::tr("%1: it shows the network.").arg(alike);
}

void saySum(const Completeness &completeness, EvidenceWords &words)
{
    const QString sums = Texts::tr("Pieces add up to %1 of %2")
                             .arg(shortNumber(completeness.sum), shortNumber(completeness.difference));
    const std::optional<double> off = completeness.relativeError();
    if (off && std::abs(*off) <= completeEnough) {
        words.sentences += Texts::tr("%1.").arg(sums);
        return;
    }
    const QString missing = shortNumber(std::abs(completeness.error()));
    const bool isTooMuch = (completeness.error() > 0) == (completeness.difference > 0);
    words.sentences += isTooMuch ? Texts::tr("%1: %2 is too much.").arg(sums, missing)
                                 : Texts::tr("%1: %2 is missing.").arg(sums, missing);
}

/// How much of the weights of superpixels is chance: as noiseOf() has it for maps.
std::optional<double> noiseOfWeights(const SuperpixelWeights &answer)
{
    double sum = 0;
    double squares = 0;
    double errors = 0;
    double count = 0;
    for (const SegmentWeight &entry : answer.ofTarget().weights) {
        if (!entry.error)
            continue;
        sum += entry.weight;
        squares += entry.weight * entry.weight;
        errors += *entry.error * *entry.error;
        ++count;
    }
    const double variance = count > 0 ? squares / count - sum / count * (sum / count) : 0;
    return variance > 0 ? std::optional(std::sqrt(errors / count / variance)) : std::nullopt;
}

void sayChanceIn(double noise, EvidenceWords &words)
{
    words.points += Texts::tr("%1 chance of the samples").arg(percent(noise));
    words.sentences +=
        Texts::tr("Chance in the samples makes %1 of the map; it would make 100 % of a map of chance alone.")
            .arg(percent(noise));
}

void sayStability(const Measured &moved, EvidenceWords &words)
{
    const QString by = percent(moved.value);
    words.points += Texts::tr("±%1 by invisible noise").arg(by);
    const std::optional<double> shuffled = moved.detail("shuffled");
    words.sentences += shuffled
        ? Texts::tr("A photo that differs by invisible noise changes the map by up to %1; its pixels in a "
                    "random order would change it by %2.")
              .arg(by, percent(*shuffled))
        : Texts::tr("A photo that differs by invisible noise changes the map by up to %1.").arg(by);
}

/// What the answer tells of itself.
void sayOfItself(const Answer &answer, EvidenceWords &words)
{
    if (const auto *attribution = std::get_if<Attribution>(&answer)) {
        if (attribution->completeness)
            saySum(*attribution->completeness, words);
        if (const std::optional<double> noise = noiseOf(*attribution))
            sayChanceIn(*noise, words);
    } else if (const auto *weights = std::get_if<SuperpixelWeights>(&answer)) {
        if (const std::optional<LinearModel> &model = weights->ofTarget().model) {
            const QString explained = percent(std::max(0.0, model->r2));
            words.sentences +=
                Texts::tr("The linear model explains %1 (R²); random weights would explain 0 %.")
                    .arg(explained);
        }
        if (const std::optional<double> noise = noiseOfWeights(*weights))
            sayChanceIn(*noise, words);
    }
}

/// On a wrong prediction it matters which class the map is about.
void sayWhichClass(int label, const EvidenceSubject &subject, EvidenceWords &words)
{
    const std::optional<int> &truth = subject.trueClass;
    if (!truth || !subject.predictedClass || truth == subject.predictedClass)
        return;
    const QString predicted = className(subject.classNames, *subject.predictedClass);
    if (label == *subject.predictedClass)
        words.sentences += Texts::tr("This is about %1, which the network predicts wrongly: the photo is %2.")
                               .arg(predicted, className(subject.classNames, *truth));
    else
        words.sentences += Texts::tr("This is about %1; the network predicts %2.")
                               .arg(className(subject.classNames, label), predicted);
}

EvidenceWords inOneLine(const QString &text, const QString &shortest)
{
    EvidenceWords words;
    words.caption = words.brief = text;
    words.shortest = shortest;
    return words;
}

} // namespace

EvidenceWords evidenceWords(const Answer &answer, const Evidence &evidence, const EvidenceSubject &subject)
{
    EvidenceWords words;
    const std::optional<int> label = labelOf(answer);
    if (const Measured *hidden = measuredBy("top-hidden", evidence.measures); hidden && label) {
        sayHiding(*hidden, evidence, className(subject.classNames, *label), words);
        words.hints += Texts::tr(
            "Hidden pixels are black. The network has never seen such pictures, so compare with the "
            "range of ten random maps. A good number says what this network uses, not that it is right.");
    }
    if (const Measured *weights = measuredBy("weight-dependence", evidence.measures))
        sayDependence(*weights, isOfRival(answer), words);
    sayOfItself(answer, words);
    if (const Measured *moved = measuredBy("max-sensitivity", evidence.measures))
        sayStability(*moved, words);
    if (label && !words.sentences.isEmpty())
        sayWhichClass(*label, subject, words);
    for (const Error &error : evidence.failed)
        words.hints += sentence(error);
    if (words.caption.isEmpty() && !words.points.isEmpty()) {
        words.caption = words.brief = words.shortest = words.points.first();
        if (const Measured *weights = measuredBy("weight-dependence", evidence.measures))
            words.brief = words.shortest = Texts::tr("%1 alike").arg(likenessText(weights->value));
    }
    return words;
}

EvidenceWords evidenceAwaited()
{
    return inOneLine(Texts::tr("Evidence is being measured"), Texts::tr("measuring"));
}

EvidenceWords evidenceStopped() { return inOneLine(Texts::tr("No evidence: stopped"), Texts::tr("stopped")); }

EvidenceWords evidenceFailed(const Error &error)
{
    EvidenceWords words = inOneLine(Texts::tr("No evidence: it failed"), Texts::tr("failed"));
    words.hints += sentence(error);
    return words;
}

bool hasEvidence(const Row &row)
{
    const std::optional<AnswerKind> kind = kindOf(row);
    if (row.network != AskedNetwork::First)
        return false;
    return kind == AnswerKind::Attribution || kind == AnswerKind::Activation
        || kind == AnswerKind::SuperpixelWeights;
}

bool tellsEvidence(const Row &row) { return row.look.evidence && hasEvidence(row); }

} // namespace convscope
