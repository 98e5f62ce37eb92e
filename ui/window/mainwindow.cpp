#include "ui/window/mainwindow.h"

#include "core/runtime.h"
#include "ui/board/boardview.h"
#include "ui/board/parameterpanel.h"
#include "ui/filters/filtercard.h"
#include "ui/filters/filterinspector.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/window/commands.h"
#include "ui/window/demohint.h"
#include "ui/window/emptystate.h"
#include "ui/window/evaluating.h"
#include "ui/window/figureexport.h"
#include "ui/window/helpdialog.h"
#include "ui/window/jobsummary.h"
#include "ui/window/messagebar.h"
#include "ui/window/paintingthreads.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr QSize usualSize(1280, 800);

QString deviceText(const NetworkInfo &info, int threads)
{
    QString text = QString::fromStdString(info.device);
    if (info.device == "cpu")
        text = MainWindow::tr("CPU, %n thread(s)", nullptr, threads)
                   .replace(QStringLiteral("(s)"), threads == 1 ? QString() : QStringLiteral("s"));
    return info.precision == Precision::Preview ? MainWindow::tr("%1, preview").arg(text) : text;
}

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
    , m_commands(new Commands(*this))
    , m_last(loadSession())
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    startPaintingThreads();
    makePanels();
    makeCentre();
    makeStatusBar();
    connectCommands();
    connectPanels();
    new Evaluating(*m_workspace, *m_controller, *m_gallery, *m_commands, this);

    resize(usualSize.boundedTo(screen()->availableSize() * 0.95)); // the frame needs a little too
    restoreGeometry(m_last.geometry);
    restoreState(m_last.docks);
    Questions questions;
    if (m_last.layer >= 0)
        questions.setLayerAndFilter(m_last.layer, m_last.filter);
    m_parameters->setQuestions(questions);
    showClassNames();
    ask();
    openLast(options);
    showTitle();
    showCentre();
}

MainWindow::~MainWindow() = default;

QDockWidget *MainWindow::addPanel(Qt::DockWidgetArea area, QWidget *panel, const QString &title)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(panel->objectName() + QStringLiteral("Dock"));
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    dock->setWidget(panel);
    addDockWidget(area, dock);
    return dock;
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

void MainWindow::connectCommands()
{
    connect(m_commands, &Commands::openPhotos, this, &MainWindow::askForPhotos);
    connect(m_commands, &Commands::openNetwork, this, &MainWindow::askForNetwork);
    connect(m_commands, &Commands::openDemo, this, &MainWindow::openDemo);
    connect(m_commands, &Commands::exportFigure, this, &MainWindow::askForFigure);
    connect(m_commands, &Commands::quit, this, &MainWindow::close);
    connect(m_commands, &Commands::findPhotos, m_gallery, &GalleryPanel::find);
    connect(m_commands, &Commands::stepFilter, m_network, &NetworkPanel::stepFilter);
    connect(m_commands, &Commands::stepLayer, m_network, &NetworkPanel::stepLayer);
    connect(m_commands, &Commands::viewsChosen, m_controller, &BoardController::setViews);
    connect(m_commands, &Commands::coloursChosen, this, [this](Colours colours) {
        Look look = m_controller->look(View::Lime);
        look.colours = colours;
        m_controller->setLook(View::Lime, look);
    });
    connect(m_commands, &Commands::outlineChosen, m_controller, &BoardController::setOutline);
    connect(m_commands, &Commands::targetChosen, m_parameters, &ParameterPanel::setTarget);
    connect(m_commands, &Commands::automaticChosen, m_controller, &BoardController::setAutomatic);
    connect(m_commands, &Commands::previewChosen, this, [this](bool preview) {
        m_workspace->setPrecision(preview ? Precision::Preview : Precision::Float32);
    });
    connect(m_commands, &Commands::resetParameters, m_parameters, &ParameterPanel::reset);
    connect(m_commands, &Commands::cancelNewest, this, [this] { m_workspace->networkLane().stopNewest(); });
    connect(m_commands, &Commands::cancelAll, this, [this] {
        m_workspace->networkLane().stopAll();
        m_workspace->readers().stopAll();
    });
    connect(m_commands, &Commands::zoomBy, m_board, &BoardView::zoomBy);
    connect(m_commands, &Commands::resetZoom, m_board, &BoardView::resetZoom);
    connect(m_commands, &Commands::help, this, &MainWindow::showHelp);
    connect(m_commands, &Commands::about, this, &MainWindow::showAbout);
}

