#include "ui/present/builtin.h"

#include <QDir>

// Q_INIT_RESOURCE must stand outside of namespaces. Without it a static library's resources are left out.
static void initResource() { Q_INIT_RESOURCE(convscope); }

namespace convscope {

void loadBuiltin() { initResource(); }

} // namespace convscope
