#include "core/error.h"
#include "core/explain/readoptions.h"
#include "ui/present/jsonparts.h"
#include "ui/present/preset.h"
#include "ui/present/session.h"
#include "ui/present/sessionwords.h"
#include "ui/present/wholefile.h"

#include <algorithm>

namespace convscope {

namespace {

namespace fs = std::filesystem;
using namespace jsonparts;

constexpr int maxRows = 200; ///< more than anybody could look at
constexpr qint64 largestFile = 16 << 20;

/// Reads one text. Each function throws Error: SessionDamaged, with the part that does not fit.
class Reader
{
public:
    explicit Reader(const fs::path &base)
        : m_base(base)
    {
    }

    Session read(const Json &object);
    /// Of a text that has nothing but rows.
    Session readRowsAlone(const Json &object);

private:
    template <typename T, typename Result = T>
    Result word(const Json &object, const char *key, std::initializer_list<T> values, Result otherwise);
    fs::path path(const Json &object, const char *what) const;
    UsedFile file(const Json &object, const char *what) const;
    UsedNetwork network(const Json &object);
    void readNetworks(const Json &object);
    void readSecond(const Json &object);
    void readLabels(const Json &object);
    void readPhotos(const Json &photos);
    void readOldPhoto(const Json &object);
    void readRows(const Json &object);
    std::optional<Row> row(const Json &object);
    std::optional<MethodOptions> question(const Json &row, const std::string &method);
    void readChosen(const Json &object);
    Look look(const Json &object, const Look &usual);
    BoardShape shape(const Json &object);
    void readProgram(const Json &object);

