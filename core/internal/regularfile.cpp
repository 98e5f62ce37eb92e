#include "core/internal/regularfile.h"

#include "core/error.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace convscope {

namespace {

[[noreturn]] void throwCannotRead(const std::filesystem::path &file, int reason)
{
    if (reason == ENOENT || reason == ENOTDIR)
        throw Error(ErrorKind::NoSuchFile, file);
    throw Error(ErrorKind::CannotRead, file, {std::generic_category().message(reason)});
}

} // namespace

RegularFile::RegularFile(const std::filesystem::path &file)
    : m_file(file)
    , m_descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
{
    struct stat status = {};
    if (m_descriptor < 0)
        throwCannotRead(file, errno);
    int reason = ::fstat(m_descriptor, &status) == 0 ? 0 : errno;
    if (reason == 0 && S_ISDIR(status.st_mode))
        reason = EISDIR;
    if (reason == 0 && S_ISREG(status.st_mode)) {
        m_size = std::size_t(status.st_size);
        return;
    }
    ::close(m_descriptor);
    if (reason != 0)
        throwCannotRead(file, reason);
    throw Error(ErrorKind::CannotRead, file, {}, Phrase::NoRegularFile);
}

RegularFile::~RegularFile() { ::close(m_descriptor); }

std::size_t RegularFile::read(void *to, std::size_t atMost) const
{
    ssize_t got = 0;
    do
        got = ::read(m_descriptor, to, atMost);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        throwCannotRead(m_file, errno);
    return std::size_t(got);
}

} // namespace convscope
