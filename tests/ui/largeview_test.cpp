#include "core/computing.h"
#include "core/data/classnames.h"
#include "tests/support/networks.h"
#include "tests/support/patience.h"
#include "tests/support/photos.h"
#include "tests/support/rows.h"
#include "ui/board/boardcontroller.h"
#include "ui/board/boardview.h"
#include "ui/board/cellviewer.h"
#include "ui/board/cellwidget.h"
#include "ui/board/headings.h"
#include "ui/board/largepicture.h"
#include "ui/board/legendview.h"
#include "ui/board/topbars.h"
#include "ui/present/maprange.h"
#include "ui/present/percent.h"
#include "ui/present/pictures.h"
#include "ui/widgets/saver.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace convscope;
using Phase = CellState::Phase;

namespace {

constexpr QSize photoSize(400, 250);

QStringList names()
{
    QStringList names;
    for (const std::string &name : food11ClassNames())
        names << QString::fromStdString(name);
    return names;
}

/// No two pixels of it are equal.
QImage colourful()
{
    QImage image(photoSize, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x & 255, y, (x >> 8) * 100));
    }
    return image;
}

} // namespace

class LargeViewTest : public QObject
{
    Q_OBJECT

    inline static std::shared_ptr<const Network> narrow;

    struct Desktop
    {
        QTemporaryDir folder;
        Lane network;
        Lane readers{2};
        Choices choices;
        BoardController controller{choices, network, readers};
        BoardView view{controller};
        std::vector<PhotoRef> photos;

        /// With the photo's own row above these.
        explicit Desktop(const std::vector<MethodOptions> &methods = {SaliencyOptions{}, ActivationOptions{}})
        {
            for (const char *name : {"0_1.png", "1_1.png"}) {
                const QString file = folder.filePath(QLatin1String(name));
                QImage image = colourful();
                image.setPixel(0, 0, qRgb(255, 255, int(photos.size())));
                image.save(file);
                photos.push_back({file.toStdString(), int(photos.size())});
            }
            QList<Row> rows{Row{}};
            for (const MethodOptions &method : methods)
                rows << newRow(method);
            choices.setAll(rows, {}, 15, 0);
            if (choices.has(QStringLiteral("lime")))
                askForSamples(choices, 1000000);
            controller.setClassNames(names());
            controller.setNetwork(narrow);
            putOnBoard(choices, photos);
            view.resize(900, 700);
            view.show();
        }
        bool isDone(int column, int row) const { return controller.state(column, row).phase == Phase::Done; }
        /// With the photo of this column and this row.
        CellViewer *openAtOnce(int column, int row)
        {
            for (CellWidget *cell : view.findChildren<CellWidget *>()) {
                if (cell->accessibleName().startsWith(
                        QStringLiteral("%1 of %2").arg(title(controller.rows()[row])).arg(column)))
                    Q_EMIT cell->openAsked();
            }
            return view.findChild<CellViewer *>();
        }
        /// Once the photo's own resolution is known.
        CellViewer *open(int column, int row)
        {
            CellViewer *viewer = openAtOnce(column, row);
            [&] {
                QVERIFY(viewer && viewer->isVisible());
                QTRY_VERIFY_WITH_TIMEOUT(picture()->scale() > 0, patience);
            }();
            return viewer;
        }
        LargePicture *picture() const { return view.findChild<LargePicture *>(); }
        template <typename T> T *find(const char *name) const
        {
            return view.findChild<T *>(QLatin1String(name));
        }
        QString text() const { return find<QLabel>("largeText")->text(); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        narrow = openNetwork(testFile("narrow.pth"));
        // Nothing may be read or computed on the window's own thread, however large the photo is.
        forbidComputing([](const char *function) { qWarning("%s on the window's thread", function); });
    }
    void cleanupTestCase()
    {
        forbidComputing(nullptr);
        narrow.reset();
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void photoIsShownInItsOwnPixels()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 0), patience);
        CellViewer *viewer = desktop.open(0, 0);
        viewer->resize(1000, 700);
        QVERIFY(desktop.picture()->isFit());
        QTest::keyClick(viewer, Qt::Key_1);
        QCOMPARE(desktop.picture()->scale(), 1.0);
        QCOMPARE(desktop.find<QLabel>("largeScale")->text(), QStringLiteral("100 %"));
        const QImage seen = desktop.picture()->grab().toImage();
        const double ratio = seen.devicePixelRatio();
        const QPoint corner =
            QPoint(seen.width() - photoSize.width(), seen.height() - photoSize.height()) / 2;
        QTRY_COMPARE(QColor(desktop.picture()->grab().toImage().pixel(corner + QPoint(100, 50))),
            QColor(colourful().pixel(100, 50)));
        QVERIFY(ratio > 0);
        QCOMPARE(QColor(seen.pixel(corner + QPoint(300, 200))), QColor(colourful().pixel(300, 200)));

