#include "ui/present/wholefile.h"

#include "core/error.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace convscope {

namespace fs = std::filesystem;

QByteArray wholeFile(const fs::path &file, qint64 largest)
{
    std::error_code problem;
    const fs::file_status status = fs::status(file, problem);
    if (!fs::exists(status))
        throw Error(problem && problem != std::errc::no_such_file_or_directory
                    && problem != std::errc::not_a_directory
                ? ErrorKind::CannotRead
                : ErrorKind::NoSuchFile,
            file, {problem.message()});
    if (!fs::is_regular_file(status)) // opening a pipe would wait for its writer
        throw Error(ErrorKind::CannotRead, file, {}, Phrase::NoRegularFile);
    const auto size = fs::file_size(file, problem);
    if (problem)
        throw Error(ErrorKind::CannotRead, file, {problem.message()});
    if (size == 0)
        throw Error(ErrorKind::FileEmpty, file);
    if (size > std::uintmax_t(largest))
        throw Error(
            ErrorKind::CannotRead, file, {}, Phrase{Phrase::LargerThan, {std::to_string(largest >> 20)}});
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    stream.read(bytes.data(), bytes.size());
    if (!stream.is_open() || stream.bad())
        throw Error(ErrorKind::CannotRead, file, {std::strerror(errno)});
    bytes.truncate(qsizetype(stream.gcount())); // it may have shrunk since
    return bytes;
}

} // namespace convscope
