#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

namespace {

/// Copies photos of the demo.
void copyPhotos(const QString &to, const QStringList &stems)
{
    for (const QString &stem : stems)
        QFile::copy(QStringLiteral(CONVSCOPE_RESOURCES "/demo/photos/validation/%1.jpg").arg(stem),
            QDir(to).filePath(stem + QStringLiteral(".jpg")));
}

QStringList words(const QString &line) { return line.split(u' ', Qt::SkipEmptyParts); }

/// Where the program keeps what it has measured.
QString cache() { return qEnvironmentVariable("XDG_CACHE_HOME"); }

} // namespace

/// compare.
class CompareCliTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QStringList compare(const QString &more) const
    {
        return words(QStringLiteral("compare --demo"))
            + QStringList{QStringLiteral("--data"), m_folder->path()} + words(more);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QDir(cache()).removeRecursively();
    }

    void comparesMethodsWithRivals()
    {
        copyPhotos(m_folder->path(), {QStringLiteral("3_7"), QStringLiteral("8_4"), QStringLiteral("0_1")});
        const Run run = convscope(compare(QStringLiteral("--methods saliency,inputxgradient --measures "
                                                         "top-hidden,insertion-deletion,sparseness --json")));
        QVERIFY2(run.code == 0, run.err);
        const QJsonObject result = run.json().object();
        QCOMPARE(result[QStringLiteral("images")].toInt(), 3);
        const QJsonArray maps = result[QStringLiteral("maps")].toArray();
        QStringList names;
        for (const QJsonValue &map : maps)
            names += map[QStringLiteral("map")].toString();
        QCOMPARE(names.join(u' '), QStringLiteral("random coarse uniform saliency inputxgradient"));
        // The mean is that of the photos' values, and lies in its interval.
        const QJsonArray photos = result[QStringLiteral("photos")].toArray();
        QCOMPARE(photos.size(), 3);
        for (int map = 0; map < 5; ++map) {
            for (int measure = 0; measure < 3; ++measure) {
                const QString name =
                    result[QStringLiteral("measures")][measure][QStringLiteral("measure")].toString();
                const QJsonObject found = maps[map][QStringLiteral("results")][name].toObject();
                if (map == 2 && measure < 2) { // no pixel of the uniform map comes before another
                    QVERIFY(found[QStringLiteral("mean")].isNull());
                    continue;
                }
                double sum = 0;
                for (const QJsonValue &photo : photos)
                    sum += photo[QStringLiteral("values")][map][measure].toDouble();
                const double mean = found[QStringLiteral("mean")].toDouble();
                QVERIFY(qAbs(mean - sum / 3) < 1e-12);
                QVERIFY(found[QStringLiteral("low")].toDouble() <= mean);
                QVERIFY(found[QStringLiteral("high")].toDouble() >= mean);
                QCOMPARE(found[QStringLiteral("images")].toInt(), 3);
            }
        }
    }

    void goesOnWithWhatIsKept()
    {
        copyPhotos(m_folder->path(), {QStringLiteral("3_7"), QStringLiteral("8_4")});
        const QString line = QStringLiteral("--methods saliency --measures top-hidden,sparseness --json");
        const Run first = convscope(compare(line));
        QCOMPARE(first.code, 0);
        QVERIFY2(!first.err.contains("measured before"), first.err);
        const Run second = convscope(compare(line));
        QVERIFY2(
            second.err.contains("2 photos were measured before. --again measures them anew."), second.err);
        QCOMPARE(second.out, first.out);
        const Run again = convscope(compare(line + QStringLiteral(" --again")));
        QVERIFY2(!again.err.contains("measured before"), again.err);
        QCOMPARE(again.out, first.out);
    }

    void printsATableAndCsv()
    {
        copyPhotos(m_folder->path(), {QStringLiteral("3_7"), QStringLiteral("8_4")});
        const QString line = QStringLiteral("--row saliency:objective=logit --row saliency --measures "
                                            "top-hidden,sparseness --sort top-hidden");
        const Run text = convscope(compare(line));
        QVERIFY2(text.code == 0, text.err);
        QVERIFY2(text.out.contains("top-hidden ↓"), text.out);
        QVERIFY(text.out.contains("random map"));
        QVERIFY(text.out.contains("uniform map"));
        QVERIFY(text.out.contains("sparseness: sparseness, describes the map"));
        QVERIFY(text.out.contains("logit")); // tells the two saliencies apart
        const Run csv = convscope(compare(line + QStringLiteral(" --csv")));
        QCOMPARE(csv.code, 0);
        const QList<QByteArray> lines = csv.out.trimmed().split('\n');
        QCOMPARE(lines.first(), QByteArray("map,parameters,measure,better,mean,low,high,images,best"));
        QCOMPARE(lines.size(), 1 + 5 * 2);
        QVERIFY(lines[1].startsWith("random,,top-hidden,lower,0."));
        QVERIFY(lines[5].startsWith("uniform,,top-hidden,lower,,,,0,0"));
        QVERIFY(lines[7].startsWith("saliency,\"{\"\"kind\"\":\"\"abs\"\""));
        const auto meanIn = [&](int place) {
            return lines[place].split(',').at(lines[place].split(',').size() - 5);
        };
        QVERIFY(meanIn(7).toDouble() <= meanIn(9).toDouble()); // the best first
    }

    void drawsAFigure()
    {
        copyPhotos(m_folder->path(), {QStringLiteral("3_7"), QStringLiteral("8_4")});
        const QString file = m_folder->filePath(QStringLiteral("new/figure.svg"));
        const Run run =
            convscope(compare(QStringLiteral("--methods saliency --measures sparseness --out ")) << file);
        QVERIFY2(run.code == 0, run.err);
        const QByteArray svg = contents(file);
        for (const char *said : {"2 photos", "Network: demo/checkpoint.pth", "uniform map", "Saliency"})
            QVERIFY2(svg.contains(said), said);
    }

    void tellsOfWhatCannotBeCompared()
    {
        copyPhotos(m_folder->path(), {QStringLiteral("3_7"), QStringLiteral("8_4")});
        QFile::copy(
            m_folder->filePath(QStringLiteral("3_7.jpg")), m_folder->filePath(QStringLiteral("3_9.jpg")));
        QFile bad(m_folder->filePath(QStringLiteral("4_1.jpg")));
        QVERIFY(bad.open(QFile::WriteOnly));
        bad.write("no picture");
        bad.close();
        const Run run = convscope(compare(
            QStringLiteral("--methods saliency --measures sparseness,average-drop --labels none --json")));
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("4_1.jpg"), run.err);
        QVERIFY2(run.err.contains("1 photo has the same content as another one and is left out."), run.err);
        QVERIFY2(
            run.err.contains("Of 2 photos no true class is known; there the predicted class is explained."),
            run.err);
        QVERIFY2(run.err.contains("By “average drop” no method is better than the uniform map."), run.err);
        const QJsonObject result = run.json().object();
        QCOMPARE(result[QStringLiteral("images")].toInt(), 2);
        QCOMPARE(result[QStringLiteral("equal")].toInt(), 1);
        QCOMPARE(result[QStringLiteral("failed")].toArray().size(), 1);
        QCOMPARE(result[QStringLiteral("without_label")].toInt(), 2);
    }

    void withoutAPlaceToWriteToItGoesOn()
    {
        copyPhotos(m_folder->path(), {QStringLiteral("3_7")});
        QVERIFY(QDir().mkpath(cache()));
        QFile file(cache() + QStringLiteral("/convscope"));
        QVERIFY(file.open(QFile::WriteOnly));
        file.close();
        const Run run = convscope(compare(QStringLiteral("--methods saliency --measures sparseness --json")));
        QCOMPARE(run.code, 0);
        QVERIFY2(run.err.contains("what was measured could not be kept"), run.err);
        QVERIFY2(run.err.contains("Intervals take two photos or more."), run.err);
        QCOMPARE(run.json()[QStringLiteral("images")].toInt(), 1);
    }

    void stoppedItTellsAndGoesOnLater()
    {
        const QStringList line = words(QStringLiteral(
            "compare --demo --count all --methods saliency,gradcam --layer 15 --measures top-hidden --json"));
        QProcess process;
        start(process, line + QStringList{QStringLiteral("--verbose")});
        QByteArray err; // the log tells how far it is
        QTRY_VERIFY_WITH_TIMEOUT(
            (err += process.readAllStandardError()).contains("Comparing: 20 of"), 600000);
        ::kill(pid_t(process.processId()), SIGINT);
        const Run run = finish(process);
        QCOMPARE(run.code, 130);
        QVERIFY2((err + run.err).contains("the same command goes on from there"), err + run.err);
        const int images = run.json()[QStringLiteral("images")].toInt();
        QVERIFY2(images >= 10 && images < 110, run.out);
        const Run whole = convscope(line);
        QCOMPARE(whole.code, 0);
        QVERIFY2(whole.err.contains(QByteArray::number(images) + " photos were measured before"), whole.err);
        QCOMPARE(whole.json()[QStringLiteral("images")].toInt(), 110);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<QString>("named");
        QTest::newRow("no such method") << "--methods saliency,depth"
                                        << "--methods: “depth” is not one of";
        QTest::newRow("no map of places") << "--methods visualize"
                                          << "--methods: “visualize” is not one of";
        QTest::newRow("method twice") << "--methods lime,lime"
                                      << "“lime” is there twice";
        QTest::newRow("no such measure") << "--measures speed"
                                         << "--measures: “speed” is not one of";
        QTest::newRow("no measure") << "--measures=,"
                                    << "--measures";
        QTest::newRow("sorted by another") << "--sort road"
                                           << "--sort: road is not among --measures.";
        QTest::newRow("sorted by none") << "--sort speed"
                                        << "--sort: “speed” is not one of";
        QTest::newRow("two formats") << "--json --csv"
                                     << "--json";
        QTest::newRow("figure's ending") << "--out figure.gif"
                                         << "--out: the figure's name must end in";
        QTest::newRow("no photos") << "--count 0"
                                   << "--count: “0” is not a whole number";
        QTest::newRow("layer") << "--layer="
                               << "--layer";
    }

    void wrongUsage()
    {
        QFETCH(QString, more);
        QFETCH(QString, named);
        copyPhotos(m_folder->path(), {QStringLiteral("3_7")});
        const Run run = convscope(compare(more));
        QCOMPARE(run.code, 2);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.lines().size(), 1);
        QVERIFY2(run.err.contains(named.toUtf8()), run.err);
    }
};

/// Nothing of it goes into the user's cache.
int main(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("XDG_CACHE_HOME", QFile::encodeName(home.filePath(QStringLiteral("cache"))));
    ProgramServer::begin();
    QCoreApplication application(argc, argv);
    CompareCliTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "compare_cli_test.moc"
