#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/data/readahead.h"
#include "core/error.h"
#include "core/explain/measure.h"
#include "core/explain/methods.h"
#include "core/explain/networkpair.h"
#include "core/network/prediction.h"
#include "core/network/redrawnnetwork.h"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace convscope {

/// What a survey does with each photo.
struct SurveyPlan
{
    std::vector<PhotoRef> photos = {};
    bool predicts = false; ///< the network is asked for its prediction
    std::vector<MethodOptions> questions = {}; ///< asked about each photo, one after the other
    /// The network with a second one, where that is asked as well; it must outlive the survey.
    const NetworkPair *pair = nullptr;
    /// Which network each question is for; empty: all are for the first. Only its answers are measured.
    std::vector<AskedNetwork> networks = {};
    std::vector<Rival> rivals = {}; ///< measured beside the answers
    std::vector<MeasurePtr> measures = {}; ///< taken of each answer and each rival; none is null
    /// The random numbers of a question with a stream offset run on from photo to photo: each photo begins
    /// where the one before it ended.
    bool isStreamShared = false;
    /// What the random numbers of the rivals start from.
    Seed seed = rivalSeed;
    /// A photo is given up when anything of it fails. Else only the question or the measure that failed is
    /// given up.
    bool needsAll = false;
    /// Keeps the network drawn anew for further surveys of the same network; null: the survey has its own.
    std::shared_ptr<RedrawnNetwork> redrawn = {};
};

/// The photo that a survey is working on. What it refers to is valid until the sink returns.
struct SurveyedPhoto
{
    std::size_t place; ///< in SurveyPlan::photos
    const PhotoRef &ref;
    const Photo &photo;
};

/// An answer of a survey. What it refers to is valid until the sink returns.
struct SurveyedAnswer
{
    std::size_t question; ///< place in SurveyPlan::questions
    const MethodOptions &asked; ///< that question, with its stream offset on this photo
    const Answer &answer;
};

/// A map that a survey measures.
struct SurveyedMap
{
    bool isRival = false; ///< else it is that of an answer
    std::size_t index = 0; ///< place in SurveyPlan::rivals, or in SurveyPlan::questions
    /// The class that it is measured for. None of an answer that is about no class, and of a rival where the
    /// measure needs no network.
    std::optional<int> target = {};

    bool operator==(const SurveyedMap &) const = default;
};

/// What went wrong with a photo, with one question about it, or with one measure.
struct SurveyFailure
{
    std::size_t place; ///< in SurveyPlan::photos
    const PhotoRef &ref;
    std::optional<std::size_t> question; ///< place in SurveyPlan::questions; none where no question failed
    std::optional<std::size_t> measure; ///< place in SurveyPlan::measures; none where no measure failed
    Error error; ///< knows its file: the photo's where it does not name another
    std::optional<SurveyedMap> map = {}; ///< that the measure is of

    /// Whether it is the photo that failed.
    bool isOfPhoto() const { return !question && !measure; }
};

/// Hears what a survey finds out, and keeps of it what it wants. Its functions are called from step(), on the
/// thread that drives the survey. When one of them throws an Error, that is a failure of what it was told of,
/// and failed() is called next. What failed() itself throws leaves step().
class SurveySink
{
public:
    virtual ~SurveySink() = default;

    /// The first word of a photo; its file may have been read ahead. Where this returns false the photo is
    /// passed over, and no more is said of it.
    virtual bool begun(std::size_t /*place*/, const PhotoRef & /*ref*/) { return true; }
    virtual void loaded(const SurveyedPhoto & /*photo*/) { }
    virtual void predicted(const SurveyedPhoto & /*photo*/, const Prediction & /*said*/) { }
    /// Where the plan has a second network: comes after the first one's prediction.
    virtual void predictedBySecond(const SurveyedPhoto & /*photo*/, const Prediction & /*said*/) { }
    /// The photo is as the network sees it that was asked.
    virtual void answered(const SurveyedPhoto & /*photo*/, const SurveyedAnswer & /*answer*/) { }
    /// Whether a measure is to be taken of a map: a place in SurveyPlan::measures.
    virtual bool wants(const SurveyedMap & /*map*/, std::size_t /*measure*/) { return true; }
    /// `measure` is the place in SurveyPlan::measures. None was measured where the measure has nothing to say
    /// of the map, or lacks what it needs, e.g. a mask.
    virtual void measured(const SurveyedPhoto & /*photo*/, const SurveyedMap & /*map*/,
        std::size_t /*measure*/, const std::optional<Measured> & /*measured*/)
    {
    }
    /// The last word of a photo where the photo itself failed, and where SurveyPlan::needsAll. Else what did
    /// not fail goes on: of a question that failed there is no answer, of a measure that failed there is.
    virtual void failed(const SurveyFailure & /*failure*/) { }
    /// The last word of a photo that has not failed, though single questions and measures may have.
    virtual void done(const SurveyedPhoto & /*photo*/) { }
};

