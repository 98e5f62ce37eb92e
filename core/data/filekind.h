#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace convscope {

/// What people take for a network or a photo and is something else, by what is in it.
enum class FileKind
{
    GitLfsPointer, ///< a few lines that stand for a file elsewhere
    WebPage, ///< such as a server's answer in place of a download
    Tar,
    Gzip,
    Bzip2,
    Xz,
    Zstandard,
    SevenZip,
    Rar,
    Zip, ///< with the file inside
    LegacyTar, ///< torch.save's of the very first versions
    LegacyPickle, ///< torch.save's before PyTorch 1.6
    Pickle, ///< Python's, without PyTorch
    TorchExport, ///< torch.export's .pt2
    AotInductor, ///< compiled by PyTorch for one kind of machine
    ExecuTorch, ///< PyTorch's for small devices, .pte
    Onnx,
    TensorRt, ///< compiled for one graphics card
    Hdf5, ///< as Keras writes it
    Keras,
    TfLite,
    SavedModel, ///< TensorFlow's
    CoreMl, ///< Apple's
    Paddle, ///< PaddlePaddle's .pdmodel, or the JSON of later versions
    Caffe, ///< a .prototxt or a .caffemodel
    Gguf,
    NumpyArray, ///< .npy
    NumpyArchive, ///< .npz
    ShardIndex, ///< says which tensor is in which of several files
};

/// As in errors: "git-lfs-pointer".
const char *name(FileKind kind);
std::optional<FileKind> fileKindOf(const std::string &name);

/// What a file of these first bytes is; none where it is nothing of that. 512 bytes are enough, but for the
/// index of shards, which may come late.
std::optional<FileKind> fileKind(std::span<const std::uint8_t> start);

/// The same of a file, and for a tar whether PyTorch wrote it. `inside` becomes the name of the file in a tar
/// that people want, where there is one. Throws Error: NoSuchFile, CannotRead, FileEmpty.
std::optional<FileKind> fileKind(const std::filesystem::path &file, std::string *inside = nullptr);

/// What a folder is that people take for a network's file; none where it is nothing of that.
std::optional<FileKind> folderKind(const std::filesystem::path &folder);

/// Has to be unpacked first.
bool isArchive(FileKind kind);

/// Whether a file within an archive may be a network: "checkpoint.pth".
bool isNetworkName(const std::string &name);

} // namespace convscope
