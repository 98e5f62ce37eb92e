#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct zip;

namespace convscope {

/// The zip file that torch.save writes since PyTorch 1.6, or torch.export.save: entries stored, not
/// compressed, most often below one top folder of any name. Entries are named without it: "data.pkl",
/// "data/0". All that is read from one archive together is never more than the file holds, whatever its
/// directory claims. Errors are without a file; whoever knows it adds it.
class Archive
{
public:
    /// Throws Error: NotANetwork, NetworkDamaged.
    explicit Archive(const std::filesystem::path &file);
    /// An archive in memory, such as one that lies in another.
    explicit Archive(std::vector<std::uint8_t> bytes);

    /// Holds a program beside its tensors.
    bool isTorchScript() const { return m_isTorchScript; }

    std::uint64_t fileSize() const { return m_fileSize; }
    bool has(const std::string &entry) const { return m_entries.contains(entry); }
    /// Throws Error: NetworkDamaged, NetworkCompressed.
    std::uint64_t sizeOf(const std::string &entry) const;
    /// Throws Error: NetworkDamaged, also where the checksum is wrong, NetworkCompressed.
    std::vector<std::uint8_t> read(const std::string &entry) const;

private:
    void listEntries();

    struct Closer
    {
        void operator()(zip *archive) const;
    };
    std::vector<std::uint8_t> m_bytes; ///< of an archive in memory
    std::unique_ptr<zip, Closer> m_zip;
    std::uint64_t m_fileSize = 0;
    bool m_isTorchScript = false;
    mutable std::uint64_t m_bytesRead = 0;
    std::map<std::string, std::uint64_t> m_entries; ///< name below the top folder → index in the archive
};

} // namespace convscope
