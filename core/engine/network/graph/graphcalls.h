#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <vector>

namespace convscope {

/// One time that a module ran: operators that follow one another.
struct GraphCall
{
    int module = 0; ///< of Graph::modules
    int first = 0; ///< of Graph::operators
    int last = 0;
    bool isLeaf = true; ///< no other module ran inside
    /// What it gives, of Graph::values: the last value that is used outside; none where none is.
    int value = -1;
};

/// All calls of modules, in the order in which they end; those inside before those around them.
std::vector<GraphCall> callsIn(const Graph &graph);

/// The place of the operator that computes each of Graph::values; −1 of constants and the picture.
std::vector<int> makersOf(const Graph &graph);

/// Calls `visit` with each value that an operator is given, one in a list as well.
template <typename Visit> void forValues(const OperatorArgument &argument, Visit &&visit)
{
    if (argument.kind == OperatorArgument::Kind::Value)
        visit(argument.value);
    for (const OperatorArgument &element : argument.elements)
        forValues(element, visit);
}

template <typename Visit> void forValues(const Operator &step, Visit &&visit)
{
    for (const OperatorArgument &argument : step.arguments)
        forValues(argument, visit);
}

} // namespace convscope
