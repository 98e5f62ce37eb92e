#include "tests/support/patience.h"
#include "tests/support/rows.h"
#include "ui/board/boardcontroller.h"
#include "ui/board/cellwidget.h"
#include "ui/jobs/jobsmodel.h"
#include "ui/present/paths.h"
#include "ui/window/jobslist.h"
#include "ui/window/jobsummary.h"
#include "ui/window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <QTreeView>
#include <atomic>

using namespace convscope;
using namespace std::chrono_literals;

namespace {

/// A hundred steps, or as many as are told, of a millisecond or a little more, once it is let go.
class Counting : public Computation
{
public:
    Counting(const std::atomic<int> &limit, Progress begin)
        : m_limit(limit)
        , m_done(begin.done)
        , m_total(begin.total > 0 ? begin.total : 100)
    {
    }
    bool step() override
    {
        QThread::msleep(1);
        if (m_done < std::min(m_limit.load(), m_total))
            ++m_done;
        return m_done < m_total;
    }
    Progress progress() const override { return {m_done, m_total}; }

private:
    const std::atomic<int> &m_limit;
    int m_done;
    int m_total;
};

/// A lane with jobs that go as far as they may.
struct Jobs
{
    std::atomic<int> limit = 0;
    QStringList ended;
    Lane lane;
    JobsModel model{{&lane}};
    QAbstractItemModelTester tester{&model};
    std::vector<JobHandle> handles;

    void start(const QString &title, Progress begin = {})
    {
        const auto end = [this, title] { ended << title; };
        handles.push_back(lane.start<Counting, int>(
            {Urgency::Slow, title, {}, {}, begin},
            [this, begin] { return std::make_unique<Counting>(limit, begin); },
            [](Counting &) { return std::optional(1); },
            {.done = [end](int) { end(); },
                .failed = [](const Error &) {},
                .stopped = [end](const auto &) { end(); }}));
    }
    /// The lane is at `title`, and nothing of another job goes on.
    bool isAt(const QString &title) const
    {
        return model.rowCount() > 0 && model.job(0).title == title && model.job(0).running;
    }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }
};

} // namespace

class JobsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ConvscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("ConvscopeTest"));
    }

    void init()
    {
        // Of every warning but those that the offscreen platform gives for any window that pops up.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
        qputenv("XDG_STATE_HOME", m_folder->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder->filePath(QStringLiteral("cache")).toUtf8());
    }

    void listsInTheOrderInWhichTheyAreDone()
    {
        Jobs jobs;
        jobs.start(QStringLiteral("first"));
        QTRY_COMPARE(jobs.text(0, JobsModel::State), QStringLiteral("0 of 100"));
        QVERIFY(!jobs.model.timeLeft()); // nothing is known of such jobs
        QCOMPARE(jobs.text(0, JobsModel::Left), QString());
        jobs.start(QStringLiteral("second")); // started last, done first
        QTRY_COMPARE(jobs.text(0, JobsModel::Title), QStringLiteral("second"));
        QCOMPARE(jobs.text(1, JobsModel::Title), QStringLiteral("first"));
        jobs.limit = 50;
        QTRY_COMPARE(jobs.text(0, JobsModel::State), QStringLiteral("50 of 100"));
        QCOMPARE(jobs.model.index(0, 1).data(JobsModel::ProgressRole).toDouble(), 0.5);
    }

    /// What runs at a known rate tells for itself and for what waits of its kind.
    void tellsHowLongItTakesByTheRateSoFar()
    {
        Jobs jobs;
        jobs.start(QStringLiteral("first"));
        jobs.start(QStringLiteral("second"));
        QTRY_VERIFY(jobs.isAt(QStringLiteral("second"))); // else a step of the first may count
        jobs.limit = 50;
        QTRY_COMPARE(jobs.text(0, JobsModel::State), QStringLiteral("50 of 100"));
        const JobInfo second = jobs.model.job(0);
        QVERIFY(second.busy >= 50ms);
        // By hand: half of the second is left, for as long as the first half took, and all of the first.
        const auto left = jobs.model.timeLeft();
        QVERIFY(left);
        const double expected = 3.0 * double(jobs.model.job(0).busy.count());
        QVERIFY2(std::abs(double(left->count()) - expected) < 0.05 * expected + 10,
            qPrintable(QStringLiteral("%1 %2").arg(left->count()).arg(expected)));
        QCOMPARE(jobs.text(1, JobsModel::Left).isEmpty(), false);
        jobs.limit = 100;
        QTRY_COMPARE(jobs.model.rowCount(), 0);
        QVERIFY(!jobs.model.timeLeft());
        QCOMPARE(jobs.ended, (QStringList{"second", "first"}));
    }

    /// Not as long as the one that ran before: a tenth of its steps take a tenth of its time.
    void whatWaitsTakesAsLongAsItsOwnSteps()
    {
        Jobs jobs;
        jobs.start(QStringLiteral("short"), {0, 10});
        jobs.start(QStringLiteral("long"), {0, 100});
        QTRY_VERIFY(jobs.isAt(QStringLiteral("long"))); // else a step of the short one may count
        jobs.limit = 50;
        QTRY_COMPARE(jobs.text(0, JobsModel::State), QStringLiteral("50 of 100"));
        // By hand: fifty steps of the long one and ten of the short one, at what fifty took.
        const auto left = jobs.model.timeLeft();
        QVERIFY(left);
        const double expected = 60.0 / 50 * double(jobs.model.job(0).busy.count());
        QVERIFY2(std::abs(double(left->count()) - expected) < 0.05 * expected + 10,
            qPrintable(QStringLiteral("%1 %2").arg(left->count()).arg(expected)));
        jobs.limit = 100;
        QTRY_COMPARE(jobs.model.rowCount(), 0);
    }

    /// What was there already took no time.
    void whatGoesOnIsEstimatedByWhatItDid()
    {
        Jobs jobs;
        jobs.limit = 60;
        jobs.start(QStringLiteral("rest"), {40, 100});
        QTRY_COMPARE(jobs.text(0, JobsModel::State), QStringLiteral("60 of 100"));
        const auto left = jobs.model.timeLeft();
        QVERIFY(left);
        const double expected = 40.0 / 20 * double(jobs.model.job(0).busy.count());
        QVERIFY2(std::abs(double(left->count()) - expected) < 0.05 * expected + 10,
            qPrintable(QStringLiteral("%1 %2").arg(left->count()).arg(expected)));
        jobs.limit = 100;
        QTRY_COMPARE(jobs.model.rowCount(), 0);
    }

    void cancelsOneOrAll()
    {
        Jobs jobs;
        for (const char *title : {"a", "b", "c", "d"})
            jobs.start(QLatin1String(title));
        QTRY_COMPARE(jobs.model.rowCount(), 4);
        JobsList list(jobs.model, nullptr);
        list.popUp({800, 600});
        auto *view = list.findChild<QTreeView *>();
        view->setCurrentIndex(jobs.model.index(2, 0)); // d c b a
        QTest::mouseClick(list.findChild<QPushButton *>(QStringLiteral("cancelJob")), Qt::LeftButton);
        QTRY_COMPARE(jobs.ended, QStringList{"b"});
        QTRY_COMPARE(jobs.model.rowCount(), 3);
        view->setCurrentIndex(jobs.model.index(1, 0));
        jobs.start(QStringLiteral("e")); // goes before: the chosen one stays chosen
        QTRY_COMPARE(jobs.model.rowCount(), 4);
        QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("c"));
        QTest::keyClick(view, Qt::Key_Delete);
        QTRY_COMPARE(jobs.ended, (QStringList{"b", "c"}));
        QTest::mouseClick(list.findChild<QPushButton *>(QStringLiteral("cancelEachJob")), Qt::LeftButton);
        QTRY_COMPARE(jobs.model.rowCount(), 0);
        QTRY_COMPARE(jobs.ended.size(), 5);
        QCOMPARE(list.findChild<QLabel *>(QStringLiteral("jobsTotal"))->text(),
            QStringLiteral("Nothing runs or waits."));
        QTest::keyClick(&list, Qt::Key_Escape);
        QVERIFY(!list.isVisible());
    }

    void theWindowListsItsJobs()
    {
        MainWindow window({.model = CONVSCOPE_TEST_DATA "/narrow.pth",
            .data = CONVSCOPE_TEST_DATA "/food",
            .split = "training",
            .network = {}});
        window.show();
        askForSamples(*window.findChild<Choices *>(), 1000000);
        auto *button = window.findChild<QToolButton *>(QStringLiteral("showJobs"));
        auto *text = window.findChild<QLabel *>(QStringLiteral("jobsText"));
        QTRY_VERIFY_WITH_TIMEOUT(
            text->text().contains(QStringLiteral("LIME of 0_0 · ")), patience); // with what is left
        QVERIFY(text->text().endsWith(QStringLiteral(" left")));
        QTest::mouseClick(button, Qt::LeftButton);
        auto *list = window.findChild<JobsList *>();
        QVERIFY(list && list->isVisible());
        auto *view = list->findChild<QTreeView *>();
        QCOMPARE(view->model()->rowCount(), 1);
        QTest::keyClick(view, Qt::Key_Delete);
        QTRY_VERIFY(text->text().isEmpty());
        QTRY_COMPARE(window.findChild<BoardController *>()->state(0, 4).phase, CellState::Phase::Stopped);
        list->hide();
        window.findChild<QAction *>(QStringLiteral("listJobs"))->trigger(); // also when nothing runs
        QVERIFY(list->isVisible());
    }

    void aFailedCellSaysWhyAndIsRetried()
    {
        QFile photo(m_folder->filePath(QStringLiteral("3_0.jpg")));
        QVERIFY(photo.open(QFile::WriteOnly));
        photo.write("this is no picture");
        photo.close();
        MainWindow window({.model = CONVSCOPE_TEST_DATA "/narrow.pth",
            .data = toPath(m_folder->path()),
            .split = {},
            .network = {}});
        window.show();
        auto *board = window.findChild<BoardController *>();
        window.findChild<Choices *>()->setAutomatic(false);
        QTRY_COMPARE_WITH_TIMEOUT(board->columnCount(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(board->state(0, 0).phase, CellState::Phase::Failed, patience);
        const auto cells = window.findChildren<CellWidget *>();
        auto *cell = *std::ranges::find(cells, QStringLiteral("Photo of 3_0"), &QWidget::accessibleName);
        QVERIFY(cell->accessibleDescription().contains(QStringLiteral("3_0.jpg")));
        auto *retry = cell->findChild<QPushButton *>(QStringLiteral("start"));
        QTRY_VERIFY(retry->isVisible());
        QCOMPARE(retry->text(), QStringLiteral("Retry"));
        QVERIFY(photo.remove());
        QVERIFY(QFile::copy(QStringLiteral(CONVSCOPE_TEST_DATA "/food/training/3_0.jpg"), photo.fileName()));
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(board->state(0, 0).phase, CellState::Phase::Done, patience);
        QTRY_COMPARE_WITH_TIMEOUT(board->state(0, 1).phase, CellState::Phase::Done, patience);
        QVERIFY(!retry->isVisible());
    }
};

QTEST_MAIN(JobsTest)
#include "jobs_test.moc"
