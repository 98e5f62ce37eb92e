#include "core/data/filekind.h"
#include "core/engine/network/archive.h"
#include "core/engine/network/checkpoint.h"
#include "core/engine/network/graph/exportedprogram.h"
#include "core/engine/network/graph/graphprogram.h"
#include "core/engine/network/graph/onnxfile.h"
#include "core/engine/network/pickle.h"
#include "core/engine/network/programnetwork.h"
#include "core/engine/network/torchscript.h"
#include "core/engine/precision.h"
#include "core/engine/tensors.h"
#include "core/error.h"
#include "core/runtime.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

namespace convscope {

namespace {

namespace fs = std::filesystem;

/// ONNX has no signature: the name counts as well.
bool isOnnx(const fs::path &file) { return fileKind(file) == FileKind::Onnx || file.extension() == ".onnx"; }

/// Looks at the first bytes, so that what is neither archive nor safetensors gets an error of its own.
void checkStart(const fs::path &file)
{
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status)) {
        if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
            throw Error(ErrorKind::CannotRead, {}, {error.message()});
        throw Error(ErrorKind::NoSuchFile);
    }
    if (fs::is_directory(status)) {
        if (const std::optional<FileKind> kind = folderKind(file))
            throw Error(ErrorKind::FileOfOtherKind, {}, {name(*kind), ""});
    }
    if (!fs::is_regular_file(status))
        throw Error(ErrorKind::CannotRead, {}, {}, Phrase::NoRegularFile);
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error(ErrorKind::CannotRead, {}, {std::strerror(errno)});
    std::array<char, 4> head{};
    stream.read(head.data(), head.size());
    const std::string_view bytes(head.data(), std::size_t(stream.gcount()));
    if (bytes.empty())
        throw Error(ErrorKind::FileEmpty);
    if (bytes.starts_with("PK") || SafeTensors::isOne(file) || isOnnx(file))
        return;
    std::string inside;
    if (const std::optional<FileKind> kind = fileKind(file, &inside))
        throw Error(ErrorKind::FileOfOtherKind, {}, {name(*kind), printable(inside)});
    throw Error(ErrorKind::NotANetwork, {}, {}, Phrase::ArchiveOrSafeTensors);
}

/// Of networks that bring their own modules, whose operators need not know eight-bit numbers.
void refuseUnused(NetworkInfo &info)
{
    if (info.precision == Precision::Preview)
        throw Error(ErrorKind::PreviewUnavailable);
    if (info.input.modules)
        info.notes.push_back(Note::ModulesNotUsed);
}

/// `read` gives the network's operators.
template <typename Read>
std::unique_ptr<Network> openGraph(const Read &read, NetworkInfo info, bool inputIsTold)
{
    refuseUnused(info);
    const GraphTarget target{at::Device(info.device), computeType(info.precision, info.device)};
    auto program = std::make_unique<GraphProgram>(read(target));
    return openProgram(std::move(program), std::move(info), inputIsTold);
}

std::unique_ptr<Network> open(const fs::path &file, const NetworkOptions &options)
{
    NetworkInfo info;
    info.file = file;
    info.device = resolveDevice(options.device);
    info.precision = options.precision;
    computeType(info.precision, info.device); // before anything is read
    checkStart(file);
    const auto told = options.input ? options.input : inputBeside(file, &info.notes);
    if (told)
        info.inputOrigin = options.input ? InputOrigin::Told : InputOrigin::Beside;
    info.input = told.value_or(food11Input());
    if (options.upright) {
        info.input.upright = true;
        info.inputOrigin = InputOrigin::Told;
    }
    if (!options.output.empty()) { // which says nothing of the picture: that may still be guessed
        info.input.output = options.output;
        info.inputOrigin = InputOrigin::Told;
    }
    if (!options.classNames.empty())
        info.input.classNames = options.classNames;
    if (info.input.classNames.empty())
        info.input.classNames = classNamesBeside(file, &info.notes);
    if (SafeTensors::isOne(file))
        return openCheckpoint(SafeTensors(file), std::move(info), told.has_value());
    if (isOnnx(file))
        return openGraph([&](const GraphTarget &target) { return readOnnx(file, target); }, std::move(info),
            told.has_value());
    const Archive archive(file);
    if (isExportedProgram(archive))
        return openGraph([&](const GraphTarget &target) { return readExportedProgram(archive, target); },
            std::move(info), told.has_value());
    if (!archive.isTorchScript())
        return openCheckpoint(archive, std::move(info), told.has_value());
    refuseUnused(info);
    auto program = std::make_unique<ScriptProgram>(file, info.device, info.precision);
    return openProgram(std::move(program), std::move(info), told.has_value());
}

} // namespace

std::unique_ptr<Network> openNetwork(const fs::path &file, const NetworkOptions &options)
{
    try {
        return translated([&] { return open(file, options); });
    } catch (const Error &error) {
        const bool isOfNoFile = error.kind() == ErrorKind::DeviceUnavailable
            || error.kind() == ErrorKind::NoGpu || error.kind() == ErrorKind::DeviceLost
            || error.kind() == ErrorKind::PreviewUnavailable;
        throw isOfNoFile || !error.file().empty() ? error : error.in(file);
    }
}

} // namespace convscope
