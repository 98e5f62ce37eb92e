#include "ui/session/sessionopener.h"

#include "core/io/npy.h"
#include "ui/present/figurefile.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <variant>

namespace convscope {

namespace fs = std::filesystem;

SessionOpener::SessionOpener(Lane &readers, const NetworkOptions &options, QObject *parent)
    : QObject(parent)
    , m_readers(readers)
    , m_options(options)
{
}

void SessionOpener::open(const fs::path &file)
{
    m_file = file;
    std::error_code ignored;
    m_places = {fs::absolute(file, ignored).parent_path()};
    read();
}

void SessionOpener::lookIn(const fs::path &folder)
{
    m_places.prepend(folder);
    read();
}

void SessionOpener::read()
{
    m_reading = m_readers.call<Reopened>(
        {Urgency::Open, [file = m_file] { return tr("Opening %1").arg(displayText(file.filename())); }},
        [file = m_file, places = m_places, options = m_options] {
            const bool isSession = file.extension() == sessionEnding;
            return reopen(isSession ? readSession(file) : readFigure(file), places, options);
        },
        {
            .done = [this](const Reopened &reopened) { Q_EMIT opened(reopened); },
            .failed = [this](const Error &error) { refuse(error); },
            .progress = {},
            .stopped =
                [this](const auto &) {
                    Q_EMIT failed(tr("You stopped the opening of %1. Open it again to try once more.")
                                      .arg(displayText(m_file.filename())));
                },
        });
}

void SessionOpener::refuse(const Error &error)
{
    if (error.kind() == ErrorKind::FigureWithoutRecipe)
        Q_EMIT isNoFigure(m_file, sentence(error));
    else
        Q_EMIT failed(sentence(error));
}

void SessionOpener::save(const Session &session, const fs::path &file)
{
    m_saving = m_readers.call<bool>(
        {Urgency::Open, [file] { return tr("Saving %1").arg(displayText(file.filename())); }},
        [session, file] {
            writeFile(file, sessionText(withHashes(session), fs::absolute(file).parent_path()).toStdString());
            return true;
        },
        {
            .done = [this, file](bool) { Q_EMIT saved(file); },
            .failed = [this](const Error &error) { Q_EMIT failed(sentence(error)); },
        });
}

} // namespace convscope
