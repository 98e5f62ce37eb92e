#include "core/explain/request.h"

#include <concepts>

namespace convscope {

namespace {

/// Appends a text with its length in front, so that no two lists of texts give the same key.
void append(std::string &key, const std::string &text)
{
    key += std::to_string(text.size());
    key += ':';
    key += text;
}

/// −0 becomes 0: they are equal, but they are not written alike.
MethodOptions withoutNegativeZeros(MethodOptions question)
{
    visitFields(question, [](const char *, auto &field, const Bounds &) {
        if constexpr (std::floating_point<std::remove_reference_t<decltype(field)>>)
            field += 0.0;
    });
    return question;
}

} // namespace

bool dependsOnLabel(const MethodOptions &question)
{
    const Target *target = fieldOf<Target>(question);
    return target
        && (target->kind == Target::Kind::True
            || (target->against && target->against->kind == OtherClass::Kind::True));
}

std::string PhotoVersion::key() const
{
    std::string key;
    append(key, file.string());
    append(key, std::to_string(version));
    append(key, label ? std::to_string(*label) : std::string());
    return key;
}

std::string Request::key() const
{
    std::string key;
    append(key, network);
    if (!question || !noiseSeedOf(*question)) {
        const bool withLabel = question && dependsOnLabel(*question);
        append(key, PhotoVersion{photo.file, photo.version, withLabel ? photo.label : std::nullopt}.key());
    } else {
        append(key, {});
    }
    append(key, question ? methodName(*question) : std::string());
    append(key, question ? toJson(withoutNegativeZeros(withoutIdle(*question))) : std::string());
    return key;
}

} // namespace convscope
