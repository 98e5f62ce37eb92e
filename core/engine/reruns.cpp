#include "core/engine/reruns.h"

#include <utility>

namespace convscope {

namespace {

class RerunMeasurement : public Measurement
{
public:
    explicit RerunMeasurement(RerunPlan plan)
        : m_plan(std::move(plan))
    {
    }

    bool step() override
    {
        const int run = int(m_maps.size());
        if (!m_network) { // to make one takes as long as a step
            m_network = m_plan.network(run);
            return true;
        }
        if (!m_explanation)
            m_explanation = explain(*m_network, m_plan.photo(run), m_plan.question);
        if (m_explanation->step())
            return true;
        std::optional<Map> map = rawMap(m_explanation->answer());
        m_explanation.reset();
        m_network.reset();
        if (!map) {
            m_isEmpty = true;
            return false;
        }
        m_maps.push_back(std::move(*map));
        return !isComplete();
    }

    /// In thousandths of a run.
    Progress progress() const override
    {
        constexpr int parts = 1000;
        int done = parts * int(m_maps.size());
        if (m_explanation) {
            const Progress inner = m_explanation->progress();
            done += inner.total > 0 ? int(std::int64_t(parts) * inner.done / inner.total) : 0;
        }
        return {done, parts * m_plan.count};
    }

    std::optional<Measured> result() const override
    {
        return isComplete() && !m_isEmpty ? m_plan.conclude(m_maps) : std::nullopt;
    }

private:
    bool isComplete() const { return int(m_maps.size()) >= m_plan.count; }

    RerunPlan m_plan;
    std::vector<Map> m_maps;
    bool m_isEmpty = false;
    std::shared_ptr<const Network> m_network; ///< of the run; outlives the explanation
    std::unique_ptr<Explanation> m_explanation;
};

/// The weight of each pixel's superpixel; 0 of one that has not been weighed.
Map weightsOfPixels(const SuperpixelWeights &answer)
{
    const Segmentation &segments = answer.segments;
    std::vector<double> weights(std::size_t(segments.count), 0.0);
    for (const SegmentWeight &entry : answer.ofTarget().weights)
        weights[std::size_t(entry.segment)] = entry.weight;
    Map map{1, segments.height, segments.width, {}};
    map.values.reserve(segments.labels.size());
    for (const auto label : segments.labels)
        map.values.push_back(weights[std::size_t(label)]);
    return map;
}

/// What a question has to ask to be about this; none where that is no class.
std::optional<Target> targetOf(const Explained &explained)
{
    if (!explained.label())
        return {};
    Target target{Target::Kind::Class, explained.index};
    if (explained.isContrast())
        target.against = OtherClass{OtherClass::Kind::Class, explained.other};
    return target;
}

} // namespace

std::unique_ptr<Measurement> measureReruns(RerunPlan plan)
{
    return std::make_unique<RerunMeasurement>(std::move(plan));
}

std::optional<Map> rawMap(const Answer &answer)
{
    if (const auto *weights = std::get_if<SuperpixelWeights>(&answer))
        return weightsOfPixels(*weights);
    if (const auto *activation = std::get_if<Activation>(&answer))
        return activation->map;
    const auto *attribution = std::get_if<Attribution>(&answer);
    if (!attribution)
        return {};
    Map map = attribution->map;
    if (const std::optional<Range> &range = attribution->stretchedFrom) {
        for (double &value : map.values)
            value = range->low + value * (range->high - range->low);
    }
    return map;
}

MethodOptions sameTarget(MethodOptions question, const Answer &answer)
{
    auto *asked = fieldOf<Target>(question);
    const std::optional<Explained> explained = targetOf(answer);
    const std::optional<Target> target = explained ? targetOf(*explained) : std::nullopt;
    if (asked && target)
        *asked = *target;
    return question;
}

} // namespace convscope
