// Compares network files with what PyTorch computed: exports [--float64] [--times N] FILE.pt2|FILE.onnx
// VALUES.npz … VALUES.npz, from numpy.savez: `input` 1×C×H×W as the network takes it, `output` or `output_0`,
// `input_grad` of output[0, 1], `act:MODULE` of convolutions, or `stat:MODULE`, and `cam:MODULE`, Grad-CAM
// for class 1 before it is resized. Prints the largest difference of each as a share of the largest value,
// and how long things take.

#include "core/engine/outputs.h"
#include "core/engine/tensors.h"
#include "core/error.h"
#include "core/network/network.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <zip.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

using namespace convscope;

namespace {

using Arrays = std::map<std::string, at::Tensor>;

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

at::ScalarType typeOf(const std::string &header)
{
    for (const auto &[text, type] : {std::pair{"'<f4'", at::kFloat}, {"'<f8'", at::kDouble},
             {"'<f2'", at::kHalf}, {"'<i8'", at::kLong}}) {
        if (header.find(text) != std::string::npos)
            return type;
    }
    return at::kByte; // of texts, which nobody asks for
}

at::Tensor parsed(const std::string &bytes)
{
    const auto length = std::size_t(std::uint8_t(bytes[8])) + 256 * std::size_t(std::uint8_t(bytes[9]));
    const std::string header = bytes.substr(10, length);
    std::vector<std::int64_t> shape;
    const char *place = header.c_str() + header.find('(') + 1;
    while (*place && *place != ')') {
        if (std::isdigit(static_cast<unsigned char>(*place)))
            shape.push_back(std::strtol(place, const_cast<char **>(&place), 10));
        else
            ++place;
    }
    const at::ScalarType type = typeOf(header);
    if (type == at::kByte)
        return {};
    return at::from_blob(const_cast<char *>(bytes.data()) + 10 + length, shape, type).clone();
}

Arrays arraysIn(const std::string &file)
{
    Arrays arrays;
    int code = 0;
    zip_t *archive = zip_open(file.c_str(), ZIP_RDONLY, &code);
    if (!archive)
        throw std::runtime_error(file + " cannot be read");
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, zip_uint64_t(i), 0, &stat);
        std::string bytes(stat.size, '\0');
        zip_file_t *entry = zip_fopen_index(archive, zip_uint64_t(i), 0);
        zip_fread(entry, bytes.data(), stat.size);
        zip_fclose(entry);
        const std::string name = stat.name;
        arrays[name.substr(0, name.size() - 4)] = parsed(bytes);
    }
    zip_discard(archive);
    return arrays;
}

constexpr std::int64_t samples = 4096; ///< that scripts/check_exports.py keeps of an activation

double difference(const at::Tensor &found, const at::Tensor &expected)
{
    const at::Tensor a = found.detach().to(at::kDouble);
    const at::Tensor b = expected.to(at::kDouble);
    at::Tensor flat = a.reshape({-1});
    if (b.dim() == 1 && b.numel() < flat.numel()) // every so many'th value
        flat = flat.slice(0, 0, flat.numel(), std::max<std::int64_t>(1, flat.numel() / samples));
    if (flat.numel() != b.numel())
        return std::numeric_limits<double>::infinity();
    return ((flat - b.reshape({-1})).abs().max() / b.abs().max().clamp_min(1e-300)).item<double>();
}

int layerNamed(const NetworkInfo &info, const std::string &name)
{
    const auto found = std::find_if(
        info.layers.begin(), info.layers.end(), [&](const Layer &layer) { return layer.name == name; });
    return found == info.layers.end() ? -1 : int(found - info.layers.begin());
}

double activationsApart(const Network &network, const at::Tensor &picture, const Arrays &expected, int &count)
{
    std::vector<int> layers;
    std::vector<at::Tensor> wanted;
    for (const auto &[name, tensor] : expected) {
        if (!name.starts_with("act:") || !tensor.defined())
            continue;
        const int layer = layerNamed(network.info(), name.substr(4));
        if (layer < 0) {
            std::printf("  no layer %s\n", name.c_str());
            continue;
        }
        layers.push_back(layer);
        wanted.push_back(tensor);
    }
    count = int(layers.size());
    double worst = 0;
    if (layers.empty())
        return worst;
    const Outputs outputs = network.run(picture, layers);
    for (std::size_t i = 0; i < layers.size(); ++i)
        worst = std::max(worst, difference(outputs.layers[i], wanted[i]));
    return worst;
}

