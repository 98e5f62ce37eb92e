#pragma once

#include "core/explain/methods.h"

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
Editor makeEditor(LayerId &value, Bounds bounds, Edited edited);
Editor makeEditor(FilterId &value, Bounds bounds, Edited edited);
Editor makeEditor(ClassId &value, const QStringList &classNames, Edited edited);
Editor makeEditor(Seed &value, Bounds bounds, Edited edited);
Editor makeEditor(std::optional<Seed> &value, Bounds bounds, Edited edited);
/// `classNames` is read whenever the value is shown.
/// What is explained, of what the method can explain; a filter is offered only where it is the value.
Editor makeEditor(Target &value, const MethodOptions &method, const QStringList &classNames, Edited edited);
/// What its class is compared with.
Editor makeOtherClassEditor(Target &value, const QStringList &classNames, Edited edited);
/// One of several words; `get` and `set` deal in their places. `sentences` say what each means, or none.
Editor makeWordEditor(const QStringList &words, const QStringList &sentences, std::function<int()> get,
    const std::function<void(int)> &set);

} // namespace convscope
