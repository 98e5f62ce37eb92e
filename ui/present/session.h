#pragma once

#include "core/data/labels.h"
#include "core/explain/measure.h"
#include "core/explain/methods.h"
#include "core/network/drawnanew.h"
#include "core/network/network.h"
#include "ui/present/arrangement.h"
#include "ui/present/boardshape.h"
#include "ui/present/row.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>
#include <vector>

namespace convscope {

/// A file, and what it held when it was used.
struct UsedFile
{
    std::filesystem::path file; ///< empty: none
    QString hash; ///< SHA-256, hexadecimal; empty where it was not taken

    bool operator==(const UsedFile &) const = default;
};

struct UsedPhoto
{
    std::filesystem::path file;
    QString hash;
    std::optional<Target> target = {}; ///< explained to this photo, whatever the questions say
    bool pinned = false; ///< stays on the board while others come and go

    bool operator==(const UsedPhoto &) const = default;
};

/// The network, and how it was run.
struct UsedNetwork
{
    UsedFile file;
    Precision precision = Precision::Float32;
    QString device = {};
    InputDescription input = {}; ///< how photos are prepared for it
    InputOrigin inputOrigin = InputOrigin::Network;
};

/// The network beside the first one: another file, or the first one with weights drawn anew.
struct UsedSecond
{
    UsedNetwork network = {}; ///< empty where it is drawn anew
    std::optional<DrawnAnew> drawn = {};

    bool isOpen() const { return drawn || !network.file.file.empty(); }
};

struct ProgramVersions
{
    QString convscope;
    QString libtorch;
    QString opencv;

    static ProgramVersions current();
    bool operator==(const ProgramVersions &) const = default;
};

/// Everything that says what the board shows. Saved as a session, it brings the board back; in a figure, it
/// is the recipe.
struct Session
{
    UsedNetwork network;
    UsedSecond second = {};
    std::filesystem::path folder; ///< of photos, above its splits; empty where they were named one by one
    QString split;
    LabelChoice labels; ///< how the photos are labelled
    QList<UsedPhoto> photos; ///< columns, from left to right
    QList<Row> rows; ///< from top to bottom; the outline stands below
    QList<Row> hidden; ///< of methods that have no row: how the last one was
    LayerId layer; ///< of the network panel, which rows follow that are not held
    FilterId filter;
    bool outline = true; ///< of the food, in all views
    bool automatic = true; ///< slow rows start by themselves
    std::optional<BoardShape> shape = {}; ///< of the board; none in a figure's recipe
    bool sharedStream = false; ///< LIME's random numbers ran on from photo to photo
    ProgramVersions program = ProgramVersions::current(); ///< that wrote it
    QStringList unknown; ///< what was read and means nothing to this version
    // Files do not hold these, undo does.
    QList<UsedPhoto> away = {}; ///< photos off the board that have a target of their own
    std::optional<Arrangement> arrangement = {}; ///< of the gallery
};

constexpr const char *sessionEnding = ".convscope";

/// As a session file: format, version, and all of the above. Files below `base` are written relative to it,
/// so that a folder can be moved with its session. ASCII only.
QByteArray sessionText(const Session &session, const std::filesystem::path &base = {});

/// What was measured of one picture, by its places among the photos and the rows.
struct PictureEvidence
{
    qsizetype photo = 0;
    qsizetype row = 0;
    TakenMeasures measures = {};
};

/// As the recipe of a figure: the network, the photos, each row with its question, and the numbers of the
/// evidence that the figure tells (evidenceOf). The user's home is written as "~". ASCII only.
QByteArray figureRecipe(const Session &session, const std::vector<PictureEvidence> &evidence = {});

/// The session that either of them wrote. Relative paths are taken from `base`. What is missing has its
/// default, what is unknown is left out and listed.
/// Throws Error: NotASession, SessionDamaged, SessionTooNew.
Session parseSession(const QByteArray &text, const std::filesystem::path &base);

/// Reads a session file. Throws Error: NoSuchFile, CannotRead, FileEmpty, and what parseSession throws.
Session readSession(const std::filesystem::path &file);

} // namespace convscope
