#include "core/data/photoset.h"
#include "core/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporaryfolder.h"

#include <algorithm>

using namespace convscope;

namespace {

using Names = std::vector<std::string>;

Names names(const PhotoSet &set)
{
    Names names;
    for (const PhotoRef &photo : set.photos)
        names.push_back(photo.file.lexically_relative(set.folder).string());
    return names;
}

/// One entry a step.
PhotoListing slowListing(const std::filesystem::path &folder)
{
    return PhotoListing(folder, {}, {}, std::chrono::milliseconds(0));
}

} // namespace

TEST_CASE(
    "a folder that is being listed shows what is found in order, and in the end what openPhotoSet finds")
{
    const TemporaryFolder folder;
    for (int i = 0; i < 40; ++i)
        folder.add(std::to_string(i % 11) + "_" + std::to_string(i) + ".jpg");
    PhotoListing listing = slowListing(folder.path());
    std::size_t before = 0;
    int steps = 0;
    while (listing.step()) {
        ++steps;
        const Names found = names(*listing.result());
        CHECK(std::ranges::is_sorted(found));
        CHECK(found.size() >= before);
        CHECK(listing.progress().done == int(found.size()));
        before = found.size();
    }
    CHECK(steps > 10);
    const PhotoSet whole = openPhotoSet(folder.path());
    CHECK(names(*listing.result()) == names(whole));
    CHECK(listing.result()->labels.rule == LabelRule::FileNames);
    for (const PhotoRef &photo : listing.result()->photos)
        CHECK(photo.label.has_value());
    CHECK(whole.photos.size() == 40);
}

TEST_CASE("class folders being listed only ever get longer at their end")
{
    const TemporaryFolder folder;
    for (const char *name : {"Soup/a.jpg", "Soup/inner/z.jpg", "Soup/b.jpg", "Bread/y.jpg", "Egg/x.jpg"})
        folder.add(name);
    PhotoListing listing = slowListing(folder.path());
    Names before;
    bool more = true;
    while (more) {
        more = listing.step();
        const Names found = names(*listing.result());
        REQUIRE(found.size() >= before.size());
        CHECK(std::equal(before.begin(), before.end(), found.begin()));
        before = found;
    }
    CHECK(before == Names{"Bread/y.jpg", "Egg/x.jpg", "Soup/a.jpg", "Soup/b.jpg", "Soup/inner/z.jpg"});
    CHECK(listing.result()->classes == Names{"Bread", "Egg", "Soup"});
}

TEST_CASE("a listing tells the splits and which one it is of")
{
    PhotoListing listing = slowListing(CONVSCOPE_TEST_DATA "/food");
    while (listing.step())
        CHECK(names(*listing.result()).size() <= 11);
    CHECK(listing.result()->splits == Names{"training", "validation"});
    CHECK(listing.result()->split == "training");
    CHECK(listing.result()->folder == std::filesystem::path(CONVSCOPE_TEST_DATA "/food/training"));
    CHECK(openPhotoSet(CONVSCOPE_TEST_DATA "/food/training").split.empty());
}
