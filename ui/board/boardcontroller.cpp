#include "ui/board/boardcontroller.h"

#include "core/data/photo.h"
#include "ui/present/language.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/readout.h"
#include "ui/present/sentences.h"
#include "ui/widgets/saver.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace convscope {

namespace {

using namespace std::chrono_literals;
using Phase = CellState::Phase;

constexpr auto restingTime = 300ms;
constexpr int photosKiB = 32 * 1024;
constexpr int predictionsKiB = 4 * 1024;
constexpr int answersKiB = 192 * 1024;

int kib(std::size_t bytes) { return int(bytes / 1024); }

struct AnswerCost
{
    int operator()(const Saliency &saliency) const
    {
        return kib(saliency.map.values.size() * sizeof(double));
    }
    int operator()(const Activation &activation) const
    {
        return kib(activation.map.values.size() * sizeof(double));
    }
    int operator()(const FilterImage &image) const { return kib(image.image.values.size() * sizeof(double)); }
    int operator()(const LimeExplanation &lime) const
    {
        const std::size_t weights = lime.classes.size() * std::size_t(lime.segments.count);
        return kib(lime.segments.labels.size() * sizeof(std::int32_t) + weights * sizeof(SegmentWeight));
    }
};

bool isSlow(View view) { return view == View::FilterImage || view == View::Lime; }

/// Of the progress of a slow method, as its options tell.
int stepsOf(const MethodOptions &options)
{
    if (const auto *lime = std::get_if<LimeOptions>(&options))
        return lime->samples;
    if (const auto *filterImage = std::get_if<FilterImageOptions>(&options))
        return filterImage->iterations;
    return 0;
}

Urgency urgencyOf(View view)
{
    switch (view) {
    case View::Photo:
        return Urgency::Predict;
    case View::Saliency:
        return Urgency::Saliency;
    case View::Activation:
        return Urgency::Activation;
    case View::FilterImage:
        return Urgency::FilterImage;
    case View::Lime:
        return Urgency::Lime;
    }
    return Urgency::Lime;
}

QString columnTitle(const PhotoRef &photo) { return displayText(photo.file.stem()); }

/// Every byte of the name counts, also those that are no text.
QString fileKey(const PhotoRef &photo)
{
    return QString::fromLatin1(QByteArray::fromStdString(photo.file.string()));
}

std::optional<Answer> answerSoFar(Explanation &explanation)
{
    if (!explanation.hasAnswer())
        return {};
    return explanation.answer();
}

std::optional<Answer> snapshotOf(Explanation &explanation) { return explanation.snapshot(); }

} // namespace

BoardController::BoardController(Lane &networkLane, Lane &readers, QObject *parent)
    : QObject(parent)
    , m_networkLane(networkLane)
    , m_readers(readers)
    , m_saver(new Saver(readers, this))
    , m_views(allViews())
    , m_photos(
          photosKiB, [](const Photo &photo) { return kib(photo.input.pixels.size()); },
          [this](const QString &) { reconcileSoon(); }, [](const QString &) {})
    , m_predictions(
          predictionsKiB, [](const Prediction &) { return 1; }, [this](const QString &) { reconcileSoon(); },
          [](const QString &) {})
    , m_answers(
          answersKiB, [](const Answer &answer) { return std::visit(AnswerCost(), answer); },
          [this](const QString &) { reconcileSoon(); }, [this](const QString &key) { progressed(key); })
{
    for (const View view : allViews())
        m_looks[view].outline = true;
    m_rest.setSingleShot(true);
    m_rest.setInterval(restingTime);
    connect(&m_rest, &QTimer::timeout, this, &BoardController::reconcile);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &BoardController::reconcile);
    connect(&m_networkLane, &Lane::jobsChanged, this, &BoardController::showWhatRests);
}

void BoardController::setNetwork(std::shared_ptr<const Network> network, const QString &identity)
{
    m_network = std::move(network);
    const QString before =
        std::exchange(m_identity, identity.isEmpty() ? QString::number(++m_unnamed) : identity);
    if (m_identity != before) { // also those set aside: each holds a network
        m_predictions.dropAll();
        m_answers.dropAll();
    }
    for (Column &column : m_columns) {
        column.photo.reset();
        column.prediction.reset();
    }
    m_glance.reset();
    restart();
}

