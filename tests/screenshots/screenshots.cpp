// Takes the pictures of docs/user from the program itself, with the demo: screenshots FOLDER.

#include "tests/support/desktop.h"
#include "ui/export/exportdialog.h"
#include "ui/network/networkpanel.h"
#include "ui/present/language.h"
#include "ui/window/theme.h"

#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>

using namespace convscope;

namespace {

constexpr QSize windowSize(1280, 800);
constexpr int patience = 300000;

QString folder;

void save(QWidget &widget, const char *name)
{
    QTest::qWait(400); // pictures in lists come a moment later
    const QString file = folder + u'/' + QLatin1String(name) + QStringLiteral(".png");
    if (!widget.grab().toImage().convertToFormat(QImage::Format_RGB32).save(file))
        qFatal("cannot write %s", qPrintable(file));
}

void wait(const std::function<bool()> &done)
{
    if (!QTest::qWaitFor(done, patience))
        qFatal("the window did not come to rest");
}

struct DemoWindow : Desktop
{
    explicit DemoWindow(WindowOptions options = {})
        : Desktop(opening(options))
    {
        window.resize(windowSize);
        askForSamples(*choices(), 300);
        askForSteps(*choices(), 30);
        rest();
    }

    static WindowOptions &opening(WindowOptions &options)
    {
        options.demo = demoIn(CONVSCOPE_RESOURCES);
        options.openDemo = true;
        return options;
    }
    void rest() const
    {
        wait([this] { return board()->columnCount() > 0 && isDone(); });
        wait([this] { return find<QLabel>("jobsText")->text().isEmpty(); });
    }
    QWidget *dialog(const char *name) const
    {
        auto *found = find<QDialog>(name);
        wait([found] { return found->isVisible(); });
        return found;
    }
};

void takeWindow()
{
    DemoWindow demo;
    save(demo.window, "window");
    demo.selectRow("lime");
    demo.find<QDockWidget>("parametersDock")->raise();
    save(*demo.find<QDockWidget>("parametersDock"), "parameters");
    demo.window.findChild<NetworkPanel *>()->choose(4, 3);
    demo.rest();
    demo.find<QDockWidget>("networkDock")->raise();
    save(*demo.find<QDockWidget>("networkDock"), "network");
    demo.find<QDockWidget>("filterCardDock")->raise();
    demo.rest();
    save(*demo.find<QDockWidget>("filterCardDock"), "filter");

    QTest::keyClick(demo.find<QWidget>("board"), Qt::Key_Down); // from the photo to the saliency map
    QTest::keyClick(demo.find<QWidget>("board"), Qt::Key_Return);
    QWidget *large = demo.dialog("cellViewer");
    large->findChild<QSlider *>(QStringLiteral("uncovered"))->setValue(50);
    save(*large, "large");
    large->close();

    demo.trigger("help");
    save(*demo.dialog("helpDialog"), "help");
    demo.dialog("helpDialog")->close();

    ExportDialog dialog([&](const QString &code) { return demo.board()->boardIn(code); },
        [](const FigureChoice &) { return 0; }, distinctIds(demo.board()->rows()), false);
    dialog.show();
    save(dialog, "export");
}

void takePhotos()
{
    DemoWindow demo;
    demo.trigger("evaluateAll");
    demo.rest();
    demo.choices()->togglePin(demo.board()->photo(0));
    demo.choices()->setArrangement({.correctness = Correctness::Wrong});
    demo.rest();
    save(*demo.find<QDockWidget>("galleryDock"), "photos");
    demo.trigger("showMatrix");
    save(*demo.dialog("confusionDialog"), "confusion");
}

void takeLanguageAndTheme()
{
    setLanguage(QStringLiteral("zh_CN"));
    applyTheme(Theme::Dark);
    DemoWindow demo;
    save(demo.window, "chinese-dark");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        qFatal("screenshots FOLDER");
    folder = QString::fromLocal8Bit(argv[1]);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const OwnSettings settings;
    QApplication::setStyle(QStringLiteral("Fusion"));
    QFont font(QStringList{QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(12);
    QApplication::setFont(font);
    applyTheme(Theme::Light);
    takeWindow();
    takePhotos();
    takeLanguageAndTheme();
    return 0;
}
