#pragma once

#include "core/phrase.h"

#include <QString>

namespace convscope {

/// The part of an error's sentence that a phrase stands for, in the reader's language, on one line.
QString phraseText(const Phrase &phrase);

} // namespace convscope
