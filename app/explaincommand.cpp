#include "app/commands.h"
#include "app/evidencemaker.h"
#include "app/exitcodes.h"
#include "app/fieldgroup.h"
#include "app/inputs.h"
#include "app/optionkinds.h"
#include "app/secondnetwork.h"
#include "app/texts.h"
#include "app/work.h"
#include "core/log.h"
#include "ui/present/evidencetexts.h"
#include "ui/present/methodtexts.h"
#include "ui/present/paths.h"
#include "ui/present/results.h"
#include "ui/present/sentences.h"

#include <chrono>
#include <cmath>

namespace convscope {

namespace {

/// What the network sees of noise, to the nearest byte: noise is no picture file.
Image pictureOfNoise(const Map &map)
{
    Image image{map.width, map.height, std::vector<std::uint8_t>(map.values.size())};
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x) {
            for (int channel = 0; channel < map.channels; ++channel) {
                const auto place = std::size_t((y * map.width + x) * map.channels + channel);
                image.pixels[place] = std::uint8_t(std::lround(map.at(channel, y, x) * 255));
            }
        }
    }
    return image;
}

/// The question that all results answer, but for the photo and the method.
Question questionOf(const std::filesystem::path &model, const Subject &subject)
{
    Question question;
    question.networkFile = model;
    question.networkHash = fileHash(model);
    question.precision = subject.info().precision;
    question.input = subject.info().input;
    question.device = QString::fromStdString(subject.info().device);
    return question;
}

/// Writes the files of a question that is asked about photo after photo.
class ResultWriter : public TerminalSink
{
public:
    /// `evidence`: null where none is wanted; the names are those of the classes.
    ResultWriter(std::filesystem::path out, std::vector<std::string> stems, Question question,
        Terminal &terminal, std::unique_ptr<EvidenceMaker> evidence, QStringList classNames)
        : TerminalSink(terminal, stems.size())
        , m_out(std::move(out))
        , m_stems(std::move(stems))
        , m_question(std::move(question))
        , m_terminal(terminal)
        , m_evidence(std::move(evidence))
        , m_classNames(std::move(classNames))
    {
    }

    bool begun(std::size_t place, const PhotoRef &ref) override
    {
        m_start = std::chrono::steady_clock::now();
        return TerminalSink::begun(place, ref);
    }

    void loaded(const SurveyedPhoto &photo) override
    {
        m_question.photoFile = photo.ref.file;
        m_question.photoHash = fileHash(photo.ref.file);
    }

    void answered(const SurveyedPhoto &photo, const SurveyedAnswer &answer) override
    {
        m_question.options = answer.asked;
        std::optional<Evidence> evidence;
        if (m_evidence) {
            evidence = m_evidence->evidenceFor(photo, answer);
            if (!evidence)
                return;
        }
        write(photo.photo, answer.answer, m_stems[photo.place],
            evidence ? evidence->measures : TakenMeasures());
        if (evidence)
            sayEvidence(photo, answer.answer, *evidence);
    }

    /// Throws Error. What the user stops leaves no files.
    void explainNoise(const Network &network, Seed seed)
    {
        m_start = std::chrono::steady_clock::now();
        Photo photo;
        photo.input = pictureOfNoise(noise(seed, network.info().input.size));
        const auto run = explain(network, photo, m_question.options);
        if (runToEnd(*run, m_terminal))
            write(photo, run->answer(), "noise-" + std::to_string(seed.value));
    }

private:
    void write(const Photo &photo, const Answer &answer, const std::string &stem,
        const TakenMeasures &evidence = {}) const
    {
        if (!traitsOf(m_question.options).startsFromNoise) // else there is nothing that the network saw first
            writeInput(m_out, stem, m_question, photo);
        TakenMeasures measures =
            isDifference(answer) ? TakenMeasures() : takeQuickMeasures(measureInput(answer, photo));
        measures.insert(measures.end(), evidence.begin(), evidence.end());
        writeResults(m_out, stem, m_question, photo, answer, measures);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - m_start;
        log::info(
            stem + ": " + methodName(m_question.options) + " in " + std::to_string(seconds.count()) + " s");
        sayNotes(photo.file, notesOf(photo, answer, measures));
    }

