#include "ui/gallery/labelsbutton.h"

#include "ui/present/joined.h"
#include "ui/present/labeltexts.h"

#include <QActionGroup>
#include <QMenu>

namespace convscope {

LabelsButton::LabelsButton(QWidget *parent)
    : QToolButton(parent)
    , m_rules(new QActionGroup(this))
{
    setObjectName(QStringLiteral("labels"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // its text changes, the gallery's width does not
    auto *menu = new QMenu(this);
    const std::pair<QString, LabelsAsked> rules[] = {
        {tr("Automatic"), LabelsAsked::Automatic},
        {tr("Folders: their names, else their order"), LabelsAsked::Folders},
        {tr("Numbers that folders are called"), LabelsAsked::Numbers},
        {tr("File names: a number in front, like 3_12.jpg"), LabelsAsked::Names},
        {tr("No labels"), LabelsAsked::None},
    };
    for (const auto &[text, rule] : rules) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QStringLiteral("labels-%1").arg(QLatin1String(name(rule))));
        action->setCheckable(true);
        action->setData(int(rule));
        m_rules->addAction(action);
    }
    menu->addSeparator();
    QAction *map = menu->addAction(tr("Map to the network's classes…"));
    map->setObjectName(QStringLiteral("labels-map"));
    connect(map, &QAction::triggered, this, &LabelsButton::mapAsked);
    connect(m_rules, &QActionGroup::triggered, this,
        [this](const QAction *action) { Q_EMIT chosen(LabelsAsked(action->data().toInt())); });
    setMenu(menu);
}

void LabelsButton::show(const PhotoSet &set)
{
    m_text = labelRuleBrief(set.labels);
    const QString whole = labelRuleText(set.labels);
    for (QAction *action : m_rules->actions())
        action->setChecked(action->data().toInt() == int(set.labels.asked));
    QStringList lines{tr("%1.").arg(whole)};
    lines << labelProblems(set);
    lines << tr("Click to take the labels otherwise, or to map them to the network's classes.");
    setToolTip(lines.join(u'\n'));
    setAccessibleName(whole);
    setAccessibleDescription(joined(lines.mid(1)));
    elide();
}

void LabelsButton::resizeEvent(QResizeEvent *event)
{
    QToolButton::resizeEvent(event);
    elide();
}

void LabelsButton::elide()
{
    constexpr int frameAndArrow = 24;
    setText(fontMetrics().elidedText(m_text, Qt::ElideRight, width() - frameAndArrow));
}

} // namespace convscope
