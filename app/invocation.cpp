#include "app/invocation.h"

#include "app/texts.h"

#include <algorithm>
#include <cctype>

namespace convscope {

namespace {

bool startsFromNoise(const Invocation &asked)
{
    if (asked.command != Command::Explain)
        return false;
    const auto *options = std::get_if<FilterImageOptions>(&asked.methods.front());
    return options && options->noiseSeed;
}

} // namespace

void useDemo(Invocation &asked, const Demo &demo)
{
    if (asked.model.empty())
        asked.model = demo.network;
    if (!asked.images.empty() || !asked.data.empty() || startsFromNoise(asked))
        return;
    if (asked.command == Command::Evaluate || !asked.indices.empty())
        asked.data = demo.photos;
    else
        asked.images = demo.chosen;
}

void checkInvocation(const Invocation &asked)
{
    if (asked.command == Command::Window)
        return;
    if (asked.model.empty())
        throw UsageError(utf8(CommandLine::tr("--model is missing: which network?")));
    if (asked.command == Command::Evaluate && asked.data.empty())
        throw UsageError(utf8(CommandLine::tr("--data is missing: which folder of photos?")));
    if (asked.command == Command::Layers || asked.command == Command::Evaluate)
        return;
    const bool files = !asked.images.empty();
    const bool folder = !asked.data.empty();
    if (startsFromNoise(asked)) {
        if (files || folder || !asked.indices.empty())
            throw UsageError(utf8(CommandLine::tr(
                "--noise-seed starts from noise: leave the photos out, or leave out --noise-seed.")));
        return;
    }
    if (files && folder)
        throw UsageError(
            utf8(CommandLine::tr("give photos either as files or with --data and --index, not both.")));
    if (!files && !folder)
        throw UsageError(utf8(CommandLine::tr(
            "no photos given: name files, or a folder with --data and photos of it with --index.")));
    if (folder && asked.indices.empty())
        throw UsageError(
            utf8(CommandLine::tr("--index is missing: which photos of the folder, e.g. --index 83,4218?")));
    if (!folder && (!asked.indices.empty() || !asked.split.empty()))
        throw UsageError(
            utf8(CommandLine::tr("--index and --split pick photos of a folder: --data is missing.")));
    if (asked.command == Command::Figure && !isFigureName(asked.out))
        throw UsageError(utf8(CommandLine::tr("--out: the figure's name must end in .png, .svg or .pdf.")));
}

} // namespace convscope
