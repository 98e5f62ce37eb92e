#include "ui/present/listings.h"

#include "core/explain/localisation.h"
#include "ui/present/counttext.h"
#include "ui/present/labeltexts.h"
#include "ui/present/measuretexts.h"
#include "ui/present/methodtexts.h"
#include "ui/present/moduletree.h"
#include "ui/present/paths.h"
#include "ui/present/percent.h"
#include "ui/present/recipe.h"
#include "ui/present/sentences.h"
#include "ui/present/table.h"

#include <QCoreApplication>
#include <map>

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

QString failedText(std::size_t photos)
{
    return photos == 1 ? Texts::tr("1 photo could not be evaluated")
                       : Texts::tr("%1 photos could not be evaluated").arg(photos);
}

Table confusionTable(const Evaluation &evaluation, const QStringList &classNames)
{
    const auto count = std::size_t(evaluation.classCount);
    std::vector<Align> columns(count + 2, Align::Right);
    columns[1] = Align::Left;
    Table table(std::move(columns));
    QStringList header = {QString(), QString()};
    for (std::size_t i = 0; i < count; ++i)
        header += QString::number(i);
    table.addRow(header);
    for (std::size_t i = 0; i < count; ++i) {
        QStringList row = {QString::number(i), className(classNames, int(i))};
        for (const int photos : evaluation.confusionOf(int(i)))
            row += photos == 0 ? QStringLiteral("·") : QString::number(photos);
        table.addRow(row);
    }
    return table;
}

/// Where no true class is known: how often each class was predicted.
QString predictedText(const Evaluation &evaluation, const QStringList &classNames)
{
    std::map<int, int> count;
    for (const std::optional<int> &predicted : evaluation.predicted) {
        if (predicted)
            ++count[*predicted];
    }
    Table table({Align::Right, Align::Left, Align::Right});
    table.addRow({QString(), Texts::tr("class"), Texts::tr("predicted")});
    for (const auto &[label, photos] : count)
        table.addRow({QString::number(label), className(classNames, label), QString::number(photos)});
    return table.text();
}

template <typename Failures> Json failuresJson(const Failures &failures)
{
    Json list = Json::array();
    for (const auto &failure : failures)
        list.push_back({{"image", failure.file.string()}, {"error", sentence(failure.error).toStdString()}});
    return list;
}

struct MethodJson
{
    Json operator()(Baseline baseline) const
    {
        if (baseline == Baseline::Random)
            return {{"method", "random"}, {"parameters", {{"seed", LocalisationRun::randomSeed}}}};
        return {{"method", "centre"}, {"parameters", Json::object()}};
    }
    Json operator()(const MethodOptions &options) const
    {
        return {{"method", methodName(options)}, {"parameters", parametersJson(options)}};
    }
};

struct MethodText
{
    QString operator()(Baseline baseline) const
    {
        return baseline == Baseline::Random ? Texts::tr("random map") : Texts::tr("middle of the picture");
    }
    QString operator()(const MethodOptions &options) const
    {
        const QString detail = methodDetail(options);
        return detail.isEmpty() ? methodTitle(options)
                                : Texts::tr("%1, %2").arg(methodTitle(options), detail);
    }
};

Json localisationJson(const LocalisationReport &report)
{
    Json methods = Json::array();
    for (const LocalisationScore &score : report.scores) {
        Json method = std::visit(MethodJson(), score.method);
        method["peak_inside"] = score.hits;
        method["pointing_game"] = report.mean(score.hits);
        method["energy"] = report.mean(score.energySum);
        method["empty_maps"] = score.emptyMaps;
        methods.push_back(std::move(method));
    }
    return {{"images", report.photos}, {"without_mask", report.withoutMask},
        {"area", report.mean(report.areaSum)}, {"methods", methods}, {"failed", failuresJson(report.failed)}};
}

QString localisationText(const LocalisationReport &report)
{
    QString text = Texts::tr("Localisation: %1 photos with a mask, %2 without one")
                       .arg(report.photos)
                       .arg(report.withoutMask);
    if (!report.failed.empty())
        text += Texts::tr(", %1 failed").arg(report.failed.size());
    text += u'\n';
    if (report.photos == 0)
        return text;
    const auto percent = [](double part) { return Texts::tr("%1 %").arg(100 * part, 0, 'f', 1); };
    text += Texts::tr("The food covers %1 of a photo: so much a map that knows nothing scores\n\n")
                .arg(percent(report.mean(report.areaSum)));
    Table table({Align::Left, Align::Right, Align::Right});
    table.addRow({Texts::tr("map"), measureTitle(*peakMeasure()), measureTitle(*energyMeasure())});
    for (const LocalisationScore &score : report.scores)
        table.addRow({std::visit(MethodText(), score.method), percent(report.mean(score.hits)),
            percent(report.mean(score.energySum))});
    text += table.text();
    for (const LocalisationScore &score : report.scores) {
        if (score.emptyMaps > 0)
            text += Texts::tr("%1: %2 maps were empty and count as misses\n")
                        .arg(std::visit(MethodText(), score.method))
                        .arg(score.emptyMaps);
    }
    return text;
}

QString unlabelledText(const Evaluation &evaluation, const LocalisationReport *localisation,
    const QStringList &classNames, const Labels &labels)
{
    QString text = Texts::tr("%1 photos, none of them with a known class, so there is no accuracy\n")
                       .arg(evaluation.images);
    text += labelRuleText(labels) + u'\n';
    if (!evaluation.failed.empty())
        text += failedText(evaluation.failed.size()) + u'\n';
    text += u'\n' + predictedText(evaluation, classNames);
    return localisation ? text + u'\n' + localisationText(*localisation) : text;
}

