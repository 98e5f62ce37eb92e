#pragma once

#include "core/image/image.h"
#include "ui/present/colours.h"

#include <QImage>
#include <optional>

namespace convscope {

/// One channel of a layer's maps in viridis, from `range.low` to `range.high`; a constant map is all low.
QImage channelPicture(const Map &maps, int channel, const Range &range);

/// Smallest and largest value of one channel.
Range channelRange(const Map &maps, int channel);

/// The weights of a filter for one of its inputs, diverging around zero up to ±`largest`.
QImage kernelPicture(const Map &kernel, int input, double largest);

/// The weights of a filter of three inputs as RGB: gray is zero, full colour is the largest weight of either
/// sign.
QImage kernelColours(const Map &kernel);

/// The size of the largest weight of either sign.
double largestWeight(const Map &kernel);

} // namespace convscope
