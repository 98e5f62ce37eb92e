#pragma once

#include "core/error.h"

#include <QString>

namespace convscope {

/// What to write in place of the 224 of such lines.
QString sizeHint();

/// How any network of PyTorch becomes a file that can be opened: the lines of Python.
QString exportAdvice();

/// The sentence of a refused file, with %1, %2, … for the error's values: what the file is, and the line that
/// makes one of it that can be opened. Of the kinds FileOfOtherKind, NotUtf8 and those of files with weights.
QString refusedFilePattern(const Error &error);

} // namespace convscope
