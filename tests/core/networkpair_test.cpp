#include "tests/core/toynetwork.h"

#include "core/engine/tensors.h"
#include "core/explain/networkpair.h"
#include "core/network/drawnanew.h"

#include "tests/core/measuredheat.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace convscope;
using namespace convscope::test;

namespace {

using SharedNetwork = std::shared_ptr<const Network>;

const Target target{Target::Kind::Class, measuredClass};

Answer ended(std::unique_ptr<Explanation> explanation)
{
    Monitor monitor;
    runToEnd(*explanation, monitor);
    return explanation->answer();
}

Answer differenceOf(const NetworkPair &pair, const Photo &photo, const MethodOptions &question)
{
    return ended(explainOfTwo(pair, AskedNetwork::Difference, photo, question));
}

/// One of each kind of answer that can be subtracted.
std::vector<MethodOptions> subtractable()
{
    return {SaliencyOptions{.target = target, .objective = Objective::Logit}, InputXGradientOptions{target},
        GradCamOptions{.target = target, .layer = 3}, ActivationOptions{.layer = 3, .filter = 1},
        SmoothGradOptions{.target = target, .samples = 4},
        AblationOptions{.target = target, .slic = {.segments = 8}}};
}

std::vector<double> valuesOf(const Answer &answer)
{
    if (const auto *weights = std::get_if<SuperpixelWeights>(&answer)) {
        std::vector<double> values(std::size_t(weights->segments.count), 0.0);
        for (const SegmentWeight &entry : weights->ofTarget().weights)
            values[std::size_t(entry.segment)] = entry.weight;
        return values;
    }
    std::vector<double> values = rawMap(answer)->values;
    const auto *map = std::get_if<Attribution>(&answer);
    if (map && map->meaning == Meaning::Relevance)
        std::transform(
            values.begin(), values.end(), values.begin(), [](double value) { return std::max(0.0, value); });
    return values;
}

/// Knows classes of these names.
class NamedNetwork : public ToyNetwork
{
public:
    explicit NamedNetwork(std::vector<std::string> names)
        : ToyNetwork([](const at::Tensor &x) {
            return x.sum({2, 3});
        })
    {
        m_info.classCount = int(names.size());
        m_info.input.classNames = std::move(names);
    }
};

NetworkInfo infoWith(std::vector<std::string> names) { return NamedNetwork(std::move(names)).info(); }

std::optional<ErrorKind> kindOfError(const std::function<void()> &work)
{
    const auto error = errorOf(work);
    return error ? std::optional(error->kind()) : std::nullopt;
}

} // namespace

TEST_CASE("the difference of a network with itself is 0 everywhere")
{
    const SharedNetwork network = narrowNetwork();
    const NetworkPair pair(network, network);
    for (const MethodOptions &question : subtractable()) {
        INFO(methodName(question));
        const Answer answer = differenceOf(pair, measuredPhoto(), question);
        CHECK(isDifference(answer));
        const std::vector<double> values = valuesOf(answer);
        CHECK(values.size() > 1);
        CHECK(std::all_of(values.begin(), values.end(), [](double value) { return value == 0; }));
    }
}

TEST_CASE("the difference is that of the two answers, value by value")
{
    const SharedNetwork network = narrowNetwork();
    const NetworkPair pair(network, drawnAnew(*network, {}));
    for (const MethodOptions &question : subtractable()) {
        INFO(methodName(question));
        const std::vector<double> first = valuesOf(ended(explain(pair.first(), measuredPhoto(), question)));
        const std::vector<double> second = valuesOf(ended(explain(pair.second(), measuredPhoto(), question)));
        std::vector<double> expected(first.size());
        std::transform(first.begin(), first.end(), second.begin(), expected.begin(), std::minus());
        const std::vector<double> found = valuesOf(differenceOf(pair, measuredPhoto(), question));
        CHECK(found == expected);
        CHECK(first != second);
    }
}

