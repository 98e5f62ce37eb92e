#include "ui/present/figurelayout.h"

#include "ui/present/colours.h"
#include "ui/present/language.h"
#include "ui/present/outline.h"

#include <QCoreApplication>
#include <QLinearGradient>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr double margin = 14;
constexpr double gap = 10; ///< between columns, and between a row and the next
constexpr double lineGap = 2;
constexpr double swatch = 7; ///< side of a colour's square beside a text
constexpr double swatchSpace = swatch + 4;
constexpr double largestSide = 104;
constexpr double outlineWidth = 0.8;
constexpr double barWidth = 64;
constexpr double barHeight = 6;

const QColor ink(0x1a, 0x1a, 0x1a);
const QColor fadedInk(0x55, 0x55, 0x55);
const QColor frame(0xc8, 0xc8, 0xc8);
const QColor rightInk(0x11, 0x66, 0x33);
const QColor wrongInk(0xa5, 0x33, 0x10);

/// A tick or a cross in a square of side `side`; drawn, as few fonts have both.
QPainterPath verdictMark(bool right, double x, double y, double side)
{
    QPainterPath path;
    if (right) {
        path.moveTo(x, y + side * 0.55);
        path.lineTo(x + side * 0.38, y + side * 0.95);
        path.lineTo(x + side, y + side * 0.1);
    } else {
        path.moveTo(x + side * 0.1, y + side * 0.1);
        path.lineTo(x + side * 0.9, y + side * 0.9);
        path.moveTo(x + side * 0.9, y + side * 0.1);
        path.lineTo(x + side * 0.1, y + side * 0.9);
    }
    return path;
}

/// Where a square of side `side` stands beside a line of text that begins at y.
double centred(double y, const QFont &font, double side)
{
    const QFontMetricsF metrics(font);
    return y + metrics.ascent() - metrics.capHeight() / 2 - side / 2;
}

/// The picture with each of its pixels as a square of several, where it is small: some programs that show an
/// SVG or a PDF smooth pictures whatever they are told, and a map of 8×8 would be a blur.
QImage enlarged(const QImage &picture)
{
    constexpr int enough = 256;
    const int smaller = std::min(picture.width(), picture.height());
    const int factor = (enough + smaller - 1) / smaller;
    return factor <= 1 ? picture : picture.scaled(picture.size() * factor);
}

void paintSwatch(QPainter &painter, const QBrush &fill, const QFont &font, double x, double y)
{
    painter.fillRect(QRectF(x, centred(y, font, swatch), swatch, swatch), fill);
}

} // namespace

FigureLayout::FigureLayout(const Board &board, const FigureStyle &style)
    : m_board(board)
    , m_style(style)
    , m_font(figureFont(style.fontPoints))
    , m_boldFont(figureFont(style.fontPoints, true))
    , m_smallFont(figureFont(style.fontPoints * 0.85))
{
    const LanguageScope scope(style.language);
    if (m_style.photosAsRows)
        layOutHeads(largestLeft());
    else
        layOutSides(largestLeft());
    setCell();
    if (m_style.photosAsRows)
        layOutSides(m_style.cell);
    else
        layOutHeads(m_style.cell);
    layOutCells();
    layOutNotes();
}

qsizetype FigureLayout::across() const
{
    return m_style.photosAsRows ? m_board.rows.size() : m_board.columns.size();
}

qsizetype FigureLayout::down() const
{
    return m_style.photosAsRows ? m_board.columns.size() : m_board.rows.size();
}

/// The widest that what stands left of the pictures may be: a small part of a figure of a given width.
double FigureLayout::largestLeft() const
{
    constexpr double part = 0.18;
    if (!m_style.widthCm)
        return largestSide;
    return std::clamp(*m_style.widthCm * centimetre * part, barWidth, largestSide);
}

