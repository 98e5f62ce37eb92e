#include "ui/present/sentences.h"

#include "ui/present/paths.h"
#include "ui/present/reopen.h"
#include "ui/present/sessionerror.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

/// Names come from files, and may hold what would break a line or steer a terminal.
QString plain(const std::string &text) { return displayText(text); }

/// What core says in words among an error's values, for translators. Details of damage are for developers and
/// stay English.
[[maybe_unused]] constexpr const char *phrases[] = {
    QT_TRANSLATE_NOOP("Phrases", "true, predicted or a class number"),
    QT_TRANSLATE_NOOP("Phrases", "loss or logit"),
    QT_TRANSLATE_NOOP("Phrases", "logits or probabilities"),
    QT_TRANSLATE_NOOP("Phrases", "true or false"),
    QT_TRANSLATE_NOOP("Phrases", "a number"),
    QT_TRANSLATE_NOOP("Phrases", "a whole number that is not too large"),
    QT_TRANSLATE_NOOP("Phrases", "compressed BMP"),
    QT_TRANSLATE_NOOP("Phrases", "JPEG with other than 8 bits a channel"),
    QT_TRANSLATE_NOOP("Phrases", "JPEG of a rare kind"),
    QT_TRANSLATE_NOOP("Phrases", "TIFF of a rare kind"),
    QT_TRANSLATE_NOOP("Phrases", "zip archive or safetensors header"),
    QT_TRANSLATE_NOOP("Phrases", "it takes three channels, not one"),
    QT_TRANSLATE_NOOP("Phrases", "it has no forward"),
    QT_TRANSLATE_NOOP("Phrases", "it gives no tensor"),
    QT_TRANSLATE_NOOP("Phrases", "data.pkl ends too early"),
    QT_TRANSLATE_NOOP("Phrases", "its tensors are far larger than the file"),
};

QString phrase(const std::string &value)
{
    const QString text = QCoreApplication::translate("Phrases", value.c_str());
    return text.toStdString() == value ? plain(value) : text;
}

/// The Python that makes a file that can be opened of any network.
QString exportLines()
{
    return QStringLiteral("import torch; "
                          "torch.jit.trace(model.eval(), torch.rand(1, 3, 128, 128)).save(\"model.pt\")");
}

bool hasValue(const Error &error, std::size_t index)
{
    return index < error.values().size() && !error.values()[index].empty();
}

