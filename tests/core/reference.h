#pragma once

#include "core/data/photo.h"
#include "tests/support/networks.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

// What the scripts in tests/reference computed, and the photos and the network that they computed it on.

namespace convscope::test {

struct Array
{
    std::vector<int> shape;
    std::vector<double> values;

    template <typename T> std::vector<T> as() const { return {values.begin(), values.end()}; }
};

template <typename T> std::vector<double> widened(const std::string &bytes)
{
    std::vector<T> values(bytes.size() / sizeof(T));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return {values.begin(), values.end()};
}

/// An array that a script in tests/reference computed: a .npy file of format 1.0, C order, little endian.
inline Array expectedArray(const std::string &name)
{
    const std::string bytes = referenceText("explain/" + name + ".npy");
    const std::size_t headerSize = std::uint8_t(bytes.at(8)) + 256u * std::uint8_t(bytes.at(9));
    const std::string header = bytes.substr(10, headerSize);
    const std::string data = bytes.substr(10 + headerSize);

    Array array;
    std::string shape = header.substr(header.find('(') + 1);
    shape.resize(shape.find(')'));
    std::replace(shape.begin(), shape.end(), ',', ' ');
    std::istringstream sizes(shape);
    for (int size = 0; sizes >> size;)
        array.shape.push_back(size);

    const std::string type = header.substr(header.find("'descr': '") + 10, 3);
    if (type == "<f8")
        array.values = widened<double>(data);
    else if (type == "<i2")
        array.values = widened<std::int16_t>(data);
    else if (type == "|i1")
        array.values = widened<std::int8_t>(data);
    else if (type == "|u1")
        array.values = widened<std::uint8_t>(data);
    else
        throw std::runtime_error(name + ".npy is of type " + type);
    return array;
}

inline nlohmann::json expectedJson(const std::string &name)
{
    return nlohmann::json::parse(referenceText("explain/" + name + ".json"));
}

/// "training/3_10": the photo of that name in tests/data/food, with its label.
inline Photo foodPhoto(const std::string &name)
{
    const std::size_t slash = name.find('/');
    return loadPhoto({testFile("food/" + name + ".jpg"), std::stoi(name.substr(slash + 1))}, {});
}

/// Every `step`-th value along both axes of every channel.
inline std::vector<double> sampled(const Map &map, int step)
{
    std::vector<double> values;
    for (int channel = 0; channel < map.channels; ++channel)
        for (int y = 0; y < map.height; y += step)
            for (int x = 0; x < map.width; x += step)
                values.push_back(map.at(channel, y, x));
    return values;
}

/// Infinite where the sizes differ.
inline double largestDifference(const std::vector<double> &a, const std::vector<double> &b)
{
    if (a.size() != b.size())
        return std::numeric_limits<double>::infinity();
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

inline double largest(const std::vector<double> &values)
{
    double result = 0;
    for (double value : values)
        result = std::max(result, std::abs(value));
    return result;
}

} // namespace convscope::test
