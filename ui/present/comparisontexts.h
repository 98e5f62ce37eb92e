#pragma once

#include "core/explain/comparison.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace convscope {

// What is said of a comparison of methods: in the window, on the command line and in files.

/// What the rows are called: "random map", "Grad-CAM"; of methods that share a title with their detail.
QStringList comparedTitles(const ComparisonPlan &plan);

/// "higher is better"; of a measure that does not judge: "describes the map".
QString betterText(Better better);
/// "↑", "↓"; empty of a measure that does not judge.
QString betterSign(Better better);

/// "0.52"; a dash where there is no mean.
QString meanText(const Measure &measure, const ComparedCell &cell);
/// "0.45 – 0.60"; empty where there is no interval.
QString intervalText(const Measure &measure, const ComparedCell &cell);
/// Both in one line, with a star behind the best: "0.52  0.45 – 0.60 ★".
QString cellText(
    const ComparisonPlan &plan, const ComparisonSummary &summary, std::size_t map, std::size_t measure);
/// What the row of the photos' numbers is called.
QString comparedPhotosText();
/// What is to be known of the cell in sentences: the mean, of how many photos, on how many there is none.
QString cellExplanation(
    const ComparisonPlan &plan, const ComparisonSummary &summary, std::size_t map, std::size_t measure);

/// How the means are taken, in one sentence.
QString meansExplanation();

/// What the star means.
QString bestExplanation();

/// What a reader must know to read the table right, a sentence each. `classCount` is the network's.
QStringList comparisonNotes(const ComparisonPlan &plan, const ComparisonSummary &summary, int classCount);

/// What methods failed of, each error once: "LRP: … (12 photos)".
QStringList comparisonFailures(const ComparisonPlan &plan, const ComparedPhotos &photos);

/// Aligned columns, sorted by a measure where one is given.
QString comparisonText(const ComparisonPlan &plan, const ComparedPhotos &photos,
    const ComparisonSummary &summary, std::optional<std::size_t> sortedBy);

/// {images, equal, failed: [{image, error}], without_label, different_classes, same_answer, interval: {share,
/// resamples, seed}, measures: [{measure, better, images, best, better_rival}], maps: [{map, parameters,
/// rival, results: {measure: {mean, low, high, images, values, silent, failed}}}], photos: [{image, sha256,
/// label, predicted, probability, targets, values}]}. best and better_rival are places in maps; values is a
/// list for each map with a number or null for each measure.
QByteArray comparisonJson(
    const ComparisonPlan &plan, const ComparedPhotos &photos, const ComparisonSummary &summary);

/// The table, a line for each map and measure: map,parameters,measure,better,mean,low,high,images,best.
QByteArray comparisonCsv(
    const ComparisonPlan &plan, const ComparisonSummary &summary, std::optional<std::size_t> sortedBy = {});

/// A line for each photo, map and measure that there is a value of: image,map,parameters,measure,value.
QByteArray comparisonPhotosCsv(const ComparisonPlan &plan, const ComparedPhotos &photos);

} // namespace convscope
