#pragma once

#include "ui/jobs/lane.h"

#include <filesystem>
#include <functional>
#include <string>

class QImage;

namespace convscope {

struct Drawing;

/// Writes what people take out of the window by its menus, and copies it to the clipboard. What has to be
/// made for that is made on other threads. It belongs to what is not seen, so that a file is written also
/// where the panel that was asked is gone by then.
class Saver : public QObject
{
    Q_OBJECT
public:
    /// `writers` must outlive it.
    explicit Saver(Lane &writers, QObject *parent = nullptr);

    /// Called on another thread. Throws Error.
    using Bytes = std::function<std::string()>;

    void save(const std::filesystem::path &file, Bytes bytes);
    void savePicture(const std::filesystem::path &file, const QImage &picture);
    /// As a figure, of the kind that the name's ending tells.
    void saveDrawing(const std::filesystem::path &file, const Drawing &drawing);

    /// The clipboard gets what was copied last, even if it takes less time than what was copied before.
    void copyText(Bytes text);
    void copyPicture(const QImage &picture);
    void copyDrawing(const Drawing &drawing);

Q_SIGNALS:
    void saved(const std::filesystem::path &file);
    /// Nothing was written, or copied.
    void failed(const QString &reason);

private:
    void start(const std::filesystem::path &file, std::function<void()> write);

    Lane &m_writers;
    std::vector<JobHandle> m_saving;
    JobHandle m_copying;
};

} // namespace convscope
