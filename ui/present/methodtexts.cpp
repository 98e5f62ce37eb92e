#include "ui/present/methodtexts.h"

#include "ui/present/numbertext.h"
#include "ui/present/phrases.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstring>
#include <vector>

namespace convscope {

namespace {

/// A field, in English.
struct FieldText
{
    const char *name;
    const char *label;
    const char *help;
    const char *detail = ""; ///< how the row's second line says its value, "%1"
    std::vector<const char *> words = {}; ///< of an enum: each value's label
    bool always = false; ///< the second line says it also where it is as usual
    const char *unset = ""; ///< what the second line says where it has no value, or is off
    std::vector<const char *> sentences = {}; ///< of an enum whose values need one each
};

/// A method, in English.
struct MethodText
{
    const char *title;
    const char *explanation;
    const char *summary;
    std::vector<FieldText> fields; ///< its own; what has a type of its own has its text below
};

/// One for each method.
template <typename Options> const MethodText &textOf();

template <> const MethodText &textOf<SaliencyOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Saliency"),
        QT_TRANSLATE_NOOP("Methods",
            "Shows where a small change of a pixel would change the answer most; it does not show "
            "what the network sees there, nor whether it speaks for or against the class."),
        QT_TRANSLATE_NOOP("Methods", "where a small change matters most"),
        {
            {"objective", QT_TRANSLATE_NOOP("Methods", "Objective"),
                QT_TRANSLATE_NOOP("Methods",
                    "What is differentiated: the cross-entropy loss of the class, as in the notebook, or its "
                    "logit, which stays exact where the network is very sure."),
                "%1", {QT_TRANSLATE_NOOP("Methods", "loss"), QT_TRANSLATE_NOOP("Methods", "logit")}, true},
            {"kind", QT_TRANSLATE_NOOP("Methods", "Kind"),
                QT_TRANSLATE_NOOP("Methods",
                    "What is shown of the gradient of the red, green and blue channels: its absolute value, "
                    "its sign too, or one number a pixel."),
                "%1",
                {QT_TRANSLATE_NOOP("Methods", "absolute value"), QT_TRANSLATE_NOOP("Methods", "signed"),
                    QT_TRANSLATE_NOOP("Methods", "largest of the channels"),
                    QT_TRANSLATE_NOOP("Methods", "mean of the channels"),
                    QT_TRANSLATE_NOOP("Methods", "sum of the channels"),
                    QT_TRANSLATE_NOOP("Methods", "L2 norm of the channels")}},
        }};
    return text;
}

template <> const MethodText &textOf<ActivationOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Activation"),
        QT_TRANSLATE_NOOP("Methods",
            "Shows where in the photo one filter responds, from its own lowest to its own highest "
            "value; the colours of two maps can be compared only where all photos have one scale."),
        QT_TRANSLATE_NOOP("Methods", "where a filter responds"), {}};
    return text;
}

template <> const MethodText &textOf<FeatureVisualisationOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Feature visualisation"),
        QT_TRANSLATE_NOOP("Methods",
            "The photo or noise changed step by step until one filter responds as strongly as it can; "
            "it shows what excites the filter, not what is in the photo."),
        QT_TRANSLATE_NOOP("Methods", "what excites a filter most"),
        {
            {"iterations", QT_TRANSLATE_NOOP("Methods", "Steps"),
                QT_TRANSLATE_NOOP("Methods", "Steps of the Adam optimiser."),
                QT_TRANSLATE_NOOP("Methods", "%1 steps")},
            {"lr", QT_TRANSLATE_NOOP("Methods", "Learning rate"),
                QT_TRANSLATE_NOOP("Methods", "How far the picture may change in a step."),
                QT_TRANSLATE_NOOP("Methods", "learning rate %1")},
            {.name = "noise-seed",
                .label = QT_TRANSLATE_NOOP("Methods", "From noise"),
                .help = QT_TRANSLATE_NOOP(
                    "Methods", "Start from random noise of this seed instead of from the photo."),
                .detail = QT_TRANSLATE_NOOP("Methods", "from noise %1"),
                .always = true,
                .unset = QT_TRANSLATE_NOOP("Methods", "from the photo")},
        }};
    return text;
}

