#include "tests/core/toynetwork.h"

#include "core/explain/disagreement.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

NetworkInfo infoWith(std::vector<std::string> names)
{
    NetworkInfo info;
    info.classCount = int(names.size());
    info.input.classNames = std::move(names);
    return info;
}

} // namespace

TEST_CASE("photos are counted by who is right, in each network's own numbers")
{
    const NetworkMatch match(infoWith({"egg", "soup", "rice"}), infoWith({"soup", "egg", "tea"}));
    // True class, what A says, what B says: egg is 0 and 1, soup 1 and 0, rice only A's, tea only B's.
    const std::vector<std::array<int, 3>> said = {
        {0, 0, 1}, // both right
        {0, 0, 0}, // only A
        {1, 0, 0}, // only B
        {1, 0, 1}, // the same wrong class
        {1, 2, 1}, // wrong in different ways
        {0, 1, 2}, // the same, as A has no tea
        {2, 2, 0}, // B does not know the true class
        {-1, 1, 0}, // none is known
    };
    std::vector<PhotoRef> photos;
    Evaluation first(3, said.size());
    Evaluation second(3, said.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        const auto [label, a, b] = said[i];
        photos.push_back({std::to_string(i) + ".jpg", label < 0 ? std::nullopt : std::optional(label)});
        first.add(i, photos.back().label, a, 1);
        second.add(i, std::nullopt, b, 1);
    }
    const Disagreement found = compare(first, second, photos, match);
    CHECK(found.photos == 8);
    CHECK(found.bothRight == 1);
    CHECK(found.onlyFirst == 1);
    CHECK(found.onlySecond == 1);
    CHECK(found.sameWrong == 1);
    CHECK(found.otherWrong == 2);
    CHECK(found.otherUnlabelled == 1);
    CHECK(found.sameUnlabelled == 1);
    CHECK(found.labelled() == 6);
    REQUIRE(found.differing.size() == 5);
    CHECK(found.differing[3] == DisagreedPhoto{5, 0, 1, 2, std::nullopt});
}

TEST_CASE("both networks are asked about each photo of a set")
{
    const std::shared_ptr<const Network> network = narrowNetwork();
    const NetworkPair pair(network, network->withRandomWeights(1000, 43));
    const std::vector<PhotoRef> photos = openPhotoSet(testFile("food"), "training").photos;
    DisagreementRun run(pair, photos);
    EvaluationRun alone(*network, photos);
    EvaluationRun other(pair.second(), photos);
    while (run.step()) { }
    while (alone.step()) { }
    while (other.step()) { }
    CHECK((run.result().first.predicted == alone.result().predicted));
    CHECK((run.result().second.predicted == other.result().predicted));
    CHECK(run.result().second.correct == other.result().correct);
    CHECK(run.result().disagreement.photos == int(photos.size()));
}
