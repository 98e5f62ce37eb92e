#include "core/engine/network/architecture.h"

#include "core/error.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace convscope {

namespace {

using Kind = PlannedLayer::Kind;
using Shape = std::vector<std::int64_t>;

// One layer's output for one photo, in elements. The notebook's largest is 2^21; far above it, memory would
// run out with no error to catch.
constexpr std::int64_t largestOutput = std::int64_t(1) << 27;

constexpr std::int64_t largestKernel = 255; // already reaches over the whole input

[[noreturn]] void unknown(const std::string &found, const std::string &expected)
{
    throw Error(ErrorKind::NetworkUnknownArchitecture, {}, {printable(found), expected});
}

[[noreturn]] void unknown(const std::string &found, const Phrase &expected)
{
    throw Error(ErrorKind::NetworkUnknownArchitecture, {}, {printable(found)}, expected);
}

/// The name of a part of the network, "cnn" or "cnn_layers".
std::string partOf(const StateDict &tensors, const std::string &part)
{
    const std::string longer = part + "_layers";
    const auto found = tensors.lower_bound(longer + ".");
    return found != tensors.end() && found->first.starts_with(longer + ".") ? longer : part;
}

/// Infers one layer after the other; each function appends what it found.
class Planner
{
public:
    Planner(const StateDict &tensors, InputSize input, int channels)
        : m_tensors(tensors)
        , m_maps(partOf(tensors, "cnn"))
        , m_linear(partOf(tensors, "fc"))
        , m_channels(channels)
        , m_height(input.height)
        , m_width(input.width)
    {
    }

    std::vector<PlannedLayer> run()
    {
        sortByModule();
        planMaps();
        planClassifier();
        return std::move(m_layers);
    }

private:
    /// The numbers of the modules in `cnn` and `fc` that have tensors.
    void sortByModule()
    {
        for (const auto &[tensor, stored] : m_tensors) {
            const std::size_t dot = tensor.find('.');
            const std::size_t end = tensor.find('.', dot + 1);
            const std::string part = tensor.substr(0, dot);
            if (end == std::string::npos || (part != m_maps && part != m_linear))
                unknown(tensor, "cnn.<number>.weight, fc.<number>.weight");
            static const std::set<std::string> known = {
                "weight", "bias", "running_mean", "running_var", "num_batches_tracked"};
            int number = -1;
            const char *last = tensor.data() + end;
            const auto parsed = std::from_chars(tensor.data() + dot + 1, last, number);
            if (parsed.ec != std::errc() || parsed.ptr != last || number < 0
                || !known.contains(tensor.substr(end + 1)))
                unknown(tensor, "cnn.<number>.weight, fc.<number>.weight");
            if (!tensor.ends_with("num_batches_tracked") && !isFloating(stored.type))
                unknown(tensor, Phrase(Phrase::FloatingPoint));
            (part == m_maps ? m_cnn : m_fc).insert(number);
        }
        if (m_cnn.empty())
            unknown("cnn", "cnn.0.weight");
        if (m_fc.empty())
            unknown("fc", "fc.0.weight");
    }

    const Shape *shapeOf(const std::string &tensor) const
    {
        const auto found = m_tensors.find(tensor);
        return found == m_tensors.end() ? nullptr : &found->second.shape;
    }

    void expectShape(const std::string &tensor, const Shape &expected) const
    {
        const Shape *found = shapeOf(tensor);
        if (!found)
            unknown(tensor, shapeText(expected));
        if (*found != expected)
            throw Error(ErrorKind::NetworkShapesDoNotFit, {},
                {printable(tensor), shapeText(expected), shapeText(*found)});
    }

    void expectShapeWhereThere(const std::string &tensor, const Shape &expected) const
    {
        if (shapeOf(tensor))
            expectShape(tensor, expected);
    }

    bool isConvolution(int number) const
    {
        const Shape *weight = shapeOf(m_maps + "." + std::to_string(number) + ".weight");
        return weight && weight->size() == 4;
    }

    bool isBatchNorm(int number) const
    {
        return shapeOf(m_maps + "." + std::to_string(number) + ".running_mean") != nullptr;
    }

    PlannedLayer &add(Kind kind, const std::string &part, int number)
    {
        PlannedLayer layer;
        layer.kind = kind;
        layer.name = part + "." + std::to_string(number);
        layer.channels = m_channels;
        layer.height = m_height;
        layer.width = m_width;
        m_layers.push_back(layer);
        return m_layers.back();
    }

    void planMaps()
    {
        int next = 0; // the number of the module that comes next
        while (m_cnn.contains(next)) {
            addConvolution(next++);
            if (m_cnn.contains(next) && isBatchNorm(next))
                addBatchNorm(next++);
            addActivation(m_maps, m_cnn, next++);
            // A module without tensors between this ReLU and the next convolution is a pool.
            if (!m_cnn.contains(next) && m_cnn.contains(next + 1))
                addPool(next++);
        }
        const auto beyond = m_cnn.lower_bound(next);
        if (next == 0 || beyond != m_cnn.end())
            unknown(m_maps + "." + std::to_string(next == 0 ? *m_cnn.begin() : *beyond),
                Phrase(Phrase::ConvolutionalPart));
        addLastPool(next);
    }

