#include "app/inputs.h"

#include "app/exitcodes.h"
#include "app/texts.h"
#include "core/data/classnames.h"
#include "core/log.h"
#include "core/runtime.h"
#include "ui/present/labeltexts.h"
#include "ui/present/paths.h"
#include "ui/present/results.h"
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

/// What --labels and --label-map make of labels. Throws Error: what readLabelMap throws, NoSuchClassInMap.
LabelQuestion labelQuestion(const LabelGroup &labels, LabelQuestion question)
{
    const LabelChoice choice = labels.choice();
    question.asked = choice.asked;
    question.map = choice.map;
    const ClassFinder classes(question);
    for (const auto &[own, meant] : question.map) {
        if (!meant.empty() && !classes.find(meant))
            throw Error(ErrorKind::NoSuchClassInMap, labels.map, {own, meant});
    }
    return question;
}

LabelQuestion labelQuestion(const LabelGroup &labels, const Subject &subject)
{
    LabelQuestion question;
    question.classCount = subject.info().classCount;
    const bool isTold = !labels.classes.empty() || !subject.info().input.classNames.empty();
    if (isTold)
        question.classNames = subject.classes;
    return labelQuestion(labels, std::move(question));
}

void checkLabels(const PhotoSet &set)
{
    if (set.labels.askedFits || set.photos.empty())
        return;
    const std::filesystem::path &first = set.photos.front().file;
    throw Error(ErrorKind::LabelsDoNotFit, set.folder,
        {name(set.labels.asked), first.filename().string(),
            std::filesystem::absolute(first).lexically_normal().parent_path().filename().string()});
}

/// Class folders in words name the classes where nothing else does.
void takeClassNames(Subject &subject, const PhotoSet &set, const LabelQuestion &question)
{
    if (question.classNames.empty() && set.labels.rule == LabelRule::FolderOrder && set.labels.areComparable
        && int(set.classes.size()) == question.classCount)
        setClasses(subject, set.classes);
}

void checkCount(
    const std::filesystem::path &file, const std::vector<std::string> &names, const NetworkInfo &info)
{
    if (int(names.size()) == info.classCount)
        return;
    throw Error(ErrorKind::InvalidOption, file,
        {utf8(CommandLine::tr("the number of names")), std::to_string(names.size()),
            utf8(CommandLine::tr("%1, one for each class of the network").arg(info.classCount))});
}

/// The class with this name, in the same letters or in letters of the other case.
std::optional<int> classNamed(const Subject &subject, const std::string &name)
{
    const QString asked = displayText(name);
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (std::size_t label = 0; label < subject.classes.size(); ++label) {
            if (displayText(subject.classes[label]).compare(asked, sensitivity) == 0)
                return int(label);
        }
    }
    return {};
}

/// What a target can be; in words alone where the classes are too many to be listed.
Phrase targetsOf(const Subject &subject)
{
    constexpr std::size_t few = 20;
    if (subject.classes.size() > few)
        return Phrase::TargetClass;
    std::vector<std::string> words = {"true", "predicted"};
    words.insert(words.end(), subject.classes.begin(), subject.classes.end());
    words.insert(words.end(),
        {utf8(CommandLine::tr("“A against B”")), "entropy", utf8(CommandLine::tr("“filter 15:37”"))});
    return {Phrase::OneOf, words};
}

} // namespace

QStringList Subject::plainNames() const
{
    QStringList names;
    for (const std::string &name : classes)
        names += displayText(name);
    return names;
}

Subject openSubject(const NetworkGroup &asked, const std::filesystem::path &classes, Terminal &terminal)
{
    const int threads = useThreads(asked.threads);
    Subject subject;
    NetworkOptions options = asked.resolved();
    if (!classes.empty())
        options.classNames = readClassNames(classes);
    subject.network = openNetwork(asked.model, options);
    const NetworkInfo &info = subject.info();
    log::info("opened " + asked.model.string() + ": " + info.kind + ", " + std::to_string(info.parameterCount)
        + " parameters, " + std::to_string(info.classCount) + " classes, on " + info.device
        + ", threads: " + std::to_string(threads));
    if (!classes.empty())
        checkCount(classes, options.classNames, info);
    for (const Note &note : info.notes)
        terminal.note(displayText(asked.model) + QStringLiteral(": ") + sentence(note));
    if (classes.empty()) {
        const std::vector<std::string> &told = info.input.classNames;
        setClasses(subject, told.empty() ? classNames(info.classCount) : told);
        if (told.empty() && subject.classes != food11ClassNames())
            subject.classNames.clear();
        return subject;
    }
    setClasses(subject, options.classNames);
    return subject;
}

