#include "ui/export/figureexport.h"

#include "core/log.h"
#include "ui/present/numbers.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/reopen.h"
#include "ui/present/results.h"
#include "ui/present/sentences.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace convscope {

namespace {

namespace fs = std::filesystem;

bool isThere(const fs::path &folder)
{
    std::error_code ignored;
    return fs::exists(folder, ignored);
}

/// The answers of one figure as files: all of them or none. They are written into a hidden folder first.
class Numbers
{
public:
    /// `session` has its hashes; its photos are the board's columns.
    Numbers(fs::path folder, const Session &session)
        : m_folder(std::move(folder))
        , m_hidden(m_folder / ".convscope-numbers")
        , m_isNew(!isThere(m_folder))
        , m_session(session)
    {
    }
    ~Numbers()
    {
        std::error_code ignored;
        fs::remove_all(m_hidden, ignored);
        if (m_isNew)
            fs::remove(m_folder, ignored); // where nothing came into it
    }
    Numbers(const Numbers &) = delete;
    Numbers &operator=(const Numbers &) = delete;

    void write(const QList<BoardResult> &results)
    {
        std::error_code problem;
        fs::remove_all(m_hidden, problem); // of a program that was killed
        fs::create_directories(m_hidden, problem);
        if (problem)
            throw Error(ErrorKind::CannotWrite, m_folder, {problem.message()});
        for (const BoardResult &result : results)
            write(result);
    }

    /// Brings what was written to where it belongs.
    void show()
    {
        try {
            for (const fs::directory_entry &file : fs::directory_iterator(m_hidden))
                fs::rename(file.path(), m_folder / file.path().filename());
        } catch (const fs::filesystem_error &problem) {
            throw Error(ErrorKind::CannotWrite, m_folder, {problem.code().message()});
        }
    }

private:
    void write(const BoardResult &result)
    {
        const UsedPhoto &photo = m_session.photos[result.column];
        const Question question{m_session.network.file.file, m_session.network.file.hash, photo.file,
            photo.hash, m_session.network.precision, m_session.network.device, m_session.network.input,
            result.options, questionOfTwo(result.network)};
        const std::string &stem = stemOf(result);
        if (m_inputs.insert(stem).second)
            writeInput(m_hidden, stem, question, *result.photo);
        writeResults(
            m_hidden, stemFor(stem, result), question, *result.photo, *result.answer, result.measures);
    }

    std::optional<QuestionOfTwo> questionOfTwo(AskedNetwork network) const
    {
        return network == AskedNetwork::First ? std::nullopt
                                              : std::optional(QuestionOfTwo{network, m_session.second});
    }

    /// What the files of a photo are called; those in which a second network has a part, by a name of their
    /// own.
    const std::string &stemOf(const BoardResult &result)
    {
        const auto [stem, isNew] = m_stems.try_emplace({result.column, result.network});
        if (isNew && result.network == AskedNetwork::First)
            stem->second = freeStem(shortStem(m_session.photos[result.column].file.stem().string()));
        else if (isNew)
            stem->second = freeStem(
                shortStem(m_session.photos[result.column].file.stem().string()) + fileSuffix(result.network));
        return stem->second;
    }

    /// Two rows may ask for the same arrays with other parameters.
    std::string stemFor(const std::string &stem, const BoardResult &result)
    {
        const std::vector<std::string> names = arrayNamesOf(*result.answer, result.options);
        std::string free = stem;
        for (int number = 2; m_written.contains(free + '.' + names.front()); ++number)
            free = stem + '-' + std::to_string(number);
        for (const std::string &name : names)
            m_written.insert(free + '.' + name);
        return free;
    }

    /// Photos of several folders may have the same name.
    std::string freeStem(const std::string &stem)
    {
        std::string free = stem;
        for (int number = 2; !m_taken.insert(free).second; ++number)
            free = stem + '-' + std::to_string(number);
        return free;
    }

