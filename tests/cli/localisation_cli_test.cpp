#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

namespace {

const QString demo = QStringLiteral(CONVSCOPE_RESOURCES "/demo/");

/// Copies photos of the demo, those named in `masked` with their masks.
void copyPhotos(const QString &to, const QStringList &stems, const QStringList &masked)
{
    const QDir folder(to);
    folder.mkpath(QStringLiteral("masks"));
    for (const QString &stem : stems) {
        QFile::copy(demo + QStringLiteral("photos/validation/%1.jpg").arg(stem),
            folder.filePath(stem + QStringLiteral(".jpg")));
        if (masked.contains(stem))
            QFile::copy(demo + QStringLiteral("photos/masks/validation/%1.png").arg(stem),
                folder.filePath(QStringLiteral("masks/%1.png").arg(stem)));
    }
}

QStringList evaluate(const QString &folder, const QStringList &more)
{
    return QStringList{QStringLiteral("evaluate"), QStringLiteral("--demo"), QStringLiteral("--data"), folder}
    + more;
}

} // namespace

/// evaluate --localisation, and --demo.
class LocalisationCliTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void comparesTheMethodsOverThePhotosWithAMask()
    {
        copyPhotos(m_folder->path(),
            {QStringLiteral("3_7"), QStringLiteral("8_4"), QStringLiteral("6_7"), QStringLiteral("0_1")},
            {QStringLiteral("3_7"), QStringLiteral("8_4")});
        QFile bad(m_folder->filePath(QStringLiteral("masks/0_1.png")));
        QVERIFY(bad.open(QFile::WriteOnly));
        bad.write("no picture");
        bad.close();
        const Run run = convscope(evaluate(m_folder->path(),
            {QStringLiteral("--localisation"), QStringLiteral("--json"), QStringLiteral("--samples"),
                QStringLiteral("30"), QStringLiteral("--layer"), QStringLiteral("cnn.15"),
                QStringLiteral("--filter"), QStringLiteral("3")}));
        QCOMPARE(run.code, 1); // the bad mask
        QCOMPARE(run.lines().size(), 1);
        QVERIFY(run.err.contains("masks/0_1.png"));
        const QJsonObject all = run.json().object();
        QCOMPARE(all[QStringLiteral("images")].toInt(), 4);
        const QJsonObject result = all[QStringLiteral("localisation")].toObject();
        QCOMPARE(result[QStringLiteral("images")].toInt(), 2);
        QCOMPARE(result[QStringLiteral("without_mask")].toInt(), 1);
        QCOMPARE(result[QStringLiteral("failed")].toArray().size(), 1);
        const double area = result[QStringLiteral("area")].toDouble();
        QVERIFY(area > 0.02 && area < 0.5);
        const QJsonArray methods = result[QStringLiteral("methods")].toArray();
        QStringList names;
        for (const QJsonValue &method : methods) {
            names << method[QStringLiteral("method")].toString();
            const double hits = method[QStringLiteral("peak_inside")].toInt(-1);
            QCOMPARE(method[QStringLiteral("pointing_game")].toDouble(), hits / 2);
            QVERIFY(method[QStringLiteral("energy")].toDouble() >= 0
                && method[QStringLiteral("energy")].toDouble() <= 1);
            QCOMPARE(method[QStringLiteral("empty_maps")].toInt(-1), 0);
        }
        QCOMPARE(names.join(u' '), QStringLiteral("random centre saliency saliency lime activation"));
        QCOMPARE(methods[2][QStringLiteral("parameters")][QStringLiteral("objective")].toString(),
            QStringLiteral("loss"));
        QCOMPARE(methods[3][QStringLiteral("parameters")][QStringLiteral("objective")].toString(),
            QStringLiteral("logit"));
        QCOMPARE(methods[4][QStringLiteral("parameters")][QStringLiteral("samples")].toInt(), 30);
        QCOMPARE(methods[5][QStringLiteral("parameters")][QStringLiteral("layer")].toInt(), 15);
        // 16,384 values between 0 and 1 a photo: their share on the food is the food's area, but for
        // √((1 − area)/(3·16384·area)) of it, 1.5 % at most here, in one standard deviation.
        QVERIFY(qAbs(methods[0][QStringLiteral("energy")].toDouble() - area) < 0.06 * area);
    }

    /// In place of the usual ones, after the two that know nothing.
    void rowsAreMeasuredAsAsked()
    {
        copyPhotos(m_folder->path(), {QStringLiteral("3_7")}, {QStringLiteral("3_7")});
        const Run run = convscope(evaluate(m_folder->path(),
            {QStringLiteral("--localisation"), QStringLiteral("--json"), QStringLiteral("--target"),
                QStringLiteral("predicted"), QStringLiteral("--row"), QStringLiteral("lime:samples=20"),
                QStringLiteral("--row"), QStringLiteral("activation:layer=cnn.15,filter=3"),
                QStringLiteral("--row"), QStringLiteral("lime:samples=30,target=true")}));
        QVERIFY2(run.code == 0, run.err);
        const QJsonArray methods =
            run.json()[QStringLiteral("localisation")][QStringLiteral("methods")].toArray();
        QStringList told;
        for (const QJsonValue &method : methods)
            told += method[QStringLiteral("method")].toString();
        QCOMPARE(told.join(u' '), QStringLiteral("random centre lime activation lime"));
        const auto parameter = [&](int place, const char *name) {
            return methods[place][QStringLiteral("parameters")][QLatin1String(name)].toVariant().toString();
        };
        QCOMPARE(parameter(2, "samples") + parameter(2, "target"), QStringLiteral("20predicted"));
        QCOMPARE(parameter(3, "layer") + u' ' + parameter(3, "filter"), QStringLiteral("15 3"));
        QCOMPARE(parameter(4, "samples") + parameter(4, "target"), QStringLiteral("30true"));
    }

    void printsATable()
    {
        copyPhotos(m_folder->path(), {QStringLiteral("3_7"), QStringLiteral("8_4")}, {QStringLiteral("3_7")});
        const Run run = convscope(evaluate(m_folder->path(),
            {QStringLiteral("--localisation"), QStringLiteral("--samples"), QStringLiteral("30")}));
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("Localisation: 1 photos with a mask, 1 without one"), run.out);
        QVERIFY(run.out.contains("random map"));
        QVERIFY(run.out.contains("Saliency, true class, loss"));
        QVERIFY(run.out.contains("LIME, true class, 30 samples"));
        QVERIFY(!run.out.contains("Activation"));
        QVERIFY(run.out.contains("2 photos, 2 of them with a known class"));
    }

    void saysThatNoPhotoHasAMask()
    {
        copyPhotos(m_folder->path(), {QStringLiteral("3_7")}, {});
        const Run run = convscope(evaluate(m_folder->path(), {QStringLiteral("--localisation")}));
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("Localisation: 0 photos with a mask, 1 without one"), run.out);
    }

    void interruptedItPrintsWhatIsDone()
    {
        QProcess process;
        start(process,
            {QStringLiteral("evaluate"), QStringLiteral("--demo"), QStringLiteral("--localisation"),
                QStringLiteral("--json"), QStringLiteral("--samples"), QStringLiteral("20000"),
                QStringLiteral("--verbose")});
        QByteArray err; // the log tells when it begins
        QTRY_VERIFY_WITH_TIMEOUT(
            (err += process.readAllStandardError()).contains("Localisation: 0 of"), 600000);
        ::kill(pid_t(process.processId()), SIGINT);
        const Run run = finish(process);
        QCOMPARE(run.code, 130);
        const QJsonObject result = run.json().object()[QStringLiteral("localisation")].toObject();
        QVERIFY(!result.isEmpty());
        QVERIFY(result[QStringLiteral("images")].toInt() < 110);
    }

    void optionsOfItNeedIt_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<int>("code");
        QTest::newRow("samples alone") << "--samples 30" << 2;
        QTest::newRow("filter without layer") << "--localisation --filter 3" << 2;
        QTest::newRow("layer that is not there") << "--localisation --layer 99 --samples 30" << 1;
        QTest::newRow("layer without maps") << "--localisation --layer fc.0 --samples 30" << 1;
        QTest::newRow("row alone") << "--row lime" << 2;
        QTest::newRow("samples beside a row") << "--localisation --row lime --samples 30" << 2;
        QTest::newRow("row's layer that is not there") << "--localisation --row activation:layer=99" << 1;
        QTest::newRow("too few samples") << "--localisation --samples 1" << 2;
    }

    void optionsOfItNeedIt()
    {
        QFETCH(QString, more);
        QFETCH(int, code);
        copyPhotos(m_folder->path(), {QStringLiteral("3_7")}, {QStringLiteral("3_7")});
        const Run run = convscope(evaluate(m_folder->path(), more.split(u' ')));
        QCOMPARE(run.code, code);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.lines().size(), 1);
    }

    void theDemoStandsInForWhatIsNotGiven()
    {
        const Run predicted =
            convscope({QStringLiteral("predict"), QStringLiteral("--demo"), QStringLiteral("--json")});
        QCOMPARE(predicted.code, 0);
        QCOMPARE(predicted.json().array().size(), 4);
        const Run indexed = convscope({QStringLiteral("predict"), QStringLiteral("--demo"),
            QStringLiteral("--json"), QStringLiteral("--index"), QStringLiteral("0,1")});
        QCOMPARE(indexed.json().array().size(), 2);
        const Run own = convscope({QStringLiteral("predict"), QStringLiteral("--demo"),
            QStringLiteral("--json"), data(QStringLiteral("food/validation/3_1.jpg"))});
        QCOMPARE(own.json().array().size(), 1);
        QCOMPARE(convscope({QStringLiteral("layers"), QStringLiteral("--demo")}).code, 0);
        QCOMPARE(
            convscope({QStringLiteral("evaluate"), QStringLiteral("--model"), QStringLiteral("x.pth")}).code,
            2);
    }

    void aFigureOutlinesTheFood()
    {
        const auto figure = [&](const QStringList &more) {
            const QString file = m_folder->filePath(QStringLiteral("figure.svg"));
            const Run run =
                convscope(QStringList{QStringLiteral("figure"), QStringLiteral("--demo"),
                              QStringLiteral("--index"), QStringLiteral("40"), QStringLiteral("--views"),
                              QStringLiteral("photo,saliency"), QStringLiteral("--out"), file}
                    + more);
            return run.code == 0 ? contents(file) : QByteArray();
        };
        const QByteArray plain = figure({});
        const QByteArray outlined = figure({QStringLiteral("--outline")});
        QVERIFY(plain.contains("on food"));
        QVERIFY(outlined.size() > plain.size());
        QVERIFY(outlined.count("<path") > plain.count("<path"));
    }
};

CONVSCOPE_CLI_TEST_MAIN(LocalisationCliTest)
#include "localisation_cli_test.moc"
