#include "tests/cli/program.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// Copies photos of the demo.
void copyPhotos(const QString &to, const QStringList &stems)
{
    for (const QString &stem : stems)
        QFile::copy(QStringLiteral(CONVSCOPE_RESOURCES "/demo/photos/validation/%1.jpg").arg(stem),
            QDir(to).filePath(stem + QStringLiteral(".jpg")));
}

QStringList words(const QString &line) { return line.split(u' ', Qt::SkipEmptyParts); }

} // namespace

/// filter.
class FilterCliTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_photos;
    std::unique_ptr<QTemporaryDir> m_out;

    QString out(const QString &name) const { return m_out->filePath(name); }
    Run filter(const QString &more) const
    {
        return convscope(words(QStringLiteral("filter --demo"))
            + QStringList{QStringLiteral("--data"), m_photos->path(), QStringLiteral("--index"),
                out(QStringLiteral("index"))}
            + words(more));
    }

private Q_SLOTS:
    void init()
    {
        m_photos = std::make_unique<QTemporaryDir>();
        m_out = std::make_unique<QTemporaryDir>();
        copyPhotos(m_photos->path(),
            {QStringLiteral("3_7"), QStringLiteral("8_4"), QStringLiteral("0_1"), QStringLiteral("9_1")});
    }

    void printsWhatTheIndexShows()
    {
        const Run first = filter(QStringLiteral("--layer cnn.36 --filter 45"));
        QVERIFY2(first.code == 0, first.err);
        QVERIFY2(first.err.contains("No index yet: 4 photos are to be looked at."), first.err);
        QVERIFY2(first.out.startsWith("Layer 36 (cnn.36, ReLU), filter 45 of 64\n"), first.out);
        // The index is there now, and both commands say the same of it.
        const Run second = filter(QStringLiteral("--layer 36 --filter 45"));
        QCOMPARE(second.err, QByteArray());
        QCOMPARE(second.out, first.out);
        const QStringList show{QStringLiteral("index"), QStringLiteral("show"), QStringLiteral("--demo"),
            QStringLiteral("--data"), m_photos->path(), QStringLiteral("--index"),
            out(QStringLiteral("index")), QStringLiteral("--layer"), QStringLiteral("36")};
        const QStringList filter45{
            QStringLiteral("--filter"), QStringLiteral("45"), QStringLiteral("--count"), QStringLiteral("9")};
        QCOMPARE(convscope(show + filter45).out.replace("class 0", "Bread"), first.out);
        const Run layer = filter(QStringLiteral("--layer 36 --whole-layer"));
        QCOMPARE(layer.out.count('\n'), 65); // a head, and a line a filter
        const QJsonObject json =
            filter(QStringLiteral("--layer 36 --filter 45 --json --count 2")).json().object();
        QCOMPARE(json[QStringLiteral("top")].toArray().size(), 2);
        QCOMPARE(json[QStringLiteral("filter")].toInt(), 45);
    }

    void bringsTheIndexUpToDate()
    {
        QCOMPARE(filter(QStringLiteral("--layer 8 --filter 3")).code, 0);
        copyPhotos(m_photos->path(), {QStringLiteral("5_2")});
        const Run more = filter(QStringLiteral("--layer 8 --filter 3"));
        QVERIFY2(more.err.contains("1 new"), more.err);
        QVERIFY2(more.out.contains("photos: 5, of which"), more.out);
    }

    void drawsAFilter()
    {
        const Run png = filter(
            QStringLiteral("--layer 32 --filter 5 --map --image --out ") + out(QStringLiteral("new/f.png")));
        QVERIFY2(png.code == 0, png.err);
        QCOMPARE(png.out, QByteArray());
        const QImage figure(out(QStringLiteral("new/f.png")));
        QVERIFY(figure.width() > 1000 && figure.height() > 700);
        const Run svg = filter(QStringLiteral("--layer 32 --filter 5 --whole-photos --json --out ")
            + out(QStringLiteral("f.svg")));
        QVERIFY2(svg.code == 0, svg.err);
        QCOMPARE(svg.json().object()[QStringLiteral("filter")].toInt(), 5);
        const QByteArray drawn = contents(out(QStringLiteral("f.svg")));
        for (const char *text : {"Layer 32 (cnn.32, ReLU), filter 5 of 64", "receptive field: 66 × 66 pixels",
                 "by true class", "8_4.jpg", "Weights", "32 × 3 × 3"})
            QVERIFY2(drawn.contains(text), text);
        QCOMPARE(drawn.count("<image"), 4 + 32); // photos, and a tile for each input of the filter
    }

    void drawsALayer()
    {
        const Run run =
            filter(QStringLiteral("--layer 8 --whole-layer --out ") + out(QStringLiteral("l.svg")));
        QVERIFY2(run.code == 0, run.err);
        const QByteArray drawn = contents(out(QStringLiteral("l.svg")));
        QVERIFY(drawn.contains("Layer 8 (cnn.8, ReLU)"));
        QVERIFY(drawn.contains("7 × 7 pixels"));
        QVERIFY(drawn.contains("16 filters"));
        QVERIFY(drawn.count("<image") <= 16 && drawn.count("<image") > 8);
        const Run pdf =
            filter(QStringLiteral("--layer 2 --whole-layer --out ") + out(QStringLiteral("l.pdf")));
        QVERIFY2(pdf.code == 0, pdf.err);
        QVERIFY(contents(out(QStringLiteral("l.pdf"))).startsWith("%PDF"));
    }

    void refusesWhatCannotBeMeant()
    {
        const auto fails = [this](const QString &line, int code, const char *text) {
            const Run run = filter(line);
            QVERIFY2(run.code == code && run.err.contains(text), run.err);
        };
        fails(QStringLiteral("--layer 8"), 2, "--filter is missing: which filter?");
        fails(QStringLiteral("--filter 8"), 2, "--layer");
        fails(QStringLiteral("--layer 8 --filter 1 --whole-layer"), 2, "--whole-layer");
        fails(QStringLiteral("--layer 8 --filter 1 --out x.txt"), 2, ".png, .svg or .pdf");
        fails(QStringLiteral("--layer 8 --filter 16"), 1, "16");
        fails(QStringLiteral("--layer 39 --filter 1"), 1, "39");
    }

    /// An index of some layers only stays one of these.
    void keepsTheLayersOfAnIndex()
    {
        const QStringList build{QStringLiteral("index"), QStringLiteral("build"), QStringLiteral("--demo"),
            QStringLiteral("--data"), m_photos->path(), QStringLiteral("--index"),
            out(QStringLiteral("index")), QStringLiteral("--layers"), QStringLiteral("7")};
        QCOMPARE(convscope(build).code, 0);
        copyPhotos(m_photos->path(), {QStringLiteral("5_2")});
        const Run run = filter(QStringLiteral("--layer 7 --filter 3"));
        QVERIFY2(run.code == 0, run.err);
        QVERIFY2(run.out.contains("photos: 5, of which"), run.out);
        QCOMPARE(filter(QStringLiteral("--layer 20 --filter 3")).code, 1);
    }
};

CONVSCOPE_CLI_TEST_MAIN(FilterCliTest)
#include "filter_cli_test.moc"
