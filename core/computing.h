#pragma once

namespace convscope {

/// Says of the calling thread that it must not compute, because a window lives on it: what computes or waits
/// for a disk calls `offended` there, with the function's name, and goes on. Null allows it again.
void forbidComputing(void (*offended)(const char *function));

/// For core, at the start of what may take longer than a window can wait.
void mayBlock(const char *function);

} // namespace convscope
