#include "core/log.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <vector>

namespace convscope::log {

namespace {

constexpr std::size_t fileBytes = 1 << 20;
constexpr std::size_t oldFiles = 3;

/// Points into keep(): loggers live until the process has ended, as worker threads may log until then.
std::atomic<spdlog::logger *> logger = nullptr;

spdlog::logger *keep(std::unique_ptr<spdlog::logger> started)
{
    static std::mutex mutex;
    static auto &all = *new std::vector<std::unique_ptr<spdlog::logger>>;
    const std::lock_guard lock(mutex);
    return all.emplace_back(std::move(started)).get();
}

spdlog::level::level_enum spdlogLevel(Level level)
{
    switch (level) {
    case Level::Debug:
        return spdlog::level::debug;
    case Level::Info:
        return spdlog::level::info;
    case Level::Warning:
        return spdlog::level::warn;
    case Level::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

/// Null where the file cannot be written; `failure` says why.
spdlog::sink_ptr fileSink(const std::filesystem::path &file, std::string &failure)
{
    try {
        std::filesystem::create_directories(file.parent_path());
        return std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), fileBytes, oldFiles);
    } catch (const std::exception &error) {
        failure = error.what();
        return nullptr;
    }
}

} // namespace

void start(const Options &options)
{
    std::vector<spdlog::sink_ptr> sinks;
    std::string failure;
    if (!options.file.empty()) {
        if (auto sink = fileSink(options.file, failure))
            sinks.push_back(std::move(sink));
    }
    if (options.toStderr)
        sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    auto started = std::make_unique<spdlog::logger>("convscope", sinks.begin(), sinks.end());
    started->set_level(spdlogLevel(options.level));
    started->flush_on(spdlog::level::info);
    // A log that fails (full disk) must not stop the program, nor write where results are read.
    started->set_error_handler([](const std::string &) {});
    logger = keep(std::move(started));
    if (!failure.empty())
        warning("no log file: " + failure);
}

void write(Level level, const std::string &text)
{
    if (spdlog::logger *current = logger)
        current->log(spdlogLevel(level), spdlog::string_view_t(text.data(), text.size()));
}

} // namespace convscope::log