/// The sentence of an error's kind with %1, %2, … for its values.
QString sentencePattern(const Error &error)
{
    switch (error.kind()) {
    case ErrorKind::NoSuchFile:
        return Texts::tr("there is no such file or folder. Check the path.");
    case ErrorKind::CannotRead:
        return Texts::tr("cannot be read: %1. Check that it is there and that you may read it.");
    case ErrorKind::CannotWrite:
        return Texts::tr("cannot be written: %1. Choose another place, or make room there.");
    case ErrorKind::FileEmpty:
        return Texts::tr("the file is empty. Copy or download it again.");
    case ErrorKind::NotAnImage:
        return Texts::tr(
            "this is not a picture, whatever its name says. Choose a JPEG, PNG, WebP, BMP or TIFF file.");
    case ErrorKind::ImageDamaged:
        return Texts::tr("the picture is damaged or cut off. Copy or download it again.");
    case ErrorKind::ImageUnsupported:
        return Texts::tr("%1 pictures cannot be read. Save it as JPEG or PNG.");
    case ErrorKind::ImageTooLarge:
        return Texts::tr("the picture is too large (%1 × %2 pixels). Save a smaller one.");
    case ErrorKind::MaskEmpty:
        return Texts::tr("the mask marks no food. Make it white (255) where the food is, black elsewhere.");
    case ErrorKind::FolderWithoutImages:
        return Texts::tr(
            "no pictures in this folder. Choose a folder of photos, or one with a sub-folder a class.");
    case ErrorKind::NoSuchSplit:
        return hasValue(error, 1)
            ? Texts::tr("there is no split “%1” here. There is: %2.")
            : Texts::tr("there is no split “%1” here, as the folder is not divided. Leave the split out.");
    case ErrorKind::IndexOutOfRange:
        return Texts::tr("there is no photo %1; the %2 photos count from 0.");
    case ErrorKind::NotANetwork:
        return Texts::tr("this is not a network that PyTorch wrote: %1 missing. Choose a checkpoint, a "
                         "TorchScript file or "
                         "safetensors.");
    case ErrorKind::NetworkDamaged:
        return Texts::tr("the network file is damaged: %1. Copy or download it again.");
    case ErrorKind::NetworkLegacyFormat:
        return Texts::tr("the network was saved in the format before PyTorch 1.6. In Python, %1 converts it.")
            .arg(QStringLiteral("torch.save(torch.load(\"old.pth\", map_location=\"cpu\"), \"new.pth\")"));
    case ErrorKind::NetworkCompressed:
        return Texts::tr(
            "the network file has a compressed part (%1), which torch.save never writes. Save it again "
            "with torch.save.");
    case ErrorKind::NetworkNeedsCode:
        return Texts::tr(
            "the network could only be read by running code from the file (%1), which is never done. "
            "Save just its state_dict() with torch.save. Or, in Python, %2 makes a file that can be opened.")
            .arg(QStringLiteral("%1"), exportLines());
    case ErrorKind::NetworkWithoutWeights:
        return Texts::tr("no weights found, only: %1. Save the network with "
                         "torch.save({'model_state_dict': model.state_dict()}, file).");
    case ErrorKind::NetworkUnknownArchitecture:
        return Texts::tr(
            "the weights alone do not tell how this network works: at %1, the notebook's kind has %2. In "
            "Python, %3 makes a file that can be opened.")
            .arg(QStringLiteral("%1"), QStringLiteral("%2"), exportLines());
    case ErrorKind::NetworkShapesDoNotFit:
        return Texts::tr(
            "the shapes do not fit: %1 should be %2 but is %3. Check that all weights are from one "
            "network.");
    case ErrorKind::NetworkNotLoadable:
        return Texts::tr("LibTorch %1 cannot load this TorchScript file: %2. Export it again with a PyTorch "
                         "that is no newer.");
    case ErrorKind::NetworkDoesNotRun:
        return Texts::tr("the network does not run on a picture of %1 pixels: %2. Set its input "
                         "(“Input…” in the window, or --input), or describe it in a file beside it.");
    case ErrorKind::NetworkDoesNotAnswer:
        return Texts::tr("the network did not answer and was given up. Open it again to try once more, or "
                         "open another.");
    case ErrorKind::NetworkRandom:
        return Texts::tr("the network answers differently each time (%1), as in training. In Python, %2 "
                         "makes a file that does not.")
            .arg(QStringLiteral("%1"), exportLines());
    case ErrorKind::NotAClassifier:
        return Texts::tr("this is no network that tells the class of a picture: %1. Choose one that takes a "
                         "picture and gives one number a class.");
    case ErrorKind::NotAnInputDescription:
        return Texts::tr(
            "this does not say how photos are prepared for a network. Give food11, imagenet, or a "
            "JSON file with size, mean and std.");
    case ErrorKind::DeviceUnavailable:
        return Texts::tr("there is no device “%1” here. There is: %2.");
    case ErrorKind::PreviewUnavailable:
        return Texts::tr(
            "preview precision needs a checkpoint of the notebook's kind, and a processor with bfloat16 or "
            "CUDA. Use float32.");
    case ErrorKind::NoSuchLayer:
        return Texts::tr(
            "the network has no layer “%1”; its %2 layers count from 0. “convscope layers” lists them.");
    case ErrorKind::LayerWithoutMaps:
        return Texts::tr("the layer %1 gives no maps. Choose a convolution, batch norm, ReLU or pool layer.");
    case ErrorKind::FilterOutOfRange:
        return Texts::tr("there is no filter %1 in layer %2; its %3 filters count from 0.");
    case ErrorKind::ClassOutOfRange:
        return Texts::tr("there is no class %1; the network's %2 classes count from 0.");
    case ErrorKind::InvalidOption:
        return Texts::tr("%1 cannot be “%2”. Allowed: %3.");
    case ErrorKind::EngineMissing:
        return Texts::tr(
            "this part of Convscope, which runs networks, cannot be loaded: %1. Build or install "
            "Convscope again.");
    case ErrorKind::OutOfMemory:
        return Texts::tr(
            "there is not enough memory. Close other programs, or use the CPU or a smaller network.");
    case ErrorKind::NotFinite:
        return Texts::tr("NaN or infinite values in %1. The network's training may have failed; try another "
                         "checkpoint.");
    case ErrorKind::Internal:
        return Texts::tr("something unexpected went wrong: %1. Run with --verbose and report it.");
    }
    return {};
}

