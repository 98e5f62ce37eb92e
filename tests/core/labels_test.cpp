#include "core/data/classnames.h"
#include "core/data/photoset.h"
#include "core/error.h"
#include "tests/support/catch.h"
#include "tests/support/photofolders.h"

#include <set>

using namespace convscope;

namespace fs = std::filesystem;

// How real data sets lie, each as small as it can be. Where a label is expected, it is the class that the
// photo's folder or name means; the order of torchvision's ImageFolder is that of the folders' bytes.

namespace {

Lines foods()
{
    Lines names = food11ClassNames();
    for (std::string &name : names) // as folders are called
        std::ranges::replace(name, '/', '-');
    return names;
}

Lines numbers(int from, int to, const char *format = "%d")
{
    Lines names;
    for (int i = from; i <= to; ++i) {
        char text[16];
        std::snprintf(text, sizeof text, format, i);
        names.emplace_back(text);
    }
    return names;
}

/// The labels of a set by the class folder that the photos lie in, "-" for none; each folder has one.
std::map<std::string, std::string> byFolder(const PhotoSet &set)
{
    std::map<std::string, std::string> labels;
    for (const PhotoRef &photo : set.photos) {
        const std::string folder = *photo.file.lexically_relative(set.folder).begin();
        const std::string label = photo.label ? std::to_string(*photo.label) : "-";
        const auto [known, isNew] = labels.emplace(folder, label);
        CHECK(known->second == label);
    }
    return labels;
}

std::map<std::string, std::string> inOrder(const Lines &folders)
{
    std::map<std::string, std::string> labels;
    for (const std::string &name : folders)
        labels[name] = std::to_string(labels.size());
    return labels;
}

/// Each photo of the set has the same label alone.
void checkAlone(const PhotoSet &set, const LabelQuestion &question = {})
{
    std::vector<fs::path> files;
    for (const PhotoRef &photo : set.photos)
        files.push_back(photo.file);
    const PhotoSet alone = photosAlone(files, question);
    for (std::size_t i = 0; i < files.size(); ++i) {
        CAPTURE(files[i].string());
        CHECK(alone.photos[i].label == set.photos[i].label);
    }
}

const LabelQuestion imageNet{1000, numbers(0, 999, "thing %d"), {}, {}};

} // namespace

TEST_CASE("Kaggle's Food-11: class folders called like the classes")
{
    const TemporaryFolder folder;
    for (const char *split : {"training", "validation", "evaluation"})
        addClassFolders(folder, split, foods(), 1);
    const PhotoSet set = openPhotoSet(folder.path(), "validation");
    CHECK(set.labels.rule == LabelRule::FolderNames);
    CHECK(set.labels.areComparable);
    CHECK(byFolder(set) == inOrder(foods()));
    checkAlone(set);
}

TEST_CASE("the course's folder of 2021: numbers, labeled and unlabeled, and a lone 00 that is no class")
{
    const TemporaryFolder folder;
    const Lines classes = numbers(0, 10, "%02d");
    addClassFolders(folder, "food-11/training/labeled", classes, 2);
    addClassFolders(folder, "food-11/training/unlabeled", {"00"}, 3);
    addClassFolders(folder, "food-11/validation", classes, 1);
    addClassFolders(folder, "food-11/testing", {"00"}, 3);

    const PhotoSet training = openPhotoSet(folder.path());
    CHECK(training.labels.rule == LabelRule::FolderNumbers);
    CHECK(training.photos.size() == 22);
    CHECK(byFolder(training) == inOrder(classes));
    checkAlone(training);
    for (const char *split : {"training/unlabeled", "testing"}) {
        const PhotoSet unlabelled = openPhotoSet(folder.path(), split);
        CHECK(unlabelled.labels.rule == LabelRule::None);
        CHECK(listed(unlabelled) == Lines{"0.jpg=-", "1.jpg=-", "2.jpg=-"});
        checkAlone(unlabelled);
    }
    CHECK(byFolder(openPhotoSet(folder / "food-11", "validation")) == inOrder(classes));
    CHECK(openPhotoSet(folder / "food-11/training/unlabeled").labels.rule == LabelRule::None);
}

TEST_CASE("photos in a folder called unlabeled have no label whatever they are called")
{
    const TemporaryFolder folder;
    folder.add("unlabeled/3_1.jpg");
    CHECK(listed(openPhotoSet(folder / "unlabeled")) == Lines{"3_1.jpg=-"});
}

