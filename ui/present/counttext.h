#pragma once

#include <QString>

namespace convscope {

/// A number of things, for people, in the language that is spoken: "9,216", "14.2 million"; Chinese counts in
/// ten thousands. Large ones have three digits.
QString countText(qint64 count);

} // namespace convscope
