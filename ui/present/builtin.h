#pragma once

namespace convscope {

/// Makes what is inside the program readable as ":/convscope.svg" and ":/i18n/…". May be called again.
void loadBuiltin();

} // namespace convscope
