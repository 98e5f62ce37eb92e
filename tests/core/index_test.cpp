#include "tests/core/toynetwork.h"

#include "core/error.h"
#include "core/index/filterindex.h"
#include "core/index/half.h"
#include "core/index/indexrun.h"
#include "core/internal/sealedjson.h"
#include "core/io/npy.h"
#include "core/io/sha256.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"
#include "tests/support/temporaryfolder.h"

#include <fstream>
#include <numeric>
#include <random>

#include <sys/stat.h>

using namespace convscope;
using namespace convscope::test;
namespace fs = std::filesystem;

namespace {

/// The photos of tests/data/food in a folder that may be changed, labelled by the first number of their
/// names.
class Food
{
public:
    Food() { fs::copy(testFile("food"), m_folder / "food", fs::copy_options::recursive); }

    fs::path folder() const { return m_folder / "food"; }
    fs::path index() const { return m_folder / "index"; }
    fs::path other() const { return m_folder / "other"; }
    fs::path file(const std::string &name) const { return folder() / name; }

    std::shared_ptr<const PhotoSet> set() const
    {
        auto set = std::make_shared<PhotoSet>();
        set->folder = folder();
        for (const auto &entry : fs::recursive_directory_iterator(folder())) {
            if (entry.path().extension() == ".jpg")
                set->photos.push_back({entry.path(), std::stoi(entry.path().filename().string())});
        }
        // In no particular order: that of the index is its own.
        std::sort(set->photos.begin(), set->photos.end(),
            [](const PhotoRef &a, const PhotoRef &b) { return a.file.filename() > b.file.filename(); });
        return set;
    }

private:
    TemporaryFolder m_folder;
};

/// What builds an index of the narrow network.
struct Builder
{
    std::unique_ptr<Network> network = narrowNetwork();
    IndexPlan plan = planIndex(*network);

    IndexFolder::About about() const
    {
        IndexFolder::About about;
        about.key = indexKey(network->info(), plan, "narrow");
        about.layers = indexedLayers(network->info(), plan);
        return about;
    }

    IndexRun run(
        const fs::path &folder, std::shared_ptr<const PhotoSet> set, IndexRunOptions options = {}) const
    {
        return {*network, plan, std::move(set), IndexFolder(folder), about(), options};
    }

    std::size_t build(
        const fs::path &folder, std::shared_ptr<const PhotoSet> set, IndexRunOptions options = {}) const
    {
        IndexRun all = run(folder, std::move(set), options);
        while (all.step()) { }
        return std::size_t(all.progress().total);
    }
};

std::string bytesOf(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// All files of what has been merged, by their names.
std::map<std::string, std::string> wholeOf(const fs::path &index)
{
    const fs::path folder = IndexFolder(index).whole(IndexFolder(index).about().value());
    std::map<std::string, std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).string()] = bytesOf(entry.path());
    }
    return files;
}

void checkRanked(const FilterIndex &index, const std::vector<RankedPhoto> &found,
    const nlohmann::json &expected, const std::vector<std::string> &photos)
{
    REQUIRE(found.size() <= expected.size());
    const double margin = 1e-6 * std::abs(expected[0][1].get<double>());
    for (std::size_t rank = 0; rank < found.size(); ++rank) {
        CHECK(index.photoName(found[rank].photo) == photos.at(expected[rank][0].get<std::size_t>()));
        // Rounded to float32, a convolution's value before the shift of its batch norm is taken off.
        CHECK(found[rank].value == Approx(expected[rank][1].get<double>()).epsilon(1e-6).margin(margin));
        CHECK(found[rank].y == expected[rank][2].get<int>());
        CHECK(found[rank].x == expected[rank][3].get<int>());
    }
}

} // namespace

TEST_CASE("an index tells what PyTorch's maps of all photos tell, of convolution, batch norm and ReLU")
{
    const Food food;
    const Builder builder;
    builder.build(food.index(), food.set(), {.block = 5});
    const FilterIndex index{IndexFolder(food.index())};
    const nlohmann::json expected = nlohmann::json::parse(referenceText("filters.json"));
    const auto photos = expected["photos"].get<std::vector<std::string>>();
    REQUIRE(index.photoCount() == photos.size());
    REQUIRE(expected["layers"].size() == 6);
    for (const auto &[number, told] : expected["layers"].items()) {
        const IndexedLayer &layer = index.layer(number);
        const bool isReLU = layer.kind == "ReLU";
        CHECK(layer.field == receptiveField(*builder.network, layer.index));
        for (int filter = 0; filter < layer.filters; ++filter) {
            INFO("layer " << number << ", filter " << filter);
            const auto f = std::size_t(filter);
            const auto most = index.extremes(layer, filter, End::Most);
            checkRanked(index, most, told["most"][f], photos);
            if (!isReLU) { // whose zeros have no order
                CHECK(most.size() == photos.size());
                checkRanked(index, index.extremes(layer, filter, End::Least), told["least"][f], photos);
            }
            const FilterSummary summary = index.summary(layer, filter);
            const auto near = [&](const char *key) {
                return Approx(told[key][f].get<double>()).epsilon(1e-9).margin(1e-12);
            };
            CHECK(summary.photos == 16);
            CHECK(summary.mean == near("mean"));
            CHECK(summary.deviation == near("deviation"));
            CHECK(summary.response == near("response"));
            CHECK(summary.zeros.value() == near("zeros"));
            CHECK(summary.alive == near("alive"));
            CHECK(summary.sparsity.value() == near("sparseness"));
            CHECK(summary.selectivity.value() == near("selectivity"));
            CHECK(summary.bestClass == told["class"][f].get<int>());
            for (const SimilarFilter &each : index.similar(layer, filter, 100))
                CHECK(each.cosine
                    == Approx(told["cosines"][f][std::size_t(each.filter)].get<double>()).epsilon(1e-9));
        }
    }
}

