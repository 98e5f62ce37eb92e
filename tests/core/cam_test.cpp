#include "tests/core/toynetwork.h"

#include "core/engine/tensors.h"
#include "core/explain/methods.h"
#include "core/methods/cam.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <numeric>

using namespace convscope;
using namespace convscope::test;

namespace {

using Values = std::vector<double>;

Attribution runAll(const Network &network, const Photo &photo, const CamOptions &options)
{
    CamRun run(network, photo, options);
    CHECK(run.progress().done == 0);
    while (run.step()) { }
    CHECK(run.progress().done == run.progress().total);
    return run.result();
}

CamOptions ofClass(int label, int layer, CamKind kind) { return {{Target::Kind::Class, label}, layer, kind}; }

CamOptions optionsOf(const nlohmann::json &one, const std::string &kind)
{
    return ofClass(one["class"], one["layer"], fromWord<CamKind>(kind).value());
}

/// One kind's map of the file that holds those of all kinds.
Values mapOf(const Array &all, std::size_t kind)
{
    const std::size_t size = all.values.size() / std::size_t(all.shape[0]);
    const auto begin = all.values.begin() + std::ptrdiff_t(kind * size);
    return {begin, begin + std::ptrdiff_t(size)};
}

/// Of the largest value.
double tolerance(CamKind kind)
{
    switch (kind) {
    case CamKind::Eigen:
    case CamKind::EigenGrad:
    case CamKind::SegEigen:
        return 1e-7;
    case CamKind::Score:
    case CamKind::Ablation:
        return 1e-8;
    default:
        return 1e-9;
    }
}

Notes notesOf(CamKind kind, const nlohmann::json &one, const Values &values)
{
    Notes notes;
    const bool isSigned = one["least"].get<double>() < 0;
    if (kind == CamKind::Ablation && one["score"].get<double>() <= 0)
        notes.push_back(Note::ScoreNotAboveZero);
    if (std::ranges::max(values) <= 0)
        notes.push_back(Note::NothingFor);
    if (isSigned
        && (kind == CamKind::GradPlusPlus || kind == CamKind::XGrad || kind == CamKind::Layer
            || kind == CamKind::Ablation))
        notes.push_back(Note::MapsBelowZero);
    if (kind == CamKind::Eigen || kind == CamKind::Fem)
        notes.push_back(Note::AboutNoClass);
    return notes;
}

/// Maps of `channels` channels for pictures of 4×2 pixels: red times 1, 2, …
TwoParts::Function timesRed(int channels)
{
    return [channels](const at::Tensor &x) {
        const at::Tensor factors = at::arange(1, channels + 1, x.options().requires_grad(false));
        return x.narrow(1, 0, 1) * factors.view({1, -1, 1, 1});
    };
}

} // namespace

TEST_CASE("class activation maps equal PyTorch's in float64, of every kind")
{
    const auto network = narrowNetwork();
    for (const nlohmann::json &one : expectedJson("cam")) {
        const Array all = expectedArray("cam-" + one["name"].get<std::string>());
        REQUIRE(all.shape[0] == int(Words<CamKind>::all.size()));
        for (std::size_t i = 0; i < one["kinds"].size(); ++i) {
            const std::string kind = one["kinds"][i];
            INFO(one["name"] << ' ' << kind);
            const CamOptions options = optionsOf(one, kind);
            const Attribution found = runAll(*network, foodPhoto(one["photo"]), options);
            const Values expected = mapOf(all, i);
            CHECK(found.map.channels == 1);
            CHECK(found.map.height == all.shape[1]);
            CHECK(
                largestDifference(found.map.values, expected) < tolerance(options.kind) * largest(expected));
            CHECK(found.meaning == Meaning::Relevance);
            CHECK(found.target == one["class"].get<int>());
            CHECK(found.notes == notesOf(options.kind, one, expected));
            if (options.kind == CamKind::HiRes) { // all of it is the gradient times the layer's output
                const double sum = std::accumulate(found.map.values.begin(), found.map.values.end(), 0.0);
                CHECK(sum == Approx(one["sum"].get<double>()).epsilon(1e-9));
            }
        }
    }
}

