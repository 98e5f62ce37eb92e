#pragma once

#include "ui/choices/choices.h"
#include "ui/choices/fitting.h"
#include "ui/export/figurechoice.h"
#include "ui/present/preset.h"
#include "ui/present/reopen.h"
#include "ui/present/row.h"
#include "ui/session/places.h"
#include "ui/window/application.h"
#include "ui/window/helpdialog.h"
#include "ui/window/messagebar.h"
#include "ui/window/theme.h"
#include "ui/window/workspace.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace convscope {

class Autosave;
class BoardController;
class BoardView;
class Commands;
class Comparing;
class DemoHint;
struct ComparedEvaluations;
struct DifferingPhotos;
class DropFrame;
class EmptyState;
class Evaluating;
class Examining;
class FigureExport;
class FilterInspector;
class GalleryPanel;
class History;
class NetworkPanel;
class ParameterPanel;
class PresetStore;
class RecentFiles;
class SecondNetwork;
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
    /// One network, one folder, one session, or photos, which are all put on the board; as they are dropped.
    void openAll(const std::vector<std::filesystem::path> &paths);
    void exportFigure(const std::filesystem::path &file, const FigureChoice &choice);
    void saveSession(const std::filesystem::path &file);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    void rebuild();
    void sayAnew();
    void clearAway();
    void setTheme(Theme theme);
    void speak(const QString &language);
    QDockWidget *addPanel(Qt::DockWidgetArea area, QWidget *panel, const QString &title);
    void shareRoom();
    void makeCentre();
    void makePanels();
    void makeStatusBar();
    void makePresetMenu();
    void connectWorkspace();
    void connectSecond();
    void connectWriting();
    void connectPresets();
    void connectCommands();
    void connectPanels();
    void openLast(const WindowOptions &options);
    struct AskedPhotos
    {
        std::filesystem::path folder; ///< empty where they are named one by one
        QString split;
        QList<UsedPhoto> photos; ///< that are wanted on the board
        LabelChoice labels = {};
        bool isForPhotos = false; ///< the folder was only opened for their sake
    };
    void openNetwork(UsedNetwork network);
    UsedNetwork asked(const std::filesystem::path &network) const;
    void openFolder(const AskedPhotos &asked);
    void openOne(const std::filesystem::path &path);
    void openPhotos(const std::vector<std::filesystem::path> &files);
    bool openLeftOut();
    void openNoFigure(const std::filesystem::path &file, const QString &reason);
    Session shown() const;
    Session session() const;
    void restore(const Session &session);
    void goTo(const std::optional<Session> &state);
    void showReopened(const Reopened &reopened);
    Choosable choosable() const;
    void fitChoices();
    void clearFiltersOfOtherFolder();
    void sayWhatHasGone(const QList<UsedPhoto> &wanted);
    void reload();
    void useImageNet();
    void tellInput(const std::filesystem::path &network, const std::optional<InputDescription> &told);
    void beginOpening();
    void openDemo();
    bool isDemoNetwork() const;
    bool isDemoPhotos() const;
    QString deviceText() const;
    QString networkName() const;
    QString photosName() const;
    void complain(MessageBar::About about, const QString &reason);
    void tellWritten(MessageBar::About about, const QString &text, const std::filesystem::path &file);
    bool mayClose();
    void cancelled(const QList<JobInfo> &jobs);
    std::function<bool()> canEvaluateAgain(const JobInfo &cancelled) const;
    void offerCancelled();
    void withdrawSpentOffers();

    void askForPhotos();
    void askForSinglePhotos();
    static QString networkFilter();
    void askForNetwork();
    void askForSecond();
    void askForDrawn();
    void closeSecond();
    void showSecond();
    void showSecondCommands();
    void compareOnAll();
    void tellCompared(const std::shared_ptr<const PhotoSet> &set, const ComparedEvaluations &found);
    void showDifferences(const DifferingPhotos &compared);
    void askForInput();
    void askForLabelMap();
    void askForFigure();
    void askForFile(Place place, const QString &title, const QString &filter);
    void askForSessionToSave();
    void askForPresetToKeep();
    void askForPreset();
    void askForPresetFile();
    void managePresets();
    Preset shownPreset(const QString &name) const;
    void keepAsPreset(const Preset &preset);
    void showPreset(const Preset &preset);
    void presetChosen(const Preset &preset);
    void presetOpened(const Preset &preset);
    void showFolder();
    void showFilterCard();
    void showDocumentation();
    void showHelp(HelpDialog::Page page);
    void showAbout();
    void toggleFullScreen();
    void focusBoard();

    void openingChanged();
    void networkOpened();
    void photosOpened();
    void photosChosen();
    void showNetwork();
    void showClassNames();
    void ask();
    void showParameters(int row);
    void askForRow();
    void choicesChanged(Choices::What what);
    void rowsChosen();
    void showSwitches();
    void showColours();
    void showTitle();
    void showCentre();
    void showHasMask();
    void turnThumbnails();
    void tellIfMany();

    Demo m_demo;
    Workspace *m_workspace; // first among the children, so that its lanes end before what they work for
    Choices *m_choices;
    BoardController *m_controller;
    SecondNetwork *m_second;
    FilterInspector *m_inspector;
    FigureExport *m_figures;
    SessionOpener *m_sessions;
    Autosave *m_autosave;
    History *m_history;
    PresetStore *m_presets;
    Evaluating *m_evaluating;
    Comparing *m_comparing;
    Examining *m_examining;
    std::filesystem::path m_documentation; ///< the guide's first page
    std::filesystem::path m_sessionFile; ///< that what is open was read from or saved as; empty: none
    QByteArray m_usualLayout; ///< of the docks
    // What the user sees: made anew where its language or its colours change
    Commands *m_commands = nullptr;
    RecentFiles *m_recent = nullptr;
    GalleryPanel *m_gallery = nullptr;
    NetworkPanel *m_network = nullptr;
    ParameterPanel *m_parameters = nullptr;
    MessageBar *m_messages = nullptr;
    DemoHint *m_hint = nullptr;
    DropFrame *m_dropFrame = nullptr; ///< while something is dragged over the window
    QStackedWidget *m_centre = nullptr;
    EmptyState *m_empty = nullptr;
    BoardView *m_board = nullptr;
    QLabel *m_device = nullptr;
    QLabel *m_readout = nullptr;
    JobHandle m_askingBoth; ///< A and B, on all photos
    bool m_openingDemo = false;
    bool m_demoHintClosed = false;
    bool m_toldOfMany = false; ///< that slow views do not start by themselves
    QList<JobInfo> m_cancelled; ///< that are offered to be started again
    QTimer m_spent; ///< runs while something has changed and they may no longer be
    bool m_figureAsked = false; ///< so that a picture without a recipe is not taken for a photo
    // What is being opened, or could not be and nothing else is: for the next start it counts as open.
    std::optional<UsedNetwork> m_askedNetwork;
    std::optional<AskedPhotos> m_askedPhotos;
    /// What classes, layers and filters are chosen from; none where only their numbers are known.
    std::optional<Choosable> m_chosenFrom;
    std::filesystem::path m_filteredFolder; ///< that the gallery's filters are about
    std::optional<InputDescription> m_inputAtStart; ///< told by the command line of the first network
};

} // namespace convscope
