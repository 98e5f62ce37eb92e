#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <string>
#include <utility>

namespace convscope {

/// How many photos are read ahead of a network on this device ("cpu", "cuda:0"). On a processor the network
/// takes all cores itself; a GPU takes photos faster than one thread decodes them.
inline std::size_t photosAhead(const std::string &device) { return device == "cpu" ? 0 : 8; }

/// Reads the items of a list before they are taken, each on a thread of its own, so that whoever takes them
/// one after the other waits for none that could be ready.
template <typename Item> class ReadAhead
{
public:
    /// `read` gives the item at a place below `count`; it is called on other threads, several at once.
    /// `ahead` is how many are read or ready at most besides the one that is taken; with 0 nothing is read
    /// before it is asked for, and `read` is called by take() alone.
    ReadAhead(std::size_t count, std::size_t ahead, std::function<Item(std::size_t)> read)
        : m_count(count)
        , m_ahead(ahead)
        , m_read(std::move(read))
    {
    }

    /// Throws what `read` throws. Places are to be taken by rising number; what is passed over is lost.
    Item take(std::size_t place)
    {
        while (!m_items.empty() && m_first < place) {
            m_items.pop_front();
            ++m_first;
        }
        if (m_items.empty())
            m_first = place;
        if (m_ahead == 0)
            return m_read(place);
        while (m_items.size() <= m_ahead && m_first + m_items.size() < m_count) {
            const std::size_t next = m_first + m_items.size();
            m_items.push_back(std::async(std::launch::async, [this, next] { return m_read(next); }));
        }
        std::future<Item> item = std::move(m_items.front());
        m_items.pop_front();
        ++m_first;
        return item.get();
    }

private:
    std::size_t m_count;
    std::size_t m_ahead;
    std::function<Item(std::size_t)> m_read;
    std::size_t m_first = 0; ///< place of the first of the items
    std::deque<std::future<Item>> m_items; ///< destroyed first: each waits for its thread
};

} // namespace convscope
