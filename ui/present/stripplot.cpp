#include "ui/present/stripplot.h"

#include "ui/present/comparisontexts.h"
#include "ui/present/figuretext.h"
#include "ui/present/measuretexts.h"
#include "ui/present/pictures.h"

#include <QFontMetricsF>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double gap = 6;
constexpr double rightMargin = 20; ///< half of a number below
constexpr double dotRadius = 2.4;
constexpr double nearEnough = 7;
constexpr double golden = 0.6180339887498949; ///< spreads dots that come one after the other

/// The height of a strip, in heights of the text.
constexpr double stripLines = 1.5;

double textHeight(const QFont &font) { return QFontMetricsF(font).height(); }

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

QString nameOf(const StripPlot::Strip &strip)
{
    return strip.isBest ? strip.name + QStringLiteral(" ★") : strip.name;
}

/// A number of steps. Steps below 1 are a whole part of 1: so 1 is 1, and not somewhat less.
double atStep(int count, double step) { return step < 1 ? count / std::round(1 / step) : count * step; }

/// 1, 2 or 5 times a power of ten, so that about `count` of them fit into `range`.
double niceStep(double range, int count)
{
    const double wanted = range / count;
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= wanted)
            return factor * power;
    }
    return 10 * power;
}

} // namespace

QString StripPlot::titleText() const { return measure ? measureTitle(*measure) : title; }

QString StripPlot::valueText(double value) const
{
    return measure ? measureValue(*measure, value) : shortNumber(value);
}

StripPlot stripPlotOf(const ComparisonPlan &plan, const ComparedPhotos &photos,
    const ComparisonSummary &summary, std::size_t measure, const std::vector<std::size_t> &maps)
{
    const QStringList titles = comparedTitles(plan);
    const ComparedColumn &column = summary.columns[measure];
    const std::vector<std::size_t> counted = countedPhotos(plan, photos, measure);
    StripPlot plot{plan.measures[measure]};
    for (const std::size_t map : maps) {
        StripPlot::Strip strip{
            titles[qsizetype(map)], ComparisonPlan::isRival(map), column.best == map, {}, column.cells[map]};
        for (const std::size_t place : counted) {
            if (const std::optional<double> value = photos[place]->value(map, measure))
                strip.values.emplace_back(place, *value);
        }
        plot.strips.push_back(std::move(strip));
    }
    return plot;
}

StripLayout::StripLayout(StripPlot plot, PlotLook look, QSizeF size)
    : m_plot(std::move(plot))
    , m_look(std::move(look))
    , m_size(size)
{
    m_lineHeight = stripLines * textHeight(m_look.font);
    m_top = textHeight(m_look.font) + gap;
    const QFontMetricsF metrics(bold(m_look.font));
    for (const StripPlot::Strip &strip : m_plot.strips)
        m_left = std::max(m_left, metrics.horizontalAdvance(nameOf(strip)));
    m_left = std::min(m_left, 0.45 * size.width()) + 2 * gap;
    setRange();
}

double StripLayout::heightFor(std::size_t strips, const QFont &font)
{
    return 2 * textHeight(font) + 3 * gap + double(strips) * stripLines * textHeight(font);
}

/// From the lowest to the highest value, and somewhat beyond.
void StripLayout::setRange()
{
    std::vector<double> values;
    for (const StripPlot::Strip &strip : m_plot.strips) {
        for (const auto &[place, value] : strip.values)
            values.push_back(value);
    }
    if (values.empty())
        return;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double room = *high > *low ? 0.03 * (*high - *low) : std::max(0.05 * std::abs(*high), 0.05);
    m_low = *low - room;
    m_high = *high + room;
    m_tick = niceStep(m_high - m_low, std::clamp(int((m_size.width() - m_left) / 45), 2, 12));
}

double StripLayout::x(double value) const
{
    return m_left + (value - m_low) / (m_high - m_low) * (m_size.width() - m_left - rightMargin);
}

QRectF StripLayout::line(std::size_t strip) const
{
    return {m_left, m_top + double(strip) * m_lineHeight, m_size.width() - m_left, m_lineHeight};
}

/// Dots of one value lie above each other.
QPointF StripLayout::dot(std::size_t strip, std::size_t value) const
{
    const double part = std::fmod(double(value) * golden, 1.0) - 0.5;
    return {
        x(m_plot.strips[strip].values[value].second), line(strip).center().y() + 0.62 * part * m_lineHeight};
}

