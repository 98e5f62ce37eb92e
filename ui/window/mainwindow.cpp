#include "ui/window/mainwindow.h"

#include "ui/board/boardview.h"
#include "ui/board/parameterpanel.h"
#include "ui/export/figureexport.h"
#include "ui/filters/filtercard.h"
#include "ui/filters/filterinspector.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/session/autosave.h"
#include "ui/session/chosenlanguage.h"
#include "ui/session/history.h"
#include "ui/session/recentfiles.h"
#include "ui/session/sessionopener.h"
#include "ui/session/windowlayout.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/commands.h"
#include "ui/window/demohint.h"
#include "ui/window/emptystate.h"
#include "ui/window/evaluating.h"
#include "ui/window/jobsummary.h"
#include "ui/window/paintingthreads.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>
#include <algorithm>

// What the window is made of.

namespace convscope {

namespace {

constexpr QSize usualSize(1280, 800);
constexpr int leastCentre = 240; ///< so that all fits into 850 pixels: a laptop's 1280 at a scale of 1.5
/// What the panels get of the window's width where nobody has chosen, so that the board has most of it.
constexpr double photosShare = 0.206;
constexpr double networkShare = 0.23;
constexpr int mostPanel = 320;

/// The first local file or folder among what is dragged; empty where there is none.
std::filesystem::path droppedPath(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            return toPath(url.toLocalFile());
    }
    return {};
}

} // namespace

MainWindow::MainWindow(const WindowOptions &options)
    : m_demo(options.demo)
    , m_workspace(new Workspace(options.network, options.threads, this))
    , m_controller(new BoardController(m_workspace->networkLane(), m_workspace->readers(), this))
    , m_inspector(new FilterInspector(m_workspace->networkLane(), m_workspace->readers(), this))
    , m_figures(new FigureExport(*m_controller, m_workspace->readers(), this))
    , m_sessions(new SessionOpener(m_workspace->readers(), options.network, this))
    , m_autosave(new Autosave([this] { return session(); }, this))
    , m_history(new History([this] { return shown(); }, this))
    , m_demoHintClosed(demoHintWasClosed())
    , m_inputAtStart(options.network.input)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    startPaintingThreads();
    connectWorkspace();
    m_evaluating = new Evaluating(*m_workspace, *m_controller, this);
    build();
    resize(usualSize.boundedTo(screen()->availableSize() * 0.95)); // the frame needs a little too
    m_usualLayout = saveState();
    shareRoom();
    restoreLayout(*this);
    showClassNames();
    ask();
    openLast(options);
    showTitle();
    showCentre();
}

/// The menus, the panels, the board and the status bar, all empty.
void MainWindow::build()
{
    m_commands = new Commands(*this);
    m_commands->setTheme(chosenTheme());
    m_commands->setLanguage(chosenLanguage());
    m_recent = new RecentFiles(m_commands->recentMenu(), this);
    makePanels();
    makeCentre();
    makeStatusBar();
    connectCommands();
    connectPanels();
    m_evaluating->serve(*m_gallery, *m_commands);
    connectSessions();
}

MainWindow::~MainWindow() = default;

QDockWidget *MainWindow::addPanel(Qt::DockWidgetArea area, QWidget *panel, const QString &title)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(panel->objectName() + QStringLiteral("Dock"));
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    dock->setWidget(panel);
    addDockWidget(area, dock);
    dock->show(); // at once: what is hidden gets no part when the room is shared
    return dock;
}

/// The panels' widths, for the width that the window has.
void MainWindow::shareRoom()
{
    layout()->activate(); // the docks have sizes only after that
    const auto part = [this](double share) { return std::min(mostPanel, int(width() * share)); };
    const auto dockOf = [](QWidget *panel) { return qobject_cast<QDockWidget *>(panel->parentWidget()); };
    resizeDocks(
        {dockOf(m_gallery), dockOf(m_network)}, {part(photosShare), part(networkShare)}, Qt::Horizontal);
}

void MainWindow::makePanels()
{
    m_gallery = new GalleryPanel(m_workspace->readers());
    m_network = new NetworkPanel(*m_inspector);
    m_parameters = new ParameterPanel;
    QDockWidget *photos = addPanel(Qt::LeftDockWidgetArea, m_gallery, tr("Photos"));
    QDockWidget *network = addPanel(Qt::RightDockWidgetArea, m_network, tr("Network"));
    QDockWidget *filter = addPanel(Qt::RightDockWidgetArea, new FilterCard(*m_inspector), tr("Filter"));
    QDockWidget *parameters = addPanel(Qt::RightDockWidgetArea, m_parameters, tr("Parameters"));
    tabifyDockWidget(network, filter);
    tabifyDockWidget(filter, parameters);
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
    network->raise();
    m_commands->addPanels({photos->toggleViewAction(), network->toggleViewAction(),
        filter->toggleViewAction(), parameters->toggleViewAction()});
}

void MainWindow::makeCentre()
{
    m_messages = new MessageBar;
    m_hint = new DemoHint;
    m_empty = new EmptyState;
    m_board = new BoardView(*m_controller);
    m_centre = new QStackedWidget;
    m_centre->setMinimumWidth(leastCentre); // whatever the page that is not seen needs
    m_centre->addWidget(m_empty);
    m_centre->addWidget(m_board);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_messages);
    layout->addWidget(m_hint);
    layout->addWidget(m_centre, 1);
    setCentralWidget(centre);
    centre->show(); // at once, as the docks
}

void MainWindow::makeStatusBar()
{
    m_device = new QLabel;
    m_device->setObjectName(QStringLiteral("device"));
    m_device->setToolTip(tr("Where the network runs"));
    m_readout = new QLabel;
    m_readout->setObjectName(QStringLiteral("readout"));
    m_readout->setAccessibleName(tr("Values at the pointer"));
    m_readout->setMinimumWidth(1); // a long line must not widen the window
    statusBar()->addWidget(m_readout, 1);
    auto *jobs = new JobSummary({&m_workspace->networkLane(), &m_workspace->readers()});
    connect(m_commands, &Commands::showJobs, jobs, &JobSummary::showList);
    statusBar()->addPermanentWidget(jobs);
    statusBar()->addPermanentWidget(m_device);
}

void MainWindow::showHelp(HelpDialog::Page page)
{
    auto *dialog = new HelpDialog(m_commands->withKeys(), page, this);
    dialog->show();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(m_device->text(), this);
    dialog->show();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout(*this);
    keepDemoHintClosed(m_demoHintClosed);
    m_autosave->now();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPath(event->mimeData()).empty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    open(droppedPath(event->mimeData()));
}

} // namespace convscope
