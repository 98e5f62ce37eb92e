#include "plain/qstring.h"

#include "plain/numberformat.h"
#include "plain/qlocale.h"
#include "plain/utf.h"

#include <algorithm>
#include <map>

namespace {

/// "%1" to "%99" in a text.
struct Place
{
    qsizetype at;
    qsizetype length;
    int number;
};

QList<Place> placesIn(const QString &text)
{
    QList<Place> places;
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (text[at] != u'%' || !text[at + 1].isDigit())
            continue;
        Place place{at, 2, text[at + 1].digitValue()};
        if (at + 2 < text.size() && text[at + 2].isDigit()) {
            place.number = place.number * 10 + text[at + 2].digitValue();
            place.length = 3;
        }
        places += place;
        at += place.length - 1;
    }
    return places;
}

/// The text with what `values` has in place of numbers.
QString filled(const QString &text, const std::map<int, QString> &values)
{
    QString whole;
    qsizetype done = 0;
    for (const Place &place : placesIn(text)) {
        const auto value = values.find(place.number);
        if (value == values.end())
            continue;
        whole += text.mid(done, place.at - done) + value->second;
        done = place.at + place.length;
    }
    return whole + text.mid(done);
}

bool isBlank(QChar unit)
{
    const char16_t code = unit.unicode();
    return code == 0x20 || (code >= 0x09 && code <= 0x0d) || code == 0x85 || code == 0xa0 || code == 0x1680
        || (code >= 0x2000 && code <= 0x200a) || code == 0x2028 || code == 0x2029 || code == 0x202f
        || code == 0x205f || code == 0x3000;
}

QString padded(const QString &text, int width, QChar fill)
{
    const QString room(std::abs(width) - text.size(), fill);
    return width < 0 ? text + room : room + text;
}

QString ofAscii(const std::string &text) { return QLatin1String(text.c_str()); }

} // namespace

QString QString::fromUtf8(std::string_view text) { return std::u16string_view(plain::utf16(text)); }
QString QString::number(qint64 value) { return ofAscii(std::to_string(value)); }
QString QString::number(quint64 value) { return ofAscii(std::to_string(value)); }

QString QString::number(double value, char format, int precision)
{
    return ofAscii(precision == QLocale::FloatingPointShortest ? plain::shortest(value)
                                                               : plain::formatted(value, format, precision));
}

std::u16string QString::units() const
{
    std::u16string text;
    for (const QChar unit : m_units)
        text += unit.unicode();
    return text;
}

std::string QString::toStdString() const { return plain::utf8(units()); }
std::u32string QString::toUcs4() const { return plain::utf32(units()); }

qsizetype QString::indexOf(const QString &text, qsizetype from) const
{
    const auto found = std::search(begin() + std::min(from, size()), end(), text.begin(), text.end());
    return found == end() && !text.isEmpty() ? -1 : found - begin();
}

int QString::compare(const QString &other, Qt::CaseSensitivity sensitivity) const
{
    const auto code = [sensitivity](QChar unit) {
        return sensitivity == Qt::CaseSensitive ? unit.unicode() : plain::folded(unit.unicode());
    };
    for (qsizetype place = 0; place < std::min(size(), other.size()); ++place) {
        if (const int difference = code(at(place)) - code(other.at(place)); difference != 0)
            return difference;
    }
    return size() == other.size() ? 0 : size() < other.size() ? -1 : 1;
}

QString QString::mid(qsizetype from, qsizetype length) const
{
    const qsizetype start = std::clamp<qsizetype>(from, 0, size());
    const qsizetype stop = length < 0 || length > size() - start ? size() : start + length;
    QString part;
    part.m_units.assign(begin() + start, begin() + stop);
    return part;
}

QString QString::trimmed() const
{
    const auto first = std::find_if_not(begin(), end(), isBlank);
    const auto last = std::find_if_not(m_units.rbegin(), m_units.rend(), isBlank).base();
    return first < last ? mid(first - begin(), last - first) : QString();
}

QString QString::section(const QString &separator, qsizetype first, qsizetype last) const
{
    QStringList parts;
    qsizetype done = 0;
    for (qsizetype next = indexOf(separator); next >= 0; next = indexOf(separator, done)) {
        parts += mid(done, next - done);
        done = next + separator.size();
    }
    parts += mid(done);
    const auto counted = [&](qsizetype place) { return place < 0 ? place + parts.size() : place; };
    QStringList wanted;
    for (qsizetype place = std::max<qsizetype>(0, counted(first));
         place <= counted(last) && place < parts.size(); ++place)
        wanted += parts[place];
    return wanted.join(separator);
}

QString &QString::replace(const QString &text, const QString &other)
{
    QString whole;
    qsizetype done = 0;
    for (qsizetype next = indexOf(text); next >= 0; next = indexOf(text, done)) {
        whole += mid(done, next - done) + other;
        done = next + text.size();
    }
    return *this = whole + mid(done);
}

QString QString::arg(const QString &text, int width, QChar fill) const
{
    const QList<Place> places = placesIn(*this);
    const auto lowest = std::ranges::min_element(places, {}, &Place::number);
    return lowest == places.end() ? *this : filled(*this, {{lowest->number, padded(text, width, fill)}});
}

QString QString::withAll(const QList<QString> &texts) const
{
    std::map<int, QString> values;
    for (const Place &place : placesIn(*this))
        values[place.number];
    qsizetype next = 0;
    for (auto value = values.begin(); value != values.end();) {
        if (next < texts.size())
            (value++)->second = texts[next++];
        else
            value = values.erase(value);
    }
    return filled(*this, values);
}
