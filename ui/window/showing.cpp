#include "ui/board/boardcontroller.h"
#include "ui/board/parameterpanel.h"
#include "ui/filters/filterinspector.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/window/commands.h"
#include "ui/window/demohint.h"
#include "ui/window/emptystate.h"
#include "ui/window/mainwindow.h"

#include <QDockWidget>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>

// How what is open and chosen reaches the panels of the window.

namespace convscope {

namespace {

QString deviceText(const NetworkInfo &info, int threads)
{
    QString text = QString::fromStdString(info.device);
    if (info.device == "cpu")
        text =
            threads == 1 ? MainWindow::tr("CPU, 1 thread") : MainWindow::tr("CPU, %1 threads").arg(threads);
    return info.precision == Precision::Preview ? MainWindow::tr("%1, preview").arg(text) : text;
}

} // namespace

/// With this layer and filter chosen, where it has them.
void MainWindow::showNetwork(int layer, int filter)
{
    const NetworkInfo &info = m_workspace->network()->info();
    m_device->setText(deviceText(info, m_workspace->threads()));
    m_commands->setPreview(info.precision == Precision::Preview);
    showClassNames();
    m_network->showNetwork(info, layer, filter);
}

void MainWindow::showClassNames()
{
    const QStringList names = m_workspace->classNames();
    m_gallery->setClassNames(names);
    m_controller->setClassNames(names);
    m_parameters->setClassNames(names);
    m_commands->setClassNames(names);
    m_commands->setTarget(m_parameters->questions().saliency.target, m_parameters->questions().lime.target);
}

void MainWindow::photosChosen()
{
    m_controller->setPhotos(m_gallery->chosen(), m_gallery->pinnedCount());
    m_inspector->setPhotos(m_gallery->chosen());
    showCentre();
}

/// Brings the board what is chosen now.
void MainWindow::ask()
{
    Questions questions = m_parameters->questions();
    if (const std::optional<int> layer = m_network->layer())
        questions.setLayerAndFilter(*layer, m_network->filter());
    const QSignalBlocker blocker(m_parameters);
    m_parameters->setQuestions(questions);
    m_commands->setTarget(questions.saliency.target, questions.lime.target);
    m_controller->setQuestions(questions);
    m_inspector->setFilter(m_network->layer().value_or(-1), questions.activation.filter);
    m_inspector->setImageOptions(questions.filterImage);
}

void MainWindow::showParameters(View view)
{
    auto *dock = qobject_cast<QDockWidget *>(m_parameters->parentWidget());
    dock->show();
    dock->raise();
    m_parameters->focus(view);
}

void MainWindow::showTitle()
{
    QStringList parts;
    if (m_workspace->hasPhotos())
        parts << (m_workspace->split().isEmpty() ? displayText(m_workspace->folder().filename())
                                                 : m_workspace->split());
    if (m_workspace->network())
        parts << displayText(m_workspace->network()->info().file.filename());
    parts << QStringLiteral("Convscope");
    setWindowTitle(parts.join(QStringLiteral(" – ")));
}

void MainWindow::showCentre()
{
    const bool hasNetwork = m_workspace->network() != nullptr;
    const bool hasBoard = hasNetwork && m_controller->columnCount() > 0;
    m_empty->show(m_workspace->hasPhotos(), hasNetwork, m_workspace->opening());
    m_centre->setCurrentIndex(hasBoard ? 1 : 0);
    m_hint->setVisible(isDemoOpen() && !m_demoHintClosed);
    m_commands->setCanExport(hasBoard);
}

} // namespace convscope
