#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

#include <array>
#include <functional>

namespace at {
class Tensor; // LibTorch's headers stay in core's .cpp files
}

namespace convscope {

struct ScoreGradient; // core/engine/scoregradient.h

/// What is made of one gradient of the score by the picture: one value for each of the picture's, 3×H×W.
enum class GradientForm
{
    Signed, ///< the gradient
    Abs, ///< its absolute value
    InputXGradient, ///< times the picture
    GuidedBackprop, ///< what the ReLUs let through by the rule of guided backprop
    Deconvnet, ///< by the rule of deconvnet
    Integrated, ///< integrated gradients from black; in SmoothGrad alone, as it is no one gradient
};
template <> struct Words<GradientForm>
{
    static constexpr std::array all{
        "signed", "abs", "inputxgradient", "guidedbackprop", "deconvnet", "integrated"};
};

/// What the values of a form mean.
constexpr Meaning meaningOf(GradientForm form)
{
    switch (form) {
    case GradientForm::Abs:
        return Meaning::Sensitivity;
    case GradientForm::InputXGradient:
    case GradientForm::Integrated:
        return Meaning::Evidence;
    case GradientForm::Signed:
    case GradientForm::GuidedBackprop:
    case GradientForm::Deconvnet:
        break;
    }
    return Meaning::Slope;
}

/// What is to be known of a map that is 0 everywhere because every gradient was, or none reached the photo.
Note noteOfEmptiness(GradientForm form, bool isCut);

/// For .cpp files of methods: scoreGradient() in this form.
ScoreGradient gradientOfForm(GradientForm form, const Network &network, const at::Tensor &pictures,
    const std::function<at::Tensor(const at::Tensor &logits)> &score);

/// A method whose map is one form of one gradient: 3×H×W, raw. One step.
class OneGradientRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange.
    OneGradientRun(const Network &network, Photo photo, const Target &target, GradientForm form);
    /// Throws Error: NotFinite, NetworkWithoutReLU, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override { return {m_done ? 1 : 0, 1}; }
    const Attribution &result() const { return m_result; }

private:
    const Network &m_network;
    Photo m_photo;
    Target m_target;
    GradientForm m_form;
    bool m_done = false;
    Attribution m_result;
};

} // namespace convscope
