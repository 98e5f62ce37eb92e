#include "tests/core/toynetwork.h"

#include "core/methods/superpixels.h"

#include "core/engine/superpixelpasses.h"

#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

/// The halves of blackAndWhite(): superpixel 0 is black, 1 is white.
Segmentation halves() { return {4, 2, 2, {0, 0, 1, 1, 0, 0, 1, 1}}; }

/// Superpixels of one black and one white column each.
Segmentation mixed() { return {4, 2, 2, {0, 1, 0, 1, 0, 1, 0, 1}}; }

ToyNetwork sums()
{
    return ToyNetwork([](const at::Tensor &x) { return x.sum({2, 3}); });
}

} // namespace

TEST_CASE("a hidden superpixel shows its own mean colour, black, or the blurred photo")
{
    const Image photo = blackAndWhite().input;
    const Map mean = hiddenPicture(photo, mixed(), SuperpixelFill::Mean);
    CHECK(mean.channels == 3);
    CHECK(mean.values == std::vector<double>(24, 0.5));
    CHECK(hiddenPicture(photo, halves(), SuperpixelFill::Mean).at(2, 1, 3) == 1);
    CHECK(hiddenPicture(photo, mixed(), SuperpixelFill::Black).values == std::vector<double>(24, 0.0));
    const Map blurred = hiddenPicture(photo, mixed(), SuperpixelFill::Blurred);
    CHECK(blurred.values.size() == 24);
    CHECK(blurred.at(0, 0, 1) < blurred.at(0, 0, 2));
}

TEST_CASE("the network is shown the rows in their order, and the first one tells the target")
{
    const ToyNetwork network = sums();
    SuperpixelPasses passes(network, blackAndWhite(2), {}, Score::Logits);
    CHECK_FALSE(passes.hasBegun());
    passes.begin(halves(), hiddenPicture(passes.photo().input, halves(), SuperpixelFill::Black));
    passes.add(std::vector<std::uint8_t>{1, 1});
    passes.add(std::vector<std::uint8_t>{1, 0});
    passes.add(std::vector<std::uint8_t>{0, 1});
    CHECK(passes.added() == 3);
    CHECK(passes.rowsOfPass(2) == 2);
    passes.show(2);
    CHECK(passes.shown() == 2);
    CHECK(passes.rows().size() == 4);
    CHECK(passes.explainedColumn() == 2);
    CHECK(passes.columns() == 3);
    CHECK(passes.scores() == std::vector<double>{4, 4, 4, 0, 0, 0});
    passes.show(3);
    CHECK(passes.scoreOf(2, 1) == 4);
    CHECK(passes.answer({}).segments.labels == halves().labels);
    CHECK(passes.answer({}).notes.empty());
}

TEST_CASE("weights are sorted by size, equal ones by superpixel")
{
    const std::vector<SegmentWeight> sorted = sortedWeights({1, -3, -1, 2}, {0.1, 0.2, 0.3, 0.4});
    REQUIRE(sorted.size() == 4);
    CHECK(sorted[0].segment == 1);
    CHECK(sorted[0].weight == -3);
    CHECK(sorted[0].error == 0.2);
    CHECK(sorted[1].segment == 3);
    CHECK(sorted[2].segment == 0);
    CHECK(sorted[3].segment == 2);
    CHECK_FALSE(sortedWeights({1}, {})[0].error);
    CHECK(sortedWeights({1e-30}, {})[0].isCertain()); // without an error there is no doubt
}