TEST_CASE("Fruits-360: in class folders the folder tells, whatever numbers the files have")
{
    const TemporaryFolder folder;
    for (const std::string &name : foods()) {
        for (int angle : {0, 1, 12})
            folder.add(fs::path("Training") / name / (std::to_string(angle) + "_100.jpg"));
    }
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.split == "Training");
    CHECK(byFolder(set) == inOrder(foods()));
    checkAlone(set);
    // Opened by itself, a class folder is still one.
    CHECK(openPhotoSet(folder / "Training/Egg").photos.at(1).label == 3);
}

TEST_CASE("class folders 1 to 11: the order of ImageFolder, not the number")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", numbers(1, 11), 1);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.labels.rule == LabelRule::FolderOrder);
    CHECK(byFolder(set)
        == std::map<std::string, std::string>{{"1", "0"}, {"10", "1"}, {"11", "2"}, {"2", "3"}, {"3", "4"},
            {"4", "5"}, {"5", "6"}, {"6", "7"}, {"7", "8"}, {"8", "9"}, {"9", "10"}});
    checkAlone(set);
}

TEST_CASE("class folders 0 to 10, with leading zeros or not: the number")
{
    for (const char *format : {"%d", "%03d"}) {
        const TemporaryFolder folder;
        addClassFolders(folder, ".", numbers(0, 10, format), 1);
        const PhotoSet set = openPhotoSet(folder.path());
        CHECK(set.labels.rule == LabelRule::FolderNumbers);
        for (const auto &[name, label] : byFolder(set))
            CHECK(std::stoi(name) == std::stoi(label));
        checkAlone(set);
    }
}

TEST_CASE("nothing that lies beside class folders shifts their labels")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", foods(), 2);
    folder.add("AAA.png");
    folder.add("__MACOSX/Bread/._0.jpg");
    folder.add("__MACOSX/Bread/0.jpg");
    folder.add("$RECYCLE.BIN/0.jpg");
    folder.add("lost+found/0.jpg");
    folder.add(".ipynb_checkpoints/0-checkpoint.jpg");
    folder.add("annotations/a.json");
    fs::create_directory(folder / "Apple");
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.photos.size() == 22);
    CHECK(byFolder(set) == inOrder(foods()));
    CHECK(set.labels.unmatched.empty());
    checkAlone(set);
}

TEST_CASE("a picture beside flat splits does not hide them")
{
    const TemporaryFolder folder;
    for (const char *name :
        {"confusion_matrix.png", "training/0_1.jpg", "training/7_2.jpg", "validation/3_1.jpg"})
        folder.add(name);
    const PhotoSet set = openPhotoSet(folder.path(), "training");
    CHECK(listed(set) == Lines{"0_1.jpg=0", "7_2.jpg=7"});
    checkAlone(set);
}

TEST_CASE("archives within archives are gone through")
{
    const TemporaryFolder folder;
    addClassFolders(folder, "archive/food11/training", foods(), 1);
    addClassFolders(folder, "archive/food11/evaluation", foods(), 1);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.splits == Lines{"training", "evaluation"});
    CHECK(byFolder(set) == inOrder(foods()));
    checkAlone(set);
}

TEST_CASE("some of the network's classes keep their own labels")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"Bread", "Egg", "Meat", "fried_FOOD", "noodles pasta"}, 1);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(byFolder(set)
        == std::map<std::string, std::string>{
            {"Bread", "0"}, {"Egg", "3"}, {"Meat", "5"}, {"fried_FOOD", "4"}, {"noodles pasta", "6"}});
    checkAlone(set);
}

TEST_CASE("a class folder that matches no class has no label, and is named")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"Bread", "Egg", "other"}, 1);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(byFolder(set) == std::map<std::string, std::string>{{"Bread", "0"}, {"Egg", "3"}, {"other", "-"}});
    CHECK(set.labels.unmatched == Lines{"other"});
    CHECK(set.labels.areComparable);
    checkAlone(set);
}

TEST_CASE("more class folders than the network has classes are not its classes")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", numbers(0, 12, "c%02d"), 1);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK_FALSE(set.labels.areComparable);
    CHECK(set.labels.ownClasses == 13);
    CHECK(set.labels.networkClasses == 11);
    for (const PhotoRef &photo : set.photos) {
        CHECK_FALSE(photo.label);
        CHECK(photo.ownClass == photo.file.parent_path().filename());
    }
    // As many as there are of another network.
    CHECK(openPhotoSet(folder.path(), {}, {13}).photos.at(12).label == 12);
    checkAlone(set);
}

