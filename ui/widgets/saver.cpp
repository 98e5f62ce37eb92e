#include "ui/widgets/saver.h"

#include "core/computing.h"
#include "core/error.h"
#include "core/io/npy.h"
#include "ui/present/sentences.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>

namespace convscope {

namespace {

std::string pngOf(const QImage &picture)
{
    mayBlock("pngOf");
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "png"))
        throw Error(ErrorKind::OutOfMemory);
    return bytes.toStdString();
}

} // namespace

Saver::Saver(Lane &writers, QObject *parent)
    : QObject(parent)
    , m_writers(writers)
{
}

void Saver::save(const std::filesystem::path &file, Bytes bytes)
{
    std::erase_if(m_saving, [](const JobHandle &job) { return !job.isActive(); });
    m_saving.push_back(m_writers.call<bool>({Urgency::Open, {}},
        [file, bytes = std::move(bytes)] {
            writeFile(file, bytes());
            return true;
        },
        {.done = [this, file](bool) { Q_EMIT saved(file); },
            .failed = [this](const Error &error) { Q_EMIT failed(sentence(error)); }}));
}

void Saver::savePicture(const std::filesystem::path &file, const QImage &picture)
{
    save(file, [picture] { return pngOf(picture); });
}

void Saver::copyText(Bytes text)
{
    m_copying = m_writers.call<QString>({Urgency::Open, {}},
        [text = std::move(text)] { return QString::fromStdString(text()); },
        {.done = [](const QString &made) { QGuiApplication::clipboard()->setText(made); },
            .failed = [this](const Error &error) { Q_EMIT failed(sentence(error)); }});
}

void Saver::copyPicture(const QImage &picture)
{
    m_copying.drop();
    QGuiApplication::clipboard()->setImage(picture);
}

} // namespace convscope
