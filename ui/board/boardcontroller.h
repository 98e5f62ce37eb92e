#pragma once

#include "core/data/photoset.h"
#include "core/network/prediction.h"
#include "ui/board/desk.h"
#include "ui/board/questions.h"
#include "ui/present/board.h"
#include "ui/present/session.h"

#include <QObject>
#include <QTimer>
#include <vector>

namespace convscope {

/// How a cell of the board stands.
struct CellState
{
    enum class Phase
    {
        Empty, ///< nothing to show, and nothing on its way
        Waiting,
        Running,
        Done,
        Stopped, ///< by the user, or never started; has a picture where a partial answer is valid
        Failed,
    };
    Phase phase = Phase::Empty;
    Progress progress;
    bool outdated = false; ///< the picture answers an earlier question

    bool operator==(const CellState &other) const
    {
        return phase == other.phase && progress.done == other.progress.done
            && progress.total == other.progress.total && outdated == other.outdated;
    }
};

/// An answer on the board, with what it answers.
struct BoardResult
{
    int column = 0;
    int row = 0;
    MethodOptions options;
    std::shared_ptr<const Photo> photo;
    std::shared_ptr<const Answer> answer;
};

/// Keeps the board right: whatever is chosen, it loads photos, asks what is missing, the urgent first, and
/// drops what is wanted no more. Slow rows wait until the choice has rested for a moment.
class BoardController : public QObject
{
    Q_OBJECT
public:
    /// `networkLane` runs the network, `readers` read photos; both must outlive the controller.
    BoardController(Lane &networkLane, Lane &readers, QObject *parent = nullptr);

    /// Answers are kept by `identity`: networks of the same one give the same. Without it they begin anew.
    void setNetwork(std::shared_ptr<const Network> network, const QString &identity = {});
    /// The first `pinned` of them stay while others come and go.
    void setPhotos(const std::vector<PhotoRef> &photos, int pinned = 0);
    bool isPinned(int column) const { return column < m_pinned; }
    /// Asks for a column to be pinned, or not any more.
    void togglePin(int column) { Q_EMIT pinAsked(m_columns[std::size_t(column)].ref); }
    void setClassNames(const QStringList &classNames);
    void setQuestions(const Questions &questions);
    void setLook(View view, const Look &look);
    const Look &look(View view) const { return m_looks.at(view); }
    /// The class that is explained to a photo, whatever the questions say; none: as they say. Stays with the
    /// photo when it leaves the board and comes back.
    void setTarget(int column, const std::optional<Target> &target);
    std::optional<Target> target(int column) const;
    /// Of these photos, and of no others.
    void setTargets(const QList<UsedPhoto> &photos);
    /// Whether the food is outlined in photos that have a mask: in all views.
    void setOutline(bool outline);
    void setViews(const QList<View> &views);
    /// Whether slow rows start by themselves.
    void setAutomatic(bool automatic);

    const Questions &questions() const { return m_questions; }
    const QStringList &classNames() const { return m_classNames; }
    const QList<View> &views() const { return m_views; }
    int columnCount() const { return int(m_columns.size()); }
    const BoardColumn &column(int column) const { return m_columns[std::size_t(column)].shown; }
    const PhotoRef &photo(int column) const { return m_columns[std::size_t(column)].ref; }
    /// What the network says to it; null while that is not known.
    const Prediction *prediction(int column) const { return m_columns[std::size_t(column)].prediction.get(); }
    CellState state(int column, int row) const;
    BoardRow row(int row) const;

    /// What the pictures of a column hold at a point, each picture from (0, 0) to (1, 1), as one line.
    QString readout(int column, QPointF at) const;

    /// Says all anew, in the language that is spoken now.
    void tellAnew();

    /// The board as it answers what is asked now: a picture that is still of an earlier question is left out.
    Board board() const;
    /// The same, said in another language; in the one that is spoken where the code is empty.
    Board boardIn(const QString &wanted) const;
    /// What says how board() came about; without hashes, and without the folder of the photos.
    Session session() const;
    QList<BoardResult> results() const;

    void start(int column, int row); ///< a cell that was stopped, failed or never started
    void cancel(int column, int row);

Q_SIGNALS:
    /// Columns or rows were added, removed or replaced.
    void reshaped();
    void rowsChanged();
    void columnChanged(int column); ///< its title or classes, or which is explained
    void cellChanged(int column, int row);
    void pinAsked(const PhotoRef &photo);

private:
    struct Cell
    {
        std::shared_ptr<const Answer> answer; ///< the one that is shown
        Look look; ///< and how
        std::optional<Range> scale;
        QString shownKey; ///< of the photo that is shown
        CellState state;
    };
    struct Column
    {
        PhotoRef ref;
        std::shared_ptr<const Photo> photo;
        std::shared_ptr<const Prediction> prediction;
        std::vector<Cell> cells; ///< one a view
        BoardColumn shown;
    };

    Column newColumn(const PhotoRef &photo) const;
    void keepPictures(const Column &from, Column &to) const;
    void restart();
    void redrawAll();
    void reconcileSoon();
    void reconcile();
    void ask(Column &column);
    void askRow(const Column &column, View view);
    bool mayStart(View view, const QString &key) const;
    std::optional<MethodOptions> questionOf(const Column &column, View view) const;
    void findScales();
    QString photoKey(const Column &column) const;
    QString answerKey(const Column &column, View view) const;

    void update(int column);
    void updateCell(int column, int row);
    BoardColumn headingOf(const Column &column) const;
    void show(Column &column, int row) const;
    void updatePhotoCell(const Column &column, Cell &cell, BoardCell &shown) const;
    void updateAnswerCell(const Column &column, View view, Cell &cell, BoardCell &shown) const;
    void progressed(const QString &key);
    static BoardColumn answered(const Column &column);

    Lane &m_networkLane;
    Lane &m_readers;
    std::shared_ptr<const Network> m_network;
    QString m_identity; ///< of the network
    int m_unnamed = 0; ///< networks without one so far
    QStringList m_classNames;
    Questions m_questions;
    std::map<View, Look> m_looks;
    std::map<View, Range> m_scales; ///< of the views whose photos share one
    QHash<QString, Target> m_targets; ///< by the photo's fileKey
    QList<View> m_views;
    bool m_automatic = true;
    QSet<QString> m_startedByHand;
    std::vector<Column> m_columns;
    int m_pinned = 0;
    QTimer m_rest; ///< runs while the choice is fresh
    QTimer m_soon; ///< gathers what changes in one turn of the event loop
    Desk<Photo> m_photos;
    Desk<Prediction> m_predictions;
    Desk<Answer> m_answers;
};

} // namespace convscope
