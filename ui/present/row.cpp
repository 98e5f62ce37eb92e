#include "ui/present/row.h"

#include "ui/present/joined.h"
#include "ui/present/methodtexts.h"

#include <QCoreApplication>
#include <QHash>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Row)
};

const QString photoId = QStringLiteral("photo");

} // namespace

Row newRow(const MethodOptions &question)
{
    Row row{.question = question};
    if (kindOf(row) == AnswerKind::LayerMaps
        || (kindOf(row) == AnswerKind::Attribution && traitsOf(question).meaning == Meaning::Relevance))
        row.look.opacity = 0.5; // such a map has few values, and says little without the photo
    return row;
}

QList<Row> standardRows()
{
    return {Row{}, newRow(SaliencyOptions{}), newRow(ActivationOptions{}),
        newRow(FeatureVisualisationOptions{}), newRow(LimeOptions{})};
}

QString id(const std::optional<MethodOptions> &question)
{
    if (!question)
        return photoId;
    const MethodTraits &traits = traitsOf(*question);
    return QLatin1String(traits.files[0] ? traits.files : traits.name);
}

QString id(const Row &row) { return id(row.question); }

QStringList distinctIds(const QList<Row> &rows)
{
    QHash<QString, int> seen;
    QStringList ids;
    for (const Row &row : rows) {
        const int number = ++seen[id(row)];
        ids << (number == 1 ? id(row) : QStringLiteral("%1-%2").arg(id(row)).arg(number));
    }
    return ids;
}

std::optional<Row> rowWithId(const QString &wanted)
{
    if (wanted == photoId)
        return Row{};
    for (const MethodOptions &method : allMethods()) {
        if (id(method) == wanted)
            return newRow(method);
    }
    return {};
}

QStringList allIds()
{
    QStringList ids{photoId};
    for (const MethodOptions &method : allMethods())
        ids << id(method);
    return ids;
}

std::optional<AnswerKind> kindOf(const Row &row)
{
    return row.question ? std::optional(traitsOf(*row.question).answer) : std::nullopt;
}

QString networkWords(AskedNetwork network)
{
    switch (network) {
    case AskedNetwork::First:
        break;
    case AskedNetwork::Second:
        return Texts::tr("network B");
    case AskedNetwork::Difference:
        return Texts::tr("A − B");
    }
    return Texts::tr("network A");
}

QString title(const Row &row)
{
    if (!row.question)
        return Texts::tr("Photo");
    const QString method = methodTitle(*row.question);
    if (row.network == AskedNetwork::First)
        return method;
    // A narrow heading breaks before the network, not within it.
    return Texts::tr("%1, %2").arg(method, networkWords(row.network).replace(QChar::Space, QChar::Nbsp));
}

QStringList distinctTitles(const QList<Row> &rows)
{
    QHash<QString, int> count;
    for (const Row &row : rows)
        ++count[title(row)];
    QStringList titles;
    for (const Row &row : rows) {
        const QString detail = row.question ? methodDetail(*row.question) : QString();
        titles << (count[title(row)] == 1 || detail.isEmpty() ? title(row)
                                                              : Texts::tr("%1 (%2)").arg(title(row), detail));
    }
    return titles;
}

QString explanation(const Row &row)
{
    if (!row.question)
        return Texts::tr("The photo as the network sees it, scaled to the size of its input; not the "
                         "file at its full size.");
    const QString method = questionExplanation(*row.question);
    switch (row.network) {
    case AskedNetwork::First:
        break;
    case AskedNetwork::Second:
        return joined({method, Texts::tr("Here the second network, B, is asked.")});
    case AskedNetwork::Difference:
        return joined({method,
            Texts::tr("Here both networks are asked about the class that A is asked about, and the values of "
                      "B are subtracted from those of A.")});
    }
    return method;
}

bool hasMapLook(const Row &row)
{
    const std::optional<AnswerKind> kind = kindOf(row);
    return kind == AnswerKind::Attribution || kind == AnswerKind::Activation || kind == AnswerKind::LayerMaps;
}

bool isSigned(const Row &row)
{
    if (row.isDifference())
        return hasMapLook(row);
    if (kindOf(row) != AnswerKind::Attribution)
        return false;
    const Meaning meaning = meaningOf(*row.question);
    return meaning == Meaning::Evidence || meaning == Meaning::Slope;
}

} // namespace convscope
