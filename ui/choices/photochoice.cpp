#include "ui/choices/photochoice.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace convscope {

namespace {

/// Compares bytes: to compare paths part by part takes long for a hundred thousand.
bool isSame(const PhotoRef &a, const PhotoRef &b) { return a.file.native() == b.file.native(); }

bool holds(const std::vector<ChosenPhoto> &chosen, const PhotoRef &photo)
{
    return std::ranges::any_of(chosen, [&](const ChosenPhoto &one) { return isSame(one.photo, photo); });
}

bool drop(std::vector<ChosenPhoto> &chosen, const PhotoRef &photo)
{
    return std::erase_if(chosen, [&](const ChosenPhoto &one) { return isSame(one.photo, photo); }) > 0;
}

void shorten(std::vector<ChosenPhoto> &chosen, int max)
{
    if (chosen.size() > std::size_t(max))
        chosen.resize(std::size_t(max));
}

} // namespace

void PhotoChoice::setOpen(std::shared_ptr<const PhotoSet> photos)
{
    m_open = std::move(photos);
    find(m_pinned);
    find(m_selected);
    std::erase_if(m_selected, [](const ChosenPhoto &chosen) { return chosen.place < 0; });
}

bool PhotoChoice::isAtItsPlace(const ChosenPhoto &chosen) const
{
    return chosen.place >= 0 && std::size_t(chosen.place) < m_open->photos.size()
        && isSame(m_open->photos[std::size_t(chosen.place)], chosen.photo);
}

/// Finds out where these photos lie among those that are open, and takes the labels that they have there.
void PhotoChoice::find(std::vector<ChosenPhoto> &chosen) const
{
    std::unordered_map<std::string_view, ChosenPhoto *> lost;
    for (ChosenPhoto &one : chosen) {
        if (isAtItsPlace(one))
            continue;
        one.place = -1;
        lost.emplace(one.photo.file.native(), &one);
    }
    for (std::size_t place = 0; place < m_open->photos.size() && !lost.empty(); ++place) {
        const auto found = lost.find(m_open->photos[place].file.native());
        if (found == lost.end())
            continue;
        found->second->place = int(place);
        lost.erase(found);
    }
    for (ChosenPhoto &one : chosen) {
        if (one.place >= 0)
            one.photo = m_open->photos[std::size_t(one.place)];
    }
}

std::vector<PhotoRef> PhotoChoice::onBoard() const
{
    std::vector<PhotoRef> photos;
    for (const ChosenPhoto &one : m_pinned)
        photos.push_back(one.photo);
    for (const ChosenPhoto &one : m_selected) {
        if (photos.size() < std::size_t(max) && !isPinned(one.photo))
            photos.push_back(one.photo);
    }
    return photos;
}

QList<UsedPhoto> PhotoChoice::used() const
{
    QList<UsedPhoto> photos;
    for (const PhotoRef &photo : onBoard())
        photos.append({photo.file, {}, {}, isPinned(photo)});
    return photos;
}

bool PhotoChoice::isPinned(const PhotoRef &photo) const { return holds(m_pinned, photo); }

bool PhotoChoice::isOnBoard(const PhotoRef &photo) const
{
    return std::ranges::any_of(onBoard(), [&](const PhotoRef &other) { return isSame(other, photo); });
}

std::unordered_set<int> PhotoChoice::pinnedPlaces() const
{
    std::unordered_set<int> places;
    for (const ChosenPhoto &one : m_pinned) {
        if (one.place >= 0)
            places.insert(one.place);
    }
    return places;
}

std::vector<std::filesystem::path> PhotoChoice::pinnedElsewhere() const
{
    std::vector<std::filesystem::path> files;
    for (const ChosenPhoto &one : m_pinned) {
        if (one.place < 0)
            files.push_back(one.photo.file);
    }
    return files;
}

void PhotoChoice::select(const std::vector<int> &places)
{
    m_selected.clear();
    for (const int place : places) {
        if (m_selected.size() < std::size_t(max))
            m_selected.push_back({m_open->photos[std::size_t(place)], place});
    }
}

void PhotoChoice::take(const QList<UsedPhoto> &photos)
{
    const std::vector<ChosenPhoto> before = std::exchange(m_pinned, {});
    m_selected.clear();
    for (const UsedPhoto &photo : photos) {
        // The label of a photo that is not open is known where it was pinned before.
        const auto known = std::ranges::find_if(
            before, [&](const ChosenPhoto &one) { return one.photo.file.native() == photo.file.native(); });
        const ChosenPhoto chosen = known == before.end() ? ChosenPhoto{{photo.file, {}}} : *known;
        (photo.pinned ? m_pinned : m_selected).push_back(chosen);
    }
    find(m_pinned);
    find(m_selected);
    std::erase_if(m_selected, [](const ChosenPhoto &chosen) { return chosen.place < 0; });
    shorten(m_pinned, maxPinned);
    shorten(m_selected, max);
}

void PhotoChoice::choose(const QList<UsedPhoto> &photos)
{
    const std::vector<ChosenPhoto> before = m_pinned;
    take(photos);
    if (m_pinned.empty())
        m_pinned = before;
    if (m_pinned.empty() && m_selected.empty() && !m_open->photos.empty())
        select({0});
}

bool PhotoChoice::togglePin(const PhotoRef &photo)
{
    if (drop(m_pinned, photo))
        return true;
    if (m_pinned.size() >= std::size_t(maxPinned))
        return false;
    m_pinned.push_back({photo});
    find(m_pinned);
    return true;
}

bool PhotoChoice::putOn(const PhotoRef &photo)
{
    if (isOnBoard(photo))
        return true;
    if (onBoard().size() >= std::size_t(max))
        return false;
    std::vector<ChosenPhoto> added{{photo}};
    find(added);
    if (added.front().place >= 0)
        m_selected.push_back(added.front());
    return true;
}

void PhotoChoice::takeOff(const PhotoRef &photo)
{
    drop(m_selected, photo);
    drop(m_pinned, photo);
}

void PhotoChoice::setLabels(const std::vector<PhotoRef> &photos)
{
    for (ChosenPhoto &pinned : m_pinned) {
        for (const PhotoRef &photo : photos) {
            if (isSame(photo, pinned.photo))
                pinned.photo = photo;
        }
    }
}

} // namespace convscope
