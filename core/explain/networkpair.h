#pragma once

#include "core/data/photo.h"
#include "core/error.h"
#include "core/explain/askednetwork.h"
#include "core/explain/methods.h"
#include "core/network/networkmatch.h"

#include <memory>
#include <optional>

namespace convscope {

/// A network, A, with a second one beside it, B. Questions, classes and labels are told as A has them.
class NetworkPair
{
public:
    /// Throws Error: NoClassInCommon.
    NetworkPair(std::shared_ptr<const Network> first, std::shared_ptr<const Network> second);

    const Network &first() const { return *m_first; }
    const Network &second() const { return *m_second; }
    /// Those who run the networks share them.
    const std::shared_ptr<const Network> &sharedFirst() const { return m_first; }
    const std::shared_ptr<const Network> &sharedSecond() const { return m_second; }
    const NetworkMatch &match() const { return m_match; }

    /// The photo as B sees it, labelled by its own classes.
    PhotoRef photoOfSecond(PhotoRef photo) const;
    Photo labelledForSecond(Photo photo) const;

    /// The question with B's numbers of classes and layers. Throws Error: ClassNotInSecond, LayerNotInSecond.
    MethodOptions questionOfSecond(MethodOptions question) const;

    /// Why the answers of both cannot be subtracted, as far as that is known before they are asked.
    std::optional<Error> whyNoDifference(const MethodOptions &question) const;

private:
    Target targetOfSecond(Target target) const;

    std::shared_ptr<const Network> m_first;
    std::shared_ptr<const Network> m_second;
    NetworkMatch m_match;
};

/// Whether answers to the question can be subtracted, whatever the networks.
bool hasDifference(const MethodOptions &question);

/// Asks both networks the same, one after the other, about the class that A takes the question for, and gives
/// what A says less what B says:
/// - of maps, raw as the methods compute them, an Attribution whose meaning is Difference; where only what is
///   above 0 counts (Meaning::Relevance), what is below 0 counts as 0;
/// - of superpixels, their weights for what is explained.
/// Where both know the error of a value, the difference is told their sum, which its error cannot exceed.
/// The pair must outlive the explanation. Throws Error: what whyNoDifference() gives, what questionOfSecond()
/// throws; its steps also NoDifferenceOfSizes, NoDifferenceOfSuperpixels.
std::unique_ptr<Explanation> explainDifference(
    const NetworkPair &pair, const Photo &photo, const MethodOptions &question);

/// Asks A, B or both. The photo is as the network sees it that is asked, labelled by A's classes.
std::unique_ptr<Explanation> explainOfTwo(
    const NetworkPair &pair, AskedNetwork asked, const Photo &photo, const MethodOptions &question);

} // namespace convscope
