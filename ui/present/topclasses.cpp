#include "ui/present/topclasses.h"

#include "ui/present/colours.h"
#include "ui/present/percent.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TopClasses)
};

} // namespace

QList<TopClass> topClasses(
    const Prediction &prediction, const QStringList &classNames, std::optional<int> label)
{
    QList<TopClass> top;
    for (const int each : prediction.top(topClassCount))
        top.append({className(classNames, each), prediction.probabilities.at(std::size_t(each)),
            classColour(each), label == each});
    return top;
}

QString topText(const TopClass &share)
{
    const QString text = Texts::tr("%1 %2").arg(share.name, percent(share.probability));
    return share.isTrue ? Texts::tr("%1 (true class)").arg(text) : text;
}

QStringList topLines(const QList<TopClass> &top)
{
    QStringList lines;
    for (int place = 0; place < top.size(); ++place)
        lines << Texts::tr("%1. %2").arg(place + 1).arg(topText(top[place]));
    return lines;
}

} // namespace convscope
