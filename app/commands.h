#pragma once

#include "app/inputs.h"
#include "app/invocation.h"
#include "app/terminal.h"
#include "core/data/photo.h"
#include "ui/present/results.h"

#include <functional>
#include <optional>

namespace convscope {

// The subcommands. Each throws Error where nothing can be done at all, and UsageError; what fails for one
// photo goes to the terminal, and the others are done. The terminal knows the exit code afterwards.

void listLayers(const Invocation &asked, Terminal &terminal);
void predictPhotos(const Invocation &asked, Terminal &terminal);
void evaluateFolder(const Invocation &asked, Terminal &terminal);
void explainPhotos(const Invocation &asked, Terminal &terminal);
void drawFigure(const Invocation &asked, Terminal &terminal);

/// "3_1.jpg (2 of 5)"
QString photoSubject(const std::filesystem::path &file, std::size_t index, std::size_t count);

/// Runs `work`; what it throws goes to the terminal, told of `file` where it does not know one, and is
/// returned.
std::optional<Error> guarded(
    const std::filesystem::path &file, Terminal &terminal, const std::function<void()> &work);

/// Does something for each photo until the user stops it: `work` returns false where it was stopped. Errors
/// go to the terminal with the photo's name.
template <typename Work>
void forEachPhoto(const std::vector<PhotoRef> &photos, Terminal &terminal, Work &&work)
{
    for (std::size_t i = 0; i < photos.size() && !terminal.stopRequested(); ++i) {
        terminal.setSubject(photoSubject(photos[i].file, i, photos.size()));
        guarded(photos[i].file, terminal, [&] { work(photos[i]); });
    }
}

/// Makes the folder and those above it where there are none. Throws Error: CannotWrite.
void makeFolder(const std::filesystem::path &folder);

/// The question that a result answers, but for its method.
Question questionOf(const Invocation &asked, const Subject &subject, const QString &networkHash);

/// The options of the methods asked for, checked against the network; once it is known what its classes are
/// called. Throws Error.
std::vector<MethodOptions> resolvedMethods(const Invocation &asked, const Subject &subject);

} // namespace convscope
