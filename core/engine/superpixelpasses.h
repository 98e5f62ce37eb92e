#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/batch.h"
#include "core/engine/scorefunction.h"
#include "core/explain/answer.h"
#include "core/network/network.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <vector>

namespace convscope {

/// Shows a network one photo with superpixels hidden, a few pictures a pass, and keeps what it answers. What
/// methods that weigh superpixels have in common; each says which superpixels are hidden, and what is made of
/// the answers.
///
/// A row says of each superpixel whether it is shown (1) or hidden (0). Rows are shown in the order in which
/// they are added, and the first one must show the whole photo: it tells which class is meant.
class SuperpixelPasses
{
public:
    /// The network must outlive the passes.
    SuperpixelPasses(const Network &network, Photo photo, const Target &target, Score score);

    const Photo &photo() const { return m_photo; }

    /// Comes before all else: the photo's superpixels, and the picture that hides them, 3×H×W.
    void begin(Segmentation segments, const Map &hiding);
    bool hasBegun() const { return m_original.defined(); }
    const Segmentation &segments() const { return m_segments; }

    void add(std::span<const std::uint8_t> row);
    int added() const;

    /// How many rows the next pass shows where it must not show more than `end` in all.
    int rowsOfPass(int end) const;
    /// Shows them; they have been added. Where memory runs out it shows none, and fewer the next time.
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    void show(int end);

    int shown() const { return m_shown; }
    /// The rows shown, one after the other.
    std::span<const std::uint8_t> rows() const;
    /// What the network said to them, rows × columns: one for each class, and behind them one for what is
    /// explained where that is no class.
    const std::vector<double> &scores() const { return m_scores; }
    double scoreOf(int row, int column) const { return scoresOf(row)[std::size_t(column)]; }
    std::span<const double> scoresOf(int row) const;
    int columns() const { return m_classCount + (m_meant.isClass() ? 0 : 1); }
    /// That of what is explained.
    int explainedColumn() const { return m_meant.isClass() ? m_meant.target.index : m_classCount; }

    /// The answer, but for what is marked and how it ended. `weights` has one for each column.
    SuperpixelWeights answer(std::vector<ClassWeights> weights) const;

private:
    at::Tensor pictures(int count) const;
    void addScores(const at::Tensor &logits);
    double explainedOf(const std::vector<double> &scores) const;

    const Network &m_network;
    Photo m_photo;
    Target m_asked;
    Score m_score;
    int m_classCount;
    Batch m_batch; ///< rows a pass

    Segmentation m_segments;
    at::Tensor m_original; ///< 1×3×H×W
    at::Tensor m_hiding; ///< the same size
    std::vector<std::uint8_t> m_rows; ///< added × superpixels
    std::vector<double> m_scores;
    int m_shown = 0;
    ScoreFunction m_meant;
    Notes m_notes;
};

/// The weights of one class as an answer has them: by falling |weight|, equal ones by superpixel. `errors` is
/// empty or has one for each.
std::vector<SegmentWeight> sortedWeights(
    const std::vector<double> &weights, const std::vector<double> &errors);

} // namespace convscope