    void sayEvidence(const SurveyedPhoto &photo, const Answer &answer, const Evidence &evidence) const
    {
        const EvidenceWords words = evidenceWords(answer, evidence, {m_classNames, photo.ref.label});
        for (const QString &text : words.sentences + words.hints)
            m_terminal.note(displayText(photo.ref.file) + QStringLiteral(": ") + text);
    }

    void sayNotes(const std::filesystem::path &file, const Notes &notes) const
    {
        const QString name = file.empty() ? QString() : displayText(file) + QStringLiteral(": ");
        for (const Note &note : notes)
            m_terminal.note(name + sentence(note));
    }

    std::filesystem::path m_out;
    std::vector<std::string> m_stems; ///< what the files of each photo are called
    Question m_question;
    Terminal &m_terminal;
    std::unique_ptr<EvidenceMaker> m_evidence;
    QStringList m_classNames;
    std::chrono::steady_clock::time_point m_start;
};

/// One method, asked about photos: its arrays with their pictures and questions go into a folder.
class ExplainCommand : public Command
{
public:
    explicit ExplainCommand(const MethodOptions &method)
        : m_fields({method})
    {
    }

    std::string name() const override { return methodName(method()); }
    QString help() const override { return methodSummary(method()); }
    void bind(CLI::App &app) override;
    void check() override;
    int run(Terminal &terminal) override;
    /// The numbers of layers, and bars.
    Painting paints() const override
    {
        const AnswerKind kind = traitsOf(method()).answer;
        return kind == AnswerKind::LayerMaps || kind == AnswerKind::FilterWeights ? Painting::Beside
                                                                                  : Painting::None;
    }

private:
    const MethodOptions &method() const { return m_fields.methods().front().options(); }
    /// Set where the method starts from noise.
    std::optional<Seed> noiseSeed() const { return noiseSeedOf(method()); }
    /// Whether it always does.
    bool needsNoPhoto() const { return traitsOf(method()).startsFromNoise; }

    void bindSecond(CLI::App &app);
    void checkPlace() const;
    void checkNoise() const;

    NetworkGroup m_network;
    SecondGroup m_second;
    AskedNetwork m_asked = AskedNetwork::First;
    PhotoGroup m_photos;
    FieldGroup m_fields;
    std::vector<CLI::Option *> m_needed; ///< layer and filter; null where the method has none
    std::string m_noiseOption; ///< "--noise-seed"; empty where the method cannot start from noise
    StreamGroup m_stream;
    bool m_evidence = false;
    std::filesystem::path m_out;
};

void ExplainCommand::bind(CLI::App &app)
{
    m_network.bind(app);
    bindSecond(app);
    m_photos.bind(app);
    m_fields.bind(app);
    m_needed = {m_fields.optionOf<LayerId>(), m_fields.optionOf<FilterId>()};
    if (const CLI::Option *seed = m_fields.optionOf<std::optional<Seed>>())
        m_noiseOption = seed->get_name();
    if (fieldOf<std::uint64_t>(method()))
        m_stream.bind(app);
    if (hasEvidence({.question = method()}))
        app.add_flag("--evidence", m_evidence,
            utf8(CommandLine::tr("measure each map and say what speaks for it, beside random maps")));
    addPath(app, "--out", m_out, "DIR", CommandLine::tr("folder for the results; made where there is none"))
        ->required();
    app.footer(utf8(methodExplanation(method())));
}

