#include "core/network/evaluation.h"

#include "core/network/prediction.h"

#include <cmath>
#include <numeric>

namespace convscope {

Evaluation::Evaluation(int classes, std::size_t photos)
    : confusion(std::size_t(classes), std::vector<int>(std::size_t(classes), 0))
    , predicted(photos)
    , confidence(photos, 0)
{
}

void Evaluation::add(std::size_t photo, std::optional<int> label, int answer, float probability)
{
    predicted[photo] = answer;
    confidence[photo] = probability;
    ++images;
    if (label && *label >= 0 && *label < int(confusion.size())) {
        ++labelled;
        correct += answer == *label;
        ++confusion[std::size_t(*label)][std::size_t(answer)];
    }
}

double Evaluation::accuracy() const { return labelled == 0 ? 0 : double(correct) / labelled; }

bool Evaluation::mayBeChance() const
{
    constexpr int fewest = 30;
    if (labelled < fewest || confusion.size() < 2)
        return false;
    const double share = 1.0 / double(confusion.size());
    return correct <= labelled * share + 2 * std::sqrt(labelled * share * (1 - share));
}

int Evaluation::imagesOf(int trueClass) const
{
    const std::vector<int> &row = confusion.at(std::size_t(trueClass));
    return std::accumulate(row.begin(), row.end(), 0);
}

int Evaluation::correctOf(int trueClass) const
{
    return confusion.at(std::size_t(trueClass)).at(std::size_t(trueClass));
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
        m_result.failed.push_back({ref.file, error});
    }
    return m_next < m_photos.size();
}

Progress EvaluationRun::progress() const { return {int(m_next), int(m_photos.size())}; }

} // namespace convscope
