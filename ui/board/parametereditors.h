#pragma once

#include "core/explain/options.h"

#include <QStringList>
#include <QWidget>
#include <functional>

namespace convscope {

/// A widget that edits one parameter.
struct Editor
{
    QWidget *widget; ///< to be focused by the label's key, and named
    std::function<void()> load; ///< shows the parameter's value
};

using Edited = std::function<void()>;

// `edited` is called after the user has changed the parameter. The parameter must outlive the widget.

Editor makeEditor(int &value, Bounds bounds, Edited edited);
Editor makeEditor(std::uint32_t &value, Bounds bounds, Edited edited);
Editor makeEditor(std::uint64_t &value, Bounds bounds, Edited edited);
Editor makeEditor(double &value, Bounds bounds, Edited edited);
Editor makeEditor(bool &value, Bounds bounds, Edited edited);
Editor makeEditor(std::optional<std::uint32_t> &value, Bounds bounds, Edited edited);
Editor makeEditor(Objective &value, Bounds bounds, Edited edited);
Editor makeEditor(Score &value, Bounds bounds, Edited edited);
/// `classNames` is read whenever the value is shown.
Editor makeEditor(Target &value, const QStringList &classNames, Edited edited);

/// What a parameter is called, and a sentence on what it does; by its name on the command line.
struct ParameterText
{
    QString label;
    QString help;
};

ParameterText parameterText(const QString &name);

} // namespace convscope
