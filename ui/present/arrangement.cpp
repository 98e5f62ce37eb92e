#include "ui/present/arrangement.h"

#include "ui/present/paths.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace convscope {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

unsigned char lower(char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

/// Takes the digits at the front of a name; zeros in front of a number do not count.
std::string_view takeNumber(std::string_view &name)
{
    const auto end = std::size_t(std::find_if_not(name.begin(), name.end(), isDigit) - name.begin());
    std::string_view number = name.substr(0, end);
    name.remove_prefix(end);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

/// Below zero where a comes before b, above where after.
int compared(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view first = takeNumber(a);
            const std::string_view second = takeNumber(b);
            if (first.size() != second.size())
                return first.size() < second.size() ? -1 : 1;
            if (const int order = first.compare(second); order != 0)
                return order;
            continue;
        }
        if (lower(a.front()) != lower(b.front()))
            return lower(a.front()) < lower(b.front()) ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return int(!a.empty()) - int(!b.empty());
}

/// What the arrangement asks of each photo of a set.
class Photos
{
public:
    Photos(const PhotoSet &set, const Verdicts &verdicts, const Arrangement &asked)
        : m_set(set)
        , m_verdicts(verdicts)
        , m_asked(asked)
    {
    }

    bool passes(int place) const
    {
        const PhotoRef &photo = m_set.photos[std::size_t(place)];
        if (m_asked.trueClass && !isOf(photo, *m_asked.trueClass))
            return false;
        if (!passesVerdict(photo, verdict(place)))
            return false;
        return m_asked.name.isEmpty()
            || displayText(photo.file.filename()).contains(m_asked.name, Qt::CaseInsensitive);
    }

    bool isOf(const PhotoRef &photo, int trueClass) const
    {
        if (m_set.labels.areComparable)
            return photo.label == trueClass;
        return trueClass < int(m_set.classes.size())
            && photo.ownClass == m_set.classes[std::size_t(trueClass)];
    }

    void sort(std::vector<int> &places) const
    {
        switch (m_asked.order) {
        case PhotoOrder::Folder:
            return;
        case PhotoOrder::Name:
            std::ranges::stable_sort(
                places, comesBefore, [this](int place) { return nameOf(m_set.photos[std::size_t(place)]); });
            return;
        case PhotoOrder::LeastConfident:
            sortKnown(places, [](int, const Verdict &verdict) { return verdict.confidence; });
            return;
        case PhotoOrder::MostConfident:
            sortKnown(places, [](int, const Verdict &verdict) { return -verdict.confidence; });
            return;
        case PhotoOrder::PredictedClass:
            sortKnown(places, [](int, const Verdict &verdict) { return float(verdict.predicted); });
            return;
        case PhotoOrder::WrongFirst:
            sortKnown(places, [this](int place, const Verdict &verdict) {
                const std::optional<int> label = m_set.photos[std::size_t(place)].label;
                return label && *label != verdict.predicted ? -1 - verdict.confidence : -verdict.confidence;
            });
            return;
        }
    }

private:
    Verdict verdict(int place) const
    {
        return std::size_t(place) < m_verdicts.size() ? m_verdicts[std::size_t(place)] : Verdict{};
    }

    bool passesVerdict(const PhotoRef &photo, const Verdict &verdict) const
    {
        if (m_asked.predictedClass && verdict.predicted != *m_asked.predictedClass)
            return false;
        if (m_asked.correctness != Correctness::Any) {
            const bool right = photo.label == verdict.predicted;
            if (!verdict.known() || !photo.label || right != (m_asked.correctness == Correctness::Right))
                return false;
        }
        if (m_asked.minConfidence <= 0 && m_asked.maxConfidence >= 1)
            return true;
        return verdict.known() && verdict.confidence >= float(m_asked.minConfidence)
            && verdict.confidence <= float(m_asked.maxConfidence);
    }

    /// By what `key` makes of a verdict, the smallest first; photos without one last.
    template <typename Key> void sortKnown(std::vector<int> &places, Key key) const
    {
        std::ranges::stable_sort(places, {}, [&](int place) {
            const Verdict known = verdict(place);
            return std::pair(!known.known(), known.known() ? key(place, known) : 0);
        });
    }

    const PhotoSet &m_set;
    const Verdicts &m_verdicts;
    const Arrangement &m_asked;
};

} // namespace

bool Arrangement::asksForVerdicts() const
{
    return predictedClass || correctness != Correctness::Any || minConfidence > 0 || maxConfidence < 1
        || (order != PhotoOrder::Folder && order != PhotoOrder::Name);
}

Arrangement Arrangement::withoutVerdicts() const
{
    Arrangement left;
    left.name = name;
    left.trueClass = trueClass;
    left.order = order == PhotoOrder::Name ? PhotoOrder::Name : PhotoOrder::Folder;
    return left;
}

bool Arrangement::filters() const { return !name.isEmpty() || filterCount() > 0; }

int Arrangement::filterCount() const
{
    return int(trueClass.has_value()) + int(predictedClass.has_value()) + int(correctness != Correctness::Any)
        + int(minConfidence > 0 || maxConfidence < 1);
}

QStringList ownClassesOf(const PhotoSet &set)
{
    QStringList classes;
    if (set.labels.areComparable)
        return classes;
    for (const std::string &name : set.classes)
        classes << displayText(name);
    return classes;
}

std::vector<int> arranged(const PhotoSet &set, const Verdicts &verdicts, const Arrangement &asked)
{
    const Photos photos(set, verdicts, asked);
    std::vector<int> places;
    for (int place = 0; place < int(set.photos.size()); ++place) {
        if (photos.passes(place))
            places.push_back(place);
    }
    photos.sort(places);
    return places;
}

bool comesBefore(std::string_view a, std::string_view b) { return compared(a, b) < 0; }

std::string_view nameOf(const PhotoRef &photo)
{
    const std::string_view path = photo.file.native();
    return path.substr(path.rfind('/') + 1); // 0 where there is no folder
}

} // namespace convscope
