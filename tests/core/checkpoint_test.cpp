#include "tests/core/toynetwork.h" // first: see there

#include "core/engine/tensors.h"
#include "core/network/prediction.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <nlohmann/json.hpp>

#include <algorithm>
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
        {"claims-no-size.pth", NetworkShapesDoNotFit, {"cnn.0.bias", "[2]", "[0]"}},
        {"claims-text-size.pth", NetworkDamaged, {"cnn.0.bias has a size that is no size"}},
        {"claims-fewer-strides.pth", NetworkDamaged, {"cnn.0.bias has a size that is no size"}},
        {"one-for-many.pth", NetworkDamaged, {"its tensors are far larger than the file"}},
        {"storage-missing.pth", NetworkDamaged, {"data/absent is missing"}},
        {"storage-complex.pth", NetworkTensorUnusual, {"cnn.0.bias", "complex"}},
        {"sparse.pth", NetworkTensorUnusual, {"cnn.0.weight", "sparse"}},
        {"quantized.pth", NetworkTensorUnusual, {"fc.0.weight", "quantized"}},
        {"meta.pth", NetworkTensorUnusual, {"fc.0.weight", "meta"}},
        {"calls-system.pth", NetworkNeedsCode, {"posix.system"}},
        {"calls-system-whole.pth", NetworkNeedsCode, {"posix.system", "whole"}},
        {"whole-module.pth", NetworkNeedsCode, {"narrow.Classifier", "whole"}},
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
        {"header-long.safetensors", NotANetwork, {"ArchiveOrSafeTensors"}},
        {"legacy.pth", FileOfOtherKind, {}},
        {"legacy-tar.pth", FileOfOtherKind, {}},
        {"plain.tar", FileOfOtherKind, {}},
        {"network.zip", FileOfOtherKind, {}},
        {"keras.zip", FileOfOtherKind, {}},
        {"numpy.zip", FileOfOtherKind, {}},
        {"export.zip", NetworkDamaged, {"serialized_exported_program.json"}},
        {"export-folder.zip", NetworkDamaged, {"models/model.json"}},
        {"tensorflow.zip", FileOfOtherKind, {}},
        {"aot-inductor.zip", FileOfOtherKind, {}},
        {"onnx.zip", FileOfOtherKind, {}},
        {"core-ml.zip", FileOfOtherKind, {}},
        {"compressed.pth", NetworkCompressed, {"data.pkl"}},
        {"bomb.pth", NetworkCompressed, {"data.pkl"}},
        {"other-zip.pth", NotANetwork, {"data.pkl"}},
        {"byte-flipped.pth", NetworkDamaged, {}},
        {"entry-too-long.pth", NetworkDamaged, {}},
        {"pickle-cut.pth", NetworkDamaged, {"data.pkl ends too early"}},
        {"pickle-is-text.pth", NetworkDamaged, {}},
        {"big-endian.pth", NetworkDamaged, {"byteorder"}},
        {"without-weights.pth", NetworkWithoutWeights, {"epoch, val_acc"}},
        {"numbers.pth", NetworkWithoutWeights, {""}},
        {"nameless.pth", NetworkWithoutNames, {"39"}},
        {"arrays.pth", NetworkOfArrays, {"[\"state_dict\"]"}},
        {"head-beside.pth", NetworkUnknownArchitecture, {}},
        {"average-over-maps.pth", NetworkShapesDoNotFit, {"fc.0.weight", "[4, 32]", "[4, 2]"}},
        {"resnet.pth", NetworkUnknownArchitecture, {}},
        {"conv-does-not-fit.pth", NetworkShapesDoNotFit, {"cnn.4.weight", "[2, 2, 3, 3]", "[2, 5, 3, 3]"}},
        {"norm-does-not-fit.pth", NetworkShapesDoNotFit, {"cnn.1.running_mean", "[2]", "[3]"}},
        {"linear-does-not-fit.pth", NetworkShapesDoNotFit, {"fc.0.weight", "[4, 32]", "[4, 33]"}},
        {"second-linear-does-not-fit.pth", NetworkShapesDoNotFit, {"fc.3.weight", "[3, 4]", "[3, 5]"}},
        {"norm-without-statistics.pth", NetworkUnknownArchitecture, {}},
        {"norm-without-variance.pth", NetworkUnknownArchitecture, {"cnn.1.running_var", "[2]"}},
        {"even-kernel.pth", NetworkUnknownArchitecture, {"cnn.0", "SquareOddKernel"}},
        {"oblong-kernel.pth", NetworkUnknownArchitecture, {"cnn.0", "SquareOddKernel"}},
        {"without-classifier.pth", NetworkUnknownArchitecture, {}},
        {"wide-gap.pth", NetworkUnknownArchitecture, {}},
        {"integers.pth", NetworkUnknownArchitecture, {"fc.3.bias", "FloatingPoint"}},
        {"nan.pth", NotFinite, {"fc.3.bias"}},
        {"infinite.pth", NotFinite, {"cnn.0.bias"}},
        {"negative-variance.pth", NotFinite, {"cnn.1.running_var"}},
        {"too-large-for-float.pth", NotFinite, {"fc.3.bias"}},
    };
    return all;
}

