#include "app/commandline.h"

#include "app/optionbinder.h"
#include "app/resources.h"
#include "core/runtime.h"
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

CLI::Option *addPath(
    CLI::App &app, const char *name, std::filesystem::path &path, const char *type, const char *help)
{
    return app
        .add_option_function<std::string>(
            name, [&path](const std::string &text) { path = text; }, help)
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
        "--views", "“" + text + "” is not photo, saliency, activation, filter or lime");
}

std::vector<View> parseViews(const std::string &text)
{
    std::vector<View> views;
    if (text.empty())
        throw CLI::ValidationError("--views", "no view is named");
    for (const std::string &part : splitAtCommas(text)) {
        const View view = parseView(part);
        if (std::find(views.begin(), views.end(), view) != views.end())
            throw CLI::ValidationError("--views", "“" + part + "” is there twice");
        views.push_back(view);
    }
    return views;
}

std::string checkDevice(const std::string &text)
{
    static const std::regex devices("auto|cpu|cuda(:[0-9]{1,3})?");
    return std::regex_match(text, devices) ? std::string()
                                           : "“" + text + "” is not auto, cpu, cuda or cuda:n";
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

    Subcommand &add(const char *name, const char *description, Command command);
    void addExplain(const char *name, const char *description, const MethodOptions &method);
    void addFigure();
    void addOpen();
    static void addStyle(CLI::App &app, FigureStyle &style);
    static void addCommon(CLI::App &app, Invocation &asked);
    static void addClasses(Subcommand &sub);
    static void addPhotos(Subcommand &sub);
    static void addStream(Subcommand &sub);
    static void addLocalisation(Subcommand &sub);

    CLI::App m_app{"Shows what a convolutional network trained on photos looks at.\n"
                   "Without a subcommand it opens the window.",
        "convscope"};
    Invocation m_window;
    std::list<Subcommand> m_subcommands; // the options point into them
};

Grammar::Grammar()
{
    m_app.require_subcommand(0, 1);
    m_app.set_version_flag("--version", versionText, "print the version and exit");
    m_app.set_help_flag("-h,--help", "print this help and exit");
    m_app.get_formatter()->column_width(30);
    addCommon(m_app, m_window);
    addPath(m_app, "--data", m_window.data, "DIR", "folder of photos to open");
    m_app.add_option("--split", m_window.split, "split of the folder, e.g. validation")->type_name("NAME");

    addOpen();

    const char *json = "print JSON";
    Subcommand &layers = add("layers", "list the network's layers", Command::Layers);
    layers.app->add_flag("--json", layers.asked.json, json);
    Subcommand &predict = add("predict", "tell the five likeliest classes of photos", Command::Predict);
    predict.app->add_flag("--json", predict.asked.json, json);
    addPhotos(predict);
    Subcommand &evaluate = add("evaluate", "measure the accuracy over a folder of photos", Command::Evaluate);
    evaluate.app->add_flag("--json", evaluate.asked.json, json);
    addPath(*evaluate.app, "--data", evaluate.asked.data, "DIR", "folder of photos");
    evaluate.app->add_option("--split", evaluate.asked.split, "split of the folder")->type_name("NAME");
    addClasses(evaluate);
    addLocalisation(evaluate);
    addExplain("saliency", "where a small change matters most", SaliencyOptions{});
    addExplain("activation", "where a filter responds", ActivationOptions{});
    addExplain("visualize", "what excites a filter most", FilterImageOptions{});
    addExplain("lime", "which superpixels speak for and against a class", LimeOptions{});
    addFigure();
}

Grammar::Subcommand &Grammar::add(const char *name, const char *description, Command command)
{
    Subcommand &sub = m_subcommands.emplace_back();
    sub.app = m_app.add_subcommand(name, description);
    sub.app->set_version_flag("--version", versionText, "print the version and exit");
    sub.asked.command = command;
    sub.asked.name = name;
    addCommon(*sub.app, sub.asked);
    return sub;
}

void Grammar::addCommon(CLI::App &app, Invocation &asked)
{
    addPath(app, "--model", asked.model, "FILE", "network: a checkpoint, or TorchScript");
    app.add_option("--input", asked.input,
           "how photos are prepared: food11, imagenet or a JSON file; else what lies beside the network says")
        ->type_name("NAME|FILE");
    app.add_flag("--demo", asked.demo, "the demo's network and photos where no others are given");
    app.add_option("--device", asked.network.device, "auto, cpu, cuda or cuda:n")
        ->type_name("")
        ->check(checkDevice)
        ->default_str(asked.network.device);
    app.add_option_function<std::string>(
           "--threads",
           [&asked](const std::string &text) {
               asked.threads = parseInt("--threads", text, {0, 1024});
           },
           "threads of the computation; 0: as many as it likes")
        ->type_name("")
        ->default_str("0");
    const std::map<std::string, Precision> precisions = {
        {"float32", Precision::Float32}, {"float64", Precision::Float64}, {"preview", Precision::Preview}};
    app.add_option_function<std::string>(
           "--precision",
           [&asked, precisions](const std::string &text) {
               if (!precisions.count(text))
                   throw CLI::ValidationError(
                       "--precision", "“" + text + "” is not float32, float64 or preview");
               asked.network.precision = precisions.at(text);
           },
           "float32, float64, or preview: bfloat16 or half, inexact")
        ->type_name("")
        ->default_str("float32");
    app.add_flag("--verbose", asked.verbose, "tell on stderr what is being done");
}

void Grammar::addClasses(Subcommand &sub)
{
    addPath(*sub.app, "--classes", sub.asked.classes, "FILE", "names of the classes, one a line");
}

