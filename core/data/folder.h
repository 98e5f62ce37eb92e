#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

namespace convscope {

using Clock = std::chrono::steady_clock;

/// The folder of masks that repeats a data set's tree (core/data/mask.h).
constexpr const char *masksName = "masks";

/// Whether a name ends like a picture's. Kinds that cannot be decoded (GIF, HEIC, AVIF) count too, so that
/// the user is told why and the index counts as the notebook's does.
bool endsLikeAPicture(const std::string &name);

/// A folder as far as it has been read: its pictures and its folders by name. Hidden entries do not count,
/// nor do folders that systems and archives leave behind (`__MACOSX`, `lost+found`, `$RECYCLE.BIN`).
///
/// Single entries are asked about only where the folder itself does not tell their kind (links), so that a
/// hundred thousand are quick.
class Folder
{
public:
    explicit Folder(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }

    /// Reads on until all is read, at least `pictures` are found, or it is later than `until`. Throws Error:
    /// NoSuchFile, CannotRead.
    void read(Clock::time_point until = Clock::time_point::max(), std::size_t pictures = std::size_t(-1));
    /// Takes what was found so far as all there is.
    void giveUp();

    bool isRead() const { return m_isRead; }
    const std::filesystem::path &path() const { return m_path; }
    std::string name() const { return m_path.filename().native(); }
    /// By the bytes of the names once all is read.
    const std::vector<std::string> &pictures() const { return m_pictures; }
    const std::vector<std::string> &folders() const { return m_folders; }

    /// The folder of that name in this one; the same object at each call.
    Folder &child(const std::string &name);
    /// Whether a folder in this one is only linked to. Such links may lead in circles.
    bool isLink(const std::string &name) const;

private:
    void begin();
    void take(const std::filesystem::directory_entry &entry);

    std::filesystem::path m_path;
    bool m_isBegun = false;
    bool m_isRead = false;
    std::filesystem::directory_iterator m_entry;
    std::error_code m_error;
    std::vector<std::string> m_pictures;
    std::vector<std::string> m_folders;
    std::map<std::string, std::unique_ptr<Folder>> m_children;
};

} // namespace convscope
