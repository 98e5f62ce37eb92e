#include "ui/board/cellwidget.h"

#include "ui/present/outline.h"
#include "ui/widgets/fittingfont.h"

#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>

namespace convscope {

namespace {

using Phase = CellState::Phase;

constexpr int patienceMs = 250;
constexpr int margin = 4;
constexpr double dimmed = 0.3;
/// From here on a picture's own pixels are shown as squares; below that they would come out of unequal size.
constexpr double sharpFrom = 2;

/// What was measured of the map, else the first note, and how many notes more there are.
QString secondLine(const BoardCell &cell, const QFontMetrics &metrics, int width)
{
    const auto line = [](const QString &first, qsizetype more) {
        return more > 0 ? CellWidget::tr("%1 (+%2)").arg(first).arg(more) : first;
    };
    const MeasureWords &measured = cell.measured;
    if (measured.caption.isEmpty())
        return line(cell.notes.value(0), cell.notes.size() - 1);
    QString shown;
    for (const QString &text : {measured.caption, measured.brief, measured.shortest}) {
        shown = line(text, cell.notes.size());
        if (metrics.horizontalAdvance(shown) <= width)
            break;
    }
    return shown;
}

/// The longest that fits; else the shortest.
QString evidenceLine(const EvidenceWords &evidence, const QFontMetrics &metrics, int width)
{
    for (const QString &text : {evidence.caption, evidence.brief}) {
        if (metrics.horizontalAdvance(text) <= width)
            return text;
    }
    return evidence.shortest;
}

/// Whether the text, with breaks between its words, fits into two lines.
bool fitsTwoLines(const QString &text, const QFontMetrics &metrics, int width)
{
    const QRect needed = metrics.boundingRect(0, 0, width, 2 * metrics.height(), Qt::TextWordWrap, text);
    return needed.height() <= 2 * metrics.height() && needed.width() <= width;
}

/// From the whole text to its first part, each shorter.
QStringList shortenings(const QString &text)
{
    QStringList texts{text, text.section(u'\n', 0, 0)};
    texts << texts.last().section(QStringLiteral(". "), 0, 0);
    texts << texts.last().section(QStringLiteral(", "), 0, 0).section(QStringLiteral(": "), 0, 0);
    return texts;
}

/// In the middle of the area; in smaller letters where it would be cut otherwise, and then its beginning: the
/// tooltip has the rest.
void paintWhole(QPainter &painter, const QRect &area, const QString &text)
{
    constexpr int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QFont usual = painter.font();
    const QStringList texts = shortenings(text);
    for (const QString &shown : texts) {
        for (const double part : {1.0, 0.9, 0.8}) { // of the usual size
            QFont font = usual;
            if (usual.pixelSize() > 0)
                font.setPixelSize(qRound(usual.pixelSize() * part));
            else
                font.setPointSizeF(usual.pointSizeF() * part);
            painter.setFont(font);
            const bool fits = area.contains(painter.boundingRect(area, flags, shown));
            if (fits || (&shown == &texts.last() && part < 0.9)) {
                painter.drawText(area, flags, shown);
                painter.setFont(usual);
                return;
            }
        }
    }
}

} // namespace

CellWidget::CellWidget(QWidget *parent)
    : QWidget(parent)
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_start(new QPushButton(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &CellWidget::updateOverlay);

    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setTextVisible(true);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setIcon(style()->standardIcon(QStyle::SP_DialogCancelButton));
    m_cancel->setToolTip(tr("Cancel (what has been reached is kept)"));
    m_cancel->setAutoRaise(false);
    m_start->setObjectName(QStringLiteral("start"));
    connect(m_cancel, &QToolButton::clicked, this, &CellWidget::cancelAsked);
    connect(m_start, &QPushButton::clicked, this, &CellWidget::startAsked);
    updateOverlay();
}

int CellWidget::heightFor(int side, const QFontMetrics &metrics, int lines)
{
    return side + margin + lines * metrics.height();
}

void CellWidget::setSide(int side)
{
    m_side = side;
    placeOverlay();
    update();
}

void CellWidget::setZoom(const Zoom &zoom)
{
    if (m_zoom == zoom)
        return;
    m_zoom = zoom;
    setCursor(zoom.factor > 1 ? Qt::OpenHandCursor : Qt::ArrowCursor);
    update();
}

void CellWidget::setPointer(const std::optional<QPointF> &at)
{
    if (m_pointer == at)
        return;
    m_pointer = at;
    update();
}

QRectF CellWidget::pictureTarget() const
{
    const QSize shape = m_cell.picture.isNull() ? QSize(1, 1) : m_cell.picture.size();
    QRectF target(QPointF(), QSizeF(shape.scaled(m_side, m_side, Qt::KeepAspectRatio)));
    target.moveCenter(QRectF(pictureArea()).center());
    return target;
}

std::optional<QPointF> CellWidget::placeAt(QPointF mouse) const
{
    const QRectF target = pictureTarget();
    if (m_cell.picture.isNull() || !target.contains(mouse))
        return {};
    const QRectF shown = m_zoom.shown();
    return QPointF(shown.x() + (mouse.x() - target.x()) / target.width() * shown.width(),
        shown.y() + (mouse.y() - target.y()) / target.height() * shown.height());
}

void CellWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = event->position();
    if (m_zoom.factor > 1)
        setCursor(Qt::ClosedHandCursor);
}

