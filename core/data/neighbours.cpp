#include "core/data/neighbours.h"

#include "core/data/folderlayout.h"
#include "core/error.h"

namespace convscope {

namespace fs = std::filesystem;

namespace {

constexpr int levelsAbove = 3;

} // namespace

NeighbourFinder::NeighbourFinder(const fs::path &folder)
{
    std::error_code error;
    const fs::path whole = fs::absolute(folder, error).lexically_normal();
    m_folder = whole.filename().empty() ? whole.parent_path() : whole; // "photos/"
    ascend();
}

/// To the folder above, unless this one is a split: what lies beside that are no classes.
void NeighbourFinder::ascend()
{
    m_above.reset();
    m_looked = 0;
    const std::string name = m_folder.filename().native();
    const fs::path above = m_folder.parent_path();
    m_isUnlabelled = m_isUnlabelled || isUnlabelledName(name);
    if (m_level++ < levelsAbove && !isSplitName(name) && above != m_folder && above != above.root_path())
        m_above = std::make_unique<Folder>(above);
}

/// What of a folder must be read before it is known whether it holds pictures itself, after going through
/// folders that hold nothing but one folder.
Folder *NeighbourFinder::unread(Folder &folder)
{
    Folder *here = &folder;
    for (int depth = 0; depth < deepestLone && here->pictures().empty(); ++depth) {
        if (!here->isRead())
            return here;
        if (here->folders().size() != 1 || here->isLink(here->folders().front()))
            return nullptr;
        here = &here->child(here->folders().front());
    }
    return nullptr;
}

bool NeighbourFinder::holdsPictures(Folder &folder)
{
    Folder *here = &folder;
    while (here->pictures().empty() && here->folders().size() == 1)
        here = &here->child(here->folders().front());
    return !here->pictures().empty();
}

void NeighbourFinder::read(Folder &folder, Clock::time_point until, std::size_t pictures)
{
    try {
        folder.read(until, pictures);
    } catch (const Error &) {
        folder.giveUp();
    }
}

void NeighbourFinder::take()
{
    Neighbours neighbours;
    for (const std::string &name : photoFolders(*m_above)) {
        if (isSplitName(name) || !holdsPictures(m_above->child(name))) {
            neighbours.areAll = false;
            continue;
        }
        if (name == m_folder.filename().native())
            neighbours.self = neighbours.names.size();
        neighbours.names.push_back(name);
    }
    if (neighbours.self < neighbours.names.size()
        && neighbours.names[neighbours.self] == m_folder.filename().native())
        m_found.push_back(std::move(neighbours));
    m_folder = m_above->path();
    ascend();
}

/// What is to be read next; null where all is known.
Folder *NeighbourFinder::unread()
{
    if (!m_above->isRead())
        return m_above.get();
    for (; m_looked < m_above->folders().size(); ++m_looked) {
        const std::string &name = m_above->folders()[m_looked];
        Folder *folder = isSplitName(name) ? nullptr : unread(m_above->child(name));
        if (folder)
            return folder;
    }
    return nullptr;
}

bool NeighbourFinder::step(Clock::time_point until)
{
    while (m_above) {
        if (Folder *next = unread())
            read(*next, until, next == m_above.get() ? std::size_t(-1) : 1);
        else
            take();
        if (Clock::now() > until)
            return m_above != nullptr;
    }
    return false;
}

} // namespace convscope
