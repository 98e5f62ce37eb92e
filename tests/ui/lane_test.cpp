#include "ui/jobs/lane.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <new>

using namespace convscope;
using namespace std::chrono_literals;

namespace {

/// What a test sees of a computation that it runs.
struct Record
{
    std::atomic<int> steps = 0;
    std::atomic<bool> onGuiThread = false;
    std::atomic<bool> destroyed = false;
    std::atomic<int> peeks = 0;
    QSemaphore mayStep; ///< one for each step that may be done
};

/// Counts up to `total`, a step at a time, whenever the test lets it.
class Counting : public Computation
{
public:
    Counting(std::shared_ptr<Record> record, int total, bool free)
        : m_record(std::move(record))
        , m_total(total)
        , m_free(free)
    {
        note();
    }
    ~Counting() override
    {
        note();
        m_record->destroyed = true;
    }
    bool step() override
    {
        note();
        if (!m_free)
            m_record->mayStep.acquire();
        ++m_done;
        ++m_record->steps;
        return m_done < m_total;
    }
    Progress progress() const override { return {m_done, m_total}; }
    std::optional<int> soFar() const { return m_done >= 2 ? std::optional(m_done) : std::nullopt; }
    std::optional<int> peek(int takesMs)
    {
        note();
        ++m_record->peeks;
        QThread::msleep(unsigned(takesMs));
        return m_done >= 3 ? soFar() : std::nullopt; // two are an answer, but not worth showing
    }

private:
    void note()
    {
        if (QThread::currentThread() == QCoreApplication::instance()->thread())
            m_record->onGuiThread = true;
    }

    std::shared_ptr<Record> m_record;
    int m_total;
    bool m_free;
    int m_done = 0;
};

/// What the owner of a job has heard.
struct Heard
{
    std::optional<int> done;
    std::optional<ErrorKind> failed;
    std::vector<std::string> values;
    int progressed = 0;
    bool stopped = false;
    std::optional<int> partial;
    QList<int> snapshots;
    bool onGuiThread = true;

    Replies<int> replies()
    {
        const auto note = [this] {
            onGuiThread &= QThread::currentThread() == QCoreApplication::instance()->thread();
        };
        return {
            .done =
                [this, note](int value) {
                    note();
                    done = value;
                },
            .failed =
                [this, note](const Error &error) {
                    note();
                    failed = error.kind();
                    values = error.values();
                },
            .progress =
                [this, note](Progress) {
                    note();
                    ++progressed;
                },
            .stopped =
                [this, note](std::optional<int> value) {
                    note();
                    stopped = true;
                    partial = value;
                },
            .snapshot =
                [this, note](int value) {
                    note();
                    snapshots << value;
                },
        };
    }
    bool anything() const { return done || failed || stopped; }
};

JobHandle count(Lane &lane, JobSpec spec, std::shared_ptr<Record> record, int total, bool free, Heard &heard,
    int peekTakesMs = 0)
{
    return lane.start<Counting, int>(
        std::move(spec), [record, total, free] { return std::make_unique<Counting>(record, total, free); },
        [](Counting &counting) { return counting.soFar(); }, heard.replies(),
        [peekTakesMs](Counting &counting) { return counting.peek(peekTakesMs); });
}

} // namespace

class LaneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersOnTheGuiThreadAndComputesOnAnother()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        const JobHandle job = count(lane, {Urgency::Slow, {}}, record, 3, true, heard);
        QVERIFY(job.isActive());
        QTRY_COMPARE(heard.done, std::optional(3));
        QVERIFY(!job.isActive());
        QVERIFY(heard.onGuiThread);
        QVERIFY(record->destroyed);
        QVERIFY2(!record->onGuiThread, "made, stepped or destroyed on the GUI thread");
    }

    void urgentWorkGoesBetweenTheStepsOfWhatRuns()
    {
        Lane lane;
        auto slow = std::make_shared<Record>();
        auto urgent = std::make_shared<Record>();
        Heard slowHeard;
        Heard urgentHeard;
        const JobHandle slowJob = count(lane, {Urgency::Slow, {}}, slow, 4, false, slowHeard);
        slow->mayStep.release(1);
        QTRY_COMPARE(slow->steps.load(), 1); // and now it waits inside its second step
        const JobHandle urgentJob = count(lane, {Urgency::Shown, {}}, urgent, 2, true, urgentHeard);
        slow->mayStep.release(1);
        QTRY_COMPARE(urgentHeard.done, std::optional(2));
        QCOMPARE(slow->steps.load(), 2);
        QVERIFY(!slowHeard.anything());
        slow->mayStep.release(2);
        QTRY_COMPARE(slowHeard.done, std::optional(4));
    }

    void ofEquallyUrgentJobsTheNewestGoesFirst()
    {
        Lane lane;
        auto gate = std::make_shared<Record>();
        Heard gateHeard;
        const JobHandle gateJob = count(lane, {Urgency::Open, {}}, gate, 2, false, gateHeard);
        QList<int> order;
        const auto note = [&](int number) {
            return lane.call<int>({Urgency::Slow, {}}, [number] { return number; },
                {.done = [&order](int value) { order << value; },
                    .failed = [](const Error &) { QFAIL("failed"); }});
        };
        const JobHandle jobs[] = {note(1), note(2), note(3)};
        gate->mayStep.release(2);
        QTRY_COMPARE(order, QList<int>({3, 2, 1}));
    }

    void stoppingKeepsWhatIsValid_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<bool>("valid");
        QTest::newRow("one sample is no answer") << 1 << false;
        QTest::newRow("two are") << 2 << true;
    }

    void stoppingKeepsWhatIsValid()
    {
        QFETCH(int, steps);
        QFETCH(bool, valid);
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Slow, {}}, record, 1000, false, heard);
        record->mayStep.release(steps - 1);
        QTRY_COMPARE(record->steps.load(), steps - 1);
        // Whether it stands before or inside its next step: that one step is all that it may still do.
        QTRY_VERIFY(record->mayStep.available() == 0);
        QTest::qWait(20);
        job.stop();
        record->mayStep.release(1);
        QTRY_VERIFY(heard.stopped);
        QVERIFY(!heard.done);
        QVERIFY(!heard.failed);
        QCOMPARE(heard.partial, valid ? std::optional(steps) : std::nullopt);
        QVERIFY(!job.isActive());
        QVERIFY(record->destroyed);
    }

    void stoppingBeforeTheStartTellsSo()
    {
        Lane lane;
        auto gate = std::make_shared<Record>();
        auto never = std::make_shared<Record>();
        Heard gateHeard;
        Heard heard;
        const JobHandle gateJob = count(lane, {Urgency::Open, {}}, gate, 2, false, gateHeard);
        JobHandle job = count(lane, {Urgency::Slow, {}}, never, 1, true, heard);
        job.stop();
        gate->mayStep.release(2);
        QTRY_VERIFY(heard.stopped);
        QVERIFY(!heard.partial);
        QCOMPARE(never->steps.load(), 0);
    }

    void nothingIsHeardOfADroppedJob()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        {
            const JobHandle job = count(lane, {Urgency::Slow, {}}, record, 1000, false, heard);
            record->mayStep.release(1);
            QTRY_COMPARE(record->steps.load(), 1);
        }
        record->mayStep.release(1);
        QTRY_VERIFY(record->destroyed);
        QTest::qWait(20);
        QVERIFY(!heard.anything());
        QVERIFY(record->steps <= 2);
        QVERIFY(!record->onGuiThread);
    }

    void aFinishedJobThatIsDroppedBeforeItsReplyIsNotHeard()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Slow, {}}, record, 2, true, heard);
        while (!record->destroyed) // without letting the event loop deliver
            QThread::msleep(1);
        job.drop();
        QTest::qWait(20);
        QVERIFY(!heard.anything());
    }

    void aNewJobInTheSameHandleReplacesTheOld()
    {
        Lane lane;
        auto first = std::make_shared<Record>();
        auto second = std::make_shared<Record>();
        Heard firstHeard;
        Heard secondHeard;
        JobHandle job = count(lane, {Urgency::Slow, {}}, first, 1000, false, firstHeard);
        job = count(lane, {Urgency::Slow, {}}, second, 2, true, secondHeard);
        first->mayStep.release(1);
        QTRY_COMPARE(secondHeard.done, std::optional(2));
        QVERIFY(!firstHeard.anything());
    }

    void errorsArriveAsTheyWereThrown_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::newRow("core's own") << 0 << int(ErrorKind::NoSuchLayer) << "99";
        QTest::newRow("memory") << 1 << int(ErrorKind::OutOfMemory) << QString();
        QTest::newRow("standard") << 2 << int(ErrorKind::Internal) << "what it says";
        QTest::newRow("anything else") << 3 << int(ErrorKind::Internal) << "unknown exception";
    }

    void errorsArriveAsTheyWereThrown()
    {
        QFETCH(int, which);
        QFETCH(int, kind);
        QFETCH(QString, value);
        Lane lane;
        Heard heard;
        const JobHandle job = lane.call<int>(
            {Urgency::Open, {}},
            [which]() -> int {
                switch (which) {
                case 0:
                    throw Error(ErrorKind::NoSuchLayer, {}, {"99", "42"});
                case 1:
                    throw std::bad_alloc();
                case 2:
                    throw std::runtime_error("what it says");
                default:
                    throw 1;
                }
            },
            heard.replies());
        QTRY_VERIFY(heard.failed);
        QCOMPARE(int(*heard.failed), kind);
        QCOMPARE(QString::fromStdString(heard.values.empty() ? std::string() : heard.values.front()), value);
        QVERIFY(!heard.done);
        QVERIFY(!job.isActive());
    }

    void aPausedJobGoesOnWhereItWas()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Slow, QStringLiteral("LIME")}, record, 6, false, heard);
        record->mayStep.release(2);
        QTRY_COMPARE(record->steps, 2);
        job.pause();
        record->mayStep.release(4); // of which the step that had begun takes one
        QTest::qWait(100);
        QVERIFY(record->steps <= 3);
        QVERIFY(lane.jobs().isEmpty());
        lane.stopAll(); // stops what people see
        lane.stopFirst();
        QTest::qWait(50);
        QVERIFY(!heard.anything());
        job.resume();
        QTRY_COMPARE(heard.done, std::optional(6));
        QVERIFY(!heard.stopped);
    }

    void aPausedJobCanBeStopped()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Slow, QStringLiteral("LIME")}, record, 1000000, true, heard);
        QTRY_VERIFY(record->steps > 2);
        job.pause();
        job.stop();
        QTRY_VERIFY(heard.stopped);
        QVERIFY(heard.partial);
    }

    void progressIsThrottled()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        QElapsedTimer clock;
        clock.start();
        const JobHandle job = count(lane, {Urgency::Slow, {}}, record, 20000, true, heard);
        QTRY_COMPARE(heard.done, std::optional(20000));
        QVERIFY2(heard.progressed <= 2 + clock.elapsed() / 50, qPrintable(QString::number(heard.progressed)));
    }

    void progressIsHeardWhileItRuns()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Slow, {}}, record, 1000, false, heard);
        for (int step = 0; step < 4; ++step) {
            QTest::qWait(60); // longer than reports are apart
            record->mayStep.release(1);
        }
        QTRY_VERIFY(heard.progressed >= 3);
        job.drop();
        record->mayStep.release(1);
    }

    void snapshotsComeWhenThereIsSomethingToShow()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Slow, {}}, record, 1000, false, heard);
        record->mayStep.release(1);
        QTRY_COMPARE(record->steps.load(), 1);
        QTest::qWait(600); // longer than snapshots are apart
        record->mayStep.release(1);
        QTRY_COMPARE(record->peeks.load(), 1);
        QTest::qWait(20);
        QVERIFY(heard.snapshots.isEmpty());
        record->mayStep.release(1);
        QTRY_COMPARE(heard.snapshots, QList<int>({3}));
        QVERIFY(heard.onGuiThread);
        QVERIFY(!record->onGuiThread);
        job.drop();
        record->mayStep.release(1);
    }

    void snapshotsAreHalfASecondApart()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        QElapsedTimer clock;
        clock.start();
        JobHandle job = count(lane, {Urgency::Slow, {}}, record, 1000000000, true, heard);
        QTRY_COMPARE(heard.snapshots.size(), 3);
        QVERIFY2(clock.elapsed() >= 1500, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(heard.snapshots[0] < heard.snapshots[1] && heard.snapshots[1] < heard.snapshots[2]);
        QCOMPARE(record->peeks.load(), 3); // none was made for nothing
        job.drop();
    }

    void snapshotsTakeAHundredthOfTheTime()
    {
        Lane lane;
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Slow, {}}, record, 1000000000, true, heard, 300);
        QTRY_COMPARE(record->peeks.load(), 1);
        const int before = record->steps;
        QTest::qWait(
            1500); // three times as long as snapshots are apart; a small part of a hundred times 300 ms
        QCOMPARE(record->peeks.load(), 1);
        QTRY_VERIFY(record->steps > before); // it has not stood still
        job.stop();
        QTRY_VERIFY(heard.stopped);
    }

    void moreUrgentWorkLosesNothingOfWhatGaveSnapshots()
    {
        Lane lane;
        auto slow = std::make_shared<Record>();
        auto urgent = std::make_shared<Record>();
        Heard slowHeard;
        Heard urgentHeard;
        const JobHandle slowJob = count(lane, {Urgency::Slow, {}}, slow, 5, false, slowHeard);
        slow->mayStep.release(2);
        QTRY_COMPARE(slow->steps.load(), 2);
        const JobHandle urgentJob = count(lane, {Urgency::Shown, {}}, urgent, 2, false, urgentHeard);
        QTest::qWait(600);
        slow->mayStep.release(1); // the step in which it stood when the other came
        QTRY_COMPARE(slowHeard.snapshots, QList<int>({3}));
        urgent->mayStep.release(2);
        QTRY_COMPARE(urgentHeard.done, std::optional(2));
        QCOMPARE(slow->steps.load(), 3);
        slow->mayStep.release(2);
        QTRY_COMPARE(slowHeard.done, std::optional(5));
        QVERIFY(!slowHeard.stopped);
    }

    void listsWhatHasATitle()
    {
        Lane lane;
        auto gate = std::make_shared<Record>();
        auto waiting = std::make_shared<Record>();
        Heard heard;
        int changes = 0;
        connect(&lane, &Lane::jobsChanged, this, [&changes] { ++changes; });
        const JobHandle first = count(lane, {Urgency::Slow, QStringLiteral("first")}, gate, 3, false, heard);
        gate->mayStep.release(1);
        QTRY_COMPARE(gate->steps.load(), 1);
        const JobHandle second =
            count(lane, {Urgency::Background, QStringLiteral("second")}, waiting, 2, true, heard);
        const JobHandle unlisted = count(lane, {Urgency::Background, {}}, waiting, 2, true, heard);
        QTRY_COMPARE(lane.jobs().value(0).progress.done, 1);
        QCOMPARE(lane.jobs().size(), 2);
        QCOMPARE(lane.jobs().at(0).title, QStringLiteral("first"));
        QVERIFY(lane.jobs().at(0).running);
        QCOMPARE(lane.jobs().at(1).title, QStringLiteral("second"));
        QVERIFY(!lane.jobs().at(1).running);

        QSignalSpy asked(&lane, &Lane::stopAsked);
        lane.stopFirst(); // what runs, not what waits
        QCOMPARE(asked.size(), 1);
        QCOMPARE(lane.jobs().size(), 1);
        QCOMPARE(lane.jobs().at(0).title, QStringLiteral("second"));
        lane.stopAll();
        QCOMPARE(lane.jobs().size(), 0);
        const int before = changes;
        gate->mayStep.release(2);
        QTRY_VERIFY(!first.isActive() && !second.isActive() && !unlisted.isActive());
        QVERIFY(changes > before);
    }

    void severalThreadsWorkAtOnce()
    {
        Lane lane(2);
        auto first = std::make_shared<Record>();
        auto second = std::make_shared<Record>();
        Heard firstHeard;
        Heard secondHeard;
        const JobHandle firstJob = count(lane, {Urgency::Open, {}}, first, 2, false, firstHeard);
        const JobHandle secondJob = count(lane, {Urgency::Open, {}}, second, 2, true, secondHeard);
        QTRY_COMPARE(secondHeard.done, std::optional(2)); // while the first stands in its step
        QVERIFY(!firstHeard.done);
        first->mayStep.release(2);
        QTRY_COMPARE(firstHeard.done, std::optional(2));
    }

    void aLaneThatEndsForgetsItsJobs()
    {
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job;
        {
            Lane lane;
            job = count(lane, {Urgency::Slow, QStringLiteral("long")}, record, 1000000000, true, heard);
            QTRY_VERIFY(record->steps > 0);
        }
        QTest::qWait(20);
        QVERIFY(!heard.anything());
        job.stop(); // and a handle may outlive it
    }

    void whatTakesLongIsToldOfUntilItEnds()
    {
        Lane lane;
        lane.setPatience(50ms, 60s);
        QSignalSpy silence(&lane, &Lane::silenceChanged);
        QSignalSpy gaveUp(&lane, &Lane::gaveUp);
        auto record = std::make_shared<Record>();
        Heard heard;
        const JobHandle job = count(lane, {Urgency::Slow, QStringLiteral("long")}, record, 2, false, heard);
        QTRY_COMPARE(silence.size(), 1);
        QVERIFY(lane.silentJob());
        QCOMPARE(lane.silentJob()->title, QStringLiteral("long"));
        QTest::qWait(100); // nobody asks for anything else
        QCOMPARE(silence.size(), 1);
        record->mayStep.release(2);
        QTRY_COMPARE(silence.size(), 2);
        QVERIFY(!lane.silentJob());
        QTRY_COMPARE(heard.done, std::optional(2));
        QCOMPARE(gaveUp.size(), 0);
    }

    void shortStepsAreNotSilentHoweverManyTheyAre()
    {
        Lane lane;
        lane.setPatience(200ms, 60s);
        QSignalSpy silence(&lane, &Lane::silenceChanged);
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Slow, {}}, record, 1000000000, true, heard);
        QTest::qWait(600);
        QVERIFY(heard.progressed > 0);
        QCOMPARE(silence.size(), 0);
        job.drop();
        QTRY_VERIFY(record->destroyed);
    }

    void aSilentStepIsGivenUpWhenItIsStopped_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("title");
        QTest::newRow("the newest") << 0 << "listed";
        QTest::newRow("the newest, which people do not see") << 0 << QString();
        QTest::newRow("all") << 1 << "listed";
        QTest::newRow("all, though people do not see it") << 1 << QString();
        QTest::newRow("by its number") << 2 << "listed";
        QTest::newRow("by its owner") << 3 << QString();
    }

    void aSilentStepIsGivenUpWhenItIsStopped()
    {
        QFETCH(int, how);
        QFETCH(QString, title);
        Lane lane;
        lane.setPatience(50ms, 60s);
        QSignalSpy gaveUp(&lane, &Lane::gaveUp);
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Slow, title}, record, 1000, false, heard);
        QTRY_VERIFY(lane.silentJob());
        switch (how) {
        case 0:
            lane.stopFirst();
            break;
        case 1:
            lane.stopAll();
            break;
        case 2:
            lane.stop(lane.silentJob()->id);
            break;
        default:
            job.stop();
        }
        QTRY_VERIFY(heard.failed);
        QCOMPARE(int(*heard.failed), int(ErrorKind::NetworkDoesNotAnswer));
        QCOMPARE(gaveUp.size(), 1);
        QVERIFY(!lane.silentJob());
        QVERIFY(!job.isActive());
        QVERIFY(lane.jobs().isEmpty());
        QVERIFY(Lane::hasLeftThreads());

        Heard next;
        const JobHandle nextJob = count(lane, {Urgency::Slow, {}}, std::make_shared<Record>(), 2, true, next);
        QTRY_COMPARE(next.done, std::optional(2)); // by a thread of its own

        record->mayStep.release(1); // and now it ends after all
        QTRY_VERIFY(record->destroyed);
        QTest::qWait(20);
        QCOMPARE(record->steps.load(), 1);
        QVERIFY(!record->onGuiThread);
        QVERIFY(!heard.done && !heard.stopped);
    }

    void whatIsStoppedBeforeItIsSilentIsNotGivenUp()
    {
        Lane lane;
        lane.setPatience(200ms, 60s);
        QSignalSpy gaveUp(&lane, &Lane::gaveUp);
        auto record = std::make_shared<Record>();
        Heard heard;
        const JobHandle job =
            count(lane, {Urgency::Slow, QStringLiteral("slow")}, record, 1000, false, heard);
        QTest::qWait(20);
        lane.stopAll();
        QTRY_VERIFY(lane.silentJob());
        QTest::qWait(100);
        QCOMPARE(gaveUp.size(), 0);
        record->mayStep.release(1);
        QTRY_VERIFY(heard.stopped);
    }

    void noOtherJobOfAGivenUpNetworkIsServed()
    {
        Lane lane;
        lane.setPatience(50ms, 60s);
        const auto network = std::make_shared<int>();
        const auto other = std::make_shared<int>();
        auto stuck = std::make_shared<Record>();
        auto same = std::make_shared<Record>();
        Heard stuckHeard;
        Heard sameHeard;
        Heard otherHeard;
        Heard laterHeard;
        const JobHandle job = count(lane, {Urgency::Shown, {}, network}, stuck, 1000, false, stuckHeard);
        QTRY_VERIFY(lane.silentJob());
        const JobHandle sameJob = count(lane, {Urgency::Slow, {}, network}, same, 2, true, sameHeard);
        const JobHandle otherJob =
            count(lane, {Urgency::Slow, {}, other}, std::make_shared<Record>(), 2, true, otherHeard);
        lane.stopFirst();
        QTRY_COMPARE(otherHeard.done, std::optional(2));
        QTRY_VERIFY(sameHeard.failed);
        QCOMPARE(int(*sameHeard.failed), int(ErrorKind::NetworkDoesNotAnswer));
        const JobHandle laterJob = count(lane, {Urgency::Shown, {}, network}, same, 2, true, laterHeard);
        QTRY_VERIFY(laterHeard.failed);
        QCOMPARE(same->steps.load(), 0);
        stuck->mayStep.release(1);
        QTRY_VERIFY(stuck->destroyed);
    }

    void whoOpensAnotherNetworkNeedNotWait()
    {
        Lane lane;
        lane.setPatience(50ms, 60s);
        auto stuck = std::make_shared<Record>();
        Heard stuckHeard;
        Heard lessUrgent;
        Heard opened;
        const JobHandle job = count(lane, {Urgency::Shown, {}}, stuck, 1000, false, stuckHeard);
        QTRY_VERIFY(lane.silentJob());
        const JobHandle lime =
            count(lane, {Urgency::Slow, {}}, std::make_shared<Record>(), 2, true, lessUrgent);
        QTest::qWait(100);
        QVERIFY(!lessUrgent.anything());
        const JobHandle open = count(lane, {Urgency::Open, {}}, std::make_shared<Record>(), 2, true, opened);
        QTRY_COMPARE(opened.done, std::optional(2));
        QTRY_VERIFY(stuckHeard.failed);
        QTRY_COMPARE(lessUrgent.done, std::optional(2));
        stuck->mayStep.release(1);
        QTRY_VERIFY(stuck->destroyed);
    }

    void nothingIsHeardOfADroppedJobThatIsGivenUp()
    {
        Lane lane;
        lane.setPatience(50ms, 60s);
        QSignalSpy gaveUp(&lane, &Lane::gaveUp);
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job = count(lane, {Urgency::Open, {}}, record, 1000, false, heard);
        QTRY_VERIFY(lane.silentJob());
        job.drop();
        lane.stopFirst();
        QCOMPARE(gaveUp.size(), 1);
        QTest::qWait(20);
        QVERIFY(!heard.anything());
        record->mayStep.release(1);
        QTRY_VERIFY(record->destroyed);
    }

    void aLaneDoesNotWaitLongForAStepThatDoesNotEnd()
    {
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job;
        QElapsedTimer clock;
        {
            Lane lane;
            lane.setPatience(1h, 100ms);
            job = count(lane, {Urgency::Slow, {}}, record, 1000, false, heard);
            record->mayStep.release(1);
            QTRY_COMPARE(record->steps.load(), 1); // and stands in its second step
            QTest::qWait(20);
            clock.start();
        }
        QVERIFY2(clock.elapsed() >= 100, qPrintable(QString::number(clock.elapsed()))); // not at once
        QVERIFY(Lane::hasLeftThreads());
        record->mayStep.release(1);
        QTRY_VERIFY(record->destroyed);
        QTest::qWait(20);
        QCOMPARE(record->steps.load(), 2);
        QVERIFY(!heard.anything());
        job.stop();
    }

    void aLaneWaitsForAStepThatEndsSoon()
    {
        auto record = std::make_shared<Record>();
        Heard heard;
        JobHandle job;
        std::thread later;
        {
            Lane lane;
            lane.setPatience(60s, 60s);
            job = count(lane, {Urgency::Slow, {}}, record, 1000, false, heard);
            record->mayStep.release(1);
            QTRY_COMPARE(record->steps.load(), 1);
            QTest::qWait(20);
            later = std::thread([record] {
                QThread::msleep(100);
                record->mayStep.release(1);
            });
        }
        QCOMPARE(record->steps.load(), 2);
        later.join();
    }
};

QTEST_GUILESS_MAIN(LaneTest)
#include "lane_test.moc"
