#include "ui/present/sentences.h"

#include "ui/present/filesentences.h"
#include "ui/present/joined.h"
#include "ui/present/paths.h"
#include "ui/present/phrases.h"
#include "ui/present/reopen.h"

#include <QCoreApplication>
#include <atomic>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

/// Names come from files, and may hold what would break a line or steer a terminal.
QString plain(const std::string &text) { return displayText(text); }

/// Of a network that takes height × width × channels: the Python that makes a file that can be opened.
QString channelsFirstLines()
{
    return QStringLiteral("import torch, torchvision; "
                          "torch.jit.trace(torch.nn.Sequential(torchvision.ops.Permute([0, 2, 3, 1]), "
                          "model).cpu().eval(), torch.rand(1, 3, 224, 224)).save(\"model.pt\")");
}

std::atomic<bool> inWindow = false; ///< the reader sits there

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
        if (error.phrase())
            return Texts::tr("the picture is a %1, which cannot be read. Save it as JPEG or PNG.");
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
    case ErrorKind::LabelsDoNotFit:
        return (hasValue(error, 0) && error.values()[0] == "names"
                ? Texts::tr("labels cannot be taken from file names (“%1”): none is called like 3_12.jpg, "
                            "with a class of the network in front; the first is “%2”. Choose folders, "
                            "numbers or none, or %7.")
                : hasValue(error, 0) && error.values()[0] == "numbers"
                ? Texts::tr("labels cannot be taken from folder numbers (“%1”): no folder is called by the "
                            "number of a class; the first photo lies in “%3”. Choose folders, names or "
                            "none, or %7.")
                : Texts::tr("labels cannot be taken from folders (“%1”): there are no class folders; the "
                            "first photo lies in “%3”. Choose names or none, or %7."))
            .replace(QStringLiteral("%7"),
                inWindow ? Texts::tr("let the program choose") : Texts::tr("leave --labels out"));
    case ErrorKind::NotALabelMap:
        return Texts::tr("“%1” maps no class. Write lines like Dessert=ice cream (nothing after the = for "
                         "none), or a JSON object of that.");
    case ErrorKind::FigureWithoutRecipe:
        return Texts::tr("this file carries no recipe of Convscope. Choose a PNG, SVG or PDF that Convscope "
                         "exported and no other program has saved again.");
    case ErrorKind::NotASession:
        return Texts::tr("this is no session of Convscope. Choose a file that “Save session as” wrote.");
    case ErrorKind::SessionDamaged:
        return Texts::tr("what it says of the board is damaged (%1). Open another session or figure.");
    case ErrorKind::SessionTooNew:
        return Texts::tr("a later version of Convscope wrote this (format %1, known up to %2). Update "
                         "Convscope to open it.");
    case ErrorKind::NotAPreset:
        return Texts::tr(
            "this is no preset of rows. Choose a file that “Save preset to file” wrote (.convrows).");
    case ErrorKind::PresetDamaged:
        return Texts::tr("what it says of the rows is damaged (%1). Open another preset.");
    case ErrorKind::PresetWithoutRows:
        return Texts::tr("it has no row that this version of Convscope knows. Open another preset, or update "
                         "Convscope.");
    case ErrorKind::NotAnIndex:
        return Texts::tr("this is no index of filters. Choose the folder of one, or one that is empty.");
    case ErrorKind::IndexDamaged:
        return Texts::tr("this part of an index is damaged (%1). Remove the index and build it again.");
    case ErrorKind::IndexTooNew:
        return Texts::tr("a later version of Convscope wrote this index (format %1, known up to %2). Update "
                         "Convscope, or remove the index and build it again.");
    case ErrorKind::IndexOfOther:
        return Texts::tr("this index was made of %1. Choose another place for a new one, or remove it.");
    case ErrorKind::IndexBusy:
        return Texts::tr("another program is building this index. Wait until it has finished, or stop it.");
    case ErrorKind::IndexMissing:
        return Texts::tr("no index has been built of this network and these photos. Build it first.");
    case ErrorKind::LayerNotIndexed:
        return Texts::tr(
            "the index does not hold layer %1. Build it with that layer, or choose another one.");
    case ErrorKind::FilterNotTold:
        return Texts::tr("what comes out of this filter of layer %1 cannot be told, as its batch norm "
                         "multiplies it by 0. Look at the batch norm instead.");
    case ErrorKind::FeaturesNotIndexed:
        return hasValue(error, 0)
            ? Texts::tr("the index does not hold what each photo gives in layer %1. Choose another layer, or "
                        "build the index again.")
            : Texts::tr("this network has no layer before its answer that is kept of each photo: no fully "
                        "connected layer with another one before it. Choose a layer whose filters are to "
                        "tell the photos apart.");
    case ErrorKind::PhotosWithoutMasks:
        return Texts::tr("no photo here has a mask. Put the masks into a folder “masks” beside the photos.");
    case ErrorKind::MappedTwice:
        return Texts::tr("“%1” is mapped twice. Leave one of the two.");
    case ErrorKind::NoSuchClassInMap:
        return Texts::tr("“%1” is mapped to “%2”, which is no class of the network. Give its name or its "
                         "number.");
    case ErrorKind::JsonBroken:
        return Texts::tr("the JSON is broken at line %1, column %2. Correct it there.");
    case ErrorKind::NotANetwork:
        return Texts::tr("this is no network. Choose an exported program (.pt2), an ONNX file (.onnx), a "
                         "TorchScript file (.pt), a checkpoint (.pth, .ckpt) or safetensors.");
    case ErrorKind::NetworkDamaged: // what exactly is for developers
        return Texts::tr("the network file is damaged (%1). Copy or download it again.");
    case ErrorKind::FileOfOtherKind:
    case ErrorKind::NotUtf8:
    case ErrorKind::NetworkCompressed:
    case ErrorKind::NetworkNeedsCode:
    case ErrorKind::NetworkWithoutWeights:
    case ErrorKind::NetworkWithoutNames:
    case ErrorKind::NetworkOfArrays:
    case ErrorKind::NetworkTensorUnusual:
    case ErrorKind::NetworkUnknownArchitecture:
    case ErrorKind::NetworkShapesDoNotFit:
    case ErrorKind::NetworkTakesOtherSize:
        return refusedFilePattern(error);
    case ErrorKind::NetworkNotLoadable:
        return Texts::tr("LibTorch %1 cannot load this TorchScript file: %2. Export it again with a PyTorch "
                         "that is no newer.");
    case ErrorKind::NetworkDoesNotRun:
        if (hasValue(error, 5))
            return Texts::tr(
                "the network does not run on a picture of %1 × %2 pixels (%3), but it does on one "
                "of %4 × %5, %6. Set its input to that with %7.")
                .replace(QStringLiteral("%7"), inputPlace());
        return Texts::tr(
            "the network does not run on a picture of %1 × %2 pixels (%3). Set its input with %7, "
            "or describe it in a file beside it.")
            .replace(QStringLiteral("%7"), inputPlace());
    case ErrorKind::NetworkNeverRuns:
        return joined(
            {Texts::tr("the network does not run, whatever the size of the picture (LibTorch says: %1)."),
                exportAdvice()});
    case ErrorKind::NetworkDoesNotAnswer:
        return Texts::tr("the network did not answer and was given up. Open it again to try once more, or "
                         "open another.");
    case ErrorKind::NetworkRandom:
        return joined(
            {Texts::tr("the network answers differently each time (%1), as in training."), exportAdvice()});
    case ErrorKind::NotAClassifier:
        if (error.phrase() && error.phrase()->kind == Phrase::TakesChannelsLast)
            return joined(
                {Texts::tr("%1, but photos are given as channels × height × width. In Python, %2 makes a "
                           "file that takes them.")
                        .arg(QStringLiteral("%1"), channelsFirstLines()),
                    sizeHint()});
        if (error.phrase() && error.phrase()->kind == Phrase::GivesNoFloats)
            return Texts::tr(
                "this is no network that tells the class of a picture: %1. Export one that gives "
                "the logits, before they are compared.");
        return Texts::tr("this is no network that tells the class of a picture: %1. Choose one that takes a "
                         "picture and gives one number a class.");
    case ErrorKind::OperatorUnknown:
        return Texts::tr("the network needs the operator %1 (node %2), which %3 does not know. Export the "
                         "network with TorchScript instead, or without this operator.");
    case ErrorKind::OperatorForbidden:
        return Texts::tr("the network uses the operator %1 (node %2), which could do more than compute. Such "
                         "networks are not opened. Export the network without this operator.");
    case ErrorKind::OperatorArgument:
        return Texts::tr("the operator %1 (node %2) has the argument %3 = %4, which is not supported. Export "
                         "the network with TorchScript instead, or without this argument.");
    case ErrorKind::NetworkQuantised:
        return Texts::tr(
            "the network is quantised (%1, node %2), and whole numbers have no gradients. Export "
            "the network as it was before it was quantised.");
    case ErrorKind::NoSuchOutput:
        return Texts::tr("the network has no output “%1”. It has: %2.");
    case ErrorKind::NotAnInputDescription:
        return Texts::tr(
            "this does not say how photos are prepared for a network. Give food11, imagenet, or a "
            "JSON file with size, mean and std.");
    case ErrorKind::DeviceUnavailable:
        return Texts::tr("there is no device “%1” here. There is: %2.");
    case ErrorKind::NoGpu:
        return Texts::tr("there is no GPU for the device “%1”: %2. The processor is the device “cpu”.");
    case ErrorKind::PreviewUnavailable:
        return Texts::tr(
            "preview precision needs a checkpoint of the notebook's kind, and a processor with bfloat16 or "
            "CUDA. Use float32.");
    case ErrorKind::NoSuchLayer:
        return inWindow
            ? Texts::tr("the network has no layer “%1”; its %2 layers count from 0.")
            : Texts::tr(
                "the network has no layer “%1”; its %2 layers count from 0. “convscope layers” lists them.");
    case ErrorKind::NoLayerWithMaps:
        return Texts::tr(
            "no layer of the network has maps. Choose a method that explains the pixels of the photo.");
    case ErrorKind::LayerWithoutMaps:
        return Texts::tr("the layer %1 gives no maps. Choose a convolution, batch norm, ReLU or pool layer.");
    case ErrorKind::FilterOutOfRange:
        return Texts::tr("there is no filter %1 in layer %2; its %3 filters count from 0.");
    case ErrorKind::ClassOutOfRange:
        return Texts::tr("there is no class %1; the network's %2 classes count from 0.");
    case ErrorKind::NoRuleFor:
        return Texts::tr(
            "this method has no rule for %1 (%2). It explains networks whose convolutions, batch norms, "
            "ReLUs, pools and linear layers run one after the other. Choose another method.");
    case ErrorKind::NetworkWithoutReLU:
        return Texts::tr("the network has no ReLU, so this method would show no more than its gradient. "
                         "Use saliency instead.");
    case ErrorKind::WeightsNotDrawn:
        return Texts::tr("the weights of “%1” cannot be drawn anew. Of a checkpoint they can.");
    case ErrorKind::NoSecondNetwork:
        return inWindow
            ? Texts::tr("this row asks a second network, and none is open. Open one with File > "
                        "Second network, or let the row ask the first one.")
            : Texts::tr("a row asks a second network, and none is given. Name it with --model-b.");
    case ErrorKind::NoClassInCommon:
        return Texts::tr(
            "nothing tells which of its %2 classes are those of the first network, which has %1. Name the "
            "classes of both in the same words, in a labels.txt beside each file.");
    case ErrorKind::ClassNotInSecond:
        return Texts::tr("the second network does not know the class %1. Choose one that both know.");
    case ErrorKind::LayerNotInSecond:
        return Texts::tr("the second network has no layer %1. Choose one that both have.");
    case ErrorKind::NoDifferenceOf:
        return Texts::tr("answers of this method cannot be subtracted from each other. Ask each network in a "
                         "row of its own.");
    case ErrorKind::NoDifferenceOfPictures:
        return Texts::tr("the two networks see different pictures of a photo, so there is no difference to "
                         "show. Ask each network in a row of its own.");
    case ErrorKind::NoDifferenceOfScores:
        return Texts::tr("the scores of the two networks mean different things, so there is no difference to "
                         "show. Ask each network in a row of its own.");
    case ErrorKind::NoDifferenceOfSizes:
        return Texts::tr("the maps of the two networks differ in size (%1 × %2 and %3 × %4 values). Choose "
                         "another layer, or ask each network in a row of its own.");
    case ErrorKind::NoDifferenceOfSuperpixels:
        return Texts::tr("the superpixels of the two answers differ. Ask each network in a row of its own.");
    case ErrorKind::InvalidOption:
        return Texts::tr("%1 cannot be “%2”. Allowed: %3.");
    case ErrorKind::UnknownKey:
        return Texts::tr("the key “%1” is not known. Known are: %2.");
    case ErrorKind::EngineMissing:
        return Texts::tr(
            "this part of Convscope, which runs networks, cannot be loaded: %1. Build or install "
            "Convscope again.");
    case ErrorKind::OutOfMemory:
        return Texts::tr(
            "there is not enough memory. Close other programs, or use the CPU or a smaller network.");
    case ErrorKind::DeviceLost:
        return Texts::tr(
            "the GPU does not answer any more (%1). Open the network again on the device “cpu”, or "
            "restart the program.");
    case ErrorKind::NotFinite:
        if (hasValue(error, 0)) // of an index: they are finite, and too large
            return Texts::tr("the network's values, or their squares, are too large for the sums of an "
                             "index, which reach %1. Leave this photo out, or scale the network's weights.");
        return Texts::tr("NaN or infinite values in %1. The network's training may have failed; try another "
                         "checkpoint.");
    case ErrorKind::Internal:
        return inWindow
            ? Texts::tr("something unexpected went wrong: %1. Report it; Help > About has what to "
                        "send.")
            : Texts::tr("something unexpected went wrong: %1. Run with --verbose and report it.");
    }
    return {};
}

