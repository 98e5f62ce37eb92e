#include "core/io/npy.h"

#include <bit>
#include <cstring>

namespace convscope {

namespace {

static_assert(std::endian::native == std::endian::little, "arrays are written as they lie in memory");

constexpr std::size_t alignment = 64;
constexpr std::size_t preambleSize = 10; // magic, version, length of the header

std::string header(const char *type, const std::vector<int> &shape)
{
    std::string dictionary = std::string("{'descr': '") + type + "', 'fortran_order': False, 'shape': (";
    for (std::size_t i = 0; i < shape.size(); ++i)
        dictionary += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    dictionary += shape.size() == 1 ? ",), }" : "), }";
    const std::size_t used = preambleSize + dictionary.size() + 1;
    dictionary.append((alignment - used % alignment) % alignment, ' ');
    dictionary += '\n';

    std::string result("\x93NUMPY\x01\x00", 8);
    result += char(dictionary.size() & 0xff);
    result += char(dictionary.size() >> 8);
    return result + dictionary;
}

template <typename Value>
std::string array(const char *type, const std::vector<int> &shape, const std::vector<Value> &values)
{
    std::string bytes = header(type, shape);
    if (!values.empty())
        bytes.append(reinterpret_cast<const char *>(values.data()), values.size() * sizeof(Value));
    return bytes;
}

std::string reals(NpyReal real, const std::vector<int> &shape, const std::vector<double> &values)
{
    if (real == NpyReal::Float64)
        return array("<f8", shape, values);
    return array("<f4", shape, std::vector<float>(values.begin(), values.end()));
}

} // namespace

std::string npyBytes(const Image &image)
{
    return array("|u1", {image.height, image.width, 3}, image.pixels);
}

std::string npyBytes(const Map &map, NpyReal real)
{
    return reals(real, {map.channels, map.height, map.width}, map.values);
}

std::string npyBytes2D(const Map &map, NpyReal real)
{
    return reals(real, {map.height, map.width}, map.values);
}

std::string npyBytes(const std::vector<double> &values, NpyReal real)
{
    return reals(real, {int(values.size())}, values);
}

std::string npyBytes(const std::vector<std::int32_t> &values, int height, int width)
{
    return array("<i4", {height, width}, values);
}

std::string npyBytes(const std::vector<std::int8_t> &values, int height, int width)
{
    return array("|i1", {height, width}, values);
}

} // namespace convscope
