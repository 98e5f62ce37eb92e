#include "ui/widgets/classmenu.h"

#include "ui/widgets/classchooser.h"
#include "ui/widgets/contextmenu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QCursor>
#include <QMenu>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ClassMenu)
};

/// Where the menu was, else where the pointer is.
QRect placeOf(const QMenu &menu)
{
    return menu.pos().isNull() ? QRect(QCursor::pos(), QSize()) : QRect(menu.pos(), QSize(menu.width(), 0));
}

} // namespace

void addClasses(QMenu &menu, QWidget &parent, const QStringList &classNames, const std::optional<Target> &now,
    const std::function<void(const Target &)> &chosen)
{
    auto *group = new QActionGroup(&menu);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    const auto add = [&](const QString &text, const Target &target) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(now == target);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &parent, [chosen, target] { chosen(target); });
    };
    add(Texts::tr("&True class"), {Target::Kind::True, 0});
    add(Texts::tr("&Predicted class"), {Target::Kind::Predicted, 0});
    if (classNames.isEmpty())
        return;
    menu.addSeparator();
    const bool areFew = classNames.size() <= maxClassesInMenu;
    for (int label = 0; label < classNames.size(); ++label) {
        const Target target{Target::Kind::Class, label};
        if (areFew || now == target)
            add(menuText(numberedClass(label, classNames)), target);
    }
    if (areFew)
        return;
    QAction *choose = menu.addAction(Texts::tr("&Another class…"));
    choose->setObjectName(QStringLiteral("chooseClass"));
    const int label = now && now->kind == Target::Kind::Class ? now->index : 0;
    QObject::connect(
        choose, &QAction::triggered, &parent, [place = &menu, owner = &parent, classNames, label, chosen] {
            chooseClass(owner, placeOf(*place), classNames, label, [chosen](int wanted) {
                chosen({Target::Kind::Class, wanted});
            });
        });
}

} // namespace convscope
