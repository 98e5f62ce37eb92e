#include "tests/support/heard.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/gallery/photodelegate.h"
#include "ui/present/paths.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

using namespace convscope;
using What = Choices::What;

namespace {

QStringList names()
{
    return {QStringLiteral("Bread"), QStringLiteral("Dairy product"), QStringLiteral("Dessert")};
}

/// `count` photos that are not on disk: 0_0.jpg, 1_1.jpg, 2_2.jpg, 0_3.jpg and so on.
std::shared_ptr<const PhotoSet> made(int count, const char *folder = "/nowhere")
{
    PhotoSet set;
    set.folder = folder;
    for (int i = 0; i < count; ++i)
        set.photos.push_back(
            {set.folder / (std::to_string(i % 3) + "_" + std::to_string(i) + ".jpg"), i % 3});
    return std::make_shared<PhotoSet>(std::move(set));
}

/// The network is right where the index is even; the more certain the greater it is.
std::shared_ptr<const Verdicts> answers(int count, int known)
{
    Verdicts verdicts(std::size_t(count), Verdict{});
    for (int i = 0; i < known; ++i)
        verdicts[std::size_t(i)] = {i % 2 == 0 ? i % 3 : (i + 1) % 3, float(i + 1) / float(count)};
    return std::make_shared<const Verdicts>(std::move(verdicts));
}

/// The panel in a window, and what a test looks for in it.
struct Gallery
{
    Lane readers{2};
    Choices choices;
    GalleryPanel panel{choices, readers};
    QAbstractItemModelTester tester{list()->model()};

    explicit Gallery(int photos = 30)
    {
        panel.resize(300, 700);
        panel.show();
        open(made(photos));
        panel.setClassNames(names());
        change([](PhotoChoice &chosen) { chosen.choose({}); });
    }
    template <typename Change> void change(Change change)
    {
        PhotoChoice photos = choices.photos();
        change(photos);
        choices.setPhotos(std::move(photos));
    }
    void open(const std::shared_ptr<const PhotoSet> &set)
    {
        change([&](PhotoChoice &photos) { photos.setOpen(set); });
    }

    template <typename T> T *find(const char *name) const
    {
        return panel.findChild<T *>(QLatin1String(name));
    }
    QListView *list() const { return find<QListView>("photos"); }
    QLineEdit *search() const { return find<QLineEdit>("photoSearch"); }
    int rows() const { return list()->model()->rowCount(); }
    QString count() const { return find<QLabel>("photoCount")->text(); }
    QString shown(int row) const { return list()->model()->index(row, 0).data().toString(); }
    QStringList chosen() const
    {
        QStringList files;
        for (const PhotoRef &photo : choices.photos().onBoard())
            files << displayText(photo.file.filename());
        return files;
    }
    void select(int row) const { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    void choose(const char *combo, int row) const { find<QComboBox>(combo)->setCurrentIndex(row); }
    bool isEmpty() const { return find<QLabel>("nothingFound")->isVisible(); }
};

} // namespace

class GalleryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    /// Whatever the panel's width, the thumbnails fill it but for the scroll bar's place.
    void thumbnailsFillTheWidth()
    {
        Gallery gallery;
        for (const int wanted : {64, 96, 160}) {
            gallery.panel.setThumbnail(wanted);
            for (int width = 200; width <= 500; width += 37) {
                gallery.panel.resize(width, 700);
                QTest::qWait(0);
                const QRect first = gallery.list()->visualRect(gallery.list()->model()->index(0, 0));
                QVERIFY(first.width() >= 0.6 * wanted);
                QVERIFY(first.width()
                    <= 1.6 * wanted + 16); // two small ones rather than one as large as the list
                int last = 0;
                for (int row = 0; row < 10; ++row)
                    last = std::max(
                        last, gallery.list()->visualRect(gallery.list()->model()->index(row, 0)).right());
                const int strip = gallery.list()->width() - last;
                const int bar = gallery.list()->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
                QVERIFY2(strip <= bar + 12, qPrintable(QString::number(strip)));
            }
        }
    }

