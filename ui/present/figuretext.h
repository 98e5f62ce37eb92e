#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>
#include <QStringList>

namespace convscope {

/// The fonts of a figure. Sizes are in points of the painter's own coordinates, whatever device it paints on,
/// and unhinted, so that a text is as wide on a screen as in a PDF.
QFont figureFont(double points, bool bold = false);

/// A text broken into lines that are at most `width` wide: between words; in a word that is wider, at its
/// non-breaking blanks; anywhere only where there are none, so that no number is broken that fits into a
/// line. What does not fit into `maxLines` is cut in the middle of the last line.
class TextBlock
{
public:
    TextBlock() = default;
    TextBlock(const QString &text, const QFont &font, double width, int maxLines = 1000);

    double height() const;
    /// Of the longest line.
    double width() const;
    /// The block's upper left corner comes to (x, y). Each line is one text to the painter.
    void paint(QPainter &painter, double x, double y, const QColor &colour) const;

private:
    QFont m_font;
    QStringList m_lines;
};

} // namespace convscope
