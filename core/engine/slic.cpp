#include "core/image/slic.h"

#include "core/error.h"
#include "core/internal/numbertext.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

// Where the order of operations decides a tie between two superpixels, it follows scikit-image
// (skimage/segmentation/_slic.pyx and slic_superpixels.py, skimage/color/colorconv.py; BSD-3-Clause).

namespace convscope {

namespace {

constexpr int channelCount = 3;
constexpr int iterations = 10;
constexpr double minSizeFactor = 0.5; // of the mean size of a superpixel
constexpr double maxSizeFactor = 3;

/// A colour image by channel, each H×W.
using Planes = std::array<std::vector<double>, channelCount>;

/// Where k-means starts: one centre every step pixels.
struct Grid
{
    int startX = 0, stepX = 1;
    int startY = 0, stepY = 1;
};

/// skimage.util.regular_grid for one image plane: about `points` centres, as square apart as the sides allow.
Grid regularGrid(int width, int height, int points)
{
    const double pixels = double(width) * height;
    if (pixels <= points)
        return {};
    const double shorter = std::min(width, height);
    const double longer = std::max(width, height);
    double shortStep = std::pow(pixels / points, 0.5);
    double longStep = shortStep;
    if (shorter < shortStep) {
        shortStep = shorter;
        longStep = longer / points;
    }
    const auto start = [](double step) { return int(std::floor(step / 2)); };
    const auto rounded = [](double step) { return int(std::nearbyint(step)); }; // half to even, as NumPy
    const double stepX = width <= height ? shortStep : longStep;
    const double stepY = width <= height ? longStep : shortStep;
    return {start(stepX), rounded(stepX), start(stepY), rounded(stepY)};
}

/// sRGB to linear light for each byte, after the picture's range is stretched to [0, 1].
std::array<double, 256> linearLight(const Image &image)
{
    const auto [min, max] = std::minmax_element(image.pixels.begin(), image.pixels.end());
    const auto value = [](int byte) { return double(float(byte) / 255.0f); };
    const double low = value(*min);
    const double range = value(*max) - low;
    std::array<double, 256> table{};
    for (int byte = *min; byte <= *max; ++byte) {
        double v = value(byte) - low;
        if (range != 0)
            v /= range;
        table[std::size_t(byte)] = v > 0.04045 ? std::pow((v + 0.055) / 1.055, 2.4) : v / 12.92;
    }
    return table;
}

/// CIE Lab for white point D65 and the 2° observer.
Planes labPlanes(const Image &image)
{
    const std::array<double, 256> linear = linearLight(image);
    const auto curve = [](double v) { return v > 0.008856 ? std::cbrt(v) : 7.787 * v + 16.0 / 116.0; };
    const std::size_t count = image.pixels.size() / channelCount;
    Planes lab;
    for (auto &plane : lab)
        plane.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double r = linear[image.pixels[channelCount * i]];
        const double g = linear[image.pixels[channelCount * i + 1]];
        const double b = linear[image.pixels[channelCount * i + 2]];
        const double x = curve((0.412453 * r + 0.357580 * g + 0.180423 * b) / 0.95047);
        const double y = curve((0.212671 * r + 0.715160 * g + 0.072169 * b) / 1.0);
        const double z = curve((0.019334 * r + 0.119193 * g + 0.950227 * b) / 1.08883);
        lab[0][i] = 116.0 * y - 16.0;
        lab[1][i] = 500.0 * (x - y);
        lab[2][i] = 200.0 * (y - z);
    }
    return lab;
}

/// Half of a Gaussian kernel, from the middle outwards, cut off at four sigma.
std::vector<double> gaussianKernel(double sigma)
{
    const int radius = int(4 * sigma + 0.5);
    std::vector<double> half;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        const double value = std::exp(-0.5 / (sigma * sigma) * double(i * i));
        sum += value;
        if (i >= 0)
            half.push_back(value);
    }
    for (double &value : half)
        value /= sum;
    return half;
}

/// A line of pixels, smoothed over the lines before and after it: out = Σ k[tap]·(before(tap) + after(tap)).
/// Every pixel gets the same operations in the same order, outermost taps first, as in scipy.ndimage: what is
/// equal before is equal to the last bit after. cv::sepFilter2D rounds differently towards the end of a line,
/// and on photos cut out on white k-means then breaks ties differently.
template <typename Lines>
void smoothLine(double *out, int length, const std::vector<double> &kernel, Lines &&line)
{
    const double *middle = line(0);
    for (int i = 0; i < length; ++i)
        out[i] = middle[i] * kernel[0];
    for (int tap = int(kernel.size()) - 1; tap > 0; --tap) {
        const double *before = line(-tap);
        const double *after = line(tap);
        const double weight = kernel[std::size_t(tap)];
        for (int i = 0; i < length; ++i)
            out[i] += (before[i] + after[i]) * weight;
    }
}

