#include "ui/board/boardcontroller.h"
#include "ui/board/boardview.h"
#include "ui/choices/choices.h"
#include "ui/export/exportdialog.h"
#include "ui/export/figureexport.h"
#include "ui/gallery/labelmapdialog.h"
#include "ui/network/inputdialog.h"
#include "ui/present/paths.h"
#include "ui/session/sessionopener.h"
#include "ui/session/toldinputs.h"
#include "ui/widgets/savedialog.h"
#include "ui/window/mainwindow.h"

#include <QFileDialog>

// Which files the window asks the user for.

namespace convscope {

namespace {

/// The endings of pictures, in small letters and in capitals, as cameras write them.
QString pictureFilter()
{
    QStringList patterns;
    for (const char *ending : {"jpg", "jpeg", "png", "webp", "bmp", "tif", "tiff"}) {
        const QString pattern = QStringLiteral("*.") + QLatin1String(ending);
        patterns << pattern << pattern.toUpper();
    }
    return MainWindow::tr("Pictures (%1)").arg(patterns.join(u' ')) + QStringLiteral(";;")
        + MainWindow::tr("All files (*)");
}

} // namespace

void MainWindow::askForPhotos()
{
    // With the files, which tell what is in a folder, though only folders can be chosen.
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Open a folder of photos"), startFolder(Place::Photos), QFileDialog::Options());
    if (folder.isEmpty())
        return;
    keepPlace(Place::Photos, toPath(folder));
    beginOpening();
    openFolder({toPath(folder), {}, {}});
}

void MainWindow::askForSinglePhotos()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open single photos"), startFolder(Place::Photos), pictureFilter());
    if (files.isEmpty())
        return;
    std::vector<std::filesystem::path> photos;
    for (const QString &file : files)
        photos.push_back(toPath(file));
    keepPlace(Place::Photos, photos.front().parent_path());
    beginOpening();
    openPhotos(photos);
}

QString MainWindow::networkFilter()
{
    return tr("Networks (*.pt2 *.onnx *.pt *.pth *.ckpt *.tar *.safetensors)") + QStringLiteral(";;")
        + tr("All files (*)");
}

void MainWindow::askForNetwork()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a network"), startFolder(Place::Networks), networkFilter());
    if (file.isEmpty())
        return;
    keepPlace(Place::Networks, toPath(file).parent_path());
    beginOpening();
    openNetwork(asked(toPath(file)));
}

void MainWindow::askForInput()
{
    NetworkInfo info;
    if (m_workspace->network()) {
        info = m_workspace->network()->info();
    } else if (m_askedNetwork) { // it may be its input that it cannot be opened for
        info.file = m_askedNetwork->file.file;
        info.input = m_askedNetwork->input;
        info.inputOrigin = InputOrigin::Told;
    } else {
        return;
    }
    InputDialog dialog(info, m_workspace->networkLane(), m_workspace->networkOptions(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (dialog.told() == m_workspace->toldInput() && dialog.input() == info.input)
        return;
    tellInput(info.file, dialog.told());
}

/// Opens the network anew with it, and remembers it for the next time.
void MainWindow::tellInput(const std::filesystem::path &network, const std::optional<InputDescription> &told)
{
    beginOpening();
    rememberInput(network, told);
    UsedNetwork asked{{network, {}}};
    if (told) {
        asked.input = *told;
        asked.inputOrigin = InputOrigin::Told;
    }
    openNetwork(asked);
}

void MainWindow::askForLabelMap()
{
    const LabelChoice &labels = m_workspace->labels();
    LabelMapDialog dialog(
        *m_workspace->photos(), m_workspace->labelQuestion(labels), m_workspace->classNames(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_workspace->setLabels({m_workspace->labels().asked, dialog.map()});
}

void MainWindow::useImageNet()
{
    const NetworkInfo &info = m_workspace->network()->info();
    InputDescription input = imagenetInput();
    input.classNames = info.input.classNames; // where there are none, ImageNet's come by themselves
    input.output = info.input.output;
    input.modules = info.input.modules;
    tellInput(info.file, input);
}

void MainWindow::askForFile(Place place, const QString &title, const QString &filter)
{
    const QString file = QFileDialog::getOpenFileName(this, title, startFolder(place), filter);
    if (file.isEmpty())
        return;
    keepPlace(place, toPath(file).parent_path());
    beginOpening();
    m_figureAsked = true;
    m_sessions->open(toPath(file));
}

void MainWindow::askForSessionToSave()
{
    const auto place = askWhereToSave(*this,
        {tr("Save the session as"), Place::Sessions, tr("session"),
            {tr("Sessions of Convscope (*.convscope)")}});
    if (place)
        saveSession(place->file);
}

void MainWindow::askForFigure()
{
    ExportDialog dialog([this](const QString &language) { return m_controller->boardIn(language); },
        [this](const FigureChoice &choice) { return m_figures->computing(choice); },
        distinctIds(m_choices->rows()), m_board->shape().photosAsRows, this);
    connect(m_controller, &BoardController::cellChanged, &dialog, &ExportDialog::boardChanged);
    if (dialog.exec() == QDialog::Accepted)
        exportFigure(dialog.file(), dialog.choice());
}

void MainWindow::exportFigure(const std::filesystem::path &file, const FigureChoice &choice)
{
    m_figures->write(
        file, [this] { return shown(); }, choice);
}

void MainWindow::saveSession(const std::filesystem::path &file) { m_sessions->save(shown(), file); }

} // namespace convscope
