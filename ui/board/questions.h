#pragma once

#include "core/explain/methods.h"
#include "ui/present/view.h"

#include <optional>

namespace convscope {

/// What the board asks about every photo: one question a method. Layer and filter are the same in all that
/// have them.
struct Questions
{
    SaliencyOptions saliency;
    ActivationOptions activation;
    FilterImageOptions filterImage;
    LimeOptions lime;

    /// The question of a row; none for the photo itself.
    std::optional<MethodOptions> of(View view) const
    {
        switch (view) {
        case View::Photo:
            return {};
        case View::Saliency:
            return saliency;
        case View::Activation:
            return activation;
        case View::FilterImage:
            return filterImage;
        case View::Lime:
            return lime;
        }
        return {};
    }

    QList<MethodOptions> all() const { return {saliency, activation, filterImage, lime}; }

    void set(const MethodOptions &options)
    {
        std::visit(
            [this]<typename Options>(const Options &asked) {
                if constexpr (std::is_same_v<Options, SaliencyOptions>)
                    saliency = asked;
                else if constexpr (std::is_same_v<Options, ActivationOptions>)
                    activation = asked;
                else if constexpr (std::is_same_v<Options, FilterImageOptions>)
                    filterImage = asked;
                else
                    lime = asked;
            },
            options);
    }

    void setLayerAndFilter(int layer, int filter)
    {
        activation.layer = filterImage.layer = layer;
        activation.filter = filterImage.filter = filter;
    }
};

} // namespace convscope
