#pragma once

#include "core/image/slic.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace convscope {

// The questions one can ask of a network about a photo. Each is a plain value with the notebook's defaults.
// `fields` lists the members once, under the names they have on the command line, in recipes and in cache
// keys:
//     visit(name, member, Bounds{least, most})
// The bounds are those of a number and mean nothing elsewhere.

struct Bounds
{
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
};

/// Which class an explanation is about.
struct Target
{
    enum class Kind
    {
        True,
        Predicted,
        Class
    };
    Kind kind = Kind::True;
    int index = 0; ///< with Kind::Class

    bool operator==(const Target &) const = default;
};

/// "true", "predicted" or a class number. Throws Error: InvalidOption.
Target parseTarget(const std::string &text);
std::string toString(const Target &target);

/// What saliency differentiates: the cross-entropy of the target class, or its logit.
enum class Objective
{
    Loss,
    Logit
};

/// What LIME's surrogate is fitted to: the network's logits (the notebook) or its softmax.
enum class Score
{
    Logits,
    Probabilities
};

struct SaliencyOptions
{
    Target target;
    Objective objective = Objective::Loss;

    bool operator==(const SaliencyOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("objective", self.objective, Bounds{});
    }
};

struct ActivationOptions
{
    int layer = 15;
    int filter = 0;

    bool operator==(const ActivationOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("layer", self.layer, Bounds{0, 1e6});
        visit("filter", self.filter, Bounds{0, 1e6});
    }
};

struct FilterImageOptions
{
    int layer = 15;
    int filter = 0;
    int iterations = 100;
    double lr = 0.1;
    std::optional<std::uint32_t> noiseSeed = {}; ///< start from noise of this seed instead of from the photo

    bool operator==(const FilterImageOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("layer", self.layer, Bounds{0, 1e6});
        visit("filter", self.filter, Bounds{0, 1e6});
        visit("iterations", self.iterations, Bounds{1, 100000});
        visit("lr", self.lr, Bounds{1e-9, 1000});
        visit("noise-seed", self.noiseSeed, Bounds{0, 4294967295.0});
    }
};

struct LimeOptions
{
    Target target;
    std::uint32_t seed = 16;
    int samples = 1000;
    bool stopWhenStable = false; ///< end before that once the mask has settled (core/explain/settled.h)
    SlicOptions slic;
    int features = 11; ///< superpixels marked: the largest weights first
    double minWeight = 0.05; ///< of these, the ones at least this large; in units of the score
    Score score = Score::Logits;
    std::uint64_t streamOffset = 0; ///< 32-bit outputs of mt19937(seed) drawn before this photo

    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("seed", self.seed, Bounds{0, 4294967295.0});
        visit("samples", self.samples, Bounds{2, 1000000});
        visit("stop-when-stable", self.stopWhenStable, Bounds{});
        visit("segments", self.slic.segments, Bounds{1, 100000});
        visit("compactness", self.slic.compactness, Bounds{1e-6, 1e6});
        visit("sigma", self.slic.sigma, Bounds{0, 100});
        visit("features", self.features, Bounds{0, 100000});
        visit("min-weight", self.minWeight, Bounds{0, 1e9});
        visit("score", self.score, Bounds{});
        visit("stream-offset", self.streamOffset, Bounds{0, 1e10}); // 1e10: 15 s of skipping
    }
};

} // namespace convscope
