#include "ui/widgets/classmenu.h"

#include "ui/present/methodtexts.h"
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

/// Entries of which the one that is chosen now is checked. What is chosen is a Target or an OtherClass.
template <typename Chosen> class Entries
{
public:
    using Heard = std::function<void(const Chosen &)>;

    Entries(QMenu &menu, QWidget &parent, const std::optional<Chosen> &now, Heard chosen)
        : m_menu(menu)
        , m_parent(parent)
        , m_now(now)
        , m_chosen(std::move(chosen))
        , m_group(new QActionGroup(&menu))
    {
        m_group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    }

    QAction *add(const QString &text, const Chosen &entry)
    {
        QAction *action = m_menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(m_now == entry);
        m_group->addAction(action);
        QObject::connect(action, &QAction::triggered, &m_parent, [heard = m_chosen, entry] { heard(entry); });
        return action;
    }

    /// By name, or an entry that leads to all names. `ofClass(label)` is what a class means.
    template <typename OfClass>
    void addNames(const QStringList &classNames, int label, const QString &another, OfClass ofClass)
    {
        if (classNames.isEmpty())
            return;
        m_menu.addSeparator();
        const bool areFew = classNames.size() <= maxClassesInMenu;
        for (int each = 0; each < classNames.size(); ++each) {
            if (areFew || m_now == ofClass(each))
                add(menuText(numberedClass(each, classNames)), ofClass(each));
        }
        if (areFew)
            return;
        QAction *choose = m_menu.addAction(another);
        choose->setObjectName(QStringLiteral("chooseClass"));
        QObject::connect(choose, &QAction::triggered, &m_parent,
            [place = &m_menu, owner = &m_parent, classNames, label, ofClass, heard = m_chosen] {
                chooseClass(owner, placeOf(*place), classNames, label,
                    [heard, ofClass](int wanted) { heard(ofClass(wanted)); });
            });
    }

private:
    QMenu &m_menu;
    QWidget &m_parent;
    std::optional<Chosen> m_now;
    Heard m_chosen;
    QActionGroup *m_group;
};

using Heard = std::function<void(const Target &)>;

/// What the class is compared with; an entry of its own takes that away.
void addOthers(
    QMenu &menu, QWidget &parent, const QStringList &classNames, const Target &now, const Heard &chosen)
{
    const auto compare = [now, chosen](const std::optional<OtherClass> &rival) {
        Target target = now;
        target.against = rival;
        chosen(target);
    };
    QAction *none = menu.addAction(Texts::tr("&No other class"));
    none->setCheckable(true);
    none->setChecked(!now.against);
    QObject::connect(none, &QAction::triggered, &parent, [compare] { compare({}); });
    Entries<OtherClass> entries(menu, parent, now.against, compare);
    entries.add(Texts::tr("&Strongest other class"), {OtherClass::Kind::Strongest});
    entries.add(Texts::tr("&True class"), {OtherClass::Kind::True});
    entries.add(Texts::tr("&Predicted class"), {OtherClass::Kind::Predicted});
    const bool isClass = now.against && now.against->kind == OtherClass::Kind::Class;
    entries.addNames(
        classNames, isClass ? now.against->index : 0, Texts::tr("&Another class…"), [](int label) {
            return OtherClass{OtherClass::Kind::Class, label};
        });
}

} // namespace

void addClasses(QMenu &menu, QWidget &parent, const QStringList &classNames, const std::optional<Target> &now,
    const Heard &chosen)
{
    const bool isClass = now && now->isClass();
    const std::optional<OtherClass> rival = isClass ? now->against : std::nullopt;
    // Another class is compared with the same one as before.
    const auto compared = [rival](Target target) {
        const bool isItself = rival && rival->kind == OtherClass::Kind::Class
            && target == Target{Target::Kind::Class, rival->index};
        target.against = isItself ? std::optional(OtherClass{}) : rival;
        return target;
    };
    Entries<Target> entries(menu, parent, now, chosen);
    entries.add(Texts::tr("&True class"), compared({Target::Kind::True}));
    entries.add(Texts::tr("&Predicted class"), compared({Target::Kind::Predicted}));
    entries.addNames(classNames, now && now->kind == Target::Kind::Class ? now->index : 0,
        Texts::tr("&Another class…"), [compared](int label) {
            return compared({Target::Kind::Class, label});
        });
    menu.addSeparator();
    if (classNames.size() != 1) {
        Target whyNot{Target::Kind::Predicted};
        whyNot.against = OtherClass{OtherClass::Kind::True};
        entries.add(Texts::tr("P&redicted against true class"), whyNot)
            ->setObjectName(QStringLiteral("whyNot"));
        QMenu *against = menu.addMenu(Texts::tr("C&ompared with"));
        against->setObjectName(QStringLiteral("against"));
        addOthers(*against, parent, classNames, isClass ? *now : Target(), chosen);
    }
    entries.add(Texts::tr("How &unsure the network is"), {Target::Kind::Entropy});
    if (now && now->kind == Target::Kind::Filter)
        entries.add(menuText(targetDetail(*now)), *now);
}

} // namespace convscope
