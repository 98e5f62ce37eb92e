#pragma once

#include "core/data/input.h"

#include <filesystem>
#include <optional>

namespace convscope {

// What the user told of networks' inputs, by network, in the user's settings: told once, it holds whenever
// the network is opened.

std::optional<InputDescription> rememberedInput(const std::filesystem::path &network);

/// Without a description, what was told before is forgotten.
void rememberInput(const std::filesystem::path &network, const std::optional<InputDescription> &told);

} // namespace convscope
