#pragma once

#include "core/explain/answer.h"
#include "ui/present/look.h"

namespace convscope {

/// What the colours of a map stand for at their ends: of a saliency the gradient, of evidence ±v, of an
/// activation its values, of a class activation map its values as finishedCam gives them; none where an
/// answer is no such map.
std::optional<Range> mapRange(const Answer &answer, Clipping clipping = Clipping::Standard);

} // namespace convscope
