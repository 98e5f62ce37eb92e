#include "core/explain/survey.h"

#include <algorithm>
#include <new>
#include <utility>

namespace convscope {

Survey::Survey(const Network &network, SurveyPlan plan, SurveySink &sink)
    : m_network(network)
    , m_plan(std::move(plan))
    , m_sink(sink)
    , m_random(m_plan.seed)
    , m_photos(m_plan.photos.size(), photosAhead(network.info().device),
          [this](std::size_t place) { return loadPhoto(m_plan.photos[place], m_network.info().input); })
{
    if (!m_plan.redrawn)
        m_plan.redrawn = std::make_shared<RedrawnNetwork>();
}

bool Survey::step()
{
    if (m_next == m_plan.photos.size())
        return false;
    try {
        work();
    } catch (const Error &error) {
        fail(error);
    } catch (const std::bad_alloc &) {
        fail(Error(ErrorKind::OutOfMemory));
    } catch (const std::exception &error) {
        fail(Error(ErrorKind::Internal, {}, {error.what()}));
    }
    return m_next < m_plan.photos.size();
}

Progress Survey::progress() const { return {int(m_next), int(m_plan.photos.size())}; }

/// Does one step of what the photo needs next.
void Survey::work()
{
    if (!m_photo)
        begin();
    else if (!m_queue.empty())
        measureOn();
    else if (m_question < m_plan.questions.size())
        explainOn();
    else
        end();
}

void Survey::begin()
{
    m_part = {m_next};
    const PhotoRef &ref = m_plan.photos[m_next];
    if (!m_sink.begun(m_next, ref)) {
        nextPhoto();
        return;
    }
    m_photo = m_photos.take(m_next);
    m_sink.loaded(current());
    if (m_plan.predicts)
        askNetworks();
    if (m_plan.questions.empty() && m_plan.rivals.empty())
        end();
    else
        drawRivals();
}

void Survey::askNetworks()
{
    m_sink.predicted(current(), predict(m_network, m_photo->input));
    if (m_plan.pair)
        m_sink.predictedBySecond(
            current(), predict(m_plan.pair->second(), photoFor(AskedNetwork::Second).input));
}

AskedNetwork Survey::networkOf(std::size_t question) const
{
    return m_plan.pair && question < m_plan.networks.size() ? m_plan.networks[question] : AskedNetwork::First;
}

/// As that network sees it, with the first one's label.
const Photo &Survey::photoFor(AskedNetwork network)
{
    if (network != AskedNetwork::Second || m_plan.pair->match().seesSamePicture())
        return *m_photo;
    if (!m_secondPhoto)
        m_secondPhoto = loadPhoto(m_plan.photos[m_next], m_plan.pair->second().info().input);
    return *m_secondPhoto;
}

/// Makes the photo's rival maps, and takes the measures that need no network.
void Survey::drawRivals()
{
    for (std::size_t rival = 0; rival < m_plan.rivals.size(); ++rival) {
        m_rivals.push_back(std::make_shared<const Map>(
            rivalHeat(m_plan.rivals[rival], m_random, m_photo->input.width, m_photo->input.height)));
        queueMeasures({true, rival}, {*m_photo, m_rivals.back()}, false);
    }
    takeQuickMeasures();
}

void Survey::explainOn()
{
    if (!m_explanation) {
        m_asked = m_plan.questions[m_question];
        m_part = {m_next, m_question};
        const AskedNetwork network = networkOf(m_question);
        m_explanation = network == AskedNetwork::First
            ? explain(m_network, *m_photo, *m_asked)
            : explainOfTwo(*m_plan.pair, network, photoFor(network), *m_asked);
    }
    const bool more = m_explanation->step();
    m_part.progress = m_explanation->progress();
    if (more)
        return;
    m_answer = m_explanation->answer();
    m_explanation.reset();
    hearAnswer();
    if (m_queue.empty())
        nextQuestion();
    else
        takeQuickMeasures();
}

/// Tells of the answer, and queues its measures.
void Survey::hearAnswer()
{
    const auto *weights = std::get_if<SuperpixelWeights>(&*m_answer);
    std::uint64_t *offset = fieldOf<std::uint64_t>(m_plan.questions[m_question]);
    if (weights && offset && m_plan.isStreamShared)
        *offset = weights->streamEnd;
    const AskedNetwork network = networkOf(m_question);
    m_sink.answered({m_next, m_plan.photos[m_next], photoFor(network)}, {m_question, *m_asked, *m_answer});
    if (m_plan.measures.empty() || network != AskedNetwork::First)
        return;
    MeasureInput input = measureInput(*m_answer, *m_photo);
    input.network = &m_network;
    input.question = &*m_asked;
    input.redrawn = m_plan.redrawn.get();
    const SurveyedMap map{false, m_question, input.target};
    for (const bool needNetwork : {false, true})
        queueMeasures(map, input, needNetwork);
    if (input.target)
        queueRivals(*input.target);
}

/// Queues the measures that need the network, or those that need none.
void Survey::queueMeasures(const SurveyedMap &map, const MeasureInput &input, bool needNetwork)
{
    for (std::size_t measure = 0; measure < m_plan.measures.size(); ++measure) {
        if (m_plan.measures[measure]->traits().needsNetwork == needNetwork && m_sink.wants(map, measure))
            m_queue.push_back({map, measure, input});
    }
}

/// Queues the measures of the rivals that need the network, once for each class.
void Survey::queueRivals(int target)
{
    if (std::find(m_targets.begin(), m_targets.end(), target) != m_targets.end())
        return;
    m_targets.push_back(target);
    for (std::size_t rival = 0; rival < m_rivals.size(); ++rival)
        queueMeasures({true, rival, target},
            {.photo = *m_photo, .heat = m_rivals[rival], .target = target, .network = &m_network}, true);
}

/// Takes what is queued, up to the first measure that needs the network.
void Survey::takeQuickMeasures()
{
    while (!m_queue.empty() && !m_plan.measures[m_queue.front().measure]->traits().needsNetwork)
        measureOn();
}

/// Does one step of the first measure that is queued.
void Survey::measureOn()
{
    Measuring &first = m_queue.front();
    const Measure &measure = *m_plan.measures[first.measure];
    std::optional<Measured> measured;
    if (canMeasure(measure, first.input)) {
        if (!first.run)
            first.run = measure.start(first.input);
        const bool more = first.run->step();
        if (measure.traits().needsNetwork)
            m_part.progress = first.run->progress();
        if (more)
            return;
        measured = first.run->result();
    }
    m_sink.measured(current(), first.map, first.measure, measured);
    nextMeasure();
}

void Survey::end()
{
    m_sink.done(current());
    nextPhoto();
}

void Survey::fail(const Error &error)
{
    if (error.kind() == ErrorKind::DeviceLost) // no other photo would fare better
        throw error;
    const PhotoRef &ref = m_plan.photos[m_next];
    SurveyFailure failure{m_next, ref, {}, {}, error.about(ref.file)};
    if (m_asked)
        failure.question = m_question;
    if (!m_queue.empty()) {
        failure.measure = m_queue.front().measure;
        failure.map = m_queue.front().map;
    }
    if (failure.isOfPhoto() || m_plan.needsAll)
        nextPhoto();
    else if (failure.measure)
        nextMeasure();
    else
        nextQuestion();
    m_sink.failed(failure);
}

void Survey::nextMeasure()
{
    m_queue.pop_front();
    if (m_queue.empty() && m_asked)
        nextQuestion();
}

void Survey::nextQuestion()
{
    m_queue.clear();
    m_explanation.reset();
    m_answer.reset();
    m_asked.reset();
    ++m_question;
}

void Survey::nextPhoto()
{
    nextQuestion();
    m_question = 0;
    m_targets.clear();
    m_rivals.clear();
    m_photo.reset();
    m_secondPhoto.reset();
    ++m_next;
}

} // namespace convscope
