#pragma once

#include "core/explain/fields.h"
#include "ui/present/colours.h"
#include "ui/present/row.h"
#include "ui/window/theme.h"

#include <QObject>
#include <QStringList>
#include <optional>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace convscope {

/// The menus, with their keys; says what the user asks for.
class Commands : public QObject
{
    Q_OBJECT
public:
    explicit Commands(QMainWindow &window);

    /// For the classes that can be explained.
    void setClassNames(const QStringList &classNames);
    /// Checks the target in the menu; none where the rows differ.
    void setTarget(const std::optional<Target> &target) { m_target = target; }
    void setCanExport(bool can);
    /// What would be undone and redone, in a few words; empty where there is nothing.
    void setUndo(const QString &undo, const QString &redo);
    void setHasPhotos(bool has);
    /// Whether there is a first network, one that can be drawn anew, and a second one; and whether both can
    /// be asked about photos.
    void setSecond(bool hasFirst, bool canDraw, bool hasSecond, bool canCompare);
    void setPreview(bool preview);
    void setColours(Colours colours);
    void setOutline(bool outline);
    void setAutomatic(bool automatic);
    void setFullScreen(bool full);
    void setTopShown(bool shown);
    void setTheme(Theme theme);
    /// Its code; empty: the system's.
    void setLanguage(const QString &code);
    void setHasMask(bool has); ///< whether there is food to outline
    QMenu &recentMenu() const { return *m_recent; }
    QMenu &rowMenu() const { return *m_rows; }
    QMenu &presetMenu() const { return *m_presets; }
    QMenu &pictureMenu() const { return *m_pictures; }
    QMenu &thumbnailMenu() const { return *m_thumbnails; }
    QAction &overPhotos() const { return *m_overPhotos; }
    QAction &evidence() const { return *m_evidence; }
    /// On the help page.
    void listKey(QAction *action) { m_withKeys.append(action); }
    void addPanels(const QList<QAction *> &toggles);

    /// All commands with a key, for the help page.
    QList<QAction *> withKeys() const { return m_withKeys; }

Q_SIGNALS:
    void openPhotos();
    void openSinglePhotos();
    void reload();
    void openNetwork();
    void openSecond();
    void drawSecond();
    void closeSecond();
    void compareOnAll();
    void editInput();
    void openDemo();
    void openFigure();
    void openSession();
    void saveSession();
    void saveSessionAs();
    void showFolder(); ///< in the file manager
    void exportFigure();
    void quit();
    void undo();
    void redo();
    void copyPicture();
    void selectAll();
    void selectNone();
    void findPhotos();
    void stepFilter(int by);
    void stepLayer(int by);
    void fullScreenChosen();
    void topChosen(bool shown);
    void zoomBy(double factor);
    void resetZoom();
    void coloursChosen(Colours colours);
    void outlineChosen(bool outline);
    void targetChosen(const Target &target);
    void automaticChosen(bool automatic);
    void previewChosen(bool preview);
    void resetParameters();
    void themeChosen(Theme theme);
    void languageChosen(const QString &code);
    void resetLayout();
    void evaluate();
    void showMatrix();
    void compare(); ///< methods
    void examineFilter(); ///< with the microscope
    void mapPhotos();
    void forgetKept();
    void startAll();
    void showJobs();
    void cancelFirst();
    void cancelAll();
    void firstSteps();
    void documentation();
    void help();
    void about();

private:
    void makeFileMenu();
    void addSecond(QMenu *menu);
    void makeEditMenu();
    void makeViewMenu();
    void makeExplainMenu();
    void makeHelpMenu();
    template <typename Asked>
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &key, const char *name, Asked asked);
    void addColours(QMenu *menu);
    void addThemes(QMenu *menu);
    void addLanguages(QMenu *menu);
    void fillTargets();

    QMainWindow &m_window;
    QList<QAction *> m_withKeys;
    QAction *m_export = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QList<QAction *> m_ofPhotos; ///< that need some
    QAction *m_openSecond = nullptr;
    QAction *m_drawSecond = nullptr;
    QAction *m_closeSecond = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_preview = nullptr;
    QMenu *m_recent = nullptr;
    QMenu *m_rows = nullptr;
    QMenu *m_presets = nullptr; ///< of rows
    QActionGroup *m_colours = nullptr; ///< in the order of Colours
    QMenu *m_pictures = nullptr;
    QMenu *m_thumbnails = nullptr;
    QAction *m_overPhotos = nullptr;
    QAction *m_evidence = nullptr;
    QAction *m_outline = nullptr;
    QAction *m_automatic = nullptr;
    QAction *m_fullScreen = nullptr;
    QAction *m_top = nullptr;
    QMenu *m_panels = nullptr;
    QActionGroup *m_themes = nullptr; ///< in the order of Theme
    QActionGroup *m_languages = nullptr; ///< their data are their codes
    QMenu *m_targetMenu = nullptr;
    QStringList m_classNames;
    std::optional<Target> m_target; ///< none where saliency and LIME differ
};

} // namespace convscope
