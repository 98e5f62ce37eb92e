#pragma once

namespace convscope {

/// How far a computation has come. total is 0 while it is not known.
struct Progress
{
    int done = 0;
    int total = 0;
};

/// A computation cut into short steps, so that whoever drives it can put more urgent work in between, report
/// progress, and stop. It is driven from one thread at a time.
class Computation
{
public:
    virtual ~Computation() = default;

    /// Does a piece of the work, well under 100 ms where the method can be cut that fine.
    /// Returns true while there is more to do. Throws Error; a computation that threw is finished.
    virtual bool step() = 0;

    virtual Progress progress() const = 0;
};

/// What a long run sees of the outside world: it may report, and it must ask.
class Monitor
{
public:
    virtual ~Monitor() = default;
    virtual bool stopRequested() const { return false; }
    virtual void progress(Progress) { }
};

/// Steps until the end. Returns false when the monitor asked to stop before that.
bool runToEnd(Computation &computation, Monitor &monitor);

} // namespace convscope
