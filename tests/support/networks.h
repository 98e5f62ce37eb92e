#pragma once

#include "core/error.h"
#include "core/network/network.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace convscope {

/// A file of tests/data.
inline std::filesystem::path testFile(const std::string &name)
{
    return std::filesystem::path(CONVSCOPE_TEST_DATA) / name;
}

/// Values that a script in tests/reference computed, as the file's text.
inline std::string referenceText(const std::string &name)
{
    std::ifstream stream(std::filesystem::path(CONVSCOPE_REFERENCE) / name);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Where the networks of the tests run: CONVSCOPE_TEST_DEVICE where it is set, else the processor.
inline std::string testDevice()
{
    const char *const device = std::getenv("CONVSCOPE_TEST_DEVICE");
    return device ? device : "cpu";
}

inline std::unique_ptr<Network> narrowNetwork(Precision precision = Precision::Float64)
{
    return openNetwork(testFile("narrow.pth"), {testDevice(), precision});
}

/// What `work` throws; none where it returns.
template <typename Work> std::optional<Error> errorOf(Work &&work)
{
    try {
        work();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

} // namespace convscope
