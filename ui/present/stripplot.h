#pragma once

#include "core/explain/comparison.h"
#include "ui/present/drawing.h"

#include <QColor>
#include <QFont>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace convscope {

/// The values of one measure: a line for each map, a dot for each photo, the mean with its interval. Or any
/// other values of photos, under a title of their own.
struct StripPlot
{
    struct Strip
    {
        QString name;
        bool isRival = false;
        bool isBest = false;
        std::vector<std::pair<std::size_t, double>> values = {}; ///< place of the photo, value
        ComparedCell cell = {};
    };

    MeasurePtr measure; ///< null: of no measure
    std::vector<Strip> strips = {};
    QString title = {}; ///< where there is no measure; empty: there is nothing to plot

    bool isEmpty() const { return !measure && title.isEmpty(); }
    QString titleText() const;
    QString valueText(double value) const;
};

/// Of the photos that the means are taken of, the maps in the order given.
StripPlot stripPlotOf(const ComparisonPlan &plan, const ComparedPhotos &photos,
    const ComparisonSummary &summary, std::size_t measure, const std::vector<std::size_t> &maps);

/// How a plot looks.
struct PlotLook
{
    QFont font;
    QColor ink{0x1a, 0x1a, 0x1a};
    QColor faint{0xc8, 0xc8, 0xc8}; ///< lines behind the dots
    QColor method{0x33, 0x77, 0xbb};
    QColor rival{0x80, 0x80, 0x80};
    float opacity = 0.8F; ///< of the dots: one alone stands out from white and from black
};

/// Where everything of a plot stands, in an area that begins at (0, 0).
class StripLayout
{
public:
    StripLayout(StripPlot plot, PlotLook look, QSizeF size);

    /// So high is a plot of so many strips.
    static double heightFor(std::size_t strips, const QFont &font);

    void paint(QPainter &painter) const;
    /// The photo whose dot is nearest to a point, and not far from it.
    struct Dot
    {
        std::size_t strip = 0;
        std::size_t photo = 0; ///< its place
        double value = 0;
    };
    std::optional<Dot> dotAt(QPointF point) const;
    const StripPlot &plot() const { return m_plot; }

private:
    double x(double value) const;
    QRectF line(std::size_t strip) const;
    QPointF dot(std::size_t strip, std::size_t value) const;
    void setRange();
    void paintAxis(QPainter &painter) const;
    void paintBetter(QPainter &painter, const QString &title) const;
    void paintStrip(QPainter &painter, std::size_t strip) const;
    void paintMean(QPainter &painter, std::size_t strip) const;

    StripPlot m_plot;
    PlotLook m_look;
    QSizeF m_size;
    double m_left = 0; ///< of the values, right of the names
    double m_top = 0; ///< of the first strip, below the title
    double m_lineHeight = 0;
    double m_low = 0; ///< values at the ends
    double m_high = 1;
    double m_tick = 1; ///< between the numbers below
};

/// What a figure says above the table: how many photos, whose network, which photos, how means are taken.
QStringList comparisonAbout(const ComparisonSummary &summary, const std::filesystem::path &network,
    const std::filesystem::path &photos);

/// The table with its intervals, and below it a plot of each measure, on white. `about` says whose it is, the
/// first line in bold.
Drawing comparisonDrawing(const ComparisonPlan &plan, const ComparedPhotos &photos,
    const ComparisonSummary &summary, std::optional<std::size_t> sortedBy, const QStringList &about);

} // namespace convscope
