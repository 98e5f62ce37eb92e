#pragma once

#include "app/inputs.h"
#include "core/explain/networkpair.h"
#include "ui/present/session.h"

#include <memory>

namespace convscope {

/// --model-b: the network beside the first one.
struct SecondGroup
{
    std::string asked; ///< a file, "random" or "random:N"; empty: none

    void bind(CLI::App &app);
    bool isGiven() const { return !asked.empty(); }
    /// None where it is a file.
    std::optional<DrawnAnew> drawn() const;
    /// Throws UsageError where it is missing although a row or an option asks for it.
    void need(AskedNetwork network) const;
};

/// The open network with the second one beside it.
struct SecondSubject
{
    std::unique_ptr<NetworkPair> pair;
    QStringList classNames; ///< of the second network
    UsedSecond used; ///< with the hash of its file

    /// Of the network that is asked; the first one's of a difference.
    const QStringList &namesFor(AskedNetwork network, const Subject &subject) const;
    /// Throws Error: why the answers of both to this question cannot be subtracted.
    void needDifference(const MethodOptions &question) const;
};

/// Null where none is asked for. It runs as the first one does. What --input says of the first one holds for
/// it, too, unless a file beside it says otherwise. Tells what is to be known of the two. Throws Error.
std::unique_ptr<SecondSubject> openSecond(
    const SecondGroup &second, const NetworkGroup &first, const Subject &subject, Terminal &terminal);

} // namespace convscope
