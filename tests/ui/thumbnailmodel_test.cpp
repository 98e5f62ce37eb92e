#include "core/data/classnames.h"
#include "ui/gallery/thumbnailmodel.h"
#include "ui/present/colours.h"
#include "ui/present/paths.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;

namespace {

constexpr QSize box(96, 96);

QStringList names()
{
    return {QStringLiteral("Bread"), QStringLiteral("Dairy product"), QStringLiteral("Dessert")};
}

bool hasPicture(const ThumbnailModel &model, int row)
{
    return !model.index(row).data(Qt::DecorationRole).value<QPixmap>().isNull();
}

using Photos = std::shared_ptr<const PhotoSet>;

Photos listed(const char *split)
{
    return std::make_shared<PhotoSet>(openPhotoSet(CONVSCOPE_TEST_DATA "/food", split));
}

Photos made(std::vector<PhotoRef> photos)
{
    PhotoSet set;
    set.folder = "/nowhere";
    set.photos = std::move(photos);
    return std::make_shared<PhotoSet>(std::move(set));
}

Photos made(int count)
{
    std::vector<PhotoRef> photos;
    for (int i = 0; i < count; ++i)
        photos.push_back({"/nowhere/" + std::to_string(i) + ".jpg", {}});
    return made(std::move(photos));
}

/// Some of a set, as if not all were listed yet.
Photos some(const Photos &set, std::initializer_list<std::size_t> rows)
{
    PhotoSet found = *set;
    found.photos.clear();
    for (const std::size_t row : rows)
        found.photos.push_back(set->photos[row]);
    return std::make_shared<PhotoSet>(std::move(found));
}

/// A JPEG whose EXIF block says that its top is at the right.
void saveTurned(const QString &name, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpg");
    const char exif[] = "\xff\xe1\x00\x22"
                        "Exif\0\0II\x2a\0\x08\0\0\0"
                        "\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0";
    constexpr qsizetype startOfImage = 2;
    jpeg.insert(startOfImage, QByteArray(exif, sizeof exif)); // with the zero at its end
    QFile file(name);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(jpeg);
}

} // namespace

class ThumbnailModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void showsAFolderInItsOrder()
    {
        Lane readers(2);
        ThumbnailModel model(readers, box);
        const QAbstractItemModelTester tester(&model);
        model.setPhotos(listed("training"), names());
        QCOMPARE(model.rowCount(), 11);
        QCOMPARE(model.index(0).data(Qt::DisplayRole).toString(), QStringLiteral("0_0.jpg"));
        QCOMPARE(model.index(2).data(Qt::DisplayRole).toString(), QStringLiteral("10_0.jpg"));
        QCOMPARE(model.index(0).data(ThumbnailModel::ClassNameRole).toString(), QStringLiteral("Bread"));
        QCOMPARE(model.index(0).data(ThumbnailModel::ClassColourRole).value<QColor>(), classColour(0));
        QCOMPARE(model.index(2).data(ThumbnailModel::ClassNameRole).toString(), QStringLiteral("class 10"));
        QVERIFY(model.index(2).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Index 2")));
    }

    void readsAThumbnailWhenItIsAskedFor()
    {
        Lane readers(2);
        ThumbnailModel model(readers, box);
        const QAbstractItemModelTester tester(&model);
        model.setPhotos(listed("training"), names());
        const QSignalSpy changed(&model, &ThumbnailModel::dataChanged);
        QVERIFY(!hasPicture(model, 3));
        QTRY_VERIFY(hasPicture(model, 3));
        const QSize size = model.index(3).data(Qt::DecorationRole).value<QPixmap>().size();
        QVERIFY(size.width() <= box.width() && size.height() <= box.height());
        QVERIFY(!changed.isEmpty());
        QVERIFY(model.index(3).data(ThumbnailModel::ProblemRole).toString().isEmpty());
    }

    void readsLargerThumbnailsForALargerBox()
    {
        Lane readers(2);
        ThumbnailModel model(readers, QSize(32, 32));
        model.setPhotos(listed("training"), names());
        QVERIFY(!hasPicture(model, 3));
        QTRY_VERIFY(hasPicture(model, 3));
        model.setBox(QSize(30, 30)); // these are large enough
        QVERIFY(hasPicture(model, 3));
        model.setBox(QSize(64, 64));
        QVERIFY(!hasPicture(model, 3));
        QTRY_VERIFY(hasPicture(model, 3));
        const QSize size = model.index(3).data(Qt::DecorationRole).value<QPixmap>().size();
        QCOMPARE(std::max(size.width(), size.height()), 64);
    }

    /// The network decides which way photos are turned.
    void photosAreTurnedAsTheNetworkSeesThem()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("0_1.jpg"));
        saveTurned(name, QSize(90, 30));
        Lane readers;
        ThumbnailModel model(readers, box);
        model.setPhotos(made({{toPath(name), 0}}), names());
        const auto size = [&] { return model.index(0).data(Qt::DecorationRole).value<QPixmap>().size(); };
        QTRY_COMPARE(size(), QSize(90, 30));
        model.setOrientation(Orientation::Upright);
        QTRY_COMPARE(size(), QSize(30, 90));
        model.setOrientation(Orientation::AsStored);
        QTRY_COMPARE(size(), QSize(90, 30));
    }

    void saysWhyAPhotoHasNoThumbnail()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("3_7.jpg")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("this is no picture");
        file.close();
        Lane readers;
        ThumbnailModel model(readers, box);
        const QAbstractItemModelTester tester(&model);
        model.setPhotos(made({{toPath(file.fileName()), 1}}), names());
        QVERIFY(!hasPicture(model, 0));
        QTRY_VERIFY(!model.index(0).data(ThumbnailModel::ProblemRole).toString().isEmpty());
        QVERIFY(!hasPicture(model, 0));
        const QString problem = model.index(0).data(ThumbnailModel::ProblemRole).toString();
        QVERIFY2(problem.contains(QStringLiteral("3_7.jpg")), qPrintable(problem));
        QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(problem));
    }

    void answersAboutAnEarlierFolderAreNotHeard()
    {
        Lane readers;
        ThumbnailModel model(readers, box); // without a tester: Qt 6.8's asks for pictures
        model.setPhotos(listed("training"), names());
        QVERIFY(!hasPicture(model, 0));
        model.setPhotos(made(3), names());
        QTest::qWait(100);
        QCOMPARE(model.index(0).data(ThumbnailModel::ProblemRole).toString(), QString());
        QVERIFY(!hasPicture(model, 0)); // and now it is asked for
        QTRY_VERIFY(!model.index(0).data(ThumbnailModel::ProblemRole).toString().isEmpty());
    }

    void photosFoundLaterComeInBetween()
    {
        Lane readers;
        ThumbnailModel model(readers, box);
        const QAbstractItemModelTester tester(&model);
        const Photos all = listed("training");
        model.setPhotos(some(all, {1, 4}), names());
        QVERIFY(!hasPicture(model, 0));
        QVERIFY(!hasPicture(model, 1));
        QTRY_VERIFY(hasPicture(model, 0) && hasPicture(model, 1));
        model.setPhotos(all, names());
        QCOMPARE(model.rowCount(), 11);
        QVERIFY(hasPicture(model, 1)); // not read again
        QVERIFY(hasPicture(model, 4));
        QVERIFY(!hasPicture(model, 0));
        QTRY_VERIFY(hasPicture(model, 0));
    }

    void photosFoundLaterAreAddedAtTheEnd()
    {
        Lane readers;
        ThumbnailModel model(readers, box);
        const QAbstractItemModelTester tester(&model);
        const Photos all = listed("training");
        model.setPhotos(some(all, {0, 1}), names());
        const QPersistentModelIndex second = model.index(1);
        const QSignalSpy inserted(&model, &ThumbnailModel::rowsInserted);
        model.setPhotos(all, names());
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(second.row(), 1); // still valid, as a selection of it is
        QCOMPARE(model.rowCount(), 11);
        model.setPhotos(all, names()); // the same again
        QCOMPARE(inserted.size(), 1);
    }

    void namesFollowTheNetwork()
    {
        Lane readers;
        ThumbnailModel model(readers, box);
        model.setPhotos(made({{"/nowhere/0_1.jpg", 0}}), names());
        const QSignalSpy changed(&model, &ThumbnailModel::dataChanged);
        model.setClassNames({QStringLiteral("cat")});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0).data(ThumbnailModel::ClassNameRole).toString(), QStringLiteral("cat"));
    }

    void asksForNoMoreThanAFewScreens()
    {
        Lane readers;
        ThumbnailModel model(readers, box);
        model.setPhotos(made(100000), {});
        const QSignalSpy changed(&model, &ThumbnailModel::dataChanged);
        for (int row = 0; row < 5000; ++row)
            model.index(row).data(Qt::DecorationRole);
        QTRY_VERIFY(!model.index(4999).data(ThumbnailModel::ProblemRole).toString().isEmpty());
        QTest::qWait(300);
        // The last 256 that were asked for, and the few that had been read by then.
        QVERIFY2(changed.size() < 400, qPrintable(QString::number(changed.size())));
        QVERIFY(model.index(10).data(ThumbnailModel::ProblemRole).toString().isEmpty());
    }
};

QTEST_MAIN(ThumbnailModelTest)
#include "thumbnailmodel_test.moc"
