#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "ui/board/addrowdialog.h"
#include "ui/board/boardmenus.h"
#include "ui/export/exportdialog.h"
#include "ui/network/inputdialog.h"
#include "ui/present/language.h"
#include "ui/present/paths.h"
#include "ui/session/history.h"
#include "ui/window/commands.h"
#include "ui/window/jobslist.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDockWidget>
#include <QGroupBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTreeView>

using namespace convscope;
using Phase = CellState::Phase;

namespace {

const std::filesystem::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";

/// The letter that Alt presses; null where the text has none.
QChar letterOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        if (text[i + 1] != u'&')
            return text[i + 1].toUpper();
        ++i;
    }
    return {};
}

/// Two texts of `texts` that have the same letter, each pair in a line.
QStringList clashes(const QStringList &texts)
{
    QStringList found;
    QHash<QChar, QString> taken;
    for (const QString &text : texts) {
        const QChar letter = letterOf(text);
        if (letter.isNull())
            continue;
        if (taken.contains(letter) && taken[letter] != text)
            found << taken[letter] + QStringLiteral(" / ") + text;
        taken.insert(letter, text);
    }
    return found;
}

/// In a menu and in those that it leads to.
QStringList menuClashes(const QMenu &menu)
{
    QStringList texts;
    QStringList found;
    for (const QAction *action : menu.actions()) {
        texts << action->text();
        if (const QMenu *below = action->menu())
            found << menuClashes(*below);
    }
    return found << clashes(texts);
}

/// Of all that has a letter in a window or a dialog, whether it is seen now or later.
QStringList textsIn(const QWidget &window)
{
    QStringList texts;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() != &window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            texts << label->text();
        else if (const auto *group = qobject_cast<const QGroupBox *>(widget))
            texts << group->title();
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                texts << tabs->tabText(tab);
        } else if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            for (const QAction *action : bar->actions())
                texts << action->text();
        }
    }
    return texts;
}

QString nameOf(const QWidget *widget)
{
    return widget ? QLatin1String(widget->metaObject()->className()) + u'/' + widget->objectName()
                  : QString();
}

/// Some of the widget can be seen in its window.
bool isSeen(const QWidget &widget)
{
    const QRect inWindow(widget.mapTo(widget.window(), QPoint()), widget.size());
    return widget.isVisible() && !widget.visibleRegion().isEmpty()
        && widget.window()->rect().intersects(inWindow);
}

} // namespace

