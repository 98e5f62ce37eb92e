#include "ui/window/mainwindow.h"

#include "ui/board/boardview.h"
#include "ui/board/parameterpanel.h"
#include "ui/choices/choices.h"
#include "ui/export/figureexport.h"
#include "ui/filters/filtercard.h"
#include "ui/filters/filterinspector.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/session/autosave.h"
#include "ui/session/chosenlanguage.h"
#include "ui/session/history.h"
#include "ui/session/presetstore.h"
#include "ui/session/recentfiles.h"
#include "ui/session/sessionopener.h"
#include "ui/session/windowlayout.h"
#include "ui/widgets/onscreen.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/commands.h"
#include "ui/window/comparing.h"
#include "ui/window/demohint.h"
#include "ui/window/documentation.h"
#include "ui/window/dropframe.h"
#include "ui/window/emptystate.h"
#include "ui/window/evaluating.h"
#include "ui/window/examining.h"
#include "ui/window/jobsummary.h"
#include "ui/window/keypriority.h"
#include "ui/window/paintingthreads.h"
#include "ui/window/rowcommands.h"
#include "ui/window/secondnetwork.h"
#include "ui/window/sizecommands.h"
#include "ui/window/statusline.h"
#include "ui/window/taborder.h"
#include "ui/window/tooltips.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>
#include <algorithm>

// What the window is made of.

namespace convscope {

namespace {

constexpr QSize usualSize(1280, 800);
constexpr int minCentre = 240; ///< so that all fits into 850 pixels: a laptop's 1280 at a scale of 1.5
/// What the panels get of the window's width where nobody has chosen, so that the board has most of it.
constexpr double photosShare = 0.206;
constexpr double networkShare = 0.23;
constexpr int maxPanel = 320;

/// The local files and folders among what is dragged.
std::vector<std::filesystem::path> droppedPaths(const QMimeData *data)
{
    std::vector<std::filesystem::path> paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.push_back(toPath(url.toLocalFile()));
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(const WindowOptions &options)
    : m_demo(options.demo)
    , m_workspace(new Workspace(options.network, options.threads, this))
    , m_choices(new Choices(this))
    , m_controller(new BoardController(*m_choices, m_workspace->networkLane(), m_workspace->readers(), this))
    , m_second(new SecondNetwork(*m_workspace, this))
    , m_inspector(new FilterInspector(
          m_workspace->networkLane(), m_workspace->readers(), m_controller->versions(), this))
    , m_figures(new FigureExport(*m_controller, m_workspace->readers(), this))
    , m_sessions(new SessionOpener(m_workspace->readers(), options.network, this))
    , m_autosave(new Autosave([this] { return session(); }, this))
    , m_history(new History([this] { return shown(); }, this))
    , m_presets(new PresetStore(this))
    , m_documentation(options.documentation)
    , m_demoHintClosed(demoHintWasClosed())
    , m_inputAtStart(options.network.input)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    new KeyPriority(*this);
    startPaintingThreads();
    new ToolTips(this);
    speakInWindow();
    connectWorkspace();
    connectSecond();
    m_evaluating = new Evaluating(*m_workspace, *m_controller, this);
    m_comparing = new Comparing(*m_workspace, *m_choices, this);
    m_examining = new Examining(*m_workspace, *m_choices, *m_inspector, m_evaluating->evaluator(), this);
    build();
    resizeOnScreen(*this, usualSize);
    m_usualLayout = saveState();
    shareRoom();
    restoreLayout(*this);
    showClassNames();
    ask();
    openLast(options);
    showTitle();
    showCentre();
    m_gallery->setFocus(); // the arrow keys browse at once
}

/// The menus, the panels, the board and the status bar, all empty.
void MainWindow::build()
{
    m_commands = new Commands(*this);
    m_commands->setTheme(chosenTheme());
    m_commands->setLanguage(chosenLanguage());
    m_commands->setFullScreen(isFullScreen());
    m_commands->setTopShown(keptTopShown());
    showSwitches();
    showSecondCommands();
    m_recent = new RecentFiles(m_commands->recentMenu(), this);
    makePanels();
    makeCentre();
    makeStatusBar();
    connectCommands();
    connectPanels();
    m_evaluating->serve(*m_gallery, *m_commands);
    m_comparing->serve(*m_gallery, *m_commands);
    m_examining->serve(*m_commands);
    new SizeCommands(*m_commands, *m_board, *m_controller, *m_gallery);
    makePresetMenu();
    connect(new RowCommands(*m_commands, *m_choices), &RowCommands::addAsked, this, &MainWindow::askForRow);
}

MainWindow::~MainWindow() = default;

QDockWidget *MainWindow::addPanel(Qt::DockWidgetArea area, QWidget *panel, const QString &title)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(panel->objectName() + QStringLiteral("Dock"));
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    dock->setWidget(panel);
    // Tab must not lead into what another tab covers. Its size counts all the same.
    QSizePolicy policy = panel->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    panel->setSizePolicy(policy);
    connect(dock, &QDockWidget::visibilityChanged, panel, &QWidget::setVisible);
    addDockWidget(area, dock);
    dock->show(); // at once: what is hidden gets no part when the room is shared
    return dock;
}

/// The panels' widths, for the width that the window has.
void MainWindow::shareRoom()
{
    // The docks have sizes only after that, and those of their panels from the inside out.
    for (QWidget *part : {static_cast<QWidget *>(m_gallery), static_cast<QWidget *>(m_network)}) {
        part->layout()->activate();
        part->parentWidget()->layout()->activate();
    }
    layout()->activate();
    const auto part = [this](double share) { return std::min(maxPanel, int(width() * share)); };
    const auto dockOf = [](QWidget *panel) { return qobject_cast<QDockWidget *>(panel->parentWidget()); };
    resizeDocks(
        {dockOf(m_gallery), dockOf(m_network)}, {part(photosShare), part(networkShare)}, Qt::Horizontal);
}

void MainWindow::makePanels()
{
    m_gallery = new GalleryPanel(*m_choices, m_workspace->readers());
    m_gallery->setThumbnail(keptThumbnail().value_or(GalleryPanel::usualThumbnail));
    turnThumbnails();
    m_network = new NetworkPanel(*m_inspector);
    m_network->showGraph(keptGraphShown());
    m_parameters = new ParameterPanel(*m_choices);
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
    m_board->setTopShown(keptTopShown());
    m_centre = new QStackedWidget;
    m_centre->setMinimumWidth(minCentre); // whatever the page that is not seen needs
    m_centre->addWidget(m_empty);
    m_centre->addWidget(m_board);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_hint);
    layout->addWidget(m_centre, 1);
    m_messages->lieOver(m_centre);
    connect(m_messages, &MessageBar::covers, m_board, &BoardView::setCovered);
    setCentralWidget(centre);
    centre->show(); // at once, as the docks
}

