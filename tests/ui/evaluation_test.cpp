#include "core/computing.h"
#include "core/network/prediction.h"
#include "tests/support/patience.h"
#include "ui/board/boardcontroller.h"
#include "ui/board/fileversions.h"
#include "ui/evaluation/confusiondialog.h"
#include "ui/evaluation/confusionmodel.h"
#include "ui/evaluation/confusionview.h"
#include "ui/evaluation/evaluationbar.h"
#include "ui/evaluation/evaluationtext.h"
#include "ui/evaluation/evaluator.h"
#include "ui/gallery/thumbnailmodel.h"
#include "ui/present/colours.h"
#include "ui/present/confusion.h"
#include "ui/present/sentences.h"
#include "ui/window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace convscope;

namespace {

const std::filesystem::path food = CONVSCOPE_TEST_DATA "/food";

std::shared_ptr<const Network> narrow()
{
    static const std::shared_ptr<const Network> network = openNetwork(CONVSCOPE_TEST_DATA "/narrow.pth");
    return network;
}

/// Listed once, before that is forbidden on this thread.
std::shared_ptr<const PhotoSet> training()
{
    static const auto set = std::make_shared<PhotoSet>(openPhotoSet(food, "training"));
    return set;
}

std::shared_ptr<const PhotoSet> validation()
{
    static const auto set = std::make_shared<PhotoSet>(openPhotoSet(food, "validation"));
    return set;
}

/// What PyTorch counts with the same network.
std::vector<std::vector<int>> referenceConfusion(const char *split)
{
    QFile file(QStringLiteral(CONVSCOPE_REFERENCE "/network.json"));
    if (!file.open(QFile::ReadOnly))
        return {};
    std::vector<std::vector<int>> confusion;
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll())
                                .object()[QStringLiteral("confusion ") + QLatin1String(split)]
                                .toArray();
    for (const QJsonValue &row : rows) {
        confusion.emplace_back();
        for (const QJsonValue &count : row.toArray())
            confusion.back().push_back(count.toInt());
    }
    return confusion;
}

/// Rows true, columns predicted.
std::vector<std::vector<int>> matrixOf(const Evaluation &evaluation)
{
    std::vector<std::vector<int>> rows;
    for (int label = 0; label < evaluation.classCount; ++label)
        rows.push_back(evaluation.confusionOf(label));
    return rows;
}

/// Three classes: of two breads one is right, two dairy products are taken for bread, no third class.
Evaluation small()
{
    Evaluation evaluation(3, 4);
    evaluation.add(0, 0, 0, 0.9F);
    evaluation.add(1, 0, 2, 0.8F);
    evaluation.add(2, 1, 0, 0.7F);
    evaluation.add(3, 1, 0, 0.6F);
    return evaluation;
}

/// A network's answer: a class of eleven, with a probability of a half.
Prediction answer(int label)
{
    Prediction said;
    said.logits.assign(11, 0);
    said.logits[std::size_t(label)] = std::log(10);
    said.probabilities = softmax(said.logits);
    return said;
}

Prediction class4() { return answer(4); }

/// Of the same size, but with other bytes, and changed later.
void spoil(const std::filesystem::path &file)
{
    QFile photo(QString::fromStdString(file.string()));
    QVERIFY(photo.open(QFile::ReadWrite));
    QVERIFY(photo.seek(photo.size() / 2));
    QVERIFY(photo.putChar('x') && photo.putChar('y') && photo.putChar('z'));
    photo.close();
    std::filesystem::last_write_time(
        file, std::filesystem::file_time_type::clock::now() + std::chrono::seconds(1));
}

/// Lets whoever runs a network on a lane read files so many times, and holds it before the next time.
class Gate
{
public:
    Gate(Lane &lane, int readings)
    {
        left = readings;
        isOpen = false;
        isHeld = false;
        m_closing = lane.call<bool>({},
            [] {
                forbidComputing(pass); // on the lane's thread
                return true;
            },
            {.done = [](bool) {}, .failed = [](const Error &) {}});
    }
    ~Gate() { open(); }

    bool isHolding() const
    {
        const std::lock_guard lock(mutex);
        return isHeld;
    }
    void let(int readings)
    {
        const std::lock_guard lock(mutex);
        left += readings;
        changed.notify_all();
    }
    void open()
    {
        const std::lock_guard lock(mutex);
        isOpen = true;
        changed.notify_all();
    }

private:
    static void pass(const char *function)
    {
        if (std::string_view(function) != "readFile")
            return;
        std::unique_lock lock(mutex);
        isHeld = left == 0 && !isOpen;
        changed.wait(lock, [] { return left > 0 || isOpen; });
        isHeld = false;
        --left;
    }

    static inline std::mutex mutex;
    static inline std::condition_variable changed;
    static inline int left = 0;
    static inline bool isOpen = true;
    static inline bool isHeld = false;
    JobHandle m_closing;
};

/// Photos that may be changed, a network file that may be too, and a cache.
struct Home
{
    QTemporaryDir folder;
    std::filesystem::path photos = folder.path().toStdString() + "/photos";
    std::filesystem::path network = folder.path().toStdString() + "/network.pth";

    Home()
    {
        qputenv("XDG_CACHE_HOME", folder.filePath(QStringLiteral("cache")).toUtf8());
        std::filesystem::copy(food / "training", photos);
        std::filesystem::copy_file(CONVSCOPE_TEST_DATA "/narrow.pth", network);
    }

    NetworkSource source() const { return {network, stampOf(network), QStringLiteral("as usual")}; }
    std::shared_ptr<const PhotoSet> set() const
    {
        auto set = std::make_shared<PhotoSet>(*training());
        set->folder = photos;
        for (PhotoRef &photo : set->photos)
            photo.file = photos / photo.file.filename();
        return set;
    }
};

