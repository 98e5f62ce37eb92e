#include "core/engine/network/classifier.h"

#include "core/engine/convolution.h"
#include "core/engine/mapscanner.h"
#include "core/engine/network/answers.h"
#include "core/engine/network/applymodules.h"
#include "core/engine/network/batchnorm.h"
#include "core/engine/network/classifierchain.h"
#include "core/engine/network/randomweights.h"
#include "core/engine/outputs.h"
#include "core/engine/precision.h"
#include "core/engine/relurule.h"
#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <c10/core/GradMode.h>

#include <map>
#include <optional>
#include <set>

namespace convscope {

namespace {

using Kind = PlannedLayer::Kind;
using Tensors = std::map<std::string, at::Tensor>;

at::Tensor find(const Tensors &tensors, const std::string &name)
{
    const auto found = tensors.find(name);
    return found == tensors.end() ? at::Tensor() : found->second;
}

void checkFinite(const at::Tensor &tensor, const std::string &name)
{
    if (tensor.defined() && !at::isfinite(tensor).all().item<bool>())
        throw Error(ErrorKind::NotFinite, {}, {name});
}

/// The notebook's kind of classifier, run layer by layer. Parameters do not require gradients, so that
/// autograd computes those of the input only: a third of the work.
class Classifier : public Network, public ScannedNetwork
{
public:
    Classifier(NetworkInfo info, const std::vector<PlannedLayer> &layers, const Tensors &tensors);

    const NetworkInfo &info() const override { return m_info; }
    Outputs run(const at::Tensor &batch, const std::vector<int> &layers, Until until) const override;
    Outputs runScanned(const at::Tensor &batch, const std::vector<int> &scanned, MapScanner &scanner,
        const std::vector<int> &layers) const override;
    std::vector<DerivedLayer> derivedLayers() const override;
    Outputs runFromLayers(const at::Tensor &picture, const std::vector<int> &layers) const override;
    at::Tensor logitsBehind(int layer, const at::Tensor &maps, const at::Tensor &picture) const override;
    bool canBeginBehind(int) const override { return true; } // it is a chain
    at::Tensor activation(const at::Tensor &batch, int layer, int filter) const override;
    at::Tensor kernel(int layer, int filter) const override;
    Chain chain() const override;
    std::unique_ptr<Network> withRandomWeights(int modules, std::uint32_t seed) const override;

private:
    /// A convolution whose weights are laid out when it is first needed.
    using Lazy = std::optional<Convolution>;

    struct Module
    {
        PlannedLayer plan;
        Affine own; ///< of a convolution or a linear layer, as in the file
        Affine folded; ///< as it is computed: in m_type, with the batch norm behind a convolution
        Affine norm; ///< of that batch norm, for each channel
        Affine exactNorm; ///< the same in the precision of the file
        std::size_t end = 0; ///< of a convolution: the index of what follows on all that `fused` computes
        mutable Lazy fused; ///< the folded one and a ReLU behind it; of a linear layer, one of 1×1
        mutable Lazy unfused; ///< the folded one, for whoever wants to see what comes into the ReLU
        mutable Lazy bare; ///< without the batch norm
    };

    /// The convolution of one filter that was asked for last: a filter image asks hundreds of times.
    struct OneFilter
    {
        std::size_t layer = 0;
        int filter = 0;
        Convolution convolution;
    };

    bool convolvesBehind(std::size_t module) const;
    void fold(Module &convolution, const std::string &name, const Tensors &tensors) const;
    Affine converted(const Affine &affine) const;
    Convolution made(const Module &module, const Affine &affine, bool withReLU) const;
    const Convolution &fused(const Module &module) const;
    const Convolution &unfused(const Module &module) const;
    const Convolution &bare(const Module &module) const;
    bool hasReLU() const { return m_modulesTold.activation == Modules::Activation::ReLU; }
    bool isNorm(std::size_t module) const;
    at::Tensor linear(const Module &module, const at::Tensor &values) const;
    at::Tensor apply(const Module &module, const at::Tensor &values) const;
    static FeatureMaps normed(const Module &convolution, const FeatureMaps &maps);

    /// A pass over some of the modules.
    class Pass;
    at::Tensor logitsOfRest(Pass &pass) const;
    const Convolution &ofFilter(std::size_t layer, std::size_t convolution, int filter) const;

