#include <CLI/CLI.hpp>

int main(int argc, char **argv)
{
    CLI::App app("Shows what a convolutional network looks at.", "convscope");
    app.set_version_flag("--version", "convscope " CONVSCOPE_VERSION);
    CLI11_PARSE(app, argc, argv);
    return 0;
}
