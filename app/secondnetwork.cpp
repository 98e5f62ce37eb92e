#include "app/secondnetwork.h"

#include "app/exitcodes.h"
#include "app/optionkinds.h"
#include "app/texts.h"
#include "core/log.h"
#include "ui/present/paths.h"
#include "ui/present/results.h"
#include "ui/present/sentences.h"

namespace convscope {

namespace {

const std::string option = "--model-b";
const std::string random = "random";

NetworkOptions optionsOf(const NetworkGroup &first, const Subject &subject, const std::filesystem::path &file)
{
    NetworkOptions options;
    options.device = first.options.device;
    options.precision = first.options.precision;
    options.upright = first.options.upright;
    if (subject.info().inputOrigin == InputOrigin::Told && !inputBeside(file))
        options.input = first.resolved().input;
    return options;
}

/// B's own names; the first one's where both number the same classes.
QStringList namesOf(const NetworkPair &pair, const Subject &subject)
{
    const std::vector<std::string> &own = pair.second().info().input.classNames;
    QStringList names;
    for (const std::string &name : own)
        names += displayText(name);
    return own.empty() && pair.match().hasSameClasses() ? subject.classNames : names;
}

} // namespace

void SecondGroup::bind(CLI::App &app)
{
    app.add_option_function<std::string>(
           option,
           [this](const std::string &text) {
               asked = text;
               if (asked.starts_with(random + ':') && !drawn())
                   refuse(option, text, CommandLine::tr("random:N with a whole number N from 1"));
           },
           utf8(CommandLine::tr(
               "a second network, B: a file, or random: the first one with its layers, or its "
               "last N layers with weights, drawn anew")))
        ->type_name("FILE|random[:N]");
}

std::optional<DrawnAnew> SecondGroup::drawn() const
{
    if (asked == random)
        return DrawnAnew();
    if (!asked.starts_with(random + ':'))
        return {};
    const auto modules = numberFrom<int>(asked.substr(random.size() + 1), {1, 1e6});
    return modules ? std::optional(DrawnAnew{*modules}) : std::nullopt;
}

void SecondGroup::need(AskedNetwork network) const
{
    if (network != AskedNetwork::First && !isGiven())
        throw UsageError(utf8(CommandLine::tr("%1 is missing: %2 is asked for, but which network is B?")
                                  .arg(fromUtf8(option), QLatin1String(word(network)))));
}

const QStringList &SecondSubject::namesFor(AskedNetwork network, const Subject &subject) const
{
    return network == AskedNetwork::Second ? classNames : subject.classNames;
}

void SecondSubject::needDifference(const MethodOptions &question) const
{
    if (const std::optional<Error> reason = pair->whyNoDifference(question))
        throw Error(*reason);
}

std::unique_ptr<SecondSubject> openSecond(
    const SecondGroup &second, const NetworkGroup &first, const Subject &subject, Terminal &terminal)
{
    if (!second.isGiven())
        return {};
    auto opened = std::make_unique<SecondSubject>();
    const std::optional<DrawnAnew> drawn = second.drawn();
    std::shared_ptr<const Network> network;
    if (drawn) {
        network = drawnAnew(*subject.network, *drawn);
        opened->used.drawn = drawn;
    } else {
        const std::filesystem::path file = second.asked;
        network = openNetwork(file, optionsOf(first, subject, file));
        opened->used.network = usedNetwork(file, network->info());
        for (const Note &note : network->info().notes)
            terminal.note(displayText(file) + QStringLiteral(": ") + sentence(note));
        if (opened->used.network.file.hash == fileHash(first.model))
            terminal.note(sentence(Note(Note::SameNetworkTwice)));
    }
    log::info("network B: " + second.asked);
    opened->pair = std::make_unique<NetworkPair>(subject.network, std::move(network));
    for (const Note &note : opened->pair->match().notes())
        terminal.note(sentence(note));
    opened->classNames = namesOf(*opened->pair, subject);
    return opened;
}

} // namespace convscope
