#include "tests/cli/program.h"

#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <memory>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/// saliency, activation, visualize and lime: the files they write, and what they do when something is in the
/// way.
class ExplainCliTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString out() const { return m_folder->filePath(QStringLiteral("new/out")); }
    QString outFile(const char *name) const { return out() + u'/' + QString::fromUtf8(name); }
    static QString validation(const char *name)
    {
        return data(QStringLiteral("food/validation/")) + QString::fromUtf8(name);
    }

    static QString reference(const char *name)
    {
        return QStringLiteral(CONVSCOPE_REFERENCE "/explain/") + QString::fromUtf8(name);
    }

    /// A subcommand with the test network, options in one string, and the output folder.
    Run ask(const char *subcommand, const char *options, const QStringList &photos) const
    {
        return convscope(withNetwork(QString::fromLatin1(subcommand),
            QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts)
                + QStringList{QStringLiteral("--out"), out()} + photos));
    }

    QJsonObject json(const char *name) const
    {
        return QJsonDocument::fromJson(contents(outFile(name))).object();
    }

    /// The names with every ending that an array's files have.
    static QStringList withCompanions(const QStringList &arrays)
    {
        QStringList files;
        for (const QString &array : arrays) {
            for (const char *ending : {".json", ".npy", ".png"})
                files += array + QString::fromLatin1(ending);
        }
        files.sort();
        return files;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// Their pictures have text in them, which takes more than plain Qt.
    void layersAndFilters()
    {
        const Run bars = ask("filterweights", "--layer 24", {validation("3_1.jpg")});
        QVERIFY2(bars.code == 0, bars.err);
        QVERIFY(npyHeader(outFile("3_1.filterweights-24-3.npy"))
                    .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (16,), }"));
        QVERIFY(!QImage(outFile("3_1.filterweights-24-3.png")).isNull());
        QVERIFY(QFile::exists(outFile("3_1.filterweights.csv")));
        const Run tiles = ask("gradcamlayers", "--layers sizes", {validation("3_1.jpg")});
        QVERIFY2(tiles.code == 0, tiles.err);
        QVERIFY(!QImage(outFile("3_1.gradcamlayers.png")).isNull());
    }

    void saliency()
    {
        const Run run = ask("saliency", "", {validation("3_1.jpg"), validation("5_0.jpg")});
        QVERIFY2(run.code == 0, run.err);
        QCOMPARE(run.err, QByteArray()); // no progress where stderr is no terminal
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(filesIn(out()),
            withCompanions({QStringLiteral("3_1.input"), QStringLiteral("3_1.saliency-3"),
                QStringLiteral("5_0.input"), QStringLiteral("5_0.saliency-5")}));
        QVERIFY(npyHeader(outFile("3_1.input.npy"))
                    .startsWith("{'descr': '|u1', 'fortran_order': False, 'shape': (128, 128, 3)"));
        QVERIFY(npyHeader(outFile("3_1.saliency-3.npy"))
                    .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 128, 128)"));
        QCOMPARE(QImage(outFile("3_1.saliency-3.png")).size(), QSize(128, 128));
        const QJsonObject question = json("3_1.saliency-3.json");
        QCOMPARE(question[QStringLiteral("method")].toString(), QStringLiteral("saliency"));
        QCOMPARE(question[QStringLiteral("photo")][QStringLiteral("file")].toString(), validation("3_1.jpg"));
        QCOMPARE(question[QStringLiteral("network")][QStringLiteral("sha256")].toString().size(), 64);
        QCOMPARE(question[QStringLiteral("parameters")].toObject(),
            (QJsonObject{{QStringLiteral("target"), QStringLiteral("true")},
                {QStringLiteral("objective"), QStringLiteral("loss")},
                {QStringLiteral("kind"), QStringLiteral("abs")},
                {QStringLiteral("map"), QStringLiteral("as-is")}}));
        // The picture is what the array holds: the bytes of input.npy are the photo's
        const QImage input(outFile("3_1.input.png"));
        const QByteArray npy = contents(outFile("3_1.input.npy"));
        const char *pixels = npy.constData() + npy.size() - qsizetype(128) * 128 * 3;
        for (int i = 0; i < 128 * 128; i += 1001) {
            const QRgb pixel = input.pixel(i % 128, i / 128);
            QCOMPARE(pixel, qRgb(uchar(pixels[3 * i]), uchar(pixels[3 * i + 1]), uchar(pixels[3 * i + 2])));
        }
    }

    void theTargetNamesTheFile()
    {
        QCOMPARE(ask("saliency", "--target rice --objective logit", {validation("5_0.jpg")}).code, 0); // 7
        QCOMPARE(ask("saliency", "--target predicted", {validation("5_0.jpg")}).code, 0);
        QVERIFY(QFile::exists(outFile("5_0.saliency-7.npy")));
        QVERIFY(QFile::exists(outFile("5_0.saliency-3.npy"))); // taken for an egg
    }

    void aClassThatTheNetworkHasNotIsToldOf()
    {
        const Run run = ask("saliency", "--target eggplant", {validation("5_0.jpg")});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("eggplant"), run.err);
        QVERIFY(filesIn(out()).isEmpty());
        QCOMPARE(ask("saliency", "--target EGG", {validation("5_0.jpg")}).code, 0);
        QVERIFY(QFile::exists(outFile("5_0.saliency-3.npy")));
    }

    void aPhotoWithoutALabelFallsBackAndSaysSo()
    {
        const QString photo = m_folder->filePath(QStringLiteral("lunch.jpg"));
        QVERIFY(QFile::copy(validation("5_0.jpg"), photo));
        const Run run = ask("saliency", "", {photo});
        QCOMPARE(run.code, 0);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY2(run.err.contains("lunch.jpg: The true class is not known"), run.err);
        QVERIFY(QFile::exists(outFile("lunch.saliency-3.npy")));
        QCOMPARE(json("lunch.saliency-3.json")[QStringLiteral("notes")][0][QStringLiteral("note")].toString(),
            QStringLiteral("label-unknown"));
    }

    /// The longest name that a file can have leaves no room for what results append.
    void aLongNameIsShortened()
    {
        const QString name = QString(83, QChar(0x7ea2)) + QStringLiteral(".jpg"); // 3 bytes each: 253
        QVERIFY(QFile::copy(validation("3_1.jpg"), m_folder->filePath(name)));
        const Run run = ask("saliency", "--target 3", {m_folder->filePath(name)});
        QVERIFY2(run.code == 0, run.err);
        const QStringList files = filesIn(out());
        QCOMPARE(files.size(), 6);
        for (const QString &file : files) {
            QVERIFY(file.startsWith(QString(53, QChar(0x7ea2)) + u'-')); // whole characters: 159 bytes
            QVERIFY(file.toUtf8().size() < 200);
        }
    }

    void activationByIndexAndByName()
    {
        QCOMPARE(ask("activation", "--layer 10 --filter 5", {validation("3_1.jpg")}).code, 0);
        QCOMPARE(filesIn(out()),
            withCompanions({QStringLiteral("3_1.activation-10-5"), QStringLiteral("3_1.input")}));
        QVERIFY(npyHeader(outFile("3_1.activation-10-5.npy"))
                    .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (64, 64)"));
        QCOMPARE(QImage(outFile("3_1.activation-10-5.png")).size(), QSize(64, 64));
        const QByteArray byIndex = contents(outFile("3_1.activation-10-5.npy"));
        QVERIFY(QFile::remove(outFile("3_1.activation-10-5.npy")));
        QCOMPARE(ask("activation", "--layer cnn.10 --filter 5", {validation("3_1.jpg")}).code, 0);
        QCOMPARE(contents(outFile("3_1.activation-10-5.npy")), byIndex);
    }

    void filterImageFromPhotoAndFromNoise()
    {
        QCOMPARE(
            ask("visualize", "--layer 2 --filter 1 --iterations 3 --lr 0.5", {validation("3_1.jpg")}).code,
            0);
        QVERIFY(npyHeader(outFile("3_1.filter-2-1.npy"))
                    .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 128, 128)"));
        QCOMPARE(
            json("3_1.filter-2-1.json")[QStringLiteral("parameters")][QStringLiteral("lr")].toDouble(), 0.5);
        QCOMPARE(ask("visualize", "--layer 2 --filter 1 --iterations 3 --noise-seed 7", {}).code, 0);
        QCOMPARE(filesIn(out()).filter(QStringLiteral("noise")),
            withCompanions({QStringLiteral("noise-7.filter-2-1"), QStringLiteral("noise-7.input")}));
        QVERIFY(json("noise-7.filter-2-1.json")[QStringLiteral("photo")].isNull());
        QVERIFY(npyHeader(outFile("noise-7.input.npy")).contains("(128, 128, 3)"));
    }

    void optimisedImageNeedsNoPhoto()
    {
        QCOMPARE(ask("optimise", "--layer 2 --filter 1 --iterations 2 --pictures 3 --seed 7", {}).code, 0);
        QCOMPARE(filesIn(out()), withCompanions({QStringLiteral("noise-7.optimise-2-1")})); // no input
        QVERIFY(npyHeader(outFile("noise-7.optimise-2-1.npy")).contains("(3, 256, 256)"));
        QCOMPARE(ask("optimise", "--aim class --class 3 --iterations 1 --still", {}).code, 0);
        const QJsonValue parameters = json("noise-0.optimise-class-3.json")[QStringLiteral("parameters")];
        QCOMPARE(parameters[QStringLiteral("class")].toInt(), 3);
        QCOMPARE(parameters[QStringLiteral("still")].toBool(), true);
    }

    void lime()
    {
        const Run run = ask("lime", "--samples 30 --segments 40", {validation("3_1.jpg")});
        QVERIFY2(run.code == 0, run.err);
        QStringList expected = withCompanions(
            {QStringLiteral("3_1.input"), QStringLiteral("3_1.mask-3"), QStringLiteral("3_1.segments")});
        expected += {QStringLiteral("3_1.lime.json"), QStringLiteral("3_1.lime.csv")};
        expected.sort();
        QCOMPARE(filesIn(out()), expected);
        QVERIFY(npyHeader(outFile("3_1.segments.npy"))
                    .startsWith("{'descr': '<i4', 'fortran_order': False, 'shape': (128, 128)"));
        QVERIFY(npyHeader(outFile("3_1.mask-3.npy"))
                    .startsWith("{'descr': '|i1', 'fortran_order': False, 'shape': (128, 128)"));
        const QJsonObject result = json("3_1.lime.json");
        QCOMPARE(result[QStringLiteral("samples")].toInt(), 30);
        QCOMPARE(result[QStringLiteral("seed")].toInt(), 16);
        QCOMPARE(result[QStringLiteral("stream_offset")].toInt(-1), 0);
        QCOMPARE(result[QStringLiteral("target")].toInt(), 3);
        const QJsonArray classes = result[QStringLiteral("classes")].toArray();
        QCOMPARE(classes.size(), 11);
        for (int label = 0; label < 11; ++label) {
            QCOMPARE(classes[label][QStringLiteral("label")].toInt(-1), label);
            const QJsonArray weights = classes[label][QStringLiteral("weights")].toArray();
            QCOMPARE(weights.size(), result[QStringLiteral("segments")].toInt());
            for (int i = 1; i < weights.size(); ++i)
                QVERIFY(qAbs(weights[i][1].toDouble()) <= qAbs(weights[i - 1][1].toDouble()));
        }
        QCOMPARE(
            json("3_1.mask-3.json")[QStringLiteral("parameters")][QStringLiteral("segments")].toInt(), 40);
    }

    /// The arrays as written: raw where the method's values are, against tests/reference/explain.py.
    void theFilesHoldTheValuesOfTheReference()
    {
        const QStringList photo = {data(QStringLiteral("food/training/3_10.jpg"))};
        QCOMPARE(ask("activation", "--precision float64 --layer 14 --filter 3", photo).code, 0);
        QVERIFY(npyHeader(outFile("3_10.activation-14-3.npy")).startsWith("{'descr': '<f8'"));
        const auto map = npyValues<double>(outFile("3_10.activation-14-3.npy"));
        const auto expectedMap = npyValues<double>(reference("activation-14-3.npy"));
        QCOMPARE(map.size(), expectedMap.size());
        const double largest = std::abs(*std::max_element(expectedMap.begin(), expectedMap.end(),
            [](double a, double b) { return std::abs(a) < std::abs(b); }));
        for (std::size_t i = 0; i < map.size(); ++i)
            QVERIFY(std::abs(map[i] - expectedMap[i]) <= 1e-9 * largest);

        QCOMPARE(ask("visualize", "--precision float64 --layer 16 --filter 1", photo).code, 0);
        const auto image = npyValues<double>(outFile("3_10.filter-16-1.npy"));
        const auto expectedImage = npyValues<double>(reference("filter-photo.npy")); // every second pixel
        QCOMPARE(image.size(), std::size_t(3 * 128 * 128));
        QCOMPARE(expectedImage.size(), std::size_t(3 * 64 * 64));
        for (std::size_t i = 0; i < expectedImage.size(); ++i) {
            const std::size_t channel = i / (64 * 64);
            const std::size_t row = i / 64 % 64;
            const std::size_t pixel = (channel * 128 + 2 * row) * 128 + 2 * (i % 64);
            QVERIFY(std::abs(image[pixel] - expectedImage[i]) < 1e-4);
        }

        QCOMPARE(ask("lime", "--precision float64 --target predicted", photo).code, 0);
        QCOMPARE(
            npyValues<qint8>(outFile("3_10.mask-3.npy")), npyValues<qint8>(reference("lime-first-mask.npy")));
        const QImage picture(outFile("3_10.mask-3.png"));
        const auto expectedPicture = npyValues<uchar>(reference("lime-first-picture.npy"));
        QCOMPARE(expectedPicture.size(), std::size_t(128 * 128 * 3));
        for (std::size_t i = 0; i < 128 * 128; ++i) {
            const uchar *expected = expectedPicture.data() + 3 * i;
            QCOMPARE(picture.pixel(int(i % 128), int(i / 128)), qRgb(expected[0], expected[1], expected[2]));
        }
    }

    /// Alone, a photo starts the stream; in the notebook, it goes on where the photo before it ended.
    void theStreamRunsOnWhereAsked()
    {
        QCOMPARE(
            ask("lime", "--samples 20 --stream shared", {validation("3_1.jpg"), validation("5_0.jpg")}).code,
            0);
        const qint64 offset = json("5_0.lime.json")[QStringLiteral("stream_offset")].toInteger();
        QCOMPARE(json("3_1.lime.json")[QStringLiteral("stream_offset")].toInt(-1), 0);
        // One bit for each sample and superpixel, and what else is drawn
        QVERIFY(offset >= 20 * json("3_1.lime.json")[QStringLiteral("segments")].toInt());
        const QByteArray shared = contents(outFile("5_0.lime.json"));
        const QString asked = QStringLiteral("--samples 20 --stream-offset %1").arg(offset);
        QCOMPARE(ask("lime", qPrintable(asked), {validation("5_0.jpg")}).code, 0);
        QCOMPARE(contents(outFile("5_0.lime.json")), shared);
        QCOMPARE(ask("lime", "--samples 20", {validation("3_1.jpg"), validation("5_0.jpg")}).code, 0);
        QCOMPARE(json("5_0.lime.json")[QStringLiteral("stream_offset")].toInt(-1), 0);
        QVERIFY(contents(outFile("5_0.lime.json")) != shared);
    }

    void oneStemTwiceIsWrongUsage()
    {
        const QString one = m_folder->filePath(QStringLiteral("3_1.jpg"));
        const QString other = m_folder->filePath(QStringLiteral("3_1.png")); // in the same folder
        QVERIFY(QFile::copy(validation("3_1.jpg"), one) && QFile::copy(one, other));
        const Run run = ask("saliency", "", {one, other});
        QCOMPARE(run.code, 2);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY(run.err.contains(one.toUtf8()) && run.err.contains(other.toUtf8()));
        QVERIFY(!QFile::exists(out()));
    }

    void oneBadPhotoLeavesTheOthers()
    {
        const Run run = ask("saliency", "",
            {validation("0_0.jpg"), QStringLiteral("none.jpg"), data(QStringLiteral("narrow.pth")),
                validation("5_0.jpg")});
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 2);
        QVERIFY(run.lines()[0].contains("none.jpg") && run.lines()[1].contains("narrow.pth"));
        QCOMPARE(filesIn(out()),
            withCompanions({QStringLiteral("0_0.input"), QStringLiteral("0_0.saliency-0"),
                QStringLiteral("5_0.input"), QStringLiteral("5_0.saliency-5")}));
    }

    void aFileInTheWayOfTheFolderIsOneFailure()
    {
        QFile file(m_folder->filePath(QStringLiteral("new")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Run run = ask("saliency", "", {validation("0_0.jpg")});
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY2(run.err.contains(out().toUtf8()), run.err);
    }

    void aResultThatCannotBeWrittenIsAFailureOfItsPhoto()
    {
        QVERIFY(QDir().mkpath(outFile("0_0.saliency-0.npy/x"))); // a folder where a file should be
        const Run run = ask("saliency", "", {validation("0_0.jpg"), validation("5_0.jpg")});
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY2(run.err.contains("0_0.saliency-0.npy"), run.err);
        QVERIFY(QFile::exists(outFile("5_0.saliency-5.npy")));
        QVERIFY(filesIn(out()).filter(QStringLiteral(".convscope")).isEmpty());
    }

    void ctrlCKeepsWhatIsFinished()
    {
        QProcess process;
        start(process,
            withNetwork(QStringLiteral("lime"),
                {QStringLiteral("--samples"), QStringLiteral("400"), QStringLiteral("--out"), out(),
                    validation("0_0.jpg"), validation("3_1.jpg"), validation("5_0.jpg"),
                    validation("2_0.jpg")}));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(outFile("0_0.lime.json")), 600000);
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        const Run run = finish(process);
        QVERIFY(!run.crashed);
        QCOMPARE(run.code, 130);
        QVERIFY2(run.err.isEmpty(), run.err);
        QVERIFY(!QFile::exists(outFile("2_0.input.npy"))); // the last one was not reached
        int whole = 0;
        for (const char *stem : {"0_0", "3_1", "5_0"}) {
            const QStringList files = filesIn(out()).filter(QString::fromLatin1(stem));
            QVERIFY(files.isEmpty() || files.size() == 11);
            whole += files.size() == 11;
        }
        QVERIFY(whole >= 1);
        QVERIFY(filesIn(out()).filter(QStringLiteral(".convscope")).isEmpty());
    }

    void progressIsForTerminals()
    {
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        QProcess process;
        process.setStandardErrorFile(QString::fromLocal8Bit(::ptsname(terminal)));
        start(process,
            withNetwork(QStringLiteral("lime"),
                {QStringLiteral("--samples"), QStringLiteral("30"), QStringLiteral("--out"), out(),
                    validation("3_1.jpg"), validation("5_0.jpg")}));
        const Run run = finish(process);
        QCOMPARE(run.code, 0);
        QByteArray shown(1 << 16, '\0');
        shown.resize(qMax<qsizetype>(0, ::read(terminal, shown.data(), std::size_t(shown.size()))));
        ::close(terminal);
        QVERIFY2(shown.contains("5_0.jpg (2 of 2)  100 %"), shown);
        QVERIFY2(shown.endsWith("\r\x1b[K"), shown); // and vanishes
    }

    /// Numbers with a point are read and written as such where people write a comma.
    void aCommaLocaleChangesNothing()
    {
        QProcess localedef;
        const QString locales = m_folder->filePath(QStringLiteral("locales"));
        QVERIFY(QDir().mkpath(locales));
        localedef.start(QStringLiteral("localedef"),
            {QStringLiteral("-i"), QStringLiteral("de_DE"), QStringLiteral("-f"), QStringLiteral("UTF-8"),
                locales + QStringLiteral("/de_DE.UTF-8")});
        if (!localedef.waitForFinished(60000) || localedef.exitCode() != 0)
            QSKIP("there is no localedef, or it knows no de_DE");
        const QString script =
            QStringLiteral("env LOCPATH='%1' LC_ALL=de_DE.UTF-8 locale decimal_point; "
                           "env LOCPATH='%1' LC_ALL=de_DE.UTF-8 \"$0\" figure --model '%2' "
                           "--out '%3' --views photo,lime,filter --layer 2 --lr 0.5 "
                           "--iterations 2 --samples 20 --min-weight 0.25 '%4'");
        const Run figure = shell(script.arg(locales, data(QStringLiteral("narrow.pth")),
            m_folder->filePath(QStringLiteral("f.svg")), validation("3_1.jpg")));
        QCOMPARE(figure.out, QByteArray(",\n")); // the locale is in force
        QVERIFY2(figure.code == 0 && figure.err.isEmpty(), figure.err);
        const QByteArray svg = contents(m_folder->filePath(QStringLiteral("f.svg")));
        QVERIFY(svg.contains("&quot;lr&quot;: 0.5"));
        QVERIFY(svg.contains("&quot;min-weight&quot;: 0.25"));
        QVERIFY(svg.contains("R²\u00a00."));
    }
};

CONVSCOPE_CLI_TEST_MAIN(ExplainCliTest)
#include "explain_cli_test.moc"
