#pragma once

#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// A part of an error's sentence that is neither a name nor a number. The words for people are made in
/// ui/present/phrases.cpp, so that they are in the reader's language.
struct Phrase
{
    /// The comment names the `values` that travel with the kind, in order.
    enum Kind
    {
        // What is allowed
        OneOf, ///< texts as they are to be written, any number
        NumberWithin, ///< least, most
        WholeNumberWithin, ///< least, most
        NumberAtLeast, ///< least
        NumberAbove, ///< what it must be larger than
        AnyNumber,
        AnyWholeNumber,
        ANumberAChannel, ///< how many channels; 3 where that is not told
        APositiveNumberAChannel, ///< how many channels
        ListOfNames,
        NumberOrName, ///< of an output
        JsonObject,
        NothingOrAtLeastTheSize, ///< 0, or as much as the input's longer side
        TargetClass, ///< what can be explained: a class, two that are compared, an entropy, a filter
        UnitWithin, ///< a unit of a map; its rows, its columns
        TwoClasses, ///< two different classes, of a network that has two
        AnotherFilter, ///< of the same layer, than the first one
        WhatTheNetworkSays, ///< what can be explained but a filter
        SomePixels,
        // What a network takes or gives
        TakesNothing,
        TakesNoPicture, ///< the type that it takes instead
        TakesMore, ///< name of the further argument
        TakesChannels, ///< how many
        TakesChannelsLast,
        TakesThreeChannels, ///< and not one
        TakesOneChannel, ///< and not three
        HasNoForward,
        GivesNoTensor,
        GivesShape, ///< shape of the tensor that comes nearest
        GivesNoFloats, ///< shape of the tensor that comes nearest, its type
                       // What the notebook's kind of network has at some place
        FloatingPoint,
        SquareOddKernel,
        AtMost, ///< how many
        FewerPools, ///< than the picture can be halved
        ConvolutionalPart,
        LinearPart,
        // Pictures that cannot be read
        CompressedBmp,
        JpegWithOtherBits, ///< other than 8 bits a channel
        RareJpeg,
        RareTiff,
        LabTiff,
        // What holds NaN or infinity
        Logits,
        Gradient,
        ActivationMap,
        Relevance,
        FilterPicture,
        // Files
        NoRegularFile,
        LargerThan, ///< MiB
        ArchiveOrSafeTensors,
        NotTheEngine,
        EngineOfVersion, ///< version
        NestedTooDeeply,
        CutOffOrGarbled,
        NoReasonGiven,
        // What an index was made of
        AnotherNetwork,
        AnotherPreparation, ///< of photos, or another precision or device
        OtherLayers,
        OtherBlocks,
        // Why there is no GPU
        LibTorchWithoutCuda,
        GpuDoesNotAnswer, ///< CUDA's version, what LibTorch says
    };

    Phrase(Kind phraseKind, std::vector<std::string> phraseValues = {}) // NOLINT: a kind alone is a phrase
        : kind(phraseKind)
        , values(std::move(phraseValues))
    {
    }
    bool operator==(const Phrase &) const = default;

    Kind kind;
    std::vector<std::string> values;
};

/// The enumerator's name, for logs.
const char *name(Phrase::Kind kind);

} // namespace convscope
