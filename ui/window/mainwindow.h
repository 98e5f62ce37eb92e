#pragma once

#include "ui/present/view.h"
#include "ui/window/application.h"
#include "ui/window/messagebar.h"
#include "ui/window/session.h"
#include "ui/window/workspace.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace convscope {

class BoardController;
class BoardView;
class Commands;
class DemoHint;
class EmptyState;
class FigureExport;
class FilterInspector;
class GalleryPanel;
class NetworkPanel;
class ParameterPanel;

/// Photos on the left, the network and the parameters on the right, the board in the middle. Wires them
/// together; what is chosen in one is asked of the board.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Opens what the options name, else what the last session had open.
    explicit MainWindow(const WindowOptions &options);
    ~MainWindow() override;

    /// A folder of photos, a photo (its folder is opened and it is selected), or a network file.
    void open(const std::filesystem::path &path);
    void exportFigure(const std::filesystem::path &file);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QDockWidget *addPanel(Qt::DockWidgetArea area, QWidget *panel, const QString &title);
    void makeCentre();
    void makePanels();
    void makeStatusBar();
    void connectCommands();
    void connectPanels();
    void openLast(const WindowOptions &options);
    void remember();
    void beginOpening();
    void openDemo();
    bool isDemoOpen() const;
    void complain(MessageBar::About about, const QString &reason);

    void askForPhotos();
    void askForNetwork();
    void askForFigure();
    void showHelp();
    void showAbout();

    void networkOpened();
    void photosOpened();
    void showClassNames();
    void ask();
    void showParameters(View view);
    void showTitle();
    void showCentre();

    Demo m_demo;
    Workspace *m_workspace; // first among the children, so that its lanes end before what they work for
    BoardController *m_controller;
    FilterInspector *m_inspector;
    FigureExport *m_figures;
    Commands *m_commands;
    GalleryPanel *m_gallery = nullptr;
    NetworkPanel *m_network = nullptr;
    ParameterPanel *m_parameters = nullptr;
    MessageBar *m_messages = nullptr;
    DemoHint *m_hint = nullptr;
    QStackedWidget *m_centre = nullptr;
    EmptyState *m_empty = nullptr;
    BoardView *m_board = nullptr;
    QLabel *m_device = nullptr;
    QLabel *m_readout = nullptr;
    bool m_openingDemo = false;
    /// What is restored once the photos and the network that it belongs to are open.
    Session m_last;
};

} // namespace convscope