TEST_CASE("what the network says to a photo is that of a plain pass, and is kept with its features")
{
    const Food food;
    const Builder builder;
    std::map<std::string, int> heard;
    const auto set = food.set();
    IndexRun run(*builder.network, builder.plan, set, IndexFolder(food.index()), builder.about(), {},
        [&](const IndexedAnswer &answer) {
            const Photo photo = loadPhoto(set->photos[answer.place], builder.network->info().input);
            const Prediction expected = predict(*builder.network, photo.input);
            REQUIRE(answer.said);
            CHECK(largestDifference(answer.said->logits, expected.logits) < 1e-12);
            heard[answer.photo.name] = answer.photo.predicted;
        });
    while (run.step()) { }
    CHECK(heard.size() == 16);
    const FilterIndex index{IndexFolder(food.index())};
    for (std::size_t photo = 0; photo < index.photoCount(); ++photo) {
        CHECK(index.photo(photo).predicted == heard.at(index.photoName(photo)));
        CHECK(index.photo(photo).label == std::stoi(fs::path(index.photoName(photo)).filename().string()));
    }
    // Those of the ReLU behind the first linear layer.
    CHECK(index.about().key.features == "fc.1");
    const std::size_t width = index.featuresWidth();
    REQUIRE(width == 32);
    std::vector<float> features(index.photoCount() * width);
    index.readFeatures(0, index.photoCount(), features.data());
    const Photo photo = loadPhoto({food.file(index.photoName(3)), {}}, builder.network->info().input);
    const at::Tensor picture = at::from_blob(const_cast<std::uint8_t *>(photo.input.pixels.data()),
        {1, photo.input.height, photo.input.width, 3}, at::kByte);
    const at::Tensor expected =
        builder.network
            ->run(picture.permute({0, 3, 1, 2}).to(at::kDouble).div(255).to(at::Device(testDevice())), {27})
            .layers.front();
    for (std::size_t i = 0; i < width; ++i)
        CHECK(features[3 * width + i]
            == Approx(expected[0][std::int64_t(i)].item<double>()).epsilon(1e-3).margin(1e-4));
}

TEST_CASE("blocks, shards and runs that were stopped give the same files")
{
    const Food food;
    const Builder builder;
    builder.build(food.index(), food.set(), {.block = 3});
    const auto expected = wholeOf(food.index());
    REQUIRE(expected.size() > 20);

    SECTION("two shards, in any order")
    {
        for (const int shard : {1, 0})
            builder.build(food.other(), food.set(), {.block = 3, .shard = Shard{shard, 2}});
        // A task that was requeued does no harm.
        CHECK(builder.build(food.other(), food.set(), {.block = 3, .shard = Shard{1, 2}}) == 0);
        const MergeReport report = mergeShards(IndexFolder(food.other()));
        CHECK(report.merged == 6);
        CHECK(report.missing.empty());
        CHECK(wholeOf(food.other()) == expected);
    }
    SECTION("a shard that is missing is told, and nothing is changed")
    {
        builder.build(food.other(), food.set(), {.block = 3, .shard = Shard{1, 3}});
        const MergeReport report = mergeShards(IndexFolder(food.other()));
        CHECK(report.missing == std::vector<std::size_t>{0, 2, 3, 5});
        CHECK(report.merged == 0);
        CHECK(IndexFolder(food.other()).about()->whole.empty());
        builder.build(food.other(), food.set(), {.block = 3, .shard = Shard{0, 1}});
        CHECK(mergeShards(IndexFolder(food.other())).missing.empty());
        CHECK(wholeOf(food.other()) == expected);
    }
    SECTION("a block that is damaged is named, and run again by its shard")
    {
        for (const int shard : {0, 1})
            builder.build(food.other(), food.set(), {.block = 3, .shard = Shard{shard, 2}});
        const IndexFolder folder(food.other());
        const auto blocks = folder.about()->blocks;
        fs::resize_file(folder.block(blocks[3]) / "top/1.npy", 99);
        fs::remove(folder.block(blocks[4]) / "manifest.json");
        const MergeReport report = mergeShards(folder);
        CHECK(report.damaged == std::vector<std::size_t>{3, 4});
        CHECK(report.merged == 0);
        CHECK(builder.build(food.other(), food.set(), {.block = 3, .shard = Shard{1, 2}}) == 3);
        CHECK(builder.build(food.other(), food.set(), {.block = 3, .shard = Shard{0, 2}}) == 3);
        CHECK(mergeShards(folder).merged == 6);
        CHECK(wholeOf(food.other()) == expected);
    }
    SECTION("a block of a photo that has changed since is run again by its shard")
    {
        builder.build(food.other(), food.set(), {.block = 3, .shard = Shard{0, 1}});
        fs::copy_file(food.file("training/3_2.jpg"), food.file("training/0_0.jpg"),
            fs::copy_options::overwrite_existing);
        CHECK(builder.build(food.other(), food.set(), {.block = 3, .shard = Shard{0, 1}}) == 3);
    }
    SECTION("killed in the middle of a block")
    {
        {
            IndexRun run = builder.run(food.other(), food.set(), {.block = 3});
            for (int step = 0; step < 9; ++step) // two blocks and two photos
                run.step();
        }
        CHECK(builder.build(food.other(), food.set(), {.block = 3}) == 10);
        CHECK(wholeOf(food.other()) == expected);
    }
    SECTION("stopped, with what was known then")
    {
        IndexRun run = builder.run(food.other(), food.set(), {.block = 3});
        for (int step = 0; step < 9; ++step)
            run.step();
        run.settle();
        CHECK(FilterIndex{IndexFolder(food.other())}.photoCount() == 8);
        CHECK(builder.build(food.other(), food.set(), {.block = 5}) == 8);
        auto found = wholeOf(food.other());
        // Products are added by blocks in float64, which rounds in other ways.
        std::erase_if(found, [](const auto &file) {
            return file.first.starts_with("products") || file.first == "manifest.json";
        });
        for (const auto &[name, bytes] : found) {
            INFO(name);
            CHECK((bytes == expected.at(name)));
        }
    }
}

