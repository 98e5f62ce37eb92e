#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

/// Places counted from the first, beside the values that they are of.
at::Tensor placesIn(const at::Tensor &indices, std::int64_t size, c10::Device device)
{
    const at::Tensor places = indices.to(device, at::kLong);
    if (places.numel() > 0
        && (places.min().item<std::int64_t>() < -size || places.max().item<std::int64_t>() >= size))
        damaged("a place that is outside of " + std::to_string(size));
    return at::where(places.lt(0), places + size, places);
}

Kernel gather(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", 0);
    return kernelOf([axis](const OnnxInputs &in) {
        const at::Tensor &values = in[0];
        const std::int64_t along = axisOf(axis, values.dim());
        if (in[1].numel() == 1 && in[1].dim() == 0) { // one of them, which is a view
            const auto place = in[1].item<std::int64_t>();
            return values.select(along, axisOf(place, values.size(along)));
        }
        const at::Tensor places = placesIn(in[1], values.size(along), values.device());
        std::vector<std::int64_t> sizes = values.sizes().vec();
        const auto position = sizes.begin() + along;
        const auto next = sizes.erase(position);
        sizes.insert(next, places.sizes().begin(), places.sizes().end());
        checkSize(sizes, "Gather");
        return values.index_select(along, places.reshape({-1})).reshape(sizes);
    });
}

Kernel gatherElements(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", 0);
    return kernelOf([axis](const OnnxInputs &in) {
        const std::int64_t along = axisOf(axis, in[0].dim());
        return in[0].gather(along, placesIn(in[1], in[0].size(along), in[0].device()));
    });
}

/// Tuples of places, the last axis of `indices`, as one tensor of places for each axis.
c10::List<c10::optional<at::Tensor>> placeLists(
    const at::Tensor &values, const at::Tensor &indices, std::int64_t firstAxis)
{
    c10::List<c10::optional<at::Tensor>> lists;
    const std::int64_t count = indices.size(-1);
    if (count < 1 || firstAxis + count > values.dim())
        damaged("places along more axes than there are");
    for (std::int64_t i = 0; i < count; ++i)
        lists.push_back(placesIn(indices.select(-1, i), values.size(firstAxis + i), values.device()));
    return lists;
}

Kernel gatherNd(OnnxCall &call)
{
    const std::int64_t batches = call.integer("batch_dims", 0);
    if (batches < 0 || batches > 1)
        call.refuseAttribute("batch_dims");
    return kernelOf([batches](const OnnxInputs &in) {
        if (in[1].dim() < 1 + batches || in[0].dim() < 1 + batches)
            damaged("GatherND of too few axes");
        if (batches == 0)
            return at::index(in[0], placeLists(in[0], in[1], 0));
        if (in[0].size(0) != in[1].size(0))
            damaged("GatherND of batches of different sizes");
        std::vector<at::Tensor> rows;
        for (std::int64_t i = 0; i < in[0].size(0); ++i)
            rows.push_back(at::index(in[0][i], placeLists(in[0][i], in[1][i], 0)));
        return at::stack(rows);
    });
}

/// What becomes of values that meet what is there already.
std::string reductionOf(OnnxCall &call)
{
    const std::string reduction = call.text("reduction", "none");
    if (reduction != "none" && reduction != "add")
        call.refuseAttribute("reduction");
    return reduction;
}

Kernel scatterElements(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", 0);
    const bool adds = reductionOf(call) == "add";
    return kernelOf([axis, adds](const OnnxInputs &in) {
        const std::int64_t along = axisOf(axis, in[0].dim());
        const at::Tensor places = placesIn(in[1], in[0].size(along), in[0].device());
        const at::Tensor updates = in[2].to(in[0].device());
        return adds ? in[0].scatter_add(along, places, updates) : in[0].scatter(along, places, updates);
    });
}

Kernel scatterNd(OnnxCall &call)
{
    const bool adds = reductionOf(call) == "add";
    return kernelOf([adds](const OnnxInputs &in) {
        if (in[1].dim() < 1)
            damaged("ScatterND without places");
        return at::index_put(in[0], placeLists(in[0], in[1], 0), in[2].to(in[0].device()), adds);
    });
}

Kernel oneHot(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", -1);
    return kernelOf([axis](const OnnxInputs &in) {
        const std::vector<std::int64_t> depths = integersOf(in[1]);
        if (depths.size() != 1 || in[2].numel() != 2)
            damaged("OneHot of other than one number and two values");
        const std::int64_t depth = depths.front();
        std::vector<std::int64_t> sizes = in[0].sizes().vec();
        sizes.push_back(depth);
        checkSize(sizes, "OneHot");
        const at::Tensor places = in[0].to(at::kLong);
        const at::Tensor inside = places.ge(-depth).logical_and(places.lt(depth)).unsqueeze(-1);
        const at::Tensor hot = places.remainder(std::max<std::int64_t>(depth, 1))
                                   .unsqueeze(-1)
                                   .eq(at::arange(depth, places.options()))
                                   .logical_and(inside);
        const auto values = in[2].to(hot.device());
        return at::where(hot, values[1], values[0]).movedim(-1, axisOf(axis, std::int64_t(sizes.size())));
    });
}

Kernel nonZero(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) { return in[0].nonzero().t(); });
}

Kernel compress(OnnxCall &call)
{
    const bool isFlat = !call.hasAttribute("axis");
    const std::int64_t axis = call.integer("axis", 0);
    return kernelOf([isFlat, axis](const OnnxInputs &in) {
        const at::Tensor values = isFlat ? in[0].reshape({-1}) : in[0];
        const std::int64_t along = axisOf(axis, values.dim());
        const at::Tensor places = in[1].nonzero().reshape({-1});
        return values.index_select(along, placesIn(places, values.size(along), values.device()));
    });
}

} // namespace

std::vector<OnnxOperator> onnxIndexing()
{
    return {
        {"Gather", "data indices", gather},
        {"GatherElements", "data indices", gatherElements},
        {"GatherND", "data indices", gatherNd, 1, "", /*grows=*/true},
        {"Scatter", "data indices updates", scatterElements},
        {"ScatterElements", "data indices updates", scatterElements},
        {"ScatterND", "data indices updates", scatterNd},
        {"OneHot", "indices depth values", oneHot},
        {"NonZero", "X", nonZero},
        {"Compress", "input condition", compress},
    };
}

} // namespace convscope
