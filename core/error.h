#pragma once

#include "core/phrase.h"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace convscope {

/// What went wrong: one kind for each thing that a caller can do or a user can be told.
/// The comment names the `values` that travel with the kind, in order. What of them is neither a name, a
/// number nor a text from elsewhere is a phrase; it stands in place of the last. Sentences for people are
/// made in ui/present/sentences.cpp, which has one for each kind.
enum class ErrorKind
{
    // Files
    NoSuchFile,
    CannotRead, // system's reason
    CannotWrite, // system's reason
    FileEmpty,
    FileOfOtherKind, // FileKind's name; of an archive, the file in it that was meant
    NotUtf8,
    JsonBroken, // line and column of the first fault
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
    LabelsDoNotFit, // rule asked for: names, folders, numbers; the first photo; its folder
    NotALabelMap, // the line or the class that says nothing
    MappedTwice, // the class
    NoSuchClassInMap, // class of the folder, class of the network asked for
                      // Sessions and figures
    FigureWithoutRecipe,
    NotASession,
    SessionDamaged, // what does not fit
    SessionTooNew, // version found, version known
                   // Presets of rows
    NotAPreset,
    PresetDamaged, // what does not fit
    PresetWithoutRows, // none, or none that this version knows
                       // Network files
    NotANetwork, // what was expected and is not there
    NetworkDamaged, // what does not fit together
    NetworkCompressed, // entry of the archive that is compressed; torch.save never does that
    NetworkNeedsCode, // the global that the wanted tensor depends on, e.g. "os.system"; "whole" where the
                      // file is one object that it makes
    NetworkWithoutWeights, // the names found instead of weights
    NetworkWithoutNames, // number of tensors that lie in a list
    NetworkOfArrays, // where in the file NumPy's arrays are, in Python: ["state_dict"]
    NetworkTensorUnusual, // tensor; "sparse", "quantized", "complex" or "meta"
    NetworkUnknownArchitecture, // the tensor or module that does not fit the notebook's kind, what was
                                // expected
    NetworkShapesDoNotFit, // tensor, expected shape, found shape
    NetworkTakesOtherSize, // width and height that were told, those that the weights fit
                           // TorchScript
    NetworkNotLoadable, // LibTorch's version, its reason
    NetworkDoesNotRun, // width and height of the picture, LibTorch's reason
    NetworkNeverRuns, // LibTorch's reason, the same whatever picture it is given
    NetworkDoesNotAnswer,
    NetworkRandom, // what draws the random numbers
    NotAClassifier, // what it takes or gives instead
                    // Networks that are lists of operators
    OperatorUnknown, // the operator, the node, who does not know it: "LibTorch 1.13.1", "ONNX 25"
    OperatorForbidden, // the operator, the node: it could do more than compute
    OperatorArgument, // the operator, the node, the argument, its value: it is not supported
    NetworkQuantised, // the operator, the node
    NoSuchOutput, // asked, outputs there are, separated by ", "
    NotAnInputDescription,
    // Questions
    DeviceUnavailable, // asked, e.g. "cuda:1"; devices there are, separated by ", "
    NoGpu, // asked, e.g. "cuda", where there is none; why
    PreviewUnavailable,
    NoSuchLayer, // asked, number of layers
    LayerWithoutMaps, // name of the layer
    NoLayerWithMaps,
    FilterOutOfRange, // asked, name of the layer, number of filters
    ClassOutOfRange, // asked, number of classes
    NoRuleFor, // name of the module that keeps the network from being a plain chain of layers, its kind
    NetworkWithoutReLU,
    WeightsNotDrawn, // the network's kind: its weights cannot be drawn anew
                     // Two networks
    NoSecondNetwork, // a row asks for one, and none is open
    NoClassInCommon, // number of classes of the first, of the second
    ClassNotInSecond, // name or number of a class of the first
    LayerNotInSecond, // name of a layer of the first
    NoDifferenceOf, // answers of this method cannot be subtracted
    NoDifferenceOfPictures, // the networks see other pictures of a photo
    NoDifferenceOfScores, // their scores are of different kinds
    NoDifferenceOfSizes, // height and width of the first network's map, of the second's
    NoDifferenceOfSuperpixels, // both cut the photo in other ways
    InvalidOption, // name of the option, value given, values allowed
    UnknownKey, // key of a description, keys there are, separated by ", "
                // Indexes of filters
    NotAnIndex,
    IndexDamaged, // what does not fit
    IndexTooNew, // version found, version known
    IndexOfOther, // what differs: the network, how it is asked, the layers, the photos
    IndexBusy, // another program builds it
    IndexMissing, // nothing has been built yet
    LayerNotIndexed, // name of the layer
    FilterNotTold, // name of the layer: its batch norm multiplies by 0
    FeaturesNotIndexed, // name of the layer
    PhotosWithoutMasks,
    // Running
    EngineMissing, // why the part of the program that computes cannot be loaded
    OutOfMemory,
    DeviceLost, // what the GPU's driver says
    NotFinite, // what holds NaN or infinity
    Internal, // text from the library below, without its backtrace
};

/// The only exception that leaves core.
class Error : public std::runtime_error
{
public:
    explicit Error(ErrorKind kind, std::filesystem::path file = {}, std::vector<std::string> values = {},
        std::optional<Phrase> phrase = {});

    ErrorKind kind() const { return m_kind; }
    /// The file concerned; empty where none is.
    const std::filesystem::path &file() const { return m_file; }
    /// See ErrorKind for what they are.
    const std::vector<std::string> &values() const { return m_values; }
    /// Comes after the values.
    const std::optional<Phrase> &phrase() const { return m_phrase; }

    /// The same error, told of `file`; for code that learns the file only further out.
    Error in(const std::filesystem::path &file) const;
    /// The same, but where it is told of a file already, that stays.
    Error about(const std::filesystem::path &file) const { return m_file.empty() ? in(file) : *this; }

private:
    ErrorKind m_kind;
    std::filesystem::path m_file;
    std::vector<std::string> m_values;
    std::optional<Phrase> m_phrase;
};

/// The enumerator's name, for logs.
const char *name(ErrorKind kind);

} // namespace convscope
