#include "app/commands.h"
#include "app/evidencemaker.h"
#include "app/exitcodes.h"
#include "app/fieldgroup.h"
#include "app/inputs.h"
#include "app/optionkinds.h"
#include "app/rowgroup.h"
#include "app/secondnetwork.h"
#include "app/stylegroup.h"
#include "app/texts.h"
#include "app/work.h"
#include "core/network/prediction.h"
#include "ui/present/board.h"
#include "ui/present/figure.h"
#include "ui/present/figurefile.h"
#include "ui/present/language.h"
#include "ui/present/paths.h"
#include "ui/present/phrases.h"
#include "ui/present/pictures.h"
#include "ui/present/results.h"
#include "ui/present/sentences.h"
#include "ui/present/session.h"

#include <algorithm>

namespace convscope {

namespace {

/// The cells become smaller where there are many, so that the texts stay readable when the figure is fitted
/// to a page.
FigureStyle styleFor(const FigureStyle &asked, const Board &board)
{
    FigureStyle style = asked;
    const qsizetype across = asked.photosAsRows ? board.rows.size() : board.columns.size();
    style.cell = across <= 4 ? 150 : across <= 8 ? 128 : 112;
    return style;
}

/// What rows that are not held have in common.
void takeChosenMap(Session &session)
{
    for (const Row &row : session.rows) {
        if (row.held || !row.canBeHeld())
            continue;
        session.layer = *fieldOf<LayerId>(*row.question);
        if (const FilterId *filter = fieldOf<FilterId>(*row.question))
            session.filter = *filter;
    }
}

/// Makes the board of a session from what a survey tells: a column a photo.
class FigureMaker : public TerminalSink
{
    /// What the figure says has a language of its own; what the terminal says has not.
    template <typename Tell> auto told(Tell &&tell) const
    {
        const LanguageScope scope(m_style.language);
        return tell();
    }

public:
    /// The session has its rows, and no photos yet.
    FigureMaker(Session session, const Subject &subject, const SecondSubject *second,
        const FigureStyle &style, std::size_t photoCount, Terminal &terminal)
        : TerminalSink(terminal, photoCount)
        , m_session(std::move(session))
        , m_subject(subject)
        , m_second(second)
        , m_style(style)
        , m_terminal(terminal)
        , m_evidence(*subject.network, terminal)
    {
        const LanguageScope scope(style.language);
        for (qsizetype i = 0; i < m_session.rows.size(); ++i) {
            m_board.rows += rowFor(outlined(m_session.rows[i]));
            if (!m_session.rows[i].isPhoto())
                m_asking.push_back(i);
        }
    }

    /// What the survey is to ask: the questions of the rows that have one.
    std::vector<MethodOptions> questions() const
    {
        std::vector<MethodOptions> questions;
        for (const qsizetype row : m_asking)
            questions.push_back(*m_session.rows[row].question);
        return questions;
    }

    /// Which network each of these questions is for.
    std::vector<AskedNetwork> networks() const
    {
        std::vector<AskedNetwork> networks;
        for (const qsizetype row : m_asking)
            networks.push_back(m_session.rows[row].network);
        return networks;
    }

    void predicted(const SurveyedPhoto &photo, const Prediction &said) override
    {
        m_column = told([&] {
            return columnFor(displayText(photo.ref.file.stem()), photo.ref, &said, m_subject.classNames);
        });
        m_predicted = said.best();
        m_column.cells.resize(m_session.rows.size());
        for (qsizetype i = 0; i < m_session.rows.size(); ++i) {
            if (m_session.rows[i].isPhoto())
                m_column.cells[i] = shown(i, photo.photo);
        }
    }

    void predictedBySecond(const SurveyedPhoto &photo, const Prediction &said) override
    {
        told([&] { addSecond(m_column, photo.ref, said, m_second->classNames, m_second->pair->match()); });
    }

    void answered(const SurveyedPhoto &photo, const SurveyedAnswer &answer) override
    {
        const qsizetype row = m_asking[answer.question];
        const AskedNetwork network = m_session.rows[row].network;
        const QStringList &names = m_second ? m_second->namesFor(network, m_subject) : m_subject.classNames;
        const Look look = outlined(m_session.rows[row]).look;
        const MeasuredAnswer measured = withMeasures(answer.answer, photo.photo);
        m_column.cells[row] =
            told([&] { return answerCell(measured, answer.asked, photo.photo, names, look, {}, network); });
        if (tellsEvidence(m_session.rows[row]))
            addEvidence(photo, answer, m_column.cells[row]);
    }

    /// The cell of a question that failed says so.
    void failed(const SurveyFailure &failure) override
    {
        TerminalSink::failed(failure);
        if (failure.question)
            m_column.cells[m_asking[*failure.question]].error = told([&] { return sentence(failure.error); });
    }

