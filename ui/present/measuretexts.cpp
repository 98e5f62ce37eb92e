#include "ui/present/measuretexts.h"

#include "ui/present/percent.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
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

std::optional<double> valueIn(const TakenMeasures &taken, const std::string &name)
{
    const auto isMeant = [&name](const TakenMeasure &one) { return name == one.measure->traits().name; };
    const auto found = std::ranges::find_if(taken, isMeant);
    return found == taken.end() ? std::nullopt : std::optional(found->measured.value);
}

QString yesOrNo(double value) { return value > 0 ? Texts::tr("yes") : Texts::tr("no"); }

QString twoDecimals(double value) { return QString::number(value, 'f', 2); }

/// Energy and peak in one: how well the map points at the food.
Said onFood(const TakenMeasures &taken)
{
    const QString share = percent(valueIn(taken, "energy").value_or(0));
    if (valueIn(taken, "peak-inside").value_or(0) > 0) {
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
