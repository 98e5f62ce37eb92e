#pragma once

#include "core/computation.h"
#include "core/data/photoset.h"
#include "core/error.h"
#include "core/network/network.h"

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace convscope {

/// Accuracy over a set of photos.
struct Evaluation
{
    struct Failure
    {
        std::filesystem::path file;
        Error error;
    };

    Evaluation() = default;
    /// Of `photos` photos that have not been answered.
    Evaluation(int classes, std::size_t photos);
    /// Counts what the network says to a photo of the set, once.
    void add(std::size_t photo, std::optional<int> label, int answer, float probability);
    /// Counts it no more; `label` is the one that it was counted with.
    void remove(std::size_t photo, std::optional<int> label);

    int classCount = 0; ///< that the network knows
    int images = 0; ///< answered by the network, labelled or not
    int labelled = 0; ///< of these, with a true class that the network knows
    int correct = 0;
    /// How many photos of a true class, which comes first, are predicted as another. Only pairs that occur: a
    /// network may know tens of thousands of classes.
    using Counts = std::map<std::pair<int, int>, int>;
    Counts counts;
    std::vector<std::optional<int>>
        predicted; ///< for each photo of the set; none where it failed or was not reached
    std::vector<float> confidence; ///< for each photo, the probability of what is predicted; 0 where none is
    std::vector<Failure> failed;

    double accuracy() const; ///< correct/labelled; 0 where nothing is labelled
    /// Whether so many right answers may be luck: no more than two standard deviations above what guessing
    /// any of the classes gives, of 30 photos or more.
    bool mayBeChance() const;
    int imagesOf(int trueClass) const;
    int correctOf(int trueClass) const;
    /// A row of the confusion matrix: how many of its photos are predicted as each class.
    std::vector<int> confusionOf(int trueClass) const;
};

/// Runs the network over the photos of a set; one photo a step. The result so far is valid at any time.
class EvaluationRun : public Computation
{
public:
    /// The network must outlive the run.
    EvaluationRun(const Network &network, std::vector<PhotoRef> photos);
    ~EvaluationRun() override;
    bool step() override;
    Progress progress() const override;
    const Evaluation &result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
