#pragma once

#include "core/explain/answer.h"
#include "core/explain/mapform.h"

namespace convscope {

/// Makes this form of an answer's map. Over superpixels, LIME's usual ones, a map of a layer's size becomes
/// as large as the photo first, as it is looked at. Its sum stays what it was, so completeness stays; sizes
/// add up to nothing. What is known of the errors of single values is dropped.
void takeForm(Attribution &answer, MapForm form, const Image &photo);

} // namespace convscope