/// A file in the place of a network's, whose reader waits for somebody to write into it.
class Pipe
{
public:
    explicit Pipe(const Home &home)
        : m_file(home.folder.path().toStdString() + "/pipe")
    {
        ::mkfifo(m_file.c_str(), 0600);
    }
    ~Pipe() { release(); }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    NetworkSource source() const { return {m_file, FileStamp{1, 1}, QStringLiteral("as usual")}; }
    bool hasReader()
    {
        if (m_writer < 0) // fails without a reader
            m_writer = ::open(m_file.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        return m_writer >= 0;
    }
    void release()
    {
        if (m_writer >= 0)
            ::close(std::exchange(m_writer, -1));
    }

private:
    std::filesystem::path m_file;
    int m_writer = -1;
};

/// An evaluator as a start of the program makes it.
struct Start
{
    Lane lane;
    Evaluator evaluator{lane};

    explicit Start(const Home &home)
        : Start(home, home.source())
    {
    }
    Start(const Home &home, const NetworkSource &source)
    {
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"), source);
        evaluator.setPhotos(home.set());
    }
    /// So many are answered without asking.
    int known()
    {
        if (!QTest::qWaitFor([this] { return !evaluator.isLookingUp(); }, patience))
            return -1;
        return evaluator.doneCount();
    }
    void evaluate()
    {
        evaluator.start();
        QTRY_VERIFY_WITH_TIMEOUT(!evaluator.isRunning(), patience);
        QCOMPARE(evaluator.doneCount(), 11);
    }
};

QStringList smallNames()
{
    return {QStringLiteral("Bread"), QStringLiteral("Milk, \"cheese\""), QStringLiteral("Egg")};
}

} // namespace

class EvaluationTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ConvscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("ConvscopeTest"));
        QVERIFY(narrow());
        QVERIFY(training() && validation());
        forbidComputing([](const char *function) { qWarning("%s on the window's thread", function); });
    }

    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CACHE_HOME", m_folder->filePath(QStringLiteral("cache")).toUtf8());
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
        qputenv("XDG_STATE_HOME", m_folder->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
    }

    void countsAsTheReferenceDoes()
    {
        Lane lane;
        Evaluator evaluator(lane);
        QVERIFY(!evaluator.canStart());
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        QVERIFY(!evaluator.canStart());
        evaluator.setPhotos(training());
        QVERIFY(evaluator.canStart());
        QVERIFY(evaluator.verdicts()->empty());
        evaluator.start();
        QVERIFY(evaluator.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!evaluator.isRunning(), patience);
        QCOMPARE(evaluator.doneCount(), 11);
        QVERIFY(matrixOf(evaluator.evaluation()) == referenceConfusion("training"));
        QCOMPARE(evaluator.verdicts()->size(), std::size_t(11));
        QVERIFY(std::ranges::all_of(*evaluator.verdicts(), &Verdict::known));
        QVERIFY(!evaluator.canStart());
    }

    void keepsWhatItKnowsOfEachNetworkAndSplit()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training());
        evaluator.start();
        QTRY_COMPARE_WITH_TIMEOUT(evaluator.doneCount(), 11, patience);
        evaluator.setPhotos(validation());
        QCOMPARE(evaluator.doneCount(), 0);
        QCOMPARE(evaluator.photoCount(), 5);
        evaluator.setPhotos(training());
        QCOMPARE(evaluator.doneCount(), 11);
        QVERIFY(matrixOf(evaluator.evaluation()) == referenceConfusion("training"));
        evaluator.setNetwork(narrow(), QStringLiteral("another"));
        QCOMPARE(evaluator.doneCount(), 0);
        evaluator.setPhotos(std::make_shared<PhotoSet>()); // nothing is open
        QVERIFY(!evaluator.canStart());
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training());
        QCOMPARE(evaluator.doneCount(), 11);
    }

    /// The same photos, labelled by another rule, are gone on with; others are not begun.
    void otherLabelsDoNotEndIt()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training());
        evaluator.start();
        auto unlabelled = std::make_shared<PhotoSet>(*training());
        for (PhotoRef &photo : unlabelled->photos)
            photo.label.reset();
        evaluator.setPhotos(unlabelled);
        QVERIFY(evaluator.isRunning());
        QTRY_COMPARE(evaluator.doneCount(), 11);
        QCOMPARE(evaluator.evaluation().labelled, 0);
        QTRY_VERIFY(!evaluator.isRunning());
        evaluator.setPhotos(validation());
        QVERIFY(!evaluator.isRunning());
    }

    void goesBehindAllElseAndCanBeStopped()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training());
        Gate gate(lane, 7);
        evaluator.start();
        QTRY_VERIFY(gate.isHolding());
        // What is started later is done first, even if it is no more urgent than LIME.
        std::optional<bool> wasRunning;
        const JobHandle other = lane.call<int>({Urgency::Slow, {}}, [] { return 1; },
            {.done = [&](int) { wasRunning = evaluator.isRunning(); }, .failed = [](const Error &) {}});
        gate.let(2); // to the end of the photo, and not of the one after the next
        QTRY_COMPARE(wasRunning, std::optional(true));
        evaluator.stop();
        gate.open();
        QTRY_VERIFY(!evaluator.isRunning());
        const int reached = evaluator.doneCount();
        QVERIFY(reached > 0 && reached < 11);
        QVERIFY(evaluator.canStart());
        evaluator.start(); // goes on with the rest
        QTRY_VERIFY(!evaluator.isRunning());
        QCOMPARE(evaluator.doneCount(), 11);
        QCOMPARE(evaluator.evaluation().images, 11);
    }

    /// As a message offers it, while the step that was stopped takes long.
    void startsAgainWhileTheLastStepStillRuns()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training());
        Gate gate(lane, 7);
        evaluator.start();
        QTRY_VERIFY(gate.isHolding());
        evaluator.stop();
        QVERIFY(evaluator.isRunning());
        QVERIFY(evaluator.canStart());
        evaluator.start();
        QVERIFY(!evaluator.canStart()); // it has begun
        const int taken = evaluator.doneCount();
        QVERIFY(taken > 0 && taken < 11);
        gate.open();
        QTRY_VERIFY(!evaluator.isRunning());
        QCOMPARE(evaluator.evaluation().images, 11);
        QVERIFY(matrixOf(evaluator.evaluation()) == referenceConfusion("training"));
    }

    void aStartThatWaitsForTheDiskDoesNotWaitForTheBoard()
    {
        const Home home;
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training());
        Gate gate(lane, 0);
        evaluator.start();
        QTRY_VERIFY(evaluator.isWaiting());
        evaluator.setNetwork(narrow(), QStringLiteral("another"), home.source());
        evaluator.start();
        QVERIFY(evaluator.isLookingUp() && evaluator.isRunning());
        QVERIFY(!evaluator.isWaiting());
        QVERIFY(!evaluator.timeLeft());
    }

    void photosThatFailAreDoneAndNotAnswered()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        auto set = std::make_shared<PhotoSet>(*validation());
        set->photos.insert(set->photos.begin(), PhotoRef{"/nowhere/0_0.jpg", 0});
        evaluator.setPhotos(set);
        evaluator.add(set->photos[2], class4(), {}); // of the board
        evaluator.add(PhotoRef{"/nowhere/else.jpg", 0}, class4(), {});
        QCOMPARE(evaluator.doneCount(), 1);
        evaluator.start();
        QTRY_VERIFY_WITH_TIMEOUT(!evaluator.isRunning(), patience);
        QCOMPARE(evaluator.doneCount(), 6);
        QCOMPARE(evaluator.failedCount(), 1);
        QCOMPARE(evaluator.evaluation().images, 5);
        QVERIFY(!evaluator.verdicts()->front().known());
        QCOMPARE((*evaluator.verdicts())[2].predicted, 4); // not asked again
    }

    /// A share that was away for some seconds.
    void photosThatFailedCanBeTriedAgain()
    {
        const Home home;
        Start open(home);
        Evaluator &evaluator = open.evaluator;
        QCOMPARE(open.known(), 0);
        EvaluationBar bar(evaluator);
        bar.show();
        const auto *count = bar.findChild<QLabel *>(QStringLiteral("evaluationText"));
        const auto *right = bar.findChild<QLabel *>(QStringLiteral("evaluationRight"));
        auto *run = bar.findChild<QPushButton *>(QStringLiteral("evaluate"));
        const std::filesystem::path away = home.photos.string() + " away";
        std::filesystem::rename(home.photos, away);
        run->click();
        QTRY_VERIFY(!evaluator.isRunning());
        QCOMPARE(evaluator.failedCount(), 11);
        QVERIFY(evaluator.failure());
        QCOMPARE(evaluator.failure()->file(), home.photos / "0_0.jpg");
        QCOMPARE(count->text(), QStringLiteral("0 of 11 evaluated · 11 failed"));
        QVERIFY(count->toolTip().contains(sentence(*evaluator.failure())));
        QCOMPARE(right->text(), QStringLiteral("No photo could be evaluated"));
        QVERIFY(run->isVisible());
        QCOMPARE(run->text(), QStringLiteral("Try again"));
        std::filesystem::rename(away, home.photos);
        std::filesystem::rename(home.photos / "3_0.jpg", away);
        run->click();
        QTRY_VERIFY(!evaluator.isRunning());
        QCOMPARE(count->text(), QStringLiteral("10 of 11 evaluated · 1 failed"));
        QVERIFY(count->toolTip().contains(QStringLiteral("3_0.jpg")));
        // Listed anew, nothing has been tried yet.
        std::filesystem::rename(away, home.photos / "3_0.jpg");
        evaluator.setPhotos(home.set());
        QCOMPARE(evaluator.failedCount(), 0);
        QVERIFY(!evaluator.failure());
        QCOMPARE(run->text(), QStringLiteral("Evaluate the rest"));
        QCOMPARE(open.known(), 10);
        run->click();
        QTRY_VERIFY(!evaluator.isRunning());
        QCOMPARE(count->text(), QStringLiteral("All evaluated"));
        QVERIFY(!run->isVisible());
    }

    /// Listed anew: what is known in memory holds for the photos as they were.
    void replacedPhotosLoseTheirAnswers_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::newRow("also kept on disk") << true;
        QTest::newRow("in memory alone") << false;
    }
    void replacedPhotosLoseTheirAnswers()
    {
        QFETCH(const bool, kept);
        namespace fs = std::filesystem;
        const Home home;
        Start open(home, kept ? home.source() : NetworkSource());
        open.evaluate();
        fs::copy_file(home.photos / "1_0.jpg", home.photos / "0_0.jpg", fs::copy_options::overwrite_existing);
        spoil(home.photos / "3_0.jpg");
        fs::last_write_time(
            home.photos / "2_0.jpg", fs::file_time_type::clock::now() + std::chrono::seconds(1));
        open.evaluator.setPhotos(home.set());
        QCOMPARE(open.known(), 9);
        QCOMPARE(open.evaluator.evaluation().images, 9);
        const auto verdict = [&](const char *name) {
            const auto set = home.set();
            const auto found = std::ranges::find(set->photos, home.photos / name, &PhotoRef::file);
            return (*open.evaluator.verdicts())[std::size_t(found - set->photos.begin())];
        };
        QVERIFY(!verdict("0_0.jpg").known());
        QVERIFY(!verdict("3_0.jpg").known());
        QVERIFY(verdict("2_0.jpg").known());
        open.evaluate();
        QCOMPARE(verdict("0_0.jpg").predicted, verdict("1_0.jpg").predicted);
        QCOMPARE(verdict("0_0.jpg").confidence, verdict("1_0.jpg").confidence);
        const int unreadable = open.evaluator.failedCount(); // what was spoiled may be
        open.evaluator.setPhotos(home.set());
        QCOMPARE(open.known(), 11 - unreadable);
        // What is counted is what a start anew counts.
        Start next(home, NetworkSource());
        next.evaluate();
        QVERIFY(open.evaluator.evaluation().counts == next.evaluator.evaluation().counts);
        QCOMPARE(open.evaluator.evaluation().correct, next.evaluator.evaluation().correct);
    }

    void theLaterOfTwoAnswersToAFileCounts()
    {
        const Home home;
        Start open(home, NetworkSource());
        const PhotoRef photo = home.set()->photos[2];
        const FileSight before = sightOf(photo.file);
        spoil(photo.file);
        const FileSight after = sightOf(photo.file);
        const auto predicted = [&] {
            open.evaluator.start(); // publishes
            open.evaluator.stop();
            return (*open.evaluator.verdicts())[2].predicted;
        };
        Gate gate(open.lane, 0);
        open.evaluator.add(photo, answer(4), before);
        QCOMPARE(predicted(), 4);
        open.evaluator.add(photo, answer(5), after);
        QCOMPARE(predicted(), 5);
        open.evaluator.add(photo, answer(4), before); // said once more
        QCOMPARE(predicted(), 5);
        QCOMPARE(open.evaluator.evaluation().images, 1);
    }

    void answersAreThereAtTheNextStart()
    {
        const Home home;
        {
            Start first(home);
            QCOMPARE(first.known(), 0);
            first.evaluate();
        }
        Start next(home);
        QCOMPARE(next.known(), 11);
        QVERIFY(matrixOf(next.evaluator.evaluation()) == referenceConfusion("training"));
        QVERIFY(!next.evaluator.canStart());
        const auto &verdicts = *next.evaluator.verdicts();
        QVERIFY(std::ranges::all_of(verdicts, [](const Verdict &said) { return said.confidence > 0; }));
    }

    /// Only the answers to what has not changed; a photo that was only touched has not.
    void changedPhotosAreAskedAgain()
    {
        const Home home;
        Start(home).evaluate();
        namespace fs = std::filesystem;
        fs::copy_file(home.photos / "1_0.jpg", home.photos / "0_0.jpg", fs::copy_options::overwrite_existing);
        fs::last_write_time(home.photos / "2_0.jpg", fs::file_time_type::clock::now());
        spoil(home.photos / "3_0.jpg");
        Start next(home);
        QCOMPARE(next.known(), 9);
        const auto isKnown = [&](const char *name) {
            const auto set = home.set();
            const auto found = std::ranges::find(set->photos, home.photos / name, &PhotoRef::file);
            return (*next.evaluator.verdicts())[std::size_t(found - set->photos.begin())].known();
        };
        QVERIFY(!isKnown("0_0.jpg"));
        QVERIFY(isKnown("2_0.jpg"));
        QVERIFY(!isKnown("3_0.jpg"));
        next.evaluate();
    }

    void anotherNetworkOrPreparationHasAnswersOfItsOwn()
    {
        const Home home;
        Start(home).evaluate();
        NetworkSource otherwise = home.source();
        otherwise.asked = QStringLiteral("in another way");
        QCOMPARE(Start(home, otherwise).known(), 0);
        {
            QFile network(QString::fromStdString(home.network.string()));
            QVERIFY(network.open(QFile::Append));
            network.putChar('x');
        }
        QCOMPARE(Start(home).known(), 0);
        std::filesystem::copy_file(CONVSCOPE_TEST_DATA "/narrow.pth", home.network,
            std::filesystem::copy_options::overwrite_existing);
        QCOMPARE(Start(home).known(), 11); // the file's name and time say nothing of it
    }

    /// The answers are of the network in memory, not of the file that has taken its place.
    void nothingIsKeptOfAFileThatIsNotTheNetworkAnyMore()
    {
        const Home home;
        NetworkSource opened = home.source();
        opened.stamp->size += 1;
        Start(home, opened).evaluate();
        QCOMPARE(keptTotal().evaluations, 0);
        QCOMPARE(Start(home).known(), 0);
    }

    /// Each version of a file as it was before the board read that one.
    void versionsAreSeenBeforeTheyAreRead()
    {
        const Home home;
        const std::filesystem::path file = home.photos / "0_0.jpg";
        FileVersions versions;
        QVERIFY(!versions.sight(file, 0).stamp);
        const std::optional<FileStamp> first = stampOf(file);
        versions.reading(file);
        spoil(file);
        versions.reading(file); // it may be the new one that is read now, which is not known yet
        QCOMPARE(versions.of(file), 0);
        QVERIFY(versions.sight(file, 0).stamp == first);
        QVERIFY(versions.look());
        QCOMPARE(versions.of(file), 1);
        QVERIFY(versions.sight(file, 0).stamp == first);
        QVERIFY(versions.sight(file, 1).stamp == stampOf(file));
        QVERIFY(versions.sight(file, 1).at > versions.sight(file, 0).at);
        QVERIFY(!versions.sight(file, 2).stamp);
        QVERIFY(!versions.look());
    }

    /// What the board asked is kept too, where the photo is still what it was before the board read it.
    void whatTheBoardAskedIsKept()
    {
        const Home home;
        const auto set = home.set();
        {
            Start first(home);
            QCOMPARE(first.known(), 0);
            first.evaluator.add(set->photos[2], class4(), sightOf(set->photos[2].file));
            const FileSight before = sightOf(set->photos[3].file);
            spoil(set->photos[3].file);
            first.evaluator.add(set->photos[3], class4(), before);
            spoil(set->photos[4].file); // long before it is read
            first.evaluator.add(set->photos[4], class4(), sightOf(set->photos[4].file));
        }
        Start next(home);
        QCOMPARE(next.known(), 2);
        QVERIFY(!(*next.evaluator.verdicts())[3].known());
        const Verdict said = (*next.evaluator.verdicts())[2];
        QCOMPARE(said.predicted, 4);
        QCOMPARE(said.confidence, 0.5F); // 10/(10 + 10 times 1)
    }

    void twoProgramsAtOnceDoNoHarm()
    {
        const Home home;
        auto small = std::make_unique<Start>(home);
        QCOMPARE(small->known(), 0);
        Start(home).evaluate();
        const PhotoRef photo = home.set()->photos[2];
        small->evaluator.add(photo, class4(), sightOf(photo.file));
        small.reset(); // it knew of one photo only
        QCOMPARE(Start(home).known(), 11);
    }

    void whatIsForgottenIsAskedAnew()
    {
        const Home home;
        Start open(home);
        open.evaluate();
        std::optional<KeptTotal> total;
        QTRY_VERIFY(keptTotal().evaluations == 1);
        open.evaluator.countKept([&](KeptTotal counted) { total = counted; });
        QTRY_VERIFY(total);
        QCOMPARE(total->evaluations, 1);
        open.evaluator.forgetKept();
        QCOMPARE(open.known(), 0);
        QVERIFY(open.evaluator.canStart());
        QVERIFY(open.evaluator.verdicts()->empty());
        QCOMPARE(keptTotal().evaluations, 0);
    }

    /// What was to be written before is not, and what is answered after is: in that order, however long the
    /// disk is busy with something else.
    void whatIsAnsweredAfterForgettingIsKept()
    {
        const Home home;
        Pipe pipe(home);
        const auto set = home.set();
        const auto add = [&](Evaluator &evaluator, std::size_t photo) {
            evaluator.add(set->photos[photo], class4(), sightOf(set->photos[photo].file));
        };
        {
            Start open(home);
            QCOMPARE(open.known(), 0);
            open.evaluator.setNetwork(narrow(), QStringLiteral("another"), pipe.source());
            QTRY_VERIFY(pipe.hasReader());
            open.evaluator.setNetwork(narrow(), QStringLiteral("narrow"), home.source());
            add(open.evaluator, 1);
            open.evaluator.setPhotos(home.set()); // which has that written
            open.evaluator.forgetKept();
            add(open.evaluator, 2);
            open.evaluator.setPhotos(validation());
            pipe.release();
            QCOMPARE(open.known(), 0); // of other photos, and looked for after all is written
            QCOMPARE(keptTotal().evaluations, 1);
        }
        Start next(home);
        QCOMPARE(next.known(), 1);
        QVERIFY((*next.evaluator.verdicts())[2].known());
    }

    void theEndDoesNotWaitForADiskThatHangs()
    {
        const Home home;
        Pipe pipe(home);
        {
            Start open(home, pipe.source());
            QTRY_VERIFY(pipe.hasReader());
        }
        QVERIFY(Lane::hasLeftThreads());
    }

    void whatCannotBeForgottenIsTold()
    {
        const Home home;
        Start open(home, NetworkSource());
        std::filesystem::create_directories(keptFolder().parent_path());
        std::filesystem::create_symlink(keptFolder(), keptFolder()); // leads nowhere, for root too
        std::optional<Error> told;
        connect(&open.evaluator, &Evaluator::notForgotten, this, [&](const Error &error) { told = error; });
        open.evaluator.forgetKept();
        QTRY_VERIFY(told);
        QCOMPARE(told->file(), keptFolder());
        QCOMPARE(told->values().size(), std::size_t(1));
    }

    /// Not of a network whose file is not known, nor without a place to keep them.
    void theBarSaysThatAnswersAreKeptWhereTheyAre()
    {
        const Home home;
        const auto saysSo = [&](const NetworkSource &source) {
            Start open(home, source);
            open.known();
            EvaluationBar bar(open.evaluator);
            open.evaluator.add(home.set()->photos[2], class4(), sightOf(home.set()->photos[2].file));
            const auto *count = bar.findChild<QLabel *>(QStringLiteral("evaluationText"));
            const bool isTold = QTest::qWaitFor(
                [&] { return count->text() == QStringLiteral("1 of 11 evaluated"); }, patience);
            return isTold && count->toolTip().contains(QStringLiteral("kept for the next start"));
        };
        QVERIFY(saysSo(home.source()));
        QVERIFY(!saysSo(NetworkSource()));
        NetworkSource replaced = home.source();
        replaced.stamp->size += 1;
        QVERIFY(!saysSo(replaced));
    }

    void aCacheThatCannotBeWrittenIsSaidAndLosesNothing()
    {
        const Home home;
        QFile inTheWay(home.folder.filePath(QStringLiteral("cache")));
        QVERIFY(inTheWay.open(QFile::WriteOnly));
        Start open(home);
        open.evaluate();
        QTRY_VERIFY(open.evaluator.notKept().contains(QStringLiteral("cache")));
        QCOMPARE(open.evaluator.doneCount(), 11);
        QCOMPARE(Start(home).known(), 0);
    }

    /// Nobody has asked for it: a photo of the board says nothing of the folder.
    void aShareIsSaidOfEnoughPhotosOnly()
    {
        Lane lane;
        Evaluator evaluator(lane);
        auto many = std::make_shared<PhotoSet>(*training());
        for (int i = 0; i < 10; ++i)
            many->photos.insert(many->photos.end(), training()->photos.begin(), training()->photos.end());
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(many);
        QCOMPARE(rightText(evaluator), QString());
        evaluator.add(many->photos[5], class4(), {});
        QCOMPARE(rightText(evaluator), QString());
        evaluator.start();
        QTRY_VERIFY_WITH_TIMEOUT(!evaluator.isRunning(), patience);
        // By hand from what PyTorch counts of the eleven photos; the one that was added is put in by hand.
        const auto reference = referenceConfusion("training");
        int right = 0;
        for (std::size_t label = 0; label < reference.size(); ++label)
            right += 11 * reference[label][label];
        const int label = *many->photos[5].label;
        const int of =
            std::accumulate(reference[std::size_t(label)].begin(), reference[std::size_t(label)].end(), 0);
        QCOMPARE(of, 1);
        right += int(label == 4) - reference[std::size_t(label)][std::size_t(label)];
        QCOMPARE(rightText(evaluator), QStringLiteral("%1 % right").arg(100.0 * right / 121, 0, 'f', 1));
    }

    /// No photo above it moves when an evaluation comes and goes.
    void theBarKeepsItsHeight()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training());
        EvaluationBar bar(evaluator);
        bar.show(); // what was never shown does not hear what becomes of its children
        const int height = bar.sizeHint().height();
        evaluator.add(training()->photos[2], class4(), {});
        QTRY_COMPARE(evaluator.verdicts()->size(), std::size_t(11));
        QCOMPARE(bar.sizeHint().height(), height);
        evaluator.start();
        QVERIFY(evaluator.isRunning());
        QCOMPARE(bar.findChild<QPushButton *>(QStringLiteral("evaluate"))->text(), QStringLiteral("Cancel"));
        QVERIFY(!bar.findChild<QProgressBar *>(QStringLiteral("evaluationProgress"))->isHidden());
        QCOMPARE(bar.sizeHint().height(), height);
        QTRY_VERIFY(!evaluator.isRunning());
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("evaluationText"))->text(),
            QStringLiteral("All evaluated"));
        QCOMPARE(bar.sizeHint().height(), height);
    }

    void matrixAsATable()
    {
        ConfusionModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setEvaluation(small(), smallNames());
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.columnCount(), 5);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("2"));
        QCOMPARE(model.index(0, 2).data(ConfusionModel::ShareRole).toDouble(), 0.5);
        QCOMPARE(model.index(2, 0).data(ConfusionModel::ShareRole).toDouble(), 0.0);
        QVERIFY(!model.index(0, 3).data(ConfusionModel::ShareRole).isValid());
        QVERIFY(!model.index(3, 0).data(ConfusionModel::ShareRole).isValid());
        const auto said = [&](int row, int column) {
            return model.index(row, column).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(said(0, 2), QStringLiteral("1 of 2 photos of Bread is taken for Egg"));
        QCOMPARE(said(0, 0), QStringLiteral("1 of 2 photos of Bread is right"));
        QCOMPARE(said(1, 0), QStringLiteral("2 of 2 photos of Milk, \"cheese\" are taken for Bread"));
        QCOMPARE(said(1, 1), QStringLiteral("None of 2 photos of Milk, \"cheese\" is right"));
        QCOMPARE(said(0, 1), QStringLiteral("No photo of Bread is taken for Milk, \"cheese\""));
        QCOMPARE(said(2, 0), QStringLiteral("No photo of Egg has been evaluated"));
        QCOMPARE(said(3, 0), QStringLiteral("1 of 3 photos that are taken for Bread is right"));
        QCOMPARE(said(4, 1), QStringLiteral("No photo is taken for Milk, \"cheese\""));
        QCOMPARE(said(4, 2), QStringLiteral("The only photo that is taken for Egg is wrong"));
        QCOMPARE(said(4, 4), QStringLiteral("1 of 4 photos is right"));
        // By hand: one of two, none of two, none there; below, one of three, none, none of one.
        QCOMPARE(model.text(),
            QStringLiteral("true \\ predicted\tBread\tMilk, \"cheese\"\tEgg\tPhotos\tRight\n"
                           "Bread\t1\t0\t1\t2\t50 %\n"
                           "Milk, \"cheese\"\t2\t0\t0\t2\t0 %\n"
                           "Egg\t0\t0\t0\t0\t–\n"
                           "Taken for it\t3\t0\t1\t4\t\n"
                           "Right\t33 %\t–\t0 %\t\t25 %\n"));
        QCOMPARE(model.csv().section(u'\n', 2, 2), QStringLiteral("\"Milk, \"\"cheese\"\"\",2,0,0,2,0 %"));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setEvaluation(small(), smallNames()); // only counts change
        QVERIFY(reset.isEmpty());
    }

    /// Class names may hold anything.
    void separatorsInNamesDoNotBreakTheTable()
    {
        ConfusionModel model;
        model.setEvaluation(
            small(), {QStringLiteral("a\tb"), QStringLiteral("c\r\nd"), QStringLiteral("e\rf")});
        const QStringList lines = model.text().split(u'\n');
        QCOMPARE(lines.size(), 7); // a heading, three classes, two totals, and the end of the last
        for (const QString &line : lines.first(6))
            QCOMPARE(line.count(u'\t'), 5);
        QCOMPARE(lines[1], QStringLiteral("a b\t1\t0\t1\t2\t50 %"));
        QVERIFY(lines[2].startsWith(QStringLiteral("c d\t")));
        QVERIFY(!model.text().contains(u'\r'));
        QVERIFY(model.csv().contains(QStringLiteral("\n\"c\r\nd\",2,0,0,")));
        QVERIFY(model.csv().contains(QStringLiteral("\n\"e\rf\",0,0,0,")));
    }

    /// A screen reader speaks what the dialog says, not what for.
    void whatTheDialogSaysIsSpoken()
    {
        Lane lane;
        Evaluator evaluator(lane);
        ConfusionDialog dialog(evaluator, {}, nullptr);
        dialog.tellSaved(QStringLiteral("Written to matrix.png"));
        auto *saved = dialog.findChild<QLabel *>(QStringLiteral("confusionSaved"));
        QCOMPARE(QAccessible::queryAccessibleInterface(saved)->text(QAccessible::Name),
            QStringLiteral("Written to matrix.png"));
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QVERIFY(label->accessibleName().isEmpty());
    }

    /// A network of a million classes: what occurs is counted, and shown, without a place for all pairs.
    void pairsThatDoNotOccurTakeNoMemory()
    {
        Evaluation evaluation(1'000'000, 2);
        evaluation.add(0, 7, 7, 1);
        evaluation.add(1, 7, 930'000, 1);
        const Confusion confusion(evaluation);
        QCOMPARE(confusion.size(), 2);
        QCOMPARE(confusion.allClasses, 1'000'000);
        QCOMPARE(confusion.count(0, 1), 1);
        QCOMPARE(confusion.count(1, 0), 0);
        QCOMPARE(confusion.rowTotal(0), 2);
        QCOMPARE(confusion.columnTotal(1), 1);
        QCOMPARE(confusion.right(), 1);
    }

    /// A thousand rows of zeros hide what there is.
    void ofVeryManyClassesThoseThatOccurAreShown()
    {
        Evaluation evaluation(1000, 4);
        evaluation.add(0, 7, 7, 1);
        evaluation.add(1, 7, 930, 1);
        evaluation.add(2, 400, 7, 1);
        evaluation.add(3, {}, 5, 1); // of no known class
        ConfusionModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEvaluation(evaluation, {});
        QCOMPARE(model.classCount(), 3);
        QCOMPARE(model.classAt(0), std::optional(7));
        QCOMPARE(model.classAt(1), std::optional(400));
        QCOMPARE(model.classAt(2), std::optional(930));
        QVERIFY(!model.classAt(3));
        QCOMPARE(model.headerData(2, Qt::Horizontal, ConfusionModel::ClassRole).toInt(), 930);
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("1"));
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("The only photo of class 400 is taken for class 7"));
        ConfusionView view(model);
        std::optional<int> asked;
        connect(&view, &ConfusionView::photosAsked, this,
            [&](std::optional<int>, std::optional<int> predicted) { asked = predicted; });
        view.setCurrentIndex(model.index(0, 2));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(asked, std::optional(930)); // the class, not its place
    }

    /// With all that it takes to know whose it is.
    void theMatrixIsWrittenAsAPicture()
    {
        const QTemporaryDir folder;
        const Confusion confusion(small());
        const Drawing drawing = confusionDrawing(
            confusion, smallNames(), {QStringLiteral("1 of 4 right"), QStringLiteral("Network: net.pth")});
        bool done = false;
        Lane writer; // as the window does: not on its own thread
        const JobHandle writing = writer.call<bool>({},
            [&] {
                for (const char *name : {"/matrix.png", "/matrix.svg", "/matrix.pdf"})
                    writeDrawing(folder.path().toStdString() + name, drawing, 144);
                return true;
            },
            {.done = [&](bool) { done = true; }, .failed = [](const Error &) {}});
        QTRY_VERIFY_WITH_TIMEOUT(done, patience);
        const QImage png(folder.filePath(QStringLiteral("matrix.png")));
        // Two pixels a point, and whole ones.
        QVERIFY(std::abs(png.width() - 2 * drawing.size.width()) < 1);
        QVERIFY(std::abs(png.height() - 2 * drawing.size.height()) < 1);
        // Half of the breads are taken for eggs: the middle of the scale, beside the count.
        const QRgb half = colourAt(ColourMap::Cividis, 0.5);
        int painted = 0;
        for (int y = 0; y < png.height(); ++y) {
            for (int x = 0; x < png.width(); ++x)
                painted += png.pixel(x, y) == half;
        }
        QVERIFY(painted > 2 * 50 * 50); // two cells of 68 pixels, but for their numbers
        QFile svg(folder.filePath(QStringLiteral("matrix.svg")));
        QVERIFY(svg.open(QFile::ReadOnly));
        const QString text = QString::fromUtf8(svg.readAll());
        for (const char *said : {"Network: net.pth", "Bread", "Egg", "taken for it", "33 %"})
            QVERIFY2(text.contains(QLatin1String(said)), said);
        QFile pdf(folder.filePath(QStringLiteral("matrix.pdf")));
        QVERIFY(pdf.open(QFile::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
    }

    void aMatrixOfAThousandClassesCanBeWrittenToo()
    {
        Evaluation evaluation(1000, 1000);
        for (int label = 0; label < 1000; ++label)
            evaluation.add(std::size_t(label), label, label, 1);
        const Drawing drawing = confusionDrawing(Confusion(evaluation), {}, {});
        const QTemporaryDir folder;
        bool written = false;
        Lane writer;
        const JobHandle writing = writer.call<bool>({},
            [file = folder.path().toStdString() + "/matrix.png", drawing] {
                writeDrawing(file, drawing, maxDpiOf(drawing));
                return true;
            },
            {.done = [&](bool) { written = true; },
                .failed = [](const Error &error) { QFAIL(error.what()); }});
        QTRY_VERIFY(written);
        const QSize size = QImageReader(folder.filePath(QStringLiteral("matrix.png"))).size();
        const qint64 pixels = qint64(size.width()) * size.height();
        QVERIFY(pixels <= 1 << 27);
        QVERIFY(pixels > 1 << 26); // and not much less than there may be
    }

    void cellsAndHeadingsAskForTheirPhotos()
    {
        ConfusionModel model;
        model.setEvaluation(small(), smallNames());
        ConfusionView view(model);
        view.resize(view.sizeHint());
        view.show();
        using Label = std::optional<int>;
        std::vector<std::pair<Label, Label>> asked;
        connect(&view, &ConfusionView::photosAsked, this,
            [&](Label trueClass, Label predicted) { asked.emplace_back(trueClass, predicted); });
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(model.index(0, 2)).center());
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::keyClick(&view, Qt::Key_Return);
        view.setCurrentIndex(model.index(1, 4)); // beside the matrix
        QTest::keyClick(&view, Qt::Key_Enter);
        view.setCurrentIndex(model.index(4, 2)); // below it
        QTest::keyClick(&view, Qt::Key_Enter);
        view.setCurrentIndex(model.index(4, 4)); // of all: nothing to ask for
        QTest::keyClick(&view, Qt::Key_Enter);
        QTest::mouseClick(view.horizontalHeader()->viewport(), Qt::LeftButton, {},
            {view.columnViewportPosition(2) + 12, 10});
        QTest::mouseClick(
            view.verticalHeader()->viewport(), Qt::LeftButton, {}, {10, view.rowViewportPosition(1) + 12});
        const std::vector<std::pair<Label, Label>> expected{
            {0, 2}, {1, 1}, {1, {}}, {{}, 2}, {{}, 2}, {1, {}}};
        QVERIFY(asked == expected);
    }

    /// Of more classes than fit: without the bars nobody sees that there is more.
    void scrollBarsArePainted()
    {
        ConfusionModel model;
        Evaluation evaluation(60, 60);
        for (int label = 0; label < 60; ++label)
            evaluation.add(std::size_t(label), label, label, 1);
        QStringList names;
        for (int label = 0; label < 60; ++label)
            names << QStringLiteral("class %1").arg(label);
        model.setEvaluation(evaluation, names);
        ConfusionView view(model);
        view.resize(500, 500);
        view.show();
        for (QScrollBar *bar : {view.horizontalScrollBar(), view.verticalScrollBar()}) {
            QVERIFY(bar->isVisible());
            QImage alone(bar->size(), QImage::Format_RGB32);
            alone.fill(Qt::magenta);
            bar->render(&alone);
            QVERIFY(alone.pixelColor(alone.rect().center()) != QColor(Qt::magenta));
        }
    }

    void theWindowMarksCountsAndLeadsFromTheMatrixToThePhotos()
    {
        MainWindow window(
            {.model = CONVSCOPE_TEST_DATA "/narrow.pth", .data = food, .split = "training", .network = {}});
        window.show();
        window.findChild<Choices *>()->setAutomatic(false); // the evaluation waits for LIME
        auto *list = window.findChild<QListView *>(QStringLiteral("photos"));
        auto *run = window.findChild<QPushButton *>(QStringLiteral("evaluate"));
        auto *text = window.findChild<QLabel *>(QStringLiteral("evaluationText"));
        QTRY_VERIFY(run->isVisible());
        // What the board asks anyway counts too.
        QTRY_VERIFY_WITH_TIMEOUT(text->text().startsWith(QStringLiteral("1 of 11 evaluated")), patience);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!run->isVisible(), patience);
        QCOMPARE(text->text(), QStringLiteral("All evaluated"));
        // Of eleven photos a share would say more than is known.
        static const QRegularExpression counted(QStringLiteral("^\\d+ of 11 right$"));
        QVERIFY(
            counted.match(window.findChild<QLabel *>(QStringLiteral("evaluationRight"))->text()).hasMatch());
        QVERIFY(list->model()->index(10, 0).data(ThumbnailModel::RightRole).isValid());

        QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("confusionMatrix")), Qt::LeftButton);
        auto *dialog = window.findChild<ConfusionDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        const std::vector<std::vector<int>> reference = referenceConfusion("training");
        auto *view = dialog->findChild<ConfusionView *>();
        const QAbstractItemModelTester tester(view->model());
        int shown = 0;
        for (int row = 0; row < 11; ++row) {
            for (int column = 0; column < 11; ++column) {
                const int count = reference[std::size_t(row)][std::size_t(column)];
                if (count == 0)
                    continue;
                view->setCurrentIndex(view->model()->index(row, column));
                QTest::keyClick(view, Qt::Key_Return);
                QTRY_COMPARE(list->model()->rowCount(), count);
                ++shown;
            }
        }
        QVERIFY(shown > 1);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("copyMatrixCsv")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("true \\ predicted,Bread,")));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("showAllPhotos")), Qt::LeftButton);
        QTRY_COMPARE(list->model()->rowCount(), 11);
    }

    /// F5: the gallery marks what the network says to the photos as they are, asked by the board or not.
    void theWindowForgetsAnswersToReplacedPhotos()
    {
        const Home home;
        MainWindow window({.model = home.network, .data = home.photos, .split = {}, .network = {}});
        window.show();
        window.findChild<Choices *>()->setAutomatic(false);
        auto *run = window.findChild<QPushButton *>(QStringLiteral("evaluate"));
        auto *text = window.findChild<QLabel *>(QStringLiteral("evaluationText"));
        QTRY_VERIFY(run->isVisible());
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE(text->text(), QStringLiteral("All evaluated"));
        namespace fs = std::filesystem;
        for (const char *name : {"0_0.jpg", "2_0.jpg"}) // the first of them is on the board
            fs::copy_file(home.photos / "10_0.jpg", home.photos / name, fs::copy_options::overwrite_existing);
        window.findChild<QAction *>(QStringLiteral("reload"))->trigger();
        QTRY_COMPARE(text->text(), QStringLiteral("10 of 11 evaluated"));
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE(text->text(), QStringLiteral("All evaluated"));
    }
};

QTEST_MAIN(EvaluationTest)
#include "evaluation_test.moc"
