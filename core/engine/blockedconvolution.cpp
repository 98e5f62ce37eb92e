#include "core/engine/blockedconvolution.h"

#include "core/engine/featuremaps.h"

#include <ATen/ATen.h>

#ifdef CONVSCOPE_ONEDNN
#include <oneapi/dnnl/dnnl.hpp>

#include <optional>
#include <string_view>

namespace convscope {

namespace {

using Tag = dnnl::memory::format_tag;

constexpr auto float32 = dnnl::memory::data_type::f32;
constexpr int fewChannels = 4; // of photos: no blocks are needed for them

dnnl::engine &processor()
{
    static dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    return engine;
}

dnnl::memory::desc described(dnnl::memory::dims shape, Tag tag) { return {std::move(shape), float32, tag}; }

/// A tensor's own memory.
dnnl::memory memoryOf(const dnnl::memory::desc &desc, const at::Tensor &tensor)
{
    return {desc, processor(), tensor.data_ptr<float>()};
}

/// The kernel for one photo of channels×height×width; empty where oneDNN has none of this algorithm.
dnnl::convolution_forward::primitive_desc kernelFor(
    dnnl::algorithm algorithm, const at::Tensor &weight, bool withReLU, int height, int width)
{
    const std::int64_t filters = weight.size(0), channels = weight.size(1), padding = weight.size(2) / 2;
    const auto source =
        described({1, channels, height, width}, channels <= fewChannels ? Tag::nchw : Tag::nChw16c);
    const auto weights = described({filters, channels, weight.size(2), weight.size(3)}, Tag::any);
    const auto bias = described({filters}, Tag::a);
    const auto destination = described({1, filters, height, width}, Tag::nChw16c);
    dnnl::post_ops after;
    dnnl::primitive_attr attributes;
    const dnnl::memory::dims one = {1, 1}, pad = {padding, padding};
#if DNNL_VERSION_MAJOR >= 3
    if (withReLU)
        after.append_eltwise(dnnl::algorithm::eltwise_relu, 0, 0);
    attributes.set_post_ops(after);
    return {processor(), dnnl::prop_kind::forward_inference, algorithm, source, weights, bias, destination,
        one, pad, pad, attributes, /*allow_empty=*/true};
#else
    if (withReLU)
        after.append_eltwise(1, dnnl::algorithm::eltwise_relu, 0, 0);
    attributes.set_post_ops(after);
    return {
        {dnnl::prop_kind::forward_inference, algorithm, source, weights, bias, destination, one, pad, pad},
        attributes, processor(), /*allow_empty=*/true};
#endif
}

/// With its filters filled up with zeros to whole blocks.
at::Tensor filledUp(const at::Tensor &values)
{
    const std::int64_t missing =
        (FeatureMaps::block - values.size(0) % FeatureMaps::block) % FeatureMaps::block;
    if (missing == 0)
        return values.contiguous();
    auto shape = values.sizes().vec();
    shape[0] = missing;
    return at::cat({values, at::zeros(shape, values.options())});
}

} // namespace

struct BlockedConvolution::Kernel
{
    dnnl::convolution_forward::primitive_desc description;
    dnnl::convolution_forward primitive;
    std::int64_t filters, channels, height, width; ///< filters without those that fill up
    at::Tensor bias;
    dnnl::memory weights; ///< as the kernel wants them

