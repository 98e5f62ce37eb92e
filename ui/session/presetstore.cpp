#include "ui/session/presetstore.h"

#include "core/error.h"
#include "core/io/npy.h"
#include "ui/present/sentences.h"

#include <algorithm>

namespace convscope {

PresetStore::PresetStore(QObject *parent)
    : QObject(parent)
{
    read({});
}

bool PresetStore::has(const QString &name) const { return std::ranges::count(m_kept, name, &Preset::name); }

void PresetStore::keep(const Preset &preset)
{
    read([preset] { keepPreset(preset); }, preset.name);
}

void PresetStore::rename(const QString &from, const QString &to)
{
    read([from, to] { renameKeptPreset(from, to); });
}

void PresetStore::forget(const QString &name)
{
    read([name] { forgetPreset(name); });
}

/// All that is kept, after a change where there is one. `name`: of the preset that it adds.
void PresetStore::read(std::function<void()> change, const QString &name)
{
    std::erase_if(m_jobs, [](const JobHandle &job) { return !job.isActive(); });
    m_jobs.push_back(m_disk.call<KeptPresets>({Urgency::Open, {}},
        [change] {
            if (change)
                change();
            return readKeptPresets();
        },
        {.done =
                [this, name](const KeptPresets &kept) {
                    take(kept);
                    if (!name.isEmpty())
                        Q_EMIT added(name);
                },
            .failed =
                [this, isChange = bool(change)](const Error &error) {
                    Q_EMIT failed(sentence(error));
                    if (isChange)
                        read({}); // as it is now
                }}));
}

/// What cannot be read is told once.
void PresetStore::take(const KeptPresets &kept)
{
    m_kept = kept.presets;
    Q_EMIT changed();
    for (const Error &error : kept.unreadable) {
        const QString reason = sentence(error);
        if (m_told.contains(reason))
            continue;
        m_told << reason;
        Q_EMIT failed(reason);
    }
}

void PresetStore::open(const std::filesystem::path &file)
{
    m_opening = m_disk.call<Preset>({Urgency::Open, {}}, [file] { return readPreset(file); },
        {.done = [this](const Preset &preset) { Q_EMIT opened(preset); },
            .failed = [this](const Error &error) { Q_EMIT failed(sentence(error)); }});
}

void PresetStore::save(const Preset &preset, const std::filesystem::path &file)
{
    m_jobs.push_back(m_disk.call<bool>({Urgency::Open, {}},
        [preset, file] {
            writeFile(file, presetText(preset).toStdString());
            return true;
        },
        {.done = [this, file](bool) { Q_EMIT saved(file); },
            .failed = [this](const Error &error) { Q_EMIT failed(sentence(error)); }}));
}

} // namespace convscope
