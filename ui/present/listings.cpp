#include "ui/present/listings.h"

#include "ui/present/paths.h"
#include "ui/present/recipe.h"
#include "ui/present/sentences.h"
#include "ui/present/table.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Listings)
};

using Align = Table::Align;

constexpr int topCount = 5;

Json orNull(const std::optional<int> &number) { return number ? Json(*number) : Json(nullptr); }

QString percentOf(int part, int whole)
{
    return whole == 0 ? QStringLiteral("–") : Texts::tr("%1 %").arg(100.0 * part / whole, 0, 'f', 1);
}

Table confusionTable(const Evaluation &evaluation, const QStringList &classNames)
{
    const auto count = evaluation.confusion.size();
    std::vector<Align> columns(count + 2, Align::Right);
    columns[1] = Align::Left;
    Table table(std::move(columns));
    QStringList header = {QString(), QString()};
    for (std::size_t i = 0; i < count; ++i)
        header += QString::number(i);
    table.addRow(header);
    for (std::size_t i = 0; i < count; ++i) {
        QStringList row = {QString::number(i), className(classNames, int(i))};
        for (const int photos : evaluation.confusion[i])
            row += photos == 0 ? QStringLiteral("·") : QString::number(photos);
        table.addRow(row);
    }
    return table;
}

} // namespace

QByteArray layersJson(const NetworkInfo &info)
{
    Json list = Json::array();
    for (const Layer &layer : info.layers) {
        list.push_back({{"index", layer.index}, {"name", layer.name}, {"kind", layer.kind},
            {"channels", orNull(layer.channels)}, {"height", orNull(layer.height)},
            {"width", orNull(layer.width)}});
    }
    return asciiText(list);
}

QString layersText(const NetworkInfo &info)
{
    Table table({Align::Right, Align::Left, Align::Left, Align::Right, Align::Left});
    table.addRow(
        {Texts::tr("layer"), Texts::tr("name"), Texts::tr("kind"), Texts::tr("filters"), Texts::tr("size")});
    for (const Layer &layer : info.layers) {
        const QString size =
            layer.hasMaps() ? QStringLiteral("%1 × %2").arg(*layer.height).arg(*layer.width) : QString();
        table.addRow({QString::number(layer.index), displayText(layer.name), displayText(layer.kind),
            layer.channels ? QString::number(*layer.channels) : QString(), size});
    }
    return displayText(info.title) + u'\n' + table.text();
}

QByteArray predictionsJson(const std::vector<PredictedPhoto> &photos, const QStringList &classNames)
{
    Json list = Json::array();
    for (const PredictedPhoto &photo : photos) {
        Json top = Json::array();
        for (const int label : photo.prediction.top(topCount)) {
            top.push_back({{"class", label}, {"name", className(classNames, label).toStdString()},
                {"logit", photo.prediction.logits[std::size_t(label)]},
                {"probability", photo.prediction.probabilities[std::size_t(label)]}});
        }
        list.push_back({{"image", photo.file.string()}, {"label", orNull(photo.label)}, {"top", top}});
    }
    return asciiText(list);
}

QString predictionText(const PredictedPhoto &photo, const QStringList &classNames)
{
    QString head = displayText(photo.file);
    if (photo.label) {
        const QString verdict =
            *photo.label == photo.prediction.best() ? Texts::tr("right") : Texts::tr("wrong");
        head += Texts::tr(" – true class %1, predicted %2").arg(className(classNames, *photo.label), verdict);
    }
    Table table({Align::Right, Align::Left, Align::Right, Align::Right});
    for (const int label : photo.prediction.top(topCount)) {
        const double probability = photo.prediction.probabilities[std::size_t(label)];
        table.addRow({QString::number(label), className(classNames, label),
            Texts::tr("%1 %").arg(probability * 100, 0, 'f', 2),
            Texts::tr("logit %1").arg(photo.prediction.logits[std::size_t(label)], 0, 'f', 3)});
    }
    return head + u'\n' + table.text(QStringLiteral("  "));
}

QByteArray evaluationJson(const Evaluation &evaluation, const QStringList &classNames)
{
    Json classes = Json::array();
    for (int label = 0; label < int(evaluation.confusion.size()); ++label) {
        classes.push_back({{"class", label}, {"name", className(classNames, label).toStdString()},
            {"images", evaluation.imagesOf(label)}, {"correct", evaluation.correctOf(label)}});
    }
    Json failed = Json::array();
    for (const Evaluation::Failure &failure : evaluation.failed)
        failed.push_back(
            {{"image", failure.file.string()}, {"error", sentence(failure.error).toStdString()}});
    return asciiText({{"images", evaluation.images}, {"labelled", evaluation.labelled},
        {"correct", evaluation.correct}, {"accuracy", evaluation.accuracy()}, {"classes", classes},
        {"confusion", evaluation.confusion}, {"failed", failed}});
}

QString evaluationText(const Evaluation &evaluation, const QStringList &classNames)
{
    QString text = Texts::tr("%1 photos, %2 of them with a known class; %3 right: %4\n")
                       .arg(evaluation.images)
                       .arg(evaluation.labelled)
                       .arg(evaluation.correct)
                       .arg(percentOf(evaluation.correct, evaluation.labelled));
    if (!evaluation.failed.empty())
        text += Texts::tr("%1 photos could not be read\n").arg(evaluation.failed.size());
    Table table({Align::Right, Align::Left, Align::Right, Align::Right, Align::Right});
    table.addRow({QString(), Texts::tr("class"), Texts::tr("photos"), Texts::tr("right"), QString()});
    for (int label = 0; label < int(evaluation.confusion.size()); ++label) {
        const int images = evaluation.imagesOf(label);
        const int correct = evaluation.correctOf(label);
        table.addRow({QString::number(label), className(classNames, label), QString::number(images),
            QString::number(correct), percentOf(correct, images)});
    }
    text += u'\n' + table.text() + u'\n' + Texts::tr("Confusion (rows true, columns predicted)\n");
    return text + confusionTable(evaluation, classNames).text();
}

} // namespace convscope