    void aNumberGoesToTheIndex()
    {
        Gallery gallery;
        QTest::keyClicks(gallery.search(), QStringLiteral("17"));
        QCOMPARE(gallery.find<QLabel>("searchHint")->text(),
            QStringLiteral("Enter goes to the photo with index 17."));
        QCOMPARE(gallery.rows(), 30); // it filters nothing
        QTest::keyClick(gallery.search(), Qt::Key_Return);
        QCOMPARE(gallery.chosen(), QStringList{"2_17.jpg"});
        QVERIFY(gallery.list()->hasFocus() || !gallery.panel.isActiveWindow());
        QVERIFY(gallery.search()->text().isEmpty());
        QVERIFY(!gallery.find<QLabel>("searchHint")->isVisible());
        gallery.search()->setText(QStringLiteral("30"));
        QCOMPARE(gallery.find<QLabel>("searchHint")->text(), QStringLiteral("The last index is 29."));
        QTest::keyClick(gallery.search(), Qt::Key_Return);
        QCOMPARE(gallery.chosen(), QStringList{"2_17.jpg"});
        gallery.search()->setText(QStringLiteral("99999999999999999999"));
        QCOMPARE(gallery.find<QLabel>("searchHint")->text(), QStringLiteral("The last index is 29."));
    }

    /// As the notebook lists them; each once, in that order, those that are there.
    void severalNumbersSelectThosePhotos()
    {
        Gallery gallery;
        const auto *hint = gallery.find<QLabel>("searchHint");
        QTest::keyClicks(gallery.search(), QStringLiteral("17, 4,17"));
        QCOMPARE(hint->text(), QStringLiteral("Enter selects the photos with these 2 indices."));
        QCOMPARE(gallery.rows(), 30); // it filters nothing
        QTest::keyClick(gallery.search(), Qt::Key_Return);
        QCOMPARE(gallery.chosen(), (QStringList{"2_17.jpg", "1_4.jpg"}));
        QCOMPARE(gallery.list()->selectionModel()->selectedRows().size(), 2);
        gallery.search()->setText(QStringLiteral("3,30"));
        QCOMPARE(hint->text(), QStringLiteral("The last index is 29."));
        QTest::keyClick(gallery.search(), Qt::Key_Return);
        QCOMPARE(gallery.chosen(), (QStringList{"2_17.jpg", "1_4.jpg"}));
        gallery.search()->setText(QStringLiteral("0 1 2 3 4 5 6 7 8 9 10 11 12"));
        QTest::keyClick(gallery.search(), Qt::Key_Return);
        QCOMPARE(gallery.chosen().size(), PhotoChoice::max);
        QCOMPARE(gallery.count(), QStringLiteral("The first 12 of them are on the board."));
        gallery.search()->setText(QStringLiteral("3,_1")); // no list of numbers
        QTRY_VERIFY(gallery.isEmpty());
    }

    void aNameFilters()
    {
        Gallery gallery;
        QTest::keyClicks(gallery.search(), QStringLiteral("_1"));
        QTRY_COMPARE(gallery.rows(), 11); // 1, and 10 to 19
        QCOMPARE(gallery.count(), QStringLiteral("11 of 30 photos"));
        QCOMPARE(gallery.shown(0), QStringLiteral("1_1.jpg"));
        QTest::keyClick(gallery.search(), Qt::Key_Return); // on to what was found
        QCOMPARE(gallery.chosen(), QStringList{"1_1.jpg"});
        QTest::keyClick(gallery.search(), Qt::Key_Escape);
        QTRY_COMPARE(gallery.rows(), 30);
        QCOMPARE(gallery.count(), QStringLiteral("30 photos"));
    }

    void enterRightAfterTypingWaitsForWhatIsFound()
    {
        Gallery gallery;
        gallery.search()->setText(QStringLiteral("_29"));
        QTest::keyClick(gallery.search(), Qt::Key_Return);
        QTRY_COMPARE(gallery.chosen(), QStringList{"2_29.jpg"});
    }

