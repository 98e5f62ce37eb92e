#include "core/data/filekind.h"
#include "core/data/folder.h"
#include "ui/board/boardcontroller.h"
#include "ui/board/parameterpanel.h"
#include "ui/choices/choices.h"
#include "ui/filters/filterinspector.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/session/presetstore.h"
#include "ui/session/recentfiles.h"
#include "ui/session/sessionopener.h"
#include "ui/session/toldinputs.h"
#include "ui/widgets/filemanager.h"
#include "ui/window/commands.h"
#include "ui/window/mainwindow.h"
#include "ui/window/secondnetwork.h"

#include <QLabel>
#include <algorithm>

// How the window opens networks and photos.

namespace convscope {

namespace {

bool isPicture(const std::filesystem::path &file) { return endsLikeAPicture(file.filename().native()); }

bool isPreset(const std::filesystem::path &file) { return file.extension() == presetEnding; }

/// Of photos. A network that is a folder is opened as a network, which says what it is.
bool isPhotoFolder(const std::filesystem::path &path)
{
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored) && !folderKind(path);
}

} // namespace

void MainWindow::open(const std::filesystem::path &path)
{
    if (!isPreset(path)) // which only changes the rows
        beginOpening();
    openOne(path);
}

void MainWindow::openAll(const std::vector<std::filesystem::path> &paths)
{
    if (!std::ranges::all_of(paths, isPreset))
        beginOpening();
    std::vector<std::filesystem::path> photos;
    std::vector<std::filesystem::path> others;
    for (const auto &path : paths) {
        if (isPreset(path))
            openOne(path); // of several the last one has the say
        else
            (isPicture(path) ? photos : others).push_back(path);
    }
    if (photos.size() == 1)
        openOne(photos.front()); // it may be a figure
    else if (!photos.empty())
        openPhotos(photos);
    bool hasFolder = !photos.empty();
    bool hasNetwork = false;
    QStringList leftOut;
    for (const auto &path : others) {
        bool &isTaken = isPhotoFolder(path) ? hasFolder : hasNetwork;
        if (std::exchange(isTaken, true))
            leftOut << displayText(path.filename());
        else
            openOne(path);
    }
    if (!leftOut.isEmpty())
        m_messages->say(MessageBar::Kind::Done, MessageBar::About::Session,
            tr("One network and one folder can be open at a time. Left out: %1.")
                .arg(leftOut.join(QStringLiteral(", "))));
}

void MainWindow::openOne(const std::filesystem::path &path)
{
    std::error_code ignored;
    m_figureAsked = false;
    if (!std::filesystem::exists(path, ignored)) {
        m_recent->remove(path);
        m_messages->say(MessageBar::Kind::Problem, MessageBar::About::Session,
            sentence(Error(ErrorKind::NoSuchFile, path)));
        return;
    }
    if (isPhotoFolder(path))
        openFolder({path, {}, {}});
    else if (isPreset(path))
        m_presets->open(path);
    else if (isFigureName(path) || path.extension() == sessionEnding)
        m_sessions->open(path);
    else if (isPicture(path))
        openPhotos({path});
    else
        openNetwork(asked(path));
}

void MainWindow::openNetwork(UsedNetwork network)
{
    if (m_inputAtStart) {
        network.input = *std::exchange(m_inputAtStart, std::nullopt);
        network.inputOrigin = InputOrigin::Told;
    }
    const bool isTold = network.inputOrigin == InputOrigin::Told;
    m_askedNetwork = network;
    m_workspace->openNetwork(network.file.file, isTold ? std::optional(network.input) : std::nullopt);
}

/// A network that the user names: what was told of its input once holds.
UsedNetwork MainWindow::asked(const std::filesystem::path &network) const
{
    const UsedNetwork open = session().network;
    if (open.file.file == network)
        return open;
    UsedNetwork asked{{network, {}}};
    if (const std::optional<InputDescription> told = rememberedInput(network)) {
        asked.input = *told;
        asked.inputOrigin = InputOrigin::Told;
    }
    return asked;
}

void MainWindow::openFolder(const AskedPhotos &asked)
{
    m_askedPhotos = asked;
    m_workspace->openPhotos(asked.folder, asked.split, asked.labels);
}

/// Their folder with all that it holds, where they are of one; else these and no others.
void MainWindow::openPhotos(const std::vector<std::filesystem::path> &files)
{
    QList<UsedPhoto> wanted;
    bool ofOneFolder = true;
    for (const auto &file : files) {
        wanted += {file, {}};
        ofOneFolder = ofOneFolder && file.parent_path() == files.front().parent_path();
    }
    if (ofOneFolder) {
        openFolder({files.front().parent_path(), {}, wanted, {}, /*isForPhotos=*/true});
        return;
    }
    m_askedPhotos = {{}, {}, wanted};
    m_workspace->openPhotoFiles(files);
}

