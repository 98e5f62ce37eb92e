#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "tests/support/temporaryfolder.h"
#include "ui/board/addrowdialog.h"
#include "ui/board/boardview.h"
#include "ui/board/cellwidget.h"
#include "ui/board/headings.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QTimer>
#include <filesystem>

using namespace convscope;
namespace fs = std::filesystem;
using Phase = CellState::Phase;

namespace {

const fs::path food = CONVSCOPE_TEST_DATA "/food";
const fs::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";

constexpr int saliencyRow = 1;
constexpr int activationRow = 2;
constexpr int filterRow = 3;
constexpr int limeRow = 4;

/// The window with one photo, and what a test of its rows looks for in it.
struct Bench : Desktop
{
    explicit Bench(const WindowOptions &options = bothOpen())
        : Desktop(options)
    {
        hurry();
    }

    bool isOpen() const { return board()->columnCount() == 1 && network()->layer().has_value(); }
    NetworkPanel *network() const { return window.findChild<NetworkPanel *>(); }
    const QList<Row> &rows() const { return choices()->rows(); }
    QStringList ids() const { return idsOf(board()->rows()); }
    QString undoText() const { return find<QAction>("undo")->text(); }
    /// The state now is remembered.
    void rest() const { QTest::qWait(600); }
    /// Of the row at this place.
    RowHeading *heading(int row) const
    {
        const QList<RowHeading *> all = find<BoardView>("board")->findChildren<RowHeading *>();
        QList<RowHeading *> shown;
        for (RowHeading *each : all) {
            if (each->isVisibleTo(find<BoardView>("board")))
                shown << each;
        }
        std::ranges::sort(shown, {}, [](const RowHeading *each) {
            const QPoint at = each->mapToGlobal(QPoint());
            return std::pair(at.y(), at.x());
        });
        return shown.value(row);
    }
    CellWidget *cell(const QString &name) const
    {
        for (CellWidget *each : find<BoardView>("board")->findChildren<CellWidget *>()) {
            if (each->accessibleName().startsWith(name))
                return each;
        }
        return nullptr;
    }
    /// Drags the heading of one row over the upper half of another's; below it where `below`.
    void drag(int from, int to, bool below) const
    {
        RowHeading *dragged = heading(from);
        const RowHeading *over = heading(to);
        const QPoint start(20, 8);
        const QPoint global = over->mapToGlobal(below ? over->rect().bottomRight() : QPoint(1, 1));
        QTest::mousePress(dragged, Qt::LeftButton, {}, start);
        const QPoint end = dragged->mapFromGlobal(global);
        for (const QPoint &at : {start + QPoint(2, 2), (start + end) / 2, end}) {
            QMouseEvent move(QEvent::MouseMove, at, dragged->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                Qt::NoModifier);
            QApplication::sendEvent(dragged, &move);
        }
        QTest::mouseRelease(dragged, Qt::LeftButton, {}, end);
    }
    const Map &map(int row) const { return std::get<Activation>(*board()->answer(0, row)).map; }
};

/// Answers the dialog that asks which row to add, once it is open.
template <typename Answer> void answerDialog(Answer answer)
{
    QTimer::singleShot(0, qApp, [answer] {
        auto *dialog = qobject_cast<AddRowDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isActiveWindow());
        answer(*dialog);
        if (dialog->isVisible())
            dialog->reject(); // so that a failure is told
    });
}

} // namespace

