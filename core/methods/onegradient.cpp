#include "core/methods/onegradient.h"

#include "core/engine/scorefunction.h"
#include "core/engine/scoregradient.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

ReluRule ruleOf(GradientForm form)
{
    if (form == GradientForm::GuidedBackprop)
        return ReluRule::Guided;
    return form == GradientForm::Deconvnet ? ReluRule::Deconvnet : ReluRule::Plain;
}

} // namespace

ScoreGradient gradientOfForm(
    GradientForm form, const Network &network, const at::Tensor &pictures, const ScoreOfLogits &score)
{
    ScoreGradient gradient = scoreGradient(network, pictures, score, ruleOf(form));
    if (form == GradientForm::Abs)
        gradient.values = gradient.values.abs();
    else if (form == GradientForm::InputXGradient)
        gradient.values = gradient.values * pictures.detach().to(at::kDouble);
    return gradient;
}

Note noteOfEmptiness(GradientForm form, bool isCut)
{
    if (isCut)
        return Note::GradientCut;
    return ruleOf(form) == ReluRule::Plain ? Note::DeadLogit : Note::NothingPassesReLUs;
}

OneGradientRun::OneGradientRun(const Network &network, Photo photo, const Target &target, GradientForm form)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_target(target)
    , m_form(form)
{
    checkTarget(target, network.info().classCount);
    m_result.meaning = meaningOf(form);
}

bool OneGradientRun::step()
{
    translated([this] {
        const auto score = [this](const at::Tensor &logits) {
            const ScoreFunction meant = scoreFunction(m_network, m_target, m_photo, logits, m_result.notes);
            m_result.target = meant.target;
            return meant(logits);
        };
        const at::Tensor picture = inputTensor(m_network, m_photo);
        const ScoreGradient gradient = gradientOfForm(m_form, m_network, picture, score);
        auto found = valuesOf({gradient.facts, gradient.values});
        m_result.map = {3, int(picture.size(2)), int(picture.size(3)), std::move(found[1])};
        if (isZero(found[0]))
            m_result.notes.push_back(noteOfEmptiness(m_form, gradient.isCut));
    });
    m_done = true;
    return false;
}

} // namespace convscope
