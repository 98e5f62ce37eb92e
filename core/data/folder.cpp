#include "core/data/folder.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace convscope {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 16> endings{"jpg", "jpeg", "jpe", "jfif", "png", "webp", "bmp", "ppm",
    "pgm", "pnm", "tif", "tiff", "gif", "heic", "heif", "avif"};

/// What zip archives of macOS, file systems and storage boxes put beside one's own folders.
constexpr std::array<std::string_view, 5> leftBehind{
    "__MACOSX", "lost+found", "$RECYCLE.BIN", "System Volume Information", "@eaDir"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

} // namespace

bool endsLikeAPicture(const std::string &name)
{
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos)
        return false;
    std::string ending = name.substr(dot + 1);
    std::transform(ending.begin(), ending.end(), ending.begin(), lower);
    return std::ranges::find(endings, ending) != endings.end();
}

void Folder::begin()
{
    std::error_code error;
    if (!fs::exists(m_path, error) && !error)
        throw Error(ErrorKind::NoSuchFile, m_path);
    m_entry = fs::directory_iterator(m_path, m_error);
    m_isBegun = true;
}

void Folder::read(Clock::time_point until, std::size_t pictures)
{
    if (m_isRead)
        return;
    if (!m_isBegun)
        begin();
    while (!m_error && m_entry != fs::directory_iterator()) {
        take(*m_entry);
        m_entry.increment(m_error);
        if (m_pictures.size() >= pictures || Clock::now() > until)
            return;
    }
    if (m_error)
        throw Error(ErrorKind::CannotRead, m_path, {m_error.message()});
    giveUp();
}

void Folder::giveUp()
{
    m_isRead = true;
    m_entry = {};
    std::ranges::sort(m_pictures);
    std::ranges::sort(m_folders);
}

void Folder::take(const fs::directory_entry &entry)
{
    std::string name = entry.path().filename().native();
    if (name.starts_with('.'))
        return;
    std::error_code dangling; // a link to nothing still counts as a picture: reading it will say so
    if (entry.is_directory(dangling)) {
        if (std::ranges::find(leftBehind, name) == leftBehind.end())
            m_folders.push_back(std::move(name));
    } else if (endsLikeAPicture(name) && (entry.is_regular_file(dangling) || entry.is_symlink(dangling))) {
        m_pictures.push_back(std::move(name));
    }
}

Folder &Folder::child(const std::string &name)
{
    std::unique_ptr<Folder> &known = m_children[name];
    if (!known)
        known = std::make_unique<Folder>(m_path / name);
    return *known;
}

bool Folder::isLink(const std::string &name) const
{
    std::error_code gone;
    return fs::is_symlink(m_path / name, gone);
}

} // namespace convscope