void BoardController::setPhotos(const std::vector<PhotoRef> &photos, int pinned)
{
    m_pinned = pinned;
    std::vector<Column> before = std::move(m_columns);
    m_columns.clear();
    for (std::size_t i = 0; i < photos.size(); ++i) {
        const auto same = std::find_if(before.begin(), before.end(), [&](const Column &column) {
            return !column.ref.file.empty() && column.ref.file == photos[i].file
                && column.ref.label == photos[i].label && column.ref.ownClass == photos[i].ownClass;
        });
        if (same != before.end()) {
            m_columns.push_back(std::move(*same));
            same->ref.file.clear();
            continue;
        }
        m_columns.push_back(newColumn(photos[i]));
        if (i < before.size() && before.size() == photos.size())
            keepPictures(before[i], m_columns.back());
    }
    Q_EMIT reshaped();
    restart();
}

BoardController::Column BoardController::newColumn(const PhotoRef &photo) const
{
    Column column;
    column.ref = photo;
    column.shown = columnFor(columnTitle(photo), photo, nullptr, m_classNames);
    column.cells.resize(std::size_t(m_views.size()));
    column.shown.cells.resize(m_views.size());
    return column;
}

/// Of the photo that was in this place: until the new pictures are there, these stay, dimmed. Not those that
/// the new ones replace only after a while, since they would be taken for the new photo's.
void BoardController::keepPictures(const Column &from, Column &to) const
{
    for (int row = 0; row < m_views.size(); ++row) {
        if (isSlow(m_views[row]) || row >= from.shown.cells.size())
            continue;
        to.shown.cells[row].picture = from.shown.cells[row].picture;
        to.cells[std::size_t(row)].state = {Phase::Waiting, {}, !from.shown.cells[row].picture.isNull()};
    }
}

void BoardController::setClassNames(const QStringList &classNames)
{
    if (m_classNames == classNames)
        return;
    m_classNames = classNames;
    redrawAll();
}

void BoardController::setLook(View view, const Look &look)
{
    if (m_looks[view] == look)
        return;
    m_looks[view] = look;
    reconcileSoon();
    Q_EMIT rowsChanged();
}

void BoardController::setTarget(int column, const std::optional<Target> &target)
{
    const QString photo = fileKey(m_columns[std::size_t(column)].ref);
    if (target)
        m_targets.insert(photo, *target);
    else
        m_targets.remove(photo);
    restart();
    Q_EMIT columnChanged(column);
}

std::optional<Target> BoardController::target(int column) const
{
    const auto found = m_targets.constFind(fileKey(m_columns[std::size_t(column)].ref));
    return found == m_targets.constEnd() ? std::nullopt : std::optional(*found);
}

void BoardController::setTargets(const QList<UsedPhoto> &photos)
{
    m_targets.clear();
    for (const UsedPhoto &photo : photos) {
        if (photo.target)
            m_targets.insert(fileKey({photo.file, {}}), *photo.target);
    }
    restart();
}

bool BoardController::fitTargets(const std::function<std::optional<Target>(const Target &)> &fit)
{
    bool all = true;
    QHash<QString, Target> fitting;
    for (auto each = m_targets.cbegin(); each != m_targets.cend(); ++each) {
        if (const std::optional<Target> now = fit(*each))
            fitting.insert(each.key(), *now);
        else
            all = false;
    }
    m_targets = std::move(fitting);
    restart();
    return all;
}

/// What is asked of a photo: the board's question, about the photo's own class where it has one.
std::optional<MethodOptions> BoardController::questionOf(const Column &column, View view) const
{
    std::optional<MethodOptions> question = m_questions.of(view);
    const auto own = m_targets.constFind(fileKey(column.ref));
    if (!question || own == m_targets.constEnd())
        return question;
    std::visit(
        [&own](auto &options) {
            if constexpr (requires { options.target; })
                options.target = *own;
        },
        *question);
    return question;
}

void BoardController::setOutline(bool outline)
{
    for (auto &[view, look] : m_looks)
        look.outline = outline;
    reconcileSoon();
}

void BoardController::redrawAll()
{
    for (Column &column : m_columns) {
        for (Cell &cell : column.cells)
            cell.answer.reset();
    }
    reconcileSoon();
}

void BoardController::setQuestions(const Questions &questions)
{
    m_questions = questions;
    Q_EMIT rowsChanged();
    restart();
}

void BoardController::setViews(const QList<View> &views)
{
    if (m_views == views)
        return;
    const QList<View> before = std::exchange(m_views, views);
    for (Column &column : m_columns) {
        Column next = newColumn(column.ref);
        next.photo = column.photo;
        next.prediction = column.prediction;
        next.sight = column.sight;
        for (int row = 0; row < views.size(); ++row) {
            const auto old = before.indexOf(views[row]);
            if (old < 0)
                continue;
            next.cells[std::size_t(row)] = column.cells[std::size_t(old)];
            next.shown.cells[row] = column.shown.cells[old];
        }
        column = std::move(next);
    }
    Q_EMIT reshaped();
    restart();
}

