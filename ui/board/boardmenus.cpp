#include "ui/board/boardmenus.h"

#include "ui/board/boardcontroller.h"
#include "ui/present/numbers.h"
#include "ui/widgets/classmenu.h"
#include "ui/widgets/contextmenu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <cstddef>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(BoardMenus)
};

/// It outlives the menu, which may be gone when something is done.
QWidget &windowOf(QMenu &menu)
{
    QWidget *owner = &menu;
    while (qobject_cast<QMenu *>(owner) && owner->parentWidget())
        owner = owner->parentWidget();
    return *owner;
}

QAction *addAction(
    QMenu &menu, const char *name, const QString &text, bool enabled, std::function<void()> chosen)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setEnabled(enabled);
    if (enabled)
        QObject::connect(action, &QAction::triggered, action, std::move(chosen));
    return action;
}

QAction *addChoice(QMenu &menu, const QString &text, bool checked, std::function<void()> chosen)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    QObject::connect(action, &QAction::triggered, action, std::move(chosen));
    return action;
}

QMenu *addMenu(QMenu &menu, const char *name, const QString &text)
{
    QMenu *added = menu.addMenu(text);
    added->setObjectName(QLatin1String(name));
    return added;
}

/// The one of several that holds: drawn as such by the style.
QActionGroup *groupIn(QMenu &menu) { return new QActionGroup(&menu); }

void addMove(QMenu &menu, BoardController &controller, int row, int by, const QString &text)
{
    const bool can = row + by >= 0 && row + by < controller.rowCount();
    addAction(menu, by < 0 ? "moveUp" : "moveDown", text, can,
        [&choices = controller.choices(), row, by] { choices.move(row, row + by); });
}

/// Changes how a row looks.
template <typename Change>
std::function<void()> lookChange(BoardController &controller, int row, Change change)
{
    return [&choices = controller.choices(), row, change] {
        Look look = choices.rows().at(row).look;
        change(look);
        choices.setLook(row, look);
    };
}

/// Adds the values that a field of a look can have, each with its text.
template <typename Value, std::size_t count>
void addLookChoices(QMenu &menu, BoardController &controller, int row, Value Look::*field,
    const std::pair<QString, Value> (&choices)[count])
{
    QActionGroup *group = groupIn(menu);
    for (const auto &[text, value] : choices)
        group->addAction(addChoice(menu, text, controller.rows()[row].look.*field == value,
            lookChange(controller, row, [field, value = value](Look &look) { look.*field = value; })));
}

/// Signed maps have colours of their own.
void addColourMaps(QMenu &menu, BoardController &controller, int row)
{
    const Row &shown = controller.rows()[row];
    const bool isSensitivity =
        kindOf(shown) == AnswerKind::Attribution && meaningOf(*shown.question) == Meaning::Sensitivity;
    const std::pair<QString, std::optional<ColourMap>> choices[] = {
        {isSensitivity ? Texts::tr("&Red, green and blue, as in the notebook")
                       : Texts::tr("&Viridis, as in the notebook"),
            std::nullopt},
        {Texts::tr("V&iridis"), ColourMap::Viridis},
        {Texts::tr("&Magma"), ColourMap::Magma},
        {Texts::tr("&Cividis"), ColourMap::Cividis},
        {Texts::tr("&Gray"), ColourMap::Gray},
    };
    QActionGroup *group = groupIn(menu);
    for (const auto &[text, map] : choices) {
        if (!isSensitivity && map == ColourMap::Viridis)
            continue; // the first entry says it
        group->addAction(addChoice(menu, text, shown.look.colourMap == map,
            lookChange(controller, row, [map = map](Look &look) { look.colourMap = map; })));
    }
}

void addOpacities(QMenu &menu, BoardController &controller, int row)
{
    QActionGroup *group = groupIn(menu);
    const double now = controller.rows()[row].look.opacity;
    for (const int percent : {100, 75, 50, 25}) {
        const QString text = percent == 100 ? Texts::tr("The map alone") : Texts::tr("%1 % map").arg(percent);
        group->addAction(addChoice(menu, text, qRound(now * 100) == percent,
            lookChange(controller, row, [percent](Look &look) { look.opacity = percent / 100.0; })));
    }
}

void addMarkColours(QMenu &menu, BoardController &controller, int row)
{
    addLookChoices<Colours>(menu, controller, row, &Look::colours,
        {{Texts::tr("&Blue and orange"), Colours::Board},
            {Texts::tr("&Green and red, as in the notebook"), Colours::Notebook}});
}

