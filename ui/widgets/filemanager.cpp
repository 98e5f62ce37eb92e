#include "ui/widgets/filemanager.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDesktopServices>
#include <QUrl>

namespace convscope {

namespace {

/// Every byte of the name counts, also those that are no text.
QUrl urlOf(const std::filesystem::path &file)
{
    std::error_code ignored;
    const std::filesystem::path whole = std::filesystem::absolute(file, ignored);
    return QUrl::fromEncoded(
        "file://" + QByteArray::fromStdString(whole.string()).toPercentEncoding("/"), QUrl::StrictMode);
}

void openFolder(const std::filesystem::path &file, const std::function<void()> &failed)
{
    if (!QDesktopServices::openUrl(urlOf(file.parent_path())) && failed)
        failed();
}

} // namespace

bool openWithItsProgram(const std::filesystem::path &file) { return QDesktopServices::openUrl(urlOf(file)); }

void showInFileManager(const std::vector<std::filesystem::path> &files, std::function<void()> failed)
{
    if (files.empty())
        return;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        openFolder(files.front(), failed);
        return;
    }
    QStringList urls;
    for (const std::filesystem::path &file : files)
        urls << QString::fromLatin1(urlOf(file).toEncoded());
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.FileManager1"),
        QStringLiteral("/org/freedesktop/FileManager1"), QStringLiteral("org.freedesktop.FileManager1"),
        QStringLiteral("ShowItems"));
    call << urls << QString();
    auto *waiting = new QDBusPendingCallWatcher(bus.asyncCall(call), qApp);
    QObject::connect(waiting, &QDBusPendingCallWatcher::finished, qApp,
        [waiting, first = files.front(), failed = std::move(failed)] {
            if (QDBusPendingReply<>(*waiting).isError())
                openFolder(first, failed);
            waiting->deleteLater();
        });
}

} // namespace convscope
