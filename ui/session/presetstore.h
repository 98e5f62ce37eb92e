#pragma once

#include "ui/jobs/lane.h"
#include "ui/present/keptpresets.h"

#include <QObject>
#include <functional>

namespace convscope {

/// The presets that the user keeps, and files of presets, read and written off the GUI thread.
class PresetStore : public QObject
{
    Q_OBJECT
public:
    /// Reads what is kept; changed() tells when that is done.
    explicit PresetStore(QObject *parent = nullptr);

    /// The user's own, by name.
    const QList<Preset> &kept() const { return m_kept; }
    bool has(const QString &name) const;

    /// In place of the one that has this name.
    void keep(const Preset &preset);
    /// In place of the one that has the new name.
    void rename(const QString &from, const QString &to);
    void forget(const QString &name);

    void open(const std::filesystem::path &file);
    void save(const Preset &preset, const std::filesystem::path &file);

Q_SIGNALS:
    void changed(); ///< what is kept
    void added(const QString &name); ///< it is kept from now on
    void opened(const Preset &preset);
    void saved(const std::filesystem::path &file);
    void failed(const QString &reason);

private:
    void read(std::function<void()> change, const QString &name = {});
    void take(const KeptPresets &kept);

    Lane m_disk;
    std::vector<JobHandle> m_jobs;
    JobHandle m_opening;
    QList<Preset> m_kept;
    QStringList m_told; ///< of files that cannot be read
};

} // namespace convscope
