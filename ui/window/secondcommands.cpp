#include "core/network/drawnanew.h"
#include "ui/board/boardcontroller.h"
#include "ui/present/joined.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/session/autosave.h"
#include "ui/session/places.h"
#include "ui/window/commands.h"
#include "ui/window/differencesdialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/secondnetwork.h"

#include <QFileDialog>
#include <QInputDialog>

// How the window has a second network beside the first one.

namespace convscope {

/// Once.
void MainWindow::connectSecond()
{
    using About = MessageBar::About;
    connect(m_second, &SecondNetwork::changed, this, &MainWindow::showSecond);
    connect(m_second, &SecondNetwork::changed, m_autosave, &Autosave::soon);
    connect(m_second, &SecondNetwork::opened, this, [this](const QStringList &notes, bool isNew) {
        QStringList said = notes;
        if (isNew)
            said.prepend(tr("Network B is %1. A row asks it where its menu says so: ⋯ > Network.")
                             .arg(m_second->name()));
        if (said.isEmpty())
            m_messages->withdraw(About::Second);
        else
            m_messages->say(MessageBar::Kind::Done, About::Second, joined(said));
    });
    connect(m_second, &SecondNetwork::failed, this,
        [this](const QString &reason) { m_messages->say(MessageBar::Kind::Problem, About::Second, reason); });
}

void MainWindow::askForSecond()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a second network"), startFolder(Place::Networks), networkFilter());
    if (file.isEmpty())
        return;
    keepPlace(Place::Networks, toPath(file).parent_path());
    m_messages->withdraw(MessageBar::About::Second);
    m_second->open({.network = asked(toPath(file))});
}

void MainWindow::askForDrawn()
{
    const int all = modulesWithWeights(m_workspace->network()->info());
    bool accepted = false;
    const int modules = QInputDialog::getInt(this, tr("Second network: layers drawn anew"),
        tr("Network B is this network with the weights of its last layers drawn at random, as before "
           "training.\nHow many of its %1 layers with weights?")
            .arg(all),
        all, 1, all, 1, &accepted);
    if (!accepted)
        return;
    m_messages->withdraw(MessageBar::About::Second);
    m_second->open({.drawn = DrawnAnew{modules == all ? 0 : modules}});
}

void MainWindow::closeSecond()
{
    m_messages->withdraw(MessageBar::About::Second);
    m_second->close();
}

void MainWindow::showSecond()
{
    m_askingBoth = {}; // it was about another one
    m_messages->withdraw(MessageBar::About::Compared);
    m_controller->setSecond(m_second->onBoard());
    showSecondCommands();
    showTitle();
}

void MainWindow::showSecondCommands()
{
    const Network *first = m_workspace->network().get();
    m_commands->setSecond(first != nullptr, first && modulesWithWeights(first->info()) > 0,
        m_second->used().isOpen(), m_second->isOpen() && m_workspace->hasPhotos());
}

/// Asks both about all photos of the folder, behind all else.
void MainWindow::compareOnAll()
{
    const std::shared_ptr<const NetworkPair> pair = m_second->onBoard().pair;
    const std::shared_ptr<const PhotoSet> &set = m_workspace->photos();
    if (!pair || set->photos.empty())
        return;
    m_messages->withdraw(MessageBar::About::Compared);
    const QString kind = QStringLiteral("disagreement");
    if (m_cancelled.removeIf([&kind](const JobInfo &job) { return job.kind == kind; }) > 0
        && m_messages->says(MessageBar::About::Cancelled))
        offerCancelled();
    m_askingBoth = m_workspace->networkLane().start<DisagreementRun, ComparedEvaluations>(
        {.urgency = Urgency::Background,
            .title = [] { return tr("Comparing A and B on all photos"); },
            .network = pair->sharedFirst(),
            .secondNetwork = pair->sharedSecond(),
            .begin = {0, int(set->photos.size())},
            .again = [this] { compareOnAll(); },
            .canAgain =
                [this, askedPair = std::weak_ptr(pair), askedSet = std::weak_ptr(set)] {
                    const std::shared_ptr<const NetworkPair> now = m_second->onBoard().pair;
                    return now && now == askedPair.lock() && m_workspace->photos() == askedSet.lock();
                },
            .kind = kind},
        [pair, set] { return std::make_unique<DisagreementRun>(*pair, set->photos); },
        [pair](const DisagreementRun &run) { return std::optional(run.result()); },
        {
            .done = [this, set](const ComparedEvaluations &found) { tellCompared(set, found); },
            .failed =
                [this](const Error &error) {
                    m_messages->say(MessageBar::Kind::Problem, MessageBar::About::Compared, sentence(error));
                },
            .progress = {},
            .stopped =
                [this, set](const std::optional<ComparedEvaluations> &found) {
                    if (found && found->disagreement.photos > 0)
                        tellCompared(set, *found);
                },
        });
}

void MainWindow::tellCompared(const std::shared_ptr<const PhotoSet> &set, const ComparedEvaluations &found)
{
    const DifferingPhotos compared{set, found, m_workspace->classNames(), m_second->onBoard().classNames};
    QString text = tr("A and B say different classes to %1 of %2 photos.")
                       .arg(found.disagreement.differing.size())
                       .arg(found.disagreement.photos);
    const auto asked = std::size_t(found.disagreement.photos) + found.first.failed.size();
    if (asked < set->photos.size())
        text = joined({text, tr("You stopped it before the other %1.").arg(set->photos.size() - asked)});
    if (!found.first.failed.empty())
        text = joined({text, tr("%1 could not be read.").arg(found.first.failed.size())});
    m_messages->offer(MessageBar::Kind::Done, MessageBar::About::Compared, text, tr("Show"),
        [this, compared] { showDifferences(compared); });
}

void MainWindow::showDifferences(const DifferingPhotos &compared)
{
    auto *dialog = new DifferencesDialog(compared, this);
    connect(dialog, &DifferencesDialog::photoAsked, m_choices, &Choices::putOn);
    dialog->show();
}

} // namespace convscope
