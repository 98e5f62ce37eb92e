#include "ui/present/pictures.h"

#include "core/data/originalphoto.h"
#include "core/image/resize.h"
#include "ui/present/layerpictures.h"
#include "ui/present/maprange.h"
#include "ui/present/percent.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Pictures)
};

int byte(double unit) { return int(std::clamp(unit, 0.0, 1.0) * 255); }

QRgb mixed(QRgb from, QRgb to, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return qRgb(mix(qRed(from), qRed(to)), mix(qGreen(from), qGreen(to)), mix(qBlue(from), qBlue(to)));
}

/// Fills a picture pixel by pixel from colour(x, y).
template <typename Colour> QImage painted(int width, int height, Colour &&colour)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x)
            line[x] = colour(x, y);
    }
    return image;
}

const QRgb *lineOf(const QImage &image, int y)
{
    return reinterpret_cast<const QRgb *>(image.constScanLine(y));
}

QRgb pixel(const Image &image, int x, int y)
{
    const std::uint8_t *p = &image.pixels[(std::size_t(y) * std::size_t(image.width) + std::size_t(x)) * 3];
    return qRgb(p[0], p[1], p[2]);
}

/// Where a value lies on a scale: 0 at its low, 1 at its high.
double share(double value, const Range &scale)
{
    return scale.high > scale.low ? (value - scale.low) / (scale.high - scale.low) : 0;
}

QImage rgbPicture(const Map &map, const Range &scale)
{
    return painted(map.width, map.height, [&](int x, int y) {
        const auto channel = [&](int c) { return byte(share(map.at(c, y, x), scale)); };
        return qRgb(channel(0), channel(1), channel(2));
    });
}

/// Whether the pixel's right or lower neighbour has another value in a width×height array.
template <typename Value> bool onBorder(const std::vector<Value> &values, int width, int height, int x, int y)
{
    const auto at = [&](int i, int j) {
        return values[std::size_t(j) * std::size_t(width) + std::size_t(i)];
    };
    return (x + 1 < width && at(x + 1, y) != at(x, y)) || (y + 1 < height && at(x, y + 1) != at(x, y));
}

/// C×H×W → 1×H×W: the largest of the channels.
Map largestOfChannels(const Map &map)
{
    Map result{1, map.height, map.width, {}};
    const auto pixels = std::ptrdiff_t(map.height) * map.width;
    result.values.assign(map.values.begin(), map.values.begin() + pixels);
    for (int channel = 1; channel < map.channels; ++channel)
        std::transform(result.values.begin(), result.values.end(), map.values.begin() + channel * pixels,
            result.values.begin(), [](double a, double b) { return std::max(a, b); });
    return result;
}

/// H×W, 1 where a superpixel's sign may be chance.
std::vector<std::uint8_t> uncertainPixels(const Segmentation &segments, const ClassWeights &weights)
{
    std::vector<std::uint8_t> uncertain(std::size_t(segments.count), 0);
    for (const SegmentWeight &entry : weights.weights)
        uncertain[std::size_t(entry.segment)] = !entry.isCertain();
    std::vector<std::uint8_t> pixels(segments.labels.size());
    std::transform(segments.labels.begin(), segments.labels.end(), pixels.begin(),
        [&uncertain](std::int32_t segment) { return uncertain[std::size_t(segment)]; });
    return pixels;
}

