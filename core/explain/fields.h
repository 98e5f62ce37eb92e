#pragma once

#include "core/explain/target.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace convscope {

// What the fields of a question are made of. Whoever wants the layer of a question asks for its field of type
// LayerId, and so on; nobody asks for a field by its name.

/// The range of a number, both ends included. It means nothing for a field of another kind.
struct Bounds
{
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
};

/// A layer: its place in NetworkInfo::layers.
struct LayerId
{
    static constexpr Bounds bounds{0, 1e6};

    int index = 15; ///< the notebook's

    constexpr LayerId() = default;
    constexpr LayerId(int layer) // NOLINT: a layer is its number
        : index(layer)
    {
    }
    constexpr operator int() const { return index; } // NOLINT: the same the other way round
};

/// A filter of a layer: the channel of the layer's output, from 0.
struct FilterId
{
    static constexpr Bounds bounds{0, 1e6};

    int index = 0;

    constexpr FilterId() = default;
    constexpr FilterId(int filter) // NOLINT: a filter is its number
        : index(filter)
    {
    }
    constexpr operator int() const { return index; } // NOLINT: the same the other way round
};

/// A class of the network: its number, from 0.
struct ClassId
{
    static constexpr Bounds bounds{0, 1e6};

    int index = 0;

    constexpr ClassId() = default;
    constexpr ClassId(int label) // NOLINT: a class is its number
        : index(label)
    {
    }
    constexpr operator int() const { return index; } // NOLINT: the same the other way round
};

/// What random numbers start from. Equal seeds give equal answers.
struct Seed
{
    static constexpr Bounds bounds{0, 4294967295.0};

    std::uint32_t value = 0;

    constexpr Seed() = default;
    constexpr Seed(std::uint32_t seed) // NOLINT: a seed is its number
        : value(seed)
    {
    }
    constexpr operator std::uint32_t() const { return value; } // NOLINT: the same the other way round
};

/// The words of an enum on the command line, in sessions and recipes, in the order of its values. Each enum
/// that is a field has a specialisation with the array `all`, beside it.
template <typename Enum> struct Words;

template <typename T>
concept Worded = requires
{
    Words<T>::all;
};

template <Worded Enum> constexpr const char *word(Enum value) { return Words<Enum>::all[std::size_t(value)]; }

/// None where no value has this word.
template <Worded Enum> std::optional<Enum> fromWord(std::string_view text)
{
    for (std::size_t i = 0; i < Words<Enum>::all.size(); ++i) {
        if (text == Words<Enum>::all[i])
            return Enum(i);
    }
    return {};
}

/// What a gradient is taken of: the cross-entropy of the target class, or its logit.
enum class Objective
{
    Loss,
    Logit
};
template <> struct Words<Objective>
{
    static constexpr std::array all{"loss", "logit"};
};

/// What a class is scored by: the network's logit, or its probability.
enum class Score
{
    Logits,
    Probabilities
};
template <> struct Words<Score>
{
    static constexpr std::array all{"logits", "probabilities"};
};

/// Of a field that is a number: that number; none of another field, and where it is not set.
template <typename Field> std::optional<double> numberIn(const Field &field)
{
    if constexpr (std::is_same_v<Field, std::optional<Seed>>)
        return field ? std::optional<double>(field->value) : std::nullopt;
    else if constexpr (std::is_same_v<Field,
                           LayerId> || std::is_same_v<Field, FilterId> || std::is_same_v<Field, ClassId>)
        return double(field.index);
    else if constexpr (std::is_same_v<Field, Seed>)
        return double(field.value);
    else if constexpr (std::is_arithmetic_v<Field> && !std::is_same_v<Field, bool>)
        return double(field);
    else
        return {};
}

} // namespace convscope
