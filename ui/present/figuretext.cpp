#include "ui/present/figuretext.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <algorithm>

namespace convscope {

QFont figureFont(double points, bool bold)
{
    QFont font(QStringList{QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans"),
        QStringLiteral("Noto Sans CJK SC"), QStringLiteral("sans-serif")});
    font.setPixelSize(std::max(1, qRound(points)));
    font.setBold(bold);
    // Next to none, but enough that Qt draws no ligatures: "filter" shall be found in a PDF, not "ﬁlter". As
    // a share, since Qt makes nothing of an absolute spacing where a point is a dot.
    font.setLetterSpacing(QFont::PercentageSpacing, 100.4);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

namespace {

constexpr QChar keptBlank(0x00a0);

/// Words that are wider than a line may be broken at their non-breaking blanks after all.
QString breakable(const QString &text, const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (word.contains(keptBlank) && metrics.horizontalAdvance(word) > width)
            word.replace(keptBlank, u' ');
    }
    return words.join(u' ');
}

} // namespace

TextBlock::TextBlock(const QString &wholeText, const QFont &font, double width, int maxLines)
    : m_font(font)
{
    if (wholeText.isEmpty())
        return;
    QString kept = wholeText;
    kept.replace(QStringLiteral(" %"), QStringLiteral("\u00a0%")); // no line begins with the sign
    const QString text = breakable(kept, font, width);
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (m_lines.size() + 1 == maxLines) {
            const QString rest = text.mid(line.textStart()).trimmed();
            m_lines += QFontMetricsF(font).elidedText(rest, Qt::ElideMiddle, width);
            break;
        }
        m_lines += text.mid(line.textStart(), line.textLength()).trimmed();
    }
    for (QString &line : m_lines) { // parts have a dot between them, which a line does not end with
        if (line.endsWith(QStringLiteral(" ·")))
            line.chop(2);
    }
    layout.endLayout();
}

double TextBlock::height() const
{
    return m_lines.isEmpty() ? 0 : double(m_lines.size()) * QFontMetricsF(m_font).lineSpacing();
}

double TextBlock::width() const
{
    double widest = 0;
    for (const QString &line : m_lines)
        widest = std::max(widest, QFontMetricsF(m_font).horizontalAdvance(line));
    return widest;
}

void TextBlock::paint(QPainter &painter, double x, double y, const QColor &colour) const
{
    const QFontMetricsF metrics(m_font);
    painter.setFont(m_font);
    painter.setPen(colour);
    double baseline = y + metrics.ascent();
    for (const QString &line : m_lines) {
        painter.drawText(QPointF(x, baseline), line);
        baseline += metrics.lineSpacing();
    }
}

} // namespace convscope
