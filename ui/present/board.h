#pragma once

#include "core/data/photoset.h"
#include "core/explain/measure.h"
#include "core/image/image.h"
#include "core/network/networkmatch.h"
#include "core/network/prediction.h"
#include "ui/present/evidencetexts.h"
#include "ui/present/measuretexts.h"
#include "ui/present/row.h"
#include "ui/present/session.h"
#include "ui/present/topclasses.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QPainterPath>
#include <QString>
#include <QStringList>
#include <vector>

namespace convscope {

// The board as values: what the window shows and what a figure prints, so that both say and draw the same.

struct BoardCell
{
    QImage picture; ///< null while there is no answer
    QString caption; ///< one line
    QString brief; ///< the most important part of it, where it does not fit
    QString description; ///< of what can be seen, for those who cannot
    MeasureWords measured; ///< empty where nothing could be measured of the answer
    EvidenceWords evidence; ///< empty where it was not asked for, or there is none
    TakenMeasures evidenceNumbers; ///< what it follows from
    QPainterPath outline; ///< of the food, in a unit square over the picture; empty where none is drawn
    QPainterPath contours; ///< of the map, likewise
    QStringList notes; ///< sentences
    QString error; ///< a sentence; the picture is null then
};

struct BoardColumn
{
    QString title; ///< the photo's name without its ending
    QString trueClass; ///< empty where unknown
    QString predictedClass; ///< with its probability, e.g. "Egg 93 %"; empty while unknown
    QString probability; ///< alone, e.g. "93 %"
    QColor trueColour; ///< invalid where the true class is none of the network's
    QColor predictedColour;
    bool known = false; ///< both classes are known
    bool right = false; ///< and they agree
    QString secondClass; ///< what a second network predicts, with its probability; empty where there is none
    QString secondProbability; ///< alone
    QColor secondColour; ///< invalid where that class is none of the first network's
    QList<TopClass> top; ///< the likeliest classes; empty while unknown
    QList<TopClass> secondTop; ///< those of a second network
    QList<BoardCell> cells; ///< one a row
};

/// What a colour means in a row.
struct LegendEntry
{
    QColor colour;
    QString text;
    Qt::BrushStyle fill = Qt::SolidPattern;
};

/// What the colours of a row's maps stand for.
struct ColourBar
{
    ColourMap map = ColourMap::Viridis;
    QString low; ///< a number where all photos share the scale, else the word
    QString high;
    double opacity = 1; ///< of the highest value over the photo; the low ones are clearer still
};

struct BoardRow
{
    QString title;
    QString detail; ///< second line, e.g. "layer 15, filter 0"; may be empty
    bool held = false; ///< its layer and filter are its own, not those of the network panel
    QList<LegendEntry> legend;
    std::optional<ColourBar> colourBar;
    QStringList remarks = {}; ///< what else is to be known of how the maps are drawn
};

struct Board
{
    QList<BoardRow> rows;
    QList<BoardColumn> columns;
};

/// Title and classes of a column; its cells are left empty. The photo's class and `prediction` may be
/// missing. A class that is none of the network's is shown under the name that its folder gives it, and not
/// compared.
BoardColumn columnFor(
    const QString &title, const PhotoRef &photo, const Prediction *prediction, const QStringList &classNames);

/// Adds what the second network, whose classes have these names, says to the photo.
void addSecond(BoardColumn &column, const PhotoRef &photo, const Prediction &prediction,
    const QStringList &classNames, const NetworkMatch &match);

/// `scale` is the one that the row's photos share, if they do.
BoardRow rowFor(const Row &row, const std::optional<Range> &scale = {});

/// What was measured of its pictures, of those that have some.
std::vector<PictureEvidence> evidenceOf(const Board &board);

BoardCell photoCell(const Photo &photo, const Look &look = {});
/// `classNames` are those of the network that was asked: A's of a difference.
BoardCell answerCell(const MeasuredAnswer &measured, const MethodOptions &options, const Photo &photo,
    const QStringList &classNames, const Look &look = {}, const std::optional<Range> &scale = {},
    AskedNetwork asked = AskedNetwork::First);

} // namespace convscope
