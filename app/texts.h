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

} // namespace convscope
