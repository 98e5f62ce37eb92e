#include "ui/window/commands.h"

#include "ui/present/language.h"
#include "ui/widgets/classmenu.h"
#include "ui/widgets/contextmenu.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSignalBlocker>
#include <algorithm>
#include <tuple>

namespace convscope {

Commands::Commands(QMainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeExplainMenu();
    makeHelpMenu();
}

template <typename Asked>
QAction *Commands::add(
    QMenu *menu, const QString &text, const QKeySequence &key, const char *name, Asked asked)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    if (!key.isEmpty()) {
        action->setShortcut(key);
        m_withKeys.append(action);
    }
    connect(action, &QAction::triggered, this, asked);
    menu->addAction(action);
    return action;
}

void Commands::makeFileMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&File"));
    add(menu, tr("Open &photos…"), Qt::CTRL | Qt::Key_O, "openPhotos", &Commands::openPhotos);
    add(menu, tr("Open sin&gle photos…"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, "openSinglePhotos",
        &Commands::openSinglePhotos);
    add(menu, tr("Open &network…"), Qt::CTRL | Qt::Key_M, "openNetwork", &Commands::openNetwork);
    addSecond(menu->addMenu(tr("Second net&work")));
    add(menu, tr("Open &demo"), {}, "openDemo", &Commands::openDemo);
    add(menu, tr("Open &figure…"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, "openFigure", &Commands::openFigure);
    m_recent = menu->addMenu(tr("Open &recent"));
    add(menu, tr("Rel&oad photos"), Qt::Key_F5, "reload", &Commands::reload);
    add(menu, tr("&Input of the network…"), Qt::CTRL | Qt::Key_I, "editNetworkInput", &Commands::editInput);
    m_ofPhotos << add(menu, tr("Show in the file &manager"), {}, "showFolder", &Commands::showFolder);
    menu->addSeparator();
    add(menu, tr("Open &session…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, "openSession", &Commands::openSession);
    add(menu, tr("Sa&ve session"), Qt::CTRL | Qt::Key_S, "saveSession", &Commands::saveSession);
    add(menu, tr("S&ave session as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, "saveSessionAs",
        &Commands::saveSessionAs);
    menu->addSeparator();
    m_export =
        add(menu, tr("&Export figure…"), Qt::CTRL | Qt::Key_E, "exportFigure", &Commands::exportFigure);
    menu->addSeparator();
    add(menu, tr("&Quit"), Qt::CTRL | Qt::Key_Q, "quit", &Commands::quit);
}

void Commands::addSecond(QMenu *menu)
{
    m_openSecond = add(menu, tr("Open as &second…"), {}, "openSecond", &Commands::openSecond);
    m_drawSecond =
        add(menu, tr("This one with layers drawn &anew…"), {}, "drawSecond", &Commands::drawSecond);
    m_closeSecond = add(menu, tr("&Close second"), {}, "closeSecond", &Commands::closeSecond);
}

void Commands::makeEditMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Edit"));
    m_undo = add(menu, tr("&Undo"), QKeySequence::Undo, "undo", &Commands::undo);
    m_redo = add(menu, tr("&Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, "redo", &Commands::redo);
    menu->addSeparator();
    add(menu, tr("&Copy picture"), QKeySequence::Copy, "copyPicture", &Commands::copyPicture)
        ->setToolTip(tr("Of the board's cell that has the focus"));
    m_ofPhotos << add(
        menu, tr("Select &all photos"), QKeySequence::SelectAll, "selectAll", &Commands::selectAll);
    m_ofPhotos << add(
        menu, tr("Select &none"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, "selectNone", &Commands::selectNone);
    setUndo({}, {});
    setHasPhotos(false);
}

void Commands::makeViewMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&View"));
    add(menu, tr("&Find photos"), Qt::CTRL | Qt::Key_F, "findPhotos", &Commands::findPhotos)
        ->setShortcuts({Qt::CTRL | Qt::Key_F, Qt::Key_Slash});
    add(menu, tr("&Go to index"), Qt::CTRL | Qt::Key_G, "goToIndex", &Commands::findPhotos);
    menu->addSeparator();
    add(menu, tr("&Next filter"), Qt::Key_BracketRight, "nextFilter", [this] { Q_EMIT stepFilter(1); });
    add(menu, tr("Pre&vious filter"), Qt::Key_BracketLeft, "previousFilter",
        [this] { Q_EMIT stepFilter(-1); });
    add(menu, tr("Next &layer"), Qt::Key_BraceRight, "nextLayer", [this] { Q_EMIT stepLayer(1); });
    add(menu, tr("Previous l&ayer"), Qt::Key_BraceLeft, "previousLayer", [this] { Q_EMIT stepLayer(-1); });
    menu->addSeparator();
    add(menu, tr("Zoom &in"), QKeySequence::ZoomIn, "zoomIn", [this] { Q_EMIT zoomBy(1.25); });
    add(menu, tr("Zoom &out"), QKeySequence::ZoomOut, "zoomOut", [this] { Q_EMIT zoomBy(0.8); });
    add(menu, tr("&Whole pictures"), Qt::CTRL | Qt::Key_0, "resetZoom", [this] { Q_EMIT resetZoom(); });
    m_pictures = menu->addMenu(tr("&Size of the pictures"));
    m_thumbnails = menu->addMenu(tr("Size of the t&humbnails"));
    menu->addSeparator();
    m_rows = menu->addMenu(tr("&Rows"));
    m_presets = m_rows->addMenu(tr("&Presets"));
    m_rows->addSeparator();
    addColours(menu->addMenu(tr("&Colours")));
    m_overPhotos = menu->addAction(tr("&Maps over the photos"));
    m_overPhotos->setObjectName(QStringLiteral("mapsOverPhotos"));
    m_overPhotos->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    m_overPhotos->setCheckable(true);
    listKey(m_overPhotos);
    m_evidence = menu->addAction(tr("Evidence &below the pictures"));
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_evidence->setToolTip(tr("What speaks for each map, beside random maps"));
    m_evidence->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    m_evidence->setCheckable(true);
    listKey(m_evidence);
    m_outline = menu->addAction(tr("Outline the foo&d"));
    m_outline->setObjectName(QStringLiteral("outline"));
    m_outline->setToolTip(tr("In all pictures of the photos that have a mask"));
    m_outline->setCheckable(true);
    m_outline->setChecked(true);
    connect(m_outline, &QAction::toggled, this, &Commands::outlineChosen);
    menu->addSeparator();
    m_top = menu->addAction(tr("Five li&keliest classes in the headings"));
    m_top->setObjectName(QStringLiteral("topShown"));
    m_top->setCheckable(true);
    connect(m_top, &QAction::toggled, this, &Commands::topChosen);
    m_fullScreen = add(menu, tr("Full scr&een"), Qt::Key_F11, "fullScreen", &Commands::fullScreenChosen);
    m_fullScreen->setCheckable(true);
    m_panels = menu->addMenu(tr("&Panels"));
    addThemes(menu->addMenu(tr("&Theme")));
    addLanguages(menu->addMenu(tr("Lang&uage")));
}

void Commands::addColours(QMenu *menu)
{
    m_colours = new QActionGroup(this);
    const std::pair<QString, Colours> choices[] = {
        {tr("&LIME in blue and orange"), Colours::Board},
        {tr("LIME in green and red, as in the &notebook"), Colours::Notebook},
    };
    for (const auto &[text, colours] : choices) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(colours == Colours::Board);
        m_colours->addAction(action);
        connect(
            action, &QAction::triggered, this, [this, colours = colours] { Q_EMIT coloursChosen(colours); });
    }
}

void Commands::addThemes(QMenu *menu)
{
    m_themes = new QActionGroup(this);
    const std::tuple<QString, Theme, const char *> choices[] = {
        {tr("As the &system"), Theme::System, "theme-system"},
        {tr("&Light"), Theme::Light, "theme-light"},
        {tr("&Dark"), Theme::Dark, "theme-dark"},
    };
    for (const auto &[text, theme, name] : choices) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, theme = theme] { Q_EMIT themeChosen(theme); });
    }
}

void Commands::addLanguages(QMenu *menu)
{
    m_languages = new QActionGroup(this);
    const auto addLanguage = [&](const QString &text, const QString &code) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QStringLiteral("language-") + code);
        action->setCheckable(true);
        action->setData(code);
        m_languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { Q_EMIT languageChosen(code); });
    };
    addLanguage(tr("As the &system"), {});
    for (const Language &language : allLanguages())
        addLanguage(language.name, language.code);
}

