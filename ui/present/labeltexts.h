#pragma once

#include "core/data/photoset.h"

#include <QStringList>

namespace convscope {

/// What told the labels, in a few words: "Labels from folder names". Says so where a map changed them.
QString labelRuleText(const Labels &labels);

/// The same where there is little room: "Labels: folder names".
QString labelRuleBrief(const Labels &labels);

/// What of a folder did not fit the rule, a sentence each; empty where all did.
QStringList labelProblems(const PhotoSet &set);

/// The first of the names, and how many there are beyond: "Bread, Egg, Meat and 8 more".
QString someNames(const std::vector<std::string> &names);

} // namespace convscope
