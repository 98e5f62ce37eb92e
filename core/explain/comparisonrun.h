#pragma once

#include "core/computation.h"
#include "core/explain/comparison.h"
#include "core/explain/comparisonstore.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace convscope {

/// Measures the maps of a comparison photo by photo. What a store knows is taken from it, and what is found
/// out is put there every few seconds, so that a run which is stopped goes on later where it was. The result
/// is valid at any time.
///
/// First it goes through all photos and takes what is known; a photo that has the same bytes as one before it
/// is passed over. Then it asks what is missing. What failed is not kept, and so is tried again by the next
/// run. A rival is measured for the class of the first question that is about one. The random numbers of a
/// photo's rivals start from rivalSeed xor the first 32 bits of the photo's SHA-256, so that they do not
/// depend on the other photos.
class ComparisonRun : public Computation
{
public:
    /// Opens the store in the run's first step; may take long. Throws Error.
    using OpenStore = std::function<std::unique_ptr<ComparisonStore>()>;

    /// The network must outlive the run. Without a store nothing is kept.
    ComparisonRun(const Network &network, ComparisonPlan plan, OpenStore openStore = {});
    /// Keeps what is not kept yet.
    ~ComparisonRun() override;

    bool step() override;
    /// In photos times questions.
    Progress progress() const override;
    const ComparedPhotos &result() const;
    /// Photos of which all was known before.
    int knownBefore() const;

    /// Writes to the store what is not there yet. Does not throw.
    void keep();
    /// Why nothing could be kept lately.
    const std::optional<Error> &notKept() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
