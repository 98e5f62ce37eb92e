#include "core/engine/network/answers.h"
#include "core/network/prediction.h"
#include "tests/core/toynetwork.h"
#include "tests/support/catch.h"

#include <ATen/ATen.h>

#include <cmath>

using namespace convscope;

namespace {

at::Tensor rows(std::initializer_list<double> values, std::int64_t columns)
{
    return at::tensor(std::vector<double>(values), at::kDouble).view({-1, columns});
}

std::vector<double> valuesOf(const at::Tensor &tensor)
{
    const at::Tensor flat = tensor.to(at::kDouble).reshape({-1}).contiguous();
    return {flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel()};
}

} // namespace

TEST_CASE("what a network's numbers are shows in their range and their sum")
{
    CHECK(formOf(rows({1, -2, 3, 0, 5, 6}, 3)) == AnswerForm::Logits);
    CHECK(formOf(rows({0.1, 0.2, 0.7, 0.3, 0.3, 0.4}, 3)) == AnswerForm::Probabilities);
    CHECK(formOf(rows({0.1, 0.2, 0.9, 0.3, 0.3, 0.8}, 3)) == AnswerForm::Sigmoids);
    CHECK(formOf(rows({0.5, 0.5, 0.1, 0.4}, 2)) == AnswerForm::Sigmoids); // which add up to 1 by chance once
    CHECK(formOf(rows({0.2, 0.9, 0.3, 1.4}, 2)) == AnswerForm::Logits); // which lie in [0, 1] by chance once
    CHECK(formOf(rows({0.2, 0.9, 0.2, 0.9}, 2)) == AnswerForm::Logits); // nothing but a bias
    CHECK(formOf(rows({0.2, -3}, 1)) == AnswerForm::OneLogit);
    CHECK(formOf(rows({0.2, 0.3}, 1)) == AnswerForm::OneSigmoid);
    CHECK(formOf(rows({1, 1}, 1)) == AnswerForm::OneLogit);
}

TEST_CASE("logits give a network's own probabilities back")
{
    const at::Tensor own = rows({0.1, 0.25, 0.65}, 3);
    const auto back = probabilities(valuesOf(logitsOf(own, AnswerForm::Probabilities)), Task::MultiClass);
    const auto sigmoids = probabilities(valuesOf(logitsOf(own, AnswerForm::Sigmoids)), Task::MultiLabel);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(back[i] == Approx(valuesOf(own)[i]).epsilon(1e-12));
        CHECK(sigmoids[i] == Approx(valuesOf(own)[i]).epsilon(1e-12));
    }
    const auto two =
        probabilities(valuesOf(logitsOf(rows({0.7}, 1), AnswerForm::OneSigmoid)), Task::MultiClass);
    CHECK(two[0] == Approx(0.3).epsilon(1e-12));
    CHECK(two[1] == Approx(0.7).epsilon(1e-12));
    CHECK(valuesOf(logitsOf(rows({-2.5}, 1), AnswerForm::OneLogit)) == std::vector<double>{0, -2.5});
}

TEST_CASE("probabilities that were rounded to 0 or 1 have finite logits")
{
    for (const auto type : {at::kFloat, at::kDouble}) {
        for (const AnswerForm form : {AnswerForm::Probabilities, AnswerForm::Sigmoids}) {
            const at::Tensor ends = rows({0, 1}, 2).to(type).set_requires_grad(true);
            const at::Tensor logits = logitsOf(ends, form);
            CHECK(at::isfinite(logits).all().item<bool>());
            CHECK(logits[0][0].item<double>() < logits[0][1].item<double>() - 16);
        }
    }
}

TEST_CASE("large logits make no NaN of a sigmoid")
{
    CHECK(probabilities({-1e300, 1e300, 0}, Task::MultiLabel) == std::vector<double>{0, 1, 0.5});
}

TEST_CASE("what a network answers is told with it")
{
    NetworkInfo sigmoids;
    describeAnswers(sigmoids, AnswerForm::Sigmoids, 7);
    CHECK(sigmoids.classCount == 7);
    CHECK(sigmoids.task == Task::MultiLabel);
    CHECK(sigmoids.notes == Notes{Note::SigmoidsInside});
    NetworkInfo one;
    describeAnswers(one, AnswerForm::OneLogit, 1);
    CHECK(one.classCount == 2);
    CHECK(one.task == Task::MultiClass);
    CHECK(one.notes == Notes{Note::OneOutput});
    NetworkInfo sigmoid;
    describeAnswers(sigmoid, AnswerForm::OneSigmoid, 1);
    CHECK(sigmoid.classCount == 2);
    CHECK(sigmoid.notes == Notes{Note::OneProbability});
}
