#include "ui/session/autosave.h"

#include "core/io/npy.h"
#include "ui/present/sentences.h"
#include "ui/session/lastsession.h"

#include <QScopeGuard>
#include <chrono>
#include <memory>

namespace convscope {

using namespace std::chrono_literals;

namespace {

void writeLastSession(const QByteArray &text)
{
    const std::filesystem::path file = lastSessionFile();
    if (file.empty())
        return;
    std::error_code ignored; // writeFile will say what is wrong with the folder
    std::filesystem::create_directories(file.parent_path(), ignored);
    writeFile(file, text.toStdString());
}

} // namespace

Autosave::Autosave(std::function<Session()> current, QObject *parent)
    : QObject(parent)
    , m_current(std::move(current))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
}

/// The timer is not started again while it runs: who keeps changing things is saved as well.
void Autosave::soon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

QByteArray Autosave::text() const
{
    const Session session = m_current();
    const bool nothing =
        session.network.file.file.empty() && session.folder.empty() && session.photos.isEmpty();
    return nothing ? QByteArray() : sessionText(session);
}

void Autosave::write()
{
    const QByteArray session = text();
    if (session.isEmpty() || session == m_written)
        return;
    m_written = session;
    auto ended = std::make_shared<std::promise<void>>();
    m_ended = ended->get_future();
    m_writing = m_writer.call<bool>({Urgency::Open, {}},
        [session, ended] {
            const auto tell = qScopeGuard([&ended] { ended->set_value(); });
            writeLastSession(session);
            return true;
        },
        {.done = [this](bool) { m_failed = false; }, .failed = [this](const Error &error) { fail(error); }});
}

void Autosave::now()
{
    m_timer.stop();
    write();
    if (m_ended.valid())
        m_ended.wait_for(2s);
}

void Autosave::fail(const Error &error)
{
    m_written.clear();
    if (!m_failed)
        Q_EMIT failed(tr("The session cannot be saved for the next start. %1").arg(sentence(error)));
    m_failed = true;
}

} // namespace convscope
