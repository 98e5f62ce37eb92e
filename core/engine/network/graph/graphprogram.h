#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"
#include "core/engine/network/graph/graphplan.h"
#include "core/engine/network/program.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace convscope {

/// Runs a network that is a list of operators. Computes no more than is looked at, frees what nobody needs
/// any more, and folds a batch norm into what lies before it where nobody looks between.
class GraphProgram : public Program
{
public:
    /// Throws Error: OutOfMemory, Internal.
    explicit GraphProgram(Graph graph);

    using Program::run;
    ProgramOutputs run(const at::Tensor &batch, const Watch &watch) const override;
    bool canBeginBehind(int module) const override;
    ProgramOutputs runBehind(int module, const at::Tensor &output) const override;
    at::Tensor weightOf(int module) const override;
    std::vector<GraphNode> nodes(const std::vector<int> &layers) const override;
    std::unique_ptr<Program> withRandomWeights(int modules, std::uint32_t seed) const override;

private:
    using Plan = std::vector<PlannedStep>;

    struct Pass
    {
        std::vector<c10::IValue> values; ///< by the place in Graph::values
        std::int64_t pictures = 0; ///< at once
    };

    void findBatchArguments();
    void computeConstants();
    void keepConstants(const Operator &step, const std::vector<c10::IValue> &results);
    void requireUnchanged() const;
    void listModules();
    const std::optional<Plan> &planFor(const PlanRequest &request) const;
    PlanRequest requestFor(const Watch &watch) const;
    std::optional<PlanRequest> requestBehind(int module) const;
    bool execute(const Plan &plan, Pass &pass, const Watch &watch) const;
    void runStep(const PlannedStep &planned, Pass &pass) const;
    bool showTaps(const Operator &step, Pass &pass, const Watch &watch) const;
    void replace(int value, const at::Tensor &before, const at::Tensor &after, Pass &pass) const;
    ProgramOutputs outputsOf(const Pass &pass) const;
    const Operator &folded(int step) const;
    void fitToBatch(int step, std::vector<c10::IValue> &arguments, std::int64_t pictures) const;

    Graph m_graph;
    std::int64_t m_constantsLeft = std::int64_t(1)
        << 26; ///< values that may be computed at the start and kept
    std::vector<std::pair<at::Tensor, std::uint32_t>> m_versions; ///< of the constants, when that was done
    std::unique_ptr<GraphPlanner> m_planner;
    std::set<int>
        m_batchShapes; ///< operators whose argument 1 is a shape that begins with the number of pictures
    std::vector<int> m_makers; ///< by value, of Graph::operators
    std::vector<std::vector<int>> m_taps; ///< by value: modules that give it, those inside first
    std::vector<std::vector<int>> m_values; ///< by module: what its calls give
    mutable std::map<PlanRequest, std::optional<Plan>> m_plans; ///< as they are asked for
    mutable std::map<int, Operator> m_folded; ///< by operator, as they are needed
    mutable std::map<int, std::vector<std::int64_t>> m_shapes; ///< by value, of the last run that saw all
};

} // namespace convscope