QString noteText(const Note &note)
{
    switch (note.kind) {
    case Note::LabelUnknown:
        return Texts::tr("The true class is not known; the predicted class is explained instead.");
    case Note::DeadGradient:
        return Texts::tr(
            "The gradient is zero everywhere, so the saliency map is empty; try the logit as the "
            "objective.");
    case Note::ConfidentPrediction:
        return Texts::tr(
            "The network is so sure that the gradient of its loss is mostly rounding; the gradient of "
            "the logit or float64 does not suffer from that.");
    case Note::SilentFilter:
        return Texts::tr("This filter is silent here: its map has one value everywhere.");
    case Note::DeadStart:
        return Texts::tr(
            "The filter image did not change, because the gradient is zero at its start (a dead ReLU); "
            "try the layer before the ReLU, or start from noise.");
    case Note::PhotoWas16Bit:
        return Texts::tr("The photo has 16 bits a channel and was reduced to 8.");
    case Note::PhotoWasCmyk:
        return Texts::tr("The photo was converted from CMYK without its colour profile, as Pillow does.");
    case Note::PhotoHadAlpha:
        return Texts::tr("The photo's transparency was dropped.");
    case Note::StoppedEarly:
        return Texts::tr("The computation was stopped early; this is what it had reached.");
    case Note::StoppedWhenStable:
        return Texts::tr(
            "LIME ended before all its samples, because what it marks no longer changed beyond its "
            "error; all samples may mark others.");
    case Note::PreviewPrecision:
        return Texts::tr("Preview: computed in bfloat16 or half precision, so the numbers are inexact.");
    case Note::NetworkWasTraining:
        return Texts::tr(
            "The network was traced in training mode; its batch norm and dropout layers were put "
            "into eval mode.");
    case Note::SeveralOutputs:
        return Texts::tr("The network gives several tensors; the first that looks like logits is used.");
    case Note::InputGuessed:
        return Texts::tr(
            "What pictures the network takes was guessed: the first size that it runs on. Set its "
            "input (“Input…” in the window, or --input) where that is wrong.");
    case Note::MayWantImageNet:
        return Texts::tr(
            "The network has 1000 classes, as ImageNet has. If it was trained on ImageNet, set its "
            "input (“Input…” in the window, or --input) to that.");
    case Note::ClassNamesDoNotFit:
        return Texts::tr(
            "There are not as many class names as the network has classes, so they are not used.");
    case Note::SoftmaxInside:
        return Texts::tr("The network ends with a softmax; the logarithms of its probabilities are used as "
                         "logits.");
    case Note::FewSegments:
        return Texts::tr(
            "The photo has fewer than two superpixels, so LIME has nothing to compare; ask for more.");
    }
    return {};
}

QString sentencePattern(const SessionError &error)
{
    switch (error.kind()) {
    case SessionError::Kind::WithoutRecipe:
        return Texts::tr("this file carries no recipe of Convscope. Choose a PNG, SVG or PDF that Convscope "
                         "exported and no other program has saved again.");
    case SessionError::Kind::NotASession:
        return Texts::tr("this is no session of Convscope. Choose a file that “Save session as” wrote.");
    case SessionError::Kind::Damaged:
        return Texts::tr("what it says of the board is damaged (%1). Open another session or figure.");
    case SessionError::Kind::TooNew:
        return Texts::tr("a later version of Convscope wrote this (format %1, known up to %2). Update "
                         "Convscope to open it.");
    }
    return {};
}

