#include "bench/heartbeat.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr double frame = 16; // ms
constexpr double interval = 1; // ms

} // namespace

Heartbeat::Heartbeat()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    m_timer.start(int(interval));
    restart();
}

void Heartbeat::restart()
{
    m_gaps.clear();
    m_clock.start();
}

void Heartbeat::beat() { m_gaps.push_back(double(m_clock.nsecsElapsed()) / 1e6 - interval), m_clock.start(); }

Heartbeat::Gaps Heartbeat::gaps() const
{
    std::vector<double> sorted = m_gaps;
    std::sort(sorted.begin(), sorted.end());
    if (sorted.empty())
        return {};
    return {sorted.back(), sorted[sorted.size() * 99 / 100],
        int(sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), frame)), int(sorted.size())};
}

} // namespace convscope
