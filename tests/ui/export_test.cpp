#include "tests/support/nameless.h"
#include "tests/support/patience.h"
#include "tests/support/photos.h"
#include "tests/support/rows.h"
#include "ui/export/exportdialog.h"
#include "ui/export/figureexport.h"
#include "ui/present/figurefile.h"
#include "ui/present/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QImage>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace convscope;

namespace {

/// A board of the narrow network with two drawn photos, all done.
struct Bench
{
    Lane network;
    Lane readers{2};
    Choices choices;
    BoardController controller{choices, network, readers};
    FigureExport exporter{controller, readers};

    Bench()
    {
        askForSteps(choices, 3);
        askForSamples(choices, 30);
        controller.setNetwork(openNetwork(CONVSCOPE_TEST_DATA "/narrow.pth"));
        const PhotoSet set = openPhotoSet(CONVSCOPE_TEST_DATA "/food", "training");
        putOnBoard(choices, {set.photos[0], set.photos[4]});
    }
    ExportDialog::BoardIn boardIn() const
    {
        return [this](const QString &language) { return controller.boardIn(language); };
    }
    QStringList rowIds() const { return distinctIds(controller.rows()); }
    bool isDone() const
    {
        for (int column = 0; column < controller.columnCount(); ++column) {
            for (int row = 0; row < controller.rowCount(); ++row) {
                if (controller.state(column, row).phase != CellState::Phase::Done)
                    return false;
            }
        }
        return true;
    }
};

/// All of the board, 10 cm wide.
FigureChoice wholeChoice()
{
    FigureChoice choice;
    choice.rows = {0, 1, 2, 3, 4};
    choice.columns = {0, 1};
    choice.style.widthCm = 10;
    return choice;
}

QByteArray contents(const QString &file)
{
    QFile read(file);
    return read.open(QFile::ReadOnly) ? read.readAll() : QByteArray();
}

} // namespace

/// Nothing is on its way.
const ExportDialog::Computing none = [](const FigureChoice &) { return 0; };

class ExportTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    /// Writes and waits; returns what went wrong.
    QString write(Bench &bench, const char *name, const FigureChoice &choice) const
    {
        QSignalSpy written(&bench.exporter, &FigureExport::written);
        QSignalSpy failed(&bench.exporter, &FigureExport::failed);
        bench.exporter.write(
            file(name).toStdString(), [&bench] { return bench.controller.session(); }, choice);
        const bool ended = QTest::qWaitFor([&] { return !written.isEmpty() || !failed.isEmpty(); }, patience);
        if (!ended)
            return QStringLiteral("no answer");
        return failed.isEmpty() ? QString() : failed.first().first().toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ConvscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("ConvscopeTest"));
    }

    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, file("settings"));
    }

    /// 10 cm at 254 dots an inch are 1000 pixels.
    void aPngIsAsWideAsAskedFor()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        FigureChoice choice = wholeChoice();
        choice.style.dpi = 254;
        QCOMPARE(write(bench, "f.png", choice), QString());
        const QImage image(file("f.png"));
        QCOMPARE(image.width(), 1000);
        QCOMPARE(image.dotsPerMeterX(), 10000);
    }

    void svgAndPdfAreAsWideAsAskedFor()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        QCOMPARE(write(bench, "f.svg", wholeChoice()), QString());
        QVERIFY(contents(file("f.svg")).contains("width=\"100.00mm\""));
        QCOMPARE(write(bench, "f.pdf", wholeChoice()), QString());
        const QByteArray pdf = contents(file("f.pdf"));
        const QRegularExpression box(QStringLiteral("/MediaBox \\[\\s*0 0 ([0-9.]+) "));
        const double points = box.match(QString::fromLatin1(pdf)).captured(1).toDouble();
        QVERIFY2(std::abs(points - 10 * centimetre) < 1, qPrintable(QString::number(points)));
    }

    void onlyTheChosenRowsAndPhotosAreWritten()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        FigureChoice choice = wholeChoice();
        choice.rows = {0, 4};
        choice.columns = {1};
        choice.style.captions = false;
        choice.numbers = true;
        QCOMPARE(write(bench, "f.svg", choice), QString());
        const QByteArray svg = contents(file("f.svg"));
        QVERIFY(!svg.contains(">0_0<") && svg.contains(">1_0<"));
        QVERIFY(svg.contains(">LIME<") && !svg.contains(">Saliency<"));
        QVERIFY(!svg.contains("R²")); // LIME's caption
        const Session recipe = readFigure(file("f.svg").toStdString());
        QCOMPARE(idsOf(recipe.rows), QStringList({"photo", "lime"}));
        QCOMPARE(recipe.photos.size(), 1);
        QCOMPARE(recipe.photos[0].hash.size(), 64);
        QCOMPARE(recipe.network.file.hash.size(), 64);
        const QStringList numbers = QDir(file("f-numbers")).entryList(QDir::Files, QDir::Name);
        QVERIFY(numbers.contains(QStringLiteral("1_0.lime.csv")));
        QVERIFY(numbers.contains(QStringLiteral("1_0.segments.npy")));
        QVERIFY(numbers.contains(QStringLiteral("1_0.input.npy")));
        QVERIFY(numbers.filter(QStringLiteral("saliency")).isEmpty());
        QVERIFY(numbers.filter(QStringLiteral("0_0")).isEmpty());
    }

    void captionsAreWrittenWhereAskedFor()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        QCOMPARE(write(bench, "f.svg", wholeChoice()), QString());
        QVERIFY(contents(file("f.svg")).contains("R²"));
    }

    /// Both are written, each with the question that it answers.
    void numbersOfTwoRowsOfOneMethodAreToldApart()
    {
        Bench bench;
        bench.choices.add(LimeOptions{});
        LimeOptions other = asked<LimeOptions>(bench.choices.rows());
        other.seed = 7;
        bench.choices.setQuestion(5, other);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        FigureChoice choice = wholeChoice();
        choice.rows = {0, 4, 5};
        choice.numbers = true;
        QCOMPARE(write(bench, "f.png", choice), QString());
        QCOMPARE(idsOf(readFigure(file("f.png").toStdString()).rows), QStringList({"photo", "lime", "lime"}));
        const QDir numbers(file("f-numbers"));
        for (const char *photo : {"0_0", "1_0"}) {
            const auto seedIn = [&](const char *end) {
                const QString name = QLatin1String(photo) + QLatin1String(end);
                return QJsonDocument::fromJson(contents(numbers.filePath(name)))[QStringLiteral("seed")]
                    .toInt();
            };
            QCOMPARE(seedIn(".lime.json"), 16);
            QCOMPARE(seedIn("-2.lime.json"), 7);
            for (const char *end : {".segments.npy", "-2.segments.npy", ".lime.csv", "-2.lime.csv"})
                QVERIFY2(numbers.exists(QLatin1String(photo) + QLatin1String(end)), end);
            QVERIFY(!numbers.exists(QLatin1String(photo) + QStringLiteral("-2.input.npy"))); // one photo
        }
        // For each photo: input, and segments and mask of both.
        QCOMPARE(numbers.entryList({QStringLiteral("*.npy")}, QDir::Files).size(), 10);
    }

    void numbersGoWhereTheyAreSentTo()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        FigureChoice choice = wholeChoice();
        choice.numbers = true;
        choice.numbersFolder = file("here").toStdString();
        QCOMPARE(write(bench, "f.png", choice), QString());
        QVERIFY(!QDir(file("f-numbers")).exists());
        const QStringList numbers = QDir(file("here")).entryList({QStringLiteral("*.npy")}, QDir::Files);
        // For each photo: input, saliency, activation, filter image, segments, mask.
        QCOMPARE(numbers.size(), 12);
    }

    void whatCannotBeWrittenIsSaid()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        FigureChoice narrow = wholeChoice();
        narrow.style.widthCm = 2;
        QVERIFY(write(bench, "f.png", narrow).contains(QStringLiteral("at least")));
        FigureChoice large = wholeChoice();
        large.style.widthCm = 200;
        large.style.dpi = 1200;
        QVERIFY(write(bench, "f.png", large).contains(QStringLiteral("1200")));
        QVERIFY(!QFile::exists(file("f.png")));
        QVERIFY(!write(bench, "none/f.png", wholeChoice()).isEmpty());
    }

    /// Neither the figure nor some of the numbers, whichever of them fails.
    void nothingIsLeftHalfWritten()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        FigureChoice choice = wholeChoice();
        choice.numbers = true;
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("f.png"))); // where the figure should be
        QVERIFY(!write(bench, "f.png", choice).isEmpty());
        QVERIFY(!QDir(file("f-numbers")).exists());
        QVERIFY(QFile(file("g-numbers")).open(QFile::WriteOnly)); // where the folder should be
        QVERIFY(write(bench, "g.png", choice).contains(QStringLiteral("g-numbers")));
        QVERIFY(!QFile::exists(file("g.png")));
        const QStringList left =
            QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QVERIFY2(left.filter(QStringLiteral("convscope")).isEmpty(), qPrintable(left.join(u' ')));
        QDir(m_folder->path()).mkpath(QStringLiteral("mine")); // what is there already stays
        QVERIFY(QFile(file("mine/notes.txt")).open(QFile::WriteOnly));
        choice.numbersFolder = file("mine").toStdString();
        QCOMPARE(write(bench, "h.png", choice), QString());
        QVERIFY(QFile::exists(file("mine/notes.txt")) && QFile::exists(file("mine/0_0.lime.csv")));
        QVERIFY(!QFile::exists(file("mine/.convscope-numbers")));
    }

    void theDialogOffersAllAndTellsTheSize()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        ExportDialog dialog(bench.boardIn(), none, bench.rowIds(), false);
        dialog.show();
        QCOMPARE(dialog.choice().rows, QList<int>({0, 1, 2, 3, 4}));
        QCOMPARE(dialog.choice().columns, QList<int>({0, 1}));
        QVERIFY(!dialog.choice().numbers);
        auto *size = dialog.findChild<QLabel *>(QStringLiteral("figureSize"));
        dialog.findChild<QDoubleSpinBox *>(QStringLiteral("figureWidth"))->setValue(12.7);
        dialog.findChild<QSpinBox *>(QStringLiteral("figureDpi"))->setValue(100);
        QTRY_VERIFY(size->text().contains(QStringLiteral("500 × ")));
        auto *format = dialog.findChild<QComboBox *>(QStringLiteral("figureFormat"));
        format->setCurrentIndex(1);
        QTRY_VERIFY(!size->text().contains(QStringLiteral("pixels")));
        QVERIFY(!dialog.findChild<QSpinBox *>(QStringLiteral("figureDpi"))->isEnabled());
        QCOMPARE(nameless(dialog).join(u' '), QString());
    }

    /// Also from a list, and on a screen of 1280 × 800 at a scale of 1.5.
    void enterExportsAndTheDialogFits()
    {
        Bench bench;
        ExportDialog dialog(bench.boardIn(), none, bench.rowIds(), false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, patience));
        QVERIFY(dialog.minimumSizeHint().height() < 480);
        QVERIFY(dialog.minimumSizeHint().width() < 840);
        auto *button = dialog.findChild<QPushButton *>(QStringLiteral("export"));
        QVERIFY(button->isDefault());
        auto *rows = dialog.findChild<QListWidget *>(QStringLiteral("figureRows"));
        rows->setFocus();
        const QSignalSpy clicked(button, &QPushButton::clicked);
        QTimer::singleShot(0, &dialog, [] {
            QTRY_VERIFY(QApplication::activeModalWidget());
            static_cast<QDialog *>(QApplication::activeModalWidget())->reject();
        });
        QTest::keyClick(rows, Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
    }

    /// What is offered follows the board: how it lies, and whether there is something to wait for.
    void theDialogFollowsTheBoard()
    {
        Bench bench;
        int onTheirWay = 0;
        ExportDialog dialog(
            bench.boardIn(), [&](const FigureChoice &) { return onTheirWay; }, bench.rowIds(), true);
        QVERIFY(dialog.choice().style.photosAsRows);
        auto *waits = dialog.findChild<QCheckBox *>(QStringLiteral("figureWaits"));
        QVERIFY(!waits->isEnabled()); // though pictures are missing
        onTheirWay = 2;
        dialog.boardChanged();
        QTRY_VERIFY(waits->isEnabled());
    }

    void aFigureSpeaksTheLanguageAskedFor()
    {
        setLanguage(QStringLiteral("en"));
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        ExportDialog dialog(bench.boardIn(), none, bench.rowIds(), false);
        auto *languages = dialog.findChild<QComboBox *>(QStringLiteral("figureLanguage"));
        languages->setCurrentIndex(languages->findData(QStringLiteral("zh_CN")));
        QCOMPARE(dialog.choice().style.language, QStringLiteral("zh_CN"));
        FigureChoice choice = wholeChoice();
        choice.style.language = QStringLiteral("zh_CN");
        QCOMPARE(write(bench, "chinese.svg", choice), QString());
        const QString svg = QString::fromUtf8(contents(file("chinese.svg")));
        QVERIFY(svg.contains(QStringLiteral("显著图"))); // of a row
        QVERIFY(svg.contains(QStringLiteral("预测"))); // of a column, from the layout
        choice.style.language.clear();
        QCOMPARE(write(bench, "english.svg", choice), QString());
        QVERIFY(!QString::fromUtf8(contents(file("english.svg"))).contains(QStringLiteral("显著图")));
    }

    void withoutARowThereIsNothingToExport()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        ExportDialog dialog(bench.boardIn(), none, bench.rowIds(), false);
        dialog.show();
        auto *rows = dialog.findChild<QListWidget *>(QStringLiteral("figureRows"));
        rows->setFocus();
        for (int row = 0; row < rows->count(); ++row) {
            rows->setCurrentRow(row);
            QTest::keyClick(rows, Qt::Key_Space); // as from the keyboard
        }
        QTRY_VERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("export"))->isEnabled());
        rows->item(0)->setCheckState(Qt::Checked);
        QTRY_VERIFY(dialog.findChild<QPushButton *>(QStringLiteral("export"))->isEnabled());
        QCOMPARE(dialog.choice().rows, QList<int>{0});
    }

    void whatIsNotComputedYetIsTold()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        bool isComputed = false;
        const auto board = [&](const QString &language) {
            Board now = bench.controller.boardIn(language);
            if (!isComputed)
                now.columns[1].cells[4] = {};
            return now;
        };
        ExportDialog dialog(board, none, bench.rowIds(), false);
        dialog.show();
        auto *size = dialog.findChild<QLabel *>(QStringLiteral("figureSize"));
        QVERIFY(size->text().contains(QStringLiteral("One picture is not computed yet")));
        isComputed = true;
        dialog.boardChanged();
        QTRY_VERIFY(!size->text().contains(QStringLiteral("not computed")));
    }

    /// The second photo has 160 × 240 pixels, of which the network sees 128 × 128.
    void photosCanHaveTheirOwnResolution()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        FigureChoice choice = wholeChoice();
        choice.rows = {0};
        choice.columns = {1};
        const auto drawn = [&](const char *name) {
            if (!write(bench, name, choice).isEmpty())
                return QImage();
            const QByteArray svg = contents(file(name));
            const QByteArray mark = "base64,";
            const qsizetype begin = svg.indexOf(mark) + mark.size();
            return QImage::fromData(QByteArray::fromBase64(svg.mid(begin, svg.indexOf('"', begin) - begin)));
        };
        QCOMPARE(drawn("seen.svg").size(), QSize(256, 256)); // each pixel as four, so that it stays sharp
        choice.style.originals = true;
        QCOMPARE(drawn("own.svg").size(), QSize(320, 480));
    }

    void aFigureWaitsForWhatIsBeingComputed()
    {
        Bench bench;
        FigureChoice choice = wholeChoice();
        choice.waits = true;
        const QSignalSpy written(&bench.exporter, &FigureExport::written);
        const QSignalSpy waiting(&bench.exporter, &FigureExport::waiting);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.controller.state(1, 4).phase == CellState::Phase::Waiting && !bench.isDone(), patience);
        QCOMPARE(write(bench, "f.svg", choice), QString());
        QCOMPARE(waiting.size(), 1);
        QVERIFY(waiting.first().at(1).toInt() > 0);
        QCOMPARE(written.size(), 1);
        QVERIFY(bench.isDone());
        QVERIFY(!contents(file("f.svg")).contains("Not computed"));
    }

    void aFigureOfABoardThatIsGoneIsNotWritten()
    {
        Bench bench;
        FigureChoice choice = wholeChoice();
        choice.waits = true;
        const QSignalSpy failed(&bench.exporter, &FigureExport::failed);
        QTRY_VERIFY_WITH_TIMEOUT(bench.controller.state(1, 4).phase == CellState::Phase::Waiting, patience);
        bench.exporter.write(
            file("f.png").toStdString(), [&bench] { return bench.controller.session(); }, choice);
        putOnBoard(bench.choices, {bench.controller.photo(1)});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("f.png")));
        QVERIFY(!QFile::exists(file("f.png")));
    }

    /// One photo in five rows is higher than a page, and as one row it is not.
    void whatIsHigherThanAPageIsTold()
    {
        Bench bench;
        putOnBoard(bench.choices, {bench.controller.photo(0)});
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        ExportDialog dialog(bench.boardIn(), none, bench.rowIds(), false);
        dialog.show();
        auto *size = dialog.findChild<QLabel *>(QStringLiteral("figureSize"));
        QTRY_VERIFY(size->text().contains(QStringLiteral("higher than a page")));
        dialog.findChild<QCheckBox *>(QStringLiteral("figurePhotosAsRows"))->setChecked(true);
        QTRY_VERIFY(!size->text().contains(QStringLiteral("higher than a page")));
        QVERIFY(dialog.choice().style.photosAsRows);
    }

    void settingsAreRemembered()
    {
        FigureSettings settings;
        settings.style = {.widthCm = 18.5,
            .fontPoints = 7.5,
            .dpi = 600,
            .captions = false,
            .originals = true,
            .photosAsRows = true,
            .language = QStringLiteral("zh_TW")};
        settings.numbers = true;
        settings.rowsLeftOut = {QStringLiteral("saliency")};
        settings.ending = QStringLiteral("pdf");
        settings.folder = "/fig\xffures";
        saveFigureSettings(settings);
        const FigureSettings kept = loadFigureSettings();
        QVERIFY(kept.style == settings.style);
        QCOMPARE(kept.folder, settings.folder);
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        ExportDialog dialog(bench.boardIn(), none, bench.rowIds(), true);
        QCOMPARE(dialog.choice().rows, QList<int>({0, 2, 3, 4}));
        QVERIFY(dialog.choice().style == settings.style);
        QVERIFY(dialog.choice().numbers);
        QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("figureFormat"))->currentData().toString(),
            QStringLiteral("pdf"));
    }

    void settingsThatMakeNoSenseAreNotTaken()
    {
        QSettings settings;
        settings.setValue(QStringLiteral("figure/widthCm"), QStringLiteral("wide"));
        settings.setValue(QStringLiteral("figure/dpi"), 1e9);
        settings.setValue(QStringLiteral("figure/fontPoints"), -1);
        const FigureSettings kept = loadFigureSettings();
        QCOMPARE(*kept.style.widthCm, 16.0);
        QCOMPARE(kept.style.dpi, maxDpi);
        QCOMPARE(kept.style.fontPoints, minFontPoints);
    }
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
