#include "core/methods/convergence.h"

#include "tests/support/catch.h"

using namespace convscope;

namespace {

/// Four superpixels with an error of 0.1 each; two are marked.
ClassWeights estimate(std::vector<SegmentWeight> weights)
{
    for (SegmentWeight &entry : weights)
        entry.error = 0.1;
    return {0, {}, std::move(weights)};
}

/// The look at which the mask has converged, from 1; 0 for never.
int convergedAt(const std::vector<ClassWeights> &estimates, int features = 2, double minWeight = 0.05)
{
    MaskConvergence convergence({features, minWeight});
    for (std::size_t i = 0; i < estimates.size(); ++i)
        if (convergence.add(estimates[i]))
            return int(i) + 1;
    return 0;
}

const ClassWeights clear = estimate({{0, 2}, {1, -1}, {2, 0.3}, {3, 0.1}});

} // namespace

TEST_CASE("looks are a hundred samples apart, later a tenth")
{
    CHECK(MaskConvergence::nextLook(0) == 100);
    CHECK(MaskConvergence::nextLook(900) == 1000);
    CHECK(MaskConvergence::nextLook(1000) == 1100);
    CHECK(MaskConvergence::nextLook(1100) == 1210);
    CHECK(MaskConvergence::nextLook(100000) == 110000);
}

TEST_CASE("a mask has converged when two looks in a row agree with the one before")
{
    CHECK(convergedAt({clear}) == 0);
    CHECK(convergedAt({clear, clear}) == 0);
    CHECK(convergedAt({clear, clear, clear}) == 3);
    const ClassWeights other = estimate({{2, 2}, {1, -1}, {0, 0.3}, {3, 0.1}});
    CHECK(convergedAt({clear, clear, other, other, other}) == 5); // 2 came and 0 went, far beyond their error
}

TEST_CASE("a mask with a sign that may be chance has not converged")
{
    const ClassWeights doubtful = estimate({{0, 2}, {1, -0.19}, {2, 0.1}, {3, 0}}); // 0.19 < 2·0.1
    CHECK(convergedAt({doubtful, doubtful, doubtful, doubtful}) == 0);
    CHECK(convergedAt({doubtful, doubtful, doubtful}, 1) == 3); // where it is not marked it does not matter
    CHECK(convergedAt({doubtful, doubtful, doubtful}, 2, 0.5) == 3);
    CHECK(convergedAt({doubtful, doubtful, doubtful}, 0) == 3);
}

TEST_CASE("superpixels of nearly the same weight may change places, others may not")
{
    const ClassWeights oneLast = estimate({{0, 2}, {1, -1}, {2, 0.95}, {3, 0}});
    const ClassWeights twoLast = estimate({{0, 2}, {2, 1}, {1, -0.95}, {3, 0}}); // 1 − 0.95 < 0.1
    CHECK(convergedAt({oneLast, twoLast, oneLast}) == 3);
    const ClassWeights farLast = estimate({{0, 2}, {2, 1}, {1, -0.85}, {3, 0}}); // 1 − 0.85 > 0.1
    CHECK(convergedAt({oneLast, farLast, oneLast, farLast}) == 0);
    // At the least weight it is the same: 0.55 is marked, 0.45 no more.
    const ClassWeights above = estimate({{0, 2}, {1, -0.55}, {2, 0}, {3, 0}});
    const ClassWeights below = estimate({{0, 2}, {1, -0.45}, {2, 0}, {3, 0}});
    CHECK(convergedAt({above, below, above}, 2, 0.5) == 3);
    CHECK(convergedAt({above, estimate({{0, 2}, {1, -0.39}, {2, 0}, {3, 0}}), above}, 2, 0.5) == 0);
}

TEST_CASE("a turned sign is a change, however small the weight")
{
    const ClassWeights turned = estimate({{0, 2}, {1, 1}, {2, 0.3}, {3, 0.1}});
    CHECK(convergedAt({clear, turned, clear, turned}) == 0);
}
