#include "core/error.h"
#include "core/io/npy.h"
#include "tests/core/picturesummary.h"
#include "tests/support/catch.h"
#include "tests/support/temporaryfolder.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace convscope;

namespace fs = std::filesystem;

namespace {

std::string reasonOf(const fs::path &file)
{
    try {
        writeFile(file, "new");
        return "written";
    } catch (const Error &error) {
        CHECK(error.kind() == ErrorKind::CannotWrite);
        CHECK(error.file() == file);
        return error.values().at(0);
    }
}

std::ptrdiff_t entriesIn(const fs::path &folder)
{
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

} // namespace

TEST_CASE("a file is written, then replaced, and nothing else is left beside it")
{
    const TemporaryFolder folder;
    writeFile(folder / "a.npy", std::string(3'000'000, 'a'));
    CHECK(contentOf(folder / "a.npy") == std::string(3'000'000, 'a'));
    writeFile(folder / "a.npy", std::string("\0b", 2));
    CHECK(contentOf(folder / "a.npy") == std::string("\0b", 2));
    CHECK(entriesIn(folder.path()) == 1);
}

TEST_CASE("a new file has the permissions that the umask gives")
{
    const TemporaryFolder folder;
    const mode_t before = ::umask(027);
    writeFile(folder / "a", "a");
    ::umask(before);
    CHECK(int(fs::status(folder / "a").permissions()) == 0640);
}

TEST_CASE("the longest file name is fine, a longer one is not")
{
    const TemporaryFolder folder;
    CHECK(reasonOf(folder / std::string(255, 'n')) == "written");
    CHECK(reasonOf(folder / std::string(256, 'n')) == "File name too long");
    CHECK(entriesIn(folder.path()) == 1);
}

TEST_CASE("what cannot be written says why and leaves all as it was")
{
    const TemporaryFolder folder;
    CHECK(reasonOf(folder / "missing" / "a") == "No such file or directory");
    fs::create_directory(folder / "folder");
    CHECK(reasonOf(folder / "folder") == "Is a directory");
    folder.add("file");
    CHECK(reasonOf(folder / "file" / "a") == "Not a directory");
    CHECK(entriesIn(folder.path()) == 2);
    CHECK(reasonOf("/dev/full") == "No space left on device");
}

TEST_CASE("a device is written to, not replaced")
{
    writeFile("/dev/null", "gone");
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("behind a link, the file is replaced and the link stays")
{
    const TemporaryFolder folder;
    folder.add("elsewhere/target", "old");
    fs::create_symlink("elsewhere/target", folder / "link");
    writeFile(folder / "link", "new");
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(contentOf(folder / "elsewhere" / "target") == "new");
}
