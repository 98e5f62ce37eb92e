#include "ui/photomap/maplegend.h"

#include "ui/present/chip.h"
#include "ui/present/counttext.h"

#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr int iconSide = 16;
constexpr int barHeight = 12;
constexpr double radius = 5;

/// The colours of values, with the numbers at their ends.
class ValueBar : public QWidget
{
public:
    void setRange(const std::optional<std::pair<double, double>> &range)
    {
        m_range = range;
        setVisible(range.has_value());
        if (range)
            setAccessibleName(text(range->first) + QStringLiteral(" – ") + text(range->second));
        update();
    }

    QSize sizeHint() const override { return {120, barHeight + fontMetrics().height() + 4}; }
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_range)
            return;
        QPainter painter(this);
        paintBar(painter, QRect(0, 0, width(), barHeight), {mapValueColours, {}, {}});
        painter.setPen(palette().color(QPalette::WindowText));
        const QRect line(0, barHeight + 2, width(), fontMetrics().height());
        painter.drawText(line, int(Qt::AlignLeft), text(m_range->first));
        painter.drawText(line, int(Qt::AlignRight), text(m_range->second));
    }

private:
    static QString text(double value) { return QString::number(value, 'g', 3); }

    std::optional<std::pair<double, double>> m_range;
};

} // namespace

MapLegend::MapLegend(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_bar(new ValueBar)
    , m_list(new QListWidget)
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_bar->hide();
    m_list->setObjectName(QStringLiteral("mapLegend"));
    m_list->setAccessibleName(tr("Legend: choose a line to select its photos"));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setIconSize(QSize(iconSide, iconSide));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        Q_EMIT groupAsked(m_list->row(item), QGuiApplication::keyboardModifiers() & Qt::ShiftModifier);
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_bar);
    layout->addWidget(m_list, 1);
}

void MapLegend::show(const QString &title, const MapMarks &marks)
{
    m_title->setText(title);
    m_marks = marks;
    fill();
}

void MapLegend::fill()
{
    static_cast<ValueBar *>(m_bar)->setRange(m_marks.range);
    const int row = m_list->currentRow();
    m_list->clear();
    for (const MapGroup &group : m_marks.groups) {
        QPixmap icon(QSize(iconSide, iconSide) * devicePixelRatioF());
        icon.setDevicePixelRatio(devicePixelRatioF());
        icon.fill(Qt::transparent);
        QPainter painter(&icon);
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(
            painter, QPointF(iconSide, iconSide) / 2, radius, group.mark, palette().color(QPalette::Text));
        painter.end();
        const QString text = QStringLiteral("%1 (%2)").arg(group.name, countText(qint64(group.count)));
        auto *item = new QListWidgetItem(QIcon(icon), text, m_list);
        item->setToolTip(text);
    }
    if (row >= 0 && row < m_list->count())
        m_list->setCurrentRow(row);
}

/// Keys do what clicks do. The list's own activation comes with some clicks as well, as the desktop wants it.
bool MapLegend::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && m_list->currentRow() >= 0) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space) {
            Q_EMIT groupAsked(m_list->currentRow(), key->modifiers() & Qt::ShiftModifier);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MapLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace convscope
