#pragma once

#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// Something a user must know to read a result right. Sentences are made in ui/present/sentences.cpp.
struct Note
{
    /// The comment names the `values` that travel with the kind, in order, after a semicolon.
    enum Kind
    {
        LabelUnknown, ///< no true class is known; the predicted class was used instead
        DeadGradient, ///< the gradient is zero everywhere; the saliency map is empty
        ConfidentPrediction, ///< p > 0.99999: softmax − 1 cancels in float32, the saliency map is mostly rounding
        SilentFilter, ///< the filter's activation is constant on this photo
        DeadStart, ///< the filter image never left its start: the gradient was zero (a dead ReLU)
        PhotoWas16Bit, ///< 16 bits a channel, reduced to 8
        PhotoWasCmyk, ///< converted from CMYK without its colour profile, as Pillow does
        PhotoHadAlpha, ///< transparency was dropped, as Pillow's convert('RGB') does
        StoppedEarly, ///< the user stopped the computation; the result is what was reached
        StoppedWhenStable, ///< LIME ended before all samples, as was asked: its mask no longer changed
        PreviewPrecision, ///< computed in half of float32's precision, as was asked
        NetworkWasTraining, ///< was traced in training mode; its batch norms and dropouts were put right
        SeveralOutputs, ///< the network gives several tensors; the first that looks like logits is used
        InputGuessed, ///< size or channels of the input are those that the network runs on
        MayWantImageNet, ///< 1000 classes, and nothing was said of its input
        ClassNamesDoNotFit, ///< as many names as the network has classes were not found; they are not used
        SoftmaxInside, ///< the network gives probabilities; their logarithms serve as logits
        FewSegments, ///< fewer than two superpixels: LIME has nothing to compare
    };

    Note(Kind noteKind, std::vector<std::string> noteValues = {}) // NOLINT: a kind alone is a note
        : kind(noteKind)
        , values(std::move(noteValues))
    {
    }
    bool operator==(const Note &) const = default;

    Kind kind;
    std::vector<std::string> values;
};

using Notes = std::vector<Note>;

/// The kind's name, for logs and for recipes.
const char *name(Note::Kind kind);

} // namespace convscope
