#include "ui/board/evidencepanel.h"

#include "core/explain/localisation.h"
#include "core/explain/pixelorder.h"
#include "ui/present/colours.h"
#include "ui/present/percent.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"

#include <QPainter>
#include <array>

namespace convscope {

namespace {

constexpr int gap = 12;
constexpr int usualSide = 150;
constexpr int minSide = 90;
constexpr std::array hiddenShares{0.1, 0.3};

/// The photo with each share hidden; empty where the map puts no pixel before others.
QList<QImage> photosWithHidden(const Photo &photo, const Answer &answer)
{
    QList<QImage> pictures;
    const std::optional<Map> heat = heatOf(answer, photo.input.width, photo.input.height);
    if (!heat || !ordersPixels(*heat))
        return pictures;
    for (const double share : hiddenShares)
        pictures += toQImage(withHottestHidden(photo.input, *heat, share, rivalSeed));
    return pictures;
}

QString area(double value) { return QString::number(value, 'f', 2); }

} // namespace

EvidencePanel::EvidencePanel(BoardController &controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
{
    setObjectName(QStringLiteral("evidencePanel"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&controller.curves(), &BoardEvidence::changed, this, &EvidencePanel::refresh);
}

void EvidencePanel::show(int column, int row)
{
    m_column = column;
    m_row = row;
    refresh();
}

QSize EvidencePanel::sizeHint() const
{
    const int line = fontMetrics().height();
    return {4 * usualSide + 3 * gap, m_message.isEmpty() ? usualSide + 4 * line : 2 * line};
}

QSize EvidencePanel::minimumSizeHint() const { return {4 * minSide + 3 * gap, sizeHint().height()}; }

void EvidencePanel::showEvent(QShowEvent *) { refresh(); }

/// What nobody looks at is not measured on.
void EvidencePanel::hideEvent(QHideEvent *) { m_controller.curves().ask({}); }

void EvidencePanel::refresh()
{
    if (!isVisible() || m_column >= m_controller.columnCount() || m_row >= m_controller.rowCount())
        return;
    const std::optional<BoardEvidence::Subject> subject = m_controller.evidenceSubject(m_column, m_row);
    m_message.clear();
    const Row &row = m_controller.rows()[m_row];
    if (row.network != AskedNetwork::First)
        m_message = tr("Evidence is measured of the first network alone.");
    else if (!hasEvidence(row))
        m_message = tr("Evidence is measured of maps and of superpixels.");
    else if (!subject)
        m_message = tr("The evidence follows when the picture is there.");
    else if (subject->keys.rivals.isEmpty())
        m_message = tr("This map is about no class, so there is no probability that hiding could change.");
    if (m_message.isEmpty()) {
        m_controller.curves().ask({*subject});
        refreshPictures(*subject);
        refreshCurves(*subject);
    } else {
        m_controller.curves().ask({});
    }
    describe();
    updateGeometry(); // a message takes less room
    update();
}

void EvidencePanel::refreshPictures(const BoardEvidence::Subject &subject)
{
    if (m_answer == subject.answer)
        return;
    m_answer = subject.answer;
    for (std::size_t i = 0; i < hiddenShares.size(); ++i)
        m_parts[2 + i] = {tr("Top %1 hidden").arg(percent(hiddenShares[i])), {}, {}, {}, {}};
    m_drawing = m_controller.readers().call<QList<QImage>>({Urgency::Shown, {}},
        [photo = subject.photo, answer = subject.answer] { return photosWithHidden(*photo, *answer); },
        {.done =
                [this](const QList<QImage> &pictures) {
                    takePictures(pictures, tr("The map is the same everywhere."));
                },
            .failed = [this](const Error &error) { takePictures({}, reason(error)); }});
}

void EvidencePanel::takePictures(const QList<QImage> &pictures, const QString &otherwise)
{
    for (std::size_t i = 0; i < hiddenShares.size(); ++i) {
        m_parts[2 + i].picture = pictures.value(qsizetype(i));
        if (pictures.isEmpty())
            m_parts[2 + i].text = otherwise;
    }
    refresh();
}

void EvidencePanel::refreshCurves(const BoardEvidence::Subject &subject)
{
    const RequestState<Evidence> standing = m_controller.curves().stateOf(subject.keys);
    const std::array titles{tr("Deletion"), tr("Insertion")};
    const std::array colours{againstColour(Colours::Board), forColour(Colours::Board)};
    for (std::size_t i = 0; i < removalCurves().size(); ++i) {
        const Measure &measure = *removalCurves()[i];
        const Measured *own =
            standing.value ? measuredBy(measure.traits().name, standing.value->measures) : nullptr;
        const std::shared_ptr<const RivalBand> band = m_controller.curves().band(subject.keys, measure);
        Part &part = m_parts[i];
        part.title = titles[i];
        part.colour = colours[i];
        part.plot = curvePlot(own, band.get());
        const std::optional<double> low = own ? own->detail("coarse-low") : std::nullopt;
        const std::optional<double> high = own ? own->detail("coarse-high") : std::nullopt;
        if (standing.error)
            part.text = reason(*standing.error);
        else if (own && low && high)
            part.text = tr("area %1\nrandom maps %2–%3").arg(area(own->value), area(*low), area(*high));
        else if (own && standing.active)
            part.text = tr("area %1\nmeasuring random maps").arg(area(own->value));
        else if (own)
            part.text = tr("area %1").arg(area(own->value))
                + (standing.value->failed.empty() ? QString()
                                                  : u'\n' + reason(standing.value->failed.front()));
        else
            part.text = standing.active ? tr("is being measured") : tr("not measured");
    }
    // What is left of the class stands on the curve of deletion.
    const std::vector<CurvePoint> &deletion = m_parts[0].plot.curve;
    for (std::size_t i = 0; i < hiddenShares.size(); ++i) {
        for (const CurvePoint &point : deletion) {
            if (std::abs(point.x - hiddenShares[i]) < 0.005 && !m_parts[2 + i].picture.isNull())
                m_parts[2 + i].text = tr("%1 left").arg(percent(point.y));
        }
    }
}

/// For those who cannot see it.
void EvidencePanel::describe()
{
    QStringList said;
    for (const Part &part : m_parts)
        said += part.title + QStringLiteral(": ") + part.text;
    setAccessibleName(tr("Evidence"));
    setAccessibleDescription(m_message.isEmpty() ? said.join(u'\n') : m_message);
    setToolTip(m_message.isEmpty()
            ? tr("The line is the probability of the class as pixels are hidden in black, the hottest first, "
                 "or come back into a blurred photo. Gray: random maps as coarse as those of deep layers. "
                 "Hatched: random maps of single pixels. The network has never seen such pictures.")
            : QString());
}

void EvidencePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    if (!m_message.isEmpty()) {
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const double width = (this->width() - 3.0 * gap) / 4;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        paintPart(painter, m_parts[i], QRectF(double(i) * (width + gap), 0, width, height()));
}

void EvidencePanel::paintPart(QPainter &painter, const Part &part, const QRectF &place) const
{
    const double line = fontMetrics().height();
    const double side = std::min(place.width() - 2, place.height() - 4 * line);
    QRectF square(place.center().x() - side / 2, place.top() + line, side, side);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(place.left(), place.top(), place.width(), line), Qt::AlignCenter, part.title);
    if (!part.picture.isNull()) {
        const QSizeF shape = QSizeF(part.picture.size()).scaled(square.size(), Qt::KeepAspectRatio);
        QRectF target(QPointF(), shape);
        target.moveCenter(square.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, part.picture);
    } else if (part.colour.isValid()) {
        paintCurvePlot(painter, square.adjusted(1, 1, -1, -1), part.plot,
            {palette().color(QPalette::WindowText), part.colour});
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(
        QRectF(place.left(), square.bottom() + 2, place.width(), place.bottom() - square.bottom() - 2),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, part.text);
}

} // namespace convscope