void BoardController::setAutomatic(bool automatic)
{
    m_automatic = automatic;
    reconcileSoon();
}

/// Something else is asked now: the slow rows wait to see whether it stays so.
void BoardController::restart()
{
    m_rest.start();
    reconcileSoon();
}

void BoardController::reconcileSoon() { m_soon.start(); }

void BoardController::reconcile()
{
    QSet<QString> photos;
    QSet<QString> predictions;
    QSet<QString> answers;
    for (const Column &column : m_columns) {
        photos.insert(photoKey(column));
        predictions.insert(answerKey(column, View::Photo));
        for (const View view : m_views)
            answers.insert(answerKey(column, view));
    }
    if (m_glance) {
        photos.insert(photoKey(*m_glance));
        predictions.insert(answerKey(*m_glance, View::Photo));
    }
    m_photos.keepOnly(photos);
    m_predictions.keepOnly(predictions);
    m_answers.keepOnly(answers);

    // The last asked of equally urgent jobs runs first, so the first column is asked about last.
    for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column)
        ask(*column);
    if (m_glance)
        askPrediction(*m_glance);
    findScales();
    for (int column = 0; column < columnCount(); ++column)
        update(column);
}

/// From the lowest to the highest value of all photos, for the rows that want that.
void BoardController::findScales()
{
    const std::map<View, Range> before = std::exchange(m_scales, {});
    for (const View view : m_views) {
        if (!m_looks[view].sharedScale)
            continue;
        for (const Column &column : m_columns) {
            const auto answer = m_answers.standing(answerKey(column, view)).value;
            const std::optional<Range> own = answer ? mapRange(*answer) : std::nullopt;
            if (!own)
                continue;
            const auto [scale, first] = m_scales.emplace(view, *own);
            if (!first)
                scale->second = {
                    std::min(scale->second.low, own->low), std::max(scale->second.high, own->high)};
        }
    }
    if (before != m_scales)
        Q_EMIT rowsChanged();
}

void BoardController::askPrediction(Column &column)
{
    const InputDescription input = this->input();
    // Before the keys are made, as versions may change meanwhile: the file was not seen later than it was
    // read.
    const int version = m_versions->of(column.ref.file);
    m_photos.ask(photoKey(column), [&](Replies<Photo> replies) {
        return m_readers.call<Photo>(
            {Urgency::Predict, {}},
            [ref = column.ref, input, versions = m_versions] {
                versions->reading(ref.file);
                return loadPhoto(ref, input);
            },
            std::move(replies));
    });
    column.photo = m_photos.standing(photoKey(column)).value;
    if (!column.photo || !m_network)
        return;
    m_predictions.ask(answerKey(column, View::Photo), [&](Replies<Prediction> replies) {
        return m_networkLane.call<Prediction>(
            {Urgency::Predict, {}, m_network},
            [network = m_network, photo = column.photo] { return predict(*network, photo->input); },
            std::move(replies));
    });
    column.prediction = m_predictions.standing(answerKey(column, View::Photo)).value;
    column.sight = m_versions->sight(column.ref.file, version);
}

void BoardController::ask(Column &column)
{
    askPrediction(column);
    if (!column.photo || !m_network)
        return;
    for (const View view : m_views)
        askRow(column, view);
}

void BoardController::askRow(const Column &column, View view)
{
    const std::optional<MethodOptions> options = questionOf(column, view);
    const QString key = answerKey(column, view);
    // What was set aside goes on at once: it was begun before.
    if (!options || (!mayStart(view, key) && !m_answers.standing(key).active))
        return;
    m_answers.ask(key, [&](Replies<Answer> replies) {
        JobTitle listed;
        if (isSlow(view))
            listed = [view, ref = column.ref] { return tr("%1 of %2").arg(title(view), columnTitle(ref)); };
        return m_networkLane.start<Explanation, Answer>(
            {.urgency = urgencyOf(view),
                .title = listed,
                .network = m_network,
                .begin = {0, stepsOf(*options)},
                .again = [this, key] { startAgain(key); },
                .canAgain = [this, key] { return isLeftUndone(key); }},
            [network = m_network, photo = column.photo, options = *options] {
                return explain(*network, *photo, options);
            },
            answerSoFar, std::move(replies), snapshotOf);
    });
}

