#pragma once

#include "ui/choices/choices.h"

#include <QTest>
#include <algorithm>

namespace convscope {

// Tests speak of rows by their method, not by their place.

/// The place of the first row with this id; −1 where there is none.
inline int placeOf(const QList<Row> &rows, const QString &wanted)
{
    const auto found = std::ranges::find_if(rows, [&](const Row &row) { return id(row) == wanted; });
    return found == rows.end() ? -1 : int(found - rows.begin());
}

inline QStringList idsOf(const QList<Row> &rows)
{
    QStringList ids;
    for (const Row &row : rows)
        ids << id(row);
    return ids;
}

/// What the first row of this method asks. There must be one, or one that was removed.
template <typename Options> Options asked(const QList<Row> &rows, const QList<Row> &hidden = {})
{
    for (const QList<Row> *all : {&rows, &hidden}) {
        for (const Row &row : *all) {
            if (row.question && std::holds_alternative<Options>(*row.question))
                return std::get<Options>(*row.question);
        }
    }
    qFatal("no row of %s", methodName(Options()));
}

template <typename Options> Options asked(const Choices &choices)
{
    return asked<Options>(choices.rows(), choices.hidden());
}

/// Changes what the first row of this method asks.
template <typename Options, typename Change> void ask(Choices &choices, Change change)
{
    Options options = asked<Options>(choices.rows());
    change(options);
    choices.setQuestion(placeOf(choices.rows(), id(MethodOptions(options))), options);
}

inline void askForSamples(Choices &choices, int samples)
{
    ask<LimeOptions>(choices, [samples](LimeOptions &lime) { lime.samples = samples; });
}

inline void askForSteps(Choices &choices, int steps)
{
    ask<FeatureVisualisationOptions>(
        choices, [steps](FeatureVisualisationOptions &image) { image.iterations = steps; });
}

} // namespace convscope
