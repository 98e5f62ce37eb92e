#include "ui/board/boardview.h"

#include "ui/board/boardmenus.h"
#include "ui/board/cellviewer.h"
#include "ui/board/cellwidget.h"
#include "ui/board/headings.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <algorithm>

namespace convscope {

namespace {

constexpr int gap = 12;
constexpr int leastSide = 100; // four columns on a small laptop
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
    setFocusPolicy(Qt::NoFocus); // its cells take it
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
    const std::size_t rowsBefore = m_rows.size();
    resizeWidgets(m_rows, rows, m_rowWindow);
    for (std::size_t row = rowsBefore; row < rows; ++row)
        connect(m_rows[row], &RowHeading::menuAsked, this,
            [this, row](const QPoint &position) { showRowMenu(int(row), position); });
    const std::size_t columnsBefore = m_columns.size();
    resizeWidgets(m_columns, columns, m_columnWindow);
    for (std::size_t column = columnsBefore; column < columns; ++column)
        connect(m_columns[column], &ColumnHeading::menuAsked, this,
            [this, column](const QPoint &position) { showColumnMenu(int(column), position); });
    const std::size_t before = m_cells.size();
    resizeWidgets(m_cells, rows * columns, viewport());
    for (std::size_t i = before; i < m_cells.size(); ++i)
        connectCell(m_cells[i]);
    makeCurrent({std::clamp(m_current.column, 0, std::max(0, int(columns) - 1)),
        std::clamp(m_current.row, 0, std::max(0, int(rows) - 1))});
    arrange();
    showRows();
    for (int column = 0; column < m_controller.columnCount(); ++column) {
        showColumn(column);
        for (int row = 0; row < int(rows); ++row)
            showCell(column, row);
    }
}

void BoardView::connectCell(CellWidget *cell)
{
    cell->setZoom(m_zoom);
    connect(cell, &CellWidget::startAsked, this, [this, cell] {
        const Place place = placeOf(cell);
        m_controller.start(place.column, place.row);
    });
    connect(cell, &CellWidget::cancelAsked, this, [this, cell] {
        const Place place = placeOf(cell);
        m_controller.cancel(place.column, place.row);
    });
    connect(cell, &CellWidget::pointedAt, this,
        [this, cell](const std::optional<QPointF> &at) { point(placeOf(cell).column, at); });
    connect(cell, &CellWidget::zoomAsked, this,
        [this](double by, QPointF at) { setZoom(m_zoom.zoomed(by, at)); });
    connect(cell, &CellWidget::moveAsked, this, [this](QPointF by) { setZoom(m_zoom.moved(by)); });
    connect(cell, &CellWidget::openAsked, this, [this, cell] { open(placeOf(cell)); });
    connect(cell, &CellWidget::focused, this, [this, cell] { makeCurrent(placeOf(cell)); });
}

BoardView::Place BoardView::placeOf(const CellWidget *cell) const
{
    const int at = int(std::find(m_cells.begin(), m_cells.end(), cell) - m_cells.begin());
    const int columns = std::max(1, int(m_columns.size()));
    return {at % columns, at / columns};
}

void BoardView::setZoom(const Zoom &zoom)
{
    m_zoom = zoom;
    for (CellWidget *cell : m_cells)
        cell->setZoom(zoom);
    if (m_viewer)
        m_viewer->setZoom(zoom);
}

void BoardView::zoomBy(double factor) { setZoom(m_zoom.zoomed(factor, m_pointer.value_or(m_zoom.centre))); }

void BoardView::point(int column, const std::optional<QPointF> &at)
{
    m_pointer = at;
    for (CellWidget *cell : m_cells)
        cell->setPointer(at);
    if (m_viewer)
        m_viewer->setPointer(at);
    Q_EMIT readoutChanged(at ? m_controller.readout(column, *at) : QString());
}

/// By pixels of what the network sees.
void BoardView::movePointer(int dx, int dy)
{
    const QSizeF size = m_controller.column(m_current.column).cells.value(m_current.row).picture.size();
    if (size.isEmpty())
        return;
    const QRectF shown = m_zoom.shown();
    const QPointF at = m_pointer.value_or(m_zoom.centre) + QPointF(dx / size.width(), dy / size.height());
    const double nearlyOne = 1 - 1e-9;
    point(m_current.column,
        QPointF(std::clamp(at.x(), shown.left(), shown.right() * nearlyOne),
            std::clamp(at.y(), shown.top(), shown.bottom() * nearlyOne)));
}

void BoardView::makeCurrent(Place place)
{
    m_current = place;
    for (CellWidget *cell : m_cells)
        cell->setFocusPolicy(Qt::ClickFocus);
    if (m_cells.empty())
        return;
    CellWidget *cell = cellAt(place.column, place.row);
    cell->setFocusPolicy(Qt::StrongFocus);
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    const QPoint step = event->key() == Qt::Key_Left ? QPoint(-1, 0)
        : event->key() == Qt::Key_Right              ? QPoint(1, 0)
        : event->key() == Qt::Key_Up                 ? QPoint(0, -1)
        : event->key() == Qt::Key_Down               ? QPoint(0, 1)
                                                     : QPoint();
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_cells.empty() || (step.isNull() && !opens)) {
        QAbstractScrollArea::keyPressEvent(event);
    } else if (opens) {
        open(m_current);
    } else if (event->modifiers() & Qt::ControlModifier) {
        constexpr double part = 0.1; // of what is shown
        setZoom(m_zoom.moved(QPointF(step) * part / m_zoom.factor));
    } else if (event->modifiers() & Qt::ShiftModifier) {
        movePointer(step.x(), step.y());
    } else {
        const Place next{std::clamp(m_current.column + step.x(), 0, int(m_columns.size()) - 1),
            std::clamp(m_current.row + step.y(), 0, int(m_rows.size()) - 1)};
        CellWidget *cell = cellAt(next.column, next.row);
        cell->setFocus(Qt::OtherFocusReason);
        reveal(cell->geometry());
    }
}

