#pragma once

#include "core/error.h"

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace convscope {

/// What a lane is to do to the disk, in the order in which it was asked for. The lane itself does first what
/// was started last, and an older state would be written over a newer one. Any thread.
class DiskQueue
{
public:
    /// Called on the GUI thread, with what went wrong.
    using Ended = std::function<void(const std::optional<Error> &)>;

    void add(std::function<void()> work, Ended ended);
    /// Forgets what has not been begun.
    void clear();
    /// Does what has waited longest. Returns what is to be called on the GUI thread after that; nothing where
    /// nothing waits.
    std::function<void()> doNext();

private:
    struct Work
    {
        std::function<void()> work;
        Ended ended;
    };
    std::mutex m_mutex;
    std::deque<Work> m_waiting;
};

} // namespace convscope