    NetworkInfo m_info;
    Tensors m_tensors; ///< as in the file
    Modules m_modulesTold; ///< what the modules without weights are
    at::ScalarType m_type; ///< in which layers compute
    std::vector<Module> m_modules;
    mutable std::optional<OneFilter> m_oneFilter;
};

Classifier::Classifier(NetworkInfo info, const std::vector<PlannedLayer> &layers, const Tensors &tensors)
    : m_info(std::move(info))
    , m_tensors(tensors)
    , m_modulesTold(m_info.input.modules.value_or(Modules()))
    , m_type(computeType(m_info.precision, m_info.device))
{
    const c10::NoGradGuard noGrad;
    for (const auto &[name, tensor] : tensors)
        checkFinite(tensor, name);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        Module module;
        module.plan = layers[i];
        const std::string &name = layers[i].name;
        if (layers[i].kind == Kind::Conv2d || layers[i].kind == Kind::Linear) {
            module.own = {find(tensors, name + ".weight"), find(tensors, name + ".bias")};
            module.folded = converted(module.own);
        }
        if (layers[i].kind == Kind::BatchNorm2d)
            fold(m_modules.back(), name, tensors);
        m_modules.push_back(std::move(module));
    }
    std::size_t activation = m_modules.size(); // the next one: planLayers() puts one behind each convolution
    for (std::size_t i = m_modules.size(); i-- > 0;) {
        if (m_modules[i].plan.kind == Kind::Activation)
            activation = i;
        if (m_modules[i].plan.kind == Kind::Conv2d)
            m_modules[i].end = hasReLU() ? activation + 1 : activation;
    }
}

Affine Classifier::converted(const Affine &affine) const
{
    return {affine.weight.to(m_type), affine.bias.defined() ? affine.bias.to(m_type) : affine.bias};
}

void Classifier::fold(Module &convolution, const std::string &name, const Tensors &tensors) const
{
    const Affine norm = batchNorm(find(tensors, name + ".running_mean"), find(tensors, name + ".running_var"),
        find(tensors, name + ".weight"), find(tensors, name + ".bias"), m_modulesTold.epsilon);
    convolution.norm = converted(norm);
    convolution.exactNorm = norm;
    convolution.folded = converted(convscope::folded(convolution.own, norm));
    // A variance below zero, or numbers too large for the precision.
    checkFinite(convolution.folded.weight, name + ".running_var");
    checkFinite(convolution.folded.bias, name + ".running_var");
}

Convolution Classifier::made(const Module &module, const Affine &affine, bool withReLU) const
{
    const c10::NoGradGuard noGrad;
    if (module.plan.kind == Kind::Linear)
        return {affine.weight.unsqueeze(2).unsqueeze(3), affine.bias, withReLU, /*height=*/1, /*width=*/1};
    return {affine.weight, affine.bias, withReLU, module.plan.height, module.plan.width};
}

const Convolution &Classifier::fused(const Module &module) const
{
    if (!module.fused)
        module.fused = made(module, module.folded, module.plan.kind == Kind::Conv2d && hasReLU());
    return *module.fused;
}

const Convolution &Classifier::unfused(const Module &module) const
{
    if (!hasReLU())
        return fused(module);
    if (!module.unfused)
        module.unfused = made(module, module.folded, /*withReLU=*/false);
    return *module.unfused;
}

const Convolution &Classifier::bare(const Module &module) const
{
    if (!module.norm.weight.defined())
        return unfused(module);
    if (!module.bare)
        module.bare = made(module, converted(module.own), /*withReLU=*/false);
    return *module.bare;
}

bool Classifier::isNorm(std::size_t module) const
{
    return module < m_modules.size() && m_modules[module].plan.kind == Kind::BatchNorm2d;
}

/// In one pass over the maps, in the layout that they have.
FeatureMaps Classifier::normed(const Module &convolution, const FeatureMaps &maps)
{
    const auto &[weight, bias] = convolution.norm;
    const std::int64_t photos = maps.values.size(0) / std::max<std::int64_t>(1, maps.blocks);
    const auto perChannel = [&](const at::Tensor &numbers) {
        if (maps.blocks == 0)
            return numbers.view({1, -1, 1, 1});
        return numbers.view({maps.blocks, FeatureMaps::block, 1, 1}).repeat({photos, 1, 1, 1});
    };
    return {at::addcmul(perChannel(bias), maps.values, perChannel(weight)), maps.blocks};
}

/// B×C → B×F. By oneDNN like the convolutions: the threads of another library's matrix product would spin on
/// beside the next photo's convolutions, a tenth of a pass for one photo.
at::Tensor Classifier::linear(const Module &module, const at::Tensor &values) const
{
    if (fused(module).isPacked())
        return fused(module)({values.unsqueeze(2).unsqueeze(3)}).values.flatten(1);
    return at::linear(values, module.folded.weight, module.folded.bias);
}

/// What treats each channel alone, on plain maps or blocks of them, and linear layers.
at::Tensor Classifier::apply(const Module &module, const at::Tensor &values) const
{
    switch (module.plan.kind) {
    case Kind::Activation:
        return activated(values, m_modulesTold, module.plan.height > 0);
    case Kind::Pool:
        return pooled(values, m_modulesTold, module.plan.kernel);
    case Kind::Linear:
        return linear(module, values);
    case Kind::Conv2d: // the pass does it
    case Kind::BatchNorm2d: // in its convolution
    case Kind::Dropout: // does nothing in eval mode
        break;
    }
    return values;
}

/// Then what comes out of the module decides which ReLUs behind it let a gradient through: it must be the
/// same as where a gradient is taken from the picture on. Behind the last convolution so few are near 0 that
/// it does not matter.
bool Classifier::convolvesBehind(std::size_t module) const
{
    return std::any_of(m_modules.begin() + std::ptrdiff_t(module) + 1, m_modules.end(),
        [](const Module &each) { return each.plan.kind == Kind::Conv2d; });
}

/// Runs modules one after the other, several at once where nobody wants to see what is between them.
class Classifier::Pass
{
public:
    /// Where autograd's graph begins.
    enum class GraphFrom
    {
        Batch, ///< if that requires gradients
        Wanted, ///< at the first module that is wanted
    };

