#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "tests/support/temporaryfolder.h"
#include "ui/network/inputdialog.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/session/changesdialog.h"
#include "ui/session/lastsession.h"
#include "ui/session/places.h"
#include "ui/session/recentfiles.h"
#include "ui/session/toldinputs.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>
#include <QTreeView>
#include <filesystem>

#include <signal.h>
#include <unistd.h>

using namespace convscope;
namespace fs = std::filesystem;
using Phase = CellState::Phase;

namespace {

const fs::path food = CONVSCOPE_TEST_DATA "/food";
const fs::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";

/// The window, and what a test of restoring looks for in it.
struct Restored : Desktop
{
    using Desktop::Desktop;

    /// The photos are on the board, and the network has been asked.
    bool isOpen(int columns) const
    {
        return board()->columnCount() == columns && find<NetworkPanel>("network")->layer().has_value();
    }
    UsedNetwork network() const { return board()->session().network; }
    /// Opens the dialog of the network's input, changes something there, and accepts it.
    template <typename Change> void editInput(Change change) const
    {
        QTimer::singleShot(0, &window, [this, change] {
            auto *dialog = window.findChild<InputDialog *>();
            QVERIFY(dialog);
            change(*dialog);
            dialog->accept();
        });
        auto *button = find<QPushButton>("editInput");
        if (button->isEnabled())
            button->click();
        else // no network is open
            find<QAction>("editNetworkInput")->trigger();
    }
    void normalise() const
    {
        editInput([](const InputDialog &dialog) {
            dialog.findChild<QCheckBox *>(QStringLiteral("inputNormalises"))->setChecked(true);
            dialog.findChild<QLineEdit *>(QStringLiteral("inputMean0"))->selectAll();
            QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("inputMean0")), "0.5");
        });
    }
    /// Everything that a session holds, other than it begins.
    void change() const
    {
        select({1, 3});
        board()->setTarget(1, Target{Target::Kind::Class, 5});
        auto *layers = find<QTreeView>("layers");
        layers->setCurrentIndex(window.findChild<LayerModel *>()->indexOf(4));
        find<QSpinBox>("filter")->setValue(3);
        hurry();
        choices()->setTarget({Target::Kind::Class, 3});
        for (QAction *action : window.findChildren<QAction *>()) {
            if (action->text().contains(QLatin1String("in green and red"))
                || action->objectName() == QLatin1String("row-saliency")
                || action->objectName() == QLatin1String("automatic"))
                action->trigger();
        }
    }
};

/// What normalise() tells.
InputDescription normalised()
{
    InputDescription input;
    input.mean = {0.5, 0, 0};
    input.deviation = {1, 1, 1};
    return input;
}

/// What change() made.
void verifyChanged(const Desktop &desktop)
{
    const Session session = desktop.board()->session();
    QCOMPARE(session.network.file.file, narrow);
    QCOMPARE(session.photos.size(), 2);
    QCOMPARE(session.photos[1].file, food / "validation" / "3_1.jpg");
    QCOMPARE(idsOf(session.rows), QStringList({"photo", "activation", "filter", "lime"}));
    QCOMPARE(idsOf(session.hidden), QStringList("saliency"));
    QCOMPARE(session.rows.last().look.colours, Colours::Notebook);
    QCOMPARE(session.photos[1].target, std::optional(Target{Target::Kind::Class, 5}));
    QVERIFY(!session.automatic);
    QCOMPARE(session.layer.index, 4);
    QCOMPARE(session.filter.index, 3);
    QCOMPARE(desktop.asked<ActivationOptions>().layer.index, 4);
    QCOMPARE(desktop.asked<FeatureVisualisationOptions>().filter.index, 3);
    QCOMPARE(desktop.asked<FeatureVisualisationOptions>().iterations, 3);
    QCOMPARE(desktop.asked<LimeOptions>().samples, 30);
    QVERIFY(desktop.asked<LimeOptions>().target == (Target{Target::Kind::Class, 3}));
    QVERIFY(desktop.asked<SaliencyOptions>().target == (Target{Target::Kind::Class, 3})); // of the hidden row
    QVERIFY(!desktop.find<QAction>("row-saliency")->isChecked());
    QVERIFY(desktop.find<QAction>("row-lime")->isChecked());
    QVERIFY(!desktop.find<QAction>("automatic")->isChecked());
    QVERIFY(desktop.window.windowTitle().startsWith(QStringLiteral("food/validation")));
}

