#pragma once

#include "ui/board/boardcontroller.h"
#include "ui/export/figurechoice.h"

#include <QObject>
#include <functional>
#include <vector>

namespace convscope {

/// Writes the board as a figure, off the GUI thread: hashing a network takes a while.
class FigureExport : public QObject
{
    Q_OBJECT
public:
    FigureExport(BoardController &controller, Lane &writers, QObject *parent = nullptr);

    /// The board as it is now; where the choice waits, as it is once nothing of it is being computed any
    /// more. PNG, SVG or PDF by the ending of the name. `session` says how the board came about; it is asked
    /// when the figure is written.
    void write(
        const std::filesystem::path &file, std::function<Session()> session, const FigureChoice &choice);

    /// The figures that are not written yet, as something of them is still being computed.
    std::vector<std::filesystem::path> waitingFiles() const;

    /// Where the numbers of a figure go if nothing else is said: "map-numbers" beside "map.png".
    static std::filesystem::path folderBeside(const std::filesystem::path &figure);

    /// How many pictures of the choice are on their way.
    int computing(const FigureChoice &choice) const;

Q_SIGNALS:
    /// The figure is written once that many pictures are there.
    void waiting(const std::filesystem::path &file, int pictures);
    /// `numbers` is the folder that they were written to; empty where they were not asked for.
    void written(const std::filesystem::path &file, const std::filesystem::path &numbers);
    void failed(const QString &reason);

private:
    struct Waiting
    {
        std::filesystem::path file;
        std::function<Session()> session;
        FigureChoice choice;
        QStringList board; ///< what its rows and columns were
    };

    QStringList shape() const;
    void writeWhatIsThere();
    void writeNow(const std::filesystem::path &file, const Session &session, const FigureChoice &choice);

    BoardController &m_controller;
    Lane &m_writers;
    std::vector<JobHandle> m_writing;
    std::vector<Waiting> m_waiting;
};

} // namespace convscope
