#include "core/data/photoset.h"

#include "core/computing.h"
#include "core/data/folderlayout.h"
#include "core/data/neighbours.h"
#include "core/error.h"

#include <algorithm>

namespace convscope {

namespace fs = std::filesystem;

struct PhotoListing::State
{
    struct Waiting
    {
        Folder *folder;
        std::size_t classFolder;
    };

    State(fs::path asked, std::string split)
        : root(std::move(asked))
        , finder(root, std::move(split))
    {
    }

    bool step(Clock::time_point until);
    bool walk(Clock::time_point until);
    void begin();
    void take(Waiting done);
    void settle();
    void add(PhotoSet &to, const Folder &folder) const;

    Folder root;
    LayoutFinder finder;
    std::optional<NeighbourFinder> neighbours; ///< of a folder that holds photos itself
    LabelQuestion question;
    std::chrono::milliseconds slice{};
    bool isLaidOut = false;
    bool isWhole = false; ///< all photos are in the set
    std::vector<Waiting> waiting; ///< the next one last; read up to there
    std::shared_ptr<PhotoSet> set = std::make_shared<PhotoSet>();
};

void PhotoListing::State::add(PhotoSet &to, const Folder &folder) const
{
    std::vector<std::string> names = folder.pictures();
    if (!folder.isRead())
        std::ranges::sort(names);
    to.photos.reserve(to.photos.size() + names.size());
    for (const std::string &name : names)
        to.photos.push_back({folder.path() / name, {}});
}

/// Once it is known how the photos lie.
void PhotoListing::State::begin()
{
    const FoundLayout &found = finder.found();
    isLaidOut = true;
    set->folder = found.home->path();
    set->layout = found.layout;
    set->splits = found.splits;
    set->split = found.split;
    if (found.inside.empty()) {
        add(*set, *found.home); // which is read
        neighbours.emplace(set->folder);
        isWhole = true;
    }
    for (std::size_t i = found.inside.size(); i-- > 0;)
        waiting.push_back({&found.home->child(found.inside[i]), i});
}

/// The folders in a class folder belong to it; links are not followed, they may lead in circles.
void PhotoListing::State::take(Waiting done)
{
    add(*set, *done.folder);
    const std::vector<std::string> &inner = done.folder->folders();
    for (std::size_t i = inner.size(); i-- > 0;) {
        if (inner[i] != masksName && !done.folder->isLink(inner[i]))
            waiting.push_back({&done.folder->child(inner[i]), done.classFolder});
    }
    if (!set->layout.classFolders.empty())
        set->layout.classFolders[done.classFolder].end = set->photos.size();
}

bool PhotoListing::State::walk(Clock::time_point until)
{
    const Waiting next = waiting.back();
    next.folder->read(until);
    if (!next.folder->isRead())
        return true;
    waiting.pop_back();
    take(next);
    isWhole = waiting.empty();
    return true;
}

void PhotoListing::State::settle()
{
    if (neighbours) {
        set->layout.neighbours = neighbours->found();
        set->layout.isUnlabelled = set->layout.isUnlabelled || neighbours->isUnlabelled();
    }
    takeLabels(*set, question);
}

bool PhotoListing::State::step(Clock::time_point until)
{
    if (!isLaidOut) {
        if (!finder.step(until))
            begin();
        return true;
    }
    if (!isWhole)
        return walk(until);
    if (neighbours && neighbours->step(until))
        return true;
    settle();
    return false;
}

PhotoListing::PhotoListing(
    fs::path folder, std::string split, LabelQuestion question, std::chrono::milliseconds slice)
    : m_state(std::make_unique<State>(std::move(folder), std::move(split)))
{
    m_state->question = std::move(question);
    m_state->slice = slice;
}

PhotoListing::~PhotoListing() = default;

bool PhotoListing::step()
{
    mayBlock("PhotoListing::step");
    const auto until = Clock::now() + m_state->slice;
    bool more = true;
    do
        more = m_state->step(until);
    while (more && Clock::now() < until);
    return more;
}

Progress PhotoListing::progress() const
{
    const State &state = *m_state;
    const std::size_t reading = !state.isLaidOut ? state.finder.photosSoFar()
        : state.waiting.empty()                  ? 0
                                                 : state.waiting.back().folder->pictures().size();
    return {int(state.set->photos.size() + reading), 0};
}

std::shared_ptr<const PhotoSet> PhotoListing::result() const
{
    const State &state = *m_state;
    if (state.isWhole)
        return state.set;
    auto found = std::make_shared<PhotoSet>(*state.set);
    if (!state.isLaidOut) {
        const Folder &here = state.finder.here();
        found->folder = here.path();
        found->splits = state.finder.found().splits;
        found->split = state.finder.found().split;
        if (state.finder.photosSoFar() > 0)
            state.add(*found, here);
    }
    return found;
}

PhotoSet openPhotoSet(const fs::path &folder, const std::string &split, const LabelQuestion &question)
{
    PhotoListing listing(folder, split, question);
    while (listing.step()) { }
    return *listing.result();
}

std::vector<std::string> splitsOf(const fs::path &folder)
{
    mayBlock("splitsOf");
    Folder root(folder);
    LayoutFinder finder(root, {});
    try {
        while (finder.step(Clock::time_point::max())) { }
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::FolderWithoutImages)
            throw;
    }
    return finder.found().splits;
}

} // namespace convscope
