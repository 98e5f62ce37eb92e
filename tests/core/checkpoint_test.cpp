#include "tests/core/toynetwork.h" // first: see there

#include "core/internal/tensors.h"
#include "core/network/prediction.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

#include <unistd.h>

// tests/reference/make_checkpoints.py makes the files and says what each is.

using namespace convscope;

namespace {

namespace fs = std::filesystem;

struct Refused
{
    std::string file;
    ErrorKind kind;
    std::vector<std::string> values;
};

const std::vector<Refused> &refused()
{
    using enum ErrorKind;
    static const std::vector<Refused> all = {
        {"claims-2-to-60.pth", NetworkDamaged, {"cnn.0.weight does not match its data"}},
        {"claims-overflow.pth", NetworkDamaged, {"cnn.0.weight does not match its data"}},
        {"claims-expanded.pth", NetworkDamaged, {"cnn.0.weight does not match its data"}},
        {"claims-negative-size.pth", NetworkDamaged, {"cnn.0.weight has a size that is no size"}},
        {"claims-negative-stride.pth", NetworkDamaged, {"cnn.0.bias has a size that is no size"}},
        {"claims-negative-offset.pth", NetworkDamaged, {"cnn.0.bias has a size that is no size"}},
        {"claims-far-stride.pth", NetworkDamaged, {"cnn.0.bias reaches beyond its data"}},
        {"claims-far-offset.pth", NetworkDamaged, {"cnn.0.bias reaches beyond its data"}},
        {"claims-no-size.pth", NetworkDamaged, {"cnn.0.bias does not match its data"}},
        {"claims-text-size.pth", NetworkDamaged, {"cnn.0.bias has a size that is no size"}},
        {"claims-fewer-strides.pth", NetworkDamaged, {"cnn.0.bias has a size that is no size"}},
        {"one-for-many.pth", NetworkDamaged, {"its tensors are far larger than the file"}},
        {"storage-missing.pth", NetworkDamaged, {"data/absent is missing"}},
        {"storage-complex.pth", NetworkNeedsCode, {"torch.ComplexFloatStorage"}},
        {"calls-system.pth", NetworkNeedsCode, {"posix.system"}},
        {"calls-system-whole.pth", NetworkNeedsCode, {"posix.system"}},
        {"whole-module.pth", NetworkNeedsCode, {"narrow.Classifier"}},
        {"whole-module-under-key.pth", NetworkNeedsCode, {"narrow.Classifier"}},
        {"other.safetensors", NetworkUnknownArchitecture, {}},
        {"far.safetensors", NetworkDamaged, {"cnn.0.bias reaches beyond its data"}},
        {"backwards.safetensors", NetworkDamaged, {"cnn.0.bias reaches beyond its data"}},
        {"short.safetensors", NetworkDamaged, {"cnn.0.bias does not match its data"}},
        {"overflow.safetensors", NetworkDamaged, {"cnn.0.bias does not match its data"}},
        {"negative.safetensors", NetworkDamaged, {"cnn.0.bias has a size that is no size"}},
        {"overlap.safetensors", NetworkDamaged, {"tensors overlap"}},
        {"type.safetensors", NetworkDamaged, {"cnn.0.bias has an unknown type"}},
        {"header-cut.safetensors", NetworkDamaged, {"header"}},
        {"header-long.safetensors", NotANetwork, {"zip archive or safetensors header"}},
        {"legacy.pth", NetworkLegacyFormat, {}},
        {"legacy-tar.pth", NetworkLegacyFormat, {}},
        {"compressed.pth", NetworkCompressed, {"data.pkl"}},
        {"bomb.pth", NetworkCompressed, {"data.pkl"}},
        {"other-zip.pth", NotANetwork, {"data.pkl"}},
        {"byte-flipped.pth", NetworkDamaged, {}},
        {"entry-too-long.pth", NetworkDamaged, {}},
        {"pickle-cut.pth", NetworkDamaged, {"data.pkl ends too early"}},
        {"pickle-is-text.pth", NetworkDamaged, {}},
        {"big-endian.pth", NetworkDamaged, {"byteorder"}},
        {"without-weights.pth", NetworkWithoutWeights, {"epoch, val_acc"}},
        {"list.pth", NetworkWithoutWeights, {""}},
        {"resnet.pth", NetworkUnknownArchitecture, {}},
        {"conv-does-not-fit.pth", NetworkShapesDoNotFit, {"cnn.4.weight", "[2, 2, 3, 3]", "[2, 5, 3, 3]"}},
        {"norm-does-not-fit.pth", NetworkShapesDoNotFit, {"cnn.1.running_mean", "[2]", "[3]"}},
        {"linear-does-not-fit.pth", NetworkShapesDoNotFit, {"fc.0.weight", "[4, 32]", "[4, 33]"}},
        {"second-linear-does-not-fit.pth", NetworkShapesDoNotFit, {"fc.3.weight", "[3, 4]", "[3, 5]"}},
        {"norm-without-statistics.pth", NetworkUnknownArchitecture, {}},
        {"norm-without-variance.pth", NetworkUnknownArchitecture, {"cnn.1.running_var", "[2]"}},
        {"even-kernel.pth", NetworkUnknownArchitecture, {"cnn.0", "a square, odd kernel"}},
        {"oblong-kernel.pth", NetworkUnknownArchitecture, {"cnn.0", "a square, odd kernel"}},
        {"without-classifier.pth", NetworkUnknownArchitecture, {}},
        {"wide-gap.pth", NetworkUnknownArchitecture, {}},
        {"integers.pth", NetworkUnknownArchitecture, {"fc.3.bias", "floating-point numbers"}},
        {"nan.pth", NotFinite, {"fc.3.bias"}},
        {"infinite.pth", NotFinite, {"cnn.0.bias"}},
        {"negative-variance.pth", NotFinite, {"cnn.1.running_var"}},
        {"too-large-for-float.pth", NotFinite, {"fc.3.bias"}},
    };
    return all;
}

Error refusalOf(const fs::path &file)
{
    const auto error = errorOf([&] { openNetwork(file, {"cpu", Precision::Float32}); });
    REQUIRE(error);
    return *error;
}

std::string bytesOf(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A file that lives as long as the test.
class TemporaryFile
{
public:
    explicit TemporaryFile(const std::string &bytes)
        : m_path(fs::temp_directory_path() / ("convscope-checkpoint-test-" + std::to_string(::getpid())))
    {
        std::ofstream(m_path, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { fs::remove(m_path); }
    const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

} // namespace

TEST_CASE("checkpoints of every kind that people have answer as PyTorch does")
{
    Image image{128, 128, {}};
    for (int i = 0; i < 128 * 128 * 3; ++i)
        image.pixels.push_back(std::uint8_t(7 * i % 251));
    const auto expected = nlohmann::json::parse(referenceText("checkpoints.json"));
    REQUIRE(expected.size() == 31);
    for (const auto &[file, logits] : expected.items()) {
        INFO(file);
        const auto network = openNetwork(testFile("checkpoints/" + file), {"cpu", Precision::Float64});
        const std::vector<double> answer = predict(*network, image).logits;
        REQUIRE(answer.size() == logits.size());
        for (std::size_t i = 0; i < answer.size(); ++i)
            CHECK(std::abs(answer[i] - logits[i].get<double>()) < 1e-9);
    }
}

TEST_CASE("files that are no such checkpoint are refused with what is wrong")
{
    for (const Refused &each : refused()) {
        INFO(each.file);
        const fs::path file = testFile("checkpoints/" + each.file);
        REQUIRE(fs::exists(file));
        const Error error = refusalOf(file);
        CHECK(std::string(name(error.kind())) == name(each.kind));
        CHECK(error.file() == file);
        if (!each.values.empty())
            CHECK(error.values() == each.values);
    }
    CHECK_FALSE(fs::exists("convscope-ran-code"));
}

TEST_CASE("every made checkpoint is in one of the tests")
{
    std::set<std::string> known = {"overflowing-answer.pth"}; // see prediction_test.cpp
    for (const Refused &each : refused())
        known.insert(each.file);
    const auto expected = nlohmann::json::parse(referenceText("checkpoints.json"));
    for (const auto &[file, logits] : expected.items())
        known.insert(file);
    for (const auto &entry : fs::directory_iterator(testFile("checkpoints")))
        CHECK(known.contains(entry.path().filename().string()));
}

TEST_CASE("what is no readable file is refused")
{
    CHECK(refusalOf(testFile("absent.pth")).kind() == ErrorKind::NoSuchFile);
    CHECK(refusalOf(testFile("narrow.pth") / "below-a-file").kind() == ErrorKind::NoSuchFile);
    CHECK(refusalOf(testFile("food")).kind() == ErrorKind::CannotRead);
    CHECK(refusalOf("/dev/zero").kind() == ErrorKind::CannotRead);
    CHECK(refusalOf(testFile("food/validation/3_1.jpg")).kind() == ErrorKind::NotANetwork);
    CHECK(refusalOf(TemporaryFile("").path()).kind() == ErrorKind::FileEmpty);
    CHECK(refusalOf(TemporaryFile("cnn.0.weight = 1\n").path()).kind() == ErrorKind::NotANetwork);
    CHECK(refusalOf(TemporaryFile("P").path()).kind() == ErrorKind::NotANetwork);
    CHECK(refusalOf(TemporaryFile("PK\3\4").path()).kind() == ErrorKind::NetworkDamaged);
}

TEST_CASE("a truncated checkpoint is damaged wherever it was cut")
{
    const std::string whole = bytesOf(testFile("checkpoints/bare.pth"));
    for (std::size_t length = 4; length < whole.size(); length += 97) {
        INFO(length);
        CHECK(refusalOf(TemporaryFile(whole.substr(0, length)).path()).kind() == ErrorKind::NetworkDamaged);
    }
}

TEST_CASE("a device that is not there is the device's error, not the file's")
{
    const auto error = errorOf([] { openNetwork(testFile("narrow.pth"), {"cuda:99", Precision::Float32}); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::DeviceUnavailable);
    CHECK(error->file().empty());
}