void StripLayout::paint(QPainter &painter) const
{
    if (m_plot.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxis(painter);
    for (std::size_t strip = 0; strip < m_plot.strips.size(); ++strip)
        paintStrip(painter, strip);
    painter.restore();
}

void StripLayout::paintAxis(QPainter &painter) const
{
    const Measure *measure = m_plot.measure.get();
    painter.setPen(m_look.ink);
    painter.setFont(bold(m_look.font));
    const double height = textHeight(m_look.font);
    const QString title = m_plot.titleText();
    painter.drawText(QRectF(0, 0, m_size.width(), height), Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(m_look.font);
    if (measure)
        paintBetter(painter, title);
    const double bottom = m_top + double(m_plot.strips.size()) * m_lineHeight;
    const Bounds range = measure ? measure->traits().range : Bounds();
    const auto last = int(std::floor(m_high / m_tick));
    for (auto step = int(std::ceil(m_low / m_tick)); step <= last; ++step) {
        const double tick = atStep(step, m_tick);
        if (tick < range.min - m_tick / 2 || tick > range.max + m_tick / 2)
            continue; // no value can be there
        painter.setPen(QPen(m_look.faint, step == 0 ? 1.4 : 0.7));
        painter.drawLine(QPointF(x(tick), m_top), QPointF(x(tick), bottom));
        painter.setPen(m_look.ink);
        constexpr double half = 40; // more than any number takes
        painter.drawText(QRectF(x(tick) - half, bottom + gap / 2, 2 * half, height),
            Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextDontClip,
            measure ? measureMean(*measure, tick) : QLocale::c().toString(tick, 'g', 4));
    }
}

/// Which values are the better ones, beside the title.
void StripLayout::paintBetter(QPainter &painter, const QString &title) const
{
    const Better which = m_plot.measure->traits().better;
    const double titleWidth = QFontMetricsF(bold(m_look.font)).horizontalAdvance(title);
    const double room = m_size.width() - titleWidth - 2 * gap;
    const QString better = betterText(which);
    const bool fits = QFontMetricsF(m_look.font).horizontalAdvance(better) <= room;
    painter.drawText(QRectF(titleWidth + 2 * gap, 0, room, textHeight(m_look.font)),
        Qt::AlignLeft | Qt::AlignVCenter, fits ? better : betterSign(which));
}

void StripLayout::paintStrip(QPainter &painter, std::size_t strip) const
{
    const StripPlot::Strip &shown = m_plot.strips[strip];
    const QRectF area = line(strip);
    const QFont font = shown.isBest ? bold(m_look.font) : m_look.font;
    painter.setFont(font);
    painter.setPen(m_look.ink);
    const QString name = QFontMetricsF(font).elidedText(nameOf(shown), Qt::ElideMiddle, m_left - 2 * gap);
    painter.drawText(
        QRectF(0, area.top(), m_left - 2 * gap, area.height()), Qt::AlignRight | Qt::AlignVCenter, name);
    QColor colour = shown.isRival ? m_look.rival : m_look.method;
    colour.setAlphaF(m_look.opacity);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (std::size_t value = 0; value < shown.values.size(); ++value)
        painter.drawEllipse(dot(strip, value), dotRadius, dotRadius);
    if (shown.cell.photos > 0)
        paintMean(painter, strip);
    else
        painter.setPen(m_look.ink);
}

/// A stroke for the mean, a bar for its interval: to be told from the dots without colour.
void StripLayout::paintMean(QPainter &painter, std::size_t strip) const
{
    const ComparedCell &cell = m_plot.strips[strip].cell;
    const QRectF area = line(strip);
    const double middle = area.center().y();
    painter.setPen(QPen(m_look.ink, 1.6, Qt::SolidLine, Qt::FlatCap));
    if (cell.interval) {
        const double low = x(cell.interval->low);
        const double high = x(cell.interval->high);
        painter.drawLine(QPointF(low, middle), QPointF(high, middle));
        for (const double end : {low, high})
            painter.drawLine(QPointF(end, middle - 3), QPointF(end, middle + 3));
    }
    painter.setPen(QPen(m_look.ink, 2.4, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x(cell.mean), area.top() + 0.18 * area.height()),
        QPointF(x(cell.mean), area.bottom() - 0.18 * area.height()));
}

std::optional<StripLayout::Dot> StripLayout::dotAt(QPointF point) const
{
    std::optional<Dot> nearest;
    double distance = nearEnough;
    for (std::size_t strip = 0; strip < m_plot.strips.size(); ++strip) {
        const auto &values = m_plot.strips[strip].values;
        for (std::size_t value = 0; value < values.size(); ++value) {
            const QPointF between = dot(strip, value) - point;
            const double away = std::hypot(between.x(), between.y());
            if (away < distance) {
                distance = away;
                nearest = Dot{strip, values[value].first, values[value].second};
            }
        }
    }
    return nearest;
}

} // namespace convscope
