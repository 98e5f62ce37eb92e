#include "ui/present/listings.h"

#include "ui/present/paths.h"
#include "ui/present/recipe.h"
#include "ui/present/sentences.h"
#include "ui/present/table.h"

#include <QCoreApplication>
#include <algorithm>

// What the command line prints of two networks.

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Listings)
};

using Align = Table::Align;

constexpr std::size_t shownPhotos = 10;

Json orNull(const std::optional<int> &number) { return number ? Json(*number) : Json(nullptr); }

Json photoJson(const DisagreedPhoto &photo, const ComparedNetworks &compared)
{
    return {{"image", compared.photos[photo.photo].file.string()}, {"label", orNull(photo.label)},
        {"first", photo.first}, {"first_name", className(compared.firstNames, photo.first).toStdString()},
        {"second", photo.second},
        {"second_name", className(compared.secondNames, photo.second).toStdString()}};
}

/// Right answers of both, of one, of none.
Table rightTable(const Disagreement &found)
{
    Table table({Align::Left, Align::Right, Align::Right});
    table.addRow({QString(), Texts::tr("B right"), Texts::tr("B wrong")});
    table.addRow({Texts::tr("A right"), QString::number(found.bothRight), QString::number(found.onlyFirst)});
    table.addRow({Texts::tr("A wrong"), QString::number(found.onlySecond),
        QString::number(found.sameWrong + found.otherWrong)});
    return table;
}

QString rightText(const Disagreement &found)
{
    if (found.labelled() == 0)
        return {};
    QString text = Texts::tr("Photos with a class that both know: %1\n").arg(found.labelled());
    text += rightTable(found).text();
    text += Texts::tr("Where both are wrong, they say the same class to %1 photos, different ones to %2\n")
                .arg(found.sameWrong)
                .arg(found.otherWrong);
    text += Texts::tr("McNemar's test compares %1 (only A right) with %2 (only B right)\n")
                .arg(found.onlyFirst)
                .arg(found.onlySecond);
    return text;
}

QString differingText(const ComparedNetworks &compared)
{
    const std::vector<DisagreedPhoto> &differing = compared.disagreement.differing;
    if (differing.empty())
        return Texts::tr("A and B say the same class to every photo\n");
    Table table({Align::Left, Align::Left, Align::Left, Align::Left});
    table.addRow({Texts::tr("photo"), Texts::tr("true class"), Texts::tr("A"), Texts::tr("B")});
    for (std::size_t i = 0; i < std::min(differing.size(), shownPhotos); ++i) {
        const DisagreedPhoto &photo = differing[i];
        const QString label =
            photo.label ? className(compared.firstNames, *photo.label) : QStringLiteral("–");
        table.addRow({displayText(compared.photos[photo.photo].file), label,
            className(compared.firstNames, photo.first), className(compared.secondNames, photo.second)});
    }
    QString text = Texts::tr("A and B say different classes to %1 of %2 photos\n")
                       .arg(differing.size())
                       .arg(compared.disagreement.photos);
    text += table.text();
    if (differing.size() > shownPhotos)
        text += Texts::tr("and %1 more, which --json lists\n").arg(differing.size() - shownPhotos);
    return text;
}

} // namespace

QByteArray comparisonJson(const QByteArray &evaluation, const ComparedNetworks &compared)
{
    const Disagreement &found = compared.disagreement;
    const Evaluation &second = compared.second;
    Json differing = Json::array();
    for (const DisagreedPhoto &photo : found.differing)
        differing.push_back(photoJson(photo, compared));
    Json json = Json::parse(evaluation.toStdString());
    json["comparison"] = {
        {"second",
            {{"images", second.images}, {"labelled", second.labelled}, {"correct", second.correct},
                {"accuracy", second.labelled == 0 ? Json(nullptr) : Json(second.accuracy())}}},
        {"images", found.photos}, {"labelled", found.labelled()}, {"both_right", found.bothRight},
        {"only_first_right", found.onlyFirst}, {"only_second_right", found.onlySecond},
        {"both_wrong_alike", found.sameWrong}, {"both_wrong_differently", found.otherWrong},
        {"unlabelled_alike", found.sameUnlabelled}, {"unlabelled_differently", found.otherUnlabelled},
        {"differing", differing}};
    return asciiText(json);
}

QString comparisonText(const ComparedNetworks &compared)
{
    const Evaluation &second = compared.second;
    const QString share = second.labelled == 0 ? QStringLiteral("–")
                                               : Texts::tr("%1 %").arg(100 * second.accuracy(), 0, 'f', 1);
    const QString text = Texts::tr("Network B: %1 photos, %2 of them with a known class; %3 right: %4\n")
                             .arg(second.images)
                             .arg(second.labelled)
                             .arg(second.correct)
                             .arg(share);
    return u'\n' + text + rightText(compared.disagreement) + u'\n' + differingText(compared);
}

} // namespace convscope
