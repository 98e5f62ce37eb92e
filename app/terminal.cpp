#include "app/terminal.h"

#include "app/exitcodes.h"
#include "app/program.h"
#include "app/texts.h"
#include "core/log.h"
#include "ui/present/sentences.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace convscope {

namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

void interrupt(int) { interrupted = true; }

void write(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
}

} // namespace

Terminal::Terminal()
    : m_showsProgress(isatty(STDERR_FILENO) != 0)
{
}

Terminal::~Terminal() { clearProgress(); }

void Terminal::catchInterrupts()
{
    struct sigaction action = {};
    action.sa_handler = interrupt;
    action.sa_flags = int(SA_RESETHAND) | SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
}

void Terminal::setSubject(const QString &subject)
{
    m_subject = subject;
    m_percent = -1;
}

bool Terminal::stopRequested() const { return interrupted; }

void Terminal::progress(Progress progress)
{
    if (progress.total <= 0)
        return;
    const int percent = int(100LL * progress.done / progress.total);
    if (percent == m_percent)
        return;
    m_percent = percent;
    log::debug(m_subject.toStdString() + ": " + std::to_string(progress.done) + " of "
        + std::to_string(progress.total));
    if (!m_showsProgress)
        return;
    write(QStringLiteral("\r\x1b[K%1  %2 %").arg(m_subject).arg(percent, 3));
    m_progressShown = true;
}

void Terminal::clearProgress()
{
    if (m_progressShown)
        write(QStringLiteral("\r\x1b[K"));
    m_progressShown = false;
}

void Terminal::failure(const Error &error)
{
    log::error(error.what());
    failure(sentence(error));
}

void Terminal::failure(const QString &text)
{
    clearProgress();
    printError(text);
    m_failed = true;
}

void Terminal::note(const QString &text)
{
    clearProgress();
    printError(text);
}

void Terminal::print(const QByteArray &text)
{
    clearProgress();
    const bool whole =
        std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout) == std::size_t(text.size());
    if (!whole || std::fflush(stdout) != 0) {
        const std::string reason = std::strerror(errno);
        throw Error(ErrorKind::CannotWrite, utf8(CommandLine::tr("standard output")), {reason});
    }
}

int Terminal::exitCode() const
{
    if (interrupted)
        return exitInterrupted;
    return m_failed ? exitFailed : exitDone;
}

void printError(const QString &text) { write(fromUtf8(programName()) + QStringLiteral(": ") + text + u'\n'); }

} // namespace convscope
