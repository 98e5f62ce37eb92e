#pragma once

#include "core/data/labels.h"
#include "core/network/drawnanew.h"
#include "core/network/network.h"
#include "ui/present/demo.h"

#include <filesystem>
#include <string>

namespace convscope {

/// What the window opens with; empty paths where nothing was asked.
struct WindowOptions
{
    std::filesystem::path model;
    std::filesystem::path data;
    std::string split;
    Demo demo = {}; ///< opened where nothing is asked and nothing remembered, and from the menu
    bool openDemo = false; ///< whatever is remembered
    NetworkOptions network;
    std::filesystem::path file = {}; ///< a figure or a session
    std::filesystem::path documentation = {}; ///< the first page of the user's guide
    int threads = 0; ///< of the computation, as useThreads takes it
    LabelChoice labels = {}; ///< of the photos
    std::filesystem::path second = {}; ///< the network beside the first one
    std::optional<DrawnAnew> drawn = {}; ///< in place of a file of its own
};

/// Opens the window and runs until it is closed. Constructs the QApplication and sets LC_NUMERIC back to C
/// after it. Returns the process's exit code.
int runWindow(int &argc, char **argv, const WindowOptions &options);

} // namespace convscope