/// An array of a picture's pixels for another picture of the same, by the nearest ones.
template <typename Value>
std::vector<Value> broughtTo(const Image &picture, const std::vector<Value> &values, int width, int height)
{
    if (picture.width == width && picture.height == height)
        return values;
    std::vector<Value> result;
    result.reserve(std::size_t(picture.width) * std::size_t(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        const auto row = values.begin() + std::ptrdiff_t(nearestIndex(y, height, picture.height)) * width;
        for (int x = 0; x < picture.width; ++x)
            result.push_back(row[nearestIndex(x, width, picture.width)]);
    }
    return result;
}

/// The middle one of the weights' standard errors.
double typicalError(const ClassWeights &weights)
{
    std::vector<double> errors;
    for (const SegmentWeight &entry : weights.weights)
        errors.push_back(entry.error.value_or(0));
    if (errors.empty())
        return 0;
    const auto middle = errors.begin() + std::ptrdiff_t(errors.size() / 2);
    std::nth_element(errors.begin(), middle, errors.end());
    return *middle;
}

/// How many superpixels have a weight, and of how many where not all have.
QString weighedSuperpixels(const SuperpixelWeights &answer)
{
    const int weighed = int(answer.ofTarget().weights.size());
    return weighed < answer.segments.count
        ? Texts::tr("%1\u00a0of\u00a0%2\u00a0superpixels").arg(weighed).arg(answer.segments.count)
        : Texts::tr("%1\u00a0superpixels").arg(answer.segments.count);
}

QString modelFit(const LinearModel &model) { return Texts::tr("R²\u00a0%1").arg(shortNumber(model.r2)); }

struct Picture
{
    const Image &input;
    const Look &look;
    const std::optional<Range> &scale;

    QImage operator()(const Attribution &answer) const
    {
        switch (answer.meaning) {
        case Meaning::Sensitivity:
            return sensitivity(answer);
        case Meaning::Evidence:
        case Meaning::Slope:
        case Meaning::Difference:
            return twoSided(answer);
        case Meaning::Relevance:
            break;
        }
        return relevance(answer);
    }
    /// What the colours stand for at their ends.
    Range shownOf(const Answer &answer) const { return scale ? *scale : *mapRange(answer, look.clipping); }
    QImage sensitivity(const Attribution &answer) const
    {
        Range shown = shownOf(answer);
        if (answer.stretchedFrom) // from the units of the gradient to those of the map
            shown = {share(shown.low, *answer.stretchedFrom), share(shown.high, *answer.stretchedFrom)};
        const Map largest = largestOfChannels(answer.map);
        const bool asRgb = !look.colourMap && answer.map.channels == 3;
        return overlaid(asRgb ? rgbPicture(answer.map, shown)
                              : mapPicture(largest, look.colourMap.value_or(ColourMap::Gray), shown),
            largest, shown, input, look.opacity);
    }
    QImage twoSided(const Attribution &answer) const
    {
        const Map raw = sumOfChannels(answer.map);
        const Range shown = shownOf(answer);
        const double max = std::max(std::abs(shown.low), std::abs(shown.high));
        // Of a layer's size it is that of a class activation map, and is stretched as these are.
        const bool fits = raw.height == input.height && raw.width == input.width;
        const Map sum = fits ? raw : interpolated(raw, input.height, input.width);
        return overlaid(
            mapPicture(sum, ColourMap::Diverging, {-max, max}), sizesOf(sum), {0, max}, input, look.opacity);
    }
    QImage relevance(const Attribution &answer) const
    {
        const Map finished = finishedCam(answer.map, input.height, input.width);
        const Range shown = shownOf(answer);
        return overlaid(mapPicture(finished, look.colourMap.value_or(ColourMap::Viridis), shown), finished,
            shown, input, look.opacity);
    }
    QImage operator()(const Activation &answer) const
    {
        const Range shown = shownOf(answer);
        const QImage map = mapPicture(answer.map, look.colourMap.value_or(ColourMap::Viridis), shown);
        return overlaid(map, answer.map, shown, input, look.opacity);
    }
    QImage operator()(const OptimisedImage &answer) const { return optimisedPicture(answer); }
    QImage operator()(const LayerMaps &answer) const { return layersPicture(answer, input, look); }
    QImage operator()(const FilterWeights &answer) const
    {
        return barsPicture(answer, {input.width, input.height}, look.colours);
    }
    QImage operator()(const SuperpixelWeights &answer) const
    {
        const auto resized = [&](const auto &pixels) {
            return broughtTo(input, pixels, answer.segments.width, answer.segments.height);
        };
        const auto marks = resized(markedPixels(answer));
        return look.colours == Colours::Board
            ? maskPicture(input, marks, resized(uncertainPixels(answer.segments, answer.ofTarget())))
            : toQImage(notebookPicture(input, marks));
    }
};

/// Parts are kept together by non-breaking blanks, so that a narrow caption breaks between them.
struct Caption
{
    const QStringList &classNames;

    QString operator()(const Attribution &answer) const
    {
        if (answer.isRival)
            return Texts::tr("knows\u00a0nothing of\u00a0the\u00a0network");
        QString text = explainedName(classNames, answer.target);
        if (answer.samples < answer.samplesAsked) // what changes while one looks comes first
            text = Texts::tr("%1\u00a0of\u00a0%2\u00a0samples · %3")
                       .arg(answer.samples)
                       .arg(answer.samplesAsked)
                       .arg(text);
        if (const std::optional<double> noise = noiseOf(answer))
            text = Texts::tr("%1 · chance\u00a0%2").arg(text, percent(*noise));
        if (!answer.completeness)
            return text;
        return Texts::tr("%1 · adds\u00a0up\u00a0to\u00a0%2\u00a0of\u00a0%3")
            .arg(text, shortNumber(answer.completeness->sum), shortNumber(answer.completeness->difference));
    }
    QString operator()(const Activation &answer) const
    {
        const Range range = rangeOf(answer.map);
        return Texts::tr("%1\u00a0to\u00a0%2").arg(shortNumber(range.low), shortNumber(range.high));
    }
    QString operator()(const OptimisedImage &answer) const
    {
        const int done = int(answer.objective.size());
        const QString steps = done == answer.stepsAsked
            ? Texts::tr("%1\u00a0steps").arg(done)
            : Texts::tr("%1\u00a0of\u00a0%2\u00a0steps").arg(done).arg(answer.stepsAsked);
        if (done == 0)
            return steps;
        if (answer.isLikePhoto)
            return Texts::tr("%1 · response\u00a0%2\u00a0→\u00a0%3")
                .arg(steps, shortNumber(answer.objective.front()), shortNumber(answer.objective.back()));
        return Texts::tr("%1 · sum\u00a0%2\u00a0→\u00a0%3")
            .arg(steps, shortNumber(answer.objective.front()), shortNumber(answer.objective.back()));
    }
    QString operator()(const LayerMaps &answer) const
    {
        return Texts::tr("%1 · %2\u00a0layers")
            .arg(explainedName(classNames, answer.target))
            .arg(answer.maps.size());
    }
    QString operator()(const FilterWeights &answer) const
    {
        return Texts::tr("%1 · %2 filters")
            .arg(explainedName(classNames, answer.target))
            .arg(answer.weights.size());
    }
    QString operator()(const SuperpixelWeights &answer) const
    {
        if (answer.leadLeft)
            return withoutSome(answer);
        QString trust =
            Texts::tr("%1 · %2").arg(explainedName(classNames, answer.target), weighedSuperpixels(answer));
        if (const auto &model = answer.ofTarget().model)
            trust = Texts::tr("%1 · %2").arg(trust, modelFit(*model));
        if (answer.samples == answer.samplesAsked)
            return trust;
        // What changes while one looks comes first, as a narrow cell cuts off the end.
        return Texts::tr("%1\u00a0of\u00a0%2\u00a0samples, ±%3 · %4")
            .arg(answer.samples)
            .arg(answer.samplesAsked)
            .arg(shortNumber(typicalError(answer.ofTarget())), trust);
    }
    /// Of a search for superpixels to hide.
    QString withoutSome(const SuperpixelWeights &answer) const
    {
        const auto hidden = int(answer.ofTarget().weights.size());
        const QString other = className(classNames, answer.target.other);
        if (*answer.leadLeft > 0)
            return Texts::tr("not enough for\u00a0%1: hidden\u00a0%2 of\u00a0%3")
                .arg(other)
                .arg(hidden)
                .arg(answer.segments.count);
        if (hidden == 0)
            return Texts::tr("%1 is ahead of\u00a0%2 already")
                .arg(other, className(classNames, answer.target.index));
        return Texts::tr("%1 without %2\u00a0of\u00a0%3\u00a0superpixels")
            .arg(other)
            .arg(hidden)
            .arg(answer.segments.count);
    }
};

/// One part of the caption: what has not been reached, else the number that is read first.
struct BriefCaption
{
    const QStringList &classNames;

    QString operator()(const Attribution &answer) const
    {
        return answer.isRival ? Caption{classNames}(answer) : explainedName(classNames, answer.target);
    }
    QString operator()(const Activation &answer) const { return Caption{classNames}(answer); }
    QString operator()(const OptimisedImage &answer) const
    {
        const int done = int(answer.objective.size());
        if (done != answer.stepsAsked || done == 0)
            return Texts::tr("%1\u00a0of\u00a0%2\u00a0steps").arg(done).arg(answer.stepsAsked);
        return Texts::tr("%1\u00a0→\u00a0%2")
            .arg(shortNumber(answer.objective.front()), shortNumber(answer.objective.back()));
    }
    QString operator()(const LayerMaps &answer) const { return explainedName(classNames, answer.target); }
    QString operator()(const FilterWeights &answer) const { return explainedName(classNames, answer.target); }
    QString operator()(const SuperpixelWeights &answer) const
    {
        if (answer.leadLeft)
            return Caption{classNames}(answer);
        if (answer.samples != answer.samplesAsked)
            return Texts::tr("%1\u00a0of\u00a0%2\u00a0samples").arg(answer.samples).arg(answer.samplesAsked);
        const auto &model = answer.ofTarget().model;
        return model ? modelFit(*model) : weighedSuperpixels(answer);
    }
};

} // namespace

