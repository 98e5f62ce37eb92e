#include "core/data/placement.h"
#include "ui/board/addrowdialog.h"
#include "ui/board/boardcontroller.h"
#include "ui/board/parameterpanel.h"
#include "ui/choices/choices.h"
#include "ui/filters/filterinspector.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/network/networkpanel.h"
#include "ui/present/paths.h"
#include "ui/window/commands.h"
#include "ui/window/demohint.h"
#include "ui/window/emptystate.h"
#include "ui/window/mainwindow.h"
#include "ui/window/secondnetwork.h"

#include <QDockWidget>
#include <QLabel>
#include <QStackedWidget>

// How what is open and chosen reaches the panels of the window.

namespace convscope {

/// Where the network that is open runs; empty where none is.
QString MainWindow::deviceText() const
{
    if (!m_workspace->network())
        return {};
    const NetworkInfo &info = m_workspace->network()->info();
    const int threads = m_workspace->threads();
    QString text = QString::fromStdString(info.device);
    if (info.device == "cpu")
        text = threads == 1 ? tr("CPU, 1 thread") : tr("CPU, %1 threads").arg(threads);
    return info.precision == Precision::Preview ? tr("%1, preview").arg(text) : text;
}

/// With the layer and the filter that are chosen, where it has them.
void MainWindow::showNetwork()
{
    const NetworkInfo &info = m_workspace->network()->info();
    m_device->setText(deviceText());
    m_commands->setPreview(info.precision == Precision::Preview);
    showClassNames();
    m_network->showNetwork(info, m_choices->layer(), m_choices->filter(), networkName());
}

void MainWindow::showClassNames()
{
    const QStringList names = m_workspace->classNames();
    if (m_chosenFrom && m_workspace->network() && m_chosenFrom->file == m_workspace->network()->info().file)
        m_chosenFrom->classNames = names;
    m_gallery->setClassNames(names);
    m_controller->setClassNames(names);
    m_parameters->setClassNames(names);
    m_commands->setClassNames(names);
    m_commands->setTarget(m_choices->target());
    if (m_second->isOpen())
        m_controller->setSecond(m_second->onBoard()); // whose classes may be called as the first one's
}

void MainWindow::photosChosen()
{
    m_inspector->setPhotos(m_choices->photos().onBoard());
    showCentre();
}

/// The layer and the filter that are chosen in the network panel hold for all rows that follow.
void MainWindow::ask()
{
    if (const std::optional<int> layer = m_network->layer())
        m_choices->setFilter(*layer, m_network->filter());
    m_inspector->setFilter(m_network->layer().value_or(-1), m_choices->filter());
    rowsChosen();
}

void MainWindow::choicesChanged(Choices::What what)
{
    switch (what) {
    case Choices::What::Photos:
        photosChosen();
        break;
    case Choices::What::Rows:
        rowsChosen();
        break;
    case Choices::What::Outline:
    case Choices::What::Automatic:
        showSwitches();
        break;
    case Choices::What::Open:
    case Choices::What::Arrangement:
    case Choices::What::Selection:
    case Choices::What::Filter:
    case Choices::What::Targets:
        break;
    }
}

/// What is switched on or off in the menus.
void MainWindow::showSwitches()
{
    m_commands->setOutline(m_choices->hasOutline());
    m_commands->setAutomatic(m_choices->isAutomatic());
}

void MainWindow::rowsChosen()
{
    m_commands->setTarget(m_choices->target());
    showColours();
    const MethodOptions image = m_choices->latest(FeatureVisualisationOptions());
    m_inspector->setImageOptions(std::get<FeatureVisualisationOptions>(image));
}

/// Of the marks on superpixels, as the first row that has them says.
void MainWindow::showColours()
{
    for (const Row &row : m_choices->rows()) {
        if (kindOf(row) == AnswerKind::SuperpixelWeights) {
            m_commands->setColours(row.look.colours);
            return;
        }
    }
}

void MainWindow::showFilterCard()
{
    auto *dock = findChild<QDockWidget *>(QStringLiteral("filterCardDock"));
    dock->show();
    dock->raise();
}

void MainWindow::askForRow()
{
    AddRowDialog dialog(!m_choices->has(id(Row{})), this, &m_commands->presetMenu());
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const std::optional<MethodOptions> method = dialog.method())
        m_choices->add(*method);
    else
        m_choices->addPhoto();
}

void MainWindow::showParameters(int row)
{
    auto *dock = qobject_cast<QDockWidget *>(m_parameters->parentWidget());
    dock->show();
    dock->raise();
    m_choices->select(row);
    m_parameters->focusFirst();
}

/// Which network is open: the demo's, or its folder and its name.
QString MainWindow::networkName() const
{
    return isDemoNetwork() ? tr("demo network") : nameInFolder(m_workspace->network()->info().file);
}

/// Which photos are open: their folder and their split.
QString MainWindow::photosName() const
{
    const std::filesystem::path &folder = m_workspace->folder();
    if (folder.empty()) {
        const auto count = m_workspace->photos()->photos.size();
        return count == 1 ? tr("1 photo") : tr("%1 photos").arg(count);
    }
    const QString split = m_workspace->split();
    if (split.isEmpty())
        return isDemoPhotos() ? tr("demo photos") : nameInFolder(folder);
    const QString name =
        isDemoPhotos() ? tr("demo photos") : nameInFolder(folder / split.toStdString()).section(u'/', 0, 0);
    return name + u'/' + split;
}

void MainWindow::showTitle()
{
    QStringList parts;
    if (m_workspace->hasPhotos())
        parts << photosName();
    if (m_workspace->network())
        parts << (m_second->used().isOpen() ? tr("%1 and B: %2").arg(networkName(), m_second->name())
                                            : networkName());
    parts << QStringLiteral("Convscope");
    setWindowTitle(parts.join(QStringLiteral(" – ")));
}

void MainWindow::showCentre()
{
    const bool hasNetwork = m_workspace->network() != nullptr;
    const bool hasBoard = hasNetwork && m_controller->columnCount() > 0;
    m_empty->show(m_workspace->hasPhotos(), hasNetwork, m_workspace->opening());
    m_centre->setCurrentIndex(hasBoard ? 1 : 0);
    m_hint->show(hasNetwork && isDemoPhotos(), m_workspace->hasPhotos() && isDemoNetwork(), m_demoHintClosed);
    m_commands->setCanExport(hasBoard);
    m_commands->setHasPhotos(m_workspace->hasPhotos());
}

void MainWindow::showHasMask() { m_commands->setHasMask(m_controller->hasMask()); }

/// The gallery shows photos as the network sees them.
void MainWindow::turnThumbnails()
{
    const InputDescription input =
        m_workspace->network() ? m_workspace->network()->info().input : InputDescription();
    m_gallery->findChild<ThumbnailModel *>()->setOrientation(orientationFor(input));
}

/// Once, not with every photo more.
void MainWindow::tellIfMany()
{
    const bool many = m_controller->isTooLongToStart();
    if (many == m_toldOfMany)
        return;
    m_toldOfMany = many;
    if (many)
        m_messages->say(MessageBar::Kind::Done, MessageBar::About::Board,
            tr("With more than %1 photos, slow rows start only when asked: a cell's or a row's "
               "own Start, or all of them with Explain > Start all (Ctrl+R).")
                .arg(BoardController::maxAutomatic));
    else
        m_messages->withdraw(MessageBar::About::Board);
}

} // namespace convscope
