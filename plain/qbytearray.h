#pragma once

#include "plain/qglobal.h"

#include <algorithm>
#include <string>
#include <string_view>

/// Bytes.
class QByteArray
{
public:
    using const_iterator = std::string::const_iterator;

    QByteArray() = default;
    QByteArray(const char *text)
        : m_bytes(text)
    {
    }
    QByteArray(qsizetype size, Qt::Initialization)
        : m_bytes(std::size_t(size), '\0')
    {
    }

    static QByteArray fromStdString(std::string bytes)
    {
        QByteArray array;
        array.m_bytes = std::move(bytes);
        return array;
    }
    static QByteArray fromHex(const QByteArray &digits);
    static QByteArray number(double value, char format, int precision);

    const std::string &toStdString() const { return m_bytes; }
    qsizetype size() const { return qsizetype(m_bytes.size()); }
    bool isEmpty() const { return m_bytes.empty(); }
    const char *constData() const { return m_bytes.data(); }
    char *data() { return m_bytes.data(); }
    const_iterator begin() const { return m_bytes.begin(); }
    const_iterator end() const { return m_bytes.end(); }
    void truncate(qsizetype size) { m_bytes.resize(std::min(m_bytes.size(), std::size_t(size))); }
    bool contains(std::string_view part) const { return m_bytes.find(part) != std::string::npos; }
    /// -1 where it is not there.
    qsizetype indexOf(char byte) const
    {
        const std::size_t place = m_bytes.find(byte);
        return place == std::string::npos ? -1 : qsizetype(place);
    }
    QByteArray toHex() const;
    QByteArray &replace(char byte, std::string_view bytes);

    QByteArray &operator+=(const QByteArray &other)
    {
        m_bytes += other.m_bytes;
        return *this;
    }
    QByteArray &operator+=(const char *text)
    {
        m_bytes += text;
        return *this;
    }
    QByteArray &operator+=(char byte)
    {
        m_bytes += byte;
        return *this;
    }
    friend QByteArray operator+(QByteArray one, const QByteArray &other) { return one += other; }
    friend QByteArray operator+(QByteArray one, const char *text) { return one += text; }
    friend QByteArray operator+(const char *text, const QByteArray &other)
    {
        return QByteArray(text) += other;
    }
    friend QByteArray operator+(QByteArray one, char byte) { return one += byte; }
    friend QByteArray operator+(char byte, const QByteArray &other)
    {
        return fromStdString(std::string(1, byte)) += other;
    }
    friend bool operator==(const QByteArray &, const QByteArray &) = default;

private:
    std::string m_bytes;
};
