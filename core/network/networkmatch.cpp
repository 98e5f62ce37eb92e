#include "core/network/networkmatch.h"

#include "core/error.h"

#include <algorithm>

namespace convscope {

namespace {

bool seeSame(const InputDescription &a, const InputDescription &b)
{
    const auto isGray = [](const InputDescription &input) {
        return input.channels == InputDescription::Channels::Gray;
    };
    return a.size.width == b.size.width && a.size.height == b.size.height && a.resize == b.resize
        && a.upright == b.upright && isGray(a) == isGray(b);
}

} // namespace

NetworkMatch::NetworkMatch(const NetworkInfo &first, const NetworkInfo &second)
    : m_inSecond(std::size_t(first.classCount))
    , m_inFirst(std::size_t(second.classCount))
    , m_names(first.input.classNames)
    , m_first(layersOf(first))
    , m_second(layersOf(second))
    , m_seesSamePicture(seeSame(first.input, second.input))
    , m_hasSameTask(first.task == second.task)
{
    const std::vector<std::string> &others = second.input.classNames;
    const bool areNamed = !m_names.empty() && !others.empty();
    if (areNamed && m_names != others)
        matchByName(m_names, others);
    else if (first.classCount == second.classCount)
        matchByNumber();
    if (shared() == 0)
        throw Error(ErrorKind::NoClassInCommon, second.file,
            {std::to_string(first.classCount), std::to_string(second.classCount)});
    m_hasSameClasses = first.classCount == second.classCount;
    for (int label = 0; m_hasSameClasses && label < first.classCount; ++label)
        m_hasSameClasses = classInSecond(label) == label;

    if (!m_hasSameClasses)
        m_notes.push_back({Note::ClassesByName,
            {std::to_string(shared()), std::to_string(first.classCount), std::to_string(second.classCount)}});
    else if (m_names.empty() != others.empty())
        m_notes.push_back(Note::ClassesByNumber);
    if (!m_seesSamePicture)
        m_notes.push_back(Note::OtherPicture);
    if (!m_hasSameTask)
        m_notes.push_back(Note::OtherScores);
}

/// Of several classes with one name, the first of A is the first of B, and so on.
void NetworkMatch::matchByName(const std::vector<std::string> &first, const std::vector<std::string> &second)
{
    for (std::size_t label = 0; label < first.size(); ++label) {
        for (std::size_t other = 0; other < second.size(); ++other) {
            if (m_inFirst[other] || first[label] != second[other])
                continue;
            m_inSecond[label] = int(other);
            m_inFirst[other] = int(label);
            break;
        }
    }
}

void NetworkMatch::matchByNumber()
{
    for (std::size_t label = 0; label < m_inSecond.size(); ++label) {
        m_inSecond[label] = int(label);
        m_inFirst[label] = int(label);
    }
}

int NetworkMatch::shared() const
{
    return int(std::count_if(m_inSecond.begin(), m_inSecond.end(),
        [](const std::optional<int> &label) { return label.has_value(); }));
}

std::vector<NetworkMatch::Named> NetworkMatch::layersOf(const NetworkInfo &info)
{
    std::vector<Named> layers;
    for (const Layer &layer : info.layers)
        layers.push_back({layer.name, layer.kind});
    return layers;
}

std::optional<int> NetworkMatch::classInSecond(int label) const
{
    return label >= 0 && std::size_t(label) < m_inSecond.size() ? m_inSecond[std::size_t(label)]
                                                                : std::nullopt;
}

std::optional<int> NetworkMatch::classInFirst(int label) const
{
    return label >= 0 && std::size_t(label) < m_inFirst.size() ? m_inFirst[std::size_t(label)] : std::nullopt;
}

int NetworkMatch::needClass(int label) const
{
    if (const std::optional<int> other = classInSecond(label))
        return *other;
    const bool isNamed = label >= 0 && std::size_t(label) < m_names.size();
    throw Error(
        ErrorKind::ClassNotInSecond, {}, {isNamed ? m_names[std::size_t(label)] : std::to_string(label)});
}

int NetworkMatch::layerInSecond(int layer) const
{
    if (layer < 0 || std::size_t(layer) >= m_first.size())
        throw Error(ErrorKind::NoSuchLayer, {}, {std::to_string(layer), std::to_string(m_first.size())});
    const Named &asked = m_first[std::size_t(layer)];
    const auto named = std::find_if(
        m_second.begin(), m_second.end(), [&asked](const Named &other) { return other.name == asked.name; });
    if (named != m_second.end())
        return int(named - m_second.begin());
    if (std::size_t(layer) < m_second.size() && m_second[std::size_t(layer)].kind == asked.kind)
        return layer;
    throw Error(ErrorKind::LayerNotInSecond, {}, {asked.name});
}

} // namespace convscope
