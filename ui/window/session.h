#pragma once

#include <QByteArray>
#include <QString>
#include <filesystem>
#include <vector>

namespace convscope {

/// What is remembered from one run of the window to the next.
struct Session
{
    std::filesystem::path folder;
    QString split;
    std::filesystem::path network;
    std::vector<std::filesystem::path> photos; ///< selected
    int layer = -1; ///< -1: none was chosen
    int filter = 0;
    bool demoHintClosed = false;
    QByteArray geometry;
    QByteArray docks;
};

Session loadSession();
void saveSession(const Session &session);

} // namespace convscope