    std::int64_t filledFilters() const { return bias.size(0); }
};

BlockedConvolution::BlockedConvolution(std::unique_ptr<Kernel> kernel)
    : m_kernel(std::move(kernel))
{
}

BlockedConvolution::~BlockedConvolution() = default;

c10::intrusive_ptr<BlockedConvolution> BlockedConvolution::make(Algorithm algorithm, const at::Tensor &weight,
    const at::Tensor &bias, bool withReLU, int height, int width)
{
    const std::int64_t channels = weight.size(1);
    if (!weight.is_cpu() || weight.scalar_type() != at::kFloat
        || (channels > fewChannels && channels % FeatureMaps::block != 0))
        return {};
    try {
        const at::Tensor filled = filledUp(weight);
        dnnl::convolution_forward::primitive_desc description;
        if (algorithm == Algorithm::Winograd)
            description = kernelFor(dnnl::algorithm::convolution_winograd, filled, withReLU, height, width);
        if (!description)
            description = kernelFor(dnnl::algorithm::convolution_direct, filled, withReLU, height, width);
        // On other processors blocks are of another size, and what takes these is slow.
        if (!description
            || std::string_view(description.impl_info_str()).find("avx512_core") == std::string_view::npos)
            return {};
        const at::Tensor shift =
            bias.defined() ? filledUp(bias) : at::zeros({filled.size(0)}, weight.options());
        auto kernel = std::make_unique<Kernel>(
            Kernel{description, dnnl::convolution_forward(description), weight.size(0), channels, height,
                width, shift, dnnl::memory(description.weights_desc(), processor())});
        auto plain = memoryOf(described(filled.sizes().vec(), Tag::oihw), filled);
        dnnl::stream stream(processor());
        dnnl::reorder(plain, kernel->weights).execute(stream, plain, kernel->weights);
        stream.wait();
        return c10::make_intrusive<BlockedConvolution>(std::move(kernel));
    } catch (const dnnl::error &error) {
        if (error.status == dnnl_out_of_memory)
            throw std::bad_alloc();
        return {};
    }
}

bool BlockedConvolution::takesBlocks() const { return m_kernel->channels > fewChannels; }

std::int64_t BlockedConvolution::blocksGiven() const
{
    return m_kernel->filters == m_kernel->filledFilters() ? m_kernel->filters / FeatureMaps::block : 0;
}

at::Tensor BlockedConvolution::operator()(const at::Tensor &values) const
{
    const Kernel &kernel = *m_kernel;
    const at::Tensor source =
        values.contiguous(takesBlocks() ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous);
    const std::int64_t onePhoto = kernel.channels * kernel.height * kernel.width;
    const std::int64_t photos = source.numel() / onePhoto;
    const std::int64_t blocks = kernel.filledFilters() / FeatureMaps::block;
    const at::Tensor result = at::empty({photos * blocks, FeatureMaps::block, kernel.height, kernel.width},
        source.options(), at::MemoryFormat::ChannelsLast);
    const at::Tensor bySource =
        source.permute(takesBlocks() ? at::IntArrayRef({0, 2, 3, 1}) : at::IntArrayRef({0, 1, 2, 3}))
            .view({photos, onePhoto});
    const at::Tensor byResult = result.permute({0, 2, 3, 1}).view({photos, -1});
    dnnl::stream stream(processor());
    const dnnl::memory bias = memoryOf(described({kernel.filledFilters()}, Tag::a), kernel.bias);
    // One photo at a time: as fast as many, and one kernel, with its own layout of the weights, serves all.
    for (std::int64_t i = 0; i < photos; ++i) {
        kernel.primitive.execute(stream,
            {{DNNL_ARG_SRC, memoryOf(kernel.description.src_desc(), bySource[i])},
                {DNNL_ARG_WEIGHTS, kernel.weights}, {DNNL_ARG_BIAS, bias},
                {DNNL_ARG_DST, memoryOf(kernel.description.dst_desc(), byResult[i])}});
    }
    stream.wait();
    if (blocksGiven() != 0)
        return result;
    return FeatureMaps{result, blocks}.plain().narrow(1, 0, kernel.filters);
}

} // namespace convscope

#else // without oneDNN

namespace convscope {

struct BlockedConvolution::Kernel
{
};

BlockedConvolution::BlockedConvolution(std::unique_ptr<Kernel> kernel)
    : m_kernel(std::move(kernel))
{
}

BlockedConvolution::~BlockedConvolution() = default;

c10::intrusive_ptr<BlockedConvolution> BlockedConvolution::make(
    Algorithm, const at::Tensor &, const at::Tensor &, bool, int, int)
{
    return {};
}

bool BlockedConvolution::takesBlocks() const { return false; }

std::int64_t BlockedConvolution::blocksGiven() const { return 0; }

at::Tensor BlockedConvolution::operator()(const at::Tensor &values) const { return values; }

} // namespace convscope

#endif