void Grammar::addPhotos(Subcommand &sub)
{
    sub.app
        ->add_option_function<std::vector<std::string>>(
            "IMAGES",
            [&sub](const std::vector<std::string> &files) {
                sub.asked.images.assign(files.begin(), files.end());
            },
            "photos: files")
        ->type_name("");
    addPath(*sub.app, "--data", sub.asked.data, "DIR", "folder of photos, of which --index picks");
    sub.app->add_option("--split", sub.asked.split, "split of the folder, e.g. validation")
        ->type_name("NAME");
    sub.app
        ->add_option_function<std::string>(
            "--index",
            [&sub](const std::string &text) {
                for (const std::string &part : splitAtCommas(text))
                    sub.asked.indices.push_back(parseInt("--index", part, {0, 2e9}));
            },
            "photos of the folder, from 0, e.g. 83,4218")
        ->type_name("N,N,…");
    addClasses(sub);
}

void Grammar::addStream(Subcommand &sub)
{
    sub.app
        ->add_option_function<std::string>(
            "--stream",
            [&sub](const std::string &text) {
                if (text != "per-image" && text != "shared")
                    throw CLI::ValidationError("--stream", "“" + text + "” is not per-image or shared");
                sub.asked.sharedStream = text == "shared";
            },
            "random numbers start again for each photo, or run on as in the notebook: per-image or shared")
        ->type_name("")
        ->default_str("per-image");
}

void Grammar::addExplain(const char *name, const char *description, const MethodOptions &method)
{
    Subcommand &sub = add(name, description, Command::Explain);
    addPhotos(sub);
    sub.asked.methods = {method};
    OptionBinder binder(*sub.app, sub.asked.layer);
    binder.add(sub.asked.methods.front());
    for (const char *needed : {"layer", "filter"}) {
        if (binder.has(needed))
            binder.option(needed).required();
    }
    if (binder.has("stream-offset"))
        addStream(sub);
    addPath(*sub.app, "--out", sub.asked.out, "DIR", "folder for the results; made where there is none")
        ->required();
}

void Grammar::addLocalisation(Subcommand &sub)
{
    CLI::Option *flag = sub.app->add_flag("--localisation", sub.asked.localisation,
        "also measure how well the explanations point at the food, on photos that have a mask");
    sub.asked.methods = {LimeOptions{}, ActivationOptions{}};
    OptionBinder binder(*sub.app, sub.asked.layer);
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
                    throw CLI::ValidationError("“" + text
                        + "” is no subcommand, and its name does not end in .png, .svg, .pdf or .convscope");
            },
            "figure or session to open in the window")
        ->type_name("");
}

void Grammar::addStyle(CLI::App &app, FigureStyle &style)
{
    const auto add = [&app](const char *name, const char *help, const std::string &standard, Bounds bounds,
                         auto set) {
        app.add_option_function<std::string>(
               name, [name, bounds, set](const std::string &text) { set(parseReal(name, text, bounds)); },
               help)
            ->type_name("")
            ->default_str(standard);
    };
    add("--width-cm", "width of the whole figure, in centimetres", "as the pictures need", {1, mostWidthCm},
        [&style](double width) { style.widthCm = width; });
    add("--dpi", "dots an inch, of a PNG", "144", {leastDpi, mostDpi},
        [&style](double dpi) { style.dpi = dpi; });
    add("--font-size", "size of the text, in points", "9", {leastFontPoints, mostFontPoints},
        [&style](double points) { style.fontPoints = points; });
    app.add_flag_callback(
        "--no-captions", [&style] { style.captions = false; }, "leave out the captions and notes");
}

void Grammar::addFigure()
{
    Subcommand &sub = add("figure", "draw several views of photos as one picture", Command::Figure);
    addPhotos(sub);
    sub.asked.views.assign(allViews().begin(), allViews().end());
    sub.app
        ->add_option_function<std::string>(
            "--views", [&sub](const std::string &text) { sub.asked.views = parseViews(text); },
            "rows from top to bottom")
        ->type_name("")
        ->default_str("photo,saliency,activation,filter,lime");
    sub.asked.methods = {SaliencyOptions{}, ActivationOptions{}, FilterImageOptions{}, LimeOptions{}};
    OptionBinder binder(*sub.app, sub.asked.layer);
    for (MethodOptions &method : sub.asked.methods)
        binder.add(method);
    addStream(sub);
    sub.app
        ->add_option_function<std::string>(
            "--colours",
            [&sub](const std::string &text) {
                if (text != "board" && text != "notebook")
                    throw CLI::ValidationError("--colours", "“" + text + "” is not board or notebook");
                sub.asked.colours = text == "board" ? Colours::Board : Colours::Notebook;
            },
            "of LIME's marks: board (blue for, orange against) or notebook (green and red)")
        ->type_name("")
        ->default_str("board");
    sub.app->add_flag("--outline", sub.asked.outline, "outline the food in photos that have a mask");
    addStyle(*sub.app, sub.asked.style);
    addPath(*sub.app, "--out", sub.asked.out, "FILE", "file to write: .png, .svg or .pdf")->required();
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
            throw UsageError(option->get_name() + " stands before the subcommand; it belongs after it.");
    }
}

/// CLI11's text, but for what it says of an option's values: "--index: 1 required N,N,… missing".
std::string sentenceOf(const CLI::ParseError &error)
{
    const std::string text = error.what();
    if (error.get_name() != "ArgumentMismatch")
        return text;
    const std::string option = text.substr(0, text.find(':'));
    return option + (text.ends_with("missing") ? " needs a value" : " is given more than once");
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
        throw UsageError(sentenceOf(error) + " (see " + where + " --help)");
    } catch (const UsageError &error) {
        throw UsageError(std::string(error.what()) + " (see convscope " + asked.name + " --help)");
    }
    return asked;
}

} // namespace convscope
