#include "core/error.h"
#include "core/explain/localisation.h"
#include "core/explain/sparseness.h"
#include "ui/present/numbers.h"
#include "ui/present/results.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace convscope;

namespace {

Question questionFor(MethodOptions options)
{
    Question question;
    question.networkFile = "net \"a\"\xff.pth"; // no UTF-8
    question.networkHash = QStringLiteral("aa");
    question.photoFile = "dir/\xe4.jpg";
    question.photoHash = QStringLiteral("bb");
    question.device = QStringLiteral("cpu");
    question.options = options;
    return question;
}

Photo smallPhoto()
{
    Photo photo;
    photo.input = {2, 1, {1, 2, 3, 250, 251, 252}};
    photo.notes = {Note::PhotoHadAlpha};
    return photo;
}

} // namespace

class ResultsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    QJsonObject json(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll()).object();
    }

    /// The header's dictionary of a .npy file.
    QByteArray npyHeader(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray bytes = file.readAll();
        return bytes.mid(10, uchar(bytes[8]) + 256 * uchar(bytes[9])).trimmed();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { std::filesystem::remove_all(folder()); } // Qt cannot remove names that are no UTF-8

    /// Every digit that is needed to read the same number again.
    void numbersReadAsTables()
    {
        const Map two{2, 1, 2, {0.1, -2.0, 3e-9, 4.0}};
        QCOMPARE(tableOf(two),
            std::string("channel,row,column,value\n0,0,0,0.1\n0,0,1,-2.0\n1,0,0,3e-09\n1,0,1,4.0\n"));
        QCOMPARE(tableOf(channelOf(two, 1)), std::string("3e-09,4.0\n"));
        QCOMPARE(tableOf(smallPhoto().input),
            std::string("row,column,red,green,blue\n0,0,1,2,3\n0,1,250,251,252\n"));
    }

    /// FIPS 180-2, appendix B.1
    void hashesAreSha256()
    {
        const auto file = folder() / "abc";
        std::ofstream(file) << "abc";
        QCOMPARE(fileHash(file),
            QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        try {
            fileHash(folder() / "none");
            QFAIL("no error");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::NoSuchFile);
        }
        try {
            fileHash(folder());
            QFAIL("no error");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::CannotRead);
        }
    }

    void aRecipeHoldsTheWholeQuestion()
    {
        const QByteArray text = recipe(questionFor(SaliencyOptions{}), {Note::LabelUnknown});
        QVERIFY(std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 128; }));
        const QJsonObject object = QJsonDocument::fromJson(text).object();
        QCOMPARE(object[QStringLiteral("method")].toString(), QStringLiteral("saliency"));
        QCOMPARE(object[QStringLiteral("network")][QStringLiteral("file")].toString(),
            QStringLiteral("net \"a\"\uFFFD.pth"));
        QCOMPARE(
            object[QStringLiteral("network")][QStringLiteral("sha256")].toString(), QStringLiteral("aa"));
        QCOMPARE(object[QStringLiteral("photo")][QStringLiteral("sha256")].toString(), QStringLiteral("bb"));
        QCOMPARE(object[QStringLiteral("parameters")][QStringLiteral("target")].toString(),
            QStringLiteral("true"));
        QCOMPARE(object[QStringLiteral("notes")][0][QStringLiteral("note")].toString(),
            QStringLiteral("label-unknown"));
        QVERIFY(!object[QStringLiteral("program")][QStringLiteral("libtorch")].toString().isEmpty());
    }

    void activationIsWrittenWithPictureAndQuestion()
    {
        Activation answer;
        answer.map = {1, 1, 2, {0, 5}};
        answer.notes = {Note::SilentFilter};
        const TakenMeasures measures{{energyMeasure(), {0.25, {}, {}}},
            {sparsenessMeasure(), {0.5, {{0, 1}, {1, 0.5}}, {Note::LabelUnknown}}}};
        writeResults(folder(), "3_1", questionFor(ActivationOptions{4, 7}), smallPhoto(), answer, measures);
        QCOMPARE(files(),
            QStringList({QStringLiteral("3_1.activation-4-7.json"), QStringLiteral("3_1.activation-4-7.npy"),
                QStringLiteral("3_1.activation-4-7.png")}));
        QCOMPARE(npyHeader(QStringLiteral("3_1.activation-4-7.npy")),
            QByteArray("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }"));
        const QImage image(m_folder->filePath(QStringLiteral("3_1.activation-4-7.png")));
        QCOMPARE(image.size(), QSize(2, 1));
        QCOMPARE(image.pixel(1, 0), colourAt(ColourMap::Viridis, 1));
        QVERIFY(image.text(QStringLiteral("Recipe")).contains(QStringLiteral("\"layer\": 4")));
        const QJsonObject question = json(QStringLiteral("3_1.activation-4-7.json"));
        // The photo's, the answer's and the measure's.
        QCOMPARE(question[QStringLiteral("notes")].toArray().size(), 3);
        const QJsonObject measured = question[QStringLiteral("measures")].toObject();
        QCOMPARE(measured.keys(), QStringList({QStringLiteral("energy"), QStringLiteral("sparseness")}));
        QCOMPARE(
            measured[QStringLiteral("energy")].toObject(), QJsonObject({{QStringLiteral("value"), 0.25}}));
        QCOMPARE(measured[QStringLiteral("sparseness")][QStringLiteral("curve")].toArray(),
            QJsonArray({QJsonArray({0, 1}), QJsonArray({1, 0.5})}));
    }

    void limeIsWrittenWhole()
    {
        SuperpixelWeights lime;
        lime.segments = {2, 1, 2, {0, 1}};
        lime.classes = {{0, LinearModel{0.5, 0.25, 0.75}, {{1, -2.0, 0.5}, {0, 1.0, 0.25}}},
            {1, LinearModel{}, {{0, 0.0, 0.0}, {1, 0.0, 0.0}}}};
        lime.target = 0;
        lime.samples = lime.samplesAsked = 40;
        LimeOptions options;
        options.streamOffset = 7;
        writeResults(folder(), "x", questionFor(options), smallPhoto(), lime, {});
        QCOMPARE(files(),
            QStringList({QStringLiteral("x.lime.csv"), QStringLiteral("x.lime.json"),
                QStringLiteral("x.mask-0.json"), QStringLiteral("x.mask-0.npy"),
                QStringLiteral("x.mask-0.png"), QStringLiteral("x.segments.json"),
                QStringLiteral("x.segments.npy"), QStringLiteral("x.segments.png")}));
        QFile csv(m_folder->filePath(QStringLiteral("x.lime.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll(),
            QByteArray("class,segment,weight,standard_error\n0,1,-2.0,0.5\n0,0,1.0,0.25\n1,0,0.0,0.0\n"
                       "1,1,0.0,0.0\n"));
        QVERIFY(npyHeader(QStringLiteral("x.segments.npy")).contains("'descr': '<i4'"));
        QVERIFY(npyHeader(QStringLiteral("x.mask-0.npy")).contains("'descr': '|i1'"));
        const QJsonObject object = json(QStringLiteral("x.lime.json"));
        QCOMPARE(object.keys(),
            QStringList({QStringLiteral("classes"), QStringLiteral("format"), QStringLiteral("samples"),
                QStringLiteral("seed"), QStringLiteral("segments"), QStringLiteral("stream_offset"),
                QStringLiteral("target"), QStringLiteral("version")}));
        QCOMPARE(object[QStringLiteral("segments")].toInt(), 2);
        QCOMPARE(object[QStringLiteral("seed")].toInt(), 16);
        QCOMPARE(object[QStringLiteral("stream_offset")].toInt(), 7);
        const QJsonObject first = object[QStringLiteral("classes")][0].toObject();
        QCOMPARE(first[QStringLiteral("local_prediction")].toDouble(), 0.75);
        QCOMPARE(first[QStringLiteral("weights")][0].toArray(), QJsonArray({1, -2.0}));
        QCOMPARE(first[QStringLiteral("errors")].toArray(), QJsonArray({0.5, 0.25})); // in the weights' order
    }

    /// Of weights that are no model's, and in which no sample has a part, no file says otherwise.
    void exactWeightsAreWrittenWithoutModelAndErrors()
    {
        SuperpixelWeights weights;
        weights.segments = {2, 1, 2, {0, 1}};
        weights.classes = {{0, {}, {{1, -2.0}, {0, 1.0}}}};
        writeResults(folder(), "x", questionFor(AblationOptions{}), smallPhoto(), weights, {});
        QCOMPARE(files(),
            QStringList({QStringLiteral("x.ablation-mask-0.json"), QStringLiteral("x.ablation-mask-0.npy"),
                QStringLiteral("x.ablation-mask-0.png"), QStringLiteral("x.ablation-segments.json"),
                QStringLiteral("x.ablation-segments.npy"), QStringLiteral("x.ablation-segments.png"),
                QStringLiteral("x.ablation.csv"), QStringLiteral("x.ablation.json")}));
        QFile csv(m_folder->filePath(QStringLiteral("x.ablation.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll(), QByteArray("class,segment,weight,standard_error\n0,1,-2.0,\n0,0,1.0,\n"));
        const QJsonObject object = json(QStringLiteral("x.ablation.json"));
        QVERIFY(object[QStringLiteral("samples")].isNull());
        QCOMPARE(object[QStringLiteral("classes")][0].toObject().keys(),
            QStringList({QStringLiteral("label"), QStringLiteral("weights")}));
    }

    void inputIsWrittenTheSameForEveryMethod()
    {
        writeInput(folder(), "3_1", questionFor(SaliencyOptions{}), smallPhoto());
        QFile file(m_folder->filePath(QStringLiteral("3_1.input.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray first = file.readAll();
        QVERIFY(!first.isEmpty());
        writeInput(folder(), "3_1", questionFor(LimeOptions{}), smallPhoto());
        QFile again(m_folder->filePath(QStringLiteral("3_1.input.json")));
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), first);
        QVERIFY(npyHeader(QStringLiteral("3_1.input.npy")).contains("'descr': '|u1'"));
        QVERIFY(npyHeader(QStringLiteral("3_1.input.npy")).contains("(1, 2, 3)"));
    }

    void aStemMayBeAnyBytes()
    {
        writeInput(folder(), "\xff\"", questionFor(SaliencyOptions{}), smallPhoto());
        QVERIFY(std::filesystem::exists(folder() / "\xff\".input.npy"));
    }

    void aFileInTheWayIsAnError()
    {
        std::ofstream(folder() / "file") << "x";
        try {
            writeInput(folder() / "file", "3_1", questionFor(SaliencyOptions{}), smallPhoto());
            QFAIL("no error");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::CannotWrite);
        }
    }
};

QTEST_GUILESS_MAIN(ResultsTest)
#include "results_test.moc"
