#include "ui/present/phrases.h"

#include "ui/present/paths.h"

#include <QCoreApplication>
#include <QStringList>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

QString value(const Phrase &phrase, std::size_t index)
{
    return index < phrase.values.size() ? displayText(phrase.values[index]) : Texts::tr("unknown");
}

/// As in code, whatever the language: these are words to write.
QString list(const Phrase &phrase)
{
    QStringList texts;
    for (const std::string &text : phrase.values)
        texts += displayText(text);
    return texts.join(QStringLiteral(", "));
}

QString numbersAChannel(const Phrase &phrase, const QString &one, const QString &several)
{
    const QString count = phrase.values.empty() ? QStringLiteral("3") : value(phrase, 0);
    return count == QLatin1String("1") ? one : several.arg(count);
}

/// What is allowed instead of what an option was given.
QString allowedText(const Phrase &phrase)
{
    switch (phrase.kind) {
    case Phrase::OneOf:
        return list(phrase);
    case Phrase::NumberWithin:
        return Texts::tr("a number from %1 to %2").arg(value(phrase, 0), value(phrase, 1));
    case Phrase::WholeNumberWithin:
        return Texts::tr("a whole number from %1 to %2").arg(value(phrase, 0), value(phrase, 1));
    case Phrase::NumberAtLeast:
        return Texts::tr("%1 or more").arg(value(phrase, 0));
    case Phrase::NumberAbove:
        return Texts::tr("a number above %1").arg(value(phrase, 0));
    case Phrase::AnyNumber:
        return Texts::tr("a number");
    case Phrase::AnyWholeNumber:
        return Texts::tr("a whole number that is not too large");
    case Phrase::ANumberAChannel:
        return numbersAChannel(phrase, Texts::tr("a list of 1 number, as there is one channel"),
            Texts::tr("a list of %1 numbers, one a channel"));
    case Phrase::APositiveNumberAChannel:
        return numbersAChannel(phrase, Texts::tr("a list of 1 number above 0, as there is one channel"),
            Texts::tr("a list of %1 numbers above 0, one a channel"));
    case Phrase::ListOfNames:
        return Texts::tr("a list of names");
    case Phrase::NumberOrName:
        return Texts::tr("a whole number or a name");
    case Phrase::JsonObject:
        return Texts::tr("a JSON object");
    case Phrase::NothingOrAtLeastTheSize:
        return Texts::tr("0, or at least as much as the size");
    case Phrase::TargetClass:
        return Texts::tr(
            "true, predicted, the number or the name of a class, “A against B”, entropy, or “filter 15:37” "
            "(layer and filter)");
    case Phrase::UnitWithin:
        return Texts::tr("a unit of a map of %1 rows and %2 columns, both counted from 0")
            .arg(value(phrase, 0), value(phrase, 1));
    case Phrase::TwoClasses:
        return Texts::tr("two different classes of a network that has more than one");
    case Phrase::AnotherFilter:
        return Texts::tr("another filter of the layer than the first one");
    case Phrase::WhatTheNetworkSays:
        return Texts::tr("with this method a class, two that are compared, or entropy; a filter is explained "
                         "by gradients, occlusion, superpixels and RISE");
    case Phrase::SomePixels:
        return Texts::tr("at least one pixel");
    default:
        return {};
    }
}

/// What a network takes or gives, where that is not a picture and one number a class.
QString networkText(const Phrase &phrase)
{
    switch (phrase.kind) {
    case Phrase::TakesNothing:
        return Texts::tr("it takes nothing");
    case Phrase::TakesNoPicture:
        return Texts::tr("it takes no picture but %1").arg(value(phrase, 0));
    case Phrase::TakesMore:
        return Texts::tr("it takes more than a picture: %1").arg(value(phrase, 0));
    case Phrase::TakesChannels:
        return Texts::tr("it takes pictures of %1 channels").arg(value(phrase, 0));
    case Phrase::TakesChannelsLast:
        return Texts::tr("it takes height × width × channels");
    case Phrase::TakesThreeChannels:
        return Texts::tr("it takes three channels, not one");
    case Phrase::TakesOneChannel:
        return Texts::tr("it takes one channel, not three");
    case Phrase::HasNoForward:
        return Texts::tr("it has no forward");
    case Phrase::GivesNoTensor:
        return Texts::tr("it gives no tensor");
    case Phrase::GivesShape:
        return Texts::tr("it gives a tensor of shape %1").arg(value(phrase, 0));
    case Phrase::GivesNoFloats:
        return Texts::tr("it gives a tensor of shape %1 of type %2").arg(value(phrase, 0), value(phrase, 1));
    default:
        return {};
    }
}

