#include "core/loading/engine.h"
#include "core/error.h"
#include "core/log.h"

#include <chrono>
#include <dlfcn.h>

namespace convscope {

namespace {

/// The folder of the file that holds this code.
std::filesystem::path ownFolder()
{
    Dl_info info = {};
    if (dladdr(reinterpret_cast<const void *>(&ownFolder), &info) == 0 || !info.dli_fname)
        return {};
    return std::filesystem::path(info.dli_fname).parent_path();
}

} // namespace

const Engine &loadEngine(const std::filesystem::path &file)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto failed = [&file](const Phrase &reason) {
        return Error(ErrorKind::EngineMissing, file, {}, reason);
    };
    // Never closed: LibTorch cannot be unloaded, and results of the engine's types live on.
    void *library = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    if (!library)
        throw Error(ErrorKind::EngineMissing, file, {dlerror()});
    auto table = reinterpret_cast<const Engine *(*)()>(dlsym(library, "convscopeEngine"));
    if (!table)
        throw failed(Phrase::NotTheEngine);
    const Engine &loaded = *table();
    if (loaded.version != version())
        throw failed({Phrase::EngineOfVersion, {loaded.version}});
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    log::info("loaded " + file.string() + " in " + std::to_string(int(taken.count() * 1000)) + " ms");
    return loaded;
}

const Engine &engine()
{
    static const Engine &loaded = loadEngine(ownFolder() / CONVSCOPE_ENGINE);
    return loaded;
}

} // namespace convscope
