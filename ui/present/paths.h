#pragma once

#include <QString>
#include <filesystem>
#include <string>

namespace convscope {

// File names are bytes on disk and need not be text: paths stay std::filesystem::path until they are shown.

/// For people to read, on one line; bytes that are no UTF-8 and control characters become U+FFFD.
QString displayText(const std::filesystem::path &path);

/// With the folder that it lies in, as many networks have the same name: "resnet/checkpoint.pth".
QString nameInFolder(const std::filesystem::path &path);

std::filesystem::path toPath(const QString &path);

/// The same name where it leaves room for what results append to it, else its beginning with eight digits of
/// its SHA-256: names are 255 bytes long at most.
std::string shortStem(const std::string &stem);

/// Where the XDG base directory specification wants the program's log and what it was doing last; empty where
/// there is no home.
std::filesystem::path stateFolder();

/// Where the same specification wants what can be made again; empty where there is no home.
std::filesystem::path cacheFolder();

/// Where the same specification wants what the user keeps; empty where there is no home.
std::filesystem::path dataFolder();

/// The window's log; empty where there is no home.
std::filesystem::path logFile();

} // namespace convscope
