#pragma once

#include "tests/cli/programserver.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <cstring>
#include <vector>

// Runs the program as a shell would, without a display and without the user's settings. convscope() and
// convscopeIn() run it by the server of programserver.h, the others start its file.

struct Run
{
    int code = -1;
    bool crashed = true;
    QByteArray out;
    QByteArray err; ///< without what is assumed of every checkpoint
    QByteArray assumed; ///< the line that says it

    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    /// Lines on stderr.
    QList<QByteArray> lines() const
    {
        QList<QByteArray> list = err.split('\n');
        if (list.last().isEmpty())
            list.removeLast();
        return list;
    }
};

inline QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    return environment;
}

inline void start(QProcess &process, const QStringList &arguments)
{
    process.setProcessEnvironment(plainEnvironment());
    process.start(QStringLiteral(CONVSCOPE_PROGRAM), arguments);
}

inline Run ended(int code, bool crashed, const QByteArray &out, const QByteArray &err)
{
    Run run{code, crashed, out, {}, {}};
    for (const QByteArray &line : err.split('\n')) {
        const bool assumes = line.contains(": Weights do not tell what lies between them");
        (assumes ? run.assumed : run.err) += line + '\n';
    }
    run.err.chop(1); // split gives one part more than there are line ends
    return run;
}

inline Run finish(QProcess &process)
{
    if (!process.waitForFinished(3000000))
        process.kill();
    return ended(process.exitCode(), process.exitStatus() != QProcess::NormalExit,
        process.readAllStandardOutput(), process.readAllStandardError());
}

/// For a user whose system speaks another language, e.g. "zh_CN.UTF-8".
inline Run convscopeIn(const char *locale, const QStringList &arguments)
{
    std::vector<std::string> words;
    for (const QString &argument : arguments)
        words.push_back(argument.toStdString());
    const ProgramServer::Answer answer = ProgramServer::instance().run(locale, words);
    return ended(answer.code, answer.crashed, QByteArray::fromStdString(answer.out),
        QByteArray::fromStdString(answer.err));
}

inline Run convscope(const QStringList &arguments) { return convscopeIn("C.UTF-8", arguments); }

/// For arguments that are no text: a script that bash runs with the program as "$0".
inline Run shell(const QString &script)
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.start(
        QStringLiteral("/bin/bash"), {QStringLiteral("-c"), script, QStringLiteral(CONVSCOPE_PROGRAM)});
    return finish(process);
}

/// A file below tests/data.
inline QString data(const QString &name) { return QStringLiteral(CONVSCOPE_TEST_DATA "/") + name; }

inline QStringList withNetwork(const QString &subcommand, const QStringList &more = {})
{
    return QStringList{subcommand, QStringLiteral("--model"), data(QStringLiteral("narrow.pth"))} + more;
}

inline QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The dictionary at the head of a .npy file.
inline QByteArray npyHeader(const QString &name)
{
    const QByteArray bytes = contents(name);
    return bytes.size() < 10 ? QByteArray()
                             : bytes.mid(10, uchar(bytes[8]) + 256 * uchar(bytes[9])).trimmed();
}

/// What comes after the head of a .npy file, as numbers of type T.
template <typename T> std::vector<T> npyValues(const QString &name)
{
    const QByteArray bytes = contents(name);
    const qsizetype start = bytes.size() < 10 ? bytes.size() : 10 + uchar(bytes[8]) + 256 * uchar(bytes[9]);
    std::vector<T> values(std::size_t(bytes.size() - start) / sizeof(T));
    std::memcpy(values.data(), bytes.constData() + start, values.size() * sizeof(T));
    return values;
}

inline QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

/// A command line in one string; @photo, @net, @data, @presets and @out stand for paths.
inline QStringList words(QString line, const QString &out)
{
    line.replace(QStringLiteral("@photo"), data(QStringLiteral("food/validation/3_1.jpg")));
    line.replace(QStringLiteral("@net"), data(QStringLiteral("narrow.pth")));
    line.replace(QStringLiteral("@presets"), data(QStringLiteral("presets")));
    line.replace(QStringLiteral("@data"), data(QStringLiteral("food")));
    line.replace(QStringLiteral("@out"), out);
    return line.split(u' ', Qt::SkipEmptyParts);
}
