#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

using Sizes = std::vector<std::int64_t>;

/// How Resize finds the numbers that each of its outputs is made of. One axis after the other, as all of its
/// modes may be taken apart.
struct Resizing
{
    std::string mode = "nearest";
    std::string coordinates = "half_pixel";
    std::string nearest = "round_prefer_floor";
    std::string policy = "stretch"; ///< of the ratio of the sides
    Sizes axes; ///< all, where it is empty
    double cubic = -0.75;
    bool excludesOutside = false;
};

struct Axis
{
    std::int64_t input = 1;
    std::int64_t output = 1;
    double scale = 1;
};

/// Where an output lies among the inputs.
double sourceOf(std::int64_t place, const Axis &axis, const std::string &coordinates)
{
    const double middle = (double(place) + 0.5) / axis.scale;
    if (coordinates == "asymmetric")
        return double(place) / axis.scale;
    if (coordinates == "align_corners")
        return axis.output == 1 ? 0 : double(place) * double(axis.input - 1) / double(axis.output - 1);
    if (coordinates == "pytorch_half_pixel")
        return axis.output == 1 ? 0 : middle - 0.5;
    if (coordinates == "tf_half_pixel_for_nn")
        return middle;
    if (coordinates == "half_pixel_symmetric") {
        const double share = double(axis.output) / (double(axis.input) * axis.scale);
        return double(axis.input) / 2 * (1 - share) + middle - 0.5;
    }
    return middle - 0.5;
}

std::int64_t nearestOf(double source, const std::string &mode)
{
    if (mode == "floor")
        return std::int64_t(std::floor(source));
    if (mode == "ceil")
        return std::int64_t(std::ceil(source));
    if (mode == "round_prefer_ceil")
        return std::int64_t(std::floor(source + 0.5));
    return std::int64_t(std::ceil(source - 0.5));
}

at::Tensor resizedToNearest(
    const at::Tensor &values, std::int64_t along, const Axis &axis, const Resizing &how)
{
    Sizes places;
    for (std::int64_t i = 0; i < axis.output; ++i) {
        const std::int64_t place = nearestOf(sourceOf(i, axis, how.coordinates), how.nearest);
        places.push_back(std::clamp<std::int64_t>(place, 0, axis.input - 1));
    }
    return values.index_select(along, at::tensor(places, at::kLong).to(values.device()));
}

/// The weights of the inputs around a place: of two, or of four by Keys' cubic with the parameter a.
std::array<double, 4> weightsAround(double fraction, const Resizing &how)
{
    if (how.mode == "linear")
        return {0, 1 - fraction, fraction, 0};
    const double a = how.cubic;
    const auto near = [a](double x) { return ((a + 2) * x - (a + 3)) * x * x + 1; };
    const auto far = [a](double x) { return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a; };
    return {far(1 + fraction), near(fraction), near(1 - fraction), far(2 - fraction)};
}

/// outputs×inputs
at::Tensor weightsOf(const Axis &axis, const Resizing &how)
{
    checkSize(Sizes{axis.output, axis.input}, "Resize");
    const at::Tensor matrix = at::zeros({axis.output, axis.input}, at::kDouble);
    auto *row = matrix.data_ptr<double>();
    for (std::int64_t i = 0; i < axis.output; ++i, row += axis.input) {
        const double source = sourceOf(i, axis, how.coordinates);
        const double first = std::floor(source);
        std::array<double, 4> weights = weightsAround(source - first, how);
        double sum = 0;
        for (int k = 0; k < 4; ++k) {
            const std::int64_t place = std::int64_t(first) + k - 1;
            if (how.excludesOutside && (place < 0 || place >= axis.input))
                weights[std::size_t(k)] = 0;
            sum += weights[std::size_t(k)];
            row[std::clamp<std::int64_t>(place, 0, axis.input - 1)] += weights[std::size_t(k)];
        }
        for (std::int64_t place = 0; how.excludesOutside && place < axis.input; ++place)
            row[place] /= sum;
    }
    return matrix;
}

at::Tensor resizedAlong(const at::Tensor &values, std::int64_t along, const Axis &axis, const Resizing &how)
{
    if (how.mode == "nearest")
        return resizedToNearest(values, along, axis, how);
    const at::Tensor weights = weightsOf(axis, how).to(values.options());
    if (along == values.dim() - 2)
        return at::matmul(weights, values);
    return at::matmul(values.movedim(along, -1), weights.t()).movedim(-1, along);
}

std::vector<double> realsOf(const at::Tensor &tensor)
{
    const at::Tensor numbers = tensor.to(at::kCPU, at::kDouble).contiguous();
    const auto *first = numbers.data_ptr<double>();
    return {first, first + numbers.numel()};
}

/// The ratio of the sides may have to stay.
void keepRatio(std::vector<Axis> &axes, const Sizes &wanted, const Sizes &which, const std::string &policy)
{
    if (policy == "stretch" || which.empty())
        return;
    double scale = axes[std::size_t(which.front())].scale;
    for (const std::int64_t i : which) {
        const double other = axes[std::size_t(i)].scale;
        scale = policy == "not_larger" ? std::min(scale, other) : std::max(scale, other);
    }
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        Axis &axis = axes[std::size_t(which[k])];
        axis.scale = scale;
        axis.output = std::int64_t(std::floor(scale * double(axis.input) + 0.5));
    }
}