    /// `wanted` are modules whose outputs are kept.
    Pass(const Classifier &network, const at::Tensor &batch, std::set<std::size_t> wanted,
        GraphFrom from = GraphFrom::Batch)
        : m_network(network)
        , m_type(batch.scalar_type())
        , m_from(from)
        , m_keepsGraph(batch.requires_grad() || from == GraphFrom::Wanted)
        , m_sums(from == GraphFrom::Wanted && network.convolvesBehind(*wanted.begin())
                  ? Convolution::Sums::Plain
                  : Convolution::Sums::Fast)
        , m_wanted(std::move(wanted))
        , m_maps{normalised(batch, network.m_info.input).to(network.m_type)}
    {
    }

    /// Shows outputs of modules that have maps; the places in the scanner's list come with them. No graph is
    /// kept then.
    void scan(const std::map<std::size_t, std::size_t> &places, MapScanner &scanner)
    {
        m_places = places;
        m_scanner = &scanner;
    }

    /// Begins behind module `layer`, which gives `maps`.
    Pass(const Classifier &network, std::size_t layer, const at::Tensor &maps)
        : m_network(network)
        , m_type(maps.scalar_type())
        , m_keepsGraph(maps.requires_grad())
        , m_next(layer + 1)
        , m_maps{maps.to(network.m_type)}
    {
    }

    /// Up to, without, module `last`.
    void run(std::size_t last)
    {
        while (m_next < last)
            m_network.m_modules[m_next].plan.kind == Kind::Conv2d ? convolve(last) : apply();
    }

    const FeatureMaps &maps() const { return m_maps; }
    at::ScalarType type() const { return m_type; } ///< of what is given and kept
    const at::Tensor &kept(std::size_t module) const { return m_kept.at(module); }

private:
    void convolve(std::size_t last)
    {
        const Module &module = m_network.m_modules[m_next];
        const bool isWhole = module.end <= last && !isSeenWithin(m_next, module.end - 1);
        if (isWhole) {
            m_maps = m_network.fused(module)(m_maps, m_sums);
            m_next = module.end;
        } else if (m_network.isNorm(m_next + 1) && !isSeenWithin(m_next, m_next + 1) && m_next + 1 < last) {
            m_maps = m_network.unfused(module)(m_maps, m_sums);
            m_next += 2;
        } else {
            m_maps = m_network.bare(module)(m_maps, m_sums);
            ++m_next;
        }
        keep();
    }

