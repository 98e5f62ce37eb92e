#pragma once

#include "core/data/photoset.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace convscope {

/// What the network says to a photo, in brief: there may be a hundred thousand of them.
struct Verdict
{
    int predicted = -1; ///< class; -1 where the network has not answered
    float confidence = 0; ///< the probability of that class, 0 to 1

    bool known() const { return predicted >= 0; }
};

/// One a photo of a set, in its order; empty where nothing is known of any.
using Verdicts = std::vector<Verdict>;

enum class Correctness
{
    Any,
    Right,
    Wrong
};

enum class PhotoOrder
{
    Folder, ///< as the notebook counts
    Name, ///< numbers in names as numbers: 2_0 before 10_0
    LeastConfident,
    MostConfident,
    PredictedClass,
    WrongFirst, ///< the most confident of them first
};

/// Which photos of a folder are shown, and in which order. Photos that the network has not answered pass no
/// filter that asks for its answer, and come last in an order by it.
struct Arrangement
{
    QString name = {}; ///< part of the file name; case does not count
    std::optional<int> trueClass =
        {}; ///< where the folder's classes are not the network's, one of the folder's
    std::optional<int> predictedClass = {};
    Correctness correctness = Correctness::Any;
    double minConfidence = 0; ///< 0 to 1
    double maxConfidence = 1;
    PhotoOrder order = PhotoOrder::Folder;

    bool operator==(const Arrangement &) const = default;
    bool asksForVerdicts() const;
    /// The same, without what asks for the network's answers.
    Arrangement withoutVerdicts() const;
    bool filters() const;
    /// How many of the filters besides the name are in use.
    int filterCount() const;
};

/// The folder's classes, where they are not the network's: photos are then filtered by these. Else empty.
QStringList ownClassesOf(const PhotoSet &set);

/// The places in `set` of the photos to show, in their order. Takes some tenths of a second for a hundred
/// thousand photos: not for the GUI thread.
std::vector<int> arranged(const PhotoSet &set, const Verdicts &verdicts, const Arrangement &asked);

/// Digits as numbers, letters without case, all else by its bytes.
bool comesBefore(std::string_view a, std::string_view b);

/// The bytes of a file's name, without its folder.
std::string_view nameOf(const PhotoRef &photo);

} // namespace convscope