TEST_CASE("an index is brought up to date without asking again what it knows")
{
    const Food food;
    const Builder builder;
    builder.build(food.other(), food.set());
    const auto expected = wholeOf(food.other());
    const fs::path aside = food.folder().parent_path() / "aside.jpg";

    SECTION("photos that are new")
    {
        fs::rename(food.file("training/3_2.jpg"), aside);
        builder.build(food.index(), food.set());
        CHECK(FilterIndex{IndexFolder(food.index())}.photoCount() == 15);
        fs::rename(aside, food.file("training/3_2.jpg"));
        CHECK(builder.build(food.index(), food.set()) == 1);
        for (const char *list : {"top/0.npy", "least/3.npy", "stats/2.npy", "classes/1.npy", "photos.npy"})
            CHECK((wholeOf(food.index()).at(list) == expected.at(list)));
    }
    SECTION("photos that have gone leave their places, and sums say so")
    {
        builder.build(food.index(), food.set());
        fs::remove(food.file("training/3_2.jpg"));
        CHECK(builder.build(food.index(), food.set()) == 0);
        const FilterIndex index{IndexFolder(food.index())};
        CHECK(index.photoCount() == 15);
        CHECK(index.manifest().counted == 16);
        CHECK(index.manifest().gone == 1);
        builder.build(food.folder().parent_path() / "fresh", food.set());
        CHECK((wholeOf(food.index()).at("top/0.npy")
            == wholeOf(food.folder().parent_path() / "fresh").at("top/0.npy")));
    }
    SECTION("a photo that is another one now is asked again; one that was only touched is not")
    {
        builder.build(food.index(), food.set());
        fs::copy_file(food.file("training/3_2.jpg"), food.file("training/0_0.jpg"),
            fs::copy_options::overwrite_existing);
        fs::last_write_time(food.file("training/1_0.jpg"), fs::file_time_type::clock::now());
        IndexRun run = builder.run(food.index(), food.set());
        run.step();
        CHECK(run.work().changed == 1);
        CHECK(run.work().todo.size() == 1);
        while (run.step()) { }
        const FilterIndex index{IndexFolder(food.index())};
        CHECK(index.photoCount() == 16);
        // Of two photos that are the same, the first comes first.
        const auto most = index.extremes(index.layer("1"), 0, End::Most);
        const auto rankOf = [&](const std::string &name) {
            return std::ranges::find_if(most, [&](const RankedPhoto &each) {
                return index.photoName(each.photo) == name;
            }) - most.begin();
        };
        CHECK(rankOf("training/3_2.jpg") == rankOf("training/0_0.jpg") + 1);
    }
    SECTION("photos that were touched are hashed once, and known by their new times after that")
    {
        builder.build(food.index(), food.set());
        const auto touched = food.set();
        for (const PhotoRef &photo : touched->photos)
            fs::last_write_time(photo.file, fs::file_time_type::clock::now());
        for (const std::size_t hashed : {16U, 0U}) {
            IndexRun run = builder.run(food.index(), food.set());
            while (run.step()) { }
            CHECK(run.work().hashed == hashed);
            CHECK(run.work().touched == hashed);
            CHECK(run.work().todo.empty());
        }
        const FilterIndex index{IndexFolder(food.index())};
        CHECK(index.photoCount() == 16);
        CHECK(index.manifest().gone == 0);
    }
    SECTION("a photo that cannot be read is told, and asked again only once it has changed")
    {
        std::ofstream(food.file("training/9_0.jpg")) << "no picture";
        IndexRun run = builder.run(food.index(), food.set());
        while (run.step()) { }
        REQUIRE(run.failures().size() == 1);
        CHECK(run.failures().front().kind() == ErrorKind::NotAnImage);
        CHECK(run.failures().front().file().filename() == "9_0.jpg");
        const FilterIndex index{IndexFolder(food.index())};
        CHECK(index.photoCount() == 16);
        CHECK(index.manifest().counted == 15);
        CHECK(builder.build(food.index(), food.set()) == 0);
        fs::copy_file(testFile("food/training/9_0.jpg"), food.file("training/9_0.jpg"),
            fs::copy_options::overwrite_existing);
        CHECK(builder.build(food.index(), food.set()) == 1);
        CHECK(FilterIndex{IndexFolder(food.index())}.manifest().counted == 16);
    }
}