/// scipy.ndimage.gaussian_filter with mode "reflect" and truncate 4.
void smooth(Planes &planes, int width, int height, double sigma)
{
    const std::vector<double> kernel = gaussianKernel(sigma);
    const int radius = int(kernel.size()) - 1;
    std::vector<double> source;
    std::vector<double> padded(std::size_t(width + 2 * radius)); // a row with its mirror images
    for (auto &plane : planes) {
        source = plane;
        for (int y = 0; y < height; ++y)
            smoothLine(plane.data() + std::ptrdiff_t(y) * width, width, kernel, [&](int offset) {
                return source.data()
                    + std::ptrdiff_t(cv::borderInterpolate(y + offset, height, cv::BORDER_REFLECT)) * width;
            });
        for (int y = 0; y < height; ++y) {
            double *row = plane.data() + std::ptrdiff_t(y) * width;
            for (int x = -radius; x < width + radius; ++x)
                padded[std::size_t(x + radius)] = row[cv::borderInterpolate(x, width, cv::BORDER_REFLECT)];
            smoothLine(row, width, kernel, [&](int offset) { return padded.data() + radius + offset; });
        }
    }
}

struct Centre
{
    double x = 0, y = 0;
    std::array<double, channelCount> colour{};
    int pixels = 0; ///< that chose it; a centre that nobody chose takes no further part
};

/// k-means in position and colour, where a centre sees only pixels within two steps: the steps of a grid of
/// as many points as there are centres, which may be fewer than were asked for.
class Clustering
{
public:
    Clustering(const Planes &planes, int width, int height, const Grid &grid)
        : m_planes(planes)
        , m_width(width)
        , m_height(height)
        , m_step(std::max(grid.stepX, grid.stepY))
        , m_nearest(std::size_t(width) * std::size_t(height), 0)
        , m_distance(m_nearest.size())
        , m_dx2(std::size_t(width))
        , m_candidate(std::size_t(width))
    {
        // The first centres have a position and no colour yet: the first round goes by position alone.
        for (int y = grid.startY; y < height; y += grid.stepY)
            for (int x = grid.startX; x < width; x += grid.stepX)
                m_centres.push_back({double(x), double(y), {}, 1});
        m_window = regularGrid(width, height, centreCount());
    }

    void run()
    {
        for (int i = 0; i < iterations; ++i) {
            std::fill(m_distance.begin(), m_distance.end(), std::numeric_limits<double>::max());
            for (std::size_t k = 0; k < m_centres.size(); ++k)
                if (m_centres[k].pixels > 0)
                    claimPixels(std::int32_t(k), m_centres[k]);
            moveCentres();
        }
    }

    int centreCount() const { return int(m_centres.size()); }
    const std::vector<std::int32_t> &nearest() const { return m_nearest; }

private:
    void claimPixels(std::int32_t label, const Centre &centre)
    {
        const int left = int(std::max(centre.x - 2 * m_window.stepX, 0.0));
        const int right = int(std::min(centre.x + 2 * m_window.stepX + 1, double(m_width)));
        const int top = int(std::max(centre.y - 2 * m_window.stepY, 0.0));
        const int bottom = int(std::min(centre.y + 2 * m_window.stepY + 1, double(m_height)));
        const double weight = 1.0 / (double(m_step) * m_step);
        for (int x = left; x < right; ++x)
            m_dx2[std::size_t(x - left)] = (centre.x - x) * (centre.x - x);
        for (int y = top; y < bottom; ++y) {
            const auto row = std::size_t(y) * std::size_t(m_width) + std::size_t(left);
            measure(centre.colour, (centre.y - y) * (centre.y - y), row, right - left, weight);
            for (std::size_t i = 0; i < std::size_t(right - left); ++i) {
                if (m_distance[row + i] > m_candidate[i]) {
                    m_distance[row + i] = m_candidate[i];
                    m_nearest[row + i] = label;
                }
            }
        }
    }

    /// Distances of a line of pixels to a centre, into m_candidate; apart from the comparison so that the
    /// compiler works on several pixels at once.
    void measure(const std::array<double, channelCount> &colour, double dy2, std::size_t first, int length,
        double weight)
    {
        const double *__restrict l = m_planes[0].data() + first;
        const double *__restrict a = m_planes[1].data() + first;
        const double *__restrict b = m_planes[2].data() + first;
        const double *__restrict dx2 = m_dx2.data();
        double *__restrict out = m_candidate.data();
        const auto [l0, a0, b0] = colour;
        for (int i = 0; i < length; ++i) {
            const double dl = l[i] - l0, da = a[i] - a0, db = b[i] - b0;
            out[i] = (dy2 + dx2[i]) * weight + (dl * dl + da * da + db * db);
        }
    }

