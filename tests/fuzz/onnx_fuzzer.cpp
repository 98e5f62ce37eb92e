// Opens any bytes as an ONNX network and runs what opens. What is wrong with them must be said by an Error,
// or by what LibTorch throws when an operator runs. tests/data/onnx has files to start from.

#include "core/engine/network/graph/onnxbuilder.h"
#include "core/engine/network/graph/onnxfile.h"
#include "core/error.h"

#include "tests/core/graphevaluation.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <fstream>

#include <unistd.h>

using namespace convscope;

namespace {

at::Tensor pictureFor(const ToldPicture &told)
{
    const auto side = [](int number) { return std::min(number, 16); };
    const std::int64_t height = told.size ? side(told.size->height) : 8;
    const std::int64_t width = told.size ? side(told.size->width) : 8;
    const std::int64_t channels = side(told.channels.value_or(3));
    const std::int64_t batch = std::min(told.batch.value_or(1), 2);
    return told.channelsLast ? at::ones({batch, height, width, channels})
                             : at::ones({batch, channels, height, width});
}

/// What is wrong must be said by an Error, or by what LibTorch throws.
template <typename Work> void quietly(Work &&work)
{
    try {
        work();
    } catch (const Error &) {
    } catch (const c10::Error &) {
    } catch (const std::runtime_error &) { // some of LibTorch's own
    }
}

void open(const std::filesystem::path &file)
{
    const Graph graph = readOnnx(file, {});
    test::evaluated(graph, {{graph.picture, pictureFor(graph.told)}});
}

/// The operators alone, with the inputs that our test files hold: what takes more than a picture runs as
/// well.
void runOperators(const std::filesystem::path &file)
{
    const OnnxModel model = readOnnxModel(file);
    OnnxFolder folder(file.parent_path());
    OnnxBuilder builder(model, folder, {});
    builder.build();
    std::map<int, at::Tensor> given;
    for (const OnnxMade &entry : builder.operators) {
        for (const OperatorArgument &argument : entry.made.arguments) {
            if (argument.value < 0 || !builder.values[std::size_t(argument.value)].constant.isNone())
                continue;
            const auto found =
                model.graph.tensors.find("given " + builder.values[std::size_t(argument.value)].name);
            if (found != model.graph.tensors.end())
                given[argument.value] = tensorOf(found->second, folder);
        }
    }
    for (OnnxMade &entry : builder.operators) { // each alone, as one that fails would hide the others
        Graph graph;
        graph.values = builder.values;
        graph.operators.push_back(std::move(entry.made));
        quietly([&] { test::evaluated(graph, given); });
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t count)
{
    static const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("onnx-fuzzer-" + std::to_string(::getpid()) + ".onnx");
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes), std::streamsize(count));
    quietly([&] { open(file); });
    quietly([&] { runOperators(file); });
    return 0;
}