template <> const MethodText &textOf<OptimiseOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Optimised image"),
        QT_TRANSLATE_NOOP("Methods",
            "A picture made from noise, whose frequencies are changed step by step while it is moved about, "
            "until a filter or a class responds as strongly as it can; it shows what excites it, not what "
            "photos of it look like."),
        QT_TRANSLATE_NOOP("Methods", "what excites a filter or a class, as a picture that can be read"),
        {
            {.name = "aim",
                .label = QT_TRANSLATE_NOOP("Methods", "Aim"),
                .help = QT_TRANSLATE_NOOP("Methods",
                    "What is made large: of the filter's map its mean, its sum or its middle place; two "
                    "filters "
                    "of the layer at once; or the logit of a class."),
                .detail = "%1",
                .words = {QT_TRANSLATE_NOOP("Methods", "mean of the map"),
                    QT_TRANSLATE_NOOP("Methods", "sum of the map"),
                    QT_TRANSLATE_NOOP("Methods", "middle of the map"),
                    QT_TRANSLATE_NOOP("Methods", "two filters"), QT_TRANSLATE_NOOP("Methods", "logit")}},
            {.name = "second-filter",
                .label = QT_TRANSLATE_NOOP("Methods", "Second filter"),
                .help = QT_TRANSLATE_NOOP("Methods", "The other one of two filters, from 0."),
                .detail = QT_TRANSLATE_NOOP("Methods", "and filter %1"),
                .always = true},
            {"power", QT_TRANSLATE_NOOP("Methods", "Power of the cosine"),
                QT_TRANSLATE_NOOP("Methods",
                    "Of two filters: the larger, the more it counts that nothing but these two responds."),
                QT_TRANSLATE_NOOP("Methods", "cosine to the power of %1")},
            {.name = "class",
                .label = QT_TRANSLATE_NOOP("Methods", "Class"),
                .help =
                    QT_TRANSLATE_NOOP("Methods", "The class whose logit is made large: its number, from 0."),
                .detail = QT_TRANSLATE_NOOP("Methods", "class %1"),
                .always = true},
            {"negative", QT_TRANSLATE_NOOP("Methods", "Negative"),
                QT_TRANSLATE_NOOP("Methods",
                    "Make it as small as can be instead. Behind a ReLU nothing is below 0; take the layer "
                    "before "
                    "it."),
                QT_TRANSLATE_NOOP("Methods", "as small as can be")},
            {"pictures", QT_TRANSLATE_NOOP("Methods", "Pictures"),
                QT_TRANSLATE_NOOP("Methods", "How many pictures are made at once that are not alike."),
                QT_TRANSLATE_NOOP("Methods", "%1 pictures")},
            {"diversity", QT_TRANSLATE_NOOP("Methods", "Diversity"),
                QT_TRANSLATE_NOOP("Methods",
                    "Of several pictures: how much it counts that the layer's maps of one differ from those "
                    "of "
                    "the others. 0: not at all."),
                QT_TRANSLATE_NOOP("Methods", "diversity %1")},
            {"iterations", QT_TRANSLATE_NOOP("Methods", "Steps"),
                QT_TRANSLATE_NOOP("Methods", "Steps of the Adam optimiser."),
                QT_TRANSLATE_NOOP("Methods", "%1 steps")},
            {"lr", QT_TRANSLATE_NOOP("Methods", "Learning rate"),
                QT_TRANSLATE_NOOP("Methods", "How far the picture may change in a step."),
                QT_TRANSLATE_NOOP("Methods", "learning rate %1")},
            {"still", QT_TRANSLATE_NOOP("Methods", "Held still"),
                QT_TRANSLATE_NOOP("Methods",
                    "Do not shift, scale and turn the picture before each step. It then excites the filter "
                    "more, "
                    "by patterns that mean nothing elsewhere."),
                QT_TRANSLATE_NOOP("Methods", "held still")},
            {"variation", QT_TRANSLATE_NOOP("Methods", "Total variation"),
                QT_TRANSLATE_NOOP("Methods",
                    "Weight of the differences between neighbouring pixels: the larger, the smoother."),
                QT_TRANSLATE_NOOP("Methods", "total variation %1")},
            {"gray", QT_TRANSLATE_NOOP("Methods", "L2"),
                QT_TRANSLATE_NOOP(
                    "Methods", "Weight of the distance from gray (L2): the larger, the paler the picture."),
                QT_TRANSLATE_NOOP("Methods", "L2 %1")},
            {"blur", QT_TRANSLATE_NOOP("Methods", "Blur"),
                QT_TRANSLATE_NOOP("Methods",
                    "Weight of the difference between the picture and the same one blurred: the larger, the "
                    "smoother."),
                QT_TRANSLATE_NOOP("Methods", "blur %1")},
        }};
    return text;
}

/// The fields of methods that hide superpixels: each method takes those that it has.
const std::vector<FieldText> &superpixelTexts()
{
    static const std::vector<FieldText> texts{
        {"segments", QT_TRANSLATE_NOOP("Methods", "Segments"),
            QT_TRANSLATE_NOOP("Methods", "About how many superpixels the photo is cut into."),
            QT_TRANSLATE_NOOP("Methods", "%1 segments")},
        {"compactness", QT_TRANSLATE_NOOP("Methods", "Compactness"),
            QT_TRANSLATE_NOOP("Methods", "The larger, the squarer the superpixels."),
            QT_TRANSLATE_NOOP("Methods", "compactness %1")},
        {"sigma", QT_TRANSLATE_NOOP("Methods", "Sigma"),
            QT_TRANSLATE_NOOP(
                "Methods", "How much the photo is smoothed before it is cut into superpixels, in pixels."),
            QT_TRANSLATE_NOOP("Methods", "sigma %1")},
        {"fill", QT_TRANSLATE_NOOP("Methods", "Fill"),
            QT_TRANSLATE_NOOP("Methods", "What a hidden superpixel shows instead of the photo."),
            QT_TRANSLATE_NOOP("Methods", "filled with %1"),
            {QT_TRANSLATE_NOOP("Methods", "its mean colour"), QT_TRANSLATE_NOOP("Methods", "black"),
                QT_TRANSLATE_NOOP("Methods", "the blurred photo")}},
        {"features", QT_TRANSLATE_NOOP("Methods", "Features"),
            QT_TRANSLATE_NOOP("Methods", "How many superpixels are marked at most, the weightiest first."),
            QT_TRANSLATE_NOOP("Methods", "%1 features")},
        {"min-weight", QT_TRANSLATE_NOOP("Methods", "Least weight"),
            QT_TRANSLATE_NOOP("Methods", "Superpixels that weigh less are not marked."),
            QT_TRANSLATE_NOOP("Methods", "weight from %1")},
    };
    return texts;
}

/// A method's own fields with those of superpixels.
std::vector<FieldText> withSuperpixelTexts(std::vector<FieldText> own)
{
    own.insert(own.end(), superpixelTexts().begin(), superpixelTexts().end());
    return own;
}

template <> const MethodText &textOf<LimeOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "LIME"),
        QT_TRANSLATE_NOOP("Methods",
            "Marks the superpixels that speak for or against the class in a simple model fitted around "
            "this photo; the model only stands in for the network, and R² says how well."),
        QT_TRANSLATE_NOOP("Methods", "which superpixels speak for and against a class"),
        withSuperpixelTexts({
            {.name = "samples",
                .label = QT_TRANSLATE_NOOP("Methods", "Samples"),
                .help = QT_TRANSLATE_NOOP("Methods",
                    "How many times the photo is shown to the network with superpixels hidden at random. "
                    "More take longer and vary less."),
                .detail = QT_TRANSLATE_NOOP("Methods", "%1 samples"),
                .always = true},
            {"stop-when-stable", QT_TRANSLATE_NOOP("Methods", "Stop when stable"),
                QT_TRANSLATE_NOOP("Methods",
                    "End before all samples are taken once the marked superpixels no longer change beyond "
                    "their error. The notebook takes all samples."),
                QT_TRANSLATE_NOOP("Methods", "until stable")},
            {"score", QT_TRANSLATE_NOOP("Methods", "Score"),
                QT_TRANSLATE_NOOP(
                    "Methods", "What the weights add up to: logits, as in the notebook, or probabilities."),
                "%1",
                {QT_TRANSLATE_NOOP("Methods", "logits"), QT_TRANSLATE_NOOP("Methods", "probabilities")}},
            {"stream-offset", QT_TRANSLATE_NOOP("Methods", "Numbers drawn"),
                QT_TRANSLATE_NOOP("Methods",
                    "Random numbers that were drawn before this photo: 0 for a photo alone; the notebook "
                    "draws on from photo to photo."),
                QT_TRANSLATE_NOOP("Methods", "after %1 random numbers")},
        })};
    return text;
}

