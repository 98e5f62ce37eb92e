#include "core/io/npy.h"
#include "tests/core/picturesummary.h"
#include "tests/support/catch.h"

using namespace convscope;

namespace {

// The arrays that tests/reference/images.py saves: counted up, divided by 7, less a half.
Map counted(int channels, int height, int width)
{
    Map map{channels, height, width, {}};
    for (int i = 0; i < channels * height * width; ++i)
        map.values.push_back(i / 7.0 - 0.5);
    return map;
}

} // namespace

TEST_CASE("arrays are the bytes that NumPy saves")
{
    CHECK(npyBytes(counted(2, 3, 2)) == contentOf(CONVSCOPE_REFERENCE "/images-map.npy"));
    CHECK(npyBytes2D(counted(1, 3, 2)) == contentOf(CONVSCOPE_REFERENCE "/images-map-2d.npy"));
    CHECK(npyBytes(std::vector<std::int32_t>{-3, 99997, 199997, 299997, 399997, 499997}, 2, 3)
        == contentOf(CONVSCOPE_REFERENCE "/images-labels.npy"));
    CHECK(npyBytes(std::vector<std::int8_t>{-1, 0, 1, 1, 0, -1}, 2, 3)
        == contentOf(CONVSCOPE_REFERENCE "/images-mask.npy"));
    // Pictures: see the test of resizing.
}
