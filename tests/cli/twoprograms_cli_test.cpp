#include "tests/cli/program.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>
#include <map>

namespace {

const QByteArray coreName = "convscope-core";

/// What a command line told and wrote.
struct Told
{
    int code = -1;
    QByteArray out;
    QByteArray err;
    std::map<QString, QByteArray> files; ///< below the folder that it ran in
};

std::map<QString, QByteArray> filesBelow(const QString &folder)
{
    std::map<QString, QByteArray> files;
    for (QDirIterator at(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); at.hasNext();) {
        const QString name = at.next();
        files[QDir(folder).relativeFilePath(name)] = contents(name);
    }
    return files;
}

/// With the one name in place of the other.
QByteArray asConvscope(QByteArray text) { return text.replace(coreName, "convscope"); }

/// Both programs, with the same lines for bash in folders of their own. In the lines "$0" is the program.
class TwoPrograms
{
public:
    Told convscope(const QString &script)
    {
        return run(QStringLiteral(CONVSCOPE_PROGRAM), QStringLiteral("a"), script);
    }
    Told core(const QString &script)
    {
        return run(QStringLiteral(CONVSCOPE_CORE_PROGRAM), QStringLiteral("b"), script);
    }

private:
    Told run(const QString &program, const QString &name, QString script)
    {
        const QString root = m_folder.filePath(name);
        const QString folder = root + QStringLiteral("/here");
        QDir().mkpath(folder);
        script.replace(QStringLiteral("@photo"), data(QStringLiteral("food/validation/3_1.jpg")));
        script.replace(QStringLiteral("@net"), data(QStringLiteral("narrow.pth")));
        script.replace(QStringLiteral("@data"), data(QStringLiteral("food")));
        script.replace(QStringLiteral("@tests"), QStringLiteral(CONVSCOPE_TEST_DATA));
        QProcess process;
        QProcessEnvironment environment = plainEnvironment();
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), QStringLiteral("../cache"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), QStringLiteral("../data"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder);
        process.start(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), script, program});
        process.waitForFinished(3000000);
        if (process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError(),
            filesBelow(folder)};
    }

    QTemporaryDir m_folder;
};

QString lines(const char *text) { return QString::fromUtf8(text); }

} // namespace

