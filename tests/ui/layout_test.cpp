#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "ui/board/boardview.h"
#include "ui/board/cellwidget.h"
#include "ui/filters/filtermapmodel.h"
#include "ui/present/language.h"
#include "ui/present/paths.h"
#include "ui/window/theme.h"

#include <QDockWidget>
#include <QProgressBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

// Where things stand in the window, and that they stay there.

using namespace convscope;

namespace {

/// What is shown of the window's parts, by name.
QMap<QString, int> widths(const Desktop &desktop)
{
    QMap<QString, int> widths;
    for (const char *name : {"galleryDock", "networkDock", "board"})
        widths[QLatin1String(name)] = desktop.find<QWidget>(name)->width();
    return widths;
}

/// Hears which widgets move or change their size.
class Watch : public QObject
{
public:
    explicit Watch(const QList<QWidget *> &widgets)
    {
        for (QWidget *widget : widgets)
            widget->installEventFilter(this);
    }
    QStringList moved() const { return m_moved; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Move || event->type() == QEvent::Resize) {
            const auto *widget = static_cast<QWidget *>(watched);
            m_moved << QStringLiteral("%1 %2 to %3, %4, %5 × %6")
                           .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                           .arg(widget->x())
                           .arg(widget->y())
                           .arg(widget->width())
                           .arg(widget->height());
        }
        return false;
    }

private:
    QStringList m_moved;
};

} // namespace

Q_DECLARE_METATYPE(convscope::BoardShape)

class LayoutTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<OwnSettings>();
        setLanguage(QStringLiteral("en"));
        applyTheme(Theme::Light);
    }

    void cleanup() { setLanguage(QStringLiteral("en")); }

    /// Through whatever makes the panels anew.
    void panelsKeepTheirWidths()
    {
        QMap<QString, int> before;
        {
            Desktop desktop(bothOpen());
            desktop.window.resize(1280, 800);
            QTRY_VERIFY_WITH_TIMEOUT(desktop.find<QWidget>("board")->isVisible(), patience);
            desktop.trigger("resetLayout"); // which goes by the window's width
            QTRY_COMPARE(desktop.find<QDockWidget>("networkDock")->width(), int(1280 * 0.23));
            const QMap<QString, int> usual = widths(desktop);
            for (const char *action :
                {"language-zh_CN", "theme-dark", "language-en", "theme-light", "resetLayout"}) {
                desktop.trigger(action);
                QTest::qWait(0);
                QTRY_COMPARE(widths(desktop), usual);
            }
            const QList<QDockWidget *> docks{
                desktop.find<QDockWidget>("galleryDock"), desktop.find<QDockWidget>("networkDock")};
            desktop.window.resizeDocks(docks, {300, 350}, Qt::Horizontal);
            QTRY_COMPARE(docks[0]->width(), 300);
            before = widths(desktop);
            QCOMPARE(before[QStringLiteral("networkDock")], 350);
            for (const char *action : {"theme-dark", "language-zh_TW", "language-en", "theme-light"}) {
                desktop.trigger(action);
                QTest::qWait(0);
                QTRY_COMPARE(widths(desktop), before);
            }
            desktop.window.close();
        }
        Desktop again(bothOpen());
        QTRY_VERIFY_WITH_TIMEOUT(again.find<QWidget>("board")->isVisible(), patience);
        QTRY_COMPARE(widths(again), before);
        again.window.resize(1100, 700); // the board gives way, not the panels
        QTRY_VERIFY(widths(again) != before);
        QCOMPARE(widths(again)[QStringLiteral("galleryDock")], 300);
        QCOMPARE(widths(again)[QStringLiteral("networkDock")], 350);
    }

    /// Jobs with their progress, messages and an evaluation come and go.
    void nothingMovesWhileOtherThingsComeAndGo()
    {
        Desktop desktop(bothOpen());
        desktop.window.resize(1280, 800);
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        const auto *jobs = desktop.find<QLabel>("jobsText");
        QTRY_VERIFY(jobs->text().isEmpty());
        const auto *maps = desktop.find<QLabel>("filterStatus");
        QTRY_VERIFY_WITH_TIMEOUT(maps->text().contains(QStringLiteral("Maps of")), patience);

        QList<QWidget *> still{desktop.find<QWidget>("photos"), desktop.find<QWidget>("filters"),
            desktop.find<QWidget>("layers"), desktop.find<QAbstractScrollArea>("board")->viewport()};
        for (CellWidget *cell : desktop.find<QWidget>("board")->findChildren<CellWidget *>())
            still << cell;
        const Watch watch(still);
        askForSamples(*desktop.choices(), 200);
        QTRY_VERIFY_WITH_TIMEOUT(!jobs->text().isEmpty(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.find<QProgressBar>("jobsProgress")->isVisible(), patience);
        desktop.window.saveSession(toPath(m_settings->folder.filePath(QStringLiteral("a.convscope"))));
        QTRY_VERIFY(!desktop.message().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone() && jobs->text().isEmpty(), patience);
        desktop.find<QToolButton>("closeMessage")->click();
        QVERIFY(desktop.message().isEmpty());
        desktop.trigger("evaluateAll");
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.find<QLabel>("evaluationText")->text().startsWith(QStringLiteral("All evaluated")),
            patience);
        desktop.find<QSpinBox>("filter")->setValue(2);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        QVERIFY2(watch.moved().isEmpty(), qPrintable(watch.moved().join(u' ')));
    }

    /// The values at the pointer are read whole while a job with a long name runs.
    void jobsGiveWayToTheValues()
    {
        Desktop desktop(bothOpen());
        desktop.window.resize(900, 600);
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        auto *readout = desktop.find<QLabel>("readout");
        desktop.find<QLabel>("jobsText")->setText(QString(80, u'x'));
        readout->setText(QString(40, u'0'));
        QTRY_VERIFY(readout->width() >= readout->fontMetrics().horizontalAdvance(readout->text()));
        readout->setText({});
        QTRY_VERIFY(desktop.find<QLabel>("jobsText")->width() > 300);
    }

    void picturesFitAsAsked_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<BoardShape>("shape");
        using Size = BoardShape::Size;
        // A laptop's old projector, 1280×800 at a scale of 1.5, a usual screen, which is also 4K at 2.
        for (const QSize size : {QSize(1024, 700), QSize(853, 533), QSize(1920, 1080)}) {
            for (const bool turned : {false, true}) {
                const QString name = QStringLiteral("%1 %2").arg(size.width()).arg(turned);
                if (size.width() > 900 || !turned) // five views beside each other have no room there
                    QTest::addRow("%s columns", qPrintable(name))
                        << size << BoardShape{Size::AllColumns, 0, turned};
                if (size.height() > 600 || !turned)
                    QTest::addRow("%s rows", qPrintable(name))
                        << size << BoardShape{Size::AllRows, 0, turned};
            }
        }
    }

    /// With four photos: all that is asked for is seen without scrolling.
    void picturesFitAsAsked()
    {
        QFETCH(const QSize, size);
        QFETCH(const BoardShape, shape);
        Desktop desktop(bothOpen());
        desktop.window.resize(size);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.board()->columnCount(), 1, patience);
        desktop.trigger("resetLayout");
        desktop.select({0, 1, 2, 3});
        QCOMPARE(desktop.board()->columnCount(), 4);
        auto *board = desktop.find<BoardView>("board");
        QTRY_VERIFY_WITH_TIMEOUT(board->isVisible(), patience);
        QCOMPARE(desktop.window.size(), size);
        board->setShape(shape);
        QTest::qWait(0);
        const bool columns = shape.size == BoardShape::Size::AllColumns;
        QCOMPARE((columns ? board->horizontalScrollBar() : board->verticalScrollBar())->maximum(), 0);
        int across = 0;
        int down = 0;
        for (const CellWidget *cell : board->viewport()->findChildren<CellWidget *>()) {
            const bool seen = columns ? cell->geometry().right() < board->viewport()->width()
                                      : cell->geometry().bottom() < board->viewport()->height();
            QVERIFY(seen);
            across += cell->y() == 0;
            down += cell->x() == 0;
        }
        QCOMPARE(across, shape.photosAsRows ? 5 : 4);
        QCOMPARE(down, shape.photosAsRows ? 4 : 5);
    }

    /// Maps of a photo that stays are neither dimmed nor made again.
    void mapsOfThePinnedPhotoStay()
    {
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_COMPARE_WITH_TIMEOUT(desktop.board()->columnCount(), 1, patience);
        desktop.select({0});
        desktop.board()->togglePin(0);
        const auto *maps = desktop.find<QLabel>("filterStatus");
        QTRY_VERIFY_WITH_TIMEOUT(maps->text().startsWith(QStringLiteral("Maps of 0_0, the")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        const auto *model = desktop.window.findChild<FilterMapModel *>();
        QTest::qWait(0);
        const QSignalSpy changed(model, &FilterMapModel::dataChanged);
        for (const int row : {3, 5, 7}) {
            desktop.select({row});
            QTRY_COMPARE_WITH_TIMEOUT(desktop.board()->columnCount(), 2, patience);
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        }
        for (const QList<QVariant> &change : changed)
            QVERIFY(change.at(2).value<QList<int>>() == QList<int>{Qt::DecorationRole}); // a picture came
    }

    void theBoardsShapeIsKept()
    {
        const BoardShape shape{BoardShape::Size::Own, 77, true};
        {
            Desktop desktop(bothOpen());
            QTRY_COMPARE_WITH_TIMEOUT(desktop.board()->columnCount(), 1, patience);
            desktop.find<BoardView>("board")->setShape(shape);
            desktop.trigger("theme-dark");
            QTest::qWait(0);
            QTRY_VERIFY(desktop.find<BoardView>("board")->shape() == shape);
            desktop.window.close();
        }
        Desktop again;
        QVERIFY(again.find<BoardView>("board")->shape() == shape);
        QVERIFY(again.find<QAction>("turnBoard")->isChecked());
    }
};

QTEST_MAIN(LayoutTest)
#include "layout_test.moc"
