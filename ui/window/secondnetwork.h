#pragma once

#include "ui/board/secondonboard.h"
#include "ui/window/workspace.h"

#include <QObject>

namespace convscope {

/// The network beside the one that is open. It is opened anew with each first one, since only then it is
/// known what the two have in common.
class SecondNetwork : public QObject
{
    Q_OBJECT
public:
    /// The workspace must outlive it.
    explicit SecondNetwork(Workspace &workspace, QObject *parent = nullptr);

    /// What is to be open beside the first network from now on, which reopen() opens.
    void want(const UsedSecond &wanted);
    void open(const UsedSecond &wanted);
    void close() { want({}); }
    /// Beside the first network that is open now.
    void reopen();

    const UsedSecond &used() const { return m_used; }
    /// As the board asks it; with the names that its classes have now.
    SecondOnBoard onBoard() const;
    bool isOpen() const { return m_pair != nullptr; }
    /// For people: its file, or what was drawn anew.
    QString name() const;

Q_SIGNALS:
    /// It is another one, or none.
    void changed();
    /// `notes` say what is to be known of the two; `isNew`: it was asked for, and did not just follow the
    /// first network.
    void opened(const QStringList &notes, bool isNew);
    void failed(const QString &reason);

private:
    struct Opened
    {
        std::shared_ptr<const NetworkPair> pair;
        QString identity;
        Notes notes;
    };
    NetworkOptions options() const;
    static Opened opening(
        std::shared_ptr<const Network> first, const UsedSecond &used, const NetworkOptions &options);
    void take(const Opened &opened);
    void giveUp();

    Workspace &m_workspace;
    UsedSecond m_used;
    std::shared_ptr<const NetworkPair> m_pair;
    QString m_identity;
    bool m_isNew = false; ///< nothing was said of it yet
    JobHandle m_opening;
};

} // namespace convscope