/// Class names are never cut: they are what a figure is read for.
void FigureLayout::layOutHeads(double width)
{
    for (const BoardColumn &column : m_board.columns) {
        Head head;
        head.title = TextBlock(column.title, m_boldFont, width, 2);
        const QString trueClass = column.trueClass.isEmpty() ? Texts::tr("true class unknown")
                                                             : Texts::tr("true: %1").arg(column.trueClass);
        head.trueClass = TextBlock(trueClass, m_font, width - swatchSpace);
        if (!column.predictedClass.isEmpty()) {
            const QString text = Texts::tr("predicted: %1").arg(column.predictedClass);
            head.predictedClass = TextBlock(text, m_font, width - swatchSpace);
        }
        if (!column.secondClass.isEmpty()) {
            const QString text = Texts::tr("B predicts: %1").arg(column.secondClass);
            head.secondClass = TextBlock(text, m_font, width - swatchSpace);
        }
        if (column.known)
            head.verdict =
                TextBlock(column.right ? Texts::tr("right") : Texts::tr("wrong"), m_boldFont, width);
        if (m_style.photosAsRows)
            m_leftWidth = std::max({m_leftWidth, head.title.width(),
                swatchSpace
                    + std::max({head.trueClass.width(), head.predictedClass.width(), head.secondClass.width(),
                        head.verdict.width()})});
        m_titleHeight = std::max(m_titleHeight, head.title.height());
        m_trueHeight = std::max(m_trueHeight, head.trueClass.height());
        m_verdictHeight = std::max(m_verdictHeight, head.verdict.height());
        m_predictedHeight = std::max(m_predictedHeight, head.predictedClass.height());
        if (!column.secondClass.isEmpty())
            m_secondHeight = std::max(m_secondHeight, head.secondClass.height() + lineGap);
        m_heads.push_back(std::move(head));
    }
}

void FigureLayout::layOutSides(double width)
{
    for (const BoardRow &row : m_board.rows) {
        Side side;
        side.title = TextBlock(row.title, m_boldFont, width);
        side.detail = TextBlock(row.detail, m_smallFont, width);
        double widest = std::max(side.title.width(), side.detail.width());
        if (row.colourBar)
            widest = std::max(widest, barWidth);
        for (const LegendEntry &entry : row.legend) {
            side.legend.emplace_back(entry.text, m_smallFont, width - swatchSpace);
            widest = std::max(widest, side.legend.back().width() + swatchSpace);
        }
        for (const QString &remark : row.remarks) {
            side.remarks.emplace_back(remark, m_smallFont, width);
            widest = std::max(widest, side.remarks.back().width());
        }
        if (!m_style.photosAsRows)
            m_leftWidth = std::max(m_leftWidth, widest);
        m_sides.push_back(std::move(side));
    }
}

/// The pictures share the width that is left of them.
void FigureLayout::setCell()
{
    const auto count = double(across());
    if (!m_style.widthCm || count == 0)
        return;
    m_style.cell = 0;
    const double rest = *m_style.widthCm * centimetre - (cellX(across()) - gap + margin);
    m_style.cell = std::max(rest / count, 1.0);
}

QString FigureLayout::captionOf(const BoardCell &cell)
{
    if (!m_style.captions)
        return {};
    QString text = cell.caption;
    if (!cell.measured.caption.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral(" · ")) + cell.measured.caption;
    const auto addNotes = [&](const QStringList &notes) {
        for (const QString &note : notes) {
            if (!m_notes.contains(note))
                m_notes += note;
            text += QStringLiteral(" [%1]").arg(m_notes.indexOf(note) + 1);
        }
    };
    addNotes(cell.notes);
    if (!cell.evidence.points.isEmpty())
        text += QChar::LineSeparator + cell.evidence.points.join(QStringLiteral(" · "));
    addNotes(cell.evidence.hints);
    return text.trimmed();
}

BoardCell FigureLayout::cellAt(qsizetype x, qsizetype y) const
{
    const qsizetype column = m_style.photosAsRows ? y : x;
    const qsizetype row = m_style.photosAsRows ? x : y;
    return m_board.columns[column].cells.value(row);
}

double FigureLayout::headHeight() const
{
    return m_titleHeight + m_trueHeight + m_predictedHeight + m_secondHeight + m_verdictHeight + 3 * lineGap;
}