bool BoardController::mayStart(View view, const QString &key) const
{
    if (!isSlow(view) || m_startedByHand.contains(key))
        return true;
    return m_automatic && !m_rest.isActive() && !isTooLongToStart();
}

QString BoardController::readout(int column, QPointF at) const
{
    const Column &asked = m_columns[std::size_t(column)];
    std::vector<const Answer *> answers;
    for (const Cell &cell : asked.cells) {
        if (cell.answer && !cell.state.outdated)
            answers.push_back(cell.answer.get());
    }
    return asked.photo ? valuesAt(at, asked.photo->input, answers) : QString();
}

/// A photo whose file has been replaced is another one.
QString BoardController::versionedKey(const PhotoRef &photo) const
{
    return QStringLiteral("%1 ").arg(m_versions->of(photo.file)) + fileKey(photo);
}

void BoardController::readAgain()
{
    m_looking =
        m_readers.call<bool>({Urgency::Open, {}}, [versions = m_versions] { return versions->look(); },
            {
                .done =
                    [this](bool any) {
                        if (!any)
                            return;
                        for (Column &column : m_columns)
                            column.prediction.reset();
                        restart();
                    },
                .failed = [](const Error &) {},
            });
}

/// With its label, which the methods take from the photo.
QString BoardController::photoKey(const Column &column) const
{
    const QString label = column.ref.label ? QString::number(*column.ref.label) : QString();
    return QString::fromStdString(preparationJson(input())) + label + u' ' + versionedKey(column.ref);
}

QString BoardController::answerKey(const Column &column, View view) const
{
    const std::optional<MethodOptions> options = questionOf(column, view);
    const QString method = options
        ? QString::fromLatin1(methodName(*options)) + QString::fromStdString(toJson(*options))
        : QString();
    const QString label = column.ref.label ? QString::number(*column.ref.label) : QString();
    return QStringLiteral("%1 %2 %3 ").arg(m_identity, method, label) + versionedKey(column.ref);
}

void BoardController::start(int column, int row)
{
    const View view = m_views[row];
    const Column &asked = m_columns[std::size_t(column)];
    if (view == View::Photo) {
        m_photos.forget(photoKey(asked));
        m_predictions.forget(answerKey(asked, view));
    } else {
        startAgain(answerKey(asked, view));
    }
    reconcileSoon();
}

bool BoardController::canStart(int column, int row) const
{
    const Phase phase = state(column, row).phase;
    return phase == Phase::Stopped || phase == Phase::Failed;
}

bool BoardController::canStartRow(int row) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (canStart(column, row))
            return true;
    }
    return false;
}

bool BoardController::canStartColumn(int column) const
{
    for (int row = 0; row < m_views.size(); ++row) {
        if (canStart(column, row))
            return true;
    }
    return false;
}

void BoardController::startRow(int row)
{
    for (int column = 0; column < columnCount(); ++column) {
        if (canStart(column, row))
            start(column, row);
    }
}

void BoardController::startColumn(int column)
{
    for (int row = 0; row < m_views.size(); ++row) {
        if (canStart(column, row))
            start(column, row);
    }
}

void BoardController::startAll()
{
    for (int row = 0; row < m_views.size(); ++row)
        startRow(row);
}

bool BoardController::hasMask() const
{
    return std::any_of(m_columns.begin(), m_columns.end(),
        [](const Column &column) { return column.photo && column.photo->mask; });
}

void BoardController::startAgain(const QString &key)
{
    const Standing<Answer> standing = m_answers.standing(key);
    if (standing.value && !standing.active && !standing.stopped)
        return; // there is nothing more to find out
    m_startedByHand.insert(key);
    m_answers.forget(key);
    reconcileSoon();
}

/// Whether the user has stopped what a cell of the board still asks for.
bool BoardController::isLeftUndone(const QString &key) const
{
    const auto isAsked = [&](const Column &column) {
        return std::ranges::any_of(m_views, [&](View view) { return answerKey(column, view) == key; });
    };
    return m_answers.isStopped(key) && std::ranges::any_of(m_columns, isAsked);
}

void BoardController::cancel(int column, int row)
{
    m_answers.stop(answerKey(m_columns[std::size_t(column)], m_views[row]));
}

bool BoardController::canCancel(int column, int row) const
{
    const CellState::Phase phase = state(column, row).phase;
    return isSlow(m_views[row]) && (phase == Phase::Waiting || phase == Phase::Running);
}

void BoardController::cancelRow(int row)
{
    for (int column = 0; column < columnCount(); ++column) {
        if (canCancel(column, row))
            cancel(column, row);
    }
}

