#include "ui/present/results.h"

#include "core/io/npy.h"
#include "core/io/pngfile.h"
#include "core/io/sha256.h"
#include "ui/present/numbers.h"
#include "ui/present/pictures.h"
#include "ui/present/recipe.h"
#include "ui/present/row.h"

namespace convscope {

namespace {

/// The files of one answer.
class ResultFiles
{
public:
    ResultFiles(const std::filesystem::path &folder, const std::string &stem, QByteArray recipe)
        : m_folder(folder)
        , m_stem(stem)
        , m_recipe(std::move(recipe))
    {
    }

    void write(const std::string &name, const std::string &bytes) const
    {
        writeFile(m_folder / (m_stem + '.' + name), bytes);
    }

    /// An array with its picture and its question.
    void writeArray(const std::string &name, const std::string &npy, const QImage &picture) const
    {
        write(name + ".npy", npy);
        writePicture(name, picture);
        write(name + ".json", m_recipe.toStdString());
    }

    /// None where this program draws no such picture (layerpictures.h).
    void writePicture(const std::string &name, const QImage &picture) const
    {
        if (!picture.isNull())
            write(name + ".png", png(picture));
    }

private:
    std::string png(const QImage &picture) const
    {
        return pngBytes(toImage(picture), {{"Recipe", m_recipe.toStdString()}});
    }

    std::filesystem::path m_folder;
    std::string m_stem;
    QByteArray m_recipe;
};

/// Says nothing of a model, of errors and of samples where there are none.
Json weightsJson(const ClassWeights &ofClass)
{
    Json weights = Json::array();
    Json errors = Json::array();
    for (const SegmentWeight &entry : ofClass.weights) {
        weights.push_back({entry.segment, entry.weight});
        if (entry.error)
            errors.push_back(*entry.error);
    }
    Json object = {{"weights", weights}};
    if (!errors.empty())
        object["errors"] = errors;
    if (ofClass.model) {
        object["intercept"] = ofClass.model->intercept;
        object["r2"] = ofClass.model->r2;
        object["local_prediction"] = ofClass.model->localPrediction;
    }
    return object;
}

/// `name` is the method's.
std::string weightsJson(
    const std::string &name, const SuperpixelWeights &answer, const MethodOptions &options)
{
    Json classes = Json::array();
    for (const ClassWeights &ofClass : answer.classes) {
        classes.push_back(weightsJson(ofClass));
        classes.back()["label"] = ofClass.label;
    }
    const Seed *seed = fieldOf<Seed>(options);
    const std::uint64_t *offset = fieldOf<std::uint64_t>(options);
    const std::optional<int> label = answer.target.label();
    Json object = {{"format", "convscope-" + name}, {"version", 1}, {"segments", answer.segments.count},
        {"samples", answer.samplesAsked > 0 ? Json(answer.samples) : Json()},
        {"seed", seed ? Json(seed->value) : Json()}, {"stream_offset", offset ? Json(*offset) : Json()},
        {"target", label ? Json(*label) : Json()}, {"classes", classes}};
    if (answer.other) {
        object["explained"] = fileWord(answer.target);
        object["of_explained"] = weightsJson(*answer.other);
    }
    return asciiText(object).toStdString();
}

struct Writer
{
    const ResultFiles &files;
    const MethodOptions &options;
    const Answer &answer;
    const Image &input;
    std::vector<NumberArray> arrays;

    void writeMap(const QImage &shown) const { files.writeArray(arrays.at(0).name, arrays.at(0).npy, shown); }
    void operator()(const Attribution &) const
    {
        writeMap(picture(answer, input, newRow(options).look));
        for (std::size_t i = 1; i < arrays.size(); ++i)
            files.write(arrays[i].name + ".npy", arrays[i].npy);
    }
    void operator()(const Activation &activation) const { writeMap(mapPicture(activation.map)); }
    void operator()(const OptimisedImage &optimised) const { writeMap(optimisedPicture(optimised)); }
    void operator()(const LayerMaps &maps) const
    {
        for (std::size_t i = 0; i < maps.maps.size(); ++i)
            files.writeArray(arrays.at(i).name, arrays.at(i).npy, mapPicture(maps.maps[i].map));
        files.writePicture(methodName(options), picture(answer, input, newRow(options).look));
    }
    void operator()(const FilterWeights &) const
    {
        files.writeArray(arrays.at(0).name, arrays.at(0).npy, picture(answer, input, newRow(options).look));
        files.write(std::string(methodName(options)) + ".csv", tableOf(answer));
    }
    void operator()(const SuperpixelWeights &weights) const
    {
        const std::string name = methodName(options);
        files.writeArray(arrays.at(0).name, arrays.at(0).npy, segmentsPicture(input, weights.segments));
        files.writeArray(
            arrays.at(1).name, arrays.at(1).npy, toQImage(notebookPicture(input, markedPixels(weights))));
        files.write(name + ".json", weightsJson(name, weights, options));
        files.write(name + ".csv", tableOf(answer));
    }
};

} // namespace

const char *fileSuffix(AskedNetwork network)
{
    switch (network) {
    case AskedNetwork::First:
        break;
    case AskedNetwork::Second:
        return "-b";
    case AskedNetwork::Difference:
        return "-a-b";
    }
    return "";
}

QString fileHash(const std::filesystem::path &file) { return QString::fromStdString(sha256OfFile(file)); }

Notes notesOf(const Photo &photo, const Answer &answer, const TakenMeasures &measures)
{
    Notes notes = photo.notes;
    notes.insert(notes.end(), notesOf(answer).begin(), notesOf(answer).end());
    for (const TakenMeasure &taken : measures)
        notes.insert(notes.end(), taken.measured.notes.begin(), taken.measured.notes.end());
    return notes;
}

void writeResults(const std::filesystem::path &folder, const std::string &stem, const Question &question,
    const Photo &photo, const Answer &answer, const TakenMeasures &measures)
{
    const ResultFiles files(folder, stem, recipe(question, notesOf(photo, answer, measures), measures));
    std::visit(Writer{files, question.options, answer, photo.input,
                   arraysOf(answer, question.options, question.precision)},
        answer);
}

void writeInput(const std::filesystem::path &folder, const std::string &stem, const Question &question,
    const Photo &photo)
{
    const Json parameters = {{"width", photo.input.width}, {"height", photo.input.height}};
    const ResultFiles files(
        folder, stem, asciiText(questionJson(question, "input", parameters, photo.notes)));
    const NumberArray input = inputArray(photo.input);
    files.writeArray(input.name, input.npy, toQImage(photo.input));
}

} // namespace convscope
