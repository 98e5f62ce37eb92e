#include "core/data/classnames.h"
#include "core/data/labelnames.h"
#include "core/data/photoset.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

namespace convscope {

namespace {

/// Of ten names, so many must fit before a rule is taken from them.
constexpr std::size_t nearlyAllOfTen = 9;

/// `<label>_<number>.<ending>`
std::optional<int> labelInName(std::string_view name)
{
    const std::size_t line = name.find('_');
    const std::size_t dot = name.rfind('.');
    if (line == std::string_view::npos || dot == std::string_view::npos || dot < line
        || !areDigits(name.substr(line + 1, dot - line - 1)))
        return {};
    return wholeNumber(name.substr(0, line));
}

/// "c07", "n01440764", "3": a code says nothing of what is in the pictures.
bool isCode(const std::string &name)
{
    return std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

bool areZeroToLast(const std::vector<std::string> &names)
{
    std::set<int> numbers;
    for (const std::string &name : names) {
        const std::optional<int> number = areDigits(name) ? wholeNumber(name) : std::nullopt;
        if (!number || *number >= int(names.size()))
            return false;
        numbers.insert(*number);
    }
    return numbers.size() == names.size();
}

/// What class folders of these names mean to a network.
struct FolderMeaning
{
    LabelRule rule = LabelRule::None;
    bool areComparable = true;
    std::vector<std::optional<int>> labels; ///< of each folder
};

class Labeller
{
public:
    Labeller(PhotoSet &set, const LabelQuestion &question)
        : m_set(set)
        , m_question(question)
    {
        const bool isTold = !question.classNames.empty();
        const std::vector<std::string> &presumed = food11ClassNames();
        if (isTold || question.classCount == int(presumed.size())) {
            const std::vector<std::string> &names = isTold ? question.classNames : presumed;
            for (std::size_t i = 0; i < names.size(); ++i)
                m_known.emplace(comparableName(names[i]), int(i)); // of equal names the first
        }
    }

    void run()
    {
        m_set.labels = {};
        m_set.labels.asked = m_question.asked;
        m_set.labels.networkClasses = m_question.classCount;
        m_set.classes.clear();
        for (PhotoRef &photo : m_set.photos) {
            photo.label.reset();
            photo.ownClass.clear();
        }
        takeRule();
        map();
        count();
    }

private:
    void takeRule()
    {
        const FolderLayout &layout = m_set.layout;
        if (m_question.asked == LabelsAsked::None)
            return;
        if (m_question.asked == LabelsAsked::Names) {
            m_set.labels.askedFits = takeFileNames();
        } else if (!layout.classFolders.empty()) {
            std::vector<std::string> names;
            for (const FolderLayout::ClassFolder &folder : layout.classFolders)
                names.push_back(folder.name);
            const FolderMeaning means = meaning(names);
            takeClassFolders(names, means);
            m_set.labels.askedFits = std::ranges::any_of(
                means.labels, [](const std::optional<int> &label) { return label.has_value(); });
        } else if (m_question.asked != LabelsAsked::Automatic) {
            m_set.labels.askedFits = takeNeighbours(true, true);
        } else if (!layout.isUnlabelled && layout.dataSets.empty()) {
            // Neighbours whose mere order would tell a class come last: what stands side by side need not be
            // classes.
            takeNeighbours(false, false) || takeFileNames() || takeNeighbours(true, false);
        }
    }

    std::optional<int> matched(const std::string &name) const
    {
        const auto known = m_known.find(comparableName(name));
        return known == m_known.end() ? std::nullopt : std::optional(known->second);
    }

    std::optional<int> belowCount(std::optional<int> label) const
    {
        return label && *label < m_question.classCount ? label : std::nullopt;
    }

    FolderMeaning meaning(const std::vector<std::string> &names) const
    {
        const LabelsAsked asked = m_question.asked;
        const bool isAutomatic = asked == LabelsAsked::Automatic;
        FolderMeaning meaning;
        if (asked != LabelsAsked::Numbers) {
            meaning.rule = LabelRule::FolderNames;
            for (const std::string &name : names)
                meaning.labels.push_back(matched(name));
            const auto found = std::size_t(std::ranges::count_if(
                meaning.labels, [](const std::optional<int> &label) { return label.has_value(); }));
            if (found > 0 && (2 * found >= names.size() || 2 * found >= m_known.size()))
                return meaning;
            // They name other classes, unless nobody told the network's or they are but codes.
            const bool isTold = !m_question.classNames.empty();
            meaning.areComparable = !isTold || std::ranges::all_of(names, isCode);
        }
        meaning.labels.clear();
        if (asked == LabelsAsked::Numbers || (isAutomatic && areZeroToLast(names))) {
            meaning.rule = LabelRule::FolderNumbers;
            for (const std::string &name : names)
                meaning.labels.push_back(belowCount(areDigits(name) ? wholeNumber(name) : std::nullopt));
        } else {
            meaning.rule = LabelRule::FolderOrder;
            for (std::size_t i = 0; i < names.size(); ++i)
                meaning.labels.push_back(belowCount(int(i)));
        }
        meaning.areComparable =
            !isAutomatic || (meaning.areComparable && int(names.size()) == m_question.classCount);
        return meaning;
    }

    void takeClassFolders(const std::vector<std::string> &names, const FolderMeaning &meaning)
    {
        adopt(names, meaning);
        std::size_t place = 0;
        for (std::size_t i = 0; i < names.size(); ++i) {
            for (; place < m_set.layout.classFolders[i].end; ++place)
                give(m_set.photos[place], names[i], meaning, i);
        }
    }

    /// Of a folder that is itself one of several class folders. A lone one is a class where its name is
    /// known.
    bool takeNeighbours(bool inOrder, bool isForced)
    {
        for (const Neighbours &neighbours : m_set.layout.neighbours) {
            const FolderMeaning means = meaning(neighbours.names);
            const bool isMatched =
                means.rule == LabelRule::FolderNames && means.labels[neighbours.self].has_value();
            const bool isNumbered = means.rule == LabelRule::FolderNumbers;
            const bool standsAmongClasses =
                isForced ? &neighbours == &m_set.layout.neighbours.front() : neighbours.areAll;
            const bool isPlaced = means.rule == LabelRule::FolderOrder && inOrder
                && neighbours.names.size() > 1 && standsAmongClasses;
            const bool isOne = isMatched || isInMap(neighbours.names[neighbours.self])
                || (means.areComparable && (isNumbered || isPlaced));
            if (!isOne || (isForced && !means.labels[neighbours.self]))
                continue;
            adopt(neighbours.names, means);
            for (PhotoRef &photo : m_set.photos)
                give(photo, neighbours.names[neighbours.self], means, neighbours.self);
            m_set.labels.unmatched.clear(); // they are not in this folder
            return true;
        }
        return false;
    }

    bool isInMap(const std::string &ownClass) const
    {
        return std::ranges::any_of(
            m_question.map, [&](const auto &entry) { return sameClassName(entry.first, ownClass); });
    }

    void adopt(const std::vector<std::string> &names, const FolderMeaning &meaning)
    {
        m_set.classes = names;
        m_set.labels.rule = meaning.rule;
        m_set.labels.areComparable = meaning.areComparable;
        if (!meaning.areComparable)
            return;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!meaning.labels[i])
                m_set.labels.unmatched.push_back(names[i]);
        }
    }