TEST_CASE("numbers that leave some out are not taken for labels")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"0", "3", "5", "99"}, 1);
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK_FALSE(set.labels.areComparable);
    CHECK(set.classes == Lines{"0", "3", "5", "99"});
    // Unless somebody says that they are.
    const PhotoSet told = openPhotoSet(folder.path(), {}, {11, {}, LabelsAsked::Numbers});
    CHECK(byFolder(told)
        == std::map<std::string, std::string>{{"0", "0"}, {"3", "3"}, {"5", "5"}, {"99", "-"}});
    CHECK(told.labels.unmatched == Lines{"99"});
    checkAlone(set);
    checkAlone(told, {11, {}, LabelsAsked::Numbers});
}

TEST_CASE("Food-101: other classes than the network's are shown and not compared")
{
    const TemporaryFolder folder;
    addClassFolders(folder, "food-101/images", {"apple_pie", "baby_back_ribs", "baklava"}, 2);
    folder.add("food-101/meta/classes.txt");
    const PhotoSet set = openPhotoSet(folder.path());
    CHECK(set.folder == folder / "food-101/images");
    CHECK_FALSE(set.labels.areComparable);
    CHECK(set.classes == Lines{"apple_pie", "baby_back_ribs", "baklava"});
    checkAlone(set);
}

TEST_CASE("as many class folders as classes, called otherwise: comparable unless the names are known")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"cat", "dog", "owl"}, 1);
    CHECK(byFolder(openPhotoSet(folder.path(), {}, {3})) == inOrder({"cat", "dog", "owl"}));
    CHECK_FALSE(openPhotoSet(folder.path(), {}, {3, {"rose", "tulip", "lily"}}).labels.areComparable);
    // Codes say nothing that could differ, as ImageNet's folders.
    const TemporaryFolder codes;
    addClassFolders(codes, ".", {"n01440764", "n01443537", "n01484850"}, 1);
    CHECK(byFolder(openPhotoSet(codes.path(), {}, {3, {"tench", "goldfish", "great white shark"}}))
        == inOrder({"n01440764", "n01443537", "n01484850"}));
}

TEST_CASE("names in the network's own order decide, not the order of the folders")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"cat", "dog", "owl"}, 1);
    const LabelQuestion question{3, {"owl", "cat", "dog"}};
    CHECK(byFolder(openPhotoSet(folder.path(), {}, question))
        == std::map<std::string, std::string>{{"owl", "0"}, {"cat", "1"}, {"dog", "2"}});
    checkAlone(openPhotoSet(folder.path(), {}, question), question);
}

TEST_CASE("file names tell labels where nine of ten have the form and a label that exists")
{
    const TemporaryFolder folder;
    for (int i = 0; i < 9; ++i)
        folder.add(std::to_string(i) + "_" + std::to_string(i) + ".jpg");
    folder.add("IMG_1234.jpg");
    const PhotoSet most = openPhotoSet(folder.path());
    CHECK(most.labels.rule == LabelRule::FileNames);
    CHECK(most.labels.withoutClass == 1);
    CHECK(listed(most).front() == "0_0.jpg=0");
    checkAlone(most);
    folder.add("11_1.jpg"); // there is no class 11
    const PhotoSet few = openPhotoSet(folder.path());
    CHECK(few.labels.rule == LabelRule::None);
    CHECK(few.classes.empty());
    checkAlone(few);
}

TEST_CASE("only whole numbers before the underscore, and digits behind it, are such a name")
{
    for (const char *name : {"-1_1.jpg", "3x_1.jpg", "_1.jpg", "4.jpg", "99999999999_1.jpg", "3_b.jpg", "3_1",
             "3_.jpg", "2024_1.jpg"}) {
        const TemporaryFolder folder;
        folder.add(name);
        CAPTURE(name);
        CHECK_FALSE(photosAlone({folder / name}).photos.at(0).label);
    }
    const TemporaryFolder folder;
    CHECK(photosAlone({folder.add("05_001.JPG")}).photos.at(0).label == 5);
}

