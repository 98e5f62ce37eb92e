#include "core/note.h"

namespace convscope {

const char *name(Note::Kind kind)
{
    switch (kind) {
    case Note::LabelUnknown:
        return "label-unknown";
    case Note::DeadGradient:
        return "dead-gradient";
    case Note::ConfidentPrediction:
        return "confident-prediction";
    case Note::SilentFilter:
        return "silent-filter";
    case Note::DeadStart:
        return "dead-start";
    case Note::PhotoWas16Bit:
        return "photo-was-16-bit";
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
    case Note::ClassNamesDoNotFit:
        return "class-names-do-not-fit";
    case Note::SoftmaxInside:
        return "softmax-inside";
    case Note::FewSegments:
        return "few-segments";
    }
    return "unknown";
}

} // namespace convscope
