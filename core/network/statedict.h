#pragma once

#include "core/network/pickle.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace convscope {

enum class ElementType
{
    Float16,
    BFloat16,
    Float32,
    Float64,
    Int8,
    UInt8,
    Int16,
    Int32,
    Int64,
    Bool
};

int sizeOf(ElementType type);
bool isFloating(ElementType type);

/// Where a tensor lies in the archive. Every element that shape, strides and offset (in elements) reach lies
/// inside its storage, and there are no more elements than the storage holds.
struct StoredTensor
{
    ElementType type = ElementType::Float32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
    std::int64_t offset = 0;
    std::string entry; ///< of the archive, e.g. "data/0"
};

/// Tensors by name, e.g. "cnn.0.weight".
using StateDict = std::map<std::string, StoredTensor>;

/// Finds the state dict in what torch.save wrote: under model_state_dict, state_dict, model or net, or at the
/// top. A prefix that all names share, such as DataParallel's "module.", is dropped; all that lies beside is
/// ignored. `bytesOf` tells the size of an entry of the archive, and throws where there is none. Throws
/// Error: NetworkWithoutWeights, NetworkNeedsCode, NetworkDamaged, and what `bytesOf` throws.
StateDict readStateDict(
    const PickleTree &tree, const std::function<std::uint64_t(const std::string &)> &bytesOf);

/// Without "module." and the like: the first part of the name, where all names share it and have another
/// number or module name after it.
StateDict withoutCommonPrefix(StateDict dict);

/// A shape for a message: "[128, 3, 3, 3]".
std::string shapeText(const std::vector<std::int64_t> &shape);

} // namespace convscope