PhotoSet openFolder(const FolderGroup &asked, const LabelGroup &labels, Subject &subject, Terminal &terminal)
{
    const LabelQuestion question = labelQuestion(labels, subject);
    PhotoSet set = openPhotoSet(asked.data, asked.split, question);
    log::info("opened " + set.folder.string() + ": " + std::to_string(set.photos.size()) + " photos");
    checkLabels(set);
    takeClassNames(subject, set, question);
    const QString folder = displayText(set.folder) + QStringLiteral(": ");
    for (const QString &problem : labelProblems(set))
        terminal.note(folder + problem);
    if (asked.split.empty() && set.splits.size() > 1) {
        QStringList splits;
        for (const std::string &split : set.splits)
            splits += displayText(split);
        terminal.note(
            CommandLine::tr("%1 is divided (%2); “%3” is taken. --split takes another.")
                .arg(displayText(asked.data), splits.join(QStringLiteral(", ")), displayText(set.split)));
    }
    return set;
}

PhotoSet openFolder(const FolderGroup &asked, const LabelGroup &labels,
    const std::vector<std::string> &classNames, Terminal &terminal)
{
    LabelQuestion question;
    question.classCount = int(classNames.size());
    question.classNames = classNames;
    PhotoSet set = openPhotoSet(asked.data, asked.split, labelQuestion(labels, std::move(question)));
    checkLabels(set);
    for (const QString &problem : labelProblems(set))
        terminal.note(displayText(set.folder) + QStringLiteral(": ") + problem);
    return set;
}

PhotoSet findPhotos(const PhotoGroup &asked, Subject &subject, Terminal &terminal)
{
    if (asked.folder.data.empty()) {
        PhotoSet alone = photosAlone(asked.images, labelQuestion(asked.labels, subject));
        checkLabels(alone);
        if (!alone.labels.areComparable) {
            for (const QString &problem : labelProblems(alone))
                terminal.note(problem);
        }
        return alone;
    }
    const PhotoSet set = openFolder(asked.folder, asked.labels, subject, terminal);
    PhotoSet found = set;
    found.photos.clear();
    for (const int index : asked.indices) {
        if (std::size_t(index) < set.photos.size()) {
            found.photos.push_back(set.photos[std::size_t(index)]);
        } else {
            terminal.failure(Error(ErrorKind::IndexOutOfRange, set.folder,
                {std::to_string(index), std::to_string(set.photos.size())}));
        }
    }
    return found;
}

std::filesystem::path wholePath(const std::filesystem::path &path)
{
    return std::filesystem::absolute(path).lexically_normal();
}

UsedNetwork usedNetwork(const std::filesystem::path &model, const NetworkInfo &info)
{
    return {{wholePath(model), fileHash(model)}, info.precision, QString::fromStdString(info.device),
        info.input, info.inputOrigin};
}

Target findTarget(const Subject &subject, const std::string &text)
{
    const auto named = [&subject](const std::string &name) { return classNamed(subject, name); };
    if (const std::optional<Target> target = targetFrom(text, named))
        return *target;
    const auto sides = sidesOf(text);
    if (sides.empty())
        throw Error(ErrorKind::InvalidOption, {}, {"--target", text}, targetsOf(subject));
    // Of two names the one that is wrong is told.
    const auto &[first, second] = sides.front();
    const bool firstIsWrong = !targetFrom(first, named);
    if (!firstIsWrong && (second == "strongest" || targetFrom(second, named)))
        throw Error(ErrorKind::InvalidOption, {}, {"--target", text}, Phrase::TwoClasses);
    throw Error(
        ErrorKind::InvalidOption, {}, {"--target", firstIsWrong ? first : second}, targetsOf(subject));
}

std::vector<std::string> resultStems(const std::vector<std::filesystem::path> &files)
{
    std::map<std::string, int> count;
    for (const auto &file : files)
        ++count[file.stem().string()];
    std::vector<std::string> stems;
    std::map<std::string, const std::filesystem::path *> seen;
    for (const auto &file : files) {
        std::string stem = file.stem().string();
        const std::filesystem::path folder = std::filesystem::absolute(file).lexically_normal().parent_path();
        if (count[stem] > 1)
            stem = folder.filename().string() + '-' + stem;
        const auto [other, isNew] = seen.emplace(stem, &file);
        if (!isNew)
            throw UsageError(utf8(CommandLine::tr(
                "%1 and %2: their results would have the same names. Nothing was done; rename "
                "one, or give them in two runs with two folders.")
                                      .arg(displayText(*other->second), displayText(file))));
        stems.push_back(shortStem(stem));
    }
    return stems;
}

} // namespace convscope
