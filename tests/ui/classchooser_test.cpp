#include "tests/support/patience.h"
#include "ui/widgets/classchooser.h"
#include "ui/widgets/classmenu.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace convscope;

namespace {

QStringList thousand()
{
    QStringList names;
    for (int label = 0; label < 1000; ++label)
        names << (label == 615 ? QStringLiteral("iPod & phone")
                               : QStringLiteral("class of %1").arg(label * 7));
    return names;
}

ClassChooser *opened() { return qobject_cast<ClassChooser *>(QApplication::activePopupWidget()); }

} // namespace

/// How one of many classes is chosen.
class ClassChooserTest : public QObject
{
    Q_OBJECT

    QWidget m_window;

    ClassBox *makeBox(const QStringList &names)
    {
        auto *box = new ClassBox(&m_window);
        box->addItem(QStringLiteral("Any"), -1);
        for (int label = 0; label < names.size(); ++label)
            box->addItem(names[label], label);
        box->setGeometry(10, 10, 200, 30);
        box->show();
        return box;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_window.resize(600, 400);
        m_window.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_window, patience));
    }
    void cleanup() { qDeleteAll(m_window.findChildren<ClassBox *>()); }

    void aThousandClassesFitTheScreen()
    {
        ClassBox *box = makeBox(thousand());
        box->showPopup();
        QVERIFY(opened());
        QVERIFY(box->screen()->availableGeometry().contains(opened()->frameGeometry()));
        QVERIFY(opened()->height() < 500);
        QTest::keyClick(opened()->focusWidget(), Qt::Key_Escape);
        QVERIFY(!opened());
        QCOMPARE(box->currentIndex(), 0);
    }

    void typingFinds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("chosen"); // its place in the box, of which the first is "Any"
        QTest::newRow("part of the name, in any case") << "IPOD" << 616;
        QTest::newRow("words in any order") << "phone ip" << 616;
        QTest::newRow("a number") << "83" << 84;
        QTest::newRow("nothing") << "no such class" << 0;
    }

    void typingFinds()
    {
        QFETCH(QString, typed);
        QFETCH(int, chosen);
        ClassBox *box = makeBox(thousand());
        const QSignalSpy activated(box, &QComboBox::activated);
        box->showPopup();
        QPointer<ClassChooser> chooser = opened();
        QVERIFY(chooser);
        QTest::keyClicks(chooser->focusWidget(), typed);
        QTest::keyClick(chooser->focusWidget(), Qt::Key_Return);
        QCOMPARE(box->currentIndex(), chosen);
        QCOMPARE(activated.count(), chosen > 0 ? 1 : 0);
        if (chooser)
            chooser->close();
    }

    void arrowsChoose()
    {
        ClassBox *box = makeBox(thousand());
        box->setCurrentIndex(500);
        box->showPopup();
        QVERIFY(opened());
        QTest::keyClick(opened()->focusWidget(), Qt::Key_Down);
        QTest::keyClick(opened()->focusWidget(), Qt::Key_Down);
        QTest::keyClick(opened()->focusWidget(), Qt::Key_Return);
        QCOMPARE(box->currentIndex(), 502);
        QVERIFY(!opened());
    }

    /// The press opens, its release lands on the list, and nothing is chosen by that.
    void theReleaseThatOpenedItChoosesNothing()
    {
        ClassBox *box = makeBox(thousand());
        QTest::mousePress(box, Qt::LeftButton, {}, QPoint(190, 15));
        QPointer<ClassChooser> chooser = opened();
        QVERIFY(chooser);
        auto *list = chooser->findChild<QListView *>();
        const QPoint third = list->visualRect(list->model()->index(2, 0)).center();
        QTest::mouseRelease(list->viewport(), Qt::LeftButton, {}, third);
        QVERIFY(chooser && chooser->isVisible());
        QCOMPARE(box->currentIndex(), 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, third);
        QCOMPARE(box->currentIndex(), 2);
        QVERIFY(!opened());
    }

    /// A menu lists few classes, and leads to the chooser where there are many.
    void menusStayShort()
    {
        Target chosen;
        const auto take = [&chosen](const Target &target) { chosen = target; };
        const Target ipod{Target::Kind::Class, 615};
        QMenu many(&m_window);
        addClasses(many, m_window, thousand(), ipod, take);
        QVERIFY(many.actions().size() < 10);
        QCOMPARE(many.actions().at(3)->text(), QStringLiteral("615 iPod && phone"));
        QVERIFY(many.actions().at(3)->isChecked());
        many.findChild<QAction *>(QStringLiteral("chooseClass"))->trigger();
        QVERIFY(opened());
        QTest::keyClicks(opened()->focusWidget(), QStringLiteral("83 "));
        QTest::keyClick(opened()->focusWidget(), Qt::Key_Return);
        QVERIFY(chosen == (Target{Target::Kind::Class, 83}));

        QMenu few(&m_window);
        addClasses(few, m_window, {QStringLiteral("Bread"), QStringLiteral("Egg")}, ipod, take);
        few.actions().at(4)->trigger();
        QVERIFY(chosen == (Target{Target::Kind::Class, 1}));
        QVERIFY(!opened());
    }

    /// Two classes are compared by a menu in the menu; the class and what it is compared with change apart.
    void aMenuComparesClasses()
    {
        const QStringList names{QStringLiteral("Bread"), QStringLiteral("Egg"), QStringLiteral("Soup")};
        Target chosen;
        const auto take = [&chosen](const Target &target) { chosen = target; };
        const auto trigger = [](const QMenu &menu, const QString &text) {
            for (QAction *action : menu.actions()) {
                if (action->text().remove(u'&') == text)
                    return action->trigger();
            }
            QFAIL(qPrintable(text));
        };
        const auto against = [](Target target, OtherClass other) {
            target.against = other;
            return target;
        };
        const Target egg{Target::Kind::Class, 1};
        QMenu menu(&m_window);
        addClasses(menu, m_window, names, egg, take);
        const auto &others = *menu.findChild<QMenu *>(QStringLiteral("against"));
        QVERIFY(others.actions().first()->isChecked());
        trigger(others, QStringLiteral("Strongest other class"));
        QVERIFY(chosen == against(egg, {}));
        trigger(others, QStringLiteral("2 Soup"));
        QVERIFY(chosen == against(egg, {OtherClass::Kind::Class, 2}));
        menu.findChild<QAction *>(QStringLiteral("whyNot"))->trigger();
        QVERIFY(chosen == against({Target::Kind::Predicted}, {OtherClass::Kind::True}));
        trigger(menu, QStringLiteral("How unsure the network is"));
        QVERIFY(chosen == Target{Target::Kind::Entropy});

        const Target eggOrSoup = against(egg, {OtherClass::Kind::Class, 2});
        QMenu compared(&m_window);
        addClasses(compared, m_window, names, eggOrSoup, take);
        QVERIFY(compared.actions().at(4)->isChecked());
        trigger(compared, QStringLiteral("0 Bread"));
        QVERIFY(chosen == against({Target::Kind::Class, 0}, {OtherClass::Kind::Class, 2}));
        trigger(compared, QStringLiteral("2 Soup")); // which it is compared with
        QVERIFY(chosen == against({Target::Kind::Class, 2}, {}));
        trigger(*compared.findChild<QMenu *>(QStringLiteral("against")), QStringLiteral("No other class"));
        QVERIFY(chosen == egg);

        QMenu ofFilter(&m_window);
        const Target filter{Target::Kind::Filter, 3, 15};
        addClasses(ofFilter, m_window, names, filter, take);
        QVERIFY(ofFilter.actions().last()->isChecked());
        QMenu single(&m_window);
        addClasses(single, m_window, {QStringLiteral("Bread")}, egg, take);
        QVERIFY(!single.findChild<QMenu *>(QStringLiteral("against")));
    }
};

QTEST_MAIN(ClassChooserTest)
#include "classchooser_test.moc"