    void whatIsChosenStaysWhenItIsFilteredAway()
    {
        Gallery gallery;
        gallery.select(4);
        const Heard changed(gallery.choices);
        gallery.choose("trueClass", 3); // Dessert
        QTRY_COMPARE(gallery.rows(), 10);
        QCOMPARE(gallery.chosen(), QStringList{"1_4.jpg"});
        QVERIFY(!gallery.list()->selectionModel()->hasSelection());
        QTest::mouseClick(gallery.find<QToolButton>("clearFilters"), Qt::LeftButton);
        QTRY_COMPARE(gallery.rows(), 30);
        QCOMPARE(gallery.chosen(), QStringList{"1_4.jpg"});
        QCOMPARE(gallery.list()->selectionModel()->selectedIndexes().value(0).row(), 4);
        QVERIFY(!changed.all.contains(What::Photos));
    }

    void anIndexThatIsFilteredAwayIsShownAgain()
    {
        Gallery gallery;
        gallery.choose("trueClass", 3);
        QTRY_COMPARE(gallery.rows(), 10);
        gallery.search()->setText(QStringLiteral("3"));
        QTest::keyClick(gallery.search(), Qt::Key_Return);
        QTRY_COMPARE(gallery.rows(), 30);
        QCOMPARE(gallery.chosen(), QStringList{"0_3.jpg"});
        QCOMPARE(gallery.list()->currentIndex().row(), 3);
    }

    void saysThatNothingIsFound()
    {
        Gallery gallery;
        QVERIFY(!gallery.isEmpty());
        gallery.search()->setText(QStringLiteral("no such photo"));
        QTRY_VERIFY(gallery.isEmpty());
        QCOMPARE(gallery.count(), QStringLiteral("0 of 30 photos"));
        QTest::mouseClick(gallery.find<QPushButton>("clearFiltersBelow"), Qt::LeftButton);
        QTRY_VERIFY(!gallery.isEmpty());
        QCOMPARE(gallery.rows(), 30);
        QVERIFY(gallery.search()->text().isEmpty());
    }

    void answersCanBeAskedForOnceThereAreSome()
    {
        Gallery gallery;
        QTest::mouseClick(gallery.find<QToolButton>("filterPhotos"), Qt::LeftButton);
        QVERIFY(gallery.find<QComboBox>("trueClass")->isVisible());
        QVERIFY(!gallery.find<QComboBox>("correctness")->isEnabled());
        QVERIFY(gallery.find<QLabel>("needsEvaluation")->isVisible());
        gallery.panel.setVerdicts(answers(30, 10));
        QVERIFY(gallery.find<QComboBox>("correctness")->isEnabled());
        QVERIFY(!gallery.find<QLabel>("needsEvaluation")->isVisible());
        gallery.choose("correctness", 2); // wrong
        QTRY_COMPARE(gallery.rows(), 5);
        QCOMPARE(gallery.find<QToolButton>("filterPhotos")->text(), QStringLiteral("Show only (1)"));
        gallery.select(1);
        const QSignalSpy reset(gallery.list()->model(), &QAbstractItemModel::modelReset);
        gallery.panel.setVerdicts(answers(30, 20)); // the evaluation goes on
        QTRY_COMPARE(gallery.rows(), 10);
        QVERIFY(reset.isEmpty()); // they came at the end
        QCOMPARE(gallery.list()->currentIndex().row(), 1);
        gallery.find<QSpinBox>("leastConfidence")->setValue(50);
        QTRY_COMPARE(gallery.rows(), 3); // 15, 17 and 19 of 30
        QCOMPARE(gallery.shown(0), QStringLiteral("0_15.jpg"));
        gallery.panel.setVerdicts(std::make_shared<Verdicts>()); // another network
        QTRY_COMPARE(gallery.rows(), 30);
    }

    void sorts()
    {
        Gallery gallery;
        gallery.panel.setVerdicts(answers(30, 30));
        gallery.choose("photoOrder", 3); // most confident
        QTRY_COMPARE(gallery.shown(0), QStringLiteral("2_29.jpg"));
        QCOMPARE(gallery.rows(), 30);
        gallery.choose("photoOrder", 5); // wrong first
        QTRY_COMPARE(gallery.shown(1), QStringLiteral("0_27.jpg"));
        gallery.choose("photoOrder", 0);
        QTRY_COMPARE(gallery.shown(0), QStringLiteral("0_0.jpg"));
    }

