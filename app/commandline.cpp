#include "app/commandline.h"

#include "app/optionbinder.h"
#include "app/resources.h"
#include "app/texts.h"
#include "core/runtime.h"
#include "ui/present/language.h"
#include "ui/present/session.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <list>
#include <qglobal.h>
#include <regex>
#include <sstream>

namespace convscope {

namespace {

std::string versionText()
{
    return "Convscope " + version() + " (LibTorch " + torchVersion() + ", OpenCV " + opencvVersion() + ", Qt "
        + qVersion() + ")";
}

void translateHeadings(CLI::FormatterBase &formatter)
{
    formatter.label("Usage", utf8(CommandLine::tr("Usage")));
    formatter.label("OPTIONS", utf8(CommandLine::tr("OPTIONS")));
    formatter.label("SUBCOMMAND", utf8(CommandLine::tr("SUBCOMMAND")));
    formatter.label("Positionals", utf8(CommandLine::tr("Positionals")));
    formatter.label("REQUIRED", utf8(CommandLine::tr("REQUIRED")));
    formatter.label("Needs", utf8(CommandLine::tr("Needs")));
}

CLI::Option *addPath(
    CLI::App &app, const char *name, std::filesystem::path &path, const char *type, const QString &help)
{
    return app
        .add_option_function<std::string>(
            name, [&path](const std::string &text) { path = text; }, utf8(help))
        ->type_name(type);
}

std::vector<std::string> splitAtCommas(const std::string &text)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');)
        parts.push_back(part);
    return parts;
}

View parseView(const std::string &text)
{
    for (const View view : allViews()) {
        if (id(view).toStdString() == text)
            return view;
    }
    throw CLI::ValidationError(
        "--views", isNot(text, CommandLine::tr("photo, saliency, activation, filter or lime")));
}

std::vector<View> parseViews(const std::string &text)
{
    std::vector<View> views;
    if (text.empty())
        throw CLI::ValidationError("--views", utf8(CommandLine::tr("no view is named")));
    for (const std::string &part : splitAtCommas(text)) {
        const View view = parseView(part);
        if (std::find(views.begin(), views.end(), view) != views.end())
            throw CLI::ValidationError(
                "--views", utf8(CommandLine::tr("“%1” is there twice").arg(fromUtf8(part))));
        views.push_back(view);
    }
    return views;
}

std::string checkDevice(const std::string &text)
{
    static const std::regex devices("auto|cpu|cuda(:[0-9]{1,3})?");
    return std::regex_match(text, devices) ? std::string()
                                           : isNot(text, CommandLine::tr("auto, cpu, cuda or cuda:n"));
}

/// The subcommands, and what the options given to each are written into.
class Grammar
{
public:
    Grammar();
    CLI::App &app() { return m_app; }
    /// What was asked for, after app().parse().
    Invocation result() const;
    /// The window's options mean nothing to a subcommand. Throws UsageError.
    void refuseStrayOptions() const;

private:
    struct Subcommand
    {
        CLI::App *app = nullptr;
        Invocation asked;
    };

    Subcommand &add(const char *name, const QString &description, Command command);
    void addExplain(const char *name, const QString &description, const MethodOptions &method);
    void addFigure();
    void addOpen();
    static void addStyle(CLI::App &app, FigureStyle &style);
    static void addCommon(CLI::App &app, Invocation &asked);
    static void addClasses(Subcommand &sub);
    static void addPhotos(Subcommand &sub);
    static void addLabels(CLI::App &app, Invocation &asked);
    static void addStream(Subcommand &sub);
    static void addLocalisation(Subcommand &sub);

