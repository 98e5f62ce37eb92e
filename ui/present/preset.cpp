#include "ui/present/preset.h"

#include "core/error.h"
#include "ui/present/paths.h"
#include "ui/present/wholefile.h"

#include <QCoreApplication>
#include <algorithm>

namespace convscope {

namespace {

constexpr qint64 largestFile = 1 << 20;
constexpr qsizetype longestName = 200; ///< bytes; names of files have 255

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Preset)
};

QList<Row> gradients()
{
    return {Row{}, newRow(SaliencyOptions{}), newRow(InputXGradientOptions{}),
        newRow(GuidedBackpropOptions{}), newRow(SmoothGradOptions{}), newRow(IntegratedGradientsOptions{})};
}

/// Without the kinds that run the network once more for each channel.
QList<Row> quickCams()
{
    QList<Row> rows{Row{}, newRow(GradCamOptions{})};
    for (std::size_t i = 0; i < Words<CamKind>::all.size(); ++i) {
        CamOptions options;
        options.kind = CamKind(i);
        if (!options.isSlow())
            rows += newRow(options);
    }
    return rows;
}

/// One method of each family, and a rival that knows nothing of the network.
QList<Row> oneOfEachFamily()
{
    return {Row{}, newRow(IntegratedGradientsOptions{}), newRow(GuidedBackpropOptions{}),
        newRow(GradCamOptions{}), newRow(OcclusionOptions{}), newRow(LimeOptions{}),
        newRow(RandomMapOptions{})};
}

bool isBuiltIn(const QString &name)
{
    const QStringList ids = builtInPresetIds();
    return std::any_of(ids.begin(), ids.end(), [&name](const QString &id) {
        return name.compare(id, Qt::CaseInsensitive) == 0
            || name.compare(builtInPreset(id)->name, Qt::CaseInsensitive) == 0;
    });
}

/// It becomes the name of a file.
bool canNameAFile(const QString &name)
{
    return !name.startsWith(u'.') && !name.contains(u'/')
        && std::none_of(name.begin(), name.end(),
            [](QChar character) { return character.category() == QChar::Other_Control; });
}

} // namespace

QStringList builtInPresetIds()
{
    return {QStringLiteral("homework"), QStringLiteral("gradients"), QStringLiteral("cams"),
        QStringLiteral("agree")};
}

std::optional<Preset> builtInPreset(const QString &id)
{
    const QList<Preset> all{{Texts::tr("The homework"), standardRows()},
        {Texts::tr("Gradients"), gradients()}, {Texts::tr("CAMs at this layer"), quickCams()},
        {Texts::tr("Agree or not"), oneOfEachFamily()}};
    const qsizetype place = builtInPresetIds().indexOf(id);
    return place < 0 ? std::nullopt : std::optional(all.at(place));
}

QString presetNameProblem(const QString &name)
{
    if (name.trimmed().isEmpty())
        return Texts::tr("A preset needs a name. Type one.");
    if (isBuiltIn(name))
        return Texts::tr("“%1” comes with the program. Choose another name.").arg(name);
    if (name.toUtf8().size() > longestName)
        return Texts::tr("The name is too long for a file. Choose a shorter one.");
    if (!canNameAFile(name))
        return Texts::tr("“%1” cannot be the name of a file. Leave out / and a dot in front.")
            .arg(displayText(toPath(name)));
    return {};
}

Preset readPreset(const std::filesystem::path &file)
{
    try {
        Preset preset = parsePreset(wholeFile(file, largestFile));
        if (preset.name.trimmed().isEmpty())
            preset.name = displayText(file.stem());
        return preset;
    } catch (const Error &error) {
        throw error.about(file);
    }
}

} // namespace convscope