TEST_CASE("class activation maps in float32, and of TorchScript, are next to the checkpoint's in float64")
{
    const nlohmann::json one = expectedJson("cam")[0];
    const Array all = expectedArray("cam-relu");
    const auto scripted =
        openNetwork(testFile("torchscript/narrow-scripted.pt"), {testDevice(), Precision::Float64});
    const auto traced =
        openNetwork(testFile("torchscript/narrow-traced.pt"), {testDevice(), Precision::Float64});
    const auto narrow = narrowNetwork(Precision::Float32);
    for (std::size_t i = 0; i < one["kinds"].size(); ++i) {
        const std::string kind = one["kinds"][i];
        INFO(kind);
        CamOptions options = optionsOf(one, kind);
        const Values expected = mapOf(all, i);
        const auto difference = [&](const Network &network) {
            const Attribution found = runAll(network, foodPhoto(one["photo"]), options);
            return largestDifference(found.map.values, expected) / largest(expected);
        };
        CHECK(difference(*narrow) < 1e-3);
        options.layer = findLayer(scripted->info(), "cnn.24");
        CHECK(difference(*scripted) < tolerance(options.kind));
        options.layer = findLayer(traced->info(), "cnn.24");
        CHECK(difference(*traced) < tolerance(options.kind));
    }
}

TEST_CASE("Ablation-CAM inside of a residual block, and of a network that takes four pictures")
{
    struct Case
    {
        const char *file, *layer;
    };
    for (const Case &one : {Case{"residual-scripted.pt", "layer1.0.bn1"},
             Case{"residual-traced.pt", "layer1.0.bn1"}, Case{"batch-of-four-traced.pt", "bn1"}}) {
        INFO(one.file);
        const auto network =
            openNetwork(testFile(std::string("torchscript/") + one.file), {testDevice(), Precision::Float64});
        const int layer = findLayer(network->info(), one.layer);
        const Attribution found =
            runAll(*network, foodPhoto("training/3_10"), ofClass(1, layer, CamKind::Ablation));
        // By hand, one channel after the other.
        const at::Tensor picture = inputTensor(*network, foodPhoto("training/3_10").input);
        const at::Tensor maps = network->activations(picture, layer);
        const double whole = network->logits(picture)[0][1].item<double>();
        at::Tensor expected = at::zeros_like(maps[0][0]);
        for (std::int64_t k = 0; k < maps.size(1); ++k) {
            at::Tensor without = maps.clone();
            without[0][k].zero_();
            const double score = network->logitsBehind(layer, without, picture)[0][1].item<double>();
            expected += maps[0][k] * (whole - score) / std::abs(whole);
        }
        CHECK(largestDifference(found.map.values, toMap(expected.unsqueeze(0)).values)
            < 1e-12 * expected.abs().max().item<double>());
    }
}

TEST_CASE("the principal component is found with more channels than places, and points to large values")
{
    // Channel k of 9 is k+1 times red: all vary together, and most where red is 1.
    const TwoParts network(
        timesRed(9),
        [](const at::Tensor &maps) {
            return inEachClass(maps.sum({1, 2, 3}));
        },
        9);
    const double half = std::sqrt(285.0) / 2; // |(1, …, 9)|, and red lies by ½ to both sides of its mean
    for (const CamKind kind : {CamKind::Eigen, CamKind::EigenGrad}) {
        const Attribution found = runAll(network, blackAndWhite(1), ofClass(1, 0, kind));
        CHECK(largestDifference(found.map.values, {-half, -half, half, half, -half, -half, half, half})
            < 1e-12);
        CHECK(found.notes == (kind == CamKind::Eigen ? Notes{Note::AboutNoClass} : Notes{}));
    }
    const TwoParts constant([](const at::Tensor &x) { return x.narrow(1, 0, 1) * 0 + 3; },
        [](const at::Tensor &maps) {
            return inEachClass(maps.sum({1, 2, 3}));
        });
    const Attribution found = runAll(constant, blackAndWhite(1), ofClass(1, 0, CamKind::Eigen));
    CHECK(found.map.values == Values(8, 0.0));
    CHECK(found.notes == Notes{Note::NothingFor, Note::AboutNoClass});
}

TEST_CASE("the sign of SegEigen-CAM is that of the largest distance")
{
    // One channel, 1 in the right half but for a pixel of −6: the far side is below.
    const TwoParts network(
        [](const at::Tensor &x) {
            const at::Tensor maps = x.narrow(1, 0, 1).clone();
            maps.select(1, 0).select(1, 0).select(1, 0).fill_(-6);
            return maps;
        },
        [](const at::Tensor &maps) {
            return inEachClass(maps.sum({1, 2, 3}));
        });
    const Values seg = runAll(network, blackAndWhite(1), ofClass(1, 0, CamKind::SegEigen)).map.values;
    CHECK(seg.front() == Approx(5.75)); // the mean is −¼
    CHECK(seg.back() == Approx(-1.25));
    const Values eigen = runAll(network, blackAndWhite(1), ofClass(1, 0, CamKind::Eigen)).map.values;
    CHECK(eigen.front() == Approx(-5.75));
}

