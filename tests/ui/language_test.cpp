#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/nameless.h"
#include "tests/support/patience.h"
#include "ui/jobs/lane.h"
#include "ui/network/networkpanel.h"
#include "ui/present/counttext.h"
#include "ui/present/language.h"
#include "ui/present/methodtexts.h"
#include "ui/present/sentences.h"
#include "ui/session/chosenlanguage.h"
#include "ui/window/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QMenuBar>
#include <QToolButton>
#include <semaphore>
#include <thread>

using namespace convscope;

namespace {

/// All that the widgets below say.
QStringList textsOf(const QWidget &root)
{
    QStringList texts;
    for (const QAction *action : root.findChildren<QAction *>())
        texts << action->text() << action->toolTip();
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription()
              << widget->windowTitle();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
    }
    texts.removeAll(QString());
    return texts;
}

/// Three words one after another, and no Chinese: a sentence that was forgotten.
bool isEnglish(const QString &text)
{
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}"));
    static const QRegularExpression chinese(QStringLiteral("\\p{Han}"));
    return text.contains(words) && !text.contains(chinese);
}

/// WCAG 2's contrast ratio, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double c) {
            return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
            + 0.0722 * linear(colour.blueF());
    };
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class LanguageTest : public QObject
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

    void saysTheSameInEachLanguage()
    {
        QCOMPARE(methodTitle(SaliencyOptions{}), QStringLiteral("Saliency"));
        setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(methodTitle(SaliencyOptions{}), QStringLiteral("显著图"));
        setLanguage(QStringLiteral("zh_TW"));
        QCOMPARE(methodTitle(SaliencyOptions{}), QStringLiteral("顯著圖"));
        setLanguage(QStringLiteral("en"));
        QCOMPARE(methodTitle(SaliencyOptions{}), QStringLiteral("Saliency"));
    }

    /// English counts in thousands and millions, Chinese in ten thousands.
    void largeNumbersAreCountedAsTheLanguageDoes()
    {
        QCOMPARE(countText(9216), QStringLiteral("9,216"));
        QCOMPARE(countText(999999), QStringLiteral("999,999"));
        QCOMPARE(countText(1000000), QStringLiteral("1 million"));
        QCOMPARE(countText(14165835), QStringLiteral("14.2 million"));
        QCOMPARE(countText(143667240), QStringLiteral("144 million")); // VGG-19's
        QCOMPARE(countText(2500000000), QStringLiteral("2.5 billion"));
        setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(countText(9216), QStringLiteral("9,216"));
        QCOMPARE(countText(14165835).section(u' ', 0, 0), QStringLiteral("1420"));
        QCOMPARE(countText(123456).section(u' ', 0, 0), QStringLiteral("12.3"));
        QCOMPARE(countText(143667240).section(u' ', 0, 0), QStringLiteral("1.44"));
    }

    /// A job that was begun before the language changed.
    void jobsAreCalledInTheLanguageOfNow()
    {
        Lane lane;
        std::binary_semaphore gate(0);
        const JobHandle job = lane.call<bool>({Urgency::Slow, [] { return methodTitle(SaliencyOptions{}); }},
            [&gate] {
                gate.acquire();
                return true;
            },
            {.done = [](bool) {}, .failed = [](const Error &) {}});
        const QString english = lane.jobs().value(0).title;
        setLanguage(QStringLiteral("zh_CN"));
        const QString chinese = lane.jobs().value(0).title;
        gate.release();
        QCOMPARE(english, QStringLiteral("Saliency"));
        QVERIFY(!chinese.isEmpty() && chinese != english);
    }

    void aThreadCanSpeakAnotherLanguage()
    {
        setLanguage(QStringLiteral("zh_TW"));
        QString inside;
        QString after;
        std::thread([&] {
            {
                const LanguageScope scope(QStringLiteral("zh_CN"));
                inside = sentence(Note::SilentFilter);
            }
            after = sentence(Note::SilentFilter);
        }).join();
        QCOMPARE(after, sentence(Note::SilentFilter));
        QVERIFY(inside != after);
        const LanguageScope english(QStringLiteral("en"));
        QVERIFY(sentence(Note::SilentFilter).startsWith(QStringLiteral("This filter")));
    }

    void theWindowSwitchesWithAllThatItShows()
    {
        Desktop desktop(bothOpen("validation"));
        desktop.hurry();
        QTRY_COMPARE_WITH_TIMEOUT(desktop.board()->columnCount(), 1, patience);
        desktop.select({0, 2});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.board()->columnCount() == 2 && desktop.isDone(), patience);
        desktop.selectRow("lime");
        desktop.window.findChild<NetworkPanel *>()->choose(4, 3);
        QTRY_VERIFY(!desktop.isDone()); // it has begun
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        const Board before = desktop.board()->board();

        desktop.trigger("language-zh_CN");
        QTRY_COMPARE(desktop.find<QAction>("openPhotos")->text(), QStringLiteral("打开照片(&P)…"));
        QCOMPARE(chosenLanguage(), QStringLiteral("zh_CN"));
        QTRY_VERIFY(desktop.board()->column(1).cells[4].description.contains(QStringLiteral("超像素")));
        QVERIFY(desktop.isDone()); // nothing is computed again
        QCOMPARE(desktop.board()->columnCount(), 2);
        QCOMPARE(desktop.window.findChild<NetworkPanel *>()->layer(), std::optional(4));
        QCOMPARE(desktop.window.findChild<NetworkPanel *>()->filter(), 3);
        QCOMPARE(desktop.find<QSpinBox>("lime-samples")->value(), 30); // the row is selected as before
        for (const QString &text : textsOf(desktop.window))
            QVERIFY2(!isEnglish(text), qPrintable(text));
        QCOMPARE(nameless(desktop.window).join(u' '), QString());

        desktop.trigger("language-en");
        QTRY_COMPARE(desktop.find<QAction>("openPhotos")->text(), QStringLiteral("Open &photos…"));
        const auto heading = [&] { return desktop.board()->board().columns[0].predictedClass; };
        QTRY_COMPARE(heading(), before.columns[0].predictedClass);
        const Board after = desktop.board()->board();
        QCOMPARE(after.columns.size(), before.columns.size());
        for (int column = 0; column < before.columns.size(); ++column) {
            QCOMPARE(after.columns[column].predictedClass, before.columns[column].predictedClass);
            for (int row = 0; row < before.rows.size(); ++row) {
                QCOMPARE(after.rows[row].detail, before.rows[row].detail);
                QCOMPARE(after.columns[column].cells[row].caption, before.columns[column].cells[row].caption);
                QCOMPARE(after.columns[column].cells[row].picture, before.columns[column].cells[row].picture);
            }
        }
        QCOMPARE(desktop.window.findChildren<QMenuBar *>().size(), 1);
    }

    void dialogsAreTranslatedToo()
    {
        setLanguage(QStringLiteral("zh_TW"));
        Desktop desktop(bothOpen("validation"));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.board()->columnCount() == 1, patience);
        for (const char *action : {"help", "about", "showMatrix", "listJobs"})
            desktop.trigger(action);
        for (const auto *dialog : desktop.window.findChildren<QDialog *>()) {
            QVERIFY2(!isEnglish(dialog->windowTitle()), qPrintable(dialog->windowTitle()));
            for (const QString &text : textsOf(*dialog))
                QVERIFY2(!isEnglish(text), qPrintable(text));
        }
    }

    /// All of it but what has no language; the copy is for developers and English.
    void aboutSpeaksTheLanguageAndCopiesEnglish()
    {
        setLanguage(QStringLiteral("zh_CN"));
        Desktop desktop(bothOpen("validation"));
        QTRY_VERIFY(desktop.find<NetworkPanel>("network")->layer().has_value());
        desktop.trigger("about");
        const auto *dialog = desktop.find<QDialog>("aboutDialog");
        const QStringList shown = dialog->findChild<QLabel *>(QStringLiteral("facts"))->text().split(u'\n');
        dialog->findChild<QAbstractButton *>(QStringLiteral("copyFacts"))->click();
        const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
        constexpr int names = 2; // of the program and of its parts, with their versions
        QCOMPARE(copied.size(), shown.size());
        QVERIFY(copied[names].startsWith(QStringLiteral("Device: CPU, ")));
        for (int line = names; line < shown.size(); ++line)
            QVERIFY2(shown[line] != copied[line], qPrintable(shown[line]));
    }

    void figuresHaveALanguageOfTheirOwn()
    {
        Desktop desktop(bothOpen("validation"));
        desktop.hurry();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isDone(), patience);
        const Board english = desktop.board()->board();
        const Board chinese = desktop.board()->boardIn(QStringLiteral("zh_CN"));
        QCOMPARE(chinese.rows[1].title, QStringLiteral("显著图"));
        QCOMPARE(english.rows[1].title, QStringLiteral("Saliency"));
        QCOMPARE(chinese.columns[0].cells[1].picture, english.columns[0].cells[1].picture);
        QVERIFY(chinese.columns[0].cells[4].caption != english.columns[0].cells[4].caption);
        QCOMPARE(desktop.board()->board().columns[0].cells[4].caption, english.columns[0].cells[4].caption);
    }

    /// What is chosen looks alike in all themes, and can be read.
    void theHighlightIsTheSameInAllThemes()
    {
        applyTheme(Theme::System);
        const QColor system = QApplication::palette().color(QPalette::Highlight);
        const QColor text = QApplication::palette().color(QPalette::HighlightedText);
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::System}) {
            applyTheme(theme);
            QCOMPARE(QApplication::palette().color(QPalette::Highlight), system);
            QCOMPARE(QApplication::palette().color(QPalette::HighlightedText), text);
        }
        // Fusion's own, white on #308cc6, has a contrast of 3.7 : 1, which is too little for text.
        QVERIFY(system != QColor(0x30, 0x8c, 0xc6));
        applyTheme(Theme::Light);
    }

    /// Whether a button is switched on is seen at a glance, and what it says is read.
    void buttonsThatAreOnAreMarked()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyTheme(theme);
            for (const bool flat : {false, true}) {
                const auto ground = [flat](bool isOn) {
                    QToolButton button;
                    button.setCheckable(true);
                    button.setChecked(isOn);
                    button.setAutoRaise(flat);
                    button.resize(40, 24);
                    return button.grab().toImage().pixelColor(12, 12);
                };
                const QColor on = ground(true);
                const QColor off = ground(false);
                const int difference = std::max({std::abs(on.red() - off.red()),
                    std::abs(on.green() - off.green()), std::abs(on.blue() - off.blue())});
                QVERIFY(difference >= 40);
                QVERIFY(contrast(QApplication::palette().color(QPalette::ButtonText), on) >= 4.5);
            }
        }
        applyTheme(Theme::Light);
    }

    void themesCanBeChosenAndRead()
    {
        Desktop desktop;
        for (const auto &[action, dark] : {std::pair("theme-dark", true), {"theme-light", false}}) {
            desktop.trigger(action);
            QTRY_COMPARE(desktop.window.palette().color(QPalette::Window).lightness() < 128, dark);
            const QPalette palette = QApplication::palette();
            using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
            for (const auto &[ink, ground] : {Pair(QPalette::WindowText, QPalette::Window),
                     Pair(QPalette::Text, QPalette::Base), Pair(QPalette::Text, QPalette::AlternateBase),
                     Pair(QPalette::ButtonText, QPalette::Button), Pair(QPalette::Link, QPalette::Base),
                     Pair(QPalette::HighlightedText, QPalette::Highlight)})
                QVERIFY2(contrast(palette.color(ink), palette.color(ground)) >= 4.5,
                    qPrintable(QStringLiteral("%1 %2").arg(action).arg(ink)));
        }
        desktop.trigger("theme-dark");
        QTRY_COMPARE(int(chosenTheme()), int(Theme::Dark));
        QTRY_VERIFY(desktop.window.palette().color(QPalette::Window).lightness() < 128);
        desktop.trigger("theme-system"); // which is light here
        QTRY_VERIFY(desktop.window.palette().color(QPalette::Window).lightness() > 128);
    }

    void theLayoutCanBeReset()
    {
        Desktop desktop;
        const QByteArray usual = desktop.window.saveState();
        for (QDockWidget *dock : desktop.window.findChildren<QDockWidget *>())
            dock->hide();
        desktop.trigger("resetLayout");
        for (QDockWidget *dock : desktop.window.findChildren<QDockWidget *>())
            QVERIFY2(!dock->isHidden(), qPrintable(dock->objectName()));
        QTRY_COMPARE(desktop.window.saveState(), usual); // once the panels have found their room
    }
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