/// convscope-core says and writes what convscope does.
class TwoProgramsCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void same_data()
    {
        QTest::addColumn<QString>("script");
        const auto row = [](const char *name, const char *script) { QTest::newRow(name) << lines(script); };
        row("help", "\"$0\" predict --help; \"$0\" lime --help; \"$0\" compare --help; \"$0\" index --help");
        row("methods", "\"$0\" methods");
        row("methods as JSON", "\"$0\" methods --json");
        row("layers", "\"$0\" layers --model @net; \"$0\" layers --model @net --json");
        row("layers of an operator graph",
            "for net in @tests/onnx/networks/*.onnx @tests/onnx/odd/*.onnx; do \"$0\" layers --model "
            "\"$net\"; done");
        row("predict", "\"$0\" predict --model @net @photo; \"$0\" predict --model @net --json @photo");
        row("predict of a folder",
            "\"$0\" predict --model @net --data @data --index 0,2,99; \"$0\" predict --demo --index 3 "
            "--json");
        row("evaluate",
            "\"$0\" evaluate --model @net --data @data; \"$0\" evaluate --model @net --data @data --json");
        row("evaluate two networks", "\"$0\" evaluate --model @net --model-b random --data @data");
        row("localisation", "\"$0\" evaluate --demo --localisation --row edges --row saliency --json");
        row("compare",
            "line=(\"$0\" compare --model @net --data @data --count 2 --methods saliency,edges); "
            "\"${line[@]}\"; \"${line[@]}\" --json; \"${line[@]}\" --csv --sort sparseness");
        row("index",
            "line=(--model @net --data @data --index index); \"$0\" index build \"${line[@]}\" --layers 3,4; "
            "\"$0\" index status \"${line[@]}\" --json; \"$0\" index show --index index --layer 4; "
            "\"$0\" index show --index index --layer 4 --json; "
            "\"$0\" index show --index index --layer 4 --filter 2; "
            "\"$0\" index show --index index --layer 4 --filter 2 --json");
        row("index in the cache",
            "\"$0\" index status --model @net --data @data; \"$0\" filter --model @net --data @data --layer "
            "4 "
            "--filter 1; \"$0\" index remove --all");
        row("concepts", "\"$0\" index concepts --demo --layer 3");
        row("embed",
            "\"$0\" embed --model @net --data @data --method pca; \"$0\" embed --model @net --data @data "
            "--perplexity 2 --iterations 20 --out table.csv");
        for (const char *method :
            {"saliency", "integrated", "gradcam --layer 4", "activation --layer 3 --filter 1",
                "visualize --layer 3 --filter 1 --iterations 2", "lime --samples 12", "random",
                "smoothgrad --samples 2", "optimise --layer 3 --filter 1 --iterations 2"}) {
            const QByteArray name = QByteArray(method).left(QByteArray(method).indexOf(' '));
            const QString noise = name == "optimise" ? QString() : QStringLiteral(" @photo");
            QTest::newRow(method)
                << QStringLiteral("\"$0\" %1 --model @net --out out%2").arg(QString::fromUtf8(method), noise);
        }
        row("evidence", "\"$0\" saliency --model @net --evidence --out out @photo");
        row("two networks",
            "\"$0\" saliency --model @net --model-b random:1 --network B --out out @photo; "
            "\"$0\" saliency --model @net --model-b random:1 --network A-B --out out @photo");
        row("no UTF-8",
            "cp @photo $'b\\xff\\xc3.jpg'; cp @net $'n\\xe4.pth'; \"$0\" predict --model $'n\\xe4.pth' "
            "$'b\\xff\\xc3.jpg'; "
            "\"$0\" predict --json --model @net $'b\\xff\\xc3.jpg'; \"$0\" saliency --model @net --out out "
            "$'b\\xff\\xc3.jpg'");
        row("quotes, line ends and wide letters",
            "cp @photo $'\"a\\n\\t %1 %n 红烧肉 e\\u0301 \\U1F600.jpg'; \"$0\" predict --model @net ./*.jpg; "
            "\"$0\" predict --json --model @net ./*.jpg");
        row("a very long name",
            "name=$(printf 'ö%.0s' {1..120}).jpg; cp @photo \"$name\"; \"$0\" saliency --model @net --out "
            "out "
            "\"$name\"");
        row("names of classes",
            "printf '%s\\n' 'ﬃ Ä' 红烧肉 'e\u0301 cole' a b c d e f g h >names; "
            "\"$0\" predict --model @net --classes names @photo; "
            "\"$0\" saliency --model @net --classes names --target 'ﬃ ä' --out out @photo; "
            "\"$0\" saliency --model @net --classes names --target none --out out @photo; "
            "\"$0\" evaluate --model @net --classes names --data @data");
        row("bad input",
            "\"$0\" predict --model @net nothing.jpg; \"$0\" predict --model nothing.pth @photo; "
            "\"$0\" predict --model @photo @photo; \"$0\" predict --model @net @net; "
            "n=0; for odd in @tests/odd/*; do n=$((n + 1)); " // a few: each takes half a second
            "[ $((n % 12)) != 1 ] || \"$0\" predict --model @net \"$odd\"; done");
        row("damaged networks",
            "n=0; for net in @tests/checkpoints/* @tests/odd/*; do n=$((n + 1)); "
            "[ $((n % 15)) != 1 ] || \"$0\" layers --model \"$net\"; done");
        row("wrong words",
            "\"$0\" predict; \"$0\" predict --nonsense;"
            "\"$0\" lime --model @net --samples seven --out out @photo; \"$0\" lime --model @net @photo; "
            "\"$0\" activation --model @net --out out @photo; \"$0\" predict --json --json=x; "
            "\"$0\" compare --demo --methods saliency,saliency; \"$0\" compare --demo --measures nothing; "
            "\"$0\" compare --demo --row lime:samples=0; \"$0\" embed --demo --colour value; "
            "\"$0\" predict --demo --device cuda:99");
        row("presets",
            "\"$0\" compare --model @net --data @data --count 1 --preset @tests/presets/later.convrows; "
            "\"$0\" compare --model @net --data @data --preset nothing");
        row("cannot write", "touch out; \"$0\" saliency --model @net --out out @photo");
    }
    void same()
    {
        QFETCH(QString, script);
        TwoPrograms programs;
        const Told told = programs.convscope(script);
        const Told same = programs.core(script);
        QCOMPARE(asConvscope(same.out), told.out);
        QCOMPARE(asConvscope(same.err), told.err);
        QCOMPARE(same.code, told.code);
        for (const auto &[name, bytes] : told.files) {
            QVERIFY2(same.files.contains(name), qPrintable(name));
            QVERIFY2(same.files.at(name) == bytes, qPrintable(name));
        }
        QCOMPARE(same.files.size(), told.files.size());
    }

    /// The numbers are there, the picture with text is not.
    void withoutOnePicture_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("picture");
        QTest::newRow("maps of layers") << QStringLiteral("gradcamlayers --model @net --out out @photo")
                                        << QStringLiteral("out/3_1.gradcamlayers.png");
        QTest::newRow("weights of filters")
            << QStringLiteral("filterweights --model @net --layer 4 --out out @photo") << QString();
    }
    void withoutOnePicture()
    {
        QFETCH(QString, line);
        QFETCH(QString, picture);
        TwoPrograms programs;
        const Told told = programs.convscope(QStringLiteral("\"$0\" ") + line);
        const Told same = programs.core(QStringLiteral("\"$0\" ") + line);
        QCOMPARE(same.code, 0);
        QVERIFY2(same.err.contains("one picture has text and is left out"), same.err);
        int missing = 0;
        for (const auto &[name, bytes] : told.files) {
            if (!same.files.contains(name)) {
                ++missing;
                QVERIFY2(name.endsWith(QLatin1String(".png")), qPrintable(name));
                QVERIFY2(picture.isEmpty() || name == picture, qPrintable(name));
            } else {
                QVERIFY2(same.files.at(name) == bytes, qPrintable(name));
            }
        }
        QCOMPARE(missing, 1);
    }

    void figuresAreRefused_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
            {"figure --demo --views saliency --out a.png", "figure --nonsense", "compare --demo --out a.pdf",
                "embed --demo --out a.svg", "filter --demo --layer 3 --filter 0 --out a.png"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }
    void figuresAreRefused()
    {
        QFETCH(QString, line);
        TwoPrograms programs;
        const Told told = programs.core(QStringLiteral("\"$0\" ") + line);
        QCOMPARE(told.code, 1);
        QVERIFY2(told.err.contains("use the program convscope"), told.err);
        QCOMPARE(told.out, QByteArray());
        QVERIFY(told.files.empty());
    }

    void hasNoWindow()
    {
        TwoPrograms programs;
        const Told told = programs.core(QStringLiteral("\"$0\""));
        QCOMPARE(told.code, 2);
        QCOMPARE(
            told.err, QByteArray("convscope-core: a subcommand is missing (see convscope-core --help)\n"));
    }

    void linksNoQt()
    {
        TwoPrograms programs;
        const Told told = programs.core(QStringLiteral("ldd \"$0\""));
        QCOMPARE(told.code, 0);
        QVERIFY2(!told.out.contains("Qt6"), told.out);
        QVERIFY2(told.out.contains("libconvscope_core"), told.out);
    }
};

CONVSCOPE_CLI_TEST_MAIN(TwoProgramsCliTest)
#include "twoprograms_cli_test.moc"
