#pragma once

#include "core/data/modules.h"
#include "core/note.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// The size of the pictures that a network takes, in pixels.
struct InputSize
{
    int width = 128;
    int height = 128;
    bool operator==(const InputSize &) const = default;
};

/// How a photo becomes what a network takes: what has to be known of a network beside its file. The default
/// is the notebook's.
struct InputDescription
{
    enum class Channels
    {
        RGB,
        BGR,
        Gray
    };

    InputSize size;
    /// The photo's shorter side becomes this long, and the middle is cut out; 0: the photo is stretched.
    int resize = 0;
    Channels channels = Channels::RGB;
    /// (x − mean)/deviation of x in [0, 1], one of each a channel in the network's order; empty: x as it is.
    std::vector<double> mean = {};
    std::vector<double> deviation = {};
    std::vector<std::string> classNames = {}; ///< empty where they are not told
    /// Which of several outputs of the network is its answer: its name, or its place from 0. Empty: a guess.
    std::string output = {};
    std::optional<Modules> modules = {}; ///< of a checkpoint; none where they are not told
    /// Photos are turned as their EXIF block says. The notebook uses them as they are stored, and so does a
    /// network that was trained by it.
    bool upright = false;

    bool operator==(const InputDescription &) const = default;
};

/// The longest side that a description may have: a network's first maps at that size are gigabytes.
constexpr int longestInputSide = 4096;

/// Where the description of a network's input comes from.
enum class InputOrigin
{
    Network, ///< from nowhere: the notebook's, or what the network was found to run on
    Beside, ///< a file beside the network
    Told, ///< by the user, who is always right
};

/// The notebook's: 128×128, stretched, in [0, 1].
InputDescription food11Input();

/// What torchvision's networks were trained on: 224×224 out of 256, normalised.
InputDescription imagenetInput();

/// Whether this is one that a network can have. Throws Error: InvalidOption.
void checkInput(const InputDescription &input);

/// "food11", "imagenet", or a JSON file. Throws Error: what readInput throws.
InputDescription inputOf(const std::string &presetOrFile);

/// Reads the JSON that docs/networks.md describes; what it does not say is as in the notebook. Throws
/// Error: NotAnInputDescription, JsonBroken, InvalidOption, NoSuchFile, CannotRead, FileEmpty.
InputDescription readInput(const std::filesystem::path &file);

/// Reads such a text, e.g. what toJson gave. Throws Error: NotAnInputDescription, InvalidOption.
InputDescription inputFromJson(const std::string &text);

/// The description that lies beside a network file: of model.pt, model.json or model.pt.json. JSON of another
/// kind does not count, such as a record of the training; where it has keys of a description, too, `notes`
/// tells. Throws Error: InvalidOption, CannotRead.
std::optional<InputDescription> inputBeside(const std::filesystem::path &network, Notes *notes = nullptr);

/// Where to write a description so that inputBeside finds it: over the one that is there, else where no file
/// is. Empty where there is no such place.
std::filesystem::path placeForInput(const std::filesystem::path &network);

/// The class names in the labels.txt beside a network file; empty where there is none, or one that cannot be
/// read as text, of which `notes` tells.
std::vector<std::string> classNamesBeside(const std::filesystem::path &network, Notes *notes = nullptr);

/// The JSON that readInput reads, complete but for class names that are not told.
std::string toJson(const InputDescription &input);

/// The same without class names: what of it changes a photo or an answer; for keys and recipes.
std::string preparationJson(InputDescription input);

const char *name(InputDescription::Channels channels);

/// As in sessions: network, beside, told.
const char *name(InputOrigin origin);

} // namespace convscope
