#include "ui/evaluation/evaluationtext.h"

#include "ui/evaluation/evaluator.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Evaluation)
};

/// Of fewer, one photo more or less changes the share by more than it is worth.
constexpr int enoughForAShare = 30;
/// Where a photo is less than a per cent.
constexpr int enoughForTenths = 100;

QString share(int right, int photos)
{
    return Texts::tr("%1 % right").arg(100.0 * right / photos, 0, 'f', photos < enoughForTenths ? 0 : 1);
}

} // namespace

QString rightText(const Evaluator &evaluator)
{
    const Evaluation &evaluation = evaluator.evaluation();
    const bool whole = evaluator.doneCount() == evaluator.photoCount();
    const int labelled = evaluation.labelled;
    if (labelled == 0)
        return whole && evaluator.photoCount() > 0 ? Texts::tr("No true class is known") : QString();
    if (whole && labelled < enoughForAShare)
        return Texts::tr("%1 of %2 right").arg(evaluation.correct).arg(labelled);
    if (labelled < enoughForAShare)
        return {};
    const QString right = share(evaluation.correct, labelled);
    if (!whole)
        return Texts::tr("%1 so far").arg(right);
    return suspicion(evaluator).isEmpty() ? right : Texts::tr("%1 · as by guessing").arg(right);
}

QString suspicion(const Evaluator &evaluator)
{
    const bool whole = evaluator.doneCount() == evaluator.photoCount();
    if (!whole || !evaluator.evaluation().mayBeChance())
        return {};
    return Texts::tr(
        "The network is right about as often as by guessing. Perhaps it expects another input "
        "(File > Input of the network), or its classes stand in another order than the labels'.");
}

QString sharedText(int right, int photos)
{
    if (photos < enoughForAShare)
        return Texts::tr("%1 of %2 photos right").arg(right).arg(photos);
    return Texts::tr("%1: %2 of %3 photos").arg(share(right, photos)).arg(right).arg(photos);
}

} // namespace convscope
