#include "core/explain/measure.h"

#include "core/computing.h"
#include "core/explain/completenesserror.h"
#include "core/explain/localisation.h"
#include "core/explain/networkmeasure.h"
#include "core/explain/rankaccuracy.h"
#include "core/explain/sparseness.h"

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

class Nothing : public Measurement
{
public:
    bool step() override { return false; }
    Progress progress() const override { return {1, 1}; }
    std::optional<Measured> result() const override { return {}; }
};

} // namespace

std::optional<double> Measured::detail(const std::string &name) const
{
    for (const Detail &one : details) {
        if (one.name == name)
            return one.value;
    }
    return {};
}

const Measured *measuredBy(const std::string &name, const TakenMeasures &taken)
{
    const auto found = std::find_if(taken.begin(), taken.end(),
        [&name](const TakenMeasure &one) { return name == one.measure->traits().name; });
    return found == taken.end() ? nullptr : &found->measured;
}

std::unique_ptr<Measurement> nothingMeasured() { return std::make_unique<Nothing>(); }

MeasureInput measureInput(const Answer &answer, const Photo &photo)
{
    MeasureInput input{photo};
    if (std::optional<Map> heat = heatOf(answer, photo.input.width, photo.input.height))
        input.heat = std::make_shared<const Map>(std::move(*heat));
    input.target = labelOf(answer);
    input.answer = &answer;
    return input;
}

/// The one step of a quick measure.
class QuickMeasure::Taken : public Measurement
{
public:
    Taken(const QuickMeasure &measure, const MeasureInput &input)
        : m_measure(measure)
        , m_input(input)
    {
    }
    bool step() override
    {
        m_result = m_measure.take(m_input);
        m_done = true;
        return false;
    }
    Progress progress() const override { return {m_done ? 1 : 0, 1}; }
    std::optional<Measured> result() const override { return m_result; }

private:
    const QuickMeasure &m_measure;
    MeasureInput m_input;
    std::optional<Measured> m_result;
    bool m_done = false;
};

std::unique_ptr<Measurement> QuickMeasure::start(const MeasureInput &input) const
{
    return std::make_unique<Taken>(*this, input);
}

const std::vector<MeasurePtr> &allMeasures()
{
    static const std::vector<MeasurePtr> all = {energyMeasure(), peakMeasure(), rankAccuracyMeasure(),
        sparsenessMeasure(), completenessMeasure(), networkMeasure(TopHiddenOptions{}),
        networkMeasure(RemovalOptions{}), networkMeasure(RemovalOptions{RemovalValue::Deletion}),
        networkMeasure(RemovalOptions{RemovalValue::Insertion}), networkMeasure(RoadOptions{}),
        networkMeasure(MaskedConfidenceOptions{ConfidenceValue::Drop}),
        networkMeasure(MaskedConfidenceOptions{ConfidenceValue::Increase}),
        networkMeasure(MaskedConfidenceOptions{ConfidenceValue::Gain}),
        networkMeasure(MaxSensitivityOptions{}), networkMeasure(WeightDependenceOptions{})};
    return all;
}

MeasurePtr measureNamed(const std::string &name)
{
    const auto isMeant = [&name](const MeasurePtr &measure) { return name == measure->traits().name; };
    const auto found = std::find_if(allMeasures().begin(), allMeasures().end(), isMeant);
    return found == allMeasures().end() ? nullptr : *found;
}

bool canMeasure(const Measure &measure, const MeasureInput &input)
{
    const MeasureTraits &traits = measure.traits();
    const bool hasMap = traits.needsHeat ? input.heat != nullptr : input.answer != nullptr;
    return hasMap && (input.photo.mask || !traits.needsMask) && (input.network || !traits.needsNetwork)
        && ((input.answer && input.question) || !traits.needsQuestion);
}

std::optional<Measured> takeMeasure(const Measure &measure, const MeasureInput &input)
{
    mayBlock("takeMeasure");
    if (!canMeasure(measure, input))
        return {};
    const std::unique_ptr<Measurement> measurement = measure.start(input);
    while (measurement->step()) { }
    return measurement->result();
}

TakenMeasures takeQuickMeasures(const MeasureInput &input, const std::vector<MeasurePtr> &measures)
{
    TakenMeasures taken;
    for (const MeasurePtr &measure : measures) {
        if (measure->traits().needsNetwork)
            continue;
        if (std::optional<Measured> measured = takeMeasure(*measure, input))
            taken.push_back({measure, std::move(*measured)});
    }
    return taken;
}

MeasuredAnswer withMeasures(Answer answer, const Photo &photo)
{
    if (isDifference(answer)) // which is no map of what one network looks at
        return {std::move(answer)};
    TakenMeasures measures = takeQuickMeasures(measureInput(answer, photo));
    return {std::move(answer), std::move(measures)};
}

} // namespace convscope
