#include "bench/heartbeat.h"
#include "core/log.h"
#include "ui/board/boardcontroller.h"
#include "ui/microscope/filterpage.h"
#include "ui/microscope/layerpage.h"
#include "ui/microscope/microscopedialog.h"
#include "ui/microscope/tiles.h"
#include "ui/present/paths.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>
#include <fstream>
#include <functional>

// How quickly the window answers, in numbers: run it on a quiet machine. Each line is one measurement;
// nothing is asserted. Needs a display (or QT_QPA_PLATFORM=offscreen) and:
//   --model FILE --data DIR     a network, and photos to explain
//   --gallery DIR               a folder of very many photos
//   --part NAME                 one of gallery, evaluating, selecting, microscope, first, heavy; all where it
//   is not given

using namespace convscope;

namespace {

using Phase = CellState::Phase;

constexpr int photoRow = 0;
constexpr int saliencyRow = 1;
constexpr int activationRow = 2;
constexpr int filterRow = 3;
constexpr int limeRow = 4;
constexpr int repeats = 7;
constexpr int limeSamples = 300; // enough for what is measured while it runs
constexpr int filterSteps = 40;

double residentMiB()
{
    std::ifstream statm("/proc/self/statm");
    double pages = 0;
    statm >> pages >> pages;
    return pages * 4096 / 1048576;
}

void print(const QString &what, const QString &value)
{
    QTextStream(stdout) << what.leftJustified(66) << value << Qt::endl;
}

void print(const QString &what, const Heartbeat::Gaps &gaps)
{
    print(what,
        QStringLiteral("longest %1 ms, 99 %: %2 ms, over 16 ms: %3 of %4")
            .arg(gaps.longest, 0, 'f', 1)
            .arg(gaps.p99, 0, 'f', 1)
            .arg(gaps.overFrame)
            .arg(gaps.count));
}

QString milliseconds(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return QStringLiteral("median %1 ms (%2 to %3)")
        .arg(values[values.size() / 2], 0, 'f', 0)
        .arg(values.front(), 0, 'f', 0)
        .arg(values.back(), 0, 'f', 0);
}

/// Runs the event loop until `done`; false after a minute. Sleeps in between: an event loop that polls would
/// take a processor from what is measured.
bool waitFor(const std::function<bool()> &done, int patience = 60000)
{
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    QTimer look;
    look.setTimerType(Qt::PreciseTimer);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (done() || clock.elapsed() >= patience)
            loop.quit();
    });
    look.start(1);
    loop.exec();
    return done();
}

void waitFor(int ms)
{
    waitFor([] { return false; }, ms);
}

/// Notes when a widget's first paint after now has ended.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget)
    {
        widget->installEventFilter(this);
        m_clock.start();
    }
    bool painted() const { return m_painted >= 0; }
    double ms() const { return m_painted; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !painted())
            QTimer::singleShot(0, this, [this] { m_painted = double(m_clock.nsecsElapsed()) / 1e6; });
        return false;
    }

private:
    QElapsedTimer m_clock;
    double m_painted = -1;
};

class Bench
{
public:
    explicit Bench(const WindowOptions &options)
        : m_window(options)
        , m_board(*m_window.findChild<BoardController *>())
        , m_choices(*m_window.findChild<Choices *>())
        , m_list(*m_window.findChild<QListView *>(QStringLiteral("photos")))
    {
        for (int row = 0; row < m_choices.rows().size(); ++row)
            hurry(row);
        m_window.resize(1280, 800);
        m_window.show();
    }

    void gallery(const std::filesystem::path &folder);
    void evaluating();
    bool open(const std::filesystem::path &model, const std::filesystem::path &folder);
    void selecting();
    void microscope();
    void goingFirst();
    void heaviest();

private:
    void showFilters(MicroscopeDialog &dialog);
    void showLayers(MicroscopeDialog &dialog);
    void hurry(int row);
    void select(std::initializer_list<int> rows);
    Phase phase(int column, int row) const
    {
        return column < m_board.columnCount() ? m_board.state(column, row).phase : Phase::Empty;
    }
    bool fresh(int column, int row) const
    {
        return phase(column, row) == Phase::Done && !m_board.state(column, row).outdated;
    }
    FigureChoice whole() const;
    void drag();
    void arrange(const QString &what, const Arrangement &arrangement);

