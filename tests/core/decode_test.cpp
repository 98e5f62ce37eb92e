#include "core/error.h"
#include "core/image/decode.h"
#include "tests/core/picturesummary.h"
#include "tests/support/catch.h"
#include "tests/support/temporaryfolder.h"

#include <map>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace convscope;

namespace {

const std::filesystem::path odd = CONVSCOPE_TEST_DATA "/odd";

/// The error of decoding a file, as its text for logs without the file; "decoded" where there was none.
std::string outcome(const std::filesystem::path &file)
{
    try {
        decodeImage(file);
        return "decoded";
    } catch (const Error &error) {
        CHECK(error.file() == file);
        std::string text = name(error.kind());
        for (const std::string &value : error.values())
            text += " " + value;
        if (error.phrase())
            text += std::string(" ") + name(error.phrase()->kind);
        return text;
    }
}

Notes notesOf(const char *file) { return decodeImage(odd / file).notes; }

} // namespace

TEST_CASE("every kind of picture decodes to Pillow's bytes")
{
    const nlohmann::json reference = imageReference();
    REQUIRE(reference["as_stored"].size() > 40);
    for (const auto &[file, expected] : reference["as_stored"].items()) {
        INFO(file);
        CHECK(summary(decodeImage(odd / file).image) == summary(expected));
    }
}

TEST_CASE("on request, pictures are turned as their EXIF block says")
{
    const nlohmann::json reference = imageReference();
    REQUIRE(reference["upright"].size() == 10);
    for (const auto &[file, expected] : reference["upright"].items()) {
        INFO(file);
        CHECK(summary(decodeImage(odd / file, Orientation::Upright).image) == summary(expected));
    }
    const Image once = decodeImage(odd / "orientation-6.tif").image;
    CHECK(decodeImage(odd / "orientation-6.tif", Orientation::Upright).image == once);
}

TEST_CASE("16 bits a channel become their upper 8")
{
    // make_odd.py puts the drawing into the upper byte, and its red channel into the gray picture.
    const Image drawing = decodeImage(odd / "colour.png").image;
    CHECK(decodeImage(odd / "16-bit.png").image == drawing);
    for (const char *file : {"16-bit-gray.png", "16-bit.pgm"}) {
        const Image gray = decodeImage(odd / file).image;
        REQUIRE(gray.pixels.size() == drawing.pixels.size());
        for (std::size_t i = 0; i < gray.pixels.size(); ++i)
            REQUIRE(gray.pixels[i] == drawing.pixels[i - i % 3]);
    }
}

TEST_CASE("what a conversion dropped is noted")
{
    CHECK(notesOf("16-bit.png") == Notes{Note::PhotoWas16Bit});
    CHECK(notesOf("16-bit-gray.png") == Notes{Note::PhotoWas16Bit});
    CHECK(notesOf("orientation-6.jpg") == Notes{Note::PhotoNotTurned});
    CHECK(notesOf("orientation-1.jpg").empty());
    CHECK(notesOf("orientation-6.tif").empty()); // which is turned, as Pillow does it
    CHECK(decodeImage(odd / "orientation-6.jpg", Orientation::Upright).notes.empty());
    CHECK(notesOf("16-bit.ppm") == Notes{Note::PhotoWas16Bit});
    CHECK(notesOf("cmyk.jpg") == Notes{Note::PhotoWasCmyk});
    CHECK(notesOf("alpha-png.jpg") == Notes{Note::PhotoHadAlpha});
    CHECK(notesOf("palette-transparent.png") == Notes{Note::PhotoHadAlpha});
    CHECK(notesOf("gray-alpha.png") == Notes{Note::PhotoHadAlpha});
    CHECK(notesOf("alpha.webp") == Notes{Note::PhotoHadAlpha});
    CHECK(notesOf("alpha.tif") == Notes{Note::PhotoHadAlpha});
    CHECK(notesOf("colour.jpg").empty());
    CHECK(notesOf("palette.png").empty());
    CHECK(notesOf("colour.tif").empty());
}

