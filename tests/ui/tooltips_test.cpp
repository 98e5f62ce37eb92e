#include "ui/window/tooltips.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QListWidget>
#include <QTest>
#include <QToolTip>

using namespace convscope;

class ToolTipsTest : public QObject
{
    Q_OBJECT

    /// What is shown where the pointer rests at a place of a widget.
    static QString tipAt(QWidget &widget, const QPoint &place)
    {
        QHelpEvent help(QEvent::ToolTip, place, widget.mapToGlobal(place));
        QApplication::sendEvent(&widget, &help);
        return QToolTip::text();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void longTextsAreBrokenIntoLines()
    {
        const QFont font = QToolTip::font();
        const QFontMetrics metrics(font);
        const int width = metrics.averageCharWidth() * 40;
        const QString path = QStringLiteral("/home/somebody/") + QString(300, u'x');
        for (const QString &text : {QStringLiteral("one two three four five six ").repeated(20), path,
                 QString(200, QChar(0x4e2d))}) {
            const QString shown = inLines(text, font, width);
            QVERIFY(shown.count(u'\n') >= 2);
            for (const QString &line : shown.split(u'\n'))
                QVERIFY2(metrics.horizontalAdvance(line) <= width, qPrintable(line));
            QCOMPARE(
                QString(shown).remove(u'\n').remove(u' '), QString(text).remove(u' ')); // nothing is lost
        }
        QCOMPARE(inLines(QStringLiteral("short\n\nand shorter"), font, width),
            QStringLiteral("short\n\nand shorter"));
    }

    /// A file may be called <b>x</b>.jpg.
    void markupInNamesIsNoMarkup()
    {
        const QString shown = inLines(QStringLiteral("<b>x</b>.jpg"), QToolTip::font(), 500);
        QVERIFY(shown.contains(QStringLiteral("&lt;b&gt;x&lt;/b&gt;.jpg")));
        const QString ours = QStringLiteral("<qt><div>text</div></qt>");
        QCOMPARE(inLines(ours, QToolTip::font(), 5), ours);
    }

    void widgetsListsAndHeadersAreServed()
    {
        const ToolTips tips(nullptr);
        const QString text = QStringLiteral("one two three four five six ").repeated(20);
        QLabel label(QStringLiteral("here"));
        label.setToolTip(text);
        label.show();
        QVERIFY(tipAt(label, {2, 2}).contains(u'\n'));
        QToolTip::hideText();

        QListWidget list;
        auto *item = new QListWidgetItem(QStringLiteral("item"), &list);
        item->setToolTip(text);
        list.show();
        QVERIFY(tipAt(*list.viewport(), list.visualItemRect(item).center()).contains(u'\n'));
    }
};

QTEST_MAIN(ToolTipsTest)
#include "tooltips_test.moc"
