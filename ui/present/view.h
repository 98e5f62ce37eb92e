#pragma once

#include "core/explain/methods.h"

#include <QList>
#include <QString>

namespace convscope {

/// A row of the board and of a figure.
enum class View
{
    Photo,
    Saliency,
    Activation,
    FilterImage,
    Lime
};

/// All of them, in the order of the board.
const QList<View> &allViews();

/// The name on the command line: "photo", "saliency", "activation", "filter", "lime".
QString id(View view);

/// The row's heading for people, translated.
QString title(View view);

/// One sentence: what the view means and what it does not, translated.
QString explanation(View view);

/// The view that shows this method's answer.
View viewOf(const MethodOptions &options);

} // namespace convscope
