#pragma once

#include "ui/jobs/lane.h"
#include "ui/present/reopen.h"

#include <QObject>

namespace convscope {

/// Reads sessions and figures and finds their files, off the GUI thread.
class SessionOpener : public QObject
{
    Q_OBJECT
public:
    SessionOpener(Lane &readers, const NetworkOptions &options, QObject *parent = nullptr);

    /// A session, or a figure whose recipe is read: by the ending of the name.
    void open(const std::filesystem::path &file);
    /// Opens the same again, looking for what is missing in this folder too.
    void lookIn(const std::filesystem::path &folder);
    void save(const Session &session, const std::filesystem::path &file);

    const std::filesystem::path &file() const { return m_file; }

Q_SIGNALS:
    void opened(const Reopened &reopened);
    /// A picture without a recipe, which may be a photo.
    void isNoFigure(const std::filesystem::path &file, const QString &reason);
    void failed(const QString &reason);
    void saved(const std::filesystem::path &file);

private:
    void read();
    void refuse(const Error &error);

    Lane &m_readers;
    NetworkOptions m_options;
    std::filesystem::path m_file;
    QList<std::filesystem::path> m_places;
    JobHandle m_reading;
    JobHandle m_saving;
};

} // namespace convscope