/// What a survey is busy with.
struct SurveyPart
{
    std::size_t photo = 0; ///< place in SurveyPlan::photos
    std::optional<std::size_t> question = {}; ///< place in SurveyPlan::questions; none before the first
    Progress progress = {}; ///< of that question's method, or of a measure that needs the network
};

/// Goes through photos and asks the same of each: it loads the photo, asks for the prediction, asks the
/// questions one after the other, takes the measures, and tells the sink all of it. It keeps nothing itself.
/// A photo that fails does not end the survey; a GPU that is lost does, and step() throws Error: DeviceLost.
///
/// Steps: loading a photo and its prediction are one step, with the rivals' measures. A question takes the
/// steps of its method, the last one with the measures that need no network; each other measure takes steps
/// of its own. The end of the photo is a step. A photo of which neither a question nor a rival is asked takes
/// one step in all. Whoever drives the survey may stop between two steps: what the sink has been told is
/// right, and photos of which it has not been told the end are not complete.
///
/// Measures that need no network are taken of a rival once a photo, before the questions. Measures that need
/// the network depend on a class: they are taken of a rival once a photo for each class that an answer is
/// about, after the first such answer.
///
/// The random numbers of the rivals start from the plan's seed and run on from photo to photo, in the order
/// of the plan. A photo that is passed over, or cannot be read, takes none.
class Survey : public Computation
{
public:
    /// The network and the sink must outlive the survey.
    Survey(const Network &network, SurveyPlan plan, SurveySink &sink);

    bool step() override;
    /// In photos.
    Progress progress() const override;
    /// What the last step was busy with.
    SurveyPart part() const { return m_part; }

private:
    /// A measure that is to be taken, or is being taken.
    struct Measuring
    {
        SurveyedMap map;
        std::size_t measure = 0;
        MeasureInput input;
        std::unique_ptr<Measurement> run = {};
    };

    SurveyedPhoto current() const { return {m_next, m_plan.photos[m_next], *m_photo}; }
    AskedNetwork networkOf(std::size_t question) const;
    const Photo &photoFor(AskedNetwork network);
    void askNetworks();
    void work();
    void begin();
    void drawRivals();
    void explainOn();
    void hearAnswer();
    void queueMeasures(const SurveyedMap &map, const MeasureInput &input, bool needNetwork);
    void queueRivals(int target);
    void takeQuickMeasures();
    void measureOn();
    void end();
    void fail(const Error &error);
    void nextMeasure();
    void nextQuestion();
    void nextPhoto();

    const Network &m_network;
    SurveyPlan m_plan;
    SurveySink &m_sink;
    NumpyRandom m_random;
    std::size_t m_next = 0;
    SurveyPart m_part;
    ReadAhead<Photo> m_photos;
    // The photo that is being worked on.
    std::optional<Photo> m_photo;
    std::optional<Photo> m_secondPhoto; ///< where the second network sees another picture of it
    std::vector<std::shared_ptr<const Map>> m_rivals; ///< the heats, by place in the plan
    std::vector<int> m_targets; ///< the classes for which the rivals have been measured
    std::size_t m_question = 0;
    // The question that is being worked on.
    std::optional<MethodOptions> m_asked;
    std::unique_ptr<Explanation> m_explanation;
    std::optional<Answer> m_answer;
    std::deque<Measuring> m_queue; ///< of the rivals or of the answer; the first one may be running
};

} // namespace convscope
