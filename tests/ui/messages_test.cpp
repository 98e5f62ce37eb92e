#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "ui/board/boardview.h"
#include "ui/board/cellwidget.h"
#include "ui/present/language.h"
#include "ui/window/messagebar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace convscope;
using Phase = CellState::Phase;
using Kind = MessageBar::Kind;
using About = MessageBar::About;

namespace {

const std::filesystem::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";

const QString written =
    QStringLiteral("The figure was written to /home/somebody/figures/of/this/year/a.png and the numbers to "
                   "/home/somebody/figures/of/this/year/a-numbers");
const QString cancelled = QStringLiteral("Cancelled: LIME of 0_0");

/// A bar over two pages, and a field that had the focus before.
struct Ground
{
    QWidget window;
    QStackedWidget *pages = new QStackedWidget;
    QLineEdit *field = new QLineEdit;
    MessageBar *bar = new MessageBar;

    Ground(int width, int height)
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(field);
        layout->addWidget(pages, 1);
        pages->addWidget(new QWidget);
        pages->addWidget(new QWidget);
        bar->lieOver(pages);
        window.resize(width, height);
        window.show();
    }
    QPushButton *offer() const
    {
        for (QPushButton *button : bar->findChildren<QPushButton *>(QStringLiteral("offer"))) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }
    /// Texts of which not all can be seen.
    QStringList cut() const
    {
        QStringList texts;
        for (const QLabel *label : bar->findChildren<QLabel *>(QStringLiteral("message"))) {
            const bool isWhole = label->height() >= label->heightForWidth(label->width())
                && label->visibleRegion().boundingRect() == label->rect();
            if (label->isVisible() && !isWhole)
                texts << label->text();
        }
        return texts;
    }
};

