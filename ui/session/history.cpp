#include "ui/session/history.h"

#include "ui/session/difference.h"

#include <chrono>

namespace convscope {

namespace {

using namespace std::chrono_literals;

constexpr auto restingTime = 400ms; ///< what changes faster is one change

bool ofTheSameFiles(const Session &a, const Session &b)
{
    return a.network.file.file == b.network.file.file && a.network.input == b.network.input
        && a.network.precision == b.network.precision && a.folder == b.folder && a.split == b.split;
}

bool showTheSame(const Session &a, const Session &b)
{
    return a.arrangement == b.arrangement && a.away == b.away && sessionText(a) == sessionText(b);
}

} // namespace

History::History(std::function<Session()> current, QObject *parent)
    : QObject(parent)
    , m_current(std::move(current))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restingTime);
    connect(&m_rest, &QTimer::timeout, this, &History::note);
}

void History::note()
{
    m_rest.stop();
    const Session now = m_current();
    if (m_at >= 0 && !ofTheSameFiles(m_states[m_at], now)) {
        m_states.clear();
        m_at = -1;
    }
    if (m_at >= 0 && showTheSame(m_states[m_at], now))
        return;
    m_states.resize(m_at + 1); // what was undone cannot be redone any more
    m_states.append(now);
    if (m_states.size() > maxKept)
        m_states.removeFirst();
    m_at = m_states.size() - 1;
    Q_EMIT changed();
}

std::optional<Session> History::step(qsizetype by)
{
    note(); // what has not rested yet counts too
    if (m_at + by < 0 || m_at + by >= m_states.size())
        return {};
    m_at += by;
    Q_EMIT changed();
    return m_states[m_at];
}

QString History::undoText() const
{
    return canUndo() ? difference(m_states[m_at - 1], m_states[m_at]) : QString();
}

QString History::redoText() const
{
    return canRedo() ? difference(m_states[m_at], m_states[m_at + 1]) : QString();
}

std::optional<Session> History::undo() { return step(-1); }

std::optional<Session> History::redo() { return step(1); }

} // namespace convscope
