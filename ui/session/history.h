#pragma once

#include "ui/present/session.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>

namespace convscope {

/// What the board showed before, so that changes can be undone: each state it rested in for a moment. Begins
/// anew where another network or folder is opened, which cannot be undone.
class History : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxKept = 100;

    /// `current` tells what the board shows.
    explicit History(std::function<Session()> current, QObject *parent = nullptr);

    /// The board has changed, or may have.
    void soon() { m_rest.start(); }
    /// The state before, or after, the one that the board shows; it is the current one from here on.
    std::optional<Session> undo();
    std::optional<Session> redo();
    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at + 1 < m_states.size(); }
    /// What that would change, in a few words of the language that is spoken; empty where it cannot be done.
    QString undoText() const;
    QString redoText() const;

Q_SIGNALS:
    void changed();

private:
    void note();
    std::optional<Session> step(qsizetype by);

    std::function<Session()> m_current;
    QTimer m_rest;
    QList<Session> m_states;
    qsizetype m_at = -1; ///< the one that the board shows
};

} // namespace convscope
