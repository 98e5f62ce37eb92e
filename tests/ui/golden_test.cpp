#include "tests/support/patience.h"
#include "tests/support/rows.h"
#include "ui/board/boardcontroller.h"
#include "ui/evaluation/confusiondialog.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

// The window's main states beside pictures of them (tests/golden/README.md says how they are compared and
// made anew).

using namespace convscope;
using Phase = CellState::Phase;

namespace {

constexpr QSize windowSize(1280, 800);
/// Pictures are kept at this part of the window's size.
constexpr int reduction = 4;
/// Compared are the mean colours of squares of so many pixels of the kept picture: 16 of the window.
constexpr int blockSide = 4;
/// Colours further apart than that (of 255, in any channel) are different: letters of another font renderer,
/// a pixel more or less of room, are not.
constexpr int maxDistance = 24;
/// Of all blocks.
constexpr double maxDifferent = 0.015;

QImage reduced(const QImage &image, QSize size)
{
    return image.convertToFormat(QImage::Format_RGB32)
        .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Which part of the blocks of two kept pictures differs; all where their sizes do by more than a pixel, as
/// where another font makes a row higher.
double difference(const QImage &a, const QImage &b)
{
    if (std::abs(a.width() - b.width()) > 1 || std::abs(a.height() - b.height()) > 1)
        return 1;
    const QRect both(QPoint(), a.size().boundedTo(b.size()));
    const QImage first = reduced(a.copy(both), both.size() / blockSide);
    const QImage second = reduced(b.copy(both), first.size());
    int different = 0;
    for (int y = 0; y < first.height(); ++y) {
        for (int x = 0; x < first.width(); ++x) {
            const QRgb one = first.pixel(x, y);
            const QRgb other = second.pixel(x, y);
            different += std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                             std::abs(qBlue(one) - qBlue(other))})
                > maxDistance;
        }
    }
    return double(different) / (first.width() * first.height());
}

QString goldenFile(const QString &name) { return QStringLiteral(CONVSCOPE_GOLDEN "/%1.png").arg(name); }

/// The window with the demo, and what a test looks for in it.
struct Desktop
{
    MainWindow window;

    explicit Desktop(const WindowOptions &options)
        : window(options)
    {
        window.resize(windowSize);
        window.show();
    }

    template <typename T> T *find(const char *name) const
    {
        return window.findChild<T *>(QLatin1String(name));
    }
    BoardController *board() const { return window.findChild<BoardController *>(); }
    Choices *choices() const { return window.findChild<Choices *>(); }
    bool isFilled() const
    {
        for (int column = 0; column < board()->columnCount(); ++column) {
            for (int row = 0; row < board()->rowCount(); ++row) {
                const CellState state = board()->state(column, row);
                if (state.phase != Phase::Done || state.outdated)
                    return false;
            }
        }
        return board()->columnCount() > 0;
    }
    /// Nothing runs, and what is visible of the gallery and of the filters has its picture.
    bool isCalm() const
    {
        for (const char *name : {"photos", "filters"}) {
            const auto *list = find<QListView>(name);
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QModelIndex index = list->model()->index(row, 0);
                const bool seen =
                    list->isVisible() && list->visualRect(index).intersects(list->viewport()->rect());
                if (seen && index.data(Qt::DecorationRole).value<QPixmap>().isNull()
                    && index.data(Qt::DecorationRole).value<QImage>().isNull())
                    return false;
            }
        }
        return find<QLabel>("jobsText")->text().isEmpty();
    }
};

QImage shot(QWidget &widget) { return widget.grab().toImage(); }

} // namespace

class GoldenTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    static WindowOptions demo()
    {
        WindowOptions options;
        options.demo = demoIn(CONVSCOPE_RESOURCES);
        options.openDemo = true;
        return options;
    }

    static void fill(const Desktop &desktop)
    {
        askForSamples(*desktop.choices(), 200);
        askForSteps(*desktop.choices(), 10);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.board()->columnCount(), 4, patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isFilled(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isCalm(), patience);
    }

    /// Compares with the kept picture, or keeps this one where that is asked for. What is wrong goes to a
    /// file.
    static void compare(const QImage &image, const QString &name)
    {
        const QSize size = image.size() / image.devicePixelRatio() / reduction;
        const QImage now = reduced(image, size);
        if (qEnvironmentVariableIsSet("CONVSCOPE_UPDATE_GOLDEN")) {
            QVERIFY(now.save(goldenFile(name)));
            return;
        }
        const QImage golden(goldenFile(name));
        QVERIFY2(!golden.isNull(), qPrintable(goldenFile(name) + QStringLiteral(" is missing")));
        const double different = difference(golden, now);
        if (different <= maxDifferent)
            return;
        const QString file = QDir::temp().filePath(QStringLiteral("convscope-golden-%1.png").arg(name));
        image.save(file);
        QFAIL(qPrintable(QStringLiteral("%1 % of the blocks differ from %2; the picture is %3")
                             .arg(different * 100, 0, 'f', 2)
                             .arg(goldenFile(name), file)));
    }

    /// How much the board as it is differs from the kept one.
    static double fromBoard(Desktop &desktop)
    {
        const QImage image = shot(desktop.window);
        return difference(QImage(goldenFile(QStringLiteral("board"))),
            reduced(image, image.size() / image.devicePixelRatio() / reduction));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ConvscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("ConvscopeTest"));
        QApplication::setStyle(QStringLiteral("Fusion"));
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(12);
        QApplication::setFont(font);
        QApplication::setCursorFlashTime(0);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
        qputenv("XDG_STATE_HOME", m_folder->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder->filePath(QStringLiteral("cache")).toUtf8());
    }

    void empty()
    {
        Desktop desktop(WindowOptions{});
        QVERIFY(QTest::qWaitForWindowExposed(&desktop.window, patience));
        compare(shot(desktop.window), QStringLiteral("empty"));
    }

    /// The board, and that the comparison finds what would be wrong with it.
    void board()
    {
        Desktop desktop(demo());
        fill(desktop);
        compare(shot(desktop.window), QStringLiteral("board"));
        if (QTest::currentTestFailed() || qEnvironmentVariableIsSet("CONVSCOPE_UPDATE_GOLDEN"))
            return;
        const double right = fromBoard(desktop);
        Choices *choices = desktop.choices();
        const int activation = placeOf(choices->rows(), QStringLiteral("activation"));
        const Look look = choices->rows().at(activation).look;
        Look wrong = look;
        wrong.colourMap = ColourMap::Magma;
        choices->setLook(activation, wrong);
        QTRY_VERIFY(fromBoard(desktop) > 2 * maxDifferent); // another colour map in one row
        choices->setLook(activation, look);
        QTRY_COMPARE(fromBoard(desktop), right);
        choices->setShown(QStringLiteral("activation"), false);
        QTRY_VERIFY(fromBoard(desktop) > 2 * maxDifferent); // a row less
        choices->setShown(QStringLiteral("activation"), true);
        choices->setOutline(false);
        QTRY_VERIFY(desktop.isFilled() && fromBoard(desktop) > right); // pictures without the food's outline
    }

    void filter()
    {
        Desktop desktop(demo());
        fill(desktop);
        desktop.find<QDockWidget>("filterCardDock")->raise();
        QTRY_VERIFY_WITH_TIMEOUT(
            desktop.find<QLabel>("filterTitle")->text().startsWith(QStringLiteral("Filter 0")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isCalm(), patience);
        QTest::qWait(500); // the card's picture follows its parts
        compare(shot(desktop.window), QStringLiteral("filter"));
    }

    void evaluation()
    {
        Desktop desktop(demo());
        desktop.choices()->setAutomatic(false);
        auto *run = desktop.find<QPushButton>("evaluate");
        QTRY_VERIFY_WITH_TIMEOUT(run->isVisible(), patience);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!run->isVisible(), patience);
        auto *gallery = desktop.find<GalleryPanel>("gallery");
        desktop.choices()->togglePin(desktop.board()->photo(0));
        desktop.choices()->setArrangement({.correctness = Correctness::Wrong});
        QTRY_COMPARE(desktop.find<QListView>("photos")->model()->rowCount(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isCalm(), patience);
        QTest::qWait(300);
        compare(shot(desktop.window), QStringLiteral("wrong"));

        desktop.find<QLineEdit>("photoSearch")->setText(QStringLiteral("no such photo"));
        QTRY_VERIFY(desktop.find<QLabel>("nothingFound")->isVisible());
        compare(shot(*gallery), QStringLiteral("nothing-found"));

        desktop.find<QAction>("showMatrix")->trigger();
        auto *matrix = desktop.window.findChild<ConfusionDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(matrix, patience));
        matrix->resize(1000, 760); // whatever the screen
        compare(shot(*matrix), QStringLiteral("confusion"));
    }

    void dark()
    {
        const QPalette light = QApplication::palette();
        QPalette palette(QColor(53, 53, 53), QColor(35, 35, 35));
        palette.setColor(QPalette::Base, QColor(35, 35, 35));
        QApplication::setPalette(palette);
        {
            Desktop desktop(demo());
            fill(desktop);
            compare(shot(desktop.window), QStringLiteral("dark"));
        }
        QApplication::setPalette(light);
    }
};

QTEST_MAIN(GoldenTest)
#include "golden_test.moc"
