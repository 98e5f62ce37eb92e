#include "ui/present/figuretext.h"
#include "ui/present/filterpage.h"
#include "ui/present/filterpictures.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilterPageTexts)
};

constexpr double fontPoints = 9;
constexpr double margin = 14;
constexpr double gap = 10;
constexpr double width = 540;
constexpr double side = 120; ///< of the optimised image
constexpr double kernelSide = 66;
constexpr double largestTile = 128;
constexpr int mostColumns = 6;
constexpr std::size_t mostKernelTiles = 64;

const QColor ink(0x1a, 0x1a, 0x1a);
const QColor faintInk(0x55, 0x55, 0x55);

/// So many beside each other that the lines are as even as they can be.
int columnsFor(std::size_t count)
{
    const int rows = std::max(1, int((count + mostColumns - 1) / mostColumns));
    return std::clamp(int((count + std::size_t(rows) - 1) / std::size_t(rows)), 4, mostColumns);
}

/// The weights: in colours for three inputs, else a tile for each of the first inputs.
std::vector<QImage> kernelTiles(const Map &kernel)
{
    if (kernel.channels == 3)
        return {kernelColours(kernel)};
    std::vector<QImage> tiles;
    const double largest = largestWeight(kernel);
    for (int input = 0; input < std::min(kernel.channels, int(mostKernelTiles)); ++input)
        tiles.push_back(kernelPicture(kernel, input, largest));
    return tiles;
}

/// Works out where everything stands, and draws it.
class Layout
{
public:
    Layout(const FilterPageData &data, const CropLook &look, const QStringList &about)
        : m_data(data)
        , m_look(look)
        , m_title(filterTitle(data.report.layer, data.report.filter), figureFont(12, true), width)
    {
        addTexts(about);
        addPictures();
        addCrops();
        addPlot();
    }

    QSizeF size() const { return {width + 2 * margin, m_bottom + margin}; }

    void paint(QPainter &painter) const
    {
        m_title.paint(painter, margin, margin, ink);
        double y = margin + m_title.height() + gap / 2;
        for (const auto &[block, colour] : m_texts) {
            block.paint(painter, margin, y, colour);
            y += block.height();
        }
        paintImage(painter);
        paintKernel(painter);
        for (std::size_t crop = 0; crop < m_data.crops.size(); ++crop)
            paintCell(painter, crop);
        if (m_plot) {
            painter.save();
            painter.translate(margin, m_plotTop);
            m_plot->paint(painter);
            painter.restore();
        }
    }

private:
    bool hasImage() const { return !m_data.image.isNull(); }
    bool hasKernel() const { return m_data.kernel.has_value() && !m_data.kernel->values.empty(); }
    double picturesWidth() const
    {
        return (hasImage() ? side + gap : 0) + (hasKernel() ? kernelWidth() + gap : 0);
    }
    double kernelWidth() const { return m_kernel.size() == 1 ? kernelSide : side; }

    void addTexts(const QStringList &about)
    {
        if (hasKernel())
            m_kernel = kernelTiles(*m_data.kernel);
        const double room = width - picturesWidth();
        for (const QString &line : about)
            m_texts.emplace_back(TextBlock(line, m_font, room), faintInk);
        for (const QString &line : filterRemarks(m_data))
            m_texts.emplace_back(TextBlock(line, m_bold, room), ink);
        for (const QString &line : filterNumbers(m_data))
            m_texts.emplace_back(TextBlock(line, m_font, room), ink);
        if (const QString similar = similarText(m_data); !similar.isEmpty())
            m_texts.emplace_back(TextBlock(similar, m_font, room), ink);
        m_top = margin + m_title.height() + gap / 2;
        m_bottom = m_top;
        for (const auto &[block, colour] : m_texts)
            m_bottom += block.height();
    }

    /// Right of the texts.
    void addPictures()
    {
        double x = margin + width - picturesWidth() + gap;
        if (hasImage()) {
            m_imageHead = TextBlock(Texts::tr("What excites it most"), m_bold, side);
            m_imageText = TextBlock(m_data.imageText, m_font, side);
            m_image = {x, m_top + m_imageHead.height() + 2, side, side};
            m_bottom = std::max(m_bottom, m_image.bottom() + 2 + m_imageText.height());
            x += side + gap;
        }
        if (hasKernel()) {
            m_kernelHead = TextBlock(Texts::tr("Weights"), m_bold, kernelWidth());
            m_kernelText = TextBlock(kernelText(), m_font, kernelWidth());
            m_kernelArea = {x, m_top + m_kernelHead.height() + 2, kernelWidth(), kernelTilesHeight()};
            m_bottom = std::max(m_bottom, m_kernelArea.bottom() + 2 + m_kernelText.height());
        }
        m_bottom += gap;
    }

    QString kernelText() const
    {
        const Map &kernel = *m_data.kernel;
        QString text = Texts::tr("%1 × %2 × %3, up to ±%4")
                           .arg(kernel.channels)
                           .arg(kernel.height)
                           .arg(kernel.width)
                           .arg(shortNumber(largestWeight(kernel)));
        if (int(m_kernel.size()) < kernel.channels && m_kernel.size() > 1)
            text += QStringLiteral("; ") + Texts::tr("the first %1 inputs").arg(m_kernel.size());
        return text;
    }

