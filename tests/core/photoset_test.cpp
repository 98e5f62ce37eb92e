#include "core/data/photoset.h"
#include "core/error.h"
#include "tests/support/catch.h"
#include "tests/support/photofolders.h"

using namespace convscope;

namespace fs = std::filesystem;

namespace {

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
    CHECK(set.labels.rule == LabelRule::FileNames);
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
    try {
        openPhotoSet(CONVSCOPE_TEST_DATA "/food/training", "train");
        FAIL("opened");
    } catch (const Error &error) {
        CHECK(error.values() == Lines{"train", ""});
    }
}

TEST_CASE("splits are known without case, by all names that data sets give them; a split is never a class")
{
    const TemporaryFolder folder;
    for (const char *split : {"Train", "TRAINING", "valid", "dev", "Test", "eval", "images"}) {
        folder.add(fs::path(split) / "Dessert" / "a.jpg");
        folder.add(fs::path(split) / "Meat" / "a.jpg");
    }
    fs::create_directory(folder / "testing"); // without pictures it is none
    CHECK(splitsOf(folder.path()) == Lines{"TRAINING", "Train", "valid", "dev", "eval", "Test"});
    const PhotoSet valid = openPhotoSet(folder.path(), "Valid");
    CHECK(valid.split == "valid");
    CHECK(listed(valid) == Lines{"Dessert/a.jpg=2", "Meat/a.jpg=5"});
    CHECK(valid.layout.leftOut == Lines{"images"});
    CHECK(openPhotoSet(folder.path()).split == "TRAINING");
}

TEST_CASE("splits inside of a split are splits of their own")
{
    const TemporaryFolder folder;
    addClassFolders(folder, "training/labeled", {"00", "01", "02"}, 2);
    folder.add("training/unlabeled/00/5000.jpg");
    folder.add("validation/00/1.jpg");
    CHECK(splitsOf(folder.path()) == Lines{"training/labeled", "training/unlabeled", "validation"});
    CHECK(openPhotoSet(folder.path()).split == "training/labeled");
    CHECK(openPhotoSet(folder.path(), "training").split == "training/labeled");
    CHECK(openPhotoSet(folder.path(), "training/unlabeled").photos.size() == 1);
    CHECK(splitsOf(folder / "training") == Lines{"labeled", "unlabeled"});
}

TEST_CASE("one folder called like a split beside class folders divides nothing, and is no class")
{
    const TemporaryFolder folder;
    for (const char *name : {"Egg/a.jpg", "Soup/a.jpg", "test/a.jpg"})
        folder.add(name);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.splits.empty());
    CHECK(listed(set) == Lines{"Egg/a.jpg=3", "Soup/a.jpg=9"});
    CHECK(set.layout.leftOut == Lines{"test"});
}

TEST_CASE("plain photos have no labels; what is hidden or no picture by its name is left out")
{
    const TemporaryFolder folder;
    for (const char *name :
        {"b.JPG", "a.png", "C.WebP", "notes.txt", "jpg", ".hidden.jpg", "d.jpg.part", "e.tiff", "._b.JPG"})
        folder.add(name);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.labels.rule == LabelRule::None);
    CHECK(listed(set) == Lines{"C.WebP=-", "a.png=-", "b.JPG=-", "e.tiff=-"});
}

TEST_CASE("class folders hold all that lies below them, in byte order")
{
    const TemporaryFolder folder;
    for (const char *name : {"soup/z.jpg", "soup/a.jpg", "Egg/a.jpg", "soup-cold/x.jpg", ".cache/a.jpg",
             "Egg/brown/b.jpg", "Egg/z.jpg"})
        folder.add(name);
    fs::create_directory(folder / "Bread");
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.classes == Lines{"Egg", "soup", "soup-cold"});
    CHECK(listed(set)
        == Lines{"Egg/a.jpg=3", "Egg/z.jpg=3", "Egg/brown/b.jpg=3", "soup/a.jpg=9", "soup/z.jpg=9",
            "soup-cold/x.jpg=-"});
}

