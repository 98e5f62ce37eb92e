#include "core/engine/scannedmap.h"

#include <ATen/ATen.h>

// LibTorch brings glog, which has a CHECK of its own.
#undef CHECK

#include "tests/support/catch.h"

using namespace convscope;

namespace {

/// What LibTorch's functions tell of the same maps, 1×C×h×w.
void checkScan(const LayerScan &scan, const at::Tensor &maps)
{
    const at::Tensor flat = maps.to(at::kDouble).flatten(2)[0];
    REQUIRE(scan.max.size() == std::size_t(flat.size(0)));
    CHECK(scan.height == maps.size(2));
    CHECK(scan.width == maps.size(3));
    for (std::int64_t c = 0; c < flat.size(0); ++c) {
        INFO("channel " << c);
        const at::Tensor values = flat[c];
        const auto at = std::size_t(c);
        CHECK(scan.max[at] == values.max().item<float>());
        CHECK(scan.min[at] == values.min().item<float>());
        CHECK(scan.maxAt[at] == (values == values.max()).nonzero()[0].item<int>()); // the first of equal ones
        CHECK(scan.minAt[at] == (values == values.min()).nonzero()[0].item<int>());
        CHECK(scan.sum[at] == Approx(values.sum().item<double>()).epsilon(1e-5).margin(1e-4));
        CHECK(scan.positiveSum[at]
            == Approx(values.clamp_min(0).sum().item<double>()).epsilon(1e-5).margin(1e-4));
        CHECK(scan.positive[at] == (values > 0).sum().item<int>());
    }
}

} // namespace

TEST_CASE("one sweep over maps tells what LibTorch tells, in blocks and plain, float32 and float64")
{
    at::manual_seed(1);
    for (const auto &[height, width] : {std::pair{7, 5}, {1, 1}, {16, 16}, {33, 19}, {2, 40}}) {
        for (const bool rounds : {false, true}) { // to few values, so that there are ties
            at::Tensor maps = at::randn({1, 32, height, width});
            if (rounds)
                maps = maps.round();
            maps[0][3].fill_(-2);
            maps[0][4].fill_(0);
            INFO(height << "×" << width);
            for (const bool rectify : {false, true}) {
                FeatureMaps plain{maps.clone()};
                FeatureMaps blocks = FeatureMaps{maps.clone()}.blocked();
                FeatureMaps wide{maps.to(at::kDouble)};
                for (FeatureMaps *each : {&plain, &blocks, &wide}) {
                    checkScan(scanMap(*each, rectify), maps);
                    const at::Tensor expected = rectify ? maps.clamp_min(0) : maps;
                    CHECK(each->plain().to(at::kFloat).equal(expected));
                }
            }
        }
    }
}

TEST_CASE("NaN shows in the sum and stays where maps are rectified")
{
    at::Tensor maps = at::ones({1, 16, 3, 3});
    maps[0][2][1][1] = std::nan("");
    FeatureMaps blocks = FeatureMaps{maps}.blocked();
    const LayerScan scan = scanMap(blocks, true);
    CHECK(std::isnan(scan.sum[2]));
    CHECK(scan.sum[1] == 9);
    CHECK(std::isnan(blocks.plain()[0][2][1][1].item<float>()));
}

TEST_CASE("places are sampled on an even grid")
{
    const at::Tensor maps = at::arange(16 * 40 * 24, at::kFloat).view({1, 16, 40, 24}).sub(1000);
    const auto sampled = [](FeatureMaps of, bool rectify) {
        PlaceSample sample{16, rectify};
        scanMap(of, /*rectify=*/true, &sample); // which changes the maps after they are sampled
        return sample.values;
    };
    for (const bool isBlocked : {false, true}) {
        const auto fresh = [&] {
            const FeatureMaps plain{maps.clone()};
            return isBlocked ? plain.blocked() : plain;
        };
        const at::Tensor sample = sampled(fresh(), false);
        CHECK(sample.sizes() == at::IntArrayRef({16, 256}));
        for (const std::int64_t place : {0, 17, 255}) {
            const std::int64_t y = place / 16 * 40 / 16;
            const std::int64_t x = place % 16 * 24 / 16;
            for (const std::int64_t channel : {0, 5, 15})
                CHECK(sample[channel][place].item<float>() == maps[0][channel][y][x].item<float>());
        }
        CHECK(sample.min().item<float>() < 0);
        CHECK(sampled(fresh(), true).min().item<float>() == 0);
    }
    CHECK(sampled({at::ones({1, 3, 5, 2})}, false).sizes() == at::IntArrayRef({3, 10}));
}
