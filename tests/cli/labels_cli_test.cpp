#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

/// Where labels come from, as the command line says it.
class LabelsCliTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    void add(const char *photo, const char *name) const
    {
        const QString file = path(name);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QVERIFY(QFile::copy(data(QStringLiteral("food/validation/")) + QString::fromUtf8(photo), file));
    }

    static QStringList words(const char *line)
    {
        return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
    }

    Run evaluate(const char *folder, const QStringList &more = {}) const
    {
        return convscope(
            withNetwork(QStringLiteral("evaluate"), {QStringLiteral("--data"), path(folder)}) + more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        add("0_0.jpg", "foods/Bread/0.jpg"); // the network is right with it
        add("3_1.jpg", "foods/Egg/0.jpg"); // and with this
        add("5_0.jpg", "foods/Meat/0.jpg"); // which it takes for an egg
        add("3_1.jpg", "foods/other/0.jpg");
        add("0_0.jpg", "menu/images/bagel/1.jpg");
        add("3_1.jpg", "menu/images/omelette/1.jpg");
        add("5_0.jpg", "menu/images/steak/1.jpg");
    }

    void folderNamesAndWhatMatchesNone()
    {
        const Run run = evaluate("foods", {QStringLiteral("--json")});
        QCOMPARE(run.code, 0);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY2(run.err.contains("No class of the network is meant by other"), run.err);
        const QJsonObject result = run.json().object();
        QCOMPARE(result[QStringLiteral("labels_from")].toString(), QStringLiteral("folder-names"));
        QCOMPARE(result[QStringLiteral("labels_unmatched")].toArray(), QJsonArray{QStringLiteral("other")});
        QCOMPARE(result[QStringLiteral("images")].toInt(), 4);
        QCOMPARE(result[QStringLiteral("labelled")].toInt(), 3);
        QCOMPARE(result[QStringLiteral("correct")].toInt(), 2);
    }

    void aPhotoAloneHasTheLabelOfItsFolder()
    {
        const Run alone = convscope(
            withNetwork(QStringLiteral("predict"), {QStringLiteral("--json"), path("foods/Meat/0.jpg")}));
        const Run byIndex = convscope(withNetwork(QStringLiteral("predict"),
            {QStringLiteral("--json"), QStringLiteral("--data"), path("foods"), QStringLiteral("--index"),
                QStringLiteral("2")}));
        QCOMPARE(alone.err, QByteArray());
        for (const Run &run : {alone, byIndex}) {
            QCOMPARE(run.json()[0][QStringLiteral("label")].toInt(-1), 5);
            QCOMPARE(run.json()[0][QStringLiteral("own_class")].toString(), QStringLiteral("Meat"));
            QCOMPARE(run.json()[0][QStringLiteral("labels_from")].toString(), QStringLiteral("folder-names"));
        }
    }

    void otherClassesThanTheNetworksGiveNoAccuracy()
    {
        const Run run = evaluate("menu");
        QCOMPARE(run.code, 0);
        QVERIFY2(
            run.err.contains("There are 3 class folders (bagel, omelette, steak), but the network has 11 "
                             "classes, so the two are not compared."),
            run.err);
        QVERIFY2(run.out.startsWith("3 photos, none of them with a known class, so there is no accuracy\n"
                                    "Labels from the order of the folders, not compared\n"),
            run.out);
        QVERIFY(!run.out.contains("Confusion"));
        const QJsonObject result = evaluate("menu", {QStringLiteral("--json")}).json().object();
        QCOMPARE(result[QStringLiteral("labels_compared")].toBool(true), false);
        QVERIFY(result[QStringLiteral("accuracy")].isNull());
    }

    void aMapSaysWhichClassesAreMeant()
    {
        QFile map(path("map.txt"));
        QVERIFY(map.open(QIODevice::WriteOnly));
        map.write("bagel=Bread\nomelette=3\nsteak=\n");
        map.close();
        const QJsonObject result =
            evaluate("menu", {QStringLiteral("--json"), QStringLiteral("--label-map"), map.fileName()})
                .json()
                .object();
        QCOMPARE(result[QStringLiteral("labelled")].toInt(), 2);
        QCOMPARE(result[QStringLiteral("correct")].toInt(), 2);
        QCOMPARE(result[QStringLiteral("labels_mapped")].toBool(), true);

        QVERIFY(map.open(QIODevice::WriteOnly));
        map.write("bagel=toast\n");
        map.close();
        const Run refused = evaluate("menu", {QStringLiteral("--label-map"), map.fileName()});
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.lines().size(), 1);
        QVERIFY2(refused.err.contains("map.txt: “bagel” is mapped to “toast”"), refused.err);
    }

    void aRuleThatDoesNotFitSaysWhatWasFound()
    {
        const Run names = evaluate("menu", words("--labels names"));
        QCOMPARE(names.code, 1);
        QVERIFY2(names.err.contains("none is called like 3_12.jpg"), names.err);
        QVERIFY2(names.err.contains("the first is “1.jpg”"), names.err);
        const Run numbers = evaluate("menu", words("--labels numbers"));
        QCOMPARE(numbers.code, 1);
        QVERIFY2(numbers.err.contains("the first photo lies in “bagel”"), numbers.err);
        const Run unknown = evaluate("menu", words("--labels folder"));
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains("“folder” is not auto, folders, names, numbers or none"), unknown.err);
        QVERIFY(evaluate("menu", words("--labels folders --json")).json()[QStringLiteral("labelled")].toInt()
            == 3);
    }

    void resultsOfPhotosWithTheSameNameAreCalledByTheirFolder()
    {
        const QString out = path("out");
        const Run run = convscope(withNetwork(QStringLiteral("saliency"),
            {QStringLiteral("--out"), out, path("foods/Bread/0.jpg"), path("foods/Egg/0.jpg"),
                path("menu/images/bagel/1.jpg")}));
        QVERIFY2(run.code == 0, run.err);
        const QStringList arrays =
            QDir(out).entryList({QStringLiteral("*.input.npy")}, QDir::Files, QDir::Name);
        QCOMPARE(arrays,
            (QStringList{QStringLiteral("1.input.npy"), QStringLiteral("Bread-0.input.npy"),
                QStringLiteral("Egg-0.input.npy")}));
        add("0_0.jpg", "foods/Bread/0.png");
        const Run refused = convscope(withNetwork(QStringLiteral("saliency"),
            {QStringLiteral("--out"), out, path("foods/Bread/0.jpg"), path("foods/Bread/0.png")}));
        QCOMPARE(refused.code, 2);
    }
};

CONVSCOPE_CLI_TEST_MAIN(LabelsCliTest)
#include "labels_cli_test.moc"
