#include "ui/board/boardcontroller.h"
#include "ui/export/figureexport.h"
#include "ui/filters/filterinspector.h"
#include "ui/present/paths.h"
#include "ui/widgets/filemanager.h"
#include "ui/widgets/saver.h"
#include "ui/window/mainwindow.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

// What the window says of the files that it writes.

namespace convscope {

/// Once; what the user sees comes and goes.
void MainWindow::connectWriting()
{
    using About = MessageBar::About;
    connect(m_figures, &FigureExport::failed, this,
        [this](const QString &reason) { m_messages->say(MessageBar::Kind::Problem, About::Figure, reason); });
    connect(m_figures, &FigureExport::waiting, this, [this](const std::filesystem::path &file, int pictures) {
        m_messages->say(MessageBar::Kind::Done, About::Figure,
            pictures == 1
                ? tr("%1 is written once its last picture is computed").arg(displayText(file))
                : tr("%1 is written once %2 pictures are computed").arg(displayText(file)).arg(pictures));
    });
    connect(m_figures, &FigureExport::written, this,
        [this](const std::filesystem::path &file, const std::filesystem::path &numbers) {
            const QString text = numbers.empty() ? tr("The figure was written to %1").arg(displayText(file))
                                                 : tr("The figure was written to %1 and the numbers to %2")
                                                       .arg(displayText(file), displayText(numbers));
            tellWritten(About::Figure, text, file);
        });
    for (const Saver *saver : {&m_controller->saver(), &m_inspector->saver()}) {
        connect(saver, &Saver::saved, this, [this](const std::filesystem::path &file) {
            tellWritten(About::Saved, tr("Written to %1").arg(displayText(file)), file);
        });
        connect(saver, &Saver::failed, this, [this](const QString &reason) {
            m_messages->say(MessageBar::Kind::Problem, About::Saved, reason);
        });
    }
}

void MainWindow::tellWritten(MessageBar::About about, const QString &text, const std::filesystem::path &file)
{
    const auto show = [this, about, file] {
        showInFileManager({file}, [self = QPointer(this), about, file] {
            if (self)
                self->m_messages->say(MessageBar::Kind::Problem, about,
                    tr("The desktop has no program that shows the folder of %1").arg(displayText(file)));
        });
    };
    const MessageBar::Offer showing{tr("Show in folder"), show, "showWritten"};
    const auto open = [this, about, file, showing] {
        if (!openWithItsProgram(file))
            m_messages->offer(MessageBar::Kind::Problem, about,
                tr("The desktop has no program that opens %1").arg(displayText(file)), {showing});
    };
    m_messages->offer(MessageBar::Kind::Done, about, text, {{tr("Open"), open, "openWritten"}, showing});
}

/// Whether nothing is lost then that was asked for, or the user wants that.
bool MainWindow::mayClose()
{
    const std::vector<std::filesystem::path> waiting = m_figures->waitingFiles();
    if (waiting.empty())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Quit"),
        waiting.size() == 1
            ? tr("%1 still waits for its pictures, and is not written if you quit now.")
                  .arg(displayText(waiting.front()))
            : tr("%1 figures still wait for their pictures, and are not written if you quit now.")
                  .arg(waiting.size()),
        QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("quitBox"));
    QPushButton *quit = box.addButton(tr("Quit"), QMessageBox::DestructiveRole);
    quit->setObjectName(QStringLiteral("quit"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == quit;
}

} // namespace convscope
