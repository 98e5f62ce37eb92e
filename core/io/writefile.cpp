#include "core/computing.h"
#include "core/error.h"
#include "core/io/npy.h"

#include <cerrno>
#include <random>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace convscope {

namespace fs = std::filesystem;

namespace {

/// Writes everything and closes. Returns 0 or the errno of what failed.
int writeAndClose(int descriptor, const std::string &bytes, bool isForGood = false)
{
    mayBlock("writeFile");
    int reason = 0;
    for (std::size_t done = 0; done < bytes.size() && reason == 0;) {
        const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (written >= 0)
            done += std::size_t(written);
        else if (errno != EINTR)
            reason = errno;
    }
    if (isForGood && reason == 0 && ::fsync(descriptor) != 0 && errno != EINVAL)
        reason = errno;
    // A full disk or a lost share may show only here.
    if (::close(descriptor) != 0 && reason == 0)
        reason = errno;
    return reason;
}

/// A new file in the folder, with the permissions that the user's umask gives; its name is short and hidden,
/// whatever the length of the final one. Returns the descriptor, or -1 with errno set.
int createBeside(const fs::path &folder, fs::path &created)
{
    thread_local std::mt19937_64 random{std::random_device{}()};
    int descriptor = -1;
    do {
        created = folder / (".convscope-" + std::to_string(random()));
        descriptor = ::open(created.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (descriptor < 0 && (errno == EEXIST || errno == EINTR));
    return descriptor;
}

int writeInto(const fs::path &device, const std::string &bytes)
{
    const int descriptor = ::open(device.c_str(), O_WRONLY | O_CLOEXEC);
    return descriptor < 0 ? errno : writeAndClose(descriptor, bytes);
}

int replace(const fs::path &file, const std::string &bytes, bool isForGood)
{
    fs::path beside;
    const int descriptor = createBeside(file.has_parent_path() ? file.parent_path() : ".", beside);
    if (descriptor < 0)
        return errno;
    int reason = writeAndClose(descriptor, bytes, isForGood);
    if (reason == 0 && ::rename(beside.c_str(), file.c_str()) != 0)
        reason = errno;
    if (reason != 0)
        ::unlink(beside.c_str());
    return reason;
}

void write(const fs::path &file, const std::string &bytes, bool isForGood)
{
    std::error_code ignored;
    const fs::file_status there = fs::status(file, ignored);
    int reason = 0;
    if (fs::is_directory(there)) {
        reason = EISDIR;
    } else if (fs::exists(there) && !fs::is_regular_file(there)) {
        reason = writeInto(file, bytes); // a device or a pipe, which a rename would replace by a plain file
    } else {
        // Where a link stands, the file behind it is replaced and the link stays.
        const fs::path target = fs::exists(there) ? fs::canonical(file, ignored) : file;
        reason = replace(target.empty() ? file : target, bytes, isForGood);
    }
    if (reason != 0)
        throw Error(ErrorKind::CannotWrite, file, {std::generic_category().message(reason)});
}

} // namespace

void writeFile(const fs::path &file, const std::string &bytes) { write(file, bytes, /*isForGood=*/false); }

void writeFileForGood(const fs::path &file, const std::string &bytes)
{
    write(file, bytes, /*isForGood=*/true);
}

void syncFolder(const fs::path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace convscope
