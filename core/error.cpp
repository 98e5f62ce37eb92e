#include "core/error.h"

namespace convscope {

namespace {

std::string logText(ErrorKind kind, const std::filesystem::path &file, std::vector<std::string> values,
    const std::optional<Phrase> &phrase)
{
    if (phrase) {
        values.push_back(name(phrase->kind));
        values.insert(values.end(), phrase->values.begin(), phrase->values.end());
    }
    std::string text = name(kind);
    if (!file.empty())
        text += ": " + file.string();
    for (std::size_t i = 0; i < values.size(); ++i)
        text += (i == 0 ? ": " : ", ") + values[i];
    return text;
}

} // namespace

Error::Error(
    ErrorKind kind, std::filesystem::path file, std::vector<std::string> values, std::optional<Phrase> phrase)
    : std::runtime_error(logText(kind, file, values, phrase))
    , m_kind(kind)
    , m_file(std::move(file))
    , m_values(std::move(values))
    , m_phrase(std::move(phrase))
{
}

Error Error::in(const std::filesystem::path &file) const { return Error(m_kind, file, m_values, m_phrase); }

const char *name(ErrorKind kind)
{
    switch (kind) {
#define CONVSCOPE_CASE(kind)                                                                                 \
    case ErrorKind::kind:                                                                                    \
        return #kind
        CONVSCOPE_CASE(NoSuchFile);
        CONVSCOPE_CASE(CannotRead);
        CONVSCOPE_CASE(CannotWrite);
        CONVSCOPE_CASE(FileEmpty);
        CONVSCOPE_CASE(FileOfOtherKind);
        CONVSCOPE_CASE(NotUtf8);
        CONVSCOPE_CASE(JsonBroken);
        CONVSCOPE_CASE(NotAnImage);
        CONVSCOPE_CASE(ImageDamaged);
        CONVSCOPE_CASE(ImageUnsupported);
        CONVSCOPE_CASE(ImageTooLarge);
        CONVSCOPE_CASE(MaskEmpty);
        CONVSCOPE_CASE(FolderWithoutImages);
        CONVSCOPE_CASE(NoSuchSplit);
        CONVSCOPE_CASE(IndexOutOfRange);
        CONVSCOPE_CASE(LabelsDoNotFit);
        CONVSCOPE_CASE(NotALabelMap);
        CONVSCOPE_CASE(MappedTwice);
        CONVSCOPE_CASE(NoSuchClassInMap);
        CONVSCOPE_CASE(FigureWithoutRecipe);
        CONVSCOPE_CASE(NotASession);
        CONVSCOPE_CASE(SessionDamaged);
        CONVSCOPE_CASE(SessionTooNew);
        CONVSCOPE_CASE(NotAPreset);
        CONVSCOPE_CASE(PresetDamaged);
        CONVSCOPE_CASE(PresetWithoutRows);
        CONVSCOPE_CASE(NotANetwork);
        CONVSCOPE_CASE(NetworkDamaged);
        CONVSCOPE_CASE(NetworkCompressed);
        CONVSCOPE_CASE(NetworkNeedsCode);
        CONVSCOPE_CASE(NetworkWithoutWeights);
        CONVSCOPE_CASE(NetworkWithoutNames);
        CONVSCOPE_CASE(NetworkOfArrays);
        CONVSCOPE_CASE(NetworkTensorUnusual);
        CONVSCOPE_CASE(NetworkUnknownArchitecture);
        CONVSCOPE_CASE(NetworkShapesDoNotFit);
        CONVSCOPE_CASE(NetworkTakesOtherSize);
        CONVSCOPE_CASE(NetworkNotLoadable);
        CONVSCOPE_CASE(NetworkDoesNotRun);
        CONVSCOPE_CASE(NetworkNeverRuns);
        CONVSCOPE_CASE(NetworkDoesNotAnswer);
        CONVSCOPE_CASE(NetworkRandom);
        CONVSCOPE_CASE(NotAClassifier);
        CONVSCOPE_CASE(OperatorUnknown);
        CONVSCOPE_CASE(OperatorForbidden);
        CONVSCOPE_CASE(OperatorArgument);
        CONVSCOPE_CASE(NetworkQuantised);
        CONVSCOPE_CASE(NoSuchOutput);
        CONVSCOPE_CASE(NotAnInputDescription);
        CONVSCOPE_CASE(DeviceUnavailable);
        CONVSCOPE_CASE(NoGpu);
        CONVSCOPE_CASE(PreviewUnavailable);
        CONVSCOPE_CASE(NoSuchLayer);
        CONVSCOPE_CASE(LayerWithoutMaps);
        CONVSCOPE_CASE(NoLayerWithMaps);
        CONVSCOPE_CASE(FilterOutOfRange);
        CONVSCOPE_CASE(ClassOutOfRange);
        CONVSCOPE_CASE(NoRuleFor);
        CONVSCOPE_CASE(NetworkWithoutReLU);
        CONVSCOPE_CASE(WeightsNotDrawn);
        CONVSCOPE_CASE(NoSecondNetwork);
        CONVSCOPE_CASE(NoClassInCommon);
        CONVSCOPE_CASE(ClassNotInSecond);
        CONVSCOPE_CASE(LayerNotInSecond);
        CONVSCOPE_CASE(NoDifferenceOf);
        CONVSCOPE_CASE(NoDifferenceOfPictures);
        CONVSCOPE_CASE(NoDifferenceOfScores);
        CONVSCOPE_CASE(NoDifferenceOfSizes);
        CONVSCOPE_CASE(NoDifferenceOfSuperpixels);
        CONVSCOPE_CASE(InvalidOption);
        CONVSCOPE_CASE(UnknownKey);
        CONVSCOPE_CASE(NotAnIndex);
        CONVSCOPE_CASE(IndexDamaged);
        CONVSCOPE_CASE(IndexTooNew);
        CONVSCOPE_CASE(IndexOfOther);
        CONVSCOPE_CASE(IndexBusy);
        CONVSCOPE_CASE(IndexMissing);
        CONVSCOPE_CASE(LayerNotIndexed);
        CONVSCOPE_CASE(FilterNotTold);
        CONVSCOPE_CASE(FeaturesNotIndexed);
        CONVSCOPE_CASE(PhotosWithoutMasks);
        CONVSCOPE_CASE(EngineMissing);
        CONVSCOPE_CASE(OutOfMemory);
        CONVSCOPE_CASE(DeviceLost);
        CONVSCOPE_CASE(NotFinite);
        CONVSCOPE_CASE(Internal);
#undef CONVSCOPE_CASE
    }
    return "unknown";
}

} // namespace convscope
