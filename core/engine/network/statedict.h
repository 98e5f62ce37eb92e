#pragma once

#include "core/engine/network/pickle.h"

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
/// inside its storage, and there are no more elements than the storage holds, or 2^16.
struct StoredTensor
{
    ElementType type = ElementType::Float32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
    std::int64_t offset = 0;
    std::string entry; ///< of the archive, e.g. "data/0"
};

/// Refuses a tensor that is not what StoredTensor says, in a storage of so many bytes. Throws Error:
/// NetworkDamaged, with the name.
void checkInside(const std::string &name, const StoredTensor &tensor, std::uint64_t bytes);

/// Holds no number, as torch.empty(0): whole, and of no use to any layer.
bool isEmpty(const StoredTensor &tensor);

/// Tensors by name, e.g. "cnn.0.weight".
using StateDict = std::map<std::string, StoredTensor>;

/// The tensors of one network, and what else a file holds.
struct StoredWeights
{
    StateDict tensors; ///< without the prefix that all names share
    std::string place; ///< where they are, e.g. "checkpoint.model_state_dict"; empty at the top
    std::vector<std::string> others; ///< places of other weights of the kind, in the file's order
    std::vector<std::string> ignored; ///< names of tensors beside them that no layer needs
    /// Lists of class names that are written beside them, the likelier first.
    std::vector<std::vector<std::string>> classNames;
};

/// Finds the weights in what torch.save wrote, wherever they are: in dicts, lists and tuples of any depth,
/// below any name and prefix ("module.", "model."). Where there are several, those under model_state_dict,
/// state_dict, model or net come first, then the first in the file. `bytesOf` tells the size of an entry of
/// the archive, and throws where there is none. Throws Error: NetworkWithoutWeights, NetworkOfArrays,
/// NetworkWithoutNames, NetworkTensorUnusual, NetworkNeedsCode, NetworkDamaged, and what `bytesOf` throws.
StoredWeights readWeights(
    const PickleTree &tree, const std::function<std::uint64_t(const std::string &)> &bytesOf);

/// The same of tensors that have only names, as in a safetensors file.
StoredWeights chooseWeights(StateDict all);

/// A shape for a message: "[128, 3, 3, 3]".
std::string shapeText(const std::vector<std::int64_t> &shape);

} // namespace convscope