    fs::path m_base;
    Session m_session;
};

/// The value whose text stands under the key.
template <typename T, typename Result>
Result Reader::word(const Json &object, const char *key, std::initializer_list<T> values, Result otherwise)
{
    const std::string given = string(object, key);
    for (const T value : values) {
        if (given == text(value))
            return value;
    }
    if (!given.empty())
        m_session.unknown += QStringLiteral("%1 %2").arg(QLatin1String(key), QString::fromStdString(given));
    return otherwise;
}

fs::path Reader::path(const Json &object, const char *what) const
{
    if (!object.is_object())
        refuse(what);
    const QByteArray bytes = QByteArray::fromHex(QByteArray::fromStdString(string(object, "bytes")));
    const std::string name = bytes.isEmpty() ? string(object, "file") : bytes.toStdString();
    if (name.empty() || name.find('\0') != std::string::npos)
        refuse(what);
    if (name.starts_with(std::string(writtenHome) + '/'))
        return (homeFolder() / name.substr(std::string(writtenHome).size() + 1)).lexically_normal();
    // "." and ".." are taken out, so that equal files have equal names.
    return (m_base / name).lexically_normal();
}

UsedFile Reader::file(const Json &object, const char *what) const
{
    return {path(object, what), QString::fromStdString(string(object, "sha256"))};
}

UsedNetwork Reader::network(const Json &object)
{
    UsedNetwork used{file(object, "network")};
    used.precision = word(object, "precision", {Precision::Float32, Precision::Float64, Precision::Preview},
        Precision::Float32);
    used.device = QString::fromStdString(string(object, "device"));
    try {
        if (const auto input = object.find("input"); input != object.end()) {
            used.input = inputFromJson(input->dump());
            used.inputOrigin = word(object, "input_from",
                {InputOrigin::Network, InputOrigin::Beside, InputOrigin::Told}, InputOrigin::Told);
        }
    } catch (const Error &) {
        refuse("input");
    }
    return used;
}

void Reader::readNetworks(const Json &object)
{
    if (const auto first = object.find("network"); first != object.end() && !first->is_null())
        m_session.network = network(*first);
    if (const auto second = object.find("network_b"); second != object.end() && !second->is_null())
        readSecond(*second);
}

void Reader::readSecond(const Json &object)
{
    const auto drawn = object.is_object() ? object.find("drawn_anew") : object.end();
    if (!object.is_object() || drawn == object.end()) {
        m_session.second.network = network(object);
        return;
    }
    m_session.second.drawn = DrawnAnew();
    if (drawn->is_number_unsigned() && drawn->get<std::uint64_t>() <= 1000000)
        m_session.second.drawn->modules = drawn->get<int>();
    else if (!drawn->is_string() || drawn->get<std::string>() != "all")
        refuse("drawn_anew");
    const auto seed = object.find("seed");
    if (seed == object.end())
        return;
    if (!seed->is_number_unsigned() || double(seed->get<std::uint64_t>()) > Seed::bounds.max)
        refuse("seed");
    m_session.second.drawn->seed = seed->get<std::uint32_t>();
}

void Reader::readLabels(const Json &object)
{
    const auto labels = object.find("labels");
    if (labels == object.end() || labels->is_null())
        return;
    if (!labels->is_object())
        refuse("labels");
    m_session.labels.asked = word(*labels, "from",
        {LabelsAsked::Automatic, LabelsAsked::Folders, LabelsAsked::Names, LabelsAsked::Numbers,
            LabelsAsked::None},
        LabelsAsked::Automatic);
    const auto map = labels->find("map");
    if (map == labels->end() || map->is_null())
        return;
    if (!map->is_object())
        refuse("map");
    for (const auto &[own, meant] : map->items()) {
        if (!meant.is_string() && !meant.is_null())
            refuse("map");
        m_session.labels.map[own] = meant.is_null() ? std::string() : meant.get<std::string>();
    }
}

void Reader::readPhotos(const Json &photos)
{
    for (const Json &each : photos) {
        const UsedFile used = file(each, "photos");
        UsedPhoto photo{used.file, used.hash};
        photo.pinned = boolean(each, "pinned", false);
        if (const std::string target = string(each, "target"); !target.empty()) {
            try {
                photo.target = parseTarget(target);
            } catch (const Error &) {
                refuse("target");
            }
        }
        m_session.photos += photo;
    }
}

/// None where this version knows no such method.
std::optional<MethodOptions> Reader::question(const Json &row, const std::string &method)
{
    const auto parameters = row.find("parameters");
    try {
        const ReadOptions read = fromJson(method, parameters == row.end() ? "{}" : parameters->dump());
        for (const std::string &key : read.unknown)
            m_session.unknown += QString::fromStdString(method + ' ' + key);
        return read.options;
    } catch (const Error &error) {
        if (error.values().at(0) != "method")
            refuse(method + ' ' + error.values().at(0));
    }
    return {};
}

/// What is missing is as usual for the row's method.
Look Reader::look(const Json &object, const Look &usual)
{
    if (!object.is_object())
        refuse("look");
    Look look = usual;
    look.colours = word(object, "colours", {Colours::Board, Colours::Notebook}, look.colours);
    if (object.contains("colour_map"))
        look.colourMap = word(object, "colour_map",
            {ColourMap::Viridis, ColourMap::Magma, ColourMap::Cividis, ColourMap::Gray},
            std::optional<ColourMap>());
    look.clipping = word(object, "clipping",
        {Clipping::Standard, Clipping::None, Clipping::OnePercent, Clipping::TwoPercent,
            Clipping::FivePercent, Clipping::TenPercent},
        look.clipping);
    look.contours =
        word(object, "contours", {Contours::None, Contours::Half, Contours::Quarters}, look.contours);
    look.sharedScale = boolean(object, "shared_scale", look.sharedScale);
    look.evidence = boolean(object, "evidence", look.evidence);
    const auto opacity = object.find("opacity");
    if (opacity != object.end()) {
        if (!opacity->is_number() || !(opacity->get<double>() >= 0 && opacity->get<double>() <= 1))
            refuse("opacity");
        look.opacity = opacity->get<double>();
    }
    return look;
}

BoardShape Reader::shape(const Json &object)
{
    using Size = BoardShape::Size;
    if (!object.is_object())
        refuse("board");
    BoardShape shape;
    shape.size =
        word(object, "size", {Size::Automatic, Size::AllColumns, Size::AllRows, Size::Own}, shape.size);
    shape.photosAsRows = boolean(object, "photos_as_rows", shape.photosAsRows);
    if (const auto side = object.find("side"); side != object.end()) {
        if (!side->is_number_integer())
            refuse("side");
        shape.side = int(std::clamp(
            side->get<std::int64_t>(), std::int64_t(BoardShape::min), std::int64_t(BoardShape::max)));
    }
    return shape;
}

/// None where it means nothing to this version.
std::optional<Row> Reader::row(const Json &object)
{
    if (!object.is_object())
        refuse("rows");
    const std::string method = string(object, "method");
    const QString name = QString::fromStdString(string(object, "view", method));
    const std::string wanted = string(object, "network", convscope::word(AskedNetwork::First));
    const std::optional<AskedNetwork> network = fromWord<AskedNetwork>(wanted);
    if (!network) {
        m_session.unknown += QStringLiteral("%1 network %2").arg(name, QString::fromStdString(wanted));
        return {};
    }
    std::optional<Row> row;
    if (method.empty())
        row = rowWithId(name);
    else if (const std::optional<MethodOptions> asked = question(object, method))
        row = newRow(*asked);
    if (!row) {
        m_session.unknown += name;
        return {};
    }
    if (object.contains("look"))
        row->look = look(object["look"], row->look);
    if (row->question)
        row->network = *network;
    row->held = row->canBeHeld() && boolean(object, "held", false);
    return row;
}

/// The first recipes named no views: the photo stood above the methods.
void Reader::readOldPhoto(const Json &object)
{
    const Json *rows = list(object, "rows");
    if (rows
        && std::none_of(rows->begin(), rows->end(), [](const Json &row) { return row.contains("view"); }))
        m_session.rows += Row{};
}

void Reader::readRows(const Json &object)
{
    if (const Json *rows = list(object, "rows")) {
        for (const Json &each : *rows) {
            if (m_session.rows.size() == maxRows) {
                m_session.unknown += QStringLiteral("rows");
                break;
            }
            if (const std::optional<Row> read = row(each)) {
                m_session.rows += *read;
                m_session.sharedStream = m_session.sharedStream || string(each, "stream") == "shared";
            }
        }
    }
    if (const Json *hidden = list(object, "hidden")) {
        for (const Json &each : *hidden) {
            if (const std::optional<Row> read = row(each))
                m_session.hidden += *read;
        }
    }
}

/// In the first version all rows were at the layer and the filter that were chosen.
void Reader::readChosen(const Json &object)
{
    const auto chosen = object.find("chosen");
    if (chosen != object.end()) {
        const auto number = [&chosen](const char *key, int otherwise) {
            const auto found = chosen->is_object() ? chosen->find(key) : chosen->end();
            if (!chosen->is_object() || (found != chosen->end() && !found->is_number_unsigned()))
                refuse(key);
            return found == chosen->end()
                ? otherwise
                : int(std::min(found->get<std::uint64_t>(), std::uint64_t(1000000)));
        };
        m_session.layer = number("layer", m_session.layer);
        m_session.filter = number("filter", m_session.filter);
        return;
    }
    for (const QList<Row> *rows : {&m_session.hidden, &m_session.rows}) { // those shown count more
        for (const Row &row : *rows) {
            if (!row.question || row.held)
                continue;
            if (const LayerId *layer = fieldOf<LayerId>(*row.question))
                m_session.layer = *layer;
            if (const FilterId *filter = fieldOf<FilterId>(*row.question))
                m_session.filter = *filter;
        }
    }
}

void Reader::readProgram(const Json &object)
{
    m_session.program = {};
    const auto program = object.find("program");
    if (program == object.end() || !program->is_object())
        return;
    m_session.program = {QString::fromStdString(string(*program, "convscope")),
        QString::fromStdString(string(*program, "libtorch")),
        QString::fromStdString(string(*program, "opencv"))};
}

Session Reader::read(const Json &object)
{
    readNetworks(object);
    if (const auto data = object.find("data"); data != object.end() && !data->is_null()) {
        m_session.folder = path(*data, "data");
        m_session.split = QString::fromStdString(string(*data, "split"));
    }
    readLabels(object);
    if (const Json *photos = list(object, "photos"))
        readPhotos(*photos);
    readOldPhoto(object);
    readRows(object);
    readChosen(object);
    m_session.automatic = string(object, "slow_views", "by_themselves") == "by_themselves";
    m_session.outline = boolean(object, "outline", m_session.outline);
    if (const auto board = object.find("board"); board != object.end())
        m_session.shape = shape(*board);
    readProgram(object);
    return std::move(m_session);
}

Session Reader::readRowsAlone(const Json &object)
{
    readRows(object);
    return std::move(m_session);
}

} // namespace

Session parseSession(const QByteArray &text, const fs::path &base)
{
    const Json object =
        objectOf(text, {sessionFormat, figureFormat}, newestSessionVersion, ErrorKind::NotASession);
    return Reader(base).read(object);
}

Preset parsePreset(const QByteArray &text)
{
    try {
        const Json object = objectOf(text, {presetFormat}, newestPresetVersion, ErrorKind::NotAPreset);
        const Session read = Reader({}).readRowsAlone(object);
        if (read.rows.isEmpty())
            throw Error(ErrorKind::PresetWithoutRows);
        return {QString::fromStdString(string(object, "name")), read.rows, read.unknown};
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::SessionDamaged)
            throw;
        throw Error(ErrorKind::PresetDamaged, {}, error.values(), error.phrase());
    }
}

Session readSession(const fs::path &file)
{
    try {
        return parseSession(wholeFile(file, largestFile), fs::absolute(file).parent_path());
    } catch (const Error &error) {
        throw error.about(file);
    }
}

} // namespace convscope
