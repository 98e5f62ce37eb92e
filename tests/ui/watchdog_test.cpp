#include "tests/support/counting.h"
#include "ui/jobs/lane.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <thread>

using namespace convscope;
using namespace std::chrono_literals;

class WatchdogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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

QTEST_GUILESS_MAIN(WatchdogTest)
#include "watchdog_test.moc"