double FigureLayout::sideHeight(std::size_t index) const
{
    const Side &side = m_sides[index];
    double height = side.title.height() + lineGap + side.detail.height();
    if (m_board.rows[qsizetype(index)].colourBar)
        height += 3 * lineGap + barHeight + QFontMetricsF(m_smallFont).lineSpacing();
    if (!side.legend.empty() || !side.remarks.empty())
        height += 2 * lineGap;
    for (const auto *lines : {&side.legend, &side.remarks}) {
        for (const TextBlock &line : *lines)
            height += lineGap + line.height();
    }
    return height;
}

double FigureLayout::topHeight() const
{
    if (!m_style.photosAsRows)
        return headHeight();
    double highest = 0;
    for (std::size_t i = 0; i < m_sides.size(); ++i)
        highest = std::max(highest, sideHeight(i));
    return highest;
}

void FigureLayout::layOutCells()
{
    double y = margin + topHeight() + 4;
    for (qsizetype line = 0; line < down(); ++line) {
        m_lineTops.push_back(y);
        std::vector<TextBlock> captions;
        double captionHeight = 0;
        for (qsizetype place = 0; place < across(); ++place) {
            captions.emplace_back(captionOf(cellAt(place, line)), m_smallFont, m_style.cell);
            captionHeight = std::max(captionHeight, captions.back().height());
        }
        m_captions.push_back(std::move(captions));
        const double cells = m_style.cell + (captionHeight > 0 ? captionHeight + lineGap : 0);
        const double left = m_style.photosAsRows ? headHeight() : sideHeight(std::size_t(line));
        y += std::max(cells, left) + gap;
    }
    m_notesTop = y;
}

void FigureLayout::layOutNotes()
{
    const double width = cellX(across()) - gap - margin;
    double y = m_notesTop;
    for (qsizetype i = 0; i < m_notes.size(); ++i) {
        m_noteBlocks.emplace_back(QStringLiteral("[%1] %2").arg(i + 1).arg(m_notes[i]), m_smallFont, width);
        y += m_noteBlocks.back().height() + lineGap;
    }
    const double height = y - (m_notes.isEmpty() ? gap : lineGap) + margin;
    const double whole = width + 2 * margin;
    m_size = QSizeF(m_style.widthCm ? whole : std::ceil(whole), std::ceil(height));
}

double FigureLayout::cellX(qsizetype place) const
{
    return margin + m_leftWidth + 1.5 * gap + double(place) * (m_style.cell + gap);
}

void FigureLayout::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.fillRect(QRectF(QPointF(), m_size), Qt::white);
    const auto lineTop = [this](qsizetype line) { return m_lineTops[std::size_t(line)]; };
    for (qsizetype column = 0; column < m_board.columns.size(); ++column)
        paintHead(painter, column,
            m_style.photosAsRows ? QPointF(margin, lineTop(column)) : QPointF(cellX(column), margin));
    for (qsizetype row = 0; row < m_board.rows.size(); ++row)
        paintSide(
            painter, row, m_style.photosAsRows ? QPointF(cellX(row), margin) : QPointF(margin, lineTop(row)));
    for (qsizetype line = 0; line < down(); ++line) {
        for (qsizetype place = 0; place < across(); ++place)
            paintCell(painter, place, line);
    }
    double y = m_notesTop;
    for (const TextBlock &note : m_noteBlocks) {
        note.paint(painter, margin, y, fadedInk);
        y += note.height() + lineGap;
    }
    painter.restore();
}

