#pragma once

#include "ui/board/boardcontroller.h"

#include <QObject>

namespace convscope {

/// Writes the board as a figure, off the GUI thread: hashing a network takes a while.
class FigureExport : public QObject
{
    Q_OBJECT
public:
    FigureExport(BoardController &controller, Lane &writers, QObject *parent = nullptr);

    /// The board as it is now. PNG, SVG or PDF by the ending of the name.
    void write(const std::filesystem::path &file);

Q_SIGNALS:
    void written(const std::filesystem::path &file);
    void failed(const QString &reason);

private:
    BoardController &m_controller;
    Lane &m_writers;
    JobHandle m_writing;
};

} // namespace convscope
