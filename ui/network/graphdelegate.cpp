#include "ui/network/graphdelegate.h"

#include "ui/network/graphmodel.h"
#include "ui/network/layerdelegate.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double usualPitch = 11; ///< from lane to lane
constexpr double leastPitch = 4;
constexpr double mostOfColumn = 0.4;
constexpr double radius = 3.5; ///< of a node
constexpr int margin = 4;
constexpr int gap = 3; ///< between a node and its text
constexpr int leastTail = 12; ///< letters of what stands behind the dot, with the dot

/// The lanes beside one line.
class LanesPainter
{
public:
    LanesPainter(const GraphModel &model, int node, std::optional<int> chosen, QRectF room, double pitch)
        : m_model(model)
        , m_lanes(model.lanes())
        , m_node(node)
        , m_room(room)
        , m_pitch(pitch)
        , m_shown(std::max(1, int(std::round(room.width() / pitch))))
        , m_chosen(chosen)
        , m_taken(makersOf(model.graph()[std::size_t(node)]))
    {
        if (chosen)
            m_chosenTakes = makersOf(model.graph()[std::size_t(*chosen)]);
        addLines();
    }

    void paint(QPainter &painter, const QColor &usual, const QColor &standsOut, const QColor &behind) const
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(usual, 1.25));
        painter.drawPath(m_usual);
        painter.setPen(QPen(standsOut, 2));
        painter.drawPath(m_standsOut);
        const QColor colour = m_chosen == m_node ? standsOut : usual;
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(m_model.showsLayer(m_node) ? colour : behind);
        painter.drawEllipse(place(m_lanes.laneOf(m_node)), radius, radius);
        painter.restore();
    }

private:
    QPointF place(int lane) const
    {
        return {m_room.left() + (std::min(lane, m_shown - 1) + 0.5) * m_pitch, m_room.center().y()};
    }
    QPointF above(int lane) const { return {place(lane).x(), m_room.top()}; }
    QPointF below(int lane) const { return {place(lane).x(), m_room.bottom()}; }

    /// Whether the value of `maker` is taken by the chosen node, or made by it.
    bool isOfChosen(int maker) const
    {
        return maker == m_chosen || std::ranges::binary_search(m_chosenTakes, maker);
    }

    /// Whether the line of a value stands out between this line and the one above. It does as far as the
    /// chosen node.
    bool standsOutAbove(int maker) const
    {
        return maker == m_chosen || (isOfChosen(maker) && m_node <= *m_chosen);
    }
    bool standsOutBelow(int maker) const
    {
        return maker == m_chosen || (isOfChosen(maker) && m_node < *m_chosen);
    }

    QPainterPath &path(bool standsOut) { return standsOut ? m_standsOut : m_usual; }

    void addLine(bool standsOut, QPointF from, QPointF to)
    {
        QPainterPath &lines = path(standsOut);
        lines.moveTo(from);
        const double half = (from.y() + to.y()) / 2;
        lines.cubicTo({from.x(), half}, {to.x(), half}, to);
    }

    void addLines()
    {
        for (int lane = 0; lane < m_shown; ++lane) {
            if (const std::optional<int> maker = m_lanes.passing(lane, m_node)) {
                addLine(standsOutAbove(*maker), above(lane), place(lane));
                addLine(standsOutBelow(*maker), place(lane), below(lane));
            }
        }
        const QPointF here = place(m_lanes.laneOf(m_node));
        for (const int maker : m_taken) {
            const bool isOnlyHere = maker == m_chosen || m_node == m_chosen;
            addLine(isOnlyHere, above(m_lanes.laneOf(maker)), here);
        }
        if (m_lanes.lastTaker(m_node) != m_node)
            addLine(standsOutBelow(m_node), here, below(m_lanes.laneOf(m_node)));
    }

    const GraphModel &m_model;
    const GraphLanes &m_lanes;
    int m_node;
    QRectF m_room;
    double m_pitch;
    int m_shown; ///< lanes
    std::optional<int> m_chosen;
    std::vector<int> m_taken; ///< nodes that this one takes values from
    std::vector<int> m_chosenTakes = {}; ///< nodes that the chosen one takes values from
    QPainterPath m_usual = {};
    QPainterPath m_standsOut = {};
};

} // namespace

GraphDelegate::GraphDelegate(const GraphModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

double GraphDelegate::pitch(int column) const
{
    const int lanes = std::max(1, m_model.lanes().laneCount());
    return std::clamp(column * mostOfColumn / lanes, leastPitch, usualPitch);
}

int GraphDelegate::lanesWidth(int column, int node) const
{
    if (!m_model.listsAll()) // lines would lead nowhere
        return 0;
    const double here = pitch(column) * m_model.lanes().lanesAt(node);
    return int(std::ceil(std::min(here, std::max(usualPitch, column * mostOfColumn))));
}

QString GraphDelegate::fitted(const QString &text, const QFontMetrics &metrics, int width)
{
    const QString head = text.section(QStringLiteral(" · "), 0, 0);
    const int forTail = width - metrics.horizontalAdvance(head);
    const bool saysLittle = forTail < leastTail * metrics.averageCharWidth();
    if (saysLittle && metrics.horizontalAdvance(text) > width)
        return metrics.elidedText(head, Qt::ElideMiddle, width); // the number of a name stands last
    return LayerDelegate::fitted(text, false, metrics, width);
}

QSize GraphDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    return {text.width(), std::max(text.height(), option.fontMetrics.height() + 6)};
}

void GraphDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    panel.showDecorationSelected = true; // the lanes stand on it as well
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);

    const int width = lanesWidth(option.rect.width(), m_model.node(index));
    if (width > 0) {
        const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        const bool selected = option.state & QStyle::State_Selected;
        QColor usual = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
        usual.setAlphaF(0.6F);
        const QColor standsOut =
            option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Highlight);
        const QColor behind = option.palette.color(group, selected ? QPalette::Highlight : QPalette::Base);
        const QRectF room(option.rect.x() + margin, option.rect.y(), width, option.rect.height());
        LanesPainter(m_model, m_model.node(index), m_chosen, room, pitch(option.rect.width()))
            .paint(*painter, usual, standsOut, behind);
    }

    QStyleOptionViewItem text = option;
    text.rect.adjust(margin + width + gap, 0, 0, 0);
    const int around = 2 * (style->pixelMetric(QStyle::PM_FocusFrameHMargin, &panel, option.widget) + 1);
    initStyleOption(&text, index);
    text.text = fitted(text.text, QFontMetrics(text.font), text.rect.width() - around);
    style->drawControl(QStyle::CE_ItemViewItem, &text, painter, option.widget);
}

} // namespace convscope
