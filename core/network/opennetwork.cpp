#include "core/error.h"
#include "core/internal/precision.h"
#include "core/internal/tensors.h"
#include "core/network/archive.h"
#include "core/network/checkpoint.h"
#include "core/network/scriptnetwork.h"
#include "core/runtime.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace convscope {

namespace {

namespace fs = std::filesystem;

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
    if (!fs::is_regular_file(status))
        throw Error(ErrorKind::CannotRead, {},
            {fs::is_directory(status) ? std::strerror(EISDIR) : "no regular file"});
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error(ErrorKind::CannotRead, {}, {std::strerror(errno)});
    std::array<char, 512> head{};
    stream.read(head.data(), head.size());
    const std::string_view bytes(head.data(), std::size_t(stream.gcount()));
    if (bytes.empty())
        throw Error(ErrorKind::FileEmpty);
    // The pickled number that torch.save put first before PyTorch 1.6, and the tar file of the very first
    // versions.
    constexpr std::string_view magic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
    constexpr std::size_t tarMagicOffset = 257;
    if (bytes.substr(0, 16).find(magic) != bytes.npos
        || (bytes.size() > tarMagicOffset && bytes.substr(tarMagicOffset).starts_with("ustar")))
        throw Error(ErrorKind::NetworkLegacyFormat);
    if (!bytes.starts_with("PK") && !SafeTensors::isOne(file))
        throw Error(ErrorKind::NotANetwork, {}, {"zip archive or safetensors header"});
}

std::unique_ptr<Network> open(const fs::path &file, const NetworkOptions &options)
{
    NetworkInfo info;
    info.file = file;
    info.device = resolveDevice(options.device);
    info.precision = options.precision;
    computeType(info.precision, info.device); // before anything is read
    checkStart(file);
    const auto told = options.input ? options.input : inputBeside(file);
    if (told)
        info.inputOrigin = options.input ? InputOrigin::Told : InputOrigin::Beside;
    info.input = told.value_or(food11Input());
    if (info.input.classNames.empty())
        info.input.classNames = classNamesBeside(file);
    if (SafeTensors::isOne(file))
        return openCheckpoint(SafeTensors(file), std::move(info));
    const Archive archive(file);
    return archive.isTorchScript() ? openScript(std::move(info), told.has_value())
                                   : openCheckpoint(archive, std::move(info));
}

} // namespace

std::unique_ptr<Network> openNetwork(const fs::path &file, const NetworkOptions &options)
{
    try {
        return translated([&] { return open(file, options); });
    } catch (const Error &error) {
        const bool isOfNoFile =
            error.kind() == ErrorKind::DeviceUnavailable || error.kind() == ErrorKind::PreviewUnavailable;
        throw isOfNoFile || !error.file().empty() ? error : error.in(file);
    }
}

} // namespace convscope
