#include "app/commands.h"
#include "app/inputs.h"
#include "app/optionkinds.h"
#include "app/texts.h"
#include "app/work.h"
#include "ui/present/labeltexts.h"
#include "ui/present/listings.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

namespace convscope {

namespace {

/// Collects predictions, and prints each at once where they are not to be JSON.
class PredictionTeller : public TerminalSink
{
public:
    PredictionTeller(const Subject &subject, std::size_t photoCount, bool isJson, Terminal &terminal)
        : TerminalSink(terminal, photoCount)
        , m_subject(subject)
        , m_isJson(isJson)
        , m_terminal(terminal)
    {
    }

    const std::vector<PredictedPhoto> &all() const { return m_all; }

    void loaded(const SurveyedPhoto &photo) override
    {
        for (const Note &note : photo.photo.notes)
            m_terminal.note(displayText(photo.ref.file) + QStringLiteral(": ") + sentence(note));
    }

    void predicted(const SurveyedPhoto &photo, const Prediction &said) override
    {
        m_all.push_back({photo.ref.file, photo.ref.label, said, displayText(photo.ref.ownClass)});
        if (!m_isJson)
            m_terminal.print(predictionText(m_all.back(), m_subject.classNames).toUtf8());
    }

private:
    const Subject &m_subject;
    bool m_isJson;
    Terminal &m_terminal;
    std::vector<PredictedPhoto> m_all;
};

class PredictCommand : public Command
{
public:
    std::string name() const override { return "predict"; }
    QString help() const override { return CommandLine::tr("tell the five likeliest classes of photos"); }
    void bind(CLI::App &app) override;
    void check() override;
    int run(Terminal &terminal) override;

private:
    NetworkGroup m_network;
    PhotoGroup m_photos;
    bool m_json = false;
};

void PredictCommand::bind(CLI::App &app)
{
    m_network.bind(app);
    addJsonFlag(app, m_json);
    m_photos.bind(app);
}

void PredictCommand::check()
{
    m_network.complete();
    if (m_network.demo)
        m_photos.useDemo();
    m_network.check();
    m_photos.check();
}

int PredictCommand::run(Terminal &terminal)
{
    Subject subject = openSubject(m_network, m_photos.labels.classes, terminal);
    const PhotoSet set = findPhotos(m_photos, subject, terminal);
    if (!m_json && !m_photos.folder.data.empty())
        terminal.print((labelRuleText(set.labels) + u'\n').toUtf8());
    PredictionTeller teller(subject, set.photos.size(), m_json, terminal);
    Survey survey(*subject.network, {.photos = set.photos, .predicts = true}, teller);
    runToEnd(survey, terminal);
    if (m_json)
        terminal.print(predictionsJson(teller.all(), subject.plainNames(), set.labels));
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> predictCommand() { return std::make_unique<PredictCommand>(); }

} // namespace convscope
