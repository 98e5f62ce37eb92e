#pragma once

#include "core/network/network.h"

#include <optional>
#include <vector>

namespace convscope {

/// What a second network, B, has of what a first one, A, has: which of its classes and layers are the same.
/// Classes are compared by name where both networks have names, else by number.
class NetworkMatch
{
public:
    /// Throws Error: NoClassInCommon, where nothing tells which classes of B are those of A.
    NetworkMatch(const NetworkInfo &first, const NetworkInfo &second);

    /// What B calls a class of A; none where B does not know it.
    std::optional<int> classInSecond(int label) const;
    std::optional<int> classInFirst(int label) const;
    /// Whether both number the same classes in the same way.
    bool hasSameClasses() const { return m_hasSameClasses; }
    /// The same, as an error says it. Throws Error: ClassNotInSecond.
    int needClass(int label) const;

    /// B's layer of the same name, else that of the same number where it is of the same kind. Throws Error:
    /// LayerNotInSecond.
    int layerInSecond(int layer) const;

    /// Whether both see the same picture of a photo. How they scale its values is their own affair.
    bool seesSamePicture() const { return m_seesSamePicture; }
    /// Whether their scores are of one kind.
    bool hasSameTask() const { return m_hasSameTask; }

    /// How the two differ in what has to be known of that.
    const Notes &notes() const { return m_notes; }

private:
    void matchByName(const std::vector<std::string> &first, const std::vector<std::string> &second);
    void matchByNumber();
    int shared() const;

    struct Named
    {
        std::string name;
        std::string kind;
    };
    static std::vector<Named> layersOf(const NetworkInfo &info);

    std::vector<std::optional<int>> m_inSecond; ///< by the class of A
    std::vector<std::optional<int>> m_inFirst; ///< by the class of B
    std::vector<std::string> m_names; ///< of A's classes
    std::vector<Named> m_first; ///< layers
    std::vector<Named> m_second;
    bool m_hasSameClasses = false;
    bool m_seesSamePicture = false;
    bool m_hasSameTask = false;
    Notes m_notes;
};

} // namespace convscope
