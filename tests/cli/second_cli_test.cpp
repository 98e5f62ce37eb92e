#include "tests/cli/program.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString demo = QStringLiteral(CONVSCOPE_RESOURCES "/demo/checkpoint.pth");

} // namespace

/// A second network beside the first one.
class SecondCliTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString below(const QString &name) const { return m_folder.filePath(name); }
    Run run(const QString &line) const { return convscope(words(line, m_folder.path())); }
    static std::vector<float> values(const QString &file) { return npyValues<float>(file); }

private Q_SLOTS:
    void theDifferenceIsThatOfBothAnswers()
    {
        const QString line = QStringLiteral("inputxgradient --model @net --model-b random --target 3 "
                                            "--network %1 --out @out/%1 @photo");
        for (const char *network : {"A", "B", "A-B"}) {
            const Run each = run(line.arg(QLatin1String(network)));
            QVERIFY2(each.code == 0, each.err);
        }
        const auto first = values(below(QStringLiteral("A/3_1.inputxgradient-3.npy")));
        const auto second = values(below(QStringLiteral("B/3_1-b.inputxgradient-3.npy")));
        const auto difference = values(below(QStringLiteral("A-B/3_1-a-b.inputxgradient-3.npy")));
        QCOMPARE(difference.size(), std::size_t(3 * 128 * 128));
        double off = 0;
        double size = 0;
        for (std::size_t i = 0; i < difference.size(); ++i) {
            off = std::max(off, std::abs(double(first[i]) - second[i] - difference[i]));
            size = std::max(size, std::abs(double(difference[i])));
        }
        QVERIFY2(size > 0 && off <= 1e-6 * size, qPrintable(QString::number(off))); // float32 in the files
        const QJsonObject recipe =
            QJsonDocument::fromJson(contents(below(QStringLiteral("A-B/3_1-a-b.inputxgradient-3.json"))))
                .object();
        QCOMPARE(recipe[QStringLiteral("asked")].toString(), QStringLiteral("A-B"));
        QCOMPARE(recipe[QStringLiteral("network_b")][QStringLiteral("drawn_anew")].toString(),
            QStringLiteral("all"));
        QVERIFY(recipe[QStringLiteral("measures")].toObject().isEmpty()); // it is no map of one network
    }

    void aFileTwiceIsSaidAndDiffersInNothing()
    {
        const Run same = run(QStringLiteral("activation --model @net --model-b @net --network A-B --layer 2 "
                                            "--filter 1 --out @out/same @photo"));
        QVERIFY2(same.code == 0, same.err);
        QVERIFY2(same.err.contains("they differ in nothing"), same.err);
        const auto found = values(below(QStringLiteral("same/3_1-a-b.activation-2-1.npy")));
        QVERIFY(!found.empty());
        QVERIFY(std::ranges::all_of(found, [](float value) { return value == 0; }));
    }

    void figuresHaveRowsOfBoth()
    {
        const Run figure = run(QStringLiteral(
            "figure --model @net --model-b random:1 --views photo --row saliency --row saliency:network=B "
            "--row saliency:network=A-B --out @out/both.png @photo"));
        QVERIFY2(figure.code == 0, figure.err);
        const QJsonObject recipe = QJsonDocument::fromJson(
            QImage(below(QStringLiteral("both.png"))).text(QStringLiteral("Recipe")).toUtf8())
                                       .object();
        QCOMPARE(recipe[QStringLiteral("network_b")][QStringLiteral("drawn_anew")].toInt(), 1);
        const QJsonArray rows = recipe[QStringLiteral("rows")].toArray();
        QCOMPARE(rows.size(), 4);
        QVERIFY(!rows[1].toObject().contains(QStringLiteral("network")));
        QCOMPARE(rows[2][QStringLiteral("network")].toString(), QStringLiteral("B"));
        QCOMPARE(rows[3][QStringLiteral("network")].toString(), QStringLiteral("A-B"));
        const Run text = run(QStringLiteral("figure --model @net --model-b %1 --views photo "
                                            "--row saliency:network=B --out @out/both.svg @photo")
                                 .arg(demo));
        QVERIFY2(text.code == 0, text.err);
        const QByteArray svg = contents(below(QStringLiteral("both.svg")));
        QVERIFY(svg.contains("network\xc2\xa0"
                             "B"));
        QVERIFY(svg.contains("B predicts:"));
    }

    void whatCannotBeAskedIsRefusedBeforeAnythingRuns_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("none") << QStringLiteral(
            "figure --model @net --row saliency:network=B --out @out/no.png @photo")
                              << 2 << QByteArray("--model-b is missing");
        QTest::newRow("word") << QStringLiteral(
            "figure --model @net --model-b random --row saliency:network=C --out @out/no.png @photo")
                              << 2 << QByteArray("one of A, B, A-B");
        QTest::newRow("image") << QStringLiteral(
            "figure --model @net --model-b random --row filter:network=A-B --out @out/no.png @photo")
                               << 1 << QByteArray("cannot be subtracted");
        QTest::newRow("bars") << QStringLiteral(
            "filterweights --model @net --model-b random --network A-B --layer 2 --out @out/no @photo")
                              << 1 << QByteArray("cannot be subtracted");
        QTest::newRow("photo") << QStringLiteral(
            "saliency --model @net --model-b @photo --network B --out @out/no @photo")
                               << 1 << QByteArray("3_1.jpg: ");
        QTest::newRow("no layers") << QStringLiteral(
            "saliency --model @net --model-b random:0 --network B --out @out/no @photo")
                                   << 2 << QByteArray("“random:0” is not random:N");
        QTest::newRow("layers") << QStringLiteral(
            "saliency --model @net --model-b random:99 --network B --out @out/no @photo")
                                << 1
                                << QByteArray("Random cannot be “99”. Allowed: a whole number from 1 to");
    }
    void whatCannotBeAskedIsRefusedBeforeAnythingRuns()
    {
        QFETCH(const QString, line);
        QFETCH(const int, code);
        QFETCH(const QByteArray, said);
        const Run refused = run(line);
        QVERIFY2(refused.err.contains(said), refused.err);
        QCOMPARE(refused.code, code);
        QVERIFY(!QFile::exists(below(QStringLiteral("no.png"))));
    }

    /// The counts are of the two runs of evaluate --json by themselves.
    void evaluationCountsWhereTheyDiffer()
    {
        const auto evaluate = [&](const QString &more) {
            const Run each =
                run(QStringLiteral("evaluate --json --data @data --split validation --model @net ") + more);
            return each.json().object();
        };
        const QJsonObject both = evaluate(QStringLiteral("--model-b ") + demo);
        const QJsonObject found = both[QStringLiteral("comparison")].toObject();
        const auto count = [&](const char *key) { return found[QLatin1String(key)].toInt(); };
        QCOMPARE(count("both_right") + count("only_first_right"), both[QStringLiteral("correct")].toInt());
        QCOMPARE(count("both_right") + count("only_second_right"),
            found[QStringLiteral("second")][QStringLiteral("correct")].toInt());
        const int differing = int(found[QStringLiteral("differing")].toArray().size());
        QCOMPARE(differing,
            count("only_first_right") + count("only_second_right") + count("both_wrong_differently"));
        QCOMPARE(count("labelled"), both[QStringLiteral("labelled")].toInt());
        QVERIFY(count("labelled") > 0);
        const QJsonObject same = evaluate(QStringLiteral("--model-b ") + data(QStringLiteral("narrow.pth")));
        QVERIFY(same[QStringLiteral("comparison")][QStringLiteral("differing")].toArray().isEmpty());
        const Run text = run(QStringLiteral("evaluate --data @data --split validation --model @net "
                                            "--model-b ")
            + demo);
        QVERIFY2(text.out.contains("McNemar"), text.out);
    }
};

CONVSCOPE_CLI_TEST_MAIN(SecondCliTest)
#include "second_cli_test.moc"
