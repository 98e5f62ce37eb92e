#include "core/explain/fields.h"

#include "core/error.h"

#include <charconv>

namespace convscope {

Target parseTarget(const std::string &text)
{
    if (text == "true")
        return {Target::Kind::True, 0};
    if (text == "predicted")
        return {Target::Kind::Predicted, 0};
    Target target{Target::Kind::Class, 0};
    const char *end = text.data() + text.size();
    const auto [last, problem] = std::from_chars(text.data(), end, target.index);
    if (problem != std::errc() || last != end || target.index < 0)
        throw Error(ErrorKind::InvalidOption, {}, {"target", text}, Phrase::TargetClass);
    return target;
}

std::string toString(const Target &target)
{
    switch (target.kind) {
    case Target::Kind::True:
        return "true";
    case Target::Kind::Predicted:
        return "predicted";
    case Target::Kind::Class:
        break;
    }
    return std::to_string(target.index);
}

} // namespace convscope