    /// A column that the user stops is left out, as one of a photo that cannot be read.
    void done(const SurveyedPhoto &photo) override
    {
        m_session.photos += {wholePath(photo.ref.file), fileHash(photo.ref.file)};
        m_board.columns += std::move(m_column);
    }

    void write(const std::filesystem::path &out)
    {
        const FigureStyle style = styleFor(m_style, m_board);
        writeFigure(out, m_board, style, figureRecipe(m_session, evidenceOf(m_board)));
        const double height = figureSize(m_board, style).height() / centimetre;
        if (style.widthCm && height > pageHeightCm)
            m_terminal.note(CommandLine::tr("the figure is %1 cm high, more than a page of A4 (%2 cm). "
                                            "--photos-as-rows, fewer --views or a smaller --width-cm make it "
                                            "lower.")
                                .arg(height, 0, 'f', 1)
                                .arg(pageHeightCm));
    }

    bool isEmpty() const { return m_board.columns.isEmpty(); }

private:
    void addEvidence(const SurveyedPhoto &photo, const SurveyedAnswer &answer, BoardCell &cell)
    {
        const std::optional<Evidence> evidence = m_evidence.evidenceFor(photo, answer);
        if (!evidence)
            return;
        cell.evidence = told([&] {
            return evidenceWords(
                answer.answer, *evidence, {m_subject.classNames, photo.ref.label, m_predicted});
        });
        cell.evidenceNumbers = evidence->measures;
    }

    Row outlined(Row row) const
    {
        row.look.outline = m_session.outline;
        return row;
    }

    BoardCell shown(qsizetype index, const Photo &photo) const
    {
        const Look look = outlined(m_session.rows[index]).look;
        BoardCell cell = told([&] { return photoCell(photo, look); });
        if (m_style.originals)
            cell.picture = originalPicture(photo.file, m_subject.info().input);
        return cell;
    }

    Session m_session;
    const Subject &m_subject;
    const SecondSubject *m_second; ///< null where there is none
    const FigureStyle &m_style;
    Terminal &m_terminal;
    Board m_board;
    std::vector<qsizetype> m_asking; ///< the rows that have a question, in the survey's order
    EvidenceMaker m_evidence;
    // The photo that is being worked on
    BoardColumn m_column;
    int m_predicted = 0;
};

class FigureCommand : public Command
{
public:
    FigureCommand();
    std::string name() const override { return "figure"; }
    QString help() const override { return CommandLine::tr("draw several views of photos as one picture"); }
    void bind(CLI::App &app) override;
    void check() override;
    int run(Terminal &terminal) override;
    Painting paints() const override { return Painting::All; }

private:
    void bindRows(CLI::App &app);
    void readViews(const std::string &text);
    QList<Row> rows(const Subject &subject) const;
    Session session(const Subject &subject, const SecondSubject *second) const;