    void pinnedPhotosStayFirst()
    {
        Gallery gallery;
        gallery.select(5);
        QTest::keyClick(gallery.list(), Qt::Key_Space);
        QCOMPARE(gallery.choices.photos().pinned().size(), 1);
        QCOMPARE(gallery.chosen(), QStringList{"2_5.jpg"});
        gallery.select(2);
        QCOMPARE(gallery.chosen(), (QStringList{"2_5.jpg", "2_2.jpg"}));
        QVERIFY(gallery.list()->model()->index(5, 0).data(ThumbnailModel::PinnedRole).toBool());
        QCOMPARE(gallery.count(), QStringLiteral("30 photos · 1 pinned"));
        gallery.select(5);
        QCOMPARE(gallery.chosen(), QStringList{"2_5.jpg"}); // not twice
        gallery.open(made(3, "/elsewhere"));
        gallery.select(1);
        QCOMPARE(gallery.chosen(), (QStringList{"2_5.jpg", "1_1.jpg"}));
        gallery.choices.togglePin(gallery.choices.photos().pinned().front().photo);
        QCOMPARE(gallery.chosen(), QStringList{"1_1.jpg"});
    }

    void oneColumnIsLeftToBrowseWith()
    {
        Gallery gallery;
        for (int row = 0; row < 12; ++row) {
            gallery.select(row);
            QTest::keyClick(gallery.list(), Qt::Key_Space);
        }
        QCOMPARE(gallery.choices.photos().pinned().size(), 11);
        QCOMPARE(gallery.count(), QStringLiteral("No more than 11 photos can be pinned."));
        gallery.list()->selectAll();
        QCOMPARE(gallery.chosen().size(), 12);
        QCOMPARE(gallery.count(),
            QStringLiteral("30 photos · 30 selected, the first one is on the board · 11 pinned"));
    }

    void keysMoveAmongThePhotos()
    {
        Gallery gallery;
        gallery.select(3);
        QTest::keyClick(gallery.list(), Qt::Key_End);
        QCOMPARE(gallery.chosen(), QStringList{"2_29.jpg"});
        QTest::keyClick(gallery.list(), Qt::Key_Home);
        QCOMPARE(gallery.chosen(), QStringList{"0_0.jpg"});
        QTest::keyClick(gallery.list(), Qt::Key_Right);
        QCOMPARE(gallery.chosen(), QStringList{"1_1.jpg"});
        QTest::keyClick(gallery.list(), Qt::Key_Left);
        QTest::keyClick(gallery.list(), Qt::Key_Down); // below the first
        const auto place = [&](int row) {
            return gallery.list()->visualRect(gallery.list()->model()->index(row, 0));
        };
        int inARow = 1;
        while (place(inARow).y() == place(0).y())
            ++inARow;
        QCOMPARE(gallery.list()->currentIndex().row(), inARow);
        QTest::keyClicks(gallery.list(), QStringLiteral("1_2")); // type-ahead, from where one is
        QCOMPARE(gallery.chosen(), QStringList{"1_22.jpg"});
    }

    /// As in the headings of the board, to find one by.
    void aPhotoIsNamedAsOnTheBoard()
    {
        Gallery gallery;
        QCOMPARE(gallery.list()->model()->index(4, 0).data(ThumbnailModel::TitleRole).toString(),
            QStringLiteral("1_4"));
    }

