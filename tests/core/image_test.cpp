#include "core/image/image.h"
#include "tests/support/catch.h"

using namespace convscope;

TEST_CASE("a map is normalized over all its channels together")
{
    const Map map{2, 1, 2, {-1, 0, 2, 3}};
    CHECK(rangeOf(map).low == -1);
    CHECK(rangeOf(map).high == 3);
    const Map result = normalized(map);
    CHECK(result.channels == 2);
    CHECK(result.values == std::vector<double>{0, 0.25, 0.75, 1});
    CHECK(map.at(1, 0, 1) == 3);
}

TEST_CASE("a constant map normalizes to zero, an empty one stays empty")
{
    CHECK(normalized({1, 1, 3, {7, 7, 7}}).values == std::vector<double>{0, 0, 0});
    CHECK(normalized({}).values.empty());
    CHECK(rangeOf({}).low == 0);
    CHECK(rangeOf({}).high == 0);
}
