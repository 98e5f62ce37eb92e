// Reads what a fuzzer thinks of as a program of torch.export.save. What begins like a zip archive is a whole
// file; anything else is the JSON inside one, whose weights stay as they are, since no checksum is ever
// guessed.

#include "core/engine/network/graph/exportedprogram.h"
#include "core/error.h"

#include <zip.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

using namespace convscope;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes baseFile()
{
    std::ifstream stream(CONVSCOPE_FUZZ_BASE, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The base with another program in it.
Bytes withProgram(const Bytes &base, const std::uint8_t *json, std::size_t size)
{
    zip_source_t *source = zip_source_buffer_create(base.data(), base.size(), 0, nullptr);
    zip_t *archive = zip_open_from_source(source, 0, nullptr);
    if (!archive)
        std::abort();
    zip_source_keep(source); // holds what is written
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        if (!std::string_view(zip_get_name(archive, zip_uint64_t(i), 0)).ends_with("models/model.json"))
            continue;
        zip_file_replace(archive, zip_uint64_t(i), zip_source_buffer(archive, json, size, 0), 0);
        zip_set_file_compression(archive, zip_uint64_t(i), ZIP_CM_STORE, 0);
    }
    if (zip_close(archive) != 0 || zip_source_open(source) != 0)
        std::abort();
    zip_stat_t stat;
    zip_source_stat(source, &stat);
    Bytes bytes(stat.size);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Bytes base = baseFile();
    const bool isFile = std::string_view(reinterpret_cast<const char *>(data), size).starts_with("PK");
    try {
        const Archive archive(isFile ? Bytes(data, data + size) : withProgram(base, data, size));
        readExportedProgram(archive, {at::kCPU, at::kFloat});
    } catch (const Error &) {
        // refused, as most are
    }
    return 0;
}
