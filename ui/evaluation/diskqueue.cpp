#include "ui/evaluation/diskqueue.h"

#include <utility>

namespace convscope {

void DiskQueue::add(std::function<void()> work, Ended ended)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back({std::move(work), std::move(ended)});
}

void DiskQueue::clear()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.clear();
}

std::function<void()> DiskQueue::doNext()
{
    Work next;
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.empty())
            return {};
        next = std::move(m_waiting.front());
        m_waiting.pop_front();
    }
    std::optional<Error> error;
    try {
        next.work();
    } catch (const Error &thrown) {
        error = thrown;
    }
    return [ended = std::move(next.ended), error] { ended(error); };
}

} // namespace convscope
