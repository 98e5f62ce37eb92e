#include "core/data/input.h"
#include "core/data/photo.h"
#include "core/engine/tensors.h"
#include "tests/core/picturesummary.h"
#include "tests/core/toynetwork.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <unistd.h>

// tests/reference/inputs.py computes what torchvision makes of the photos.

using namespace convscope;

namespace {

namespace fs = std::filesystem;
using Channels = InputDescription::Channels;

/// A folder that lives as long as the test.
class Folder
{
public:
    Folder()
        : m_path(fs::temp_directory_path() / ("convscope-input-test-" + std::to_string(::getpid())))
    {
        fs::remove_all(m_path);
        fs::create_directory(m_path);
    }
    ~Folder() { fs::remove_all(m_path); }

    fs::path write(const std::string &name, const std::string &text) const
    {
        std::ofstream(m_path / name, std::ios::binary) << text;
        return m_path / name;
    }
    fs::path copy(const fs::path &file, const std::string &name) const
    {
        fs::copy_file(file, m_path / name);
        return m_path / name;
    }

private:
    fs::path m_path;
};

std::map<std::string, InputDescription> inputs()
{
    return {{"imagenet", imagenetInput()}, {"oblong", {{61, 40}, 61}}, {"odd", {{26, 27}, 64}},
        {"stretched", {{47, 31}}}, {"gray", {{32, 32}, 32, Channels::Gray}}};
}

nlohmann::json reference() { return nlohmann::json::parse(referenceText("inputs.json")); }

} // namespace

TEST_CASE("photos are prepared for other networks byte for byte as torchvision does")
{
    const nlohmann::json all = reference();
    for (const auto &[photo, expected] : all.items()) {
        if (photo == "normalised")
            continue;
        for (const auto &[name, input] : inputs()) {
            INFO(photo << ' ' << name);
            CHECK(summary(loadPhoto({testFile(photo), {}}, input).input) == summary(expected[name]));
        }
    }
}

TEST_CASE("the network normalises as torchvision does")
{
    const Photo photo = loadPhoto({testFile("food/validation/3_1.jpg"), {}}, imagenetInput());
    test::ToyNetwork network([](const at::Tensor &) { return at::Tensor(); });
    const at::Tensor picture = inputTensor(network, photo.input).to(at::kDouble).set_requires_grad(true);
    const at::Tensor values = normalised(picture, imagenetInput());
    const auto expected = reference()["normalised"];
    for (int channel = 0; channel < 3; ++channel)
        CHECK(values[0][channel].mean().item<double>()
            == Approx(expected["means"][std::size_t(channel)].get<double>()).epsilon(1e-9));
    CHECK(values.square().mean().item<double>() == Approx(expected["squares"].get<double>()).epsilon(1e-9));
    // d((x − mean)/deviation)/dx = 1/deviation
    CHECK(inputGradient(values.sum(), picture)[0][0][5][7].item<double>() == Approx(1 / 0.229));
}

TEST_CASE("channels reach the network in its own order")
{
    const at::Tensor picture = at::tensor({0.25, 0.5, 0.75}, at::kDouble).view({1, 3, 1, 1});
    const auto values = [&](const InputDescription &input) {
        const at::Tensor flat = normalised(picture, input).reshape({-1});
        return std::vector<double>(flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel());
    };
    InputDescription input;
    CHECK(values(input) == std::vector<double>{0.25, 0.5, 0.75});
    input.channels = Channels::BGR;
    CHECK(values(input) == std::vector<double>{0.75, 0.5, 0.25});
    input.mean = {0.25, 0, 0};
    input.deviation = {0.5, 1, 0.125};
    CHECK(values(input) == std::vector<double>{1, 0.5, 2});
    CHECK(values({{}, 0, Channels::Gray, {0.25}, {0.25}}) == std::vector<double>{1});
}

TEST_CASE("an input description is read and written")
{
    const Folder folder;
    const fs::path file = folder.write("a.json", R"({"size": [320, 240], "resize": 400, "channels": "BGR",
        "mean": [0.1, 0.2, 0.3], "std": [1, 2, 3], "classes": ["a", "b"]})");
    const InputDescription input = readInput(file);
    CHECK(input == InputDescription{{320, 240}, 400, Channels::BGR, {0.1, 0.2, 0.3}, {1, 2, 3}, {"a", "b"}});
    CHECK(readInput(folder.write("b.json", toJson(input))) == input);
    CHECK(inputOf(file.string()) == input);
    CHECK(inputOf("food11") == InputDescription{});
    CHECK(inputOf("imagenet").resize == 256);
    CHECK(readInput(folder.write("c.json", R"({"size": 64})")) == InputDescription{{64, 64}});
    CHECK(inputFromJson(toJson(input)) == input);
    CHECK(errorOf([] { inputFromJson("{"); })->kind() == ErrorKind::NotAnInputDescription);
    CHECK(readInput(folder.write("e.json", R"({"mean": 0.5, "std": 0.2})")).deviation
        == std::vector<double>{0.2, 0.2, 0.2});
    CHECK(readInput(folder.write("f.json", R"({"channels": "gray", "mean": 0.5, "std": 0.2})")).mean
        == std::vector<double>{0.5});
    const InputDescription leaky = readInput(folder.write(
        "g.json", R"({"activation": "leaky_relu", "slope": 0.2, "pool": "avg", "epsilon": 0.001})"));
    REQUIRE(leaky.modules);
    CHECK(*leaky.modules
        == Modules{
            Modules::Activation::LeakyReLU, Modules::Activation::ReLU, 0.2, Modules::Pool::Average, 1e-3});
    CHECK(inputFromJson(toJson(leaky)) == leaky);
    CHECK(readInput(folder.write("d.json", toJson(imagenetInput()))) == imagenetInput());
}

