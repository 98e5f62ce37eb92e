#include "core/network/evaluation.h"

#include "core/network/prediction.h"

#include <numeric>

namespace convscope {

double Evaluation::accuracy() const { return labelled == 0 ? 0 : double(correct) / labelled; }

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
{
    const auto classes = std::size_t(network.info().classCount);
    m_result.confusion.assign(classes, std::vector<int>(classes, 0));
    m_result.predicted.resize(m_photos.size());
}

bool EvaluationRun::step()
{
    if (m_next == m_photos.size())
        return false;
    const std::size_t index = m_next++;
    const PhotoRef &ref = m_photos[index];
    try {
        const Photo photo = loadPhoto(ref, m_network.info().input);
        const int predicted = predict(m_network, photo.input).best();
        m_result.predicted[index] = predicted;
        ++m_result.images;
        if (ref.label && *ref.label >= 0 && *ref.label < m_network.info().classCount) {
            ++m_result.labelled;
            m_result.correct += predicted == *ref.label;
            ++m_result.confusion[std::size_t(*ref.label)][std::size_t(predicted)];
        }
    } catch (const Error &error) {
        m_result.failed.push_back({ref.file, error});
    }
    return m_next < m_photos.size();
}

Progress EvaluationRun::progress() const { return {int(m_next), int(m_photos.size())}; }

} // namespace convscope