TEST_CASE("a weight of XGrad-CAM is no larger than the gradient, where the values of a map cancel out")
{
    // One map, 2·red − 1: its sum is 0. The gradient is 3 where red is 1, and 1 elsewhere.
    const TwoParts network([](const at::Tensor &x) { return 2 * x.narrow(1, 0, 1) - 1; },
        [](const at::Tensor &maps) {
            return inEachClass((maps * (maps.detach() + 2)).sum({1, 2, 3}));
        });
    const Attribution found = runAll(network, blackAndWhite(1), ofClass(1, 0, CamKind::XGrad));
    CHECK(found.map.values == Values{-3, -3, 3, 3, -3, -3, 3, 3});
    CHECK(found.notes == Notes{Note::MapsBelowZero});
}

TEST_CASE("Score-CAM weighs each channel by the softmax of the scores under its mask")
{
    // Channels red, constant, and 1 − red of a photo whose right half is white. The score is the sum
    // of the masked photo's red: 4, 0 and 0.
    const TwoParts network(
        [](const at::Tensor &x) {
            const at::Tensor red = x.narrow(1, 0, 1);
            return at::cat({red, red * 0 + 1, 1 - red}, 1);
        },
        [](const at::Tensor &maps) {
            return inEachClass(maps.select(1, 0).sum({1, 2}));
        },
        3);
    const Attribution found = runAll(network, blackAndWhite(1), ofClass(1, 0, CamKind::Score));
    const double first = 1 / (1 + 2 * std::exp(-4.0));
    const double others = (1 - first) / 2;
    CHECK(found.map.at(0, 0, 0) == Approx(2 * others));
    CHECK(found.map.at(0, 1, 3) == Approx(first + others));
    CHECK(found.notes.empty());
}

