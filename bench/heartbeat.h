#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <vector>

namespace convscope {

/// How long the GUI thread did not answer: a timer that should fire every millisecond, and how much later it
/// did. That counts what keeps the event loop busy and also what keeps the thread from a processor.
class Heartbeat : public QObject
{
public:
    Heartbeat();

    void restart();
    struct Gaps
    {
        double longest = 0; ///< ms
        double p99 = 0; ///< ms: 99 of 100 gaps are shorter
        int overFrame = 0; ///< gaps longer than a frame of 16 ms
        int count = 0;
    };
    Gaps gaps() const;

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gaps; ///< ms
};

} // namespace convscope
