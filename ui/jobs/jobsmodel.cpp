#include "ui/jobs/jobsmodel.h"

#include "ui/present/duration.h"

#include <algorithm>

namespace convscope {

JobsModel::JobsModel(QList<Lane *> lanes, QObject *parent)
    : QAbstractTableModel(parent)
    , m_lanes(std::move(lanes))
{
    for (Lane *lane : std::as_const(m_lanes))
        connect(lane, &Lane::jobsChanged, this, &JobsModel::refresh);
    refresh();
}

void JobsModel::refresh()
{
    QList<Listed> jobs;
    for (Lane *lane : std::as_const(m_lanes)) {
        Time before(0.0);
        for (const JobInfo &job : lane->jobs()) {
            learn(job);
            const Time own = alone(job);
            before = before && own ? Time(*before + *own) : Time();
            jobs.append({job, lane, before});
        }
    }
    const bool same = std::ranges::equal(
        jobs, m_jobs, {}, [](const Listed &job) { return job.info.id; },
        [](const Listed &job) { return job.info.id; });
    if (!same)
        beginResetModel();
    m_jobs = std::move(jobs);
    if (!same)
        endResetModel();
    else if (!m_jobs.isEmpty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, Left));
    Q_EMIT changed();
}

void JobsModel::learn(const JobInfo &job)
{
    const int done = job.progress.done - job.doneBefore;
    if (done > 0 && job.progress.total > 0)
        m_kinds[{job.urgency, job.kind}] = {double(job.busy.count()) / done, job.progress.total};
}

/// How long the lane's thread is busy with it from now on: its own steps, each as long as one of its kind
/// took.
JobsModel::Time JobsModel::alone(const JobInfo &job) const
{
    const auto kind = m_kinds.find({job.urgency, job.kind});
    if (kind == m_kinds.end())
        return {};
    const int total = job.progress.total > 0 ? job.progress.total : kind->second.total;
    return Time(kind->second.each * std::max(0, total - job.progress.done));
}

int JobsModel::rowOf(quint64 id) const
{
    const auto found = std::ranges::find_if(m_jobs, [id](const Listed &job) { return job.info.id == id; });
    return found == m_jobs.end() ? -1 : int(found - m_jobs.begin());
}

void JobsModel::stop(int row) { m_jobs[row].lane->stop(m_jobs[row].info.id); }

void JobsModel::stopAll()
{
    for (Lane *lane : std::as_const(m_lanes))
        lane->stopAll();
}

std::optional<std::chrono::milliseconds> JobsModel::timeLeft() const
{
    Time longest;
    for (const Listed &job : m_jobs) {
        if (!job.left)
            return {};
        longest = std::max(longest.value_or(*job.left), *job.left);
    }
    if (!longest)
        return {};
    return std::chrono::duration_cast<std::chrono::milliseconds>(*longest);
}

int JobsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_jobs.size()); }

int JobsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Left + 1; }

QVariant JobsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Listed &job = m_jobs[index.row()];
    if (role == ProgressRole) {
        const Progress progress = job.info.progress;
        return job.info.running && progress.total > 0 ? QVariant(double(progress.done) / progress.total)
                                                      : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Title:
        return job.info.title;
    case State:
        return stateText(job.info);
    case Left:
        return job.left ? durationText(std::chrono::duration_cast<std::chrono::milliseconds>(*job.left))
                        : QString();
    }
    return {};
}

QString JobsModel::stateText(const JobInfo &job) const
{
    if (!job.running)
        return tr("waits");
    if (job.progress.total == 0)
        return job.progress.done > 0 ? tr("%1 so far").arg(job.progress.done) : tr("runs");
    return tr("%1 of %2").arg(job.progress.done).arg(job.progress.total);
}

QVariant JobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Job");
    case State:
        return tr("Progress");
    case Left:
        return tr("Done in");
    }
    return {};
}

} // namespace convscope