TEST_CASE("Food-11 file names are Food-11's classes, and none of ImageNet's")
{
    const PhotoSet set = openPhotoSet(CONVSCOPE_TEST_DATA "/food/training", {}, imageNet);
    CHECK(set.labels.rule == LabelRule::FileNames);
    CHECK_FALSE(set.labels.areComparable);
    CHECK(set.classes == food11ClassNames());
    CHECK_FALSE(set.photos.at(2).label);
    CHECK(set.photos.at(2).ownClass == "Vegetable/Fruit");
    // Of a network that has these classes among others, the names tell.
    LabelQuestion more{12, food11ClassNames()};
    more.classNames.insert(more.classNames.begin(), "nothing");
    CHECK(openPhotoSet(CONVSCOPE_TEST_DATA "/food/training", {}, more).photos.at(2).label == 11);
    checkAlone(set, imageNet);
}

TEST_CASE("a network of fewer classes than the file names have is not compared with them")
{
    const PhotoSet set = openPhotoSet(CONVSCOPE_TEST_DATA "/food/training", {}, {3});
    CHECK_FALSE(set.labels.areComparable);
    CHECK(set.classes == food11ClassNames());
}

TEST_CASE("labels are taken anew for another network, without reading the folder")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"cat", "dog", "owl"}, 1);
    PhotoSet set = openPhotoSet(folder.path());
    CHECK_FALSE(set.labels.areComparable);
    fs::remove_all(folder / "dog");
    takeLabels(set, {3});
    CHECK(set.photos.at(1).label == 1);
    CHECK(set.labels == Labels{LabelRule::FolderOrder, {}, true, false, true, 3, 3, {}, 0});
}

TEST_CASE("a rule can be asked for, and says where it does not fit")
{
    const TemporaryFolder folder;
    for (const char *name : {"Egg/5_1.jpg", "Egg/6_2.jpg", "Soup/x.jpg"})
        folder.add(name);
    const auto asked = [&](LabelsAsked rule) { return openPhotoSet(folder.path(), {}, {11, {}, rule}); };
    CHECK(listed(asked(LabelsAsked::Names)) == Lines{"Egg/5_1.jpg=5", "Egg/6_2.jpg=6", "Soup/x.jpg=-"});
    CHECK(asked(LabelsAsked::Names).labels.withoutClass == 1);
    CHECK(listed(asked(LabelsAsked::None)) == Lines{"Egg/5_1.jpg=-", "Egg/6_2.jpg=-", "Soup/x.jpg=-"});
    CHECK(asked(LabelsAsked::Folders).labels.askedFits);
    CHECK_FALSE(asked(LabelsAsked::Numbers).labels.askedFits);

    const TemporaryFolder flat;
    flat.add("photos/a.jpg");
    for (const LabelsAsked rule : {LabelsAsked::Names, LabelsAsked::Folders, LabelsAsked::Numbers})
        CHECK_FALSE(openPhotoSet(flat / "photos", {}, {11, {}, rule}).labels.askedFits);
    CHECK(openPhotoSet(flat / "photos", {}, {11, {}, LabelsAsked::None}).labels.askedFits);

    // In their order, however few.
    const TemporaryFolder animals;
    addClassFolders(animals, ".", {"cat", "dog"}, 1);
    CHECK(byFolder(openPhotoSet(animals.path(), {}, {11, {}, LabelsAsked::Folders}))
        == inOrder({"cat", "dog"}));
}

TEST_CASE("a map says which class of the network a folder's class is")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"bagel", "consomme", "steak"}, 1);
    LabelQuestion question;
    question.map = {{"Bagel", "bread"}, {"consomme", "9"}, {"not there", "1"}};
    const PhotoSet set = openPhotoSet(folder.path(), {}, question);
    CHECK(byFolder(set)
        == std::map<std::string, std::string>{{"bagel", "0"}, {"consomme", "9"}, {"steak", "-"}});
    CHECK(set.labels.areMapped);
    CHECK(set.labels.areComparable);
    CHECK(set.labels.unmatched == Lines{"steak"});
    checkAlone(set, question);
}

TEST_CASE("a map goes before what names say, and can say none")
{
    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"Bread", "Egg", "Soup"}, 1);
    LabelQuestion question;
    question.map = {{"Egg", "Meat"}, {"Soup", ""}};
    const PhotoSet set = openPhotoSet(folder.path(), {}, question);
    CHECK(byFolder(set) == std::map<std::string, std::string>{{"Bread", "0"}, {"Egg", "5"}, {"Soup", "-"}});

    LabelQuestion foods = imageNet;
    foods.map = {{"Dessert", "928"}};
    const PhotoSet mapped = openPhotoSet(CONVSCOPE_TEST_DATA "/food/training", {}, foods);
    CHECK(listed(mapped).at(5) == "2_0.jpg=928");
    CHECK(listed(mapped).at(6) == "3_0.jpg=-");
}

