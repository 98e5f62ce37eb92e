#pragma once

#include "plain/qbytearray.h"
#include "plain/qchar.h"
#include "plain/qlist.h"

#include <compare>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

/// A text of Latin-1 that lies elsewhere.
class QLatin1String
{
public:
    constexpr QLatin1String() = default;
    constexpr QLatin1String(const char *text)
        : m_text(text)
    {
    }
    QLatin1String(const QByteArray &text)
        : m_text(text.constData(), std::size_t(text.size()))
    {
    }
    constexpr std::string_view view() const { return m_text; }

private:
    std::string_view m_text;
};

/// Text as UTF-16, which decides what its length is. Sizes and places count units.
class QString
{
public:
    using value_type = QChar;

    QString() = default;
    QString(std::u16string_view text)
        : m_units(text.begin(), text.end())
    {
    }
    QString(QLatin1String text)
    {
        for (const char character : text.view())
            m_units.push_back(QLatin1Char(character));
    }
    QString(QChar character)
        : m_units(1, character)
    {
    }
    QString(char16_t character)
        : QString(QChar(character))
    {
    }
    QString(QLatin1Char character)
        : QString(QChar(character))
    {
    }
    QString(QChar::SpecialCharacter character)
        : QString(QChar(character))
    {
    }
    QString(qsizetype count, QChar character)
        : m_units(std::size_t(std::max<qsizetype>(count, 0)), character)
    {
    }

    static QString fromUtf8(std::string_view text);
    static QString fromUtf8(const QByteArray &text) { return fromUtf8(text.toStdString()); }
    static QString fromStdString(const std::string &text) { return fromUtf8(text); }
    static QString fromLatin1(const QByteArray &text) { return QLatin1String(text); }
    static QString number(qint64 value);
    static QString number(quint64 value);
    static QString number(int value) { return number(qint64(value)); }
    static QString number(long value) { return number(qint64(value)); }
    static QString number(unsigned value) { return number(quint64(value)); }
    static QString number(unsigned long value) { return number(quint64(value)); }
    /// The fewest digits that give the number back where the precision is QLocale::FloatingPointShortest.
    static QString number(double value, char format = 'g', int precision = 6);

    std::string toStdString() const;
    QByteArray toUtf8() const { return QByteArray::fromStdString(toStdString()); }
    std::u32string toUcs4() const;

    qsizetype size() const { return qsizetype(m_units.size()); }
    bool isEmpty() const { return m_units.empty(); }
    QChar &operator[](qsizetype place) { return m_units[std::size_t(place)]; }
    const QChar &operator[](qsizetype place) const { return m_units[std::size_t(place)]; }
    QChar at(qsizetype place) const { return m_units[std::size_t(place)]; }
    QChar front() const { return m_units.front(); }
    QChar back() const { return m_units.back(); }
    auto begin() { return m_units.begin(); }
    auto end() { return m_units.end(); }
    auto begin() const { return m_units.begin(); }
    auto end() const { return m_units.end(); }

    bool startsWith(const QString &text) const { return left(text.size()) == text; }
    bool endsWith(const QString &text) const
    {
        return size() >= text.size() && mid(size() - text.size()) == text;
    }
    bool contains(const QString &text) const { return indexOf(text) >= 0; }
    /// -1 where it is not there.
    qsizetype indexOf(const QString &text, qsizetype from = 0) const;
    /// Negative, 0 or positive.
    int compare(const QString &other, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive) const;
    static int localeAwareCompare(const QString &one, const QString &other) { return one.compare(other); }

    QString mid(qsizetype from, qsizetype length = -1) const;
    QString left(qsizetype length) const { return mid(0, length); }
    QString trimmed() const;
    /// The parts between separators from the first to the last one, counted from 0; negative ones from the
    /// end.
    QString section(const QString &separator, qsizetype first, qsizetype last = -1) const;
    void chop(qsizetype count) { m_units.resize(std::size_t(std::max<qsizetype>(0, size() - count))); }
    QString &replace(const QString &text, const QString &other);
    QString &remove(const QString &text) { return replace(text, {}); }

    /// In place of the lowest of %1 to %99.
    QString arg(const QString &text, int width = 0, QChar fill = QChar::Space) const;
    QString arg(
        double value, int width = 0, char format = 'g', int precision = -1, QChar fill = QChar::Space) const
    {
        return arg(number(value, format, precision), width, fill);
    }
    template <std::integral Number>
    QString arg(Number value, int width = 0, int = 10, QChar fill = QChar::Space) const
    {
        return arg(number(value), width, fill);
    }
    /// Several at once: what stands in one is not looked at for the others.
    template <typename... Texts>
    QString arg(const QString &first, const QString &second, const Texts &...others) const
        requires(std::convertible_to<Texts, QString> &&...)
    {
        return withAll({first, second, QString(others)...});
    }

    QString &operator+=(const QString &text)
    {
        m_units.insert(m_units.end(), text.begin(), text.end());
        return *this;
    }
    friend QString operator+(QString one, const QString &other) { return one += other; }
    friend bool operator==(const QString &one, const QString &other) { return one.m_units == other.m_units; }
    friend std::strong_ordering operator<=>(const QString &one, const QString &other)
    {
        return one.compare(other) <=> 0;
    }

private:
    QString withAll(const QList<QString> &texts) const;
    std::u16string units() const;

    std::vector<QChar> m_units;
};

inline QString operator+(QLatin1String one, const QString &other) { return QString(one) += other; }

#define QStringLiteral(text) QString(std::u16string_view(u"" text))
