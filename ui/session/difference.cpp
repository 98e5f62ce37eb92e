#include "ui/session/difference.h"

#include "ui/board/parametereditors.h"
#include "ui/board/questions.h"
#include "ui/present/paths.h"

#include <QCoreApplication>
#include <cstring>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Difference)
};

QString nameOf(const UsedPhoto &photo) { return displayText(photo.file.stem()); }

QList<std::filesystem::path> filesOf(const Session &session)
{
    QList<std::filesystem::path> files;
    for (const UsedPhoto &photo : session.photos)
        files << photo.file;
    return files;
}

void addPhotos(QStringList &changes, const Session &before, const Session &after)
{
    QStringList come;
    QStringList gone;
    for (const UsedPhoto &photo : after.photos) {
        if (!filesOf(before).contains(photo.file))
            come << nameOf(photo);
    }
    for (const UsedPhoto &photo : before.photos) {
        if (!filesOf(after).contains(photo.file))
            gone << nameOf(photo);
    }
    if (come.size() == 1)
        changes << Texts::tr("photo %1").arg(come.first());
    else if (!come.isEmpty())
        changes << Texts::tr("choice of %1 photos").arg(come.size());
    else if (gone.size() == 1)
        changes << Texts::tr("photo %1 taken away").arg(gone.first());
    else if (!gone.isEmpty())
        changes << Texts::tr("%1 photos taken away").arg(gone.size());
    for (const UsedPhoto &photo : after.photos) {
        for (const UsedPhoto &earlier : before.photos) {
            if (earlier.file != photo.file)
                continue;
            if (earlier.pinned != photo.pinned)
                changes << Texts::tr("pin of %1").arg(nameOf(photo));
            if (earlier.target != photo.target)
                changes << Texts::tr("class explained to %1").arg(nameOf(photo));
        }
    }
    if (changes.isEmpty() && filesOf(before) != filesOf(after))
        changes << Texts::tr("order of the photos");
}

void addRows(QStringList &changes, const Session &before, const Session &after)
{
    const auto beforeRows = changes.size();
    for (const View view : before.views) {
        if (!after.views.contains(view))
            changes << Texts::tr("row %1 hidden").arg(title(view));
    }
    for (const View view : after.views) {
        if (!before.views.contains(view))
            changes << Texts::tr("row %1 shown").arg(title(view));
    }
    if (changes.size() == beforeRows && before.views != after.views)
        changes << Texts::tr("order of the rows");
    for (const View view : allViews()) {
        const auto look = [view](const Session &session) {
            const auto found = session.looks.find(view);
            return found == session.looks.end() ? Look() : found->second;
        };
        if (look(before) != look(after))
            changes << Texts::tr("look of %1").arg(title(view));
    }
}

template <typename Options> QStringList changedFields(const Options &before, const Options &after)
{
    QStringList names;
    Options::fields(before, [&](const char *name, const auto &member, Bounds) {
        Options::fields(after, [&](const char *other, const auto &theirs, Bounds) {
            if constexpr (std::is_same_v<decltype(member), decltype(theirs)>) {
                if (std::strcmp(name, other) == 0 && !(member == theirs))
                    names << QLatin1String(name);
            }
        });
    });
    return names;
}

template <typename Options>
void addParameters(QStringList &changes, View view, const Options &before, const Options &after)
{
    for (const QString &name : changedFields(before, after)) {
        if (name != QLatin1String("layer") && name != QLatin1String("filter"))
            changes << QStringLiteral("%1, %2").arg(title(view), parameterText(name).label);
    }
}

Questions questionsOf(const Session &session)
{
    Questions questions;
    for (const MethodOptions &options : session.questions)
        questions.set(options);
    return questions;
}

void addQuestions(QStringList &changes, const Questions &before, const Questions &after)
{
    if (before.activation.layer != after.activation.layer)
        changes << Texts::tr("layer %1").arg(after.activation.layer);
    else if (before.activation.filter != after.activation.filter)
        changes << Texts::tr("filter %1").arg(after.activation.filter);
    if (!(before.saliency.target == after.saliency.target) && !(before.lime.target == after.lime.target)) {
        changes << Texts::tr("class that is explained");
        return;
    }
    addParameters(changes, View::Saliency, before.saliency, after.saliency);
    addParameters(changes, View::FilterImage, before.filterImage, after.filterImage);
    addParameters(changes, View::Lime, before.lime, after.lime);
}

} // namespace

QString difference(const Session &before, const Session &after)
{
    QStringList changes;
    addPhotos(changes, before, after);
    addRows(changes, before, after);
    addQuestions(changes, questionsOf(before), questionsOf(after));
    if (before.outline != after.outline)
        changes << Texts::tr("outline of the food");
    if (before.automatic != after.automatic)
        changes << Texts::tr("start of slow views");
    if (changes.isEmpty())
        return Texts::tr("board change");
    return changes.size() == 1 ? changes.first() : Texts::tr("%1 and more").arg(changes.first());
}

} // namespace convscope