/// The pattern with its values, told of the file where there is one.
QString filled(
    const QString &pattern, const std::vector<std::string> &values, const std::filesystem::path &file)
{
    // In one pass: what a value holds must not be taken for a place of the next.
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1].isDigit();
        if (!place) {
            text += pattern[i];
            continue;
        }
        const auto value = std::size_t(pattern[++i].digitValue() - 1);
        text += value < values.size() ? phrase(values[value]) : Texts::tr("unknown");
    }
    if (!file.empty())
        return displayText(file) + QStringLiteral(": ") + text;
    text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString sentence(const Error &error) { return filled(sentencePattern(error), error.values(), error.file()); }

QString sentence(const SessionError &error)
{
    return filled(sentencePattern(error), error.values(), error.file());
}

QString sentence(const Change &change)
{
    const QStringList values = change.values + QStringList{{}, {}, {}};
    switch (change.kind) {
    case Change::Kind::FileMissing:
        return Texts::tr("%1 is not there any more.").arg(values[0]);
    case Change::Kind::FileMoved:
        return Texts::tr("%1 was not there; %2 was taken instead.").arg(values[0], values[1]);
    case Change::Kind::FileDiffers:
        return Texts::tr("%1 has other content than it had then.").arg(values[0]);
    case Change::Kind::OtherProgram:
        return Texts::tr("It was made with %1 %2; this is %1 %3.").arg(values[0], values[1], values[2]);
    case Change::Kind::OtherPrecision:
        return Texts::tr("It was computed in %1, here in %2.").arg(values[0], values[1]);
    case Change::Kind::OtherDevice:
        return Texts::tr("It was computed on %1, here on %2.").arg(values[0], values[1]);
    case Change::Kind::SharedStream:
        return Texts::tr("LIME's random numbers ran on from photo to photo; here they start again for each "
                         "photo, so the LIME pictures may differ.");
    case Change::Kind::Unknown:
        return Texts::tr("It names what this version of Convscope does not know and leaves out: %1.")
            .arg(values[0]);
    }
    return {};
}

QString sentence(const Note &note) { return noteText(note); }

QStringList sentences(const Notes &notes)
{
    QStringList list;
    for (const Note &note : notes)
        list += sentence(note);
    return list;
}

QString networkText(const NetworkInfo &info)
{
    const QString pattern =
        info.convolutions == 1 ? Texts::tr("%1, 1 convolution") : Texts::tr("%1, %2 convolutions");
    return info.convolutions == 1 ? pattern.arg(plain(info.kind))
                                  : pattern.arg(plain(info.kind)).arg(info.convolutions);
}

QString layerText(const Layer &layer)
{
    QStringList parts = {QString::number(layer.index), plain(layer.name), plain(layer.kind)};
    if (layer.channels) {
        QString size = QString::number(*layer.channels);
        if (layer.hasMaps())
            size += QStringLiteral(" × %1 × %2").arg(*layer.height).arg(*layer.width);
        parts += size;
    }
    return parts.join(QStringLiteral(" · "));
}

QString inputText(const InputDescription &input)
{
    QStringList parts = {QStringLiteral("%1 × %2 %3")
                             .arg(input.size.width)
                             .arg(input.size.height)
                             .arg(QString::fromLatin1(name(input.channels)))};
    if (input.resize > 0)
        parts += Texts::tr("the middle of a shorter side of %1").arg(input.resize);
    if (!input.mean.empty())
        parts += Texts::tr("normalised");
    return parts.join(QStringLiteral(", "));
}

QString className(const QStringList &classNames, int label)
{
    return label >= 0 && label < classNames.size() ? classNames[label] : Texts::tr("class %1").arg(label);
}

} // namespace convscope
