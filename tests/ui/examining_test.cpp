#include "tests/support/nameless.h"
#include "tests/support/networks.h"
#include "tests/support/patience.h"
#include "ui/choices/choices.h"
#include "ui/microscope/filterpage.h"
#include "ui/microscope/indexbar.h"
#include "ui/microscope/layerpage.h"
#include "ui/microscope/microscopedialog.h"
#include "ui/photomap/photomappanel.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
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
