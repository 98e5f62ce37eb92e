#pragma once

#include "ui/jobs/lane.h"

#include <QAbstractTableModel>
#include <chrono>
#include <map>
#include <optional>

namespace convscope {

/// What some lanes run and what waits in them, in the order in which it is done; how far each job is, and by
/// the rate of what has run how long it takes until it is done.
class JobsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Title,
        State, ///< how far it is
        Left ///< until it is done
    };

    enum Role
    {
        ProgressRole = Qt::UserRole, ///< double, 0 to 1; invalid while it waits
    };

    /// The lanes must outlive the model.
    explicit JobsModel(QList<Lane *> lanes, QObject *parent = nullptr);

    const JobInfo &job(int row) const { return m_jobs[row].info; }
    int rowOf(quint64 id) const; ///< -1 where it has ended
    void stop(int row);
    void stopAll();
    /// Until all is done; none while that is not known of each.
    std::optional<std::chrono::milliseconds> timeLeft() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void changed();

private:
    using Time = std::optional<std::chrono::duration<double, std::milli>>;
    struct Listed
    {
        JobInfo info;
        Lane *lane = nullptr;
        Time left; ///< with all that goes before it
    };
    /// What is known of the jobs of one kind.
    struct Kind
    {
        double each = 0; ///< ms a unit of progress
        int total = 0; ///< units
    };

    void refresh();
    void learn(const JobInfo &job);
    Time alone(const JobInfo &job) const;
    QString stateText(const JobInfo &job) const;

    QList<Lane *> m_lanes;
    QList<Listed> m_jobs;
    std::map<std::pair<Urgency, QString>, Kind> m_kinds;
};

} // namespace convscope