TEST_CASE("an index that is not the right one is refused, and says why")
{
    const Food food;
    const Builder builder;
    builder.build(food.index(), food.set());
    const IndexFolder folder(food.index());
    const fs::path whole = folder.whole(folder.about().value());
    const auto opening = [&] {
        return errorOf([&] {
            const FilterIndex index{IndexFolder(food.index())};
            index.summary(index.layer("1"), 0);
            index.similar(index.layer("1"), 0, 3);
        });
    };
    REQUIRE_FALSE(opening());

    SECTION("none is there")
    {
        const auto error = errorOf([&] { const FilterIndex index{IndexFolder(food.other())}; });
        CHECK(error.value().kind() == ErrorKind::IndexMissing);
    }
    SECTION("a folder of something else")
    {
        const auto error = errorOf([&] { const FilterIndex index{IndexFolder(food.folder())}; });
        CHECK(error.value().kind() == ErrorKind::NotAnIndex);
    }
    SECTION("any file that is cut, or has one other byte")
    {
        for (const auto &entry : fs::recursive_directory_iterator(whole)) {
            const std::string name = entry.path().lexically_relative(whole).string();
            const bool isOfLayer = name.ends_with("/0.npy") || name.find('/') == std::string::npos;
            if (!entry.is_regular_file() || !isOfLayer || name.ends_with(".json"))
                continue;
            INFO(name);
            const std::string bytes = bytesOf(entry.path());
            std::ofstream(entry.path(), std::ios::binary) << bytes.substr(0, bytes.size() - 1);
            CHECK(opening().value().kind() == ErrorKind::IndexDamaged);
            std::string other = bytes;
            other[bytes.size() / 2] = char(other[bytes.size() / 2] ^ 1);
            std::ofstream(entry.path(), std::ios::binary) << other;
            if (name != "features.npy" && name != "values.npy") // too large to be looked through
                CHECK(opening().value().kind() == ErrorKind::IndexDamaged);
            std::ofstream(entry.path(), std::ios::binary) << bytes;
        }
        REQUIRE_FALSE(opening());
    }
    SECTION("a pipe, a device or a folder in place of any file: it is refused, and nobody waits")
    {
        std::vector<fs::path> files{folder.aboutFile()};
        for (const auto &entry : fs::recursive_directory_iterator(whole)) {
            const std::string name = entry.path().lexically_relative(whole).string();
            if (entry.is_regular_file() && (name.ends_with("/0.npy") || name.find('/') == std::string::npos))
                files.push_back(entry.path());
        }
        CHECK(files.size() == 11);
        for (const fs::path &file : files) {
            INFO(file);
            fs::rename(file, food.other());
            REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
            CHECK(opening().value().kind() == ErrorKind::CannotRead);
            CHECK(errorOf([&] { builder.build(food.index(), food.set()); }).value().kind()
                == ErrorKind::CannotRead);
            fs::remove(file);
            fs::create_symlink("/dev/zero", file);
            CHECK(opening().value().kind() == ErrorKind::CannotRead);
            fs::remove(file);
            fs::create_directory(file);
            CHECK(opening().value().kind() == ErrorKind::CannotRead);
            fs::remove(file);
            fs::rename(food.other(), file);
        }
        REQUIRE_FALSE(opening());
    }
    SECTION("a manifest that is no JSON, or of a later version")
    {
        const std::string manifest = bytesOf(whole / "manifest.json");
        writeFile(whole / "manifest.json", manifest.substr(0, manifest.size() / 2));
        CHECK(opening().value().kind() == ErrorKind::IndexDamaged);
        std::string later = manifest;
        later.replace(later.find("\"version\": 1"), 12, "\"version\": 9");
        writeFile(whole / "manifest.json", later);
        CHECK(opening().value().kind() == ErrorKind::IndexTooNew);
    }
    SECTION("of another network, or of one that is asked in another way")
    {
        IndexFolder::About about = builder.about();
        about.key.network = "another";
        const auto error = errorOf([&] {
            IndexRun other(*builder.network, builder.plan, food.set(), folder, about);
            other.step();
        });
        CHECK(error.value().kind() == ErrorKind::IndexOfOther);
        CHECK(error.value().phrase().value().kind == Phrase::AnotherNetwork);
        const auto single = narrowNetwork(Precision::Float32);
        about.key = indexKey(single->info(), builder.plan, "narrow");
        IndexRun asked(*single, builder.plan, food.set(), folder, about);
        CHECK(errorOf([&] { asked.step(); }).value().phrase().value().kind == Phrase::AnotherPreparation);
    }
    SECTION("two programs at once")
    {
        const IndexLock lock(food.index(), IndexLock::Kind::Alone);
        IndexRun run = builder.run(food.index(), food.set());
        CHECK(errorOf([&] { run.step(); }).value().kind() == ErrorKind::IndexBusy);
    }
    SECTION("a block of another run that is damaged is run again")
    {
        {
            IndexRun run = builder.run(food.other(), food.set(), {.block = 4});
            for (int step = 0; step < 6; ++step)
                run.step();
        }
        const fs::path blocks = food.other() / "blocks";
        const fs::path block = fs::directory_iterator(blocks)->path();
        fs::resize_file(block / "stats/0.npy", 100);
        CHECK(builder.build(food.other(), food.set(), {.block = 4}) == 16);
    }
    SECTION("layers that are not in it, and filters that it cannot tell of")
    {
        const FilterIndex index(folder);
        CHECK(errorOf([&] { index.layer("6"); }).value().kind() == ErrorKind::LayerNotIndexed);
        CHECK(errorOf([&] { index.summary(index.layer("1"), 8); }).value().kind()
            == ErrorKind::FilterOutOfRange);
        CHECK(errorOf([&] { index.summary(index.layer("1"), -1); }).value().kind()
            == ErrorKind::FilterOutOfRange);
        IndexedLayer convolution = index.layer("0");
        convolution.scale[2] = 0;
        CHECK(errorOf([&] { index.summary(convolution, 2); }).value().kind() == ErrorKind::FilterNotTold);
        // A filter whose batch norm turns it round: its largest values are the norm's smallest.
        convolution.scale[1] = -std::abs(convolution.scale[1]);
        const auto most = index.extremes(convolution, 1, End::Most);
        const auto least = index.extremes(index.layer("1"), 1, End::Least);
        REQUIRE(most.size() == least.size());
        CHECK(most.front().photo == least.front().photo);
        CHECK(most.front().value > most.back().value);
    }
}

namespace {

/// What one layer with one filter tells of a photo whose values are all the same, with that as its features.
PhotoScan scanOf(float value)
{
    PhotoScan scan;
    scan.layers.push_back({1, 1, {value}, {value}, {0}, {0}, {value}, {std::max(0.0, double(value))},
        {std::int32_t(value > 0)}});
    scan.features = {value, -value};
    return scan;
}

IndexedPhoto photoCalled(std::size_t number, bool isReadable = true)
{
    IndexedPhoto photo;
    photo.name = std::to_string(1000 + number);
    if (!isReadable)
        photo.failure = "NotAnImage";
    return photo;
}

} // namespace

TEST_CASE("each photo has its own features and values, whichever of the others cannot be read")
{
    constexpr std::size_t photos = 6;
    for (std::size_t readable = 0; readable < (1U << photos); ++readable) {
        for (const std::size_t block : {1U, 2U, 4U, 6U}) {
            TallyMaker maker({1}, {true}, true);
            IndexTally whole;
            for (std::size_t photo = 0; photo < photos; ++photo) {
                const bool isReadable = (readable >> photo & 1U) != 0;
                if (isReadable)
                    maker.add(photoCalled(photo), scanOf(float(photo + 1)), true);
                else
                    maker.addFailed(photoCalled(photo, false));
                if ((photo + 1) % block == 0)
                    whole = merged(std::move(whole), maker.take());
            }
            whole = merged(std::move(whole), maker.take());
            REQUIRE(whole.photos.size() == photos);
            REQUIRE(whole.features.width == (readable == 0 ? 0U : 2U));
            REQUIRE(whole.features.values.size() == photos * whole.features.width);
            REQUIRE(whole.values.values.size() == photos * 2);
            for (std::size_t photo = 0; photo < photos; ++photo) {
                INFO("readable " << readable << ", block " << block << ", photo " << photo);
                const bool isReadable = (readable >> photo & 1U) != 0;
                for (const HalfRows *rows : {&whole.features, &whole.values}) {
                    if (rows->width == 0)
                        continue;
                    const float kept = fromHalf(rows->values[2 * photo]);
                    CHECK((isReadable ? kept == float(photo + 1) : std::isnan(kept)));
                }
            }
        }
    }
}

