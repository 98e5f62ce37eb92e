#pragma once

#include "core/explain/askednetwork.h"
#include "core/explain/methods.h"
#include "ui/present/look.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace convscope {

/// A row of the board and of a figure: the photo itself, or a question that is asked about each photo.
struct Row
{
    std::optional<MethodOptions> question = {}; ///< none: the photo itself
    Look look = {};
    /// Whether layer and filter are the row's own. Else they are those of the network panel.
    bool held = false;
    /// Which network is asked where a second one is open; the photo itself is A's.
    AskedNetwork network = AskedNetwork::First;
    /// Tells the rows of one board apart while they move and change. It is not written, and not compared.
    int key = 0;

    bool isPhoto() const { return !question; }
    bool isDifference() const { return question && network == AskedNetwork::Difference; }
    bool isSlow() const { return question && convscope::isSlow(*question); }
    /// Whether there is a layer or a filter that can be held.
    bool canBeHeld() const { return question && fieldOf<LayerId>(*question); }

    bool operator==(const Row &other) const
    {
        return question == other.question && look == other.look && held == other.held
            && network == other.network;
    }
};

/// A row as it is added: the method with its usual look.
Row newRow(const MethodOptions &question);

/// The notebook's five: photo, saliency, activation, feature visualisation, LIME.
QList<Row> standardRows();

/// What a row is called on the command line, in sessions and in the names of files: "photo", "saliency",
/// "filter".
QString id(const Row &row);
QString id(const std::optional<MethodOptions> &question);

/// The ids, with a number behind that of a row which another has above: "lime", "lime-2".
QStringList distinctIds(const QList<Row> &rows);

/// The row of this id with its defaults; none where there is no such method.
std::optional<Row> rowWithId(const QString &id);
/// All ids, "photo" first.
QStringList allIds();

/// What kind of answer its cells show; none of the photo itself.
std::optional<AnswerKind> kindOf(const Row &row);

/// "network A", "network B", "A − B", translated.
QString networkWords(AskedNetwork network);

/// The row's heading for people, translated; with the network where that is not the first.
QString title(const Row &row);

/// The titles; with the row's detail behind that of a row which shares its title: "LIME (true class, 30
/// samples)".
QStringList distinctTitles(const QList<Row> &rows);

/// One sentence: what the row shows and what it does not, translated.
QString explanation(const Row &row);

/// Whether colour map, scale, opacity and contours mean something: the row shows a map of one value a pixel,
/// or can.
bool hasMapLook(const Row &row);
/// Whether that map has its zero in the middle.
bool isSigned(const Row &row);

} // namespace convscope