/// Above pictures the lines of all heads stand at the same height; beside them each head is by itself.
void FigureLayout::paintHead(QPainter &painter, qsizetype index, QPointF place) const
{
    const BoardColumn &column = m_board.columns[index];
    const Head &head = m_heads[std::size_t(index)];
    const bool aligned = !m_style.photosAsRows;
    const double x = place.x();
    double y = place.y();
    head.title.paint(painter, x, aligned ? y + m_titleHeight - head.title.height() : y, ink);
    y += (aligned ? m_titleHeight : head.title.height()) + lineGap;
    if (column.trueColour.isValid())
        paintSwatch(painter, column.trueColour, m_font, x, y);
    head.trueClass.paint(painter, x + (column.trueColour.isValid() ? swatchSpace : 0), y,
        column.trueClass.isEmpty() ? fadedInk : ink);
    y += (aligned ? m_trueHeight : head.trueClass.height()) + lineGap;
    if (!column.predictedClass.isEmpty())
        paintSwatch(painter, column.predictedColour, m_font, x, y);
    head.predictedClass.paint(painter, x + swatchSpace, y, ink);
    y += (aligned ? m_predictedHeight : head.predictedClass.height()) + lineGap;
    if (column.known) {
        const QColor colour = column.right ? rightInk : wrongInk;
        painter.strokePath(
            verdictMark(column.right, x, centred(y, m_boldFont, swatch), swatch), QPen(colour, 1.6));
        head.verdict.paint(painter, x + swatchSpace, y, colour);
    }
    if (column.secondClass.isEmpty())
        return;
    y += (aligned ? m_verdictHeight : head.verdict.height()) + lineGap; // which is of the first network
    if (column.secondColour.isValid())
        paintSwatch(painter, column.secondColour, m_font, x, y);
    head.secondClass.paint(painter, x + swatchSpace, y, ink);
}

void FigureLayout::paintSide(QPainter &painter, qsizetype index, QPointF place) const
{
    const Side &side = m_sides[std::size_t(index)];
    const double x = place.x();
    double y = place.y();
    side.title.paint(painter, x, y, ink);
    y += side.title.height() + lineGap;
    side.detail.paint(painter, x, y, fadedInk);
    y += side.detail.height() + 3 * lineGap;
    if (m_board.rows[index].colourBar) {
        paintColourBar(painter, *m_board.rows[index].colourBar, x, y);
        y += barHeight + QFontMetricsF(m_smallFont).lineSpacing() + 3 * lineGap;
    }
    for (std::size_t i = 0; i < side.legend.size(); ++i) {
        const LegendEntry &entry = m_board.rows[index].legend[qsizetype(i)];
        paintSwatch(painter, QBrush(entry.colour, entry.fill), m_smallFont, x, y);
        side.legend[i].paint(painter, x + swatchSpace, y, fadedInk);
        y += side.legend[i].height() + lineGap;
    }
    for (const TextBlock &remark : side.remarks) {
        remark.paint(painter, x, y, fadedInk);
        y += remark.height() + lineGap;
    }
}

void FigureLayout::paintColourBar(QPainter &painter, const ColourBar &bar, double x, double y) const
{
    QLinearGradient gradient(x, 0, x + barWidth, 0);
    for (int i = 0; i <= 16; ++i)
        gradient.setColorAt(i / 16.0, colourAt(bar.map, i / 16.0));
    painter.fillRect(QRectF(x, y, barWidth, barHeight), gradient);
    const TextBlock low(bar.low, m_smallFont, barWidth);
    const TextBlock high(bar.high, m_smallFont, barWidth);
    low.paint(painter, x, y + barHeight + 1, fadedInk);
    high.paint(painter, x + barWidth - high.width(), y + barHeight + 1, fadedInk);
}

void FigureLayout::paintCell(QPainter &painter, qsizetype x, qsizetype y) const
{
    const BoardCell cell = cellAt(x, y);
    const QRectF place(cellX(x), m_lineTops[std::size_t(y)], m_style.cell, m_style.cell);
    if (cell.picture.isNull()) {
        painter.setPen(QPen(frame, 0.75));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
        const TextBlock error(cell.error, m_smallFont, m_style.cell - 2 * gap, 10);
        error.paint(painter, place.x() + gap, place.center().y() - error.height() / 2, wrongInk);
    } else {
        // Pictures keep their shape; most are square.
        QRectF target(QPointF(), QSizeF(cell.picture.size()).scaled(place.size(), Qt::KeepAspectRatio));
        target.moveCenter(place.center());
        painter.drawImage(target, enlarged(cell.picture));
        paintContours(painter, cell.contours, target, outlineWidth);
        paintOutline(painter, cell.outline, target, outlineWidth);
    }
    m_captions[std::size_t(y)][std::size_t(x)].paint(painter, place.x(), place.bottom() + lineGap, fadedInk);
}

} // namespace convscope
