#pragma once

#include "core/methods/ablation.h"
#include "core/methods/activation.h"
#include "core/methods/blurig.h"
#include "core/methods/cam.h"
#include "core/methods/counterfactual.h"
#include "core/methods/deconvnet.h"
#include "core/methods/deeplift.h"
#include "core/methods/edges.h"
#include "core/methods/expectedgradients.h"
#include "core/methods/featurevisualisation.h"
#include "core/methods/filterweights.h"
#include "core/methods/gradcam.h"
#include "core/methods/gradcamlayers.h"
#include "core/methods/guidedbackprop.h"
#include "core/methods/guidedgradcam.h"
#include "core/methods/guidedig.h"
#include "core/methods/inputxgradient.h"
#include "core/methods/integratedgradients.h"
#include "core/methods/kernelshap.h"
#include "core/methods/lime.h"
#include "core/methods/lrp.h"
#include "core/methods/occlusion.h"
#include "core/methods/optimise.h"
#include "core/methods/randommap.h"
#include "core/methods/rise.h"
#include "core/methods/saliency.h"
#include "core/methods/smoothgrad.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace convscope {

/// The list of methods: what can be asked about a photo. A new method is one more alternative here. The
/// board, the command line with its help, sessions, recipes and the jobs are made from this list, from the
/// `traits` and `fields` of each alternative, and from what ui/present/methodtexts.cpp says of it.
using MethodOptions = std::variant<SaliencyOptions, ActivationOptions, FeatureVisualisationOptions,
    LimeOptions, GradCamOptions, CamOptions, IntegratedGradientsOptions, OcclusionOptions, LrpOptions,
    DeepLiftOptions, InputXGradientOptions, GuidedBackpropOptions, DeconvnetOptions, GuidedGradCamOptions,
    SmoothGradOptions, ExpectedGradientsOptions, BlurIgOptions, GuidedIgOptions, AblationOptions,
    KernelShapOptions, CounterfactualOptions, RiseOptions, GradCamLayersOptions, FilterWeightsOptions,
    OptimiseOptions, RandomMapOptions, EdgesOptions>;

/// Each method with its defaults, in the order of the list.
const std::vector<MethodOptions> &allMethods();

const MethodTraits &traitsOf(const MethodOptions &options);

/// What the values of the attribution mean that this question gives.
Meaning meaningOf(const MethodOptions &options);

/// The name on the command line, in sessions and recipes: "saliency".
const char *methodName(const MethodOptions &options);

/// The defaults of the method with this name; none where there is no such method.
std::optional<MethodOptions> methodNamed(const std::string &name);

/// Whether the question takes seconds: so it does where its method is slow, or it asks for what is slow in
/// it.
bool isSlow(const MethodOptions &options);

/// Whether the method is about a target, and about one of this kind.
bool canExplain(const MethodOptions &options, const Target &target);

/// The seed of the noise that the answer starts from instead of from a photo; none where it is about a photo.
std::optional<Seed> noiseSeedOf(const MethodOptions &options);

/// Whether the field of this name has a say in the answer, as the others are. An options struct in which one
/// may have none has a function of this name.
bool counts(const MethodOptions &options, std::string_view field);

/// The same question, in which fields that have no say are as usual.
MethodOptions withoutIdle(MethodOptions options);

/// What Explanation::progress() counts up to.
int stepsOf(const MethodOptions &options);

/// Calls visit(name, member, bounds) for each field; `options` may be const.
template <typename Options, typename Visit> void visitFields(Options &options, Visit &&visit)
{
    std::visit([&](auto &any) { std::decay_t<decltype(any)>::fields(any, visit); }, options);
}

/// The field of this type; null where the method has none. E.g. fieldOf<LayerId>(options).
template <typename Type> const Type *fieldOf(const MethodOptions &options)
{
    const Type *found = nullptr;
    visitFields(options, [&found](const char *, const auto &member, const Bounds &) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, Type>)
            found = &member;
    });
    return found;
}
template <typename Type> Type *fieldOf(MethodOptions &options)
{
    return const_cast<Type *>(fieldOf<Type>(std::as_const(options)));
}

/// The question that an answer was asked with, about just what that answer is about: with another network or
/// photo, the predicted class may be another one.
MethodOptions sameTarget(MethodOptions question, const Answer &answer);

/// A running method, whichever it is.
class Explanation : public Computation
{
public:
    /// The answer, as if the method ended here; valid once hasAnswer().
    virtual Answer answer() const = 0;
    virtual bool hasAnswer() const = 0;

    /// The answer so far of a method that goes on; nothing while it would say too little.
    virtual std::optional<Answer> snapshot() const = 0;
};

/// Starts a method. The network must outlive the explanation. Throws what the method's constructor throws.
std::unique_ptr<Explanation> explain(
    const Network &network, const Photo &photo, const MethodOptions &options);

/// Throws what is wrong with a question whatever the photo. Error: InvalidOption, NoSuchLayer,
/// LayerWithoutMaps, FilterOutOfRange, ClassOutOfRange.
void checkQuestion(const NetworkInfo &info, const MethodOptions &options);

/// All fields as a JSON object, keys by name; equal questions give equal texts.
std::string toJson(const MethodOptions &options);

} // namespace convscope
