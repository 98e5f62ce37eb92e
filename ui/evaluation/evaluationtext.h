#pragma once

#include <QString>

namespace convscope {

class Evaluator;

/// How many of the photos are right, in one line: as a share where there are enough of them, and nothing
/// where those that have been looked at say nothing of the folder.
QString rightText(const Evaluator &evaluator);

/// What a whole evaluation makes one suspect of network or labels; empty where nothing.
QString suspicion(const Evaluator &evaluator);

/// "83 % right: 25 of 30 photos"; of few, the numbers alone.
QString sharedText(int right, int photos);

} // namespace convscope
