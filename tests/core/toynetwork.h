#pragma once

#include "core/engine/chain.h"
#include "core/engine/outputs.h"
#include "core/network/network.h"
#include "core/note.h"

#include <ATen/ATen.h>

#include <functional>
#include <ostream>

// Include this before Catch2: LibTorch brings glog, which has a CHECK of its own.
#undef CHECK

namespace convscope {

/// For failed checks; with glog's printing of vectors in sight, Catch2 asks for it.
inline std::ostream &operator<<(std::ostream &stream, const Note &note) { return stream << name(note.kind); }

} // namespace convscope

namespace convscope::test {

/// A network of one line, for answers that can be worked out by hand. Takes pictures of 4×2 pixels, has three
/// classes and one layer of one filter.
class ToyNetwork : public Network
{
public:
    using Function = std::function<at::Tensor(const at::Tensor &)>;

    explicit ToyNetwork(Function logits, Function activation = {})
        : m_logits(std::move(logits))
        , m_activation(std::move(activation))
    {
        m_info.layers = {Layer{0, "cnn.0", "ReLU", 1, 2, 4}};
        m_info.classCount = 3;
        m_info.input.size = {4, 2};
        m_info.device = "cpu";
    }

    void setTask(Task task) { m_info.task = task; }
    const NetworkInfo &info() const override { return m_info; }
    Outputs run(const at::Tensor &batch, const std::vector<int> &layers, Until until) const override
    {
        Outputs outputs;
        if (!layers.empty())
            outputs.layers.assign(layers.size(), m_activation(batch).unsqueeze(1));
        if (until == Until::Logits)
            outputs.logits = m_logits(batch);
        return outputs;
    }
    Outputs runFromLayers(const at::Tensor &picture, const std::vector<int> &layers) const override
    {
        return run(picture.clone().requires_grad_(true), layers, Until::Logits);
    }
    at::Tensor logitsBehind(int, const at::Tensor &maps, const at::Tensor &) const override
    {
        return m_logits(maps);
    }
    bool canBeginBehind(int) const override { return true; }
    at::Tensor activation(const at::Tensor &batch, int, int) const override { return m_activation(batch); }
    at::Tensor kernel(int, int) const override { return {}; }
    Chain chain() const override { return {}; }

protected:
    NetworkInfo m_info;

private:
    Function m_logits;
    Function m_activation;
};

/// A network of two parts, B×3×2×4 → maps B×K×h×w → logits B×3, whose one layer is the first.
class TwoParts : public ToyNetwork
{
public:
    TwoParts(Function maps, Function logits, int channels = 1)
        : ToyNetwork(logits)
        , m_maps(std::move(maps))
        , m_behind(std::move(logits))
    {
        m_info.layers.front().channels = channels;
    }

    Outputs run(const at::Tensor &batch, const std::vector<int> &layers, Until) const override
    {
        const at::Tensor maps = m_maps(batch);
        return {std::vector<at::Tensor>(layers.size(), maps), m_behind(maps)};
    }
    Outputs runFromLayers(const at::Tensor &picture, const std::vector<int> &layers) const override
    {
        const at::Tensor maps = m_maps(picture).detach().requires_grad_(true);
        return {std::vector<at::Tensor>(layers.size(), maps), m_behind(maps)};
    }

private:
    Function m_maps;
    Function m_behind;
};

/// Logits B×3 that are all the same.
inline at::Tensor inEachClass(const at::Tensor &logit) { return logit.unsqueeze(1).repeat({1, 3}); }

/// 4×2 pixels: the left half black, the right half white.
inline Photo blackAndWhite(std::optional<int> label = {})
{
    Image image{4, 2, {}};
    for (int row = 0; row < 2; ++row)
        for (int value : {0, 0, 255, 255})
            image.pixels.insert(image.pixels.end(), 3, std::uint8_t(value));
    return {{}, label, image, {}};
}

} // namespace convscope::test
