#include "app/program.h"

#include "app/commandline.h"
#include "app/commands.h"
#include "app/qtapplication.h"
#include "app/qtmessages.h"
#include "app/resources.h"
#include "app/terminal.h"
#include "app/texts.h"
#include "core/log.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/window/application.h"

#include <new>

namespace convscope {

namespace {

int openWindow(const Invocation &asked, char **argv, std::unique_ptr<QCoreApplication> &qt)
{
    if (!hasDisplay()) {
        printError(CommandLine::tr(
            "there is no display to open a window on. The subcommands need none: see convscope --help."));
        return exitFailed;
    }
    WindowOptions options;
    options.model = asked.model;
    options.data = asked.data;
    options.split = asked.split;
    options.network = asked.network;
    if (asked.input)
        options.network.input = inputOf(*asked.input);
    options.demo = demoIn(resourceFolder());
    options.openDemo = asked.demo;
    options.documentation = documentationFile();
    options.file = asked.open;
    options.threads = asked.threads;
    options.labels.asked = asked.labels;
    if (!asked.labelMap.empty())
        options.labels.map = readLabelMap(asked.labelMap);
    qt.reset(); // the window makes its own
    int argc = 1; // the rest is ours, not Qt's
    char *arguments[] = {argv[0], nullptr};
    return runWindow(argc, arguments, options);
}

int runCommand(const Invocation &asked)
{
    Terminal terminal;
    switch (asked.command) {
    case Command::Window:
        break;
    case Command::Layers:
        listLayers(asked, terminal);
        break;
    case Command::Predict:
        predictPhotos(asked, terminal);
        break;
    case Command::Evaluate:
        evaluateFolder(asked, terminal);
        break;
    case Command::Explain:
        explainPhotos(asked, terminal);
        break;
    case Command::Figure:
        drawFigure(asked, terminal);
        break;
    }
    return terminal.exitCode();
}

int run(int argc, char **argv, std::unique_ptr<QCoreApplication> &qt)
{
    const auto asked = parseCommandLine(argc, argv);
    if (!asked)
        return exitDone;
    sendQtMessagesToLog();
    const bool window = asked->command == Command::Window;
    if (window || asked->verbose)
        log::start({window ? logFile() : std::filesystem::path(), asked->verbose,
            asked->verbose ? log::Level::Debug : log::Level::Info});
    if (window)
        return openWindow(*asked, argv, qt);
    if (asked->command == Command::Figure) {
        qt.reset();
        qt = paintingApplication();
    }
    return runCommand(*asked);
}

int failed(const Error &error)
{
    log::error(error.what());
    printError(sentence(error));
    return exitFailed;
}

} // namespace

int runProgram(int argc, char **argv)
{
    std::unique_ptr<QCoreApplication> qt = plainApplication(); // translates until the last error is told
    try {
        return run(argc, argv, qt);
    } catch (const UsageError &error) {
        printError(QString::fromStdString(error.what()));
        return exitUsage;
    } catch (const Error &error) {
        return failed(error);
    } catch (const std::bad_alloc &) {
        return failed(Error(ErrorKind::OutOfMemory));
    } catch (const std::exception &error) {
        return failed(Error(ErrorKind::Internal, {}, {error.what()}));
    }
}

} // namespace convscope