namespace {

/// A tally of photos from `first` on, whose values are in no order.
IndexTally tallyOf(std::size_t first, std::size_t count)
{
    TallyMaker maker({1}, {true}, true);
    for (std::size_t photo = first; photo < first + count; ++photo)
        maker.add(photoCalled(photo), scanOf(float((photo * 7919) % 1009) + 1), true);
    return maker.take();
}

} // namespace

TEST_CASE("where the photos that filled a list have gone, it is never short for good")
{
    IndexTally tally = tallyOf(0, 150);
    REQUIRE(tally.layers[0].most[0].entries.size() == keptExtremes);
    CHECK_FALSE(hasShortLists(tally));

    SECTION("all 150 are others now")
    {
        drop(tally, std::vector<bool>(150, true));
        CHECK(tally.counted == 0);
        CHECK(tally.gone == 0);
        CHECK((merged(std::move(tally), tallyOf(0, 150)) == tallyOf(0, 150)));
    }
    SECTION("all 150 are others now, but for one that could not be read")
    {
        TallyMaker maker({1}, {true}, true);
        maker.addFailed(photoCalled(500, false));
        tally = merged(std::move(tally), maker.take());
        std::vector<bool> isDropped(151, true);
        isDropped.back() = false;
        drop(tally, isDropped);
        CHECK((merged(std::move(tally), tallyOf(0, 150)).layers == tallyOf(0, 150).layers));
    }
    SECTION("140 of 300 have gone")
    {
        tally = merged(std::move(tally), tallyOf(150, 150));
        std::vector<bool> isDropped(300, false);
        std::vector<std::size_t> byValue(300);
        std::iota(byValue.begin(), byValue.end(), 0);
        std::ranges::sort(byValue, std::greater(), [](std::size_t photo) { return photo * 7919 % 1009; });
        for (std::size_t rank = 0; rank < 140; ++rank)
            isDropped[byValue[rank]] = true;
        drop(tally, isDropped);
        CHECK(hasShortLists(tally));
    }
    SECTION("so many have gone that the list has all that are left")
    {
        std::vector<bool> isDropped(150, true);
        for (const Extreme &entry : tally.layers[0].most[0].entries)
            isDropped[std::size_t(entry.photo)] = false;
        drop(tally, isDropped);
        CHECK(tally.photos.size() == 128);
        CHECK(tally.layers[0].most[0].isComplete);
        CHECK_FALSE(tally.layers[0].least[0].isComplete);
    }
}

TEST_CASE("large values are summed up as far as there is room, and a photo beyond that leaves no trace")
{
    const auto tally = [](const std::vector<float> &values, bool isAsked = true) {
        TallyMaker maker({1}, {true}, true);
        for (std::size_t photo = 0; photo < values.size(); ++photo) {
            IndexedPhoto named = photoCalled(photo);
            named.label = 3;
            if (isAsked)
                maker.add(named, scanOf(values[photo]), true);
            else if (const auto error = errorOf([&] { maker.add(named, scanOf(values[photo]), true); })) {
                CHECK(error->kind() == ErrorKind::NotFinite);
                CHECK(error->values().size() == 1);
            }
        }
        return maker.take();
    };
    // Above 3e6, the largest before, and up to 2^31, whose square is 2^62.
    const IndexTally large = tally({4e6F, 1e9F, 2e9F});
    CHECK(large.counted == 3);
    CHECK(large.layers[0].totals[0].meanSquare.value() == Approx(16e12 + 1e18 + 4e18));
    // 1e10 is too large itself; a second 2.1e9, and a third, for the sum.
    CHECK((tally({5.0F, 3.0F, 1e10F}, false) == tally({5.0F, 3.0F})));
    const IndexTally full = tally({2.1e9F, 2.1e9F, 2.1e9F, 1.0F}, false);
    CHECK(full.counted == 3);
    CHECK(full.classPhotos.at(3) == 3);
    CHECK(full.photos.size() == 3);
    CHECK(full.values.values.size() == 6);
    CHECK(full.features.values.size() == 6);
    CHECK_FALSE(haveRoom(full, full));
    CHECK(haveRoom(full, large) == false);
    CHECK(haveRoom(full, tally({1.0F})));
    CHECK(errorOf([&] { merged(full, full); }).value().kind() == ErrorKind::NotFinite);
    // Products that do not fit are given up, in whichever order blocks come.
    TallyMaker maker({1}, {true}, false);
    maker.add(photoCalled(0), scanOf(1), false);
    maker.addProducts(0, {1e30});
    const IndexTally without = maker.take();
    CHECK(without.layers[0].products.empty());
    CHECK(merged(without, tally({1.0F})).layers[0].products.empty());
    CHECK(merged(tally({1.0F}), without).layers[0].products.empty());
}

