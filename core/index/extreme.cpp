#include "core/index/extreme.h"

#include <algorithm>
#include <iterator>

namespace convscope {

ExtremeList merged(const ExtremeList &a, const ExtremeList &b, End end, std::size_t most)
{
    const ExtremeOrder before{end};
    ExtremeList result;
    result.isComplete = a.isComplete && b.isComplete;
    result.entries.reserve(a.entries.size() + b.entries.size());
    std::merge(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
        std::back_inserter(result.entries), before);
    for (const ExtremeList *each : {&a, &b}) {
        if (each->isComplete)
            continue;
        const auto end1 = each->entries.empty()
            ? result.entries.begin()
            : std::upper_bound(result.entries.begin(), result.entries.end(), each->entries.back(), before);
        result.entries.erase(end1, result.entries.end());
    }
    if (result.entries.size() > most) {
        result.entries.resize(most);
        result.isComplete = false;
    }
    return result;
}

} // namespace convscope