std::vector<Axis> axesOf(
    const at::Tensor &values, const std::vector<double> &scales, const Sizes &sizes, const Resizing &how)
{
    Sizes which = how.axes;
    for (std::int64_t i = 0; how.axes.empty() && i < values.dim(); ++i)
        which.push_back(i);
    if ((sizes.empty() ? scales.size() : sizes.size()) != which.size())
        damaged("Resize along another number of axes than its input has");
    std::vector<Axis> axes;
    for (const std::int64_t side : values.sizes())
        axes.push_back({side, side, 1});
    for (std::size_t k = 0; k < which.size(); ++k) {
        which[k] = axisOf(which[k], values.dim());
        Axis &axis = axes[std::size_t(which[k])];
        const double scale =
            sizes.empty() ? scales[k] : double(sizes[k]) / double(std::max<std::int64_t>(axis.input, 1));
        if (!(scale > 0 && scale < 1e6))
            damaged("Resize by a factor that is none");
        axis.scale = scale;
        axis.output = sizes.empty() ? std::int64_t(std::floor(double(axis.input) * scale)) : sizes[k];
    }
    if (!sizes.empty())
        keepRatio(axes, sizes, which, how.policy);
    return axes;
}

at::Tensor resized(
    const at::Tensor &values, const std::vector<double> &scales, const Sizes &sizes, const Resizing &how)
{
    const std::vector<Axis> axes = axesOf(values, scales, sizes, how);
    Sizes output;
    for (const Axis &axis : axes) {
        if (axis.input == 0)
            damaged("Resize of nothing");
        output.push_back(axis.output);
    }
    checkSize(output, "Resize");
    at::Tensor result = values;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (axes[i].output != axes[i].input || axes[i].scale != 1)
            result = resizedAlong(result, std::int64_t(i), axes[i], how);
    }
    return result;
}

std::string oneOf(
    OnnxCall &call, const char *name, const std::string &otherwise, std::initializer_list<const char *> known)
{
    const std::string text = call.text(name, otherwise);
    if (std::find(known.begin(), known.end(), text) == known.end())
        call.refuseAttribute(name);
    return text;
}

Kernel resize(OnnxCall &call)
{
    Resizing how;
    how.mode = oneOf(call, "mode", "nearest", {"nearest", "linear", "cubic"});
    const bool isFirst = call.version < 11;
    how.coordinates = isFirst ? "asymmetric"
                              : oneOf(call, "coordinate_transformation_mode", "half_pixel",
                                  {"half_pixel", "half_pixel_symmetric", "pytorch_half_pixel",
                                      "align_corners", "asymmetric", "tf_half_pixel_for_nn"});
    how.nearest = isFirst ? "floor"
                          : oneOf(call, "nearest_mode", "round_prefer_floor",
                              {"round_prefer_floor", "round_prefer_ceil", "floor", "ceil"});
    how.policy = oneOf(call, "keep_aspect_ratio_policy", "stretch", {"stretch", "not_larger", "not_smaller"});
    how.cubic = call.number("cubic_coeff_a", -0.75);
    how.excludesOutside = call.flag("exclude_outside");
    how.axes = call.integers("axes");
    call.ignore({"extrapolation_value"}); // of a mode that is refused
    if (call.flag("antialias"))
        call.refuseAttribute("antialias");
    const std::size_t scales = isFirst ? 1 : 2;
    return kernelOf([how, scales](const OnnxInputs &in) {
        const bool hasScales = in.has(scales) && in[scales].numel() > 0;
        if (!hasScales && !in.has(3))
            damaged("Resize to no size");
        return resized(in[0], hasScales ? realsOf(in[scales]) : std::vector<double>(),
            hasScales ? Sizes() : integersOf(in[3]), how);
    });
}

Kernel upsample(OnnxCall &call)
{
    Resizing how;
    how.mode = oneOf(call, "mode", "nearest", {"nearest", "linear", "bilinear"});
    if (how.mode == "bilinear")
        how.mode = "linear";
    how.coordinates = "asymmetric";
    how.nearest = "floor";
    const std::vector<double> told = call.numbers("scales");
    return kernelOf([how, told](const OnnxInputs &in) {
        return resized(in[0], in.has(1) ? realsOf(in[1]) : told, {}, how);
    });
}

Kernel gridSample(OnnxCall &call)
{
    const std::string mode =
        oneOf(call, "mode", "linear", {"bilinear", "linear", "nearest", "bicubic", "cubic"});
    const std::string padding = oneOf(call, "padding_mode", "zeros", {"zeros", "border", "reflection"});
    const bool aligns = call.flag("align_corners");
    const std::int64_t modeNumber = mode == "nearest" ? 1 : mode.ends_with("cubic") ? 2 : 0;
    const std::int64_t paddingNumber = padding == "border" ? 1 : padding == "reflection" ? 2 : 0;
    return kernelOf([=](const OnnxInputs &in) {
        return at::grid_sampler(in[0], in[1], modeNumber, paddingNumber, aligns);
    });
}

} // namespace

std::vector<OnnxOperator> onnxResizing()
{
    return {
        {"Resize", "X roi? scales? sizes?", resize},
        {"Upsample", "X scales?", upsample},
        {"GridSample", "X grid", gridSample, 1, "", /*grows=*/true},
    };
}

} // namespace convscope
