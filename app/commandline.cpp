#include "app/commandline.h"

#include "app/exitcodes.h"
#include "app/program.h"
#include "app/texts.h"

#include <CLI/CLI.hpp>

namespace convscope {

namespace {

void translateHeadings(CLI::FormatterBase &formatter)
{
    formatter.label("Usage", utf8(CommandLine::tr("Usage")));
    formatter.label("OPTIONS", utf8(CommandLine::tr("OPTIONS")));
    formatter.label("SUBCOMMAND", utf8(CommandLine::tr("SUBCOMMAND")));
    formatter.label("Positionals", utf8(CommandLine::tr("Positionals")));
    formatter.label("REQUIRED", utf8(CommandLine::tr("REQUIRED")));
    formatter.label("Needs", utf8(CommandLine::tr("Needs")));
}

/// The command line's grammar, made of what the commands add to it.
class Grammar
{
public:
    Grammar(Command &window, const Commands &subcommands);

    /// Throws CLI::ParseError.
    void parse(int argc, char **argv) { m_app.parse(argc, argv); }
    /// The one that was named, the window where none was.
    Command &named() const;
    /// The window's options mean nothing to a subcommand. Throws UsageError.
    void refuseStrayOptions() const;
    /// Prints the help or the version that was asked for.
    void print(const CLI::ParseError &asked) const { m_app.exit(asked); }

private:
    struct Subcommand
    {
        CLI::App *app;
        Command *command;
    };

    void add(Command &command);
    static void addCommon(CLI::App &app, Command &command);

    CLI::App m_app;
    Command &m_window;
    std::vector<Subcommand> m_subcommands;
};

Grammar::Grammar(Command &window, const Commands &subcommands)
    : m_app(utf8(window.help()), programName())
    , m_window(window)
{
    m_app.require_subcommand(0, 1);
    translateHeadings(*m_app.get_formatter());
    m_app.option_defaults()->group(utf8(CommandLine::tr("Options")));
    m_app.set_help_flag("-h,--help", utf8(CommandLine::tr("print this help and exit")));
    m_app.get_formatter()->column_width(30);
    addCommon(m_app, window);
    for (const std::unique_ptr<Command> &command : subcommands)
        add(*command);
}

void Grammar::add(Command &command)
{
    CLI::App *app = m_app.add_subcommand(command.name(), utf8(command.help()));
    app->group(utf8(CommandLine::tr("Subcommands")));
    app->get_help_ptr()->group(utf8(CommandLine::tr("Options"))); // it has not taken the default
    addCommon(*app, command);
    m_subcommands.push_back({app, &command});
}

void Grammar::addCommon(CLI::App &app, Command &command)
{
    app.set_version_flag("--version", programVersion, utf8(CommandLine::tr("print the version and exit")));
    app.add_flag("--verbose", command.isVerbose, utf8(CommandLine::tr("tell on stderr what is being done")));
    command.bind(app);
}

Command &Grammar::named() const
{
    for (const Subcommand &sub : m_subcommands) {
        if (sub.app->parsed())
            return *sub.command;
    }
    return m_window;
}

void Grammar::refuseStrayOptions() const
{
    if (m_app.get_subcommands().empty())
        return;
    for (const CLI::Option *option : m_app.get_options()) {
        if (option->count() > 0)
            throw UsageError(utf8(CommandLine::tr("%1 stands before the subcommand; it belongs after it.")
                                      .arg(fromUtf8(option->get_name()))));
    }
}

/// CLI11's text in our words, and in the user's language where it is one that users meet.
QString sentenceOf(const CLI::ParseError &error)
{
    const QString text = fromUtf8(error.what());
    const auto kind = CLI::ExitCodes(error.get_exit_code()); // its name may be the subcommand's
    if (kind == CLI::ExitCodes::ArgumentMismatch) { // "--index: 1 required N,N,… missing"
        const QString option = text.section(u':', 0, 0);
        return text.endsWith(QLatin1String("missing"))
            ? CommandLine::tr("%1 needs a value").arg(option)
            : CommandLine::tr("%1 is given more than once").arg(option);
    }
    if (kind == CLI::ExitCodes::RequiredError && text.endsWith(QLatin1String(" is required")))
        return CommandLine::tr("%1 is required").arg(text.section(u' ', 0, 0));
    if (kind == CLI::ExitCodes::RequiresError)
        return CommandLine::tr("%1 requires %2").arg(text.section(u' ', 0, 0), text.section(u' ', -1));
    if (kind == CLI::ExitCodes::ExtrasError)
        return CommandLine::tr("not expected: %1").arg(text.section(QStringLiteral(": "), 1));
    return text;
}

UsageError withHelp(const QString &problem, const Command &command)
{
    QString name = fromUtf8(programName());
    if (!command.name().empty())
        name += u' ' + fromUtf8(command.name());
    return UsageError(utf8(CommandLine::tr("%1 (see %2 --help)").arg(problem, name)));
}

} // namespace

Command *parseCommandLine(int argc, char **argv, Command &window, const Commands &subcommands)
{
    Grammar grammar(window, subcommands);
    try {
        grammar.parse(argc, argv);
        grammar.refuseStrayOptions();
        grammar.named().check();
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == 0) { // help or version
            grammar.print(error);
            return nullptr;
        }
        throw withHelp(sentenceOf(error), grammar.named());
    } catch (const UsageError &error) {
        throw withHelp(fromUtf8(error.what()), grammar.named());
    }
    return &grammar.named();
}

} // namespace convscope
