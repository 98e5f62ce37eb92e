#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace convscope {

/// The class that another one is compared with.
struct OtherClass
{
    enum class Kind
    {
        Strongest, ///< the likeliest of all others
        True,
        Predicted,
        Class
    };
    Kind kind = Kind::Strongest;
    int index = 0; ///< with Kind::Class

    bool operator==(const OtherClass &) const = default;
};

/// One unit of a filter's map: its place, from 0.
struct Unit
{
    int row = 0;
    int column = 0;

    bool operator==(const Unit &) const = default;
};

/// What an explanation is about.
struct Target
{
    enum class Kind
    {
        True, ///< a class
        Predicted, ///< a class
        Class,
        Entropy, ///< how unsure the network is: −Σ p·ln p of the probabilities p, in nats
        Filter ///< how strongly a filter responds: the sum of its map, or one unit of it
    };
    Kind kind = Kind::True;
    int index = 0; ///< of the class or the filter
    int layer = 0; ///< with Kind::Filter
    std::optional<Unit> unit = {}; ///< with Kind::Filter
    /// Of a class: explained is how far it is ahead of this one, logit A − logit B, which is the logarithm of
    /// the odds, ln p_A − ln p_B.
    std::optional<OtherClass> against = {};

    bool isClass() const { return kind != Kind::Entropy && kind != Kind::Filter; }

    bool operator==(const Target &) const = default;
};

/// The number of a class with this name; none where no class is called so.
using ClassNamed = std::function<std::optional<int>(const std::string &name)>;

/// "true", "predicted", a class number or name; two of them, "3 against 5", the second of which may be
/// "strongest"; "entropy"; "filter 15:37", layer and filter, or "filter 15:37 at 4,2", row and column of a
/// unit. None of any other text.
std::optional<Target> targetFrom(const std::string &text, const ClassNamed &classNamed = {});
/// The same without names. Throws Error: InvalidOption.
Target parseTarget(const std::string &text);
std::string toString(const Target &target);
/// The second part alone; none of any other text.
std::optional<OtherClass> otherClassFrom(const std::string &text, const ClassNamed &classNamed = {});
/// The second part: "strongest", "true", "predicted" or a class number.
std::string toString(const OtherClass &rival);

/// The two sides of "A against B" as it may be meant: each way to cut the text.
std::vector<std::pair<std::string, std::string>> sidesOf(const std::string &text);

/// What an answer is about, once what the network says to the photo is known. As a number it is the class.
struct Explained
{
    enum class Kind
    {
        Class,
        Contrast, ///< how far the class is ahead of `other`
        Entropy, ///< the number is the predicted class
        Filter ///< the number is the filter
    };
    int index = 0;
    Kind kind = Kind::Class;
    int other = 0; ///< with Kind::Contrast the other class, with Kind::Filter the layer
    std::optional<Unit> unit = {}; ///< with Kind::Filter

    constexpr Explained() = default;
    constexpr Explained(int label) // NOLINT: a class is its number
        : index(label)
    {
    }
    constexpr Explained(int number, Kind kindOf, int otherOne = 0, std::optional<Unit> unitOf = {})
        : index(number)
        , kind(kindOf)
        , other(otherOne)
        , unit(unitOf)
    {
    }
    constexpr operator int() const { return index; } // NOLINT: the same the other way round

    /// The class whose score is explained; none of an entropy and of a filter.
    std::optional<int> label() const
    {
        return kind == Kind::Class || kind == Kind::Contrast ? std::optional(index) : std::nullopt;
    }
    /// Whether less of it means more of something else, so that the two sides of a map are alike.
    bool isContrast() const { return kind == Kind::Contrast; }
};

/// As in names of files: "3", "3-against-5", "entropy", "filter-15-37", "filter-15-37-at-4-2".
std::string fileWord(const Explained &explained);

} // namespace convscope
