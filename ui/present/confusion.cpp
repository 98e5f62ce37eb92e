#include "ui/present/confusion.h"

#include "ui/present/chip.h"
#include "ui/present/colours.h"
#include "ui/present/figuretext.h"
#include "ui/present/percent.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <algorithm>
#include <numeric>
#include <set>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Confusion)
};

/// So many fit on a page and can be looked at, whether they occur or not.
constexpr int maxShownAll = 40;

constexpr double fontPoints = 9;
constexpr double margin = 14;
constexpr double gap = 4;
constexpr double side = 34; ///< of a cell, which "99.9 %" fits into
constexpr double totalWidth = 40;
constexpr double chip = 7;

const QColor ink(0x1a, 0x1a, 0x1a);

/// All classes of a few; of many those that a photo is of or is taken for. In their order.
std::vector<int> shownClasses(const Evaluation &evaluation)
{
    std::set<int> shown;
    if (evaluation.classCount <= maxShownAll) {
        for (int label = 0; label < evaluation.classCount; ++label)
            shown.insert(label);
    }
    for (const auto &[pair, photos] : evaluation.counts)
        shown.insert({pair.first, pair.second});
    return {shown.begin(), shown.end()};
}

/// Works out where everything stands, and draws it.
class Layout
{
public:
    Layout(Confusion confusion, const QStringList &classNames, QStringList about)
        : m_confusion(std::move(confusion))
        , m_about(std::move(about))
    {
        double longest = 0;
        const QFontMetricsF metrics(m_font);
        for (const int label : m_confusion.classes) {
            m_names << className(classNames, label);
            longest = std::max(longest, metrics.horizontalAdvance(m_names.last()));
        }
        for (const QString &line : m_about)
            m_aboutWidth = std::max(m_aboutWidth, QFontMetricsF(m_boldFont).horizontalAdvance(line));
        m_lineHeight = metrics.height();
        m_head = longest + chip + 3 * gap;
        m_top = margin + double(m_about.size() + 2) * m_lineHeight + m_head;
        m_left = margin + m_lineHeight + gap + m_head;
    }

    QSizeF size() const
    {
        const double matrix = side * m_confusion.size();
        const double width = m_left + matrix + 2 * totalWidth + margin;
        return {std::max(width, m_aboutWidth + 2 * margin), m_top + matrix + 2 * side + margin};
    }

    void paint(QPainter &painter) const
    {
        painter.setPen(ink);
        for (qsizetype line = 0; line < m_about.size(); ++line) {
            painter.setFont(line == 0 ? m_boldFont : m_font);
            painter.drawText(
                QRectF(margin, margin + double(line) * m_lineHeight, size().width(), m_lineHeight),
                Qt::AlignLeft | Qt::AlignVCenter, m_about[line]);
        }
        painter.setFont(m_font);
        paintHeadings(painter);
        for (int row = 0; row < m_confusion.size(); ++row) {
            for (int column = 0; column < m_confusion.size(); ++column)
                paintCell(painter, row, column);
            const int right = m_confusion.count(row, row);
            paintTotals(painter, row, m_confusion.rowTotal(row), right, Qt::Horizontal);
            paintTotals(painter, row, m_confusion.columnTotal(row), right, Qt::Vertical);
        }
        const double end = m_left + side * m_confusion.size();
        const double below = m_top + side * m_confusion.size();
        text(painter, QRectF(end, below, totalWidth, side), QString::number(m_confusion.photos()));
        text(painter, QRectF(end + totalWidth, below + side, totalWidth, side),
            shareText(m_confusion.right(), m_confusion.photos()));
    }

private:
    static void text(QPainter &painter, const QRectF &area, const QString &text)
    {
        painter.drawText(area, Qt::AlignCenter, text);
    }

    /// Upwards from a point, as above the columns.
    static void turned(QPainter &painter, QPointF from, double length, double height, const QString &text)
    {
        painter.save();
        painter.translate(from);
        painter.rotate(-90);
        painter.drawText(QRectF(0, -height / 2, length, height), Qt::AlignLeft | Qt::AlignVCenter, text);
        painter.restore();
    }

