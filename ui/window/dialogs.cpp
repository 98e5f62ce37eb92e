#include "ui/board/boardcontroller.h"
#include "ui/export/exportdialog.h"
#include "ui/export/figureexport.h"
#include "ui/network/inputdialog.h"
#include "ui/present/paths.h"
#include "ui/session/sessionopener.h"
#include "ui/window/mainwindow.h"

#include <QFileDialog>

// Which files the window asks the user for.

namespace convscope {

void MainWindow::askForPhotos()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Open a folder of photos"), displayText(m_workspace->folder()));
    if (folder.isEmpty())
        return;
    beginOpening();
    openFolder({toPath(folder), {}, {}});
}

void MainWindow::askForNetwork()
{
    const QString folder =
        m_workspace->network() ? displayText(m_workspace->network()->info().file.parent_path()) : QString();
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a network"), folder,
        tr("Networks of PyTorch (*.pth *.pt *.ckpt *.tar *.safetensors);;All files (*)"));
    if (file.isEmpty())
        return;
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
    beginOpening();
    UsedNetwork asked{{info.file, {}}};
    if (const std::optional<InputDescription> told = dialog.told()) {
        asked.input = *told;
        asked.inputOrigin = InputOrigin::Told;
    }
    openNetwork(asked);
}

void MainWindow::askForFile(const QString &title, const QString &filter)
{
    const QString file = QFileDialog::getOpenFileName(this, title, {}, filter);
    if (file.isEmpty())
        return;
    beginOpening();
    m_figureAsked = true;
    m_sessions->open(toPath(file));
}

void MainWindow::askForSessionToSave()
{
    QFileDialog dialog(this, tr("Save the session as"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(tr("Sessions of Convscope (*.convscope)"));
    dialog.setDefaultSuffix(QStringLiteral("convscope"));
    dialog.selectFile(tr("session"));
    if (dialog.exec() == QDialog::Accepted)
        saveSession(toPath(dialog.selectedFiles().value(0)));
}

void MainWindow::askForFigure()
{
    ExportDialog dialog([this](const QString &language) { return m_controller->boardIn(language); },
        m_controller->views(), this);
    connect(m_controller, &BoardController::cellChanged, &dialog, &ExportDialog::boardChanged);
    if (dialog.exec() == QDialog::Accepted)
        exportFigure(dialog.file(), dialog.choice());
}

void MainWindow::exportFigure(const std::filesystem::path &file, const FigureChoice &choice)
{
    m_figures->write(file, shown(), choice);
}

void MainWindow::saveSession(const std::filesystem::path &file) { m_sessions->save(shown(), file); }

} // namespace convscope