/// Photos that their folder does not list, as they lie beside folders that hold many, are opened by
/// themselves.
bool MainWindow::openLeftOut()
{
    if (!m_askedPhotos || !m_askedPhotos->isForPhotos)
        return false;
    const QList<UsedPhoto> wanted = m_askedPhotos->photos;
    const std::vector<PhotoRef> &listed = m_workspace->photos()->photos;
    std::vector<std::filesystem::path> files;
    bool all = true;
    for (const UsedPhoto &photo : wanted) {
        files.push_back(photo.file);
        all = all && std::ranges::any_of(listed, [&](const PhotoRef &other) {
            return other.file.native() == photo.file.native();
        });
    }
    if (all)
        return false;
    m_askedPhotos = {{}, {}, wanted};
    m_workspace->openPhotoFiles(files);
    return true;
}

/// A picture without a recipe: a photo, unless a figure was asked for.
void MainWindow::openNoFigure(const std::filesystem::path &file, const QString &reason)
{
    if (m_figureAsked || !isPicture(file))
        m_messages->say(MessageBar::Kind::Problem, MessageBar::About::Session, reason);
    else
        openPhotos({file});
}

void MainWindow::openDemo()
{
    beginOpening();
    m_openingDemo = true;
    m_demoHintClosed = false;
    QList<UsedPhoto> chosen;
    for (const auto &file : m_demo.chosen)
        chosen += {file, {}};
    openNetwork(asked(m_demo.network));
    openFolder({m_demo.photos, {}, chosen});
}

bool MainWindow::isDemoNetwork() const
{
    return m_workspace->network() && m_workspace->network()->info().file == m_demo.network;
}

bool MainWindow::isDemoPhotos() const
{
    return m_workspace->hasPhotos() && m_workspace->folder() == m_demo.photos;
}

/// What is opened from here on is one thing that the user asks for; what failed before is of the past.
void MainWindow::beginOpening()
{
    m_messages->withdraw(MessageBar::About::Demo);
    m_messages->withdraw(MessageBar::About::Session);
    m_openingDemo = false;
    m_sessionFile.clear(); // which is not to be written over with something else
}

/// The photos that are on the board where there are some, else the folder.
void MainWindow::showFolder()
{
    std::vector<std::filesystem::path> files;
    for (const PhotoRef &photo : m_choices->photos().onBoard())
        files.push_back(photo.file);
    if (files.empty())
        files.push_back(m_workspace->folder());
    showInFileManager(files);
}

void MainWindow::complain(MessageBar::About about, const QString &reason)
{
    m_messages->say(MessageBar::Kind::Problem, about, reason);
    if (m_openingDemo)
        m_messages->say(MessageBar::Kind::Problem, MessageBar::About::Demo,
            tr("The demo is not complete here: install the program again to have it. Everything else works; "
               "open your own photos and network."));
}

/// Once all is opened, or could not be: what is open counts again, where there is something.
void MainWindow::openingChanged()
{
    if (m_workspace->opening().isEmpty()) {
        if (m_workspace->network())
            m_askedNetwork.reset();
        if (m_workspace->hasPhotos())
            m_askedPhotos.reset();
    }
    showCentre();
}

void MainWindow::networkOpened()
{
    m_messages->withdraw(MessageBar::About::Network);
    m_messages->withdraw(MessageBar::About::Compared);
    m_controller->setNetwork(m_workspace->network(), m_workspace->networkIdentity());
    m_inspector->setNetwork(m_workspace->network());
    fitChoices();
    showNetwork();
    if (!isDemoNetwork()) { // which has an entry of its own in the menu
        const std::filesystem::path &file = m_workspace->network()->info().file;
        m_recent->add(RecentFiles::Kind::Network, file);
        keepPlace(Place::Networks, file.parent_path());
    }
    m_workspace->labelAlone(m_choices->photos().pinnedElsewhere());
    m_second->reopen();
    showSecondCommands();
    showTitle();
}

void MainWindow::photosOpened()
{
    m_messages->withdraw(MessageBar::About::Photos);
    m_messages->withdraw(MessageBar::About::Compared); // which is about those before, as they were labelled
    m_askingBoth = {};
    if (openLeftOut())
        return;
    const bool asked = m_askedPhotos && !m_askedPhotos->photos.isEmpty();
    clearFiltersOfOtherFolder();
    // The same folder listed anew keeps what is chosen.
    const QList<UsedPhoto> wanted = asked ? m_askedPhotos->photos : m_choices->photos().used();
    PhotoChoice photos = m_choices->photos();
    photos.setOpen(m_workspace->photos());
    if (asked || photos.onBoard().empty())
        photos.choose(wanted);
    m_choices->setPhotos(std::move(photos));
    showClassNames();
    showSecondCommands();
    showTitle();
    m_workspace->labelAlone(m_choices->photos().pinnedElsewhere());
    sayWhatHasGone(wanted);
    m_askedPhotos.reset();
    if (!m_workspace->folder().empty() && !isDemoPhotos()) {
        m_recent->add(RecentFiles::Kind::Photos, m_workspace->folder());
        keepPlace(Place::Photos, m_workspace->folder());
    }
}

/// The folder as it is now: what is new is there, what has gone is not, what was replaced is read again.
void MainWindow::reload()
{
    beginOpening();
    if (m_workspace->hasPhotos()) {
        m_gallery->readAgain();
        m_controller->readAgain();
        m_workspace->listAgain();
    } else if (m_askedPhotos && !m_askedPhotos->folder.empty()) {
        openFolder(AskedPhotos(*m_askedPhotos)); // which could not be opened before
    }
}

} // namespace convscope
