#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// What a pickle describes, as data. Nothing is ever imported or called: a global is its name, and an object
/// that only running code would make is the call that would have made it. Nodes refer to each other by
/// number, so cyclic and deeply nested pickles are nothing special.
class PickleTree
{
public:
    using Id = std::uint32_t;

    enum class Kind : std::uint8_t
    {
        None,
        Bool, ///< integer
        Integer, ///< integer
        Text, ///< text, UTF-8 as far as the file is right
        Bytes, ///< text
        List, ///< items
        Tuple, ///< items
        Set, ///< items
        Dict, ///< items: key, value, key, value, …; also an OrderedDict
        Global, ///< text: "module.name"
        Call, ///< items: what is called, its arguments, then any state that it is given
        Persistent, ///< items: the id, which torch.save uses for storages
        Other, ///< a real number, or a whole one of more than 64 bits: no tensor needs either
    };

    struct Node
    {
        Kind kind = Kind::None;
        std::int64_t integer = 0;
        std::string text;
        std::vector<Id> items;
    };

    const Node &operator[](Id id) const { return m_nodes[id]; }
    const Node &root() const { return m_nodes[m_root]; }

private:
    friend class PickleMachine;
    std::vector<Node> m_nodes;
    Id m_root = 0;
};

/// Reads the pickle protocols 2 to 5 (and what protocol 1 shares with them), as far as Python's pickler
/// writes them without extension codes and out-of-band buffers. Memory and time grow with the number of bytes
/// only. Throws Error: NetworkDamaged.
PickleTree readPickle(std::span<const std::uint8_t> bytes);

/// A name out of a file, fit for a message: printable ASCII, at most 80 characters.
std::string printable(std::string_view text);

} // namespace convscope
