#include "ui/widgets/saver.h"

#include "core/computing.h"
#include "core/error.h"
#include "core/io/npy.h"
#include "ui/present/drawing.h"
#include "ui/present/figure.h"
#include "ui/present/sentences.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <utility>

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

/// As it is written to a PNG, for the clipboard.
QImage pixelsOf(const Drawing &drawing)
{
    mayBlock("pixelsOf");
    constexpr double copiedDpi = 150;
    const double scale = std::min(copiedDpi, maxDpiOf(drawing)) / 72;
    QImage image((drawing.size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    drawing.paint(painter);
    return image;
}

} // namespace

Saver::Saver(Lane &writers, QObject *parent)
    : QObject(parent)
    , m_writers(writers)
{
}

void Saver::start(const std::filesystem::path &file, std::function<void()> write)
{
    std::erase_if(m_saving, [](const JobHandle &job) { return !job.isActive(); });
    m_saving.push_back(m_writers.call<bool>({Urgency::Open, {}},
        [write = std::move(write)] {
            write();
            return true;
        },
        {.done = [this, file](bool) { Q_EMIT saved(file); },
            .failed = [this](const Error &error) { Q_EMIT failed(sentence(error)); }}));
}

void Saver::save(const std::filesystem::path &file, Bytes bytes)
{
    start(file, [file, bytes = std::move(bytes)] { writeFile(file, bytes()); });
}

void Saver::saveDrawing(const std::filesystem::path &file, const Drawing &drawing)
{
    start(file,
        [file, drawing] { writeDrawing(file, drawing, std::min(FigureStyle().dpi, maxDpiOf(drawing))); });
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

void Saver::copyDrawing(const Drawing &drawing)
{
    m_copying = m_writers.call<QImage>({Urgency::Open, {}}, [drawing] { return pixelsOf(drawing); },
        {.done = [](const QImage &image) { QGuiApplication::clipboard()->setImage(image); },
            .failed = [this](const Error &error) { Q_EMIT failed(sentence(error)); }});
}

} // namespace convscope
