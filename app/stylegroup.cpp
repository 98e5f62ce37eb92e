#include "app/stylegroup.h"

#include "app/optionkinds.h"
#include "app/texts.h"
#include "ui/present/language.h"
#include "ui/present/numbertext.h"

#include <CLI/CLI.hpp>

namespace convscope {

namespace {

void addMeasures(CLI::App &app, FigureStyle &style)
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
        utf8(CommandLine::tr("as the pictures need")), {1, maxWidthCm},
        [&style](double width) { style.widthCm = width; });
    add("--dpi", CommandLine::tr("dots an inch, of a PNG"), utf8(numberText(style.dpi)), {minDpi, maxDpi},
        [&style](double dpi) { style.dpi = dpi; });
    add("--font-size", CommandLine::tr("size of the text, in points"), utf8(numberText(style.fontPoints)),
        {minFontPoints, maxFontPoints}, [&style](double points) { style.fontPoints = points; });
}

} // namespace

void StyleGroup::bind(CLI::App &app)
{
    addMeasures(app, style);
    app.add_option_function<std::string>(
           "--language",
           [this](const std::string &text) {
               style.language = fromUtf8(text);
               if (!isLanguage(style.language))
                   refuse("--language", text, QStringLiteral("en, zh_CN, zh_TW"));
           },
           utf8(CommandLine::tr("language of what the figure says: en, zh_CN or zh_TW")))
        ->type_name("")
        ->default_str(utf8(CommandLine::tr("the system's")));
    app.add_flag_callback(
        "--no-captions", [this] { style.captions = false; },
        utf8(CommandLine::tr("leave out the captions and notes")));
    app.add_flag_callback(
        "--original-photos", [this] { style.originals = true; },
        utf8(CommandLine::tr("photos at their own resolution, not as the network sees them")));
    app.add_flag_callback(
        "--photos-as-rows", [this] { style.photosAsRows = true; },
        utf8(CommandLine::tr("one row a photo and one column a view, not the other way round")));
}

} // namespace convscope
