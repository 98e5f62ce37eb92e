#include "ui/evaluation/confusionview.h"

#include "ui/evaluation/confusionmodel.h"
#include "ui/present/chip.h"
#include "ui/present/colours.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>
#include <optional>

namespace convscope {

namespace {

constexpr int margin = 6;
constexpr int chip = 10;

class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const QVariant share = index.data(ConfusionModel::ShareRole);
        QColor ink = option.palette.color(QPalette::WindowText);
        if (share.isValid()) {
            const QColor ground = QColor(colourAt(ColourMap::Cividis, share.toDouble()));
            painter->fillRect(option.rect, ground);
            ink = qGray(ground.rgb()) > 110 ? Qt::black : Qt::white;
        }
        const QString text = index.data().toString();
        if (share.isValid() && text == QLatin1String("0"))
            ink.setAlphaF(0.45F); // what is there stands out
        painter->setPen(ink);
        painter->drawText(option.rect, Qt::AlignCenter, text);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            // Two lines, so that it is seen on any colour.
            painter->setPen(QPen(Qt::white, 3));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
            painter->setPen(QPen(Qt::black, 1));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }
};

/// Names with the colour of their class: beside the rows, and upwards above the narrow columns.
class ClassHeader : public QHeaderView
{
public:
    ClassHeader(Qt::Orientation orientation, QWidget *parent)
        : QHeaderView(orientation, parent)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
        setSectionResizeMode(QHeaderView::Fixed);
    }

    QSize sizeHint() const override
    {
        int longest = 0;
        for (int section = 0; section < count(); ++section)
            longest = std::max(longest, fontMetrics().horizontalAdvance(text(section)));
        longest += chip + 3 * margin;
        return orientation() == Qt::Horizontal ? QSize(0, longest) : QSize(longest, 0);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        painter->setPen(palette().color(QPalette::WindowText));
        QRect line = rect;
        if (orientation() == Qt::Horizontal) {
            painter->translate(rect.bottomLeft());
            painter->rotate(-90);
            line = QRect(0, 0, rect.height(), rect.width());
        }
        line.adjust(margin, 0, -margin, 0);
        const QVariant label = model()->headerData(section, orientation(), ConfusionModel::ClassRole);
        if (label.isValid()) {
            // Next to the matrix.
            const int x = orientation() == Qt::Horizontal ? line.left() : line.right() - chip + 1;
            paintChip(*painter, QRectF(x, line.center().y() - chip / 2.0 + 0.5, chip, chip),
                classColour(label.toInt()));
        }
        const int place = chip + margin;
        line.adjust(
            orientation() == Qt::Horizontal ? place : 0, 0, orientation() == Qt::Horizontal ? 0 : -place, 0);
        const Qt::Alignment alignment =
            (orientation() == Qt::Horizontal ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        painter->drawText(line, int(alignment), text(section));
        painter->restore();
    }

private:
    QString text(int section) const
    {
        return model() ? model()->headerData(section, orientation(), Qt::DisplayRole).toString() : QString();
    }
};

} // namespace

ConfusionView::ConfusionView(ConfusionModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("confusion"));
    setAccessibleName(tr("Confusion matrix: a row for each true class, a column for each predicted one"));
    setHorizontalHeader(new ClassHeader(Qt::Horizontal, this));
    setVerticalHeader(new ClassHeader(Qt::Vertical, this));
    setItemDelegate(new CellDelegate(this));
    setModel(&model);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    m_corner = findChild<QAbstractButton *>();
    m_corner->installEventFilter(this);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Window);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    horizontalHeader()->setAccessibleName(tr("Predicted classes"));
    verticalHeader()->setAccessibleName(tr("True classes"));
    connect(this, &QTableView::clicked, this, &ConfusionView::askAt);
    connect(verticalHeader(), &QHeaderView::sectionClicked, this,
        [this](int row) { ask(m_model.classAt(row), {}); });
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this,
        [this](int column) { ask({}, m_model.classAt(column)); });
    connect(&model, &QAbstractItemModel::modelReset, this, &ConfusionView::arrange);
    arrange();
}

void ConfusionView::ask(std::optional<int> trueClass, std::optional<int> predictedClass)
{
    if (trueClass || predictedClass)
        Q_EMIT photosAsked(trueClass, predictedClass);
}

void ConfusionView::askAt(const QModelIndex &cell)
{
    if (cell.isValid())
        ask(m_model.classAt(cell.row()), m_model.classAt(cell.column()));
}

void ConfusionView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        askAt(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

/// Nothing stands in the corner between the headings. The scroll bars are watched as well, by the base class.
bool ConfusionView::eventFilter(QObject *watched, QEvent *event)
{
    return (watched == m_corner && event->type() == QEvent::Paint) || QTableView::eventFilter(watched, event);
}

void ConfusionView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void ConfusionView::arrange()
{
    const int side = fontMetrics().height() * 2;
    verticalHeader()->setDefaultSectionSize(side);
    horizontalHeader()->setDefaultSectionSize(
        std::max(side, fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + margin));
    for (int column = m_model.classCount(); column < m_model.columnCount(); ++column)
        setColumnWidth(column, side * 3 / 2);
    updateGeometry();
}

/// All of the usual eleven classes; of many more, as much as a window may take.
QSize ConfusionView::sizeHint() const
{
    const QSize whole(horizontalHeader()->length() + verticalHeader()->sizeHint().width(),
        verticalHeader()->length() + horizontalHeader()->sizeHint().height());
    return (whole + QSize(4, 4)).boundedTo(QSize(900, 700));
}

} // namespace convscope