double camsApart(const Network &network, const at::Tensor &picture, const Arrays &expected, int &count)
{
    double worst = 0;
    for (const auto &[name, tensor] : expected) {
        const int layer = name.starts_with("cam:") ? layerNamed(network.info(), name.substr(4)) : -1;
        if (layer < 0)
            continue;
        const Outputs outputs = network.runFromLayers(picture, {layer});
        const at::Tensor maps = outputs.layers.front();
        const at::Tensor gradient = torch::autograd::grad({outputs.logits[0][1]}, {maps}).front();
        const at::Tensor cam = (gradient.mean({2, 3}, true) * maps).sum(1).relu();
        worst = std::max(worst, difference(cam, tensor));
        ++count;
    }
    return worst;
}

void compare(const std::string &file, const std::string &values, Precision precision, int times)
{
    const double begin = seconds();
    const auto network = openNetwork(file, {"cpu", precision});
    const double opened = seconds() - begin;
    const Arrays expected = arraysIn(values);
    const bool isDouble = precision == Precision::Float64;
    at::Tensor picture = expected.at("input").to(isDouble ? at::kDouble : at::kFloat);
    if (picture.size(-1) <= 3 && picture.size(1) > 3)
        picture = picture.permute({0, 3, 1, 2}).contiguous();
    if (picture.max().item<double>() > 2) // of 0 to 255
        picture = picture / 255;
    const std::string suffix = isDouble && expected.contains("output64") ? "64" : "";
    const at::Tensor output =
        expected.contains("output" + suffix) ? expected.at("output" + suffix) : expected.at("output_0");
    const at::Tensor logits = network->logits(picture);
    const auto &notes = network->info().notes;
    const bool isShare = std::any_of(notes.begin(), notes.end(), [](const Note &note) {
        return note.kind == Note::SoftmaxInside || note.kind == Note::OneProbability;
    });
    const at::Tensor found =
        isShare ? (output.numel() > 1 ? logits.softmax(1) : logits.softmax(1)[0][1]) : logits;
    std::printf("%s: opened in %.2f s, %zu layers, %zu operators, %lld parameters\n  logits %.1e",
        file.c_str(), opened, network->info().layers.size(), network->info().graph.size(),
        static_cast<long long>(network->info().parameterCount), difference(found, output));
    if (expected.contains("input_grad" + suffix)) {
        const at::Tensor x = picture.clone().requires_grad_(true);
        const at::Tensor gradient =
            torch::autograd::grad({network->run(x, {}).logits[0][output.numel() > 1 ? 1 : 0]}, {x}).front();
        std::printf(", gradient %.1e", difference(gradient, expected.at("input_grad" + suffix)));
    }
    int count = 0;
    const double activations = activationsApart(*network, picture, expected, count);
    std::printf(", %d activations %.1e", count, activations);
    count = 0;
    const double cams = camsApart(*network, picture, expected, count);
    std::printf(", %d Grad-CAMs %.1e\n", count, cams);
    for (const Note &note : network->info().notes)
        std::printf("  note %s\n", name(note.kind));
    std::vector<double> passes;
    for (int i = 0; i < times; ++i) {
        const at::Tensor x = picture.clone().requires_grad_(true);
        const double start = seconds();
        torch::autograd::grad({network->run(x, {}).logits[0][0]}, {x});
        passes.push_back(seconds() - start);
    }
    std::sort(passes.begin(), passes.end());
    if (times > 0)
        std::printf("  forward and backward: median %.1f ms of %d\n", 1e3 * passes[passes.size() / 2], times);
}

} // namespace

int main(int argc, char **argv)
{
    Precision precision = Precision::Float32;
    int times = 0;
    std::vector<std::string> files;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--float64")
            precision = Precision::Float64;
        else if (argument == "--times" && i + 1 < argc)
            times = std::atoi(argv[++i]);
        else
            files.push_back(argument);
    }
    for (std::size_t i = 0; i + 1 < files.size(); i += 2) {
        try {
            compare(files[i], files[i + 1], precision, times);
        } catch (const Error &error) {
            std::printf("%s: %s\n", files[i].c_str(), error.what());
        } catch (const std::exception &error) {
            std::printf("%s: %s\n", files[i].c_str(), error.what());
        }
    }
    return 0;
}
