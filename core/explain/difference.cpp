#include "core/explain/networkpair.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace convscope {

namespace {

/// Of values whose errors are known; the sum, since the values may depend on each other in any way.
std::optional<double> errorOfDifference(std::optional<double> a, std::optional<double> b)
{
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

void requireSameSize(const Map &a, const Map &b)
{
    if (a.channels == b.channels && a.height == b.height && a.width == b.width)
        return;
    throw Error(ErrorKind::NoDifferenceOfSizes, {},
        {std::to_string(a.height), std::to_string(a.width), std::to_string(b.height),
            std::to_string(b.width)});
}

template <typename Combine> Map combined(Map a, const Map &b, Combine combine)
{
    std::transform(a.values.begin(), a.values.end(), b.values.begin(), a.values.begin(), combine);
    return a;
}

/// What counts of a map: where that is only what is above 0, the rest is 0.
Map countingMap(const Answer &answer)
{
    Map map = *rawMap(answer);
    const auto *attribution = std::get_if<Attribution>(&answer);
    if (attribution && attribution->meaning == Meaning::Relevance) {
        for (double &value : map.values)
            value = std::max(0.0, value);
    }
    return map;
}

double largestOf(const Map &map)
{
    double largest = 0;
    for (const double value : map.values)
        largest = std::max(largest, std::abs(value));
    return largest;
}

double largestOf(const ClassWeights &weights)
{
    return weights.weights.empty() ? 0 : std::abs(weights.weights.front().weight);
}

/// The largest power of ten that is not above the quotient.
std::string timesAtLeast(double large, double small)
{
    constexpr int highest = 6;
    const int power = std::min(highest, int(std::floor(std::log10(large / small))));
    return '1' + std::string(std::size_t(power), '0');
}

/// Where one of the two hardly counts in the difference.
void noteScales(Notes &notes, double first, double second)
{
    constexpr double much = 10;
    if (second > 0 && first >= much * second)
        notes.push_back({Note::MuchLargerInFirst, {timesAtLeast(first, second)}});
    else if (first > 0 && second >= much * first)
        notes.push_back({Note::MuchLargerInSecond, {timesAtLeast(second, first)}});
}

Notes bothNotes(const Answer &a, const Answer &b)
{
    Notes notes = notesOf(a);
    for (const Note &note : notesOf(b)) {
        if (std::find(notes.begin(), notes.end(), note) == notes.end())
            notes.push_back(note);
    }
    return notes;
}

Attribution mapDifference(const Answer &a, const Answer &b, const MethodOptions &question)
{
    const Map first = countingMap(a);
    const Map second = countingMap(b);
    requireSameSize(first, second);
    Attribution difference;
    difference.map = combined(first, second, std::minus());
    difference.meaning = Meaning::Difference;
    difference.notes = bothNotes(a, b);
    noteScales(difference.notes, largestOf(first), largestOf(second));
    const auto *ofFirst = std::get_if<Attribution>(&a);
    const auto *ofSecond = std::get_if<Attribution>(&b);
    if (!ofFirst || !ofSecond) {
        const int filter = fieldOf<FilterId>(question) ? int(*fieldOf<FilterId>(question)) : 0;
        const int layer = fieldOf<LayerId>(question) ? int(*fieldOf<LayerId>(question)) : 0;
        difference.target = {filter, Explained::Kind::Filter, layer};
        return difference;
    }
    difference.target = ofFirst->target;
    difference.isRival = ofFirst->isRival;
    difference.samples = std::min(ofFirst->samples, ofSecond->samples);
    difference.samplesAsked = ofFirst->samplesAsked;
    if (ofFirst->errors && ofSecond->errors && !ofFirst->stretchedFrom && !ofSecond->stretchedFrom)
        difference.errors = combined(*ofFirst->errors, *ofSecond->errors, std::plus());
    return difference;
}

/// Of superpixels that both have weighed.
std::vector<SegmentWeight> weightDifferences(const ClassWeights &a, const ClassWeights &b)
{
    std::map<int, const SegmentWeight *> others;
    for (const SegmentWeight &entry : b.weights)
        others[entry.segment] = &entry;
    std::vector<SegmentWeight> differences;
    for (const SegmentWeight &entry : a.weights) {
        const auto other = others.find(entry.segment);
        if (other != others.end())
            differences.push_back({entry.segment, entry.weight - other->second->weight,
                errorOfDifference(entry.error, other->second->error)});
    }
    std::stable_sort(differences.begin(), differences.end(),
        [](const SegmentWeight &x, const SegmentWeight &y) { return x.segment < y.segment; });
    std::stable_sort(
        differences.begin(), differences.end(), [](const SegmentWeight &x, const SegmentWeight &y) {
            return std::abs(x.weight) > std::abs(y.weight);
        });
    return differences;
}

SuperpixelWeights weightDifference(const SuperpixelWeights &a, const SuperpixelWeights &b)
{
    if (a.segments.labels != b.segments.labels)
        throw Error(ErrorKind::NoDifferenceOfSuperpixels);
    SuperpixelWeights difference;
    difference.segments = a.segments;
    difference.target = a.target;
    difference.samples = std::min(a.samples, b.samples);
    difference.samplesAsked = a.samplesAsked;
    difference.marking = a.marking;
    difference.isDifference = true;
    difference.streamEnd = a.streamEnd;
    difference.notes = bothNotes(a, b);
    noteScales(difference.notes, largestOf(a.ofTarget()), largestOf(b.ofTarget()));
    difference.other = ClassWeights{
        .label = a.target.index, .model = {}, .weights = weightDifferences(a.ofTarget(), b.ofTarget())};
    return difference;
}

Answer differenceOf(const Answer &a, const Answer &b, const MethodOptions &question)
{
    const auto *first = std::get_if<SuperpixelWeights>(&a);
    const auto *second = std::get_if<SuperpixelWeights>(&b);
    if (first && second)
        return weightDifference(*first, *second);
    return mapDifference(a, b, question);
}

class DifferenceExplanation : public Explanation
{
public:
    DifferenceExplanation(const NetworkPair &pair, const Photo &photo, const MethodOptions &question)
        : m_pair(pair)
        , m_photo(pair.labelledForSecond(photo))
        , m_question(question)
        , m_first(explain(pair.first(), photo, question))
        , m_total(m_first->progress().total)
    {
    }

    bool step() override
    {
        if (m_second)
            return m_second->step();
        if (m_first->step())
            return true;
        m_answer = m_first->answer();
        m_total = m_first->progress().total;
        m_first.reset();
        m_second =
            explain(m_pair.second(), m_photo, m_pair.questionOfSecond(sameTarget(m_question, *m_answer)));
        return true;
    }

    Progress progress() const override
    {
        if (!m_second) {
            const Progress first = m_first->progress();
            return {first.done, 2 * first.total};
        }
        const Progress second = m_second->progress();
        return {m_total + second.done, m_total + second.total};
    }

    Answer answer() const override { return differenceOf(*m_answer, m_second->answer(), m_question); }
    bool hasAnswer() const override { return m_second && m_second->hasAnswer(); }

    std::optional<Answer> snapshot() const override
    {
        std::optional<Answer> second = m_second ? m_second->snapshot() : std::nullopt;
        return second ? std::optional(differenceOf(*m_answer, *second, m_question)) : std::nullopt;
    }

private:
    const NetworkPair &m_pair;
    Photo m_photo; ///< as B is shown it
    MethodOptions m_question;
    std::unique_ptr<Explanation> m_first; ///< until it has ended
    std::unique_ptr<Explanation> m_second;
    int m_total; ///< of the first one's progress
    std::optional<Answer> m_answer; ///< of the first one
};

} // namespace

std::unique_ptr<Explanation> explainDifference(
    const NetworkPair &pair, const Photo &photo, const MethodOptions &question)
{
    if (const std::optional<Error> reason = pair.whyNoDifference(question))
        throw *reason; // NOLINT(cert-err09-cpp,cert-err61-cpp): a copy is meant
    return std::make_unique<DifferenceExplanation>(pair, photo, question);
}

} // namespace convscope
