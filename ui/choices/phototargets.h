#pragma once

#include "ui/present/session.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace convscope {

/// The classes that are explained to single photos, whatever the rows say. A class stays with its photo when
/// that leaves the board and comes back.
class PhotoTargets
{
public:
    std::optional<Target> of(const std::filesystem::path &photo) const;
    /// None: the photo is explained as the rows say.
    void set(const std::filesystem::path &photo, const std::optional<Target> &target);
    /// Takes them to another network. Those that it has no place for are forgotten; false where there are
    /// some.
    bool fit(const std::function<std::optional<Target>(const Target &)> &fitting);

    void take(const Session &session);
    /// Writes them into the session, which has the photos of the board already.
    void give(Session &session) const;

    bool operator==(const PhotoTargets &) const = default;

private:
    std::map<std::string, Target> m_targets; ///< by the photo's file, byte for byte
};

} // namespace convscope