/// The rows of the board in the window: how people add, move, hold and remove them.
class RowsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;
    std::unique_ptr<TemporaryFolder> m_folder;

    /// A session of one photo with these rows, as JSON; opened in a window.
    fs::path session(const QByteArray &rows, const QByteArray &rest = {}) const
    {
        const auto quoted = [](const fs::path &path) { return '"' + QByteArray::fromStdString(path) + '"'; };
        const QByteArray text = R"({"format": "convscope-session", "version": 2, "network": {"file": )"
            + quoted(narrow) + R"(}, "photos": [{"file": )" + quoted(food / "training" / "0_0.jpg")
            + "}], \"rows\": [" + rows + "]" + rest + "}";
        m_folder->add("mine.convscope", text.toStdString());
        return *m_folder / "mine.convscope";
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<OwnSettings>();
        m_folder = std::make_unique<TemporaryFolder>();
    }

    void aRowIsAddedFromTheKeyboard()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        QVERIFY(QTest::qWaitForWindowActive(&bench.window, patience));
        bench.network()->choose(14, 2);
        bench.rest();
        answerDialog([](const AddRowDialog &dialog) {
            auto *methods = dialog.findChild<QListWidget *>(QStringLiteral("methods"));
            QCOMPARE(methods->count(), int(allMethods().size())); // the photo has its row
            QVERIFY(methods->hasFocus());
            for (int i = 0; !methods->currentItem()->text().startsWith(u"Activation"); ++i) {
                QVERIFY(i < methods->count());
                QTest::keyClick(methods, Qt::Key_Down);
            }
            QTest::keyClick(methods, Qt::Key_Return);
        });
        QTest::keyClick(&bench.window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(
            bench.ids(), QStringList({"photo", "saliency", "activation", "filter", "lime", "activation"}));
        QVERIFY(bench.rows().last().question == MethodOptions(ActivationOptions{14, 2}));
        QCOMPARE(bench.choices()->selected(), 5);
        QTRY_VERIFY(bench.isDone());
        bench.rest();
        QCOMPARE(bench.undoText(), QStringLiteral("&Undo: row Activation added"));
        bench.trigger("undo");
        QCOMPARE(bench.rows().size(), 5);
        bench.trigger("redo");
        QVERIFY(bench.rows().last().question == MethodOptions(ActivationOptions{14, 2}));
        QTRY_VERIFY(bench.isDone());
    }

    void whoCancelsAddsNothing()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        answerDialog([](AddRowDialog &dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
        bench.trigger("addRow");
        QCOMPARE(bench.rows().size(), 5);
    }

    void thePhotoIsOfferedWhereItHasNoRow()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.trigger("row-photo");
        QVERIFY(!bench.ids().contains(QStringLiteral("photo")));
        answerDialog([](const AddRowDialog &dialog) {
            auto *methods = dialog.findChild<QListWidget *>(QStringLiteral("methods"));
            QCOMPARE(methods->count(), int(allMethods().size()) + 1);
            QCOMPARE(methods->currentRow(), 0);
            dialog.findChild<QPushButton *>(QStringLiteral("addChosenRow"))->click();
        });
        bench.trigger("addRow");
        QCOMPARE(bench.ids().first(), QStringLiteral("photo"));
        QVERIFY(bench.find<QAction>("row-photo")->isChecked());
    }

    /// Each is held where it was asked, and the next one follows the panel on.
    void oneMethodIsComparedAtThreeLayers()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.network()->choose(4, 1);
        bench.selectRow("activation");
        bench.trigger("holdSelectedRow");
        QVERIFY(bench.find<QAction>("holdSelectedRow")->isChecked());
        for (const int layer : {14, 16}) {
            bench.network()->choose(layer, 1);
            bench.choices()->add(ActivationOptions{});
            bench.trigger("holdSelectedRow");
        }
        bench.network()->choose(15, 0);
        const QList<std::pair<int, int>> asked{{activationRow, 4}, {5, 14}, {6, 16}};
        QTRY_VERIFY(bench.isDone());
        for (const auto &[row, layer] : asked) {
            QVERIFY(bench.rows().at(row).held);
            QVERIFY(bench.board()->result(0, row)->options == MethodOptions(ActivationOptions{layer, 1}));
            QCOMPARE(bench.board()->heading(row).detail, QStringLiteral("layer %1, filter 1").arg(layer));
        }
        QVERIFY(bench.map(activationRow).values != bench.map(5).values);
        QVERIFY(bench.map(5).values != bench.map(6).values);
        QVERIFY(bench.map(activationRow).values != bench.map(6).values);
        QCOMPARE(bench.asked<FeatureVisualisationOptions>().layer.index, 15); // which follows
    }

    void equalRowsHaveOneAnswer()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen() && bench.isDone());
        const auto answer = bench.board()->answer(0, limeRow);
        QVERIFY(answer);
        bench.choices()->duplicate(limeRow);
        QTRY_VERIFY(bench.isDone());
        QCOMPARE(bench.board()->answer(0, limeRow + 1), answer); // the same, and not one that is equal
        LimeOptions other = bench.asked<LimeOptions>();
        other.seed = 7;
        bench.choices()->setQuestion(limeRow + 1, other);
        const auto now = [&] { return bench.board()->answer(0, limeRow + 1); };
        QTRY_VERIFY(bench.isDone() && now() && now() != answer);
        QCOMPARE(bench.board()->answer(0, limeRow), answer);
    }

    void commandsActOnTheSelectedRow_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<QString>("undo");
        QTest::newRow("duplicate") << QStringLiteral("duplicateRow")
                                   << QStringList(
                                          {"photo", "saliency", "activation", "activation", "filter", "lime"})
                                   << QStringLiteral("row Activation added");
        QTest::newRow("remove") << QStringLiteral("removeRow")
                                << QStringList({"photo", "saliency", "filter", "lime"})
                                << QStringLiteral("row Activation removed");
        QTest::newRow("up") << QStringLiteral("moveRowUp")
                            << QStringList({"photo", "activation", "saliency", "filter", "lime"})
                            << QStringLiteral("order of the rows");
        QTest::newRow("down") << QStringLiteral("moveRowDown")
                              << QStringList({"photo", "saliency", "filter", "activation", "lime"})
                              << QStringLiteral("order of the rows");
        QTest::newRow("hold") << QStringLiteral("holdSelectedRow")
                              << QStringList({"photo", "saliency", "activation", "filter", "lime"})
                              << QStringLiteral("row Activation held");
    }

    /// And each of them is undone and redone.
    void commandsActOnTheSelectedRow()
    {
        QFETCH(const QString, command);
        QFETCH(const QStringList, ids);
        QFETCH(const QString, undo);
        Bench bench;
        QTRY_VERIFY(bench.isOpen() && bench.isDone());
        bench.selectRow("activation");
        bench.rest();
        const QList<Row> before = bench.rows();
        bench.window.findChild<QAction *>(command)->trigger();
        const QList<Row> after = bench.rows();
        QCOMPARE(bench.ids(), ids);
        QVERIFY(after != before);
        bench.rest();
        QCOMPARE(bench.undoText(), QStringLiteral("&Undo: ") + undo);
        bench.trigger("undo");
        QCOMPARE(bench.rows(), before);
        QCOMPARE(bench.ids(), idsOf(before));
        QCOMPARE(bench.find<QAction>("redo")->text(), QStringLiteral("&Redo: ") + undo);
        bench.trigger("redo");
        QCOMPARE(bench.rows(), after);
        QCOMPARE(bench.ids(), ids);
        QTRY_VERIFY(bench.isDone());
    }

    void aRowThatFollowsAgainIsUndoneToo()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.choices()->setHeld(activationRow, true);
        bench.network()->choose(14, 2);
        bench.rest();
        bench.choices()->setHeld(activationRow, false);
        bench.rest();
        QVERIFY(bench.rows().at(activationRow).question == MethodOptions(ActivationOptions{14, 2}));
        QCOMPARE(bench.undoText(), QStringLiteral("&Undo: row Activation follows"));
        bench.trigger("undo");
        QVERIFY(bench.rows().at(activationRow).held);
        QVERIFY(bench.rows().at(activationRow).question == MethodOptions(ActivationOptions{15, 0}));
        QCOMPARE(*bench.network()->layer(), 14);
    }

    void commandsAreOfferedWhereTheyDoSomething()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        const auto can = [&](const char *action) { return bench.find<QAction>(action)->isEnabled(); };
        bench.choices()->select(0);
        QVERIFY(!can("moveRowUp") && can("moveRowDown") && !can("holdSelectedRow"));
        bench.choices()->select(saliencyRow);
        QVERIFY(can("moveRowUp") && !can("holdSelectedRow"));
        bench.choices()->select(filterRow);
        QVERIFY(can("holdSelectedRow"));
        bench.choices()->select(limeRow);
        QVERIFY(can("moveRowUp") && !can("moveRowDown") && can("removeRow"));
        for (const char *id : {"photo", "saliency", "activation", "filter"})
            bench.choices()->setShown(QLatin1String(id), false);
        QVERIFY(!can("removeRow") && !can("moveRowUp") && !can("moveRowDown"));
        bench.trigger("row-lime"); // the last row stays
        QVERIFY(bench.find<QAction>("row-lime")->isChecked());
        QCOMPARE(bench.ids(), QStringList("lime"));
    }

    void headingsAreDragged()
    {
        Bench bench;
        bench.window.resize(1280, 1000);
        QTRY_VERIFY(bench.isOpen() && bench.isDone());
        bench.rest();
        const QList<Row> before = bench.rows();
        const auto picture = bench.board()->column(0).cells.at(limeRow).picture.cacheKey();
        bench.drag(limeRow, saliencyRow, false);
        QCOMPARE(bench.ids(), QStringList({"photo", "lime", "saliency", "activation", "filter"}));
        QCOMPARE(bench.board()->column(0).cells.at(1).picture.cacheKey(), picture); // at once
        QCOMPARE(bench.choices()->selected(), 1); // that which was dragged
        bench.rest();
        QCOMPARE(bench.undoText(), QStringLiteral("&Undo: order of the rows"));
        bench.drag(0, 4, true);
        QCOMPARE(bench.ids(), QStringList({"lime", "saliency", "activation", "filter", "photo"}));
        bench.rest();
        bench.trigger("undo");
        bench.trigger("undo");
        QCOMPARE(bench.rows(), before);
        bench.trigger("redo");
        QCOMPARE(bench.ids(), QStringList({"photo", "lime", "saliency", "activation", "filter"}));
        bench.drag(2, 2, false); // to where it is
        QCOMPARE(bench.ids(), QStringList({"photo", "lime", "saliency", "activation", "filter"}));
    }

    /// Where photos are rows, what a row shows stands above its column.
    void headingsAreDraggedSideways()
    {
        Bench bench;
        bench.window.resize(1600, 900);
        QTRY_VERIFY(bench.isOpen());
        bench.find<BoardView>("board")->setShape({BoardShape::Size::Automatic, 0, /*photosAsRows=*/true});
        QTest::qWait(0);
        bench.drag(activationRow, saliencyRow, false);
        QCOMPARE(bench.ids(), QStringList({"photo", "activation", "saliency", "filter", "lime"}));
    }

    void aClickOnAHeadingOnlySelects()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        QTest::mouseClick(bench.heading(filterRow), Qt::LeftButton, {}, QPoint(20, 8));
        QCOMPARE(bench.choices()->selected(), filterRow);
        QCOMPARE(bench.ids(), QStringList({"photo", "saliency", "activation", "filter", "lime"}));
    }

    /// A menu that closes, or a window that comes back, gives the keyboard to a cell that had it before.
    void theKeyboardThatComesBackSelectsNothing()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        CellWidget *cell = bench.cell(QStringLiteral("Saliency of"));
        QVERIFY(cell);
        for (const Qt::FocusReason reason :
            {Qt::PopupFocusReason, Qt::MenuBarFocusReason, Qt::ActiveWindowFocusReason}) {
            bench.choices()->select(limeRow);
            QFocusEvent event(QEvent::FocusIn, reason);
            QApplication::sendEvent(cell, &event);
            QCOMPARE(bench.choices()->selected(), limeRow);
        }
        QFocusEvent tabbed(QEvent::FocusIn, Qt::TabFocusReason);
        QApplication::sendEvent(cell, &tabbed);
        QCOMPARE(bench.choices()->selected(), saliencyRow);
    }

    void whatIsTypedCountsWhenAnotherRowIsSelected()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.choices()->select(limeRow);
        auto *samples = bench.find<QSpinBox>("lime-samples");
        QVERIFY(samples);
        samples->setFocus();
        samples->selectAll();
        QTest::keyClicks(samples, QStringLiteral("321"));
        QTest::mouseClick(bench.heading(saliencyRow), Qt::LeftButton, {}, QPoint(20, 8));
        QCOMPARE(std::get<LimeOptions>(*bench.rows()[limeRow].question).samples, 321);
    }

    /// The pin that others see.
    void whatIsHeldIsSaidInWords()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        const QString said = QStringLiteral("Held at its layer and filter");
        const auto name = [&](int row) { return bench.heading(row)->accessibleName(); };
        QCOMPARE(name(activationRow), QStringLiteral("Activation, layer 15, filter 0"));
        bench.choices()->setHeld(activationRow, true);
        QCOMPARE(name(activationRow), QStringLiteral("Activation, layer 15, filter 0, ") + said);
        QVERIFY(bench.heading(activationRow)->toolTip().contains(said));
        QVERIFY(!name(filterRow).contains(said));
        QVERIFY(bench.board()->heading(activationRow).held);
        bench.choices()->setHeld(activationRow, false);
        QVERIFY(!name(activationRow).contains(said));
    }

    void parametersAreThoseOfTheSelectedRow()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen() && bench.isDone());
        QVERIFY(QTest::qWaitForWindowActive(&bench.window, patience));
        QTest::mouseClick(bench.cell(QStringLiteral("Saliency of")), Qt::LeftButton, {}, QPoint(20, 20));
        QTRY_COMPARE(bench.choices()->selected(), saliencyRow);
        QVERIFY(bench.find<QWidget>("saliency-objective") && !bench.find<QWidget>("lime-samples"));
        QCOMPARE(bench.find<QComboBox>("parameterRow")->currentText(),
            QStringLiteral("2. Saliency, true class, loss"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // to the next row's cell
        QTRY_COMPARE(bench.choices()->selected(), activationRow);
        QVERIFY(!bench.find<QWidget>("activation-layer")->isEnabled());
        auto *rows = bench.find<QComboBox>("parameterRow");
        rows->setCurrentIndex(limeRow);
        Q_EMIT rows->activated(limeRow);
        QCOMPARE(bench.choices()->selected(), limeRow);
        QCOMPARE(bench.find<QSpinBox>("lime-samples")->value(), 30);
        bench.choices()->duplicate(limeRow);
        bench.find<QSpinBox>("lime-samples")->setValue(40);
        QCOMPARE(bench.asked<LimeOptions>().samples, 30); // of the row above, as it was
        QCOMPARE(std::get<LimeOptions>(*bench.rows().last().question).samples, 40);
        QCOMPARE(rows->itemText(4), QStringLiteral("5. LIME, true class, 30 samples"));
        QCOMPARE(rows->itemText(5), QStringLiteral("6. LIME, true class, 40 samples"));
    }

    void aRowThatFailsLeavesTheOthers()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.choices()->add(ActivationOptions{});
        bench.choices()->setHeld(5, true);
        bench.choices()->setQuestion(5, ActivationOptions{15, 4711});
        QTRY_COMPARE(bench.board()->state(0, 5).phase, Phase::Failed);
        QVERIFY(bench.board()->column(0).cells.at(5).error.contains(QStringLiteral("4711")));
        QVERIFY(!bench.board()->state(0, 5).canRetry);
        for (int row = 0; row < 5; ++row)
            QTRY_COMPARE(bench.board()->state(0, row).phase, Phase::Done);
        bench.choices()->setHeld(5, false); // where all others are
        QTRY_VERIFY(bench.isDone());
        QVERIFY(bench.board()->column(0).cells.at(5).error.isEmpty());
    }

    /// Rows that come while LIME runs disturb neither it nor each other.
    void whatRunsGoesOnWhileRowsComeAndGo()
    {
        Bench bench;
        askForSamples(*bench.choices(), 1000000);
        QTRY_VERIFY(bench.isOpen());
        const auto done = [&] {
            return bench.board()->state(0, placeOf(bench.rows(), QStringLiteral("lime"))).progress.done;
        };
        QTRY_VERIFY(done() >= 20);
        const int before = done();
        bench.choices()->move(limeRow, 0);
        bench.trigger("row-saliency");
        bench.choices()->add(ActivationOptions{});
        QTRY_COMPARE(bench.board()->state(0, 4).phase, Phase::Done);
        QTRY_COMPARE(bench.board()->state(0, 0).phase, Phase::Running);
        QVERIFY(done() >= before); // from where it was
        bench.trigger("cancelAllJobs");
        QTRY_COMPARE(bench.board()->state(0, 0).phase, Phase::Stopped);
    }

    void aSessionOpensWhatThisVersionKnowsAndListsTheRest()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.window.open(session(R"({"view": "photo"}, {"view": "depth", "method": "depth"},
            {"view": "lime", "method": "lime", "parameters": {"samples": 30, "kernel": 1}},
            {"view": "saliency", "method": "saliency", "network": "C"},
            {"view": "activation", "method": "activation", "parameters": {"layer": 999, "filter": 3}, "held": true})",
            R"(, "chosen": {"layer": 4, "filter": 1})"));
        QTRY_VERIFY(bench.find<QListWidget>("changes"));
        QString listed;
        const auto *changes = bench.find<QListWidget>("changes");
        for (int i = 0; i < changes->count(); ++i)
            listed += changes->item(i)->text() + u'\n';
        for (const char *left : {"depth", "lime kernel", "saliency network C"})
            QVERIFY2(listed.contains(QLatin1String(left)), qPrintable(listed));
        QTRY_COMPARE(bench.ids(), QStringList({"photo", "lime", "activation"}));
        // The network has no such layer: the first that has maps is taken, and that is said.
        QTRY_VERIFY2(bench.message().contains(QStringLiteral("ayer 999")), qPrintable(bench.message()));
        QVERIFY(bench.rows().last().held);
        QVERIFY(bench.asked<ActivationOptions>().layer.index != 999);
        QCOMPARE(bench.asked<ActivationOptions>().filter.index, 0);
        QCOMPARE(bench.choices()->layer().index, 4);
        QCOMPARE(bench.choices()->filter().index, 1);
        QTRY_VERIFY(bench.isDone());
    }

    void aSessionMayHaveTwentyRows()
    {
        QByteArrayList rows{R"({"view": "photo"})"};
        for (int filter = 0; filter < 19; ++filter)
            rows << R"({"method": "activation", "held": true, "parameters": {"layer": )"
                    + QByteArray::number(filter % 2 == 0 ? 14 : 4)
                    + ", \"filter\": " + QByteArray::number(filter / 5) + "}}";
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.window.open(session(rows.join(", ")));
        QTRY_COMPARE(bench.board()->rowCount(), 20);
        QTRY_VERIFY(bench.isOpen() && bench.isDone());
        QCOMPARE(bench.rows().last().question, std::optional<MethodOptions>(ActivationOptions{14, 3}));
        QCOMPARE(distinctIds(bench.rows()).last(), QStringLiteral("activation-19"));
        for (int row = 1; row < 20; ++row)
            QVERIFY(bench.rows().at(row).held);
        QVERIFY(bench.heading(19));
    }

    void sessionsOfTheFirstVersionOpenAsBefore_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("layer");
        QTest::addColumn<int>("filter");
        QTest::addColumn<double>("opacity");
        QTest::newRow("plain") << QStringLiteral("plain-1.convscope") << 15 << 0 << 1.0;
        QTest::newRow("changed") << QStringLiteral("changed-1.convscope") << 16 << 1 << 0.75;
    }

    /// Every row follows the panel. Of the photos those are there that were found.
    void sessionsOfTheFirstVersionOpenAsBefore()
    {
        QFETCH(const QString, name);
        QFETCH(const int, layer);
        QFETCH(const int, filter);
        QFETCH(const double, opacity);
        fs::create_directories(*m_folder / "photos");
        fs::copy(food / "validation", *m_folder / "photos" / "validation");
        fs::copy(narrow, *m_folder / "checkpoint.pth");
        fs::copy(fs::path(CONVSCOPE_TEST_DATA "/sessions") / name.toStdString(), *m_folder / "old.convscope");
        Desktop desktop;
        desktop.window.open(*m_folder / "old.convscope");
        QTRY_VERIFY(
            desktop.board()->columnCount() == 1 && desktop.window.findChild<NetworkPanel *>()->layer());
        desktop.hurry();
        QCOMPARE(idsOf(desktop.board()->rows()),
            QStringList({"photo", "saliency", "activation", "filter", "lime"}));
        for (const Row &row : desktop.choices()->rows()) {
            QVERIFY(!row.held);
            QCOMPARE(row.look.opacity, hasMapLook(row) ? opacity : 1.0);
            if (row.canBeHeld())
                QCOMPARE(fieldOf<LayerId>(*row.question)->index, layer);
            if (row.canBeHeld())
                QCOMPARE(fieldOf<FilterId>(*row.question)->index, filter);
        }
        QTRY_VERIFY(desktop.isDone());
        desktop.window.findChild<NetworkPanel *>()->choose(4, 2);
        QVERIFY(desktop.asked<ActivationOptions>() == (ActivationOptions{4, 2}));
        QCOMPARE(desktop.asked<FeatureVisualisationOptions>().layer.index, 4);
    }

    /// Held rows, equal rows and those that were removed are there at the next start.
    void theNextStartHasTheSameRows()
    {
        QList<Row> rows;
        QList<Row> hidden;
        {
            Bench bench;
            QTRY_VERIFY(bench.isOpen());
            bench.choices()->setHeld(activationRow, true);
            bench.network()->choose(4, 2);
            bench.choices()->add(ActivationOptions{});
            bench.choices()->duplicate(limeRow);
            bench.choices()->setShown(QStringLiteral("saliency"), false);
            rows = bench.rows();
            hidden = bench.choices()->hidden();
            bench.window.close();
        }
        Bench again{WindowOptions{}};
        QTRY_VERIFY(again.isOpen());
        QCOMPARE(again.rows(), rows);
        QCOMPARE(again.choices()->hidden(), hidden);
        QCOMPARE(*again.network()->layer(), 4);
        QTRY_VERIFY(again.isDone());
    }
};

QTEST_MAIN(RowsTest)
#include "rows_test.moc"
