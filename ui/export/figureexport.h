#pragma once

#include "ui/board/boardcontroller.h"
#include "ui/export/figurechoice.h"

#include <QObject>
#include <vector>

namespace convscope {

/// Writes the board as a figure, off the GUI thread: hashing a network takes a while.
class FigureExport : public QObject
{
    Q_OBJECT
public:
    FigureExport(BoardController &controller, Lane &writers, QObject *parent = nullptr);

    /// The board as it is now. PNG, SVG or PDF by the ending of the name. `session` says how it came about.
    void write(const std::filesystem::path &file, const Session &session, const FigureChoice &choice);

    /// Where the numbers of a figure go if nothing else is said: "map-numbers" beside "map.png".
    static std::filesystem::path folderBeside(const std::filesystem::path &figure);

Q_SIGNALS:
    /// `numbers` is the folder that they were written to; empty where they were not asked for.
    void written(const std::filesystem::path &file, const std::filesystem::path &numbers);
    void failed(const QString &reason);

private:
    BoardController &m_controller;
    Lane &m_writers;
    std::vector<JobHandle> m_writing;
};

} // namespace convscope
