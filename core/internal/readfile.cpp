#include "core/internal/readfile.h"

#include "core/computing.h"
#include "core/error.h"
#include "core/internal/regularfile.h"

#include <algorithm>
#include <new>

namespace convscope {

std::vector<std::uint8_t> readFile(const std::filesystem::path &file, std::size_t atMost)
{
    mayBlock("readFile");
    const RegularFile opened(file);
    const std::size_t size = std::min(opened.size(), atMost);
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
        const std::size_t got = opened.read(bytes.data() + done, size - done);
        if (got == 0)
            break; // it shrank since; whoever parses it will see that it is cut
        done += got;
    }
    bytes.resize(done);
    return bytes;
}

} // namespace convscope