template <> const MethodText &textOf<GradCamOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Grad-CAM"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows where the chosen layer finds evidence for the class; it does not show how "
            "strong this "
            "evidence is, or what speaks against the class."),
        QT_TRANSLATE_NOOP("Methods", "where a layer finds evidence for a class"), {}};
    return text;
}

template <> const MethodText &textOf<CamOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Class activation map"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows where the chosen layer finds evidence, by one of several rules; it does not "
            "show how strong this evidence is, or what speaks against the class."),
        QT_TRANSLATE_NOOP("Methods", "where a layer finds evidence, by other rules than Grad-CAM"),
        {
            {.name = "kind",
                .label = QT_TRANSLATE_NOOP("Methods", "Kind"),
                .help = QT_TRANSLATE_NOOP("Methods",
                    "The rule that makes one map of the maps of all channels. Grad-CAM has a row of its "
                    "own."),
                .detail = "%1",
                .words = {QT_TRANSLATE_NOOP("Methods", "Grad-CAM++"),
                    QT_TRANSLATE_NOOP("Methods", "XGrad-CAM"), QT_TRANSLATE_NOOP("Methods", "HiResCAM"),
                    QT_TRANSLATE_NOOP("Methods", "element-wise"), QT_TRANSLATE_NOOP("Methods", "LayerCAM"),
                    QT_TRANSLATE_NOOP("Methods", "Eigen-CAM"), QT_TRANSLATE_NOOP("Methods", "EigenGrad-CAM"),
                    QT_TRANSLATE_NOOP("Methods", "SegEigen-CAM"), QT_TRANSLATE_NOOP("Methods", "Score-CAM"),
                    QT_TRANSLATE_NOOP("Methods", "Ablation-CAM"), QT_TRANSLATE_NOOP("Methods", "FEM")},
                .always = true,
                .sentences =
                    {QT_TRANSLATE_NOOP("Methods",
                         "Grad-CAM++ weighs each channel by its gradient where that is above 0. It was made "
                         "for photos with several objects of one class."),
                        QT_TRANSLATE_NOOP("Methods",
                            "XGrad-CAM weighs each channel by the mean of its gradient, in which places "
                            "count more where the channel responds more."),
                        QT_TRANSLATE_NOOP("Methods",
                            "HiResCAM multiplies each channel by its gradient at each place, and adds up all "
                            "channels."),
                        QT_TRANSLATE_NOOP("Methods",
                            "The element-wise map multiplies each channel by its gradient at each place, and "
                            "adds up only the products that are above 0."),
                        QT_TRANSLATE_NOOP("Methods",
                            "LayerCAM multiplies each channel by its gradient at each place where the "
                            "gradient is above 0. Its maps of early layers are fine."),
                        QT_TRANSLATE_NOOP("Methods",
                            "Eigen-CAM shows the main pattern of the layer's output, its first principal "
                            "component. It is about no class."),
                        QT_TRANSLATE_NOOP("Methods",
                            "EigenGrad-CAM shows the main pattern, the first principal component, of the "
                            "layer's output multiplied by its gradient."),
                        QT_TRANSLATE_NOOP("Methods",
                            "SegEigen-CAM shows the main pattern, the first principal component, of the "
                            "layer's output multiplied by the size of its gradient."),
                        QT_TRANSLATE_NOOP("Methods",
                            "Score-CAM covers the photo with each channel as a mask, and weighs the channel "
                            "by the score that is left. It needs no gradients, and takes long."),
                        QT_TRANSLATE_NOOP("Methods",
                            "Ablation-CAM weighs each channel by how much the score falls when the channel "
                            "is set to 0. It needs no gradients."),
                        QT_TRANSLATE_NOOP("Methods",
                            "FEM weighs each channel by how many of its values are much larger than usual. "
                            "It is about no class.")}},
        }};
    return text;
}

template <> const MethodText &textOf<IntegratedGradientsOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Integrated gradients"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows how much each pixel raises or lowers the logit of the class in comparison "
            "with a "
            "baseline; it does not say anything about pixels that look like the baseline."),
        QT_TRANSLATE_NOOP(
            "Methods", "what each pixel adds to the logit of a class, compared with a baseline"),
        {
            {"steps", QT_TRANSLATE_NOOP("Methods", "Steps"),
                QT_TRANSLATE_NOOP("Methods",
                    "How many gradients are taken on the way from the baseline to the photo. More steps make "
                    "the map "
                    "more exact and take longer."),
                QT_TRANSLATE_NOOP("Methods", "%1 steps")},
            {"rule", QT_TRANSLATE_NOOP("Methods", "Rule"),
                QT_TRANSLATE_NOOP("Methods",
                    "At which points of the way gradients are taken, and how much each of them counts. With "
                    "left, "
                    "right and middle the map can be seen while it is computed."),
                QT_TRANSLATE_NOOP("Methods", "rule %1"),
                {QT_TRANSLATE_NOOP("Methods", "Gauss-Legendre"), QT_TRANSLATE_NOOP("Methods", "left"),
                    QT_TRANSLATE_NOOP("Methods", "right"), QT_TRANSLATE_NOOP("Methods", "middle"),
                    QT_TRANSLATE_NOOP("Methods", "trapezoid")}},
            {"baseline", QT_TRANSLATE_NOOP("Methods", "Baseline"),
                QT_TRANSLATE_NOOP("Methods",
                    "The picture that the photo is compared with. Pixels that are the same in both get the "
                    "value 0."),
                QT_TRANSLATE_NOOP("Methods", "baseline %1"),
                {QT_TRANSLATE_NOOP("Methods", "black"), QT_TRANSLATE_NOOP("Methods", "white"),
                    QT_TRANSLATE_NOOP("Methods", "gray"), QT_TRANSLATE_NOOP("Methods", "mean colour"),
                    QT_TRANSLATE_NOOP("Methods", "blurred photo"), QT_TRANSLATE_NOOP("Methods", "noise")}},
        }};
    return text;
}

