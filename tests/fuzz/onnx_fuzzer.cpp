// Opens any bytes as an ONNX network and runs what opens. What is wrong with them must be said by an Error,
// or by what LibTorch throws when an operator runs. tests/data/onnx has files to start from.

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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t count)
{
    static const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("onnx-fuzzer-" + std::to_string(::getpid()) + ".onnx");
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes), std::streamsize(count));
    try {
        const Graph graph = readOnnx(file, {});
        test::evaluated(graph, {{graph.picture, pictureFor(graph.told)}});
    } catch (const Error &) {
    } catch (const c10::Error &) {
    } catch (const std::runtime_error &) { // some of LibTorch's own
    }
    return 0;
}