    void moveCentres()
    {
        std::fill(m_centres.begin(), m_centres.end(), Centre{});
        std::size_t i = 0;
        for (int y = 0; y < m_height; ++y) {
            for (int x = 0; x < m_width; ++x, ++i) {
                Centre &centre = m_centres[std::size_t(m_nearest[i])];
                ++centre.pixels;
                centre.x += x;
                centre.y += y;
                for (std::size_t c = 0; c < channelCount; ++c)
                    centre.colour[c] += m_planes[c][i];
            }
        }
        for (Centre &centre : m_centres) {
            centre.x /= centre.pixels;
            centre.y /= centre.pixels;
            for (double &value : centre.colour)
                value /= centre.pixels;
        }
    }

    const Planes &m_planes;
    int m_width;
    int m_height;
    int m_step; ///< of the grid that was asked for; scales distances in the plane
    Grid m_window;
    std::vector<Centre> m_centres;
    std::vector<std::int32_t> m_nearest;
    std::vector<double> m_distance;
    std::vector<double> m_dx2; ///< squared distance along x of a line's pixels to the centre at hand
    std::vector<double> m_candidate; ///< distance of a line's pixels to the centre at hand
};

/// Gives every connected piece of a cluster its own label, in the order of their first pixels. A piece below
/// minSize joins a neighbour that is labelled already; one is cut off at maxSize.
Segmentation connected(
    const std::vector<std::int32_t> &clusters, int width, int height, int minSize, int maxSize)
{
    Segmentation result{width, height, 0, std::vector<std::int32_t>(clusters.size(), -1)};
    std::vector<int> piece;
    piece.reserve(std::size_t(maxSize));
    for (int first = 0; first < width * height; ++first) {
        if (result.labels[std::size_t(first)] >= 0)
            continue;
        const std::int32_t label = result.count;
        std::int32_t neighbour = label;
        piece.assign(1, first);
        result.labels[std::size_t(first)] = label;

        const auto visit = [&](int pixel) {
            std::int32_t &found = result.labels[std::size_t(pixel)];
            if (found < 0 && clusters[std::size_t(pixel)] == clusters[std::size_t(first)]) {
                found = label;
                piece.push_back(pixel);
            } else if (found >= 0 && found != label) {
                neighbour = found;
            }
            return int(piece.size()) < maxSize;
        };
        bool room = true;
        for (std::size_t next = 0; room && next < piece.size(); ++next) {
            const int pixel = piece[next];
            const int x = pixel % width;
            const int y = pixel / width;
            room = (x + 1 == width || visit(pixel + 1)) && (x == 0 || visit(pixel - 1))
                && (y + 1 == height || visit(pixel + width)) && (y == 0 || visit(pixel - width));
        }

        if (int(piece.size()) < minSize) {
            for (int pixel : piece)
                result.labels[std::size_t(pixel)] = neighbour;
        } else {
            ++result.count;
        }
    }
    // A first piece that is too small keeps a label that the next piece then shares; alone, it still counts.
    result.count = *std::max_element(result.labels.begin(), result.labels.end()) + 1;
    return result;
}

void check(const SlicOptions &options)
{
    const auto refuse = [](const char *name, double value, const Phrase &allowed) {
        throw Error(ErrorKind::InvalidOption, {}, {name, numberText(value)}, allowed);
    };
    if (options.segments < 1)
        refuse("segments", options.segments, {Phrase::NumberAtLeast, {"1"}});
    if (!(options.compactness > 0) || !std::isfinite(options.compactness))
        refuse("compactness", options.compactness, {Phrase::NumberAbove, {"0"}});
    if (!(options.sigma >= 0) || !std::isfinite(options.sigma))
        refuse("sigma", options.sigma, {Phrase::NumberAtLeast, {"0"}});
}

} // namespace

Segmentation slic(const Image &image, const SlicOptions &options)
{
    check(options);
    Planes planes = labPlanes(image);
    if (options.sigma > 1e-15)
        smooth(planes, image.width, image.height, options.sigma);
    const double ratio = 1.0 / options.compactness;
    for (auto &plane : planes)
        for (double &value : plane)
            value *= ratio;

    const Grid grid = regularGrid(image.width, image.height, options.segments);
    Clustering clustering(planes, image.width, image.height, grid);
    clustering.run();

    const double meanSize = double(planes[0].size()) / clustering.centreCount();
    return connected(clustering.nearest(), image.width, image.height, int(minSizeFactor * meanSize),
        int(maxSizeFactor * meanSize));
}

} // namespace convscope