/// How much of a scale is cut, and of what, depends on the map.
void addClippings(QMenu &menu, BoardController &controller, int row)
{
    const auto cut = [](int percent) { return Texts::tr("%1 %").arg(percent); };
    addLookChoices<Clipping>(menu, controller, row, &Look::clipping,
        {{Texts::tr("&As is usual for the method"), Clipping::Standard}, {Texts::tr("&None"), Clipping::None},
            {cut(1), Clipping::OnePercent}, {cut(2), Clipping::TwoPercent}, {cut(5), Clipping::FivePercent},
            {cut(10), Clipping::TenPercent}});
}

/// Which part of the map's sum the lines enclose.
void addContours(QMenu &menu, BoardController &controller, int row)
{
    addLookChoices<Contours>(menu, controller, row, &Look::contours,
        {{Texts::tr("&None"), Contours::None}, {Texts::tr("Around &half of the sum"), Contours::Half},
            {Texts::tr("Around &25, 50 and 75 % of the sum"), Contours::Quarters}});
}

/// What a row of this kind can look like.
void addLooks(QMenu &menu, BoardController &controller, int row)
{
    const Row &shown = controller.rows()[row];
    if (shown.isPhoto())
        return;
    if (traitsOf(*shown.question).answer == AnswerKind::SuperpixelWeights) {
        menu.addSeparator();
        addMarkColours(*menu.addMenu(Texts::tr("&Colours")), controller, row);
    }
    if (hasEvidence(shown))
        addChoice(menu, Texts::tr("Evidence &below the pictures"), shown.look.evidence,
            lookChange(controller, row, [](Look &look) { look.evidence = !look.evidence; }))
            ->setObjectName(QStringLiteral("rowEvidence"));
    if (!hasMapLook(shown))
        return;
    menu.addSeparator();
    if (!isSigned(shown))
        addColourMaps(*menu.addMenu(Texts::tr("&Colours")), controller, row);
    addOpacities(*menu.addMenu(Texts::tr("&Over the photo")), controller, row);
    addContours(*addMenu(menu, "contours", Texts::tr("Contours of the &heat")), controller, row);
    addClippings(*addMenu(menu, "clipping", Texts::tr("Clip outli&ers")), controller, row);
    addChoice(menu, Texts::tr("One &scale for all photos"), shown.look.sharedScale,
        lookChange(controller, row, [](Look &look) { look.sharedScale = !look.sharedScale; }))
        ->setObjectName(QStringLiteral("sharedScale"));
}

void addStartAndCancel(QMenu &menu, BoardController &controller, int row)
{
    bool canStart = false;
    bool canCancel = false;
    for (int column = 0; column < controller.columnCount(); ++column) {
        canStart = canStart || controller.canStart(column, row);
        canCancel = canCancel || controller.canCancel(column, row);
    }
    addAction(menu, "startRow", Texts::tr("S&tart the row"), canStart,
        [&controller, row] { controller.startRow(row); });
    addAction(menu, "cancelRow", Texts::tr("Ca&ncel the row"), canCancel,
        [&controller, row] { controller.cancelRow(row); });
}

/// Of two networks: which of them the row asks, or how they differ.
void addNetworks(QMenu &menu, BoardController &controller, int row)
{
    QMenu *networks = addMenu(menu, "network", Texts::tr("Net&work"));
    networks->setToolTipsVisible(true);
    QActionGroup *group = groupIn(*networks);
    const std::pair<QString, AskedNetwork> all[] = {
        {Texts::tr("&First, A"), AskedNetwork::First},
        {Texts::tr("&Second, B"), AskedNetwork::Second},
        {Texts::tr("&Difference, A − B"), AskedNetwork::Difference},
    };
    for (const auto &[text, network] : all) {
        QAction *action = addChoice(*networks, text, controller.rows()[row].network == network,
            [&choices = controller.choices(), row, network = network] { choices.setNetwork(row, network); });
        action->setObjectName(QStringLiteral("network-") + QLatin1String(word(network)));
        const QString reason = controller.whyNotAsked(row, network);
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason);
        group->addAction(action);
    }
}

/// Which class is explained to a photo.
void addExplained(QMenu &menu, BoardController &controller, int column)
{
    const std::optional<Target> now = controller.target(column);
    addChoice(menu, Texts::tr("&What the parameters say"), !now,
        [&controller, column] { controller.setTarget(column, {}); });
    addClasses(menu, windowOf(menu), controller.classNames(), now,
        [&controller, column](const Target &target) { controller.setTarget(column, target); });
}

/// What is proposed as a file's name, e.g. "3_12-saliency".
QString fileName(const QString &photo, const Row &row) { return photo + u'-' + id(row); }

/// None while there is no answer.
Numbers numbersOf(BoardController &controller, int column, int row)
{
    if (controller.rows()[row].isPhoto()) {
        const std::shared_ptr<const Photo> photo = controller.input(column);
        if (!photo)
            return {};
        return {{"input"}, [photo] { return std::vector{inputArray(photo->input)}; },
            [photo] { return tableOf(photo->input); }};
    }
    const std::optional<BoardResult> result = controller.result(column, row);
    if (!result)
        return {};
    return {arrayNamesOf(*result->answer, result->options),
        [answer = result->answer, options = result->options, precision = controller.precision()] {
            return arraysOf(*answer, options, precision);
        },
        [answer = result->answer] { return tableOf(*answer); }};
}

