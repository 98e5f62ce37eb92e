#include "app/commands.h"
#include "app/texts.h"
#include "core/explain/methods.h"
#include "core/log.h"
#include "ui/present/paths.h"
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

/// Answers one question for photo after photo and writes the files.
class Explainer
{
public:
    Explainer(
        const Invocation &asked, const Subject &subject, const MethodOptions &options, Terminal &terminal)
        : m_asked(asked)
        , m_subject(subject)
        , m_options(options)
        , m_terminal(terminal)
        , m_question(questionOf(asked, subject, fileHash(asked.model)))
    {
    }

    /// Throws Error. A photo that the user stops leaves no files.
    void explain(const PhotoRef &ref, const std::string &stem)
    {
        const Photo photo = loadPhoto(ref, m_subject.info().input);
        m_question.photoFile = ref.file;
        m_question.photoHash = fileHash(ref.file);
        explain(photo, stem);
    }

    void explainNoise(std::uint32_t seed)
    {
        Photo photo;
        photo.input = pictureOfNoise(noise(seed, m_subject.info().input.size));
        explain(photo, "noise-" + std::to_string(seed));
    }

private:
    void explain(const Photo &photo, const std::string &stem)
    {
        const auto start = std::chrono::steady_clock::now();
        const auto run = convscope::explain(*m_subject.network, photo, m_options);
        if (!runToEnd(*run, m_terminal))
            return;
        const Answer answer = run->answer();
        m_question.options = m_options;
        writeInput(m_asked.out, stem, m_question, photo);
        writeResults(m_asked.out, stem, m_question, photo, answer);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        log::info(stem + ": " + methodName(m_options) + " in " + std::to_string(seconds.count()) + " s");
        sayNotes(photo, answer);
        runStreamOn(answer);
    }

    void sayNotes(const Photo &photo, const Answer &answer)
    {
        Notes notes = photo.notes;
        std::visit(
            [&](const auto &any) { notes.insert(notes.end(), any.notes.begin(), any.notes.end()); }, answer);
        const QString name = photo.file.empty() ? QString() : displayText(photo.file) + QStringLiteral(": ");
        for (const Note &note : notes)
            m_terminal.note(name + sentence(note));
    }

    void runStreamOn(const Answer &answer)
    {
        const auto *lime = std::get_if<LimeExplanation>(&answer);
        if (lime && m_asked.sharedStream)
            std::get<LimeOptions>(m_options).streamOffset = lime->streamEnd;
    }

    const Invocation &m_asked;
    const Subject &m_subject;
    MethodOptions m_options;
    Terminal &m_terminal;
    Question m_question;
};

} // namespace

void explainPhotos(const Invocation &asked, Terminal &terminal)
{
    resultStems(asked.images); // what cannot be named is said before the long work
    Subject subject = openSubject(asked, terminal);
    const std::vector<PhotoRef> photos =
        findPhotos(asked, subject, terminal).photos; // whose folders may name the classes
    const MethodOptions options = resolvedMethods(asked, subject).front();
    std::vector<std::filesystem::path> files;
    for (const PhotoRef &photo : photos)
        files.push_back(photo.file);
    const std::vector<std::string> stems = resultStems(files);
    makeFolder(asked.out);

    Explainer explainer(asked, subject, options, terminal);
    const auto *filterImage = std::get_if<FilterImageOptions>(&options);
    if (filterImage && filterImage->noiseSeed && photos.empty()) {
        terminal.setSubject(CommandLine::tr("noise"));
        guarded({}, terminal, [&] { explainer.explainNoise(*filterImage->noiseSeed); });
        return;
    }
    std::size_t next = 0;
    forEachPhoto(photos, terminal, [&](const PhotoRef &ref) { explainer.explain(ref, stems[next++]); });
}

} // namespace convscope