namespace {

/// Asks an index for all that it can tell.
void askAll(const fs::path &folder)
{
    const FilterIndex index{IndexFolder(folder)};
    const std::size_t photos = index.photoCount();
    for (std::size_t photo = 0; photo < photos; ++photo)
        index.photo(photo);
    std::vector<float> features(photos * index.featuresWidth());
    index.readFeatures(0, photos, features.data());
    for (const IndexedLayer &layer : index.about().layers) {
        index.summaries(layer);
        index.triage(layer);
        for (int filter = 0; filter < layer.filters; ++filter) {
            if (!layer.scale.empty() && layer.scale[std::size_t(filter)] == 0)
                continue;
            for (const End end : {End::Most, End::Least}) {
                for (const RankedPhoto &each : index.extremes(layer, filter, end)) {
                    const FieldBox box = fieldBox(layer.field, each.y, each.x, {30, 20});
                    CHECK((box.top >= 0 && box.left >= 0 && box.top + box.height <= 20
                        && box.left + box.width <= 30));
                }
            }
            index.similar(layer, filter, 3);
            index.values(layer, filter, FilterIndex::Kept::Max);
            index.values(layer, filter, FilterIndex::Kept::Response);
        }
        if (index.keepsValues()) {
            std::vector<float> responses(photos * std::size_t(layer.filters));
            index.readResponses(layer, 0, photos, responses.data());
        }
    }
    const IndexFolder::About about = *IndexFolder(folder).about();
    const IndexTally tally = IndexFolder(folder).readWhole(about);
    IndexTally other = tally;
    drop(other, std::vector<bool>(other.photos.size(), true));
    merged(std::move(other), tally);
}

/// Places of all numbers of a JSON document, and of lists and objects; of a long list of numbers the first
/// two.
void addPlaces(const nlohmann::json &json, const nlohmann::json::json_pointer &at,
    std::vector<nlohmann::json::json_pointer> &places)
{
    if (json.is_number() || json.is_structured())
        places.push_back(at);
    for (const auto &[key, value] : json.items()) {
        if (!json.is_structured() || (json.is_array() && value.is_number() && std::stoi(key) > 1))
            continue;
        addPlaces(value, json.is_array() ? at / std::stoul(key) : at / key, places);
    }
}

} // namespace

TEST_CASE("whatever the files of an index say, what is read is what was written, or it is refused")
{
    const Food food;
    Builder builder;
    builder.plan = planIndex(*builder.network, {0, 4});
    std::ofstream(food.file("training/9_0.jpg")) << "no picture";
    builder.build(food.index(), food.set());
    askAll(food.index());
    const fs::path whole = food.index() / "whole-1";
    const auto asking = [&] { return errorOf([&] { askAll(food.index()); }); };
    const auto isRefusal = [](const std::optional<Error> &error) {
        return !error || error->kind() == ErrorKind::IndexDamaged || error->kind() == ErrorKind::NotAnIndex
            || error->kind() == ErrorKind::IndexMissing || error->kind() == ErrorKind::IndexTooNew
            || error->kind() == ErrorKind::IndexOfOther;
    };

    SECTION("any number of a JSON file, without and with a checksum that fits")
    {
        for (const fs::path &file : {food.index() / "index.json", whole / "manifest.json"}) {
            const std::string text = bytesOf(file);
            const nlohmann::json json = nlohmann::json::parse(text);
            std::vector<nlohmann::json::json_pointer> places;
            addPlaces(json, nlohmann::json::json_pointer(), places);
            REQUIRE(places.size() > 15);
            for (const auto &place : places) {
                for (const nlohmann::json &value : {nlohmann::json(-1), nlohmann::json(0), nlohmann::json(1),
                         nlohmann::json(17), nlohmann::json(100000), nlohmann::json(1e18),
                         nlohmann::json::object(), nlohmann::json::array(), nlohmann::json()}) {
                    nlohmann::json other = json;
                    other[place] = value;
                    if (other == json)
                        continue;
                    INFO(file << ' ' << place.to_string() << ' ' << value.dump());
                    writeFile(file, other.dump());
                    CHECK(asking());
                    if (!other.is_object())
                        continue;
                    writeFile(file, sealed(other));
                    CHECK(isRefusal(asking()));
                }
            }
            writeFile(file, text);
        }
        CHECK_FALSE(asking());
    }
    SECTION("an index.json and a manifest of before there were checksums")
    {
        for (const fs::path &file : {food.index() / "index.json", whole / "manifest.json"}) {
            const std::string text = bytesOf(file);
            nlohmann::json old = nlohmann::json::parse(text);
            old.erase("sha256");
            writeFile(file, old.dump(1));
            CHECK(asking().value().kind() == ErrorKind::IndexDamaged);
            writeFile(file, text);
        }
    }
    SECTION("any number of an array's header, with a checksum that fits")
    {
        const std::string manifest = bytesOf(whole / "manifest.json");
        for (const auto &entry : fs::recursive_directory_iterator(whole)) {
            const std::string name = entry.path().lexically_relative(whole).string();
            if (!name.ends_with(".npy"))
                continue;
            const std::string bytes = bytesOf(entry.path());
            const std::size_t end = bytes.find('\n');
            for (std::size_t at = 8; at < end; ++at) {
                const bool isNumber = at < 10 || (bytes[at] >= '0' && bytes[at] <= '9');
                for (const char digit : {'0', '1', '7', '\xff'}) {
                    if (!isNumber || bytes[at] == digit)
                        continue;
                    INFO(name << ' ' << at << ' ' << int(digit));
                    std::string other = bytes;
                    other[at] = digit;
                    writeFile(entry.path(), other);
                    nlohmann::json told = nlohmann::json::parse(manifest);
                    Sha256 sum;
                    sum.add({reinterpret_cast<const std::uint8_t *>(other.data()), other.size()});
                    if (told["files"].contains(name))
                        told["files"][name] = hexText(sum.digest());
                    writeFile(whole / "manifest.json", sealed(told));
                    CHECK(asking().value().kind() == ErrorKind::IndexDamaged);
                }
            }
            writeFile(entry.path(), bytes);
            writeFile(whole / "manifest.json", manifest);
        }
        CHECK_FALSE(asking());
    }
    SECTION("any number of an array, with a checksum that fits")
    {
        const std::string manifest = bytesOf(whole / "manifest.json");
        std::mt19937 random(7);
        for (const auto &entry : fs::recursive_directory_iterator(whole)) {
            const std::string name = entry.path().lexically_relative(whole).string();
            if (!name.ends_with(".npy"))
                continue;
            const std::string bytes = bytesOf(entry.path());
            const std::size_t begin = bytes.find('\n') + 1;
            for (int round = 0; round < 60 && begin < bytes.size(); ++round) {
                std::string other = bytes;
                const std::size_t at = begin + random() % std::min<std::size_t>(bytes.size() - begin, 3000);
                other[at] = char(random());
                writeFile(entry.path(), other);
                nlohmann::json told = nlohmann::json::parse(manifest);
                Sha256 sum;
                sum.add({reinterpret_cast<const std::uint8_t *>(other.data()), other.size()});
                if (told["files"].contains(name))
                    told["files"][name] = hexText(sum.digest());
                writeFile(whole / "manifest.json", sealed(told));
                INFO(name << ' ' << at);
                CHECK(isRefusal(asking()));
            }
            writeFile(entry.path(), bytes);
            writeFile(whole / "manifest.json", manifest);
        }
    }
    SECTION("NaN among the features of a photo that was read")
    {
        std::string bytes = bytesOf(whole / "features.npy");
        bytes[bytes.size() - 2] = '\0';
        bytes[bytes.size() - 1] = '\x7e';
        writeFile(whole / "features.npy", bytes);
        CHECK(asking().value().kind() == ErrorKind::IndexDamaged);
    }
}

