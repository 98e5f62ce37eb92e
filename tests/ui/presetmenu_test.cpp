#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "tests/support/temporaryfolder.h"
#include "ui/board/addrowdialog.h"
#include "ui/network/networkpanel.h"
#include "ui/session/presetstore.h"
#include "ui/window/presetdialog.h"

#include <QApplication>
#include <QInputDialog>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

using namespace convscope;

namespace {

const QStringList homework{"photo", "saliency", "activation", "filter", "lime"};

struct Bench : Desktop
{
    Bench()
        : Desktop(bothOpen())
    {
        hurry();
        choices()->setAutomatic(false); // the rows matter here, not their pictures
    }

    bool isOpen() const { return board()->columnCount() == 1 && network()->layer().has_value(); }
    NetworkPanel *network() const { return window.findChild<NetworkPanel *>(); }
    PresetStore *store() const { return window.findChild<PresetStore *>(); }
    QStringList ids() const { return idsOf(choices()->rows()); }
    /// The state now is remembered.
    void rest() const { QTest::qWait(600); }
    void open(const QByteArray &text)
    {
        file = folder.add("given.convrows", text.toStdString());
        window.open(file);
    }

    TemporaryFolder folder;
    std::filesystem::path file;
};

/// Once a modal window of this kind is open.
template <typename Window> void answer(std::function<void(Window &)> act)
{
    auto *timer = new QTimer(qApp);
    timer->start(10);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, act = std::move(act)] {
        auto *window = qobject_cast<Window *>(QApplication::activeModalWidget());
        if (!window)
            return;
        timer->stop();
        timer->deleteLater();
        act(*window);
    });
}

void answerName(const QString &name)
{
    answer<QInputDialog>([name](QInputDialog &dialog) {
        dialog.setTextValue(name);
        dialog.accept();
    });
}

} // namespace

/// Presets of rows in the window.
class PresetMenuTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;

