#include "tests/support/counting.h"
#include "ui/jobs/lane.h"

#include <QTest>
#include <QThread>

using namespace convscope;

class StoppingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(StoppingTest)
#include "stopping_test.moc"
