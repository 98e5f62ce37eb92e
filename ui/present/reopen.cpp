#include "ui/present/reopen.h"

#include "core/error.h"
#include "core/runtime.h"
#include "ui/present/paths.h"
#include "ui/present/results.h"

#include <algorithm>
#include <vector>

namespace convscope {

namespace {

namespace fs = std::filesystem;
using Kind = Change::Kind;

constexpr int levelsAbove = 3;

/// The ends of a path, the longest first: "a/b/c.jpg", "b/c.jpg", "c.jpg".
std::vector<fs::path> endsOf(const fs::path &path)
{
    std::vector<fs::path> ends;
    fs::path end;
    const fs::path names = path.relative_path();
    for (auto name = names.end(); name != names.begin();) {
        --name;
        end = end.empty() ? *name : *name / end;
        ends.insert(ends.begin(), end);
    }
    return ends;
}

class Search
{
public:
    explicit Search(const QList<fs::path> &places)
    {
        for (const fs::path &place : places) {
            fs::path folder = place;
            for (int level = 0; level <= levelsAbove && folder != folder.root_path(); ++level) {
                m_folders.push_back(folder);
                folder = folder.parent_path();
            }
        }
    }

    /// Where `path` is now; empty where it is not found. `exists` tells what counts.
    template <typename Exists> fs::path find(const fs::path &path, Exists exists) const
    {
        if (exists(path))
            return path;
        const std::vector<fs::path> ends = endsOf(path);
        for (const fs::path &folder : m_folders) {
            for (const fs::path &end : ends) {
                if (exists(folder / end))
                    return folder / end;
            }
        }
        return {};
    }

private:
    std::vector<fs::path> m_folders;
};

bool isFile(const fs::path &path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

bool isFolder(const fs::path &path)
{
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

/// Finds the files of one session and notes what has changed.
class Reopening
{
public:
    Reopening(const Session &session, const QList<fs::path> &places)
        : m_search(places)
        , m_then(session)
        , m_now{session, {}}
    {
    }

    Reopened run(const NetworkOptions &options)
    {
        findNetwork(m_now.session.network);
        findNetwork(m_now.session.second.network);
        findFolder();
        findPhotos();
        comparePrograms();
        compareRuns(options);
        return std::move(m_now);
    }

private:
    void note(Kind kind, const QStringList &values = {}) { m_now.changes += {kind, values}; }

    /// Where the file is now; empty where it is missing.
    fs::path found(const fs::path &file, const QString &hash)
    {
        return file.empty() ? file : compared(file, hash, m_search.find(file, isFile));
    }

    fs::path compared(const fs::path &then, const QString &hash, const fs::path &now)
    {
        if (now.empty())
            note(Kind::FileMissing, {displayText(then)});
        else if (now != then)
            note(Kind::FileMoved, {displayText(then), displayText(now)});
        if (!now.empty() && !hash.isEmpty() && hashOf(now) != hash)
            note(Kind::FileDiffers, {displayText(now)});
        return now;
    }

    static QString hashOf(const fs::path &file)
    {
        try {
            return fileHash(file);
        } catch (const Error &) {
            return {}; // whoever opens it will say why it cannot be read
        }
    }

    void findNetwork(UsedNetwork &network)
    {
        network.file.file = found(network.file.file, network.file.hash);
        keepInput(network);
    }

    /// Where what lies beside the network says something else now, photos are prepared as they were then.
    static void keepInput(UsedNetwork &network)
    {
        if (network.file.file.empty() || network.inputOrigin == InputOrigin::Told)
            return;
        try {
            const auto beside = inputBeside(network.file.file);
            const bool isSame = beside ? preparationJson(*beside) == preparationJson(network.input)
                                       : network.inputOrigin == InputOrigin::Network;
            if (isSame)
                return;
        } catch (const Error &) { // it cannot be read now
        }
        network.inputOrigin = InputOrigin::Told;
    }

    void findFolder()
    {
        if (m_then.folder.empty())
            return;
        m_now.session.folder = m_search.find(m_then.folder, isFolder);
        if (m_now.session.folder.empty())
            note(Kind::FileMissing, {displayText(m_then.folder)});
        else if (m_now.session.folder != m_then.folder)
            note(Kind::FileMoved, {displayText(m_then.folder), displayText(m_now.session.folder)});
    }

    void findPhotos()
    {
        m_now.session.photos.clear();
        for (UsedPhoto photo : m_then.photos) {
            photo.file = moved(photo);
            if (!photo.file.empty())
                m_now.session.photos += photo;
        }
    }

    /// A photo of a folder that was found elsewhere moved with it, which needs no word.
    fs::path moved(const UsedPhoto &photo)
    {
        const fs::path below = photo.file.lexically_relative(m_then.folder);
        if (m_then.folder.empty() || below.empty() || *below.begin() == "..")
            return found(photo.file, photo.hash);
        if (m_now.session.folder.empty())
            return {}; // the folder was said to be missing
        const fs::path now = m_now.session.folder / below;
        return compared(now, photo.hash, isFile(now) ? now : fs::path());
    }

    void compareProgram(const char *name, const QString &then, const QString &now)
    {
        if (!then.isEmpty() && then != now)
            note(Kind::OtherProgram, {QString::fromLatin1(name), then, now});
    }

    void comparePrograms()
    {
        const ProgramVersions now = ProgramVersions::current();
        compareProgram("Convscope", m_then.program.convscope, now.convscope);
        compareProgram("LibTorch", m_then.program.libtorch, now.libtorch);
        compareProgram("OpenCV", m_then.program.opencv, now.opencv);
    }

    void compareRuns(const NetworkOptions &options)
    {
        if (!m_then.network.file.file.empty() && m_then.network.precision != options.precision)
            note(Kind::OtherPrecision,
                {QLatin1String(name(m_then.network.precision)), QLatin1String(name(options.precision))});
        const QString device = QString::fromStdString(resolveDevice(options.device));
        if (!m_then.network.device.isEmpty() && m_then.network.device != device)
            note(Kind::OtherDevice, {m_then.network.device, device});
        if (m_then.sharedStream)
            note(Kind::SharedStream);
        if (!m_then.unknown.isEmpty())
            note(Kind::Unknown, {m_then.unknown.mid(0, 8).join(QStringLiteral(", "))});
    }

    Search m_search;
    const Session &m_then;
    Reopened m_now;
};

} // namespace

bool Reopened::isMissing() const
{
    return std::any_of(changes.begin(), changes.end(),
        [](const Change &change) { return change.kind == Kind::FileMissing; });
}

Reopened reopen(const Session &session, const QList<fs::path> &places, const NetworkOptions &options)
{
    return Reopening(session, places).run(options);
}

Session withHashes(Session session)
{
    for (UsedFile *file : {&session.network.file, &session.second.network.file}) {
        if (!file->file.empty())
            file->hash = fileHash(file->file);
    }
    for (UsedPhoto &photo : session.photos)
        photo.hash = fileHash(photo.file);
    return session;
}

} // namespace convscope