    NetworkGroup m_network;
    SecondGroup m_second;
    PhotoGroup m_photos;
    std::optional<QList<Row>> m_views; ///< what --views said
    FieldGroup m_fields; ///< of the methods that have rows by default
    RowGroup m_rows{allRows(), /*hasSecond=*/true};
    StreamGroup m_stream;
    std::optional<Colours> m_colours; ///< none: as the rows say
    bool m_outline = false; ///< of the food
    bool m_evidence = false; ///< of all rows
    StyleGroup m_style;
    std::filesystem::path m_out;
};

std::vector<MethodOptions> standardQuestions()
{
    std::vector<MethodOptions> questions;
    for (const Row &row : standardRows()) {
        if (row.question)
            questions.push_back(*row.question);
    }
    return questions;
}

FigureCommand::FigureCommand()
    : m_fields(standardQuestions())
{
}

void FigureCommand::bind(CLI::App &app)
{
    m_network.bind(app);
    m_second.bind(app);
    m_photos.bind(app);
    bindRows(app);
    m_stream.bind(app);
    addWord(app, "--colours", {"board", "notebook"}, CommandLine::tr("board or notebook"),
        CommandLine::tr(
            "of the marks on superpixels: board (blue for, orange against) or notebook (green and red)"),
        [this](std::size_t place) { m_colours = Colours(place); });
    app.add_flag(
        "--outline", m_outline, utf8(CommandLine::tr("outline the food in photos that have a mask")));
    app.add_flag("--evidence", m_evidence,
        utf8(CommandLine::tr("measure each map and print what speaks for it, beside random maps")));
    m_style.bind(app);
    addPath(app, "--out", m_out, "FILE", CommandLine::tr("file to write: .png, .svg or .pdf"))->required();
}

void FigureCommand::bindRows(CLI::App &app)
{
    QStringList usual;
    for (const Row &row : standardRows())
        usual += id(row);
    app.add_option_function<std::string>(
           "--views", [this](const std::string &text) { readViews(text); },
           utf8(CommandLine::tr("rows from top to bottom; of %1").arg(allIds().join(QStringLiteral(", ")))))
        ->type_name("")
        ->default_str(utf8(usual.join(u',')));
    m_rows.bind(app,
        CommandLine::tr("one more row, with values of its own; as often as you like (see convscope methods). "
                        "network=B asks the second network, network=A-B how both differ"),
        CommandLine::tr("the rows of a preset: %1, one that you keep, or a .convrows file"));
    m_fields.bind(app);
}

void FigureCommand::readViews(const std::string &text)
{
    const auto refuseViews = [](const QString &problem) -> void {
        throw CLI::ValidationError("--views", utf8(problem));
    };
    if (text.empty())
        refuseViews(CommandLine::tr("no view is named"));
    QStringList seen;
    m_views.emplace();
    for (const std::string &part : splitAtCommas(text)) {
        const std::optional<Row> row = rowWithId(fromUtf8(part));
        if (!row)
            refuse("--views", part, oneOf(allIds().join(QStringLiteral(", "))));
        if (seen.contains(id(*row)))
            refuseViews(CommandLine::tr("“%1” is there twice").arg(fromUtf8(part)));
        seen += id(*row);
        *m_views += *row;
    }
}

void FigureCommand::check()
{
    m_network.complete();
    if (m_network.demo)
        m_photos.useDemo();
    m_network.check();
    m_photos.check();
    if (!m_views && !m_rows.isEmpty())
        m_fields.refuseOwn();
    for (const AskedRow &row : m_rows.rows({}))
        m_second.need(row.network);
    if (!isFigureName(m_out))
        throw UsageError(utf8(CommandLine::tr("--out: the figure's name must end in .png, .svg or .pdf.")));
}

/// The views first, then the rows asked for one by one; what is not drawn is not checked either.
QList<Row> FigureCommand::rows(const Subject &subject) const
{
    QList<Row> rows;
    for (const Row &row : m_views ? *m_views : m_rows.isEmpty() ? standardRows() : QList<Row>()) {
        const auto asked = row.question ? AskedRow{m_fields.asked(*row.question)} : AskedRow{};
        rows += asked.resolved(subject);
    }
    for (const AskedRow &row : m_rows.rows(m_fields.shared()))
        rows += row.resolved(subject);
    for (Row &row : rows) {
        if (m_colours && row.question && traitsOf(*row.question).answer == AnswerKind::SuperpixelWeights)
            row.look.colours = *m_colours;
        row.look.evidence = row.look.evidence || (m_evidence && hasEvidence(row));
    }
    return rows;
}

/// Throws Error: why a row's difference cannot be shown, which is said before the long work.
Session FigureCommand::session(const Subject &subject, const SecondSubject *second) const
{
    Session session;
    session.network = usedNetwork(m_network.model, subject.info());
    if (second)
        session.second = second->used;
    if (!m_photos.folder.data.empty())
        session.folder = wholePath(m_photos.folder.data);
    session.split = QString::fromStdString(m_photos.folder.split);
    session.labels = m_photos.labels.choice();
    session.rows = rows(subject);
    for (const Row &row : session.rows) {
        if (row.isDifference())
            second->needDifference(*row.question);
    }
    session.outline = m_outline;
    session.sharedStream = m_stream.isShared;
    takeChosenMap(session);
    return session;
}

int FigureCommand::run(Terminal &terminal)
{
    if (!m_rows.presetNote().isEmpty())
        terminal.note(m_rows.presetNote());
    Subject subject = openSubject(m_network, m_photos.labels.classes, terminal);
    const std::vector<PhotoRef> photos =
        findPhotos(m_photos, subject, terminal).photos; // whose folders may name the classes
    const auto second = openSecond(m_second, m_network, subject, terminal);
    Session begun = session(subject, second.get());
    if (m_out.has_parent_path())
        makeFolder(m_out.parent_path());
    const bool isStreamShared = begun.sharedStream;
    FigureMaker maker(std::move(begun), subject, second.get(), m_style.style, photos.size(), terminal);
    Survey survey(*subject.network,
        {.photos = photos,
            .predicts = true,
            .questions = maker.questions(),
            .pair = second ? second->pair.get() : nullptr,
            .networks = maker.networks(),
            .isStreamShared = isStreamShared},
        maker);
    drive(survey, terminal);
    if (!maker.isEmpty())
        maker.write(m_out);
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> figureCommand() { return std::make_unique<FigureCommand>(); }

} // namespace convscope
