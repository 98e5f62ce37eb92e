#pragma once

#include "core/engine/network/graph/exportedjson.h"

#include <string>
#include <vector>

namespace convscope {

/// What goes into an exported program.
struct ExportedInput
{
    enum class Kind
    {
        Parameter,
        Buffer,
        Constant,
        User, ///< who runs it gives it
    };

    Kind kind = Kind::User;
    std::string name; ///< of the value in the graph
    std::string target; ///< the qualified name of what is stored; of a user's input, its argument's
    bool isTensor = true;
};

/// What comes out of it, for the user.
struct ExportedOutput
{
    std::string name; ///< the key of a dictionary, the place in a tuple from 0, "aux.0" of both
    std::string value; ///< of the graph
};

struct ExportedSignature
{
    std::vector<ExportedInput> inputs; ///< those that have a value; None and fixed numbers have none
    std::vector<ExportedOutput> outputs; ///< tensors only
};

/// What a graph module of an exported program takes and gives, in the form of any version. Throws Error:
/// NetworkDamaged.
ExportedSignature readSignature(const Json &graphModule);

/// The names of the leaves of what Python calls a tree: dictionaries, tuples and lists in each other. Empty
/// where the text is no such tree.
std::vector<std::string> leafNames(const std::string &treeSpec);

} // namespace convscope