TEST_CASE("an index whose lists would be too short is begun anew")
{
    const Food food;
    const Builder builder;
    const auto original = food.set();
    const auto copyOf = [&](const PhotoRef &photo, int copy) {
        return photo.file.parent_path() / (photo.file.stem().string() + '_' + std::to_string(copy) + ".jpg");
    };
    for (int copy = 0; copy < 9; ++copy) {
        for (const PhotoRef &photo : original->photos)
            fs::copy_file(photo.file, copyOf(photo, copy));
    }
    const std::size_t all = food.set()->photos.size();
    REQUIRE(all > keptExtremes + 16);
    builder.build(food.index(), food.set(), {.block = 40});
    const auto before = wholeOf(food.index());

    SECTION("since most photos have gone")
    {
        for (int copy = 3; copy < 9; ++copy) {
            for (const PhotoRef &photo : original->photos)
                fs::remove(copyOf(photo, copy));
        }
        const std::size_t left = food.set()->photos.size();
        builder.build(food.other(), food.set(), {.block = 20});
        const auto expected = wholeOf(food.other());
        if (GENERATE(true, false)) { // killed on the way, which the next run goes on from
            IndexRun killed = builder.run(food.index(), food.set(), {.block = 20});
            for (std::size_t step = 0; step < 31; ++step)
                killed.step();
            CHECK(killed.work().isBegunAnew);
            CHECK(killed.progress().total == int(left));
            CHECK(wholeOf(food.index()) == before);
        }
        builder.build(food.index(), food.set(), {.block = 20});
        CHECK_FALSE(IndexFolder(food.index()).about()->isAnew);
        CHECK(wholeOf(food.index()) == expected);
        CHECK(FilterIndex{IndexFolder(food.index())}.manifest().gone == 0);
        CHECK(builder.build(food.index(), food.set()) == 0);
    }
    SECTION("since it is asked for, though what is there is damaged")
    {
        fs::resize_file(food.index() / "whole-1/stats/0.npy", 100);
        CHECK(errorOf([&] { builder.build(food.index(), food.set()); }).value().kind()
            == ErrorKind::IndexDamaged);
        CHECK(builder.build(food.index(), food.set(), {.block = 40, .isAnew = true}) == all);
        CHECK(wholeOf(food.index()) == before);
    }
    SECTION("stopped by the user: what was there stays until all photos have been run")
    {
        IndexRun stopped = builder.run(food.index(), food.set(), {.block = 40, .isAnew = true});
        for (std::size_t step = 0; step < 51; ++step) // one block and ten photos
            stopped.step();
        stopped.settle();
        CHECK(wholeOf(food.index()) == before);
        CHECK(builder.build(food.index(), food.set(), {.block = 40}) == all - 50);
        CHECK(FilterIndex{IndexFolder(food.index())}.manifest().counted == std::int64_t(all));
    }
    SECTION("in shards")
    {
        for (const int shard : {1, 0})
            builder.build(
                food.index(), food.set(), {.block = 40, .shard = Shard{shard, 2}, .isAnew = shard == 1});
        CHECK(wholeOf(food.index()) == before);
        CHECK(mergeShards(IndexFolder(food.index())).photos == all);
        CHECK(wholeOf(food.index()) == before);
    }
}

TEST_CASE("lists merge to the same one in any order and grouping, with ties and with photos that go")
{
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const int photos = 1 + int(random() % 60);
        const std::size_t most = 1 + random() % 8;
        const End end = random() % 2 == 0 ? End::Most : End::Least;
        std::vector<Extreme> all;
        for (int photo = 0; photo < photos; ++photo)
            all.push_back({float(random() % 5), photo, std::int16_t(random() % 9), 0});
        std::vector<ExtremeList> parts(1 + random() % 6);
        for (const Extreme &entry : all)
            parts[random() % parts.size()].entries.push_back(entry);
        const ExtremeOrder before{end};
        for (ExtremeList &part : parts) {
            std::sort(part.entries.begin(), part.entries.end(), before);
            part = merged(part, {}, end, most);
        }
        // Some go; of what is left each list still has the right ranks.
        const int gone = int(random() % 5);
        for (ExtremeList &part : parts)
            std::erase_if(part.entries, [&](const Extreme &entry) { return entry.photo % 7 < gone; });
        std::erase_if(all, [&](const Extreme &entry) { return entry.photo % 7 < gone; });
        std::sort(all.begin(), all.end(), before);
        std::shuffle(parts.begin(), parts.end(), random);
        while (parts.size() > 1) {
            const std::size_t at = random() % (parts.size() - 1);
            parts[at] = merged(parts[at], parts[at + 1], end, most);
            parts.erase(parts.begin() + std::ptrdiff_t(at) + 1);
        }
        REQUIRE(parts.front().entries.size() <= all.size());
        all.resize(parts.front().entries.size());
        CHECK((parts.front().entries == all));
    }
}

