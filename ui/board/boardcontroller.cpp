#include "ui/board/boardcontroller.h"

#include "core/data/photo.h"
#include "ui/board/askingorder.h"
#include "ui/present/language.h"
#include "ui/present/maprange.h"
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
    int operator()(const Attribution &attribution) const { return of(attribution.map); }
    int operator()(const Activation &activation) const { return of(activation.map); }
    int operator()(const OptimisedImage &optimised) const { return of(optimised.image); }
    int operator()(const SuperpixelWeights &lime) const
    {
        const std::size_t weights = lime.classes.size() * std::size_t(lime.segments.count);
        return kib(lime.segments.labels.size() * sizeof(std::int32_t) + weights * sizeof(SegmentWeight));
    }
    int operator()(const LayerMaps &answer) const
    {
        return std::accumulate(answer.maps.begin(), answer.maps.end(), 0,
            [](int sum, const LayerMaps::OfLayer &each) { return sum + of(each.map); });
    }
    int operator()(const FilterWeights &answer) const { return kib(answer.weights.size() * sizeof(double)); }
    static int of(const Map &map) { return kib(map.values.size() * sizeof(double)); }
};

QString columnTitle(const PhotoRef &photo) { return displayText(photo.file.stem()); }

/// A key may hold any bytes.
QString text(const std::string &key) { return QString::fromLatin1(QByteArray::fromStdString(key)); }

std::optional<MeasuredAnswer> answerSoFar(Explanation &explanation, const Photo &photo)
{
    if (!explanation.hasAnswer())
        return {};
    return withMeasures(explanation.answer(), photo);
}

std::optional<MeasuredAnswer> snapshotOf(Explanation &explanation, const Photo &photo)
{
    std::optional<Answer> answer = explanation.snapshot();
    return answer ? std::optional(withMeasures(std::move(*answer), photo)) : std::nullopt;
}

/// The answer alone, which lives as long as what was measured of it. Null where there is none.
std::shared_ptr<const Answer> answerIn(const std::shared_ptr<const MeasuredAnswer> &measured)
{
    return measured ? std::shared_ptr<const Answer>(measured, &measured->answer) : nullptr;
}

} // namespace

BoardController::BoardController(Choices &choices, Lane &networkLane, Lane &readers, QObject *parent)
    : QObject(parent)
    , m_choices(choices)
    , m_networkLane(networkLane)
    , m_readers(readers)
    , m_saver(new Saver(readers, this))
    , m_rows(choices.rows())
    , m_photos(
          photosKiB, [](const Photo &photo) { return kib(photo.input.pixels.size()); },
          [this](const QString &) { reconcileSoon(); }, [](const QString &) {})
    , m_predictions(
          predictionsKiB, [](const Prediction &) { return 1; }, [this](const QString &) { reconcileSoon(); },
          [](const QString &) {})
    , m_answers(
          answersKiB, [](const MeasuredAnswer &kept) { return std::visit(AnswerCost(), kept.answer); },
          [this](const QString &) { reconcileSoon(); }, [this](const QString &key) { progressed(key); })
    , m_evidence(networkLane, {Urgency::Background, evidenceMeasures, {evidenceOfHiding()}})
    , m_curves(networkLane,
          {Urgency::Slow, [](const Answer &, const MethodOptions &, bool) { return removalCurves(); },
              removalCurves()})
{
    connect(&choices, &Choices::changed, this, &BoardController::choicesChanged);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restingTime);
    connect(&m_rest, &QTimer::timeout, this, &BoardController::reconcile);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &BoardController::reconcile);
    connect(&m_networkLane, &Lane::jobsChanged, this, &BoardController::showWhatRests);
    connect(&m_evidence, &BoardEvidence::changed, this, &BoardController::reconcileSoon);
    connect(&m_evidence, &BoardEvidence::changed, this, &BoardController::evidenceChanged);
    takePhotos();
}

