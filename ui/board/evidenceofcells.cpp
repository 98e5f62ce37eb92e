#include "ui/board/boardcontroller.h"

// Which evidence the controller asks for, and what its cells say of it.

namespace convscope {

using Phase = CellState::Phase;

bool BoardController::isEvidenceWanted(const Cell &cell, int row) const
{
    return tellsEvidence(m_rows[row]) || m_evidenceByHand == cell.key;
}

/// What is asked by hand is measured thoroughly; the key differs only where that is more.
EvidenceKeys BoardController::evidenceKeys(
    const Column &column, const Cell &cell, int row, const Answer &answer) const
{
    const MethodOptions question = *questionOf(column, m_rows[row]);
    const bool isMore = m_evidenceByHand == cell.key
        && evidenceMeasures(answer, question, true).size() > evidenceMeasures(answer, question).size();
    return BoardEvidence::keysOf(
        isMore ? cell.key + QStringLiteral(" thorough") : cell.key, predictionKey(column), answer);
}

std::optional<BoardEvidence::Subject> BoardController::evidenceSubject(int place, int row) const
{
    const Column &column = m_columns[std::size_t(place)];
    const Cell &cell = column.cells[std::size_t(row)];
    const RequestState<MeasuredAnswer> standing = m_answers.stateOf(cell.key);
    const bool isWhole = standing.value && !standing.active && !standing.stopped;
    if (!isWhole || !column.photo || !hasEvidence(m_rows[row]))
        return {};
    return BoardEvidence::Subject{.keys = evidenceKeys(column, cell, row, standing.value->answer),
        .photo = column.photo,
        .answer = std::shared_ptr<const Answer>(standing.value, &standing.value->answer),
        .question = *questionOf(column, m_rows[row]),
        .isThorough = m_evidenceByHand == cell.key,
        .name =
            [this, key = m_rows[row].key, title = title(m_rows[row]), photo = column.shown.title] {
                const int now = m_choices.placeOf(key);
                return tr("%1 of %2").arg(now < 0 ? title : rowName(now), photo);
            },
        .photoName = column.shown.title};
}

/// Of all answers that are whole.
void BoardController::askEvidence()
{
    std::vector<BoardEvidence::Subject> subjects;
    for (int column = 0; column < columnCount(); ++column) {
        for (int row = 0; row < rowCount(); ++row) {
            if (!isEvidenceWanted(m_columns[std::size_t(column)].cells[std::size_t(row)], row))
                continue;
            if (std::optional<BoardEvidence::Subject> subject = evidenceSubject(column, row))
                subjects.push_back(std::move(*subject));
        }
    }
    m_evidence.ask(subjects);
}

/// Says below a picture what is known, where the row wants that.
void BoardController::showEvidence(const Column &column, const Cell &cell, int row, BoardCell &shown) const
{
    shown.evidence = {};
    shown.evidenceNumbers.clear();
    if (!tellsEvidence(m_rows[row]) || cell.state.phase != Phase::Done)
        return;
    shown.evidence = evidenceOf(column, cell, row);
    const RequestState<Evidence> standing =
        m_evidence.stateOf(evidenceKeys(column, cell, row, cell.answer->answer));
    if (standing.value && !standing.error)
        shown.evidenceNumbers = standing.value->measures;
}

EvidenceWords BoardController::evidenceOf(const Column &column, const Cell &cell, int row) const
{
    const RequestState<Evidence> standing =
        m_evidence.stateOf(evidenceKeys(column, cell, row, cell.answer->answer));
    if (standing.error)
        return evidenceFailed(*standing.error);
    if (!standing.value)
        return standing.stopped ? evidenceStopped() : evidenceAwaited();
    EvidenceSubject subject{m_classNames, column.ref.label, {}};
    if (column.prediction)
        subject.predictedClass = column.prediction->best();
    return evidenceWords(cell.answer->answer, *standing.value, subject);
}

EvidenceWords BoardController::evidence(int place, int row) const
{
    const Column &column = m_columns[std::size_t(place)];
    const Cell &cell = column.cells[std::size_t(row)];
    const bool isThere = cell.answer && cell.state.phase == Phase::Done && !cell.state.outdated;
    return isThere && isEvidenceWanted(cell, row) ? evidenceOf(column, cell, row) : EvidenceWords();
}

bool BoardController::isEvidenceAwaited(int place, int row) const
{
    const Column &column = m_columns[std::size_t(place)];
    const Cell &cell = column.cells[std::size_t(row)];
    return isEvidenceWanted(cell, row) && cell.answer && cell.state.phase == Phase::Done
        && m_evidence.stateOf(evidenceKeys(column, cell, row, cell.answer->answer)).active;
}

void BoardController::wantEvidence(std::optional<std::pair<int, int>> place)
{
    QString key;
    if (place && hasEvidence(m_rows[place->second]))
        key = m_columns[std::size_t(place->first)].cells[std::size_t(place->second)].key;
    if (std::exchange(m_evidenceByHand, key) == key)
        return;
    if (!key.isEmpty() && canStartEvidence(place->first, place->second))
        startEvidence(place->first, place->second);
    reconcileSoon();
}

/// Where a row tells its evidence now and did not before, what was stopped or failed is asked again.
void BoardController::startToldEvidence(const QList<Row> &before)
{
    for (int row = 0; row < rowCount(); ++row) {
        const auto old = std::ranges::find(before, m_rows[row].key, &Row::key);
        if (!tellsEvidence(m_rows[row]) || old == before.end() || tellsEvidence(*old))
            continue;
        for (int column = 0; column < columnCount(); ++column) {
            if (canStartEvidence(column, row))
                startEvidence(column, row);
        }
    }
}

void BoardController::startEvidence(int column, int row)
{
    if (const std::optional<BoardEvidence::Subject> subject = evidenceSubject(column, row))
        m_evidence.startAgain(subject->keys);
}

bool BoardController::canStartEvidence(int column, int row) const
{
    const Cell &cell = m_columns[std::size_t(column)].cells[std::size_t(row)];
    const std::optional<BoardEvidence::Subject> subject =
        isEvidenceWanted(cell, row) ? evidenceSubject(column, row) : std::nullopt;
    return subject && m_evidence.isLeftUndone(subject->keys);
}

} // namespace convscope
