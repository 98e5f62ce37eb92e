#include "ui/board/boardmenus.h"

#include "ui/board/boardcontroller.h"
#include "ui/widgets/classmenu.h"

#include <QCoreApplication>
#include <QMenu>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(BoardMenus)
};

QAction *addChoice(QMenu &menu, const QString &text, bool checked, std::function<void()> chosen)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    QObject::connect(action, &QAction::triggered, action, std::move(chosen));
    return action;
}

void addMove(QMenu &menu, BoardController &controller, int row, int by, const QString &text)
{
    QList<View> views = controller.views();
    QAction *action = menu.addAction(text);
    action->setObjectName(by < 0 ? QStringLiteral("moveUp") : QStringLiteral("moveDown"));
    action->setEnabled(row + by >= 0 && row + by < views.size());
    QObject::connect(action, &QAction::triggered, &controller, [&controller, views, row, by]() mutable {
        views.move(row, row + by);
        controller.setViews(views);
    });
}

void addColourMaps(QMenu &menu, BoardController &controller, View view)
{
    const std::pair<QString, std::optional<ColourMap>> choices[] = {
        {view == View::Saliency ? Texts::tr("&Red, green and blue, as in the notebook")
                                : Texts::tr("&Viridis, as in the notebook"),
            std::nullopt},
        {Texts::tr("V&iridis"), ColourMap::Viridis},
        {Texts::tr("&Magma"), ColourMap::Magma},
        {Texts::tr("&Cividis"), ColourMap::Cividis},
        {Texts::tr("&Gray"), ColourMap::Gray},
    };
    for (const auto &[text, map] : choices) {
        if (view == View::Activation && map == ColourMap::Viridis)
            continue; // the first entry says it
        addChoice(menu, text, controller.look(view).colourMap == map, [&controller, view, map = map] {
            Look look = controller.look(view);
            look.colourMap = map;
            controller.setLook(view, look);
        });
    }
}

void addOpacities(QMenu &menu, BoardController &controller, View view)
{
    for (const int percent : {100, 75, 50, 25}) {
        const QString text = percent == 100 ? Texts::tr("The map alone") : Texts::tr("%1 % map").arg(percent);
        addChoice(
            menu, text, qRound(controller.look(view).opacity * 100) == percent, [&controller, view, percent] {
                Look look = controller.look(view);
                look.opacity = percent / 100.0;
                controller.setLook(view, look);
            });
    }
}

void addLimeColours(QMenu &menu, BoardController &controller)
{
    const std::pair<QString, Colours> choices[] = {
        {Texts::tr("&Blue and orange"), Colours::Board},
        {Texts::tr("&Green and red, as in the notebook"), Colours::Notebook},
    };
    for (const auto &[text, colours] : choices) {
        addChoice(
            menu, text, controller.look(View::Lime).colours == colours, [&controller, colours = colours] {
                Look look = controller.look(View::Lime);
                look.colours = colours;
                controller.setLook(View::Lime, look);
            });
    }
}

} // namespace

void fillRowMenu(
    QMenu &menu, BoardController &controller, int row, const std::function<void()> &parametersAsked)
{
    const View view = controller.views()[row];
    if (view != View::Photo) {
        QObject::connect(
            menu.addAction(Texts::tr("&Parameters…")), &QAction::triggered, &menu, parametersAsked);
        menu.addSeparator();
    }
    addMove(menu, controller, row, -1, Texts::tr("Move &up"));
    addMove(menu, controller, row, 1, Texts::tr("Move &down"));
    QAction *hide = menu.addAction(Texts::tr("&Hide"));
    hide->setObjectName(QStringLiteral("hideRow"));
    hide->setEnabled(controller.views().size() > 1);
    QObject::connect(hide, &QAction::triggered, &controller, [&controller, row] {
        QList<View> views = controller.views();
        views.removeAt(row);
        controller.setViews(views);
    });
    if (view == View::Lime) {
        menu.addSeparator();
        addLimeColours(*menu.addMenu(Texts::tr("&Colours")), controller);
    }
    if (!hasMapLook(view))
        return;
    menu.addSeparator();
    addColourMaps(*menu.addMenu(Texts::tr("&Colours")), controller, view);
    addOpacities(*menu.addMenu(Texts::tr("&Over the photo")), controller, view);
    addChoice(menu, Texts::tr("&One scale for all photos"), controller.look(view).sharedScale,
        [&controller, view] {
            Look look = controller.look(view);
            look.sharedScale = !look.sharedScale;
            controller.setLook(view, look);
        })
        ->setObjectName(QStringLiteral("sharedScale"));
}

void fillColumnMenu(QMenu &menu, BoardController &controller, int column)
{
    addChoice(menu, Texts::tr("P&inned: stays while you browse on"), controller.isPinned(column),
        [&controller, column] { controller.togglePin(column); })
        ->setObjectName(QStringLiteral("pinColumn"));
    menu.addSection(Texts::tr("Explain"));
    const std::optional<Target> now = controller.target(column);
    addChoice(menu, Texts::tr("&What the parameters say"), !now,
        [&controller, column] { controller.setTarget(column, {}); });
    QWidget &window = menu.parentWidget() ? *menu.parentWidget() : static_cast<QWidget &>(menu);
    addClasses(menu, window, controller.classNames(), now,
        [&controller, column](const Target &target) { controller.setTarget(column, target); });
}

} // namespace convscope
