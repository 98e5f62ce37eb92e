#include "ui/board/askingorder.h"

#include <algorithm>
#include <numeric>

namespace convscope {

std::vector<int> askingOrder(const QList<Row> &rows)
{
    std::vector<int> places(static_cast<std::size_t>(rows.size()));
    std::iota(places.rbegin(), places.rend(), 0);
    std::ranges::stable_partition(
        places, [&rows](int place) { return rows[place].needsGradients() && !rows[place].isSlow(); });
    return places;
}

} // namespace convscope
