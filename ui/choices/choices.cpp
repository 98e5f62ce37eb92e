#include "ui/choices/choices.h"

#include "ui/present/guithread.h"

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

/// Where the row stands in the usual order: the photo first, then as in the list of methods.
int rank(const std::optional<MethodOptions> &question) { return question ? int(question->index()) + 1 : 0; }

/// The method's usual parameters, with the layer and the filter of `question`.
MethodOptions usual(const MethodOptions &question)
{
    MethodOptions options = allMethods().at(question.index());
    const LayerId *layer = fieldOf<LayerId>(question);
    const FilterId *filter = fieldOf<FilterId>(question);
    setFilterOf(options, layer ? *layer : LayerId(), filter ? *filter : FilterId());
    return options;
}

} // namespace

void setFilterOf(MethodOptions &question, LayerId layer, FilterId filter)
{
    if (LayerId *own = fieldOf<LayerId>(question))
        *own = layer;
    if (FilterId *own = fieldOf<FilterId>(question))
        *own = filter;
}

Choices::Choices(QObject *parent)
    : QObject(parent)
{
    m_rows = withKeys(standardRows());
}

void Choices::setPhotos(PhotoChoice photos)
{
    assertGuiThread(Q_FUNC_INFO);
    const PhotoChoice before = std::exchange(m_photos, std::move(photos));
    if (m_photos.open() != before.open()) {
        const Arrangement arranged = m_arrangement;
        if (ownClassesOf(*m_photos.open()) != ownClassesOf(*before.open()))
            m_arrangement.trueClass.reset(); // it meant another class
        Q_EMIT changed(What::Open);
        if (m_arrangement != arranged)
            Q_EMIT changed(What::Arrangement);
    }
    if (m_photos.pinned() != before.pinned() || m_photos.selected() != before.selected())
        Q_EMIT changed(What::Photos);
}

void Choices::togglePin(const PhotoRef &photo)
{
    assertGuiThread(Q_FUNC_INFO);
    PhotoChoice photos = m_photos;
    if (photos.togglePin(photo))
        setPhotos(std::move(photos));
    else
        Q_EMIT full(Full::Pins);
}

void Choices::putOn(const PhotoRef &photo)
{
    assertGuiThread(Q_FUNC_INFO);
    PhotoChoice photos = m_photos;
    if (photos.putOn(photo))
        setPhotos(std::move(photos));
    else
        Q_EMIT full(Full::Board);
}

void Choices::takeOff(const PhotoRef &photo)
{
    assertGuiThread(Q_FUNC_INFO);
    PhotoChoice photos = m_photos;
    photos.takeOff(photo);
    setPhotos(std::move(photos));
}

void Choices::setArrangement(const Arrangement &arrangement)
{
    assertGuiThread(Q_FUNC_INFO);
    if (m_arrangement == arrangement)
        return;
    m_arrangement = arrangement;
    Q_EMIT changed(What::Arrangement);
}

int Choices::placeOf(int key) const
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

bool Choices::has(const QString &wanted) const
{
    return std::ranges::any_of(m_rows, [&](const Row &row) { return id(row) == wanted; });
}

/// Gives each row a key: that of the same row before, else that of one of the same method, else a new one.
QList<Row> Choices::withKeys(QList<Row> rows)
{
    QList<Row> before = m_rows;
    const auto take = [&before](Row &row, auto &&fits) {
        const auto found = std::ranges::find_if(before, fits);
        if (row.key != 0 || found == before.end())
            return;
        row.key = found->key;
        before.erase(found);
    };
    for (Row &row : rows) {
        const auto same = std::ranges::find(before, row.key, &Row::key);
        if (row.key != 0 && same != before.end())
            before.erase(same);
    }
    for (Row &row : rows)
        take(row, [&row](const Row &other) { return other == row; });
    for (Row &row : rows)
        take(row, [&row](const Row &other) { return id(other) == id(row); });
    for (Row &row : rows)
        row.key = row.key == 0 ? freshKey() : row.key;
    return rows;
}

Row Choices::atPanel(Row row) const
{
    if (row.question && !row.held)
        setFilterOf(*row.question, m_layer, m_filter);
    return row;
}