    int kernelColumns() const
    {
        return m_kernel.size() == 1 ? 1 : int(std::ceil(std::sqrt(double(m_kernel.size()))));
    }
    double kernelTileSide() const { return (kernelWidth() - (kernelColumns() - 1)) / kernelColumns(); }
    double kernelTilesHeight() const
    {
        const int rows = (int(m_kernel.size()) + kernelColumns() - 1) / kernelColumns();
        return rows * (kernelTileSide() + 1);
    }

    void addCrops()
    {
        m_cropsTop = m_bottom;
        m_columns = columnsFor(m_data.crops.size());
        m_tile = std::min(largestTile, (width + gap) / m_columns - gap);
        for (const FilterCrop &crop : m_data.crops) {
            m_values.emplace_back(shortNumber(double(crop.value)), m_bold, m_tile, 1);
            m_classes.emplace_back(cropClass(crop, m_data.classNames), m_font, m_tile, 2);
            m_names.emplace_back(displayText(std::filesystem::path(crop.photo.name)), m_small, m_tile, 1);
        }
        if (m_data.crops.empty())
            return;
        m_lineHeight = QFontMetricsF(m_font).height();
        double classes = 0;
        for (const TextBlock &text : m_classes)
            classes = std::max(classes, text.height());
        m_cell = m_tile + 2 + 2 * m_lineHeight + classes + gap;
        const std::size_t rows = (m_data.crops.size() + std::size_t(m_columns) - 1) / std::size_t(m_columns);
        m_bottom += double(rows) * m_cell;
    }

    void addPlot()
    {
        StripPlot plot = classStrips(m_data);
        if (plot.isEmpty())
            return;
        PlotLook look;
        look.font = m_font;
        const double height = StripLayout::heightFor(plot.strips.size(), m_font);
        m_plotTop = m_bottom;
        m_bottom += height;
        m_plot.emplace(std::move(plot), look, QSizeF(width, height));
    }

    void paintImage(QPainter &painter) const
    {
        if (!hasImage())
            return;
        m_imageHead.paint(painter, m_image.left(), m_top, ink);
        painter.save();
        paintTile(painter, m_image, m_data.image);
        painter.restore();
        m_imageText.paint(painter, m_image.left(), m_image.bottom() + 2, faintInk);
    }

    void paintKernel(QPainter &painter) const
    {
        if (!hasKernel())
            return;
        m_kernelHead.paint(painter, m_kernelArea.left(), m_top, ink);
        painter.save();
        for (int tile = 0; tile < int(m_kernel.size()); ++tile) {
            const int row = tile / kernelColumns();
            const int column = tile % kernelColumns();
            const QRectF area(m_kernelArea.left() + column * (kernelTileSide() + 1),
                m_kernelArea.top() + row * (kernelTileSide() + 1), kernelTileSide(), kernelTileSide());
            paintTile(painter, area, m_kernel[std::size_t(tile)]);
        }
        painter.restore();
        m_kernelText.paint(painter, m_kernelArea.left(), m_kernelArea.bottom() + 2, faintInk);
    }

    void paintCell(QPainter &painter, std::size_t crop) const
    {
        const double x = margin + double(int(crop) % m_columns) * (m_tile + gap);
        const int row = int(crop) / m_columns;
        double y = m_cropsTop + row * m_cell;
        painter.setFont(m_font);
        paintCrop(painter, {x, y, m_tile, m_tile}, m_data.crops[crop], m_look);
        y += m_tile + 2;
        m_values[crop].paint(painter, x, y, ink);
        y += m_lineHeight;
        m_classes[crop].paint(painter, x, y, ink);
        y += std::max(m_classes[crop].height(), m_lineHeight);
        m_names[crop].paint(painter, x, y, faintInk);
    }

    FilterPageData m_data;
    CropLook m_look;
    QFont m_font = figureFont(fontPoints);
    QFont m_bold = figureFont(fontPoints, true);
    QFont m_small = figureFont(fontPoints - 1.5);
    TextBlock m_title;
    std::vector<std::pair<TextBlock, QColor>> m_texts;
    TextBlock m_imageHead;
    TextBlock m_imageText;
    TextBlock m_kernelHead;
    TextBlock m_kernelText;
    std::vector<QImage> m_kernel;
    QRectF m_image;
    QRectF m_kernelArea;
    std::vector<TextBlock> m_values;
    std::vector<TextBlock> m_classes;
    std::vector<TextBlock> m_names;
    std::optional<StripLayout> m_plot;
    int m_columns = 1;
    double m_tile = 0;
    double m_cell = 0; ///< height of a tile with its texts
    double m_lineHeight = 0;
    double m_top = 0; ///< below the title
    double m_cropsTop = 0;
    double m_plotTop = 0;
    double m_bottom = 0; ///< of what stands already
};

} // namespace

Drawing filterPageDrawing(const FilterPageData &data, const CropLook &look, const QStringList &about)
{
    const Layout layout(data, look, about);
    return {layout.size(), [layout](QPainter &painter) { layout.paint(painter); },
        filterTitle(data.report.layer, data.report.filter)};
}

} // namespace convscope
