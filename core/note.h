#pragma once

#include <vector>

namespace convscope {

/// Something a user must know to read a result right. Sentences are made in ui/present/sentences.cpp.
enum class Note
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
    FewSegments, ///< fewer than two superpixels: LIME has nothing to compare
};

using Notes = std::vector<Note>;

/// The enumerator's name, for logs and for recipes.
const char *name(Note note);

} // namespace convscope
