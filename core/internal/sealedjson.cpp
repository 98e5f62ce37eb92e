#include "core/internal/sealedjson.h"

#include "core/internal/indexdamaged.h"
#include "core/io/sha256.h"

#include <nlohmann/json.hpp>

namespace convscope {

using nlohmann::json;

namespace {

constexpr const char *sealKey = "sha256";

/// Of everything but the checksum: keys are sorted, so the text is the same however the file is laid out.
std::string sealOf(json told)
{
    told.erase(sealKey);
    const std::string text = told.dump(-1, ' ', false, json::error_handler_t::replace);
    Sha256 sum;
    sum.add({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
    return hexText(sum.digest());
}

} // namespace

std::string sealed(json told)
{
    told[sealKey] = sealOf(told);
    return told.dump(1, ' ', false, json::error_handler_t::replace) + '\n';
}

void checkSeal(const json &told, const std::filesystem::path &file)
{
    const auto seal = told.find(sealKey);
    if (seal == told.end() || *seal != sealOf(told))
        throwDamaged(file);
}

} // namespace convscope
