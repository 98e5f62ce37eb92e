#include "core/computing.h"
#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/nameless.h"
#include "tests/support/patience.h"
#include "ui/board/boardview.h"
#include "ui/evaluation/confusiondialog.h"
#include "ui/network/networkpanel.h"
#include "ui/present/language.h"
#include "ui/present/paths.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScopeGuard>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace convscope;
using Phase = CellState::Phase;

namespace {

const std::filesystem::path food = CONVSCOPE_TEST_DATA "/food";
const std::filesystem::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ConvscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("ConvscopeTest"));
        // Nothing that the window does may compute on its own thread: in every test that is a warning, which
        // fails.
        forbidComputing([](const char *function) { qWarning("%s on the window's thread", function); });
    }

    void init()
    {
        // Of every warning but the one that the offscreen platform gives for any window.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
        qputenv("XDG_STATE_HOME", m_folder->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder->filePath(QStringLiteral("cache")).toUtf8());
    }

    void fullScreenIsLeftByEsc()
    {
        Desktop desktop;
        auto *action = desktop.find<QAction>("fullScreen");
        action->trigger();
        QTRY_VERIFY(desktop.window.isFullScreen());
        QTRY_VERIFY(action->isChecked());
        QVERIFY(QTest::qWaitForWindowActive(&desktop.window, patience));
        QTest::keyClick(&desktop.window, Qt::Key_Escape);
        QTRY_VERIFY(!desktop.window.isFullScreen());
        QTRY_VERIFY(!action->isChecked());
    }

    void beginsEmptyAndTeaches()
    {
        Desktop desktop;
        QVERIFY(desktop.find<QPushButton>("emptyOpenPhotos")->isVisible());
        QVERIFY(desktop.find<QPushButton>("emptyOpenNetwork")->isVisible());
        QVERIFY(desktop.find<QLabel>("emptyText")->text().contains(QStringLiteral("checkpoint")));
        QVERIFY(!desktop.find<QAction>("exportFigure")->isEnabled());
        QCOMPARE(desktop.window.windowTitle(), QStringLiteral("Convscope"));
        desktop.window.open(food);
        QTRY_VERIFY(!desktop.find<QPushButton>("emptyOpenPhotos")->isVisible());
        QTRY_VERIFY(desktop.find<QPushButton>("emptyOpenNetwork")->isVisible());
        desktop.window.open(narrow);
        QTRY_VERIFY(desktop.find<QWidget>("board")->isVisible());
        QCOMPARE(desktop.window.windowTitle(), QStringLiteral("food/training – data/narrow.pth – Convscope"));
    }

    void photosLayerAndFilterFillTheBoard()
    {
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_COMPARE(desktop.board()->columnCount(), 1); // the first photo
        QTRY_VERIFY(desktop.find<NetworkPanel>("network")->layer().has_value());
        desktop.select({3, 4, 8});
        QCOMPARE(desktop.board()->columnCount(), 3);
        QCOMPARE(desktop.find<QLabel>("photoCount")->text(), QStringLiteral("11 photos · 3 selected"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), patience);

        auto *layers = desktop.find<QTreeView>("layers");
        layers->setCurrentIndex(desktop.layer(14));
        desktop.find<QSpinBox>("filter")->setValue(2);
        QCOMPARE(desktop.asked<ActivationOptions>().layer.index, 14);
        QCOMPARE(desktop.asked<FeatureVisualisationOptions>().filter.index, 2);
        desktop.trigger("nextFilter");
        QCOMPARE(desktop.asked<ActivationOptions>().filter.index, 3);
        desktop.trigger("nextLayer");
        QCOMPARE(desktop.asked<ActivationOptions>().layer.index, 15);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), patience);
        QVERIFY(desktop.message().isEmpty());
        QVERIFY(desktop.find<QLabel>("device")->text().startsWith(QStringLiteral("CPU")));
    }

    void gridKeysAndBoardAgreeOnTheFilter()
    {
        Desktop desktop(bothOpen());
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QTRY_VERIFY(desktop.find<NetworkPanel>("network")->layer().has_value());
        desktop.find<QTreeView>("layers")->setCurrentIndex(desktop.layer(14));
        auto *grid = desktop.find<QListView>("filters");
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), 12, patience);
        grid->setCurrentIndex(grid->model()->index(5, 0));
        QCOMPARE(desktop.asked<ActivationOptions>().filter.index, 5);
        QCOMPARE(desktop.find<QSpinBox>("filter")->value(), 5);
        desktop.trigger("nextFilter");
        QCOMPARE(desktop.asked<ActivationOptions>().filter.index, 6);
        QTRY_COMPARE(grid->currentIndex().row(), 6);
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.find<QLabel>("filterStatus")->text().startsWith(QStringLiteral("Maps of 0_0, the")),
            patience);
        desktop.find<QDockWidget>("filterCardDock")->raise();
        QTRY_VERIFY(
            desktop.find<QLabel>("filterTitle")->text().startsWith(QStringLiteral("Filter 6 of layer 14")));
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.find<QLabel>("kernelText")->text().startsWith(QStringLiteral("8 × 3 × 3")), patience);
    }

    void splitsAndIndices()
    {
        Desktop desktop(bothOpen());
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        auto *splits = desktop.find<QComboBox>("splits");
        QCOMPARE(splits->count(), 2);
        QCOMPARE(splits->currentText(), QStringLiteral("training"));
        splits->setCurrentIndex(1);
        Q_EMIT splits->textActivated(QStringLiteral("validation"));
        QTRY_COMPARE(desktop.find<QLabel>("photoCount")->text(), QStringLiteral("5 photos"));
        desktop.trigger("goToIndex");
        QTest::keyClicks(desktop.find<QLineEdit>("photoSearch"), QStringLiteral("2"));
        QTest::keyClick(desktop.find<QLineEdit>("photoSearch"), Qt::Key_Return);
        QCOMPARE(desktop.board()->column(0).title, QStringLiteral("2_0"));
        QVERIFY(desktop.window.windowTitle().startsWith(QStringLiteral("food/validation")));
    }

    void cancelledRowsCanBeStartedAgain()
    {
        Desktop desktop(bothOpen());
        askForSteps(*desktop.choices(), 3);
        askForSamples(*desktop.choices(), 1000000);
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.board()->state(0, 4).progress.done >= 2, patience);
        QTRY_VERIFY(desktop.find<QLabel>("jobsText")->text().contains(QStringLiteral("LIME")));
        QTest::keyClick(&desktop.window, Qt::Key_Escape);
        QTRY_COMPARE(desktop.board()->state(0, 4).phase, Phase::Stopped);
        QVERIFY(!desktop.board()->column(0).cells.at(4).picture.isNull());
        QTRY_VERIFY(desktop.find<QLabel>("jobsText")->text().isEmpty());
        desktop.board()->start(0, 4);
        QTRY_COMPARE(desktop.board()->state(0, 4).phase, Phase::Running);
        QTRY_VERIFY(desktop.find<QWidget>("cancelAll")->isVisible());
        desktop.trigger("cancelAllJobs");
        QTRY_COMPARE(desktop.board()->state(0, 4).phase, Phase::Stopped);
    }

    /// As large as the window is at first on a screen of 1280 by 800.
    void fourColumnsFitASmallLaptop()
    {
        Desktop desktop(bothOpen());
        desktop.window.resize(1216, 760);
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        desktop.select({0, 3, 4, 8});
        QTRY_VERIFY(desktop.find<BoardView>("board")->isVisible());
        QTRY_COMPARE(desktop.find<BoardView>("board")->horizontalScrollBar()->maximum(), 0);
    }

    void aFolderThatCannotBeWrittenIsToldInPlace()
    {
        Desktop desktop(bothOpen());
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        FigureChoice choice;
        choice.rows = choice.columns = {0};
        desktop.window.exportFigure("/proc/nowhere/figure.png", choice);
        QTRY_VERIFY(!desktop.message().isEmpty());
        QVERIFY(desktop.message().contains(QStringLiteral("figure.png")));
    }

    void aBadNetworkFileChangesNothing()
    {
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), patience);
        QFile bad(file("bad.pth"));
        QVERIFY(bad.open(QFile::WriteOnly));
        bad.write("not a network at all");
        bad.close();
        desktop.window.open(toPath(bad.fileName()));
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("bad.pth")));
        QVERIFY(desktop.window.windowTitle().contains(QStringLiteral("narrow.pth")));
        QVERIFY(desktop.all(Phase::Done));
        desktop.select({5});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), patience);
        desktop.window.open(toPath(m_folder->path())); // without photos
        const QString folderName = toPath(m_folder->path()).filename().c_str();
        QTRY_VERIFY(desktop.message().contains(folderName + QStringLiteral(": no pictures")));
        QVERIFY(desktop.message().contains(QStringLiteral("bad.pth"))); // one thing does not hide the other
        desktop.window.open(food);
        QTRY_VERIFY(!desktop.message().contains(QStringLiteral("no pictures")));
        QCOMPARE(desktop.find<QLabel>("photoCount")->text(), QStringLiteral("11 photos"));
        QTest::mouseClick(desktop.find<QWidget>("closeMessage"), Qt::LeftButton);
        QVERIFY(desktop.message().isEmpty());
    }

    /// A network of another number of classes has the folder listed anew; what is chosen stays chosen.
    void anotherNetworkKeepsThePhotos()
    {
        Desktop desktop(bothOpen());
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QTRY_VERIFY(desktop.find<NetworkPanel>("network")->layer().has_value());
        desktop.select({2, 5});
        const QString second = desktop.board()->column(1).title;
        desktop.window.open(CONVSCOPE_TEST_DATA "/checkpoints/bare.pth"); // three classes
        QTRY_VERIFY(desktop.find<QLabel>("networkSummary")->text().contains(QStringLiteral("3 classes")));
        // The folder's classes are not its: they are shown, and not compared.
        QTRY_VERIFY(!desktop.board()->column(0).trueColour.isValid());
        QCOMPARE(desktop.board()->column(0).trueClass, QStringLiteral("Vegetable/Fruit"));
        QCOMPARE(desktop.board()->columnCount(), 2);
        QCOMPARE(desktop.board()->column(1).title, second);
    }

    /// Another try brings no class that the network does not have.
    void whatCannotHelpIsNotOffered()
    {
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), patience);
        QVERIFY(desktop.board()->state(0, 1).canRetry);
        desktop.board()->setTarget(0, Target{Target::Kind::Class, 99});
        QTRY_COMPARE_WITH_TIMEOUT(desktop.board()->state(0, 1).phase, Phase::Failed, patience);
        QVERIFY(!desktop.board()->state(0, 1).canRetry);
    }

    void previewPrecisionIsMarkedOrRefused()
    {
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), patience);
        auto *preview = desktop.find<QAction>("preview");
        QVERIFY(!preview->isChecked());
        const auto marked = [&desktop](int row) {
            return desktop.board()->column(0).cells[row].caption.startsWith(QStringLiteral("preview"));
        };
        QVERIFY(!marked(1));
        preview->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(marked(1) || !desktop.message().isEmpty(), patience);
        if (!desktop.message().isEmpty()) { // a processor without bfloat16
            QVERIFY(!preview->isChecked());
            QVERIFY(!marked(1));
            return;
        }
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), patience);
        for (int row = 1; row < desktop.board()->rowCount(); ++row)
            QVERIFY(marked(row));
        QVERIFY(desktop.find<QLabel>("device")->text().contains(QStringLiteral("preview")));
        preview->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!marked(1), patience);
        QVERIFY(!desktop.find<QLabel>("device")->text().contains(QStringLiteral("preview")));
    }

    void aFolderThatCannotBeOpenedIsToldAlsoWhenTheNetworkOpensLater()
    {
        Desktop desktop({.model = narrow, .data = "/nowhere/at-all", .split = {}, .network = {}});
        QTRY_VERIFY(desktop.find<NetworkPanel>("network")->layer().has_value());
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("at-all")));
    }

    void remembersTheSession()
    {
        {
            Desktop desktop({.model = narrow, .data = food, .split = "validation", .network = {}});
            QTRY_COMPARE(desktop.board()->columnCount(), 1);
            QTRY_VERIFY(desktop.find<NetworkPanel>("network")->layer().has_value());
            desktop.select({1, 3});
            auto *layers = desktop.find<QTreeView>("layers");
            layers->setCurrentIndex(desktop.layer(4));
            desktop.find<QSpinBox>("filter")->setValue(3);
            desktop.window.resize(1100, 700);
            desktop.window.close();
        }
        Desktop desktop;
        QTRY_COMPARE(desktop.board()->columnCount(), 2);
        QTRY_COMPARE(
            desktop.window.windowTitle(), QStringLiteral("food/validation – data/narrow.pth – Convscope"));
        QCOMPARE(desktop.board()->column(1).title, QStringLiteral("3_1"));
        QCOMPARE(desktop.asked<ActivationOptions>().layer.index, 4);
        QCOMPARE(desktop.asked<ActivationOptions>().filter.index, 3);
        QCOMPARE(desktop.window.height(), 700); // Qt 6.8 does not restore more than the screen, 800×800
    }

    void whatIsDroppedIsOpened()
    {
        Desktop desktop;
        const auto drop = [&](const std::vector<std::filesystem::path> &paths) {
            QMimeData data;
            QList<QUrl> urls;
            for (const auto &path : paths)
                urls += QUrl::fromLocalFile(displayText(path));
            data.setUrls(urls);
            const QPoint at = desktop.window.rect().center();
            QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&desktop.window, &enter);
            QVERIFY(enter.isAccepted());
            QVERIFY(desktop.find<QWidget>("dropFrame")->isVisible());
            QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&desktop.window, &dropped);
            QVERIFY(!desktop.find<QWidget>("dropFrame"));
        };
        drop({narrow});
        drop({food / "validation" / "3_1.jpg"});
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QCOMPARE(desktop.board()->column(0).title, QStringLiteral("3_1"));
        QTRY_VERIFY(desktop.window.windowTitle().contains(QStringLiteral("narrow.pth")));
        drop({food / "validation" / "2_0.jpg", food / "validation" / "3_1.jpg"}); // all of them
        QTRY_COMPARE(desktop.board()->columnCount(), 2);
        QCOMPARE(desktop.board()->column(0).title, QStringLiteral("2_0"));
        QCOMPARE(desktop.find<QLabel>("photoCount")->text(), QStringLiteral("5 photos · 2 selected"));
        drop({food / "training" / "3_0.jpg", food / "validation" / "3_1.jpg"}); // of two folders
        QTRY_COMPARE(desktop.find<QLabel>("photoCount")->text(), QStringLiteral("2 photos · 2 selected"));
        QCOMPARE(desktop.window.windowTitle(), QStringLiteral("2 photos – data/narrow.pth – Convscope"));
        QVERIFY(desktop.message().isEmpty());
        drop({CONVSCOPE_TEST_DATA "/odd/colour.ppm"}); // each kind that a folder lists is a photo alone
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QTRY_COMPARE(desktop.board()->column(0).title, QStringLiteral("colour"));
        drop({food, CONVSCOPE_TEST_DATA "/checkpoints/bare.pth", food / "validation"});
        QTRY_VERIFY(desktop.window.windowTitle().startsWith(QStringLiteral("food/training – checkpoints/")));
        QCOMPARE(desktop.message(),
            QStringLiteral("One network and one folder can be open at a time. Left out: validation."));
    }

    /// What is dragged away again leaves nothing behind.
    void aDragThatLeavesOpensNothing()
    {
        Desktop desktop;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(displayText(narrow))});
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desktop.window, &enter);
        QVERIFY(desktop.find<QWidget>("dropFrame"));
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&desktop.window, &leave);
        QVERIFY(!desktop.find<QWidget>("dropFrame"));
        QCOMPARE(desktop.window.windowTitle(), QStringLiteral("Convscope"));
        QMimeData text;
        text.setText(QStringLiteral("no file"));
        QDragEnterEvent other(QPoint(9, 9), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desktop.window, &other);
        QVERIFY(!desktop.find<QWidget>("dropFrame"));
    }

    void classToExplainIsChosenInTheMenu()
    {
        Desktop desktop(bothOpen());
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        auto *classes = desktop.find<QMenu>("classMenu");
        Q_EMIT classes->aboutToShow();
        for (QAction *action : classes->actions()) {
            if (action->text() == QLatin1String("3 Egg"))
                action->trigger();
        }
        QVERIFY(desktop.asked<LimeOptions>().target == (Target{Target::Kind::Class, 3}));
        QVERIFY(desktop.asked<SaliencyOptions>().target == (Target{Target::Kind::Class, 3}));
        desktop.trigger("resetAll");
        QVERIFY(desktop.asked<LimeOptions>().target == Target{});
    }

    void moreThanTwelvePhotosAreSaidToBeTooMany()
    {
        for (int number = 0; number < 14; ++number)
            QVERIFY(QFile::copy(displayText(food / "training" / "3_0.jpg"),
                m_folder->filePath(QStringLiteral("3_%1.jpg").arg(number))));
        Desktop desktop;
        desktop.window.open(toPath(m_folder->path()));
        QTRY_COMPARE(desktop.find<QLabel>("photoCount")->text(), QStringLiteral("14 photos"));
        desktop.find<QListView>("photos")->selectAll();
        QCOMPARE(desktop.board()->columnCount(), 12);
        QCOMPARE(desktop.find<QLabel>("photoCount")->text(),
            QStringLiteral("14 photos · 14 selected, the first 12 are on the board"));
    }

    void modelsAreSound()
    {
        Desktop desktop;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (const QAbstractItemView *view :
            {static_cast<QAbstractItemView *>(desktop.find<QListView>("photos")),
                static_cast<QAbstractItemView *>(desktop.find<QTreeView>("layers"))})
            testers.push_back(std::make_unique<QAbstractItemModelTester>(view->model()));
        desktop.window.open(food);
        desktop.window.open(narrow);
        QTRY_VERIFY(desktop.find<QWidget>("board")->isVisible());
        desktop.find<QComboBox>("layerKinds")->setCurrentIndex(1);
        desktop.window.open(food / "validation");
        QTRY_COMPARE(desktop.find<QLabel>("photoCount")->text(), QStringLiteral("5 photos"));
    }

    void everythingThatCanHaveTheFocusHasAName()
    {
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.all(Phase::Done), patience);
        QCOMPARE(nameless(desktop.window).join(u' '), QString());
        desktop.trigger("help");
        auto *help = desktop.find<QDialog>("helpDialog");
        QVERIFY(help && help->isVisible());
        QCOMPARE(nameless(*help).join(u' '), QString());
        help->close();
        desktop.trigger("showMatrix");
        auto *matrix = desktop.window.findChild<ConfusionDialog *>();
        QVERIFY(matrix && matrix->isVisible());
        QCOMPARE(nameless(*matrix).join(u' '), QString());
    }

    /// They are plain text, or say by <qt> that they are not.
    void noTooltipShowsMarkup()
    {
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_VERIFY(desktop.all(Phase::Done));
        QStringList tips;
        for (const QWidget *widget : desktop.window.findChildren<QWidget *>())
            tips << widget->toolTip();
        for (const QAction *action : desktop.window.findChildren<QAction *>())
            tips << action->toolTip();
        for (const QAbstractItemView *view : desktop.window.findChildren<QAbstractItemView *>()) {
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row)
                tips << view->model()->index(row, 0).data(Qt::ToolTipRole).toString();
        }
        QVERIFY(tips.contains(desktop.find<QWidget>("labels")->toolTip()));
        static const QRegularExpression tag(QStringLiteral("</?[a-z]+[ />]"));
        for (const QString &tip : tips)
            QVERIFY2(tip.startsWith(QLatin1String("<qt>")) || !tip.contains(tag), qPrintable(tip));
    }

    void dialogsFitTheirScreen_data()
    {
        QTest::addColumn<QString>("language");
        for (const Language &language : allLanguages())
            QTest::newRow(qPrintable(language.code)) << language.code;
    }

    /// Also in large letters, or in wide ones.
    void dialogsFitTheirScreen()
    {
        QFETCH(const QString, language);
        const QFont usual = QApplication::font();
        const auto restore = qScopeGuard([usual] {
            QApplication::setFont(usual);
            setLanguage(QStringLiteral("en"));
        });
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 1.5);
        QApplication::setFont(large);
        setLanguage(language);
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_VERIFY(desktop.all(Phase::Done));
        desktop.trigger("evaluateAll");
        QTRY_VERIFY(desktop.find<QWidget>("confusionMatrix")->isEnabled());
        for (const char *command : {"help", "about", "documentation", "showMatrix"}) {
            desktop.trigger(command);
            QDialog *dialog = nullptr;
            for (QDialog *each : desktop.window.findChildren<QDialog *>())
                dialog = each->isVisible() ? each : dialog;
            QVERIFY2(dialog, command);
            const QSize room = dialog->screen()->availableSize().expandedTo(dialog->minimumSizeHint());
            QVERIFY2(dialog->width() <= room.width() && dialog->height() <= room.height(), command);
            delete dialog;
        }
    }

    void aWaitingFigureIsNotForgotten()
    {
        Desktop desktop(bothOpen());
        askForSamples(*desktop.choices(), 1000000);
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.board()->columnCount() == 1 && desktop.board()->state(0, 4).phase == Phase::Running,
            patience);
        FigureChoice choice;
        choice.rows = {0, 4};
        choice.columns = {0};
        choice.waits = true;
        desktop.window.exportFigure(toPath(file("f.png")), choice);
        QVERIFY(desktop.message().contains(QStringLiteral("is written once")));
        const auto answer = [&](const std::function<void(const QMessageBox &)> &click) {
            QTimer::singleShot(0, &desktop.window, [&desktop, click] {
                const auto *box = desktop.find<QMessageBox>("quitBox");
                QVERIFY(box && box->text().contains(QStringLiteral("f.png")));
                click(*box);
            });
        };
        answer([](const QMessageBox &box) { box.button(QMessageBox::Cancel)->click(); });
        QVERIFY(!desktop.window.close());
        QVERIFY(desktop.window.isVisible());
        answer([](const QMessageBox &box) { box.findChild<QPushButton *>(QStringLiteral("quit"))->click(); });
        QVERIFY(desktop.window.close());
    }

    void everyCommandHasItsOwnKey()
    {
        Desktop desktop;
        QSet<QString> keys;
        for (const QAction *action : desktop.window.findChildren<QAction *>()) {
            for (const QKeySequence &shortcut : action->shortcuts()) {
                const QString key = shortcut.toString();
                QVERIFY2(!keys.contains(key), qPrintable(key));
                keys.insert(key);
            }
        }
        for (const char *key : {"Ctrl+O", "Ctrl+M", "Ctrl+E", "Ctrl+F", "/", "Ctrl+G", "Ctrl+Q", "F1", "Esc",
                 "[", "]", "{", "}"})
            QVERIFY2(keys.contains(QLatin1String(key)), key);
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
