#include "app/optiongroups.h"

#include "app/exitcodes.h"
#include "app/optionkinds.h"
#include "app/resources.h"
#include "app/texts.h"

#include <CLI/CLI.hpp>
#include <regex>

namespace convscope {

namespace {

std::string checkDevice(const std::string &text)
{
    static const std::regex devices("auto|cpu|cuda(:[0-9]{1,3})?");
    return std::regex_match(text, devices) ? std::string()
                                           : isNot(text, CommandLine::tr("auto, cpu, cuda or cuda:n"));
}

void addInput(CLI::App &app, NetworkGroup &network)
{
    app.add_option("--input", network.input,
           utf8(CommandLine::tr(
               "how photos are prepared: food11, imagenet or a JSON file; else what lies beside "
               "the network says")))
        ->type_name("NAME|FILE");
    app.add_option("--output", network.options.output,
           utf8(CommandLine::tr(
               "which of several outputs of the network is its answer: its place from 0, or its key")))
        ->type_name("INDEX|KEY");
    app.add_flag("--upright", network.options.upright,
        utf8(CommandLine::tr("turn photos as their cameras say, which the notebook does not")));
}

void addComputer(CLI::App &app, NetworkGroup &network)
{
    app.add_option("--device", network.options.device, utf8(CommandLine::tr("auto, cpu, cuda or cuda:n")))
        ->type_name("")
        ->check(checkDevice)
        ->default_str(network.options.device);
    app.add_option_function<std::string>(
           "--threads",
           [&network](const std::string &text) {
               network.threads = parseInt("--threads", text, {0, 1024});
           },
           utf8(CommandLine::tr("threads of the computation; 0: as many as it likes")))
        ->type_name("")
        ->default_str("0");
    std::vector<std::string> precisions;
    for (const Precision precision : {Precision::Float32, Precision::Float64, Precision::Preview})
        precisions.push_back(name(precision));
    addWord(app, "--precision", precisions, CommandLine::tr("float32, float64 or preview"),
        CommandLine::tr("float32, float64, or preview: bfloat16 or half, inexact"),
        [&network](std::size_t place) { network.options.precision = Precision(place); });
}

} // namespace

Demo installedDemo() { return demoIn(resourceFolder()); }

void NetworkGroup::bind(CLI::App &app)
{
    addPath(
        app, "--model", model, "FILE", CommandLine::tr("network: .pt2, ONNX, TorchScript, or a checkpoint"));
    addInput(app, *this);
    app.add_flag(
        "--demo", demo, utf8(CommandLine::tr("the demo's network and photos where no others are given")));
    addComputer(app, *this);
}

void NetworkGroup::complete()
{
    if (demo && model.empty())
        model = installedDemo().network;
}

void NetworkGroup::check() const
{
    if (model.empty())
        throw UsageError(utf8(CommandLine::tr("--model is missing: which network?")));
}

bool NetworkGroup::isAskedOf() const
{
    const NetworkOptions usual;
    return input || !options.output.empty() || options.upright || options.precision != usual.precision
        || options.device != usual.device;
}

NetworkOptions NetworkGroup::resolved() const
{
    NetworkOptions all = options;
    if (input)
        all.input = inputOf(*input);
    return all;
}

void LabelGroup::bind(CLI::App &app)
{
    app.add_option_function<std::string>(
           "--labels",
           [this](const std::string &text) {
               const std::optional<LabelsAsked> labels = labelsAsked(text);
               if (!labels)
                   refuse("--labels", text, CommandLine::tr("auto, folders, names, numbers or none"));
               asked = *labels;
           },
           utf8(CommandLine::tr(
               "what tells the true classes: folders (their names, else their order), names of "
               "the files (3_12.jpg), numbers of the folders, none, or auto: what fits")))
        ->type_name("")
        ->default_str("auto");
    addPath(app, "--label-map", map, "FILE",
        CommandLine::tr(
            "which class of the network each class of the folder is: lines folder=class, or JSON"));
}

void LabelGroup::bindClasses(CLI::App &app)
{
    addPath(app, "--classes", classes, "FILE", CommandLine::tr("names of the classes, one a line"));
}

LabelChoice LabelGroup::choice() const
{
    LabelChoice labels;
    labels.asked = asked;
    if (!map.empty())
        labels.map = readLabelMap(map);
    return labels;
}

void FolderGroup::bind(CLI::App &app, const QString &dataHelp, const QString &splitHelp)
{
    addPath(app, "--data", data, "DIR", dataHelp);
    app.add_option("--split", split, utf8(splitHelp))->type_name("NAME");
}

void PhotoGroup::bind(CLI::App &app)
{
    app.add_option_function<std::vector<std::string>>(
           "IMAGES",
           [this](const std::vector<std::string> &files) { images.assign(files.begin(), files.end()); },
           utf8(CommandLine::tr("photos: files")))
        ->type_name("");
    folder.bind(app, CommandLine::tr("folder of photos, of which --index picks"),
        CommandLine::tr("split of the folder, e.g. validation"));
    app.add_option_function<std::string>(
           "--index",
           [this](const std::string &text) {
               for (const std::string &part : splitAtCommas(text))
                   indices.push_back(parseInt("--index", part, {0, 2e9}));
           },
           utf8(CommandLine::tr("photos of the folder, from 0, e.g. 83,4218")))
        ->type_name("N,N,…");
    labels.bind(app);
    labels.bindClasses(app);
}

bool PhotoGroup::areGiven() const { return !images.empty() || !folder.data.empty() || !indices.empty(); }

void PhotoGroup::useDemo()
{
    if (!images.empty() || !folder.data.empty())
        return;
    const Demo demo = installedDemo();
    if (indices.empty())
        images = demo.chosen;
    else
        folder.data = demo.photos;
}

void PhotoGroup::check() const
{
    const bool files = !images.empty();
    const bool isFolder = !folder.data.empty();
    if (files && isFolder)
        throw UsageError(
            utf8(CommandLine::tr("give photos either as files or with --data and --index, not both.")));
    if (!files && !isFolder)
        throw UsageError(utf8(CommandLine::tr(
            "no photos given: name files, or a folder with --data and photos of it with --index.")));
    if (isFolder && indices.empty())
        throw UsageError(
            utf8(CommandLine::tr("--index is missing: which photos of the folder, e.g. --index 83,4218?")));
    if (!isFolder && (!indices.empty() || !folder.split.empty()))
        throw UsageError(
            utf8(CommandLine::tr("--index and --split pick photos of a folder: --data is missing.")));
}

void StreamGroup::bind(CLI::App &app)
{
    addWord(app, "--stream", {"per-image", "shared"}, CommandLine::tr("per-image or shared"),
        CommandLine::tr("random numbers start again for each photo, or run on as in the notebook: "
                        "per-image or shared"),
        [this](std::size_t place) { isShared = place == 1; });
}

} // namespace convscope
