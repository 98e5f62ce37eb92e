#pragma once

#include "core/data/photoset.h"
#include "core/explain/disagreement.h"
#include "core/explain/evaluation.h"
#include "core/explain/localisationrun.h"
#include "core/network/network.h"
#include "core/network/prediction.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace convscope {

// What the command line prints: for people as aligned columns, for programs as JSON.

struct PredictedPhoto
{
    std::filesystem::path file;
    std::optional<int> label;
    Prediction prediction;
    QString ownClass = {}; ///< the folder's name for its true class; empty where it tells none
};

/// A list of {index, name, kind, channels, height, width, shape, parameters, block}, null where it has none.
QByteArray layersJson(const NetworkInfo &info);
/// The tree, blocks above what they hold.
QString layersText(const NetworkInfo &info);

/// A list of {image, label, own_class, labels_from, top: [{class, name, logit, probability}]}, label and
/// own_class null where unknown; the five best.
QByteArray predictionsJson(
    const std::vector<PredictedPhoto> &photos, const QStringList &classNames, const Labels &labels);
QString predictionText(const PredictedPhoto &photo, const QStringList &classNames);

/// {images, labelled, correct, accuracy, classes: [{class, name, images, correct}], confusion, failed:
/// [{image, error}], labels_from, labels_compared, labels_mapped, labels_unmatched}, accuracy null where no
/// photo has a label; where `localisation` is given, it is a member of that name: {images, without_mask,
/// area, methods:
/// [{method, parameters, peak_inside, pointing_game, energy, empty_maps}], failed}.
QByteArray evaluationJson(const Evaluation &evaluation, const LocalisationReport *localisation,
    const QStringList &classNames, const Labels &labels);
QString evaluationText(const Evaluation &evaluation, const LocalisationReport *localisation,
    const QStringList &classNames, const Labels &labels);

/// Two networks over the photos of one set, each with the names of its classes.
struct ComparedNetworks
{
    const std::vector<PhotoRef> &photos;
    const Evaluation &second; ///< B's, in its own numbers
    const Disagreement &disagreement;
    const QStringList &firstNames;
    const QStringList &secondNames;
};

/// {second: {images, labelled, correct, accuracy}, images, labelled, both_right, only_first_right,
/// only_second_right, both_wrong_alike, both_wrong_differently, unlabelled_alike, unlabelled_differently,
/// differing: [{image, label, first, first_name, second, second_name}]}; label null where it is unknown.
/// `evaluation` is what evaluationJson() gave for the first network; the comparison becomes a member of it.
QByteArray comparisonJson(const QByteArray &evaluation, const ComparedNetworks &compared);
/// The counts, and the first few of the photos to which they say different classes.
QString comparisonText(const ComparedNetworks &compared);

} // namespace convscope