    fs::path m_folder;
    fs::path m_hidden;
    bool m_isNew;
    const Session &m_session;
    std::map<std::pair<int, AskedNetwork>, std::string> m_stems; ///< by column
    std::set<std::string> m_inputs; ///< stems whose input is written
    std::set<std::string> m_taken;
    std::set<std::string> m_written; ///< stems with the names of arrays
};

/// `otherwise` where the photo cannot be read.
QImage originalOr(const QImage &otherwise, const fs::path &file, const InputDescription &input)
{
    try {
        return originalPicture(file, input);
    } catch (const Error &error) {
        log::warning(error.what());
        return otherwise;
    }
}

/// A photo that cannot be read any more stays as the network saw it.
Board withOriginals(Board board, const Session &session)
{
    for (qsizetype column = 0; column < std::min(board.columns.size(), session.photos.size()); ++column) {
        QImage original; // read once, however many rows show it
        for (qsizetype row = 0; row < session.rows.size(); ++row) {
            QImage &picture = board.columns[column].cells[row].picture;
            if (!session.rows[row].isPhoto() || picture.isNull())
                continue;
            if (original.isNull())
                original = originalOr(picture, session.photos[column].file, session.network.input);
            picture = original;
        }
    }
    return board;
}

QList<BoardResult> chosen(const QList<BoardResult> &all, const FigureChoice &choice)
{
    QList<BoardResult> some;
    for (const BoardResult &result : all) {
        if (choice.columns.contains(result.column) && choice.rows.contains(result.row))
            some += result;
    }
    return some;
}

} // namespace

FigureExport::FigureExport(BoardController &controller, Lane &writers, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_writers(writers)
{
    connect(&m_controller, &BoardController::cellChanged, this, &FigureExport::writeWhatIsThere);
    connect(&m_controller, &BoardController::reshaped, this, &FigureExport::writeWhatIsThere);
}

fs::path FigureExport::folderBeside(const fs::path &figure)
{
    return figure.parent_path() / (figure.stem().string() + "-numbers");
}

std::vector<fs::path> FigureExport::waitingFiles() const
{
    std::vector<fs::path> files;
    for (const Waiting &figure : m_waiting)
        files.push_back(figure.file);
    return files;
}

/// Pictures of the choice that are on their way.
int FigureExport::computing(const FigureChoice &choice) const
{
    int count = 0;
    for (const int column : choice.columns) {
        for (const int row : choice.rows) {
            if (column >= m_controller.columnCount() || row >= m_controller.rowCount())
                continue;
            const CellState::Phase phase = m_controller.state(column, row).phase;
            count += phase == CellState::Phase::Waiting || phase == CellState::Phase::Running
                || m_controller.isEvidenceAwaited(column, row);
        }
    }
    return count;
}

/// The places of a choice mean the same only while this is the same.
QStringList FigureExport::shape() const
{
    QStringList parts;
    for (const Row &row : m_controller.rows())
        parts += QString::number(row.key);
    for (int column = 0; column < m_controller.columnCount(); ++column)
        parts += QString::fromStdString(m_controller.photo(column).file.string());
    return parts;
}

void FigureExport::write(const fs::path &file, std::function<Session()> session, const FigureChoice &choice)
{
    const int pictures = choice.waits ? computing(choice) : 0;
    if (pictures == 0) {
        writeNow(file, session(), choice);
        return;
    }
    m_waiting.push_back({file, std::move(session), choice, shape()});
    Q_EMIT waiting(file, pictures);
}

void FigureExport::writeWhatIsThere()
{
    const std::vector<Waiting> all = std::exchange(m_waiting, {});
    for (const Waiting &figure : all) {
        if (figure.board != shape())
            Q_EMIT failed(
                tr("%1 was not written, as the board now shows other photos or rows. Export it again.")
                    .arg(displayText(figure.file)));
        else if (computing(figure.choice) == 0)
            writeNow(figure.file, figure.session(), figure.choice);
        else
            m_waiting.push_back(figure);
    }
}

void FigureExport::writeNow(const fs::path &file, const Session &session, const FigureChoice &choice)
{
    fs::path folder;
    if (choice.numbers)
        folder = choice.numbersFolder.empty() ? folderBeside(file) : choice.numbersFolder;
    std::erase_if(m_writing, [](const JobHandle &job) { return !job.isActive(); });
    m_writing.push_back(m_writers.call<bool>(
        {Urgency::Open, [file] { return tr("Writing %1").arg(displayText(file.filename())); }},
        [file, folder, choice, session, board = m_controller.boardIn(choice.style.language),
            results = chosen(m_controller.results(), choice)] {
            const Session hashed = withHashes(session);
            std::optional<Numbers> numbers;
            if (!folder.empty())
                numbers.emplace(folder, hashed).write(results);
            const Board drawn = part(choice.style.originals ? withOriginals(board, session) : board, choice);
            writeFigure(file, drawn, choice.style, figureRecipe(part(hashed, choice), evidenceOf(drawn)));
            if (numbers)
                numbers->show();
            return true;
        },
        {
            .done = [this, file, folder](bool) { Q_EMIT written(file, folder); },
            .failed = [this](const Error &error) { Q_EMIT failed(sentence(error)); },
        }));
}

} // namespace convscope
