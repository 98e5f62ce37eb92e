#pragma once

#include "core/explain/measure.h"

#include <QString>
#include <QStringList>

namespace convscope {

// What is said of measures and of their values to people, translated. All of it stands in measuretexts.cpp:
// one row of a table for each measure. Cells, figures and tables read it from here.

/// What the measure is called in a table: "energy on food". Empty where the table has no row for it.
QString measureTitle(const Measure &measure);

/// What the value means, and what it does not, in one or two sentences.
QString measureExplanation(const Measure &measure);

/// How a value of the measure reads: "42 %", "yes", "0.62".
QString measureValue(const Measure &measure, double value);

/// How a mean of values of the measure reads: "42 %", "0.62". Of values that are yes or no it is a share.
QString measureMean(const Measure &measure, double mean);

/// What is said of a map that has been measured.
struct MeasureWords
{
    QStringList sentences; ///< "42 % of the map lies on the food, and so does its highest value."
    // Under a picture, for the room there is. Empty where what was measured is not worth a line there.
    QString caption; ///< "42 % on food, peak inside"
    QString brief; ///< "42 % on food ✓"
    QString shortest; ///< "42 % ✓"
    QStringList explanations; ///< of each value, with the value: "Sparseness: 0.62\nThis is …"

    bool operator==(const MeasureWords &) const = default;
};

MeasureWords measureWords(const TakenMeasures &taken);

} // namespace convscope