TEST_CASE("Score-CAM and Ablation-CAM stopped in the middle are those of the channels done, strongest first")
{
    // One row a step, as memory refuses more. The score is the sum of channel k's map times k + 1.
    const auto weighted = [](const at::Tensor &maps) {
        if (maps.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        return inEachClass(maps.sum({1, 2, 3}));
    };
    const TwoParts network(timesRed(3), weighted, 3);
    for (const CamKind kind : {CamKind::Score, CamKind::Ablation}) {
        const auto explanation = explain(network, blackAndWhite(1), ofClass(1, 0, kind));
        CHECK(explanation->progress().total == 3);
        CHECK(stepsOf(ofClass(1, 0, kind)) == 0);
        CHECK_FALSE(explanation->hasAnswer());
        std::vector<double> seen; // in the white half
        while (explanation->step()) {
            if (explanation->progress().done > int(seen.size())) {
                const auto answer = std::get<Attribution>(explanation->answer());
                CHECK(answer.notes == Notes{Note::StoppedEarly});
                CHECK(answer.map.at(0, 0, 0) == 0);
                seen.push_back(answer.map.at(0, 0, 3));
            }
            CHECK_FALSE(explanation->snapshot()); // too little to show
        }
        const auto last = std::get<Attribution>(explanation->answer());
        CHECK(last.notes.empty());
        seen.push_back(last.map.at(0, 0, 3));
        // The masks are alike, so that the weights of Score-CAM are 1/n; of the score of 24, the third
        // channel makes 12, the second 8.
        const Values expected =
            kind == CamKind::Score ? Values{3, 2.5, 2} : Values{1.5, 1.5 + 2 / 3., 1.5 + 2 / 3. + 1 / 6.};
        CHECK(largestDifference(seen, expected) < 1e-6);
    }
}

TEST_CASE("Ablation-CAM keeps its signs where the score is below 0, and counts differences where it is 0")
{
    const auto minus = [](double subtracted) {
        return [subtracted](const at::Tensor &maps) { return inEachClass(maps.sum({1, 2, 3}) - subtracted); };
    };
    const auto rightHalf = [](double value) { return Values{0, 0, value, value, 0, 0, value, value}; };
    const TwoParts below(timesRed(1), minus(6)); // 4 − 6
    const Attribution found = runAll(below, blackAndWhite(1), ofClass(1, 0, CamKind::Ablation));
    CHECK(found.map.values == rightHalf(2)); // (−2 + 6)/2
    CHECK(found.notes == Notes{Note::ScoreNotAboveZero});
    const TwoParts zero(timesRed(1), minus(4));
    CHECK(runAll(zero, blackAndWhite(1), ofClass(1, 0, CamKind::Ablation)).map.values == rightHalf(4));
}

TEST_CASE("kinds that need a gradient say where there is none; the others do without")
{
    const auto identity = [](const at::Tensor &x) { return x.narrow(1, 0, 1) * 1; };
    const TwoParts cut(identity, [](const at::Tensor &maps) {
        return inEachClass(maps.detach().sum({1, 2, 3}));
    });
    const TwoParts dead(identity, [](const at::Tensor &maps) {
        return inEachClass(maps.sum({1, 2, 3}) * 0 + 1);
    });
    const TwoParts against(identity, [](const at::Tensor &maps) {
        return inEachClass(1 - maps.sum({1, 2, 3}));
    });
    for (std::size_t i = 0; i < Words<CamKind>::all.size(); ++i) {
        const auto kind = CamKind(i);
        INFO(word(kind));
        const auto emptiness = [&](const Network &network) {
            const Attribution found = runAll(network, blackAndWhite(1), ofClass(1, 0, kind));
            for (const Note::Kind note : {Note::GradientCut, Note::DeadLogit, Note::NothingFor}) {
                if (holds(found.notes, note)) {
                    CHECK(rangeOf(found.map).high <= 0);
                    return name(note);
                }
            }
            CHECK(rangeOf(found.map).high > 0);
            return "full";
        };
        // Half of the photo is white, so that no value of its map is rare.
        const std::string otherwise = kind == CamKind::Fem ? "nothing-for" : "full";
        CHECK(emptiness(cut) == (needsGradient(kind) ? "gradient-cut" : otherwise));
        const std::string whenDead = needsGradient(kind) ? "dead-logit"
            : kind == CamKind::Ablation                  ? "nothing-for"
                                                         : otherwise;
        CHECK(emptiness(dead) == whenDead);
    }
    CHECK(runAll(against, blackAndWhite(1), ofClass(1, 0, CamKind::Layer)).notes == Notes{Note::NothingFor});
}

TEST_CASE("a class activation map's target may be the true or the predicted class")
{
    const TwoParts network([](const at::Tensor &x) { return x.narrow(1, 0, 1); },
        [](const at::Tensor &maps) {
            return maps.sum({2, 3}) * at::tensor({1.0f, 2.0f, 3.0f});
        });
    for (const CamKind kind : {CamKind::HiRes, CamKind::Ablation, CamKind::Fem}) {
        CHECK(runAll(network, blackAndWhite(1), {{}, 0, kind}).target == 1);
        CHECK(runAll(network, blackAndWhite(1), {{Target::Kind::Predicted}, 0, kind}).target == 2);
        const Attribution unknown = runAll(network, blackAndWhite(), {{}, 0, kind});
        CHECK(unknown.target == 2);
        CHECK(holds(unknown.notes, Note::LabelUnknown));
    }
}

TEST_CASE("NaN never leaves a class activation map, and bad questions are refused")
{
    const auto sum = [](const at::Tensor &maps) { return inEachClass(maps.sum({1, 2, 3})); };
    const auto identity = [](const at::Tensor &x) { return x.narrow(1, 0, 1) * 1; };
    const TwoParts logits(identity, [&](const at::Tensor &maps) { return sum(maps) / 0; });
    const TwoParts maps([](const at::Tensor &x) { return x.narrow(1, 0, 1).log(); },
        [&](const at::Tensor &given) { return sum(given.sigmoid()); });
    // Only where the channel is silent.
    const TwoParts silent(identity, [&](const at::Tensor &given) { return (sum(given) - 2).sqrt(); });
    for (std::size_t i = 0; i < Words<CamKind>::all.size(); ++i) {
        INFO(Words<CamKind>::all[i]);
        const auto wrong = [&](const Network &network) {
            const auto error = errorOf([&] { runAll(network, blackAndWhite(1), ofClass(1, 0, CamKind(i))); });
            return error && error->phrase() ? error->phrase()->kind : Phrase::NoReasonGiven;
        };
        CHECK(wrong(logits) == Phrase::Logits);
        CHECK(wrong(maps) == Phrase::ActivationMap);
        if (CamKind(i) == CamKind::Ablation)
            CHECK(wrong(silent) == Phrase::Logits);
    }
    const auto network = narrowNetwork();
    for (const CamKind kind : {CamKind::Layer, CamKind::Score}) {
        const auto kindOf = [&](int label, int layer) {
            const auto error =
                errorOf([&] { explain(*network, blackAndWhite(1), ofClass(label, layer, kind)); });
            return error ? error->kind() : ErrorKind::Internal;
        };
        CHECK(kindOf(11, 24) == ErrorKind::ClassOutOfRange);
        CHECK(kindOf(3, 30) == ErrorKind::NoSuchLayer);
        CHECK(kindOf(3, 26) == ErrorKind::LayerWithoutMaps);
        CHECK(kindOf(3, -1) == ErrorKind::InvalidOption);
    }
}
