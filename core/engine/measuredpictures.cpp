#include "core/engine/measuredpictures.h"

#include "core/engine/batch.h"
#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

class PictureMeasurement : public Measurement
{
public:
    explicit PictureMeasurement(PicturePlan plan)
        : m_plan(std::move(plan))
        , m_batch(m_plan.oneAStep ? Batch(1) : picturesAStep(m_plan.network.info()))
    {
        checkTarget({Target::Kind::Class, m_plan.label}, m_plan.network.info().classCount);
    }

    bool step() override
    {
        halvingBatch(m_batch, [this] { show(); });
        return !isComplete();
    }
    Progress progress() const override { return {int(m_scores.size()), m_plan.count}; }
    std::optional<Measured> result() const override
    {
        return isComplete() ? m_plan.conclude(m_scores) : std::nullopt;
    }

private:
    bool isComplete() const { return int(m_scores.size()) >= m_plan.count; }

    void show()
    {
        const int end = std::min(int(m_scores.size()) + m_batch, m_plan.count);
        std::vector<at::Tensor> pictures;
        for (int place = int(m_scores.size()); place < end; ++place)
            pictures.push_back(m_plan.picture(place));
        const at::Tensor logits = m_plan.network.logits(at::cat(pictures)).to(at::kCPU, at::kDouble);
        const at::Tensor scores = m_plan.score == Score::Probabilities
            ? probabilitiesOf(logits, m_plan.network.info().task)
            : logits;
        const std::vector<double> found = toMap(scores.select(1, m_plan.label).view({1, 1, -1})).values;
        requireFinite(found, Phrase::Logits);
        m_scores.insert(m_scores.end(), found.begin(), found.end());
    }

    PicturePlan m_plan;
    Batch m_batch;
    std::vector<double> m_scores;
};

} // namespace

std::unique_ptr<Measurement> measurePictures(PicturePlan plan)
{
    return std::make_unique<PictureMeasurement>(std::move(plan));
}

bool hasProbability(const MeasureInput &input)
{
    const NetworkInfo &info = input.network->info();
    return input.target && info.task != Task::Values
        && (info.classCount > 1 || info.task == Task::MultiLabel);
}

} // namespace convscope
