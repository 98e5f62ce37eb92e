#include "core/engine/network/answers.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

bool areWithin01(const at::Tensor &answers)
{
    return answers.ge(0).logical_and(answers.le(1)).all().item<bool>();
}

bool addUpTo1(const at::Tensor &answers)
{
    constexpr double rounding = 1e-4;
    return (answers.sum(1) - 1).abs().max().item<double>() < rounding;
}

/// A network that says the same to everything tells nothing of what its numbers are.
bool vary(const at::Tensor &answers)
{
    return answers.size(0) == 1 || !at::equal(answers.amin(0), answers.amax(0));
}

/// The logit of a probability. One that has been rounded to 0 or 1 would have none.
at::Tensor logOdds(const at::Tensor &probabilities)
{
    const double step = probabilities.scalar_type() == at::kDouble ? 0x1p-53 : 0x1p-24; // below 1
    constexpr double smallest = 1e-37; // of which float32 has a logarithm
    const at::Tensor kept = probabilities.clamp(smallest, 1 - step);
    return kept.log() - (-kept).log1p();
}

} // namespace

AnswerForm formOf(const at::Tensor &answers)
{
    const bool isOne = answers.size(1) == 1;
    if (!areWithin01(answers))
        return isOne ? AnswerForm::OneLogit : AnswerForm::Logits;
    if (!isOne && addUpTo1(answers))
        return AnswerForm::Probabilities;
    if (!vary(answers))
        return isOne ? AnswerForm::OneLogit : AnswerForm::Logits;
    return isOne ? AnswerForm::OneSigmoid : AnswerForm::Sigmoids;
}

at::Tensor logitsOf(const at::Tensor &answers, AnswerForm form)
{
    switch (form) {
    case AnswerForm::Logits:
        break;
    case AnswerForm::Probabilities: {
        // softmax(log p) = p, so log p are logits of the same answer.
        constexpr double smallest = 1e-37; // of which float32 has a logarithm
        return answers.clamp_min(smallest).log();
    }
    case AnswerForm::Sigmoids:
        return logOdds(answers);
    case AnswerForm::OneLogit: // softmax of (0, x) is (1 − sigmoid(x), sigmoid(x))
        return at::cat({at::zeros_like(answers), answers}, 1);
    case AnswerForm::OneSigmoid: {
        const at::Tensor logit = logOdds(answers);
        return at::cat({at::zeros_like(logit), logit}, 1);
    }
    }
    return answers;
}

void describeAnswers(NetworkInfo &info, AnswerForm form, int numbers)
{
    info.classCount = numbers;
    switch (form) {
    case AnswerForm::Logits:
        break;
    case AnswerForm::Probabilities:
        info.notes.push_back(Note::SoftmaxInside);
        break;
    case AnswerForm::Sigmoids:
        info.task = Task::MultiLabel;
        info.notes.push_back(Note::SigmoidsInside);
        break;
    case AnswerForm::OneLogit:
    case AnswerForm::OneSigmoid:
        info.classCount = 2;
        info.notes.push_back(form == AnswerForm::OneLogit ? Note::OneOutput : Note::OneProbability);
        break;
    }
}

} // namespace convscope
