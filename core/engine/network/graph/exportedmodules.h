#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// The modules that the operators of an exported program say they run in.
class ExportedModules
{
public:
    /// The calls that an operator's nn_module_stack tells, outermost first, without the network's own. A
    /// stack that cannot be read tells none.
    std::vector<ModuleCall> callsOf(const std::string &stack);

    const std::vector<GraphModule> &modules() const { return m_modules; }
    /// The name of the network's Python class; empty where no operator tells it.
    const std::string &rootKind() const { return m_rootKind; }

private:
    std::vector<GraphModule> m_modules;
    std::map<std::string, int> m_numbers; ///< by name
    std::string m_rootKind;
};

/// "layer1.0.conv1" of what PyTorch's versions write for that: "L['self'].layer1[0].conv1",
/// "getattr(L['self'].layer1, \"0\").conv1", "L__self___layer1.0.conv1". Empty for the network itself.
std::string qualifiedName(std::string_view path);

} // namespace convscope
