#include "ui/board/boardcontroller.h"

#include "ui/present/paths.h"
#include "ui/present/sentences.h"

// What the controller's cells show, from how their questions stand.

namespace convscope {

namespace {

using Phase = CellState::Phase;

bool sameClasses(const BoardColumn &a, const BoardColumn &b)
{
    return a.title == b.title && a.trueClass == b.trueClass && a.predictedClass == b.predictedClass
        && a.secondClass == b.secondClass && a.top == b.top && a.secondTop == b.secondTop;
}

/// The reason first: a cell is small. A path may break at each folder.
QString reasonAndFile(const Error &error)
{
    if (error.file().empty())
        return reason(error);
    QString path = displayText(error.file());
    path.replace(u'/', QStringLiteral("/\u200b"));
    return reason(error) + u'\n' + path;
}

/// Whether it may be another time: a class, a layer, a filter or a ReLU that the network does not have will
/// not be there then either, nor a rule for one of its modules.
bool mayPass(const Error &error)
{
    switch (error.kind()) {
    case ErrorKind::ClassOutOfRange:
    case ErrorKind::NoSuchLayer:
    case ErrorKind::LayerWithoutMaps:
    case ErrorKind::FilterOutOfRange:
    case ErrorKind::NoRuleFor:
    case ErrorKind::NetworkWithoutReLU:
    case ErrorKind::ClassNotInSecond:
    case ErrorKind::LayerNotInSecond:
    case ErrorKind::NoDifferenceOf:
    case ErrorKind::NoDifferenceOfPictures:
    case ErrorKind::NoDifferenceOfScores:
    case ErrorKind::NoDifferenceOfSizes:
    case ErrorKind::NoDifferenceOfSuperpixels:
        return false;
    default:
        return true;
    }
}

Phase phaseOf(const RequestState<MeasuredAnswer> &standing)
{
    if (standing.error)
        return Phase::Failed;
    if (standing.stopped)
        return Phase::Stopped;
    if (standing.active)
        return standing.progress.done > 0 ? Phase::Running : Phase::Waiting;
    return standing.value ? Phase::Done : Phase::Waiting;
}

} // namespace

void BoardController::update(int column)
{
    Column &updated = m_columns[std::size_t(column)];
    BoardColumn header = headingOf(updated);
    header.cells = updated.shown.cells;
    const bool changed = !sameClasses(header, updated.shown);
    updated.shown = std::move(header);
    if (changed)
        Q_EMIT columnChanged(column);

    for (int row = 0; row < rowCount(); ++row)
        updateCell(column, row);
}

BoardColumn BoardController::headingOf(const Column &column) const
{
    BoardColumn heading = columnFor(column.shown.title, column.ref, column.prediction.get(), m_classNames);
    if (hasSecond() && column.secondPrediction)
        addSecond(heading, column.ref, *column.secondPrediction, m_second.classNames, m_second.match());
    return heading;
}

/// Brings a cell up to how its question stands.
void BoardController::show(Column &column, int row) const
{
    Cell &cell = column.cells[std::size_t(row)];
    if (m_rows[row].isPhoto())
        updatePhotoCell(column, row, cell, column.shown.cells[row]);
    else
        updateAnswerCell(column, row, cell, column.shown.cells[row]);
}

void BoardController::updateCell(int column, int row)
{
    Column &updated = m_columns[std::size_t(column)];
    Cell &cell = updated.cells[std::size_t(row)];
    BoardCell &shown = updated.shown.cells[row];
    const CellState before = cell.state;
    const BoardCell shownBefore = shown;
    show(updated, row);
    if (!(before == cell.state) || shownBefore.picture.cacheKey() != shown.picture.cacheKey()
        || shownBefore.caption != shown.caption || shownBefore.description != shown.description
        || shownBefore.notes != shown.notes || shownBefore.measured != shown.measured
        || shownBefore.evidence != shown.evidence || shownBefore.error != shown.error)
        Q_EMIT cellChanged(column, row);
}

void BoardController::updatePhotoCell(const Column &column, int row, Cell &cell, BoardCell &shown) const
{
    const RequestState<Photo> standing = m_photos.stateOf(photoKey(column));
    const RequestState<Prediction> prediction = m_predictions.stateOf(predictionKey(column));
    if (standing.error || prediction.error) {
        shown = {};
        shown.error = reasonAndFile(standing.error ? *standing.error : *prediction.error);
        cell.state = {Phase::Failed, {}, false};
    } else if (standing.value) {
        if (cell.shownKey != photoKey(column) || cell.look != look(row))
            shown = photoCell(*standing.value, look(row));
        cell.shownKey = photoKey(column);
        cell.look = look(row);
        cell.state = {Phase::Done, {}, false};
    } else {
        cell.state = {Phase::Waiting, {}, !shown.picture.isNull()};
    }
}

void BoardController::updateAnswerCell(const Column &column, int row, Cell &cell, BoardCell &shown) const
{
    if (!m_network || m_photos.stateOf(photoKey(column)).error) {
        shown = {};
        const QString key = cell.key;
        cell = {};
        cell.key = key; // what it asks stays the same
        if (m_network)
            shown.error = tr("Nothing to explain: the photo cannot be read.");
        return;
    }
    const AskedNetwork network = m_rows[row].network;
    if (network != AskedNetwork::First && !hasSecond()) {
        shown = {};
        cell.answer.reset();
        const bool comes = m_second.used.isOpen();
        cell.state = {comes ? Phase::Waiting : Phase::Empty, {}, false};
        if (!comes)
            shown.error = reason(Error(ErrorKind::NoSecondNetwork));
        return;
    }
    const QString &key = cell.key;
    const RequestState<MeasuredAnswer> standing = m_answers.stateOf(key);
    cell.state = {phaseOf(standing), standing.progress, false};
    cell.state.canRetry = !standing.error || mayPass(*standing.error);
    cell.state.paused = cell.state.phase == Phase::Running && m_answers.isBehind(key);
    const std::shared_ptr<const Photo> &photo = photoFor(column, network);
    if (standing.value && photo) {
        const std::optional<Range> scale = sharedScale(row);
        if (cell.answer != standing.value || cell.look != look(row) || cell.scale != scale)
            shown = answerCell(*standing.value, *questionOf(column, m_rows[row]), *photo,
                network == AskedNetwork::Second ? m_second.classNames : m_classNames, look(row), scale,
                network);
        cell.answer = standing.value;
        cell.look = look(row);
        cell.scale = scale;
        showEvidence(column, cell, row, shown);
        return;
    }
    if (standing.error || standing.stopped) {
        shown = {};
        cell.answer.reset();
        if (standing.error)
            shown.error = reasonAndFile(*standing.error);
        return;
    }
    if (!standing.active && (!m_choices.isAutomatic() || isTooLongToStart()) && !mayStart(m_rows[row], key))
        cell.state.phase = Phase::Stopped;
    shown.error.clear();
    cell.state.outdated = !shown.picture.isNull();
}

/// Another job has its turn now.
void BoardController::showWhatRests()
{
    for (int column = 0; column < columnCount(); ++column) {
        for (int row = 0; row < rowCount(); ++row) {
            if (state(column, row).phase == Phase::Running)
                updateCell(column, row);
        }
    }
}

void BoardController::progressed(const QString &key)
{
    for (int column = 0; column < columnCount(); ++column) {
        for (int row = 0; row < rowCount(); ++row) {
            if (m_columns[std::size_t(column)].cells[std::size_t(row)].key == key)
                updateCell(column, row);
        }
    }
}

BoardColumn BoardController::answered(const Column &column)
{
    BoardColumn answered = column.shown;
    for (std::size_t row = 0; row < column.cells.size(); ++row) {
        BoardCell &cell = answered.cells[qsizetype(row)];
        const bool missing = cell.picture.isNull() && cell.error.isEmpty();
        if (missing || column.cells[row].state.outdated) {
            cell = {};
            cell.error = tr("Not computed yet");
        }
    }
    return answered;
}

} // namespace convscope