template <> const MethodText &textOf<OcclusionOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Occlusion"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows how much the logit of the class falls when a place is covered; it does not "
            "show the "
            "outline of objects, and a covered place can itself look like something to the network."),
        QT_TRANSLATE_NOOP("Methods", "how much the logit of a class falls when a place is covered"),
        {
            {"window", QT_TRANSLATE_NOOP("Methods", "Window"),
                QT_TRANSLATE_NOOP("Methods",
                    "The side of the square that covers a part of the photo, in pixels of the network's "
                    "input."),
                QT_TRANSLATE_NOOP("Methods", "window of %1 pixels")},
            {"stride", QT_TRANSLATE_NOOP("Methods", "Stride"),
                QT_TRANSLATE_NOOP("Methods",
                    "How many pixels lie between the beginning of one window and of the next. A smaller "
                    "stride makes "
                    "a finer map and takes longer."),
                QT_TRANSLATE_NOOP("Methods", "stride of %1 pixels")},
            {"fill", QT_TRANSLATE_NOOP("Methods", "Fill"),
                QT_TRANSLATE_NOOP("Methods", "What is shown in the square instead of the photo."),
                QT_TRANSLATE_NOOP("Methods", "filled with %1"),
                {QT_TRANSLATE_NOOP("Methods", "black"), QT_TRANSLATE_NOOP("Methods", "white"),
                    QT_TRANSLATE_NOOP("Methods", "gray"), QT_TRANSLATE_NOOP("Methods", "the mean colour"),
                    QT_TRANSLATE_NOOP("Methods", "the blurred photo"),
                    QT_TRANSLATE_NOOP("Methods", "noise")}},
        }};
    return text;
}

template <> const MethodText &textOf<LrpOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "LRP"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows how the logit of the class is divided among the pixels when each layer hands "
            "it down to the one before; it does not show what would happen if a pixel changed."),
        QT_TRANSLATE_NOOP("Methods", "how the logit of a class is divided among the pixels, layer by layer"),
        {
            {"composite", QT_TRANSLATE_NOOP("Methods", "Rules"),
                QT_TRANSLATE_NOOP("Methods",
                    "By which rules convolutions divide what they get. Flat: the first one spreads it "
                    "evenly. "
                    "Box: the first one knows that pixels lie between 0 and 1. Linear layers always have the "
                    "epsilon rule."),
                QT_TRANSLATE_NOOP("Methods", "rules %1"),
                {QT_TRANSLATE_NOOP("Methods", "epsilon-plus-flat"),
                    QT_TRANSLATE_NOOP("Methods", "epsilon-plus"),
                    QT_TRANSLATE_NOOP("Methods", "epsilon-alpha2-beta1-flat"),
                    QT_TRANSLATE_NOOP("Methods", "epsilon-alpha2-beta1"),
                    QT_TRANSLATE_NOOP("Methods", "epsilon-gamma-box"),
                    QT_TRANSLATE_NOOP("Methods", "epsilon")}},
        }};
    return text;
}

template <> const MethodText &textOf<DeepLiftOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "DeepLIFT"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows how much each pixel raises or lowers the logit of the class in comparison "
            "with a baseline; the values add up to the whole difference. It does not say anything about "
            "pixels that look like the baseline."),
        QT_TRANSLATE_NOOP("Methods", "what each pixel adds to the logit against a baseline, in one pass"),
        {
            {"baseline", QT_TRANSLATE_NOOP("Methods", "Baseline"),
                QT_TRANSLATE_NOOP("Methods",
                    "The picture that the photo is compared with. Pixels that are the same in both get the "
                    "value 0."),
                QT_TRANSLATE_NOOP("Methods", "baseline %1"),
                {QT_TRANSLATE_NOOP("Methods", "black"), QT_TRANSLATE_NOOP("Methods", "white"),
                    QT_TRANSLATE_NOOP("Methods", "gray"), QT_TRANSLATE_NOOP("Methods", "mean colour"),
                    QT_TRANSLATE_NOOP("Methods", "blurred photo"), QT_TRANSLATE_NOOP("Methods", "noise")}},
        }};
    return text;
}

template <> const MethodText &textOf<InputXGradientOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Input × gradient"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows each pixel times the slope of the logit there, which is its part if the "
            "network were linear; dark pixels get little whatever the network makes of them."),
        QT_TRANSLATE_NOOP("Methods", "each pixel times the slope of the logit"), {}};
    return text;
}

template <> const MethodText &textOf<GuidedBackpropOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Guided backprop"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows which details excite the network on the way to the class, as its ReLUs let "
            "only positive gradients back where they were active; it does not show how much a detail counts "
            "for the class."),
        QT_TRANSLATE_NOOP("Methods", "which details excite the network on the way to a class"), {}};
    return text;
}

template <> const MethodText &textOf<DeconvnetOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Deconvnet"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows which details the network would draw if it ran backwards from the class, as "
            "its ReLUs let only positive gradients back; it does not show how much a detail counts for the "
            "class."),
        QT_TRANSLATE_NOOP("Methods", "what the network draws when it runs backwards"), {}};
    return text;
}

template <> const MethodText &textOf<GuidedGradCamOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Guided Grad-CAM"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows the details of guided backprop only where Grad-CAM of the chosen layer finds "
            "evidence for the class; it does not show what speaks against the class."),
        QT_TRANSLATE_NOOP("Methods", "details where a layer finds evidence for a class"), {}};
    return text;
}

