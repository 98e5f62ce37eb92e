#include "ui/board/boardcontroller.h"
#include "ui/board/boardview.h"
#include "ui/board/parameterpanel.h"
#include "ui/choices/choices.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/gallery/gallerytools.h"
#include "ui/network/networkpanel.h"
#include "ui/present/language.h"
#include "ui/session/chosenlanguage.h"
#include "ui/session/history.h"
#include "ui/session/recentfiles.h"
#include "ui/window/commands.h"
#include "ui/window/evaluating.h"
#include "ui/window/mainwindow.h"

#include <QDialog>
#include <QDockWidget>
#include <QMenuBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStatusBar>

// How the window changes its language and its colours: all that the user sees is made anew, so that no text
// and no colour can be forgotten. What is open, chosen and computed lives on in what is not seen.

namespace convscope {

void MainWindow::setTheme(Theme theme)
{
    keepTheme(theme);
    applyTheme(theme);
    rebuild();
}

void MainWindow::speak(const QString &language)
{
    keepLanguage(language);
    setLanguage(spokenLanguage());
    rebuild();
}

void MainWindow::rebuild()
{
    const QByteArray docks = saveState();
    QMap<QString, QByteArray> splitters;
    for (const QSplitter *splitter : findChildren<QSplitter *>())
        splitters.insert(splitter->objectName(), splitter->saveState());
    const Session shownNow = shown();
    const Arrangement arrangement = m_gallery->arrangement();
    const std::vector<PhotoRef> chosen = m_gallery->chosen();
    const auto pinned = std::size_t(m_gallery->pinnedCount());
    const std::optional<int> layer = m_network->layer();
    const int filter = m_network->filter();
    const BoardShape shape = m_board->shape();
    const MessageBar::Messages messages = m_messages->messages();
    const bool filtersShown = m_gallery->findChild<GalleryTools *>()->areFiltersShown();

    clearAway();
    m_controller->tellAnew();
    build();

    restoreState(docks);
    for (QSplitter *splitter : findChildren<QSplitter *>())
        splitter->restoreState(splitters.value(splitter->objectName()));
    m_messages->setMessages(messages);
    sayAnew();
    showClassNames();
    m_commands->setUndo(m_history->undoText(), m_history->redoText());
    showColours();
    m_commands->setOutline(shownNow.outline);
    m_commands->setAutomatic(shownNow.automatic);
    m_commands->setPreview(m_workspace->precision() == Precision::Preview);
    showHasMask();
    m_board->setShape(shape);
    {
        const QSignalBlocker blocker(m_gallery); // the board has these photos
        m_gallery->showPhotos(m_workspace->photos(), m_workspace->classNames());
        m_gallery->setPinned({chosen.begin(), chosen.begin() + std::ptrdiff_t(pinned)});
        std::vector<std::filesystem::path> selected;
        for (std::size_t i = pinned; i < chosen.size(); ++i)
            selected.push_back(chosen[i].file);
        m_gallery->choose(selected);
        m_evaluating->showVerdicts(); // before what asks for them
        m_gallery->setArrangement(arrangement);
        m_gallery->findChild<GalleryTools *>()->showFilters(filtersShown);
    }
    if (m_workspace->network())
        showNetwork(layer.value_or(-1), filter);
    ask();
    showTitle();
    showCentre();
}

/// The messages on how things stand, in the language that is spoken now.
void MainWindow::sayAnew()
{
    if (m_messages->says(MessageBar::About::Cancelled))
        offerCancelled();
    if (m_messages->says(MessageBar::About::Board)) {
        m_toldOfMany = false;
        tellIfMany();
    }
}

void MainWindow::clearAway()
{
    qDeleteAll(findChildren<QDialog *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly));
    delete takeCentralWidget();
    setStatusBar(nullptr);
    delete m_recent;
    delete m_commands;
    setMenuBar(nullptr);
}

} // namespace convscope
