#include "core/internal/readfile.h"

#include "core/computing.h"
#include "core/error.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <new>
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

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

} // namespace

std::vector<std::uint8_t> readFile(const std::filesystem::path &file, std::size_t atMost)
{
    mayBlock("readFile");
    // Non-blocking: opening a pipe would wait for its writer.
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (opened.number() < 0 || ::fstat(opened.number(), &status) != 0)
        throwCannotRead(file, errno);
    if (S_ISDIR(status.st_mode))
        throwCannotRead(file, EISDIR);
    if (!S_ISREG(status.st_mode))
        throw Error(ErrorKind::CannotRead, file, {}, Phrase::NoRegularFile);
    const std::size_t size = std::min(std::size_t(status.st_size), atMost);
    if (size == 0)
        throw Error(ErrorKind::FileEmpty, file);

    std::vector<std::uint8_t> bytes;
    try {
        bytes.resize(size);
    } catch (const std::bad_alloc &) {
        throw Error(ErrorKind::OutOfMemory, file);
    }
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = ::read(opened.number(), bytes.data() + done, size - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throwCannotRead(file, errno);
        if (got == 0)
            break; // it shrank since; whoever parses it will see that it is cut
        done += std::size_t(got);
    }
    bytes.resize(done);
    return bytes;
}

} // namespace convscope
