#pragma once

#include "core/data/photoset.h"
#include "core/explain/measure.h"
#include "core/explain/request.h"
#include "core/network/prediction.h"
#include "ui/board/boardevidence.h"
#include "ui/board/fileversions.h"
#include "ui/board/requestcache.h"
#include "ui/board/secondonboard.h"
#include "ui/choices/choices.h"
#include "ui/present/board.h"
#include "ui/present/session.h"

#include <QObject>
#include <QTimer>
#include <vector>

namespace convscope {

class Saver;

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
    bool paused = false; ///< has begun, and rests while another one runs
    bool canRetry = true; ///< what failed may succeed when it is asked again

    bool operator==(const CellState &other) const
    {
        return phase == other.phase && progress.done == other.progress.done
            && progress.total == other.progress.total && outdated == other.outdated && paused == other.paused
            && canRetry == other.canRetry;
    }
};

/// An answer on the board, with what it answers.
struct BoardResult
{
    int column = 0;
    int row = 0;
    MethodOptions options;
    std::shared_ptr<const Photo> photo; ///< as the network sees it that was asked
    std::shared_ptr<const Answer> answer;
    TakenMeasures measures;
    AskedNetwork network = AskedNetwork::First;
};

/// Keeps the board as `choices` says: whatever is chosen, it loads photos, asks what is missing, the urgent
/// first, and drops what is wanted no more. Slow rows wait until the choice has rested for a moment.
class BoardController : public QObject
{
    Q_OBJECT
public:
    /// `networkLane` runs the network, `readers` read photos; all must outlive the controller.
    BoardController(Choices &choices, Lane &networkLane, Lane &readers, QObject *parent = nullptr);

    Choices &choices() const { return m_choices; }

    /// Answers are kept by `identity`: networks of the same one give the same. Without it they begin anew.
    void setNetwork(std::shared_ptr<const Network> network, const QString &identity = {});
    /// The network beside it; it goes with the first one, and is to be set again then.
    void setSecond(SecondOnBoard second);
    bool hasSecond() const { return m_second.pair != nullptr; }
    /// Why the row cannot ask that network, in a sentence; empty where it can.
    QString whyNotAsked(int row, AskedNetwork network) const;
    /// Whether the column stays while others come and go.
    bool isPinned(int column) const { return m_choices.photos().isPinned(photo(column)); }
    void togglePin(int column) { m_choices.togglePin(photo(column)); }
    void takeOff(int column) { m_choices.takeOff(photo(column)); }
    void setClassNames(const QStringList &classNames);
    /// The class that is explained to a photo, whatever the rows ask; none: as they say.
    void setTarget(int column, const std::optional<Target> &target);
    std::optional<Target> target(int column) const;
    /// Photos whose files have been replaced are read again, and asked about again.
    void readAgain();