void Choices::changeRows(QList<Row> rows, bool remembers)
{
    assertGuiThread(Q_FUNC_INFO);
    rows = withKeys(std::move(rows));
    const int key = m_rows.value(m_selected).key;
    const bool sameKeys = std::ranges::equal(rows, m_rows, {}, &Row::key, &Row::key);
    if (sameKeys && rows == m_rows)
        return;
    const QList<Row> before = std::exchange(m_rows, std::move(rows));
    for (const Row &row : before) {
        if (remembers && !has(id(row)))
            remember(row);
    }
    m_hidden.removeIf([this](const Row &row) { return has(id(row)); });
    const int selected = placeOf(key);
    m_selected = std::clamp(selected < 0 ? m_selected : selected, 0, int(m_rows.size()) - 1);
    Q_EMIT changed(What::Rows);
    if (m_rows.value(m_selected).key != key)
        Q_EMIT changed(What::Selection);
}

void Choices::remember(const Row &gone)
{
    m_hidden.removeIf([&](const Row &row) { return id(row) == id(gone); });
    m_hidden += gone;
    m_hidden.last().held = false;
    m_hidden.last().key = 0;
}

MethodOptions Choices::latest(const MethodOptions &method) const
{
    std::optional<MethodOptions> found;
    for (const QList<Row> *rows : {&m_hidden, &m_rows}) {
        for (const Row &row : *rows) {
            if (row.question && row.question->index() == method.index())
                found = row.question;
        }
    }
    MethodOptions options = found.value_or(method);
    const std::optional<Target> common = target();
    if (Target *own = fieldOf<Target>(options); own && !found && common && canExplain(options, *common))
        *own = *common;
    setFilterOf(options, m_layer, m_filter);
    return options;
}

void Choices::add(const MethodOptions &method)
{
    QList<Row> rows = m_rows;
    Row row = newRow(latest(method));
    for (const QList<Row> *known : {&m_hidden, &m_rows}) {
        for (const Row &other : *known)
            row.look = other.question && other.question->index() == method.index() ? other.look : row.look;
    }
    row.key = freshKey();
    rows += row;
    changeRows(rows);
    select(int(m_rows.size()) - 1);
}

void Choices::addPhoto()
{
    QList<Row> rows = m_rows;
    rows.prepend(Row{});
    changeRows(rows);
    select(0);
}

void Choices::duplicate(int row)
{
    if (!isPlace(row))
        return;
    QList<Row> rows = m_rows;
    Row copy = rows.at(row);
    copy.key = freshKey();
    rows.insert(row + 1, copy);
    changeRows(rows);
    select(row + 1);
}

void Choices::remove(int row)
{
    if (m_rows.size() <= 1 || !isPlace(row))
        return;
    QList<Row> rows = m_rows;
    rows.removeAt(row);
    changeRows(rows);
}

void Choices::move(int from, int to)
{
    if (from == to || !isPlace(from) || !isPlace(to))
        return;
    QList<Row> rows = m_rows;
    rows.move(from, to);
    changeRows(rows);
}

void Choices::setShown(const QString &wanted, bool shown)
{
    QList<Row> rows = m_rows;
    if (!shown) {
        rows.removeIf([&](const Row &row) { return id(row) == wanted; });
        if (!rows.isEmpty())
            changeRows(rows);
        return;
    }
    std::optional<Row> row = rowWithId(wanted);
    if (!row || has(wanted))
        return;
    const auto known = std::ranges::find_if(m_hidden, [&](const Row &other) { return id(other) == wanted; });
    if (known != m_hidden.end())
        row = *known;
    row->key = freshKey();
    const auto follows = [&](const Row &other) { return rank(other.question) > rank(row->question); };
    rows.insert(std::ranges::find_if(rows, follows) - rows.begin(), atPanel(*row));
    changeRows(rows);
}

void Choices::setQuestion(int row, const MethodOptions &question)
{
    if (!isPlace(row))
        return;
    QList<Row> rows = m_rows;
    rows[row].question = question;
    rows[row] = atPanel(rows[row]);
    changeRows(rows);
}

void Choices::setLook(int row, const Look &look)
{
    if (!isPlace(row))
        return;
    QList<Row> rows = m_rows;
    rows[row].look = look;
    changeRows(rows);
}

void Choices::changeLooks(const std::function<void(const Row &, Look &)> &change)
{
    QList<Row> rows = m_rows;
    for (QList<Row> *all : {&rows, &m_hidden}) {
        for (Row &row : *all)
            change(row, row.look);
    }
    changeRows(rows);
}

void Choices::setNetwork(int row, AskedNetwork network)
{
    if (!isPlace(row) || m_rows.at(row).isPhoto())
        return;
    QList<Row> rows = m_rows;
    rows[row].network = network;
    changeRows(rows);
}

