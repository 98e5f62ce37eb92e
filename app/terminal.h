#pragma once

#include "core/computation.h"
#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <string>

namespace convscope {

/// What a run on the command line tells on stderr, and the Ctrl-C that it asks for. Progress is shown only
/// where stderr is a terminal, on one line that vanishes before anything else is written.
class Terminal : public Monitor
{
public:
    Terminal();
    ~Terminal() override;

    /// From here on Ctrl-C asks to stop; a second one ends the program at once.
    void catchInterrupts();

    /// What the progress is of, e.g. "3_1.jpg (2 of 5)".
    void setSubject(const QString &subject);

    bool stopRequested() const override;
    void progress(Progress progress) override;

    /// One line, "convscope: …"; the run counts as failed.
    void failure(const Error &error);
    /// The same of what is a sentence already.
    void failure(const QString &text);
    /// What a user should know of a result.
    void note(const QString &text);
    bool failed() const { return m_failed; }

    /// Writes to stdout. Throws Error: CannotWrite.
    void print(const QByteArray &text);

    /// The exit code of what was done.
    int exitCode() const;

private:
    void clearProgress();

    bool m_showsProgress;
    bool m_progressShown = false;
    int m_percent = -1;
    bool m_failed = false;
    QString m_subject;
};

/// "convscope: text" on stderr.
void printError(const QString &text);

} // namespace convscope
