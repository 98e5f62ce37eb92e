#include "core/data/classnames.h"
#include "core/data/photoset.h"
#include "core/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporaryfolder.h"

using namespace convscope;

namespace fs = std::filesystem;

namespace {

/// The photos as "path below the folder=label", "-" for no label.
std::vector<std::string> listed(const PhotoSet &set)
{
    std::vector<std::string> lines;
    for (const PhotoRef &photo : set.photos)
        lines.push_back(photo.file.lexically_relative(set.folder).string() + "="
            + (photo.label ? std::to_string(*photo.label) : "-"));
    return lines;
}

using Lines = std::vector<std::string>;

ErrorKind errorOf(const fs::path &folder, const std::string &split = {})
{
    try {
        openPhotoSet(folder, split);
    } catch (const Error &error) {
        return error.kind();
    }
    return ErrorKind::Internal;
}

} // namespace

TEST_CASE("a Food-11 folder is listed by the bytes of the names, each name telling the label")
{
    const PhotoSet set = openPhotoSet(CONVSCOPE_TEST_DATA "/food/training");
    CHECK(set.labelling == Labelling::FileNames);
    CHECK(listed(set)
        == Lines{"0_0.jpg=0", "0_1.jpg=0", "10_0.jpg=10", "10_1.jpg=10", "1_0.jpg=1", "2_0.jpg=2",
            "3_0.jpg=3", "3_10.jpg=3", "3_2.jpg=3", "4_0.jpg=4", "9_0.jpg=9"});
}

TEST_CASE("splits are offered in a fixed order, and the first one is taken")
{
    const fs::path food = CONVSCOPE_TEST_DATA "/food";
    CHECK(splitsOf(food) == Lines{"training", "validation"});
    CHECK(openPhotoSet(food).photos.size() == 11);
    CHECK(openPhotoSet(food, "validation").photos.size() == 5);
    CHECK(openPhotoSet(food, "validation").folder == food / "validation");
    CHECK(splitsOf(food / "training").empty());
}

TEST_CASE("a split that is not there is told with those that are")
{
    try {
        openPhotoSet(CONVSCOPE_TEST_DATA "/food", "evaluation");
        FAIL("opened");
    } catch (const Error &error) {
        CHECK(error.kind() == ErrorKind::NoSuchSplit);
        CHECK(error.values() == Lines{"evaluation", "training, validation"});
    }
}

TEST_CASE("only labels below the number of classes count, and only whole numbers before the first underscore")
{
    const TemporaryFolder folder;
    for (const char *name : {"10_1.jpg", "11_1.jpg", "2_1.jpg", "-1_1.jpg", "3x_1.jpg", "_1.jpg", "4.jpg",
             "99999999999_1.jpg", "05_1.jpg"})
        folder.add(name);
    CHECK(listed(openPhotoSet(folder.path(), {}, 11))
        == Lines{"-1_1.jpg=-", "05_1.jpg=5", "10_1.jpg=10", "11_1.jpg=-", "2_1.jpg=2", "3x_1.jpg=-",
            "4.jpg=-", "99999999999_1.jpg=-", "_1.jpg=-"});
    CHECK(openPhotoSet(folder.path(), {}, 3).photos.at(2).label == std::nullopt);
}

TEST_CASE("plain photos have no labels; what is hidden or no picture by its name is left out")
{
    const TemporaryFolder folder;
    for (const char *name :
        {"b.JPG", "a.png", "C.WebP", "notes.txt", "jpg", ".hidden.jpg", "d.jpg.part", "e.tiff"})
        folder.add(name);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.labelling == Labelling::None);
    CHECK(listed(set) == Lines{"C.WebP=-", "a.png=-", "b.JPG=-", "e.tiff=-"});
}

TEST_CASE("class folders count in byte order, as torchvision's ImageFolder")
{
    const TemporaryFolder folder;
    for (const char *name : {"soup/z.jpg", "soup/a.jpg", "Egg/a.jpg", "soup-cold/x.jpg", ".cache/a.jpg",
             "training/no.txt", "Egg/brown/b.jpg", "Egg/z.jpg"})
        folder.add(name);
    fs::remove_all(folder / "training");
    fs::create_directory(folder / "Empty");
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.labelling == Labelling::Folders);
    CHECK(set.folderClasses == Lines{"Egg", "Empty", "soup", "soup-cold"});
    CHECK(listed(set)
        == Lines{"Egg/a.jpg=0", "Egg/z.jpg=0", "Egg/brown/b.jpg=0", "soup/a.jpg=2", "soup/z.jpg=2",
            "soup-cold/x.jpg=3"});
}

