#include "ui/window/comparing.h"

#include "core/io/npy.h"
#include "ui/choices/choices.h"
#include "ui/present/comparedmethods.h"
#include "ui/present/figure.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/window/commands.h"
#include "ui/window/workspace.h"

#include <algorithm>

namespace convscope {

Comparing::Comparing(Workspace &workspace, Choices &choices, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_choices(choices)
    , m_window(window)
    , m_comparer(workspace.networkLane(), workspace.readers())
{
    connect(&workspace, &Workspace::networkOpened, this,
        [this] { m_comparer.setNetwork(m_workspace.network(), m_workspace.networkSource()); });
    connect(&choices, &Choices::changed, this, [this](Choices::What what) {
        if (what == Choices::What::Rows || what == Choices::What::Filter)
            refreshOffer();
    });
}

void Comparing::serve(GalleryPanel &gallery, const Commands &commands)
{
    m_gallery = &gallery;
    connect(&commands, &Commands::compare, this, &Comparing::showDialog);
    connect(&gallery, &GalleryPanel::shownChanged, this, &Comparing::refreshOffer);
}

void Comparing::refreshOffer()
{
    if (m_dialog)
        m_dialog->refreshOffer();
}

void Comparing::showDialog()
{
    if (!m_dialog) {
        m_dialog = new ComparisonDialog(m_comparer, m_workspace.readers(), offer(), m_window);
        connect(m_dialog, &ComparisonDialog::photoAsked, &m_choices, &Choices::putOn);
        connect(m_dialog, &ComparisonDialog::methodAsked, this, &Comparing::addRow);
        connect(m_dialog, &ComparisonDialog::pictureAsked, this,
            [this](const std::filesystem::path &file, const Drawing &drawing) {
                write(file,
                    [=] { writeDrawing(file, drawing, std::min(FigureStyle().dpi, maxDpiOf(drawing))); });
            });
        connect(m_dialog, &ComparisonDialog::textAsked, this,
            [this](const std::filesystem::path &file, const QByteArray &text) {
                write(file, [=] { writeFile(file, text.toStdString()); });
            });
    }
    m_dialog->show();
    m_dialog->activateWindow();
}

ComparisonOffer Comparing::offer()
{
    return {.boardMethods = [this] { return questionsOf(m_choices.rows()); },
        .chosen = [this](const MethodOptions &method) { return chosen(method); },
        .photoCount = [this] { return m_gallery->shownCount(); },
        .photos = [this] { return m_gallery->shownPhotos(); },
        .folder = [this] { return m_workspace.photos()->folder; }};
}

MethodOptions Comparing::chosen(const MethodOptions &method) const
{
    MethodOptions asked = method;
    setFilterOf(asked, m_choices.layer(), m_choices.filter());
    Target *target = fieldOf<Target>(asked);
    if (const std::optional<Target> common = m_choices.target();
        target && common && canExplain(asked, *common))
        *target = *common;
    return asked;
}

/// The method just as it was compared; where it has a row already, that is selected.
void Comparing::addRow(const MethodOptions &method)
{
    const QList<Row> &rows = m_choices.rows();
    const auto same = std::find_if(rows.begin(), rows.end(),
        [&](const Row &row) { return row.question == method && row.network == AskedNetwork::First; });
    if (same != rows.end()) {
        m_choices.select(int(same - rows.begin()));
        return;
    }
    m_choices.add(method);
    const int row = m_choices.selected();
    MethodOptions atPanel = method;
    setFilterOf(atPanel, m_choices.layer(), m_choices.filter());
    if (atPanel != method)
        m_choices.setHeld(row, true); // its layer or its filter is another one
    m_choices.setQuestion(row, method);
}

void Comparing::write(const std::filesystem::path &file, std::function<void()> work)
{
    const auto tell = [this](const QString &text) {
        if (m_dialog)
            m_dialog->tellSaved(text);
    };
    m_writing = m_workspace.readers().call<bool>({Urgency::Open, {}},
        [work = std::move(work)] {
            work();
            return true;
        },
        {.done = [=](bool) { tell(tr("Written to %1").arg(displayText(file))); },
            .failed = [=](const Error &error) { tell(sentence(error)); }});
}

} // namespace convscope
