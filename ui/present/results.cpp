#include "ui/present/results.h"

#include "core/error.h"
#include "core/io/npy.h"
#include "ui/present/numbers.h"
#include "ui/present/pictures.h"
#include "ui/present/recipe.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImageWriter>
#include <cerrno>
#include <cstring>
#include <fstream>

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
        write(name + ".png", png(picture));
        write(name + ".json", m_recipe.toStdString());
    }

private:
    std::string png(const QImage &picture) const
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImageWriter writer(&buffer, "png");
        writer.setText(QStringLiteral("Recipe"), QString::fromLatin1(m_recipe));
        writer.write(picture);
        return bytes.toStdString();
    }

    std::filesystem::path m_folder;
    std::string m_stem;
    QByteArray m_recipe;
};

Json surrogateJson(const Surrogate &surrogate)
{
    Json weights = Json::array();
    Json errors = Json::array();
    for (const SegmentWeight &entry : surrogate.weights) {
        weights.push_back({entry.segment, entry.weight});
        errors.push_back(entry.error);
    }
    return {{"label", surrogate.label}, {"intercept", surrogate.intercept}, {"r2", surrogate.r2},
        {"local_prediction", surrogate.localPrediction}, {"weights", weights}, {"errors", errors}};
}

std::string limeJson(const LimeExplanation &lime, const LimeOptions &options)
{
    Json classes = Json::array();
    for (const Surrogate &surrogate : lime.classes)
        classes.push_back(surrogateJson(surrogate));
    return asciiText(
        {{"format", "convscope-lime"}, {"version", 1}, {"segments", lime.segments.count},
            {"samples", lime.samples}, {"seed", options.seed}, {"stream_offset", options.streamOffset},
            {"target", lime.target}, {"classes", classes}})
        .toStdString();
}

struct Writer
{
    const ResultFiles &files;
    const MethodOptions &options;
    const Image &input;
    std::vector<NumberArray> arrays;

    void writeMap(const Map &map) const
    {
        files.writeArray(arrays.at(0).name, arrays.at(0).npy, mapPicture(map));
    }
    void operator()(const Saliency &answer) const { writeMap(answer.map); }
    void operator()(const Activation &answer) const { writeMap(answer.map); }
    void operator()(const FilterImage &answer) const { writeMap(answer.image); }
    void operator()(const LimeExplanation &answer) const
    {
        const auto &asked = std::get<LimeOptions>(options);
        const auto mask = limeMask(
            answer.segments, answer.classes.at(std::size_t(answer.target)), asked.features, asked.minWeight);
        files.writeArray(arrays.at(0).name, arrays.at(0).npy, segmentsPicture(input, answer.segments));
        files.writeArray(arrays.at(1).name, arrays.at(1).npy, toQImage(limePicture(input, mask)));
        files.write("lime.json", limeJson(answer, asked));
        files.write("lime.csv", tableOf(answer));
    }
};

} // namespace

QString fileHash(const std::filesystem::path &file)
{
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error(
            errno == ENOENT ? ErrorKind::NoSuchFile : ErrorKind::CannotRead, file, {std::strerror(errno)});
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<char> block(1 << 20);
    while (stream) {
        stream.read(block.data(), std::streamsize(block.size()));
        hash.addData(QByteArray::fromRawData(block.data(), qsizetype(stream.gcount())));
    }
    if (!stream.eof())
        throw Error(ErrorKind::CannotRead, file, {std::strerror(errno)});
    return QString::fromLatin1(hash.result().toHex());
}

void writeResults(const std::filesystem::path &folder, const std::string &stem, const Question &question,
    const Photo &photo, const Answer &answer)
{
    Notes notes = photo.notes;
    std::visit(
        [&](const auto &any) { notes.insert(notes.end(), any.notes.begin(), any.notes.end()); }, answer);
    const ResultFiles files(folder, stem, recipe(question, notes));
    std::visit(
        Writer{files, question.options, photo.input, arraysOf(answer, question.options, question.precision)},
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
