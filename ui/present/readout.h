#pragma once

#include "core/explain/methods.h"

#include <QPointF>
#include <QString>
#include <memory>
#include <vector>

namespace convscope {

struct AskedAnswer
{
    QString name; ///< of its row, where it is not the only one of its method; else empty
    MethodOptions question;
    std::shared_ptr<const Answer> answer;
};

/// What the photo and the answers about it hold at a point, as one line for people: the pixel's place and
/// colour, the gradient, the activation, the filter image, the superpixel with its weight. Each picture
/// reaches from (0, 0) to (1, 1); a point outside gives an empty text.
QString valuesAt(QPointF at, const Image &input, const std::vector<AskedAnswer> &answers);

} // namespace convscope