QList<TopClass> BoardController::glance(const PhotoRef &photo)
{
    Column asked;
    asked.ref = photo;
    const auto known = m_predictions.standing(answerKey(asked, View::Photo)).value;
    if (known)
        return topClasses(*known, m_classNames, photo.label);
    if (m_network) {
        m_glance = std::move(asked);
        reconcileSoon();
    }
    return {};
}

CellState BoardController::state(int column, int row) const
{
    return m_columns[std::size_t(column)].cells[std::size_t(row)].state;
}

std::shared_ptr<const Answer> BoardController::answer(int column, int row) const
{
    const Cell &cell = m_columns[std::size_t(column)].cells[std::size_t(row)];
    return cell.state.outdated ? nullptr : cell.answer;
}

std::optional<MethodOptions> BoardController::question(int column, int row) const
{
    return questionOf(m_columns[std::size_t(column)], m_views[row]);
}

std::shared_ptr<const Photo> BoardController::loadedPhoto(int column) const
{
    return m_columns[std::size_t(column)].photo;
}

InputDescription BoardController::input() const
{
    return m_network ? m_network->info().input : InputDescription{};
}

std::optional<Range> BoardController::sharedScale(View view) const
{
    const auto found = m_scales.find(view);
    return found == m_scales.end() ? std::nullopt : std::optional(found->second);
}

BoardRow BoardController::row(int row) const
{
    const std::optional<MethodOptions> options = m_questions.of(m_views[row]);
    return rowFor(m_views[row], options ? &*options : nullptr, look(m_views[row]), sharedScale(m_views[row]));
}

void BoardController::tellAnew()
{
    for (Column &column : m_columns) {
        for (Cell &cell : column.cells)
            cell.shownKey.clear();
    }
    redrawAll();
    Q_EMIT rowsChanged();
}

Board BoardController::boardIn(const QString &wanted) const
{
    if (wanted.isEmpty() || wanted == language())
        return board();
    const LanguageScope scope(wanted);
    Board board;
    for (int each = 0; each < m_views.size(); ++each)
        board.rows.append(row(each));
    for (Column column : m_columns) {
        BoardColumn heading = headingOf(column);
        heading.cells = column.shown.cells;
        column.shown = std::move(heading);
        for (int row = 0; row < m_views.size(); ++row) {
            Cell &cell = column.cells[std::size_t(row)];
            if (cell.state.outdated)
                continue;
            cell.answer.reset();
            cell.shownKey.clear();
            show(column, row);
        }
        board.columns.append(answered(column));
    }
    return board;
}

Board BoardController::board() const
{
    Board board;
    for (int each = 0; each < m_views.size(); ++each)
        board.rows.append(row(each));
    for (const Column &column : m_columns)
        board.columns.append(answered(column));
    return board;
}

Session BoardController::session() const
{
    Session session;
    if (m_network) {
        session.network.file.file = m_network->info().file;
        session.network.precision = m_network->info().precision;
        session.network.device = QString::fromStdString(m_network->info().device);
        session.network.input = m_network->info().input;
        session.network.inputOrigin = m_network->info().inputOrigin;
    }
    for (int column = 0; column < columnCount(); ++column)
        session.photos.append(
            {m_columns[std::size_t(column)].ref.file, {}, target(column), isPinned(column)});
    session.views = m_views;
    session.questions = m_questions.all();
    session.looks = m_looks;
    for (auto &[view, look] : session.looks)
        session.outline = std::exchange(look.outline, false);
    session.automatic = m_automatic;
    return session;
}

QList<BoardResult> BoardController::results() const
{
    QList<BoardResult> results;
    for (int column = 0; column < columnCount(); ++column) {
        for (int row = 0; row < m_views.size(); ++row) {
            if (const std::optional<BoardResult> one = result(column, row))
                results.append(*one);
        }
    }
    return results;
}

/// One that is whole, or that the user stopped where that is valid.
std::optional<BoardResult> BoardController::result(int column, int row) const
{
    const Column &from = m_columns[std::size_t(column)];
    const Cell &cell = from.cells[std::size_t(row)];
    const std::optional<MethodOptions> options = questionOf(from, m_views[row]);
    const bool ended = cell.state.phase == Phase::Done || cell.state.phase == Phase::Stopped;
    if (!options || !from.photo || !cell.answer || !ended || cell.state.outdated)
        return {};
    return BoardResult{column, row, *options, from.photo, cell.answer};
}

} // namespace convscope