/// The whole board of the session, 12 cm wide.
FigureChoice wholeChoice(const Desktop &desktop)
{
    FigureChoice choice;
    for (int row = 0; row < desktop.board()->rowCount(); ++row)
        choice.rows += row;
    for (int column = 0; column < desktop.board()->columnCount(); ++column)
        choice.columns += column;
    choice.style.widthCm = 12;
    return choice;
}

/// Runs in a process of its own: changes the board, waits until that is saved, and dies at once.
int changeAndDie()
{
    Restored desktop(bothOpen("validation"));
    if (!QTest::qWaitFor([&] { return desktop.isOpen(1); }, patience))
        return 1;
    desktop.change();
    const auto isSaved = [&] {
        return loadLastSession().session.photos == desktop.board()->session().photos;
    };
    if (!QTest::qWaitFor(isSaved, patience))
        return 2;
    return ::kill(::getpid(), SIGKILL);
}

} // namespace

class RestoreTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryFolder> m_folder;

    /// A photo that is no figure, and a network beside it, to be moved and changed.
    void copyFiles(const fs::path &to) const
    {
        fs::create_directories(to / "food");
        fs::copy(food / "validation", to / "food" / "validation");
        fs::copy(narrow, to / "narrow.pth");
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_folder = std::make_unique<TemporaryFolder>();
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, displayText(*m_folder / "settings"));
        qputenv("XDG_STATE_HOME", QByteArray::fromStdString((*m_folder / "state").string()));
        qputenv("XDG_DATA_HOME", QByteArray::fromStdString((*m_folder / "data").string()));
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((*m_folder / "cache").string()));
    }

    void theLastSessionIsRestored()
    {
        {
            Restored desktop(bothOpen("validation"));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
            desktop.change();
            desktop.window.close();
        }
        Restored desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(2), patience);
        verifyChanged(desktop);
    }

    void aCrashLosesNothing()
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--change-and-die"), displayText(*m_folder / "settings")});
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        Restored desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(2), patience);
        verifyChanged(desktop);
    }

    /// The first version kept the session among the settings.
    void anOldSessionIsTakenOver()
    {
        {
            QSettings settings;
            settings.setValue(QStringLiteral("session/folder"), QByteArray::fromStdString(food.string()));
            settings.setValue(QStringLiteral("session/split"), QStringLiteral("validation"));
            settings.setValue(QStringLiteral("session/network"), QByteArray::fromStdString(narrow.string()));
            settings.setValue(QStringLiteral("session/photos"),
                QVariantList{QByteArray::fromStdString((food / "validation" / "3_1.jpg").string())});
            settings.setValue(QStringLiteral("session/layer"), 4);
            settings.setValue(QStringLiteral("session/filter"), 2);
        }
        Restored desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        QCOMPARE(desktop.board()->column(0).title, QStringLiteral("3_1"));
        QCOMPARE(desktop.asked<FeatureVisualisationOptions>().layer.index, 4);
        QCOMPARE(desktop.asked<ActivationOptions>().filter.index, 2);
        QVERIFY(!QSettings().contains(QStringLiteral("session/folder")));
    }

    void aDamagedLastSessionIsSaidAndKept()
    {
        m_folder->add("state/convscope/session.convscope", "{\"format\": \"convscope-session\", ");
        Restored desktop;
        QVERIFY(desktop.message().contains(QStringLiteral("damaged")));
        QVERIFY(desktop.window.isVisible());
        QCOMPARE(desktop.board()->columnCount(), 0);
        QVERIFY(fs::exists(*m_folder / "state/convscope/session-unreadable.convscope"));
    }

    void aSessionOfALaterVersionIsSaid()
    {
        m_folder->add(
            "state/convscope/session.convscope", "{\"format\": \"convscope-session\", \"version\": 9}");
        Restored desktop;
        QVERIFY(desktop.message().contains(QStringLiteral("later version")));
    }

    /// A folder with its session is moved to another place.
    void aSavedSessionMovesWithItsFolder()
    {
        copyFiles(*m_folder / "a");
        {
            Restored desktop({.model = *m_folder / "a" / "narrow.pth",
                .data = *m_folder / "a" / "food",
                .split = "validation",
                .network = {}});
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
            desktop.change();
            desktop.window.saveSession(*m_folder / "a" / "board.convscope");
            QTRY_VERIFY(desktop.message().contains(QStringLiteral("board.convscope")));
        }
        fs::rename(*m_folder / "a", *m_folder / "b");
        fs::remove_all(*m_folder / "state");
        Restored desktop;
        desktop.window.open(*m_folder / "b" / "board.convscope");
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(2), patience);
        QTRY_VERIFY(!desktop.message().isEmpty());
        QCOMPARE(desktop.board()->session().photos[1].file, *m_folder / "b/food/validation/3_1.jpg");
        QCOMPARE(desktop.asked<LimeOptions>().samples, 30);
        QVERIFY(!desktop.find<QDialog>("changesDialog")); // all is as it was
    }

    void aFigureBringsItsBoardBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"f.png", "f.svg", "f.pdf"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aFigureBringsItsBoardBack()
    {
        QFETCH(QString, name);
        const fs::path figure = *m_folder / name.toStdString();
        {
            Restored desktop(bothOpen("validation"));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
            desktop.change();
            desktop.window.exportFigure(figure, wholeChoice(desktop));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.message().contains(name), patience);
        }
        fs::remove_all(*m_folder / "state");
        Restored desktop({.model = {}, .data = {}, .split = {}, .network = {}, .file = figure});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(2), patience);
        QCOMPARE(desktop.asked<ActivationOptions>().layer.index, 4);
        QCOMPARE(desktop.asked<FeatureVisualisationOptions>().filter.index, 3);
        QCOMPARE(desktop.asked<LimeOptions>().samples, 30);
        QVERIFY(desktop.asked<LimeOptions>().target == (Target{Target::Kind::Class, 3}));
        QCOMPARE(desktop.board()->look(3).colours, Colours::Notebook);
        QCOMPARE(desktop.board()->target(1), std::optional(Target{Target::Kind::Class, 5}));
        QCOMPARE(idsOf(desktop.board()->rows()), QStringList({"photo", "activation", "filter", "lime"}));
        QVERIFY(!desktop.find<QDialog>("changesDialog"));
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("as they were")));
    }

    void whatHasChangedSinceIsSaidAndFound()
    {
        copyFiles(*m_folder / "a");
        {
            Restored desktop({.model = *m_folder / "a" / "narrow.pth",
                .data = *m_folder / "a" / "food",
                .split = "validation",
                .network = {}});
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
            desktop.change();
            desktop.window.exportFigure(*m_folder / "f.png", wholeChoice(desktop));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.message().contains(QStringLiteral("f.png")), patience);
        }
        fs::remove_all(*m_folder / "state");
        fs::create_directories(*m_folder / "far" / "away" / "from" / "it" / "all");
        fs::rename(*m_folder / "a" / "narrow.pth", *m_folder / "far/away/from/it/all/narrow.pth");
        fs::copy_file(*m_folder / "a/food/validation/0_0.jpg", *m_folder / "a/food/validation/3_1.jpg",
            fs::copy_options::overwrite_existing);
        Restored desktop;
        desktop.window.open(*m_folder / "f.png");
        QTRY_VERIFY(desktop.find<QListWidget>("changes"));
        auto *changes = desktop.find<QListWidget>("changes");
        QCOMPARE(changes->count(), 2);
        QVERIFY(changes->item(0)->text().contains(QStringLiteral("narrow.pth is not there")));
        QVERIFY(changes->item(1)->text().contains(QStringLiteral("3_1.jpg has other content")));
        QVERIFY(desktop.find<QWidget>("findFiles"));
        for (const QWidget *widget : {static_cast<QWidget *>(changes), desktop.find<QWidget>("findFiles")})
            QVERIFY(!QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget))
                         ->text(QAccessible::Name)
                         .isEmpty());
        QTRY_COMPARE(desktop.board()->columnCount(), 2);
        auto *dialog = desktop.find<QDialog>("changesDialog");
        Q_EMIT static_cast<ChangesDialog *>(dialog)->folderChosen(
            displayText(*m_folder / "far/away/from/it/all"));
        dialog->accept();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(2), patience);
        QCOMPARE(desktop.board()->session().network.file.file, *m_folder / "far/away/from/it/all/narrow.pth");
    }

    void aPictureWithoutARecipeIsAPhoto()
    {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(displayText(*m_folder / "3_9.png")));
        Restored desktop;
        desktop.window.open(*m_folder / "3_9.png");
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QCOMPARE(desktop.board()->column(0).title, QStringLiteral("3_9"));
        m_folder->add("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        desktop.window.open(*m_folder / "drawing.svg");
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("carries no recipe")));
    }

    /// From two folders, named one by one.
    void photosOfSeveralFoldersComeBack()
    {
        Session session;
        session.network.file.file = narrow;
        session.photos = {{food / "training" / "0_0.jpg", {}}, {food / "validation" / "3_1.jpg", {}}};
        session.rows = standardRows();
        m_folder->add("two.convscope", sessionText(session).toStdString());
        Restored desktop;
        desktop.window.open(*m_folder / "two.convscope");
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(2), patience);
        QCOMPARE(desktop.board()->column(0).trueClass, QStringLiteral("Bread"));
        QCOMPARE(desktop.board()->column(1).trueClass, QStringLiteral("Egg"));
    }

    void whatIsToldOfTheInputHoldsForThisNetworkAlone()
    {
        copyFiles(m_folder->path());
        {
            Restored desktop(bothOpen("validation"));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
            desktop.normalise();
            QTRY_VERIFY_WITH_TIMEOUT(desktop.network().input == normalised(), patience);
            QCOMPARE(desktop.network().inputOrigin, InputOrigin::Told);
            desktop.window.saveSession(*m_folder / "told.convscope");
            QTRY_VERIFY(desktop.message().contains(QStringLiteral("told.convscope")));
            desktop.window.close();
        }
        {
            Restored desktop; // as it was left
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
            QVERIFY(desktop.network().input == normalised());
            desktop.window.open(narrow); // the same file again
            QTRY_VERIFY_WITH_TIMEOUT(desktop.network().input == normalised(), patience);
            desktop.window.open(*m_folder / "narrow.pth"); // another
            QTRY_COMPARE_WITH_TIMEOUT(desktop.network().file.file, *m_folder / "narrow.pth", patience);
            QVERIFY(desktop.network().input == food11Input());
            QCOMPARE(desktop.network().inputOrigin, InputOrigin::Network);
            desktop.window.open(*m_folder / "told.convscope");
            QTRY_COMPARE_WITH_TIMEOUT(desktop.network().file.file, narrow, patience);
            QVERIFY(desktop.network().input == normalised());
            desktop.editInput([](const InputDialog &dialog) {
                dialog.findChild<QPushButton *>(QStringLiteral("resetInput"))->click();
                QTRY_VERIFY_WITH_TIMEOUT(!dialog.told(), patience);
            });
            QTRY_VERIFY_WITH_TIMEOUT(desktop.network().input == food11Input(), patience);
        }
    }

    void anotherInputAsksTheBoardAgain()
    {
        Restored desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        askForSamples(*desktop.choices(), 30);
        askForSteps(*desktop.choices(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        const QImage before = desktop.board()->column(0).cells[1].picture;
        QVERIFY(!before.isNull());
        desktop.normalise();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.network().input == normalised(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        QVERIFY(desktop.board()->column(0).cells[1].picture != before);
    }

    void classNamesAloneFollowAtOnce()
    {
        Restored desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        QCOMPARE(desktop.board()->column(0).trueClass, QStringLiteral("Bread"));
        desktop.editInput([](const InputDialog &dialog) {
            dialog.findChild<QPlainTextEdit *>(QStringLiteral("inputClassNames"))
                ->setPlainText(QStringLiteral("Brot\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk"));
        });
        QTRY_COMPARE_WITH_TIMEOUT(desktop.board()->column(0).trueClass, QStringLiteral("Brot"), patience);
        QVERIFY(preparationJson(desktop.network().input) == preparationJson(food11Input()));
    }

    void anInputThatTheNetworkDoesNotRunOnChangesNothing()
    {
        Restored desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        desktop.editInput([](const InputDialog &dialog) {
            dialog.findChild<QSpinBox *>(QStringLiteral("inputWidth"))->setValue(1);
        });
        QTRY_VERIFY_WITH_TIMEOUT(desktop.message().contains(QStringLiteral("narrow.pth")), patience);
        QVERIFY(desktop.network().input == food11Input());
        QCOMPARE(desktop.network().inputOrigin, InputOrigin::Network);
    }

    /// The command line told a size that it was not made for.
    void aNetworkThatDidNotOpenIsToldWhatItTakes()
    {
        using Channels = InputDescription::Channels;
        WindowOptions options{.model = CONVSCOPE_TEST_DATA "/torchscript/digits-traced.pt",
            .data = {},
            .split = {},
            .network = {}};
        options.network.input = InputDescription{{64, 64}, 0, Channels::Gray};
        Restored desktop(options);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.message().contains(QStringLiteral("64 × 64")), patience);
        desktop.editInput([](const InputDialog &dialog) {
            QVERIFY(dialog.input() == (InputDescription{{64, 64}, 0, Channels::Gray}));
            for (const char *side : {"inputWidth", "inputHeight"})
                dialog.findChild<QSpinBox *>(QLatin1String(side))->setValue(28);
        });
        QTRY_VERIFY_WITH_TIMEOUT(!desktop.network().file.file.empty(), patience);
        QVERIFY(desktop.network().input == (InputDescription{{28, 28}, 0, Channels::Gray}));
        QVERIFY(desktop.message().isEmpty());
    }

    void recentFilesAreOffered()
    {
        Restored desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        auto *recent = desktop.window.findChild<RecentFiles *>();
        QCOMPARE(recent->paths().size(), 2);
        QVERIFY(recent->paths().contains(food) && recent->paths().contains(narrow));
        using Kind = RecentFiles::Kind;
        recent->add(Kind::Session, *m_folder / "x" / ".." / "a.convscope");
        recent->add(Kind::Photos, food / "");
        QCOMPARE(recent->paths().first(), food);
        QCOMPARE(recent->paths().size(), 3);
        for (int i = 0; i < 20; ++i)
            recent->add(i % 2 == 0 ? Kind::Network : Kind::Photos, *m_folder / std::to_string(i));
        QCOMPARE(recent->paths().size(), 10);
        QCOMPARE(recent->paths().first(), *m_folder / "19");
        QMenu menu;
        RecentFiles another(menu);
        // Each kind under its heading, the last opened first, each with a digit of its own.
        QStringList begins;
        for (const QAction *action : menu.actions())
            begins << (action->isSeparator() ? action->text() : action->text().section(u' ', 0, 2));
        QCOMPARE(begins,
            (QStringList{"Networks", "&1  18", "&2  16", "&3  14", "&4  12", "&5  10", "Folders of photos",
                "&6  19", "&7  17", "&8  15", "&9  13", "&0  11", "", "&Clear this list"}));
        std::filesystem::path chosen;
        connect(&another, &RecentFiles::chosen, this, [&](const fs::path &path) { chosen = path; });
        menu.actions().at(2)->trigger();
        QTRY_COMPARE(chosen, *m_folder / "16");
        another.remove(*m_folder / "16");
        QCOMPARE(another.paths().size(), 9);
        QVERIFY(menu.actions().at(2)->text().startsWith(QStringLiteral("&2  14")));
        menu.actions().last()->trigger();
        QTRY_VERIFY(another.paths().isEmpty() && !menu.isEnabled());
    }

    /// Earlier versions kept the paths alone.
    void recentFilesOfEarlierVersionsAreSorted()
    {
        QVariantList paths;
        for (const char *path : {"/a/b.pth", "/a/photos", "/a/c.convscope", "/a/d.svg", "/a/e.safetensors"})
            paths << QByteArray(path);
        QSettings().setValue(QStringLiteral("recent/paths"), paths);
        QMenu menu;
        const RecentFiles recent(menu);
        QStringList begins;
        for (const QAction *action : menu.actions())
            begins << (action->isSeparator() ? action->text() : action->text().section(u' ', 2, 2));
        QCOMPARE(begins,
            (QStringList{"Networks", "b.pth", "e.safetensors", "Folders of photos", "photos",
                "Sessions and figures", "c.convscope", "d.svg", "", "list"}));
    }

    void whatHasGoneIsSaidAndLeavesTheList()
    {
        Restored desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        auto *recent = desktop.window.findChild<RecentFiles *>();
        recent->add(RecentFiles::Kind::Photos, *m_folder / "gone");
        desktop.window.open(*m_folder / "gone");
        QVERIFY(desktop.message().contains(QStringLiteral("gone: there is no such file or folder")));
        QVERIFY(!recent->paths().contains(*m_folder / "gone"));
        QVERIFY(desktop.isOpen(1)); // what is open stays
        QCOMPARE(desktop.network().file.file, narrow);
    }

    /// Not in the folder that the program was started from, and not in its own.
    void dialogsBeginAmongTheUsersOwnFiles()
    {
        const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
        const QString photos = QDir(pictures).exists() ? pictures : QDir::homePath();
        QCOMPARE(startFolder(Place::Photos), photos);
        QCOMPARE(startFolder(Place::Figures), photos);
        QVERIFY(QDir(startFolder(Place::Networks)).isAbsolute());
        fs::create_directories(*m_folder / "mine");
        keepPlace(Place::Figures, *m_folder / "mine");
        QCOMPARE(startFolder(Place::Figures), displayText(*m_folder / "mine"));
        QCOMPARE(startFolder(Place::Photos), photos); // each kind by itself
        fs::remove(*m_folder / "mine");
        QCOMPARE(startFolder(Place::Figures), photos);
        Restored desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        QCOMPARE(startFolder(Place::Photos), displayText(food));
        QCOMPARE(startFolder(Place::Networks), displayText(narrow.parent_path()));
    }

    /// Where the network has as many classes as ImageNet, one click tells its input; and it is told once.
    void imageNetsInputIsOneClickAndRemembered()
    {
        const fs::path thousand = *m_folder / "thousand.pt";
        fs::copy_file(CONVSCOPE_TEST_DATA "/torchscript/thousand-traced.pt", thousand);
        {
            Restored desktop({.model = thousand, .data = food, .split = "validation", .network = {}});
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
            auto *button = desktop.find<QPushButton>("useImageNet");
            QVERIFY(button->isVisible());
            const QString notes = desktop.find<QPlainTextEdit>("networkNotes")->toPlainText();
            QVERIFY(notes.contains(QStringLiteral("with the button below")));
            QVERIFY(!notes.contains(QStringLiteral("--")));
            button->click();
            QTRY_VERIFY_WITH_TIMEOUT(desktop.network().input.size == (InputSize{224, 224}), patience);
            QCOMPARE(preparationJson(desktop.network().input), preparationJson(imagenetInput()));
            QCOMPARE(desktop.network().inputOrigin, InputOrigin::Told);
            QVERIFY(!button->isVisible());
            QCOMPARE(desktop.board()->classNames().value(1), QStringLiteral("goldfish")); // ImageNet's own
            desktop.window.open(narrow); // whose input is its own
            QTRY_VERIFY_WITH_TIMEOUT(desktop.network().file.file == narrow, patience);
            QCOMPARE(desktop.network().input.size, (InputSize{128, 128}));
            desktop.window.open(thousand);
            QTRY_VERIFY_WITH_TIMEOUT(desktop.network().file.file == thousand, patience);
            QCOMPARE(preparationJson(desktop.network().input), preparationJson(imagenetInput()));
        }
        fs::remove_all(*m_folder / "state"); // without the session too
        Restored desktop({.model = thousand, .data = food, .split = "validation", .network = {}});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        QCOMPARE(desktop.network().inputOrigin, InputOrigin::Told);
        rememberInput(thousand, {});
        QVERIFY(!rememberedInput(thousand));
    }

    /// Class, layer and filter of one network, when another one is opened in its place.
    void choicesThatMeanNothingToAnotherNetworkArePutBackAndSaid()
    {
        Restored desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        desktop.change(); // class 3 for all, class 5 for one photo, layer 4, filter 3
        desktop.window.open(CONVSCOPE_TEST_DATA "/checkpoints/bare.pth"); // of three classes
        QTRY_VERIFY_WITH_TIMEOUT(desktop.message().contains(QStringLiteral("has no Egg")), patience);
        QVERIFY(desktop.message().contains(QStringLiteral("chosen for single photos")));
        QVERIFY(desktop.asked<LimeOptions>().target == Target{});
        QVERIFY(desktop.asked<SaliencyOptions>().target == Target{});
        for (int column = 0; column < desktop.board()->columnCount(); ++column)
            QVERIFY(!desktop.board()->target(column));
        for (int column = 0; column < desktop.board()->columnCount(); ++column)
            for (const BoardCell &cell : desktop.board()->column(column).cells)
                QVERIFY2(cell.error.isEmpty(), qPrintable(cell.error));
        desktop.window.open(narrow); // and back, where nothing is left to put back
        QTRY_VERIFY_WITH_TIMEOUT(desktop.network().file.file == narrow, patience);
        QVERIFY2(!desktop.message().contains(QStringLiteral("Egg")), qPrintable(desktop.message()));
    }

    /// A start with another network than the last session's: its numbers say nothing here.
    void theLastSessionsChoicesDoNotReachAnotherNetwork()
    {
        {
            Restored desktop(bothOpen("validation"));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
            desktop.change();
            desktop.window.close();
        }
        WindowOptions other = bothOpen("validation");
        other.model = CONVSCOPE_TEST_DATA "/torchscript/residual-traced.pt";
        Restored desktop(other);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(2), patience);
        QVERIFY(desktop.asked<LimeOptions>().target == Target{});
        QCOMPARE(desktop.asked<ActivationOptions>().layer.index, 0);
        QCOMPARE(desktop.asked<LimeOptions>().samples, 30); // which mean the same everywhere
        QVERIFY(desktop.message().contains(QStringLiteral("Class 3 was chosen for another network")));
        QVERIFY(desktop.message().contains(QStringLiteral("Layer 4 was chosen for another network")));
    }

    /// F5: what has come and gone and been replaced in the folder, and what was chosen stays.
    void theFolderIsReadAgain()
    {
        copyFiles(*m_folder / "a");
        const fs::path photos = *m_folder / "a" / "food" / "validation";
        Restored desktop({.model = narrow, .data = photos, .split = {}, .network = {}});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        desktop.select({1, 3});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.board()->prediction(1) != nullptr, patience);
        const QString kept = desktop.board()->column(1).title;
        const QString goes = desktop.board()->column(0).title;
        const QImage before = desktop.board()->column(1).cells[0].picture;
        const fs::path keptFile = desktop.board()->photo(1).file;

        fs::remove(desktop.board()->photo(0).file);
        fs::copy_file(food / "training" / "3_0.jpg", photos / "0_9.jpg");
        fs::copy_file(food / "training" / "3_0.jpg", keptFile, fs::copy_options::overwrite_existing);
        fs::last_write_time(keptFile, fs::last_write_time(keptFile) + std::chrono::hours(1));
        desktop.find<QAction>("reload")->trigger();
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QCOMPARE(desktop.board()->column(0).title, kept);
        QTRY_VERIFY_WITH_TIMEOUT(!desktop.board()->column(0).cells[0].picture.isNull()
                && desktop.board()->column(0).cells[0].picture != before,
            patience);
        QTRY_COMPARE(desktop.find<QLabel>("photoCount")->text(), QStringLiteral("5 photos"));
        QCOMPARE(desktop.message(),
            goes + QStringLiteral(".jpg was on the board and is not in the folder any more."));
        QCOMPARE(desktop.find<QListView>("photos")->model()->index(1, 0).data().toString(),
            QStringLiteral("0_9.jpg"));

        fs::rename(*m_folder / "a", *m_folder / "elsewhere"); // gone altogether
        desktop.find<QAction>("reload")->trigger();
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("validation: ")));
        QCOMPARE(desktop.board()->columnCount(), 1); // what is open stays
    }

    /// A folder that was not there at the start, and is mounted later.
    void aFolderThatComesLaterIsReadAgain()
    {
        Restored desktop({.model = {}, .data = *m_folder / "later", .split = {}, .network = {}});
        QTRY_VERIFY(desktop.message().contains(QStringLiteral("later")));
        fs::copy(food / "validation", *m_folder / "later");
        desktop.find<QAction>("reload")->trigger();
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QVERIFY(desktop.message().isEmpty());
    }

    /// What was searched for in one folder hides the photos of the next.
    void theSearchEndsWithItsFolder()
    {
        Restored desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        auto *search = desktop.find<QLineEdit>("photoSearch");
        search->setText(QStringLiteral("3_"));
        QTRY_COMPARE(desktop.find<QListView>("photos")->model()->rowCount(), 1);
        desktop.window.open(food / "training");
        QTRY_COMPARE(desktop.find<QListView>("photos")->model()->rowCount(), 11);
        QVERIFY(search->text().isEmpty());
        QVERIFY(desktop.message().contains(QStringLiteral("The search and the filters")));
    }

    void anUnwritablePlaceForTheSessionIsSaidOnce()
    {
        m_folder->add("state", "a file where the folder should be");
        Restored desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isOpen(1), patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.message().contains(QStringLiteral("cannot be saved")), patience);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvscopeTest"));
    QCoreApplication::setApplicationName(QStringLiteral("ConvscopeTest"));
    if (argc > 2 && QByteArray(argv[1]) == "--change-and-die") {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QString::fromLocal8Bit(argv[2]));
        return changeAndDie();
    }
    RestoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "restore_test.moc"
