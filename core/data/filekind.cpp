#include "core/data/filekind.h"

#include "core/internal/readfile.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <string_view>
#include <utility>
#include <vector>

namespace convscope {

namespace {

using namespace std::string_view_literals;

struct Signature
{
    std::size_t offset;
    std::string_view bytes;
    FileKind kind;
};

constexpr std::size_t tarMagic = 257;

constexpr Signature signatures[] = {
    {0, "version https://git-lfs.github.com/spec/"sv, FileKind::GitLfsPointer},
    {0, "version https://hawser.github.com/spec/"sv, FileKind::GitLfsPointer}, // as it was called before
    {tarMagic, "ustar"sv, FileKind::Tar},
    {0, "PK\3\4"sv, FileKind::Zip},
    {0, "\x1f\x8b"sv, FileKind::Gzip},
    {0, "BZh"sv, FileKind::Bzip2},
    {0,
        "\xfd"
        "7zXZ\0"sv,
        FileKind::Xz},
    {0, "\x28\xb5\x2f\xfd"sv, FileKind::Zstandard},
    {0, "7z\xbc\xaf\x27\x1c"sv, FileKind::SevenZip},
    {0, "Rar!\x1a\x07"sv, FileKind::Rar},
    {0, "\x89HDF\r\n\x1a\n"sv, FileKind::Hdf5},
    {4, "TFL3"sv, FileKind::TfLite},
    {4, "ET12"sv, FileKind::ExecuTorch},
    {0, "ptrt"sv, FileKind::TensorRt}, // before TensorRT 8
    {0, "ftrt"sv, FileKind::TensorRt},
    {0, "GGUF"sv, FileKind::Gguf},
    {0, "\x93NUMPY"sv, FileKind::NumpyArray},
};

std::string_view textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

bool isWebPage(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    std::string start(text.substr(0, 64));
    std::transform(
        start.begin(), start.end(), start.begin(), [](unsigned char c) { return std::tolower(c); });
    return start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<head")
        || start.starts_with("<body");
}

// Protocol buffers have no signature: each field begins with its number and type in a byte or two, and a part
// or a text with its length.

/// Takes a number off the start of a protocol buffer. None where that is cut off.
std::optional<std::uint64_t> takeNumber(std::string_view &bytes)
{
    std::uint64_t number = 0;
    for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        number |= std::uint64_t(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
    return {};
}

/// What follows the field's first byte, or bytes, and its length; none where the field is another one.
std::optional<std::string_view> inField(std::string_view bytes, std::string_view field)
{
    if (!bytes.starts_with(field))
        return {};
    bytes.remove_prefix(field.size());
    return takeNumber(bytes) ? std::optional(bytes) : std::nullopt;
}

bool isPlainText(std::string_view bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// The version of its format, a number below 32, as field 1; then as field 2 a text, the producer's name, or
/// as field 7 the graph or as field 8 the operators' versions.
bool isOnnx(std::string_view bytes)
{
    if (bytes.size() < 4 || bytes[0] != '\x08' || bytes[1] < 1 || bytes[1] > 31)
        return false;
    if (bytes[2] == '\x12') { // the producer's name, in plain letters
        const auto length = std::size_t(static_cast<unsigned char>(bytes[3]));
        const std::string_view producer = bytes.substr(4, length);
        return producer.size() == length && isPlainText(producer);
    }
    return bytes[2] == '\x3a' || bytes[2] == '\x42';
}

/// Its version, then as field 2 the description, which begins with an input, which begins with its name.
/// TensorFlow's SavedModel begins alike, and its version is 1; but there a name of a version comes first, if
/// anything.
bool isCoreMl(std::string_view bytes)
{
    if (bytes.size() < 2 || bytes[0] != '\x08' || bytes[1] < 1 || bytes[1] > 31)
        return false;
    const auto description = inField(bytes.substr(2), "\x12");
    const auto input = description ? inField(*description, "\x0a") : std::nullopt;
    return input && inField(*input, "\x0a");
}

/// A block of the program: its number, 0, and that of the block around it, −1.
bool isPaddle(std::string_view bytes)
{
    const auto block = inField(bytes, "\x0a");
    return (block && block->starts_with("\x08\0\x10\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"sv))
        || (bytes.starts_with("{") && holds(bytes, "\"magic\":\"pir\""));
}

/// The weights: as field 1 the network's name, then as field 100 its layers. Or the text that tells the
/// layers.
bool isCaffe(std::string_view bytes)
{
    if (bytes.starts_with("\x0a") && bytes.size() > 2) {
        const auto length = std::size_t(static_cast<unsigned char>(bytes[1]));
        if (bytes.size() > length + 2 && isPlainText(bytes.substr(2, length))
            && bytes.substr(length + 2).starts_with("\xa2\x06"))
            return true;
    }
    const auto names = {"layer {", "layers {", "layer{", "layers{"};
    const bool hasLayers =
        std::any_of(names.begin(), names.end(), [&](const char *each) { return holds(bytes, each); });
    return hasLayers && holds(bytes, "top:") && holds(bytes, "type:");
}

/// Ultralytics puts what it says of the network before TensorRT's own bytes: a length, and JSON.
bool isTensorRtWithJson(std::string_view bytes)
{
    if (bytes.size() < 5 || bytes[4] != '{')
        return false;
    std::size_t length = 0;
    for (std::size_t byte = 0; byte < 4; ++byte)
        length |= std::size_t(static_cast<unsigned char>(bytes[byte])) << (8 * byte);
    return bytes.size() > 4 + length && bytes.substr(4 + length).starts_with("ftrt");
}

/// The pickled number that torch.save put first before PyTorch 1.6.
constexpr std::string_view legacyMagic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";

constexpr std::array<std::pair<FileKind, const char *>, 29> names = {{
    {FileKind::GitLfsPointer, "git-lfs-pointer"},
    {FileKind::WebPage, "web-page"},
    {FileKind::Tar, "tar"},
    {FileKind::Gzip, "gzip"},
    {FileKind::Bzip2, "bzip2"},
    {FileKind::Xz, "xz"},
    {FileKind::Zstandard, "zstandard"},
    {FileKind::SevenZip, "7z"},
    {FileKind::Rar, "rar"},
    {FileKind::Zip, "zip"},
    {FileKind::LegacyTar, "legacy-tar"},
    {FileKind::LegacyPickle, "legacy-pickle"},
    {FileKind::Pickle, "pickle"},
    {FileKind::TorchExport, "torch-export"},
    {FileKind::AotInductor, "aot-inductor"},
    {FileKind::ExecuTorch, "executorch"},
    {FileKind::Onnx, "onnx"},
    {FileKind::TensorRt, "tensorrt"},
    {FileKind::Hdf5, "hdf5"},
    {FileKind::Keras, "keras"},
    {FileKind::TfLite, "tflite"},
    {FileKind::SavedModel, "saved-model"},
    {FileKind::CoreMl, "core-ml"},
    {FileKind::Paddle, "paddle"},
    {FileKind::Caffe, "caffe"},
    {FileKind::Gguf, "gguf"},
    {FileKind::NumpyArray, "numpy-array"},
    {FileKind::NumpyArchive, "numpy-archive"},
    {FileKind::ShardIndex, "shard-index"},
}};

/// Names in a tar, as many as tell what it is. A file's header is a block of 512 bytes with the name first
/// and the size, in octal digits, at 124; its bytes follow, filled up to a block.
std::vector<std::string> namesInTar(const std::filesystem::path &file)
{
    constexpr std::size_t block = 512;
    constexpr std::size_t maxNames = 1000;
    std::vector<std::string> found;
    std::ifstream stream(file, std::ios::binary);
    std::array<char, block> header{};
    while (found.size() < maxNames && stream.read(header.data(), block) && header[0] != '\0') {
        const std::string_view name(header.data(), 100);
        found.emplace_back(name.substr(0, name.find('\0')));
        std::uint64_t size = 0;
        for (const char digit : std::string_view(header.data() + 124, 11)) {
            if (digit >= '0' && digit <= '7')
                size = size * 8 + std::uint64_t(digit - '0');
        }
        stream.seekg(std::streamoff((size + block - 1) / block * block), std::ios::cur);
    }
    return found;
}

} // namespace

const char *name(FileKind kind)
{
    const auto *const found =
        std::find_if(names.begin(), names.end(), [&](const auto &each) { return each.first == kind; });
    return found == names.end() ? "" : found->second;
}

std::optional<FileKind> fileKindOf(const std::string &wanted)
{
    const auto *const found =
        std::find_if(names.begin(), names.end(), [&](const auto &each) { return each.second == wanted; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

bool isArchive(FileKind kind)
{
    using enum FileKind;
    const auto archives = {Tar, Gzip, Bzip2, Xz, Zstandard, SevenZip, Rar, Zip};
    return std::find(archives.begin(), archives.end(), kind) != archives.end();
}

bool isNetworkName(const std::string &file)
{
    const auto endings = {
        ".pth", ".pt", ".pt2", ".onnx", ".ckpt", ".safetensors", ".bin", ".pkl", ".pth.tar"};
    return !file.starts_with("__MACOSX/")
        && std::any_of(
            endings.begin(), endings.end(), [&](const char *ending) { return file.ends_with(ending); });
}

std::optional<FileKind> fileKind(std::span<const std::uint8_t> start)
{
    const std::string_view bytes = textOf(start);
    for (const Signature &signature : signatures) {
        if (bytes.size() > signature.offset && bytes.substr(signature.offset).starts_with(signature.bytes))
            return signature.kind;
    }
    if (holds(bytes.substr(0, 16), legacyMagic))
        return FileKind::LegacyPickle;
    if (isWebPage(bytes))
        return FileKind::WebPage;
    if (bytes.starts_with("{") && holds(bytes, "\"weight_map\""))
        return FileKind::ShardIndex;
    if (isOnnx(bytes))
        return FileKind::Onnx;
    if (isCoreMl(bytes))
        return FileKind::CoreMl;
    if (isPaddle(bytes))
        return FileKind::Paddle;
    if (isCaffe(bytes))
        return FileKind::Caffe;
    if (isTensorRtWithJson(bytes))
        return FileKind::TensorRt;
    if (bytes.starts_with("\x08\x01\x12")) // its version, then a part too long for a name
        return FileKind::SavedModel;
    // Protocols 2 to 5 begin with their number.
    if (bytes.size() > 2 && bytes[0] == '\x80' && bytes[1] >= 2 && bytes[1] <= 5)
        return FileKind::Pickle;
    return std::nullopt;
}

std::optional<FileKind> folderKind(const std::filesystem::path &folder)
{
    std::error_code ignored;
    const auto has = [&](const char *name) { return std::filesystem::exists(folder / name, ignored); };
    if (has("saved_model.pb"))
        return FileKind::SavedModel;
    if (has("Data/com.apple.CoreML"))
        return FileKind::CoreMl;
    return std::nullopt;
}

std::optional<FileKind> fileKind(const std::filesystem::path &file, std::string *inside)
{
    constexpr std::size_t enough = 4096; // the index of shards may say something else first
    const std::optional<FileKind> kind = fileKind(readFile(file, enough));
    if (kind != FileKind::Tar)
        return kind;
    const std::vector<std::string> members = namesInTar(file);
    const auto has = [&](const char *member) {
        return std::any_of(members.begin(), members.end(),
            [&](const std::string &each) { return each == member || each == "./" + std::string(member); });
    };
    if (has("storages") && has("pickle"))
        return FileKind::LegacyTar;
    const auto network = std::find_if(members.begin(), members.end(), isNetworkName);
    if (inside && network != members.end())
        *inside = *network;
    return kind;
}

} // namespace convscope