    const QStringList &classNames() const { return m_classNames; }
    const QList<Row> &rows() const { return m_rows; }
    int rowCount() const { return int(m_rows.size()); }
    /// How a row is shown, with what all rows share.
    Look look(int row) const;
    int columnCount() const { return int(m_columns.size()); }
    const BoardColumn &column(int column) const { return m_columns[std::size_t(column)].shown; }
    const PhotoRef &photo(int column) const { return m_columns[std::size_t(column)].ref; }
    /// What the network says to it; null while that is not known.
    const Prediction *prediction(int column) const { return m_columns[std::size_t(column)].prediction.get(); }
    /// How the photo's file looked before what the network says to it was read.
    const FileSight &sight(int column) const { return m_columns[std::size_t(column)].sight; }
    /// The likeliest classes of any photo, also of one that is not on the board: asked now where they are not
    /// known, and empty until then.
    QList<TopClass> glance(const PhotoRef &photo);
    /// Another one each time that a column's photo was found to be replaced.
    int version(int column) const { return m_versions->of(photo(column).file); }
    CellState state(int column, int row) const;
    /// The answer that a cell shows; null where it shows none, or one to an earlier question.
    std::shared_ptr<const Answer> answer(int column, int row) const;
    /// What is asked for a cell; none for the photo itself.
    std::optional<MethodOptions> question(int column, int row) const;
    /// As the network sees it; null while it is not read.
    std::shared_ptr<const Photo> loadedPhoto(int column) const;
    /// The same as the network sees it that the row asks.
    std::shared_ptr<const Photo> loadedPhoto(int column, int row) const;
    /// How the network takes photos.
    InputDescription input() const;
    /// How the network takes them that the row asks.
    InputDescription inputFor(int row) const;
    /// From the lowest to the highest value, for a row whose photos share that.
    std::optional<Range> sharedScale(int row) const;
    Lane &readers() const { return m_readers; }
    /// For those who read the same photos.
    const std::shared_ptr<FileVersions> &versions() const { return m_versions; }
    /// Of what is taken from the board's menus.
    Saver &saver() const { return *m_saver; }
    BoardRow heading(int row) const;
    /// Its title, with what it asks where another row has the same.
    QString rowName(int row) const;

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
    /// Of one cell; none where there is no such answer.
    std::optional<BoardResult> result(int column, int row) const;
    /// What the network sees of a photo; null until it is loaded.
    std::shared_ptr<const Photo> input(int column) const { return m_columns[std::size_t(column)].photo; }
    Precision precision() const { return m_network ? m_network->info().precision : Precision::Float32; }

    void start(int column, int row); ///< a cell that was stopped, failed or never started
    void startRow(int row); ///< all of its cells that are such
    void startColumn(int column);
    void startAll();
    bool canStart(int column, int row) const;
    /// Whether the evidence of a cell is still being measured.
    bool isEvidenceAwaited(int column, int row) const;
    /// What the evidence says of the picture of a cell, as far as it was asked for.
    EvidenceWords evidence(int column, int row) const;
    /// Asks for the evidence of one cell, by column and row, whatever its row says; none: of no cell.
    void wantEvidence(std::optional<std::pair<int, int>> place);
    void startEvidence(int column, int row); ///< that was stopped or failed
    bool canStartEvidence(int column, int row) const;
    /// What evidence for a cell is asked with; none while there is no whole answer.
    std::optional<BoardEvidence::Subject> evidenceSubject(int column, int row) const;
    /// Finds curves of deletion and insertion, for one cell at a time.
    BoardEvidence &curves() { return m_curves; }
    bool canStartRow(int row) const;
    bool canStartColumn(int column) const;
    void cancel(int column, int row);
    bool canCancel(int column, int row) const;
    void cancelRow(int row); ///< all of its cells that wait or run
    /// So many photos that slow rows only start when asked.
    static constexpr int maxAutomatic = 6;
    bool isTooLongToStart() const { return columnCount() > maxAutomatic; }
    /// Of any photo on the board, as far as they are read.
    bool hasMask() const;

Q_SIGNALS:
    void evidenceChanged(); ///< of some cell
    /// Columns or rows were added, removed or replaced.
    void reshaped();
    void rowsChanged();
    void columnChanged(int column); ///< its title or classes, or which is explained
    void cellChanged(int column, int row);
    void photosReplaced(); ///< on the disk; their versions have changed

private:
    struct Cell
    {
        QString key; ///< of what it asks
        std::shared_ptr<const MeasuredAnswer> answer; ///< the one that is shown
        Look look; ///< and how
        std::optional<Range> scale;
        QString shownKey; ///< of the photo that is shown
        CellState state;
        std::shared_ptr<const MeasuredAnswer> ranged; ///< the answer that `range` is of
        Clipping clipping = Clipping::Standard; ///< and what is cut off it
        std::optional<Range> range;
    };
    struct Column
    {
        PhotoRef ref;
        std::shared_ptr<const Photo> photo;
        std::shared_ptr<const Prediction> prediction;
        std::shared_ptr<const Photo> secondPhoto; ///< as the second network sees it
        std::shared_ptr<const Prediction> secondPrediction;
        FileSight sight; ///< of the file, before the photo of the prediction was read
        std::vector<Cell> cells; ///< one a row
        BoardColumn shown;
    };

