#include "ui/window/rowcommands.h"

#include "ui/window/commands.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>

namespace convscope {

RowCommands::RowCommands(Commands &commands, Choices &choices)
    : QObject(&commands)
    , m_commands(commands)
    , m_choices(choices)
    , m_menu(commands.rowMenu())
{
    add(tr("&Add row…"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, "addRow", [this] { Q_EMIT addAsked(); });
    add(tr("D&uplicate row"), Qt::CTRL | Qt::Key_D, "duplicateRow",
        [&choices] { choices.duplicate(choices.selected()); });
    m_remove = add(tr("&Remove row"), Qt::CTRL | Qt::Key_Delete, "removeRow",
        [&choices] { choices.remove(choices.selected()); });
    m_up = add(tr("&Move row up"), Qt::CTRL | Qt::SHIFT | Qt::Key_Up, "moveRowUp",
        [&choices] { choices.move(choices.selected(), choices.selected() - 1); });
    m_down = add(tr("Move row &down"), Qt::CTRL | Qt::SHIFT | Qt::Key_Down, "moveRowDown",
        [&choices] { choices.move(choices.selected(), choices.selected() + 1); });
    m_hold = add(tr("&Hold row at its layer and filter"), Qt::CTRL | Qt::Key_H, "holdSelectedRow",
        [this, &choices] { choices.setHeld(choices.selected(), m_hold->isChecked()); });
    m_hold->setCheckable(true);
    m_menu.addSeparator();
    addShown();
    connect(&choices, &Choices::changed, this, [this](Choices::What what) {
        if (what == Choices::What::Rows || what == Choices::What::Selection)
            refresh();
    });
    refresh();
}

QAction *RowCommands::add(
    const QString &text, const QKeySequence &key, const char *name, std::function<void()> chosen)
{
    QAction *action = m_menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    m_commands.listKey(action);
    connect(action, &QAction::triggered, this, [chosen = std::move(chosen)] {
        if (auto *box = qobject_cast<QAbstractSpinBox *>(QApplication::focusWidget()))
            box->interpretText(); // what is being typed counts
        chosen();
    });
    return action;
}

/// The notebook's rows come and go with one click.
void RowCommands::addShown()
{
    m_shown = new QActionGroup(this);
    m_shown->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    for (const Row &row : standardRows()) {
        QAction *action = m_menu.addAction(title(row));
        action->setObjectName(QStringLiteral("row-") + id(row));
        action->setToolTip(explanation(row));
        action->setCheckable(true);
        action->setData(id(row));
        m_shown->addAction(action);
    }
    connect(m_shown, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_choices.setShown(action->data().toString(), action->isChecked());
        refresh(); // the last row stays
    });
}

void RowCommands::refresh()
{
    const int selected = m_choices.selected();
    const Row row = m_choices.rows().value(selected);
    m_remove->setEnabled(m_choices.rows().size() > 1);
    m_up->setEnabled(selected > 0);
    m_down->setEnabled(selected + 1 < m_choices.rows().size());
    m_hold->setEnabled(row.canBeHeld());
    m_hold->setChecked(row.held);
    for (QAction *action : m_shown->actions())
        action->setChecked(m_choices.has(action->data().toString()));
}

} // namespace convscope
