#pragma once

#include "core/explain/comparison.h"
#include "core/explain/comparisonstore.h"
#include "core/explain/survey.h"

namespace convscope {

/// The rows of one photo in a store: reads and writes what is known of its maps.
class KeptPhoto
{
public:
    /// `hash` is that of the photo's file. All but the hash must outlive it. Without a store nothing is
    /// known.
    KeptPhoto(
        const ComparisonPlan &plan, const PhotoRef &ref, const std::string &hash, ComparisonStore *store);

    /// Fills in what is known and missing in `photo`.
    void read(ComparedPhoto &photo) const;
    /// The same of the rivals, once the class is known that they are measured for.
    void readRivals(ComparedPhoto &photo) const;
    void write(const ComparedPhoto &photo) const;

private:
    std::string rowOf(std::size_t map, const ComparedPhoto &photo) const;
    void readPrediction(ComparedPhoto &photo) const;
    void read(std::size_t map, ComparedPhoto &photo) const;
    void write(std::size_t map, const ComparedPhoto &photo) const;

    const ComparisonPlan &m_plan;
    const PhotoRef &m_ref;
    std::string m_key; ///< what the maps of the photo depend on: its bytes and those of its mask
    ComparisonStore *m_store;
};

/// The class that the rivals of a photo are measured for: that of the first question that is about one. None
/// while it is not known.
std::optional<int> rivalClassOf(const ComparisonPlan &plan, const ComparedPhoto &photo);

/// Hears what a survey of one photo finds out.
class ComparedPhotoSink : public SurveySink
{
public:
    /// `questions`: for each question of the survey its place in the plan. What is referred to must outlive
    /// the sink.
    ComparedPhotoSink(const ComparisonPlan &plan, std::vector<std::size_t> questions, const KeptPhoto &kept,
        ComparedPhoto &photo);

    void loaded(const SurveyedPhoto &photo) override;
    void predicted(const SurveyedPhoto &photo, const Prediction &said) override;
    void answered(const SurveyedPhoto &photo, const SurveyedAnswer &answer) override;
    bool wants(const SurveyedMap &map, std::size_t measure) override;
    void measured(const SurveyedPhoto &photo, const SurveyedMap &map, std::size_t measure,
        const std::optional<Measured> &measured) override;
    void failed(const SurveyFailure &failure) override;
    void done(const SurveyedPhoto &photo) override;

private:
    std::size_t mapOf(const SurveyedMap &map) const;

    const ComparisonPlan &m_plan;
    std::vector<std::size_t> m_questions;
    const KeptPhoto &m_kept;
    ComparedPhoto &m_photo;
    std::optional<Error> m_maskError;
};

} // namespace convscope
