#include "core/error.h"
#include "core/io/npy.h"
#include "ui/present/keptanswers.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <memory>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace convscope;

namespace fs = std::filesystem;

namespace {

const KeptKey ofTraining{QStringLiteral("a1b2"), QStringLiteral("float32 cpu"), "/photos/training"};

/// Answers to so many photos; which ones, `of` says.
std::vector<KeptAnswer> some(int count, int of = 0)
{
    std::vector<KeptAnswer> answers;
    for (int i = 0; i < count; ++i)
        answers.push_back({std::to_string(of) + "_" + std::to_string(i) + ".jpg",
            {std::uint64_t(1000 + i), 1'700'000'000'000'000'000 + i}, QByteArray(32, char('a' + i % 26)),
            {{i % 11, 0.75F}, {(i + 1) % 11, 0.25F}}});
    return answers;
}

QByteArray bytesOf(const fs::path &file)
{
    QFile stream(QString::fromStdString(file.string()));
    return stream.open(QFile::ReadOnly) ? stream.readAll() : QByteArray();
}

void put(const fs::path &file, const QByteArray &bytes) { writeFile(file, bytes.toStdString()); }

void setUsed(const KeptKey &key, int hoursAgo)
{
    fs::last_write_time(keptFile(key), fs::file_time_type::clock::now() - std::chrono::hours(hoursAgo));
}

std::optional<Error> failureOfForgetting()
{
    try {
        forgetKept();
        return {};
    } catch (const Error &error) {
        return error;
    }
}

KeptKey ofFolder(const char *folder)
{
    KeptKey key = ofTraining;
    key.folder = folder;
    return key;
}

} // namespace

class KeptAnswersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CACHE_HOME", m_folder->filePath(QStringLiteral("cache")).toUtf8());
    }

    void whatIsWrittenIsRead()
    {
        QVERIFY(readKept(ofTraining).empty());
        writeKept(ofTraining, some(100));
        QVERIFY(readKept(ofTraining) == some(100));
        writeKept(ofTraining, some(3, 1));
        QVERIFY(readKept(ofTraining) == some(3, 1));
        // Names are bytes, and need not be text.
        std::vector<KeptAnswer> odd = some(1);
        odd.front().photo = "\xc3\x28 \n.jpg";
        writeKept(ofTraining, odd);
        QVERIFY(readKept(ofTraining) == odd);
    }

    void lessLikelyClassesOfVeryManyAreLeftOut()
    {
        Prediction said;
        for (int label = 0; label < 1000; ++label)
            said.logits.push_back(label == 7 ? 9 : label / 1000.0);
        said.probabilities = softmax(said.logits);
        const std::vector<ClassShare> shares = likeliest(said);
        QCOMPARE(shares.size(), std::size_t(16));
        QCOMPARE(shares[0].label, 7);
        QCOMPARE(shares[1].label, 999);
        QCOMPARE(shares[0].probability, float(said.probabilities[7]));
        said.logits.resize(11);
        said.probabilities = softmax(said.logits);
        QCOMPARE(likeliest(said).size(), std::size_t(11));
    }

    void othersHaveTheirOwn()
    {
        writeKept(ofTraining, some(5));
        KeptKey other = ofTraining;
        other.network = QStringLiteral("c3d4");
        QVERIFY(readKept(other).empty());
        other = ofTraining;
        other.asked = QStringLiteral("float64 cpu");
        QVERIFY(readKept(other).empty());
        QVERIFY(readKept(ofFolder("/photos/validation")).empty());
        // Even where a file has come into the place of another
        other = ofFolder("/photos/validation");
        fs::copy_file(keptFile(ofTraining), keptFile(other));
        QVERIFY(readKept(other).empty());
        QVERIFY(readKept(ofTraining) == some(5));
    }

    void cutAndForeignFilesCountAsNotThere()
    {
        writeKept(ofTraining, some(5));
        const fs::path file = keptFile(ofTraining);
        const QByteArray whole = bytesOf(file);
        QVERIFY(whole.size() > 400);
        for (const qsizetype size : {qsizetype(0), qsizetype(1), whole.indexOf('\n'), whole.indexOf('\n') + 1,
                 whole.size() / 2, whole.size() - 32, whole.size() - 1}) {
            put(file, whole.left(size));
            QVERIFY2(readKept(ofTraining).empty(), qPrintable(QString::number(size)));
        }
        for (qsizetype at = 0; at < whole.size(); at += 7) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 1);
            put(file, changed);
            QVERIFY2(readKept(ofTraining).empty(), qPrintable(QString::number(at)));
        }
        for (const QByteArray &foreign : {QByteArray("hello\n"), QByteArray(100000, '\n'),
                 QByteArray(1000, '\xff'), QByteArray("{\"format\":\"convscope-answers\"}\n")}) {
            put(file, foreign);
            QVERIFY(readKept(ofTraining).empty());
        }
        fs::remove(file);
        fs::create_directories(file);
        QVERIFY(readKept(ofTraining).empty());
        QVERIFY_THROWS_EXCEPTION(Error, writeKept(ofTraining, some(5)));
        fs::remove(file);
        writeKept(ofTraining, some(5));
        QVERIFY(readKept(ofTraining) == some(5));
    }

    void aCacheThatCannotBeWrittenIsToldOf()
    {
        put(m_folder->filePath(QStringLiteral("cache")).toStdString(), "in the way");
        try {
            writeKept(ofTraining, some(5));
            QFAIL("written into a file");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::CannotWrite);
            QCOMPARE(error.file(), keptFile(ofTraining));
        }
        QVERIFY(readKept(ofTraining).empty());
        QCOMPARE(keptTotal().evaluations, 0);
        forgetKept();
        shrinkKept(0);
    }

    void withoutAHomeNothingIsKept()
    {
        const QByteArray home = qgetenv("HOME");
        qunsetenv("XDG_CACHE_HOME");
        qunsetenv("HOME");
        QVERIFY(keptFolder().empty());
        writeKept(ofTraining, some(5));
        QVERIFY(readKept(ofTraining).empty());
        QCOMPARE(keptTotal().evaluations, 0);
        forgetKept();
        qputenv("HOME", home);
    }

    /// Whenever that happens, there is either what was there or what was to be.
    void killedInTheMiddle()
    {
        writeKept(ofTraining, some(2000));
        for (int delay = 0; delay < 20; ++delay) {
            const pid_t child = fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                for (int of = 0;; ++of)
                    writeKept(ofTraining, some(2000, of % 10));
            }
            usleep(useconds_t(1000 + 700 * delay));
            kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            const std::vector<KeptAnswer> kept = readKept(ofTraining);
            QCOMPARE(kept.size(), std::size_t(2000));
            QVERIFY(kept == some(2000, kept.front().photo[0] - '0'));
        }
        // What was begun and not ended goes once nobody can be at it any more.
        const fs::path begun = keptFile(ofTraining).parent_path() / ".convscope-123";
        put(begun, "half");
        shrinkKept(maxKeptBytes);
        QVERIFY(fs::exists(begun));
        fs::last_write_time(begun, fs::file_time_type::clock::now() - std::chrono::hours(2));
        shrinkKept(maxKeptBytes);
        QVERIFY(!fs::exists(begun));
        QCOMPARE(readKept(ofTraining).size(), std::size_t(2000));
    }

    void theOldestGoWhereThereIsTooMuch()
    {
        const KeptKey a = ofFolder("/a");
        const KeptKey b = ofFolder("/b");
        const KeptKey c = ofFolder("/c");
        for (const KeptKey &key : {a, b, c})
            writeKept(key, some(100));
        setUsed(a, 3);
        setUsed(b, 2);
        setUsed(c, 1);
        const qint64 each = keptTotal().bytes / 3;
        QCOMPARE(keptTotal().evaluations, 3);
        QCOMPARE(readKept(a).size(), std::size_t(100)); // used just now
        shrinkKept(2 * each + each / 2);
        QVERIFY(readKept(b).empty());
        QCOMPARE(readKept(a).size(), std::size_t(100));
        QCOMPARE(readKept(c).size(), std::size_t(100));
    }

    void forgettingLeavesWhatIsNotOurs()
    {
        writeKept(ofTraining, some(5));
        writeKept(ofFolder("/b"), some(5));
        const fs::path foreign = keptFolder() / "notes.txt";
        put(foreign, "not ours");
        QCOMPARE(keptTotal().evaluations, 2);
        forgetKept();
        QCOMPARE(keptTotal().evaluations, 0);
        QVERIFY(!fs::exists(keptFile(ofTraining).parent_path()));
        QVERIFY(fs::exists(foreign));
    }

    void whatCannotBeForgottenIsToldOf()
    {
        forgetKept(); // nothing lies there, which is no failure
        if (::geteuid() != 0) { // root deletes everything
            writeKept(ofTraining, some(5));
            const fs::path stays = keptFile(ofTraining);
            fs::permissions(stays.parent_path(), fs::perms::owner_read | fs::perms::owner_exec);
            const std::optional<Error> error = failureOfForgetting();
            fs::permissions(stays.parent_path(), fs::perms::owner_all);
            QVERIFY(error);
            QCOMPARE(error->file(), stays);
            forgetKept();
        }
        fs::create_directories(keptFolder().parent_path());
        fs::remove_all(keptFolder());
        fs::create_symlink(keptFolder(), keptFolder()); // cannot be looked into
        const std::optional<Error> error = failureOfForgetting();
        QVERIFY(error);
        QCOMPARE(error->kind(), ErrorKind::CannotWrite);
        QCOMPARE(error->file(), keptFolder());
        QVERIFY(!error->values().front().empty());
    }
};

QTEST_GUILESS_MAIN(KeptAnswersTest)
#include "keptanswers_test.moc"
