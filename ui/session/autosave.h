#pragma once

#include "ui/jobs/lane.h"
#include "ui/present/session.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <future>

namespace convscope {

/// Writes the session to lastSessionFile() soon after it changes, so that a crash loses nothing. Off the GUI
/// thread, whole, and only where it differs from what was written last. While nothing is open, the last
/// session stays.
class Autosave : public QObject
{
    Q_OBJECT
public:
    /// `current` gives the session on the GUI thread.
    explicit Autosave(std::function<Session()> current, QObject *parent = nullptr);

    /// Something has changed.
    void soon();
    /// The program ends: waits briefly for the disk.
    void now();

Q_SIGNALS:
    /// Said once, until it succeeds again.
    void failed(const QString &reason);

private:
    void write();
    /// Empty where nothing is open.
    QByteArray text() const;
    void fail(const Error &error);

    std::function<Session()> m_current;
    Lane m_writer; ///< for nothing else, so that a text is soon on the disk, and never an older one last
    QTimer m_timer;
    JobHandle m_writing;
    std::future<void> m_ended; ///< m_writing, well or not
    QByteArray m_written;
    bool m_failed = false;
};

} // namespace convscope
