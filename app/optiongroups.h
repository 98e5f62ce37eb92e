#pragma once

#include "core/data/labels.h"
#include "core/network/network.h"
#include "ui/present/demo.h"

#include <QString>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace convscope {

// Options that several commands have. Each group adds its own to a command, which keeps the group alive until
// the command line is parsed. check() throws UsageError.

/// The demo that comes with the program.
Demo installedDemo();

struct NetworkGroup
{
    std::filesystem::path model;
    NetworkOptions options;
    std::optional<std::string> input; ///< preset or file; none: what lies beside the network
    int threads = 0;
    bool demo = false; ///< the demo stands in for what is not given

    void bind(CLI::App &app);
    /// Takes the demo's network where none is given and the demo is asked for.
    void complete();
    void check() const;
    /// Whether something is said of how a network is to be asked.
    bool isAskedOf() const;
    /// With the input read. Throws Error.
    NetworkOptions resolved() const;
};

/// What tells the true classes of photos, and what the classes are called.
struct LabelGroup
{
    LabelsAsked asked = LabelsAsked::Automatic;
    std::filesystem::path map; ///< from the folder's classes to the network's; empty: none
    std::filesystem::path classes; ///< names of the classes, one a line; empty: those that the network brings

    void bind(CLI::App &app);
    void bindClasses(CLI::App &app);
    /// With the map read. Throws Error.
    LabelChoice choice() const;
};

struct FolderGroup
{
    std::filesystem::path data;
    std::string split;

    void bind(CLI::App &app, const QString &dataHelp, const QString &splitHelp);
};

/// Photos: files, or some of a folder.
struct PhotoGroup
{
    std::vector<std::filesystem::path> images;
    FolderGroup folder;
    std::vector<int> indices;
    LabelGroup labels;

    void bind(CLI::App &app);
    bool areGiven() const;
    /// Takes the demo's photos where none are given.
    void useDemo();
    void check() const;
};

/// Whether random numbers run on from photo to photo.
struct StreamGroup
{
    bool isShared = false;

    void bind(CLI::App &app);
};

} // namespace convscope
