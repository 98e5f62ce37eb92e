#include "ui/session/difference.h"

#include "ui/present/methodtexts.h"
#include "ui/present/paths.h"

#include <QCoreApplication>
#include <algorithm>
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

const Row *rowOf(const Session &session, int key)
{
    const auto found = std::ranges::find(session.rows, key, &Row::key);
    return found == session.rows.end() ? nullptr : &*found;
}

/// Rows that have come, gone or moved.
void addRows(QStringList &changes, const Session &before, const Session &after)
{
    const auto known = changes.size();
    for (const Row &row : before.rows) {
        if (!rowOf(after, row.key))
            changes << Texts::tr("row %1 removed").arg(title(row));
    }
    for (const Row &row : after.rows) {
        if (!rowOf(before, row.key))
            changes << Texts::tr("row %1 added").arg(title(row));
    }
    if (changes.size() == known && !std::ranges::equal(before.rows, after.rows, {}, &Row::key, &Row::key))
        changes << Texts::tr("order of the rows");
}

/// The labels of the fields that differ; where the row follows, layer and filter are not its own.
template <typename Options> QStringList changedFields(const Options &before, const Options &after, bool held)
{
    QStringList labels;
    Options::fields(before, [&](const char *name, const auto &member, const Bounds &) {
        using Field = std::decay_t<decltype(member)>;
        constexpr bool isPlace = std::is_same_v<Field, LayerId> || std::is_same_v<Field, FilterId>;
        Options::fields(after, [&](const char *other, const auto &theirs, const Bounds &) {
            if constexpr (std::is_same_v<Field, std::decay_t<decltype(theirs)>>) {
                if (std::strcmp(name, other) == 0 && !(member == theirs) && (held || !isPlace))
                    labels << fieldDescription(before, name).label;
            }
        });
    });
    return labels;
}

QStringList changedFields(const Row &before, const Row &after)
{
    if (!before.question || !after.question || before.question->index() != after.question->index())
        return {};
    return std::visit(
        [&]<typename Options>(const Options &asked) {
            return changedFields(asked, std::get<Options>(*after.question), before.held && after.held);
        },
        *before.question);
}

/// Whether all rows that explain a class explain another one now.
bool allExplainAnother(const Session &before, const Session &after)
{
    int count = 0;
    for (const Row &row : before.rows) {
        const Row *now = rowOf(after, row.key);
        const Target *target = row.question ? fieldOf<Target>(*row.question) : nullptr;
        const Target *other = target && now && now->question ? fieldOf<Target>(*now->question) : nullptr;
        if (other && *target == *other)
            return false;
        count += other != nullptr;
    }
    return count > 1;
}

void addQuestions(QStringList &changes, const Session &before, const Session &after)
{
    if (before.layer != after.layer)
        changes << Texts::tr("layer %1").arg(after.layer.index);
    else if (before.filter != after.filter)
        changes << Texts::tr("filter %1").arg(after.filter.index);
    if (allExplainAnother(before, after)) {
        changes << Texts::tr("class that is explained");
        return;
    }
    for (const Row &row : before.rows) {
        const Row *now = rowOf(after, row.key);
        if (!now)
            continue;
        if (row.held != now->held)
            changes << (now->held ? Texts::tr("row %1 held") : Texts::tr("row %1 follows")).arg(title(row));
        if (row.network != now->network)
            changes << Texts::tr("network of %1").arg(title(Row{.question = row.question}));
        for (const QString &label : changedFields(row, *now))
            changes << QStringLiteral("%1, %2").arg(title(row), label);
        if (row.look != now->look)
            changes << Texts::tr("look of %1").arg(title(row));
    }
}

void addArrangement(QStringList &changes, const Arrangement &before, const Arrangement &after)
{
    Arrangement filters = after;
    filters.name = before.name;
    filters.order = before.order;
    if (before.name != after.name)
        changes << Texts::tr("search of the gallery");
    if (before != filters)
        changes << Texts::tr("filter of the gallery");
    if (before.order != after.order)
        changes << Texts::tr("order of the gallery");
}

} // namespace

QString difference(const Session &before, const Session &after)
{
    QStringList changes;
    addPhotos(changes, before, after);
    addRows(changes, before, after);
    addQuestions(changes, before, after);
    if (before.outline != after.outline)
        changes << Texts::tr("outline of the food");
    if (before.automatic != after.automatic)
        changes << Texts::tr("start of slow rows");
    addArrangement(
        changes, before.arrangement.value_or(Arrangement()), after.arrangement.value_or(Arrangement()));
    if (changes.isEmpty())
        return Texts::tr("board change");
    return changes.size() == 1 ? changes.first() : Texts::tr("%1 and more").arg(changes.first());
}

} // namespace convscope
