#pragma once

#include "core/network/prediction.h"
#include "ui/present/colours.h"
#include "ui/present/view.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

namespace convscope {

// The board as values: what the window shows and what a figure prints, so that both say and draw the same.

struct BoardCell
{
    QImage picture; ///< null while there is no answer
    QString caption; ///< one line
    QStringList notes; ///< sentences
    QString error; ///< a sentence; the picture is null then
};

struct BoardColumn
{
    QString title; ///< the photo's name without its ending
    QString trueClass; ///< empty where unknown
    QString predictedClass; ///< with its probability, e.g. "Egg 93 %"; empty while unknown
    QColor trueColour;
    QColor predictedColour;
    bool known = false; ///< both classes are known
    bool right = false; ///< and they agree
    QList<BoardCell> cells; ///< one a row
};

/// What a colour means in a row.
struct LegendEntry
{
    QColor colour;
    QString text;
};

struct BoardRow
{
    QString title;
    QString detail; ///< second line, e.g. "layer 15, filter 0"; may be empty
    QList<LegendEntry> legend;
    bool colourBar = false; ///< the row's maps are in viridis, each from its own low to its own high
};

struct Board
{
    QList<BoardRow> rows;
    QList<BoardColumn> columns;
};

/// Title and classes of a column; its cells are left empty. `label` and `prediction` may be missing.
BoardColumn columnFor(const QString &title, std::optional<int> label, const Prediction *prediction,
    const QStringList &classNames);

/// `options` may be null where the view asks nothing.
BoardRow rowFor(View view, const MethodOptions *options, Colours colours = Colours::Board);

BoardCell photoCell(const Photo &photo);
BoardCell answerCell(const Answer &answer, const MethodOptions &options, const Photo &photo,
    const QStringList &classNames, Colours colours);

} // namespace convscope
