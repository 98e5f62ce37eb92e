#include "ui/session/toldinputs.h"

#include "core/error.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>
#include <QVariant>

namespace convscope {

namespace {

constexpr int maxKept = 50;

QString key() { return QStringLiteral("network/inputs"); }

QByteArray bytesOf(const std::filesystem::path &network)
{
    std::error_code ignored;
    return QByteArray::fromStdString(
        std::filesystem::absolute(network, ignored).lexically_normal().string()); // which need not be text
}

} // namespace

/// The list holds each path followed by its description, the one told last first.
std::optional<InputDescription> rememberedInput(const std::filesystem::path &network)
{
    const QVariantList kept = QSettings().value(key()).toList();
    const QByteArray wanted = bytesOf(network);
    for (qsizetype i = 0; i + 1 < kept.size(); i += 2) {
        if (kept[i].toByteArray() != wanted)
            continue;
        try {
            return inputFromJson(kept[i + 1].toByteArray().toStdString());
        } catch (const Error &) {
            return {}; // another version's, or edited by hand
        }
    }
    return {};
}

void rememberInput(const std::filesystem::path &network, const std::optional<InputDescription> &told)
{
    const QVariantList before = QSettings().value(key()).toList();
    const QByteArray path = bytesOf(network);
    QVariantList now;
    if (told)
        now << path << QByteArray::fromStdString(toJson(*told));
    for (qsizetype i = 0; i + 1 < before.size() && now.size() < 2 * maxKept; i += 2) {
        if (before[i].toByteArray() != path)
            now << before[i] << before[i + 1];
    }
    if (now != before)
        QSettings().setValue(key(), now);
}

} // namespace convscope