        // One key away: the network's 128×128 pixels.
        const double own = desktop.picture()->scale();
        QTest::keyClick(viewer, Qt::Key_N);
        QVERIFY(desktop.picture()->isFit());
        const LargePicture &shown = *desktop.picture();
        QCOMPARE(shown.scale(), std::min(shown.width(), shown.height()) * shown.devicePixelRatioF() / 128);
        QTest::keyClick(viewer, Qt::Key_N);
        QTest::keyClick(viewer, Qt::Key_1);
        QCOMPARE(shown.scale(), own);
    }

    void pictureStandsInTheMiddleAndFills()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 1), patience);
        CellViewer *viewer = desktop.open(0, 1);
        viewer->resize(1000, 700);
        const QImage seen = desktop.picture()->grab().toImage();
        const auto isGround = [&](int x, int y) { return seen.pixel(x, y) == seen.pixel(3, 3); };
        int left = 3;
        int right = seen.width() - 4;
        int top = 3;
        int bottom = seen.height() - 4;
        const QPoint middle(seen.width() / 2, seen.height() / 2);
        for (; isGround(left, middle.y()); ++left) { }
        for (; isGround(right, middle.y()); --right) { }
        for (; isGround(middle.x(), top); ++top) { }
        for (; isGround(middle.x(), bottom); --bottom) { }
        QVERIFY(std::abs(left - (seen.width() - 1 - right)) <= 2);
        QVERIFY(std::abs(top - (seen.height() - 1 - bottom)) <= 2);
        // The map has the photo's shape, not that of the network's input.
        const double shape = double(right - left) / (bottom - top);
        QVERIFY(std::abs(shape - double(photoSize.width()) / photoSize.height()) < 0.05);
    }

    /// It holds from view to view of a photo; another photo is seen whole.
    void zoomBelongsToThePhoto()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 2) && desktop.isDone(1, 2), patience);
        CellViewer *viewer = desktop.open(0, 0);
        const QPointF middle = QRectF(desktop.picture()->rect()).center();
        QWheelEvent wheel(middle, desktop.picture()->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(desktop.picture(), &wheel);
        const double scale = desktop.picture()->scale();
        QVERIFY(!desktop.picture()->isFit());
        QTest::keyClick(viewer, Qt::Key_Down);
        QCOMPARE(desktop.picture()->scale(), scale);
        QTest::keyClick(viewer, Qt::Key_Right);
        QVERIFY(desktop.picture()->isFit());
        QTest::keyClick(viewer, Qt::Key_Plus);
        QVERIFY(!desktop.picture()->isFit());
        QTest::keyClick(viewer, Qt::Key_0);
        QVERIFY(desktop.picture()->isFit());
        QVERIFY(!desktop.find<QToolButton>("boardZoom")->isVisible()); // the board has its own
    }

    void boardSaysHowFarItIsEnlarged()
    {
        Desktop desktop;
        auto *whole = desktop.find<QToolButton>("boardZoom");
        QVERIFY(!whole->isVisible());
        desktop.view.zoomBy(2);
        QVERIFY(whole->isVisible());
        QVERIFY(whole->text().startsWith(QStringLiteral("2.0×")));
        putOnBoard(desktop.choices, {desktop.photos[1]}); // one stays
        QVERIFY(whole->isVisible());
        putOnBoard(desktop.choices, {desktop.photos[0]}); // other photos
        QVERIFY(!whole->isVisible());
        desktop.view.zoomBy(2);
        whole->click();
        QVERIFY(!whole->isVisible());
    }

    void curtainBelongsToThePicture()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 2) && desktop.isDone(1, 2), patience);
        CellViewer *viewer = desktop.open(0, 2);
        auto *slider = desktop.find<QSlider>("uncovered");
        const QImage covered = desktop.picture()->grab().toImage();
        slider->setValue(50);
        QVERIFY(desktop.picture()->grab().toImage() != covered);
        QTest::keyClick(viewer, Qt::Key_Up);
        QCOMPARE(slider->value(), 0);
        slider->setValue(50);
        QTest::keyClick(viewer, Qt::Key_Right);
        QCOMPARE(slider->value(), 0);
        QTest::keyClick(viewer, Qt::Key_Up);
        QTRY_VERIFY(!slider->isEnabled()); // nothing lies over the photo
    }

    void saysWhatItShowsAndEachThingOnce()
    {
        Desktop desktop({ActivationOptions{}, LimeOptions{}});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.controller.state(0, 2).progress.done >= 2, patience);
        desktop.controller.cancel(0, 2);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.controller.state(0, 2).phase == Phase::Stopped, patience);
        CellViewer *viewer = desktop.open(0, 2);
        QVERIFY(viewer->windowTitle().startsWith(QStringLiteral("LIME of 0_1 – ")));
        QTRY_COMPARE(desktop.text().count(QStringLiteral("stopped early")), 1);
        QVERIFY(desktop.picture()->toolTip().isEmpty());
        QVERIFY(desktop.find<LegendView>("largeLegend")
                    ->accessibleDescription()
                    .startsWith(QStringLiteral("speaks for it, speaks against it")));
        QVERIFY(desktop.find<QWidget>("largeStart")->isVisible());
        QTest::keyClick(viewer, Qt::Key_Up);
        QCOMPARE(viewer->windowTitle(), QStringLiteral("Activation of 0_1 – layer 15, filter 0"));
        const Range range = *mapRange(*desktop.controller.answer(0, 1));
        QCOMPARE(desktop.find<LegendView>("largeLegend")->accessibleDescription(),
            QStringLiteral("from %1 to %2").arg(shortNumber(range.low), shortNumber(range.high)));
        const Layer &layer = narrow->info().layers[15];
        QVERIFY(desktop.text().contains(
            QStringLiteral("%1 × %2 values and is enlarged").arg(*layer.width).arg(*layer.height)));
        QTest::keyClick(viewer, Qt::Key_N);
        QVERIFY(!desktop.text().contains(QStringLiteral("enlarged")));
    }

    void likeliestClassesAreNamedWithTheirProbabilities()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.controller.prediction(0), patience);
        desktop.open(0, 0);
        const Prediction &said = *desktop.controller.prediction(0);
        const QStringList lines =
            desktop.find<TopBars>("largeTop")->accessibleDescription().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        std::vector<double> sorted = said.probabilities;
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        for (int place = 0; place < 5; ++place)
            QVERIFY2(lines[place].contains(percent(sorted[std::size_t(place)])), qPrintable(lines[place]));
    }

    /// As the gallery's tooltips ask for them.
    void classesOfAPhotoThatIsNotOnTheBoardAreAskedInPassing()
    {
        Desktop desktop;
        const PhotoRef other = desktop.photos[1];
        putOnBoard(desktop.choices, {desktop.photos[0]});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 2), patience);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.controller.glance(other).size(), 5, patience);
        const QList<TopClass> glance = desktop.controller.glance(other);
        putOnBoard(desktop.choices, {other});
        QTRY_COMPARE_WITH_TIMEOUT(desktop.controller.column(0).top, glance, patience);
        QCOMPARE(desktop.controller.glance({"/nowhere/1_0.jpg", {}}), QList<TopClass>());
    }

    /// The board's pictures move only by that choice.
    void headingsHaveTheLikeliestClassesOnRequest()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 2) && desktop.isDone(1, 2), patience);
        const auto *heading = desktop.view.findChild<ColumnHeading *>();
        const int height = heading->height();
        for (const TopClass &share : desktop.controller.column(0).top)
            QVERIFY(heading->toolTip().contains(topText(share)));
        desktop.view.setTopShown(true);
        QCOMPARE(heading->height(), height + 4 * heading->fontMetrics().height());
        putOnBoard(desktop.choices, {desktop.photos[1]}); // not answered yet
        QCOMPARE(desktop.view.findChild<ColumnHeading *>()->height(),
            height + 4 * heading->fontMetrics().height());
    }

    void probabilitiesAreNeitherRoundedToAllNorToNothing()
    {
        QCOMPARE(percent(0.931), QStringLiteral("93 %"));
        QCOMPARE(percent(0.9999), QStringLiteral("99.9 %"));
        QCOMPARE(percent(1), QStringLiteral("100 %"));
        QCOMPARE(percent(0.0042), QStringLiteral("0.4 %"));
        QCOMPARE(percent(0.00001), QStringLiteral("< 0.1 %"));
        QCOMPARE(percent(0), QStringLiteral("0 %"));
    }

    void escLeavesFullScreenFirst()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 0), patience);
        CellViewer *viewer = desktop.open(0, 0);
        QTest::keyClick(viewer, Qt::Key_F11);
        QVERIFY(viewer->isFullScreen());
        QTest::keyClick(viewer, Qt::Key_Escape);
        QVERIFY(!viewer->isFullScreen());
        QVERIFY(viewer->isVisible());
        QTest::keyClick(viewer, Qt::Key_Escape);
        QVERIFY(!viewer->isVisible());
    }

    void saysWhyThereIsNoPicture()
    {
        Desktop desktop({ActivationOptions{}, LimeOptions{}});
        desktop.choices.setAutomatic(false);
        desktop.choices.setFilter(999, 0);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.controller.state(0, 1).phase, Phase::Failed, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.controller.state(0, 2).phase, Phase::Stopped, patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 0), patience);
        CellViewer *viewer = desktop.openAtOnce(0, 1);
        QVERIFY(viewer && viewer->isVisible());
        const QString error = desktop.controller.column(0).cells[1].error;
        QVERIFY(!error.isEmpty());
        QTRY_COMPARE(desktop.picture()->accessibleDescription(), error);
        QTest::keyClick(viewer, Qt::Key_Down);
        QTRY_COMPARE(desktop.picture()->accessibleDescription(), QStringLiteral("Not computed"));
        QVERIFY(desktop.find<QWidget>("largeStart")->isVisible());
        QTest::keyClick(viewer, Qt::Key_Up);
        QTRY_COMPARE(desktop.picture()->accessibleDescription(), error);
        QCOMPARE(desktop.picture()->scale(), 0.0); // nothing of the cell before
    }

    /// The map of the row above would stand under a title that is not its own.
    void whatStillWaitsShowsNoOtherView()
    {
        Desktop desktop({ActivationOptions{}, LimeOptions{}});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 1) && desktop.isDone(1, 1), patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.controller.state(0, 2).phase == Phase::Running
                || desktop.controller.state(1, 2).phase == Phase::Running,
            patience);
        const int waiting = desktop.controller.state(0, 2).phase == Phase::Waiting ? 0 : 1;
        QCOMPARE(desktop.controller.state(waiting, 2).phase, Phase::Waiting);
        CellViewer *viewer = desktop.open(waiting, 1);
        QTest::keyClick(viewer, Qt::Key_Down);
        QCOMPARE(desktop.picture()->scale(), 0.0);
        QTest::keyClick(viewer, Qt::Key_Up);
        QTRY_VERIFY(desktop.picture()->scale() > 0);
    }

    void aMenuTakesOutWhatIsShown()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 0) && desktop.isDone(0, 1), patience);
        CellViewer *viewer = desktop.open(0, 0);
        const auto choose = [&](const char *name) {
            const QPoint middle = desktop.picture()->rect().center();
            QContextMenuEvent asks(
                QContextMenuEvent::Keyboard, middle, desktop.picture()->mapToGlobal(middle));
            QApplication::sendEvent(desktop.picture(), &asks);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            auto *action = menu->findChild<QAction *>(QLatin1String(name));
            menu->close();
            QVERIFY2(action && action->isEnabled(), name);
            action->trigger();
        };
        choose("copyPicture");
        QCOMPARE(QGuiApplication::clipboard()->image().size(), photoSize); // not as small as on the board
        choose("copyName");
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("0_1.png"));
        QTest::keyClick(viewer, Qt::Key_Down);
        choose("copyNumbers");
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("channel\trow\t")));
        const QString file = desktop.folder.filePath(QStringLiteral("mine.png"));
        desktop.controller.saver().savePicture(file.toStdString(), colourful());
        const auto *saved = desktop.find<QLabel>("largeSaved");
        QTRY_COMPARE(saved->text(), QStringLiteral("Written to ") + file);
        QVERIFY(saved->isVisible());
        QTest::keyClick(viewer, Qt::Key_Up);
        QVERIFY(!saved->isVisible());
    }

    /// The photo was deleted after the network saw it: its input is what there is still.
    void withoutTheFileTheNetworksInputIsShown()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(0, 0), patience);
        QVERIFY(QFile::remove(QString::fromStdString(desktop.photos[0].file.string())));
        desktop.open(0, 0);
        const LargePicture &shown = *desktop.picture();
        QTRY_COMPARE(
            shown.scale(), std::min(shown.width(), shown.height()) * shown.devicePixelRatioF() / 128);
    }
};

QTEST_MAIN(LargeViewTest)
#include "largeview_test.moc"
