#include "core/index/indexfolder.h"
#include "tests/support/nameless.h"
#include "tests/support/networks.h"
#include "tests/support/patience.h"
#include "ui/choices/choices.h"
#include "ui/microscope/filterpage.h"
#include "ui/microscope/indexbar.h"
#include "ui/microscope/layerpage.h"
#include "ui/microscope/microscope.h"
#include "ui/microscope/microscopedialog.h"
#include "ui/photomap/photomappanel.h"
#include "ui/window/mainwindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace convscope;
namespace fs = std::filesystem;

namespace {

/// The window with photos and a cache of its own.
class Desk
{
public:
    Desk()
    {
        qputenv("XDG_CACHE_HOME", (m_home.path() + QStringLiteral("/cache")).toUtf8());
        fs::copy(testFile("food/training"), photos(), fs::copy_options::recursive);
        fs::copy_file(testFile("narrow.pth"), network());
    }

    fs::path photos() const { return m_home.filePath(QStringLiteral("photos")).toStdString(); }
    /// Of the network and the photos, once it has been built.
    fs::path index() const
    {
        for (const auto &each :
            fs::recursive_directory_iterator(m_home.filePath(QStringLiteral("cache")).toStdString())) {
            if (each.path().extension() == ".index")
                return each.path();
        }
        return {};
    }
    /// What another program does that updates it: a whole of another number takes the place of the old one.
    void replaceWhole(const std::string &from, const std::string &to) const
    {
        const IndexFolder folder(index());
        IndexFolder::About about = *folder.about();
        QCOMPARE(about.whole, from);
        fs::rename(index() / from, index() / to);
        about.whole = to;
        folder.write(about);
    }
    fs::path network() const { return m_home.filePath(QStringLiteral("narrow.pth")).toStdString(); }

    std::unique_ptr<MainWindow> window() const
    {
        auto window = std::make_unique<MainWindow>(
            WindowOptions{.model = network(), .data = photos(), .split = {}, .network = {}});
        window->show();
        auto *choices = window->findChild<Choices *>();
        choices->setAutomatic(false);
        return window;
    }

    /// The dialog on one of its pages, once the window is open.
    static MicroscopeDialog *microscope(MainWindow &window, const char *action = "examineFilter")
    {
        window.findChild<QAction *>(QString::fromLatin1(action))->trigger();
        return window.findChild<MicroscopeDialog *>();
    }

private:
    QTemporaryDir m_home;
};

QString indexText(const QWidget &dialog)
{
    return dialog.findChild<QLabel *>(QStringLiteral("indexText"))->text();
}

QPushButton &buildButton(const QWidget &dialog)
{
    return *dialog.findChild<QPushButton *>(QStringLiteral("buildIndex"));
}

/// Builds the index, which says then that it is whole.
void build(const QWidget &dialog)
{
    QTRY_VERIFY(buildButton(dialog).isVisible());
    QTest::mouseClick(&buildButton(dialog), Qt::LeftButton);
    QTRY_COMPARE(indexText(dialog), QStringLiteral("Whole: 11 photos."));
}

bool isShown(FilterPage &page, int layer, int filter)
{
    return page.page() && page.page()->report.layer.index == layer && page.page()->report.filter == filter;
}

std::size_t readCrops(FilterPage &page)
{
    if (!page.page())
        return 0;
    const auto &crops = page.page()->crops;
    return std::size_t(std::count_if(
        crops.begin(), crops.end(), [](const FilterCrop &crop) { return !crop.picture.isNull(); }));
}

} // namespace

