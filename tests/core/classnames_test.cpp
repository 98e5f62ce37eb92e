#include "core/data/classnames.h"
#include "core/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporaryfolder.h"

using namespace convscope;

TEST_CASE("eleven classes are Food-11's, others are counted")
{
    CHECK(classNames(11) == food11ClassNames());
    CHECK(food11ClassNames().at(3) == "Egg");
    CHECK(food11ClassNames().at(10) == "Vegetable/Fruit");
    CHECK(classNames(3) == std::vector<std::string>{"class 0", "class 1", "class 2"});
}

TEST_CASE("class names are read one a line, as editors of all systems write them")
{
    const TemporaryFolder folder;
    const std::vector<std::string> expected{"apple pie", "", "Nudeln & K\xc3\xa4se"};
    CHECK(readClassNames(folder.add("unix", "apple pie\n\nNudeln & K\xc3\xa4se\n")) == expected);
    CHECK(readClassNames(folder.add("windows",
              "\xef\xbb\xbf"
              "apple pie\r\n\r\nNudeln & K\xc3\xa4se\r\n"))
        == expected);
    CHECK(readClassNames(folder.add("no end", "apple pie\n\nNudeln & K\xc3\xa4se")) == expected);
    CHECK_THROWS_AS(readClassNames(folder.add("empty", "")), Error);
    CHECK_THROWS_AS(readClassNames(folder / "missing"), Error);
}
