#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/data/photo.h"
#include "core/engine/scorefunction.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace convscope {

/// The gradients that a method takes on its way from a baseline to the photo, and what must be known of their
/// sum.
class PathGradients
{
public:
    /// Runs the network on the photo. Throws Error: NotFinite, and what the network throws.
    PathGradients(const Network &network, const Photo &photo, const Target &target);

    /// 1×3×H×W, as the network takes it.
    const at::Tensor &picture() const { return m_picture; }

    /// Pictures B×3×H×W that the way begins at. What is explained is the photo's score less the mean of
    /// theirs.
    void startFrom(const at::Tensor &baselines);

    /// ∂ score / ∂ pictures, B×3×H×W in double; 0 where none reaches them.
    at::Tensor of(const at::Tensor &pictures);
    /// The same in the processor's memory.
    at::Tensor onProcessor(const at::Tensor &pictures);

    /// Whether the network cuts the gradient off, so that all are 0.
    bool areCut() const { return m_areCut; }

    /// The answer that has this map, with its completeness and notes. `advice` is the note where the map
    /// misses more than 5 % of what it explains although the method has come to its end.
    Attribution attribution(Map map, bool isComplete, Note::Kind advice) const;

private:
    const Network &m_network;
    at::Tensor m_picture;
    Notes m_notes;
    ScoreFunction m_score;
    double m_photoScore = 0;
    double m_difference = 0;
    bool m_areCut = false;
    bool m_areZero = true; ///< all so far
};

/// The places 0 … count − 1 by their bits read backwards (van der Corput's sequence): however many of the
/// first are taken, they lie spread over the whole.
std::vector<int> spreadOrder(int count);

/// One number for each picture of a batch, to multiply pictures like those with: B×1×1×1.
at::Tensor eachPicture(const std::vector<double> &numbers, const at::Tensor &like);

} // namespace convscope
