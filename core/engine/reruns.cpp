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

} // namespace

std::unique_ptr<Measurement> measureReruns(RerunPlan plan)
{
    return std::make_unique<RerunMeasurement>(std::move(plan));
}

} // namespace convscope
