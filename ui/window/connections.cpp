#include "ui/board/boardview.h"
#include "ui/board/parameterpanel.h"
#include "ui/choices/choices.h"
#include "ui/filters/filterinspector.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/session/autosave.h"
#include "ui/session/history.h"
#include "ui/session/recentfiles.h"
#include "ui/session/sessionopener.h"
#include "ui/session/windowlayout.h"
#include "ui/window/commands.h"
#include "ui/window/demohint.h"
#include "ui/window/emptystate.h"
#include "ui/window/mainwindow.h"
#include "ui/window/secondnetwork.h"

#include <QLabel>

// Who hears whom in the window.

namespace convscope {

/// Once; what the user sees comes and goes.
void MainWindow::connectWorkspace()
{
    connect(m_workspace, &Workspace::networkOpened, this, &MainWindow::networkOpened);
    connect(m_workspace, &Workspace::networkOpened, this, &MainWindow::turnThumbnails);
    connect(m_workspace, &Workspace::photosOpened, this, &MainWindow::photosOpened);
    connect(m_workspace, &Workspace::labelledAlone, this, [this](const std::vector<PhotoRef> &labelled) {
        PhotoChoice photos = m_choices->photos();
        photos.setLabels(labelled);
        m_choices->setPhotos(std::move(photos));
    });
    connect(m_workspace, &Workspace::openingChanged, this, &MainWindow::openingChanged);
    using About = MessageBar::About;
    connect(m_workspace, &Workspace::networkFailed, this, [this](const QString &reason) {
        complain(About::Network, reason);
        m_commands->setPreview(m_workspace->precision() == Precision::Preview);
        if (m_workspace->network())
            fitChoices(); // what was restored may be of the one that could not be opened
        m_second->reopen(); // beside the one that is still open
        ask();
    });
    connect(m_workspace, &Workspace::deviceFailed, this, [this](const QString &reason) {
        m_messages->withdraw(About::Demo); // of which nothing is missing
        m_messages->offer(MessageBar::Kind::Problem, About::Network, reason, tr("Use the processor"),
            [this] { m_workspace->useProcessor(); });
    });
    connect(m_workspace, &Workspace::networkSilent, this, [this](const QString &name) {
        if (name.isEmpty())
            m_messages->withdraw(About::Silence);
        else
            m_messages->say(MessageBar::Kind::Problem, About::Silence,
                tr("%1 does not answer. It may need longer, or its code may never end. Wait, give it up with "
                   "Esc, or open another network.")
                    .arg(name));
    });
    connect(&m_workspace->networkLane(), &Lane::stopAsked, this, &MainWindow::cancelled);
    m_spent.setSingleShot(true);
    m_spent.setInterval(200); // ms; a running job tells of itself more often
    connect(&m_spent, &QTimer::timeout, this, &MainWindow::withdrawSpentOffers);
    const auto mayBeSpent = [this] {
        if (!m_spent.isActive() && !m_cancelled.isEmpty())
            m_spent.start();
    };
    connect(&m_workspace->networkLane(), &Lane::jobsChanged, this, mayBeSpent);
    connect(m_workspace, &Workspace::networkOpened, this, mayBeSpent);
    connect(m_workspace, &Workspace::photosOpened, this, mayBeSpent);
    connect(m_second, &SecondNetwork::changed, this, mayBeSpent);
    connect(m_controller, &BoardController::reshaped, this, mayBeSpent);
    connect(m_controller, &BoardController::cellChanged, this, mayBeSpent);
    connect(m_inspector, &FilterInspector::changed, this, mayBeSpent);
    connect(m_controller, &BoardController::photosReplaced, m_inspector, &FilterInspector::takeVersions);
    connect(m_workspace, &Workspace::openingStopped, this, [this](const QString &name) {
        m_messages->say(MessageBar::Kind::Done, About::Session,
            tr("You stopped the opening of %1. Open it again to try once more.").arg(name));
    });
    connect(m_workspace, &Workspace::photosFailed, this,
        [this](const QString &reason) { complain(About::Photos, reason); });
    connectWriting();
    connectPresets();
    connect(m_choices, &Choices::changed, this, &MainWindow::choicesChanged);
    connect(m_controller, &BoardController::reshaped, this, &MainWindow::tellIfMany);
    connect(m_controller, &BoardController::reshaped, this, &MainWindow::showHasMask);
    connect(m_controller, &BoardController::cellChanged, this, &MainWindow::showHasMask);
    const auto cannot = [this](const QString &reason) {
        m_messages->say(MessageBar::Kind::Problem, About::Session, reason);
    };
    connect(m_sessions, &SessionOpener::opened, this, &MainWindow::showReopened);
    connect(m_sessions, &SessionOpener::failed, this, cannot);
    connect(m_sessions, &SessionOpener::isNoFigure, this, &MainWindow::openNoFigure);
    connect(m_sessions, &SessionOpener::saved, this, [this](const std::filesystem::path &file) {
        m_sessionFile = file;
        m_recent->add(RecentFiles::Kind::Session, file);
        m_messages->say(
            MessageBar::Kind::Done, About::Session, tr("The session was saved as %1").arg(displayText(file)));
    });
    connect(m_autosave, &Autosave::failed, this, cannot);
    connect(m_controller, &BoardController::reshaped, m_history, &History::soon);
    connect(m_controller, &BoardController::rowsChanged, m_history, &History::soon);
    connect(m_controller, &BoardController::columnChanged, m_history, &History::soon);
    connect(m_choices, &Choices::changed, m_history, &History::soon);
    connect(m_choices, &Choices::changed, m_autosave, &Autosave::soon);
    connect(m_history, &History::changed, this,
        [this] { m_commands->setUndo(m_history->undoText(), m_history->redoText()); });
    connect(m_controller, &BoardController::reshaped, m_autosave, &Autosave::soon);
    connect(m_controller, &BoardController::rowsChanged, m_autosave, &Autosave::soon);
    connect(m_controller, &BoardController::cellChanged, m_autosave, &Autosave::soon);
    connect(m_workspace, &Workspace::networkOpened, m_autosave, &Autosave::soon);
    connect(m_workspace, &Workspace::photosOpened, m_autosave, &Autosave::soon);
}

void MainWindow::connectCommands()
{
    connect(m_recent, &RecentFiles::chosen, this, &MainWindow::open);
    connect(m_commands, &Commands::openPhotos, this, &MainWindow::askForPhotos);
    connect(m_commands, &Commands::openSinglePhotos, this, &MainWindow::askForSinglePhotos);
    connect(m_commands, &Commands::reload, this, &MainWindow::reload);
    connect(m_commands, &Commands::openNetwork, this, &MainWindow::askForNetwork);
    connect(m_commands, &Commands::openSecond, this, &MainWindow::askForSecond);
    connect(m_commands, &Commands::drawSecond, this, &MainWindow::askForDrawn);
    connect(m_commands, &Commands::closeSecond, this, &MainWindow::closeSecond);
    connect(m_commands, &Commands::compareOnAll, this, &MainWindow::compareOnAll);
    connect(m_commands, &Commands::editInput, this, &MainWindow::askForInput);
    connect(m_commands, &Commands::openDemo, this, &MainWindow::openDemo);
    connect(m_commands, &Commands::openFigure, this, [this] {
        askForFile(Place::Figures, tr("Open a figure"),
            tr("Figures of Convscope (*.png *.svg *.pdf);;All files (*)"));
    });
    connect(m_commands, &Commands::openSession, this, [this] {
        askForFile(
            Place::Sessions, tr("Open a session"), tr("Sessions of Convscope (*.convscope);;All files (*)"));
    });
    connect(m_commands, &Commands::saveSession, this, [this] {
        if (m_sessionFile.empty())
            askForSessionToSave();
        else
            saveSession(m_sessionFile);
    });
    connect(m_commands, &Commands::saveSessionAs, this, &MainWindow::askForSessionToSave);
    connect(m_commands, &Commands::showFolder, this, &MainWindow::showFolder);
    connect(m_commands, &Commands::exportFigure, this, &MainWindow::askForFigure);
    connect(m_commands, &Commands::quit, this, &MainWindow::close);
    connect(m_commands, &Commands::undo, this, [this] { goTo(m_history->undo()); });
    connect(m_commands, &Commands::redo, this, [this] { goTo(m_history->redo()); });
    connect(m_commands, &Commands::copyPicture, m_board, &BoardView::copyPicture);
    connect(m_commands, &Commands::selectAll, m_gallery, &GalleryPanel::selectAll);
    connect(m_commands, &Commands::selectNone, m_gallery, &GalleryPanel::selectNone);
    connect(m_commands, &Commands::documentation, this, &MainWindow::showDocumentation);
    connect(m_commands, &Commands::findPhotos, m_gallery, &GalleryPanel::find);
    connect(m_commands, &Commands::stepFilter, m_network, &NetworkPanel::stepFilter);
    connect(m_commands, &Commands::stepLayer, m_network, &NetworkPanel::stepLayer);
    connect(m_commands, &Commands::coloursChosen, this, [this](Colours colours) {
        m_choices->changeLooks([colours](const Row &row, Look &look) {
            if (kindOf(row) == AnswerKind::SuperpixelWeights)
                look.colours = colours;
        });
    });
    connect(m_commands, &Commands::outlineChosen, m_choices, &Choices::setOutline);
    connect(m_commands, &Commands::targetChosen, m_choices, &Choices::setTarget);
    connect(m_commands, &Commands::automaticChosen, m_choices, &Choices::setAutomatic);
    connect(m_commands, &Commands::startAll, m_controller, &BoardController::startAll);
    connect(m_commands, &Commands::previewChosen, this, [this](bool preview) {
        m_workspace->setPrecision(preview ? Precision::Preview : Precision::Float32);
    });
    connect(m_commands, &Commands::resetParameters, m_choices, &Choices::resetAll);
    connect(m_commands, &Commands::cancelFirst, this, [this] {
        if (isFullScreen())
            toggleFullScreen();
        else
            m_workspace->networkLane().stopFirst();
    });
    connect(m_commands, &Commands::cancelAll, this, [this] {
        m_workspace->networkLane().stopAll();
        m_workspace->readers().stopAll();
    });
    connect(m_commands, &Commands::topChosen, m_board, &BoardView::setTopShown);
    connect(m_commands, &Commands::topChosen, this, &keepTopShown);
    connect(m_commands, &Commands::fullScreenChosen, this, &MainWindow::toggleFullScreen);
    connect(m_commands, &Commands::zoomBy, m_board, &BoardView::zoomBy);
    connect(m_commands, &Commands::resetZoom, m_board, &BoardView::resetZoom);
    connect(m_commands, &Commands::themeChosen, this, &MainWindow::setTheme, Qt::QueuedConnection);
    connect(m_commands, &Commands::languageChosen, this, &MainWindow::speak, Qt::QueuedConnection);
    connect(m_commands, &Commands::resetLayout, this, [this] {
        restoreState(m_usualLayout);
        shareRoom();
    });
    connect(m_commands, &Commands::firstSteps, this, [this] { showHelp(HelpDialog::Page::FirstSteps); });
    connect(m_commands, &Commands::help, this, [this] { showHelp(HelpDialog::Page::Keys); });
    connect(m_commands, &Commands::about, this, &MainWindow::showAbout);
}

void MainWindow::connectPanels()
{
    m_gallery->setGlance([this](const PhotoRef &photo) { return m_controller->glance(photo); });
    connect(m_gallery, &GalleryPanel::openAsked, this, [this](const std::filesystem::path &photo) {
        m_choices->putOn({photo, {}});
        m_board->openPhoto(photo);
    });
    connect(m_gallery, &GalleryPanel::splitAsked, this, [this](const QString &split) {
        if (split == m_workspace->split())
            return;
        beginOpening();
        openFolder({m_workspace->folder(), split, {}, m_workspace->labels()});
    });
    connect(m_gallery, &GalleryPanel::labelsAsked, this, [this](LabelsAsked labels) {
        m_workspace->setLabels({labels, m_workspace->labels().map});
    });
    connect(m_gallery, &GalleryPanel::labelMapAsked, this, &MainWindow::askForLabelMap);
    connect(m_board, &BoardView::shapeChanged, m_autosave, &Autosave::soon);
    connect(m_board, &BoardView::readoutChanged, m_readout, &QLabel::setText);
    connect(m_board, &BoardView::parametersAsked, this, &MainWindow::showParameters);
    connect(m_network, &NetworkPanel::chosenChanged, this, &MainWindow::ask);
    connect(m_network, &NetworkPanel::inputAsked, this, &MainWindow::askForInput);
    connect(m_network, &NetworkPanel::filterAsked, this, &MainWindow::showFilterCard);
    connect(m_network, &NetworkPanel::explainAsked, this, [this] {
        if (const std::optional<int> layer = m_network->layer())
            m_choices->setTarget({Target::Kind::Filter, m_network->filter(), *layer});
    });
    connect(m_network, &NetworkPanel::imageNetAsked, this, &MainWindow::useImageNet);
    connect(m_network, &NetworkPanel::graphChosen, this, &keepGraphShown);
    connect(m_board, &BoardView::addAsked, this, &MainWindow::askForRow);
    connect(m_messages, &MessageBar::focusLeft, this, &MainWindow::focusBoard);
    connect(m_empty, &EmptyState::photosAsked, this, &MainWindow::askForPhotos);
    connect(m_empty, &EmptyState::networkAsked, this, &MainWindow::askForNetwork);
    connect(m_empty, &EmptyState::demoAsked, this, &MainWindow::openDemo);
    connect(m_hint, &DemoHint::photosAsked, this, &MainWindow::askForPhotos);
    connect(m_hint, &DemoHint::networkAsked, this, &MainWindow::askForNetwork);
    connect(m_hint, &DemoHint::closed, this, [this] {
        m_demoHintClosed = true;
        showCentre();
    });
}

} // namespace convscope
