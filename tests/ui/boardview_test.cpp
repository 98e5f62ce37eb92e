#include "core/data/classnames.h"
#include "tests/support/patience.h"
#include "tests/support/photos.h"
#include "tests/support/rows.h"
#include "ui/board/boardcontroller.h"
#include "ui/board/boardmenus.h"
#include "ui/board/boardview.h"
#include "ui/board/cellviewer.h"
#include "ui/board/cellwidget.h"
#include "ui/board/headings.h"
#include "ui/board/zoom.h"
#include "ui/present/maprange.h"
#include "ui/present/pictures.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>

using namespace convscope;
using Phase = CellState::Phase;

namespace {

QStringList names()
{
    QStringList names;
    for (const std::string &name : food11ClassNames())
        names << QString::fromStdString(name);
    return names;
}

QAction *entry(const QMenu &menu, const char *name) { return menu.findChild<QAction *>(QLatin1String(name)); }

} // namespace

/// How the board is looked at: zoom, pointer, keys, rows, colours, classes.
class BoardViewTest : public QObject
{
    Q_OBJECT

    struct Desktop
    {
        Lane network;
        Lane readers{2};
        Choices choices;
        BoardController controller{choices, network, readers};
        BoardView view{controller};

        Desktop()
        {
            choices.setAll({Row{}, newRow(SaliencyOptions{}), newRow(ActivationOptions{})}, {}, 15, 0);
            controller.setClassNames(names());
            controller.setNetwork(openNetwork(CONVSCOPE_TEST_DATA "/narrow.pth"));
            const PhotoSet set = openPhotoSet(CONVSCOPE_TEST_DATA "/food", "training");
            putOnBoard(choices, {set.photos[0], set.photos[4]});
            view.resize(900, 700);
            view.show();
        }
        bool filled() const
        {
            for (int column = 0; column < 2; ++column) {
                for (int row = 0; row < controller.rowCount(); ++row) {
                    if (controller.state(column, row).phase != Phase::Done)
                        return false;
                }
            }
            return true;
        }
        CellWidget *cell(const QString &name) const
        {
            for (CellWidget *cell : view.findChildren<CellWidget *>()) {
                if (cell->accessibleName().startsWith(name) && cell->parentWidget()->parentWidget() == &view)
                    return cell;
            }
            return nullptr;
        }
        const QImage &picture(int column, int row) const
        {
            return controller.column(column).cells.at(row).picture;
        }
    };

private Q_SLOTS:
    /// The offscreen platform says of raise() and of size hints that it has none.
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    /// What lies under the pointer stays there: at twice the size a quarter of the width from the left shows
    /// 1/8 to 5/8.
    void zoomKeepsThePlaceUnderThePointer()
    {
        const Zoom twice = Zoom().zoomed(2, {0.25, 0.5});
        QCOMPARE(twice.shown(), QRectF(0.125, 0.25, 0.5, 0.5));
        QCOMPARE(twice.zoomed(0.5, {0.25, 0.5}).shown(), QRectF(0, 0, 1, 1));
        QCOMPARE(Zoom().zoomed(2, {0, 0}).shown(), QRectF(0, 0, 0.5, 0.5));
        QCOMPARE(twice.moved({-9, 9}).shown(), QRectF(0, 0.5, 0.5, 0.5)); // never beyond the border
        QCOMPARE(Zoom().zoomed(0.1, {0.3, 0.3}), Zoom()); // never smaller than whole
        QCOMPARE(Zoom().zoomed(1e9, {0.5, 0.5}).factor, Zoom::max);
    }

    void allPicturesZoomTogether()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        CellWidget *one = desktop.cell(QStringLiteral("Photo of 0_0"));
        CellWidget *other = desktop.cell(QStringLiteral("Activation of 1_0"));
        QVERIFY(one && other);
        const QImage before = other->grab().toImage();
        const QPointF middle = QRectF(one->rect()).center();
        QWheelEvent wheel(middle, one->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(one, &wheel);
        QVERIFY(other->grab().toImage() != before);
        desktop.view.resetZoom();
        QCOMPARE(other->grab().toImage(), before);
    }

