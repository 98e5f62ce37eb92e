#include "core/engine/scannedmap.h"

#include "core/engine/tensors.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <type_traits>
#include <vector>

namespace convscope {

namespace {

/// Numbers of values that are read side by side, each lane with its own: what a compiler makes vectors of.
template <typename Value, std::size_t lanes> struct Row
{
    std::array<Value, lanes> max;
    std::array<Value, lanes> min;
    std::array<Value, lanes> sum;
    std::array<Value, lanes> positiveSum;
    std::array<std::int32_t, lanes> positive;

    void clear()
    {
        max.fill(-std::numeric_limits<Value>::infinity());
        min.fill(std::numeric_limits<Value>::infinity());
        sum.fill(0);
        positiveSum.fill(0);
        positive.fill(0);
    }

    void add(std::size_t lane, Value value)
    {
        max[lane] = value > max[lane] ? value : max[lane];
        min[lane] = value < min[lane] ? value : min[lane];
        sum[lane] += value;
        positiveSum[lane] += value > 0 ? value : Value(0);
        positive[lane] += value > 0;
    }

    /// The values one after the other, `lanes` at a time.
    void addAll(const Value *values, std::int64_t count)
    {
        std::int64_t i = 0;
        for (; i + std::int64_t(lanes) <= count; i += std::int64_t(lanes)) {
            for (std::size_t lane = 0; lane < lanes; ++lane)
                add(lane, values[i + std::int64_t(lane)]);
        }
        for (std::size_t lane = 0; i < count; ++i, ++lane)
            add(lane, values[i]);
    }
};

/// What is known of a channel after some of its rows.
template <typename Value> struct Channel
{
    Value max = -std::numeric_limits<Value>::infinity();
    Value min = std::numeric_limits<Value>::infinity();
    std::int32_t maxAt = 0;
    std::int32_t minAt = 0;
    double sum = 0;
    double positiveSum = 0;
    std::int32_t positive = 0;

    /// Lanes of the row that starts at place `start`. The place of an extreme is looked for in its row only.
    template <std::size_t lanes>
    void add(const Row<Value, lanes> &row, std::size_t firstLane, std::size_t endLane, const Value *values,
        std::int64_t width, std::int64_t stride, std::int32_t start)
    {
        const auto place = [&](Value value) {
            std::int32_t x = 0;
            while (x + 1 < width && values[x * stride] != value)
                ++x;
            return start + x;
        };
        const Value highest =
            *std::max_element(&row.max[firstLane], &row.max[firstLane] + (endLane - firstLane));
        const Value lowest =
            *std::min_element(&row.min[firstLane], &row.min[firstLane] + (endLane - firstLane));
        if (highest > max) {
            max = highest;
            maxAt = place(highest);
        }
        if (lowest < min) {
            min = lowest;
            minAt = place(lowest);
        }
        for (std::size_t lane = firstLane; lane < endLane; ++lane) {
            sum += double(row.sum[lane]);
            positiveSum += double(row.positiveSum[lane]);
            positive += row.positive[lane];
        }
    }
};

template <typename Value> void rectifyRow(Value *values, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        values[i] = values[i] < 0 ? Value(0) : values[i]; // NaN stays
}

template <typename Value> void put(LayerScan &scan, std::size_t place, const Channel<Value> &channel)
{
    scan.max[place] = float(channel.max);
    scan.min[place] = float(channel.min);
    scan.maxAt[place] = channel.maxAt;
    scan.minAt[place] = channel.minAt;
    scan.sum[place] = channel.sum;
    scan.positiveSum[place] = channel.positiveSum;
    scan.positive[place] = channel.positive;
}

// Compiled once for each kind of processor, where the compiler can: the same sums, of more lanes at once.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__linux__)                    \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define CONVSCOPE_FOR_EACH_PROCESSOR __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define CONVSCOPE_FOR_EACH_PROCESSOR
#endif

/// The channels of a block, which lie side by side for each pixel.
template <typename Value>
CONVSCOPE_FOR_EACH_PROCESSOR void scanBlock(LayerScan &scan, std::size_t block, Value *values, bool rectify)
{
    constexpr std::size_t lanes = FeatureMaps::block;
    std::array<Channel<Value>, lanes> channels;
    Row<Value, lanes> row;
    const std::int64_t length = std::int64_t(scan.width) * std::int64_t(lanes);
    for (int y = 0; y < scan.height; ++y, values += length) {
        row.clear();
        row.addAll(values, length);
        for (std::size_t lane = 0; lane < lanes; ++lane)
            channels[lane].add(
                row, lane, lane + 1, values + lane, scan.width, std::int64_t(lanes), y * scan.width);
        if (rectify)
            rectifyRow(values, length);
    }
    for (std::size_t lane = 0; lane < lanes; ++lane)
        put(scan, block * lanes + lane, channels[lane]);
}

/// One channel, whose values lie one after the other.
template <typename Value>
CONVSCOPE_FOR_EACH_PROCESSOR void scanPlane(LayerScan &scan, std::size_t channel, Value *values, bool rectify)
{
    constexpr std::size_t lanes = 8;
    Channel<Value> found;
    Row<Value, lanes> row;
    for (int y = 0; y < scan.height; ++y, values += scan.width) {
        row.clear();
        row.addAll(values, scan.width);
        found.add(row, 0, lanes, values, scan.width, 1, y * scan.width);
        if (rectify)
            rectifyRow(values, scan.width);
    }
    put(scan, channel, found);
}

/// Ready to be read as it lies in memory: blocks in channels-last layout, or plain maps.
at::Tensor inOrder(const FeatureMaps &maps)
{
    return maps.values.contiguous(
        maps.blocks > 0 ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous);
}

std::int64_t channelsOf(const FeatureMaps &maps)
{
    return maps.blocks > 0 ? maps.blocks * FeatureMaps::block : maps.values.size(1);
}

/// Rows or columns of an even grid.
std::vector<std::int64_t> gridOf(std::int64_t size, int side)
{
    const std::int64_t count = std::min<std::int64_t>(size, side);
    std::vector<std::int64_t> grid;
    for (std::int64_t i = 0; i < count; ++i)
        grid.push_back(i * size / count);
    return grid;
}

/// Copies places of channels that lie `channels` side by side.
template <typename Value> class Sampler
{
public:
    Sampler(PlaceSample &sample, const LayerScan &scan, std::int64_t channels, const at::Tensor &like)
        : m_rows(gridOf(scan.height, sample.side))
        , m_columns(gridOf(scan.width, sample.side))
        , m_width(scan.width)
        , m_rectify(sample.rectify)
    {
        sample.values = at::empty({channels, std::int64_t(m_rows.size() * m_columns.size())}, like.options());
        m_to = sample.values.data_ptr<Value>();
    }

    void copy(const Value *values, std::int64_t firstChannel, std::int64_t channels) const
    {
        const auto places = std::int64_t(m_rows.size() * m_columns.size());
        std::int64_t place = 0;
        for (const std::int64_t y : m_rows) {
            for (const std::int64_t x : m_columns) {
                const Value *const from = values + (y * m_width + x) * channels;
                for (std::int64_t channel = 0; channel < channels; ++channel) {
                    const Value value = from[channel];
                    m_to[(firstChannel + channel) * places + place] =
                        m_rectify && value < 0 ? Value(0) : value;
                }
                ++place;
            }
        }
    }

private:
    std::vector<std::int64_t> m_rows;
    std::vector<std::int64_t> m_columns;
    std::int64_t m_width;
    bool m_rectify;
    Value *m_to;
};

} // namespace

LayerScan scanMap(FeatureMaps &maps, bool rectify, PlaceSample *sample)
{
    const at::ScalarType type = maps.values.scalar_type();
    if (type != at::kFloat && type != at::kDouble)
        throw Error(ErrorKind::Internal, {}, {"maps of this type cannot be scanned"});
    maps.values = inOrder(maps);
    LayerScan scan;
    scan.height = int(maps.values.size(2));
    scan.width = int(maps.values.size(3));
    const auto channels = std::size_t(channelsOf(maps));
    for (auto *each : {&scan.max, &scan.min})
        each->resize(channels);
    for (auto *each : {&scan.maxAt, &scan.minAt, &scan.positive})
        each->resize(channels);
    for (auto *each : {&scan.sum, &scan.positiveSum})
        each->resize(channels);
    AT_DISPATCH_FLOATING_TYPES(type, "scanMap", [&] {
        auto *const values = maps.values.data_ptr<scalar_t>();
        const std::int64_t parts = maps.blocks > 0 ? maps.blocks : std::int64_t(channels);
        const std::int64_t together = maps.blocks > 0 ? std::int64_t(FeatureMaps::block) : 1;
        const std::int64_t size = maps.values.numel() / parts;
        const std::int64_t grain = std::max<std::int64_t>(1, (1 << 15) / std::max<std::int64_t>(1, size));
        std::optional<Sampler<scalar_t>> sampler;
        if (sample)
            sampler.emplace(*sample, scan, std::int64_t(channels), maps.values);
        at::parallel_for(0, parts, grain, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t part = begin; part < end; ++part) {
                scalar_t *const first = values + part * size;
                if (sampler)
                    sampler->copy(first, part * together, together);
                if (maps.blocks > 0)
                    scanBlock(scan, std::size_t(part), first, rectify);
                else
                    scanPlane(scan, std::size_t(part), first, rectify);
            }
        });
    });
    return scan;
}

