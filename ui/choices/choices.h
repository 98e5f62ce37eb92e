#pragma once

#include "ui/choices/photochoice.h"
#include "ui/choices/phototargets.h"
#include "ui/present/arrangement.h"
#include "ui/present/row.h"
#include "ui/present/session.h"

#include <QObject>
#include <filesystem>
#include <functional>

namespace convscope {

/// All that is chosen: the photos on the board, how the gallery arranges those that are open, the rows with
/// their questions and looks, layer and filter of the network panel, which rows follow unless they are held,
/// the classes explained to single photos, and whether slow rows start by themselves. Panels and menus edit
/// it and hear it, as do the board, undo and the session. It outlives whatever is seen. GUI thread only.
class Choices : public QObject
{
    Q_OBJECT
public:
    enum class What
    {
        Open, ///< the photos that can be selected; Photos is told as well where the choice differs
        Photos, ///< which are pinned or selected, or their labels
        Arrangement,
        Rows, ///< what they ask, how they look, their number or order
        Selection, ///< which row is selected
        Filter, ///< layer or filter of the network panel; Rows is told as well where rows follow
        Targets, ///< of single photos
        Automatic,
        Outline,
    };

    /// What there is no room for.
    enum class Full
    {
        Board,
        Pins,
    };

    explicit Choices(QObject *parent = nullptr);

    // Photos.

    const PhotoChoice &photos() const { return m_photos; }
    /// Opens and chooses at once: what differs is told when all is in place. A filter by a class of the
    /// folder's own goes where these classes are others.
    void setPhotos(PhotoChoice photos);
    /// Pins the photo, or unpins it. Tells full() where no more photos can be pinned.
    void togglePin(const PhotoRef &photo);
    /// Selects the photo beside the others. Tells full() where the board has no room for it.
    void putOn(const PhotoRef &photo);
    /// The photo is neither selected nor pinned any more.
    void takeOff(const PhotoRef &photo);

    const Arrangement &arrangement() const { return m_arrangement; }
    void setArrangement(const Arrangement &arrangement);

    // Rows. A row that goes is remembered, so that the method comes back as it was.

    const QList<Row> &rows() const { return m_rows; }
    /// How the last row of each method was that has no row now.
    const QList<Row> &hidden() const { return m_hidden; }
    /// The place of the row with this key; −1 where it has gone.
    int placeOf(int key) const;
    bool has(const QString &id) const;

    /// A row of this method below the last one, as the last row of the method was, at the layer and filter of
    /// the panel. It is selected.
    void add(const MethodOptions &method);
    /// These rows, of which there are some, in place of all. Those that are not held take the layer and the
    /// filter of the panel. Where all of them explain one class, and so do those that were there, it is the
    /// class that was explained.
    void replaceRows(QList<Row> rows);
    /// The photo's own row, above the others.
    void addPhoto();
    void duplicate(int row);
    /// The last row stays.
    void remove(int row);
    void move(int from, int to);
    /// Of the rows with this id: one comes, before the first that follows it in the list of methods, or all
    /// go.
    void setShown(const QString &id, bool shown);

    void setQuestion(int row, const MethodOptions &question);
    void setLook(int row, const Look &look);
    /// Which network the row asks.
    void setNetwork(int row, AskedNetwork network);
    /// Changes the looks of all rows, also of those that are remembered.
    void changeLooks(const std::function<void(const Row &row, Look &look)> &change);
    /// Whether the row stays at its layer and filter. One that follows again takes those of the panel.
    void setHeld(int row, bool held);
    /// To the method's usual parameters; layer and filter stay.
    void reset(int row);
    void resetAll();
    /// How the last row of the method was, also of one that is hidden; at the layer and filter of the panel.
    MethodOptions latest(const MethodOptions &method) const;

    int selected() const { return m_selected; }
    void select(int row);

    // What all rows share.

    LayerId layer() const { return m_layer; }
    FilterId filter() const { return m_filter; }
    void setFilter(LayerId layer, FilterId filter);
    /// The class that all rows explain; none where they differ.
    std::optional<Target> target() const;
    void setTarget(const Target &target);

    /// The class that is explained to a photo whatever the rows say; none: as they say.
    std::optional<Target> targetOf(const std::filesystem::path &photo) const { return m_targets.of(photo); }
    void setTargetOf(const std::filesystem::path &photo, const std::optional<Target> &target);
    /// Takes these classes to another network; those that it has no place for are forgotten. Whether all have
    /// one.
    bool fitTargets(const std::function<std::optional<Target>(const Target &)> &fit);

    bool isAutomatic() const { return m_automatic; }
    void setAutomatic(bool automatic);
    bool hasOutline() const { return m_outline; }
    void setOutline(bool outline);

    /// Takes what a session says, all but the photos. The gallery stays as it is where the session says
    /// nothing of it.
    void take(const Session &session);
    /// Takes the photos of a session, as far as they are there, and nothing else.
    void takePhotos(const Session &session);
    /// Writes all of it into a session.
    void give(Session &session) const;
    /// Rows and remembered rows at once, e.g. fitted to another network.
    void setAll(const QList<Row> &rows, const QList<Row> &hidden, LayerId layer, FilterId filter);

Q_SIGNALS:
    void changed(Choices::What what);
    void full(Choices::Full what);

private:
    void changeRows(QList<Row> rows, bool remembers = true);
    QList<Row> withKeys(QList<Row> rows);
    void remember(const Row &gone);
    void setTargets(const PhotoTargets &targets);
    bool isPlace(int row) const { return row >= 0 && row < m_rows.size(); }
    static std::optional<Target> commonTarget(const QList<Row> &rows);
    Row atPanel(Row row) const;
    int freshKey() { return ++m_lastKey; }

    PhotoChoice m_photos;
    Arrangement m_arrangement;
    QList<Row> m_rows;
    QList<Row> m_hidden;
    int m_selected = 0;
    int m_lastKey = 0;
    LayerId m_layer;
    FilterId m_filter;
    PhotoTargets m_targets;
    bool m_automatic = true;
    bool m_outline = true;
};

/// Sets layer and filter in a question that has them.
void setFilterOf(MethodOptions &question, LayerId layer, FilterId filter);

} // namespace convscope
