#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class CamRun;

/// How a class activation map is made of a layer's output A, K×h×w, and of the gradient g of the score by it.
/// Grad-CAM is a method of its own.
enum class CamKind
{
    GradPlusPlus, ///< Grad-CAM++: Σ_k A_k·Σ relu(g)·α, α = g²/(2g² + ΣA_k·g³)
    XGrad, ///< XGrad-CAM: Σ_k A_k·Σ(g·A_k)/ΣA_k
    HiRes, ///< HiResCAM: Σ_k g·A_k
    ElementWise, ///< Σ_k relu(g·A_k)
    Layer, ///< LayerCAM: Σ_k relu(g)·A_k
    Eigen, ///< Eigen-CAM: the first principal component of A; about no class
    EigenGrad, ///< EigenGrad-CAM: the first principal component of g·A
    SegEigen, ///< SegEigen-CAM: the first principal component of |g|·A
    Score, ///< Score-CAM: Σ_k A_k·softmax over k of the score of the photo under A_k as a mask
    Ablation, ///< Ablation-CAM: Σ_k A_k·(score − score without A_k)/|score|
    Fem, ///< FEM: Σ_k A_k·the share of places where A_k is rare; about no class
};
template <> struct Words<CamKind>
{
    static constexpr std::array all{"gradcam++", "xgradcam", "hirescam", "elementwise", "layercam",
        "eigencam", "eigengradcam", "segeigencam", "scorecam", "ablationcam", "fem"};
};

/// Whether the network runs again for each channel.
constexpr bool runsAgain(CamKind kind) { return kind == CamKind::Score || kind == CamKind::Ablation; }

/// Whether the map is the same whatever class is asked for.
constexpr bool isAboutNoClass(CamKind kind) { return kind == CamKind::Eigen || kind == CamKind::Fem; }

constexpr bool needsGradient(CamKind kind) { return !runsAgain(kind) && !isAboutNoClass(kind); }

/// Whether a map of how far a class is ahead of another has two sides: nothing is cut off at 0 on the way to
/// it, so what speaks for the other class is below 0.
constexpr bool isTwoSided(CamKind kind)
{
    return kind == CamKind::XGrad || kind == CamKind::HiRes || kind == CamKind::Ablation;
}

struct CamOptions
{
    Target target = {};
    LayerId layer;
    CamKind kind = CamKind::Layer;
    MapForm map = MapForm::AsIs;

    using Run = CamRun;
    static constexpr MethodTraits traits{.name = "cam",
        .files = "cam",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Relevance,
        .needsGradients = true,
        .passes = 2,
        .minShown = 16};
    bool isSlow() const { return runsAgain(kind); }
    Meaning meaning() const
    {
        return target.against && isTwoSided(kind) ? Meaning::Evidence : traits.meaning;
    }
    int steps() const { return isSlow() ? 0 : 1; } ///< not known before the layer's channels are

    bool operator==(const CamOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("layer", self.layer, LayerId::bounds);
        visit("kind", self.kind, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// A class activation map: 1×h×w, the layer's size, signed, without the ReLU that finishedCam() begins with.
/// docs/methods/cam.md has the papers. One step; of Score-CAM and Ablation-CAM a few channels a step, those
/// that respond most first. Their result() is valid once progress().done ≥ 1: it is that of the channels
/// done.
class CamRun : public Computation
{
public:
    /// The network must outlive the run.
    /// Throws Error: ClassOutOfRange, NoSuchLayer, LayerWithoutMaps, InvalidOption.
    CamRun(const Network &network, Photo photo, const CamOptions &options);
    ~CamRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    Attribution result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
