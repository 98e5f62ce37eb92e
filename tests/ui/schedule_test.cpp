#include "tests/support/counting.h"
#include "ui/jobs/lane.h"
#include "ui/jobs/schedule.h"

#include <QSignalSpy>
#include <QTest>

using namespace convscope;
using detail::Job;
using detail::Schedule;

namespace {

std::shared_ptr<Job> job(Urgency urgency, const QString &title = {})
{
    return std::make_shared<detail::ComputationJob<Counting, int>>(
        JobSpec{urgency, title}, nullptr, nullptr, nullptr, Replies<int>());
}

} // namespace

class ScheduleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatOnlyHasToEndGoesFirst()
    {
        Schedule schedule;
        const auto ends = job(Urgency::Background);
        const auto urgent = job(Urgency::Open);
        schedule.add(ends);
        schedule.add(urgent);
        QCOMPARE(schedule.next(), urgent);
        ends->m_request = Job::Request::Stop;
        QCOMPARE(schedule.next(), ends);
        schedule.remove(ends);
        QCOMPARE(schedule.next(), urgent);
        urgent->m_stepping = true;
        QVERIFY(!schedule.next());
    }

    void aPausedJobRestsUntilItHasToEnd()
    {
        Schedule schedule;
        const auto paused = job(Urgency::Open);
        schedule.add(paused);
        paused->m_paused = true;
        QVERIFY(!schedule.next());
        paused->m_request = Job::Request::Drop;
        QCOMPARE(schedule.next(), paused);
    }

    void aJobIsBehindOnlyWhatPeopleSee()
    {
        Schedule schedule;
        const auto slow = job(Urgency::Slow);
        const auto unseen = job(Urgency::Open);
        const auto seen = job(Urgency::Quick, QStringLiteral("seen"));
        schedule.add(slow);
        schedule.add(unseen);
        QVERIFY(!schedule.isBehind(*slow));
        schedule.add(seen);
        QVERIFY(schedule.isBehind(*slow));
        QVERIFY(!schedule.isBehind(*unseen));
        slow->m_stepping = true;
        QVERIFY(!schedule.isBehind(*slow));
    }

    void aNetworkWaitsUntilAThreadBeginsWithIt()
    {
        Schedule schedule;
        schedule.add(job(Urgency::Shown));
        QVERIFY(!schedule.networkWaits());
        const auto open = job(Urgency::Open);
        schedule.add(open);
        QVERIFY(schedule.networkWaits());
        open->m_stepping = true;
        QVERIFY(!schedule.networkWaits());
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
};

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