/// The picture that the expected values were computed for.
Image picture(InputSize size = {})
{
    Image image{size.width, size.height, {}};
    for (int i = 0; i < size.width * size.height * 3; ++i)
        image.pixels.push_back(std::uint8_t(7 * i % 251));
    return image;
}

std::unique_ptr<Network> opened(const std::string &file, std::optional<InputDescription> input = {})
{
    return openNetwork(testFile("checkpoints/" + file), {testDevice(), Precision::Float64, std::move(input)});
}

/// What is said of a checkpoint, but for what is said of every one.
Notes notesOn(const std::string &file)
{
    Notes notes = opened(file)->info().notes;
    std::erase_if(notes, [](const Note &note) { return note.kind == Note::ModulesAssumed; });
    return notes;
}

Error refusalOf(const fs::path &file)
{
    const auto error = errorOf([&] { openNetwork(file, {testDevice(), Precision::Float32}); });
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
    const auto expected = nlohmann::json::parse(referenceText("checkpoints.json"));
    REQUIRE(expected.size() == 56);
    for (const auto &[file, logits] : expected.items()) {
        INFO(file);
        const auto network = openNetwork(testFile("checkpoints/" + file), {testDevice(), Precision::Float64});
        const std::vector<double> answer = predict(*network, picture(network->info().input.size)).logits;
        REQUIRE(answer.size() == logits.size());
        for (std::size_t i = 0; i < answer.size(); ++i)
            CHECK(std::abs(answer[i] - logits[i].get<double>()) < 1e-9);
    }
}

TEST_CASE("what was taken of a checkpoint, and what was not, is said")
{
    CHECK(notesOn("bare.pth").empty());
    CHECK(notesOn("training.pth").empty());
    CHECK(notesOn("averaged.pth") == Notes{{Note::TensorsIgnored, {"n_averaged"}}});
    CHECK(notesOn("averaged.safetensors") == Notes{{Note::TensorsIgnored, {"n_averaged"}}});
    CHECK(notesOn("criterion.pth") == Notes{{Note::TensorsIgnored, {"criterion.weight"}}});
    CHECK(notesOn("metric.pth") == Notes{{Note::TensorsIgnored, {"train_acc.correct"}}});
    CHECK(notesOn("metric-at-the-top.pth") == Notes{{Note::TensorsIgnored, {"n_averaged, loss.weight"}}});
    CHECK(notesOn("only-ema.pth") == Notes{{Note::WeightsChosen, {"model_ema", ""}}});
    CHECK(notesOn("two-states.pth") == Notes{{Note::WeightsChosen, {"state_dict", "state_dict_ema"}}});
    CHECK(notesOn("two-prefixes.pth") == Notes{{Note::WeightsChosen, {"teacher", "student"}}});
    CHECK(notesOn("nested.pth") == Notes{{Note::WeightsChosen, {"checkpoint.model_state_dict", ""}}});
    CHECK(notesOn("tuple.pth") == Notes{{Note::WeightsChosen, {"1", ""}}});
}