    void addConvolution(int number)
    {
        const std::string name = m_maps + "." + std::to_string(number);
        if (!isConvolution(number))
            unknown(name, "Conv2d");
        const Shape &weight = *shapeOf(name + ".weight");
        const std::int64_t size = weight[2];
        const std::int64_t perPlane = std::int64_t(m_height) * m_width;
        if (size % 2 == 0 || size != weight[3] || size > largestKernel)
            unknown(name, Phrase(Phrase::SquareOddKernel));
        if (weight[0] < 1 || weight[0] > largestOutput / perPlane)
            unknown(name, Phrase(Phrase::AtMost, {std::to_string(largestOutput / perPlane)}));
        expectShape(name + ".weight", {weight[0], m_channels, size, size});
        expectShapeWhereThere(name + ".bias", {weight[0]});
        m_channels = int(weight[0]);
        PlannedLayer &layer = add(Kind::Conv2d, m_maps, number);
        layer.kernel = int(size);
        layer.padding = int(size / 2);
    }

    void addBatchNorm(int number)
    {
        const std::string name = m_maps + "." + std::to_string(number);
        expectShape(name + ".running_mean", {m_channels});
        expectShape(name + ".running_var", {m_channels});
        expectShapeWhereThere(name + ".weight", {m_channels});
        expectShapeWhereThere(name + ".bias", {m_channels});
        add(Kind::BatchNorm2d, m_maps, number);
    }

    void addActivation(const std::string &part, const std::set<int> &withTensors, int number)
    {
        if (withTensors.contains(number))
            unknown(part + "." + std::to_string(number), "ReLU");
        add(Kind::Activation, part, number);
    }

    void addPool(int number, int window = 2)
    {
        m_height /= window;
        m_width /= window;
        if (m_height == 0 || m_width == 0)
            unknown(m_maps + "." + std::to_string(number), Phrase(Phrase::FewerPools));
        add(Kind::Pool, m_maps, number).kernel = window;
    }

    /// A pool after the last block leaves no gap in the numbers: it shows in the inputs of the first linear
    /// layer.
    void addLastPool(int number)
    {
        const Shape *weight = shapeOf(m_linear + ".0.weight");
        if (!weight || weight->size() != 2)
            unknown(m_linear + ".0", "Linear");
        const auto inputs = [&](int window) {
            return std::int64_t(m_channels) * (m_height / window) * (m_width / window);
        };
        constexpr int courseWindow = 4; // of the last pool in the course's first network
        if ((*weight)[1] == inputs(2))
            addPool(number);
        else if (m_maps != "cnn" && (*weight)[1] == inputs(courseWindow))
            addPool(number, courseWindow);
        else if ((*weight)[1] != inputs(1))
            throw Error(ErrorKind::NetworkShapesDoNotFit, {},
                {m_linear + ".0.weight", shapeText({(*weight)[0], inputs(2)}), shapeText(*weight)});
    }

    void planClassifier()
    {
        std::int64_t inputs = std::int64_t(m_channels) * m_height * m_width;
        m_height = m_width = 0;
        int next = 0;
        while (m_fc.contains(next)) {
            const std::string name = m_linear + "." + std::to_string(next);
            const Shape *weight = shapeOf(name + ".weight");
            if (!weight || weight->size() != 2)
                unknown(name, "Linear");
            if ((*weight)[0] < 1 || (*weight)[0] > largestOutput)
                unknown(name, Phrase(Phrase::AtMost, {std::to_string(largestOutput)}));
            expectShape(name + ".weight", {(*weight)[0], inputs});
            expectShapeWhereThere(name + ".bias", {(*weight)[0]});
            inputs = (*weight)[0];
            m_channels = int(inputs);
            add(Kind::Linear, m_linear, next++);
            if (m_fc.upper_bound(next - 1) == m_fc.end())
                return;
            addActivation(m_linear, m_fc, next++);
            if (!m_fc.contains(next))
                add(Kind::Dropout, m_linear, next++);
        }
        unknown(m_linear + "." + std::to_string(*m_fc.rbegin()), Phrase(Phrase::LinearPart));
    }

    const StateDict &m_tensors;
    std::string m_maps; ///< "cnn" or "cnn_layers"
    std::string m_linear; ///< "fc" or "fc_layers"
    std::set<int> m_cnn;
    std::set<int> m_fc;
    int m_channels = 3;
    int m_height = 0;
    int m_width = 0;
    std::vector<PlannedLayer> m_layers;
};

} // namespace

const char *name(PlannedLayer::Kind kind, const Modules &modules, bool isMap)
{
    switch (kind) {
    case Kind::Conv2d:
        return "Conv2d";
    case Kind::BatchNorm2d:
        return "BatchNorm2d";
    case Kind::Activation:
        return moduleName(isMap ? modules.activation : modules.linearActivation);
    case Kind::Pool:
        return moduleName(modules.pool);
    case Kind::Linear:
        return "Linear";
    case Kind::Dropout:
        return "Dropout";
    }
    return "";
}

std::vector<PlannedLayer> planLayers(const StateDict &tensors, InputSize input, int channels)
{
    return Planner(tensors, input, channels).run();
}

std::optional<int> pictureChannels(const StateDict &tensors)
{
    const auto weight = tensors.find(partOf(tensors, "cnn") + ".0.weight");
    const bool isThere = weight != tensors.end() && weight->second.shape.size() == 4;
    return isThere && weight->second.shape[1] < 10 ? std::optional(int(weight->second.shape[1]))
                                                   : std::nullopt;
}

} // namespace convscope