void MainWindow::connectPanels()
{
    connect(m_workspace, &Workspace::networkOpened, this, &MainWindow::networkOpened);
    connect(m_workspace, &Workspace::photosOpened, this, &MainWindow::photosOpened);
    connect(m_workspace, &Workspace::openingChanged, this, &MainWindow::showCentre);
    using About = MessageBar::About;
    connect(m_workspace, &Workspace::networkFailed, this, [this](const QString &reason) {
        complain(About::Network, reason);
        m_commands->setPreview(m_workspace->precision() == Precision::Preview);
    });
    connect(m_workspace, &Workspace::photosFailed, this,
        [this](const QString &reason) { complain(About::Photos, reason); });
    connect(m_figures, &FigureExport::failed, this,
        [this](const QString &reason) { m_messages->say(MessageBar::Kind::Problem, About::Figure, reason); });
    connect(m_figures, &FigureExport::written, this, [this](const std::filesystem::path &file) {
        m_messages->say(
            MessageBar::Kind::Done, About::Figure, tr("The figure was written to %1").arg(displayText(file)));
    });
    connect(m_gallery, &GalleryPanel::chosenChanged, this, [this] {
        m_controller->setPhotos(m_gallery->chosen(), m_gallery->pinnedCount());
        m_inspector->setPhotos(m_gallery->chosen());
        showCentre();
    });
    connect(m_controller, &BoardController::pinAsked, m_gallery, &GalleryPanel::togglePin);
    connect(m_gallery, &GalleryPanel::splitAsked, this, [this](const QString &split) {
        if (split == m_workspace->split())
            return;
        beginOpening();
        m_workspace->openPhotos(m_workspace->folder(), split);
    });
    connect(m_board, &BoardView::readoutChanged, m_readout, &QLabel::setText);
    connect(m_board, &BoardView::parametersAsked, this, &MainWindow::showParameters);
    connect(m_controller, &BoardController::reshaped, this,
        [this] { m_commands->setViews(m_controller->views()); });
    connect(m_network, &NetworkPanel::chosenChanged, this, &MainWindow::ask);
    connect(m_parameters, &ParameterPanel::edited, this, &MainWindow::ask);
    connect(m_empty, &EmptyState::photosAsked, this, &MainWindow::askForPhotos);
    connect(m_empty, &EmptyState::networkAsked, this, &MainWindow::askForNetwork);
    connect(m_empty, &EmptyState::demoAsked, this, &MainWindow::openDemo);
    connect(m_hint, &DemoHint::photosAsked, this, &MainWindow::askForPhotos);
    connect(m_hint, &DemoHint::networkAsked, this, &MainWindow::askForNetwork);
    connect(m_hint, &DemoHint::closed, this, [this] {
        m_last.demoHintClosed = true;
        showCentre();
    });
}

void MainWindow::openLast(const WindowOptions &options)
{
    const bool nothing =
        options.model.empty() && options.data.empty() && m_last.network.empty() && m_last.folder.empty();
    if (options.openDemo || (nothing && !m_demo.network.empty())) {
        openDemo();
        return;
    }
    const std::filesystem::path network = options.model.empty() ? m_last.network : options.model;
    if (!network.empty())
        m_workspace->openNetwork(network);
    if (!options.data.empty())
        m_workspace->openPhotos(options.data, QString::fromStdString(options.split));
    else if (!m_last.folder.empty())
        m_workspace->openPhotos(m_last.folder, m_last.split);
}