/// The filter microscope in the window.
class ExaminingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theIndexIsBuiltAndItsPagesFollowWhatIsChosen()
    {
        const Desk desk;
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window);
        QTRY_COMPARE(indexText(*dialog), QStringLiteral("No index yet: 11 photos are to be looked at."));
        QCOMPARE(nameless(*dialog).join(u' '), QString());
        auto *choices = window->findChild<Choices *>();
        choices->setFilter(LayerId(19), FilterId(3));
        QTest::mouseClick(&buildButton(*dialog), Qt::LeftButton);
        QTRY_COMPARE(indexText(*dialog), QStringLiteral("Whole: 11 photos."));
        QVERIFY(!buildButton(*dialog).isVisible());
        // The same pass has told what the photos are taken for.
        QTRY_COMPARE(window->findChild<QLabel *>(QStringLiteral("evaluationText"))->text(),
            QStringLiteral("All evaluated"));

        FilterPage &page = dialog->filter();
        QTRY_VERIFY(page.page() && page.page()->report.layer.index == 19 && page.page()->report.filter == 3);
        QTRY_COMPARE(readCrops(page), std::size_t(11));
        QTRY_VERIFY(page.page()->kernel);
        const std::vector<RankedPhoto> &most = page.page()->report.most;
        QVERIFY(std::is_sorted(most.begin(), most.end(),
            [](const RankedPhoto &a, const RankedPhoto &b) { return a.value > b.value; }));

        choices->setFilter(LayerId(20), FilterId(5));
        QTRY_VERIFY(page.page() && page.page()->report.layer.index == 20 && page.page()->report.filter == 5);
        // A pool is not looked at.
        choices->setFilter(LayerId(21), FilterId(0));
        QTRY_VERIFY(!page.page());

        choices->setFilter(LayerId(20), FilterId(5));
        dialog->setPage(MicroscopeDialog::Page::Layer);
        QTRY_VERIFY(dialog->layer().page());
        QCOMPARE(dialog->layer().page()->filters.size(), std::size_t(16));
    }

    void theMapLaysPhotosOutAndSelectsThem()
    {
        const Desk desk;
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window, "mapPhotos");
        QCOMPARE(dialog->page(), MicroscopeDialog::Page::Map);
        QTRY_VERIFY(buildButton(*dialog).isVisible());
        QTest::mouseClick(&buildButton(*dialog), Qt::LeftButton);
        PhotoMapPanel &panel = dialog->map();
        QTRY_VERIFY(panel.view().placeOf(0).has_value());
        panel.view().select({2, 4}, false);
        auto *choices = window->findChild<Choices *>();
        QTRY_COMPARE(choices->photos().selected().size(), std::size_t(2));
        QCOMPARE(panel.view().selected(), (std::vector<int>{2, 4})); // the choice does not take it back
        PhotoChoice other = choices->photos();
        other.select({0});
        choices->setPhotos(std::move(other));
        QTRY_COMPARE(panel.view().selected(), std::vector<int>{0}); // the first in both orders
        Q_EMIT panel.filterChosen(1);
        Q_EMIT panel.methodChosen(MapMethod::Pca);
        QTRY_VERIFY(panel.view().placeOf(0).has_value());
    }

    void anIndexIsThereAtTheNextStartAndSaysWhatIsStale()
    {
        const Desk desk;
        {
            const auto window = desk.window();
            MicroscopeDialog *dialog = Desk::microscope(*window);
            QTRY_VERIFY(buildButton(*dialog).isVisible());
            QTest::mouseClick(&buildButton(*dialog), Qt::LeftButton);
            QTRY_COMPARE(indexText(*dialog), QStringLiteral("Whole: 11 photos."));
        }
        fs::remove(desk.photos() / "0_0.jpg");
        fs::copy_file(desk.photos() / "1_0.jpg", desk.photos() / "1_5.jpg");
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window);
        QTRY_COMPARE(
            indexText(*dialog), QStringLiteral("Of 11 photos: 1 new, 1 gone. It can be brought up to date."));
        QCOMPARE(buildButton(*dialog).text(), QStringLiteral("Update"));
        // A photo that has gone is not shown as another one.
        FilterPage &page = dialog->filter();
        QTRY_COMPARE(readCrops(page), std::size_t(10));
        QTest::mouseClick(&buildButton(*dialog), Qt::LeftButton);
        QTRY_VERIFY(indexText(*dialog).startsWith(QStringLiteral("Whole: 11 photos.")));
        QTRY_COMPARE(readCrops(page), std::size_t(11));
    }

    /// The files of a layer are opened when it is first looked at: by then there may be another whole.
    void anIndexThatAnotherProgramUpdatesIsReadAgain()
    {
        const Desk desk;
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window);
        auto *choices = window->findChild<Choices *>();
        build(*dialog);
        choices->setFilter(LayerId(19), FilterId(3));
        FilterPage &page = dialog->filter();
        QTRY_VERIFY(isShown(page, 19, 3));
        desk.replaceWhole("whole-1", "whole-2");
        choices->setFilter(LayerId(5), FilterId(1));
        QTRY_VERIFY(isShown(page, 5, 1));
        QCOMPARE(indexText(*dialog), QStringLiteral("Whole: 11 photos."));
        desk.replaceWhole("whole-2", "whole-3"); // as often as it happens
        choices->setFilter(LayerId(12), FilterId(2));
        QTRY_VERIFY(isShown(page, 12, 2));
        dialog->setPage(MicroscopeDialog::Page::Layer);
        desk.replaceWhole("whole-3", "whole-4");
        choices->setFilter(LayerId(0), FilterId(0));
        QTRY_VERIFY(dialog->layer().page() && dialog->layer().page()->layer.index == 0);
    }

    void anIndexThatCannotBeReadSaysSoAndIsLookedAtAgain()
    {
        const Desk desk;
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window);
        auto *choices = window->findChild<Choices *>();
        build(*dialog);
        choices->setFilter(LayerId(19), FilterId(3));
        FilterPage &page = dialog->filter();
        QTRY_VERIFY(isShown(page, 19, 3));
        auto *again = dialog->findChild<QPushButton *>(QStringLiteral("lookAgain"));
        QVERIFY(!again->isVisible());
        const fs::path top = desk.index() / "whole-1" / "top";
        fs::rename(top, desk.index() / "away");
        choices->setFilter(LayerId(5), FilterId(1));
        QTRY_VERIFY(again->isVisible());
        QVERIFY2(indexText(*dialog).contains(QStringLiteral("there is no such file or folder")),
            qPrintable(indexText(*dialog)));
        QVERIFY(!buildButton(*dialog).isVisible());
        fs::rename(desk.index() / "away", top);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(isShown(page, 5, 1));
        QCOMPARE(indexText(*dialog), QStringLiteral("Whole: 11 photos."));
        QVERIFY(!again->isVisible());
    }

    /// Who comes back to the window sees what has become of the index, before a file is missing.
    void aWindowThatIsActivatedLooksWhetherTheIndexIsAnotherOne()
    {
        const Desk desk;
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window);
        build(*dialog);
        fs::remove_all(desk.index());
        QEvent activate(QEvent::WindowActivate);
        QApplication::sendEvent(dialog, &activate);
        QTRY_VERIFY(indexText(*dialog).startsWith(QStringLiteral("No index yet: 11 photos")));
    }

    /// A photo that was added after the window had listed the folder has not gone.
    void photosThatTheWindowDoesNotListAreNotSaidToBeGone()
    {
        const Desk desk;
        {
            fs::copy_file(desk.photos() / "1_0.jpg", desk.photos() / "1_5.jpg");
            const auto window = desk.window();
            MicroscopeDialog *dialog = Desk::microscope(*window);
            QTRY_VERIFY(buildButton(*dialog).isVisible());
            QTest::mouseClick(&buildButton(*dialog), Qt::LeftButton);
            QTRY_COMPARE(indexText(*dialog), QStringLiteral("Whole: 12 photos."));
        }
        const fs::path outside = desk.photos().parent_path() / "1_5.jpg";
        fs::rename(desk.photos() / "1_5.jpg", outside);
        const auto window = desk.window();
        QTRY_COMPARE(
            window->findChild<QAbstractItemView *>(QStringLiteral("photos"))->model()->rowCount(), 11);
        fs::rename(outside, desk.photos() / "1_5.jpg");
        MicroscopeDialog *dialog = Desk::microscope(*window);
        QTRY_COMPARE(indexText(*dialog),
            QStringLiteral("Whole: 11 photos. Photos that are in the folder now, but not in the list of the "
                           "window: 1. Reload the photos there (F5)."));
        QVERIFY(!buildButton(*dialog).isVisible());
    }

    void theIndexOfTheseAloneIsRemoved()
    {
        const Desk desk;
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window);
        auto *removal = dialog->findChild<QAction *>(QStringLiteral("removeIndex"));
        QTRY_VERIFY(buildButton(*dialog).isVisible());
        QVERIFY(!removal->isEnabled()); // there is none
        build(*dialog);
        const fs::path mine = desk.index();
        const fs::path other = mine.parent_path() / "other.index";
        fs::copy(mine, other, fs::copy_options::recursive);
        QVERIFY(removal->isEnabled());
        removal->trigger();
        auto *box = dialog->findChild<QMessageBox *>(QStringLiteral("removeIndexBox"));
        QVERIFY(box);
        QTest::mouseClick(box->findChild<QPushButton *>(QStringLiteral("remove")), Qt::LeftButton);
        QTRY_VERIFY(indexText(*dialog).startsWith(QStringLiteral("No index yet: 11 photos")));
        QVERIFY(!fs::exists(mine));
        QVERIFY(fs::exists(other / "index.json"));
    }

    /// The network's lane works on something else, maybe for minutes.
    void aBuildingThatWaitsSaysForWhat()
    {
        const Desk desk;
        Lane lane;
        Microscope microscope(lane);
        const IndexBar bar(microscope);
        microscope.setNetwork(narrowNetwork(), {.file = desk.network()});
        microscope.setPhotos(std::make_shared<PhotoSet>(openPhotoSet(desk.photos())));
        microscope.setWanted(true);
        QTRY_COMPARE(indexText(bar), QStringLiteral("No index yet: 11 photos are to be looked at."));
        QCOMPARE(buildButton(bar).text(), QStringLiteral("Look at the photos"));
        QSemaphore gate;
        const JobHandle other =
            lane.call<bool>({.urgency = Urgency::Open, .title = QStringLiteral("LIME of 3_7")},
                [&gate] {
                    gate.acquire();
                    return true;
                },
                {.done = [](bool) {}, .failed = [](const Error &) {}});
        microscope.build();
        QTRY_COMPARE(
            indexText(bar), QStringLiteral("Looking at the photos: waiting for other work (LIME of 3_7)."));
        gate.release();
        QTRY_COMPARE(indexText(bar), QStringLiteral("Whole: 11 photos."));
    }

    /// The screen here has 800 × 800 pixels; one of 1366 × 768 has 910 × 512 where all is 1.5 times as large.
    void theWindowFitsOnASmallScreen()
    {
        const Desk desk;
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window);
        const QRect screen = dialog->screen()->availableGeometry();
        QVERIFY2(dialog->frameGeometry().width() <= screen.width()
                && dialog->frameGeometry().height() <= screen.height(),
            qPrintable(QStringLiteral("%1 × %2").arg(dialog->width()).arg(dialog->height())));
        build(*dialog);
        const auto fits = [dialog] {
            const QSize least = dialog->minimumSizeHint();
            return least.width() <= 864 && least.height() <= 486;
        };
        for (const auto page :
            {MicroscopeDialog::Page::Filter, MicroscopeDialog::Page::Layer, MicroscopeDialog::Page::Map}) {
            dialog->setPage(page);
            QVERIFY2(fits(),
                qPrintable(QStringLiteral("page %1: %2 × %3")
                               .arg(int(page))
                               .arg(dialog->minimumSizeHint().width())
                               .arg(dialog->minimumSizeHint().height())));
        }
    }

    void aMenuOnACropShowsThePhotoAndCopiesTheCrop()
    {
        const Desk desk;
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window);
        auto *choices = window->findChild<Choices *>();
        build(*dialog);
        choices->setFilter(LayerId(19), FilterId(3));
        FilterPage &page = dialog->filter();
        QTRY_VERIFY(isShown(page, 19, 3));
        QTRY_COMPARE(readCrops(page), std::size_t(11));
        auto *list = page.findChild<QListView *>(QStringLiteral("crops"));
        const QPoint at = list->visualRect(list->model()->index(1, 0)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, list->viewport()->mapToGlobal(at));
        QApplication::sendEvent(list->viewport(), &event);
        QPointer<QMenu> menu = page.findChild<QMenu *>(QStringLiteral("contextMenu"));
        QVERIFY(menu);
        menu->findChild<QAction *>(QStringLiteral("copyPicture"))->trigger();
        const FieldBox box = page.page()->crops[1].box;
        QTRY_COMPARE(QGuiApplication::clipboard()->image().size(), QSize(box.width, box.height));
        menu->findChild<QAction *>(QStringLiteral("showOnBoard"))->trigger();
        const fs::path file = desk.photos() / page.page()->crops[1].photo.name;
        QTRY_VERIFY(std::ranges::any_of(
            choices->photos().onBoard(), [&](const PhotoRef &each) { return each.file == file; }));
        menu->close();
    }

    void allIndexesAreRemovedWhenThatIsConfirmed()
    {
        const Desk desk;
        const auto window = desk.window();
        MicroscopeDialog *dialog = Desk::microscope(*window);
        QTRY_VERIFY(buildButton(*dialog).isVisible());
        QTest::mouseClick(&buildButton(*dialog), Qt::LeftButton);
        QTRY_COMPARE(indexText(*dialog), QStringLiteral("Whole: 11 photos."));
        dialog->findChild<QAction *>(QStringLiteral("removeIndexes"))->trigger();
        auto *box = dialog->findChild<QMessageBox *>(QStringLiteral("removeIndexesBox"));
        QVERIFY(box);
        QTest::mouseClick(box->findChild<QPushButton *>(QStringLiteral("remove")), Qt::LeftButton);
        QTRY_VERIFY(indexText(*dialog).startsWith(QStringLiteral("No index yet: 11 photos")));
        QTRY_VERIFY(!dialog->filter().page());
    }
};

QTEST_MAIN(ExaminingTest)
#include "examining_test.moc"