QImage toQImage(const Image &image)
{
    return painted(image.width, image.height, [&](int x, int y) { return pixel(image, x, y); });
}

Image toImage(const QImage &picture)
{
    Image image{picture.width(), picture.height(), {}};
    image.pixels.reserve(std::size_t(image.width) * std::size_t(image.height) * 3);
    for (int y = 0; y < image.height; ++y) {
        const QRgb *line = lineOf(picture, y);
        for (int x = 0; x < image.width; ++x) {
            for (const int channel : {qRed(line[x]), qGreen(line[x]), qBlue(line[x])})
                image.pixels.push_back(std::uint8_t(channel));
        }
    }
    return image;
}

QImage optimisedPicture(const OptimisedImage &answer)
{
    if (!answer.isLikePhoto)
        return mapPicture(answer.image);
    const QImage pictures = rgbPicture(answer.image, {0, 1});
    const int width = pictures.width() / answer.columns();
    const int height = pictures.height() / answer.rows();
    const auto isLine = [](int place, int size, int count) {
        const int next = (place + 1) / size;
        return next > 0 && next < count && place + 1 - next * size < 2;
    };
    return painted(pictures.width(), pictures.height(), [&](int x, int y) {
        return isLine(x, width, answer.columns()) || isLine(y, height, answer.rows())
            ? qRgb(255, 255, 255)
            : lineOf(pictures, y)[x];
    });
}