    MainWindow m_window;
    BoardController &m_board;
    Choices &m_choices;
    QListView &m_list;
    Heartbeat m_heart;
};

/// So that slow rows take seconds.
void Bench::hurry(int row)
{
    std::optional<MethodOptions> question = m_choices.rows().at(row).question;
    if (auto *lime = question ? std::get_if<LimeOptions>(&*question) : nullptr)
        lime->samples = limeSamples;
    if (auto *image = question ? std::get_if<FeatureVisualisationOptions>(&*question) : nullptr)
        image->iterations = filterSteps;
    if (question)
        m_choices.setQuestion(row, *question);
}

void Bench::select(std::initializer_list<int> rows)
{
    QItemSelection selection;
    for (const int row : rows)
        selection.select(m_list.model()->index(row, 0), m_list.model()->index(row, 0));
    m_list.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

/// All of the board.
FigureChoice Bench::whole() const
{
    FigureChoice choice;
    for (int row = 0; row < m_board.rowCount(); ++row)
        choice.rows << row;
    for (int column = 0; column < m_board.columnCount(); ++column)
        choice.columns << column;
    return choice;
}

/// From the first photo to the last within some seconds, as one drags the scroll bar.
void Bench::drag()
{
    constexpr int stops = 300;
    QScrollBar *bar = m_list.verticalScrollBar();
    for (int i = 0; i <= stops; ++i) {
        bar->setValue(int(qint64(bar->maximum()) * i / stops));
        waitFor(16);
    }
}

void Bench::gallery(const std::filesystem::path &folder)
{
    waitFor(500);
    const double before = residentMiB();
    PaintWatch paint(m_list.viewport());
    QElapsedTimer clock;
    clock.start();
    double listed = -1;
    const auto connection = QObject::connect(m_list.model(), &QAbstractItemModel::modelReset, &m_window,
        [&] { listed = double(clock.nsecsElapsed()) / 1e6; });
    m_heart.restart();
    m_window.open(folder);
    waitFor([&] { return listed >= 0; });
    QObject::disconnect(connection);
    PaintWatch first(m_list.viewport());
    waitFor([&] { return first.painted(); });
    print(QStringLiteral("photos"), QString::number(m_list.model()->rowCount()));
    print(QStringLiteral("folder asked for until its photos are in the gallery"),
        QStringLiteral("%1 ms").arg(listed, 0, 'f', 0));
    print(QStringLiteral("photos in the gallery until they are painted"),
        QStringLiteral("%1 ms").arg(first.ms(), 0, 'f', 0));
    print(QStringLiteral("GUI thread while opening the folder"), m_heart.gaps());
    waitFor(1000);
    m_heart.restart();
    drag();
    print(QStringLiteral("GUI thread while dragging from end to end"), m_heart.gaps());
    waitFor(500);
    print(QStringLiteral("memory more than the empty window"),
        QStringLiteral("%1 MiB").arg(residentMiB() - before, 0, 'f', 0));
    arrange(QStringLiteral("searched by name"), {.name = QStringLiteral("_99")});
    arrange(QStringLiteral("of one class"), {.trueClass = 3});
    arrange(QStringLiteral("in the order of their names"), {.order = PhotoOrder::Name});
    arrange(QStringLiteral("all again"), {});
}

void Bench::arrange(const QString &what, const Arrangement &arrangement)
{
    bool changed = false;
    const auto connection = QObject::connect(
        m_list.model(), &QAbstractItemModel::modelReset, &m_window, [&changed] { changed = true; });
    waitFor(300);
    m_heart.restart();
    QElapsedTimer clock;
    clock.start();
    m_choices.setArrangement(arrangement);
    waitFor([&] { return changed; });
    const qint64 took = clock.elapsed();
    waitFor(300);
    QObject::disconnect(connection);
    print(QStringLiteral("photos %1: %2").arg(what).arg(m_list.model()->rowCount()),
        QStringLiteral("%1 ms").arg(took));
    print(QStringLiteral("GUI thread meanwhile"), m_heart.gaps());
}

/// All photos of the folder that is open, some seconds long: in an order that changes with each answer.
void Bench::evaluating()
{
    m_choices.setAutomatic(false);
    waitFor(500);
    m_window.findChild<QAction *>(QStringLiteral("evaluateAll"))->trigger();
    waitFor(1000);
    m_choices.setArrangement({.order = PhotoOrder::WrongFirst});
    m_heart.restart();
    waitFor(8000);
    print(QStringLiteral("GUI thread while photos are evaluated, the wrong ones first"), m_heart.gaps());
    m_window.findChild<QAction *>(QStringLiteral("cancelAllJobs"))->trigger();
    m_choices.setArrangement({});
    waitFor(500);
}

bool Bench::open(const std::filesystem::path &model, const std::filesystem::path &folder)
{
    QElapsedTimer clock;
    clock.start();
    m_heart.restart();
    m_window.open(folder);
    m_window.open(model);
    const bool opened = waitFor([this] { return m_board.columnCount() > 0 && fresh(0, saliencyRow); });
    print(QStringLiteral("network asked for until the first photo is explained"),
        QStringLiteral("%1 ms").arg(clock.elapsed()));
    print(QStringLiteral("GUI thread while opening the network"), m_heart.gaps());
    return opened;
}

/// A photo never shown before, while nothing else runs.
void Bench::selecting()
{
    std::vector<double> prediction;
    std::vector<double> activation;
    std::vector<double> saliency;
    m_choices.setAutomatic(false);
    for (int i = 0; i < repeats; ++i) {
        waitFor(200);
        QElapsedTimer clock;
        clock.start();
        double predicted = -1;
        double activated = -1;
        select({10 + i});
        waitFor([&] {
            const double now = double(clock.nsecsElapsed()) / 1e6;
            if (predicted < 0 && m_board.column(0).known && !m_board.column(0).predictedClass.isEmpty())
                predicted = now;
            if (activated < 0 && fresh(0, activationRow))
                activated = now;
            return fresh(0, saliencyRow);
        });
        prediction.push_back(predicted);
        activation.push_back(activated);
        saliency.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    print(QStringLiteral("photo selected until its prediction"), milliseconds(prediction));
    print(QStringLiteral("photo selected until its activation"), milliseconds(activation));
    print(QStringLiteral("photo selected until its saliency"), milliseconds(saliency));
    std::vector<double> again;
    for (int i = 0; i < repeats; ++i) {
        QElapsedTimer clock;
        clock.start();
        select({10 + i});
        waitFor([&] { return fresh(0, saliencyRow) && fresh(0, activationRow); });
        again.push_back(double(clock.nsecsElapsed()) / 1e6);
        waitFor(50);
    }
    print(QStringLiteral("going back to a photo until all of it is there"), milliseconds(again));
}

/// Whether all tiles that are seen have their pictures.
bool isFilled(const QListView &tiles)
{
    const QAbstractItemModel &model = *tiles.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (!tiles.visualRect(index).intersects(tiles.viewport()->rect()))
            continue;
        const auto picture = index.data(TilePictureRole).value<TilePicture>();
        if (picture.crop && !picture.crop->isRead())
            return false;
    }
    return model.rowCount() > 0;
}

/// Until the tiles are filled and painted, in milliseconds.
double untilFilled(const QListView &tiles, const std::function<bool()> &isThere, QElapsedTimer &clock)
{
    waitFor([&] { return isThere() && isFilled(tiles); });
    PaintWatch paint(tiles.viewport());
    tiles.viewport()->update();
    waitFor([&] { return paint.painted(); });
    return double(clock.nsecsElapsed()) / 1e6;
}

/// The index is there, and the files of photos are in the system's cache.
void Bench::microscope()
{
    m_choices.setAutomatic(false);
    m_window.findChild<QAction *>(QStringLiteral("cancelAllJobs"))->trigger();
    m_choices.setFilter(LayerId(0), FilterId(0));
    QAction *open = m_window.findChild<QAction *>(QStringLiteral("examineFilter"));
    open->trigger();
    auto *dialog = m_window.findChild<MicroscopeDialog *>();
    auto *build = dialog->findChild<QPushButton *>(QStringLiteral("buildIndex"));
    FilterPage &page = dialog->filter();
    waitFor([&] { return build->isVisible() || page.page(); });
    if (build->isVisible())
        build->click();
    waitFor([&] { return page.page() && !build->isVisible(); }, 600000);
    print(QStringLiteral("photos in the index"), QString::number(page.page()->photos.size()));
    const auto *tiles = dialog->findChild<QListView *>(QStringLiteral("crops"));
    QElapsedTimer clock;
    clock.start();
    untilFilled(
        *tiles, [&] { return page.page().has_value(); }, clock);
    dialog->close();
    waitFor(300);
    clock.start();
    open->trigger();
    print(QStringLiteral("the filter page again until it is painted"),
        milliseconds({untilFilled(
            *tiles, [&] { return page.page().has_value(); }, clock)}));
    showFilters(*dialog);
    showLayers(*dialog);
    dialog->close();
}

void Bench::showFilters(MicroscopeDialog &dialog)
{
    const auto *tiles = dialog.findChild<QListView *>(QStringLiteral("crops"));
    auto *next = dialog.findChild<QToolButton *>(QStringLiteral("nextFilter"));
    const FilterPage &page = dialog.filter();
    std::vector<double> texts;
    std::vector<double> filled;
    for (int i = 0; i < repeats; ++i) {
        waitFor(300);
        const int filter = page.page()->report.filter + 1;
        const auto isThere = [&] { return page.page() && page.page()->report.filter == filter; };
        QElapsedTimer clock;
        clock.start();
        next->click(); // as the key does
        waitFor(isThere);
        texts.push_back(double(clock.nsecsElapsed()) / 1e6);
        filled.push_back(untilFilled(*tiles, isThere, clock));
    }
    print(QStringLiteral("next filter until its numbers are there"), milliseconds(texts));
    print(QStringLiteral("next filter until all that is seen is painted"), milliseconds(filled));
}

/// Layers from the last to the first; none of them twice.
void Bench::showLayers(MicroscopeDialog &dialog)
{
    dialog.setPage(MicroscopeDialog::Page::Layer);
    const LayerPage &page = dialog.layer();
    const auto *tiles = dialog.findChild<QListView *>(QStringLiteral("layerFilters"));
    const auto *names = dialog.findChild<QComboBox *>(QStringLiteral("pageLayers"));
    waitFor([&] { return page.page() != nullptr; });
    std::vector<double> texts;
    std::vector<double> filled;
    for (int place = names->count() - 1; place > 0 && int(filled.size()) < repeats; --place) {
        waitFor(300);
        const int layer = names->itemData(place).toInt();
        const auto isThere = [&] { return page.page() && page.page()->layer.index == layer; };
        QElapsedTimer clock;
        clock.start();
        m_choices.setFilter(LayerId(layer), FilterId(0));
        waitFor(isThere);
        texts.push_back(double(clock.nsecsElapsed()) / 1e6);
        filled.push_back(untilFilled(*tiles, isThere, clock));
        print(QStringLiteral("layer of %1 filters").arg(page.page()->filters.size()),
            milliseconds({filled.back()}));
    }
    print(QStringLiteral("another layer until its numbers are there"), milliseconds(texts));
    print(QStringLiteral("another layer until all that is seen is painted"), milliseconds(filled));
}

/// A photo added while LIME runs for another.
void Bench::goingFirst()
{
    std::vector<double> waits;
    std::vector<double> saliency;
    m_choices.setAutomatic(true);
    select({30});
    waitFor([this] { return phase(0, limeRow) == Phase::Running; });
    for (int i = 0; i < repeats; ++i) {
        waitFor(300);
        const int before = m_board.state(0, limeRow).progress.done;
        QElapsedTimer clock;
        clock.start();
        m_choices.setAutomatic(false);
        select({30, 31 + i});
        double predicted = -1;
        waitFor([&] {
            if (predicted < 0 && m_board.columnCount() == 2 && !m_board.column(1).predictedClass.isEmpty())
                predicted = double(clock.nsecsElapsed()) / 1e6;
            return fresh(1, saliencyRow);
        });
        waits.push_back(predicted);
        saliency.push_back(double(clock.nsecsElapsed()) / 1e6);
        if (m_board.state(0, limeRow).progress.done < before)
            print(QStringLiteral("LIME lost samples"), QString::number(before));
    }
    print(QStringLiteral("photo selected while LIME runs until its prediction"), milliseconds(waits));
    print(QStringLiteral("photo selected while LIME runs until its saliency"), milliseconds(saliency));
    const bool done = waitFor([this] { return fresh(0, limeRow); }, 300000);
    print(QStringLiteral("the LIME that was put off"),
        done ? QStringLiteral("done") : QStringLiteral("not done"));
}

void Bench::heaviest()
{
    m_choices.setAutomatic(true);
    select({50, 51});
    waitFor(
        [this] { return phase(0, filterRow) == Phase::Running || phase(1, filterRow) == Phase::Running; });
    m_heart.restart();
    waitFor(5000);
    print(QStringLiteral("GUI thread while a filter image is made"), m_heart.gaps());
    waitFor([this] { return phase(0, limeRow) == Phase::Running || phase(1, limeRow) == Phase::Running; },
        120000);
    m_heart.restart();
    waitFor(5000);
    print(QStringLiteral("GUI thread while LIME runs"), m_heart.gaps());

    const QTemporaryDir folder;
    for (const char *ending : {"png", "pdf", "svg"}) {
        const QString file = folder.filePath(QStringLiteral("figure.%1").arg(QLatin1String(ending)));
        m_heart.restart();
        m_window.exportFigure(toPath(file), whole());
        waitFor([&] { return QFile::exists(file); });
        waitFor(100);
        print(QStringLiteral("GUI thread while LIME runs and a figure is written as %1")
                  .arg(QLatin1String(ending)),
            m_heart.gaps());
    }
    m_heart.restart();
    drag();
    print(QStringLiteral("GUI thread while LIME runs and the gallery is dragged"), m_heart.gaps());
    m_heart.restart();
    m_window.close(); // saves the session
    waitFor(50);
    print(QStringLiteral("GUI thread while the window is closed"), m_heart.gaps());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir settings; // the user's own stay as they are
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    qputenv("XDG_STATE_HOME", settings.path().toUtf8()); // the user's last session stays
    qputenv("XDG_CACHE_HOME", settings.path().toUtf8()); // nothing is known from another run
    QCoreApplication::setOrganizationName(QStringLiteral("Convscope"));
    QCoreApplication::setApplicationName(QStringLiteral("ConvscopeBench"));
    log::start({{}, true, log::Level::Info});

    QCommandLineParser parser;
    parser.addOption({QStringLiteral("model"), {}, QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("data"), {}, QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("gallery"), {}, QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("part"), {}, QStringLiteral("NAME")});
    parser.process(application);
    const auto asked = [&parser](const char *part) {
        const QString only = parser.value(QStringLiteral("part"));
        return only.isEmpty() || only == QLatin1String(part);
    };
    const std::filesystem::path gallery = toPath(parser.value(QStringLiteral("gallery")));

    Bench bench({});
    if (!gallery.empty() && asked("gallery"))
        bench.gallery(gallery);
    if (!parser.isSet(QStringLiteral("model"))
        || !bench.open(
            toPath(parser.value(QStringLiteral("model"))), toPath(parser.value(QStringLiteral("data")))))
        return 0;
    if (asked("evaluating"))
        bench.evaluating();
    if (asked("selecting"))
        bench.selecting();
    if (asked("microscope"))
        bench.microscope();
    if (asked("first"))
        bench.goingFirst();
    if (asked("heavy"))
        bench.heaviest();
    return 0;
}
