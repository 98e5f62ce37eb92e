#include "ui/board/boardcontroller.h"
#include "ui/board/parameterpanel.h"
#include "ui/filters/filterinspector.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/session/recentfiles.h"
#include "ui/session/sessionopener.h"
#include "ui/window/commands.h"
#include "ui/window/mainwindow.h"

#include <QLabel>

// How the window opens networks and photos.

namespace convscope {

namespace {

bool isPicture(const std::filesystem::path &file)
{
    static const QStringList endings{QStringLiteral(".jpg"), QStringLiteral(".jpeg"), QStringLiteral(".png"),
        QStringLiteral(".webp"), QStringLiteral(".bmp"), QStringLiteral(".tif"), QStringLiteral(".tiff")};
    return endings.contains(displayText(file.extension()).toLower());
}

} // namespace

void MainWindow::open(const std::filesystem::path &path)
{
    beginOpening();
    std::error_code ignored;
    m_figureAsked = false;
    if (std::filesystem::is_directory(path, ignored))
        openFolder({path, {}, {}});
    else if (isFigureName(path) || path.extension() == sessionEnding)
        m_sessions->open(path);
    else if (isPicture(path))
        openPhoto(path);
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

/// A network that the user names: what was told of its input holds while the same file is opened again.
UsedNetwork MainWindow::asked(const std::filesystem::path &network) const
{
    const UsedNetwork open = session().network;
    return open.file.file == network ? open : UsedNetwork{{network, {}}};
}

void MainWindow::openFolder(const AskedPhotos &asked)
{
    m_askedPhotos = asked;
    m_workspace->openPhotos(asked.folder, asked.split);
}

void MainWindow::openPhoto(const std::filesystem::path &file)
{
    openFolder({file.parent_path(), {}, {{file, {}}}});
}

/// A picture without a recipe: a photo, unless a figure was asked for.
void MainWindow::openNoFigure(const std::filesystem::path &file, const QString &reason)
{
    if (m_figureAsked || !isPicture(file))
        m_messages->say(MessageBar::Kind::Problem, MessageBar::About::Session, reason);
    else
        openPhoto(file);
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

bool MainWindow::isDemoOpen() const
{
    return m_workspace->network() && m_workspace->network()->info().file == m_demo.network
        && m_workspace->folder() == m_demo.photos;
}

/// What is opened from here on is one thing that the user asks for; what failed before is of the past.
void MainWindow::beginOpening()
{
    m_messages->withdraw(MessageBar::About::Demo);
    m_messages->withdraw(MessageBar::About::Session);
    m_openingDemo = false;
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
    m_controller->setNetwork(m_workspace->network(), m_workspace->networkIdentity());
    m_inspector->setNetwork(m_workspace->network());
    const ActivationOptions &last = m_parameters->questions().activation;
    showNetwork(last.layer, last.filter);
    m_recent->add(m_workspace->network()->info().file);
    showTitle();
}

void MainWindow::photosOpened()
{
    m_messages->withdraw(MessageBar::About::Photos);
    const bool asked = m_askedPhotos && !m_askedPhotos->photos.isEmpty();
    // The same folder listed anew keeps what is chosen.
    const QList<UsedPhoto> wanted = asked ? m_askedPhotos->photos : m_controller->session().photos;
    m_gallery->showPhotos(m_workspace->photos(), m_workspace->classNames(), m_workspace->allListed());
    showClassNames();
    showTitle();
    const bool gone = m_gallery->chosen().empty();
    if (!m_workspace->allListed()) {
        if (gone) // they may be found yet
            m_askedPhotos = {m_workspace->folder(), m_workspace->split(), wanted};
        return;
    }
    if (asked || gone)
        choose(wanted);
    m_askedPhotos.reset();
    if (!m_workspace->folder().empty())
        m_recent->add(m_workspace->folder());
}

/// On the board, as far as they are there.
void MainWindow::choose(const QList<UsedPhoto> &photos)
{
    std::vector<std::filesystem::path> selected;
    std::vector<PhotoRef> pinned;
    for (const UsedPhoto &photo : photos) {
        if (photo.pinned)
            pinned.push_back({photo.file, m_workspace->labelOf(photo.file)});
        else
            selected.push_back(photo.file);
    }
    if (!pinned.empty())
        m_gallery->setPinned(pinned);
    m_gallery->choose(selected);
}

} // namespace convscope
