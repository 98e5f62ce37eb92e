#include "app/inputs.h"

#include "app/texts.h"
#include "core/data/classnames.h"
#include "core/log.h"
#include "core/runtime.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <algorithm>
#include <map>

namespace convscope {

namespace {

void setClasses(Subject &subject, std::vector<std::string> classes)
{
    subject.classes = std::move(classes);
    subject.classNames.clear();
    for (const std::string &name : subject.classes)
        subject.classNames += displayText(name);
}

bool isNumber(const std::string &text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Class folders named in words name the classes; folders named by numbers say nothing new.
bool namesClasses(const PhotoSet &set, int classCount)
{
    return int(set.folderClasses.size()) == classCount
        && !std::all_of(set.folderClasses.begin(), set.folderClasses.end(), isNumber);
}

} // namespace

Subject openSubject(const Invocation &asked, Terminal &terminal)
{
    const int threads = useThreads(asked.threads);
    Subject subject;
    NetworkOptions options = asked.network;
    if (asked.input)
        options.input = inputOf(*asked.input);
    subject.network = openNetwork(asked.model, options);
    const NetworkInfo &info = subject.info();
    log::info("opened " + asked.model.string() + ": " + info.kind + ", "
        + std::to_string(info.parameterCount) + " parameters, " + std::to_string(info.classCount)
        + " classes, on " + info.device + ", threads: " + std::to_string(threads));
    for (const Note &note : info.notes)
        terminal.note(displayText(asked.model) + QStringLiteral(": ") + sentence(note));
    if (asked.classes.empty()) {
        const std::vector<std::string> &told = info.input.classNames;
        setClasses(subject, told.empty() ? classNames(info.classCount) : told);
        return subject;
    }
    setClasses(subject, readClassNames(asked.classes));
    if (int(subject.classes.size()) != info.classCount) {
        throw Error(ErrorKind::InvalidOption, asked.classes,
            {utf8(CommandLine::tr("the number of names")), std::to_string(subject.classes.size()),
                utf8(CommandLine::tr("%1, one for each class of the network").arg(info.classCount))});
    }
    return subject;
}

PhotoSet openFolder(const Invocation &asked, Subject &subject)
{
    PhotoSet set = openPhotoSet(asked.data, asked.split, subject.info().classCount);
    log::info("opened " + set.folder.string() + ": " + std::to_string(set.photos.size()) + " photos");
    const bool isTold = !asked.classes.empty() || !subject.info().input.classNames.empty();
    if (!isTold && namesClasses(set, subject.info().classCount))
        setClasses(subject, set.folderClasses);
    return set;
}

std::vector<PhotoRef> findPhotos(const Invocation &asked, Subject &subject, Terminal &terminal)
{
    std::vector<PhotoRef> photos;
    for (const auto &file : asked.images)
        photos.push_back({file, labelOf(file, subject.classes)});
    if (asked.data.empty())
        return photos;
    const PhotoSet set = openFolder(asked, subject);
    for (const int index : asked.indices) {
        if (std::size_t(index) < set.photos.size()) {
            photos.push_back(set.photos[std::size_t(index)]);
        } else {
            terminal.failure(Error(ErrorKind::IndexOutOfRange, set.folder,
                {std::to_string(index), std::to_string(set.photos.size())}));
        }
    }
    return photos;
}

void checkStems(const std::vector<std::filesystem::path> &files)
{
    std::map<std::string, const std::filesystem::path *> seen;
    for (const auto &file : files) {
        const auto [other, isNew] = seen.emplace(file.stem().string(), &file);
        if (isNew)
            continue;
        throw UsageError(utf8(
            CommandLine::tr("%1 and %2: their results would have the same names. Nothing was done; rename "
                            "one, or give them in two runs with two folders.")
                .arg(displayText(*other->second), displayText(file))));
    }
}

} // namespace convscope
