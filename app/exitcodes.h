#pragma once

#include <stdexcept>

namespace convscope {

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr int exitInterrupted = 130; // as a shell reports a program that Ctrl-C ended

/// The program was called wrongly: nothing was done. The text is a sentence.
class UsageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

} // namespace convscope
