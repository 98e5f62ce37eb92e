#include "core/data/readahead.h"

#include "tests/support/catch.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

using namespace convscope;

namespace {

/// Reads numbers, and tells which have been asked for.
struct Source
{
    std::mutex mutex;
    std::multiset<std::size_t> asked;
    std::set<std::thread::id> threads;

    int read(std::size_t place)
    {
        const std::lock_guard lock(mutex);
        asked.insert(place);
        threads.insert(std::this_thread::get_id());
        if (place == 3)
            throw std::runtime_error("three");
        return int(10 * place);
    }
};

} // namespace

TEST_CASE("what is read ahead comes in the order in which it is taken, once, and fails where it is taken")
{
    for (const std::size_t ahead : {std::size_t(0), std::size_t(1), std::size_t(4), std::size_t(100)}) {
        INFO(ahead);
        Source source;
        {
            ReadAhead<int> items(7, ahead, [&source](std::size_t place) { return source.read(place); });
            for (std::size_t place = 0; place < 7; ++place) {
                if (place == 3)
                    CHECK_THROWS_AS(items.take(place), std::runtime_error);
                else
                    CHECK(items.take(place) == int(10 * place));
            }
        }
        CHECK(source.asked == std::multiset<std::size_t>{0, 1, 2, 3, 4, 5, 6});
        CHECK((source.threads.count(std::this_thread::get_id()) == 1) == (ahead == 0));
    }
}

TEST_CASE("items may be passed over, and no more are read ahead than were asked for")
{
    Source source;
    {
        ReadAhead<int> items(100, 2, [&source](std::size_t place) { return source.read(place); });
        CHECK(items.take(0) == 0);
        CHECK(items.take(50) == 500);
        CHECK(items.take(52) == 520);
    }
    CHECK(source.asked.size() <= 9);
    CHECK(*std::max_element(source.asked.begin(), source.asked.end()) <= 54);
}
