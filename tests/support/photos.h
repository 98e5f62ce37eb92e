#pragma once

#include "ui/choices/choices.h"

#include <memory>
#include <numeric>

namespace convscope {

/// Opens these photos and no others, and selects them all.
inline void putOnBoard(Choices &choices, const std::vector<PhotoRef> &photos)
{
    auto set = std::make_shared<PhotoSet>();
    set->photos = photos;
    std::vector<int> all(photos.size());
    std::iota(all.begin(), all.end(), 0);
    PhotoChoice chosen = choices.photos();
    chosen.setOpen(std::move(set));
    chosen.select(all);
    choices.setPhotos(std::move(chosen));
}

} // namespace convscope
