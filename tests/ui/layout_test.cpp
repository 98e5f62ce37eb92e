#include "tests/support/desktop.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/network/networkpanel.h"
#include "ui/present/language.h"
#include "ui/window/theme.h"

#include <QDockWidget>

// Where things stand in the window, and that they stay there.

using namespace convscope;

namespace {

const std::filesystem::path food = CONVSCOPE_TEST_DATA "/food";
const std::filesystem::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";
constexpr int patience = 600000;

WindowOptions bothOpen() { return {.model = narrow, .data = food, .split = "training", .network = {}}; }

/// What is shown of the window's parts, by name.
QMap<QString, int> widths(const Desktop &desktop)
{
    QMap<QString, int> widths;
    for (const char *name : {"galleryDock", "networkDock", "board"})
        widths[QLatin1String(name)] = desktop.find<QWidget>(name)->width();
    return widths;
}

} // namespace

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
};

QTEST_MAIN(LayoutTest)
#include "layout_test.moc"
