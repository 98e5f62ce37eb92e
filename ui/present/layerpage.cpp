#include "ui/present/layerpage.h"

#include "ui/present/figuretext.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LayerPageTexts)
};

constexpr double fontPoints = 9;
constexpr double margin = 14;
constexpr double gap = 8;
constexpr double tile = 72;
constexpr int fewestColumns = 6;
constexpr int mostColumns = 16;

const QColor ink(0x1a, 0x1a, 0x1a);
const QColor faintInk(0x55, 0x55, 0x55);

/// Somewhat broader than high.
int columnsFor(std::size_t filters)
{
    return std::clamp(int(std::ceil(std::sqrt(1.5 * double(filters)))), fewestColumns, mostColumns);
}

/// Works out where everything stands, and draws it.
class Layout
{
public:
    Layout(const LayerPageData &data, bool images, const CropLook &look, const QStringList &about)
        : m_data(data)
        , m_images(images)
        , m_look(look)
        , m_columns(columnsFor(data.filters.size()))
        , m_width(m_columns * (tile + gap) - gap)
    {
        m_heads.emplace_back(TextBlock(layerTitle(data.layer), figureFont(12, true), m_width), ink);
        for (const QString &line : about)
            m_heads.emplace_back(TextBlock(line, m_font, m_width), faintInk);
        for (const QString &line : {layerTriageText(data), explanation()})
            m_heads.emplace_back(TextBlock(line, m_font, m_width), ink);
        m_top = margin + gap;
        for (const auto &[block, colour] : m_heads)
            m_top += block.height();
        m_lineHeight = QFontMetricsF(m_font).height();
        for (const LayerPageFilter &filter : data.filters)
            m_marks.emplace_back(triageMark(filter.triage, data.classNames), m_font, tile, 2);
        double marks = 0;
        for (const TextBlock &mark : m_marks)
            marks = std::max(marks, mark.height());
        m_cell = tile + 2 + m_lineHeight + marks + gap;
    }

    QSizeF size() const
    {
        const std::size_t rows =
            (m_data.filters.size() + std::size_t(m_columns) - 1) / std::size_t(m_columns);
        return {m_width + 2 * margin, m_top + double(rows) * m_cell + margin - gap};
    }

    void paint(QPainter &painter) const
    {
        double y = margin;
        for (const auto &[block, colour] : m_heads) {
            block.paint(painter, margin, y, colour);
            y += block.height();
        }
        for (std::size_t place = 0; place < m_data.filters.size(); ++place)
            paintCell(painter, place);
    }

private:
    QString explanation() const
    {
        const ReceptiveField &field = m_data.layer.field;
        QString which;
        if (m_images)
            which = Texts::tr("Pictures: made from noise so that the filter's map grows as large as it can.");
        else if (isOfAll(field))
            which = Texts::tr("Pictures: the photo that excites the filter most; it sees all of it.");
        else
            which = Texts::tr("Pictures: what the filter sees (%1 × %2 pixels) in the photo that excites it "
                              "most.")
                        .arg(field.columns.size)
                        .arg(field.rows.size);
        which += u' ' + Texts::tr("Right of the number: class selectivity, from 0 to 1.");
        const auto standsOut = [this](const LayerPageFilter &filter) {
            return !triageMark(filter.triage, m_data.classNames).isEmpty();
        };
        if (std::any_of(m_data.filters.begin(), m_data.filters.end(), standsOut))
            which += u' '
                + Texts::tr(
                    "Below: what stands out – dead, like another filter, the class that it fires for, "
                    "or everywhere.");
        return which;
    }

