#include "ui/gallery/labelmapdialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace convscope;

namespace {

PhotoSet photos()
{
    PhotoSet set;
    set.classes = {"bagel", "consommé", "not in this split", "steak"};
    set.photos = {{"/a/1.jpg", {}, "bagel"}, {"/a/2.jpg", {}, "bagel"}, {"/a/3.jpg", 5, "steak"},
        {"/a/4.jpg", {}, "consommé"}};
    return set;
}

/// Of eleven classes that nobody named: Food-11's.
struct Map
{
    LabelMapDialog dialog;

    explicit Map(const LabelQuestion &question = {})
        : dialog(photos(), question, classNames())
    {
    }
    static QStringList classNames()
    {
        return {"Bread", "Dairy product", "Dessert", "Egg", "Fried food", "Meat", "Noodles/Pasta", "Rice",
            "Seafood", "Soup", "Vegetable/Fruit"};
    }
    QTableWidget *table() const { return dialog.findChild<QTableWidget *>(); }
    QComboBox *box(int row) const { return qobject_cast<QComboBox *>(table()->cellWidget(row, 2)); }
};

} // namespace

class LabelMapDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsTheClassesThatHavePhotos()
    {
        const Map map;
        QCOMPARE(map.table()->rowCount(), 3);
        QCOMPARE(map.table()->item(0, 0)->text(), QStringLiteral("bagel"));
        QCOMPARE(map.table()->item(0, 1)->text(), QStringLiteral("2"));
        QCOMPARE(map.box(0)->currentText(), QStringLiteral("none"));
        QCOMPARE(map.box(2)->currentText(), QStringLiteral("5 Meat"));
        QCOMPARE(map.box(2)->count(), 12);
    }

    void givesWhatIsChosenByName()
    {
        const Map map;
        map.box(0)->setCurrentIndex(1);
        map.box(1)->setCurrentIndex(11);
        QCOMPARE(map.dialog.map(),
            (LabelMap{{"bagel", "Bread"}, {"consommé", "Vegetable/Fruit"}, {"steak", "Meat"}}));
    }

    void givesTheNumberWhereTheNameIsNotKnown()
    {
        LabelQuestion question;
        question.classNames = std::vector<std::string>(11, "same");
        const Map map(question);
        map.box(1)->setCurrentIndex(10);
        QCOMPARE(map.dialog.map().at("consommé"), std::string("9"));
    }

    void keepsWhatIsSaidOfClassesThatAreNotShown()
    {
        LabelQuestion question;
        question.map = {{"not in this split", "Egg"}, {"BAGEL", "Rice"}};
        const Map map(question);
        QCOMPARE(map.dialog.map(),
            (LabelMap{{"bagel", ""}, {"consommé", ""}, {"not in this split", "Egg"}, {"steak", "Meat"}}));
        QTest::mouseClick(map.dialog.findChild<QPushButton *>("noLabelMap"), Qt::LeftButton);
        QCOMPARE(map.dialog.result(), int(QDialog::Accepted));
        QVERIFY(map.dialog.map().empty());
    }
};

QTEST_MAIN(LabelMapDialogTest)
#include "labelmapdialog_test.moc"