TEST_CASE("errors of a difference are the sum of both, which it cannot exceed")
{
    const SharedNetwork network = narrowNetwork();
    const NetworkPair pair(network, drawnAnew(*network, {}));
    LimeOptions question;
    question.target = target;
    question.samples = 40;
    const auto of = [&](AskedNetwork asked) {
        return std::get<SuperpixelWeights>(ended(explainOfTwo(pair, asked, measuredPhoto(), question)));
    };
    const auto error = [](const SuperpixelWeights &answer, int segment) {
        for (const SegmentWeight &entry : answer.ofTarget().weights) {
            if (entry.segment == segment)
                return *entry.error;
        }
        return -1.0;
    };
    const SuperpixelWeights difference = of(AskedNetwork::Difference);
    const int segment = difference.ofTarget().weights.front().segment;
    CHECK(error(difference, segment)
        == error(of(AskedNetwork::First), segment) + error(of(AskedNetwork::Second), segment));
    CHECK_FALSE(difference.ofTarget().model);
}

TEST_CASE("where one of the two hardly counts, that is noted")
{
    const auto network = [](double factor) {
        return std::make_shared<const ToyNetwork>([factor](const at::Tensor &x) {
            return factor * x.square().sum({2, 3});
        });
    };
    const MethodOptions question = InputXGradientOptions{{Target::Kind::Class, 1}};
    const auto notes = [&](double first, double second) {
        const NetworkPair pair(network(first), network(second));
        return notesOf(differenceOf(pair, blackAndWhite(0), question));
    };
    CHECK(notes(20, 1) == Notes{{Note::MuchLargerInFirst, {"10"}}});
    CHECK(notes(1, 130) == Notes{{Note::MuchLargerInSecond, {"100"}}});
    CHECK(notes(2, 1).empty());
}

TEST_CASE("both are asked about the class that the first one predicts")
{
    const SharedNetwork network = narrowNetwork();
    const MethodOptions predicted = InputXGradientOptions{{Target::Kind::Predicted}};
    const auto predictedBy = [&predicted](const Network &asked) {
        return int(*targetOf(ended(explain(asked, measuredPhoto(), predicted))));
    };
    const int meant = predictedBy(*network);
    SharedNetwork other = network;
    for (std::uint32_t seed = 1; predictedBy(*other) == meant && seed < 20; ++seed)
        other = drawnAnew(*network, {0, seed});
    const int others = predictedBy(*other);
    REQUIRE(meant != others); // or the case says nothing
    const NetworkPair pair(network, other);
    const Answer difference = differenceOf(pair, measuredPhoto(), predicted);
    CHECK(int(*targetOf(difference)) == meant);
    const MethodOptions ofClass = InputXGradientOptions{{Target::Kind::Class, meant}};
    CHECK(valuesOf(difference) == valuesOf(differenceOf(pair, measuredPhoto(), ofClass)));
    // Asked alone, the second one means the class that it predicts itself.
    const Answer alone = ended(explainOfTwo(pair, AskedNetwork::Second, measuredPhoto(), predicted));
    CHECK(int(*targetOf(alone)) == others);
}

TEST_CASE("what cannot be subtracted is refused before anything runs")
{
    const SharedNetwork network = narrowNetwork();
    const NetworkPair pair(network, network);
    for (const MethodOptions &question :
        {MethodOptions(FeatureVisualisationOptions{}), MethodOptions(GradCamLayersOptions{}),
            MethodOptions(FilterWeightsOptions{}), MethodOptions(CounterfactualOptions{})}) {
        INFO(methodName(question));
        CHECK(kindOfError([&] { explainDifference(pair, measuredPhoto(), question); })
            == ErrorKind::NoDifferenceOf);
    }
    NetworkInfo info = infoWith({});
    info.classCount = network->info().classCount;
    info.input = network->info().input;
    info.input.resize = 7;
    CHECK_FALSE(NetworkMatch(network->info(), info).seesSamePicture());
    info.input = network->info().input;
    info.input.mean = {0.1, 0.2, 0.3}; // what a network makes of the picture is its own affair
    info.input.deviation = {1, 1, 1};
    CHECK(NetworkMatch(network->info(), info).seesSamePicture());
}