TEST_CASE("wrong input descriptions are refused with what is wrong")
{
    const Folder folder;
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {R"({"size": 0})", "size"},
        {R"({"size": [1, 2, 3]})", "size"},
        {R"({"size": 1e300})", "size"},
        {R"({"size": 99999})", "size"},
        {R"({"size": 224, "resize": 200})", "resize"},
        {R"({"size": 224, "resize": -1})", "resize"},
        {R"({"size": 224, "channels": "RGBA"})", "channels"},
        {R"({"mean": [1, 2], "std": [1, 2]})", "mean"},
        {R"({"mean": [1, 2, 3]})", "std"},
        {R"({"mean": [1, 2, 3], "std": [1, 0, 1]})", "std"},
        {R"({"channels": "gray", "mean": [1, 2, 3], "std": [1, 1, 1]})", "mean"},
        {R"({"mean": "x"})", "mean"},
        {R"({"classes": [1]})", "classes"},
        {R"({"activation": "prelu"})", "activation"},
        {R"({"activation": 3})", "activation"},
        {R"({"slope": -1})", "slope"},
        {R"({"pool": "min"})", "pool"},
        {R"({"epsilon": 0})", "epsilon"},
        {R"({"output": -1})", "output"},
        {R"({"output": [1]})", "output"},
        {R"({"format": "convscope-input", "version": 2})", "version"},
    };
    for (const auto &[text, key] : wrong) {
        INFO(text);
        const fs::path file = folder.write("wrong.json", text);
        const auto error = errorOf([&] { readInput(file); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::InvalidOption);
        CHECK(error->file() == file);
        CHECK(error->values().at(0) == key);
        CHECK(error->phrase());
    }
    const auto unknown =
        errorOf([&] { readInput(folder.write("key.json", R"({"size": 4, "means": [1]})")); });
    REQUIRE(unknown);
    CHECK(unknown->kind() == ErrorKind::UnknownKey);
    CHECK(unknown->values().at(0) == "means");
    for (const std::string text : {"[]", "{}", "size", R"({"epochs": 3})", "\xff{"}) {
        const auto error = errorOf([&] { readInput(folder.write("other.json", text)); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::NotAnInputDescription);
    }
    using Place = std::vector<std::string>;
    for (const auto &[text, place] : {std::pair<std::string, Place>("{", {"1", "2"}),
             {"{\n \"é\" 3}", {"2", "6"}}, {std::string(100000, '['), {"1", "100001"}}}) {
        const auto error = errorOf([&, &broken = text] { readInput(folder.write("broken.json", broken)); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::JsonBroken);
        CHECK(error->values() == place);
    }
    const auto quoted = errorOf([&] { readInput(folder.write("quoted.json", R"({"pool": "min"})")); });
    CHECK(quoted->values().at(1) == "min");
}

TEST_CASE("a network takes the description and the class names that lie beside it")
{
    const Folder folder;
    const fs::path network = folder.copy(testFile("torchscript/residual-traced.pt"), "net.pt");
    CHECK(openNetwork(network)->info().input == food11Input());
    CHECK(openNetwork(network)->info().inputOrigin == InputOrigin::Network);
    folder.write("labels.txt", "a\nb\nc\nd\ne\n");
    CHECK(openNetwork(network)->info().input.classNames == std::vector<std::string>{"a", "b", "c", "d", "e"});
    CHECK(openNetwork(network)->info().input.size == InputSize{128, 128});

    folder.write("net.pt.json", R"({"size": 96})");
    CHECK(openNetwork(network)->info().input.size == InputSize{96, 96});
    folder.write("net.json", R"({"epochs": 3})"); // something else
    CHECK(openNetwork(network)->info().input.size == InputSize{96, 96});
    folder.write("net.json", R"({"size": 64, "classes": ["1", "2", "3", "4", "5"]})");
    CHECK(openNetwork(network)->info().input.size == InputSize{64, 64});
    CHECK(openNetwork(network)->info().input.classNames.at(4) == "5");
    CHECK(openNetwork(network)->info().layers[0].height == 16); // a stride of 4
    CHECK(openNetwork(network)->info().inputOrigin == InputOrigin::Beside);
    CHECK(openNetwork(network, {.input = food11Input()})->info().inputOrigin == InputOrigin::Told);
    CHECK(openNetwork(network, {.input = food11Input()})->info().input.size == InputSize{128, 128});

    folder.write("net.json", R"({"classes": ["1", "2"]})");
    const auto misnamed = openNetwork(network);
    CHECK(misnamed->info().input.classNames.empty());
    CHECK(misnamed->info().notes == Notes{Note::ClassNamesDoNotFit});
    const fs::path wrong = folder.write("net.json", R"({"size": "large"})");
    const auto error = errorOf([&] { openNetwork(network); });
    REQUIRE(error);
    CHECK(error->file() == wrong);
}

TEST_CASE("another program's JSON beside a network is left alone, and that is said")
{
    const Folder folder;
    const fs::path network = folder.copy(testFile("checkpoints/bare.pth"), "best.pth");
    for (const char *record : {R"({"classes": ["a", "b"], "epoch": 3})", R"({"size": 224, "lr": 0.1})",
             R"({"size": "large", "epochs": 3})", R"({"mean": 0.5, "std": 0.2})"}) {
        folder.write("best.json", record);
        const NetworkInfo info = openNetwork(network)->info();
        CHECK(info.input == food11Input());
        CHECK(info.notes.front() == Note(Note::DescriptionIgnored, {"best.json"}));
        CHECK(placeForInput(network).filename() == "best.pth.json"); // it stays
    }
    folder.write("best.json", R"({"epoch": 3, "lr": 0.1})");
    CHECK(openNetwork(network)->info().notes.front().kind == Note::ModulesAssumed);
    folder.write("best.json", R"({"format": "convscope-input", "epoch": 3})"); // meant for us, and wrong
    CHECK(errorOf([&] { openNetwork(network); })->kind() == ErrorKind::UnknownKey);
    folder.write("best.json", "{}");
    folder.write("labels.txt", "\xc3\xe6\xb0\xfc\n");
    CHECK(openNetwork(network)->info().notes.front() == Note(Note::ClassNamesUnreadable, {"labels.txt"}));
}

TEST_CASE("a description is written where it is found")
{
    const Folder folder;
    const fs::path network = folder.write("net.pt", "");
    CHECK(placeForInput(network).filename() == "net.json");
    folder.write("net.json", R"({"epochs": 3})"); // something else, and stays
    CHECK(placeForInput(network).filename() == "net.pt.json");
    folder.write("net.pt.json", "no JSON");
    CHECK(placeForInput(network).empty());
    folder.write("net.json", toJson(imagenetInput()));
    CHECK(placeForInput(network).filename() == "net.json");
    fs::remove(network.parent_path() / "net.json");
    folder.write("net.pt.json", toJson(food11Input()));
    CHECK(placeForInput(network).filename() == "net.pt.json"); // not beside it, where it would go before
}

TEST_CASE("an input that nobody tells is one that the network runs on")
{
    const NetworkInfo gray = openNetwork(testFile("torchscript/gray-traced.pt"))->info();
    CHECK(gray.input == InputDescription{{128, 128}, 0, Channels::Gray});
    CHECK(gray.notes == Notes{Note::InputGuessed});
    const NetworkInfo digits = openNetwork(testFile("torchscript/digits-traced.pt"))->info();
    CHECK(digits.input == InputDescription{{28, 28}, 0, Channels::Gray});

    const auto told = errorOf([] {
        openNetwork(testFile("torchscript/digits-traced.pt"), {.input = {{{64, 64}, 0, Channels::Gray}}});
    });
    REQUIRE(told);
    CHECK(told->kind() == ErrorKind::NetworkDoesNotRun);
    CHECK(told->values().at(0) == "64");
    CHECK(told->values().at(1) == "64");
    CHECK(told->values().at(2).find("shapes cannot be multiplied") != std::string::npos);
    const auto channels = errorOf([] { openNetwork(testFile("torchscript/five-channels.pt")); });
    REQUIRE(channels);
    CHECK(channels->phrase() == Phrase{Phrase::TakesChannels, {"5"}});
    const auto checkpoint = errorOf([] {
        openNetwork(testFile("narrow.pth"), {.input = {{{}, 0, Channels::Gray}}});
    });
    REQUIRE(checkpoint);
    CHECK(checkpoint->kind() == ErrorKind::NetworkDoesNotRun);
}

TEST_CASE("gray photos are answered as gray tensors are")
{
    const auto network =
        openNetwork(testFile("torchscript/gray-traced.pt"), {testDevice(), Precision::Float64});
    const Photo photo = loadPhoto({testFile("food/validation/3_1.jpg"), {}}, network->info().input);
    CHECK(photo.input.pixels[0] == photo.input.pixels[1]);
    const at::Tensor picture = inputTensor(*network, photo.input).set_requires_grad(true);
    const at::Tensor gradient = inputGradient(network->logits(picture)[0][1], picture);
    // A third for each of the channels that the gray is the mean of.
    CHECK(at::equal(gradient[0][0], gradient[0][2]));
    CHECK(gradient.abs().max().item<double>() > 0);
}