template <> const MethodText &textOf<SmoothGradOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "SmoothGrad"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows the mean of the gradients of many noisy copies of the photo, in which chance "
            "is averaged out; it shows slopes around the photo, not how much a pixel contributes."),
        QT_TRANSLATE_NOOP("Methods", "the mean gradient of noisy copies of the photo"),
        {{"kind", QT_TRANSLATE_NOOP("Methods", "Kind"),
             QT_TRANSLATE_NOOP("Methods",
                 "What is made of the gradients: their mean, the mean of their squares, or their variance."),
             "%1",
             {QT_TRANSLATE_NOOP("Methods", "SmoothGrad"), QT_TRANSLATE_NOOP("Methods", "squared"),
                 QT_TRANSLATE_NOOP("Methods", "VarGrad")},
             true},
            {"of", QT_TRANSLATE_NOOP("Methods", "Of"),
                QT_TRANSLATE_NOOP("Methods",
                    "What is averaged: the gradient, its absolute value, or what another method makes of "
                    "it."),
                QT_TRANSLATE_NOOP("Methods", "of %1"),
                {QT_TRANSLATE_NOOP("Methods", "the gradient"),
                    QT_TRANSLATE_NOOP("Methods", "its absolute value"),
                    QT_TRANSLATE_NOOP("Methods", "input × gradient"),
                    QT_TRANSLATE_NOOP("Methods", "guided backprop"),
                    QT_TRANSLATE_NOOP("Methods", "deconvnet"),
                    QT_TRANSLATE_NOOP("Methods", "integrated gradients")}},
            {"samples", QT_TRANSLATE_NOOP("Methods", "Samples"),
                QT_TRANSLATE_NOOP("Methods",
                    "How many noisy copies of the photo the network sees. More take longer and vary less."),
                QT_TRANSLATE_NOOP("Methods", "%1 samples")},
            {"sigma", QT_TRANSLATE_NOOP("Methods", "Sigma"),
                QT_TRANSLATE_NOOP("Methods",
                    "How strong the noise is: its standard deviation, in parts of the range from the darkest "
                    "to the brightest value of the photo."),
                QT_TRANSLATE_NOOP("Methods", "sigma %1")},
            {"random", QT_TRANSLATE_NOOP("Methods", "Random numbers"),
                QT_TRANSLATE_NOOP("Methods",
                    "Whose random numbers are drawn: those of NumPy, as in PAIR, or those of PyTorch, as in "
                    "Captum."),
                QT_TRANSLATE_NOOP("Methods", "numbers of %1"),
                {QT_TRANSLATE_NOOP("Methods", "NumPy"), QT_TRANSLATE_NOOP("Methods", "PyTorch")}}}};
    return text;
}

template <> const MethodText &textOf<ExpectedGradientsOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Expected gradients"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows how much each pixel raises or lowers the logit of the class in comparison "
            "with black and white pictures; values vary with the random points at which gradients are "
            "taken."),
        QT_TRANSLATE_NOOP(
            "Methods", "what each pixel adds to the logit of a class, compared with black and white"),
        {{"samples", QT_TRANSLATE_NOOP("Methods", "Samples"),
             QT_TRANSLATE_NOOP("Methods",
                 "How many random points between the photo and black or white are taken. More take longer "
                 "and vary less."),
             QT_TRANSLATE_NOOP("Methods", "%1 samples")},
            {"sigma", QT_TRANSLATE_NOOP("Methods", "Sigma"),
                QT_TRANSLATE_NOOP("Methods",
                    "How strong the noise on the photo is: its standard deviation, in parts of the range "
                    "from the darkest to the brightest value of the photo. 0 is no noise."),
                QT_TRANSLATE_NOOP("Methods", "sigma %1")},
            {"order", QT_TRANSLATE_NOOP("Methods", "Order"),
                QT_TRANSLATE_NOOP(
                    "Methods", "In which order random numbers are drawn: as Captum does it, or as shap."),
                QT_TRANSLATE_NOOP("Methods", "order of %1"),
                {QT_TRANSLATE_NOOP("Methods", "Captum"), QT_TRANSLATE_NOOP("Methods", "shap")}}}};
    return text;
}

template <> const MethodText &textOf<BlurIgOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Blur integrated gradients"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows how much each pixel raises or lowers the logit of the class while the photo "
            "comes out of a blur; it does not say anything about areas without detail."),
        QT_TRANSLATE_NOOP("Methods", "what each pixel adds to the logit of a class as a blur is lifted"),
        {{"steps", QT_TRANSLATE_NOOP("Methods", "Steps"),
             QT_TRANSLATE_NOOP("Methods",
                 "How many gradients are taken on the way from the blurred photo to the sharp one. More "
                 "steps make the map more exact and take longer."),
             QT_TRANSLATE_NOOP("Methods", "%1 steps")},
            {"sigma", QT_TRANSLATE_NOOP("Methods", "Sigma"),
                QT_TRANSLATE_NOOP("Methods",
                    "The standard deviation of the strongest blur, in pixels. With spacing root it is the "
                    "square of that."),
                QT_TRANSLATE_NOOP("Methods", "sigma %1")},
            {"spacing", QT_TRANSLATE_NOOP("Methods", "Spacing"),
                QT_TRANSLATE_NOOP("Methods",
                    "How the blur falls from step to step: its deviation in equal parts, or the square of "
                    "that."),
                QT_TRANSLATE_NOOP("Methods", "spacing %1"),
                {QT_TRANSLATE_NOOP("Methods", "linear"), QT_TRANSLATE_NOOP("Methods", "root")}}}};
    return text;
}

