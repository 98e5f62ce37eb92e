#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <signal.h>

/// layers, predict and evaluate.
class ListingCliTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString validation(const char *name) const
    {
        return data(QStringLiteral("food/validation/")) + QString::fromUtf8(name);
    }

private Q_SLOTS:
    void layersAsJson()
    {
        const Run run = convscope(withNetwork(QStringLiteral("layers"), {QStringLiteral("--json")}));
        QCOMPARE(run.code, 0);
        QVERIFY2(run.err.isEmpty(), run.err);
        QVERIFY2(run.assumed.contains("ReLU, MaxPool2d of 2 × 2"), run.assumed);
        const QJsonArray layers = run.json().array();
        QCOMPARE(layers.size(), 30); // of tests/reference/narrow.py: 7 blocks of 3, 5 pools, 4 in fc
        QCOMPARE(layers[3].toObject(),
            (QJsonObject{{QStringLiteral("index"), 3}, {QStringLiteral("name"), QStringLiteral("cnn.3")},
                {QStringLiteral("kind"), QStringLiteral("Conv2d")}, {QStringLiteral("channels"), 8},
                {QStringLiteral("height"), 128}, {QStringLiteral("width"), 128},
                {QStringLiteral("shape"), QJsonArray({8, 128, 128})},
                {QStringLiteral("parameters"), 8 * 8 * 9 + 8}, {QStringLiteral("block"), false},
                {QStringLiteral("operator"), false}}));
        QCOMPARE(layers[29].toObject(),
            (QJsonObject{{QStringLiteral("index"), 29}, {QStringLiteral("name"), QStringLiteral("fc.3")},
                {QStringLiteral("kind"), QStringLiteral("Linear")}, {QStringLiteral("channels"), 11},
                {QStringLiteral("height"), QJsonValue::Null}, {QStringLiteral("width"), QJsonValue::Null},
                {QStringLiteral("shape"), QJsonArray({11})}, {QStringLiteral("parameters"), 32 * 11 + 11},
                {QStringLiteral("block"), false}, {QStringLiteral("operator"), false}}));
    }

    void layersAsColumns()
    {
        const Run run = convscope(withNetwork(QStringLiteral("layers")));
        QCOMPARE(run.code, 0);
        const QList<QByteArray> lines = run.out.split('\n');
        QVERIFY(lines.contains("       cnn                                              7068"));
        QVERIFY(lines.contains("    0    cnn.0   Conv2d             8  128 × 128         224"));
        QVERIFY(lines.contains("   26    fc.0    Linear            32                   8224"));
    }

    void methodsAsJson()
    {
        const Run run = convscope({QStringLiteral("methods"), QStringLiteral("--json")});
        QCOMPARE(run.code, 0);
        QCOMPARE(run.err, QByteArray());
        QStringList told;
        for (const QJsonValue &method : run.json().array()) {
            told += QStringList{method[QStringLiteral("name")].toString(),
                method[QStringLiteral("view")].toString(), method[QStringLiteral("answer")].toString(),
                method[QStringLiteral("meaning")].toString(),
                method[QStringLiteral("slow")].toVariant().toString(),
                method[QStringLiteral("needs_gradients")].toVariant().toString()}
                        .join(u' ');
            QVERIFY(!method[QStringLiteral("title")].toString().isEmpty());
            QVERIFY(method[QStringLiteral("sentence")].toString().endsWith(u'.'));
            for (const QJsonValue &parameter : method[QStringLiteral("parameters")].toArray()) {
                QCOMPARE(parameter.toObject().keys(),
                    (QStringList{QStringLiteral("default"), QStringLiteral("max"), QStringLiteral("min"),
                        QStringLiteral("name"), QStringLiteral("sentence"), QStringLiteral("type"),
                        QStringLiteral("words")}));
                QVERIFY(!parameter[QStringLiteral("sentence")].toString().isEmpty());
            }
        }
        QVERIFY(told.contains(QStringLiteral("saliency saliency attribution sensitivity false true")));
        QVERIFY(told.contains(QStringLiteral("activation activation activation  false false")));
        QVERIFY(told.contains(QStringLiteral("visualize filter optimised_image  true true")));
        QVERIFY(told.contains(QStringLiteral("lime lime superpixel_weights  true false")));
    }

    void parametersAsJson()
    {
        const Run run = convscope({QStringLiteral("methods"), QStringLiteral("--json")});
        QHash<QString, QJsonObject> parameters;
        for (const QJsonValue &method : run.json().array()) {
            for (const QJsonValue &parameter : method[QStringLiteral("parameters")].toArray()) {
                QJsonObject facts = parameter.toObject();
                facts.remove(QStringLiteral("sentence"));
                parameters[method[QStringLiteral("name")].toString() + u' '
                    + facts.take(QStringLiteral("name")).toString()] = facts;
            }
        }
        const auto facts = [](const char *type, const QJsonValue &standard, const QJsonValue &min,
                               const QJsonValue &max, const QJsonValue &words = {}) {
            return QJsonObject{{QStringLiteral("type"), QLatin1String(type)},
                {QStringLiteral("default"), standard}, {QStringLiteral("min"), min},
                {QStringLiteral("max"), max}, {QStringLiteral("words"), words}};
        };
        const QJsonValue none;
        QCOMPARE(parameters[QStringLiteral("saliency target")],
            facts("class", QStringLiteral("true"), none, none));
        QCOMPARE(parameters[QStringLiteral("saliency objective")],
            facts("word", QStringLiteral("loss"), none, none,
                QJsonArray{QStringLiteral("loss"), QStringLiteral("logit")}));
        QCOMPARE(parameters[QStringLiteral("activation filter")], facts("filter", 0, 0, 1000000));
        QCOMPARE(parameters[QStringLiteral("visualize noise-seed")], facts("seed", none, 0, 4294967295.0));
        QCOMPARE(parameters[QStringLiteral("lime samples")], facts("integer", 1000, 2, 1000000));
        QCOMPARE(parameters[QStringLiteral("lime sigma")], facts("number", 1, 0, 100));
        QCOMPARE(parameters[QStringLiteral("lime stop-when-stable")], facts("boolean", false, none, none));
    }

    void methodsForPeople()
    {
        const Run run = convscope({QStringLiteral("methods")});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.startsWith(
                     "saliency – where a small change matters most (a map for a class: how much each "
                     "place matters)\n  target     true   true, predicted, the number"),
            run.out);
        QVERIFY2(run.out.contains("\n  lr          0.1  a number from 1e-09 to 1000  "), run.out);
        QVERIFY2(run.out.contains("\n  noise-seed  –    a whole number from 0 to 4294967295  "), run.out);
        QVERIFY2(
            run.out.contains(
                "\nfilterweights – which filters of a layer speak for a class (a weight for each filter)"),
            run.out);
        const QByteArray chinese = convscopeIn("zh_CN.UTF-8", {QStringLiteral("methods")}).out;
        QVERIFY(chinese.contains("\nlime") && chinese.contains("\n  samples "));
    }

    void predictionAsJson()
    {
        const QString unlabelled = m_folder.filePath(QStringLiteral("lunch.jpg"));
        QVERIFY(QFile::copy(validation("3_1.jpg"), unlabelled));
        const Run run = convscope(withNetwork(
            QStringLiteral("predict"), {QStringLiteral("--json"), validation("3_1.jpg"), unlabelled}));
        QCOMPARE(run.code, 0);
        const QJsonArray photos = run.json().array();
        QCOMPARE(photos.size(), 2);
        QCOMPARE(photos[0][QStringLiteral("image")].toString(), validation("3_1.jpg"));
        QCOMPARE(photos[0][QStringLiteral("label")].toInt(-1), 3);
        QVERIFY(photos[1][QStringLiteral("label")].isNull());
        const QJsonArray top = photos[0][QStringLiteral("top")].toArray();
        QCOMPARE(top, photos[1][QStringLiteral("top")].toArray());
        QCOMPARE(top.size(), 5);
        QCOMPARE(top[0].toObject().keys(),
            QStringList({QStringLiteral("class"), QStringLiteral("logit"), QStringLiteral("name"),
                QStringLiteral("probability")}));
        QCOMPARE(top[0][QStringLiteral("name")].toString(), QStringLiteral("Egg"));
        double sum = 0;
        for (int i = 0; i < 5; ++i) {
            const double probability = top[i][QStringLiteral("probability")].toDouble();
            QVERIFY(i == 0 || probability <= top[i - 1][QStringLiteral("probability")].toDouble());
            sum += probability;
        }
        QVERIFY(sum > 0.5 && sum <= 1);
    }

    void theOutputIsChosenByPlaceOrByKey()
    {
        const auto classes = [&](const char *file, const QStringList &options) {
            const Run run = convscope(
                QStringList({QStringLiteral("predict"), QStringLiteral("--json"), QStringLiteral("--model"),
                    data(QStringLiteral("torchscript/") + QLatin1String(file))})
                + options + QStringList(validation("5_0.jpg")));
            return run.code == 0
                ? QString::number(run.json().array()[0][QStringLiteral("top")].toArray().size())
                : QString::fromUtf8(run.err);
        };
        // Embeddings have six numbers, of which the five likeliest are told; one number makes two classes.
        QCOMPARE(classes("keyed-scripted.pt", {QStringLiteral("--output"), QStringLiteral("logits")}),
            QStringLiteral("5"));
        QCOMPARE(classes("one-sigmoid.pt", {}), QStringLiteral("2"));
        const QString refusal =
            classes("keyed-scripted.pt", {QStringLiteral("--output"), QStringLiteral("other")});
        QVERIFY2(refusal.endsWith(
                     QStringLiteral("the network has no output “other”. It has: embedding, logits.\n")),
            qPrintable(refusal));
    }

    void independentProbabilitiesAreShownAsTheyAre()
    {
        const Run run =
            convscope({QStringLiteral("predict"), QStringLiteral("--json"), QStringLiteral("--model"),
                data(QStringLiteral("torchscript/sigmoids-scripted.pt")), validation("5_0.jpg")});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.err.contains("sigmoids"), run.err);
        double sum = 0;
        for (const QJsonValue &each : run.json().array()[0][QStringLiteral("top")].toArray()) {
            const double logit = each[QStringLiteral("logit")].toDouble();
            const double probability = each[QStringLiteral("probability")].toDouble();
            QVERIFY(std::abs(probability - 1 / (1 + std::exp(-logit))) < 1e-6);
            sum += probability;
        }
        QVERIFY(std::abs(sum - 1) > 0.1); // of five that lie around a half
    }

    void photosOfAFolderByTheirIndex()
    {
        // In byte order: 0_0, 10_3, 2_0, 3_1, 5_0
        const Run run = convscope(withNetwork(QStringLiteral("predict"),
            {QStringLiteral("--json"), QStringLiteral("--data"), data(QStringLiteral("food")),
                QStringLiteral("--split"), QStringLiteral("validation"), QStringLiteral("--index"),
                QStringLiteral("3,1,7")}));
        QCOMPARE(run.code, 1); // there is no 7; the others are done
        QCOMPARE(run.lines().size(), 1);
        const QJsonArray photos = run.json().array();
        QCOMPARE(photos.size(), 2);
        QVERIFY(photos[0][QStringLiteral("image")].toString().endsWith(QStringLiteral("/3_1.jpg")));
        QVERIFY(photos[1][QStringLiteral("image")].toString().endsWith(QStringLiteral("/10_3.jpg")));
        QCOMPARE(photos[1][QStringLiteral("label")].toInt(-1), 10);
    }

    void predictionForPeople()
    {
        const Run run = convscope(withNetwork(QStringLiteral("predict"), {validation("5_0.jpg")}));
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("5_0.jpg – true class Meat, predicted wrong\n  3  Egg "), run.out);
    }

    void strangeNamesGiveValidJson()
    {
        const Run run =
            shell(QStringLiteral("cd '%1' && cp '%2' $'3_a\"\\\\\\n\\xff.jpg' && "
                                 "\"$0\" predict --json --model '%3' ./3_* $'none\\xfe\\n.jpg'")
                      .arg(m_folder.path(), validation("3_1.jpg"), data(QStringLiteral("narrow.pth"))));
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 1);
        const QJsonArray photos = run.json().array();
        QCOMPARE(photos.size(), 1);
        QCOMPARE(photos[0][QStringLiteral("image")].toString(), QStringLiteral("./3_a\"\\\n\uFFFD.jpg"));
        std::ignore =
            shell(QStringLiteral("rm '%1'/3_*").arg(m_folder.path())); // Qt cannot remove such names
    }

    void namesOfClassesFromAFile()
    {
        QFile names(m_folder.filePath(QStringLiteral("names.txt")));
        QVERIFY(names.open(QIODevice::WriteOnly));
        for (int i = 0; i < 11; ++i)
            names.write("名" + QByteArray::number(i) + '\n');
        names.close();
        const QStringList line = withNetwork(QStringLiteral("predict"),
            {QStringLiteral("--json"), QStringLiteral("--classes"), names.fileName(), validation("3_1.jpg")});
        const Run run = convscope(line);
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[0][QStringLiteral("top")][0][QStringLiteral("name")].toString(),
            QStringLiteral("名3"));
        QVERIFY(names.open(QIODevice::Append));
        names.write("one too many\n");
        names.close();
        const Run refused = convscope(line);
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.err.contains("names.txt"));
    }

    void evaluationAsJson()
    {
        const QString folder = m_folder.filePath(QStringLiteral("photos"));
        QVERIFY(QDir().mkpath(folder));
        for (const char *name : {"0_0.jpg", "3_1.jpg", "5_0.jpg"})
            QVERIFY(QFile::copy(validation(name), folder + u'/' + QString::fromUtf8(name)));
        QVERIFY(QFile::copy(validation("3_1.jpg"), folder + QStringLiteral("/lunch.jpg")));
        QVERIFY(QFile::copy(data(QStringLiteral("narrow.pth")), folder + QStringLiteral("/7_0.jpg")));
        // Not nearly all names tell a label, so it has to be said that they do.
        const Run run = convscope(withNetwork(QStringLiteral("evaluate"),
            {QStringLiteral("--json"), QStringLiteral("--labels"), QStringLiteral("names"),
                QStringLiteral("--data"), folder}));
        QCOMPARE(run.code, 1); // 7_0.jpg is no picture
        QCOMPARE(run.lines().size(), 2); // and lunch.jpg has no label in its name
        const QJsonObject result = run.json().object();
        QCOMPARE(result[QStringLiteral("labels_from")].toString(), QStringLiteral("file-names"));
        QCOMPARE(result[QStringLiteral("images")].toInt(), 4);
        QCOMPARE(result[QStringLiteral("labelled")].toInt(), 3);
        QCOMPARE(result[QStringLiteral("correct")].toInt(), 2); // 5_0 is taken for an egg
        QCOMPARE(result[QStringLiteral("accuracy")].toDouble(), 2.0 / 3);
        const QJsonArray classes = result[QStringLiteral("classes")].toArray();
        QCOMPARE(classes.size(), 11);
        QCOMPARE(classes[3].toObject(),
            (QJsonObject{{QStringLiteral("class"), 3}, {QStringLiteral("name"), QStringLiteral("Egg")},
                {QStringLiteral("images"), 1}, {QStringLiteral("correct"), 1}}));
        const QJsonArray confusion = result[QStringLiteral("confusion")].toArray();
        QCOMPARE(confusion.size(), 11);
        QCOMPARE(confusion[5].toArray(), (QJsonArray{0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}));
        const QJsonArray failed = result[QStringLiteral("failed")].toArray();
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][QStringLiteral("image")].toString().endsWith(QStringLiteral("7_0.jpg")));
        QVERIFY(!failed[0][QStringLiteral("error")].toString().isEmpty());
    }

    /// What is told then is of the photos so far, and says so.
    void ctrlCEndsAnEvaluationEarly()
    {
        const QString folder = m_folder.filePath(QStringLiteral("many"));
        QVERIFY(QDir().mkpath(folder));
        for (int i = 0; i < 5000; ++i)
            QVERIFY(QFile::link(validation("3_1.jpg"), folder + QStringLiteral("/3_%1.jpg").arg(i)));
        QProcess process;
        start(process,
            withNetwork(QStringLiteral("evaluate"),
                {QStringLiteral("--verbose"), QStringLiteral("--json"), QStringLiteral("--data"), folder}));
        QString err; // the log tells how far it is
        const QRegularExpression some(QStringLiteral("many: [1-9][0-9]* of 5000"));
        QTRY_VERIFY_WITH_TIMEOUT(
            (err += QString::fromUtf8(process.readAllStandardError())).contains(some), 600000);
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        const Run run = finish(process);
        QVERIFY(!run.crashed);
        QCOMPARE(run.code, 130);
        const int images = run.json()[QStringLiteral("images")].toInt();
        QVERIFY(images > 0 && images < 5000);
        const QString told = QStringLiteral("convscope: stopped after %1 of 5000 photos").arg(images);
        QVERIFY2(run.err.contains(told.toUtf8()), run.err);
    }

    /// Weights do not tell activation and pool: each command says what it assumes.
    void whatIsAssumedOfACheckpointIsSaid()
    {
        QVERIFY(convscope(withNetwork(QStringLiteral("predict"), {validation("3_1.jpg")})).assumed.count('\n')
            == 1);
        QVERIFY(convscope({QStringLiteral("predict"), QStringLiteral("--demo")}).assumed.isEmpty());
    }

    /// It can be read, but the network fails on it: both are named.
    void anEvaluationNamesThePhotoOnWhichTheNetworkFails()
    {
        const QTemporaryDir folder;
        QImage flat(32, 32, QImage::Format_RGB32);
        flat.fill(Qt::white);
        QVERIFY(flat.save(folder.filePath(QStringLiteral("1_0.png"))));
        QVERIFY(QFile::copy(validation("3_1.jpg"), folder.filePath(QStringLiteral("3_1.jpg"))));
        const Run run = convscope({QStringLiteral("evaluate"), QStringLiteral("--model"),
            data(QStringLiteral("torchscript/choosy-scripted.pt")), QStringLiteral("--data"), folder.path()});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("1_0.png"), run.err);
        QVERIFY2(run.err.contains("all of one colour"), run.err);
        QVERIFY2(run.out.contains("1 photo could not be evaluated"), run.out);
    }

    void aCheckpointHasOneOutput()
    {
        const Run run = convscope(withNetwork(QStringLiteral("predict"),
            {QStringLiteral("--output"), QStringLiteral("9"), validation("3_1.jpg")}));
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("no output “9”"), run.err);
    }

    void aSplitThatNobodyAskedForIsNamed()
    {
        const Run run = convscope(withNetwork(
            QStringLiteral("evaluate"), {QStringLiteral("--data"), data(QStringLiteral("food"))}));
        QCOMPARE(run.code, 0);
        QVERIFY2(run.err.contains("“training” is taken"), run.err);
    }

    void evaluationForPeople()
    {
        const Run run = convscope(withNetwork(QStringLiteral("evaluate"),
            {QStringLiteral("--data"), data(QStringLiteral("food")), QStringLiteral("--split"),
                QStringLiteral("validation")}));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.err, QByteArray()); // no progress where stderr is no terminal
        QVERIFY(run.out.contains("5 photos, 5 of them with a known class; 4 right: 80.0 %\n"
                                 "Labels from file names\n"));
    }
};

CONVSCOPE_CLI_TEST_MAIN(ListingCliTest)
#include "listing_cli_test.moc"