void CellWidget::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged && m_zoom.factor > 1) {
        const QPointF by = (*m_dragged - event->position()) / (pictureTarget().width() * m_zoom.factor);
        m_dragged = event->position();
        Q_EMIT moveAsked(by);
    }
    Q_EMIT pointedAt(placeAt(event->position()));
}

void CellWidget::mouseReleaseEvent(QMouseEvent *)
{
    m_dragged.reset();
    setCursor(m_zoom.factor > 1 ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void CellWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_dragged.reset();
    if (event->button() == Qt::LeftButton)
        Q_EMIT openAsked();
}

/// Ctrl and the wheel zoom; the wheel alone scrolls what the cell lies in.
void CellWidget::wheelEvent(QWheelEvent *event)
{
    const std::optional<QPointF> at = placeAt(event->position());
    if (!(event->modifiers() & Qt::ControlModifier) || !at) {
        event->ignore();
        return;
    }
    constexpr double step = 120; // of a usual wheel
    Q_EMIT zoomAsked(std::pow(1.25, event->angleDelta().y() / step), *at);
}

void CellWidget::leaveEvent(QEvent *) { Q_EMIT pointedAt({}); }

/// A menu that closes and a window that comes back only return the keyboard to where it was.
void CellWidget::focusInEvent(QFocusEvent *event)
{
    update();
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason
        && reason != Qt::ActiveWindowFocusReason)
        Q_EMIT focused();
}

void CellWidget::focusOutEvent(QFocusEvent *) { update(); }

void CellWidget::show(const QString &what, const BoardCell &cell, const CellState &state, bool cancellable)
{
    const bool wasBusy = isBusy();
    m_cell = cell;
    m_state = state;
    m_cancellable = cancellable;
    if (isBusy() && !wasBusy)
        m_patience.start();
    describe(what);
    updateOverlay();
    update();
}

bool CellWidget::isBusy() const { return m_state.phase == Phase::Waiting || m_state.phase == Phase::Running; }

void CellWidget::describe(const QString &what)
{
    QStringList lines;
    if (!m_cell.error.isEmpty())
        lines << m_cell.error;
    else if (!m_state.outdated)
        lines << m_cell.caption << m_cell.measured.sentences << m_cell.notes << m_cell.evidence.sentences
              << m_cell.evidence.hints;
    if (isBusy() && m_state.paused)
        lines << tr("Paused: something more urgent is being computed");
    else if (isBusy())
        lines << tr("Being computed");
    else if (m_state.phase == Phase::Stopped && m_cell.picture.isNull())
        lines << tr("Not computed");
    lines.removeAll(QString());
    const bool described = !m_cell.description.isEmpty() && !m_state.outdated && m_cell.error.isEmpty();
    //: Which picture it is, and what it shows, e.g. "Saliency of 3_12 for Egg: strongest at the upper left"
    setAccessibleName(described ? tr("%1 %2").arg(what, m_cell.description) : what);
    setAccessibleDescription(lines.join(u'\n'));
    setToolTip(lines.join(u'\n'));
    m_progress->setAccessibleName(tr("Progress of %1").arg(what));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(what));
    m_start->setAccessibleName(tr("Start %1").arg(what));
}

