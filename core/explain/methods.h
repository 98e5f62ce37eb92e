#pragma once

#include "core/explain/activation.h"
#include "core/explain/filterimage.h"
#include "core/explain/lime.h"
#include "core/explain/saliency.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace convscope {

// The list of methods. A new one adds itself here, and the board, the command line, recipes and the jobs know
// it.

using MethodOptions = std::variant<SaliencyOptions, ActivationOptions, FilterImageOptions, LimeOptions>;
using Answer = std::variant<Saliency, Activation, FilterImage, LimeExplanation>;

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

/// "saliency", "activation", "visualize" or "lime": the name on the command line and in recipes.
const char *methodName(const MethodOptions &options);

/// All fields as a JSON object, keys by name; equal questions give equal texts.
std::string toJson(const MethodOptions &options);

} // namespace convscope
