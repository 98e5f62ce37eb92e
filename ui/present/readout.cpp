#include "ui/present/readout.h"

#include "ui/present/methodtexts.h"
#include "ui/present/pictures.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Readout)
};

/// The pixel of a width×height picture that a point in [0, 1) lies in.
QPoint pixelAt(QPointF at, int width, int height) { return {int(at.x() * width), int(at.y() * height)}; }

struct Value
{
    QPointF at;
    const MethodOptions &question;

    QString operator()(const Attribution &answer) const
    {
        const QPoint p = pixelAt(at, answer.map.width, answer.map.height);
        double largest = answer.map.at(0, p.y(), p.x());
        double sum = 0;
        for (int channel = 0; channel < answer.map.channels; ++channel) {
            largest = std::max(largest, answer.map.at(channel, p.y(), p.x()));
            sum += answer.map.at(channel, p.y(), p.x());
        }
        if (answer.meaning == Meaning::Sensitivity) {
            const Range range = answer.stretchedFrom.value_or(Range{0, 1});
            return Texts::tr("gradient %1").arg(shortNumber(range.low + largest * (range.high - range.low)));
        }
        const QString sign = sum > 0 ? QStringLiteral("+") : QString();
        return Texts::tr("%1 %2").arg(methodTitle(question), sign + shortNumber(sum));
    }
    QString operator()(const Activation &answer) const
    {
        const QPoint p = pixelAt(at, answer.map.width, answer.map.height);
        return Texts::tr("activation %1").arg(shortNumber(answer.map.at(0, p.y(), p.x())));
    }
    QString operator()(const OptimisedImage &answer) const
    {
        const QPoint p = pixelAt(at, answer.image.width, answer.image.height);
        QStringList channels;
        for (int channel = 0; channel < answer.image.channels; ++channel)
            channels += shortNumber(answer.image.at(channel, p.y(), p.x()));
        return Texts::tr("%1 %2").arg(methodTitle(question), channels.join(QChar::Space));
    }
    QString operator()(const LayerMaps &) const { return methodTitle(question); }
    QString operator()(const FilterWeights &) const { return methodTitle(question); }
    QString operator()(const SuperpixelWeights &answer) const
    {
        const QPoint p = pixelAt(at, answer.segments.width, answer.segments.height);
        const std::size_t place =
            std::size_t(p.y()) * std::size_t(answer.segments.width) + std::size_t(p.x());
        const int segment = answer.segments.labels[place];
        const auto &weights = answer.ofTarget().weights;
        const auto found = std::find_if(weights.begin(), weights.end(),
            [segment](const SegmentWeight &weight) { return weight.segment == segment; });
        if (found == weights.end())
            return Texts::tr("superpixel %1").arg(segment);
        const QString sign = found->weight > 0 ? QStringLiteral("+") : QString();
        const QString weight = sign + shortNumber(found->weight);
        if (!found->error)
            return Texts::tr("superpixel %1, %2").arg(segment).arg(weight);
        return Texts::tr("superpixel %1, %2 ± %3").arg(segment).arg(weight, shortNumber(*found->error));
    }
};

QString named(const QString &name, const QString &value)
{
    return name.isEmpty() ? value : Texts::tr("%1: %2").arg(name, value);
}

} // namespace

QString valuesAt(QPointF at, const Image &input, const std::vector<AskedAnswer> &answers)
{
    if (input.isNull() || at.x() < 0 || at.y() < 0 || at.x() >= 1 || at.y() >= 1)
        return {};
    const QPoint p = pixelAt(at, input.width, input.height);
    const std::uint8_t *rgb =
        &input.pixels[3 * (std::size_t(p.y()) * std::size_t(input.width) + std::size_t(p.x()))];
    QStringList parts{Texts::tr("pixel %1 %2 %3").arg(rgb[0]).arg(rgb[1]).arg(rgb[2])};
    for (const AskedAnswer &each : answers) {
        if (!showsPlaces(kindOf(*each.answer)) && kindOf(*each.answer) != AnswerKind::OptimisedImage)
            continue;
        parts += named(each.name, std::visit(Value{at, each.question}, *each.answer));
    }
    return QStringLiteral("(%1, %2)   ").arg(p.x()).arg(p.y()) + parts.join(QStringLiteral(" · "));
}

} // namespace convscope