    void paintHeadings(QPainter &painter) const
    {
        const double end = m_left + side * m_confusion.size();
        const double below = m_top + side * m_confusion.size();
        text(painter, QRectF(m_left, m_top - m_head - m_lineHeight, end - m_left, m_lineHeight),
            Texts::tr("predicted"));
        const double middle = (m_top + below) / 2;
        const QString truth = Texts::tr("true");
        turned(painter,
            {margin + m_lineHeight / 2, middle + QFontMetricsF(m_font).horizontalAdvance(truth) / 2}, m_head,
            m_lineHeight, truth);
        for (int place = 0; place < m_confusion.size(); ++place) {
            const QColor colour = classColour(m_confusion.classes[std::size_t(place)]);
            const double y = m_top + side * place;
            painter.drawText(QRectF(m_left - m_head, y, m_head - chip - 2 * gap, side),
                Qt::AlignRight | Qt::AlignVCenter, m_names[place]);
            paintChip(painter, QRectF(m_left - chip - gap, y + (side - chip) / 2, chip, chip), colour);
            const double x = m_left + side * place + side / 2;
            turned(painter, {x, m_top - chip - 2 * gap}, m_head, side, m_names[place]);
            paintChip(painter, QRectF(x - chip / 2, m_top - chip - gap, chip, chip), colour);
        }
        turned(painter, {end + totalWidth / 2, m_top - gap}, m_head, side, Texts::tr("photos"));
        turned(painter, {end + totalWidth * 3 / 2, m_top - gap}, m_head, side, Texts::tr("right"));
        painter.drawText(QRectF(m_left - m_head, below, m_head - gap, side),
            Qt::AlignRight | Qt::AlignVCenter, Texts::tr("taken for it"));
        painter.drawText(QRectF(m_left - m_head, below + side, m_head - gap, side),
            Qt::AlignRight | Qt::AlignVCenter, Texts::tr("right"));
    }

    void paintCell(QPainter &painter, int row, int column) const
    {
        const QColor ground(colourAt(ColourMap::Cividis, m_confusion.share(row, column)));
        const QRectF area(m_left + side * column, m_top + side * row, side, side);
        painter.fillRect(area, ground);
        const int count = m_confusion.count(row, column);
        if (count == 0)
            return; // what is there stands out
        painter.setPen(qGray(ground.rgb()) > 110 ? Qt::black : Qt::white);
        text(painter, area, QString::number(count));
        painter.setPen(ink);
    }

    /// Beside a row, or below a column.
    void paintTotals(QPainter &painter, int place, int photos, int right, Qt::Orientation beside) const
    {
        const double end = side * m_confusion.size();
        const bool isRow = beside == Qt::Horizontal;
        const QRectF first = isRow ? QRectF(m_left + end, m_top + side * place, totalWidth, side)
                                   : QRectF(m_left + side * place, m_top + end, side, side);
        text(painter, first, QString::number(photos));
        const QRectF second = first.translated(isRow ? totalWidth : 0, isRow ? 0 : side);
        text(painter, second, shareText(right, photos));
    }

    Confusion m_confusion;
    QStringList m_names; ///< by place
    QStringList m_about;
    QFont m_font = figureFont(fontPoints);
    QFont m_boldFont = figureFont(fontPoints, true);
    double m_aboutWidth = 0;
    double m_lineHeight = 0;
    double m_head = 0; ///< the room of a class's name
    double m_top = 0; ///< of the matrix
    double m_left = 0;
};

} // namespace

Confusion::Confusion(const Evaluation &evaluation)
    : classes(shownClasses(evaluation))
    , allClasses(evaluation.classCount)
    , rowTotals(classes.size())
    , columnTotals(classes.size())
{
    const auto placeOf = [this](int label) {
        return int(std::ranges::lower_bound(classes, label) - classes.begin());
    };
    for (const auto &[pair, photos] : evaluation.counts) {
        const int row = placeOf(pair.first);
        const int column = placeOf(pair.second);
        counts.emplace_hint(counts.end(), std::pair(row, column), photos);
        rowTotals[std::size_t(row)] += photos;
        columnTotals[std::size_t(column)] += photos;
    }
}

int Confusion::photos() const { return std::accumulate(rowTotals.begin(), rowTotals.end(), 0); }

int Confusion::right() const
{
    int sum = 0;
    for (int place = 0; place < size(); ++place)
        sum += count(place, place);
    return sum;
}

int Confusion::count(int row, int column) const
{
    const auto found = counts.find({row, column});
    return found == counts.end() ? 0 : found->second;
}

double Confusion::share(int row, int column) const
{
    const int whole = rowTotal(row);
    return whole == 0 ? 0 : double(count(row, column)) / whole;
}

QString shareText(int part, int whole)
{
    return whole == 0 ? QStringLiteral("–") : percent(double(part) / whole);
}

Drawing confusionDrawing(const Confusion &confusion, const QStringList &classNames, const QStringList &about)
{
    const Layout layout(confusion, classNames, about);
    return {layout.size(), [layout](QPainter &painter) { layout.paint(painter); },
        about.join(QStringLiteral(" – "))};
}

} // namespace convscope
