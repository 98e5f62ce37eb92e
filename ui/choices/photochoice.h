#pragma once

#include "core/data/photoset.h"
#include "ui/present/session.h"

#include <filesystem>
#include <memory>
#include <unordered_set>
#include <vector>

namespace convscope {

/// A photo that is pinned or selected.
struct ChosenPhoto
{
    PhotoRef photo;
    int place = -1; ///< among the photos that are open; −1: it is of another folder

    bool operator==(const ChosenPhoto &) const = default;
};

/// Which photos are chosen, and from which. The pinned ones stay while the selected ones, which are of the
/// photos that are open, come and go. A value: whoever changes it takes a copy and gives it to Choices.
class PhotoChoice
{
public:
    static constexpr int max = 12; ///< more columns than that cannot be compared
    static constexpr int maxPinned = max - 1; ///< one column is left to browse with

    /// The photos that can be selected.
    const std::shared_ptr<const PhotoSet> &open() const { return m_open; }
    /// Opens other photos. What is selected and still there stays selected, what is pinned stays in any case.
    void setOpen(std::shared_ptr<const PhotoSet> photos);

    /// The one pinned first is the first.
    const std::vector<ChosenPhoto> &pinned() const { return m_pinned; }
    /// In the order in which they were chosen. A pinned photo may be selected too.
    const std::vector<ChosenPhoto> &selected() const { return m_selected; }
    /// The pinned photos and then the selected ones, none twice and not more than `max`.
    std::vector<PhotoRef> onBoard() const;
    /// The same, as a session keeps them.
    QList<UsedPhoto> used() const;
    bool isPinned(const PhotoRef &photo) const;
    bool isOnBoard(const PhotoRef &photo) const;
    /// The places of the pinned photos that are open.
    std::unordered_set<int> pinnedPlaces() const;
    /// The pinned photos that are not open, so that these do not tell their labels.
    std::vector<std::filesystem::path> pinnedElsewhere() const;

    /// Selects the photos of these places, the first `max` of them.
    void select(const std::vector<int> &places);
    /// Selects and pins what a session says, as far as it is there, and nothing else.
    void take(const QList<UsedPhoto> &photos);
    /// Takes these photos. Where none of them is pinned, those that are stay pinned. Where nothing is chosen
    /// then, it selects the first photo.
    void choose(const QList<UsedPhoto> &photos);
    /// Pins the photo, or unpins it. False where no more photos can be pinned.
    bool togglePin(const PhotoRef &photo);
    void unpinAll() { m_pinned.clear(); }
    /// Selects the photo beside the others. False where the board has no room for it.
    bool putOn(const PhotoRef &photo);
    /// The photo is neither selected nor pinned any more.
    void takeOff(const PhotoRef &photo);
    /// Sets the labels of the pinned photos that are among these.
    void setLabels(const std::vector<PhotoRef> &photos);

private:
    bool isAtItsPlace(const ChosenPhoto &chosen) const;
    void find(std::vector<ChosenPhoto> &chosen) const;

    std::shared_ptr<const PhotoSet> m_open = std::make_shared<PhotoSet>(); ///< shared: a copy takes long
    std::vector<ChosenPhoto> m_pinned;
    std::vector<ChosenPhoto> m_selected;
};

} // namespace convscope
