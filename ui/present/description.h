#pragma once

#include "core/explain/methods.h"

#include <QString>
#include <QStringList>

namespace convscope {

/// What a picture shows, for those who cannot see it: "for Egg: strongest at the upper left". A part of the
/// picture, one ninth of it, is the strongest where its mean is the largest; a superpixel lies where its
/// middle is.
QString description(const Answer &answer, const MethodOptions &options, const QStringList &classNames);

} // namespace convscope
