#include "core/explain/evaluation.h"

#include "core/explain/survey.h"

#include <cmath>
#include <numeric>

namespace convscope {

namespace {

bool isKnown(std::optional<int> label, int classes) { return label && *label >= 0 && *label < classes; }

} // namespace

Evaluation::Evaluation(int classes, std::size_t photos)
    : classCount(classes)
    , predicted(photos)
    , confidence(photos, 0)
{
}

void Evaluation::add(std::size_t photo, std::optional<int> label, int answer, float probability)
{
    predicted[photo] = answer;
    confidence[photo] = probability;
    ++images;
    if (isKnown(label, classCount)) {
        ++labelled;
        correct += answer == *label;
        ++counts[{*label, answer}];
    }
}

void Evaluation::remove(std::size_t photo, std::optional<int> label)
{
    if (!predicted[photo])
        return;
    const int answer = *std::exchange(predicted[photo], std::nullopt);
    confidence[photo] = 0;
    --images;
    if (isKnown(label, classCount)) {
        --labelled;
        correct -= answer == *label;
        const auto counted = counts.find({*label, answer});
        if (--counted->second == 0)
            counts.erase(counted);
    }
}

double Evaluation::accuracy() const { return labelled == 0 ? 0 : double(correct) / labelled; }

bool Evaluation::mayBeChance() const
{
    constexpr int fewest = 30;
    if (labelled < fewest || classCount < 2)
        return false;
    const double share = 1.0 / classCount;
    return correct <= labelled * share + 2 * std::sqrt(labelled * share * (1 - share));
}

int Evaluation::imagesOf(int trueClass) const
{
    const std::vector<int> row = confusionOf(trueClass);
    return std::accumulate(row.begin(), row.end(), 0);
}

int Evaluation::correctOf(int trueClass) const
{
    const auto right = counts.find({trueClass, trueClass});
    return right == counts.end() ? 0 : right->second;
}

std::vector<int> Evaluation::confusionOf(int trueClass) const
{
    std::vector<int> row(std::size_t(classCount), 0);
    const auto end = counts.lower_bound({trueClass + 1, 0});
    for (auto pair = counts.lower_bound({trueClass, 0}); pair != end; ++pair)
        row[std::size_t(pair->first.second)] = pair->second;
    return row;
}

namespace {

/// Counts what a survey is told by the network.
class Counter : public SurveySink
{
public:
    Counter(int classes, std::size_t photos)
        : m_result(classes, photos)
    {
    }

    const Evaluation &result() const { return m_result; }

    void predicted(const SurveyedPhoto &photo, const Prediction &said) override
    {
        const int best = said.best();
        m_result.add(photo.place, photo.ref.label, best, float(said.probabilities[std::size_t(best)]));
    }

    void failed(const SurveyFailure &failure) override
    {
        m_result.failed.push_back({failure.ref.file, failure.error});
    }

private:
    Evaluation m_result;
};

} // namespace

struct EvaluationRun::State
{
    State(const Network &network, std::vector<PhotoRef> photos)
        : counter(network.info().classCount, photos.size())
        , survey(network, {.photos = std::move(photos), .predicts = true}, counter)
    {
    }

    Counter counter;
    Survey survey;
};

EvaluationRun::EvaluationRun(const Network &network, std::vector<PhotoRef> photos)
    : m_state(std::make_unique<State>(network, std::move(photos)))
{
}

EvaluationRun::~EvaluationRun() = default;

bool EvaluationRun::step() { return m_state->survey.step(); }

Progress EvaluationRun::progress() const { return m_state->survey.progress(); }

const Evaluation &EvaluationRun::result() const { return m_state->counter.result(); }

} // namespace convscope
