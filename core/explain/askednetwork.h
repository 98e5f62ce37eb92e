#pragma once

#include "core/explain/fields.h"

namespace convscope {

/// Which of two networks, A and B, a question is for.
enum class AskedNetwork
{
    First, ///< A
    Second, ///< B
    Difference, ///< both: what A says less what B says
};
template <> struct Words<AskedNetwork>
{
    static constexpr std::array all{"A", "B", "A-B"};
};

} // namespace convscope
