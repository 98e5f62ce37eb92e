#include "tests/cli/program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

/// What is asked wrongly: one clear line, exit code 2, nothing done.
class UsageCliTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString below(const QString &name) const { return m_folder.filePath(name); }

    QStringList arguments(const QString &line) const { return words(line, below(QStringLiteral("out"))); }

private Q_SLOTS:
    void wrongUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *line, const char *named) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(named);
        };
        row("no such subcommand", "explain --model @net", "explain");
        row("no such option", "predict --model @net --fast @photo", "--fast");
        row("no network", "predict @photo", "--model");
        row("no photos", "predict --model @net", "no photos");
        row("no photos of the folder", "predict --model @net --data @data", "--index");
        row("index without a folder", "predict --model @net --index 1 @photo", "--data");
        row("files and a folder", "predict --model @net --data @data --index 1 @photo", "not both");
        row("index no number", "predict --model @net --data @data --index 1,x", "--index");
        row("index below zero", "predict --model @net --data @data --index=-1", "--index");
        row("index without a number", "predict --model @net --data @data --index", "--index needs a value");
        row("option twice", "saliency --model @net --target 1 --target 2 --out @out @photo",
            "--target is given more than once");
        row("no output folder", "saliency --model @net @photo", "--out");
        row("no folder to evaluate", "evaluate --model @net", "--data");
        row("no layer", "activation --model @net --filter 0 --out @out @photo", "--layer");
        row("no filter", "activation --model @net --layer 2 --out @out @photo", "--filter");
        row("filter no number", "activation --model @net --layer 2 --filter 1.5 --out @out @photo", "1.5");
        row("filter below zero", "activation --model @net --layer 2 --filter=-1 --out @out @photo", "-1");
        row("objective", "saliency --model @net --objective mean --out @out @photo", "mean");
        row("too few samples", "lime --model @net --samples 1 --out @out @photo",
            "--samples: “1” is not a whole number from 2 to 1000000");
        row("comma in a number", "lime --model @net --min-weight 0,05 --out @out @photo", "0,05");
        row("not a number", "lime --model @net --sigma nan --out @out @photo", "nan");
        row("score", "lime --model @net --score odds --out @out @photo", "odds");
        row("stream", "lime --model @net --stream both --out @out @photo", "both");
        row("learning rate", "visualize --model @net --layer 2 --filter 0 --lr 0 --out @out @photo", "--lr");
        row("no iterations", "visualize --model @net --layer 2 --filter 0 --iterations 0 --out @out @photo",
            "--iterations");
        row("noise and photos",
            "visualize --model @net --layer 2 --filter 0 --noise-seed 1 --out @out @photo", "--noise-seed");
        row("noise seed too large",
            "visualize --model @net --layer 2 --filter 0 --noise-seed 4294967296 --out @out", "4294967296");
        row("no photo is looked at", "optimise --model @net --layer 2 --filter 0 --out @out @photo",
            "leave the photos out");
        row("no layer", "optimise --model @net --filter 0 --out @out", "--layer is required");
        row("no filter", "optimise --model @net --layer 2 --out @out", "--filter is required");
        row("too many pictures", "optimise --model @net --layer 2 --filter 0 --pictures 10 --out @out",
            "--pictures");
        row("figure's ending", "figure --model @net --out @out.gif @photo", ".svg");
        row("no such view", "figure --model @net --views photo,depth --out @out.png @photo", "depth");
        row("no view", "figure --model @net --views= --out @out.png @photo", "--views");
        row("view twice", "figure --model @net --views photo,photo --out @out.png @photo", "twice");
        row("no such preset", "figure --model @net --preset none --out @out.png @photo",
            "--preset: “none” is not one of homework, gradients, cams, agree, nor a preset that you keep, "
            "nor a "
            "file");
        row("a preset without a value", "figure --model @net --out @out.png @photo --preset",
            "--preset needs a value");
        row("a preset of nothing to measure",
            "evaluate --model @net --data @data --localisation --preset @presets/photo.convrows",
            "has no row that can be used here");
        row("a preset without localisation", "evaluate --model @net --data @data --preset cams",
            "--localisation");
        row("a method's option beside a preset",
            "figure --model @net --preset homework --samples 20 --out @out.png @photo", "--samples");
        row("no such method in a row", "figure --model @net --row depth --out @out.png @photo",
            "--row: “depth” is not one of photo, saliency, activation, visualize, lime");
        row("a row of no method", "figure --model @net --row :samples=20 --out @out.png @photo",
            "“” is not one of");
        row("a row without a value", "figure --model @net --out @out.png @photo --row",
            "--row needs a value");
        row("an empty row", "figure --model @net --out @out.png @photo --row=", "--row needs a value");
        row("a photo in place of a row", "figure --model @net --out @out.png --row @photo", "--row: “");
        row("no such field of a row", "figure --model @net --row saliency:samples=20 --out @out.png @photo",
            "saliency has no “samples”; it has: target, objective, kind");
        row("an empty field of a row",
            "figure --model @net --row lime:samples=20,,seed=1 --out @out.png @photo", "lime has no “”");
        row("a field of a row twice", "figure --model @net --row lime:seed=1,seed=1 --out @out.png @photo",
            "“seed” is there twice");
        row("a field of a row without a value",
            "figure --model @net --row lime:samples --out @out.png @photo", "“samples” needs a value");
        row("a field of a row with an empty value",
            "figure --model @net --row lime:samples= --out @out.png @photo",
            "samples: “” is not a whole number from 2 to 1000000");
        row("number in a row out of range", "figure --model @net --row lime:samples=1 --out @out.png @photo",
            "--row: samples: “1” is not a whole number from 2 to 1000000");
        row("word in a row", "figure --model @net --row saliency:objective=mean --out @out.png @photo",
            "objective: “mean” is not one of loss, logit");
        row("flag in a row", "figure --model @net --row lime:stop-when-stable=2 --out @out.png @photo",
            "“2” is not one of true, false");
        row("target in a row", "figure --model @net --row saliency:target=-1 --out @out.png @photo",
            "target: “-1” is not true, predicted");
        row("filter in a row below zero",
            "figure --model @net --row activation:filter=-1 --out @out.png @photo",
            "filter: “-1” is not the number of a filter");
        row("no layer in a row", "figure --model @net --row activation:layer= --out @out.png @photo",
            "layer: “”");
        row("the photo has no fields", "figure --model @net --row photo:seed=1 --out @out.png @photo",
            "photo has no values to set");
        row("one bad row of two", "figure --model @net --row lime --row lime:x=1 --out @out.png @photo",
            "“x”");
        row("an option that rows do not share",
            "figure --model @net --row lime --samples 20 --out @out.png @photo", "--samples");
        row("a row that says nothing of places",
            "evaluate --model @net --data @data --localisation --row visualize",
            "“visualize” is not one of saliency, activation, lime");
        row("a row without localisation", "evaluate --model @net --data @data --row lime", "--localisation");
        row("methods of a network", "methods --model @net", "--model");
        row("colours", "figure --model @net --colours red --out @out.png @photo", "red");
        row("device", "predict --model @net --device gpu @photo", "gpu");
        row("precision", "predict --model @net --precision float16 @photo", "float16");
        row("threads", "predict --model @net --threads=-2 @photo", "--threads");
        row("width", "figure --model @net --width-cm wide --out @out.png @photo", "--width-cm");
        row("resolution", "figure --model @net --dpi 5 --out @out.png @photo", "--dpi");
        row("text size", "figure --model @net --font-size 99 --out @out.png @photo", "--font-size");
        row("a file for a subcommand", "figure.png layers --model @net", "FILE");
        row("option before the subcommand", "--device cpu predict --model @net @photo", "--device");
        row("option of the window", "--colour", "--colour");
    }

    void wrongUsage()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const Run run = convscope(arguments(line));
        QVERIFY(!run.crashed);
        QCOMPARE(run.code, 2);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.lines().size(), 1);
        QVERIFY2(run.err.startsWith("convscope: "), run.err);
        QVERIFY2(run.err.contains(named.toUtf8()), run.err);
        QVERIFY(filesIn(m_folder.path()).isEmpty() && !QFile::exists(below(QStringLiteral("out"))));
    }

    void helpAndVersion()
    {
        for (const char *line : {"--help", "-h", "lime --help", "figure --help"}) {
            const Run run = convscope(arguments(QString::fromLatin1(line)));
            QCOMPARE(run.code, 0);
            QCOMPARE(run.err, QByteArray());
            QVERIFY(run.out.contains("--model"));
        }
        for (const char *line : {"--version", "predict --version"}) {
            const Run run = convscope(arguments(QString::fromLatin1(line)));
            QCOMPARE(run.code, 0);
            QVERIFY(run.out.startsWith("Convscope "));
            QVERIFY(run.out.contains("LibTorch "));
        }
    }

    /// Help and completion are made from one list of methods.
    void eachMethodHasASubcommandWithItsFields()
    {
        const QJsonArray methods =
            convscope({QStringLiteral("methods"), QStringLiteral("--json")}).json().array();
        QVERIFY(methods.size() >= 4);
        const QByteArray overview = convscope({QStringLiteral("--help")}).out;
        for (const QJsonValue &method : methods) {
            const QString name = method[QStringLiteral("name")].toString();
            QVERIFY2(overview.contains("\n  " + name.toUtf8() + ' '), qPrintable(name));
            const QByteArray help = convscope({name, QStringLiteral("--help")}).out;
            QVERIFY2(help.contains(method[QStringLiteral("sentence")].toString().toUtf8()), help);
            for (const QJsonValue &parameter : method[QStringLiteral("parameters")].toArray()) {
                QVERIFY(help.contains("\n  --" + parameter[QStringLiteral("name")].toString().toUtf8()));
                QVERIFY2(help.contains(parameter[QStringLiteral("sentence")].toString().toUtf8()), help);
            }
        }
        QVERIFY(convscope({QStringLiteral("lime"), QStringLiteral("--help")})
                    .out.contains("Allowed: a whole number from 2 to 1000000."));
    }

    void speaksTheSystemsLanguage()
    {
        const auto help = [](const char *locale) {
            return convscopeIn(locale, {QStringLiteral("--help")}).out;
        };
        QVERIFY(help("zh_CN.UTF-8").contains("网络"));
        QVERIFY(help("zh_TW.UTF-8").contains("網路"));
        QVERIFY(help("zh_HK.UTF-8").contains("網路"));
        QVERIFY(help("de_DE.UTF-8").contains("print this help"));
        QVERIFY(help("en_GB.UTF-8").contains("print this help"));

        const QStringList missing{
            QStringLiteral("layers"), QStringLiteral("--model"), QStringLiteral("/none.pth")};
        const Run failed = convscopeIn("zh_CN.UTF-8", missing);
        QCOMPARE(failed.code, 1);
        QVERIFY2(failed.err.contains("/none.pth: ") && !failed.err.contains("there is no"), failed.err);
        const Run wrong = convscopeIn("zh_CN.UTF-8", {QStringLiteral("layers"), QStringLiteral("--colour")});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("--colour") && !wrong.err.contains("expected"), wrong.err);
        // Numbers and names for programs stay as they are.
        const QStringList listing = withNetwork(QStringLiteral("layers"), {QStringLiteral("--json")});
        QCOMPARE(convscopeIn("zh_CN.UTF-8", listing).out, convscope(listing).out);
    }

    void withoutADisplayTheWindowSaysSo()
    {
        const Run run = convscope({});
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY(run.err.contains("no display"));
    }

    void aFullDiskBehindStdoutIsAFailure()
    {
        const Run run = shell(
            QStringLiteral("\"$0\" layers --model '%1' > /dev/full").arg(data(QStringLiteral("narrow.pth"))));
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY(run.err.contains("standard output"));
    }

    void verboseTellsWhatIsDone()
    {
        const Run run = convscope(withNetwork(QStringLiteral("layers"), {QStringLiteral("--verbose")}));
        QCOMPARE(run.code, 0);
        QVERIFY(run.err.contains("15655 parameters"));
    }
};

CONVSCOPE_CLI_TEST_MAIN(UsageCliTest)
#include "usage_cli_test.moc"