void ExplainCommand::bindSecond(CLI::App &app)
{
    m_second.bind(app);
    addWord(app, "--network", {Words<AskedNetwork>::all.begin(), Words<AskedNetwork>::all.end()},
        CommandLine::tr("A, B or A-B"),
        CommandLine::tr("which network is asked: A, the first; B, the second; A-B, what the first says less "
                        "what the second says"),
        [this](std::size_t place) { m_asked = AskedNetwork(place); });
}

/// Throws UsageError.
void ExplainCommand::checkPlace() const
{
    for (const CLI::Option *needed : m_needed) {
        if (!needed || needed->count() > 0)
            continue;
        const std::string option = needed->get_name();
        if (counts(method(), option.substr(option.find_first_not_of('-'))))
            throw UsageError(utf8(CommandLine::tr("%1 is required").arg(fromUtf8(option))));
    }
}

/// Throws UsageError where what is asked for needs a photo, or another network.
void ExplainCommand::checkNoise() const
{
    if (!noiseSeed())
        return;
    if (m_asked != AskedNetwork::First)
        throw UsageError(utf8(needsNoPhoto()
                ? CommandLine::tr(
                    "this method starts from noise and asks the first network: leave --network out.")
                : CommandLine::tr("%1 asks the first network: leave --network out, or leave out %1.")
                      .arg(fromUtf8(m_noiseOption))));
    if (m_photos.areGiven())
        throw UsageError(utf8(needsNoPhoto()
                ? CommandLine::tr("this method starts from noise: leave the photos out.")
                : CommandLine::tr("%1 starts from noise: leave the photos out, or leave out %1.")
                      .arg(fromUtf8(m_noiseOption))));
}

void ExplainCommand::check()
{
    checkPlace();
    m_network.complete();
    m_second.need(m_asked);
    if (m_asked != AskedNetwork::First && m_evidence)
        throw UsageError(utf8(CommandLine::tr("--evidence is measured of the first network alone: leave "
                                              "--network out, or leave out --evidence.")));
    if (m_network.demo && !noiseSeed())
        m_photos.useDemo();
    m_network.check();
    if (!noiseSeed())
        m_photos.check();
    checkNoise();
}

int ExplainCommand::run(Terminal &terminal)
{
    resultStems(m_photos.images); // what cannot be named is said before the long work
    Subject subject = openSubject(m_network, m_photos.labels.classes, terminal);
    const std::vector<PhotoRef> photos =
        findPhotos(m_photos, subject, terminal).photos; // whose folders may name the classes
    Question question = questionOf(m_network.model, subject);
    question.options = m_fields.methods().front().resolved(subject);
    std::vector<std::filesystem::path> files;
    for (const PhotoRef &photo : photos)
        files.push_back(photo.file);
    std::vector<std::string> stems = resultStems(files);
    const auto second = openSecond(m_second, m_network, subject, terminal);
    if (m_asked == AskedNetwork::Difference)
        second->needDifference(question.options);
    if (m_asked != AskedNetwork::First) {
        question.second = QuestionOfTwo{m_asked, second->used};
        for (std::string &stem : stems)
            stem += fileSuffix(m_asked);
    }
    makeFolder(m_out);

    const MethodOptions options = question.options;
    ResultWriter writer(m_out, stems, std::move(question), terminal,
        m_evidence ? std::make_unique<EvidenceMaker>(*subject.network, terminal) : nullptr,
        subject.classNames);
    if (const std::optional<Seed> seed = noiseSeed()) {
        terminal.setSubject(CommandLine::tr("noise"));
        guarded({}, terminal, [&] { writer.explainNoise(*subject.network, *seed); });
        return terminal.exitCode();
    }
    Survey survey(*subject.network,
        {.photos = photos,
            .questions = {options},
            .pair = second ? second->pair.get() : nullptr,
            .networks = {m_asked},
            .isStreamShared = m_stream.isShared},
        writer);
    drive(survey, terminal);
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> explainCommand(const MethodOptions &method)
{
    return std::make_unique<ExplainCommand>(method);
}

} // namespace convscope
