#include "core/network/evaluation.h"

#include "core/network/prediction.h"

#include <cmath>
#include <ranges>

namespace convscope {

namespace {

bool isKnown(std::optional<int> label, int classes) { return label && *label >= 0 && *label < classes; }

auto pairsOf(const Evaluation::Counts &counts, int trueClass)
{
    return std::ranges::subrange(counts.lower_bound({trueClass, 0}), counts.lower_bound({trueClass + 1, 0}));
}

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
    int sum = 0;
    for (const auto &[pair, photos] : pairsOf(counts, trueClass))
        sum += photos;
    return sum;
}

int Evaluation::correctOf(int trueClass) const
{
    const auto right = counts.find({trueClass, trueClass});
    return right == counts.end() ? 0 : right->second;
}

std::vector<int> Evaluation::confusionOf(int trueClass) const
{
    std::vector<int> row(std::size_t(classCount), 0);
    for (const auto &[pair, photos] : pairsOf(counts, trueClass))
        row[std::size_t(pair.second)] = photos;
    return row;
}

EvaluationRun::EvaluationRun(const Network &network, std::vector<PhotoRef> photos)
    : m_network(network)
    , m_photos(std::move(photos))
    , m_result(network.info().classCount, m_photos.size())
{
}

bool EvaluationRun::step()
{
    if (m_next == m_photos.size())
        return false;
    const std::size_t index = m_next++;
    const PhotoRef &ref = m_photos[index];
    try {
        const Photo photo = loadPhoto(ref, m_network.info().input);
        const Prediction said = predict(m_network, photo.input);
        m_result.add(index, ref.label, said.best(), float(said.probabilities[std::size_t(said.best())]));
    } catch (const Error &error) {
        m_result.failed.push_back({ref.file, error.about(ref.file)});
    }
    return m_next < m_photos.size();
}

Progress EvaluationRun::progress() const { return {int(m_next), int(m_photos.size())}; }

} // namespace convscope
