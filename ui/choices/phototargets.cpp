#include "ui/choices/phototargets.h"

#include <algorithm>
#include <utility>

namespace convscope {

std::optional<Target> PhotoTargets::of(const std::filesystem::path &photo) const
{
    const auto found = m_targets.find(photo.native());
    return found == m_targets.end() ? std::nullopt : std::optional(found->second);
}

void PhotoTargets::set(const std::filesystem::path &photo, const std::optional<Target> &target)
{
    if (target)
        m_targets.insert_or_assign(photo.native(), *target);
    else
        m_targets.erase(photo.native());
}

bool PhotoTargets::fit(const std::function<std::optional<Target>(const Target &)> &fitting)
{
    std::map<std::string, Target> fitted;
    for (const auto &[photo, target] : m_targets) {
        if (const std::optional<Target> now = fitting(target))
            fitted.emplace(photo, *now);
    }
    const bool all = fitted.size() == m_targets.size();
    m_targets = std::move(fitted);
    return all;
}

void PhotoTargets::take(const Session &session)
{
    m_targets.clear();
    for (const QList<UsedPhoto> *photos : {&session.photos, &session.away}) {
        for (const UsedPhoto &photo : *photos)
            set(photo.file, photo.target);
    }
}

void PhotoTargets::give(Session &session) const
{
    for (UsedPhoto &photo : session.photos)
        photo.target = of(photo.file);
    session.away.clear();
    for (const auto &[file, target] : m_targets) {
        const auto isIt = [&file](const UsedPhoto &photo) { return photo.file.native() == file; };
        if (std::ranges::none_of(session.photos, isIt))
            session.away.append({file, {}, target});
    }
}

} // namespace convscope
