#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

#include <memory>
#include <string_view>

namespace convscope {

class OptimiseRun;

/// What a picture is made to raise.
enum class Aim
{
    Mean, ///< of the filter's map
    Sum, ///< of the filter's map
    Middle, ///< of the filter's map: the place size/2
    Direction, ///< of two filters at once
    Class, ///< the logit of a class
};
template <> struct Words<Aim>
{
    static constexpr std::array all{"mean", "sum", "middle", "direction", "class"};
};

struct OptimiseOptions
{
    LayerId layer;
    FilterId filter;
    Aim aim = Aim::Mean;
    int secondFilter = 1; ///< of a direction
    double power = 0; ///< of a direction: of the cosine
    ClassId label = 0; ///< the field "class"
    bool negative = false; ///< what keeps it low instead
    int pictures = 1; ///< at once
    double diversity = 100; ///< of several pictures: the weight of how alike they are
    int iterations = 512;
    double lr = 0.05;
    Seed seed = 0;
    bool still = false; ///< without the moves before each step
    double variation = 0; ///< weight of the total variation
    double gray = 0; ///< weight of the distance from gray
    double blur = 0; ///< weight of what a blur takes away

    using Run = OptimiseRun;
    static constexpr MethodTraits traits{.name = "optimise",
        .files = "optimise",
        .answer = AnswerKind::OptimisedImage,
        .needsGradients = true,
        .startsFromNoise = true,
        .isSlow = true};
    int steps() const { return iterations; }

    /// Whether the answer depends on the field, as the others are.
    bool counts(std::string_view field) const;
    /// Throws Error: FilterOutOfRange, InvalidOption where both filters are one.
    void check(const NetworkInfo &info) const;

    bool operator==(const OptimiseOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("layer", self.layer, LayerId::bounds);
        visit("filter", self.filter, FilterId::bounds);
        visit("aim", self.aim, Bounds{});
        visit("second-filter", self.secondFilter, FilterId::bounds);
        visit("power", self.power, Bounds{0, 10});
        visit("class", self.label, ClassId::bounds);
        visit("negative", self.negative, Bounds{});
        visit("pictures", self.pictures, Bounds{1, 9});
        visit("diversity", self.diversity, Bounds{0, 1e6});
        visit("iterations", self.iterations, Bounds{1, 100000});
        visit("lr", self.lr, Bounds{1e-9, 1000});
        visit("seed", self.seed, Seed::bounds);
        visit("still", self.still, Bounds{});
        visit("variation", self.variation, Bounds{0, 1e6});
        visit("gray", self.gray, Bounds{0, 1e6});
        visit("blur", self.blur, Bounds{0, 1e6});
    }
};

/// Activation maximisation whose pictures can be read: Adam (betas 0.9/0.999, eps 1e-8) on the frequencies of
/// uncorrelated colours (FourierPicture), from noise. Before each step the pictures are moved about a little
/// (picturemoves.h; NumPy's RandomState(seed)), and in the first 16 steps a ReLU that is dead all over a
/// picture lets through what would wake it (ReluRule::Redirected). Several pictures are kept from being alike
/// by the maps of the layer (likeness()). Made large is the mean over the pictures of the aim, less the
/// weighted likeness and means of totalVariation(), distanceFromGray(), sharpness(). Olah, Mordvintsev,
/// Schubert, "Feature Visualization", Distill 2017, doi:10.23915/distill.00007; the code is Lucid's. The
/// answer's pictures lie in (0, 1); its objective is that of the aim alone, of the moved pictures. It ends
/// early where no gradient comes back for 32 steps. One iteration a step; result() is valid after each.
class OptimiseRun : public Computation
{
public:
    /// The network must outlive the run; of the photo nothing is read. Throws Error: NoSuchLayer,
    /// LayerWithoutMaps, FilterOutOfRange, ClassOutOfRange, InvalidOption.
    OptimiseRun(const Network &network, const Photo &photo, const OptimiseOptions &options);
    ~OptimiseRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    OptimisedImage result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