QString noteText(const Note &note)
{
    const auto value = [&note](std::size_t index) {
        return index < note.values.size() ? plain(note.values[index]) : Texts::tr("unknown");
    };
    switch (note.kind) {
    case Note::LabelUnknown:
        return Texts::tr("The true class is not known; the predicted class is explained instead.");
    case Note::StrongestInstead:
        return Texts::tr(
            "The class to compare with is not known, or is the one that is explained; the strongest "
            "other class is taken instead.");
    case Note::DeadGradient:
        return Texts::tr("The gradient is zero everywhere, so the map is empty; try the logit as the "
                         "objective.");
    case Note::DeadLogit:
        return Texts::tr("The gradient is zero everywhere, so the map is empty: a small change of "
                         "this photo does not change what the network says of the class.");
    case Note::GradientCut:
        return Texts::tr("No gradient reaches the photo, as the network computes without gradients somewhere "
                         "(no_grad or detach), so this picture is empty. LIME and the filters' maps do not "
                         "need gradients.");
    case Note::ConfidentPrediction:
        return Texts::tr(
            "The network is so sure that the gradient of its loss is mostly rounding; the gradient of "
            "the logit or float64 does not suffer from that.");
    case Note::SilentFilter:
        return Texts::tr("This filter is silent here: its map has one value everywhere.");
    case Note::FlatObjective:
        return Texts::tr("The picture says nothing: what it is made for stays the same whatever the picture "
                         "shows (a dead ReLU); try the layer before the ReLU, or another seed.");
    case Note::DeadStart:
        return Texts::tr(
            "The filter image did not change, because the gradient is zero at its start (a dead ReLU); "
            "try the layer before the ReLU, or start from noise.");
    case Note::PhotoWas16Bit:
        return Texts::tr("The photo has 16 bits a channel and was reduced to 8.");
    case Note::PhotoNotTurned:
        return Texts::tr(
            "The photo's camera says that it lies on its side or is mirrored. It is used as it is "
            "stored, as in the notebook; %1 turns such photos.")
            .arg(inWindow ? Texts::tr("a choice under “Input…”") : QStringLiteral("--upright"));
    case Note::PhotoWasCmyk:
        return Texts::tr("The photo was converted from CMYK without its colour profile, as Pillow does.");
    case Note::PhotoHadAlpha:
        return Texts::tr("The photo's transparency was dropped.");
    case Note::StoppedEarly:
        return Texts::tr("The computation was stopped early; this is what it had reached.");
    case Note::StoppedWhenStable:
        return Texts::tr(
            "It ended before all its samples, because what it marks no longer changed beyond its "
            "error; all samples may mark others.");
    case Note::PreviewPrecision:
        return Texts::tr("Preview: computed in bfloat16 or half precision, so the numbers are inexact.");
    case Note::NetworkWasTraining:
        return Texts::tr(
            "The network was traced in training mode; its batch norm and dropout layers were put "
            "into eval mode.");
    case Note::SeveralOutputs:
        return Texts::tr("The network gives several outputs (%2); “%1” is used. Choose another with %3.")
            .arg(value(0), value(1), inWindow ? inputPlace() : QStringLiteral("--output"));
    case Note::InputGuessed:
        return Texts::tr("What pictures the network takes was guessed: the first size that it runs on. Where "
                         "that is wrong, set it with %1.")
            .arg(inputPlace());
    case Note::MayWantImageNet:
        return Texts::tr("The network has 1000 classes, as ImageNet has. If it was trained on ImageNet, set "
                         "its input to that with %1.")
            .arg(inWindow ? Texts::tr("the button below") : QStringLiteral("--input imagenet"));
    case Note::WeightsChosen:
        return value(1).isEmpty()
            ? Texts::tr("The weights are those under “%1”.").arg(value(0))
            : Texts::tr("The file holds weights more than once: those under “%1” are used, not %2.")
                  .arg(value(0), value(1));
    case Note::TensorsIgnored:
        return Texts::tr("Not needed and ignored: %1.").arg(value(0));
    case Note::AtChance:
        return Texts::tr(
            "The network is right about as often as by guessing. Perhaps it expects another input "
            "(%1), its classes stand in another order than the labels', or, of a checkpoint, "
            "activation, pool or epsilon are not the notebook's.")
            .arg(inputPlace());
    case Note::SizeFromWeights:
        return Texts::tr(
            "The size of the pictures, %1 × %2, was guessed: the weights fit it, if convolutions are "
            "padded as in the notebook. Where that is wrong, set it with %3.")
            .arg(value(0), value(1), inputPlace());
    case Note::GrayFromWeights:
        return Texts::tr("The network takes one channel, so photos are turned gray.");
    case Note::ModulesAssumed:
        return Texts::tr("Weights do not tell what lies between them. As in the notebook, %1, %2 of 2 × 2, "
                         "convolutions that keep the size and PyTorch's epsilon are assumed; if accuracy is "
                         "poor, name others with %3, or export the network as TorchScript, which tells all.")
            .arg(value(0), value(1),
                inWindow ? inputPlace()
                         : Texts::tr("a JSON file beside the network (activation, slope, pool, epsilon)"));
    case Note::ModulesNotUsed:
        return Texts::tr("Activation, pool and epsilon were told, but a TorchScript network brings its own.");
    case Note::DescriptionIgnored:
        return Texts::tr("%1 beside the network is no description of its input and is "
                         "ignored. If it is one, write \"format\": \"convscope-input\" in it.")
            .arg(value(0));
    case Note::ClassNamesUnreadable:
        return Texts::tr("The class names in %1 are not used, as it is not UTF-8. Save it as UTF-8.")
            .arg(value(0));
    case Note::ClassNamesDoNotFit:
        return Texts::tr(
            "There are not as many class names as the network has classes, so they are not used.");
    case Note::SoftmaxInside:
        return Texts::tr("The network ends with a softmax; the logarithms of its probabilities are used as "
                         "logits.");
    case Note::SigmoidsInside:
        return Texts::tr("The network gives each class a probability of its own (sigmoids), so they do not "
                         "add up to 100 %; log(p/(1 − p)) serves as the logit.");
    case Note::OneOutput:
        return Texts::tr("The network gives one number x: 0 and x are taken for the logits of two classes, "
                         "so that the second has the probability sigmoid(x).");
    case Note::OneProbability:
        return Texts::tr(
            "The network gives one number p: it is taken for the probability of the second of two "
            "classes, the first has 1 − p, and 0 and log(p/(1 − p)) serve as their logits.");
    case Note::TakesBytes:
        return Texts::tr(
            "The network scales pictures of 0 to 255 by itself, so it is given such. Where that is "
            "wrong, set its input with %1.")
            .arg(inputPlace());
    case Note::WrittenForBatch:
        return Texts::tr("The network answers only %1 photos at once, as it was traced; each photo takes as "
                         "long as %1. Trace it with one picture to be faster.")
            .arg(value(0));
    case Note::SizeFromFile:
        return Texts::tr("The network's file says that it takes pictures of %1 × %2 pixels; photos are "
                         "stretched to that. Check in the input dialog how they are to be prepared.")
            .arg(value(0), value(1));
    case Note::ChannelsComeLast:
        return Texts::tr("The network takes pictures as height × width × channels, as Keras does, and is "
                         "given them so.");
    case Note::SidesMayBeSwapped:
        return Texts::tr("The network runs on %1 × %2 pixels and on %2 × %1 alike. Check that width and "
                         "height of its input are not swapped: PyTorch names the height first.")
            .arg(value(0), value(1));
    case Note::NothingFor:
        return Texts::tr(
            "Nothing here speaks for this class: no value of this layer's map is above 0, so the picture "
            "is empty. Another layer may show more.");
    case Note::AboutNoClass:
        return Texts::tr("This kind of map looks at no class: it is the same whatever class is asked for.");
    case Note::MapsBelowZero:
        return Texts::tr("This layer has values below 0, but this kind of map is made for layers without "
                         "such values. Choose the ReLU or the pool behind this layer.");
    case Note::ScoreNotAboveZero:
        return Texts::tr("The score of the class is not above 0. Ablation-CAM divides by it, which would "
                         "turn the map around; here it divides by the score without its sign.");
    case Note::NothingPassesReLUs:
        return Texts::tr(
            "The map is empty: the ReLUs of this network let only positive gradients pass back, and none "
            "of them reaches the photo.");
    case Note::TakeMoreSteps:
        return Texts::tr(
            "The values do not add up to what they explain: they miss the change of the logit by more than "
            "5 %. Take more steps.");
    case Note::DoesNotAddUp:
        return Texts::tr(
            "The values do not add up to what they explain: they miss the change of the logit by "
            "more than 5 %. With this method more steps do not help; compare places within the map.");
    case Note::TakeMoreSamples:
        return Texts::tr(
            "The values do not add up to what they explain: they miss the change of the logit by more than "
            "5 %. Take more samples.");
    case Note::SameNetworkTwice:
        return Texts::tr("Network B is the same file as network A: they differ in nothing.");
    case Note::ClassesByName:
        return Texts::tr("The networks do not have the same classes in the same order, so classes are "
                         "compared by name. Of the %2 classes of A and the %3 of B, %1 are the same.")
            .arg(value(0), value(1), value(2));
    case Note::ClassesByNumber:
        return Texts::tr("Only one of the networks names its classes, so classes are compared by number.");
    case Note::OtherPicture:
        return Texts::tr(
            "The networks see different pictures of a photo, as their inputs differ. Each can be "
            "asked, their difference cannot.");
    case Note::MuchLargerInFirst:
        return Texts::tr("The largest value of A is at least %1 times that of B, so the difference is nearly "
                         "the answer of "
                         "A. Look at both.")
            .arg(value(0));
    case Note::MuchLargerInSecond:
        return Texts::tr("The largest value of B is at least %1 times that of A, so the difference is nearly "
                         "the answer of "
                         "B with its sign turned. Look at both.")
            .arg(value(0));
    case Note::OtherScores:
        return Texts::tr("The scores of the networks mean different things. Each can be asked, their "
                         "difference cannot.");
    case Note::FewSegments:
        return Texts::tr(
            "The photo has fewer than two superpixels, so there is nothing to compare; ask for more.");
    }
    return {};
}