void Choices::setHeld(int row, bool held)
{
    if (!isPlace(row) || !m_rows.at(row).canBeHeld())
        return;
    QList<Row> rows = m_rows;
    rows[row].held = held;
    rows[row] = atPanel(rows[row]);
    changeRows(rows);
}

void Choices::reset(int row)
{
    if (isPlace(row) && m_rows[row].question)
        setQuestion(row, usual(*m_rows[row].question));
}

void Choices::resetAll()
{
    QList<Row> rows = m_rows;
    for (QList<Row> *all : {&rows, &m_hidden}) {
        for (Row &row : *all) {
            if (row.question)
                row.question = usual(*row.question);
        }
    }
    changeRows(rows);
}

void Choices::select(int row)
{
    assertGuiThread(Q_FUNC_INFO);
    if (row == m_selected || !isPlace(row))
        return;
    m_selected = row;
    Q_EMIT changed(What::Selection);
}

void Choices::setFilter(LayerId layer, FilterId filter)
{
    assertGuiThread(Q_FUNC_INFO);
    if (layer == m_layer && filter == m_filter)
        return;
    m_layer = layer;
    m_filter = filter;
    QList<Row> rows = m_rows;
    std::ranges::transform(rows, rows.begin(), [this](const Row &row) { return atPanel(row); });
    std::ranges::transform(m_hidden, m_hidden.begin(), [this](const Row &row) { return atPanel(row); });
    Q_EMIT changed(What::Filter);
    changeRows(rows);
}

std::optional<Target> Choices::target() const { return commonTarget(m_rows); }

void Choices::setTarget(const Target &target)
{
    QList<Row> rows = m_rows;
    for (QList<Row> *all : {&rows, &m_hidden}) {
        for (Row &row : *all) {
            if (row.question && canExplain(*row.question, target))
                *fieldOf<Target>(*row.question) = target;
        }
    }
    changeRows(rows);
}

void Choices::setTargetOf(const std::filesystem::path &photo, const std::optional<Target> &target)
{
    assertGuiThread(Q_FUNC_INFO);
    PhotoTargets targets = m_targets;
    targets.set(photo, target);
    setTargets(targets);
}

bool Choices::fitTargets(const std::function<std::optional<Target>(const Target &)> &fit)
{
    assertGuiThread(Q_FUNC_INFO);
    PhotoTargets targets = m_targets;
    const bool all = targets.fit(fit);
    setTargets(targets);
    return all;
}

void Choices::setTargets(const PhotoTargets &targets)
{
    if (m_targets == targets)
        return;
    m_targets = targets;
    Q_EMIT changed(What::Targets);
}

void Choices::setAutomatic(bool automatic)
{
    assertGuiThread(Q_FUNC_INFO);
    if (std::exchange(m_automatic, automatic) != automatic)
        Q_EMIT changed(What::Automatic);
}

void Choices::setOutline(bool outline)
{
    assertGuiThread(Q_FUNC_INFO);
    if (std::exchange(m_outline, outline) != outline)
        Q_EMIT changed(What::Outline);
}

void Choices::setAll(const QList<Row> &rows, const QList<Row> &hidden, LayerId layer, FilterId filter)
{
    assertGuiThread(Q_FUNC_INFO);
    m_hidden = hidden;
    const bool moved = layer != m_layer || filter != m_filter;
    m_layer = layer;
    m_filter = filter;
    if (moved)
        Q_EMIT changed(What::Filter);
    QList<Row> fitting = rows.isEmpty() ? m_rows : rows;
    std::ranges::transform(fitting, fitting.begin(), [this](const Row &row) { return atPanel(row); });
    std::ranges::transform(m_hidden, m_hidden.begin(), [this](const Row &row) { return atPanel(row); });
    changeRows(fitting, false);
}

void Choices::take(const Session &session)
{
    PhotoTargets targets;
    targets.take(session);
    setTargets(targets);
    setAutomatic(session.automatic);
    setOutline(session.outline);
    setAll(session.rows, session.hidden, session.layer, session.filter);
    if (session.arrangement)
        setArrangement(*session.arrangement);
}

void Choices::takePhotos(const Session &session)
{
    PhotoChoice photos = m_photos;
    photos.take(session.photos);
    setPhotos(std::move(photos));
}

void Choices::give(Session &session) const
{
    assertGuiThread(Q_FUNC_INFO);
    session.photos = m_photos.used();
    m_targets.give(session);
    session.arrangement = m_arrangement;
    session.rows = m_rows;
    session.hidden = m_hidden;
    session.layer = m_layer;
    session.filter = m_filter;
    session.outline = m_outline;
    session.automatic = m_automatic;
}

} // namespace convscope
