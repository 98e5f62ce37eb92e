#include "ui/session/changesdialog.h"

#include "ui/session/places.h"
#include "ui/widgets/onscreen.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

namespace {

QString heading(const QString &name, bool missing, bool otherNetwork)
{
    if (otherNetwork)
        return ChangesDialog::tr(
            "The network of %1 is missing. The pictures are those of the network that is "
            "open, not of the one that it was made with.")
            .arg(name);
    if (missing)
        return ChangesDialog::tr("%1 is open as far as its files were found. Since it was written:")
            .arg(name);
    return ChangesDialog::tr("%1 is open. The pictures may differ, because since it was written:").arg(name);
}

} // namespace

ChangesDialog::ChangesDialog(
    const QString &name, const Reopened &reopened, bool otherNetwork, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("changesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changed since then"));
    auto *text = new QLabel(heading(name, reopened.isMissing(), otherNetwork));
    text->setObjectName(QStringLiteral("changesText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *list = new QListWidget;
    list->setObjectName(QStringLiteral("changes"));
    list->setAccessibleName(tr("What has changed"));
    list->setWordWrap(true);
    list->setAlternatingRowColors(true);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Change &change : reopened.changes)
        list->addItem(sentence(change));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (reopened.isMissing()) {
        QPushButton *find = buttons->addButton(tr("&Find the files…"), QDialogButtonBox::ActionRole);
        find->setObjectName(QStringLiteral("findFiles"));
        find->setToolTip(tr("Choose the folder that the missing files are in now, or one above it"));
        connect(find, &QPushButton::clicked, this, &ChangesDialog::askForFolder);
    }

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(text);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    resizeOnScreen(*this, {fontMetrics().averageCharWidth() * 80, fontMetrics().lineSpacing() * 16});
}

void ChangesDialog::askForFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Choose the folder that the missing files are in now"),
            startFolder(Place::Photos), QFileDialog::Options());
    if (folder.isEmpty())
        return;
    Q_EMIT folderChosen(folder);
    accept();
}

} // namespace convscope