/// Scrolls until a cell is seen whole.
void BoardView::reveal(const QRect &cell)
{
    const auto distance = [](int low, int high, int room) {
        return low < 0 ? low : std::max(0, high - room);
    };
    horizontalScrollBar()->setValue(
        horizontalScrollBar()->value() + distance(cell.left(), cell.right() + 1, viewport()->width()));
    verticalScrollBar()->setValue(
        verticalScrollBar()->value() + distance(cell.top(), cell.bottom() + 1, viewport()->height()));
}

void BoardView::open(Place place)
{
    if (!m_viewer) {
        m_viewer = new CellViewer(m_controller, this);
        connect(m_viewer, &CellViewer::zoomAsked, this,
            [this](double by, QPointF at) { setZoom(m_zoom.zoomed(by, at)); });
        connect(m_viewer, &CellViewer::moveAsked, this, [this](QPointF by) { setZoom(m_zoom.moved(by)); });
        connect(m_viewer, &CellViewer::pointedAt, this, &BoardView::point);
    }
    m_viewer->setZoom(m_zoom);
    m_viewer->open(place.column, place.row);
}

void BoardView::showRowMenu(int row, const QPoint &position)
{
    QMenu menu(this);
    const View view = m_controller.views()[row];
    fillRowMenu(menu, m_controller, row, [this, view] { Q_EMIT parametersAsked(view); });
    menu.exec(position);
}

void BoardView::showColumnMenu(int column, const QPoint &position)
{
    QMenu menu(this);
    fillColumnMenu(menu, m_controller, column);
    menu.exec(position);
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

void BoardView::showColumn(int column)
{
    m_columns[std::size_t(column)]->show(m_controller.column(column), m_controller.isPinned(column));
}

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
    const int left = fontMetrics().horizontalAdvance(u'0') * 15; // the average is wide where Chinese is meant
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
