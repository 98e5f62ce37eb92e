#include "core/log.h"
#include "tests/support/catch.h"

#include <fstream>
#include <sstream>

using namespace convscope;

TEST_CASE("the log file holds what is important enough, word for word")
{
    const auto folder = std::filesystem::temp_directory_path() / "convscope-log-test";
    std::filesystem::remove_all(folder);
    log::start({folder / "below" / "convscope.log", false, log::Level::Info});
    log::debug("too small");
    log::info("opened {} and %s");
    log::start({}); // what follows goes nowhere
    log::error("after the end");

    std::ostringstream text;
    text << std::ifstream(folder / "below" / "convscope.log").rdbuf();
    CHECK(text.str().find("[info] opened {} and %s\n") != std::string::npos);
    CHECK(text.str().find("too small") == std::string::npos);
    CHECK(text.str().find("after the end") == std::string::npos);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a log file that cannot be written does no harm")
{
    log::start({"/dev/null/convscope.log", false, log::Level::Info});
    log::info("lost");
    log::start({});
    SUCCEED();
}