    void apply()
    {
        const Module &module = m_network.m_modules[m_next];
        if (module.plan.kind == Kind::Activation && ruleAsksForInput())
            m_maps = {m_maps.plain()}; // the rule looks at each picture as a whole
        if (module.plan.kind == Kind::BatchNorm2d)
            m_maps = normed(m_network.m_modules[m_next - 1], m_maps);
        else if (module.plan.kind == Kind::Linear && m_maps.values.dim() == 4)
            m_maps = {m_network.apply(module, m_maps.plain().flatten(1))};
        else
            m_maps.values = m_network.apply(module, m_maps.values);
        ++m_next;
        keep();
    }

    /// Whether an output of the modules from `first` up to, without, `end` is wanted or scanned.
    bool isSeenWithin(std::size_t first, std::size_t end) const
    {
        const auto wanted = m_wanted.lower_bound(first);
        const auto scanned = m_places.lower_bound(first);
        return (wanted != m_wanted.end() && *wanted < end)
            || (scanned != m_places.end() && scanned->first < end);
    }

    /// The scanner sees what has just been computed. A ReLU behind it is computed in the same sweep over the
    /// memory.
    void show(std::size_t place)
    {
        const bool rectify = m_network.hasReLU() && m_next < m_network.m_modules.size()
            && m_network.m_modules[m_next].plan.kind == Kind::Activation && !m_places.contains(m_next);
        if (rectify && m_wanted.contains(m_next - 1))
            m_kept[m_next - 1] = m_maps.plain().to(m_type).clone();
        m_scanner->scan(place, m_maps, rectify);
        if (rectify)
            ++m_next;
    }

    /// What has just been computed, where it is wanted.
    void keep()
    {
        if (const auto scanned = m_places.find(m_next - 1); scanned != m_places.end())
            show(scanned->second);
        if (!m_wanted.contains(m_next - 1))
            return;
        at::Tensor &output = m_kept[m_next - 1] = m_maps.plain().to(m_type);
        if (m_from == GraphFrom::Wanted && !output.requires_grad())
            output = output.detach().requires_grad_(true);
        if (m_keepsGraph) // what follows has a gradient by what is given
            m_maps = {output.to(m_network.m_type)};
    }