void CellWidget::updateOverlay()
{
    const bool shownBusy = isBusy() && m_cancellable && !m_patience.isActive();
    m_progress->setVisible(shownBusy && m_state.phase == Phase::Running);
    m_progress->setRange(0, m_state.progress.total);
    m_progress->setValue(m_state.progress.done);
    m_progress->setEnabled(!m_state.paused);
    m_cancel->setVisible(shownBusy);
    m_start->setVisible(
        m_state.phase == Phase::Stopped || (m_state.phase == Phase::Failed && m_state.canRetry));
    m_start->setText(m_state.phase == Phase::Failed ? tr("Retry")
            : m_cell.picture.isNull()               ? tr("Start")
                                                    : tr("Start again"));
    placeOverlay();
    update();
}

void CellWidget::resizeEvent(QResizeEvent *) { placeOverlay(); }

void CellWidget::placeOverlay()
{
    const QRect area = pictureArea().adjusted(margin, margin, -margin, -margin);
    const QSize button = m_cancel->sizeHint();
    m_cancel->setGeometry(area.right() - button.width() + 1, area.bottom() - button.height() + 1,
        button.width(), button.height());
    m_progress->setGeometry(
        area.left(), m_cancel->y(), area.width() - button.width() - margin, button.height());
    const QSize start = m_start->sizeHint().boundedTo(area.size());
    m_start->setGeometry(area.center().x() - start.width() / 2, area.bottom() - start.height() + 1,
        start.width(), start.height());
}

void CellWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_cell.picture.isNull()) {
        QColor ground = palette().color(QPalette::WindowText);
        ground.setAlphaF(0.06F);
        painter.fillRect(pictureArea(), ground);
        paintMessage(painter);
    } else {
        paintPicture(painter);
    }
    if (height() > m_side)
        paintLines(painter);
    else
        paintNotes(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(pictureArea().adjusted(1, 1, -1, -1));
    }
}

/// The part of a picture that the zoom leaves.
void CellWidget::paintShown(QPainter &painter, const QImage &picture) const
{
    const QRectF target = pictureTarget();
    const QRectF shown = m_zoom.shown();
    const QSizeF size = picture.size();
    const QRectF source(shown.x() * size.width(), shown.y() * size.height(), shown.width() * size.width(),
        shown.height() * size.height());
    const double scale = target.width() * devicePixelRatioF() / source.width();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < sharpFrom);
    painter.drawImage(target, picture, source);
}

void CellWidget::paintPicture(QPainter &painter) const
{
    const QRectF target = pictureTarget();
    const QRectF shown = m_zoom.shown();
    painter.setOpacity(m_state.outdated ? dimmed : 1);
    paintShown(painter, m_cell.picture);
    if (!m_cell.outline.isEmpty() || !m_cell.contours.isEmpty()) {
        painter.save();
        painter.setClipRect(target);
        const QSizeF whole(target.width() / shown.width(), target.height() / shown.height());
        const QPointF corner =
            target.topLeft() - QPointF(shown.x() * whole.width(), shown.y() * whole.height());
        paintContours(painter, m_cell.contours, QRectF(corner, whole), 1);
        paintOutline(painter, m_cell.outline, QRectF(corner, whole), 1);
        painter.restore();
    }
    painter.setOpacity(1);
    if (m_pointer && m_zoom.shown().contains(*m_pointer))
        paintPointer(painter);
}