QImage mapPicture(const Map &map)
{
    return map.channels == 3 ? rgbPicture(map, rangeOf(map))
                             : mapPicture(map, ColourMap::Viridis, rangeOf(map));
}

QImage mapPicture(const Map &map, ColourMap colourMap, const Range &scale)
{
    return painted(map.width, map.height,
        [&](int x, int y) { return colourAt(colourMap, share(map.at(0, y, x), scale)); });
}

QImage overlaid(const QImage &picture, const Map &map, const Range &scale, const Image &input, double opacity)
{
    if (opacity >= 1)
        return picture;
    return painted(input.width, input.height, [&](int x, int y) {
        const int column = nearestIndex(x, picture.width(), input.width);
        const int row = nearestIndex(y, picture.height(), input.height);
        const double height = std::clamp(share(map.at(0, row, column), scale), 0.0, 1.0);
        return mixed(pixel(input, x, y), lineOf(picture, row)[column], byte(opacity * height) / 255.0);
    });
}

QImage segmentsPicture(const Image &input, const Segmentation &segments)
{
    return painted(input.width, input.height, [&](int x, int y) {
        const bool border = onBorder(segments.labels, segments.width, segments.height, x, y);
        return border ? qRgb(255, 255, 0) : pixel(input, x, y);
    });
}

QImage maskPicture(
    const Image &input, const std::vector<std::int8_t> &mask, const std::vector<std::uint8_t> &uncertain)
{
    constexpr int stripes = 6; // pixels from stripe to stripe
    const QRgb colourFor = forColour(Colours::Board).rgb();
    const QRgb colourAgainst = againstColour(Colours::Board).rgb();
    return painted(input.width, input.height, [&](int x, int y) {
        const QRgb photo = pixel(input, x, y);
        const std::size_t place = std::size_t(y) * std::size_t(input.width) + std::size_t(x);
        const std::int8_t mark = mask[place];
        if (onBorder(mask, input.width, input.height, x, y))
            return qRgb(255, 255, 255);
        const int gray = qGray(photo);
        const QRgb faded = mixed(mixed(photo, qRgb(gray, gray, gray), 0.7), qRgb(255, 255, 255), 0.25);
        if (mark == 0 || (uncertain[place] && (x + y) % stripes < stripes / 2))
            return faded;
        return mixed(mixed(photo, qRgb(gray, gray, gray), 0.5), mark > 0 ? colourFor : colourAgainst, 0.55);
    });
}

QImage picture(const Answer &answer, const Image &input, const Look &look, const std::optional<Range> &scale)
{
    return std::visit(Picture{input, look, scale}, answer);
}

QString caption(const Answer &answer, const QStringList &classNames)
{
    const QString text = std::visit(Caption{classNames}, answer);
    return holds(notesOf(answer), Note::PreviewPrecision) ? Texts::tr("preview · %1").arg(text) : text;
}

QString briefCaption(const Answer &answer, const QStringList &classNames)
{
    return std::visit(BriefCaption{classNames}, answer);
}

QString shortNumber(double value)
{
    const double size = std::abs(value);
    QString text;
    if (size == 0)
        text = QStringLiteral("0");
    else if (size < 0.001 || size >= 1e6)
        text = QString::number(size, 'e', 1);
    else
        text = QString::number(size, 'f', std::clamp(2 - int(std::floor(std::log10(size))), 0, 5));
    return value < 0 ? QChar(0x2212) + text : text;
}

QImage originalPicture(const std::filesystem::path &file, const InputDescription &input)
{
    constexpr int enough = 1024; // of a picture 8 cm wide, 300 dots an inch
    const OriginalPhoto photo = loadOriginal(file, input, enough);
    return toQImage(cutOut(photo.image, photo.seen));
}

} // namespace convscope
