#pragma once

#include "core/explain/methods.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace convscope {

/// One version of a photo's file, with the label that the photo has.
struct PhotoVersion
{
    std::filesystem::path file;
    std::int64_t version = 0; ///< another one each time that the file is found to be replaced
    std::optional<int> label = {}; ///< PhotoRef::label

    /// Equal versions have equal keys, others do not. Every byte of the file's name counts, also those that
    /// are no text; what lies at that place is not looked at.
    std::string key() const;

    bool operator==(const PhotoVersion &other) const { return key() == other.key(); }
};

/// Whether the answer may be another one where the photo has another label.
bool dependsOnLabel(const MethodOptions &question);

/// What a network is asked about a photo. Requests are equal where their answers are: so two rows that ask
/// the same have one answer.
struct Request
{
    /// Networks of one identity give equal answers. It names the version of the network's file and whatever
    /// else answers depend on: precision, device, which of its outputs, how photos are prepared.
    std::string network;
    PhotoVersion photo = {};
    std::optional<MethodOptions> question = {}; ///< none: its prediction

    /// Equal requests have equal keys, others do not. What cannot change the answer is left out of it: the
    /// photo of a question that starts from noise, and its label unless the question is about the photo's
    /// true class.
    std::string key() const;

    bool operator==(const Request &other) const { return key() == other.key(); }
};

} // namespace convscope