private Q_SLOTS:
    void init() { m_settings = std::make_unique<OwnSettings>(); }

    void aPresetTakesThePlaceOfTheRowsAndIsUndone()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.network()->choose(14, 2);
        bench.choices()->setTarget({Target::Kind::Class, 3});
        bench.rest();
        const QList<Row> before = bench.choices()->rows();
        bench.trigger("preset-cams");
        QTRY_VERIFY(bench.ids().contains(QStringLiteral("gradcam")));
        QVERIFY(!bench.ids().contains(QStringLiteral("lime")));
        for (const Row &row : bench.choices()->rows()) {
            if (row.isPhoto())
                continue;
            QCOMPARE(fieldOf<LayerId>(*row.question)->index, 14);
            QCOMPARE(fieldOf<Target>(*row.question)->index, 3);
            QVERIFY(!row.held);
        }
        QCOMPARE(bench.board()->columnCount(), 1);
        bench.rest();
        bench.trigger("undo");
        QCOMPARE(bench.choices()->rows(), before);
    }

    void theRowsAreKeptUnderAName()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        answerName(QStringLiteral("mine & yours"));
        bench.trigger("keepPreset");
        QTRY_VERIFY(bench.store()->has(QStringLiteral("mine & yours")));
        QTRY_VERIFY(bench.message().contains(QStringLiteral("“mine & yours” is kept")));
        bench.trigger("preset-gradients");
        QTRY_VERIFY(bench.ids() != homework);
        QCOMPARE(bench.find<QAction>("keptPreset-mine & yours")->text(), QStringLiteral("mine && yours"));
        bench.trigger("keptPreset-mine & yours");
        QTRY_COMPARE(bench.ids(), homework);
        QCOMPARE(bench.asked<LimeOptions>().samples, 30);
    }

    void aBadNameIsRefusedInPlace()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        int asked = 0;
        answer<QInputDialog>([&asked](QInputDialog &dialog) {
            dialog.setTextValue(QStringLiteral("a/b"));
            dialog.accept();
            answer<QInputDialog>([&asked](QInputDialog &again) {
                ++asked;
                QVERIFY(again.labelText().contains(QStringLiteral("a/b")));
                again.reject();
            });
        });
        bench.trigger("keepPreset");
        QTRY_COMPARE(asked, 1);
        QVERIFY(bench.store()->kept().isEmpty());
    }

    void whoReplacesAnotherIsAsked()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.store()->keep({QStringLiteral("mine"), {Row{}}});
        QTRY_VERIFY(bench.store()->has(QStringLiteral("mine")));
        bool wasAsked = false;
        answer<QInputDialog>([&wasAsked](QInputDialog &dialog) {
            dialog.setTextValue(QStringLiteral("mine"));
            dialog.accept();
            answer<QMessageBox>([&wasAsked](const QMessageBox &box) {
                wasAsked = true;
                answer<QInputDialog>([](QInputDialog &again) { again.reject(); });
                box.button(QMessageBox::No)->click();
            });
        });
        bench.trigger("keepPreset");
        QTRY_VERIFY(wasAsked);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QCOMPARE(bench.store()->kept().first().rows.size(), 1);
    }

    void aFileIsOpenedAndKept()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.open(presetText({QStringLiteral("of Ann"), {Row{}, newRow(EdgesOptions{})}}));
        QTRY_COMPARE(bench.ids(), QStringList({"photo", "edges"}));
        QTRY_VERIFY(bench.message().contains(QStringLiteral("“of Ann”")));
        bench.find<QPushButton>("offer")->click();
        QTRY_VERIFY(bench.store()->has(QStringLiteral("of Ann")));
    }

    void whatIsUnknownInAFileIsTold()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.open(
            R"({"format": "convscope-rows", "version": 1, "rows": [{"view": "photo"}, {"view": "tea"}]})");
        QTRY_COMPARE(bench.ids(), QStringList("photo"));
        QVERIFY(bench.message().contains(QStringLiteral("tea")));
    }

    void aBadFileChangesNothing()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.open("no JSON");
        QTRY_VERIFY(bench.message().contains(QStringLiteral("given.convrows: this is no preset of rows.")));
        QCOMPARE(bench.ids(), homework);
        std::filesystem::remove(bench.file);
        bench.window.open(bench.file);
        QTRY_VERIFY(bench.message().contains(QStringLiteral("given.convrows: there is no such file")));
    }

    /// What is held at a layer that this network has not.
    void heldRowsFitTheNetwork()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        Row held = newRow(ActivationOptions{900, 70});
        held.held = true;
        bench.open(presetText({QStringLiteral("far"), {held}}));
        QTRY_COMPARE(bench.ids(), QStringList("activation"));
        QVERIFY(fieldOf<LayerId>(*bench.choices()->rows().first().question)->index < 900);
        QVERIFY(bench.message().contains(QStringLiteral("900")));
    }

    void presetsAreRenamedAndDeletedFromTheKeyboard()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        bench.store()->keep({QStringLiteral("mine"), {Row{}}});
        QTRY_VERIFY(bench.store()->has(QStringLiteral("mine")));
        PresetDialog dialog(*bench.store(), &bench.window);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, patience));
        auto *list = dialog.findChild<QListWidget *>(QStringLiteral("keptPresets"));
        QTRY_VERIFY(list->hasFocus());
        answerName(QStringLiteral("yours"));
        QTest::keyClick(list, Qt::Key_F2);
        QTRY_COMPARE(list->item(0)->text(), QStringLiteral("yours"));
        QVERIFY(dialog.isVisible());
        answer<QMessageBox>([](const QMessageBox &box) { box.button(QMessageBox::Yes)->click(); });
        dialog.activateWindow(); // there is no window manager to do it
        QTRY_VERIFY(dialog.isActiveWindow() && list->hasFocus());
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_VERIFY(bench.store()->kept().isEmpty());
        QTRY_VERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("renamePreset"))->isEnabled());
    }

    void whoWouldAddARowMayTakeAPreset()
    {
        Bench bench;
        QTRY_VERIFY(bench.isOpen());
        answer<AddRowDialog>([&bench](const AddRowDialog &dialog) {
            const auto *button = dialog.findChild<QPushButton *>(QStringLiteral("presetsInstead"));
            QVERIFY(button && button->menu());
            QAction *action = bench.find<QAction>("preset-agree");
            action->trigger();
            Q_EMIT button->menu()->triggered(action);
        });
        bench.trigger("addRow");
        QTRY_VERIFY(bench.ids().contains(QStringLiteral("random")));
    }
};

QTEST_MAIN(PresetMenuTest)
#include "presetmenu_test.moc"
