#pragma once

#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// Something a user must know to read a result right. Sentences are made in ui/present/sentences.cpp.
struct Note
{
    /// The comment names the `values` that travel with the kind, in order, after a semicolon.
    enum Kind
    {
        LabelUnknown, ///< no true class is known; the predicted class was used instead
        StrongestInstead, ///< the class to compare with is the same or not known; the strongest other one was
                          ///< taken
        DeadGradient, ///< the gradient of the loss is zero everywhere, that of the logit is not
        DeadLogit, ///< the gradient of the logit is zero everywhere; no other objective has one
        GradientCut, ///< the network computes without gradients somewhere, so none reaches the photo
        ConfidentPrediction, ///< p > 0.99999: softmax − 1 cancels in float32, the saliency map is mostly
                             ///< rounding
        SilentFilter, ///< the filter's activation is constant on this photo
        FlatObjective, ///< what a picture is made for did not change whatever the picture: no gradient leads
                       ///< on
        DeadStart, ///< the filter image never left its start: the gradient was zero (a dead ReLU)
        PhotoWas16Bit, ///< 16 bits a channel, reduced to 8
        PhotoNotTurned, ///< its EXIF block says that it should be turned, and it is used as it is stored
        PhotoWasCmyk, ///< converted from CMYK without its colour profile, as Pillow does
        PhotoHadAlpha, ///< transparency was dropped, as Pillow's convert('RGB') does
        StoppedEarly, ///< the user stopped the computation; the result is what was reached
        StoppedWhenStable, ///< ended before all samples, as was asked: the mask no longer changed
        PreviewPrecision, ///< computed in half of float32's precision, as was asked
        NetworkWasTraining, ///< was traced in training mode; its batch norms and dropouts were put right
        SeveralOutputs, ///< the network gives several tensors, and which is meant was guessed; which is used,
                        ///< and all that can be, separated by ", "
        InputGuessed, ///< size or channels of the input are those that the network runs on
        MayWantImageNet, ///< 1000 classes, and nothing was said of its input
        WeightsChosen, ///< place of the weights in the file; places of others, separated by ", "
        TensorsIgnored, ///< beside the weights, of no use to any layer; names, separated by ", "
        AtChance, ///< of an evaluation: right no more often than guessing would be
        SizeFromWeights, ///< the input's size is one that the weights fit; width, height
        GrayFromWeights, ///< the first convolution takes one channel, so pictures become gray
        ModulesAssumed, ///< the checkpoint does not tell its modules; activation, pool
        ModulesNotUsed, ///< modules were told of a network that brings its own
        DescriptionIgnored, ///< JSON beside the network is of another kind; the file's name
        ClassNamesUnreadable, ///< the text beside the network is not UTF-8; the file's name
        ClassNamesDoNotFit, ///< as many names as the network has classes were not found; they are not used
        SoftmaxInside, ///< the network gives probabilities; their logarithms serve as logits
        SigmoidsInside, ///< the network gives a probability of its own for each class; log(p/(1 − p)) are
                        ///< logits
        OneOutput, ///< the network gives one number: 0 and that number are the logits of two classes
        OneProbability, ///< the network gives one probability, that of the second of two classes
        TakesBytes, ///< the network itself scales pictures of 0 to 255, and is given such
        WrittenForBatch, ///< answers only that many photos at once; how many
        SizeFromFile, ///< the input's size is the one that the network's file tells; width, height
        ChannelsComeLast, ///< the network takes height × width × channels, as Keras does, and is given that
        SidesMayBeSwapped, ///< runs on the input's size and on it turned, but on no other; width, height
        FewSegments, ///< fewer than two superpixels: there is nothing to compare
        NothingFor, ///< of a class activation map: no value is above 0, so nothing there speaks for the class
        AboutNoClass, ///< of a class activation map: its kind looks at no class
        MapsBelowZero, ///< a layer's maps have values below 0, which this kind of map is not made for
        ScoreNotAboveZero, ///< of Ablation-CAM: the score, which the weights are divided by, is 0 or less
        NothingPassesReLUs, ///< of guided backprop and deconvnet: the ReLUs let nothing back to the photo
        TakeMoreSteps, ///< the parts of an attribution miss what they explain by more than 5 %
        DoesNotAddUp, ///< so they do, and with more steps they may miss it by more
        TakeMoreSamples, ///< the same of a method that draws its points at random
        SameNetworkTwice, ///< two networks are one, so that they differ in nothing
        ClassesByName, ///< two networks number their classes differently; how many classes both know, the
                       ///< first, the second
        ClassesByNumber, ///< only one of two networks names its classes
        OtherPicture, ///< two networks see other pictures of a photo
        MuchLargerInFirst, ///< of a difference: its values are nearly those of the first network; how many
                           ///< times as large these are at least, a power of ten
        MuchLargerInSecond, ///< the same of the second one
        OtherScores, ///< the scores of two networks are of different kinds
    };

    Note(Kind noteKind, std::vector<std::string> noteValues = {}) // NOLINT: a kind alone is a note
        : kind(noteKind)
        , values(std::move(noteValues))
    {
    }
    bool operator==(const Note &) const = default;

    Kind kind;
    std::vector<std::string> values;
};

using Notes = std::vector<Note>;

/// Whether there is one of that kind, whatever its values.
bool holds(const Notes &notes, Note::Kind kind);

/// The kind's name, for logs and for recipes.
const char *name(Note::Kind kind);

} // namespace convscope
