#pragma once

#include <QDBusMessage>
#include <QObject>

class QDBusPendingCallWatcher;

namespace convscope {

/// Whether the desktop wants dark windows, as its portal tells ("color-scheme" of org.freedesktop.appearance,
/// see https://flatpak.github.io/xdg-desktop-portal). Says nothing where there is no portal.
class DesktopScheme : public QObject
{
    Q_OBJECT
public:
    /// Asks, without waiting for the answer.
    explicit DesktopScheme(QObject *parent = nullptr);

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void settingChanged(const QDBusMessage &signal);

private:
    void answered(QDBusPendingCallWatcher *call);
};

} // namespace convscope
