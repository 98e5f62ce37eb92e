#include "tests/cli/program.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <memory>
#include <vector>

/// What cannot be had or read: one clear line that names it, exit code 1, nothing half done.
class BadInputCliTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString below(const QString &name) const { return m_folder.filePath(name); }
    QStringList arguments(const QString &line) const { return words(line, below(QStringLiteral("out"))); }

    static void check(const QStringList &line, const Run &run)
    {
        QVERIFY2(!run.crashed, qPrintable(line.last()));
        QVERIFY2(run.code == 0 || run.code == 1, qPrintable(line.last()));
        // What is read may be noted.
        QVERIFY2(run.code == 0 || run.lines().size() == 1,
            qPrintable(line.last() + u' ' + QString::fromUtf8(run.err)));
        QVERIFY2(run.code == 0 || run.err.contains(QFileInfo(line.last()).fileName().toUtf8()), run.err);
    }

private Q_SLOTS:
    void theEngineIsMissing()
    {
        // The program finds its library where the environment says, and beside it no engine.
        const QTemporaryDir folder;
        const QString library = QFileInfo(QStringLiteral(CONVSCOPE_LIBRARY)).fileName();
        QVERIFY(QFile::copy(QStringLiteral(CONVSCOPE_LIBRARY), folder.filePath(library)));
        const Run run = shell(QStringLiteral("LD_LIBRARY_PATH=%1 \"$0\" layers --model %2")
                                  .arg(folder.path(), data(QStringLiteral("narrow.pth"))));
        QVERIFY(!run.crashed);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY2(run.err.contains("libconvscope_engine.so: this part of Convscope"), run.err);
    }

    void cannotBeHad_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *line, const char *named) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(named);
        };
        row("network not there", "layers --model none.pth", "none.pth");
        row("network is a folder", "layers --model @data", "food");
        row("network is a photo", "layers --model @photo", "3_1.jpg");
        row("network is empty", "layers --model /dev/null", "/dev/null");
        row("photo not there", "predict --model @net none.jpg", "none.jpg");
        row("photo is a folder", "predict --model @net @data", "food");
        row("photo is a network", "predict --model @net @net", "narrow.pth");
        row("layer out of range", "activation --model @net --layer 99 --filter 0 --out @out @photo", "99");
        row("layer of no such name", "activation --model @net --layer cnn.x --filter 0 --out @out @photo",
            "cnn.x");
        row("layer without maps", "activation --model @net --layer fc.0 --filter 0 --out @out @photo",
            "fc.0");
        row("filter out of range", "visualize --model @net --layer 2 --filter 8 --out @out @photo",
            "8 filters");
        row("class to optimise out of range", "optimise --model @net --aim class --class 11 --out @out",
            "11");
        row("second filter is the first",
            "optimise --model @net --layer 2 --filter 1 --aim direction --out @out", "another filter");
        row("class out of range", "saliency --model @net --target 11 --out @out @photo", "11");
        row("device not there", "predict --model @net --device cuda:99 @photo", "cuda:99");
        row("folder not there", "evaluate --model @net --data none", "none");
        row("split not there", "evaluate --model @net --data @data --split evaluation", "evaluation");
        row("index out of range", "predict --model @net --data @data --split validation --index 5",
            "5 photos");
        row("names of classes not there", "predict --model @net --classes none.txt @photo", "none.txt");
        row("row's layer out of range", "figure --model @net --row activation:layer=99 --out @out.png @photo",
            "no layer “99”; its 30 layers");
        row("row's layer of no such name",
            "figure --model @net --row activation:layer=cnn.x --out @out.png @photo", "cnn.x");
        row("row's class out of range", "figure --model @net --row saliency:target=11 --out @out.png @photo",
            "11");
        row("row's class of no such name",
            "figure --model @net --row lime:target=eggplant --out @out.png @photo",
            "Allowed: true, predicted, Bread, Dairy product");
        row("preset not there", "figure --model @net --preset none.convrows --out @out.png @photo",
            "none.convrows");
        row("preset is a photo", "figure --model @net --preset @photo --out @out.png @photo", "3_1.jpg");
        row("preset of a later version",
            "figure --model @net --preset @presets/later.convrows --out @out.png @photo", "later.convrows");
        row("figure's layer out of range", "figure --model @net --layer 99 --out @out.png @photo", "99");
    }

    void cannotBeHad()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const Run run = convscope(arguments(line));
        QVERIFY(!run.crashed);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY2(run.err.startsWith("convscope: "), run.err);
        QVERIFY2(run.err.contains(named.toUtf8()), run.err);
        QVERIFY(filesIn(m_folder.path()).isEmpty());
        QVERIFY(filesIn(below(QStringLiteral("out"))).isEmpty());
    }

    void anotherKindOfFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("Git LFS pointer")
            << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 67108864\n")
            << QByteArray("git lfs pull");
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body>Virus scan warning</body></html>")
                                  << QByteArray("the download failed");
    }

    void anotherKindOfFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, told);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("3_1.jpg")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        for (const QString &line :
            {QStringLiteral("predict --model %1 @photo"), QStringLiteral("predict --model @net %1")}) {
            const Run run = convscope(arguments(line.arg(file.fileName())));
            QCOMPARE(run.code, 1);
            QCOMPARE(run.lines().size(), 1);
            QVERIFY2(run.err.contains(told), run.err);
        }
    }

    /// A row that the network cannot serve says so in its cells, and the others are drawn.
    void otherRowsGoOn()
    {
        for (const auto &[bad, named] : {std::pair{"gradcam:layer=fc.0", QByteArray("fc.0")},
                 std::pair{"visualize:layer=2,filter=8", QByteArray("8 filters")}}) {
            const Run run = convscope(
                arguments(QStringLiteral("figure --model @net --row %1 --row saliency --out @out.svg @photo")
                              .arg(QLatin1String(bad))));
            QCOMPARE(run.code, 1);
            QCOMPARE(run.lines().size(), 1);
            QVERIFY2(run.err.contains(named), run.err);
            QFile figure(below(QStringLiteral("out.svg")));
            QVERIFY(figure.open(QFile::ReadOnly));
            const QByteArray text = figure.readAll();
            QVERIFY(text.contains("Saliency"));
            const QByteArray word = named.split(' ').last(); // a line may end before it
            QVERIFY2(text.contains(word), text);
            QVERIFY(figure.remove());
        }
    }

    /// Whatever lies in the folder must be read or refused in one line.
    void oddNetworks()
    {
        int count = 0;
        QDirIterator networks(data(QStringLiteral("checkpoints")), QDir::Files);
        for (; networks.hasNext(); ++count) {
            const QStringList line = {QStringLiteral("layers"), QStringLiteral("--model"), networks.next()};
            check(line, convscope(line));
        }
        QVERIFY(count > 20);
    }

    /// The same of photos, all in one run: what is wrong with one leaves the others.
    void oddPhotos()
    {
        QStringList photos;
        QDirIterator files(data(QStringLiteral("odd")), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            photos += files.next();
        const Run run =
            convscope(withNetwork(QStringLiteral("predict"), QStringList{QStringLiteral("--json")} + photos));
        QVERIFY(!run.crashed);
        QCOMPARE(run.code, 1);
        QStringList told;
        for (const QJsonValue &answer : run.json().array())
            told += answer[QStringLiteral("image")].toString();
        QVERIFY(told.size() > 20);
        for (const QByteArray &line : run.lines()) {
            const QString text = QString::fromUtf8(line);
            QVERIFY2(text.startsWith(QStringLiteral("convscope: ")), line);
            const QString file = text.mid(11).section(QStringLiteral(": "), 0, 0);
            if (!told.contains(file)) // else a note on an answer
                told += file;
        }
        told.sort();
        photos.sort();
        QCOMPARE(told, photos);
    }
};

CONVSCOPE_CLI_TEST_MAIN(BadInputCliTest)
#include "badinput_cli_test.moc"
