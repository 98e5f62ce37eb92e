#include "ui/window/figureexport.h"

#include "ui/present/figure.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

namespace convscope {

namespace {

QList<Question> hashed(QList<Question> photos)
{
    const QString network = photos.isEmpty() || photos.first().networkFile.empty()
        ? QString()
        : fileHash(photos.first().networkFile);
    for (Question &photo : photos) {
        photo.networkHash = network;
        photo.photoHash = fileHash(photo.photoFile);
    }
    return photos;
}

} // namespace

FigureExport::FigureExport(BoardController &controller, Lane &writers, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_writers(writers)
{
}

void FigureExport::write(const std::filesystem::path &file)
{
    m_writing = m_writers.call<bool>({Urgency::Open, tr("Writing %1").arg(displayText(file.filename()))},
        [file, board = m_controller.board(), photos = m_controller.photoQuestions(),
            rows = m_controller.rowQuestions()] {
            writeFigure(file, board, FigureStyle(), figureRecipe(hashed(photos), rows));
            return true;
        },
        {
            .done = [this, file](bool) { Q_EMIT written(file); },
            .failed = [this](const Error &error) { Q_EMIT failed(sentence(error)); },
        });
}

} // namespace convscope
