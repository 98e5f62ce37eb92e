#include "core/error.h"
#include "core/io/sha256.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace convscope;

namespace {

std::span<const std::uint8_t> bytesOf(const std::string &text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

std::string hashOf(const std::string &text)
{
    Sha256 hash;
    hash.add(bytesOf(text));
    return hexText(hash.digest());
}

} // namespace

TEST_CASE("SHA-256 gives what the standard's examples give")
{
    CHECK(hashOf("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hashOf("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256Of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hashOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hashOf("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
                 "lmnopqrsmnopqrstnopqrstu")
        == "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    CHECK(hashOf(std::string(1'000'000, 'a'))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not depend on how the bytes are cut into pieces")
{
    // Around the places where the end of the message takes one block more. With sha256sum, of so many letters
    // a.
    const std::vector<std::pair<std::size_t, std::string>> expected = {
        {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
        {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
        {120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
    };
    for (const auto &[size, hash] : expected) {
        const std::string text(size, 'a');
        INFO(size);
        CHECK(hashOf(text) == hash);
        for (std::size_t cut = 0; cut <= size; ++cut) {
            Sha256 pieces;
            pieces.add(bytesOf(text).first(cut));
            pieces.digest(); // changes nothing
            pieces.add({});
            pieces.add(bytesOf(text).subspan(cut));
            CHECK(hexText(pieces.digest()) == hash);
        }
    }
}

TEST_CASE("a file is hashed whatever its size")
{
    const TemporaryFolder folder;
    CHECK(sha256OfFile(folder.add("empty", "")) == hashOf(""));
    CHECK(sha256OfFile(folder.add("abc", "abc")) == hashOf("abc"));
    // Two pieces of what is read at a time, and a bit more.
    const std::string large((std::size_t(2) << 20) + 7, 'x');
    CHECK(sha256OfFile(folder.add("large", large)) == hashOf(large));
    CHECK(sha256OfFile(folder.add(std::string("no text \xff"), "abc")) == hashOf("abc"));
}

TEST_CASE("what is no file has no hash, and the error says why")
{
    const TemporaryFolder folder;
    const auto none = errorOf([&] { sha256OfFile(folder / "none"); });
    REQUIRE(none);
    CHECK(none->kind() == ErrorKind::NoSuchFile);
    CHECK(none->file() == folder / "none");
    const auto below = errorOf([&] { sha256OfFile(folder.add("file") / "below"); });
    REQUIRE(below);
    CHECK(below->kind() == ErrorKind::NoSuchFile);
    const auto directory = errorOf([&] { sha256OfFile(folder.path()); });
    REQUIRE(directory);
    CHECK(directory->kind() == ErrorKind::CannotRead);
    CHECK(directory->values() == std::vector<std::string>{"Is a directory"});
    REQUIRE(::symlink("loop", (folder / "loop").c_str()) == 0);
    const auto loop = errorOf([&] { sha256OfFile(folder / "loop"); });
    REQUIRE(loop);
    CHECK(loop->kind() == ErrorKind::CannotRead);
    CHECK_FALSE(loop->values().empty());
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    REQUIRE(::symlink("/dev/zero", (folder / "zeros").c_str()) == 0);
    for (const char *name : {"pipe", "zeros", "loop", "."})
        CHECK(errorOf([&] { sha256OfRegularFile(folder / name); }).value().kind() == ErrorKind::CannotRead);
    CHECK(sha256OfRegularFile(folder / "file") == sha256OfFile(folder / "file"));
}
