#pragma once

#include "core/network/network.h"

#include <functional>
#include <string>

namespace convscope {

// How many pictures go through the network at once; for core/methods.

/// What the gradient of a picture costs, in passes without one.
constexpr double gradientCost = 3;

/// How many pictures share a step, 1 or more.
class Batch
{
public:
    /// `use` names what it is for: what is too much for one is too much for the next of the same use, until
    /// the process ends. Empty: nothing is remembered.
    explicit Batch(int pictures, std::string use = {});

    operator int() const { return m_pictures; }
    void halve();

private:
    int m_pictures;
    std::string m_use;
};

/// How many pictures share a step: as many as take some 45 ms on two cores of 2023, from 1 to 10; on a GPU
/// 64, or as many as half of the memory that was free at first holds; fewer where each costs more than one
/// pass. A fixed rule, not measured time: the batch size changes the last digits of float32, and equal
/// questions shall give equal answers on one machine.
Batch picturesAStep(const NetworkInfo &info, double passesEach = 1);

/// How many rows of a layer's maps share a step, of which logitsBehind() makes logits: by the same rule, up
/// to 64 where no more is computed than what lies behind the layer.
Batch rowsAStep(const Network &network, int layer);

/// Runs `work`, which takes `batch` pictures at once. Where memory runs out, the batch is halved, for the
/// next step to try the same pictures again; one picture that is too much throws Error: OutOfMemory. Whatever
/// else LibTorch throws leaves as Error.
void halvingBatch(Batch &batch, const std::function<void()> &work);

} // namespace convscope