TEST_CASE("sums are the same in any order, and half precision is NumPy's")
{
    std::mt19937 random(5);
    std::vector<double> numbers;
    for (int i = 0; i < 1000; ++i)
        numbers.push_back(std::ldexp(double(random()) - 2e9, int(random() % 60) - 50));
    ExactSum forwards;
    ExactSum backwards;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        forwards.add(numbers[i]);
        backwards.add(numbers[numbers.size() - 1 - i]);
    }
    CHECK(forwards == backwards);
    CHECK_THROWS_AS(forwards.add(1e300), std::range_error);
    CHECK(forwards == backwards);
    // Up to 2^62 a number, and 2^63 a sum; what does not fit changes nothing.
    ExactSum large;
    large.add(0x1p61);
    large.add(0x1p61);
    CHECK(large.value() == 0x1p62);
    CHECK_THROWS_AS(large.add(0x1p62), std::range_error);
    ExactSum most = large;
    CHECK_THROWS_AS(most.add(large), std::range_error);
    CHECK(most == large);
    most.add(-0x1p61);
    CHECK(most.value() == 0x1p61);
    CHECK_THROWS_AS(forwards.add(std::nan("")), std::range_error);
    ExactSum small;
    small.add(1.0 / 3);
    CHECK(small.value() == Approx(1.0 / 3).epsilon(1e-15));

    // numpy.float16(x).view(numpy.uint16)
    const std::pair<float, int> known[] = {{0.0F, 0}, {1.0F / 3, 0x3555}, {-2.5F, 0xc100}, {65504.0F, 0x7bff},
        {5.9604645e-08F, 1}, {3.1e-5F, 0x0208}, {6.1035156e-05F, 0x0400}, {2049.0F, 0x6800},
        {2051.0F, 0x6802}, {0.99999F, 0x3c00}};
    for (const auto &[number, bits] : known) {
        INFO(number);
        CHECK(toHalf(number) == bits);
    }
    CHECK(toHalf(1e6F) == 0x7bff); // where NumPy gives infinity
    for (std::uint32_t half = 0; half < 0x7c00; ++half)
        REQUIRE(toHalf(fromHalf(std::uint16_t(half))) == half);
    CHECK(std::isnan(fromHalf(toHalf(std::nanf("")))));
}

TEST_CASE("only what an index makes is removed, and only of an index")
{
    const Food food;
    const IndexFolder folder(food.other());
    const auto make = [&](const std::string &name, const std::string &text = "x") {
        fs::create_directories((food.other() / name).parent_path());
        std::ofstream(food.other() / name) << text;
    };
    const auto removing = [&] { return errorOf([&] { folder.remove(); }); };

    SECTION("folders of something else stay as they are")
    {
        const std::vector<std::vector<std::pair<std::string, std::string>>> others = {
            {{"diary.txt", "x"}},
            {{"index.json", "{}"}, {"diary.txt", "x"}},
            {{"index.json", "{}"}},
            {{"index.json", "{ \"format\": \"conv"}, {"diary.txt", "x"}},
            {{"index.json", "[1, 2]"}, {"whole-1/manifest.json", "x"}},
            {{"whole-1/photo.jpg", "x"}, {"whole-wheat.txt", "x"}},
            {{"blocks/a", "x"}, {".convscope-notes", "x"}},
        };
        for (const auto &files : others) {
            fs::remove_all(food.other());
            for (const auto &[name, text] : files)
                make(name, text);
            CHECK(removing().value().kind() == ErrorKind::NotAnIndex);
            for (const auto &[name, text] : files) {
                INFO(name);
                CHECK(bytesOf(food.other() / name) == text);
            }
            CHECK(std::distance(fs::directory_iterator(food.other()), fs::directory_iterator())
                == std::ptrdiff_t(files.size()));
        }
        fs::remove_all(food.other());
        CHECK(removing().value().kind() == ErrorKind::NotAnIndex);
        CHECK_FALSE(fs::exists(food.other()));
        fs::create_directories(food.other());
        CHECK(removing().value().kind() == ErrorKind::NotAnIndex);
        CHECK(fs::exists(food.other()));
    }
    SECTION("an index goes with its folder, whole or damaged")
    {
        const Builder builder;
        builder.build(food.other(), food.set());
        CHECK_FALSE(removing());
        CHECK_FALSE(fs::exists(food.other()));
        builder.build(food.other(), food.set());
        fs::resize_file(folder.aboutFile(), 20);
        make(".convscope-123", "half");
        CHECK_FALSE(removing());
        CHECK_FALSE(fs::exists(food.other()));
    }
    SECTION("what somebody put beside it or into it stays, whatever its name")
    {
        const Builder builder;
        builder.build(food.other(), food.set());
        const std::vector<std::string> own = {
            "diary.txt", "whole-1.txt", "whole-", "whole-b/x", ".convscope-notes", "blocks/mine/x"};
        for (const std::string &name : own)
            make(name);
        fs::remove(food.file("training/3_2.jpg"));
        builder.build(food.other(), food.set()); // which removes the whole of before
        CHECK_FALSE(removing());
        for (const std::string &name : own) {
            INFO(name);
            CHECK(bytesOf(food.other() / name) == "x");
        }
        CHECK_FALSE(fs::exists(folder.aboutFile()));
        CHECK_FALSE(fs::exists(food.other() / "whole-2"));
        CHECK_FALSE(fs::exists(food.other() / "lock"));
    }
    SECTION("a link is removed, not what it leads to")
    {
        const Builder builder;
        builder.build(food.other(), food.set());
        fs::create_directory_symlink(food.folder(), food.other() / "whole-7");
        CHECK_FALSE(removing());
        CHECK(fs::exists(food.file("training/3_2.jpg")));
    }
    SECTION("a removal or a first run that was cut off leaves nothing in the way")
    {
        const Builder builder;
        builder.build(food.other(), food.set());
        fs::remove(folder.aboutFile());
        CHECK(builder.build(food.other(), food.set()) == 16);
        CHECK_FALSE(fs::exists(food.other() / "whole-1"));
    }
}

TEST_CASE("what the system does not let be read is not taken for an index that is not there yet")
{
    const Food food;
    fs::create_symlink(food.other(), food.other()); // leads nowhere
    CHECK(errorOf([&] { IndexFolder(food.other()).about(); }).value().kind() == ErrorKind::CannotRead);
    CHECK(errorOf([&] { IndexFolder(food.file("training/3_2.jpg")).about(); }).has_value());
}
