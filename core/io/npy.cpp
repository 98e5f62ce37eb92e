#include "core/io/npy.h"

#include "core/io/npyfile.h"

#include <bit>
#include <cstring>

namespace convscope {

namespace {

static_assert(std::endian::native == std::endian::little, "arrays are written as they lie in memory");

template <typename Value>
std::string array(const char *type, const std::vector<int> &shape, const std::vector<Value> &values)
{
    std::string bytes = npyHeader("'" + std::string(type) + "'", {shape.begin(), shape.end()});
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
