#include "ui/present/drawing.h"
#include "ui/present/figuretext.h"
#include "ui/present/photomap.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>
#include <memory>

namespace convscope {

namespace {

constexpr double side = 400; ///< of the map
constexpr double legendWidth = 150;
constexpr double margin = 14;
constexpr double gap = 8;
constexpr double inside = 10; ///< between the frame and the outermost mark
constexpr double fontPoints = 9;
constexpr double legendRadius = 3.6;
constexpr double barHeight = 8;

const QColor ink(0x1a, 0x1a, 0x1a);
const QColor frame(0xb4, 0xb4, 0xb4);

/// Works out where everything stands, and draws it.
class Layout
{
public:
    Layout(const PhotoMapData &data, MapColouring colouring, const std::vector<int> &selected)
        : m_data(data)
        , m_marks(mapMarks(data, colouring))
        , m_selected(data.count(), selected.empty())
        , m_hasSelection(!selected.empty())
    {
        for (const int photo : selected)
            m_selected[std::size_t(photo)] = true;
        const double width = side + gap + legendWidth;
        for (qsizetype line = 0; line < data.about.size(); ++line)
            m_about.emplace_back(data.about[line], line == 0 ? m_boldFont : m_font, width);
        const bool isValue = colouring == MapColouring::Value && !data.valueName.isEmpty();
        m_title = TextBlock(isValue ? data.valueName : colouringText(colouring), m_boldFont, legendWidth);
        for (const MapGroup &group : m_marks.groups)
            m_legend.emplace_back(QStringLiteral("%1 (%2)").arg(group.name).arg(group.count), m_font,
                legendWidth - 4 * legendRadius, 2);
        for (const QString &note : mapNotes(data))
            m_notes.emplace_back(note, m_font, width);
        setPlaces();
    }

    QSizeF size() const
    {
        double height = mapTop() + std::max(side, legendHeight()) + margin;
        for (const TextBlock &note : m_notes)
            height += note.height() + gap / 2;
        return {2 * margin + side + gap + legendWidth, height + (m_notes.empty() ? 0 : gap)};
    }

    void paint(QPainter &painter) const
    {
        painter.setRenderHint(QPainter::Antialiasing);
        double y = margin;
        for (const TextBlock &line : m_about) {
            line.paint(painter, margin, y, ink);
            y += line.height();
        }
        painter.setPen(QPen(frame, 0.8));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(margin, mapTop(), side, side));
        paintPhotos(painter);
        paintLegend(painter);
        y = mapTop() + std::max(side, legendHeight()) + gap;
        for (const TextBlock &note : m_notes) {
            note.paint(painter, margin, y, ink);
            y += note.height() + gap / 2;
        }
    }

private:
    double mapTop() const
    {
        double top = margin;
        for (const TextBlock &line : m_about)
            top += line.height();
        return m_about.empty() ? top : top + gap;
    }

    double legendHeight() const
    {
        double height = m_title.height() + gap / 2;
        for (const TextBlock &line : m_legend)
            height += line.height() + gap / 2;
        return height + (m_marks.range ? barHeight + gap + 2 * fontPoints : 0);
    }

    /// The same scale along both axes, the map in the middle.
    void setPlaces()
    {
        constexpr float infinite = std::numeric_limits<float>::infinity();
        float low[2] = {infinite, infinite};
        float high[2] = {-infinite, -infinite};
        for (std::size_t photo = 0; photo < m_data.count(); ++photo) {
            if (!m_data.isShown(photo))
                continue;
            low[0] = std::min(low[0], m_data.map.x[photo]);
            high[0] = std::max(high[0], m_data.map.x[photo]);
            low[1] = std::min(low[1], m_data.map.y[photo]);
            high[1] = std::max(high[1], m_data.map.y[photo]);
        }
        const double range = std::max(double(high[0]) - double(low[0]), double(high[1]) - double(low[1]));
        m_scale = range > 0 ? (side - 2 * inside) / range : 1;
        m_middle = QPointF((double(low[0]) + double(high[0])) / 2, (double(low[1]) + double(high[1])) / 2);
    }

    /// Smaller the more there are.
    double radius() const { return std::clamp(60 / std::sqrt(double(m_data.count()) + 1), 1.2, 3.2); }

    void paintPhotos(QPainter &painter) const
    {
        const QPointF centre(margin + side / 2, mapTop() + side / 2);
        for (const bool isSelected : {false, true}) {
            for (const int at : paintingOrder(m_data.count())) {
                const auto photo = std::size_t(at);
                if (!m_data.isShown(photo) || m_selected[photo] != isSelected)
                    continue;
                MapMark mark = m_marks.markOf(m_data, photo);
                QColor rim = ink;
                if (!isSelected) {
                    mark.colour.setAlphaF(0.25F);
                    rim.setAlphaF(0.25F);
                }
                const QPointF away(double(m_data.map.x[photo]) - m_middle.x(),
                    m_middle.y() - double(m_data.map.y[photo])); // upwards is up
                paintMark(painter, centre + away * m_scale,
                    radius() * (m_hasSelection && isSelected ? 1.3 : 1), mark, rim);
            }
        }
    }

    void paintLegend(QPainter &painter) const
    {
        const double left = margin + side + gap;
        double y = mapTop();
        m_title.paint(painter, left, y, ink);
        y += m_title.height() + gap / 2;
        if (m_marks.range) {
            for (int step = 0; step < int(legendWidth); ++step)
                painter.fillRect(QRectF(left + step, y, 1.05, barHeight),
                    QColor::fromRgb(colourAt(mapValueColours, step / (legendWidth - 1))));
            y += barHeight + gap / 4;
            const QRectF line(left, y, legendWidth, 2 * fontPoints);
            painter.setFont(m_font);
            painter.setPen(ink);
            painter.drawText(
                line, Qt::AlignLeft | Qt::AlignTop, QString::number(m_marks.range->first, 'g', 3));
            painter.drawText(
                line, Qt::AlignRight | Qt::AlignTop, QString::number(m_marks.range->second, 'g', 3));
            y += line.height() + gap / 2;
        }
        for (std::size_t group = 0; group < m_legend.size(); ++group) {
            paintMark(painter, {left + legendRadius + 1, y + fontPoints * 0.75}, legendRadius,
                m_marks.groups[group].mark, ink);
            m_legend[group].paint(painter, left + 4 * legendRadius, y, ink);
            y += m_legend[group].height() + gap / 2;
        }
    }

    PhotoMapData m_data;
    MapMarks m_marks;
    std::vector<bool> m_selected; ///< all where none is
    bool m_hasSelection;
    QFont m_font = figureFont(fontPoints);
    QFont m_boldFont = figureFont(fontPoints, true);
    std::vector<TextBlock> m_about;
    TextBlock m_title;
    std::vector<TextBlock> m_legend;
    std::vector<TextBlock> m_notes;
    double m_scale = 1;
    QPointF m_middle;
};

} // namespace

Drawing photoMapDrawing(const PhotoMapData &data, MapColouring colouring, const std::vector<int> &selected)
{
    const auto layout = std::make_shared<const Layout>(data, colouring, selected);
    return {layout->size(), [layout](QPainter &painter) { layout->paint(painter); },
        data.about.join(QStringLiteral(" – "))};
}

} // namespace convscope
