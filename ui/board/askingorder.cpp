#include "ui/board/askingorder.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace convscope {

std::vector<int> askingOrder(const QList<Row> &rows)
{
    std::vector<int> places(static_cast<std::size_t>(rows.size()));
    std::iota(places.rbegin(), places.rend(), 0);
    const auto passes = [&rows](int place) {
        const Row &row = rows[place];
        return row.question && !row.isSlow() ? traitsOf(*row.question).passes : 1;
    };
    std::ranges::stable_sort(places, std::ranges::greater(), passes);
    return places;
}

} // namespace convscope
