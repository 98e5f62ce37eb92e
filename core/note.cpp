#include "core/note.h"

#include <algorithm>

namespace convscope {

bool holds(const Notes &notes, Note::Kind kind)
{
    return std::ranges::find(notes, kind, &Note::kind) != notes.end();
}

const char *name(Note::Kind kind)
{
    switch (kind) {
    case Note::LabelUnknown:
        return "label-unknown";
    case Note::StrongestInstead:
        return "strongest-instead";
    case Note::DeadGradient:
        return "dead-gradient";
    case Note::DeadLogit:
        return "dead-logit";
    case Note::GradientCut:
        return "gradient-cut";
    case Note::ConfidentPrediction:
        return "confident-prediction";
    case Note::SilentFilter:
        return "silent-filter";
    case Note::FlatObjective:
        return "flat-objective";
    case Note::DeadStart:
        return "dead-start";
    case Note::PhotoWas16Bit:
        return "photo-was-16-bit";
    case Note::PhotoNotTurned:
        return "photo-not-turned";
    case Note::PhotoWasCmyk:
        return "photo-was-cmyk";
    case Note::PhotoHadAlpha:
        return "photo-had-alpha";
    case Note::StoppedEarly:
        return "stopped-early";
    case Note::StoppedWhenStable:
        return "stopped-when-stable";
    case Note::PreviewPrecision:
        return "preview-precision";
    case Note::NetworkWasTraining:
        return "network-was-training";
    case Note::SeveralOutputs:
        return "several-outputs";
    case Note::InputGuessed:
        return "input-guessed";
    case Note::MayWantImageNet:
        return "may-want-imagenet";
    case Note::WeightsChosen:
        return "weights-chosen";
    case Note::TensorsIgnored:
        return "tensors-ignored";
    case Note::AtChance:
        return "at-chance";
    case Note::SizeFromWeights:
        return "size-from-weights";
    case Note::GrayFromWeights:
        return "gray-from-weights";
    case Note::ModulesAssumed:
        return "modules-assumed";
    case Note::ModulesNotUsed:
        return "modules-not-used";
    case Note::DescriptionIgnored:
        return "description-ignored";
    case Note::ClassNamesUnreadable:
        return "class-names-unreadable";
    case Note::ClassNamesDoNotFit:
        return "class-names-do-not-fit";
    case Note::SoftmaxInside:
        return "softmax-inside";
    case Note::SigmoidsInside:
        return "sigmoids-inside";
    case Note::OneOutput:
        return "one-output";
    case Note::OneProbability:
        return "one-probability";
    case Note::TakesBytes:
        return "takes-bytes";
    case Note::WrittenForBatch:
        return "written-for-batch";
    case Note::SizeFromFile:
        return "size-from-file";
    case Note::ChannelsComeLast:
        return "channels-come-last";
    case Note::SidesMayBeSwapped:
        return "sides-may-be-swapped";
    case Note::FewSegments:
        return "few-segments";
    case Note::NothingFor:
        return "nothing-for";
    case Note::AboutNoClass:
        return "about-no-class";
    case Note::MapsBelowZero:
        return "maps-below-zero";
    case Note::ScoreNotAboveZero:
        return "score-not-above-zero";
    case Note::NothingPassesReLUs:
        return "nothing-passes-relus";
    case Note::TakeMoreSteps:
        return "take-more-steps";
    case Note::DoesNotAddUp:
        return "does-not-add-up";
    case Note::TakeMoreSamples:
        return "take-more-samples";
    case Note::SameNetworkTwice:
        return "same-network-twice";
    case Note::ClassesByName:
        return "classes-by-name";
    case Note::ClassesByNumber:
        return "classes-by-number";
    case Note::OtherPicture:
        return "other-picture";
    case Note::MuchLargerInFirst:
        return "much-larger-in-first";
    case Note::MuchLargerInSecond:
        return "much-larger-in-second";
    case Note::OtherScores:
        return "other-scores";
    }
    return "unknown";
}

} // namespace convscope
