#include "tests/cli/program.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

QStringList words(const QString &line) { return line.split(u' ', Qt::SkipEmptyParts); }

} // namespace

/// index and embed.
class IndexCliTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString photos() const { return m_folder->filePath(QStringLiteral("photos")); }
    QString index(const QString &name = QStringLiteral("index")) const { return m_folder->filePath(name); }
    Run run(const QString &command, const QString &more, const QString &at) const
    {
        return convscope(words(command)
            + QStringList{QStringLiteral("--demo"), QStringLiteral("--data"), photos(),
                QStringLiteral("--index"), at}
            + words(more));
    }
    Run run(const QString &command, const QString &more = {}) const { return run(command, more, index()); }

    /// The files of what has been merged.
    QMap<QString, QByteArray> whole(const QString &at) const
    {
        QMap<QString, QByteArray> files;
        QDirIterator all(at + QStringLiteral("/whole-1"), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (file.open(QIODevice::ReadOnly))
                files[QDir(at).relativeFilePath(file.fileName())] = file.readAll();
        }
        return files;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QDir().mkpath(photos());
        for (const char *stem : {"0_0", "0_1", "3_7", "8_4", "9_1", "5_2"}) {
            const QString name = QString::fromLatin1(stem) + QStringLiteral(".jpg");
            QVERIFY(QFile::copy(QStringLiteral(CONVSCOPE_RESOURCES "/demo/photos/validation/") + name,
                photos() + u'/' + name));
        }
    }

    void buildsAndTellsHowItStands()
    {
        const Run before = run(QStringLiteral("index status"), QStringLiteral("--json"));
        QCOMPARE(before.code, 0);
        QCOMPARE(before.json().object()[QStringLiteral("known")].toInt(), 0);
        const Run built = run(QStringLiteral("index build"));
        QVERIFY2(built.code == 0, built.err);
        QVERIFY2(built.out.endsWith("Whole: 6 photos.\n"), built.out);
        QFile::remove(photos() + QStringLiteral("/3_7.jpg"));
        QVERIFY(QFile::copy(photos() + QStringLiteral("/0_0.jpg"), photos() + QStringLiteral("/0_9.jpg")));
        const QJsonObject stale =
            run(QStringLiteral("index status"), QStringLiteral("--json")).json().object();
        QCOMPARE(stale[QStringLiteral("new")].toInt(), 1);
        QCOMPARE(stale[QStringLiteral("gone")].toInt(), 1);
        QVERIFY(!stale[QStringLiteral("current")].toBool());
        const Run text = run(QStringLiteral("index status"));
        QVERIFY2(text.out.contains("Of 6 photos: 1 new, 1 gone. It can be brought up to date."), text.out);
        QVERIFY(run(QStringLiteral("index build")).out.contains("Whole: 6 photos."));
        QVERIFY(run(QStringLiteral("index status"))
                    .out.contains("Statistics still count photos that have gone or changed since: 1."));
        // A folder that is named needs no network.
        const Run shown = convscope({QStringLiteral("index"), QStringLiteral("show"),
            QStringLiteral("--index"), index(), QStringLiteral("--layer"), QStringLiteral("cnn.36"),
            QStringLiteral("--filter"), QStringLiteral("45")});
        QVERIFY2(shown.code == 0, shown.err);
        QVERIFY2(shown.out.startsWith("Layer 36 (cnn.36, ReLU), filter 45 of 64\n"), shown.out);
    }

    void shardsMergeToTheSameBytes()
    {
        QCOMPARE(run(QStringLiteral("index build"), QStringLiteral("--block 2")).code, 0);
        const QString other = index(QStringLiteral("other"));
        QCOMPARE(run(QStringLiteral("index build"), QStringLiteral("--block 2 --shard 1/2"), other).code, 0);
        const QStringList merge{
            QStringLiteral("index"), QStringLiteral("merge"), QStringLiteral("--index"), other};
        const Run missing = convscope(merge);
        QCOMPARE(missing.code, 1);
        QVERIFY2(missing.err.contains("2 of 3 blocks are missing: 0,2."), missing.err);
        QCOMPARE(run(QStringLiteral("index build"), QStringLiteral("--block 2 --shard 0/2"), other).code, 0);
        const Run merged = convscope(merge);
        QVERIFY2(merged.code == 0, merged.err);
        QCOMPARE(merged.out, QByteArray("Blocks merged: 3. Photos in the index: 6.\n"));
        QVERIFY(whole(index()).size() > 20);
        QCOMPARE(whole(other), whole(index()));
    }

    void wrongUseIsRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("no action") << "index" << QByteArray("action is required");
        QTest::newRow("other action") << "index grow" << QByteArray("one of build, status");
        QTest::newRow("no layer") << "index show --demo" << QByteArray("--layer is missing");
        QTest::newRow("no index") << "index merge" << QByteArray("--index is missing");
        QTest::newRow("no data") << "index build --model x.pth" << QByteArray("--data is missing");
        QTest::newRow("shard") << "index build --demo --shard 2/2" << QByteArray("--shard");
        QTest::newRow("value without filter")
            << "embed --demo --colour value" << QByteArray("needs --filter");
        QTest::newRow("seed") << "embed --demo --seed 1.5" << QByteArray("a whole number");
        QTest::newRow("how without which")
            << "index show --index x --layer 1 --input imagenet" << QByteArray("--model is missing");
        QTest::newRow("ending") << "embed --demo --out map.gif" << QByteArray(".png, .svg, .pdf or .csv");
    }

    void wrongUseIsRefused()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, told);
        const Run refused = convscope(words(arguments));
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(told), refused.err);
    }

    void whatIsNoIndexIsToldSo()
    {
        const Run none = convscope({QStringLiteral("index"), QStringLiteral("show"),
            QStringLiteral("--index"), index(), QStringLiteral("--layer"), QStringLiteral("1")});
        QCOMPARE(none.code, 1);
        QVERIFY2(none.err.contains("no index has been built"), none.err);
        const Run foreign = run(QStringLiteral("index build"), {}, photos());
        QCOMPARE(foreign.code, 1);
        QVERIFY2(foreign.err.contains("this is no index of filters"), foreign.err);
        QCOMPARE(run(QStringLiteral("index build"), QStringLiteral("--layers 15")).code, 0);
        const Run other = run(QStringLiteral("index build"), QStringLiteral("--layers 22"));
        QCOMPARE(other.code, 1);
        QVERIFY2(other.err.contains("this index was made of other layers"), other.err);
        const Run layer = run(QStringLiteral("index show"), QStringLiteral("--layer 36"));
        QVERIFY2(layer.err.contains("he index does not hold layer 36"), layer.err);
    }

    void aDamagedIndexIsRemovedAsTheMessageSays()
    {
        QCOMPARE(run(QStringLiteral("index build")).code, 0);
        QFile about(index() + QStringLiteral("/index.json"));
        QVERIFY(about.resize(about.size() / 2));
        const Run damaged = run(QStringLiteral("index build"));
        QCOMPARE(damaged.code, 1);
        QVERIFY2(damaged.err.contains("Remove the index and build it again."), damaged.err);
        QCOMPARE(
            convscope({QStringLiteral("index"), QStringLiteral("remove"), QStringLiteral("--index"), index()})
                .code,
            0);
        QCOMPARE(run(QStringLiteral("index build")).code, 0);
        // Nothing else is removed.
        QCOMPARE(convscope(
                     {QStringLiteral("index"), QStringLiteral("remove"), QStringLiteral("--index"), photos()})
                     .code,
            1);
        QVERIFY(QFile::exists(photos() + QStringLiteral("/0_0.jpg")));
    }

    void onlyAnIndexIsRemoved()
    {
        const QString mine = index(QStringLiteral("mine.index"));
        QDir().mkpath(mine);
        for (const char *name : {"index.json", "diary.txt"}) {
            QFile file(mine + u'/' + QString::fromLatin1(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("{}");
        }
        const QStringList remove{
            QStringLiteral("index"), QStringLiteral("remove"), QStringLiteral("--index"), mine};
        const Run refused = convscope(remove);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("this is no index of filters"), refused.err);
        QCOMPARE(QDir(mine).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
    }

    void whatIsGivenBesideTheIndexMustBeItsOwn()
    {
        QCOMPARE(run(QStringLiteral("index build")).code, 0);
        const QStringList show{QStringLiteral("index"), QStringLiteral("show"), QStringLiteral("--index"),
            index(), QStringLiteral("--layer"), QStringLiteral("36"), QStringLiteral("--filter"),
            QStringLiteral("45")};
        const auto refusal = [&](const QStringList &more) {
            const Run refused = convscope(show + more);
            return refused.code == 1 ? refused.err : QByteArray();
        };
        QVERIFY(refusal({QStringLiteral("--model"), index(QStringLiteral("none.pth"))})
                    .contains("there is no such file"));
        const QString narrow = QStringLiteral(CONVSCOPE_TEST_DATA "/narrow.pth");
        QVERIFY(refusal({QStringLiteral("--model"), narrow}).contains("made of another network"));
        QVERIFY(refusal({QStringLiteral("--demo"), QStringLiteral("--precision"), QStringLiteral("float64")})
                    .contains("prepared in another way"));
        const QString other = m_folder->filePath(QStringLiteral("other"));
        QDir().mkpath(other);
        QVERIFY(QFile::copy(photos() + QStringLiteral("/0_0.jpg"), other + QStringLiteral("/7_7.jpg")));
        QVERIFY(refusal({QStringLiteral("--data"), other}).contains("other photos"));
        QCOMPARE(
            convscope(show + QStringList{QStringLiteral("--demo"), QStringLiteral("--data"), photos()}).code,
            0);
    }

    void whatStatisticsCountIsSaidWhereverTheyAreShown()
    {
        // Folders name the classes, and a map says what they are to the network.
        const QDir folder(photos());
        QVERIFY(folder.mkdir(QStringLiteral("alpha")) && folder.mkdir(QStringLiteral("beta")));
        for (const QString &name : folder.entryList(QDir::Files))
            QVERIFY(QFile::rename(folder.filePath(name),
                folder.filePath(
                    (name.startsWith(u'0') ? QStringLiteral("alpha/") : QStringLiteral("beta/")) + name)));
        const auto mappedBy = [this](const char *name, const QByteArray &text) {
            QFile map(m_folder->filePath(QString::fromLatin1(name)));
            map.open(QIODevice::WriteOnly);
            map.write(text);
            return QStringLiteral(" --label-map ") + map.fileName();
        };
        QCOMPARE(run(QStringLiteral("index build"), mappedBy("first.txt", "alpha=0\nbeta=3\n")).code, 0);
        const QString mapped = mappedBy("second.txt", "alpha=9\nbeta=3\n");
        const QString asked = QStringLiteral("--layer 36 --filter 45") + mapped;
        for (const char *command : {"index show", "filter"}) {
            const Run text = run(QString::fromLatin1(command), asked);
            QVERIFY2(text.code == 0, text.err);
            QVERIFY2(text.err.contains("Photos whose true class is another one now: 2."), text.err);
            QVERIFY2(text.err.contains("index build --anew"), text.err);
            const QJsonObject json =
                run(QString::fromLatin1(command), asked + QStringLiteral(" --json")).json().object();
            QCOMPARE(json[QStringLiteral("relabelled")].toInt(), 2);
            QCOMPARE(json[QStringLiteral("counted_gone")].toInt(-1), 0);
        }
        QVERIFY(run(QStringLiteral("index status"), mapped).out.contains("another one now: 2."));
        QVERIFY(run(QStringLiteral("index build"), mapped).out.contains("another one now: 2."));
        const Run anew = run(QStringLiteral("index build"), QStringLiteral("--anew") + mapped);
        QVERIFY2(anew.code == 0, anew.err);
        QVERIFY2(!anew.out.contains("another one now"), anew.out);
        QFile::remove(photos() + QStringLiteral("/beta/3_7.jpg"));
        const Run gone = run(QStringLiteral("filter"), asked + QStringLiteral(" --json"));
        QVERIFY2(gone.err.contains("gone or changed since: 1."), gone.err);
        QCOMPARE(gone.json().object()[QStringLiteral("counted_gone")].toInt(), 1);
        const Run alone = convscope({QStringLiteral("index"), QStringLiteral("show"),
            QStringLiteral("--index"), index(), QStringLiteral("--layer"), QStringLiteral("36")});
        QVERIFY2(alone.err.contains("gone or changed since: 1."), alone.err);
        const QJsonObject status =
            convscope({QStringLiteral("index"), QStringLiteral("status"), QStringLiteral("--index"), index(),
                          QStringLiteral("--json")})
                .json()
                .object();
        QCOMPARE(status[QStringLiteral("known")].toInt(), 5);
        QVERIFY(status[QStringLiteral("current")].isNull());
    }

    void howItStandsIsTrue()
    {
        QDir().mkpath(photos() + QStringLiteral("/a"));
        for (const char *name : {"0_0", "0_1", "3_7", "8_4"})
            QVERIFY(QFile::rename(photos() + u'/' + QString::fromLatin1(name) + QStringLiteral(".jpg"),
                photos() + QStringLiteral("/a/") + QString::fromLatin1(name) + QStringLiteral(".jpg")));
        QDir().mkpath(photos() + QStringLiteral("/b"));
        for (const char *name : {"9_1", "5_2"})
            QVERIFY(QFile::rename(photos() + u'/' + QString::fromLatin1(name) + QStringLiteral(".jpg"),
                photos() + QStringLiteral("/b/") + QString::fromLatin1(name) + QStringLiteral(".jpg")));
        const QString block = QStringLiteral("--labels names --block 2");
        QCOMPARE(run(QStringLiteral("index build"), block + QStringLiteral(" --shard 0/1")).code, 0);
        const Run shards = run(QStringLiteral("index status"), QStringLiteral("--labels names"));
        QVERIFY2(shards.out.contains("Shards have written all 3 blocks. Merge them"), shards.out);
        QVERIFY(QFile::remove(index() + QStringLiteral("/blocks/")
            + QDir(index() + QStringLiteral("/blocks")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).first()
            + QStringLiteral("/photos.npy")));
        const QStringList merge{
            QStringLiteral("index"), QStringLiteral("merge"), QStringLiteral("--index"), index()};
        const Run damaged = convscope(merge);
        QCOMPARE(damaged.code, 1);
        QVERIFY2(damaged.err.contains("1 of 3 blocks are damaged"), damaged.err);
        QCOMPARE(run(QStringLiteral("index build"), block + QStringLiteral(" --shard 0/1")).code, 0);
        QCOMPARE(convscope(merge).code, 0);
        QVERIFY(QDir().rename(photos() + QStringLiteral("/a"), photos() + QStringLiteral("/c")));
        const Run renamed = run(QStringLiteral("index status"), QStringLiteral("--labels names"));
        QVERIFY2(renamed.out.contains("Of 6 photos: 4 new, 4 gone."), renamed.out);
    }

    void conceptsCompareMapsWithMasks()
    {
        const Run none = run(QStringLiteral("index concepts"), QStringLiteral("--layer 36"));
        QCOMPARE(none.code, 1);
        QVERIFY2(none.err.contains("no photo here has a mask"), none.err);
        QDir().mkpath(photos() + QStringLiteral("/masks"));
        for (const char *stem : {"0_0", "3_7"}) {
            const QString name = QString::fromLatin1(stem) + QStringLiteral(".png");
            QVERIFY(QFile::copy(QStringLiteral(CONVSCOPE_RESOURCES "/demo/photos/masks/validation/") + name,
                photos() + QStringLiteral("/masks/") + name));
        }
        const Run found = run(QStringLiteral("index concepts"), QStringLiteral("--layer 36 --json"));
        QVERIFY2(found.code == 0, found.err);
        const QJsonObject json = found.json().object();
        QCOMPARE(json[QStringLiteral("photos")].toInt(), 2);
        QCOMPARE(json[QStringLiteral("filters")].toArray().size(), 64);
        QVERIFY(run(QStringLiteral("index concepts"), QStringLiteral("--layer 36"))
                    .out.startsWith("2 photos with a mask."));
    }

    void embedLaysPhotosOut()
    {
        const Run pca = run(QStringLiteral("embed"), QStringLiteral("--method pca"));
        QVERIFY2(pca.code == 0, pca.err);
        QCOMPARE(pca.out.count('\n'), 7);
        QVERIFY2(pca.out.startsWith("photo,x,y,true,predicted,confidence,value,placed\n"), pca.out);
        const QString figure = m_folder->filePath(QStringLiteral("maps/map.svg"));
        const Run drawn = run(
            QStringLiteral("embed"), QStringLiteral("--layer 36 --filter 3 --colour value --out ") + figure);
        QVERIFY2(drawn.code == 0, drawn.err);
        QVERIFY(QFile::exists(figure));
        const auto csv = [&] {
            return run(QStringLiteral("embed"), QStringLiteral("--iterations 300 --seed 5")).out;
        };
        QCOMPARE(csv(), csv());
    }
};

CONVSCOPE_CLI_TEST_MAIN(IndexCliTest)
#include "index_cli_test.moc"