    void pointerReadsTheColumn()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        const QSignalSpy spy(&desktop.view, &BoardView::readoutChanged);
        CellWidget *cell = desktop.cell(QStringLiteral("Saliency of 1_0"));
        QTest::mouseMove(cell, QPoint(20, 20));
        QTRY_VERIFY(!spy.isEmpty());
        const QString text = spy.last().at(0).toString();
        for (const char *part : {"pixel", "gradient", "activation"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(cell, &leave);
        QVERIFY(spy.last().at(0).toString().isEmpty());
    }

    void keysMoveFocusPointerAndOpen()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        QVERIFY(QTest::qWaitForWindowActive(&desktop.view, patience));
        CellWidget *first = desktop.cell(QStringLiteral("Photo of 0_0"));
        CellWidget *second = desktop.cell(QStringLiteral("Saliency of 1_0"));
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), second);
        QCOMPARE(first->focusPolicy(), Qt::ClickFocus);
        QCOMPARE(second->focusPolicy(), Qt::StrongFocus); // Tab comes back to where one was

        const QSignalSpy spy(&desktop.view, &BoardView::readoutChanged);
        QTest::keyClick(second, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(spy.last().at(0).toString().startsWith(QStringLiteral("(63, 64)")));

        QTest::keyClick(second, Qt::Key_Return);
        auto *viewer = desktop.view.findChild<CellViewer *>();
        QVERIFY(viewer && viewer->isVisible());
        QCOMPARE(viewer->windowTitle(), QStringLiteral("Saliency of 1_0 – true class, loss"));
        QVERIFY(second->accessibleName().startsWith(QStringLiteral("Saliency of 1_0 for ")));
        QTest::keyClick(viewer, Qt::Key_Down);
        QCOMPARE(viewer->windowTitle(), QStringLiteral("Activation of 1_0 – layer 15, filter 0"));
        QTest::keyClick(viewer, Qt::Key_Escape);
        QVERIFY(!viewer->isVisible());
    }

    void rowsMoveAndKeepTheirPictures()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        const qint64 saliency = desktop.picture(0, 1).cacheKey();
        QMenu menu;
        fillRowMenu(menu, desktop.controller, 1, {});
        entry(menu, "moveDown")->trigger();
        QCOMPARE(idsOf(desktop.controller.rows()), QStringList({"photo", "activation", "saliency"}));
        QCOMPARE(desktop.picture(0, 2).cacheKey(), saliency); // at once, not after it is drawn again
        QMenu top;
        fillRowMenu(top, desktop.controller, 0, {});
        QVERIFY(!entry(top, "moveUp")->isEnabled());
        entry(top, "removeRow")->trigger();
        QCOMPARE(desktop.controller.rowCount(), 2);
    }

    /// With one scale the photo whose map reaches less high is drawn otherwise, and the bar has numbers.
    void photosCanShareAScale()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        const QImage left = desktop.picture(0, 2);
        const QImage right = desktop.picture(1, 2);
        QCOMPARE(desktop.controller.heading(2).colourBar->high, QStringLiteral("high"));
        QMenu menu;
        fillRowMenu(menu, desktop.controller, 2, {});
        entry(menu, "sharedScale")->trigger();
        QTRY_VERIFY(desktop.controller.heading(2).colourBar->high != QStringLiteral("high"));
        QTRY_VERIFY(desktop.picture(0, 2) != left || desktop.picture(1, 2) != right);
        Look look = desktop.choices.rows().at(2).look;
        look.sharedScale = false;
        desktop.choices.setLook(2, look);
        QTRY_COMPARE(desktop.picture(0, 2), left);
        QCOMPARE(desktop.picture(1, 2), right);
    }

    /// The scale of all photos follows what is clipped of each, and so does the bar.
    void outliersAreClippedFromASharedScale()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        Look look = desktop.choices.rows().at(1).look;
        look.sharedScale = true;
        desktop.choices.setLook(1, look);
        QTRY_VERIFY(desktop.controller.sharedScale(1));
        double highest = 0;
        for (int column = 0; column < 2; ++column)
            highest = std::max(
                highest, mapRange(*desktop.controller.answer(column, 1), Clipping::TenPercent)->high);
        QVERIFY(highest < desktop.controller.sharedScale(1)->high);
        QMenu menu;
        fillRowMenu(menu, desktop.controller, 1, {});
        menu.findChild<QMenu *>(QStringLiteral("clipping"))->actions().last()->trigger();
        QTRY_COMPARE(desktop.controller.sharedScale(1)->high, highest);
        QCOMPARE(desktop.controller.heading(1).colourBar->high, shortNumber(highest));
        QCOMPARE(desktop.controller.heading(1).remarks.size(), 1);
    }

    void contoursAreChosenInTheRowsMenu()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        QVERIFY(desktop.controller.column(0).cells[1].contours.isEmpty());
        QMenu menu;
        fillRowMenu(menu, desktop.controller, 1, {});
        menu.findChild<QMenu *>(QStringLiteral("contours"))->actions().last()->trigger();
        QCOMPARE(desktop.choices.rows().at(1).look.contours, Contours::Quarters);
        QTRY_VERIFY(!desktop.controller.column(0).cells[1].contours.isEmpty());
        QMenu ofPhoto;
        fillRowMenu(ofPhoto, desktop.controller, 0, {});
        QVERIFY(!ofPhoto.findChild<QMenu *>(QStringLiteral("contours")));
    }

    /// In a heading that is too narrow for the name, another probability is seen.
    void headingsCutTheNameNotTheProbability()
    {
        QWidget window;
        BoardColumn column;
        column.title = QStringLiteral("2_9");
        column.known = true;
        const auto drawn = [&](const QString &probability, int width) {
            ColumnHeading heading(&window);
            heading.resize(width, ColumnHeading::heightFor(heading.fontMetrics()));
            column.probability = probability;
            column.predictedClass = QStringLiteral("Vegetable/Fruit ") + probability;
            heading.show(column, false);
            return heading.grab().toImage();
        };
        for (const int width : {84, 100, 128, 180})
            QVERIFY2(drawn(QStringLiteral("13 %"), width) != drawn(QStringLiteral("93 %"), width),
                qPrintable(QString::number(width)));
    }

    /// Where one column has no room for the word, none has it.
    void verdictsHaveTheirWordsAlike()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        const auto headings = desktop.view.findChildren<ColumnHeading *>();
        QCOMPARE(headings.size(), 2);
        bool both[2] = {false, false};
        for (int side = BoardShape::min; side < 200; side += 4) {
            desktop.view.setShape({BoardShape::Size::Own, side});
            QCOMPARE(headings[0]->isBrief(), headings[1]->isBrief());
            both[headings[0]->isBrief() ? 1 : 0] = true;
        }
        QVERIFY(both[0] && both[1]);
    }

    /// One row a photo: keys, headings and cells follow.
    void theBoardCanLieOnItsSide()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        QVERIFY(QTest::qWaitForWindowActive(&desktop.view, patience));
        desktop.view.setShape({BoardShape::Size::Automatic, 0, /*photosAsRows=*/true});
        CellWidget *first = desktop.cell(QStringLiteral("Photo of 0_0"));
        CellWidget *below = desktop.cell(QStringLiteral("Photo of 1_0"));
        CellWidget *beside = desktop.cell(QStringLiteral("Saliency of 0_0"));
        QCOMPARE(below->x(), first->x());
        QVERIFY(below->y() > first->geometry().bottom());
        QCOMPARE(beside->y(), first->y());
        QVERIFY(beside->x() > first->geometry().right());
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), below);
        const auto photos = desktop.view.findChildren<ColumnHeading *>();
        QCOMPARE(photos[1]->mapTo(&desktop.view, QPoint()).y(), below->mapTo(&desktop.view, QPoint()).y());
        const auto views = desktop.view.findChildren<RowHeading *>();
        QCOMPARE(views[1]->mapTo(&desktop.view, QPoint()).x(), beside->mapTo(&desktop.view, QPoint()).x());
        for (const RowHeading *heading : views)
            QVERIFY(heading->height() >= heading->heightFor(heading->width()));
    }

    /// Photos have no captions, so nothing is kept free below them; the other rows have two lines.
    void onlyCaptionsTakeRoom()
    {
        Desktop desktop;
        const CellWidget *photo = desktop.cell(QStringLiteral("Photo of 0_0"));
        const CellWidget *saliency = desktop.cell(QStringLiteral("Saliency of 0_0"));
        QVERIFY(photo && saliency);
        QCOMPARE(photo->height(), photo->width());
        QCOMPARE(saliency->y(), photo->height() + BoardGrid::gap);
        QCOMPARE(saliency->height(), CellWidget::heightFor(saliency->width(), saliency->fontMetrics()));
    }

    /// Cut at the edge, "2.99" would read as "2.9".
    void noNumberIsCutAtTheEdge()
    {
        CellWidget cell(nullptr);
        BoardCell shown;
        shown.picture = QImage(8, 8, QImage::Format_RGB32);
        shown.picture.fill(Qt::black);
        shown.caption = shown.brief = QStringLiteral("\u22125.42\u00a0to\u00a02.99");
        const int needed = cell.fontMetrics().horizontalAdvance(shown.caption);
        for (int side = needed * 6 / 10; side <= needed + 4; ++side) {
            cell.setSide(side);
            cell.resize(side, CellWidget::heightFor(side, cell.fontMetrics()));
            cell.show(QStringLiteral("a cell"), shown, {Phase::Done, {}}, false);
            const QImage image = cell.grab().toImage();
            const QRgb ground = image.pixel(image.width() - 1, image.height() - 1);
            int ink = 0;
            for (int y = side + 2; y < image.height(); ++y) {
                QCOMPARE(image.pixel(image.width() - 1, y), ground);
                for (int x = 0; x < image.width(); ++x)
                    ink += image.pixel(x, y) != ground;
            }
            QVERIFY(ink > 50);
        }
    }

    void columnCanHaveItsOwnClass()
    {
        Desktop desktop;
        QTRY_VERIFY(desktop.filled());
        const QString other = desktop.controller.column(1).cells.at(1).caption;
        desktop.controller.setTarget(0, Target{Target::Kind::Class, 9});
        QTRY_COMPARE(
            desktop.controller.column(0).cells.at(1).caption.section(u' ', 0, 0), QStringLiteral("Soup"));
        QCOMPARE(desktop.controller.column(1).cells.at(1).caption, other);
        const QByteArray recipe = figureRecipe(desktop.controller.session());
        const QJsonArray photos = QJsonDocument::fromJson(recipe)[QStringLiteral("photos")].toArray();
        QCOMPARE(
            photos[0][QStringLiteral("target")].toString(), QStringLiteral("9")); // what the figure shows
        QVERIFY(photos[1][QStringLiteral("target")].isUndefined());
        desktop.controller.setTarget(0, {});
        QTRY_COMPARE(
            desktop.controller.column(0).cells.at(1).caption.section(u' ', 0, 0), QStringLiteral("Bread"));
    }
};

QTEST_MAIN(BoardViewTest)
#include "boardview_test.moc"