TEST_CASE("broken and foreign files are refused, each for its reason")
{
    const std::map<std::string, std::string> expected{
        {"animation.gif", "ImageUnsupported GIF"},
        {"bilevel.pbm", "ImageUnsupported PBM"},
        {"claims-a-billion-pixels.ppm", "ImageDamaged"},
        {"claims-900-million-pixels.png", "ImageTooLarge 30000 30000"},
        {"colour.pcx", "ImageUnsupported PCX"},
        {"colour.sgi", "ImageUnsupported SGI"},
        {"colour.tga", "ImageUnsupported TGA"},
        {"corrupt-bytes.png", "ImageDamaged"},
        {"empty.jpg", "FileEmpty"},
        {"few-rows.png", "ImageDamaged"},
        {"lab.tif", "ImageUnsupported LabTiff"},
        {"only-a-start.jpg", "ImageDamaged"},
        {"prose.ppm", "NotAnImage"},
        {"sound.webp", "NotAnImage"},
        {"text.bmp", "NotAnImage"},
        {"text.jpg", "NotAnImage"},
        {"truncated-animated.webp", "ImageDamaged"},
        {"truncated-end-marker.jpg", "ImageDamaged"},
        {"truncated-progressive.jpg", "ImageDamaged"},
        {"truncated.bmp", "ImageDamaged"},
        {"truncated.jpg", "ImageDamaged"},
        {"truncated.png", "ImageDamaged"},
        {"truncated.ppm", "ImageDamaged"},
        {"truncated.tif", "ImageDamaged"},
        {"truncated.webp", "ImageDamaged"},
    };
    for (const auto &[file, reason] : expected) {
        INFO(file);
        CHECK(outcome(odd / file) == reason);
    }
    const nlohmann::json reference = imageReference();
    REQUIRE(reference["refused"].size() > 10);
    for (const nlohmann::json &file : reference["refused"]) // by Pillow
        CHECK(expected.count(file.get<std::string>()) == 1);
}

TEST_CASE("what is no readable file is refused without waiting for it")
{
    const TemporaryFolder folder;
    CHECK(outcome(folder / "missing.jpg") == "NoSuchFile");
    CHECK(outcome(folder.add("a.jpg") / "b.jpg") == "NoSuchFile");
    std::filesystem::create_directory(folder / "folder.jpg");
    CHECK(outcome(folder / "folder.jpg") == "CannotRead Is a directory");
    REQUIRE(::mkfifo((folder / "pipe.jpg").c_str(), 0600) == 0);
    CHECK(outcome(folder / "pipe.jpg") == "CannotRead NoRegularFile");
    CHECK(outcome("/dev/zero") == "CannotRead NoRegularFile");
    CHECK(outcome(folder / (std::string(300, 'a') + ".jpg")) == "CannotRead File name too long");
    if (::geteuid() != 0) { // root reads everything
        const auto closed = folder.add("closed.jpg");
        std::filesystem::permissions(closed, std::filesystem::perms::none);
        CHECK(outcome(closed) == "CannotRead Permission denied");
    }
}

TEST_CASE("every beginning of a picture is refused or whole, whatever its format")
{
    const TemporaryFolder folder;
    for (const char *name : {"colour.jpg", "progressive.jpg", "palette.png", "interlaced.png", "webp.jpg",
             "animated.webp", "palette.bmp", "colour.tif", "orientation-6.tif"}) {
        INFO(name);
        const std::string whole = contentOf(odd / name);
        const Image image = decodeImage(odd / name).image;
        for (std::size_t length = 1; length < whole.size(); length += 1 + length / 16) {
            const auto cut = folder.add("cut", whole.substr(0, length));
            const std::string result = outcome(cut);
            CHECK((result == "ImageDamaged" || result == "NotAnImage" || result == "decoded"));
            if (result == "decoded")
                CHECK(decodeImage(cut).image == image);
        }
    }
}

TEST_CASE("changed bytes are decoded or refused as what they are, and nothing worse")
{
    const TemporaryFolder folder;
    for (const char *name :
        {"4-4-4.jpg", "progressive.jpg", "cmyk.jpg", "palette-transparent.png", "16-bit.png", "alpha.webp",
            "animated.webp", "palette.bmp", "colour.tif", "palette.tif", "orientation-8.jpg"}) {
        const std::string whole = contentOf(odd / name);
        for (std::size_t at = 0; at < whole.size(); at += 1 + at / 8) {
            std::string changed = whole;
            changed[at] = char(changed[at] ^ 0xa5);
            const auto file = folder.add("changed", changed);
            INFO(name << " at " << at);
            try {
                decodeImage(file, Orientation::Upright);
            } catch (const Error &error) {
                CHECK((error.kind() == ErrorKind::ImageDamaged || error.kind() == ErrorKind::NotAnImage
                    || error.kind() == ErrorKind::ImageUnsupported
                    || error.kind() == ErrorKind::ImageTooLarge));
            }
        }
    }
}

TEST_CASE("the codecs keep silent, on several threads at once")
{
    const TemporaryFolder folder;
    const int saved = ::dup(STDERR_FILENO);
    const int file = ::open((folder / "stderr").c_str(), O_CREAT | O_WRONLY, 0600);
    ::dup2(file, STDERR_FILENO);
    const auto decodeAll = [] {
        for (const auto &entry : std::filesystem::directory_iterator(odd)) {
            try {
                decodeImage(entry.path());
            } catch (const Error &) {
                // the other tests say which
            }
        }
    };
    std::thread other(decodeAll);
    decodeAll();
    other.join();
    ::dup2(saved, STDERR_FILENO);
    ::close(file);
    ::close(saved);
    CHECK(contentOf(folder / "stderr").empty());
}