QPushButton *offerOf(const Desktop &desktop)
{
    for (QPushButton *button : desktop.window.findChildren<QPushButton *>(QStringLiteral("offer"))) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

/// What the window says over its board, and what it offers to do about it.
class MessagesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;

    /// So that LIME of two photos runs until it is cancelled.
    static void runLime(const Desktop &desktop)
    {
        askForSteps(*desktop.choices(), 3);
        askForSamples(*desktop.choices(), 1000000);
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        desktop.select({0, 3});
        QTRY_VERIFY(isBusy(desktop, 0) && isBusy(desktop, 1));
        QTRY_VERIFY(desktop.board()->state(0, 3).phase == Phase::Done);
        QTRY_VERIFY(desktop.board()->state(1, 3).phase == Phase::Done);
    }

    static bool isBusy(const Desktop &desktop, int column)
    {
        const Phase phase = desktop.board()->state(column, 4).phase;
        return phase == Phase::Running || phase == Phase::Waiting;
    }

    static bool areStopped(const Desktop &desktop)
    {
        return desktop.board()->state(0, 4).phase == Phase::Stopped
            && desktop.board()->state(1, 4).phase == Phase::Stopped;
    }

private Q_SLOTS:
    void init() { m_settings = std::make_unique<OwnSettings>(); }
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void messagesAreReadWhole_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {260, 400, 700}) // the first as narrow as the board gets
            QTest::addRow("%d", width) << width;
    }

    /// Each as it comes, beside those that are there, and where the room changes.
    void messagesAreReadWhole()
    {
        QFETCH(const int, width);
        Ground ground(width, 700);
        ground.bar->say(Kind::Done, About::Session, QStringLiteral("short"));
        QTRY_COMPARE(ground.cut(), QStringList());
        ground.bar->offer(Kind::Done, About::Cancelled, cancelled, QStringLiteral("Start again"), [] {});
        QTRY_COMPARE(ground.cut(), QStringList());
        ground.bar->say(Kind::Done, About::Session, written);
        QTRY_COMPARE(ground.cut(), QStringList());
        ground.window.resize(std::max(260, width - 100), 700);
        QTRY_COMPARE(ground.cut(), QStringList());
        ground.bar->withdraw(About::Cancelled);
        QTRY_COMPARE(ground.cut(), QStringList());
        QVERIFY(!ground.offer());
    }

    /// The board is not covered by words; the latest ones are in sight.
    void aVeryLongMessageIsScrolled()
    {
        Ground ground(500, 600);
        ground.bar->say(Kind::Problem, About::Network, QStringLiteral("words and more ").repeated(200));
        QTRY_COMPARE(ground.bar->height(), 200);
        ground.bar->say(Kind::Done, About::Session, QStringLiteral("short"));
        const auto isSeen = [&] {
            for (const QLabel *label : ground.bar->findChildren<QLabel *>(QStringLiteral("message"))) {
                if (label->text() == QLatin1String("short"))
                    return label->visibleRegion().boundingRect() == label->rect();
            }
            return false;
        };
        QTRY_VERIFY(isSeen());
    }

    void noPageCoversTheMessages()
    {
        Ground ground(500, 600);
        ground.bar->say(Kind::Done, About::Session, written);
        for (const int page : {1, 0, 1}) {
            ground.pages->setCurrentIndex(page);
            const QWidget *seen = ground.window.childAt(ground.bar->geometry().center());
            QVERIFY(seen && (seen == ground.bar || ground.bar->isAncestorOf(seen)));
        }
        QTest::mouseClick(
            ground.bar->findChild<QToolButton *>(QStringLiteral("closeMessage")), Qt::LeftButton);
        QVERIFY(!ground.bar->isVisible());
    }

    void eachOfferStandsWithItsMessage()
    {
        Ground ground(500, 600);
        ground.bar->offer(Kind::Done, About::Cancelled, cancelled, QStringLiteral("Start again"), [] {});
        ground.bar->say(Kind::Done, About::Figure, written);
        QVERIFY(ground.offer());
        const auto *label = ground.offer()->parentWidget()->findChild<QLabel *>(QStringLiteral("message"));
        QCOMPARE(label->text(), cancelled);
        QCOMPARE(ground.offer()->accessibleDescription(), cancelled);
    }

    void theFocusGoesBackToWhereItWas()
    {
        Ground ground(500, 600);
        int started = 0;
        const auto offer = [&] {
            ground.bar->offer(Kind::Done, About::Cancelled, cancelled, QStringLiteral("Start again"),
                [&started] { ++started; });
        };
        offer();
        QVERIFY(QTest::qWaitForWindowActive(&ground.window, patience));
        ground.field->setFocus();
        QTest::mouseClick(ground.offer(), Qt::LeftButton);
        QCOMPARE(started, 1);
        QVERIFY(ground.field->hasFocus());
        offer();
        ground.offer()->setFocus();
        QTest::keyClick(ground.offer(), Qt::Key_Space);
        QCOMPARE(started, 2);
        QVERIFY(ground.field->hasFocus());
        offer();
        auto *close = ground.bar->findChild<QToolButton *>(QStringLiteral("closeMessage"));
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Space);
        QVERIFY(!ground.bar->isVisible());
        QVERIFY(ground.field->hasFocus());
    }

    void theBoardHasTheFocusAfterStartAgain()
    {
        Desktop desktop(bothOpen());
        runLime(desktop);
        QVERIFY(QTest::qWaitForWindowActive(&desktop.window, patience));
        desktop.trigger("cancelAllJobs");
        QTRY_VERIFY(offerOf(desktop));
        if (QWidget *focused = desktop.window.focusWidget())
            focused->clearFocus();
        offerOf(desktop)->setFocus();
        QTest::keyClick(offerOf(desktop), Qt::Key_Space);
        QVERIFY(qobject_cast<CellWidget *>(desktop.window.focusWidget()));
        desktop.trigger("cancelAllJobs");
    }

    void whatWasCancelledOneByOneIsStartedTogether()
    {
        Desktop desktop(bothOpen());
        runLime(desktop);
        desktop.trigger("cancelFirst");
        QTRY_VERIFY(desktop.board()->state(0, 4).phase == Phase::Stopped
            || desktop.board()->state(1, 4).phase == Phase::Stopped);
        QVERIFY(!desktop.message().contains(QStringLiteral("more")));
        desktop.trigger("cancelFirst");
        QTRY_VERIFY(areStopped(desktop));
        QVERIFY(desktop.message().endsWith(QStringLiteral("and 1 more")));
        offerOf(desktop)->click();
        QTRY_VERIFY(isBusy(desktop, 0) && isBusy(desktop, 1));
        QCOMPARE(desktop.message(), QString());
        desktop.trigger("cancelAllJobs");
        QTRY_VERIFY(areStopped(desktop));
    }

    void whatCannotBeStartedAnyMoreIsNotOffered()
    {
        Desktop desktop(bothOpen());
        runLime(desktop);
        desktop.trigger("cancelAllJobs");
        QTRY_VERIFY(areStopped(desktop));
        QVERIFY(desktop.message().endsWith(QStringLiteral("and 1 more")));
        desktop.board()->start(0, 4); // by the cell's own button
        QTRY_COMPARE(
            desktop.message(), QStringLiteral("Cancelled: LIME of ") + desktop.board()->column(1).title);
        desktop.select({5}); // its photo has gone
        QTRY_COMPARE(desktop.message(), QString());
        desktop.trigger("cancelAllJobs");
    }

    void offersSpeakTheLanguageOfTheWindow()
    {
        Desktop desktop(bothOpen());
        runLime(desktop);
        desktop.trigger("cancelAllJobs");
        QTRY_VERIFY(areStopped(desktop));
        desktop.trigger("language-zh_CN");
        QTRY_VERIFY(offerOf(desktop) && offerOf(desktop)->text() != QLatin1String("Start again"));
        QVERIFY(!desktop.message().contains(QStringLiteral("Cancelled")));
        offerOf(desktop)->click();
        QTRY_VERIFY(isBusy(desktop, 0) && isBusy(desktop, 1));
        desktop.trigger("cancelAllJobs");
        QTRY_VERIFY(areStopped(desktop));
    }
};

QTEST_MAIN(MessagesTest)
#include "messages_test.moc"