void MainWindow::makeStatusBar()
{
    auto *jobs = new JobSummary({&m_workspace->networkLane(), &m_workspace->readers()});
    connect(m_commands, &Commands::showJobs, jobs, &JobSummary::showList);
    auto *line = new StatusLine(jobs);
    m_device = line->device();
    m_readout = line->readout();
    statusBar()->addWidget(line, 1);
}

void MainWindow::showHelp(HelpDialog::Page page)
{
    auto *dialog = new HelpDialog(m_commands->withKeys(), page, this);
    dialog->show();
}

void MainWindow::showDocumentation()
{
    auto *dialog = new DocumentationDialog(m_documentation, this);
    dialog->show();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog([this] { return deviceText(); }, this);
    dialog->show();
}

/// The picture that the arrow keys lead on from, or what there is to do in its place.
void MainWindow::focusBoard()
{
    QWidget *to = firstToFocus(*m_centre->currentWidget());
    if (m_board->isVisible()) {
        for (auto *cell : m_board->viewport()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            to = cell->focusPolicy() & Qt::TabFocus ? cell : to;
    }
    if (to)
        to->setFocus(Qt::OtherFocusReason);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget *to = nextToFocus(*this, next);
    if (!to)
        return false;
    to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget *part = to->parentWidget(); part; part = part->parentWidget()) {
        if (auto *scrolled = qobject_cast<QScrollArea *>(part))
            scrolled->ensureWidgetVisible(to);
    }
    return true;
}

void MainWindow::toggleFullScreen() { setWindowState(windowState() ^ Qt::WindowFullScreen); }

/// The desktop may do it as well.
void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_commands)
        m_commands->setFullScreen(isFullScreen());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayClose()) {
        event->ignore();
        return;
    }
    saveLayout(*this);
    keepDemoHintClosed(m_demoHintClosed);
    m_autosave->now();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedPaths(event->mimeData()).empty())
        return;
    event->acceptProposedAction();
    if (!m_dropFrame)
        m_dropFrame = new DropFrame(*this);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    delete m_dropFrame;
    m_dropFrame = nullptr;
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    delete m_dropFrame;
    m_dropFrame = nullptr;
    openAll(droppedPaths(event->mimeData()));
}

} // namespace convscope
