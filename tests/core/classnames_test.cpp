#include "core/data/classnames.h"
#include "core/error.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

using namespace convscope;
using namespace std::string_literals;

TEST_CASE("eleven classes are Food-11's, others are counted")
{
    CHECK(classNames(11) == food11ClassNames());
    CHECK(food11ClassNames().at(3) == "Egg");
    CHECK(food11ClassNames().at(10) == "Vegetable/Fruit");
    CHECK(imagenetClassNames().size() == 1000);
    CHECK(imagenetClassNames().front() == "tench");
    CHECK(imagenetClassNames().back() == "toilet tissue");
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
    CHECK(readClassNames(folder.add("mac", "apple pie\r\rNudeln & K\xc3\xa4se")) == expected);
    CHECK(
        readClassNames(folder.add("blank lines", "apple pie\n\nNudeln & K\xc3\xa4se\n\n \n\n")) == expected);
    CHECK(
        readClassNames(folder.add("comments", "# classes\napple pie\n\nNudeln & K\xc3\xa4se\n")) == expected);
    CHECK_THROWS_AS(readClassNames(folder.add("empty", "")), Error);
    CHECK_THROWS_AS(readClassNames(folder / "missing"), Error);
}

TEST_CASE("class names are read in the encodings that say which they are")
{
    const TemporaryFolder folder;
    const std::vector<std::string> expected{"\xe9\x9d\xa2\xe5\x8c\x85", "x\xf0\x9f\x8d\x9e"}; // 面包, x🍞
    CHECK(readClassNames(folder.add("utf-8", expected[0] + "\n" + expected[1])) == expected);
    CHECK(readClassNames(folder.add("little", "\xff\xfe\x62\x97\x05\x53\r\0\n\0x\0\x3c\xd8\x5e\xdf"s))
        == expected);
    CHECK(readClassNames(folder.add("big", "\xfe\xff\x97\x62\x53\x05\0\r\0\n\0x\xd8\x3c\xdf\x5e"s))
        == expected);
    for (const std::string &bytes : {
             "\xc3\xe6\xb0\xfc\r\n"s, // 面包 in GBK
             "\xc3\xb1\xc3"s, // cut in the middle
             "K\xe4se"s, // Latin-1
             "\xed\xa0\x80"s, // half of a pair
             "\xc0\xaf"s, // longer than it need be
             "\x62\x97\x05\x53\r\0"s, // UTF-16 without its mark
             "\xff\xfe\x3c\xd8"s, // half of a pair
             "\xff\xfe\x62"s,
         }) {
        const auto error = errorOf([&] { readClassNames(folder.add("other", bytes)); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::NotUtf8);
        CHECK(error->file() == folder / "other");
    }
    const auto pointer = errorOf(
        [&] { readClassNames(folder.add("pointer", "version https://git-lfs.github.com/spec/v1\n")); });
    REQUIRE(pointer);
    CHECK(pointer->kind() == ErrorKind::FileOfOtherKind);
}

TEST_CASE("class names are read from lists, indices and tables")
{
    const TemporaryFolder folder;
    const std::vector<std::string> expected{"Bread", "Egg", "Soup"};
    const auto read = [&](const std::string &text) { return readClassNames(folder.add("names", text)); };
    CHECK(read(R"(["Bread", "Egg", "Soup"])") == expected);
    CHECK(read(R"({"0": "Bread", "2": "Soup", "1": "Egg"})") == expected);
    CHECK(read(R"({"0": ["n0", "Bread"], "1": ["n1", "Egg"], "2": ["n2", "Soup"]})") == expected);
    CHECK(read(R"({"Egg": 1, "Bread": 0, "Soup": 2})") == expected);
    CHECK(read(R"({"format": "convscope-input", "size": 64, "classes": ["Bread", "Egg", "Soup"]})")
        == expected);
    CHECK(read("0 Bread\n1 Egg\n2 Soup\n") == expected);
    CHECK(read("1: Bread\n2: Egg\n3: Soup\n") == expected);
    CHECK(read("id,name\n0,Bread\n1,Egg\n2,Soup\n") == expected);
    // Numbers that are no index belong to the names.
    CHECK(read("7 up\n2 eggs\n") == std::vector<std::string>{"7 up", "2 eggs"});
    CHECK(read("0\n1\n") == std::vector<std::string>{"0", "1"});
    CHECK(read("[Bread\nEgg\n") == std::vector<std::string>{"[Bread", "Egg"});
}