/// What the notebook's kind of network has where another has something else.
QString notebookText(const Phrase &phrase)
{
    switch (phrase.kind) {
    case Phrase::FloatingPoint:
        return Texts::tr("floating-point numbers");
    case Phrase::SquareOddKernel:
        return Texts::tr("a square kernel with odd sides");
    case Phrase::AtMost:
        return Texts::tr("at most %1 of them").arg(value(phrase, 0));
    case Phrase::FewerPools:
        return Texts::tr("no more pools than the picture can be halved");
    case Phrase::ConvolutionalPart:
        return Texts::tr("convolution, batch norm, ReLU and pool in turn");
    case Phrase::LinearPart:
        return Texts::tr("Linear, ReLU and Dropout in turn");
    default:
        return {};
    }
}

/// What of a file or of a result is meant.
QString thingText(const Phrase &phrase)
{
    switch (phrase.kind) {
    case Phrase::CompressedBmp:
        return Texts::tr("compressed BMP");
    case Phrase::JpegWithOtherBits:
        return Texts::tr("JPEG with other than 8 bits a channel");
    case Phrase::RareJpeg:
        return Texts::tr("JPEG of a rare kind");
    case Phrase::RareTiff:
        return Texts::tr("TIFF of a rare kind");
    case Phrase::LabTiff:
        return Texts::tr("TIFF in CIELab colours");
    case Phrase::Logits:
        return Texts::tr("the logits");
    case Phrase::Gradient:
        return Texts::tr("the gradient");
    case Phrase::ActivationMap:
        return Texts::tr("the activation");
    case Phrase::Relevance:
        return Texts::tr("the relevance");
    case Phrase::FilterPicture:
        return Texts::tr("the filter image");
    case Phrase::NoRegularFile:
        return Texts::tr("it is no file but a folder or a device");
    case Phrase::LargerThan:
        return Texts::tr("it is larger than %1 MiB").arg(value(phrase, 0));
    case Phrase::ArchiveOrSafeTensors:
        return Texts::tr("zip archive or safetensors header");
    case Phrase::NotTheEngine:
        return Texts::tr("it is no part of Convscope");
    case Phrase::EngineOfVersion:
        return Texts::tr("it belongs to version %1").arg(value(phrase, 0));
    case Phrase::NestedTooDeeply:
        return Texts::tr("nested too deeply");
    case Phrase::CutOffOrGarbled:
        return Texts::tr("cut off or garbled");
    case Phrase::NoReasonGiven:
        return Texts::tr("no reason given");
    case Phrase::AnotherNetwork:
        return Texts::tr("another network");
    case Phrase::AnotherPreparation:
        return Texts::tr("photos that were prepared in another way, or on another device");
    case Phrase::OtherLayers:
        return Texts::tr("other layers");
    case Phrase::OtherBlocks:
        return Texts::tr("other photos or blocks of them");
    case Phrase::LibTorchWithoutCuda:
        return Texts::tr(
            "the LibTorch that Convscope was built with knows the processor only. “scripts/run --cuda” "
            "builds it with one that knows GPUs");
    case Phrase::GpuDoesNotAnswer:
        return Texts::tr("LibTorch is made for CUDA %1 and reaches no GPU (%2). Check the NVIDIA driver with "
                         "“nvidia-smi”");
    default:
        return {};
    }
}

} // namespace

QString phraseText(const Phrase &phrase)
{
    for (const auto text : {allowedText, networkText, notebookText, thingText}) {
        const QString found = text(phrase);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace convscope
