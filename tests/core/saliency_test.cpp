#include "tests/core/toynetwork.h"

#include "core/methods/saliency.h"
#include "core/network/prediction.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution run(const Network &network, const Photo &photo, const SaliencyOptions &options)
{
    SaliencyRun run(network, photo, options);
    CHECK(run.progress().done == 0);
    CHECK_FALSE(run.step());
    CHECK(run.progress().done == run.progress().total);
    return run.result();
}

} // namespace

TEST_CASE("saliency equals PyTorch's in float64")
{
    const auto network = narrowNetwork();
    struct Case
    {
        const char *photo, *values;
        SaliencyOptions options;
    };
    const Case cases[] = {
        {"training/0_0", "saliency-training-0_0-0-loss", {}},
        {"training/3_10", "saliency-training-3_10-3-loss", {}},
        {"validation/5_0", "saliency-validation-5_0-5-loss", {}},
        {"training/3_10", "saliency-training-3_10-7-logit", {{Target::Kind::Class, 7}, Objective::Logit}},
    };
    for (const Case &one : cases) {
        INFO(one.values);
        const Attribution found = run(*network, foodPhoto(one.photo), one.options);
        CHECK(largestDifference(sampled(found.map, 3), expectedArray(one.values).values) < 1e-6);
        CHECK(found.notes.empty());
        const Range range = rangeOf(found.map);
        CHECK(range.low == 0);
        CHECK(range.high == 1);
    }
}

TEST_CASE("the target may be the predicted class, and is where no label is known")
{
    const auto network = narrowNetwork();
    Photo photo = foodPhoto("validation/5_0"); // taken for a 3, as tests/reference/explain.py says too
    CHECK(run(*network, photo, {}).target == 5);
    CHECK(run(*network, photo, {{Target::Kind::Predicted}}).target == 3);
    photo.label.reset();
    const Attribution found = run(*network, photo, {});
    CHECK(found.target == 3);
    CHECK(found.notes == Notes{Note::LabelUnknown});
}

TEST_CASE("saliency of a network of one line")
{
    // Logit of class 1 is Σ x²/2 of the first channel: gradient x there, 0 in the others. Black 0, white 1.
    const ToyNetwork network([](const at::Tensor &x) {
        const at::Tensor sum = (x * x).select(1, 0).sum({1, 2}) / 2;
        return at::stack({at::zeros_like(sum), sum, at::zeros_like(sum)}, 1);
    });
    const Attribution found = run(network, blackAndWhite(1), {{}, Objective::Logit});
    std::vector<double> expected(24, 0.0);
    for (std::size_t i : {2u, 3u, 6u, 7u})
        expected[i] = 1;
    CHECK(found.map.values == expected);
}

TEST_CASE("a dead gradient gives an empty map and a note")
{
    const ToyNetwork network([](const at::Tensor &x) { return (x * 0).sum({2, 3}); });
    const Attribution found = run(network, blackAndWhite(1), {});
    CHECK(found.map.values == std::vector<double>(24, 0.0));
    CHECK(found.notes == Notes{Note::DeadLogit});
    CHECK(run(network, blackAndWhite(1), {{}, Objective::Logit}).notes == Notes{Note::DeadLogit});
}

TEST_CASE("the logit is advised only where it helps")
{
    // Logit 1 is 1000 Σ x² = 4000, so that p = 1 and the loss has no gradient left, but the logit has.
    const ToyNetwork network([](const at::Tensor &x) {
        const at::Tensor sum = (x * x).select(1, 0).sum({1, 2}) * 1000;
        return at::stack({at::zeros_like(sum), sum, at::zeros_like(sum)}, 1);
    });
    const Notes notes = run(network, blackAndWhite(1), {}).notes;
    CHECK(notes == Notes{Note::ConfidentPrediction, Note::DeadGradient});
    CHECK(run(network, blackAndWhite(1), {{}, Objective::Logit}).notes.empty());
}

TEST_CASE("where the network cuts the gradient off, the empty map says so")
{
    const ToyNetwork detached([](const at::Tensor &x) { return (x * x).detach().sum({2, 3}); });
    const ToyNetwork elsewhere([](const at::Tensor &x) {
        return (x.detach() * at::ones({1}, x.options().requires_grad(true))).sum({2, 3});
    });
    for (const ToyNetwork *network : {&detached, &elsewhere}) {
        const Attribution found = run(*network, blackAndWhite(1), {});
        CHECK(found.map.values == std::vector<double>(24, 0.0));
        CHECK(found.notes == Notes{Note::GradientCut});
    }
}