TEST_CASE("pictures in a folder of their own within a class folder are the class's")
{
    const TemporaryFolder folder; // as in Tiny ImageNet
    for (const char *name : {"train/Egg/images/a.jpg", "train/Soup/images/a.jpg", "val/x.jpg"})
        folder.add(name);
    CHECK(listed(openPhotoSet(folder.path())) == Lines{"Egg/images/a.jpg=3", "Soup/images/a.jpg=9"});
}

TEST_CASE("a folder without pictures that holds one folder is gone through")
{
    const TemporaryFolder folder;
    addClassFolders(folder, "archive/food11/training", {"Egg", "Soup"}, 1);
    addClassFolders(folder, "archive/food11/validation", {"Egg"}, 1);
    fs::create_directories(folder / "archive/notes");
    folder.add("__MACOSX/archive/a.jpg");
    CHECK(splitsOf(folder.path()) == Lines{"training", "validation"});
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.folder == folder / "archive/food11/training");
    CHECK(listed(set) == Lines{"Egg/0.jpg=3", "Soup/0.jpg=9"});
}

TEST_CASE("folders that hold their pictures only in folders of theirs are data sets, not classes")
{
    const TemporaryFolder folder;
    addClassFolders(folder, "Bread/2019", {"a", "b"}, 1);
    addClassFolders(folder, "Egg/2019", {"a", "b"}, 1);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.layout.dataSets == Lines{"Bread", "Egg"});
    CHECK(set.photos.size() == 4);
    CHECK(set.labels.rule == LabelRule::None);
}

TEST_CASE("a few pictures beside folders that hold many do not make the folder flat")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"Bread", "Egg"}, 5);
    folder.add("confusion_matrix.png");
    folder.add("overview.png");
    CHECK(openPhotoSet(folder.path()).photos.size() == 10);
    CHECK(openPhotoSet(folder.path()).layout.strays == 2);
    folder.add("readme.png"); // three are more than a fifth of ten
    CHECK(openPhotoSet(folder.path()).photos.size() == 3);
}

TEST_CASE("splits count where they hold as many pictures as lie beside them")
{
    const TemporaryFolder folder;
    for (const char *name : {"1_1.jpg", "training/2_1.jpg", "Egg/3_1.jpg"})
        folder.add(name);
    CHECK(listed(openPhotoSet(folder.path())) == Lines{"2_1.jpg=2"});
    CHECK(openPhotoSet(folder.path()).layout.strays == 1);
    CHECK(openPhotoSet(folder.path()).layout.leftOut == Lines{"Egg"});
    folder.add("1_2.jpg");
    CHECK(splitsOf(folder.path()).empty());
    CHECK(listed(openPhotoSet(folder.path())) == Lines{"1_1.jpg=1", "1_2.jpg=1"});
}

TEST_CASE("links count as what they lead to")
{
    const TemporaryFolder folder;
    folder.add("store/a.jpg");
    fs::create_directory(folder / "set");
    fs::create_symlink("../store/a.jpg", folder / "set" / "1_1.jpg");
    fs::create_symlink("../store/gone.jpg", folder / "set" / "2_2.jpg");
    CHECK(listed(openPhotoSet(folder / "set")) == Lines{"1_1.jpg=1", "2_2.jpg=2"});

    fs::create_directory(folder / "classes");
    fs::create_directory_symlink("../store", folder / "classes" / "Egg");
    fs::create_directory_symlink("../set", folder / "classes" / "Soup");
    fs::create_directory_symlink(".", folder / "store" / "circle");
    CHECK(
        listed(openPhotoSet(folder / "classes")) == Lines{"Egg/a.jpg=3", "Soup/1_1.jpg=9", "Soup/2_2.jpg=9"});

    fs::create_directory(folder / "only");
    fs::create_directory_symlink(".", folder / "only" / "circle");
    CHECK(errorOf(folder / "only") == ErrorKind::FolderWithoutImages);
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