void BoardController::setNetwork(std::shared_ptr<const Network> network, const QString &identity)
{
    m_network = std::move(network);
    const QString before =
        std::exchange(m_identity, identity.isEmpty() ? QString::number(++m_unnamed) : identity);
    if (m_identity != before) { // also those set aside: each holds a network
        m_predictions.dropAll();
        m_answers.dropAll();
        m_evidenceByHand.clear();
    }
    for (BoardEvidence *evidence : {&m_evidence, &m_curves})
        evidence->setNetwork(m_network, m_identity == before);
    m_second.pair.reset(); // it was beside the one before
    for (Column &column : m_columns) {
        column.photo.reset();
        column.prediction.reset();
        column.secondPhoto.reset();
        column.secondPrediction.reset();
    }
    m_glance.reset();
    restart();
}

void BoardController::setSecond(SecondOnBoard second)
{
    m_second = std::move(second);
    for (Column &column : m_columns) {
        column.secondPhoto.reset();
        column.secondPrediction.reset();
    }
    Q_EMIT reshaped(); // headings have one line more or less
    restart();
}

QString BoardController::whyNotAsked(int row, AskedNetwork network) const
{
    const std::optional<MethodOptions> &question = m_rows[row].question;
    return question ? convscope::whyNotAsked(m_second, network, *question) : QString();
}

void BoardController::takePhotos()
{
    const std::vector<PhotoRef> photos = m_choices.photos().onBoard();
    std::vector<Column> before = std::move(m_columns);
    m_columns.clear();
    for (std::size_t i = 0; i < photos.size(); ++i) {
        const auto same = std::find_if(before.begin(), before.end(),
            [&](const Column &column) { return !column.ref.file.empty() && column.ref == photos[i]; });
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
    column.cells.resize(std::size_t(m_rows.size()));
    column.shown.cells.resize(m_rows.size());
    return column;
}

/// Of the photo that was in this place: until the new pictures are there, these stay, dimmed. Not those that
/// the new ones replace only after a while, since they would be taken for the new photo's.
void BoardController::keepPictures(const Column &from, Column &to) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[row].isSlow() || row >= from.shown.cells.size())
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

void BoardController::setTarget(int column, const std::optional<Target> &target)
{
    m_choices.setTargetOf(m_columns[std::size_t(column)].ref.file, target);
}

std::optional<Target> BoardController::target(int column) const
{
    return m_choices.targetOf(m_columns[std::size_t(column)].ref.file);
}

Look BoardController::look(int row) const
{
    Look look = m_rows[row].look;
    look.outline = m_choices.hasOutline();
    return look;
}

void BoardController::choicesChanged(Choices::What what)
{
    switch (what) {
    case Choices::What::Photos:
        takePhotos();
        break;
    case Choices::What::Rows:
        takeRows();
        break;
    case Choices::What::Targets:
        restart();
        for (int column = 0; column < columnCount(); ++column)
            Q_EMIT columnChanged(column);
        break;
    case Choices::What::Automatic:
    case Choices::What::Outline:
        reconcileSoon();
        break;
    case Choices::What::Open:
    case Choices::What::Arrangement:
    case Choices::What::Selection:
    case Choices::What::Filter:
        break;
    }
}

/// What is asked of a photo: the row's question, about the photo's own class where it has one.
std::optional<MethodOptions> BoardController::questionOf(const Column &column, const Row &row) const
{
    std::optional<MethodOptions> question = row.question;
    const std::optional<Target> own = m_choices.targetOf(column.ref.file);
    if (question && own && canExplain(*question, *own))
        *fieldOf<Target>(*question) = *own;
    return question;
}

void BoardController::redrawAll()
{
    for (Column &column : m_columns) {
        for (Cell &cell : column.cells)
            cell.answer.reset();
    }
    reconcileSoon();
}