    static void give(
        PhotoRef &photo, const std::string &name, const FolderMeaning &meaning, std::size_t folder)
    {
        photo.ownClass = name;
        if (meaning.areComparable)
            photo.label = meaning.labels[folder];
    }

    bool takeFileNames()
    {
        const bool isForced = m_question.asked == LabelsAsked::Names;
        std::vector<std::optional<int>> told;
        for (const PhotoRef &photo : m_set.photos)
            told.push_back(labelInName(photo.file.filename().native()));
        const auto below = [&](int classes) {
            return std::size_t(std::ranges::count_if(
                told, [&](const std::optional<int> &label) { return label && *label < classes; }));
        };
        const auto nearlyAll = [&](int classes) {
            return 10 * below(classes) >= nearlyAllOfTen * told.size();
        };
        const int count = m_question.classCount;
        const int food = int(food11ClassNames().size());
        if (isForced ? below(count) == 0 : !nearlyAll(count) && !nearlyAll(food))
            return false;
        m_set.labels.rule = LabelRule::FileNames;
        const bool areFoods = below(count) == below(food);
        // Labels that all are Food-11's belong to it; to a network of more classes they say nothing by
        // number.
        const bool areOthers = !isForced && (!nearlyAll(count) || (areFoods && count > food));
        const int largest = areOthers ? food : count;
        if (areOthers || count == food) {
            m_set.classes = food11ClassNames();
        } else {
            const auto last = std::ranges::max_element(told, {},
                [&](const std::optional<int> &label) { return label && *label < count ? *label : -1; });
            for (int i = 0; i <= **last; ++i)
                m_set.classes.push_back(std::to_string(i));
        }
        FolderMeaning names;
        if (areOthers)
            names = meaning(food11ClassNames());
        m_set.labels.areComparable = !areOthers || names.rule == LabelRule::FolderNames;
        for (std::size_t i = 0; i < told.size(); ++i) {
            if (!told[i] || *told[i] >= largest)
                continue;
            m_set.photos[i].ownClass = m_set.classes[std::size_t(*told[i])];
            if (m_set.labels.areComparable)
                m_set.photos[i].label = areOthers ? names.labels[std::size_t(*told[i])] : told[i];
        }
        return true;
    }

    /// What a map says goes before what the names say.
    void map()
    {
        const ClassFinder classes(m_question);
        std::map<std::string, std::optional<int>> meantBy; // comparable names
        for (const auto &[own, meant] : m_question.map)
            meantBy[comparableName(own)] = classes.find(meant);
        std::map<std::string, std::optional<int>> said; // by the folder's own names
        for (const std::string &name : m_set.classes) {
            if (const auto found = meantBy.find(comparableName(name)); found != meantBy.end())
                said.insert({name, found->second});
        }
        if (said.empty())
            return;
        for (PhotoRef &photo : m_set.photos) {
            if (const auto found = said.find(photo.ownClass); found != said.end())
                photo.label = found->second;
        }
        Labels &labels = m_set.labels;
        std::erase_if(labels.unmatched, [&](const std::string &name) { return said.contains(name); });
        if (!labels.areComparable && labels.rule != LabelRule::FileNames)
            std::ranges::copy_if(m_set.classes, std::back_inserter(labels.unmatched),
                [&](const std::string &name) { return !said.contains(name); });
        labels.areMapped = true;
        labels.areComparable = true;
    }

    void count()
    {
        Labels &labels = m_set.labels;
        labels.ownClasses = int(m_set.classes.size());
        if (labels.rule != LabelRule::None)
            labels.withoutClass = std::size_t(std::ranges::count_if(
                m_set.photos, [](const PhotoRef &photo) { return photo.ownClass.empty(); }));
    }

    PhotoSet &m_set;
    const LabelQuestion &m_question;
    std::map<std::string, int> m_known; ///< comparable class names, told or presumed, and their classes
};

} // namespace

void takeLabels(PhotoSet &set, const LabelQuestion &question) { Labeller(set, question).run(); }

} // namespace convscope