/// What is opened from here on is one thing that the user asks for; what failed before is of the past.
void MainWindow::beginOpening()
{
    m_messages->withdraw(MessageBar::About::Demo);
    m_openingDemo = false;
}

void MainWindow::openDemo()
{
    beginOpening();
    m_openingDemo = true;
    m_last.demoHintClosed = false;
    m_last.photos = m_demo.chosen;
    m_workspace->openNetwork(m_demo.network);
    m_workspace->openPhotos(m_demo.photos);
}

bool MainWindow::isDemoOpen() const
{
    return m_workspace->network() && m_workspace->network()->info().file == m_demo.network
        && m_workspace->folder() == m_demo.photos;
}

void MainWindow::complain(MessageBar::About about, const QString &reason)
{
    m_messages->say(MessageBar::Kind::Problem, about, reason);
    if (m_openingDemo)
        m_messages->say(MessageBar::Kind::Problem, MessageBar::About::Demo,
            tr("The demo is not complete here: install the program again to have it. Everything else works; "
               "open "
               "your own photos and network."));
}

void MainWindow::open(const std::filesystem::path &path)
{
    beginOpening();
    std::error_code ignored;
    const QString ending = displayText(path.extension()).toLower();
    static const QStringList pictures{QStringLiteral(".jpg"), QStringLiteral(".jpeg"), QStringLiteral(".png"),
        QStringLiteral(".webp"), QStringLiteral(".bmp"), QStringLiteral(".tif"), QStringLiteral(".tiff")};
    if (std::filesystem::is_directory(path, ignored)) {
        m_workspace->openPhotos(path);
    } else if (pictures.contains(ending)) {
        m_last.photos = {path};
        m_workspace->openPhotos(path.parent_path());
    } else {
        m_workspace->openNetwork(path);
    }
}

void MainWindow::exportFigure(const std::filesystem::path &file) { m_figures->write(file); }

void MainWindow::networkOpened()
{
    m_messages->withdraw(MessageBar::About::Network);
    const NetworkInfo &info = m_workspace->network()->info();
    m_device->setText(deviceText(info, m_workspace->threads()));
    m_commands->setPreview(info.precision == Precision::Preview);
    showClassNames();
    m_controller->setNetwork(m_workspace->network(), m_workspace->networkIdentity());
    m_inspector->setNetwork(m_workspace->network());
    const ActivationOptions &last = m_parameters->questions().activation;
    m_network->showNetwork(info, last.layer, last.filter);
    showTitle();
    remember();
}

void MainWindow::photosOpened()
{
    m_messages->withdraw(MessageBar::About::Photos);
    const bool all = m_workspace->allListed();
    std::vector<std::filesystem::path> wanted = m_last.photos;
    if (wanted.empty()) { // the same folder listed anew keeps what is chosen
        for (const PhotoRef &photo : m_gallery->chosen())
            wanted.push_back(photo.file);
    }
    m_gallery->showPhotos(m_workspace->photos(), m_workspace->classNames(), all);
    showClassNames();
    showTitle();
    if (!all) {
        if (m_gallery->chosen().empty())
            m_last.photos = wanted;
        return;
    }
    if (!m_last.photos.empty() || m_gallery->chosen().empty())
        m_gallery->choose(wanted);
    m_last.photos.clear();
    remember();
}

void MainWindow::showClassNames()
{
    const QStringList names = m_workspace->classNames();
    m_gallery->setClassNames(names);
    m_controller->setClassNames(names);
    m_parameters->setClassNames(names);
    m_commands->setClassNames(names);
    m_commands->setTarget(m_parameters->questions().saliency.target, m_parameters->questions().lime.target);
}