/// Cells move with their rows. Rows that only look otherwise ask nothing.
void BoardController::takeRows()
{
    const QList<Row> before = std::exchange(m_rows, m_choices.rows());
    const bool sameKeys = std::ranges::equal(before, m_rows, {}, &Row::key, &Row::key);
    if (!sameKeys) {
        for (Column &column : m_columns) {
            Column next = newColumn(column.ref);
            next.shown = column.shown;
            next.shown.cells = QList<BoardCell>(m_rows.size());
            next.photo = column.photo;
            next.prediction = column.prediction;
            next.secondPhoto = column.secondPhoto;
            next.secondPrediction = column.secondPrediction;
            next.sight = column.sight;
            for (int row = 0; row < rowCount(); ++row) {
                const auto old = std::ranges::find(before, m_rows[row].key, &Row::key) - before.begin();
                if (old == before.size())
                    continue;
                next.cells[std::size_t(row)] = column.cells[std::size_t(old)];
                next.shown.cells[row] = column.shown.cells[old];
            }
            column = std::move(next);
        }
        Q_EMIT reshaped();
    }
    Q_EMIT rowsChanged();
    const auto asksTheSame = [](const Row &a, const Row &b) {
        return a.question == b.question && a.network == b.network;
    };
    startToldEvidence(before);
    if (sameKeys && std::ranges::equal(before, m_rows, asksTheSame))
        reconcileSoon();
    else
        restart();
}

/// Something else is asked now: the slow rows wait to see whether it stays so.
void BoardController::restart()
{
    m_rest.start();
    for (Column &column : m_columns)
        takeKeys(column);
    reconcileSoon();
}

/// What the cells ask from now on. One that is asked otherwise is not done any more, though the picture stays
/// until the new one is there.
void BoardController::takeKeys(Column &column) const
{
    for (int row = 0; row < rowCount(); ++row) {
        Cell &cell = column.cells[std::size_t(row)];
        const QString before = std::exchange(cell.key,
            m_rows[row].isPhoto() ? photoKey(column) + predictionKey(column)
                                  : answerKey(column, m_rows[row]));
        const Phase phase = cell.state.phase;
        const bool hasEnded = phase == Phase::Done || phase == Phase::Stopped || phase == Phase::Failed;
        if (hasEnded && cell.key != before)
            cell.state = {Phase::Waiting, {}, !column.shown.cells[row].picture.isNull()};
    }
}

void BoardController::reconcileSoon() { m_soon.start(); }

void BoardController::reconcile()
{
    QSet<QString> photos;
    QSet<QString> predictions;
    QSet<QString> answers;
    for (const Column &column : m_columns) {
        photos.insert(photoKey(column));
        predictions.insert(predictionKey(column));
        if (hasSecond()) {
            photos.insert(photoKey(column.ref, m_second.pair->second().info().input));
            predictions.insert(predictionKey(column, AskedNetwork::Second));
        }
        for (const Cell &cell : column.cells)
            answers.insert(cell.key);
    }
    if (m_glance) {
        photos.insert(photoKey(*m_glance));
        predictions.insert(predictionKey(*m_glance));
    }
    m_photos.keepOnly(photos);
    m_predictions.keepOnly(predictions);
    m_answers.keepOnly(answers);

    // The last asked of equally urgent jobs runs first, so the first column is asked about last.
    for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column)
        askPrediction(*column);
    for (const int row : askingOrder(m_rows)) {
        for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column)
            askRow(*column, row);
    }
    if (m_glance)
        askPrediction(*m_glance);
    findScales();
    askEvidence();
    for (int column = 0; column < columnCount(); ++column)
        update(column);
}

/// From the lowest to the highest value of all photos, for the rows that want that.
void BoardController::findScales()
{
    const std::map<int, Range> before = std::exchange(m_scales, {});
    for (int row = 0; row < rowCount(); ++row) {
        if (!m_rows[row].look.sharedScale || !m_rows[row].question)
            continue;
        for (Column &column : m_columns) {
            const std::optional<Range> own =
                rangeOf(column.cells[std::size_t(row)], m_rows[row].look.clipping);
            if (!own)
                continue;
            const auto [scale, first] = m_scales.emplace(m_rows[row].key, *own);
            if (!first)
                scale->second = {
                    std::min(scale->second.low, own->low), std::max(scale->second.high, own->high)};
        }
    }
    if (before != m_scales)
        Q_EMIT rowsChanged();
}

