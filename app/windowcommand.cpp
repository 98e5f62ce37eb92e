#include "app/windowcommand.h"

#include "app/exitcodes.h"
#include "app/qtmessages.h"
#include "app/resources.h"
#include "app/terminal.h"
#include "app/texts.h"
#include "ui/present/drawing.h"
#include "ui/present/session.h"
#include "ui/window/application.h"

#include <CLI/CLI.hpp>

namespace convscope {

WindowCommand::WindowCommand(char *program, std::unique_ptr<QCoreApplication> &qt)
    : m_program(program)
    , m_qt(qt)
{
}

QString WindowCommand::help() const
{
    return CommandLine::tr("Shows what a convolutional network trained on photos looks at.\n"
                           "Without a subcommand it opens the window.");
}

void WindowCommand::bind(CLI::App &app)
{
    m_network.bind(app);
    m_second.bind(app);
    m_folder.bind(app, CommandLine::tr("folder of photos to open"),
        CommandLine::tr("split of the folder, e.g. validation"));
    m_labels.bind(app);
    bindFile(app);
}

void WindowCommand::bindFile(CLI::App &app)
{
    const auto open = [this](const std::string &text) {
        m_file = text;
        if (!isFigureName(m_file) && m_file.extension() != sessionEnding)
            throw CLI::ValidationError(utf8(CommandLine::tr(
                "“%1” is no subcommand, and its name does not end in .png, .svg, .pdf or .convscope")
                                                .arg(fromUtf8(text))));
    };
    app.add_option_function<std::string>(
           "FILE", open, utf8(CommandLine::tr("figure or session to open in the window")))
        ->type_name("");
}

int WindowCommand::run(Terminal &)
{
    if (!hasDisplay()) {
        printError(CommandLine::tr(
            "there is no display to open a window on. The subcommands need none: see convscope --help."));
        return exitFailed;
    }
    WindowOptions options;
    options.model = m_network.model;
    options.data = m_folder.data;
    options.split = m_folder.split;
    options.network = m_network.resolved();
    options.demo = installedDemo();
    options.openDemo = m_network.demo;
    options.documentation = documentationFile();
    options.file = m_file;
    options.threads = m_network.threads;
    options.labels = m_labels.choice();
    options.drawn = m_second.drawn();
    if (!options.drawn)
        options.second = m_second.asked;
    m_qt.reset();
    int argc = 1; // the rest is ours, not Qt's
    char *arguments[] = {m_program, nullptr};
    return runWindow(argc, arguments, options);
}

} // namespace convscope
