#include "core/engine/network/damaged.h"

#include "core/error.h"

namespace convscope {

void damaged(const std::string &what) { throw Error(ErrorKind::NetworkDamaged, {}, {what}); }

} // namespace convscope
