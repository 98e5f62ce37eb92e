#include "core/computing.h"
#include "ui/board/boardcontroller.h"
#include "ui/evaluation/confusiondialog.h"
#include "ui/evaluation/confusionmodel.h"
#include "ui/evaluation/confusionview.h"
#include "ui/evaluation/evaluator.h"
#include "ui/gallery/thumbnailmodel.h"
#include "ui/window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;

namespace {

const std::filesystem::path food = CONVSCOPE_TEST_DATA "/food";
constexpr int patience = 60000;

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
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
        qputenv("XDG_STATE_HOME", m_folder->filePath(QStringLiteral("state")).toUtf8());
    }

    void countsAsTheReferenceDoes()
    {
        Lane lane;
        Evaluator evaluator(lane);
        QVERIFY(!evaluator.canStart());
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        QVERIFY(!evaluator.canStart());
        evaluator.setPhotos(training(), true);
        QVERIFY(evaluator.canStart());
        QVERIFY(evaluator.verdicts()->empty());
        evaluator.start();
        QVERIFY(evaluator.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!evaluator.isRunning(), patience);
        QCOMPARE(evaluator.doneCount(), 11);
        QVERIFY(evaluator.evaluation().confusion == referenceConfusion("training"));
        QCOMPARE(evaluator.verdicts()->size(), std::size_t(11));
        QVERIFY(std::ranges::all_of(*evaluator.verdicts(), &Verdict::known));
        QVERIFY(!evaluator.canStart());
    }

    void keepsWhatItKnowsOfEachNetworkAndSplit()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training(), true);
        evaluator.start();
        QTRY_COMPARE_WITH_TIMEOUT(evaluator.doneCount(), 11, patience);
        evaluator.setPhotos(validation(), true);
        QCOMPARE(evaluator.doneCount(), 0);
        QCOMPARE(evaluator.photoCount(), 5);
        evaluator.setPhotos(training(), true);
        QCOMPARE(evaluator.doneCount(), 11);
        QVERIFY(evaluator.evaluation().confusion == referenceConfusion("training"));
        evaluator.setNetwork(narrow(), QStringLiteral("another"));
        QCOMPARE(evaluator.doneCount(), 0);
        evaluator.setPhotos(training(), false); // not all listed
        QVERIFY(!evaluator.canStart());
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training(), true);
        QCOMPARE(evaluator.doneCount(), 11);
    }

    void goesBehindAllElseAndCanBeStopped()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        auto many = std::make_shared<PhotoSet>(*training());
        for (int i = 0; i < 40; ++i)
            many->photos.insert(many->photos.end(), training()->photos.begin(), training()->photos.end());
        evaluator.setPhotos(many, true);
        evaluator.start();
        QTRY_VERIFY_WITH_TIMEOUT(evaluator.doneCount() >= 3, patience);
        // What is started later is done first, even if it is no more urgent than LIME.
        std::optional<bool> wasRunning;
        const JobHandle other = lane.call<int>({Urgency::Lime, {}}, [] { return 1; },
            {.done = [&](int) { wasRunning = evaluator.isRunning(); }, .failed = [](const Error &) {}});
        QTRY_COMPARE(wasRunning, std::optional(true));
        evaluator.stop();
        QTRY_VERIFY(!evaluator.isRunning());
        const int reached = evaluator.doneCount();
        QVERIFY(reached < int(many->photos.size()));
        QVERIFY(evaluator.canStart());
        evaluator.start(); // goes on with the rest
        QTRY_VERIFY_WITH_TIMEOUT(!evaluator.isRunning(), patience);
        QCOMPARE(evaluator.doneCount(), int(many->photos.size()));
        QCOMPARE(evaluator.evaluation().images, int(many->photos.size()));
    }

    void photosThatCannotBeReadAreDoneAndNotAnswered()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        auto set = std::make_shared<PhotoSet>(*validation());
        set->photos.insert(set->photos.begin(), PhotoRef{"/nowhere/0_0.jpg", 0});
        evaluator.setPhotos(set, true);
        evaluator.add(set->photos[2], {4, 0.5F}); // of the board
        evaluator.add(PhotoRef{"/nowhere/else.jpg", 0}, {4, 0.5F});
        QCOMPARE(evaluator.doneCount(), 1);
        evaluator.start();
        QTRY_VERIFY_WITH_TIMEOUT(!evaluator.isRunning(), patience);
        QCOMPARE(evaluator.doneCount(), 6);
        QCOMPARE(evaluator.evaluation().images, 5);
        QVERIFY(!evaluator.verdicts()->front().known());
        QCOMPARE((*evaluator.verdicts())[2].predicted, 4); // not asked again
    }

    void matrixAsATable()
    {
        ConfusionModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setEvaluation(small(), smallNames());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 5);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("2"));
        QCOMPARE(model.index(0, 2).data(ConfusionModel::ShareRole).toDouble(), 0.5);
        QCOMPARE(model.index(2, 0).data(ConfusionModel::ShareRole).toDouble(), 0.0);
        QVERIFY(!model.index(0, 3).data(ConfusionModel::ShareRole).isValid());
        QCOMPARE(model.index(0, 2).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("1 of 2 photos of Bread are taken for Egg"));
        // By hand: one of two, none of two, none there.
        QCOMPARE(model.text(),
            QStringLiteral("true \\ predicted\tBread\tMilk, \"cheese\"\tEgg\tPhotos\tRight\n"
                           "Bread\t1\t0\t1\t2\t50 %\n"
                           "Milk, \"cheese\"\t2\t0\t0\t2\t0 %\n"
                           "Egg\t0\t0\t0\t0\t–\n"));
        QCOMPARE(model.csv().section(u'\n', 2, 2), QStringLiteral("\"Milk, \"\"cheese\"\"\",2,0,0,2,0 %"));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setEvaluation(small(), smallNames()); // only counts change
        QVERIFY(reset.isEmpty());
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
        QTest::mouseClick(view.horizontalHeader()->viewport(), Qt::LeftButton, {},
            {view.columnViewportPosition(2) + 12, 10});
        QTest::mouseClick(
            view.verticalHeader()->viewport(), Qt::LeftButton, {}, {10, view.rowViewportPosition(1) + 12});
        const std::vector<std::pair<Label, Label>> expected{{0, 2}, {1, 1}, {1, {}}, {{}, 2}, {1, {}}};
        QVERIFY(asked == expected);
    }

    void theWindowMarksCountsAndLeadsFromTheMatrixToThePhotos()
    {
        MainWindow window(
            {.model = CONVSCOPE_TEST_DATA "/narrow.pth", .data = food, .split = "training", .network = {}});
        window.show();
        auto *board = window.findChild<BoardController *>();
        board->setAutomatic(false); // the evaluation waits for LIME
        auto *list = window.findChild<QListView *>(QStringLiteral("photos"));
        auto *run = window.findChild<QPushButton *>(QStringLiteral("evaluate"));
        auto *text = window.findChild<QLabel *>(QStringLiteral("evaluationText"));
        QTRY_VERIFY(run->isVisible());
        // What the board asks anyway counts too.
        QTRY_VERIFY_WITH_TIMEOUT(text->text().startsWith(QStringLiteral("1 of 11 evaluated")), patience);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!run->isVisible(), patience);
        QVERIFY(text->text().endsWith(QStringLiteral("% right")));
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
};

QTEST_MAIN(EvaluationTest)
#include "evaluation_test.moc"
