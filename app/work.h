#pragma once

#include "app/terminal.h"
#include "core/explain/survey.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace convscope {

// What the commands that go through photos have in common.

/// "3_1.jpg (2 of 5)"
QString photoSubject(const std::filesystem::path &file, std::size_t index, std::size_t count);

/// Runs `work`; what it throws goes to the terminal, told of `file` where it does not know one, and is
/// returned.
std::optional<Error> guarded(
    const std::filesystem::path &file, Terminal &terminal, const std::function<void()> &work);

/// Takes a survey to its end, or until the user stops it; the terminal shows how far the question is that is
/// being asked.
void drive(Survey &survey, Terminal &terminal);

/// What the commands' sinks have in common: the terminal shows which photo it is, and tells what failed.
class TerminalSink : public SurveySink
{
public:
    /// The terminal must outlive the sink.
    TerminalSink(Terminal &terminal, std::size_t photoCount)
        : m_terminal(terminal)
        , m_photoCount(photoCount)
    {
    }
    bool begun(std::size_t place, const PhotoRef &ref) override;
    void failed(const SurveyFailure &failure) override;

private:
    Terminal &m_terminal;
    std::size_t m_photoCount;
};

/// Makes the folder and those above it where there are none. Throws Error: CannotWrite.
void makeFolder(const std::filesystem::path &folder);

} // namespace convscope