QString sizeText(const Layer &layer)
{
    if (layer.hasMaps())
        return QStringLiteral("%1 × %2").arg(*layer.height).arg(*layer.width);
    if (layer.channels)
        return {};
    QStringList sides;
    for (const std::int64_t side : layer.shape)
        sides += QString::number(side);
    return sides.join(QStringLiteral(" × "));
}

void addNodes(Table &table, const std::vector<ModuleNode> &nodes, int depth)
{
    for (const ModuleNode &node : nodes) {
        QStringList row = {QString(), QString(2 * depth, u' ') + displayText(node.name), QString(), QString(),
            QString(), node.parameterCount == 0 ? QString() : QString::number(node.parameterCount)};
        if (const Layer *layer = node.layer) {
            row[0] = QString::number(layer->index);
            row[2] = displayText(layer->kind);
            row[3] = layer->channels ? QString::number(*layer->channels) : QString();
            row[4] = sizeText(*layer);
        }
        table.addRow(row);
        addNodes(table, node.children, depth + 1);
    }
}

} // namespace

QByteArray layersJson(const NetworkInfo &info)
{
    Json list = Json::array();
    for (const Layer &layer : info.layers) {
        list.push_back({{"index", layer.index}, {"name", layer.name}, {"kind", layer.kind},
            {"channels", orNull(layer.channels)}, {"height", orNull(layer.height)},
            {"width", orNull(layer.width)}, {"shape", layer.shape}, {"parameters", layer.parameterCount},
            {"block", layer.isBlock}, {"operator", layer.isOperator}});
    }
    return asciiText(list);
}

QString layersText(const NetworkInfo &info)
{
    Table table({Align::Right, Align::Left, Align::Left, Align::Right, Align::Left, Align::Right});
    table.addRow({Texts::tr("layer"), Texts::tr("name"), Texts::tr("kind"), Texts::tr("filters"),
        Texts::tr("size"), Texts::tr("parameters")});
    addNodes(table, moduleTree(info), 0);
    const QString summary = Texts::tr("%1, %2 parameters, %3 classes, photos of %4")
                                .arg(networkText(info), countText(info.parameterCount))
                                .arg(info.classCount)
                                .arg(inputText(info.input));
    return summary + u'\n' + table.text();
}

QByteArray predictionsJson(
    const std::vector<PredictedPhoto> &photos, const QStringList &classNames, const Labels &labels)
{
    Json list = Json::array();
    for (const PredictedPhoto &photo : photos) {
        Json top = Json::array();
        for (const int label : photo.prediction.top(topCount)) {
            top.push_back({{"class", label}, {"name", className(classNames, label).toStdString()},
                {"logit", photo.prediction.logits[std::size_t(label)]},
                {"probability", photo.prediction.probabilities[std::size_t(label)]}});
        }
        list.push_back({{"image", photo.file.string()}, {"label", orNull(photo.label)},
            {"own_class", photo.ownClass.isEmpty() ? Json(nullptr) : Json(photo.ownClass.toStdString())},
            {"labels_from", name(labels.rule)}, {"top", top}});
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
    } else if (!photo.ownClass.isEmpty()) {
        head += Texts::tr(" – %1, which is not compared with the network's classes").arg(photo.ownClass);
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

QByteArray evaluationJson(const Evaluation &evaluation, const LocalisationReport *localisation,
    const QStringList &classNames, const Labels &labels)
{
    Json classes = Json::array();
    Json confusion = Json::array();
    for (int label = 0; label < evaluation.classCount; ++label) {
        confusion.push_back(evaluation.confusionOf(label));
        classes.push_back({{"class", label}, {"name", className(classNames, label).toStdString()},
            {"images", evaluation.imagesOf(label)}, {"correct", evaluation.correctOf(label)}});
    }
    Json json = {{"images", evaluation.images}, {"labelled", evaluation.labelled},
        {"correct", evaluation.correct},
        {"accuracy", evaluation.labelled == 0 ? Json(nullptr) : Json(evaluation.accuracy())},
        {"classes", classes}, {"confusion", confusion}, {"failed", failuresJson(evaluation.failed)},
        {"labels_from", name(labels.rule)}, {"labels_compared", labels.areComparable},
        {"labels_mapped", labels.areMapped}, {"labels_unmatched", labels.unmatched}};
    if (localisation)
        json["localisation"] = localisationJson(*localisation);
    return asciiText(json);
}

QString evaluationText(const Evaluation &evaluation, const LocalisationReport *localisation,
    const QStringList &classNames, const Labels &labels)
{
    if (evaluation.labelled == 0)
        return unlabelledText(evaluation, localisation, classNames, labels);
    QString text = Texts::tr("%1 photos, %2 of them with a known class; %3 right: %4\n")
                       .arg(evaluation.images)
                       .arg(evaluation.labelled)
                       .arg(evaluation.correct)
                       .arg(percentOf(evaluation.correct, evaluation.labelled));
    text += labelRuleText(labels) + u'\n';
    if (!evaluation.failed.empty())
        text += failedText(evaluation.failed.size()) + u'\n';
    Table table({Align::Right, Align::Left, Align::Right, Align::Right, Align::Right});
    table.addRow({QString(), Texts::tr("class"), Texts::tr("photos"), Texts::tr("right"), QString()});
    for (int label = 0; label < evaluation.classCount; ++label) {
        const int images = evaluation.imagesOf(label);
        const int correct = evaluation.correctOf(label);
        table.addRow({QString::number(label), className(classNames, label), QString::number(images),
            QString::number(correct), percentOf(correct, images)});
    }
    text += u'\n' + table.text() + u'\n' + Texts::tr("Confusion (rows true, columns predicted)\n");
    text += confusionTable(evaluation, classNames).text();
    return localisation ? text + u'\n' + localisationText(*localisation) : text;
}

} // namespace convscope
