#pragma once

#include "ui/export/figurechoice.h"
#include "ui/present/reopen.h"
#include "ui/present/view.h"
#include "ui/window/application.h"
#include "ui/window/messagebar.h"
#include "ui/window/workspace.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace convscope {

class Autosave;
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
class RecentFiles;
class SessionOpener;

/// Photos on the left, the network and the parameters on the right, the board in the middle. Wires them
/// together; what is chosen in one is asked of the board.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Opens what the options name, else what the last session had open.
    explicit MainWindow(const WindowOptions &options);
    ~MainWindow() override;

    /// A folder of photos, a photo (its folder is opened and it is selected), a network file, a session, or a
    /// figure (its board is brought back).
    void open(const std::filesystem::path &path);
    void exportFigure(const std::filesystem::path &file, const FigureChoice &choice);
    void saveSession(const std::filesystem::path &file);

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
    void connectSessions();
    void openLast(const WindowOptions &options);
    struct AskedPhotos
    {
        std::filesystem::path folder; ///< empty where they are named one by one
        QString split;
        QList<UsedPhoto> photos; ///< that are wanted on the board
    };
    void openNetwork(UsedNetwork network);
    UsedNetwork asked(const std::filesystem::path &network) const;
    void openFolder(const AskedPhotos &asked);
    void openPhoto(const std::filesystem::path &file);
    void openNoFigure(const std::filesystem::path &file, const QString &reason);
    Session shown() const;
    Session session() const;
    void restore(const Session &session);
    void showReopened(const Reopened &reopened);
    void beginOpening();
    void openDemo();
    bool isDemoOpen() const;
    void complain(MessageBar::About about, const QString &reason);

    void askForPhotos();
    void askForNetwork();
    void askForInput();
    void askForFigure();
    void askForFile(const QString &title, const QString &filter);
    void askForSessionToSave();
    void showHelp();
    void showAbout();

    void openingChanged();
    void networkOpened();
    void photosOpened();
    void choose(const QList<UsedPhoto> &photos);
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
    SessionOpener *m_sessions;
    Autosave *m_autosave;
    Commands *m_commands;
    RecentFiles *m_recent;
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
    bool m_demoHintClosed = false;
    bool m_figureAsked = false; ///< so that a picture without a recipe is not taken for a photo
    // What is being opened, or could not be and nothing else is: for the next start it counts as open.
    std::optional<UsedNetwork> m_askedNetwork;
    std::optional<AskedPhotos> m_askedPhotos;
    std::optional<InputDescription> m_inputAtStart; ///< told by the command line of the first network
};

} // namespace convscope