/// Brings the board what is chosen now.
void MainWindow::ask()
{
    Questions questions = m_parameters->questions();
    if (const std::optional<int> layer = m_network->layer())
        questions.setLayerAndFilter(*layer, m_network->filter());
    const QSignalBlocker blocker(m_parameters);
    m_parameters->setQuestions(questions);
    m_commands->setTarget(questions.saliency.target, questions.lime.target);
    m_controller->setQuestions(questions);
    m_inspector->setFilter(m_network->layer().value_or(-1), questions.activation.filter);
    m_inspector->setImageOptions(questions.filterImage);
}

void MainWindow::showParameters(View view)
{
    auto *dock = qobject_cast<QDockWidget *>(m_parameters->parentWidget());
    dock->show();
    dock->raise();
    m_parameters->focus(view);
}

void MainWindow::showTitle()
{
    QStringList parts;
    if (m_workspace->hasPhotos())
        parts << (m_workspace->split().isEmpty() ? displayText(m_workspace->folder().filename())
                                                 : m_workspace->split());
    if (m_workspace->network())
        parts << displayText(m_workspace->network()->info().file.filename());
    parts << QStringLiteral("Convscope");
    setWindowTitle(parts.join(QStringLiteral(" – ")));
}

void MainWindow::showCentre()
{
    const bool hasNetwork = m_workspace->network() != nullptr;
    const bool hasBoard = hasNetwork && m_controller->columnCount() > 0;
    m_empty->show(m_workspace->hasPhotos(), hasNetwork, m_workspace->opening());
    m_centre->setCurrentIndex(hasBoard ? 1 : 0);
    m_hint->setVisible(isDemoOpen() && !m_last.demoHintClosed);
    m_commands->setCanExport(hasBoard);
}

void MainWindow::askForPhotos()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Open a folder of photos"), displayText(m_workspace->folder()));
    if (folder.isEmpty())
        return;
    beginOpening();
    m_workspace->openPhotos(toPath(folder));
}

void MainWindow::askForNetwork()
{
    const QString folder =
        m_workspace->network() ? displayText(m_workspace->network()->info().file.parent_path()) : QString();
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a network"), folder,
        tr("Networks of PyTorch (*.pth *.pt *.ckpt *.tar *.safetensors);;All files (*)"));
    if (file.isEmpty())
        return;
    beginOpening();
    m_workspace->openNetwork(toPath(file));
}

void MainWindow::askForFigure()
{
    QFileDialog dialog(this, tr("Export the board as a figure"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")});
    dialog.setDefaultSuffix(QStringLiteral("png"));
    connect(&dialog, &QFileDialog::filterSelected, &dialog,
        [&dialog](const QString &filter) { dialog.setDefaultSuffix(filter.section(u'.', -1).chopped(1)); });
    dialog.selectFile(tr("figure"));
    if (dialog.exec() == QDialog::Accepted)
        exportFigure(toPath(dialog.selectedFiles().value(0)));
}

void MainWindow::showHelp()
{
    auto *dialog = new HelpDialog(m_commands->withKeys(), this);
    dialog->show();
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Convscope"),
        tr("<h3>Convscope %1</h3><p>Shows what a convolutional network looks at.</p><p>LibTorch %2, OpenCV "
           "%3, Qt %4</p>"
           "<p>MIT licence</p>")
            .arg(QString::fromStdString(version()), QString::fromStdString(torchVersion()),
                QString::fromStdString(opencvVersion()), QString::fromLatin1(qVersion())));
}

void MainWindow::remember()
{
    Session session;
    session.folder = m_workspace->folder();
    session.split = m_workspace->split();
    if (m_workspace->network())
        session.network = m_workspace->network()->info().file;
    for (const PhotoRef &photo : m_gallery->chosen())
        session.photos.push_back(photo.file);
    session.layer = m_network->layer().value_or(m_last.layer);
    session.filter = m_network->layer() ? m_network->filter() : m_last.filter;
    session.demoHintClosed = m_last.demoHintClosed;
    session.geometry = saveGeometry();
    session.docks = saveState();
    saveSession(session);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
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
