#pragma once

#include "core/data/labels.h"
#include "core/explain/methods.h"
#include "core/network/network.h"
#include "ui/present/colours.h"
#include "ui/present/demo.h"
#include "ui/present/figure.h"
#include "ui/present/view.h"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace convscope {

enum class Command
{
    Window,
    Layers,
    Predict,
    Evaluate,
    Explain, ///< saliency, activation, visualize or lime: whichever `methods` holds
    Figure
};

/// One run of the program as it was asked for on the command line.
struct Invocation
{
    Command command = Command::Window;
    std::string name; ///< of the subcommand

    std::filesystem::path model;
    std::filesystem::path classes; ///< names of the classes, one a line; empty: the built-in ones
    NetworkOptions network;
    std::optional<std::string> input; ///< preset or file; none: what lies beside the network
    int threads = 0;
    bool verbose = false;
    bool demo = false; ///< the demo stands in for what is not given

    std::filesystem::path open; ///< a figure or a session, for the window

    // Photos: files, or some of a folder.
    std::vector<std::filesystem::path> images;
    std::filesystem::path data;
    std::string split;
    std::vector<int> indices;
    LabelsAsked labels = LabelsAsked::Automatic; ///< what tells them
    std::filesystem::path labelMap; ///< from the folder's classes to the network's; empty: none

    // What is asked and where the answer goes.
    std::vector<MethodOptions> methods;
    std::optional<std::string>
        layer; ///< index or qualified name; only an open network can tell what it means
    std::optional<std::string> target; ///< name of the class to explain; the same
    bool sharedStream = false; ///< LIME's random numbers run on from photo to photo
    bool json = false;
    bool localisation = false; ///< evaluate the `methods` on the photos that have a mask
    std::filesystem::path out; ///< a folder; a file for a figure

    // A figure's looks.
    std::vector<View> views;
    Colours colours = Colours::Board;
    bool outline = false; ///< of the food
    FigureStyle style;
};

/// The program was called wrongly: nothing was done. The text is a sentence.
class UsageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Fills in the demo's network where none is given, and its photos where none are.
void useDemo(Invocation &asked, const Demo &demo);

/// Throws UsageError for what no single option can tell: what is missing, and what excludes each other.
void checkInvocation(const Invocation &asked);

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr int exitInterrupted = 130; // as a shell reports a program that Ctrl-C ended

} // namespace convscope
