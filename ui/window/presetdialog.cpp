#include "ui/window/presetdialog.h"

#include "ui/session/presetstore.h"
#include "ui/widgets/onscreen.h"

#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

QLabel *makeLabel(const char *name, const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText); // names may look like markup
    label->setWordWrap(true);
    return label;
}

bool isSure(QWidget &parent, const QString &title, const QString &question)
{
    return QMessageBox::question(
               &parent, title, question, QMessageBox::Yes | QMessageBox::No, QMessageBox::No)
        == QMessageBox::Yes;
}

} // namespace

PresetDialog::PresetDialog(PresetStore &store, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_list(new QListWidget)
    , m_none(makeLabel("noPresets", tr("You have kept no preset. “Save rows as preset” keeps one.")))
    , m_problem(makeLabel("presetProblem"))
{
    setObjectName(QStringLiteral("presetDialog"));
    setWindowTitle(tr("Presets of rows"));
    m_list->setObjectName(QStringLiteral("keptPresets"));
    m_list->setAccessibleName(tr("Your presets"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_rename = buttons->addButton(tr("&Rename…"), QDialogButtonBox::ActionRole);
    m_rename->setObjectName(QStringLiteral("renamePreset"));
    m_rename->setToolTip(tr("Give the preset another name (F2)"));
    m_forget = buttons->addButton(tr("&Delete…"), QDialogButtonBox::ActionRole);
    m_forget->setObjectName(QStringLiteral("deletePreset"));
    m_forget->setToolTip(tr("Delete the preset and its file (Del)"));
    for (QAbstractButton *button : buttons->buttons())
        qobject_cast<QPushButton *>(button)->setAutoDefault(false); // Return renames
    new QShortcut(Qt::Key_F2, m_list, this, &PresetDialog::rename, Qt::WidgetShortcut);
    new QShortcut(Qt::Key_Delete, m_list, this, &PresetDialog::forget, Qt::WidgetShortcut);
    connect(m_rename, &QPushButton::clicked, this, &PresetDialog::rename);
    connect(m_forget, &QPushButton::clicked, this, &PresetDialog::forget);
    connect(m_list, &QListWidget::itemActivated, this, &PresetDialog::rename);
    connect(m_list, &QListWidget::currentRowChanged, this, &PresetDialog::showChosen);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&store, &PresetStore::changed, this, &PresetDialog::showKept);
    connect(&store, &PresetStore::failed, m_problem, &QLabel::setText);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resizeOnScreen(*this, {fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * 16});
    showKept();
    m_list->setFocus();
}

void PresetDialog::showKept()
{
    const int row = m_list->currentRow();
    m_list->clear();
    for (const Preset &preset : m_store.kept())
        m_list->addItem(preset.name);
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    m_list->setVisible(m_list->count() > 0);
    m_none->setVisible(m_list->count() == 0);
    showChosen();
}

void PresetDialog::showChosen()
{
    m_rename->setEnabled(!chosen().isEmpty());
    m_forget->setEnabled(!chosen().isEmpty());
}

QString PresetDialog::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->text() : QString();
}

void PresetDialog::rename()
{
    const QString from = chosen();
    if (from.isEmpty())
        return;
    const std::optional<QString> to = askForPresetName(*this, m_store, tr("Rename preset"), from, from);
    if (to && *to != from)
        change([&] { m_store.rename(from, *to); });
}

void PresetDialog::forget()
{
    const QString name = chosen();
    if (!name.isEmpty()
        && isSure(*this, tr("Delete preset"), tr("Delete the preset “%1”? This cannot be undone.").arg(name)))
        change([&] { m_store.forget(name); });
}

/// What went wrong before is of the past.
void PresetDialog::change(const std::function<void()> &work)
{
    m_problem->clear();
    work();
}

std::optional<QString> askForPresetName(QWidget &parent, const PresetStore &store, const QString &title,
    const QString &proposed, const QString &own)
{
    QInputDialog dialog(&parent);
    dialog.setObjectName(QStringLiteral("presetNameDialog"));
    dialog.setWindowTitle(title);
    dialog.setLabelText(PresetDialog::tr("Name of the preset:"));
    dialog.setTextValue(proposed);
    while (dialog.exec() == QDialog::Accepted) {
        const QString name = dialog.textValue().trimmed();
        const QString problem = presetNameProblem(name);
        if (!problem.isEmpty()) {
            dialog.setLabelText(problem);
            continue;
        }
        if (name == own || !store.has(name)
            || isSure(parent, title, PresetDialog::tr("“%1” is there already. Replace it?").arg(name)))
            return name;
    }
    return {};
}

} // namespace convscope
