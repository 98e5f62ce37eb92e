#include "core/explain/settled.h"

#include "tests/support/catch.h"

using namespace convscope;

namespace {

/// Four superpixels with an error of 0.1 each; two are marked.
Surrogate estimate(std::vector<SegmentWeight> weights)
{
    for (SegmentWeight &entry : weights)
        entry.error = 0.1;
    return {0, 0, 0, 0, std::move(weights)};
}

/// The look at which the mask has settled, from 1; 0 for never.
int settledAt(const std::vector<Surrogate> &estimates, int features = 2, double minWeight = 0.05)
{
    MaskSettling settling({features, minWeight});
    for (std::size_t i = 0; i < estimates.size(); ++i)
        if (settling.add(estimates[i]))
            return int(i) + 1;
    return 0;
}

const Surrogate clear = estimate({{0, 2}, {1, -1}, {2, 0.3}, {3, 0.1}});

} // namespace

TEST_CASE("looks are a hundred samples apart, later a tenth")
{
    CHECK(MaskSettling::nextLook(0) == 100);
    CHECK(MaskSettling::nextLook(900) == 1000);
    CHECK(MaskSettling::nextLook(1000) == 1100);
    CHECK(MaskSettling::nextLook(1100) == 1210);
    CHECK(MaskSettling::nextLook(100000) == 110000);
}

TEST_CASE("a mask has settled when two looks in a row agree with the one before")
{
    CHECK(settledAt({clear}) == 0);
    CHECK(settledAt({clear, clear}) == 0);
    CHECK(settledAt({clear, clear, clear}) == 3);
    const Surrogate other = estimate({{2, 2}, {1, -1}, {0, 0.3}, {3, 0.1}});
    CHECK(settledAt({clear, clear, other, other, other}) == 5); // 2 came and 0 went, far beyond their error
}

TEST_CASE("a mask with a sign that may be chance has not settled")
{
    const Surrogate doubtful = estimate({{0, 2}, {1, -0.19}, {2, 0.1}, {3, 0}}); // 0.19 < 2·0.1
    CHECK(settledAt({doubtful, doubtful, doubtful, doubtful}) == 0);
    CHECK(settledAt({doubtful, doubtful, doubtful}, 1) == 3); // where it is not marked it does not matter
    CHECK(settledAt({doubtful, doubtful, doubtful}, 2, 0.5) == 3);
    CHECK(settledAt({doubtful, doubtful, doubtful}, 0) == 3);
}

TEST_CASE("superpixels of nearly the same weight may change places, others may not")
{
    const Surrogate oneLast = estimate({{0, 2}, {1, -1}, {2, 0.95}, {3, 0}});
    const Surrogate twoLast = estimate({{0, 2}, {2, 1}, {1, -0.95}, {3, 0}}); // 1 − 0.95 < 0.1
    CHECK(settledAt({oneLast, twoLast, oneLast}) == 3);
    const Surrogate farLast = estimate({{0, 2}, {2, 1}, {1, -0.85}, {3, 0}}); // 1 − 0.85 > 0.1
    CHECK(settledAt({oneLast, farLast, oneLast, farLast}) == 0);
    // At the least weight it is the same: 0.55 is marked, 0.45 no more.
    const Surrogate above = estimate({{0, 2}, {1, -0.55}, {2, 0}, {3, 0}});
    const Surrogate below = estimate({{0, 2}, {1, -0.45}, {2, 0}, {3, 0}});
    CHECK(settledAt({above, below, above}, 2, 0.5) == 3);
    CHECK(settledAt({above, estimate({{0, 2}, {1, -0.39}, {2, 0}, {3, 0}}), above}, 2, 0.5) == 0);
}

TEST_CASE("a turned sign is a change, however small the weight")
{
    const Surrogate turned = estimate({{0, 2}, {1, 1}, {2, 0.3}, {3, 0.1}});
    CHECK(settledAt({clear, turned, clear, turned}) == 0);
}