TEST_CASE("a checkpoint's own class names are used where there are as many as classes")
{
    using Names = std::vector<std::string>;
    const Names flowers = {"daisy", "rose", "tulip"};
    CHECK(opened("classes.pth")->info().input.classNames == flowers);
    CHECK(opened("class_to_idx.pth")->info().input.classNames == flowers);
    CHECK(opened("idx_to_class.pth")->info().input.classNames == flowers);
    CHECK(opened("classes-of-others.pth")->info().input.classNames.empty());
    InputDescription told;
    told.classNames = {"a", "b", "c"};
    CHECK(opened("classes.pth", told)->info().input.classNames == told.classNames);
}

TEST_CASE("the size of the pictures follows from the weights where nobody tells it")
{
    for (const int side : {64, 96, 224}) {
        const std::string file = "size-" + std::to_string(side) + ".pth";
        const std::string text = std::to_string(side);
        CHECK(opened(file)->info().input.size == InputSize{side, side});
        CHECK(notesOn(file) == Notes{{Note::SizeFromWeights, {text, text}}});
        const auto error = errorOf([&] { opened(file, food11Input()); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::NetworkTakesOtherSize);
        CHECK(error->values() == std::vector<std::string>{"128", "128", text, text});
    }
    CHECK(opened("gray.pth")->info().input.channels == InputDescription::Channels::Gray);
    CHECK(notesOn("gray.pth") == Notes{Note::GrayFromWeights});
}

TEST_CASE("one output is shown as two classes by a sigmoid")
{
    const auto network = opened("one-output.pth");
    CHECK(network->info().classCount == 2);
    CHECK(notesOn("one-output.pth") == Notes{Note::OneOutput});
    const Prediction answer = predict(*network, picture());
    CHECK(answer.probabilities.at(1) == Approx(1 / (1 + std::exp(-answer.logits.at(1)))));
}

TEST_CASE("the same weights with other modules between them answer as PyTorch does")
{
    const Precision precision = GENERATE(Precision::Float64, Precision::Float32);
    const bool isExact = precision == Precision::Float64;
    for (const auto &each : nlohmann::json::parse(referenceText("modules.json"))) {
        const std::string description = each["description"].dump();
        INFO(description);
        NetworkOptions options{testDevice(), precision};
        if (!each["description"].empty())
            options.input = inputFromJson(description);
        const auto network = openNetwork(testFile("checkpoints/modules.pth"), options);
        CHECK(network->info().layers[2].kind == each["kind"].get<std::string>());
        const std::vector<double> logits = predict(*network, picture()).logits;
        for (std::size_t i = 0; i < logits.size(); ++i)
            CHECK(logits[i] == Approx(each["logits"][i].get<double>()).margin(isExact ? 1e-9 : 1e-4));
        const at::Tensor input = inputTensor(*network, picture()).set_requires_grad(true);
        CHECK(network->activations(input, 3).sum().item<double>()
            == Approx(each["maps"].get<double>()).epsilon(isExact ? 1e-9 : 1e-4));
        // Kinks decide otherwise by rounding in float32, here and in PyTorch.
        CHECK(inputGradient(network->logits(input)[0][1], input).abs().sum().item<double>()
            == Approx(each["gradient"].get<double>()).epsilon(isExact ? 1e-9 : 1e-2));
        const bool isAssumed = std::any_of(network->info().notes.begin(), network->info().notes.end(),
            [](const Note &note) { return note.kind == Note::ModulesAssumed; });
        CHECK(isAssumed == each["description"].empty());
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
        std::vector<std::string> values = error.values();
        if (error.phrase())
            values.push_back(name(error.phrase()->kind));
        if (!each.values.empty())
            CHECK(values == each.values);
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
    CHECK((error->kind() == ErrorKind::DeviceUnavailable || error->kind() == ErrorKind::NoGpu));
    CHECK(error->file().empty());
}
