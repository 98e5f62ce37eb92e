#include "core/engine/cammaps.h"

#include "core/error.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

/// Of each channel, K×1×1.
at::Tensor sumOfPlaces(const at::Tensor &maps) { return maps.sum({1, 2}, /*keepdim=*/true); }

/// Only places where the gradient is above 0 count.
at::Tensor plusPlusWeights(const at::Tensor &maps, const at::Tensor &gradient)
{
    const at::Tensor positive = gradient.clamp_min(0);
    const at::Tensor square = positive.square();
    const at::Tensor alpha = square / (2 * square + sumOfPlaces(maps) * square * positive + 1e-6);
    return (positive * alpha).sum({1, 2});
}

/// The mean of the gradient over a channel's places, weighed by the map. Where the map is nowhere below 0, a
/// mean is at most as large as its largest part. So much it may be also where the values of a map cancel
/// out, and the quotient would be of any size.
at::Tensor xGradWeights(const at::Tensor &maps, const at::Tensor &gradient)
{
    const at::Tensor mean = sumOfPlaces(gradient * maps) / (sumOfPlaces(maps) + 1e-7);
    const at::Tensor limit = gradient.abs().amax({1, 2}, /*keepdim=*/true);
    return at::minimum(at::maximum(mean, -limit), limit).flatten();
}

/// For each channel, the share of its places that lie above its mean by two standard deviations.
at::Tensor femWeights(const at::Tensor &maps)
{
    const at::Tensor deviation = maps.std(at::IntArrayRef({1, 2}), /*unbiased=*/false, /*keepdim=*/true);
    const at::Tensor limit = maps.mean({1, 2}, /*keepdim=*/true) + 2 * deviation;
    return (maps > limit).to(at::kDouble).mean({1, 2});
}

/// Of the places as points in the space of the channels: each one's distance from the mean along the
/// direction in which they vary most. Its sign is open.
struct Principal
{
    at::Tensor distances; ///< of the places
    at::Tensor sums; ///< over the channels, of each place, less the mean
};

/// By the eigenvectors of M·Mᵀ or Mᵀ·M, whichever is smaller, where M is channels×places.
Principal principalOf(const at::Tensor &maps)
{
    const at::Tensor rows = maps.flatten(1).cpu();
    const at::Tensor centred = rows - rows.mean(1, /*keepdim=*/true);
    const bool ofChannels = centred.size(0) <= centred.size(1);
    const at::Tensor gram = ofChannels ? centred.mm(centred.t()) : centred.t().mm(centred);
    const auto [values, vectors] = at::linalg_eigh(gram); // by rising value
    const at::Tensor vector = vectors.select(1, -1);
    const at::Tensor distances =
        ofChannels ? centred.t().mv(vector) : vector * values.select(0, -1).clamp_min(0).sqrt();
    return {distances, centred.sum(0)};
}

/// With the sign of the places where the channels are large.
at::Tensor alongTheSum(const at::Tensor &maps)
{
    const Principal principal = principalOf(maps);
    const bool isOpposite = principal.distances.dot(principal.sums).item<double>() < 0;
    return (isOpposite ? -principal.distances : principal.distances).view({maps.size(1), maps.size(2)});
}

/// With the sign of the largest distance.
at::Tensor alongTheLargest(const at::Tensor &maps)
{
    const at::Tensor distances = principalOf(maps).distances;
    const bool isOpposite = -distances.min().item<double>() > distances.max().item<double>();
    return (isOpposite ? -distances : distances).view({maps.size(1), maps.size(2)});
}

} // namespace

at::Tensor weightedSum(const at::Tensor &maps, const at::Tensor &weights)
{
    return (maps * weights.view({-1, 1, 1})).sum(0);
}

at::Tensor camOf(CamKind kind, const at::Tensor &maps, const at::Tensor &gradient)
{
    switch (kind) {
    case CamKind::GradPlusPlus:
        return weightedSum(maps, plusPlusWeights(maps, gradient));
    case CamKind::XGrad:
        return weightedSum(maps, xGradWeights(maps, gradient));
    case CamKind::HiRes:
        return (gradient * maps).sum(0);
    case CamKind::ElementWise:
        return (gradient * maps).clamp_min(0).sum(0);
    case CamKind::Layer:
        return (gradient.clamp_min(0) * maps).sum(0);
    case CamKind::Eigen:
        return alongTheSum(maps);
    case CamKind::EigenGrad:
        return alongTheSum(gradient * maps);
    case CamKind::SegEigen:
        return alongTheLargest(gradient.abs() * maps);
    case CamKind::Fem:
        return weightedSum(maps, femWeights(maps));
    case CamKind::Score:
    case CamKind::Ablation:
        break;
    }
    throw Error(ErrorKind::Internal, {}, {"this kind runs the network again"});
}

} // namespace convscope
