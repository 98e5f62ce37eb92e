#include "ui/evaluation/evaluationtext.h"

#include "ui/evaluation/evaluator.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <algorithm>

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

/// Not "100.0 %" of what is not all.
QString share(int right, int photos)
{
    const bool tenths = photos >= enoughForTenths;
    double shown = 100.0 * right / photos;
    if (right < photos)
        shown = std::min(shown, tenths ? 99.9 : 99.0);
    return Texts::tr("%1 % right").arg(shown, 0, 'f', tenths ? 1 : 0);
}

} // namespace

QString rightText(const Evaluator &evaluator)
{
    const Evaluation &evaluation = evaluator.evaluation();
    const bool whole = evaluator.photoCount() > 0 && evaluator.doneCount() == evaluator.photoCount();
    const int labelled = evaluation.labelled;
    if (whole && evaluation.images == 0)
        return Texts::tr("No photo could be evaluated");
    if (labelled == 0 && !evaluator.isComparable())
        return Texts::tr("Labels are not compared");
    if (labelled == 0)
        return whole ? Texts::tr("No true class is known") : QString();
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
    return sentence(Note(Note::AtChance));
}

QString sharedText(int right, int photos)
{
    if (photos < enoughForAShare)
        return Texts::tr("%1 of %2 photos right").arg(right).arg(photos);
    return Texts::tr("%1: %2 of %3 photos").arg(share(right, photos)).arg(right).arg(photos);
}

} // namespace convscope
