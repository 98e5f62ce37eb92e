#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace convscope {

/// What is kept of one map of one photo.
struct KeptFindings
{
    std::optional<int> target = {}; ///< the class that the map was measured for
    std::map<std::string, std::optional<double>> values = {}; ///< by measure; none: it had nothing to say

    /// Takes what another one has more, where it is not about another class.
    void addMissing(const KeptFindings &other);

    bool operator==(const KeptFindings &) const = default;
};

/// Keeps what was measured of one network's maps, so that it need not be measured again: in a folder of its
/// own a file for each map that is asked, with a row for each photo. Files are written whole or not at all;
/// what cannot be read, or is of another network or version, counts as not there. Values that another program
/// has written meanwhile stay. One thread at a time.
class ComparisonStore
{
public:
    /// `network` names the network and all else that its answers depend on. Where `isReading` is false, what
    /// is kept is not looked at, and each value is replaced by the one that is put.
    ComparisonStore(std::filesystem::path folder, std::string network, bool isReading = true);

    /// The row of a photo in the file of a map; null where there is none. `map` and `photo` are any texts of
    /// ASCII letters that tell maps and photos apart.
    const KeptFindings *find(const std::string &map, const std::string &photo);
    /// Adds to the row; of two values of a measure the new one stays. Values for another class go.
    void put(const std::string &map, const std::string &photo, const KeptFindings &findings);

    bool isChanged() const;
    /// Writes the files that have changed. Throws Error: CannotWrite; what was not written stays changed.
    void write();

    static constexpr const char *ending = ".comparison";

private:
    using Rows = std::map<std::string, KeptFindings>;
    struct File
    {
        Rows rows;
        bool isChanged = false;
    };

    File &file(const std::string &map);
    std::filesystem::path path(const std::string &map) const;
    Rows read(const std::string &map) const;
    void write(const std::string &map, File &file) const;

    std::filesystem::path m_folder;
    std::string m_network;
    bool m_isReading;
    std::map<std::string, File> m_files; ///< by map; those that have been asked for
};

} // namespace convscope