namespace {

constexpr std::size_t numbersAChannel = 7; ///< that scanOnDevice() gives

} // namespace

at::Tensor scanOnDevice(const at::Tensor &maps, PlaceSample *sample)
{
    const at::Tensor channels = maps.scalar_type() == at::kDouble ? maps[0] : maps[0].to(at::kFloat);
    const at::Tensor flat = channels.flatten(1);
    const std::int64_t count = flat.size(1);
    const at::Tensor places = at::arange(count, flat.options().dtype(at::kDouble));
    const auto firstPlaceOf = [&](const at::Tensor &extreme) { // a device's argmax takes any of equal values
        return at::where(flat == extreme.unsqueeze(1), places, double(count)).amin(1);
    };
    const at::Tensor max = flat.amax(1);
    const at::Tensor min = flat.amin(1);
    const at::Tensor exact = flat.to(at::kDouble);
    if (sample) {
        const auto grid = [&](std::int64_t size) {
            return sent(at::tensor(gridOf(size, sample->side), at::kLong), maps.options().dtype(at::kLong));
        };
        const at::Tensor some = channels.index_select(1, grid(channels.size(1)))
                                    .index_select(2, grid(channels.size(2)))
                                    .flatten(1);
        sample->values = sample->rectify ? some.clamp_min(0) : some;
    }
    return at::stack({max.to(at::kDouble), min.to(at::kDouble), firstPlaceOf(max), firstPlaceOf(min),
        exact.sum(1), exact.clamp_min(0).sum(1), exact.gt(0).sum(1).to(at::kDouble)});
}

LayerScan scanOf(const std::vector<double> &values, int height, int width)
{
    LayerScan scan;
    scan.height = height;
    scan.width = width;
    const std::size_t channels = values.size() / numbersAChannel;
    auto take = [&, value = values.data()](auto &into) mutable {
        for (std::size_t i = 0; i < channels; ++i)
            into.push_back(typename std::decay_t<decltype(into)>::value_type(*value++));
    };
    take(scan.max);
    take(scan.min);
    take(scan.maxAt);
    take(scan.minAt);
    take(scan.sum);
    take(scan.positiveSum);
    take(scan.positive);
    return scan;
}

} // namespace convscope
