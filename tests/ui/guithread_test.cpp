#include "tests/support/patience.h"
#include "ui/board/originals.h"
#include "ui/choices/choices.h"
#include "ui/evaluation/evaluator.h"
#include "ui/filters/filterinspector.h"
#include "ui/jobs/lane.h"
#include "ui/present/language.h"
#include "ui/window/theme.h"

#include <QApplication>
#include <QProcess>
#include <QTest>
#include <functional>
#include <map>
#include <thread>

// What is for the GUI thread only ends the program when another thread calls it. So a test runs this program
// once more, with the name of what that one is to misuse.

using namespace convscope;

namespace {

/// Objects as the GUI thread has made them, for another thread to misuse.
struct Objects
{
    Lane lane;
    JobHandle job = lane.call<int>({Urgency::Open, QStringLiteral("job")}, [] { return 1; },
        {.done = [](int) {}, .failed = [](const Error &) {}});
    Choices choices;
    Originals originals{lane};
    Evaluator evaluator{lane};
    FilterInspector inspector{lane, lane};
};

const std::map<QString, std::function<void(Objects &)>> &misuses()
{
    static const std::map<QString, std::function<void(Objects &)>> all{
        {QStringLiteral("Lane::Lane"), [](Objects &) { Lane(); }},
        {QStringLiteral("Lane::enqueue"),
            [](Objects &objects) { const JobHandle job = objects.lane.call<int>({}, [] { return 1; }, {}); }},
        {QStringLiteral("Lane::jobs"), [](Objects &objects) { objects.lane.jobs(); }},
        {QStringLiteral("Lane::stop"), [](Objects &objects) { objects.lane.stop(1); }},
        {QStringLiteral("Lane::stopFirst"), [](Objects &objects) { objects.lane.stopFirst(); }},
        {QStringLiteral("Lane::stopAll"), [](Objects &objects) { objects.lane.stopAll(); }},
        {QStringLiteral("JobHandle::isActive"), [](Objects &objects) { objects.job.stop(); }},
        {QStringLiteral("JobTitle::text"), [](Objects &) { JobTitle(QStringLiteral("title")).text(); }},
        {QStringLiteral("Choices::changeRows"), [](Objects &objects) { objects.choices.remove(0); }},
        {QStringLiteral("Choices::setAutomatic"), [](Objects &objects) { objects.choices.take(Session()); }},
        {QStringLiteral("RequestCache"),
            [](Objects &objects) { objects.originals.hasFailed(PhotoRef(), 0, InputDescription()); }},
        {QStringLiteral("Evaluator::start"), [](Objects &objects) { objects.evaluator.start(); }},
        {QStringLiteral("FilterInspector::reconcileSoon"),
            [](Objects &objects) { objects.inspector.setFilter(0, 0); }},
        {QStringLiteral("setLanguage"), [](Objects &) { setLanguage(QStringLiteral("en")); }},
        {QStringLiteral("applyTheme"), [](Objects &) { applyTheme(Theme::Dark); }},
    };
    return all;
}

/// Returns only if nothing has ended the program.
int misuse(const QString &what)
{
    Objects objects;
    std::thread([&] { misuses().at(what)(objects); }).join();
    return 0;
}

} // namespace

class GuiThreadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherThreadEndsTheProgram_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto &[what, _] : misuses())
            QTest::newRow(qPrintable(what)) << what;
    }

    void anotherThreadEndsTheProgram()
    {
        QFETCH(QString, what);
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--misuse"), what});
        QVERIFY(program.waitForFinished(patience));
        const QByteArray said = program.readAll();
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        QVERIFY2(said.contains(what.toUtf8()), said.constData());
        QVERIFY2(said.contains(" is for the GUI thread only"), said.constData());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc == 3 && QLatin1String(argv[1]) == QLatin1String("--misuse"))
        return misuse(QString::fromUtf8(argv[2]));
    GuiThreadTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "guithread_test.moc"
