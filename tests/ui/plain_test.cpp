#include "plain/characters.h"
#include "plain/numberformat.h"
#include "plain/utf.h"

#include <QLocale>
#include <QString>
#include <QTest>
#include <cmath>
#include <limits>
#include <random>

/// What convscope-core has in place of Qt, against Qt.
class PlainTest : public QObject
{
    Q_OBJECT

    /// Not fromStdU16String, which takes a byte order mark away.
    static QString ofUnits(const std::u16string &units)
    {
        return QString(reinterpret_cast<const QChar *>(units.data()), qsizetype(units.size()));
    }

    static void compareNumber(double value)
    {
        for (const char format : {'f', 'e', 'g'}) {
            for (const int precision : {-1, 0, 1, 2, 3, 4, 9})
                QCOMPARE(QString::fromStdString(plain::formatted(value, format, precision)),
                    QString::number(value, format, precision));
        }
        QCOMPARE(QString::fromStdString(plain::shortest(value)),
            QString::number(value, 'g', QLocale::FloatingPointShortest));
    }

private Q_SLOTS:
    void specialNumbers()
    {
        using Limits = std::numeric_limits<double>;
        for (const double value : {0.0, -0.0, 1.0, 1e15, -1e15, 1e21, 9.5, 99.5, 0.05, Limits::infinity(),
                 -Limits::infinity(), Limits::quiet_NaN(), Limits::denorm_min()})
            compareNumber(value);
    }

    /// Half of them lie in the middle between two numbers with fewer digits.
    void halves()
    {
        for (int i = -2000; i < 2000; ++i)
            compareNumber(i / 16.0);
    }

    void randomNumbers()
    {
        std::mt19937 random(7);
        std::normal_distribution<double> normal;
        for (int i = 0; i < 4000; ++i) {
            const double value = normal(random) * std::pow(10, int(random() % 24) - 12);
            compareNumber(value);
            compareNumber(double(float(value)));
        }
    }

    void bytesAndText()
    {
        const std::vector<std::string> parts = {"a", "é", "中", "\xf0\x9f\x98\x80", "\xff", "\xc3",
            "\xe4\xb8", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "\x80", "\xef\xbb\xbf", "\n"};
        std::mt19937 random(7);
        for (int i = 0; i < 5000; ++i) {
            std::string bytes;
            std::u16string text;
            for (unsigned part = random() % 8; part > 0; --part) {
                bytes += parts[random() % parts.size()];
                text += char16_t(random() % 3 == 0 ? 0xd800 + random() % 0x800 : random() % 0x10000);
            }
            QCOMPARE(ofUnits(plain::utf16(bytes)), QString::fromStdString(bytes));
            const QString qt = ofUnits(text);
            QCOMPARE(QByteArray::fromStdString(plain::utf8(text)), qt.toUtf8());
            const std::u32string characters = plain::utf32(text);
            QCOMPARE(QList<uint>(characters.begin(), characters.end()), qt.toUcs4());
        }
    }

    /// Of all characters that Unicode 14 has.
    void characters()
    {
        for (char32_t each = 0; each < 0x110000; ++each) {
            const QChar::UnicodeVersion since = QChar::unicodeVersion(each);
            if (since == QChar::Unicode_Unassigned || since > QChar::Unicode_14_0)
                continue;
            const bool isRight = plain::isControl(each) == (QChar::category(each) == QChar::Other_Control)
                && plain::isNonSpacing(each) == (QChar::category(each) == QChar::Mark_NonSpacing)
                && plain::isHan(each) == (QChar::script(each) == QChar::Script_Han)
                && plain::isHiragana(each) == (QChar::script(each) == QChar::Script_Hiragana)
                && plain::isKatakana(each) == (QChar::script(each) == QChar::Script_Katakana)
                && plain::isHangul(each) == (QChar::script(each) == QChar::Script_Hangul);
            QVERIFY2(isRight, qPrintable(QString::number(each, 16)));
        }
    }

    /// Letters of the languages that names of classes are likely to be in.
    void largeAndSmallLetters()
    {
        for (const QChar each : QStringLiteral("azAZ09 -_äöüÄÖÜßéÉñÑçÇøØåÅżŻčČαωΑΩςσяЯжЖ中あ한ﬃ")) {
            QCOMPARE(plain::upper(each.unicode()), each.toUpper().unicode());
            QCOMPARE(plain::folded(each.unicode()), each.toCaseFolded().unicode());
        }
    }
};

QTEST_APPLESS_MAIN(PlainTest)
#include "plain_test.moc"
