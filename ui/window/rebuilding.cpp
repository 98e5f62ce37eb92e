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
#include "ui/window/mainwindow.h"

#include <QDialog>
#include <QDockWidget>
#include <QMenuBar>
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
    m_commands->setPreview(m_workspace->precision() == Precision::Preview);
    showHasMask();
    m_board->setShape(shape);
    m_gallery->findChild<GalleryTools *>()->showFilters(filtersShown);
    if (m_workspace->network())
        showNetwork();
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
