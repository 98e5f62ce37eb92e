#pragma once

#include <string>

namespace convscope {

/// A number as a person writes it, whatever the locale: whole ones in full ("100000"), others in the fewest
/// digits that read back as the same double ("0.1", "1e-09").
std::string numberText(double value);

} // namespace convscope