    void paintCell(QPainter &painter, std::size_t place) const
    {
        const LayerPageFilter &filter = m_data.filters[place];
        const double x = margin + double(int(place) % m_columns) * (tile + gap);
        const int row = int(place) / m_columns;
        double y = m_top + row * m_cell;
        const QRectF area(x, y, tile, tile);
        painter.setFont(m_font);
        paintPicture(painter, area, filter);
        y += tile + 2;
        const QRectF line(x, y, tile, m_lineHeight);
        painter.setPen(ink);
        painter.setFont(m_bold);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QString::number(filter.filter));
        painter.setFont(m_font);
        if (filter.summary.selectivity)
            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                QLocale::c().toString(*filter.summary.selectivity, 'f', 2));
        m_marks[place].paint(painter, x, y + m_lineHeight, ink);
    }

    void paintPicture(QPainter &painter, const QRectF &area, const LayerPageFilter &filter) const
    {
        if (m_images && !filter.image.isNull()) {
            painter.save();
            paintTile(painter, area, filter.image);
            painter.restore();
        } else if (!m_images && filter.crop) {
            paintCrop(painter, area, *filter.crop, m_look);
        } else {
            FilterCrop none;
            none.problem = Texts::tr("no photo");
            paintCrop(painter, area, none, m_look);
        }
    }

    LayerPageData m_data;
    bool m_images;
    CropLook m_look;
    QFont m_font = figureFont(fontPoints);
    QFont m_bold = figureFont(fontPoints, true);
    int m_columns;
    double m_width;
    std::vector<std::pair<TextBlock, QColor>> m_heads;
    std::vector<TextBlock> m_marks;
    double m_top = 0; ///< of the first tile
    double m_cell = 0; ///< height of a tile with its texts
    double m_lineHeight = 0;
};

} // namespace

LayerPageData layerPageData(
    const FilterIndex &index, const IndexedLayer &layer, InputSize size, const QStringList &classNames)
{
    LayerPageData data{layer, {}, classNames};
    const std::vector<FilterSummary> summaries = index.summaries(layer);
    const std::vector<FilterTriage> triage = index.triage(layer);
    for (int filter = 0; filter < layer.filters; ++filter) {
        LayerPageFilter each{filter, summaries[std::size_t(filter)], triage[std::size_t(filter)], {}, {}};
        std::vector<FilterCrop> crops =
            cropsToRead(index, layer, filter, index.extremes(layer, filter, End::Most, 1), size);
        if (!crops.empty())
            each.crop = std::move(crops.front());
        data.filters.push_back(std::move(each));
    }
    return data;
}

std::vector<std::size_t> readingOrder(const LayerPageData &data)
{
    // Each photo once, and first those of the first filters, which are seen first.
    std::vector<std::size_t> places;
    std::map<std::string, std::size_t> firsts; // of each photo, the first filter that shows it
    for (std::size_t place = 0; place < data.filters.size(); ++place) {
        if (const auto &crop = data.filters[place].crop) {
            places.push_back(place);
            firsts.emplace(crop->photo.name, place);
        }
    }
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return firsts.at(data.filters[a].crop->photo.name) < firsts.at(data.filters[b].crop->photo.name);
    });
    return places;
}

QString triageMark(const FilterTriage &triage, const QStringList &classNames)
{
    QStringList marks;
    if (triage.isDead)
        marks += Texts::tr("dead");
    if (triage.duplicateOf)
        marks += Texts::tr("like %1").arg(triage.duplicateOf->filter);
    if (triage.firesForClass)
        marks += className(classNames, *triage.firesForClass);
    if (triage.firesEverywhere)
        marks += Texts::tr("everywhere");
    return marks.join(QStringLiteral(", "));
}

QString layerTriageText(const LayerPageData &data)
{
    const auto count = [&](auto &&holds) {
        return std::count_if(data.filters.begin(), data.filters.end(),
            [&](const LayerPageFilter &filter) { return holds(filter.triage); });
    };
    QStringList parts;
    if (const auto dead = count([](const FilterTriage &triage) { return triage.isDead; }))
        parts += Texts::tr("%1 dead").arg(dead);
    if (const auto alike = count([](const FilterTriage &triage) { return triage.duplicateOf.has_value(); }))
        parts += Texts::tr("%1 answer like another").arg(alike);
    if (const auto one = count([](const FilterTriage &triage) { return triage.firesForClass.has_value(); }))
        parts += Texts::tr("%1 fire for one class").arg(one);
    if (const auto all = count([](const FilterTriage &triage) { return triage.firesEverywhere; }))
        parts += Texts::tr("%1 fire everywhere").arg(all);
    return parts.isEmpty()
        ? Texts::tr("%1 filters, none of which stands out.").arg(data.filters.size())
        : Texts::tr("%1 filters: %2.").arg(data.filters.size()).arg(parts.join(QStringLiteral(", ")));
}

Drawing layerPageDrawing(
    const LayerPageData &data, bool images, const CropLook &look, const QStringList &about)
{
    const Layout layout(data, images, look, about);
    return {layout.size(), [layout](QPainter &painter) { layout.paint(painter); }, layerTitle(data.layer)};
}

} // namespace convscope