TEST_CASE("class folders named by whole numbers mean those numbers")
{
    const TemporaryFolder folder;
    for (const char *name : {"10/a.jpg", "2/a.jpg", "07/a.jpg"})
        folder.add(name);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(listed(set) == Lines{"07/a.jpg=7", "10/a.jpg=10", "2/a.jpg=2"});
    CHECK(set.folderClasses.empty());
}

TEST_CASE("in class folders, a label in the file name goes first")
{
    const TemporaryFolder folder;
    folder.add("Egg/3_1.jpg");
    folder.add("Soup/IMG_1.jpg");
    CHECK(listed(openPhotoSet(folder.path())) == Lines{"Egg/3_1.jpg=3", "Soup/IMG_1.jpg=1"});
}

TEST_CASE("a split may hold class folders, and a split's name is never a class")
{
    const TemporaryFolder folder;
    for (const char *name :
        {"train/Egg/a.jpg", "train/Soup/a.jpg", "train/test/a.jpg", "val/Soup/a.jpg", "extra/a.jpg"})
        folder.add(name);
    CHECK(splitsOf(folder.path()) == Lines{"train", "val"});
    // "test" within "train" is itself a split that "train" offers.
    CHECK(listed(openPhotoSet(folder / "val")) == Lines{"Soup/a.jpg=0"});
    CHECK(listed(openPhotoSet(folder.path(), "train")) == Lines{"Egg/a.jpg=0", "Soup/a.jpg=1"});
}

TEST_CASE("where photos lie beside folders, the photos are meant")
{
    const TemporaryFolder folder;
    for (const char *name : {"1_1.jpg", "training/2_1.jpg", "Egg/3_1.jpg"})
        folder.add(name);
    CHECK(splitsOf(folder.path()).empty());
    CHECK(listed(openPhotoSet(folder.path())) == Lines{"1_1.jpg=1"});
}

TEST_CASE("links count as what they lead to")
{
    const TemporaryFolder folder;
    folder.add("store/a.jpg");
    fs::create_directory(folder / "set");
    fs::create_symlink("../store/a.jpg", folder / "set" / "1_linked.jpg");
    fs::create_symlink("../store/gone.jpg", folder / "set" / "2_dangling.jpg");
    CHECK(listed(openPhotoSet(folder / "set")) == Lines{"1_linked.jpg=1", "2_dangling.jpg=2"});

    fs::create_directory(folder / "classes");
    fs::create_directory_symlink("../store", folder / "classes" / "Egg");
    fs::create_directory_symlink(".", folder / "store" / "circle");
    CHECK(listed(openPhotoSet(folder / "classes")) == Lines{"Egg/a.jpg=0"});
}

TEST_CASE("folders without photos, without a folder, and what is no folder")
{
    const TemporaryFolder folder;
    CHECK(errorOf(folder.path()) == ErrorKind::FolderWithoutImages);
    folder.add("notes/readme.txt");
    CHECK(errorOf(folder.path()) == ErrorKind::FolderWithoutImages);
    fs::create_directory(folder / "test");
    CHECK(errorOf(folder.path()) == ErrorKind::FolderWithoutImages);
    CHECK(errorOf(folder / "missing") == ErrorKind::NoSuchFile);
    CHECK(errorOf(folder.add("a.jpg")) == ErrorKind::CannotRead);
}

TEST_CASE("one image alone is labelled by its name, else by its folder")
{
    const std::vector<std::string> &names = food11ClassNames();
    CHECK(labelOf("somewhere/7_12.jpg", names) == 7);
    CHECK(labelOf("Egg/7_12.jpg", names) == 7);
    CHECK(labelOf("Egg/photo.jpg", names) == 3);
    CHECK(labelOf("fried FOOD/11_2.jpg", names) == 4);
    CHECK(labelOf("Noodles-Pasta/photo.jpg", names) == 6);
    CHECK(labelOf("dairy_product/photo.jpg", names) == 1);
    CHECK(labelOf("9/photo.jpg", names) == 9);
    CHECK(labelOf("11/photo.jpg", names) == std::nullopt);
    CHECK(labelOf("holiday/photo.jpg", names) == std::nullopt);
    CHECK(labelOf("Egg/../photos/photo.jpg", names) == std::nullopt);
}
