#include "ui/present/measuretexts.h"

#include "ui/present/percent.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Measures)
};

/// What one measure says of a map.
struct Said
{
    QString sentence; ///< empty where another measure says it
    QString caption;
    QString brief;
    QString shortest;
};

/// A measure. Title and explanation are in English.
struct MeasureText
{
    const char *name; ///< that of its traits
    const char *title;
    const char *explanation;
    QString (*value)(double);
    /// What it says of a map, of which all of this was measured. Null where it says its title and its value,
    /// and nothing under the picture.
    Said (*said)(const TakenMeasures &taken) = nullptr;
};

double valueIn(const TakenMeasures &taken, const std::string &name)
{
    const Measured *found = measuredBy(name, taken);
    return found ? found->value : 0;
}

QString yesOrNo(double value) { return value > 0 ? Texts::tr("yes") : Texts::tr("no"); }

/// Of a share that has no upper limit.
QString percentOrMore(double value) { return std::isfinite(value) ? percent(value) : QStringLiteral("∞"); }

/// "0.52", "−0.01"; what rounds to 0 has no sign.
QString twoDecimals(double value)
{
    const QString size = QString::number(std::abs(value), 'f', 2);
    return value < 0 && size != QStringLiteral("0.00") ? QStringLiteral("−") + size : size;
}

/// Energy and peak in one: how well the map points at the food.
Said onFood(const TakenMeasures &taken)
{
    const QString share = percent(valueIn(taken, "energy"));
    if (valueIn(taken, "peak-inside") > 0) {
        return {Texts::tr("%1 of the map lies on the food, and so does its highest value.").arg(share),
            Texts::tr("%1 on food, peak inside").arg(share), Texts::tr("%1 on food ✓").arg(share),
            share + QStringLiteral(" ✓")};
    }
    return {Texts::tr("%1 of the map lies on the food; its highest value lies outside of it.").arg(share),
        Texts::tr("%1 on food, peak outside").arg(share), Texts::tr("%1 on food ✗").arg(share),
        share + QStringLiteral(" ✗")};
}

Said nothing(const TakenMeasures & /*taken*/) { return {}; }