    void thePredictedClassIsNamedNotOnlyColoured()
    {
        Gallery gallery;
        const auto at = [&](int row, int role) { return gallery.list()->model()->index(row, 0).data(role); };
        QVERIFY(at(1, ThumbnailModel::PredictedNameRole).toString().isEmpty());
        gallery.panel.setVerdicts(answers(30, 30));
        QCOMPARE(at(1, ThumbnailModel::PredictedNameRole).toString(), QStringLiteral("Dessert"));

        // All in one colour, what is painted tells the classes apart.
        const auto painted = [](const QString &name, const QString &predicted, const QVariant &right) {
            QStandardItemModel photos;
            auto *photo = new QStandardItem;
            photo->setData(QStringLiteral("1_4"), ThumbnailModel::TitleRole);
            photo->setData(name, ThumbnailModel::ClassNameRole);
            photo->setData(predicted, ThumbnailModel::PredictedNameRole);
            photo->setData(right, ThumbnailModel::RightRole);
            for (const int role : {ThumbnailModel::ClassColourRole, ThumbnailModel::PredictedColourRole})
                photo->setData(QColor(Qt::gray), role);
            photos.appendRow(photo);
            PhotoDelegate delegate;
            delegate.setPicture(96);
            QStyleOptionViewItem option;
            option.rect = QRect(QPoint(), delegate.sizeHint(option, photos.index(0, 0)));
            QImage image(option.rect.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            delegate.paint(&painter, option, photos.index(0, 0));
            return image;
        };
        const QString egg = QStringLiteral("Egg");
        const QString soup = QStringLiteral("Soup");
        QVERIFY(painted(egg, soup, false) != painted(egg, QStringLiteral("Rice"), false));
        QVERIFY(painted(egg, soup, false) != painted(soup, egg, false));
        QVERIFY(painted({}, soup, {}) != painted({}, egg, {})); // without a true class as well
        QVERIFY(painted(egg, egg, true) != painted(egg, egg, {})); // the mark
        // Of two long names, both are there.
        const QString fruit = QStringLiteral("Vegetable/Fruit");
        const QString noodles = QStringLiteral("Noodles/Pasta");
        QVERIFY(painted(fruit, noodles, false) != painted(fruit, QStringLiteral("Dairy product"), false));
        QVERIFY(painted(fruit, noodles, false) != painted(QStringLiteral("Fried food"), noodles, false));
    }

    void saysWhichSplitOfHowManyIsShown()
    {
        Gallery gallery;
        PhotoSet set = *made(3);
        set.splits = {"training", "validation"};
        set.split = "validation";
        gallery.open(std::make_shared<PhotoSet>(set));
        auto *splits = gallery.find<QComboBox>("splits");
        QVERIFY(splits->isVisible());
        QCOMPARE(splits->currentText(), QStringLiteral("validation"));
        QCOMPARE(gallery.find<QLabel>("splitLabel")->text(), QStringLiteral("&Split (2 of 2)"));
    }

    void saysWhatToldTheLabelsAndLetsItBeChosen()
    {
        Gallery gallery;
        PhotoSet set = *made(3);
        set.classes = {"bagel", "consommé", "steak"};
        for (PhotoRef &photo : set.photos)
            photo = {photo.file, {}, "bagel"};
        set.labels.rule = LabelRule::FolderOrder;
        set.labels.areComparable = false;
        const Heard changed(gallery.choices);
        gallery.open(std::make_shared<PhotoSet>(set));
        QCOMPARE(changed.all.count(What::Photos), 1); // the board shows the labels too
        auto *labels = gallery.find<QToolButton>("labels");
        QCOMPARE(
            labels->accessibleName(), QStringLiteral("Labels from the order of the folders, not compared"));
        QVERIFY(labels->toolTip().contains(QStringLiteral("bagel, consommé, steak")));
        const QModelIndex first = gallery.list()->model()->index(0, 0);
        QCOMPARE(first.data(ThumbnailModel::ClassNameRole).toString(), QStringLiteral("bagel"));
        QVERIFY(!first.data(ThumbnailModel::ClassColourRole).value<QColor>().isValid());
        gallery.panel.setVerdicts(answers(3, 3));
        QVERIFY(!first.data(ThumbnailModel::RightRole).isValid()); // neither right nor wrong
        QCOMPARE(gallery.find<QComboBox>("trueClass")->itemText(3), QStringLiteral("steak"));
        QCOMPARE(gallery.find<QComboBox>("predictedClass")->itemText(3), QStringLiteral("Dessert"));

        QSignalSpy asked(&gallery.panel, &GalleryPanel::labelsAsked);
        gallery.panel.findChild<QAction *>(QStringLiteral("labels-folders"))->trigger();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<LabelsAsked>(), LabelsAsked::Folders);
    }

    void photosListedLaterPassTheFilterToo()
    {
        Gallery gallery;
        gallery.choose("trueClass", 1);
        QTRY_COMPARE(gallery.rows(), 10);
        gallery.open(made(60));
        QTRY_COMPARE(gallery.rows(), 20);
        gallery.open(made(9, "/elsewhere"));
        QTRY_COMPARE(gallery.rows(), 3);
    }
};

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
