#pragma once

#include <QCoreApplication>
#include <string>

namespace convscope {

/// What the command line says, for translators.
struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

inline std::string utf8(const QString &text) { return text.toStdString(); }
inline QString fromUtf8(const std::string &text) { return QString::fromStdString(text); }

/// "“seven” is not a whole number".
inline std::string isNot(const std::string &given, const QString &allowed)
{
    return utf8(CommandLine::tr("“%1” is not %2").arg(fromUtf8(given), allowed));
}

} // namespace convscope
