#include "tests/support/counting.h"
#include "ui/jobs/lane.h"

#include <QElapsedTimer>
#include <QTest>
#include <new>
#include <stdexcept>

using namespace convscope;

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
};

QTEST_GUILESS_MAIN(LaneTest)
#include "lane_test.moc"
