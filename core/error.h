#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace convscope {

/// What went wrong: one kind for each thing that a caller can do or a user can be told.
/// The comment names the `values` that travel with the kind, in order. Sentences for people are made in
/// ui/present/sentences.cpp, which has one for each kind.
enum class ErrorKind
{
    // Files
    NoSuchFile,
    CannotRead, // system's reason
    CannotWrite, // system's reason
    FileEmpty,
    // Photos
    NotAnImage,
    ImageDamaged,
    ImageUnsupported, // format, e.g. "GIF"
    ImageTooLarge, // width, height
    MaskEmpty, // no pixel of it is bright enough to be food
               // Folders of photos
    FolderWithoutImages,
    NoSuchSplit, // asked, splits offered separated by ", "
    IndexOutOfRange, // asked, number of photos
                     // Network files
    NotANetwork, // what was expected and is not there
    NetworkDamaged, // what does not fit together
    NetworkLegacyFormat, // written by torch.save before PyTorch 1.6
    NetworkCompressed, // entry of the archive that is compressed; torch.save never does that
    NetworkNeedsCode, // the global that the wanted tensor depends on, e.g. "os.system"
    NetworkWithoutWeights, // the names found instead of a state dict
    NetworkUnknownArchitecture, // the tensor or module that does not fit the notebook's kind, what was
                                // expected
    NetworkShapesDoNotFit, // tensor, expected shape, found shape
                           // TorchScript
    NetworkNotLoadable, // LibTorch's version, its reason
    NetworkDoesNotRun, // size of the picture, LibTorch's reason
    NetworkDoesNotAnswer,
    NetworkRandom, // what draws the random numbers
    NotAClassifier, // what it takes or gives instead
    NotAnInputDescription,
    // Questions
    DeviceUnavailable, // asked, e.g. "cuda:1"; devices there are, separated by ", "
    PreviewUnavailable,
    NoSuchLayer, // asked, number of layers
    LayerWithoutMaps, // name of the layer
    FilterOutOfRange, // asked, name of the layer, number of filters
    ClassOutOfRange, // asked, number of classes
    InvalidOption, // name of the option, value given, values allowed
                   // Running
    EngineMissing, // why the part of the program that computes cannot be loaded
    OutOfMemory,
    NotFinite, // what holds NaN or infinity
    Internal, // text from the library below, without its backtrace
};

/// The only exception that leaves core.
class Error : public std::runtime_error
{
public:
    explicit Error(ErrorKind kind, std::filesystem::path file = {}, std::vector<std::string> values = {});

    ErrorKind kind() const { return m_kind; }
    /// The file concerned; empty where none is.
    const std::filesystem::path &file() const { return m_file; }
    /// See ErrorKind for what they are.
    const std::vector<std::string> &values() const { return m_values; }

    /// The same error, told of `file`; for code that learns the file only further out.
    Error in(const std::filesystem::path &file) const;

private:
    ErrorKind m_kind;
    std::filesystem::path m_file;
    std::vector<std::string> m_values;
};

/// The enumerator's name, for logs.
const char *name(ErrorKind kind);

} // namespace convscope
