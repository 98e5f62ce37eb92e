#include "core/explain/networkpair.h"

namespace convscope {

NetworkPair::NetworkPair(std::shared_ptr<const Network> first, std::shared_ptr<const Network> second)
    : m_first(std::move(first))
    , m_second(std::move(second))
    , m_match(m_first->info(), m_second->info())
{
}

PhotoRef NetworkPair::photoOfSecond(PhotoRef photo) const
{
    if (photo.label)
        photo.label = m_match.classInSecond(*photo.label);
    return photo;
}

Photo NetworkPair::labelledForSecond(Photo photo) const
{
    if (photo.label)
        photo.label = m_match.classInSecond(*photo.label);
    return photo;
}

Target NetworkPair::targetOfSecond(Target target) const
{
    if (target.kind == Target::Kind::Class)
        target.index = m_match.needClass(target.index);
    if (target.kind == Target::Kind::Filter)
        target.layer = m_match.layerInSecond(target.layer);
    if (target.against && target.against->kind == OtherClass::Kind::Class)
        target.against->index = m_match.needClass(target.against->index);
    return target;
}

MethodOptions NetworkPair::questionOfSecond(MethodOptions question) const
{
    if (auto *target = fieldOf<Target>(question))
        *target = targetOfSecond(*target);
    if (auto *label = fieldOf<ClassId>(question); label && counts(question, "class"))
        *label = m_match.needClass(*label);
    if (auto *layer = fieldOf<LayerId>(question); layer && counts(question, "layer"))
        *layer = m_match.layerInSecond(*layer);
    return question;
}

bool hasDifference(const MethodOptions &question)
{
    const MethodTraits &traits = traitsOf(question);
    switch (traits.answer) {
    case AnswerKind::Attribution:
    case AnswerKind::Activation:
        return true;
    case AnswerKind::SuperpixelWeights:
        return !traits.comparesClasses; // which is a search, and weighs only what it finds
    case AnswerKind::OptimisedImage:
    case AnswerKind::LayerMaps:
    case AnswerKind::FilterWeights:
        break;
    }
    return false;
}

std::optional<Error> NetworkPair::whyNoDifference(const MethodOptions &question) const
{
    if (!hasDifference(question))
        return Error(ErrorKind::NoDifferenceOf);
    if (!m_match.seesSamePicture())
        return Error(ErrorKind::NoDifferenceOfPictures);
    if (!m_match.hasSameTask())
        return Error(ErrorKind::NoDifferenceOfScores);
    try {
        questionOfSecond(question);
    } catch (const Error &error) {
        return error;
    }
    return {};
}

std::unique_ptr<Explanation> explainOfTwo(
    const NetworkPair &pair, AskedNetwork asked, const Photo &photo, const MethodOptions &question)
{
    switch (asked) {
    case AskedNetwork::First:
        break;
    case AskedNetwork::Second:
        return explain(pair.second(), pair.labelledForSecond(photo), pair.questionOfSecond(question));
    case AskedNetwork::Difference:
        return explainDifference(pair, photo, question);
    }
    return explain(pair.first(), photo, question);
}

} // namespace convscope