QStringList plain(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list += plain(value);
    return list;
}

/// The pattern with its values, told of the file where there is one.
QString filled(const QString &pattern, const QStringList &values, const std::filesystem::path &file)
{
    // In one pass: what a value holds must not be taken for a place of the next.
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1].isDigit();
        if (!place) {
            text += pattern[i];
            continue;
        }
        text += values.value(pattern[++i].digitValue() - 1, Texts::tr("unknown"));
    }
    if (!file.empty())
        return displayText(file) + QStringLiteral(": ") + text;
    text[0] = text[0].toUpper();
    return text;
}

} // namespace

void speakInWindow(bool there) { inWindow = there; }

bool speaksInWindow() { return inWindow; }

QString inputPlace() { return inWindow ? Texts::tr("“Input…”") : QStringLiteral("--input"); }

QString sentence(const Error &error)
{
    QStringList values = plain(error.values());
    if (error.phrase())
        values += phraseText(*error.phrase());
    return filled(sentencePattern(error), values, error.file());
}

QString reason(const Error &error)
{
    QStringList values = plain(error.values());
    if (error.phrase())
        values += phraseText(*error.phrase());
    return filled(sentencePattern(error), values, {});
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

QString geometryText(const Layer &layer)
{
    if (!layer.geometry || layer.geometry->kernel.empty())
        return {};
    const auto sides = [](const std::vector<int> &two) { // one number where both are equal
        return two[0] == two[1] ? QString::number(two[0]) : QStringLiteral("%1 × %2").arg(two[0]).arg(two[1]);
    };
    const LayerGeometry &geometry = *layer.geometry;
    QStringList parts{Texts::tr("kernel %1 × %2").arg(geometry.kernel[0]).arg(geometry.kernel[1])};
    if (!geometry.stride.empty())
        parts << Texts::tr("stride %1").arg(sides(geometry.stride));
    if (!geometry.padding.empty())
        parts << Texts::tr("padding %1").arg(sides(geometry.padding));
    if (!geometry.dilation.empty() && geometry.dilation != std::vector{1, 1})
        parts << Texts::tr("dilation %1").arg(sides(geometry.dilation));
    if (geometry.groups > 1)
        parts << Texts::tr("%1 groups").arg(geometry.groups);
    return parts.join(QStringLiteral(", "));
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
    if (input.upright)
        parts += Texts::tr("turned upright");
    return parts.join(QStringLiteral(", "));
}

QString className(const QStringList &classNames, int label)
{
    return label >= 0 && label < classNames.size() ? classNames[label] : Texts::tr("class %1").arg(label);
}

QString explainedName(const QStringList &classNames, const Explained &explained)
{
    switch (explained.kind) {
    case Explained::Kind::Class:
        return className(classNames, explained.index);
    case Explained::Kind::Contrast:
        return Texts::tr("%1 against\u00a0%2")
            .arg(className(classNames, explained.index), className(classNames, explained.other));
    case Explained::Kind::Entropy:
        return Texts::tr("how\u00a0unsure the\u00a0network\u00a0is");
    case Explained::Kind::Filter:
        break;
    }
    const QString filter =
        Texts::tr("layer\u00a0%1, filter\u00a0%2").arg(explained.other).arg(explained.index);
    return explained.unit ? Texts::tr("%1, row\u00a0%2, column\u00a0%3")
                                .arg(filter)
                                .arg(explained.unit->row)
                                .arg(explained.unit->column)
                          : filter;
}

} // namespace convscope
