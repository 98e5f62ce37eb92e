#include "core/computation.h"

namespace convscope {

bool runToEnd(Computation &computation, Monitor &monitor)
{
    monitor.progress(computation.progress());
    bool more = true;
    while (more) {
        if (monitor.stopRequested())
            return false;
        more = computation.step();
        monitor.progress(computation.progress());
    }
    return true;
}

} // namespace convscope
