#include "core/methods/edges.h"

#include "core/engine/scorefunction.h"
#include "core/explain/check.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// 1×H×W in [0, 1], as scikit-image's rgb2gray (ITU-R BT.709).
Map grayOf(const Image &photo)
{
    Map gray{1, photo.height, photo.width, {}};
    constexpr double red = 0.2125, green = 0.7154, blue = 0.0721;
    constexpr double white = 255;
    for (auto pixel = photo.pixels.begin(); pixel != photo.pixels.end(); pixel += 3)
        gray.values.push_back((red * pixel[0] + green * pixel[1] + blue * pixel[2]) / white);
    return gray;
}

/// The Sobel gradient at a pixel; beyond the edges the outermost pixels are repeated.
double gradientAt(const Map &gray, int x, int y)
{
    const auto at = [&](int dx, int dy) {
        return gray.at(0, std::clamp(y + dy, 0, gray.height - 1), std::clamp(x + dx, 0, gray.width - 1));
    };
    constexpr int weight[] = {1, 2, 1};
    constexpr double sum = 4; // of the weights
    double right = 0;
    double down = 0;
    for (int i = -1; i <= 1; ++i) {
        right += weight[i + 1] * (at(1, i) - at(-1, i));
        down += weight[i + 1] * (at(i, 1) - at(i, -1));
    }
    return std::sqrt((right * right + down * down) / 2) / sum;
}

Map edgesOf(const Image &photo)
{
    const Map gray = grayOf(photo);
    Map edges = gray;
    for (int y = 0; y < gray.height; ++y) {
        for (int x = 0; x < gray.width; ++x)
            edges.values[std::size_t(y) * std::size_t(gray.width) + std::size_t(x)] = gradientAt(gray, x, y);
    }
    return edges;
}

} // namespace

EdgesRun::EdgesRun(const Network &network, Photo photo, const EdgesOptions &options)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_options(options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_result.meaning = EdgesOptions::traits.meaning;
    m_result.isRival = true;
}

bool EdgesRun::step()
{
    m_result.target = askForTarget(m_network, m_photo, m_options.target, m_result.notes);
    m_result.map = edgesOf(m_photo.input);
    m_done = true;
    return false;
}

Progress EdgesRun::progress() const { return {m_done ? 1 : 0, 1}; }

} // namespace convscope