/// Of the answer to what a cell asks. It is worked out once: a map has many values.
std::optional<Range> BoardController::rangeOf(Cell &cell, Clipping clipping) const
{
    const std::shared_ptr<const MeasuredAnswer> answer = m_answers.stateOf(cell.key).value;
    if (cell.ranged != answer || cell.clipping != clipping) {
        cell.ranged = answer;
        cell.clipping = clipping;
        cell.range = answer ? mapRange(answer->answer, clipping) : std::nullopt;
    }
    return cell.range;
}

void BoardController::askPrediction(Column &column)
{
    // Before the keys are made, as versions may change meanwhile: the file was not seen later than it was
    // read.
    const int version = m_versions->of(column.ref.file);
    column.photo = askPhoto(column.ref, input());
    if (!column.photo || !m_network)
        return;
    column.prediction = askNetwork(predictionKey(column), m_network, column.photo);
    column.sight = m_versions->sight(column.ref.file, version);
    if (hasSecond())
        askSecond(column);
}

void BoardController::askSecond(Column &column)
{
    column.secondPhoto = m_second.match().seesSamePicture()
        ? column.photo
        : askPhoto(column.ref, m_second.pair->second().info().input);
    if (column.secondPhoto)
        column.secondPrediction = askNetwork(
            predictionKey(column, AskedNetwork::Second), m_second.pair->sharedSecond(), column.secondPhoto);
}

/// Null while it is not read.
std::shared_ptr<const Photo> BoardController::askPhoto(const PhotoRef &ref, const InputDescription &input)
{
    const QString key = photoKey(ref, input);
    m_photos.ask(key, [&](Replies<Photo> replies) {
        return m_readers.call<Photo>(
            {Urgency::Shown, {}},
            [ref, input, versions = m_versions] {
                versions->reading(ref.file);
                return loadPhoto(ref, input);
            },
            std::move(replies));
    });
    return m_photos.stateOf(key).value;
}

std::shared_ptr<const Prediction> BoardController::askNetwork(const QString &key,
    const std::shared_ptr<const Network> &network, const std::shared_ptr<const Photo> &photo)
{
    m_predictions.ask(key, [&](Replies<Prediction> replies) {
        return m_networkLane.call<Prediction>(
            {Urgency::Shown, {}, network}, [network, photo] { return predict(*network, photo->input); },
            std::move(replies));
    });
    return m_predictions.stateOf(key).value;
}

std::shared_ptr<const Network> BoardController::networkFor(AskedNetwork network) const
{
    return network == AskedNetwork::Second ? m_second.pair->sharedSecond() : m_network;
}

const std::shared_ptr<const Photo> &BoardController::photoFor(
    const Column &column, AskedNetwork network) const
{
    return network == AskedNetwork::Second ? column.secondPhoto : column.photo;
}

/// Starts an explanation in another thread; keeps the networks.
std::function<std::unique_ptr<Explanation>(const Photo &, const MethodOptions &)> BoardController::asker(
    AskedNetwork network) const
{
    if (network == AskedNetwork::First)
        return [network = m_network](const Photo &photo, const MethodOptions &options) {
            return explain(*network, photo, options);
        };
    return [pair = m_second.pair, network](const Photo &photo, const MethodOptions &options) {
        return explainOfTwo(*pair, network, photo, options);
    };
}