void Commands::addPanels(const QList<QAction *> &toggles)
{
    m_panels->addActions(toggles);
    m_panels->addSeparator();
    add(m_panels, tr("&Reset layout"), {}, "resetLayout", &Commands::resetLayout);
}

void Commands::makeExplainMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("E&xplain"));
    m_targetMenu = menu->addMenu(tr("&Class"));
    m_targetMenu->setObjectName(QStringLiteral("classMenu"));
    connect(m_targetMenu, &QMenu::aboutToShow, this, &Commands::fillTargets);
    fillTargets();
    m_automatic = menu->addAction(tr("&Start slow rows by themselves"));
    m_automatic->setObjectName(QStringLiteral("automatic"));
    m_automatic->setCheckable(true);
    m_automatic->setChecked(true);
    connect(m_automatic, &QAction::toggled, this, &Commands::automaticChosen);
    m_preview = menu->addAction(tr("Preview &precision"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setToolTip(
        tr("Meant for CUDA and processors with AMX. The numbers are inexact, and each picture says so"));
    m_preview->setCheckable(true);
    connect(m_preview, &QAction::triggered, this, &Commands::previewChosen);
    add(menu, tr("&Reset parameters"), {}, "resetAll", &Commands::resetParameters);
    menu->addSeparator();
    add(menu, tr("&Evaluate all photos"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, "evaluateAll",
        &Commands::evaluate);
    m_compare = add(menu, tr("Compare A and &B on all photos"), {}, "compareOnAll", &Commands::compareOnAll);
    m_compare->setToolTip(tr("Where the network and the second one say different classes"));
    setSecond(false, false, false, false);
    add(menu, tr("Confusion &matrix"), Qt::CTRL | Qt::Key_K, "showMatrix", &Commands::showMatrix);
    add(menu, tr("Compare met&hods…"), Qt::CTRL | Qt::SHIFT | Qt::Key_K, "compareMethods",
        &Commands::compare);
    add(menu, tr("F&ilter microscope…"), Qt::CTRL | Qt::SHIFT | Qt::Key_X, "examineFilter",
        &Commands::examineFilter)
        ->setToolTip(tr("The photos of the folder that excite each filter most"));
    add(menu, tr("Map o&f the photos…"), {}, "mapPhotos", &Commands::mapPhotos)
        ->setToolTip(tr("Photos that are alike to the network stand together"));
    add(menu, tr("F&orget kept results…"), {}, "forgetKept", &Commands::forgetKept)
        ->setToolTip(tr("What networks said to photos is kept for the next start"));
    menu->addSeparator();
    add(menu, tr("S&tart all"), Qt::CTRL | Qt::Key_R, "startAll", &Commands::startAll)
        ->setToolTip(tr("Whatever on the board was cancelled, failed or waits to be started"));
    add(menu, tr("&Jobs"), Qt::CTRL | Qt::Key_J, "listJobs", &Commands::showJobs);
    add(menu, tr("Cancel what ru&ns"), Qt::Key_Escape, "cancelFirst", &Commands::cancelFirst);
    add(menu, tr("Cancel &all jobs"), Qt::SHIFT | Qt::Key_Escape, "cancelAllJobs", &Commands::cancelAll);
}

void Commands::makeHelpMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Help"));
    add(menu, tr("&First steps"), {}, "firstSteps", &Commands::firstSteps);
    add(menu, tr("&Views and keys"), Qt::Key_F1, "help", &Commands::help);
    add(menu, tr("&Documentation"), Qt::SHIFT | Qt::Key_F1, "documentation", &Commands::documentation);
    add(menu, tr("&About Convscope"), {}, "about", &Commands::about);
}

void Commands::setClassNames(const QStringList &classNames) { m_classNames = classNames; }

/// When the menu is opened: there may be a thousand classes.
void Commands::fillTargets()
{
    m_targetMenu->clear();
    qDeleteAll(m_targetMenu->findChildren<QActionGroup *>());
    addClasses(
        *m_targetMenu, m_window, m_classNames, m_target, [commands = QPointer(this)](const Target &target) {
            if (commands)
                Q_EMIT commands->targetChosen(target);
        });
}

void Commands::setPreview(bool preview) { m_preview->setChecked(preview); }

void Commands::setColours(Colours colours)
{
    m_colours->actions().at(colours == Colours::Board ? 0 : 1)->setChecked(true);
}

void Commands::setOutline(bool outline) { m_outline->setChecked(outline); }

void Commands::setHasMask(bool has) { m_outline->setEnabled(has); }

void Commands::setTopShown(bool shown)
{
    const QSignalBlocker blocker(m_top);
    m_top->setChecked(shown);
}

void Commands::setFullScreen(bool full) { m_fullScreen->setChecked(full); }

void Commands::setAutomatic(bool automatic) { m_automatic->setChecked(automatic); }

void Commands::setTheme(Theme theme) { m_themes->actions().at(int(theme))->setChecked(true); }

void Commands::setLanguage(const QString &code)
{
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == code);
}

void Commands::setUndo(const QString &undo, const QString &redo)
{
    m_undo->setEnabled(!undo.isEmpty());
    m_undo->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(menuText(undo)));
    m_redo->setEnabled(!redo.isEmpty());
    m_redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(menuText(redo)));
}

void Commands::setHasPhotos(bool has)
{
    for (QAction *action : std::as_const(m_ofPhotos))
        action->setEnabled(has);
}

void Commands::setSecond(bool hasFirst, bool canDraw, bool hasSecond, bool canCompare)
{
    m_openSecond->setEnabled(hasFirst);
    m_drawSecond->setEnabled(canDraw);
    m_closeSecond->setEnabled(hasSecond);
    m_compare->setEnabled(canCompare);
}

void Commands::setCanExport(bool can) { m_export->setEnabled(can); }

} // namespace convscope
