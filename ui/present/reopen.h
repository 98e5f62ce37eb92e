#pragma once

#include "core/network/network.h"
#include "ui/present/session.h"

namespace convscope {

/// What is no longer as it was when a session or a figure was written. The comment names the `values`, in
/// order.
struct Change
{
    enum class Kind
    {
        FileMissing, // its path
        FileMoved, // its path, where it was found
        FileDiffers, // its path
        OtherProgram, // name, version then, version now
        OtherPrecision, // then, now
        OtherDevice, // then, now
        SharedStream,
        Unknown, // what was left out
    };
    Kind kind;
    QStringList values = {};

    bool operator==(const Change &) const = default;
};

/// In sentences.cpp.
QString sentence(const Change &change);

struct Reopened
{
    Session session; ///< with the files where they are now; those that are missing are left out
    QList<Change> changes;

    bool isMissing() const;
};

/// Looks for the files of a session: where they were, then in each of the `places` and a few folders above
/// it, under as much of their path as is there. Compares their hashes where the session tells them. Reads
/// whole files: not for the GUI thread.
Reopened reopen(
    const Session &session, const QList<std::filesystem::path> &places, const NetworkOptions &options);

/// The session with the hashes of its network and its photos. Throws Error: NoSuchFile, CannotRead.
Session withHashes(Session session);

} // namespace convscope
