#pragma once

#include "plain/qglobal.h"

#include <algorithm>
#include <initializer_list>
#include <type_traits>
#include <utility>
#include <vector>

class QString;

/// A vector whose sizes have a sign.
template <typename Value> class QList
{
public:
    using value_type = Value;
    using const_iterator = typename std::vector<Value>::const_iterator;
    using iterator = typename std::vector<Value>::iterator;

    QList() = default;
    QList(std::initializer_list<Value> values)
        : m_values(values)
    {
    }
    template <typename Iterator>
    QList(Iterator first, Iterator last)
        : m_values(first, last)
    {
    }

    qsizetype size() const { return qsizetype(m_values.size()); }
    bool isEmpty() const { return m_values.empty(); }
    bool empty() const { return m_values.empty(); }
    void resize(qsizetype size) { m_values.resize(std::size_t(size)); }
    void reserve(qsizetype size) { m_values.reserve(std::size_t(size)); }
    void clear() { m_values.clear(); }
    Value &operator[](qsizetype place) { return m_values[std::size_t(place)]; }
    const Value &operator[](qsizetype place) const { return m_values[std::size_t(place)]; }
    const Value &at(qsizetype place) const { return m_values[std::size_t(place)]; }
    Value value(qsizetype place, const Value &otherwise = Value()) const
    {
        return place >= 0 && place < size() ? at(place) : otherwise;
    }
    const Value &front() const { return m_values.front(); }
    const Value &back() const { return m_values.back(); }
    Value &back() { return m_values.back(); }
    const Value &first() const { return m_values.front(); }
    const Value &last() const { return m_values.back(); }
    Value &last() { return m_values.back(); }
    iterator begin() { return m_values.begin(); }
    iterator end() { return m_values.end(); }
    const_iterator begin() const { return m_values.begin(); }
    const_iterator end() const { return m_values.end(); }
    void push_back(Value value) { m_values.push_back(std::move(value)); }
    void append(Value value) { m_values.push_back(std::move(value)); }
    bool contains(const Value &value) const { return indexOf(value) >= 0; }
    /// -1 where there is none.
    qsizetype indexOf(const Value &value) const
    {
        const auto found = std::find(begin(), end(), value);
        return found == end() ? -1 : found - begin();
    }
    QList mid(qsizetype from) const { return from < size() ? QList(begin() + from, end()) : QList(); }

    QList &operator+=(Value value)
    {
        m_values.push_back(std::move(value));
        return *this;
    }
    QList &operator+=(const QList &others)
    {
        m_values.insert(m_values.end(), others.begin(), others.end());
        return *this;
    }
    QList &operator<<(Value value) { return *this += std::move(value); }
    QList &operator<<(const QList &others) { return *this += others; }
    friend QList operator+(QList one, const QList &others) { return one += others; }
    friend bool operator==(const QList &, const QList &) = default;

    /// Of texts: one, with `between` between them.
    template <typename Between>
    auto join(const Between &between) const requires std::is_same_v<Value, QString>
    {
        Value all;
        for (qsizetype place = 0; place < size(); ++place) {
            if (place > 0)
                all += between;
            all += at(place);
        }
        return all;
    }

private:
    std::vector<Value> m_values;
};

using QStringList = QList<QString>;