/// A cross that is seen on light and on dark.
void CellWidget::paintPointer(QPainter &painter) const
{
    const QRectF target = pictureTarget();
    const QRectF shown = m_zoom.shown();
    const QPointF centre(target.x() + (m_pointer->x() - shown.x()) / shown.width() * target.width(),
        target.y() + (m_pointer->y() - shown.y()) / shown.height() * target.height());
    constexpr double arm = 6;
    constexpr double clear = 2; // the place itself stays visible
    for (const auto &[colour, width] : {std::pair(Qt::black, 3.0), std::pair(Qt::white, 1.0)}) {
        painter.setPen(QPen(colour, width));
        for (const QPointF direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(centre + clear * direction, centre + arm * direction);
    }
}

void CellWidget::paintMessage(QPainter &painter) const
{
    QString text = m_cell.error;
    if (m_state.phase == Phase::Stopped)
        text = tr("Not computed");
    else if (isBusy() && !m_patience.isActive())
        text = m_state.phase == Phase::Waiting ? tr("Waits") : m_state.paused ? tr("Paused") : QString();
    QRect area = pictureArea().adjusted(margin, margin, -margin, -margin);
    if (m_start->isVisible())
        area.setBottom(m_start->y() - margin);
    painter.setPen(
        palette().color(m_cell.error.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText));
    paintWhole(painter, area, text);
}

/// What the first line says: how far it is while it runs, as the picture's own numbers are a moment older
/// than the progress bar; then the caption, cut to what matters most where there is little room.
QString CellWidget::firstLine(const QString &second) const
{
    const QFontMetrics metrics = fontMetrics();
    if (isBusy()) {
        const QString reached = tr("%1 of %2").arg(m_state.progress.done).arg(m_state.progress.total);
        const QString rests = tr("paused");
        for (const QString &text : {m_state.paused ? tr("%1, %2").arg(rests, reached) : reached,
                 m_state.paused ? rests : QString()}) {
            if (metrics.horizontalAdvance(text) <= width())
                return text;
        }
        return {};
    }
    const bool fits = metrics.horizontalAdvance(m_cell.caption) <= width();
    if (fits || m_cell.brief.isEmpty())
        return m_cell.caption;
    return second.isEmpty() && fitsTwoLines(m_cell.caption, metrics, width()) ? m_cell.caption : m_cell.brief;
}

void CellWidget::paintLines(QPainter &painter) const
{
    if (m_state.outdated || m_cell.picture.isNull())
        return;
    const QFontMetrics metrics = fontMetrics();
    const QRect line(0, m_side + margin, width(), metrics.height());
    int lines = (height() - m_side - margin) / metrics.height();
    if (!m_cell.evidence.isEmpty() && lines > 1) {
        --lines;
        paintEvidence(painter, line.translated(0, lines * line.height()));
    }
    const bool hasTwo = lines >= 2;
    const QString second = isBusy() ? QString() : secondLine(m_cell, metrics, line.width());
    const QString first = firstLine(hasTwo ? second : QStringLiteral(" "));
    painter.setPen(palette().color(QPalette::WindowText));
    QString broken = first;
    if (!fitsTwoLines(first, metrics, width()))
        broken.replace(QChar(QChar::Nbsp), u' '); // a range may go on below, a number may not
    if (hasTwo && second.isEmpty() && metrics.horizontalAdvance(first) > width()
        && fitsTwoLines(broken, metrics, width())) {
        painter.drawText(QRect(0, m_side + margin, width(), 2 * metrics.height()),
            Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, broken);
        return;
    }
    painter.setFont(fittingFont(font(), first, line.width()));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        painter.fontMetrics().elidedText(first, Qt::ElideRight, line.width()));
    painter.setFont(font());
    if (!hasTwo)
        return;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(line.translated(0, line.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        metrics.elidedText(second, Qt::ElideRight, line.width()));
}

void CellWidget::paintEvidence(QPainter &painter, const QRect &line) const
{
    const QString text = evidenceLine(m_cell.evidence, fontMetrics(), line.width());
    painter.setPen(palette().color(
        m_cell.evidence.sentences.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText));
    painter.setFont(fittingFont(font(), text, line.width()));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    painter.setFont(font());
}

/// Over the lower edge of the picture, where there is no room below it.
void CellWidget::paintNotes(QPainter &painter) const
{
    if (m_state.outdated || m_cell.picture.isNull() || m_cell.notes.isEmpty())
        return;
    const QRect strip(0, m_side - fontMetrics().height() - 2, m_side, fontMetrics().height() + 2);
    QColor ground = palette().color(QPalette::Window);
    ground.setAlphaF(0.85F);
    painter.fillRect(strip, ground);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect text = strip.adjusted(margin, 0, -margin, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        fontMetrics().elidedText(
            secondLine(m_cell, fontMetrics(), text.width()), Qt::ElideRight, text.width()));
}

} // namespace convscope
