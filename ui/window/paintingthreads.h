#pragma once

namespace convscope {

/// Makes Qt start the threads that it paints large areas with, so that no paint event has to: while LibTorch
/// is being loaded on another thread the system lets no thread be started, which would hold the window up by
/// some 240 ms.
void startPaintingThreads();

} // namespace convscope
