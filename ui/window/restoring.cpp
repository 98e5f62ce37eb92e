#include "ui/board/boardcontroller.h"
#include "ui/board/boardview.h"
#include "ui/choices/choices.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/session/changesdialog.h"
#include "ui/session/lastsession.h"
#include "ui/session/recentfiles.h"
#include "ui/session/sessionopener.h"
#include "ui/window/commands.h"
#include "ui/window/mainwindow.h"
#include "ui/window/secondnetwork.h"

// How the window makes a session of what it shows, and takes one.

namespace convscope {

namespace {

/// The next start may be in another folder.
std::filesystem::path wholePath(const std::filesystem::path &path)
{
    std::error_code problem;
    const std::filesystem::path whole = std::filesystem::absolute(path, problem);
    return problem ? path : whole.lexically_normal();
}

} // namespace

/// A figure brings its own board; what else is named takes the place of what was open the last time.
void MainWindow::openLast(const WindowOptions &options)
{
    if (!options.file.empty()) {
        open(options.file);
        return;
    }
    LastSession last = loadLastSession();
    const std::filesystem::path chosenFor = last.session.network.file.file;
    if (!last.problem.isEmpty())
        m_messages->say(MessageBar::Kind::Problem, MessageBar::About::Session, last.problem);
    const bool nothing = options.model.empty() && options.data.empty() && last.problem.isEmpty()
        && last.session.network.file.file.empty() && last.session.folder.empty()
        && last.session.photos.isEmpty();
    UsedSecond second{.drawn = options.drawn};
    if (!options.second.empty())
        second.network = asked(wholePath(options.second));
    if (options.openDemo || (nothing && !m_demo.network.empty())) {
        m_second->want(second);
        openDemo();
        return;
    }
    if (!options.model.empty()) {
        const std::filesystem::path model = wholePath(options.model);
        if (last.session.network.file.file != model) {
            last.session.network = asked(model);
            last.session.second = {}; // it was beside another one
        }
    }
    if (second.isOpen())
        last.session.second = second;
    if (!options.data.empty()) {
        for (UsedPhoto &photo : last.session.photos)
            photo.pinned = photo.pinned && last.session.folder == wholePath(options.data);
        last.session.folder = wholePath(options.data);
        last.session.split = QString::fromStdString(options.split);
        last.session.labels = {};
    }
    if (options.labels != LabelChoice())
        last.session.labels = options.labels;
    restore(last.session);
    if (!chosenFor.empty()) // by numbers that may mean something else in the network that is asked for now
        m_chosenFrom =
            Choosable{.file = chosenFor, .name = {}, .layers = {}, .classCount = 0, .classNames = {}};
}

void MainWindow::restore(const Session &session)
{
    const std::filesystem::path &network = session.network.file.file;
    m_chosenFrom.reset();
    if (!network.empty())
        m_chosenFrom =
            Choosable{.file = network, .name = {}, .layers = {}, .classCount = 0, .classNames = {}};
    m_choices->take(session);
    if (session.shape)
        m_board->setShape(*session.shape);
    PhotoChoice photos = m_choices->photos();
    photos.unpinAll(); // those of the session come with its photos
    m_choices->setPhotos(photos);
    m_second->want(session.second);
    if (!network.empty()) {
        openNetwork(session.network); // and then it is asked
    } else {
        m_second->reopen();
        if (m_workspace->network()) {
            fitChoices();
            m_network->choose(m_choices->layer(), m_choices->filter());
        }
        ask();
    }
    if (!session.folder.empty()) {
        openFolder({session.folder, session.split, session.photos, session.labels});
    } else if (!session.photos.isEmpty()) {
        m_askedPhotos = {{}, {}, session.photos, session.labels};
        std::vector<std::filesystem::path> files;
        for (const UsedPhoto &photo : session.photos)
            files.push_back(photo.file);
        m_workspace->openPhotoFiles(files, session.labels);
    }
}

/// What the board showed once, of the files that are open.
void MainWindow::goTo(const std::optional<Session> &state)
{
    if (!state)
        return;
    m_choices->take(*state);
    m_choices->takePhotos(*state);
    m_workspace->setLabels(state->labels);
    m_workspace->labelAlone(m_choices->photos().pinnedElsewhere());
    m_network->choose(m_choices->layer(), m_choices->filter());
    ask();
}

/// A session or a figure that was read, and what has changed since it was written.
void MainWindow::showReopened(const Reopened &reopened)
{
    m_recent->add(RecentFiles::Kind::Session, m_sessions->file());
    beginOpening();
    restore(reopened.session);
    if (m_sessions->file().extension() == sessionEnding)
        m_sessionFile = m_sessions->file();
    const QString name = displayText(m_sessions->file().filename());
    if (reopened.changes.isEmpty()) {
        m_messages->say(MessageBar::Kind::Done, MessageBar::About::Session,
            tr("%1 is open. Its files and the program are as they were when it was written.").arg(name));
        return;
    }
    const bool otherNetwork = reopened.session.network.file.file.empty() && m_workspace->network();
    auto *dialog = new ChangesDialog(name, reopened, otherNetwork, this);
    connect(dialog, &ChangesDialog::folderChosen, this,
        [this](const QString &folder) { m_sessions->lookIn(toPath(folder)); });
    dialog->show();
}

/// What the board shows.
Session MainWindow::shown() const
{
    Session session = m_controller->session();
    session.folder = m_workspace->folder();
    session.split = m_workspace->split();
    session.labels = m_workspace->labels();
    return session;
}

/// The same for the next start: what is still being opened counts, as does what could not be opened where
/// there is nothing else.
Session MainWindow::session() const
{
    Session session = shown();
    session.shape = m_board->shape();
    if (m_askedNetwork)
        session.network = *m_askedNetwork;
    if (m_askedPhotos) {
        session.folder = m_askedPhotos->folder;
        session.split = m_askedPhotos->split;
        session.photos = m_askedPhotos->photos;
        session.labels = m_askedPhotos->labels;
    }
    return session;
}

} // namespace convscope