    void choicesChanged(Choices::What what);
    void takePhotos();
    void takeRows();
    Column newColumn(const PhotoRef &photo) const;
    void keepPictures(const Column &from, Column &to) const;
    void restart();
    void takeKeys(Column &column) const;
    void redrawAll();
    void reconcileSoon();
    void reconcile();
    void ask(Column &column);
    void askPrediction(Column &column);
    void askSecond(Column &column);
    std::shared_ptr<const Photo> askPhoto(const PhotoRef &ref, const InputDescription &input);
    std::shared_ptr<const Prediction> askNetwork(const QString &key,
        const std::shared_ptr<const Network> &network, const std::shared_ptr<const Photo> &photo);
    std::function<std::unique_ptr<Explanation>(const Photo &, const MethodOptions &)> asker(
        AskedNetwork network) const;
    std::shared_ptr<const Network> networkFor(AskedNetwork network) const;
    const std::shared_ptr<const Photo> &photoFor(const Column &column, AskedNetwork network) const;
    void askRow(const Column &column, int place);
    bool mayStart(const Row &row, const QString &key) const;
    void startAgain(const QString &key);
    bool isLeftUndone(const QString &key) const;
    std::optional<MethodOptions> questionOf(const Column &column, const Row &row) const;
    bool isOnlyOne(int row) const; ///< of its method
    void findScales();
    void askEvidence();
    bool isEvidenceWanted(const Cell &cell, int row) const;
    EvidenceKeys evidenceKeys(const Column &column, const Cell &cell, int row, const Answer &answer) const;
    void showEvidence(const Column &column, const Cell &cell, int row, BoardCell &shown) const;
    EvidenceWords evidenceOf(const Column &column, const Cell &cell, int row) const;
    void startToldEvidence(const QList<Row> &before);
    std::optional<Range> rangeOf(Cell &cell, Clipping clipping) const;
    Request request(const Column &column, const std::optional<MethodOptions> &question,
        AskedNetwork network = AskedNetwork::First) const;
    QString photoKey(const PhotoRef &photo, const InputDescription &input) const;
    QString photoKey(const Column &column) const { return photoKey(column.ref, input()); }
    QString predictionKey(const Column &column, AskedNetwork network = AskedNetwork::First) const;
    QString answerKey(const Column &column, const Row &row) const;

    void update(int column);
    void updateCell(int column, int row);
    BoardColumn headingOf(const Column &column) const;
    void show(Column &column, int row) const;
    void updatePhotoCell(const Column &column, int row, Cell &cell, BoardCell &shown) const;
    void updateAnswerCell(const Column &column, int row, Cell &cell, BoardCell &shown) const;
    void progressed(const QString &key);
    void showWhatRests();
    static BoardColumn answered(const Column &column);

    Choices &m_choices;
    Lane &m_networkLane;
    Lane &m_readers;
    Saver *m_saver;
    std::shared_ptr<const Network> m_network;
    QString m_identity; ///< of the network
    SecondOnBoard m_second;
    int m_unnamed = 0; ///< networks without one so far
    QStringList m_classNames;
    QList<Row> m_rows; ///< those that the cells are of
    std::map<int, Range> m_scales; ///< by the row's key, of the rows whose photos share one
    QSet<QString> m_startedByHand;
    std::vector<Column> m_columns;
    std::optional<Column> m_glance; ///< a photo that is asked about in passing
    std::shared_ptr<FileVersions> m_versions = std::make_shared<FileVersions>();
    JobHandle m_looking; ///< for replaced files
    QTimer m_rest; ///< runs while the choice is fresh
    QTimer m_soon; ///< gathers what changes in one turn of the event loop
    RequestCache<Photo> m_photos;
    RequestCache<Prediction> m_predictions;
    RequestCache<MeasuredAnswer> m_answers;
    BoardEvidence m_evidence;
    BoardEvidence m_curves;
    QString m_evidenceByHand; ///< the key of an answer; empty: none
};

} // namespace convscope