constexpr std::array measureTexts{
    MeasureText{"energy", QT_TRANSLATE_NOOP("Measures", "energy on food"),
        QT_TRANSLATE_NOOP("Measures", "This is the part of the sum of the map that lies on the food."),
        percent, onFood},
    MeasureText{"peak-inside", QT_TRANSLATE_NOOP("Measures", "peak on food"),
        QT_TRANSLATE_NOOP("Measures", "This says whether the map is highest on the food."), yesOrNo,
        nothing}, // the energy says it
    MeasureText{"sparseness", QT_TRANSLATE_NOOP("Measures", "sparseness"),
        QT_TRANSLATE_NOOP("Measures",
            "This is the Gini index of the map. It is 0 where all pixels have the same value, and near 1 "
            "where "
            "a few pixels hold everything. It does not say whether the map is right."),
        twoDecimals},
    MeasureText{"rank-accuracy", QT_TRANSLATE_NOOP("Measures", "hottest pixels on food"),
        QT_TRANSLATE_NOOP("Measures",
            "Of as many of the hottest pixels as the food has, this is the share that lies on the food."),
        percent, nothing}, // beside the energy it is one number too many
    MeasureText{"completeness-error", QT_TRANSLATE_NOOP("Measures", "missing from the sum"),
        QT_TRANSLATE_NOOP("Measures",
            "The values of the map shall add up to the score, less that of the baseline. This is how much of "
            "it is missing or too much."),
        percentOrMore, nothing}, // the caption says the sum
    MeasureText{"top-hidden", QT_TRANSLATE_NOOP("Measures", "probability without the hottest pixels"),
        QT_TRANSLATE_NOOP("Measures",
            "This is the probability of the class with the hottest tenth of the pixels hidden in black. The "
            "network has never seen such pictures: compare it with that of random maps."),
        percent},
    MeasureText{"insertion-deletion", QT_TRANSLATE_NOOP("Measures", "insertion less deletion"),
        QT_TRANSLATE_NOOP("Measures",
            "This is the area under the insertion curve less that under the deletion curve. It is near 0 "
            "for a random map, and high where the hottest pixels matter most to the network."),
        twoDecimals},
    MeasureText{"deletion", QT_TRANSLATE_NOOP("Measures", "deletion"),
        QT_TRANSLATE_NOOP("Measures",
            "This is the mean probability of the class as pixels are hidden in black, the hottest first. "
            "Random noise of single pixels makes it low, too."),
        twoDecimals},
    MeasureText{"insertion", QT_TRANSLATE_NOOP("Measures", "insertion"),
        QT_TRANSLATE_NOOP("Measures",
            "This is the mean probability of the class as pixels come back into a blurred photo, the hottest "
            "first."),
        twoDecimals},
    MeasureText{"road", QT_TRANSLATE_NOOP("Measures", "ROAD"),
        QT_TRANSLATE_NOOP("Measures",
            "Pixels are removed and filled in from around them. This is how much more the score of the class "
            "falls without the hottest pixels than without the coldest, halved."),
        twoDecimals},
    MeasureText{"average-drop", QT_TRANSLATE_NOOP("Measures", "average drop"),
        QT_TRANSLATE_NOOP("Measures",
            "The photo is multiplied by the map. This is the part of the probability of the class that is "
            "lost. A map of the whole photo loses nothing, so look at the area of the map as well."),
        percent},
    MeasureText{"increase", QT_TRANSLATE_NOOP("Measures", "increase in confidence"),
        QT_TRANSLATE_NOOP("Measures",
            "The photo is multiplied by the map. This says whether the class becomes more probable."),
        yesOrNo},
    MeasureText{"average-gain", QT_TRANSLATE_NOOP("Measures", "average gain"),
        QT_TRANSLATE_NOOP("Measures",
            "The photo is multiplied by the map. This is the part that is gained of the probability that was "
            "missing."),
        percent},
    MeasureText{"max-sensitivity", QT_TRANSLATE_NOOP("Measures", "max-sensitivity"),
        QT_TRANSLATE_NOOP("Measures",
            "This is how much of the map changes at most with noise in the photo that nobody sees."),
        percentOrMore},
    MeasureText{"weight-dependence", QT_TRANSLATE_NOOP("Measures", "likeness with random weights"),
        QT_TRANSLATE_NOOP("Measures",
            "This is the rank correlation of the map with that of the same network with random weights. Near "
            "1, the map shows the photo more than the network."),
        twoDecimals},
};

const MeasureText *textOf(const Measure &measure)
{
    const std::string name = measure.traits().name;
    const auto found =
        std::ranges::find_if(measureTexts, [&name](const MeasureText &text) { return name == text.name; });
    return found == measureTexts.end() ? nullptr : &*found;
}

/// Of a title and a value, as the beginning of a line.
QString titleAndValue(const TakenMeasure &taken)
{
    QString title = measureTitle(*taken.measure);
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return Texts::tr("%1: %2").arg(title, measureValue(*taken.measure, taken.measured.value));
}

/// Adds to what is said already.
void addTo(QString &said, const QString &more)
{
    if (!said.isEmpty() && !more.isEmpty())
        said += QStringLiteral(" · ");
    said += more;
}

} // namespace

QString measureTitle(const Measure &measure)
{
    const MeasureText *text = textOf(measure);
    return text ? Texts::tr(text->title) : QString();
}

QString measureExplanation(const Measure &measure)
{
    const MeasureText *text = textOf(measure);
    return text ? Texts::tr(text->explanation) : QString();
}

QString measureValue(const Measure &measure, double value)
{
    const MeasureText *text = textOf(measure);
    return text ? text->value(value) : QString();
}

QString measureMean(const Measure &measure, double mean)
{
    const MeasureText *text = textOf(measure);
    if (!text)
        return {};
    return text->value == yesOrNo ? percent(mean) : text->value(mean);
}

MeasureWords measureWords(const TakenMeasures &taken)
{
    MeasureWords words;
    for (const TakenMeasure &one : taken) {
        const MeasureText *text = textOf(*one.measure);
        if (!text)
            continue;
        const QString line = titleAndValue(one);
        const Said said = text->said ? text->said(taken) : Said{line, {}, {}, {}};
        if (!said.sentence.isEmpty())
            words.sentences << said.sentence;
        addTo(words.caption, said.caption);
        addTo(words.brief, said.brief);
        addTo(words.shortest, said.shortest);
        words.explanations << line + u'\n' + measureExplanation(*one.measure);
    }
    return words;
}

} // namespace convscope