    const Classifier &m_network;
    at::ScalarType m_type;
    GraphFrom m_from = GraphFrom::Batch;
    bool m_keepsGraph;
    Convolution::Sums m_sums = Convolution::Sums::Fast; ///< on the way to where the graph begins
    std::set<std::size_t> m_wanted;
    std::size_t m_next = 0;
    FeatureMaps m_maps;
    std::map<std::size_t, at::Tensor> m_kept;
    std::map<std::size_t, std::size_t> m_places; ///< by module, the places in the scanner's list
    MapScanner *m_scanner = nullptr;
};

at::Tensor Classifier::logitsOfRest(Pass &pass) const
{
    pass.run(m_modules.size());
    const at::Tensor &answers = pass.maps().values;
    const bool isOne = answers.size(1) == 1;
    return logitsOf(answers, isOne ? AnswerForm::OneLogit : AnswerForm::Logits).to(pass.type());
}

Outputs Classifier::run(const at::Tensor &batch, const std::vector<int> &layers, Until until) const
{
    return translated([&] {
        const c10::AutoGradMode mode(batch.requires_grad());
        const std::set<std::size_t> wanted(layers.begin(), layers.end());
        Pass pass(*this, batch, wanted);
        Outputs outputs;
        if (until == Until::Logits)
            outputs.logits = logitsOfRest(pass);
        else
            pass.run(wanted.empty() ? 0 : *wanted.rbegin() + 1);
        for (const int layer : layers)
            outputs.layers.push_back(pass.kept(std::size_t(layer)));
        return outputs;
    });
}

Outputs Classifier::runScanned(const at::Tensor &batch, const std::vector<int> &scanned, MapScanner &scanner,
    const std::vector<int> &layers) const
{
    return translated([&] {
        const c10::NoGradGuard noGrad;
        Pass pass(*this, batch.detach(), {layers.begin(), layers.end()});
        std::map<std::size_t, std::size_t> places;
        for (std::size_t place = 0; place < scanned.size(); ++place)
            places.emplace(std::size_t(scanned[place]), place);
        pass.scan(places, scanner);
        Outputs outputs;
        outputs.logits = logitsOfRest(pass);
        for (const int layer : layers)
            outputs.layers.push_back(pass.kept(std::size_t(layer)));
        return outputs;
    });
}

/// Of a batch norm's output, in float64: what comes out of its convolution, and out of its ReLU.
std::vector<DerivedLayer> Classifier::derivedLayers() const
{
    return translated([&] {
        const c10::NoGradGuard noGrad;
        std::vector<DerivedLayer> derived;
        for (std::size_t i = 0; i < m_modules.size(); ++i) {
            const bool isFirst = m_modules[i].plan.kind == Kind::Conv2d && !isNorm(i + 1);
            if (!isFirst && m_modules[i].plan.kind != Kind::BatchNorm2d)
                continue;
            if (!isFirst) {
                const Affine &norm = m_modules[i - 1].exactNorm;
                derived.push_back({int(i) - 1, int(i), DerivedLayer::Rule::BeforeNorm,
                    toMap(norm.weight.view({1, 1, -1})).values, toMap(norm.bias.view({1, 1, -1})).values});
            }
            if (hasReLU() && i + 1 < m_modules.size() && m_modules[i + 1].plan.kind == Kind::Activation)
                derived.push_back({int(i) + 1, int(i)});
        }
        return derived;
    });
}

Outputs Classifier::runFromLayers(const at::Tensor &picture, const std::vector<int> &layers) const
{
    return translated([&] {
        const c10::AutoGradMode mode(true);
        Pass pass(*this, picture.detach(), {layers.begin(), layers.end()}, Pass::GraphFrom::Wanted);
        Outputs outputs;
        outputs.logits = logitsOfRest(pass);
        for (const int layer : layers)
            outputs.layers.push_back(pass.kept(std::size_t(layer)));
        return outputs;
    });
}

at::Tensor Classifier::logitsBehind(int layer, const at::Tensor &maps, const at::Tensor &) const
{
    return translated([&] {
        const c10::AutoGradMode mode(maps.requires_grad());
        Pass pass(*this, std::size_t(layer), maps);
        return logitsOfRest(pass);
    });
}

const Convolution &Classifier::ofFilter(std::size_t layer, std::size_t convolution, int filter) const
{
    if (!m_oneFilter || m_oneFilter->layer != layer || m_oneFilter->filter != filter) {
        const Module &module = m_modules[convolution];
        Affine affine = convolution == layer ? converted(module.own) : module.folded;
        affine.weight = affine.weight.narrow(0, filter, 1);
        if (affine.bias.defined())
            affine.bias = affine.bias.narrow(0, filter, 1);
        m_oneFilter = OneFilter{layer, filter, made(module, affine, /*withReLU=*/false)};
    }
    return m_oneFilter->convolution;
}

/// Of the convolution that the layer comes from only one filter is computed: what lies between the two works
/// on each channel alone.
at::Tensor Classifier::activation(const at::Tensor &batch, int layer, int filter) const
{
    return translated([&] {
        const c10::AutoGradMode mode(batch.requires_grad());
        const auto wanted = std::size_t(layer);
        std::size_t convolution = wanted;
        while (m_modules[convolution].plan.kind != Kind::Conv2d)
            --convolution;
        Pass pass(*this, batch, {});
        pass.run(convolution);
        FeatureMaps maps = ofFilter(wanted, convolution, filter)(pass.maps());
        for (std::size_t i = convolution + 1; i <= wanted; ++i)
            maps.values = apply(m_modules[i], maps.values);
        return maps.plain().to(batch.scalar_type()).squeeze(1);
    });
}

at::Tensor Classifier::kernel(int layer, int filter) const
{
    return translated([&] {
        const Module &module = m_modules[std::size_t(layer)];
        return module.plan.kind == Kind::Conv2d ? module.own.weight[filter] : at::Tensor();
    });
}

Chain Classifier::chain() const
{
    return translated([&] {
        ClassifierChain chain(m_modulesTold, m_type == at::kDouble ? at::kDouble : at::kFloat);
        for (const Module &module : m_modules)
            chain.append(module.plan, module.folded);
        return chain.finished();
    });
}

std::unique_ptr<Network> Classifier::withRandomWeights(int modules, std::uint32_t seed) const
{
    return translated([&] {
        std::vector<PlannedLayer> layers;
        for (const Module &module : m_modules)
            layers.push_back(module.plan);
        const Tensors drawn = convscope::withRandomWeights(m_tensors, layers, modules, seed);
        return std::make_unique<Classifier>(m_info, layers, drawn);
    });
}

} // namespace

std::unique_ptr<Network> makeClassifier(
    NetworkInfo info, const std::vector<PlannedLayer> &layers, const Tensors &tensors)
{
    return translated([&] { return std::make_unique<Classifier>(std::move(info), layers, tensors); });
}

} // namespace convscope
