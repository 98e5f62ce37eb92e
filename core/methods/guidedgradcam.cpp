#include "core/methods/guidedgradcam.h"

#include "core/engine/tensors.h"
#include "core/methods/gradcam.h"
#include "core/methods/onegradient.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

at::Tensor tensorOf(const Map &map)
{
    auto *values = const_cast<double *>(map.values.data()); // from_blob only reads
    return at::from_blob(values, {1, map.channels, map.height, map.width}, at::kDouble);
}

/// The guided gradient where Grad-CAM speaks for the class.
Map masked(const Map &guided, const Map &cam)
{
    const at::Tensor enlarged =
        at::upsample_nearest2d(tensorOf(cam).clamp_min(0), {guided.height, guided.width});
    return toMap(tensorOf(guided) * enlarged);
}

} // namespace

struct GuidedGradCamRun::State
{
    State(const Network &network, const Photo &photo, const GuidedGradCamOptions &options)
        : cam(network, photo, {options.target, options.layer})
        , guided(network, photo, options.target, GradientForm::GuidedBackprop)
    {
    }

    GradCamRun cam;
    OneGradientRun guided;
    Attribution result;

    int done() const { return cam.progress().done + guided.progress().done; }
    void combine();
};

void GuidedGradCamRun::State::combine()
{
    result = guided.result();
    result.map = translated([this] { return masked(guided.result().map, cam.result().map); });
    result.meaning = GuidedGradCamOptions::traits.meaning;
    // Both tell of the target. One reason for an empty map is enough.
    if (!holds(result.notes, Note::GradientCut) && !holds(result.notes, Note::NothingPassesReLUs))
        result.notes = cam.result().notes;
}

GuidedGradCamRun::GuidedGradCamRun(const Network &network, Photo photo, const GuidedGradCamOptions &options)
    : m_state(std::make_unique<State>(network, photo, options))
{
}

GuidedGradCamRun::~GuidedGradCamRun() = default;

bool GuidedGradCamRun::step()
{
    if (m_state->cam.progress().done == 0) {
        m_state->cam.step();
        return true;
    }
    m_state->guided.step();
    m_state->combine();
    return false;
}

Progress GuidedGradCamRun::progress() const { return {m_state->done(), 2}; }

const Attribution &GuidedGradCamRun::result() const { return m_state->result; }

} // namespace convscope
