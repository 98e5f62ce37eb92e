#include "ui/board/boardview.h"

#include "ui/board/boardcorner.h"
#include "ui/board/boardmenus.h"
#include "ui/board/cellviewer.h"
#include "ui/board/cellwidget.h"
#include "ui/board/headings.h"
#include "ui/widgets/contextmenu.h"
#include "ui/widgets/saver.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <algorithm>
#include <utility>

namespace convscope {

namespace {

constexpr int gap = BoardGrid::gap;
constexpr int smallSide =
    72; ///< below that a picture has one line of text, so that it is larger than its text

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
    , m_corner(new BoardCorner(this))
    , m_topWindow(new QWidget(this))
    , m_sideWindow(new QWidget(this))
    , m_addRow(new QToolButton(m_sideWindow))
    , m_rowMarker(new QWidget(this))
    , m_whole(new QToolButton(this))
{
    setObjectName(QStringLiteral("board"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its cells take it
    viewport()->setBackgroundRole(QPalette::Window);
    connect(m_corner, &BoardCorner::shapeAsked, this, &BoardView::setShape);
    m_addRow->setObjectName(QStringLiteral("addRowButton"));
    m_addRow->setText(tr("+ Add row"));
    m_addRow->setToolTip(tr("Ask something else about the photos"));
    m_addRow->setAutoRaise(true);
    m_addRow->setFocusPolicy(Qt::StrongFocus);
    connect(m_addRow, &QToolButton::clicked, this, &BoardView::addAsked);
    m_rowMarker->setAutoFillBackground(true);
    m_rowMarker->setBackgroundRole(QPalette::Highlight);
    m_rowMarker->hide();
    m_whole->setObjectName(QStringLiteral("boardZoom"));
    m_whole->setToolTip(tr("All pictures are enlarged. Show them whole again (Ctrl+0)"));
    m_whole->hide();
    connect(m_whole, &QToolButton::clicked, this, &BoardView::resetZoom);
    connect(qApp, &QApplication::focusChanged, this,
        [this](const QWidget *, const QWidget *now) { revealFocus(now); });
    connect(&controller, &BoardController::reshaped, this, &BoardView::reshape);
    connect(&controller, &BoardController::rowsChanged, this, &BoardView::showRows);
    connect(&controller.choices(), &Choices::changed, this, [this](Choices::What what) {
        if (what == Choices::What::Selection)
            showSelection();
    });
    connect(&controller, &BoardController::columnChanged, this, &BoardView::showColumn);
    connect(&controller, &BoardController::cellChanged, this, &BoardView::showCell);
    reshape();
}

void BoardView::reshape()
{
    const auto rows = std::size_t(m_controller.rowCount());
    const auto columns = std::size_t(m_controller.columnCount());
    forgetZoom();
    const std::size_t rowsBefore = m_rows.size();
    resizeWidgets(m_rows, rows, viewWindow());
    for (std::size_t row = rowsBefore; row < rows; ++row)
        connectRow(int(row));
    const std::size_t columnsBefore = m_columns.size();
    resizeWidgets(m_columns, columns, photoWindow());
    for (std::size_t column = columnsBefore; column < columns; ++column) {
        m_columns[column]->setTopShown(m_topShown);
        connect(m_columns[column], &ColumnHeading::menuAsked, this,
            [this, column](const QPoint &position) { showColumnMenu(int(column), position); });
    }
    const std::size_t before = m_cells.size();
    resizeWidgets(m_cells, rows * columns, viewport());
    for (std::size_t i = before; i < m_cells.size(); ++i)
        connectCell(m_cells[i]);
    makeCurrent({std::clamp(m_current.column, 0, std::max(0, int(columns) - 1)),
        std::clamp(m_controller.choices().selected(), 0, std::max(0, int(rows) - 1))});
    arrange();
    showRows();
    for (int column = 0; column < m_controller.columnCount(); ++column) {
        showColumn(column);
        for (int row = 0; row < int(rows); ++row)
            showCell(column, row);
    }
    showReadout();
}

/// Tab leads to the selected row, and it is in sight.
void BoardView::showSelection()
{
    const int row = m_controller.choices().selected();
    showRows();
    if (row >= int(m_rows.size()) || row == m_current.row)
        return;
    const bool hasKeyboard = std::ranges::any_of(m_cells, &QWidget::hasFocus);
    makeCurrent({m_current.column, row});
    if (m_cells.empty())
        return;
    if (hasKeyboard)
        cellAt(m_current.column, row)->setFocus(Qt::OtherFocusReason);
    reveal(cellAt(m_current.column, row)->geometry());
}

void BoardView::connectRow(int row)
{
    const RowHeading *heading = m_rows[std::size_t(row)];
    connect(heading, &RowHeading::menuAsked, this,
        [this, row](const QPoint &position) { showRowMenu(row, position); });
    connect(heading, &RowHeading::pressed, this, [this, row] {
        makeCurrent({m_current.column, row}); // it is in sight, and must not move under the pointer
        if (!m_cells.empty()) // what is being typed elsewhere counts before the row changes
            cellAt(m_current.column, row)->setFocus(Qt::MouseFocusReason);
        m_controller.choices().select(row);
    });
    connect(
        heading, &RowHeading::draggedTo, this, [this](const QPoint &position) { markGap(gapAt(position)); });
    connect(heading, &RowHeading::dropped, this, [this, row] { dropRow(row); });
}

/// The row before which a place of the screen lies; behind the last: the number of rows.
int BoardView::gapAt(const QPoint &globalPosition) const
{
    int gap = 0;
    for (const RowHeading *heading : m_rows) {
        const QPoint at = heading->mapFromGlobal(globalPosition);
        gap += m_shape.photosAsRows ? at.x() > heading->width() / 2 : at.y() > heading->height() / 2;
    }
    return gap;
}

/// Shows where the dragged row would go.
void BoardView::markGap(int gapBefore)
{
    m_dropAt = gapBefore;
    const bool isLast = gapBefore == int(m_rows.size());
    const RowHeading *heading = m_rows[std::size_t(isLast ? gapBefore - 1 : gapBefore)];
    const QRect area(heading->mapTo(this, QPoint()), heading->size());
    constexpr int thickness = 3;
    if (m_shape.photosAsRows)
        m_rowMarker->setGeometry(
            isLast ? area.right() + gap / 2 : area.left() - gap / 2, 0, thickness, height());
    else
        m_rowMarker->setGeometry(
            0, isLast ? area.bottom() + gap / 2 : area.top() - gap / 2, width(), thickness);
    m_rowMarker->show();
    m_rowMarker->raise();
}

void BoardView::dropRow(int row)
{
    if (!m_rowMarker->isVisible())
        return;
    m_rowMarker->hide();
    m_controller.choices().move(row, m_dropAt > row ? m_dropAt - 1 : m_dropAt);
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
    connect(cell, &CellWidget::focused, this, [this, cell] {
        makeCurrent(placeOf(cell));
        m_controller.choices().select(placeOf(cell).row);
    });
    offerMenu(*cell, [this, cell](QMenu &menu) {
        const Place place = placeOf(cell);
        fillCellMenu(menu, m_controller, place.column, place.row,
            {.parameters = [this, row = place.row] { Q_EMIT parametersAsked(row); },
                .enlarge = [this, place] { open(place); },
                .add = [this] { Q_EMIT addAsked(); }});
    });
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
    m_whole->setVisible(zoom.factor > 1);
    m_whole->setText(tr("%1× – whole").arg(zoom.factor, 0, 'f', 1));
    m_whole->setAccessibleName(tr("Enlarged %1 times: show whole pictures").arg(zoom.factor, 0, 'f', 1));
    placeZoom();
}

/// Below the headings at the side.
void BoardView::placeZoom()
{
    const QSize size = m_whole->sizeHint();
    m_whole->setGeometry(QRect(QPoint(gap, height() - size.height() - gap), size));
    m_whole->raise();
}

/// A place that was looked at means nothing in other photos.
void BoardView::forgetZoom()
{
    std::vector<std::filesystem::path> photos;
    for (int column = 0; column < m_controller.columnCount(); ++column)
        photos.push_back(m_controller.photo(column).file);
    const bool stays = std::any_of(photos.begin(), photos.end(), [this](const auto &photo) {
        return std::find(m_photos.begin(), m_photos.end(), photo) != m_photos.end();
    });
    if (!stays)
        resetZoom();
    m_photos = std::move(photos);
}

void BoardView::zoomBy(double factor) { setZoom(m_zoom.zoomed(factor, m_pointer.value_or(m_zoom.centre))); }

void BoardView::point(int column, const std::optional<QPointF> &at)
{
    m_pointer = at;
    m_pointedColumn = column;
    for (CellWidget *cell : m_cells)
        cell->setPointer(at);
    if (m_viewer)
        m_viewer->setPointer(at);
    showReadout();
}

/// Also where nobody moves the pointer: what lies under it changes with the photo, the network, the layer,
/// the filter and the class.
void BoardView::showReadout()
{
    const bool known = m_pointer && m_pointedColumn < m_controller.columnCount();
    Q_EMIT readoutChanged(known ? m_controller.readout(m_pointedColumn, *m_pointer) : QString());
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
        const QPoint by = m_shape.photosAsRows ? step.transposed() : step;
        const Place next{std::clamp(m_current.column + by.x(), 0, int(m_columns.size()) - 1),
            std::clamp(m_current.row + by.y(), 0, int(m_rows.size()) - 1)};
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
        connect(m_viewer, &CellViewer::pointedAt, this, &BoardView::point);
    }
    m_viewer->setPointer(m_pointer);
    m_viewer->setPhotosAsRows(m_shape.photosAsRows);
    m_viewer->open(place.column, place.row);
}

/// What Tab leads to; a click is on what is seen.
void BoardView::revealFocus(const QWidget *focused)
{
    if (!focused || !isAncestorOf(focused) || QApplication::mouseButtons() != Qt::NoButton)
        return;
    const auto holds = [focused](
                           const QWidget *part) { return part == focused || part->isAncestorOf(focused); };
    if (const auto cell = std::ranges::find_if(m_cells, holds); cell != m_cells.end())
        reveal((*cell)->geometry());
    if (const auto column = std::ranges::find_if(m_columns, holds); column != m_columns.end())
        reveal(QRect((*column)->x(), 0, (*column)->width(), 1));
    if (const auto row = std::ranges::find_if(m_rows, holds); row != m_rows.end())
        reveal(QRect(0, (*row)->y(), 1, (*row)->height()));
}

void BoardView::openPhoto(const std::filesystem::path &file)
{
    const QList<Row> &rows = m_controller.rows();
    const auto photoRow = std::ranges::find_if(rows, &Row::isPhoto);
    const int row = photoRow == rows.end() ? 0 : int(photoRow - rows.begin());
    for (int column = 0; column < m_controller.columnCount(); ++column) {
        if (m_controller.photo(column).file == file) {
            open({column, row});
            return;
        }
    }
}

void BoardView::copyPicture() const
{
    if (m_cells.empty())
        return;
    const QImage picture = m_controller.column(m_current.column).cells.value(m_current.row).picture;
    if (!picture.isNull())
        m_controller.saver().copyPicture(picture);
}

void BoardView::showRowMenu(int row, const QPoint &position)
{
    QMenu menu(this);
    fillRowMenu(menu, m_controller, row,
        {.parameters = [this, row] { Q_EMIT parametersAsked(row); },
            .enlarge = {},
            .add = [this] { Q_EMIT addAsked(); }});
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
        m_rows[std::size_t(row)]->show(m_controller.heading(row), explanation(m_controller.rows()[row]),
            row == m_controller.choices().selected());
    arrange(); // headings may have other heights, and pictures more or fewer lines below them
}

void BoardView::showColumn(int column)
{
    m_columns[std::size_t(column)]->show(m_controller.column(column), m_controller.isPinned(column));
    showVerdicts();
}

void BoardView::showCell(int column, int row)
{
    const Row &asked = m_controller.rows()[row];
    const BoardColumn &shown = m_controller.column(column);
    const QString what = tr("%1 of %2").arg(m_controller.rowName(row), shown.title);
    cellAt(column, row)->show(what, shown.cells[row], m_controller.state(column, row), asked.isSlow());
    if (column == m_pointedColumn)
        showReadout();
}

/// Above the board, or at its side.
QWidget *BoardView::photoWindow() const { return m_shape.photosAsRows ? m_sideWindow : m_topWindow; }

QWidget *BoardView::viewWindow() const { return m_shape.photosAsRows ? m_topWindow : m_sideWindow; }

void BoardView::setShape(const BoardShape &shape)
{
    if (m_shape == shape)
        return;
    const bool turned = m_shape.photosAsRows != shape.photosAsRows;
    m_shape = shape;
    if (turned) {
        for (ColumnHeading *heading : m_columns) {
            heading->setParent(photoWindow());
            heading->QWidget::show();
        }
        for (RowHeading *heading : m_rows) {
            heading->setParent(viewWindow());
            heading->QWidget::show();
        }
        m_addRow->setParent(viewWindow());
        m_addRow->show();
        horizontalScrollBar()->setValue(0);
        verticalScrollBar()->setValue(0);
    }
    arrange();
    Q_EMIT shapeChanged();
}

void BoardView::resizePictures(double factor)
{
    BoardShape shape = m_shape;
    shape.size = BoardShape::Size::Own;
    shape.side = std::clamp(qRound(m_grid.side() * factor), BoardShape::min, BoardShape::max);
    setShape(shape);
}

void BoardView::setTopShown(bool shown)
{
    m_topShown = shown;
    for (ColumnHeading *heading : m_columns)
        heading->setTopShown(shown);
    arrange();
}

void BoardView::setCovered(int height)
{
    m_covered = height;
    arrange();
}

/// For so many lines of captions, which the photos themselves have none of.
std::vector<int> BoardView::roomBelow(int lines) const
{
    const auto captionsOf = [this, lines](const Row &row) {
        return row.isPhoto() ? 0
                             : CellWidget::heightFor(0, fontMetrics(), lines + (tellsEvidence(row) ? 1 : 0));
    };
    if (m_shape.photosAsRows) { // beside them stand the photos' headings
        const int heading = ColumnHeading::heightFor(fontMetrics(), m_topShown, m_controller.hasSecond());
        int captions = 0;
        for (const Row &row : m_controller.rows())
            captions = std::max(captions, captionsOf(row));
        return std::vector<int>(m_columns.size(), std::max(captions, heading - BoardShape::min));
    }
    std::vector<int> below;
    for (const Row &row : m_controller.rows())
        below.push_back(captionsOf(row));
    return below;
}

/// What the headings above the board need where they are as wide as its pictures.
int BoardView::headHeight(int side) const
{
    int height = m_shape.photosAsRows
        ? m_corner->sizeHint().height()
        : ColumnHeading::heightFor(fontMetrics(), m_topShown, m_controller.hasSecond());
    if (m_shape.photosAsRows) {
        for (const RowHeading *heading : m_rows)
            height = std::max(height, heading->heightFor(side));
    }
    return std::max(height, m_corner->sizeHint().height()) + gap;
}

/// The size of the pictures, from the room there is.
void BoardView::arrange()
{
    const int across = std::max(1, int(m_shape.photosAsRows ? m_rows.size() : m_columns.size()));
    const int left =
        std::max(fontMetrics().horizontalAdvance(u'0') * 15, // the average is wide where Chinese is meant
            m_corner->minimumSizeHint().width());
    if (std::exchange(m_arranging, true))
        return; // the viewport has been resized by what follows
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const QSize add = m_addRow->sizeHint();
    const QSize forAdding = m_shape.photosAsRows ? QSize(add.width() + gap, 0) : QSize(0, add.height());
    const auto gridFor = [&](int head) {
        const auto gridIn = [&](QSize room) {
            const int lines = BoardGrid(m_shape, across, roomBelow(2), room).side() < smallSide ? 1 : 2;
            return BoardGrid(m_shape, across, roomBelow(lines), room);
        };
        const QSize room = QSize(width() - left - gap - bar, height() - head) - forAdding;
        const BoardGrid grid = gridIn(room);
        return grid.size().width() <= room.width() ? grid : gridIn(room - QSize(0, bar));
    };
    // The headings above are the lower, the wider the pictures are, and these are the larger, the lower the
    // headings. Where no size agrees with itself, the smaller one fits.
    int top = headHeight(gridFor(headHeight(m_grid.side())).side());
    BoardGrid grid = gridFor(top);
    while (headHeight(grid.side()) > top) {
        top = headHeight(grid.side());
        grid = gridFor(top);
    }
    m_grid = grid;

    const auto placeOfBar = [](const QScrollBar &scroll) {
        return scroll.maximum() > 0 ? double(scroll.value()) / scroll.maximum() : 0;
    };
    const QPointF before(placeOfBar(*horizontalScrollBar()), placeOfBar(*verticalScrollBar()));
    const int sideBefore = std::exchange(m_sideBefore, grid.side());
    setViewportMargins(left + gap, top, 0, 0);
    const QSize all = grid.size() + forAdding + QSize(0, m_covered);
    for (int pass = 0; pass < 2; ++pass) { // a bar that comes takes room from the other
        setRange(*horizontalScrollBar(), all.width(), viewport()->width());
        setRange(*verticalScrollBar(), all.height(), viewport()->height());
    }
    if (sideBefore != grid.side()) { // what was seen stays in sight
        horizontalScrollBar()->setValue(qRound(before.x() * horizontalScrollBar()->maximum()));
        verticalScrollBar()->setValue(qRound(before.y() * verticalScrollBar()->maximum()));
    }
    m_corner->setGeometry(gap, 0, left, top - gap);
    m_corner->show(m_shape, grid.side());
    m_topWindow->setGeometry(left + gap, 0, viewport()->width(), top);
    m_sideWindow->setGeometry(gap, top, left, viewport()->height());
    setAccessibleName(m_shape.photosAsRows ? tr("Board: one row a photo, one column a view")
                                           : tr("Board: one column a photo, one row a view"));
    m_arranging = false;
    placeZoom();
    place();
    showVerdicts();
}

void BoardView::setRange(QScrollBar &bar, int all, int seen) const
{
    bar.setRange(0, std::max(0, all - seen));
    bar.setPageStep(seen);
    bar.setSingleStep(m_grid.side() / 4);
}

void BoardView::place()
{
    const QPoint origin(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    const auto above = [&](int at) {
        return QRect(origin.x() + m_grid.left(at), 0, m_grid.side(), m_topWindow->height() - gap);
    };
    const auto beside = [&](int at) {
        return QRect(0, origin.y() + m_grid.top(at), m_sideWindow->width(), m_grid.rowHeight(at));
    };
    for (int column = 0; column < int(m_columns.size()); ++column)
        m_columns[std::size_t(column)]->setGeometry(m_shape.photosAsRows ? beside(column) : above(column));
    for (int row = 0; row < int(m_rows.size()); ++row)
        m_rows[std::size_t(row)]->setGeometry(m_shape.photosAsRows ? above(row) : beside(row));
    const QSize add = m_addRow->sizeHint();
    const QPoint behind = m_shape.photosAsRows ? QPoint(origin.x() + m_grid.size().width(), 0)
                                               : QPoint(0, origin.y() + m_grid.size().height());
    m_addRow->setGeometry(
        QRect(behind, add.boundedTo((m_shape.photosAsRows ? m_topWindow : m_sideWindow)->size())));
    for (CellWidget *cell : m_cells) {
        const Place at = placeOf(cell);
        cell->setSide(m_grid.side());
        cell->setGeometry(
            (m_shape.photosAsRows ? m_grid.cell(at.row, at.column) : m_grid.cell(at.column, at.row))
                .translated(origin));
    }
}

/// The words that may be left out stand in all columns or in none.
void BoardView::showVerdicts()
{
    const bool brief = std::any_of(m_columns.begin(), m_columns.end(),
        [](const ColumnHeading *heading) { return !heading->hasRoomForWords(); });
    for (ColumnHeading *heading : m_columns)
        heading->setBrief(brief);
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
