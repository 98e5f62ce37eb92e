#include "app/commands.h"

#include "app/optionbinder.h"
#include "ui/present/labeltexts.h"
#include "ui/present/listings.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <new>
#include <system_error>

namespace convscope {

QString photoSubject(const std::filesystem::path &file, std::size_t index, std::size_t count)
{
    const QString name = displayText(file.filename());
    return count == 1 ? name : QStringLiteral("%1 (%2 of %3)").arg(name).arg(index + 1).arg(count);
}

namespace {

std::optional<Error> caught(const std::filesystem::path &file, const std::function<void()> &work)
{
    try {
        work();
        return std::nullopt;
    } catch (const Error &error) {
        return error.about(file);
    } catch (const std::bad_alloc &) {
        return Error(ErrorKind::OutOfMemory, file);
    } catch (const std::exception &error) {
        return Error(ErrorKind::Internal, file, {error.what()});
    }
}

} // namespace

std::optional<Error> guarded(
    const std::filesystem::path &file, Terminal &terminal, const std::function<void()> &work)
{
    const auto error = caught(file, work);
    if (error)
        terminal.failure(*error);
    return error;
}

void makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw Error(ErrorKind::CannotWrite, folder, {error.message()});
}

Question questionOf(const Invocation &asked, const Subject &subject, const QString &networkHash)
{
    Question question;
    question.networkFile = asked.model;
    question.networkHash = networkHash;
    question.precision = subject.info().precision;
    question.input = subject.info().input;
    question.device = QString::fromStdString(subject.info().device);
    return question;
}

std::vector<MethodOptions> resolvedMethods(const Invocation &asked, const Subject &subject)
{
    const NetworkInfo &info = subject.info();
    std::vector<MethodOptions> methods = asked.methods;
    for (MethodOptions &options : methods) {
        if (asked.target)
            setTarget(options, {Target::Kind::Class, findClass(subject, *asked.target)});
        if (asked.layer && hasLayer(options))
            setLayer(options, findLayer(info, *asked.layer));
        checkOptions(info, options);
    }
    return methods;
}

void listLayers(const Invocation &asked, Terminal &terminal)
{
    const Subject subject = openSubject(asked, terminal);
    terminal.print(asked.json ? layersJson(subject.info()) : layersText(subject.info()).toUtf8());
}

void predictPhotos(const Invocation &asked, Terminal &terminal)
{
    Subject subject = openSubject(asked, terminal);
    const PhotoSet set = findPhotos(asked, subject, terminal);
    const std::vector<PhotoRef> &photos = set.photos;
    if (!asked.json && !asked.data.empty())
        terminal.print((labelRuleText(set.labels) + u'\n').toUtf8());
    std::vector<PredictedPhoto> done;
    forEachPhoto(photos, terminal, [&](const PhotoRef &ref) {
        const Photo photo = loadPhoto(ref, subject.info().input);
        for (const Note &note : photo.notes)
            terminal.note(displayText(ref.file) + QStringLiteral(": ") + sentence(note));
        done.push_back(
            {ref.file, ref.label, predict(*subject.network, photo.input), displayText(ref.ownClass)});
        if (!asked.json)
            terminal.print(predictionText(done.back(), subject.classNames).toUtf8());
        terminal.progress({int(done.size()), int(photos.size())});
    });
    if (asked.json)
        terminal.print(predictionsJson(done, subject.plainNames(), set.labels));
}

} // namespace convscope
