#include "core/data/filekind.h"
#include "core/image/decode.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

// tests/reference/make_checkpoints.py makes the archives.

using namespace convscope;
using namespace std::string_literals;

namespace {

const std::string pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 67108864\n";
const std::string page = "\n<!DOCTYPE html><html><head><title>Virus scan warning</title></head></html>";

/// What opening it as a network says that it is.
std::vector<std::string> refusedAs(const std::filesystem::path &file)
{
    const auto error = errorOf([&] { openNetwork(file, {testDevice(), Precision::Float32}); });
    REQUIRE(error);
    CHECK(std::string(name(error->kind())) == "FileOfOtherKind");
    CHECK(error->file() == file);
    return error->values();
}

} // namespace

TEST_CASE("what is no network of PyTorch's is told by what is in it, whatever its name")
{
    const TemporaryFolder folder;
    const std::vector<std::pair<std::string, FileKind>> starts = {
        {pointer, FileKind::GitLfsPointer},
        {page, FileKind::WebPage},
        {"\xef\xbb\xbf<html lang=\"de\">", FileKind::WebPage},
        {"\x1f\x8b\x08\x00rest"s, FileKind::Gzip},
        {"BZh91AY", FileKind::Bzip2},
        {"\xfd"
         "7zXZ\0\0"s,
            FileKind::Xz},
        {"\x89HDF\r\n\x1a\n", FileKind::Hdf5},
        {"\x1c\0\0\0TFL3"s, FileKind::TfLite},
        {"GGUF\3\0\0\0"s, FileKind::Gguf},
        {"\x93NUMPY\1\0"s, FileKind::NumpyArray},
        {"\x80\x04\x95\x10"s, FileKind::Pickle},
        {"\x08\x01\x12\xb3\x9a\x01\x0a\xd3\x41\x12"s, FileKind::SavedModel},
        {"\x08\x01\x12\xb3\x9a\x01\x0a"s, FileKind::SavedModel},
        {"\x08\x05\x12\x57\x0a\x1c\x0a\x05image\x1a\x13"s, FileKind::CoreMl},
        {"\x1c\0\0\0ET12\0\0"s, FileKind::ExecuTorch},
        {"ptrt\0\0\0\0"s, FileKind::TensorRt},
        {"ftrt\xa0\0\0\0"s, FileKind::TensorRt},
        {"\x0e\0\0\0{\"stride\": 32}ftrt"s, FileKind::TensorRt}, // as Ultralytics writes it
        {"\x0a\xd0\x80\x02\x08\0\x10\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x1a"s, FileKind::Paddle},
        {R"({"base_code":{"magic":"pir","trainable":false,"version":1}})", FileKind::Paddle},
        {"name: \"LeNet\"\nlayer {\n  name: \"data\"\n  type: \"Input\"\n  top: \"data\"\n}\n",
            FileKind::Caffe},
        {"\x0a\x05LeNet\xa2\x06\x60"s, FileKind::Caffe},
        {R"({"metadata": {"total_size": 5}, "weight_map": {"cnn.0.bias": "a.safetensors"}})",
            FileKind::ShardIndex},
    };
    for (const auto &[bytes, kind] : starts) {
        INFO(name(kind));
        CHECK(refusedAs(folder.add("net.pth", bytes)).at(0) == name(kind));
        CHECK(fileKindOf(name(kind)) == kind);
    }
    const std::string onnx = "\x08\x07\x12\x07pytorch\x1a\x06"
                             "1.13.0:\x8b"; // which opens, where it is whole
    CHECK(fileKind(std::vector<std::uint8_t>(onnx.begin(), onnx.end())) == FileKind::Onnx);
    for (const std::string other :
        {"", "plain text", "{\"epoch\": 3}", "\x89PNG\r\n\x1a\n", "<svg>", "\x08\x07"}) {
        const std::vector<std::uint8_t> bytes(other.begin(), other.end());
        CHECK_FALSE(fileKind(bytes));
    }
}

TEST_CASE("of an archive it is told what it holds")
{
    using Values = std::vector<std::string>;
    const auto inside = [](const char *file) { return refusedAs(testFile("checkpoints/"s + file)); };
    CHECK(inside("plain.tar") == Values{"tar", "a/net.pth"});
    CHECK(inside("network.zip") == Values{"zip", "folder/net.pth"});
    CHECK(inside("legacy-tar.pth") == Values{"legacy-tar", ""});
    CHECK(inside("legacy.pth") == Values{"legacy-pickle", ""});
    CHECK(inside("keras.zip") == Values{"keras", ""});
    CHECK(inside("numpy.zip") == Values{"numpy-archive", ""});
    CHECK(inside("aot-inductor.zip") == Values{"aot-inductor", ""});
    CHECK(inside("tensorflow.zip") == Values{"saved-model", "net/saved_model.pb"});
    CHECK(inside("core-ml.zip") == Values{"core-ml", ""});
    CHECK(inside("onnx.zip") == Values{"zip", "folder/net.onnx"});
}

TEST_CASE("folders that stand for a network are told as well")
{
    const TemporaryFolder folder;
    CHECK_FALSE(folderKind(folder.path()));
    std::filesystem::create_directories(folder.path() / "net" / "variables");
    folder.add("net/saved_model.pb", "\x08\x01\x12");
    CHECK(refusedAs(folder.path() / "net") == std::vector<std::string>{"saved-model", ""});
    std::filesystem::create_directories(folder.path() / "net.mlpackage" / "Data" / "com.apple.CoreML");
    CHECK(folderKind(folder.path() / "net.mlpackage") == FileKind::CoreMl);
    CHECK_FALSE(folderKind(folder.path() / "nowhere"));
}

TEST_CASE("what lies in the place of a photo is told by what is in it")
{
    const TemporaryFolder folder;
    const auto kindOf = [&](const std::string &bytes) {
        const auto error = errorOf([&] { decodeImage(folder.add("3_1.jpg", bytes)); });
        REQUIRE(error);
        return error->kind() == ErrorKind::FileOfOtherKind ? error->values().at(0) : name(error->kind());
    };
    CHECK(kindOf(pointer) == "git-lfs-pointer");
    CHECK(kindOf(page) == "web-page");
    CHECK(kindOf("PK\3\4rest") == "zip");
    CHECK(kindOf("GGUF\3") == "NotAnImage");
    CHECK(kindOf("nothing of that") == "NotAnImage");
}
