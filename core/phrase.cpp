#include "core/phrase.h"

namespace convscope {

const char *name(Phrase::Kind kind)
{
    switch (kind) {
#define CONVSCOPE_CASE(kind)                                                                                 \
    case Phrase::kind:                                                                                       \
        return #kind
        CONVSCOPE_CASE(OneOf);
        CONVSCOPE_CASE(NumberWithin);
        CONVSCOPE_CASE(WholeNumberWithin);
        CONVSCOPE_CASE(NumberAtLeast);
        CONVSCOPE_CASE(NumberAbove);
        CONVSCOPE_CASE(AnyNumber);
        CONVSCOPE_CASE(AnyWholeNumber);
        CONVSCOPE_CASE(ANumberAChannel);
        CONVSCOPE_CASE(APositiveNumberAChannel);
        CONVSCOPE_CASE(ListOfNames);
        CONVSCOPE_CASE(NumberOrName);
        CONVSCOPE_CASE(JsonObject);
        CONVSCOPE_CASE(NothingOrAtLeastTheSize);
        CONVSCOPE_CASE(TargetClass);
        CONVSCOPE_CASE(UnitWithin);
        CONVSCOPE_CASE(TwoClasses);
        CONVSCOPE_CASE(AnotherFilter);
        CONVSCOPE_CASE(WhatTheNetworkSays);
        CONVSCOPE_CASE(SomePixels);
        CONVSCOPE_CASE(TakesNothing);
        CONVSCOPE_CASE(TakesNoPicture);
        CONVSCOPE_CASE(TakesMore);
        CONVSCOPE_CASE(TakesChannels);
        CONVSCOPE_CASE(TakesChannelsLast);
        CONVSCOPE_CASE(TakesThreeChannels);
        CONVSCOPE_CASE(TakesOneChannel);
        CONVSCOPE_CASE(HasNoForward);
        CONVSCOPE_CASE(GivesNoTensor);
        CONVSCOPE_CASE(GivesShape);
        CONVSCOPE_CASE(GivesNoFloats);
        CONVSCOPE_CASE(FloatingPoint);
        CONVSCOPE_CASE(SquareOddKernel);
        CONVSCOPE_CASE(AtMost);
        CONVSCOPE_CASE(FewerPools);
        CONVSCOPE_CASE(ConvolutionalPart);
        CONVSCOPE_CASE(LinearPart);
        CONVSCOPE_CASE(CompressedBmp);
        CONVSCOPE_CASE(JpegWithOtherBits);
        CONVSCOPE_CASE(RareJpeg);
        CONVSCOPE_CASE(RareTiff);
        CONVSCOPE_CASE(LabTiff);
        CONVSCOPE_CASE(Logits);
        CONVSCOPE_CASE(Gradient);
        CONVSCOPE_CASE(ActivationMap);
        CONVSCOPE_CASE(Relevance);
        CONVSCOPE_CASE(FilterPicture);
        CONVSCOPE_CASE(NoRegularFile);
        CONVSCOPE_CASE(LargerThan);
        CONVSCOPE_CASE(ArchiveOrSafeTensors);
        CONVSCOPE_CASE(NotTheEngine);
        CONVSCOPE_CASE(EngineOfVersion);
        CONVSCOPE_CASE(NestedTooDeeply);
        CONVSCOPE_CASE(CutOffOrGarbled);
        CONVSCOPE_CASE(NoReasonGiven);
        CONVSCOPE_CASE(AnotherNetwork);
        CONVSCOPE_CASE(AnotherPreparation);
        CONVSCOPE_CASE(OtherLayers);
        CONVSCOPE_CASE(OtherBlocks);
        CONVSCOPE_CASE(LibTorchWithoutCuda);
        CONVSCOPE_CASE(GpuDoesNotAnswer);
#undef CONVSCOPE_CASE
    }
    return "unknown";
}

} // namespace convscope