TEST_CASE("the loss of a class that stands for itself is that of its yes and no")
{
    // Logit 1 is Σ x of the first channel, 4: ∂ −log sigmoid(z)/∂z = −(1 − sigmoid(z)).
    ToyNetwork network([](const at::Tensor &x) {
        const at::Tensor sum = x.sum({2, 3});
        return at::stack({sum.select(1, 0) * 7, sum.select(1, 0), sum.select(1, 0) * -7}, 1);
    });
    const double softmaxed = run(network, blackAndWhite(1), {}).stretchedFrom->high;
    network.setTask(Task::MultiLabel);
    const Attribution found = run(network, blackAndWhite(1), {});
    CHECK(found.stretchedFrom->high == Approx(1 - 1 / (1 + std::exp(-4.0))).epsilon(1e-5));
    CHECK(softmaxed == Approx(6).epsilon(1e-5)); // ∂ log Σ exp/∂x − 1 = 7 − 1
    CHECK(predict(network, blackAndWhite(1).input).probabilities.at(1) == Approx(1 / (1 + std::exp(-4.0))));
}

TEST_CASE("a very sure float32 answer is noted where the loss is differentiated")
{
    const auto sure = [](double lead) {
        return [lead](const at::Tensor &x) {
            return x.mean({2, 3}) * at::tensor({0.0, lead, 0.0}, x.options());
        };
    };
    // The mean of the picture is 1/2: logits 0, lead/2, 0 and p = 1/(1 + 2·exp(−lead/2)).
    const ToyNetwork verySure(sure(26)); // p = 0.9999955
    const ToyNetwork lessSure(sure(24)); // p = 0.9999877
    CHECK(run(verySure, blackAndWhite(1), {}).notes == Notes{Note::ConfidentPrediction});
    CHECK(run(verySure, blackAndWhite(1), {{}, Objective::Logit}).notes.empty());
    CHECK(run(verySure, blackAndWhite(0), {}).notes.empty());
    CHECK(run(lessSure, blackAndWhite(1), {}).notes.empty());
}

TEST_CASE("NaN never leaves a saliency map")
{
    const auto kindOf = [](const Network &network) {
        const auto error = errorOf([&] { SaliencyRun(network, blackAndWhite(1), {}).step(); });
        return error ? error->kind() : ErrorKind::Internal;
    };
    CHECK(kindOf(ToyNetwork([](const at::Tensor &x) {
        return x.sum({2, 3}).log().sub(HUGE_VAL);
    })) == ErrorKind::NotFinite);
    // Finite logits, infinite gradient: the slope of a square root at 0.
    CHECK(kindOf(ToyNetwork([](const at::Tensor &x) {
        return x.sqrt().sum({2, 3});
    })) == ErrorKind::NotFinite);
}

TEST_CASE("the kinds of saliency are PyTorch's gradient, raw")
{
    const auto network = narrowNetwork();
    const nlohmann::json facts = expectedJson("gradients");
    struct Case
    {
        const char *values;
        Objective objective;
        SaliencyKind kind;
        int channels;
        Meaning meaning;
    };
    using enum SaliencyKind;
    const Case cases[] = {
        {"saliency-signed", Objective::Logit, Signed, 3, Meaning::Slope},
        {"saliency-signed-loss", Objective::Loss, Signed, 3, Meaning::Slope},
        {"saliency-max", Objective::Logit, Max, 1, Meaning::Sensitivity},
        {"saliency-mean", Objective::Logit, Mean, 1, Meaning::Sensitivity},
        {"saliency-sum", Objective::Logit, Sum, 1, Meaning::Sensitivity},
        {"saliency-l2", Objective::Logit, L2, 1, Meaning::Sensitivity},
    };
    for (const Case &one : cases) {
        INFO(one.values);
        const SaliencyOptions options{{}, one.objective, one.kind};
        const Attribution found = run(*network, foodPhoto("training/3_10"), options);
        const double size = facts[one.values]["largest"];
        CHECK(found.map.channels == one.channels);
        CHECK(found.meaning == one.meaning);
        CHECK(options.meaning() == one.meaning);
        CHECK_FALSE(found.stretchedFrom);
        CHECK(largestDifference(sampled(found.map, 7), expectedArray(one.values).values) < 1e-9 * size);
        CHECK(largest(found.map.values) == Approx(size).epsilon(1e-9));
    }
    CHECK(SaliencyOptions{}.meaning() == Meaning::Sensitivity);
}

TEST_CASE("a map of one slope everywhere is empty only where it is stretched")
{
    // The gradient of logit 1 is 2 in every value.
    const ToyNetwork network([](const at::Tensor &x) {
        const at::Tensor sum = x.sum({1, 2, 3}) * 2;
        return at::stack({sum * 0, sum, sum * 0}, 1);
    });
    const Attribution found = run(network, blackAndWhite(1), {{}, Objective::Logit, SaliencyKind::Signed});
    CHECK(found.map.values == std::vector<double>(24, 2.0));
    CHECK(found.notes.empty());
    CHECK(run(network, blackAndWhite(1), {{}, Objective::Logit}).notes == Notes{Note::DeadGradient});
    const Attribution dead = run(network, blackAndWhite(0), {{}, Objective::Logit, SaliencyKind::L2});
    CHECK(dead.map.values == std::vector<double>(8, 0.0));
    CHECK(dead.notes == Notes{Note::DeadLogit});
}
