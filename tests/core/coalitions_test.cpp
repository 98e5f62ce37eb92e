#include "core/methods/coalitions.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <numeric>

using namespace convscope;
using namespace convscope::test;

namespace {

std::string text(const std::vector<std::uint8_t> &shown, int one)
{
    std::string row;
    for (const int member : shown)
        row += member == one ? '1' : '0';
    return row;
}

/// With complements.
std::vector<std::string> rowsOf(const Coalitions &coalitions)
{
    std::vector<std::string> rows;
    for (const Coalition &coalition : coalitions.all()) {
        rows.push_back(text(coalition.shown, 1));
        if (coalition.hasComplement)
            rows.push_back(text(coalition.shown, 0));
    }
    return rows;
}

/// One for each row that has been shown.
std::vector<double> weightsOfRows(const Coalitions &coalitions, int count)
{
    std::vector<double> weights;
    const std::vector<double> each = coalitions.weights(count);
    for (std::size_t i = 0; i < each.size(); ++i) {
        for (int row = 0; row < (coalitions.all()[i].hasComplement ? 2 : 1) && int(weights.size()) < count;
             ++row)
            weights.push_back(each[i]);
    }
    return weights;
}

} // namespace

TEST_CASE("coalitions and their weights are those of shap's KernelExplainer")
{
    for (const nlohmann::json &one : expectedJson("coalitions")) {
        const int members = one["members"];
        INFO(members << " members");
        const Coalitions coalitions(members, one["count"], one["seed"].get<std::uint32_t>());
        CHECK(rowsOf(coalitions) == one["rows"].get<std::vector<std::string>>());
        CHECK(coalitions.count() == int(one["rows"].size()));
        CHECK(largestDifference(
                  weightsOfRows(coalitions, coalitions.count()), one["weights"].get<std::vector<double>>())
            < 1e-15);
    }
}

TEST_CASE("coalitions that have been shown count for those that have not")
{
    const Coalitions coalitions(13, 151, 4);
    CHECK(coalitions.fixedCount() == 26);
    for (const int count : {27, 28, 60, 150, 151}) {
        INFO(count);
        const std::vector<double> weights = weightsOfRows(coalitions, count);
        CHECK(weights.size() == std::size_t(count));
        CHECK(std::accumulate(weights.begin(), weights.end(), 0.0) == Approx(1).epsilon(1e-12));
        CHECK(weights[0] == coalitions.weights(151)[0]); // what is not drawn counts the same all the time
    }
    CHECK(coalitions.weights(10).size() == 5);
    CHECK(coalitions.weights(0).empty());
}

TEST_CASE("one superpixel has no coalitions but all and none")
{
    const Coalitions coalitions(1, 100, 1);
    CHECK(coalitions.count() == 0);
    CHECK(coalitions.weights(0).empty());
}
