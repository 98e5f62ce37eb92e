#include "ui/present/comparedmethods.h"

#include <algorithm>

namespace convscope {

bool isComparable(const MethodOptions &method)
{
    return showsPlaces(traitsOf(method).answer) && !std::holds_alternative<RandomMapOptions>(method);
}

std::vector<MethodOptions> comparableOf(const std::vector<MethodOptions> &methods)
{
    std::vector<MethodOptions> chosen;
    for (const MethodOptions &method : methods) {
        const bool isThere = std::find(chosen.begin(), chosen.end(), method) != chosen.end();
        if (!isThere && isComparable(method))
            chosen.push_back(method);
    }
    return chosen;
}

std::vector<MethodOptions> questionsOf(const QList<Row> &rows)
{
    std::vector<MethodOptions> questions;
    for (const Row &row : rows) {
        if (row.question && row.network == AskedNetwork::First)
            questions.push_back(*row.question);
    }
    return questions;
}

std::vector<MeasurePtr> usualComparedMeasures()
{
    std::vector<MeasurePtr> measures;
    for (const char *name : {"insertion-deletion", "top-hidden", "average-drop", "sparseness"})
        measures.push_back(measureNamed(name));
    return measures;
}

} // namespace convscope
