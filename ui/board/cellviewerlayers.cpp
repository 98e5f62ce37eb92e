#include "ui/board/cellviewer.h"
#include "ui/board/originals.h"
#include "ui/board/photooverlay.h"
#include "ui/present/pictures.h"

#include <QAction>
#include <algorithm>

// Which pictures the large view lays over each other, and what it says of them.

namespace convscope {

bool CellViewer::isOwn() const { return !m_asNetwork->isChecked() && isOfPhoto(kindOf(row())); }

/// Whether the cell has a picture which only waits for the photo's own resolution.
bool CellViewer::isReading() const
{
    const bool hasPicture = !m_controller.column(m_column).cells[m_row].picture.isNull()
        && !m_controller.state(m_column, m_row).outdated;
    return hasPicture && isOwn() && m_controller.loadedPhoto(m_column, m_row)
        && !m_originals->hasFailed(
            m_controller.photo(m_column), m_controller.version(m_column), m_controller.inputFor(m_row));
}

Layers CellViewer::layers()
{
    Layers layers;
    const std::shared_ptr<const Photo> photo = m_controller.loadedPhoto(m_column, m_row);
    const BoardCell &cell = m_controller.column(m_column).cells[m_row];
    if (!photo || cell.picture.isNull())
        return layers;
    layers.outline = cell.outline;
    layers.contours = cell.contours;
    if (isOwn()) {
        const PhotoRef &ref = m_controller.photo(m_column);
        const int version = m_controller.version(m_column);
        const int room = int(std::max(m_picture->width(), m_picture->height()) * devicePixelRatioF());
        const auto original = m_originals->ask(
            ref, version, m_controller.inputFor(m_row), std::max(room, m_picture->shownSide()));
        if (!original && !m_originals->hasFailed(ref, version, m_controller.inputFor(m_row)))
            return {}; // in a moment
        if (original) {
            layers.base = imageOf(original);
            layers.size = {original->width, original->height};
            const PicturePart &seen = original->seen;
            layers.part = {seen.x, seen.y, seen.width, seen.height};
            const auto answer = m_controller.answer(m_column, m_row);
            if (answer && liesInPhoto())
                layers.top = m_overlay->ask(
                    {ref.file, answer, original, m_controller.look(m_row), m_controller.sharedScale(m_row)});
            if (layers.top.isNull())
                layers.top = top();
            return layers;
        }
    }
    if (m_inputPhoto != photo)
        m_inputPicture = toQImage(photo->input);
    m_inputPhoto = photo;
    layers.base = m_inputPicture;
    layers.size = m_inputPicture.size();
    layers.top = top();
    return layers;
}

/// Whether the answer's picture has the photo in it, which then is to be sharp.
bool CellViewer::liesInPhoto() const
{
    return kindOf(row()) == AnswerKind::SuperpixelWeights || (hasMapLook(row()) && row().look.opacity < 1);
}

/// The answer's picture at its own resolution; null for the photo.
QImage CellViewer::top() const
{
    return row().isPhoto() ? QImage() : m_controller.column(m_column).cells[m_row].picture;
}

/// Of an answer that is a map; else empty.
QSize CellViewer::mapSize() const
{
    const auto answer = m_controller.answer(m_column, m_row);
    if (!answer)
        return {};
    if (const auto *attribution = std::get_if<Attribution>(answer.get()))
        return {attribution->map.width, attribution->map.height};
    const auto *activation = std::get_if<Activation>(answer.get());
    return activation ? QSize(activation->map.width, activation->map.height) : QSize();
}

/// Each thing once.
QStringList CellViewer::lines() const
{
    const BoardCell &cell = m_controller.column(m_column).cells[m_row];
    QStringList lines{cell.caption};
    lines << cell.measured.sentences << cell.notes;
    const bool overPhoto = isOwn() && !row().isPhoto();
    const QSize size = mapSize();
    if (overPhoto && !size.isEmpty())
        lines << tr("The map has %1 × %2 values and is enlarged to the photo's size.")
                     .arg(size.width())
                     .arg(size.height());
    else if (overPhoto && kindOf(row()) == AnswerKind::SuperpixelWeights)
        lines << tr("The superpixels are those of the network's input, enlarged to the photo's size.");
    const InputDescription input = m_controller.inputFor(m_row);
    if (isOwn() && input.resize > 0)
        lines << tr("The network does not see what is faded.");
    lines.removeAll(QString());
    if (const EvidenceWords evidence = m_controller.evidence(m_column, m_row); !evidence.isEmpty()) {
        const QStringList said = evidence.sentences + evidence.hints;
        lines << QString() << (said.isEmpty() ? QStringList(evidence.caption) : said);
    }
    if (isOwn() && row().isPhoto())
        return lines << tr("The photo at its own resolution. The network sees it in %1 × %2 pixels (key N).")
                            .arg(input.size.width)
                            .arg(input.size.height);
    return lines << QString() << explanation(row());
}

} // namespace convscope