template <> const MethodText &textOf<GuidedIgOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Guided integrated gradients"),
        QT_TRANSLATE_NOOP("Methods",
            "The picture shows how much each pixel raises or lowers the logit of the class on a way from a "
            "baseline on which the least important pixels change first; it does not say anything about "
            "pixels that look like the baseline."),
        QT_TRANSLATE_NOOP("Methods", "integrated gradients on a way with less noise"),
        {{"steps", QT_TRANSLATE_NOOP("Methods", "Steps"),
             QT_TRANSLATE_NOOP(
                 "Methods", "In how many rounds the baseline becomes the photo. Each takes one gradient."),
             QT_TRANSLATE_NOOP("Methods", "%1 steps")},
            {"fraction", QT_TRANSLATE_NOOP("Methods", "Fraction"),
                QT_TRANSLATE_NOOP("Methods",
                    "Which part of the values moves at a time: those with the smallest gradients."),
                QT_TRANSLATE_NOOP("Methods", "fraction %1")},
            {"max-distance", QT_TRANSLATE_NOOP("Methods", "Greatest distance"),
                QT_TRANSLATE_NOOP(
                    "Methods", "How far a value may be from the straight way, in parts of its own way."),
                QT_TRANSLATE_NOOP("Methods", "distance up to %1")},
            {"baseline", QT_TRANSLATE_NOOP("Methods", "Baseline"),
                QT_TRANSLATE_NOOP("Methods",
                    "The picture that the photo is compared with. Pixels that are the same in both get the "
                    "value 0."),
                QT_TRANSLATE_NOOP("Methods", "baseline %1"),
                {QT_TRANSLATE_NOOP("Methods", "black"), QT_TRANSLATE_NOOP("Methods", "white"),
                    QT_TRANSLATE_NOOP("Methods", "gray"), QT_TRANSLATE_NOOP("Methods", "mean colour"),
                    QT_TRANSLATE_NOOP("Methods", "blurred photo"), QT_TRANSLATE_NOOP("Methods", "noise")}}}};
    return text;
}

template <> const MethodText &textOf<AblationOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Feature ablation"),
        QT_TRANSLATE_NOOP("Methods",
            "Marks the superpixels without which the logit of the class falls or rises, each hidden by "
            "itself; it does not show what superpixels do only together."),
        QT_TRANSLATE_NOOP("Methods", "how much the logit of a class falls without each superpixel"),
        superpixelTexts()};
    return text;
}

template <> const MethodText &textOf<KernelShapOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "KernelSHAP"),
        QT_TRANSLATE_NOOP("Methods",
            "Marks what each superpixel adds to the logit of the class on average, whichever others are "
            "shown with it (its Shapley value); hidden superpixels make pictures that the network has never "
            "seen, and the values are estimates."),
        QT_TRANSLATE_NOOP("Methods", "what each superpixel adds to the logit of a class on average"),
        withSuperpixelTexts({
            {.name = "samples",
                .label = QT_TRANSLATE_NOOP("Methods", "Samples"),
                .help = QT_TRANSLATE_NOOP("Methods",
                    "How many times the photo is shown to the network with superpixels hidden; at least four "
                    "times for each superpixel. More take longer and vary less."),
                .detail = QT_TRANSLATE_NOOP("Methods", "%1 samples"),
                .always = true},
            {"stop-when-stable", QT_TRANSLATE_NOOP("Methods", "Stop when stable"),
                QT_TRANSLATE_NOOP("Methods",
                    "End before all samples are taken once the marked superpixels no longer change beyond "
                    "their error."),
                QT_TRANSLATE_NOOP("Methods", "until stable")},
        })};
    return text;
}

template <> const MethodText &textOf<CounterfactualOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Smallest change"),
        QT_TRANSLATE_NOOP("Methods",
            "Marks the superpixels to hide until the network takes another class for the likelier one, found "
            "one "
            "after the other; another filling of what is hidden may need others, and fewer may do."),
        QT_TRANSLATE_NOOP("Methods", "which superpixels to hide until another class is ahead"),
        withSuperpixelTexts({
            {"max-hidden", QT_TRANSLATE_NOOP("Methods", "Hidden at most"),
                QT_TRANSLATE_NOOP("Methods",
                    "The search ends when so many superpixels are hidden. Each takes a pass for every "
                    "superpixel that is still shown."),
                QT_TRANSLATE_NOOP("Methods", "%1 hidden at most")},
        })};
    return text;
}

template <> const MethodText &textOf<GradCamLayersOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Grad-CAM at every layer"),
        QT_TRANSLATE_NOOP("Methods",
            "Shows where each layer responds to what speaks for the class, from the first layer to the last; "
            "early layers show edges and late ones parts, and no single map is the answer."),
        QT_TRANSLATE_NOOP("Methods", "which places speak for a class, at each layer in turn"),
        {
            {.name = "layers",
                .label = QT_TRANSLATE_NOOP("Methods", "Layers"),
                .help = QT_TRANSLATE_NOOP("Methods", "Which layers have a map."),
                .detail = "%1",
                .words = {QT_TRANSLATE_NOOP("Methods", "all layers"),
                    QT_TRANSLATE_NOOP("Methods", "convolutions"),
                    QT_TRANSLATE_NOOP("Methods", "the last of each size")},
                .always = true},
        }};
    return text;
}

template <> const MethodText &textOf<FilterWeightsOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Filters of the class"),
        QT_TRANSLATE_NOOP("Methods",
            "Lists the filters of the layer that add most to the logit of the class, and those that take "
            "most "
            "from it; it is exact only as far as the network is linear behind the layer."),
        QT_TRANSLATE_NOOP("Methods", "which filters of a layer speak for a class"), {}};
    return text;
}

template <> const MethodText &textOf<RiseOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "RISE"),
        QT_TRANSLATE_NOOP("Methods",
            "Shows which places were seen when the network gave the class a high probability, over many "
            "random masks; only differences within the map count, and a faint pattern may be chance."),
        QT_TRANSLATE_NOOP("Methods", "which places raise the probability of a class under random masks"),
        {
            {.name = "masks",
                .label = QT_TRANSLATE_NOOP("Methods", "Masks"),
                .help = QT_TRANSLATE_NOOP("Methods",
                    "How many times the photo is shown to the network behind a random mask. More take longer "
                    "and vary less."),
                .detail = QT_TRANSLATE_NOOP("Methods", "%1 masks"),
                .always = true},
            {"cells", QT_TRANSLATE_NOOP("Methods", "Cells"),
                QT_TRANSLATE_NOOP(
                    "Methods", "How many cells a mask has along each side. More cells show smaller places."),
                QT_TRANSLATE_NOOP("Methods", "%1 cells a side")},
            {"keep", QT_TRANSLATE_NOOP("Methods", "Kept"),
                QT_TRANSLATE_NOOP("Methods", "The probability that a cell of a mask is shown and not black."),
                QT_TRANSLATE_NOOP("Methods", "%1 kept")},
            {"normalise", QT_TRANSLATE_NOOP("Methods", "Normalise"),
                QT_TRANSLATE_NOOP("Methods",
                    "Divide each pixel by how much of it was shown, not by what is expected. It removes the "
                    "pattern that is only chance in the masks. The paper does not do it."),
                QT_TRANSLATE_NOOP("Methods", "normalised")},
        }};
    return text;
}

