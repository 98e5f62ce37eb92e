#include "core/error.h"
#include "tests/support/catch.h"

using namespace convscope;

TEST_CASE("an error keeps its kind and values when it learns its file")
{
    const Error bare(ErrorKind::IndexOutOfRange, {}, {"99", "12"});
    const Error told = bare.in("photos/food");
    CHECK(told.kind() == ErrorKind::IndexOutOfRange);
    CHECK(told.file() == "photos/food");
    CHECK(told.values() == std::vector<std::string>{"99", "12"});
    CHECK(std::string(told.what()) == "IndexOutOfRange: photos/food: 99, 12");
}
