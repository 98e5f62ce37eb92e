#include "ui/board/secondonboard.h"

#include "ui/present/sentences.h"

namespace convscope {

QString whyNotAsked(const SecondOnBoard &second, AskedNetwork network, const MethodOptions &question)
{
    if (network == AskedNetwork::First)
        return {};
    if (network == AskedNetwork::Difference && !hasDifference(question))
        return sentence(Error(ErrorKind::NoDifferenceOf));
    if (!second.pair)
        return sentence(Error(ErrorKind::NoSecondNetwork));
    try {
        second.pair->questionOfSecond(question);
    } catch (const Error &error) {
        return sentence(error);
    }
    const std::optional<Error> reason =
        network == AskedNetwork::Difference ? second.pair->whyNoDifference(question) : std::nullopt;
    return reason ? sentence(*reason) : QString();
}

} // namespace convscope
