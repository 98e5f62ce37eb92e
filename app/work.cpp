#include "app/work.h"

#include "ui/present/paths.h"

#include <new>
#include <system_error>

namespace convscope {

QString photoSubject(const std::filesystem::path &file, std::size_t index, std::size_t count)
{
    const QString name = displayText(file.filename());
    return count == 1 ? name : QStringLiteral("%1 (%2 of %3)").arg(name).arg(index + 1).arg(count);
}

namespace {

std::optional<Error> caught(const std::filesystem::path &file, const std::function<void()> &work)
{
    try {
        work();
        return std::nullopt;
    } catch (const Error &error) {
        return error.about(file);
    } catch (const std::bad_alloc &) {
        return Error(ErrorKind::OutOfMemory, file);
    } catch (const std::exception &error) {
        return Error(ErrorKind::Internal, file, {error.what()});
    }
}

} // namespace

std::optional<Error> guarded(
    const std::filesystem::path &file, Terminal &terminal, const std::function<void()> &work)
{
    const auto error = caught(file, work);
    if (error)
        terminal.failure(*error);
    return error;
}

void drive(Survey &survey, Terminal &terminal)
{
    bool more = true;
    while (more && !terminal.stopRequested()) {
        more = survey.step();
        terminal.progress(survey.part().progress);
    }
}

bool TerminalSink::begun(std::size_t place, const PhotoRef &ref)
{
    m_terminal.setSubject(photoSubject(ref.file, place, m_photoCount));
    return true;
}

void TerminalSink::failed(const SurveyFailure &failure) { m_terminal.failure(failure.error); }

void makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw Error(ErrorKind::CannotWrite, folder, {error.message()});
}

} // namespace convscope
