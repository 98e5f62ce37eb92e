#include "core/computing.h"
#include "core/network/prediction.h"
#include "tests/support/patience.h"
#include "ui/board/boardcontroller.h"
#include "ui/evaluation/confusiondialog.h"
#include "ui/evaluation/confusionmodel.h"
#include "ui/evaluation/confusionview.h"
#include "ui/evaluation/evaluationbar.h"
#include "ui/evaluation/evaluationtext.h"
#include "ui/evaluation/evaluator.h"
#include "ui/gallery/thumbnailmodel.h"
#include "ui/present/colours.h"
#include "ui/present/confusion.h"
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
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <numeric>

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

/// A network's answer: class 4 of eleven, with a probability of a half.
Prediction class4()
{
    Prediction said;
    said.logits.assign(11, 0);
    said.logits[4] = std::log(10);
    said.probabilities = softmax(said.logits);
    return said;
}

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
        evaluator.setPhotos(home.set(), true);
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

    /// The same photos, labelled by another rule, are gone on with; others are not begun.
    void otherLabelsDoNotEndIt()
    {
        Lane lane;
        Evaluator evaluator(lane);
        evaluator.setNetwork(narrow(), QStringLiteral("narrow"));
        evaluator.setPhotos(training(), true);
        evaluator.start();
        auto unlabelled = std::make_shared<PhotoSet>(*training());
        for (PhotoRef &photo : unlabelled->photos)
            photo.label.reset();
        evaluator.setPhotos(unlabelled, true);
        QVERIFY(evaluator.isRunning());
        QTRY_COMPARE(evaluator.doneCount(), 11);
        QCOMPARE(evaluator.evaluation().labelled, 0);
        QTRY_VERIFY(!evaluator.isRunning());
        evaluator.setPhotos(validation(), true);
        QVERIFY(!evaluator.isRunning());
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
        evaluator.add(set->photos[2], class4()); // of the board
        evaluator.add(PhotoRef{"/nowhere/else.jpg", 0}, class4());
        QCOMPARE(evaluator.doneCount(), 1);
        evaluator.start();
        QTRY_VERIFY_WITH_TIMEOUT(!evaluator.isRunning(), patience);
        QCOMPARE(evaluator.doneCount(), 6);
        QCOMPARE(evaluator.evaluation().images, 5);
        QVERIFY(!evaluator.verdicts()->front().known());
        QCOMPARE((*evaluator.verdicts())[2].predicted, 4); // not asked again
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
        QVERIFY(next.evaluator.evaluation().confusion == referenceConfusion("training"));
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
        {
            // Of the same size, but other bytes
            QFile photo(QString::fromStdString((home.photos / "3_0.jpg").string()));
            QVERIFY(photo.open(QFile::ReadWrite));
            QVERIFY(photo.seek(photo.size() / 2));
            QVERIFY(photo.putChar('x') && photo.putChar('y') && photo.putChar('z'));
        }
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

    /// What the board asked is kept too, where the photo is older than the program.
    void whatTheBoardAskedIsKept()
    {
        const Home home;
        const auto set = home.set();
        {
            Start first(home);
            QCOMPARE(first.known(), 0);
            first.evaluator.add(set->photos[2], class4());
            std::filesystem::last_write_time(
                set->photos[3].file, std::filesystem::file_time_type::clock::now());
            first.evaluator.add(set->photos[3], class4());
        }
        Start next(home);
        QCOMPARE(next.known(), 1);
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
        small->evaluator.add(home.set()->photos[2], class4());
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
        evaluator.setPhotos(many, true);
        QCOMPARE(rightText(evaluator), QString());
        evaluator.add(many->photos[5], class4());
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
        evaluator.setPhotos(training(), true);
        EvaluationBar bar(evaluator);
        bar.show(); // what was never shown does not hear what becomes of its children
        const int height = bar.sizeHint().height();
        evaluator.add(training()->photos[2], class4());
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
        const double longest = std::max(drawing.size.width(), drawing.size.height());
        QVERIFY(mostDpiOf(drawing) * longest / 72 <= 32767);
        QVERIFY(mostDpiOf(drawing) > 36);
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
};

QTEST_MAIN(EvaluationTest)
#include "evaluation_test.moc"
