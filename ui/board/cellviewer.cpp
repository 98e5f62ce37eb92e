#include "ui/board/cellviewer.h"

#include "ui/board/cellwidget.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QResizeEvent>
#include <QScreen>
#include <QSlider>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr int usualSide = 640;
constexpr int leastSide = 256;

} // namespace

CellViewer::CellViewer(BoardController &controller, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_cell(new CellWidget(this))
    , m_photoLabel(new QLabel(tr("&Photo")))
    , m_uncovered(new QSlider(Qt::Horizontal))
    , m_text(new QLabel)
    , m_readout(new QLabel)
{
    setObjectName(QStringLiteral("cellViewer"));
    m_cell->setObjectName(QStringLiteral("largeCell"));
    m_cell->setFocusPolicy(Qt::StrongFocus);
    m_cell->setMinimumSize(leastSide, CellWidget::heightFor(leastSide, fontMetrics()));
    m_text->setObjectName(QStringLiteral("largeText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readout->setObjectName(QStringLiteral("largeReadout"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_cell, 1);
    layout->addLayout(makeUncovering());
    layout->addWidget(m_text);
    layout->addWidget(m_readout);

    connect(m_cell, &CellWidget::zoomAsked, this, &CellViewer::zoomAsked);
    connect(m_cell, &CellWidget::moveAsked, this, &CellViewer::moveAsked);
    connect(m_cell, &CellWidget::pointedAt, this,
        [this](const std::optional<QPointF> &at) { Q_EMIT pointedAt(m_column, at); });
    connect(m_cell, &CellWidget::startAsked, this, [this] { m_controller.start(m_column, m_row); });
    connect(m_cell, &CellWidget::cancelAsked, this, [this] { m_controller.cancel(m_column, m_row); });
    connect(m_cell, &CellWidget::openAsked, this, &QDialog::close);
    connect(&controller, &BoardController::cellChanged, this, [this](int column, int row) {
        if (column == m_column && row == m_row)
            refresh();
    });
    connect(&controller, &BoardController::reshaped, this, [this] {
        if (m_column >= m_controller.columnCount() || m_row >= m_controller.views().size())
            close();
        else
            refresh();
    });
    const QSize wanted(usualSide, usualSide + 6 * fontMetrics().height());
    resize(wanted.boundedTo(screen()->availableSize() * 0.9));
}

QLayout *CellViewer::makeUncovering()
{
    m_uncovered->setObjectName(QStringLiteral("uncovered"));
    m_uncovered->setRange(0, 100);
    m_uncovered->setPageStep(25);
    m_uncovered->setAccessibleName(tr("How much of the photo is seen"));
    m_uncovered->setToolTip(tr("Uncovers the photo below the picture, from the left"));
    m_photoLabel->setBuddy(m_uncovered);
    connect(m_uncovered, &QSlider::valueChanged, this, &CellViewer::uncover);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_photoLabel);
    line->addWidget(m_uncovered, 1);
    return line;
}

/// The photo as the network sees it, where there is another picture to compare it with.
void CellViewer::uncover()
{
    const QList<BoardCell> &cells = m_controller.column(m_column).cells;
    const auto photoRow = m_controller.views().indexOf(View::Photo);
    const bool comparable = photoRow >= 0 && photoRow != m_row && !cells[photoRow].picture.isNull();
    m_uncovered->setEnabled(comparable);
    m_photoLabel->setEnabled(comparable);
    m_cell->setBefore(comparable ? cells[photoRow].picture : QImage(), m_uncovered->value() / 100.0);
}

void CellViewer::open(int column, int row)
{
    show(column, row);
    QDialog::show();
    raise();
    activateWindow();
    m_cell->setFocus();
}

void CellViewer::show(int column, int row)
{
    m_column = column;
    m_row = row;
    refresh();
}

void CellViewer::refresh()
{
    if (m_column >= m_controller.columnCount())
        return;
    const View view = m_controller.views()[m_row];
    const BoardColumn &column = m_controller.column(m_column);
    const BoardCell &cell = column.cells[m_row];
    const QString what = tr("%1 of %2").arg(title(view), column.title);
    setWindowTitle(what);
    m_cell->show(
        what, cell, m_controller.state(m_column, m_row), view == View::FilterImage || view == View::Lime);
    uncover();
    m_text->setText((QStringList(explanation(view)) + cell.notes).join(QChar::LineFeed));
}

void CellViewer::setZoom(const Zoom &zoom) { m_cell->setZoom(zoom); }

void CellViewer::setPointer(const std::optional<QPointF> &at)
{
    m_cell->setPointer(at);
    // A blank keeps the line's height.
    m_readout->setText(at && m_column < m_controller.columnCount() ? m_controller.readout(m_column, *at)
                                                                   : QStringLiteral(" "));
}

void CellViewer::keyPressEvent(QKeyEvent *event)
{
    const int dx = int(event->key() == Qt::Key_Right) - int(event->key() == Qt::Key_Left);
    const int dy = int(event->key() == Qt::Key_Down) - int(event->key() == Qt::Key_Up);
    if (dx == 0 && dy == 0) {
        QDialog::keyPressEvent(event);
        return;
    }
    show(std::clamp(m_column + dx, 0, m_controller.columnCount() - 1),
        std::clamp(m_row + dy, 0, int(m_controller.views().size()) - 1));
}

void CellViewer::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    layout()->activate();
    m_cell->setSide(std::min(m_cell->width(), m_cell->height() - CellWidget::heightFor(0, fontMetrics())));
}

} // namespace convscope
