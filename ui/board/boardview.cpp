#include "ui/board/boardview.h"

#include "ui/board/cellwidget.h"
#include "ui/board/headings.h"

#include <QEvent>
#include <QScrollBar>
#include <algorithm>

namespace convscope {

namespace {

constexpr int gap = 12;
constexpr int leastSide = 116; // four columns on a small laptop, and room for most class names above
constexpr int mostSide = 384;
/// A picture may take this part of the height, so that three rows can be compared at a glance.
constexpr double mostOfHeight = 0.28;

template <typename T> void resizeWidgets(std::vector<T *> &widgets, std::size_t count, QWidget *parent)
{
    for (; widgets.size() > count; widgets.pop_back())
        delete widgets.back();
    while (widgets.size() < count) {
        widgets.push_back(new T(parent));
        widgets.back()->QWidget::show();
    }
}

} // namespace

BoardView::BoardView(BoardController &controller, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_controller(controller)
    , m_columnWindow(new QWidget(this))
    , m_rowWindow(new QWidget(this))
{
    setObjectName(QStringLiteral("board"));
    setAccessibleName(tr("Board: one column a photo, one row a view"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(&controller, &BoardController::reshaped, this, &BoardView::reshape);
    connect(&controller, &BoardController::rowsChanged, this, &BoardView::showRows);
    connect(&controller, &BoardController::columnChanged, this, &BoardView::showColumn);
    connect(&controller, &BoardController::cellChanged, this, &BoardView::showCell);
    reshape();
}

void BoardView::reshape()
{
    const auto rows = std::size_t(m_controller.views().size());
    const auto columns = std::size_t(m_controller.columnCount());
    resizeWidgets(m_rows, rows, m_rowWindow);
    resizeWidgets(m_columns, columns, m_columnWindow);
    const std::size_t before = m_cells.size();
    resizeWidgets(m_cells, rows * columns, viewport());
    for (std::size_t i = before; i < m_cells.size(); ++i) {
        CellWidget *cell = m_cells[i];
        const auto place = [this, cell] {
            const auto at = std::find(m_cells.begin(), m_cells.end(), cell) - m_cells.begin();
            return std::pair(int(at) % m_controller.columnCount(), int(at) / m_controller.columnCount());
        };
        connect(cell, &CellWidget::startAsked, this, [this, place] {
            std::apply([this](int column, int row) { m_controller.start(column, row); }, place());
        });
        connect(cell, &CellWidget::cancelAsked, this, [this, place] {
            std::apply([this](int column, int row) { m_controller.cancel(column, row); }, place());
        });
    }
    arrange();
    showRows();
    for (int column = 0; column < m_controller.columnCount(); ++column) {
        showColumn(column);
        for (int row = 0; row < int(rows); ++row)
            showCell(column, row);
    }
}

CellWidget *BoardView::cellAt(int column, int row) const
{
    return m_cells[std::size_t(row) * m_columns.size() + std::size_t(column)];
}

void BoardView::showRows()
{
    for (int row = 0; row < int(m_rows.size()); ++row)
        m_rows[std::size_t(row)]->show(m_controller.row(row), explanation(m_controller.views()[row]));
}

void BoardView::showColumn(int column) { m_columns[std::size_t(column)]->show(m_controller.column(column)); }

void BoardView::showCell(int column, int row)
{
    const View view = m_controller.views()[row];
    const BoardColumn &shown = m_controller.column(column);
    const QString what = tr("%1 of %2").arg(title(view), shown.title);
    cellAt(column, row)
        ->show(what, shown.cells[row], m_controller.state(column, row),
            view == View::FilterImage || view == View::Lime);
}

/// The size of the pictures, from the room there is.
void BoardView::arrange()
{
    const int columns = std::max(1, int(m_columns.size()));
    const int left = fontMetrics().averageCharWidth() * 20;
    const int top = ColumnHeading::heightFor(fontMetrics()) + gap;
    setViewportMargins(left + gap, top, 0, 0);

    const int fromWidth = viewport()->width() / columns - gap;
    const int fromHeight = int(viewport()->height() * mostOfHeight);
    m_side = std::clamp(std::min(fromWidth, fromHeight), leastSide, mostSide);
    const int across = columns * (m_side + gap);
    const int down = int(m_rows.size()) * (CellWidget::heightFor(m_side, fontMetrics()) + gap);
    horizontalScrollBar()->setRange(0, std::max(0, across - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_side / 4);
    verticalScrollBar()->setRange(0, std::max(0, down - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_side / 4);
    m_columnWindow->setGeometry(left + gap, 0, viewport()->width(), top);
    m_rowWindow->setGeometry(gap, top, left, viewport()->height());
    place();
}

void BoardView::place()
{
    const int x0 = -horizontalScrollBar()->value();
    const int y0 = -verticalScrollBar()->value();
    const int height = CellWidget::heightFor(m_side, fontMetrics());
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        m_columns[column]->setGeometry(
            x0 + int(column) * (m_side + gap), 0, m_side, ColumnHeading::heightFor(fontMetrics()));
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rows[row]->setGeometry(0, y0 + int(row) * (height + gap), m_rowWindow->width(), height);
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const int column = int(i % m_columns.size());
        const int row = int(i / m_columns.size());
        m_cells[i]->setSide(m_side);
        m_cells[i]->setGeometry(x0 + column * (m_side + gap), y0 + row * (height + gap), m_side, height);
    }
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void BoardView::scrollContentsBy(int, int) { place(); }

void BoardView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace convscope