/// Who gets a key, and where it leads.
class KeysTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    /// So that LIME runs until it is cancelled.
    static void runLime(const Desktop &desktop)
    {
        askForSteps(*desktop.choices(), 3);
        askForSamples(*desktop.choices(), 1000000);
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.board()->state(0, 4).progress.done >= 2, patience);
    }

    static void bringToFront(const Desktop &desktop, const QWidget *widget)
    {
        for (QDockWidget *dock : desktop.window.findChildren<QDockWidget *>()) {
            if (dock->isAncestorOf(widget))
                dock->raise();
        }
    }

    /// Presses a command's key while `typed` has just been typed into a field.
    static void tryKey(QWidget &field, const QString &typed, const QAction &action, const QKeySequence &key)
    {
        const bool isText = field.inherits("QLineEdit");
        const bool isNumber = field.inherits("QAbstractSpinBox");
        field.setFocus();
        if (auto *edit = qobject_cast<QLineEdit *>(&field))
            edit->clear();
        if (isNumber && !typed.isEmpty())
            QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&field, typed);
        const QKeyCombination pressed = key[0];
        const bool isBusy = !typed.isEmpty();
        const auto is = [&key](QKeySequence::StandardKey standard) {
            return QKeySequence::keyBindings(standard).contains(key);
        };
        const bool types = isText && pressed.key() < Qt::Key_Escape
            && !(pressed.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier));
        const bool edits = (isText || isNumber)
            && (is(QKeySequence::Copy) || is(QKeySequence::SelectAll) || is(QKeySequence::DeleteEndOfWord));
        const bool takesBack = isBusy && (is(QKeySequence::Undo) || (isNumber && is(QKeySequence::Redo)));
        const bool clears = isBusy && pressed == QKeyCombination(Qt::Key_Escape);
        const bool isFields = types || edits || takesBack || clears;
        const QSignalSpy triggered(&action, &QAction::triggered);
        QTest::keyClick(&field, pressed.key(), pressed.keyboardModifiers());
        QVERIFY2(triggered.size() == (isFields ? 0 : 1),
            qPrintable(
                QStringLiteral("%1 in %2 with \"%3\"").arg(key.toString(), field.objectName(), typed)));
    }

    /// What a key leads to from the widget that has the focus, that one first, until it is reached again.
    static QList<QWidget *> walk(Qt::Key key)
    {
        QList<QWidget *> there{QApplication::focusWidget()};
        while (there.size() < 200) {
            press(key);
            if (QApplication::focusWidget() == there.first())
                break;
            there << QApplication::focusWidget();
        }
        return there;
    }

    /// Which panels they are in, each time that it is another.
    static QStringList panelsOf(const QList<QWidget *> &widgets)
    {
        QStringList panels;
        for (const QWidget *widget : widgets) {
            for (const QWidget *part = widget; part; part = part->parentWidget()) {
                const QString name = part->objectName();
                const bool isPanel = name == QLatin1String("board") || name.endsWith(QLatin1String("Dock"));
                if (isPanel && (panels.isEmpty() || panels.last() != name))
                    panels << name;
            }
        }
        return panels;
    }

    /// The first of these that does not come after the one before it; empty where all do.
    static QString inOrder(const QList<QWidget *> &widgets, const QStringList &names)
    {
        qsizetype at = -1;
        for (const QString &name : names) {
            const auto found = std::find_if(widgets.begin() + at + 1, widgets.end(),
                [&name](const QWidget *widget) { return widget->objectName() == name; });
            if (found == widgets.end())
                return name;
            at = found - widgets.begin();
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_settings = std::make_unique<OwnSettings>(); }
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void tabLeadsOnlyToWhatIsSeen()
    {
        Desktop desktop(bothOpen(""));
        desktop.hurry();
        desktop.select({0, 1, 2, 3});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        askForSamples(*desktop.choices(), 1000000);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.board()->state(0, 4).phase == Phase::Running, patience);
        desktop.trigger("cancelAllJobs"); // and each cell has its own button now
        desktop.window.resize(850, 600); // so that the board has to be scrolled
        QVERIFY(QTest::qWaitForWindowActive(&desktop.window, patience));
        desktop.find<QLineEdit>("photoSearch")->setFocus();
        QSet<QWidget *> seen;
        for (QWidget *first = QApplication::focusWidget(); seen.size() < 200;) {
            press(Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            QVERIFY(now);
            QVERIFY2(isSeen(*now), qPrintable(nameOf(now)));
            seen.insert(now);
            if (now == first)
                break;
        }
        QVERIFY(seen.contains(desktop.find<QListView>("photos")));
        QVERIFY(seen.contains(desktop.find<QTreeView>("layers")));
        QVERIFY(!seen.contains(desktop.find<QComboBox>("parameterRow"))); // its tab is covered

        for (const char *id : {"activation", "filter", "lime"})
            desktop.choices()->setShown(QLatin1String(id), false);
        desktop.selectRow("saliency");
        bringToFront(desktop, desktop.find<QComboBox>("saliency-objective"));
        QTRY_VERIFY(desktop.find<QComboBox>("saliency-objective")->isVisible());
        QTRY_VERIFY(!desktop.find<QTreeView>("layers")->isVisible());
    }

    /// One panel after another, and each from its top to its bottom, also where photos have come since.
    void tabLeadsAsOneReads()
    {
        Desktop desktop(bothOpen(""));
        desktop.find<QToolButton>("fitAllRows")->click(); // nothing is scrolled out of sight on the way
        desktop.hurry();
        desktop.window.resize(1280, 800);
        QTRY_VERIFY(desktop.isDone());
        QVERIFY(QTest::qWaitForWindowActive(&desktop.window, patience));
        for (const QList<int> &photos : {QList<int>{0}, {0, 1, 2}}) {
            auto *list = desktop.find<QListView>("photos");
            list->selectionModel()->clearSelection();
            for (const int row : photos)
                list->selectionModel()->select(list->model()->index(row, 0), QItemSelectionModel::Select);
            QTRY_VERIFY(desktop.isDone());
            QTRY_VERIFY(desktop.find<QWidget>("evaluate")->isVisible());
            desktop.find<QWidget>("splits")->setFocus();
            const QList<QWidget *> there = walk(Qt::Key_Tab);
            QCOMPARE(panelsOf(there), QStringList({"galleryDock", "board", "networkDock"}));
            QCOMPARE(
                inOrder(there,
                    {"splits", "labels", "photoSearch", "filterPhotos", "photoOrder", "photos", "evaluate"}),
                QString());
            QCOMPARE(inOrder(there, {"pictureSize", "fitAllRows", "photosAsRows", "menu"}), QString());
            QCOMPARE(inOrder(there, {"layerKinds", "layers", "filter", "filters"}), QString());
            const auto isCell = [](const QWidget *widget) {
                return widget->inherits("convscope::CellWidget");
            };
            const auto isMenu = [](const QWidget *widget) {
                return widget->objectName() == QLatin1String("menu");
            };
            const auto cell = std::ranges::find_if(there, isCell);
            QVERIFY(cell != there.end());
            QVERIFY(std::none_of(cell, there.end(), isMenu)); // the headings come first
            const QList<QWidget *> back = walk(Qt::Key_Backtab);
            QCOMPARE(
                back, QList<QWidget *>({there.first()}) + QList<QWidget *>(there.rbegin(), there.rend() - 1));
        }
    }

    /// Esc closes a list of choices, and what runs goes on; then it cancels that, and says how to go back.
    void escBelongsToWhatIsOpen()
    {
        Desktop desktop(bothOpen(""));
        runLime(desktop);
        QVERIFY(QTest::qWaitForWindowActive(&desktop.window, patience));
        const auto running = [&] { return desktop.board()->state(0, 4).phase == Phase::Running; };

        auto *order = desktop.find<QComboBox>("photoOrder");
        order->setFocus();
        order->showPopup();
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QVERIFY(running());

        desktop.selectRow("saliency");
        auto *classes = desktop.find<QComboBox>("saliency-target");
        classes->showPopup();
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QVERIFY(running());

        QMenu *menu = desktop.find<QMenu>("classMenu");
        menu->popup(desktop.window.mapToGlobal(QPoint(50, 50)));
        QTest::keyClick(menu, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QVERIFY(running());

        for (const char *name : {"photoSearch", "layerSearch"}) {
            auto *search = desktop.find<QLineEdit>(name);
            search->setFocus();
            QTest::keyClicks(search, QStringLiteral("4"));
            press(Qt::Key_Escape);
            QCOMPARE(search->text(), QString());
            QVERIFY(running());
        }

        auto *filter = desktop.find<QSpinBox>("filter");
        filter->setKeyboardTracking(false);
        filter->setFocus();
        filter->selectAll();
        QTest::keyClicks(filter, QStringLiteral("3"));
        press(Qt::Key_Escape);
        QCOMPARE(filter->cleanText(), QStringLiteral("0"));
        QVERIFY(running());

        press(Qt::Key_Escape); // nothing is open or typed any more
        QTRY_COMPARE(desktop.board()->state(0, 4).phase, Phase::Stopped);
        QCOMPARE(desktop.message(), QStringLiteral("Cancelled: LIME of 0_0"));
        auto *again = desktop.find<QPushButton>("offer");
        QVERIFY(again && again->isVisible());
        again->click();
        QTRY_COMPARE(desktop.board()->state(0, 4).phase, Phase::Running);
        QCOMPARE(desktop.message(), QString());
        desktop.trigger("cancelAllJobs");
        QTRY_COMPARE(desktop.board()->state(0, 4).phase, Phase::Stopped);
    }

    void escCancelsWhatRunsNotWhatWaits()
    {
        Desktop desktop(bothOpen(""));
        askForSteps(*desktop.choices(), 100000); // goes before LIME
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.board()->state(0, 3).progress.done >= 2, patience);
        desktop.trigger("cancelFirst");
        QTRY_COMPARE(desktop.board()->state(0, 3).phase, Phase::Stopped);
        QVERIFY(desktop.board()->state(0, 4).phase != Phase::Stopped);
        QCOMPARE(desktop.message(), QStringLiteral("Cancelled: Feature visualisation of 0_0"));
        desktop.trigger("cancelAllJobs");
    }

    void noTwoLettersClash_data()
    {
        QTest::addColumn<QString>("language");
        for (const Language &language : allLanguages())
            QTest::newRow(qPrintable(language.code)) << language.code;
    }

    void noTwoLettersClash()
    {
        QFETCH(QString, language);
        setLanguage(language);
        QStringList found;
        {
            Desktop empty;
            found << clashes(textsIn(empty.window));
        }
        Desktop desktop(bothOpen(""));
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.board()->columnCount() == 1 && desktop.board()->prediction(0), patience);
        found << clashes(textsIn(desktop.window));
        for (QMenu *menu : desktop.window.menuBar()->findChildren<QMenu *>()) {
            Q_EMIT menu->aboutToShow();
            found << menuClashes(*menu);
        }
        for (int row = 0; row < desktop.board()->rowCount(); ++row) {
            QMenu menu(&desktop.window);
            fillCellMenu(menu, *desktop.board(), 0, row, {});
            found << menuClashes(menu);
            QMenu large(&desktop.window);
            fillLargeMenu(large, *desktop.board(), 0, row, {});
            found << menuClashes(large);
        }
        for (const char *name : {"photos", "layers", "filters"}) {
            auto *list = desktop.find<QWidget>(name);
            QContextMenuEvent asks(QContextMenuEvent::Keyboard, {}, list->mapToGlobal(QPoint()));
            QApplication::sendEvent(list, &asks);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY2(menu, name);
            found << menuClashes(*menu);
            menu->close();
        }
        for (const char *command : {"help", "about", "documentation", "showMatrix"})
            desktop.trigger(command);
        for (QDialog *dialog : desktop.window.findChildren<QDialog *>())
            found << clashes(textsIn(*dialog));
        const BoardController &board = *desktop.board();
        ExportDialog figure([&](const QString &code) { return board.boardIn(code); },
            [](const FigureChoice &) { return 0; }, distinctIds(board.rows()), false, nullptr);
        found << clashes(textsIn(figure));
        const AddRowDialog row(true);
        found << clashes(textsIn(row));
        Lane lane;
        InputDialog input(openNetwork(narrow)->info(), lane, {}, nullptr);
        found << clashes(textsIn(input));
        QCOMPARE(found.join(u'\n'), QString());
    }

    /// Every key of the menus works wherever the focus is, but for those that edit a field's text.
    void noKeyOfTheMenusIsDead()
    {
        Desktop desktop(bothOpen(""));
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.board()->columnCount() == 1 && desktop.board()->prediction(0), patience);
        QVERIFY(QTest::qWaitForWindowActive(&desktop.window, patience));
        const QList<QAction *> commands = desktop.window.findChild<Commands *>()->withKeys();
        for (QAction *action : commands)
            action->disconnect(); // what it does is tried elsewhere
        QVERIFY(commands.size() > 20);
        const std::pair<const char *, const char *> fields[] = {{"photoSearch", ""}, {"photoSearch", "3_"},
            {"layerSearch", ""}, {"lime-samples", ""}, {"lime-samples", "12"}, {"lime-sigma", ""},
            {"filter", ""}, {"photoOrder", ""}, {"saliency-target", ""}, {"photos", ""}, {"layers", ""},
            {"filters", ""}};
        for (const auto &[name, typed] : fields) {
            const QByteArray row = QByteArray(name).split('-').first();
            if (placeOf(desktop.choices()->rows(), QLatin1String(row)) >= 0 && row != name)
                desktop.selectRow(row); // only its own parameters are there
            auto *field = desktop.find<QWidget>(name);
            QVERIFY2(field, name);
            bringToFront(desktop, field);
            QTRY_VERIFY(field->isVisible());
            for (QAction *action : commands) {
                action->setEnabled(true); // also what the row has no use for
                for (const QKeySequence &key : action->shortcuts())
                    tryKey(*field, QLatin1String(typed), *action, key);
            }
        }
    }

    void aParameterThatWasTypedIsUndoneFromItsField()
    {
        Desktop desktop(bothOpen(""));
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        QVERIFY(QTest::qWaitForWindowActive(&desktop.window, patience));
        const QSignalSpy rested(desktop.window.findChild<History *>(), &History::changed);
        desktop.find<QSpinBox>("filter")->setValue(1);
        QTRY_VERIFY(!rested.isEmpty());
        desktop.selectRow("filter");
        auto *steps = desktop.find<QSpinBox>("filter-iterations");
        bringToFront(desktop, steps);
        QTRY_VERIFY(steps->isVisible());
        steps->setFocus();
        steps->selectAll();
        QTest::keyClicks(steps, QStringLiteral("7"));
        press(Qt::Key_Return);
        QCOMPARE(desktop.asked<FeatureVisualisationOptions>().iterations, 7);
        QTRY_COMPARE(
            desktop.find<QAction>("undo")->text(), QStringLiteral("&Undo: Feature visualisation, Steps"));
        QTest::keyClicks(steps, QStringLiteral("0"));
        press(Qt::Key_Z, Qt::ControlModifier); // the typing first
        QCOMPARE(desktop.asked<FeatureVisualisationOptions>().iterations, 7);
        QCOMPARE(steps->cleanText(), QStringLiteral("7"));
        press(Qt::Key_Z, Qt::ControlModifier); // then the board's change
        QCOMPARE(desktop.asked<FeatureVisualisationOptions>().iterations, 3);
        QCOMPARE(steps->value(), 3);
    }
};

QTEST_MAIN(KeysTest)
#include "keys_test.moc"