QString headingOf(const BoardController &controller, int column, int row)
{
    return menuText(
        Texts::tr("%1 of %2").arg(title(controller.rows()[row]), controller.column(column).title));
}

/// What of a cell is taken out of the window.
void addTaking(QMenu &menu, BoardController &controller, int column, int row, const QImage &picture)
{
    const QString name = fileName(controller.column(column).title, controller.rows()[row]);
    QWidget &window = windowOf(menu);
    addPictureActions(menu, window, controller.saver(), picture, name);
    addNumberActions(menu, window, controller.saver(), numbersOf(controller, column, row), name);
}

} // namespace

void fillRowMenu(QMenu &menu, BoardController &controller, int row, const BoardMenuWishes &wishes)
{
    Choices &choices = controller.choices();
    const Row &shown = controller.rows()[row];
    if (!shown.isPhoto()) {
        addAction(menu, "rowParameters", Texts::tr("&Parameters…"), wishes.parameters != nullptr,
            wishes.parameters);
        if (shown.canBeHeld())
            addChoice(menu, Texts::tr("Hold at this &layer and filter"), shown.held,
                [&choices, row, held = shown.held] { choices.setHeld(row, !held); })
                ->setObjectName(QStringLiteral("holdRow"));
        addNetworks(menu, controller, row);
        addStartAndCancel(menu, controller, row);
        menu.addSeparator();
    }
    addAction(menu, "addRow", Texts::tr("&Add row…"), wishes.add != nullptr, wishes.add);
    addAction(
        menu, "duplicateRow", Texts::tr("Dupl&icate"), true, [&choices, row] { choices.duplicate(row); });
    addMove(menu, controller, row, -1, Texts::tr("Move &up"));
    addMove(menu, controller, row, 1, Texts::tr("Move &down"));
    addAction(menu, "removeRow", Texts::tr("&Remove"), controller.rowCount() > 1,
        [&choices, row] { choices.remove(row); });
    addLooks(menu, controller, row);
}

void fillColumnMenu(QMenu &menu, BoardController &controller, int column)
{
    addChoice(menu, Texts::tr("P&inned: stays while you browse on"), controller.isPinned(column),
        [&controller, column] { controller.togglePin(column); })
        ->setObjectName(QStringLiteral("pinColumn"));
    QAction *start = menu.addAction(Texts::tr("&Start what was not computed"));
    start->setObjectName(QStringLiteral("startColumn"));
    start->setEnabled(controller.canStartColumn(column));
    QObject::connect(
        start, &QAction::triggered, &controller, [&controller, column] { controller.startColumn(column); });
    addAction(menu, "takeOff", Texts::tr("Take from the &board"), true,
        [&controller, column] { controller.takeOff(column); });
    addFileActions(menu, {controller.photo(column).file});
    menu.addSection(Texts::tr("Explain"));
    addExplained(menu, controller, column);
}

void fillCellMenu(
    QMenu &menu, BoardController &controller, int column, int row, const BoardMenuWishes &wishes)
{
    menu.addSection(headingOf(controller, column, row));
    addAction(menu, "enlarge", Texts::tr("Open &large"), wishes.enlarge != nullptr, wishes.enlarge);
    addTaking(menu, controller, column, row, controller.column(column).cells.at(row).picture);
    menu.addSeparator();
    addAction(menu, "startCell", Texts::tr("S&tart"), controller.canStart(column, row),
        [&controller, column, row] { controller.start(column, row); });
    addAction(menu, "cancelCell", Texts::tr("Canc&el"), controller.canCancel(column, row),
        [&controller, column, row] { controller.cancel(column, row); });
    if (controller.canStartEvidence(column, row))
        addAction(menu, "startEvidence", Texts::tr("Measure the evi&dence"), true,
            [&controller, column, row] { controller.startEvidence(column, row); });
    menu.addSeparator();
    QMenu *ofRow = menu.addMenu(Texts::tr("&Row"));
    fillRowMenu(*ofRow, controller, row, wishes);
    QMenu *ofPhoto = menu.addMenu(Texts::tr("&Photo"));
    fillColumnMenu(*ofPhoto, controller, column);
}

void fillLargeMenu(QMenu &menu, BoardController &controller, int column, int row, const QImage &picture)
{
    menu.addSection(headingOf(controller, column, row));
    addTaking(menu, controller, column, row, picture);
    menu.addSeparator();
    addFileActions(menu, {controller.photo(column).file});
}

} // namespace convscope
