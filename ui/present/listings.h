#pragma once

#include "core/data/photoset.h"
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

} // namespace convscope