    CLI::App m_app{utf8(CommandLine::tr("Shows what a convolutional network trained on photos looks at.\n"
                                        "Without a subcommand it opens the window.")),
        "convscope"};
    Invocation m_window;
    std::list<Subcommand> m_subcommands; // the options point into them
};

Grammar::Grammar()
{
    m_app.require_subcommand(0, 1);
    translateHeadings(*m_app.get_formatter());
    m_app.option_defaults()->group(utf8(CommandLine::tr("Options")));
    m_app.set_version_flag("--version", versionText, utf8(CommandLine::tr("print the version and exit")));
    m_app.set_help_flag("-h,--help", utf8(CommandLine::tr("print this help and exit")));
    m_app.get_formatter()->column_width(30);
    addCommon(m_app, m_window);
    addPath(m_app, "--data", m_window.data, "DIR", CommandLine::tr("folder of photos to open"));
    m_app
        .add_option("--split", m_window.split, utf8(CommandLine::tr("split of the folder, e.g. validation")))
        ->type_name("NAME");
    addLabels(m_app, m_window);

    addOpen();

    const std::string json = utf8(CommandLine::tr("print JSON"));
    Subcommand &layers = add("layers", CommandLine::tr("list the network's layers"), Command::Layers);
    layers.app->add_flag("--json", layers.asked.json, json);
    Subcommand &predict =
        add("predict", CommandLine::tr("tell the five likeliest classes of photos"), Command::Predict);
    predict.app->add_flag("--json", predict.asked.json, json);
    addPhotos(predict);
    Subcommand &evaluate =
        add("evaluate", CommandLine::tr("measure the accuracy over a folder of photos"), Command::Evaluate);
    evaluate.app->add_flag("--json", evaluate.asked.json, json);
    addPath(*evaluate.app, "--data", evaluate.asked.data, "DIR", CommandLine::tr("folder of photos"));
    evaluate.app->add_option("--split", evaluate.asked.split, utf8(CommandLine::tr("split of the folder")))
        ->type_name("NAME");
    addLabels(*evaluate.app, evaluate.asked);
    addClasses(evaluate);
    addLocalisation(evaluate);
    addExplain("saliency", CommandLine::tr("where a small change matters most"), SaliencyOptions{});
    addExplain("activation", CommandLine::tr("where a filter responds"), ActivationOptions{});
    addExplain("visualize", CommandLine::tr("what excites a filter most"), FilterImageOptions{});
    addExplain("lime", CommandLine::tr("which superpixels speak for and against a class"), LimeOptions{});
    addFigure();
}

Grammar::Subcommand &Grammar::add(const char *name, const QString &description, Command command)
{
    Subcommand &sub = m_subcommands.emplace_back();
    sub.app = m_app.add_subcommand(name, utf8(description));
    sub.app->group(utf8(CommandLine::tr("Subcommands")));
    sub.app->get_help_ptr()->group(utf8(CommandLine::tr("Options"))); // it has not taken the default
    sub.app->set_version_flag("--version", versionText, utf8(CommandLine::tr("print the version and exit")));
    sub.asked.command = command;
    sub.asked.name = name;
    addCommon(*sub.app, sub.asked);
    return sub;
}

void Grammar::addCommon(CLI::App &app, Invocation &asked)
{
    addPath(app, "--model", asked.model, "FILE", CommandLine::tr("network: a checkpoint, or TorchScript"));
    app.add_option("--input", asked.input,
           utf8(CommandLine::tr(
               "how photos are prepared: food11, imagenet or a JSON file; else what lies beside "
               "the network says")))
        ->type_name("NAME|FILE");
    app.add_option("--output", asked.network.output,
           utf8(CommandLine::tr(
               "which of several outputs of the network is its answer: its place from 0, or its key")))
        ->type_name("INDEX|KEY");
    app.add_flag("--upright", asked.network.upright,
        utf8(CommandLine::tr("turn photos as their cameras say, which the notebook does not")));
    app.add_flag("--demo", asked.demo,
        utf8(CommandLine::tr("the demo's network and photos where no others are given")));
    app.add_option("--device", asked.network.device, utf8(CommandLine::tr("auto, cpu, cuda or cuda:n")))
        ->type_name("")
        ->check(checkDevice)
        ->default_str(asked.network.device);
    app.add_option_function<std::string>(
           "--threads",
           [&asked](const std::string &text) {
               asked.threads = parseInt("--threads", text, {0, 1024});
           },
           utf8(CommandLine::tr("threads of the computation; 0: as many as it likes")))
        ->type_name("")
        ->default_str("0");
    const std::map<std::string, Precision> precisions = {
        {"float32", Precision::Float32}, {"float64", Precision::Float64}, {"preview", Precision::Preview}};
    app.add_option_function<std::string>(
           "--precision",
           [&asked, precisions](const std::string &text) {
               if (!precisions.count(text))
                   throw CLI::ValidationError(
                       "--precision", isNot(text, CommandLine::tr("float32, float64 or preview")));
               asked.network.precision = precisions.at(text);
           },
           utf8(CommandLine::tr("float32, float64, or preview: bfloat16 or half, inexact")))
        ->type_name("")
        ->default_str("float32");
    app.add_flag("--verbose", asked.verbose, utf8(CommandLine::tr("tell on stderr what is being done")));
}

void Grammar::addClasses(Subcommand &sub)
{
    addPath(*sub.app, "--classes", sub.asked.classes, "FILE",
        CommandLine::tr("names of the classes, one a line"));
}

void Grammar::addPhotos(Subcommand &sub)
{
    sub.app
        ->add_option_function<std::vector<std::string>>(
            "IMAGES",
            [&sub](const std::vector<std::string> &files) {
                sub.asked.images.assign(files.begin(), files.end());
            },
            utf8(CommandLine::tr("photos: files")))
        ->type_name("");
    addPath(*sub.app, "--data", sub.asked.data, "DIR",
        CommandLine::tr("folder of photos, of which --index picks"));
    sub.app
        ->add_option(
            "--split", sub.asked.split, utf8(CommandLine::tr("split of the folder, e.g. validation")))
        ->type_name("NAME");
    sub.app
        ->add_option_function<std::string>(
            "--index",
            [&sub](const std::string &text) {
                for (const std::string &part : splitAtCommas(text))
                    sub.asked.indices.push_back(parseInt("--index", part, {0, 2e9}));
            },
            utf8(CommandLine::tr("photos of the folder, from 0, e.g. 83,4218")))
        ->type_name("N,N,…");
    addLabels(*sub.app, sub.asked);
    addClasses(sub);
}

void Grammar::addLabels(CLI::App &app, Invocation &asked)
{
    app.add_option_function<std::string>(
           "--labels",
           [&asked](const std::string &text) {
               const std::optional<LabelsAsked> labels = labelsAsked(text);
               if (!labels)
                   throw CLI::ValidationError(
                       "--labels", isNot(text, CommandLine::tr("auto, folders, names, numbers or none")));
               asked.labels = *labels;
           },
           utf8(CommandLine::tr(
               "what tells the true classes: folders (their names, else their order), names of "
               "the files (3_12.jpg), numbers of the folders, none, or auto: what fits")))
        ->type_name("")
        ->default_str("auto");
    addPath(app, "--label-map", asked.labelMap, "FILE",
        CommandLine::tr(
            "which class of the network each class of the folder is: lines folder=class, or JSON"));
}

void Grammar::addStream(Subcommand &sub)
{
    sub.app
        ->add_option_function<std::string>(
            "--stream",
            [&sub](const std::string &text) {
                if (text != "per-image" && text != "shared")
                    throw CLI::ValidationError(
                        "--stream", isNot(text, CommandLine::tr("per-image or shared")));
                sub.asked.sharedStream = text == "shared";
            },
            utf8(CommandLine::tr("random numbers start again for each photo, or run on as in the notebook: "
                                 "per-image or shared")))
        ->type_name("")
        ->default_str("per-image");
}

void Grammar::addExplain(const char *name, const QString &description, const MethodOptions &method)
{
    Subcommand &sub = add(name, description, Command::Explain);
    addPhotos(sub);
    sub.asked.methods = {method};
    OptionBinder binder(*sub.app, sub.asked.layer, sub.asked.target);
    binder.add(sub.asked.methods.front());
    for (const char *needed : {"layer", "filter"}) {
        if (binder.has(needed))
            binder.option(needed).required();
    }
    if (binder.has("stream-offset"))
        addStream(sub);
    addPath(*sub.app, "--out", sub.asked.out, "DIR",
        CommandLine::tr("folder for the results; made where there is none"))
        ->required();
}

void Grammar::addLocalisation(Subcommand &sub)
{
    CLI::Option *flag = sub.app->add_flag("--localisation", sub.asked.localisation,
        utf8(CommandLine::tr(
            "also measure how well the explanations point at the food, on photos that have a mask")));
    sub.asked.methods = {LimeOptions{}, ActivationOptions{}};
    OptionBinder binder(*sub.app, sub.asked.layer, sub.asked.target);
    for (MethodOptions &method : sub.asked.methods)
        binder.add(method);
    binder.need(*flag);
    binder.option("filter").needs(&binder.option("layer"));
}

/// For the window: a word that is no subcommand is a file to open, where its name can be one's.
void Grammar::addOpen()
{
    m_app
        .add_option_function<std::string>(
            "FILE",
            [this](const std::string &text) {
                m_window.open = text;
                if (!isFigureName(m_window.open) && m_window.open.extension() != sessionEnding)
                    throw CLI::ValidationError(utf8(CommandLine::tr(
                        "“%1” is no subcommand, and its name does not end in .png, .svg, .pdf or .convscope")
                                                        .arg(fromUtf8(text))));
            },
            utf8(CommandLine::tr("figure or session to open in the window")))
        ->type_name("");
}

void Grammar::addStyle(CLI::App &app, FigureStyle &style)
{
    const auto add = [&app](const char *name, const QString &help, const std::string &standard, Bounds bounds,
                         auto set) {
        app.add_option_function<std::string>(
               name, [name, bounds, set](const std::string &text) { set(parseReal(name, text, bounds)); },
               utf8(help))
            ->type_name("")
            ->default_str(standard);
    };
    add("--width-cm", CommandLine::tr("width of the whole figure, in centimetres"),
        utf8(CommandLine::tr("as the pictures need")), {1, mostWidthCm},
        [&style](double width) { style.widthCm = width; });
    add("--dpi", CommandLine::tr("dots an inch, of a PNG"), "144", {leastDpi, mostDpi},
        [&style](double dpi) { style.dpi = dpi; });
    add("--font-size", CommandLine::tr("size of the text, in points"), "9", {leastFontPoints, mostFontPoints},
        [&style](double points) { style.fontPoints = points; });
    app.add_option_function<std::string>(
           "--language",
           [&style](const std::string &text) {
               style.language = fromUtf8(text);
               if (!isLanguage(style.language))
                   throw CLI::ValidationError("--language", isNot(text, QStringLiteral("en, zh_CN, zh_TW")));
           },
           utf8(CommandLine::tr("language of what the figure says: en, zh_CN or zh_TW")))
        ->type_name("")
        ->default_str(utf8(CommandLine::tr("the system's")));
    app.add_flag_callback(
        "--no-captions", [&style] { style.captions = false; },
        utf8(CommandLine::tr("leave out the captions and notes")));
    app.add_flag_callback(
        "--original-photos", [&style] { style.originals = true; },
        utf8(CommandLine::tr("photos at their own resolution, not as the network sees them")));
    app.add_flag_callback(
        "--photos-as-rows", [&style] { style.photosAsRows = true; },
        utf8(CommandLine::tr("one row a photo and one column a view, not the other way round")));
}

void Grammar::addFigure()
{
    Subcommand &sub =
        add("figure", CommandLine::tr("draw several views of photos as one picture"), Command::Figure);
    addPhotos(sub);
    sub.asked.views.assign(allViews().begin(), allViews().end());
    sub.app
        ->add_option_function<std::string>(
            "--views", [&sub](const std::string &text) { sub.asked.views = parseViews(text); },
            utf8(CommandLine::tr("rows from top to bottom")))
        ->type_name("")
        ->default_str("photo,saliency,activation,filter,lime");
    sub.asked.methods = {SaliencyOptions{}, ActivationOptions{}, FilterImageOptions{}, LimeOptions{}};
    OptionBinder binder(*sub.app, sub.asked.layer, sub.asked.target);
    for (MethodOptions &method : sub.asked.methods)
        binder.add(method);
    addStream(sub);
    sub.app
        ->add_option_function<std::string>(
            "--colours",
            [&sub](const std::string &text) {
                if (text != "board" && text != "notebook")
                    throw CLI::ValidationError(
                        "--colours", isNot(text, CommandLine::tr("board or notebook")));
                sub.asked.colours = text == "board" ? Colours::Board : Colours::Notebook;
            },
            utf8(CommandLine::tr(
                "of LIME's marks: board (blue for, orange against) or notebook (green and red)")))
        ->type_name("")
        ->default_str("board");
    sub.app->add_flag(
        "--outline", sub.asked.outline, utf8(CommandLine::tr("outline the food in photos that have a mask")));
    addStyle(*sub.app, sub.asked.style);
    addPath(*sub.app, "--out", sub.asked.out, "FILE", CommandLine::tr("file to write: .png, .svg or .pdf"))
        ->required();
}

Invocation Grammar::result() const
{
    for (const Subcommand &sub : m_subcommands) {
        if (sub.app->parsed())
            return sub.asked;
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

std::string withHelp(const QString &problem, const std::string &command)
{
    return utf8(CommandLine::tr("%1 (see %2 --help)").arg(problem, fromUtf8(command)));
}

} // namespace

std::optional<Invocation> parseCommandLine(int argc, char **argv)
{
    Grammar grammar;
    Invocation asked;
    try {
        grammar.app().parse(argc, argv);
        asked = grammar.result();
        grammar.refuseStrayOptions();
        if (asked.demo && asked.command != Command::Window)
            useDemo(asked, demoIn(resourceFolder()));
        checkInvocation(asked);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == 0) { // help or version
            grammar.app().exit(error);
            return std::nullopt;
        }
        asked = grammar.result();
        const std::string where = asked.name.empty() ? "convscope" : "convscope " + asked.name;
        throw UsageError(withHelp(sentenceOf(error), where));
    } catch (const UsageError &error) {
        throw UsageError(withHelp(fromUtf8(error.what()), "convscope " + asked.name));
    }
    return asked;
}

} // namespace convscope