template <> const MethodText &textOf<RandomMapOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Random map"),
        QT_TRANSLATE_NOOP("Methods",
            "Random numbers, with which neither the network nor the photo has anything to do; an explanation "
            "that does no better than this map says nothing."),
        QT_TRANSLATE_NOOP("Methods", "random numbers to compare explanations with"),
        {
            {"cell", QT_TRANSLATE_NOOP("Methods", "Cell"),
                QT_TRANSLATE_NOOP("Methods",
                    "How many pixels a side share a random number. Compare fine maps with 1, coarse ones "
                    "with "
                    "16: between the cells the map is smooth."),
                QT_TRANSLATE_NOOP("Methods", "cells of %1 pixels")},
        }};
    return text;
}

template <> const MethodText &textOf<EdgesOptions>()
{
    static const MethodText text{QT_TRANSLATE_NOOP("Methods", "Edges"),
        QT_TRANSLATE_NOOP("Methods",
            "The edges of the photo, found without the network; an explanation that looks like this map may "
            "show the photo more than the network."),
        QT_TRANSLATE_NOOP("Methods", "edges of the photo to compare explanations with"), {}};
    return text;
}

// Fields of these types are the same in all methods.

const FieldText targetText{"target", QT_TRANSLATE_NOOP("Methods", "Class"),
    QT_TRANSLATE_NOOP("Methods",
        "The class that is explained. Where the true class is not known, the predicted one is "
        "taken. “A against B” explains why it is A and not B; “entropy” how unsure the network is; "
        "“filter 15:37” why filter 37 of layer 15 responds, in methods that ask for nothing but scores.")};
const FieldText layerText{"layer", QT_TRANSLATE_NOOP("Methods", "Layer"),
    QT_TRANSLATE_NOOP("Methods", "The layer whose output is looked at.")};
const FieldText filterText{"filter", QT_TRANSLATE_NOOP("Methods", "Filter"),
    QT_TRANSLATE_NOOP("Methods", "The filter of the layer, from 0.")};
const FieldText formText{.name = "map",
    .label = QT_TRANSLATE_NOOP("Methods", "Map"),
    .help = QT_TRANSLATE_NOOP("Methods",
        "What is made of the map: its values as they are, their sizes without their signs, or their means "
        "over "
        "superpixels."),
    .detail = "%1",
    .words = {QT_TRANSLATE_NOOP("Methods", "as it is"), QT_TRANSLATE_NOOP("Methods", "sizes"),
        QT_TRANSLATE_NOOP("Methods", "means over superpixels"),
        QT_TRANSLATE_NOOP("Methods", "sizes over superpixels")}};
const FieldText stableText{.name = "stop-when-stable",
    .label = QT_TRANSLATE_NOOP("Methods", "Stop when stable"),
    .help = QT_TRANSLATE_NOOP("Methods",
        "End before all samples are taken once chance is at most a tenth of how the map varies from place to "
        "place."),
    .detail = QT_TRANSLATE_NOOP("Methods", "until stable")};
const FieldText seedText{"seed", QT_TRANSLATE_NOOP("Methods", "Seed"),
    QT_TRANSLATE_NOOP("Methods", "What the random numbers start from. The same seed gives the same answer."),
    QT_TRANSLATE_NOOP("Methods", "seed %1")};

struct Texts
{
    static QString tr(const char *text) { return QCoreApplication::translate("Methods", text); }
};

const MethodText &textOfMethod(const MethodOptions &method)
{
    return std::visit(
        [](const auto &any) -> const MethodText & { return textOf<std::decay_t<decltype(any)>>(); }, method);
}

template <typename Field> const FieldText *textOfType()
{
    if constexpr (std::is_same_v<Field, Target>)
        return &targetText;
    else if constexpr (std::is_same_v<Field, LayerId>)
        return &layerText;
    else if constexpr (std::is_same_v<Field, FilterId>)
        return &filterText;
    else if constexpr (std::is_same_v<Field, Seed>)
        return &seedText;
    else if constexpr (std::is_same_v<Field, MapForm>)
        return &formText;
    else if constexpr (std::is_same_v<Field, bool>)
        return &stableText;
    else
        return nullptr;
}

template <typename Field> const FieldText *textOfField(const MethodText &text, const char *name)
{
    for (const FieldText &field : text.fields) {
        if (std::strcmp(field.name, name) == 0)
            return &field;
    }
    return textOfType<Field>();
}

template <typename Field> QString detailOf(const FieldText &text, const Field &value)
{
    if constexpr (Worded<Field>)
        return Texts::tr(text.detail).arg(Texts::tr(text.words.at(std::size_t(value))));
    else if constexpr (std::is_same_v<Field, bool>)
        return Texts::tr(value ? text.detail : text.unset);
    else {
        const std::optional<double> number = numberIn(value);
        return number ? Texts::tr(text.detail).arg(numberText(*number)) : Texts::tr(text.unset);
    }
}

QString classText(const Target &target)
{
    switch (target.kind) {
    case Target::Kind::True:
        return QCoreApplication::translate("Methods", "true class");
    case Target::Kind::Predicted:
        return QCoreApplication::translate("Methods", "predicted class");
    case Target::Kind::Class:
        return QCoreApplication::translate("Methods", "class %1").arg(target.index);
    case Target::Kind::Entropy:
        return QCoreApplication::translate("Methods", "how unsure the network is");
    case Target::Kind::Filter:
        break;
    }
    const QString filter =
        QCoreApplication::translate("Methods", "filter %1 of layer %2").arg(target.index).arg(target.layer);
    return target.unit ? QCoreApplication::translate("Methods", "%1, row %2, column %3")
                             .arg(filter)
                             .arg(target.unit->row)
                             .arg(target.unit->column)
                       : filter;
}