void BoardController::askRow(const Column &column, int place)
{
    const Row &row = m_rows[place];
    const std::shared_ptr<const Photo> &photo = photoFor(column, row.network);
    if (!photo || !m_network || (row.network != AskedNetwork::First && !hasSecond()))
        return;
    const std::optional<MethodOptions> options = questionOf(column, row);
    const QString key = column.cells[std::size_t(place)].key;
    // What was set aside goes on at once: it was begun before.
    if (!options || (!mayStart(row, key) && !m_answers.stateOf(key).active))
        return;
    m_answers.ask(key, [&](Replies<MeasuredAnswer> replies) {
        JobTitle listed;
        if (row.isSlow())
            listed = [this, row, ref = column.ref] {
                const int now = m_choices.placeOf(row.key);
                return tr("%1 of %2").arg(now < 0 ? title(row) : rowName(now), columnTitle(ref));
            };
        return m_networkLane.start<Explanation, MeasuredAnswer>(
            {.urgency = row.isSlow() ? Urgency::Slow : Urgency::Quick,
                .title = listed,
                .network = networkFor(row.network),
                .secondNetwork = row.isDifference() ? m_second.pair->sharedSecond() : nullptr,
                .begin = {0, stepsOf(*options) * (row.isDifference() ? 2 : 1)},
                .again = [this, key] { startAgain(key); },
                .canAgain = [this, key] { return isLeftUndone(key); },
                .kind = id(row)},
            [ask = asker(row.network), photo, options = *options] { return ask(*photo, options); },
            [photo](Explanation &explanation) { return answerSoFar(explanation, *photo); },
            std::move(replies),
            [photo](Explanation &explanation) { return snapshotOf(explanation, *photo); });
    });
}

bool BoardController::mayStart(const Row &row, const QString &key) const
{
    if (!row.isSlow() || m_startedByHand.contains(key))
        return true;
    return m_choices.isAutomatic() && !m_rest.isActive() && !isTooLongToStart();
}

QString BoardController::readout(int column, QPointF at) const
{
    const Column &asked = m_columns[std::size_t(column)];
    std::vector<AskedAnswer> answers;
    for (int row = 0; row < rowCount(); ++row) {
        const Cell &cell = asked.cells[std::size_t(row)];
        if (cell.answer && !cell.state.outdated)
            answers.push_back(
                {isOnlyOne(row) ? QString() : rowName(row), *m_rows[row].question, answerIn(cell.answer)});
    }
    return asked.photo ? valuesAt(at, asked.photo->input, answers) : QString();
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
                        for (Column &column : m_columns) {
                            column.prediction.reset();
                            column.secondPrediction.reset();
                        }
                        restart();
                        Q_EMIT photosReplaced();
                    },
                .failed = [](const Error &) {},
            });
}

/// A photo whose file has been replaced is another one. What is asked of the second network is told in the
/// numbers of the first one.
Request BoardController::request(
    const Column &column, const std::optional<MethodOptions> &question, AskedNetwork network) const
{
    QString identity = m_identity;
    if (network != AskedNetwork::First)
        identity += QStringLiteral("\n%1\n%2").arg(QLatin1String(word(network)), m_second.identity);
    return {identity.toStdString(), {column.ref.file, m_versions->of(column.ref.file), column.ref.label},
        question};
}

QString BoardController::photoKey(const PhotoRef &photo, const InputDescription &input) const
{
    const PhotoVersion version{photo.file, m_versions->of(photo.file), photo.label};
    return QString::fromStdString(preparationJson(input)) + text(version.key());
}

QString BoardController::predictionKey(const Column &column, AskedNetwork network) const
{
    return text(request(column, {}, network).key());
}

QString BoardController::answerKey(const Column &column, const Row &row) const
{
    return text(request(column, questionOf(column, row), row.network).key());
}

