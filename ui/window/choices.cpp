#include "ui/choices/choices.h"
#include "ui/choices/fitting.h"
#include "ui/present/joined.h"
#include "ui/present/paths.h"
#include "ui/window/mainwindow.h"

#include <algorithm>

// What was chosen for one network or one folder, when another one is opened.

namespace convscope {

Choosable MainWindow::choosable() const
{
    const NetworkInfo &info = m_workspace->network()->info();
    return {info.file, networkName(), info.layers, info.classCount, m_workspace->classNames()};
}

/// Takes class, layer, filter and the gallery's filters to the network that is open now, and says what was
/// put back.
void MainWindow::fitChoices()
{
    m_messages->withdraw(MessageBar::About::Choices);
    Choosable now = choosable();
    const Fitting fitting(m_chosenFrom, now);
    QStringList said = fitting.putBack(m_choices->rows(), m_choices->layer(), m_choices->filter());
    if (!m_choices->fitTargets([&fitting](const Target &target) { return fitting.target(target); }))
        said
            << tr("Classes that were chosen for single photos are not in %1 and are put back.").arg(now.name);
    Arrangement arrangement = m_choices->arrangement();
    bool cleared = false;
    const bool areOwn = !m_workspace->photos()->classes.empty(); // the folder's, whatever the network
    for (std::optional<int> *label : {&arrangement.trueClass, &arrangement.predictedClass}) {
        if (!*label || (areOwn && label == &arrangement.trueClass))
            continue;
        *label = fitting.label(**label);
        cleared = cleared || !*label;
    }
    m_choices->setArrangement(arrangement);
    if (cleared)
        said << tr("The gallery's filter by class is cleared.");
    const auto [layer, filter] = fitting.filter(m_choices->layer(), m_choices->filter());
    m_choices->setAll(fitting.rows(m_choices->rows()), fitting.rows(m_choices->hidden()), layer, filter);
    m_chosenFrom = std::move(now);
    if (!said.isEmpty())
        m_messages->say(MessageBar::Kind::Done, MessageBar::About::Choices, joined(said));
}

/// What was searched for in one folder says nothing about another.
void MainWindow::clearFiltersOfOtherFolder()
{
    const bool isOther = m_filteredFolder != m_workspace->folder();
    m_filteredFolder = m_workspace->folder();
    Arrangement arrangement = m_choices->arrangement();
    if (!isOther || !arrangement.filters())
        return;
    arrangement = Arrangement{.order = arrangement.order};
    m_choices->setArrangement(arrangement);
    m_messages->say(MessageBar::Kind::Done, MessageBar::About::Choices,
        tr("The search and the filters of the folder before are cleared."));
}

/// Photos of the folder that were on the board and are not there any more.
void MainWindow::sayWhatHasGone(const QList<UsedPhoto> &wanted)
{
    const std::string &folder = m_workspace->photos()->folder.native();
    const std::vector<PhotoRef> &listed = m_workspace->photos()->photos;
    QStringList gone;
    for (const UsedPhoto &photo : wanted) {
        std::error_code ignored;
        const bool isOfIt = !folder.empty() && photo.file.native().starts_with(folder);
        const auto isIt = [&](const PhotoRef &other) { return other.file.native() == photo.file.native(); };
        // The disk is only asked of what the listing has not: it may be slow, and this is the window's
        // thread.
        if (isOfIt && !photo.pinned && !std::ranges::any_of(listed, isIt)
            && !std::filesystem::exists(photo.file, ignored))
            gone << displayText(photo.file.filename());
    }
    if (gone.isEmpty())
        return;
    const QString text = gone.size() == 1 ? tr("%1 was on the board and is not in the folder any more.")
                                          : tr("%1 were on the board and are not in the folder any more.");
    m_messages->say(
        MessageBar::Kind::Problem, MessageBar::About::Photos, text.arg(gone.join(QStringLiteral(", "))));
}

} // namespace convscope