QString otherText(const OtherClass &rival)
{
    switch (rival.kind) {
    case OtherClass::Kind::Strongest:
        return QCoreApplication::translate("Methods", "strongest other class");
    case OtherClass::Kind::True:
        return QCoreApplication::translate("Methods", "true class");
    case OtherClass::Kind::Predicted:
        return QCoreApplication::translate("Methods", "predicted class");
    case OtherClass::Kind::Class:
        break;
    }
    return QCoreApplication::translate("Methods", "class %1").arg(rival.index);
}

/// Class, layer and filter.
QStringList subject(const MethodOptions &question)
{
    QStringList parts;
    const LayerId *layer = fieldOf<LayerId>(question);
    const FilterId *filter = fieldOf<FilterId>(question);
    if (const Target *target = fieldOf<Target>(question))
        parts << targetDetail(*target);
    if (layer && filter && counts(question, "filter"))
        parts << QCoreApplication::translate("Methods", "layer %1, filter %2")
                     .arg(layer->index)
                     .arg(filter->index);
    else if (layer && counts(question, "layer"))
        parts << QCoreApplication::translate("Methods", "layer %1").arg(layer->index);
    return parts;
}

template <typename Options> void addFields(QStringList &parts, const Options &asked)
{
    Options::fields(asked, [&](const char *name, const auto &value, const Bounds &) {
        using Field = std::decay_t<decltype(value)>;
        if constexpr (!std::is_same_v<Field,
                          Target> && !std::is_same_v<Field, LayerId> && !std::is_same_v<Field, FilterId>) {
            const FieldText *text = textOfField<Field>(textOf<Options>(), name);
            bool isUsual = false;
            const Options usual;
            Options::fields(usual, [&](const char *other, const auto &theirs, const Bounds &) {
                if constexpr (std::is_same_v<Field, std::decay_t<decltype(theirs)>>)
                    isUsual = isUsual || (std::strcmp(name, other) == 0 && theirs == value);
            });
            const bool isSaid = text && (text->always || !isUsual) && counts(MethodOptions(asked), name);
            const QString said = isSaid ? detailOf(*text, value) : QString();
            if (!said.isEmpty())
                parts << said;
        }
    });
}

/// Calls visit(value, bounds) for the field of this name.
template <typename Visit> void visitField(const MethodOptions &method, const char *field, Visit &&visit)
{
    visitFields(method, [&](const char *name, const auto &value, const Bounds &bounds) {
        if (std::strcmp(name, field) == 0)
            visit(value, bounds);
    });
}

} // namespace

QString targetDetail(const Target &target)
{
    return target.against ? QCoreApplication::translate("Methods", "%1 against %2")
                                .arg(classText(target), otherText(*target.against))
                          : classText(target);
}

QString methodTitle(const MethodOptions &method) { return Texts::tr(textOfMethod(method).title); }

QString methodExplanation(const MethodOptions &method) { return Texts::tr(textOfMethod(method).explanation); }

QString questionExplanation(const MethodOptions &question)
{
    QString explanation = methodExplanation(question);
    if (const Target *target = fieldOf<Target>(question); target && target->against)
        explanation = QCoreApplication::translate(
            "Methods", "%1 Here it shows what speaks for the one class and not for the other.")
                          .arg(explanation);
    visitFields(question, [&](const char *name, const auto &value, const Bounds &) {
        using Field = std::decay_t<decltype(value)>;
        if constexpr (Worded<Field>) {
            const QStringList sentences = fieldDescription(question, name).sentences;
            if (!sentences.isEmpty())
                explanation = QCoreApplication::translate("Methods", "%1 %2")
                                  .arg(explanation, sentences.at(qsizetype(value)));
        }
    });
    return explanation;
}

QString methodSummary(const MethodOptions &method) { return Texts::tr(textOfMethod(method).summary); }

QString methodDetail(const MethodOptions &question)
{
    QStringList parts = subject(question);
    std::visit([&parts](const auto &asked) { addFields(parts, asked); }, question);
    QString detail = parts.value(0);
    for (qsizetype i = 1; i < parts.size(); ++i)
        detail = QCoreApplication::translate("Methods", "%1, %2").arg(detail, parts[i]);
    return detail;
}

FieldDescription fieldDescription(const MethodOptions &method, const char *field)
{
    FieldDescription description;
    visitField(method, field, [&](const auto &value, const Bounds &) {
        const FieldText *text = textOfField<std::decay_t<decltype(value)>>(textOfMethod(method), field);
        if (!text)
            return;
        description.label = Texts::tr(text->label);
        description.help = Texts::tr(text->help);
        for (const char *word : text->words)
            description.words << Texts::tr(word);
        for (const char *sentence : text->sentences)
            description.sentences << Texts::tr(sentence);
    });
    return description;
}

QString allowedText(const MethodOptions &method, const char *field)
{
    QString allowed;
    visitField(method, field, [&](const auto &value, const Bounds &bounds) {
        using Field = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Field, Target>)
            allowed = phraseText(Phrase::TargetClass);
        else if constexpr (std::is_same_v<Field, LayerId>)
            allowed = QCoreApplication::translate("Methods", "the number or the name of a layer");
        else if constexpr (std::is_same_v<Field, FilterId>)
            allowed = QCoreApplication::translate("Methods", "the number of a filter, from 0");
        else if constexpr (std::is_same_v<Field, ClassId>)
            allowed = QCoreApplication::translate("Methods", "the number of a class, from 0");
        else if constexpr (Worded<Field>)
            allowed = phraseText({Phrase::OneOf, {Words<Field>::all.begin(), Words<Field>::all.end()}});
        else if constexpr (std::is_same_v<Field, bool>)
            allowed = phraseText({Phrase::OneOf, {"true", "false"}});
        else {
            const Phrase::Kind kind =
                std::is_same_v<Field, double> ? Phrase::NumberWithin : Phrase::WholeNumberWithin;
            allowed = phraseText(
                {kind, {numberText(bounds.min).toStdString(), numberText(bounds.max).toStdString()}});
        }
    });
    return allowed;
}

} // namespace convscope
