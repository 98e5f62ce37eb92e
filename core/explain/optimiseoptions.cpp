#include "core/error.h"
#include "core/methods/optimise.h"

#include <string>

// What is asked of a question before the engine is loaded.

namespace convscope {

bool OptimiseOptions::counts(std::string_view field) const
{
    const bool isClass = aim == Aim::Class;
    if (field == "layer")
        return !isClass || (pictures > 1 && diversity > 0);
    if (field == "filter")
        return !isClass;
    if (field == "class")
        return isClass;
    if (field == "second-filter" || field == "power")
        return aim == Aim::Direction;
    return field != "diversity" || pictures > 1;
}

void OptimiseOptions::check(const NetworkInfo &info) const
{
    if (aim != Aim::Direction)
        return;
    checkFilter(info, layer, secondFilter);
    if (secondFilter == filter)
        throw Error(ErrorKind::InvalidOption, {}, {"second-filter", std::to_string(secondFilter)},
            Phrase::AnotherFilter);
}

} // namespace convscope
