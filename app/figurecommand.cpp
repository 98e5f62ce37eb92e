#include "app/commands.h"
#include "app/texts.h"
#include "core/explain/methods.h"
#include "core/network/prediction.h"
#include "ui/present/board.h"
#include "ui/present/figure.h"
#include "ui/present/language.h"
#include "ui/present/paths.h"
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

/// Whoever opens the figure later may do so from another folder.
std::filesystem::path wholePath(const std::filesystem::path &path)
{
    return std::filesystem::absolute(path).lexically_normal();
}

class FigureMaker
{
    /// What the figure says has a language of its own; what the terminal says has not.
    template <typename Tell> auto told(Tell &&tell) const
    {
        const LanguageScope scope(m_asked.style.language);
        return tell();
    }

public:
    FigureMaker(const Invocation &asked, const Subject &subject, std::vector<MethodOptions> methods,
        Terminal &terminal)
        : m_asked(asked)
        , m_subject(subject)
        , m_methods(std::move(methods))
        , m_terminal(terminal)
    {
        m_look.colours = asked.colours;
        m_look.outline = asked.outline;
        const NetworkInfo &info = subject.info();
        m_session.network = {{wholePath(asked.model), fileHash(asked.model)}, info.precision,
            QString::fromStdString(info.device), info.input, info.inputOrigin};
        if (!asked.data.empty())
            m_session.folder = wholePath(asked.data);
        m_session.split = QString::fromStdString(asked.split);
        m_session.labels.asked = asked.labels;
        if (!asked.labelMap.empty())
            m_session.labels.map = readLabelMap(asked.labelMap);
        m_session.looks[View::Lime].colours = asked.colours;
        m_session.outline = asked.outline;
        m_session.sharedStream = asked.sharedStream;
        const LanguageScope scope(asked.style.language);
        for (const View view : asked.views) {
            const MethodOptions *options = methodOf(view);
            m_board.rows += rowFor(view, options, m_look);
            m_session.views += view;
            if (options)
                m_session.questions += *options;
        }
    }

    /// Adds a photo's column. Throws Error where the photo cannot be read; where a view of it fails, its cell
    /// says so. A column that the user stops is left out.
    void addColumn(const PhotoRef &ref)
    {
        const Photo photo = loadPhoto(ref, m_subject.info().input);
        const Prediction prediction = predict(*m_subject.network, photo.input);
        BoardColumn column = told(
            [&] { return columnFor(displayText(ref.file.stem()), ref, &prediction, m_subject.classNames); });
        for (const View view : m_asked.views) {
            std::optional<BoardCell> cell =
                view == View::Photo ? told([&] { return photoCell(photo, m_look); }) : explained(view, photo);
            if (!cell)
                return;
            if (view == View::Photo && m_asked.style.originals)
                cell->picture = originalPicture(ref.file, m_subject.info().input);
            column.cells += std::move(*cell);
        }
        m_board.columns += std::move(column);
        m_session.photos += {wholePath(ref.file), fileHash(ref.file)};
    }

    void write()
    {
        const FigureStyle style = styleFor(m_asked.style, m_board);
        writeFigure(m_asked.out, m_board, style, figureRecipe(m_session));
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
    MethodOptions *methodOf(View view)
    {
        const auto found = std::find_if(m_methods.begin(), m_methods.end(),
            [view](const MethodOptions &options) { return viewOf(options) == view; });
        return found == m_methods.end() ? nullptr : &*found;
    }

    /// The row's question, for the photo that comes next.
    MethodOptions askedOf(View view)
    {
        MethodOptions options = *methodOf(view);
        if (auto *lime = std::get_if<LimeOptions>(&options); lime && m_asked.sharedStream && m_streamEnd)
            lime->streamOffset = *m_streamEnd;
        return options;
    }

    /// None where the user stopped it.
    std::optional<BoardCell> explained(View view, const Photo &photo)
    {
        const MethodOptions options = askedOf(view);
        std::optional<BoardCell> cell;
        bool stopped = false;
        const auto error = guarded(photo.file, m_terminal, [&] {
            const auto run = explain(*m_subject.network, photo, options);
            stopped = !runToEnd(*run, m_terminal);
            if (stopped)
                return;
            const Answer answer = run->answer();
            cell = told([&] { return answerCell(answer, options, photo, m_subject.classNames, m_look); });
            if (const auto *lime = std::get_if<LimeExplanation>(&answer))
                m_streamEnd = lime->streamEnd;
        });
        if (error)
            cell.emplace().error = told([&] { return sentence(*error); });
        return stopped ? std::nullopt : cell;
    }

    const Invocation &m_asked;
    const Subject &m_subject;
    std::vector<MethodOptions> m_methods;
    Terminal &m_terminal;
    Look m_look;
    Session m_session;
    Board m_board;
    std::optional<std::uint64_t> m_streamEnd; ///< of LIME's random numbers on the photo before
};

/// The methods of the views asked for; what is not drawn is not checked either.
std::vector<MethodOptions> methodsOfViews(const Invocation &asked, const Subject &subject)
{
    Invocation wanted = asked;
    std::erase_if(wanted.methods, [&](const MethodOptions &options) {
        return std::find(asked.views.begin(), asked.views.end(), viewOf(options)) == asked.views.end();
    });
    return resolvedMethods(wanted, subject);
}

} // namespace

void drawFigure(const Invocation &asked, Terminal &terminal)
{
    Subject subject = openSubject(asked, terminal);
    const std::vector<PhotoRef> photos =
        findPhotos(asked, subject, terminal).photos; // whose folders may name the classes
    auto methods = methodsOfViews(asked, subject);
    if (asked.out.has_parent_path())
        makeFolder(asked.out.parent_path());
    FigureMaker maker(asked, subject, std::move(methods), terminal);
    forEachPhoto(photos, terminal, [&](const PhotoRef &ref) { maker.addColumn(ref); });
    if (!maker.isEmpty())
        maker.write();
}

} // namespace convscope
