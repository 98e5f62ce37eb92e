#include "core/measures/removal.h"

#include "core/engine/hiding.h"
#include "core/engine/measuredpictures.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/explain/pixelorder.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace convscope {

namespace {

/// How many pixels are changed at each point of a curve, from none to all.
std::vector<int> pixelCounts(int pixels, const RemovalOptions &options)
{
    const int asked = options.pixelsAStep > 0 ? options.pixelsAStep : (pixels - 1) / options.steps + 1;
    std::vector<int> counts;
    for (std::int64_t count = 0; count < pixels; count += asked)
        counts.push_back(int(count));
    counts.push_back(pixels);
    return counts;
}

/// By trapezoids, which AreaRule::EqualSteps makes equally wide.
double areaUnder(const std::vector<CurvePoint> &curve, AreaRule rule)
{
    double area = 0;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const double width =
            rule == AreaRule::Shares ? curve[i].x - curve[i - 1].x : 1 / double(curve.size() - 1);
        area += (curve[i].y + curve[i - 1].y) / 2 * width;
    }
    return area;
}

/// The pictures of both curves, or of one. The photo itself is shared: it comes first; then deletion's, as
/// more and more is hidden, then insertion's, as more and more is back.
class Removal
{
public:
    Removal(const MeasureInput &input, const RemovalOptions &options)
        : m_options(options)
        , m_counts(pixelCounts(int(input.heat->values.size()), options))
        , m_picture(inputTensor(*input.network, input.photo))
        , m_ranks(pixelRanks(*input.heat, options.seed, m_picture.device()))
        , m_hidden(hidingPicture(options.hidden, m_picture, input.network->info().input))
        , m_start(hidingPicture(options.start, m_picture, input.network->info().input))
    {
    }

    int pictureCount() const { return 1 + steps() * (m_options.value == RemovalValue::Difference ? 2 : 1); }

    at::Tensor picture(int place) const
    {
        if (place == 0)
            return m_picture;
        if (hasDeletion() && place <= steps())
            return withHottest(m_ranks, m_counts[std::size_t(place)], m_picture, m_hidden);
        const int changed = place - 1 - (hasDeletion() ? steps() : 0);
        return withHottest(m_ranks, m_counts[std::size_t(changed)], m_start, m_picture);
    }

    Measured concluded(const std::vector<double> &scores) const
    {
        Measured measured;
        const auto count = std::size_t(steps());
        const std::size_t insertion = hasDeletion() ? count + 1 : 1;
        for (std::size_t i = 0; i <= count; ++i) {
            const double hidden = hasDeletion() ? scores[i] : 0;
            const double back = !hasInsertion() ? 0 : i == count ? scores[0] : scores[insertion + i];
            const double y = hasInsertion() ? back - hidden : hidden;
            measured.curve.push_back({m_counts[i] / double(m_counts.back()), y});
        }
        measured.value = areaUnder(measured.curve, m_options.area);
        return measured;
    }

private:
    int steps() const { return int(m_counts.size()) - 1; }
    bool hasDeletion() const { return m_options.value != RemovalValue::Insertion; }
    bool hasInsertion() const { return m_options.value != RemovalValue::Deletion; }

    RemovalOptions m_options;
    std::vector<int> m_counts;
    at::Tensor m_picture; ///< 1×3×H×W
    at::Tensor m_ranks;
    at::Tensor m_hidden;
    at::Tensor m_start;
};

} // namespace

std::unique_ptr<Measurement> startMeasurement(const MeasureInput &input, const RemovalOptions &options)
{
    checkOptions(options);
    if (!hasProbability(input) || !ordersPixels(*input.heat))
        return nothingMeasured();
    const auto removal = translated([&] { return std::make_shared<const Removal>(input, options); });
    return measurePictures({.network = *input.network,
        .label = *input.target,
        .count = removal->pictureCount(),
        .picture = [removal](int place) { return removal->picture(place); },
        .conclude = [removal](const auto &scores) { return removal->concluded(scores); }});
}

} // namespace convscope
