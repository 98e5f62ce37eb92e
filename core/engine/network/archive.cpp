#include "core/engine/network/archive.h"

#include "core/data/filekind.h"
#include "core/engine/network/damaged.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"

#include <zip.h>

#include <algorithm>

namespace convscope {

namespace {

struct FileCloser
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

using Entries = std::map<std::string, std::uint64_t>; ///< by name

/// The folder that holds all else, with its slash, of what PyTorch wrote; none in other archives. An exported
/// program of PyTorch before 2.8 has none.
std::optional<std::string> topFolder(const Entries &entries)
{
    std::optional<std::string> top;
    const auto findBefore = [&](const std::string &wanted) {
        for (const auto &[name, index] : entries) {
            if (name.ends_with(wanted) && name.find('/') == name.size() - wanted.size())
                top = name.substr(0, name.find('/') + 1);
        }
    };
    findBefore("/data.pkl");
    if (!top)
        findBefore("/models/model.json");
    if (!top && entries.contains("serialized_exported_program.json"))
        top = "";
    return top;
}

/// A zip archive that PyTorch did not write.
[[noreturn]] void refuse(const Entries &entries)
{
    const auto any = [&](auto &&test) {
        return std::any_of(
            entries.begin(), entries.end(), [&](const auto &entry) { return test(entry.first); });
    };
    const auto ends = [&](const char *ending) {
        return any([&](const std::string &entry) { return entry.ends_with(ending); });
    };
    const auto throwKind = [](FileKind kind, const std::string &inside = {}) {
        throw Error(ErrorKind::FileOfOtherKind, {}, {name(kind), printable(inside)});
    };
    const auto holds = [&](const char *part) {
        return any([&](const std::string &entry) { return entry.find(part) != entry.npos; });
    };
    if (holds("data/aotinductor/"))
        throwKind(FileKind::AotInductor);
    if (ends("/archive_format")) // it may hold programs for other machines
        throwKind(FileKind::TorchExport);
    if (entries.contains("model.weights.h5") && entries.contains("config.json"))
        throwKind(FileKind::Keras);
    for (const auto &[entry, index] : entries) {
        if (entry.ends_with("saved_model.pb"))
            throwKind(FileKind::SavedModel, entry);
    }
    if (holds("com.apple.CoreML"))
        throwKind(FileKind::CoreMl);
    if (!entries.empty() && !any([](const std::string &entry) { return !entry.ends_with(".npy"); }))
        throwKind(FileKind::NumpyArchive);
    for (const auto &[entry, index] : entries) {
        if (isNetworkName(entry))
            throwKind(FileKind::Zip, entry);
    }
    throw Error(ErrorKind::NotANetwork, {}, {"data.pkl"});
}

} // namespace

void Archive::Closer::operator()(zip *archive) const { zip_discard(archive); }

Archive::Archive(const std::filesystem::path &file)
    : m_fileSize(std::filesystem::file_size(file))
{
    int code = 0;
    m_zip.reset(zip_open(file.c_str(), ZIP_RDONLY, &code));
    if (!m_zip)
        damaged("its end is missing");
    listEntries();
}

Archive::Archive(std::vector<std::uint8_t> bytes)
    : m_bytes(std::move(bytes))
    , m_fileSize(m_bytes.size())
{
    zip_source_t *source = zip_source_buffer_create(m_bytes.data(), m_bytes.size(), 0, nullptr);
    m_zip.reset(source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr);
    if (!m_zip) {
        zip_source_free(source); // which zip_open_from_source keeps only where it succeeds
        damaged("its end is missing");
    }
    listEntries();
}

void Archive::listEntries()
{
    Entries all;
    const zip_int64_t count = zip_get_num_entries(m_zip.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        if (const char *name = zip_get_name(m_zip.get(), zip_uint64_t(i), ZIP_FL_ENC_RAW))
            all.emplace(name, zip_uint64_t(i));
    }
    const std::optional<std::string> top = topFolder(all);
    if (!top)
        refuse(all);
    for (const auto &[name, index] : all) {
        if (!name.starts_with(*top))
            continue;
        const std::string entry = name.substr(top->size());
        if (entry == "constants.pkl" || entry.starts_with("code/"))
            m_isTorchScript = true;
        m_entries.emplace(entry, index);
    }
}

std::uint64_t Archive::sizeOf(const std::string &entry) const
{
    const auto found = m_entries.find(entry);
    if (found == m_entries.end())
        damaged(printable(entry) + " is missing");
    zip_stat_t stat;
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if (zip_stat_index(m_zip.get(), found->second, 0, &stat) != 0 || (stat.valid & needed) != needed)
        damaged(printable(entry));
    if (stat.comp_method != ZIP_CM_STORE)
        throw Error(ErrorKind::NetworkCompressed, {}, {printable(entry)});
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        damaged(printable(entry) + " is encrypted");
    if (stat.size != stat.comp_size || stat.size > m_fileSize)
        damaged(printable(entry) + " is larger than the file");
    return stat.size;
}

std::vector<std::uint8_t> Archive::read(const std::string &entry) const
{
    const std::uint64_t size = sizeOf(entry);
    m_bytesRead += size; // cannot overflow: each is at most the file's size, and the first excess throws
    if (m_bytesRead > m_fileSize)
        damaged("entries of the archive overlap");
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(m_zip.get(), m_entries.at(entry), 0));
    if (!file)
        damaged(printable(entry));
    std::vector<std::uint8_t> bytes(size);
    std::uint64_t done = 0;
    while (done < size) {
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + done, size - done);
        if (got <= 0)
            damaged(printable(entry));
        done += std::uint64_t(got);
    }
    // libzip compares the checksum when it meets the entry's end.
    std::uint8_t beyond = 0;
    if (zip_fread(file.get(), &beyond, 1) != 0)
        damaged(printable(entry));
    return bytes;
}

} // namespace convscope