TEST_CASE("photos of several folders keep the labels of each")
{
    const TemporaryFolder folder;
    addClassFolders(folder, "a", {"Egg", "Soup"}, 1);
    folder.add("b/7_1.jpg");
    const PhotoSet set =
        photosAlone({folder / "b/7_1.jpg", folder / "a/Soup/0.jpg", folder / "missing/a.jpg"});
    CHECK(set.photos.at(0).label == 7);
    CHECK(set.photos.at(1).label == 9);
    CHECK_FALSE(set.photos.at(2).label);
    CHECK(set.labels.rule == LabelRule::Various);
}

TEST_CASE("a photo alone is not labelled by folders that merely lie side by side")
{
    // As many as the network has classes, but not all that is there: a home, not a data set.
    const TemporaryFolder home;
    addClassFolders(home, ".", {"cats", "dogs", "owls"}, 1);
    CHECK(photosAlone({home / "dogs/0.jpg"}, {3}).photos.at(0).label == 1);
    home.add("Downloads/program.zip");
    CHECK_FALSE(photosAlone({home / "dogs/0.jpg"}, {3}).photos.at(0).label);

    const TemporaryFolder folder;
    addClassFolders(folder, ".", {"holiday", "work", "Egg/../photos"}, 1);
    CHECK_FALSE(photosAlone({folder / "holiday/0.jpg"}).photos.at(0).label);
    CHECK_FALSE(photosAlone({folder / "work/../photos/0.jpg"}).photos.at(0).label);
}

TEST_CASE("rules and what is asked have names, each its own")
{
    std::set<std::string> names;
    for (int rule = 0; rule <= int(LabelRule::None); ++rule)
        names.insert(name(LabelRule(rule)));
    CHECK(names.size() == std::size_t(LabelRule::None) + 1);
    for (int asked = 0; asked <= int(LabelsAsked::None); ++asked)
        CHECK(labelsAsked(name(LabelsAsked(asked))) == LabelsAsked(asked));
    CHECK_FALSE(labelsAsked("folder"));
}

TEST_CASE("a map is read from JSON or from lines")
{
    const TemporaryFolder folder;
    const LabelMap map{{"Soup", "consommé"}, {"Bread", "930"}, {"Egg", ""}};
    CHECK(readLabelMap(folder.add("a.json", R"({"Soup": "consommé", "Bread": 930, "Egg": null})")) == map);
    CHECK(readLabelMap(folder.add("a.txt", "\xef\xbb\xbf# mine\r\nSoup = consommé\r\n\r\nBread=930\nEgg="))
        == map);
    // 2^32 is no class 0.
    CHECK(readLabelMap(folder.add("large.json", R"({"Soup": 4294967296})"))
        == LabelMap{{"Soup", "4294967296"}});
    CHECK(readLabelMap(folder.add("notepad.txt", std::string("\xff\xfeS\0=\0001\0", 8)))
        == LabelMap{{"S", "1"}});
    const auto refused = [&](const std::string &text) {
        try {
            readLabelMap(folder.add("bad", text));
        } catch (const Error &error) {
            return std::pair(error.kind(), error.values());
        }
        FAIL("read");
        return std::pair(ErrorKind::Internal, Lines());
    };
    CHECK(refused("Soup=9\nBread\n") == std::pair(ErrorKind::NotALabelMap, Lines{"Bread"}));
    CHECK(refused("=9") == std::pair(ErrorKind::NotALabelMap, Lines{"=9"}));
    CHECK(refused(R"({"Soup": 1.5})") == std::pair(ErrorKind::NotALabelMap, Lines{"Soup"}));
    CHECK(refused("[\"Soup\"]") == std::pair(ErrorKind::NotALabelMap, Lines{"[\"Soup\"]"}));
    CHECK(refused("{\"Soup\":\n 3,}") == std::pair(ErrorKind::JsonBroken, Lines{"2", "4"}));
    CHECK(refused("Soup=1\nSoup=2") == std::pair(ErrorKind::MappedTwice, Lines{"Soup"}));
    CHECK(refused(R"({"Soup": 1, "Soup": 2})") == std::pair(ErrorKind::MappedTwice, Lines{"Soup"}));
    CHECK(refused("\xb2\xcb=1").first == ErrorKind::NotUtf8); // GBK
    CHECK(refused("\x1f\x8b\b").first == ErrorKind::FileOfOtherKind);
}