TEST_CASE("classes are the same by name, else by number")
{
    const NetworkMatch other(infoWith({"egg", "soup", "egg"}), infoWith({"rice", "egg", "egg", "bread"}));
    CHECK(other.classInSecond(0) == 1);
    CHECK_FALSE(other.classInSecond(1));
    CHECK(other.classInSecond(2) == 2);
    CHECK(other.classInFirst(2) == 2);
    CHECK_FALSE(other.classInFirst(3));
    CHECK_FALSE(other.hasSameClasses());
    CHECK(other.notes() == Notes{{Note::ClassesByName, {"2", "3", "4"}}});
    const auto error = errorOf([&] { other.needClass(1); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::ClassNotInSecond);
    CHECK(error->values() == std::vector<std::string>{"soup"});

    NetworkInfo unnamed = infoWith({});
    unnamed.classCount = 2;
    const NetworkMatch byNumber(infoWith({"egg", "soup"}), unnamed);
    CHECK(byNumber.classInSecond(1) == 1);
    CHECK(byNumber.hasSameClasses());
    CHECK(byNumber.notes() == Notes{Note::ClassesByNumber});
    CHECK(NetworkMatch(infoWith({"egg", "soup"}), infoWith({"egg", "soup"})).notes().empty());
    CHECK(NetworkMatch(infoWith({"egg", "soup"}), infoWith({"soup", "egg"})).classInSecond(0) == 1);

    unnamed.classCount = 3;
    CHECK(kindOfError([&] {
        NetworkMatch(infoWith({"egg", "soup"}), unnamed);
    }) == ErrorKind::NoClassInCommon);
    CHECK(kindOfError([&] { NetworkMatch(infoWith({"egg"}), infoWith({"rice"})); })
        == ErrorKind::NoClassInCommon);
}

TEST_CASE("layers are the same by name, else by number and kind")
{
    NetworkInfo first = infoWith({});
    NetworkInfo second = infoWith({});
    first.classCount = second.classCount = 3;
    const auto layer = [](int index, const char *name, const char *kind) {
        return Layer{index, name, kind, {}, {}, {}};
    };
    first.layers = {layer(0, "cnn.0", "Conv2d"), layer(1, "cnn.1", "ReLU"), layer(2, "cnn.2", "Conv2d")};
    second.layers = {layer(0, "body.0", "Conv2d"), layer(1, "cnn.0", "ReLU"), layer(2, "body.2", "Linear")};
    const NetworkMatch match(first, second);
    CHECK(match.layerInSecond(0) == 1);
    CHECK(match.layerInSecond(1) == 1);
    const auto error = errorOf([&] { match.layerInSecond(2); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::LayerNotInSecond);
    CHECK(error->values() == std::vector<std::string>{"cnn.2"});
}

TEST_CASE("the second network is asked about its own numbers of classes")
{
    const NetworkPair pair(
        std::make_shared<const NamedNetwork>(std::vector<std::string>{"egg", "soup", "rice"}),
        std::make_shared<const NamedNetwork>(std::vector<std::string>{"rice", "egg", "bread"}));
    const MethodOptions asked = pair.questionOfSecond(InputXGradientOptions{parseTarget("0 against 2")});
    CHECK(toString(*fieldOf<Target>(asked)) == "1 against 0");
    CHECK(kindOfError([&] { pair.questionOfSecond(InputXGradientOptions{parseTarget("1")}); })
        == ErrorKind::ClassNotInSecond);
    CHECK(pair.photoOfSecond({"x.jpg", 2}).label == 0);
    CHECK_FALSE(pair.photoOfSecond({"x.jpg", 1}).label);
}

TEST_CASE("a network is drawn anew as a whole, or its last modules")
{
    const SharedNetwork network = narrowNetwork();
    const at::Tensor picture = inputTensor(*network, measuredPhoto());
    const int all = modulesWithWeights(network->info());
    CHECK(at::equal(
        drawnAnew(*network, {})->logits(picture), network->withRandomWeights(all, 43)->logits(picture)));
    CHECK(at::equal(
        drawnAnew(*network, {1, 7})->logits(picture), network->withRandomWeights(1, 7)->logits(picture)));
    CHECK(kindOfError([&] { drawnAnew(*network, {all + 1}); }) == ErrorKind::InvalidOption);
}
