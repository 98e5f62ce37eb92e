#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "tests/support/temporaryfolder.h"
#include "ui/gallery/labelmapdialog.h"
#include "ui/gallery/thumbnailmodel.h"

#include <QComboBox>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>

using namespace convscope;
namespace fs = std::filesystem;

namespace {

const fs::path food = CONVSCOPE_TEST_DATA "/food/validation";
const fs::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";

struct Labelled : Desktop
{
    using Desktop::Desktop;

    QString labels() const { return find<QToolButton>("labels")->accessibleName(); }
    /// The first photo's class, as the gallery and as the board's heading tell it.
    QString inGallery() const
    {
        return find<QListView>("photos")->model()->index(0, 0).data(ThumbnailModel::ClassNameRole).toString();
    }
    const BoardColumn &heading() const { return board()->column(0); }
    bool isPredicted() const { return board()->columnCount() > 0 && !heading().predictedClass.isEmpty(); }
    /// In the map of the labels, once it opens.
    void mapFirstTo(int networkClass) const
    {
        QTimer::singleShot(0, &window, [this, networkClass] {
            auto *dialog = window.findChild<LabelMapDialog *>();
            QVERIFY(dialog);
            auto *table = dialog->findChild<QTableWidget *>();
            qobject_cast<QComboBox *>(table->cellWidget(0, 2))->setCurrentIndex(1 + networkClass);
            dialog->accept();
        });
        trigger("labels-map");
    }
};

} // namespace

/// What the window says of labels, and what can be chosen.
class LabelsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;
    std::unique_ptr<TemporaryFolder> m_folder;

    void add(const char *photo, const char *name) const
    {
        fs::create_directories((*m_folder / name).parent_path());
        fs::copy(food / photo, *m_folder / name);
    }
    WindowOptions open() const
    {
        return {.model = narrow, .data = m_folder->path(), .split = {}, .network = {}};
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<OwnSettings>();
        m_folder = std::make_unique<TemporaryFolder>();
        add("3_1.jpg", "bagel/1.jpg"); // which the network takes for an egg
        add("5_0.jpg", "steak/1.jpg");
    }

    void otherClassesThanTheNetworksAreShownAndNotCompared()
    {
        const Labelled desktop(open());
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isPredicted(), patience);
        QCOMPARE(desktop.labels(), QStringLiteral("Labels from the order of the folders, not compared"));
        QCOMPARE(desktop.inGallery(), QStringLiteral("bagel"));
        QCOMPARE(desktop.heading().trueClass, QStringLiteral("bagel"));
        QVERIFY(!desktop.heading().known);
    }

    void aMapMakesThemComparableAndComesBack()
    {
        {
            Labelled desktop(open());
            QTRY_VERIFY_WITH_TIMEOUT(desktop.isPredicted(), patience);
            desktop.mapFirstTo(3);
            QTRY_VERIFY_WITH_TIMEOUT(desktop.heading().known, patience);
            QVERIFY(desktop.heading().right);
            QCOMPARE(desktop.inGallery(), QStringLiteral("Egg"));
            QCOMPARE(desktop.labels(), QStringLiteral("Labels from the order of the folders, mapped"));
            desktop.window.close();
        }
        const Labelled desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isPredicted() && desktop.heading().known, patience);
        QCOMPARE(desktop.heading().trueClass, QStringLiteral("Egg"));
    }

    void anotherRuleCanBeChosen()
    {
        const Labelled desktop(open());
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isPredicted(), patience);
        desktop.trigger("labels-folders"); // in their order: bagel is class 0
        QTRY_VERIFY_WITH_TIMEOUT(desktop.heading().known, patience);
        QVERIFY(!desktop.heading().right);
        const auto explained = [&] { return desktop.heading().cells.value(1).caption; }; // by the saliency
        QTRY_VERIFY_WITH_TIMEOUT(explained().startsWith(QStringLiteral("Bread")), patience);
        desktop.trigger("labels-none");
        QTRY_COMPARE_WITH_TIMEOUT(desktop.labels(), QStringLiteral("No labels"), patience);
        QVERIFY(desktop.heading().trueClass.isEmpty());
        QVERIFY(desktop.inGallery().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(
            explained().startsWith(QStringLiteral("Egg")), patience); // what is predicted
    }

    /// Before the network is open, eleven classes are presumed; then its own count.
    void labelsFollowTheNetwork()
    {
        Labelled desktop({.model = {}, .data = m_folder->path(), .split = {}, .network = {}});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.board()->columnCount() == 1, patience);
        QCOMPARE(desktop.heading().trueClass, QStringLiteral("bagel"));
        desktop.window.open(CONVSCOPE_TEST_DATA "/food"); // labels go by the new folder
        QTRY_COMPARE_WITH_TIMEOUT(desktop.labels(), QStringLiteral("Labels from file names"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.heading().trueClass, QStringLiteral("Bread"), patience);
    }

    void aPictureThatItsFolderLeavesOutOpensByItself()
    {
        for (int i = 2; i < 6; ++i)
            add("3_1.jpg", ("bagel/" + std::to_string(i) + ".jpg").c_str());
        add("0_0.jpg", "overview.jpg"); // beside class folders with six pictures
        Labelled desktop(open());
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isPredicted(), patience);
        QCOMPARE(desktop.find<QListView>("photos")->model()->rowCount(), 6);
        desktop.window.open(*m_folder / "overview.jpg");
        QTRY_COMPARE_WITH_TIMEOUT(desktop.find<QListView>("photos")->model()->rowCount(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.heading().title, QStringLiteral("overview"), patience);
    }
};

QTEST_MAIN(LabelsTest)
#include "labels_test.moc"