void BoardController::start(int column, int row)
{
    const Column &asked = m_columns[std::size_t(column)];
    if (m_rows[row].isPhoto()) {
        m_photos.forget(photoKey(asked));
        m_predictions.forget(predictionKey(asked));
    } else {
        startAgain(asked.cells[std::size_t(row)].key);
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
    for (int row = 0; row < rowCount(); ++row) {
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
    for (int row = 0; row < rowCount(); ++row) {
        if (canStart(column, row))
            start(column, row);
    }
}

void BoardController::startAll()
{
    for (int row = 0; row < rowCount(); ++row)
        startRow(row);
}

bool BoardController::hasMask() const
{
    return std::any_of(m_columns.begin(), m_columns.end(),
        [](const Column &column) { return column.photo && column.photo->mask; });
}

void BoardController::startAgain(const QString &key)
{
    const RequestState<MeasuredAnswer> standing = m_answers.stateOf(key);
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
        return std::ranges::any_of(column.cells, [&](const Cell &cell) { return cell.key == key; });
    };
    return m_answers.isStopped(key) && std::ranges::any_of(m_columns, isAsked);
}

void BoardController::cancel(int column, int row)
{
    m_answers.stop(m_columns[std::size_t(column)].cells[std::size_t(row)].key);
}

bool BoardController::canCancel(int column, int row) const
{
    const CellState::Phase phase = state(column, row).phase;
    return m_rows[row].isSlow() && (phase == Phase::Waiting || phase == Phase::Running);
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
    const auto known = m_predictions.stateOf(predictionKey(asked)).value;
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
    return cell.state.outdated ? nullptr : answerIn(cell.answer);
}

std::optional<MethodOptions> BoardController::question(int column, int row) const
{
    return questionOf(m_columns[std::size_t(column)], m_rows[row]);
}

std::shared_ptr<const Photo> BoardController::loadedPhoto(int column) const
{
    return m_columns[std::size_t(column)].photo;
}

std::shared_ptr<const Photo> BoardController::loadedPhoto(int column, int row) const
{
    return photoFor(m_columns[std::size_t(column)], m_rows[row].network);
}

InputDescription BoardController::inputFor(int row) const
{
    const bool isSecond = hasSecond() && m_rows[row].network == AskedNetwork::Second;
    return isSecond ? m_second.pair->second().info().input : input();
}

InputDescription BoardController::input() const
{
    return m_network ? m_network->info().input : InputDescription{};
}

std::optional<Range> BoardController::sharedScale(int row) const
{
    const auto found = m_scales.find(m_rows[row].key);
    return found == m_scales.end() ? std::nullopt : std::optional(found->second);
}

bool BoardController::isOnlyOne(int row) const
{
    return std::ranges::count_if(m_rows, [&](const Row &other) { return id(other) == id(m_rows[row]); }) == 1;
}

QString BoardController::rowName(int row) const { return distinctTitles(m_rows).value(row); }

BoardRow BoardController::heading(int row) const { return rowFor(m_rows[row], sharedScale(row)); }

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
    for (int each = 0; each < rowCount(); ++each)
        board.rows.append(heading(each));
    for (Column column : m_columns) {
        BoardColumn heading = headingOf(column);
        heading.cells = column.shown.cells;
        column.shown = std::move(heading);
        for (int row = 0; row < rowCount(); ++row) {
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
    for (int each = 0; each < rowCount(); ++each)
        board.rows.append(heading(each));
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
    session.second = m_second.used;
    m_choices.give(session);
    return session;
}

QList<BoardResult> BoardController::results() const
{
    QList<BoardResult> results;
    for (int column = 0; column < columnCount(); ++column) {
        for (int row = 0; row < rowCount(); ++row) {
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
    const std::optional<MethodOptions> options = questionOf(from, m_rows[row]);
    const bool ended = cell.state.phase == Phase::Done || cell.state.phase == Phase::Stopped;
    const AskedNetwork network = m_rows[row].network;
    const std::shared_ptr<const Photo> &photo = photoFor(from, network);
    if (!options || !photo || !cell.answer || !ended || cell.state.outdated)
        return {};
    TakenMeasures measures = cell.answer->measures;
    const TakenMeasures &evidence = from.shown.cells[row].evidenceNumbers;
    measures.insert(measures.end(), evidence.begin(), evidence.end());
    return BoardResult{column, row, *options, photo, answerIn(cell.answer), std::move(measures), network};
}

} // namespace convscope
