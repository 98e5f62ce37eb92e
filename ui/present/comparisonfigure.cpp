#include "ui/present/comparisontexts.h"
#include "ui/present/figuretext.h"
#include "ui/present/measuretexts.h"
#include "ui/present/paths.h"
#include "ui/present/stripplot.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

constexpr double fontPoints = 9;
constexpr double margin = 14;
constexpr double gap = 8;
constexpr double columnWidth = 104;
constexpr double minWidth = 460;
constexpr double betweenPlots = 16;

const QColor ink(0x1a, 0x1a, 0x1a);
const QColor rule(0xb4, 0xb4, 0xb4);

/// Works out where everything stands, and draws it.
class Layout
{
public:
    Layout(const ComparisonPlan &plan, const ComparedPhotos &photos, const ComparisonSummary &summary,
        std::optional<std::size_t> sortedBy, const QStringList &about)
        : m_plan(plan)
        , m_summary(summary)
        , m_maps(sortedMaps(plan, summary, sortedBy))
        , m_titles(comparedTitles(plan))
    {
        const QFontMetricsF metrics(m_boldFont);
        for (const QString &title : m_titles)
            m_left = std::max(m_left, metrics.horizontalAdvance(title));
        m_left += gap;
        m_width = std::max(minWidth, m_left + columnWidth * double(plan.measures.size()));
        m_lineHeight = metrics.height();
        for (qsizetype line = 0; line < about.size(); ++line)
            m_about.emplace_back(about[line], line == 0 ? m_boldFont : m_font, m_width);
        for (const MeasurePtr &measure : plan.measures) {
            m_heads.emplace_back(measureTitle(*measure) + QChar::Nbsp + betterSign(measure->traits().better),
                m_boldFont, columnWidth - gap);
            m_headHeight = std::max(m_headHeight, m_heads.back().height());
        }
        PlotLook look;
        look.font = m_font;
        for (std::size_t measure = 0; measure < plan.measures.size(); ++measure)
            m_plots.emplace_back(stripPlotOf(plan, photos, summary, measure, m_maps), look,
                QSizeF(m_width, StripLayout::heightFor(m_maps.size(), m_font)));
    }

    QSizeF size() const
    {
        double height = tableTop() + m_headHeight + gap + rowHeight() * double(m_maps.size() + 1);
        height += double(m_plots.size()) * (betweenPlots + plotHeight());
        return {m_width + 2 * margin, height + margin};
    }

    void paint(QPainter &painter) const
    {
        double y = margin;
        for (const TextBlock &line : m_about) {
            line.paint(painter, margin, y, ink);
            y += line.height();
        }
        paintTable(painter);
        y = tableTop() + m_headHeight + gap + rowHeight() * double(m_maps.size() + 1);
        for (const StripLayout &plot : m_plots) {
            y += betweenPlots;
            painter.save();
            painter.translate(margin, y);
            plot.paint(painter);
            painter.restore();
            y += plotHeight();
        }
    }

private:
    double rowHeight() const { return 1.4 * m_lineHeight; }
    double plotHeight() const { return StripLayout::heightFor(m_maps.size(), m_font); }
    double tableTop() const
    {
        double height = margin + gap;
        for (const TextBlock &line : m_about)
            height += line.height();
        return height;
    }
    double columnLeft(std::size_t measure) const { return margin + m_left + columnWidth * double(measure); }

    void paintTable(QPainter &painter) const
    {
        const double top = tableTop();
        for (std::size_t measure = 0; measure < m_heads.size(); ++measure)
            m_heads[measure].paint(painter, columnLeft(measure), top, ink);
        double y = top + m_headHeight + gap / 2;
        paintRule(painter, y);
        y += gap / 2;
        for (const std::size_t map : m_maps) {
            paintRow(painter, map, y);
            y += rowHeight();
            if (map + 1 == comparedRivals.size())
                paintRule(painter, y);
        }
        paintRule(painter, y);
        painter.setFont(m_font);
        text(painter, margin, y, m_left, comparedPhotosText());
        for (std::size_t measure = 0; measure < m_plan.measures.size(); ++measure)
            text(painter, columnLeft(measure), y, columnWidth,
                QString::number(m_summary.columns[measure].photos));
    }

    void paintRule(QPainter &painter, double y) const
    {
        painter.setPen(QPen(rule, 0.8));
        painter.drawLine(QPointF(margin, y), QPointF(margin + m_width, y));
    }

    void paintRow(QPainter &painter, std::size_t map, double y) const
    {
        painter.setFont(m_font);
        text(painter, margin, y, m_left, m_titles[qsizetype(map)]);
        for (std::size_t measure = 0; measure < m_plan.measures.size(); ++measure) {
            const ComparedColumn &column = m_summary.columns[measure];
            painter.setFont(column.best == map ? m_boldFont : m_font);
            text(painter, columnLeft(measure), y, columnWidth, cellText(m_plan, m_summary, map, measure));
        }
    }

    void text(QPainter &painter, double x, double y, double width, const QString &text) const
    {
        painter.setPen(ink);
        painter.drawText(QRectF(x, y, width, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    ComparisonPlan m_plan;
    ComparisonSummary m_summary;
    std::vector<std::size_t> m_maps;
    QStringList m_titles;
    QFont m_font = figureFont(fontPoints);
    QFont m_boldFont = figureFont(fontPoints, true);
    std::vector<TextBlock> m_about;
    std::vector<TextBlock> m_heads;
    std::vector<StripLayout> m_plots;
    double m_left = 0; ///< the room of the names
    double m_width = 0;
    double m_lineHeight = 0;
    double m_headHeight = 0;
};

} // namespace

QStringList comparisonAbout(const ComparisonSummary &summary, const std::filesystem::path &network,
    const std::filesystem::path &photos)
{
    QStringList lines{summary.done == 1 ? Texts::tr("1 photo") : Texts::tr("%1 photos").arg(summary.done)};
    if (!network.empty())
        lines += Texts::tr("Network: %1").arg(nameInFolder(network));
    if (!photos.empty())
        lines += Texts::tr("Photos: %1").arg(nameInFolder(photos));
    lines += meansExplanation();
    const auto hasBest = [](const ComparedColumn &column) { return column.best.has_value(); };
    if (std::any_of(summary.columns.begin(), summary.columns.end(), hasBest))
        lines += bestExplanation();
    return lines;
}

Drawing comparisonDrawing(const ComparisonPlan &plan, const ComparedPhotos &photos,
    const ComparisonSummary &summary, std::optional<std::size_t> sortedBy, const QStringList &about)
{
    const Layout layout(plan, photos, summary, sortedBy, about);
    return {layout.size(), [layout](QPainter &painter) { layout.paint(painter); },
        about.join(QStringLiteral(" – "))};
}

} // namespace convscope
