#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "ui/gallery/thumbnailmodel.h"
#include "ui/network/networkpanel.h"

#include <QComboBox>
#include <QLineEdit>

using namespace convscope;

namespace {

const std::filesystem::path food = CONVSCOPE_TEST_DATA "/food";
const std::filesystem::path narrow = CONVSCOPE_TEST_DATA "/narrow.pth";

struct Bench : Desktop
{
    Bench()
        : Desktop({.model = narrow, .data = food, .split = "validation", .network = {}})
    {
        hurry();
    }

    bool has(const char *id) const { return idsOf(board()->rows()).contains(QLatin1String(id)); }
    NetworkPanel *network() const { return window.findChild<NetworkPanel *>(); }
    /// The state now is remembered.
    void rest() const { QTest::qWait(600); }
};

} // namespace

class UndoTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;

private Q_SLOTS:
    void init() { m_settings = std::make_unique<OwnSettings>(); }

    void eachKindOfChangeComesBack()
    {
        Bench board;
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        board.rest();
        const auto photos = [&] { return board.board()->session().photos; };
        const QList<UsedPhoto> first = photos();
        const std::optional<int> layer = board.network()->layer();

        board.select({1, 2});
        board.rest();
        board.network()->choose(4, 2);
        board.rest();
        board.selectRow("lime");
        board.find<QSpinBox>("lime-samples")->setValue(50);
        board.rest();
        board.trigger("row-lime");
        board.rest();
        board.find<QAction>("outline")->setChecked(false);
        board.rest();

        const auto says = [&](const char *action) { return board.find<QAction>(action)->text(); };
        QCOMPARE(says("undo"), QStringLiteral("&Undo: outline of the food"));
        QCOMPARE(says("redo"), QStringLiteral("&Redo"));
        board.trigger("undo");
        QCOMPARE(says("undo"), QStringLiteral("&Undo: row LIME removed"));
        QCOMPARE(says("redo"), QStringLiteral("&Redo: outline of the food"));
        QVERIFY(board.find<QAction>("outline")->isChecked());
        QVERIFY(!board.has("lime"));
        board.trigger("undo");
        QVERIFY(board.has("lime"));
        QVERIFY(board.find<QAction>("row-lime")->isChecked());
        board.selectRow("lime");
        QCOMPARE(board.find<QSpinBox>("lime-samples")->value(), 50);
        board.trigger("undo");
        QCOMPARE(board.find<QSpinBox>("lime-samples")->value(), 30);
        QCOMPARE(board.network()->layer(), std::optional(4));
        board.trigger("undo");
        QCOMPARE(board.network()->layer(), layer);
        QCOMPARE(photos().size(), 2);
        board.trigger("undo");
        QCOMPARE(photos(), first);

        for (int i = 0; i < 3; ++i)
            board.trigger("redo");
        QCOMPARE(photos().size(), 2);
        QCOMPARE(board.find<QSpinBox>("lime-samples")->value(), 50);
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience); // what was undone and redone is shown, and asked
    }

    void theClassOfAPhotoComesBack()
    {
        Bench board;
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        board.rest();
        board.board()->setTarget(0, Target{Target::Kind::Class, 5});
        board.rest();
        QVERIFY(board.find<QAction>("undo")->isEnabled());
        board.trigger("undo");
        QVERIFY(!board.board()->target(0));
        board.trigger("redo");
        QCOMPARE(board.board()->target(0)->index, 5);
    }

    /// Also where the photo has left the board meanwhile.
    void theClassOfAPhotoOffTheBoardComesBack()
    {
        Bench board;
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        const std::filesystem::path photo = board.board()->photo(0).file;
        const Target egg{Target::Kind::Class, 5};
        board.board()->setTarget(0, egg);
        board.rest();
        board.select({2});
        board.rest();
        board.select({1});
        board.rest();
        board.trigger("undo"); // to a state in which the photo is not on the board
        QCOMPARE(board.choices()->targetOf(photo), std::optional(egg));
        board.select({0});
        QCOMPARE(board.board()->target(0), std::optional(egg));
    }

    void pinsComeBack()
    {
        Bench board;
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        board.rest();
        const auto *list = board.find<QListView>("photos");
        const auto isMarked = [&] {
            return list->model()->index(0, 0).data(ThumbnailModel::PinnedRole).toBool();
        };
        const std::optional<int> label = board.board()->photo(0).label;
        board.board()->togglePin(0);
        QVERIFY(isMarked());
        board.rest();
        QCOMPARE(board.find<QAction>("undo")->text(), QStringLiteral("&Undo: pin of 0_0"));
        board.select({1, 2});
        board.rest();
        board.trigger("undo");
        QCOMPARE(board.board()->columnCount(), 1);
        QVERIFY(board.board()->isPinned(0));
        board.trigger("undo");
        QVERIFY(!board.board()->isPinned(0) && !isMarked());
        QCOMPARE(list->selectionModel()->selectedIndexes().size(), 1);
        board.trigger("redo");
        QVERIFY(board.board()->isPinned(0) && isMarked());
        board.trigger("redo");
        QCOMPARE(board.board()->columnCount(), 3);
        QCOMPARE(board.board()->photo(0).label, label);
        QCOMPARE(list->selectionModel()->selectedIndexes().size(), 2);
    }

    void theArrangementOfTheGalleryComesBack()
    {
        Bench board;
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        board.rest();
        const auto *photos = board.find<QListView>("photos")->model();
        const int all = photos->rowCount();
        auto *search = board.find<QLineEdit>("photoSearch");
        auto *order = board.find<QComboBox>("photoOrder");
        search->setText(QStringLiteral("3_"));
        QTRY_VERIFY(photos->rowCount() < all);
        const int found = photos->rowCount();
        board.rest();
        order->setCurrentIndex(1);
        board.rest();
        QCOMPARE(board.find<QAction>("undo")->text(), QStringLiteral("&Undo: order of the gallery"));
        board.trigger("undo");
        QCOMPARE(order->currentIndex(), 0);
        QCOMPARE(search->text(), QStringLiteral("3_"));
        QCOMPARE(board.find<QAction>("undo")->text(), QStringLiteral("&Undo: search of the gallery"));
        board.trigger("undo");
        QVERIFY(search->text().isEmpty());
        QTRY_COMPARE(photos->rowCount(), all);
        board.trigger("redo");
        QCOMPARE(search->text(), QStringLiteral("3_"));
        QTRY_COMPARE(photos->rowCount(), found);
    }

    /// Photos that are chosen and not shown come back as well.
    void aChoiceThatIsFilteredAwayComesBack()
    {
        Bench board;
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        board.rest();
        board.select({1, 2});
        board.rest();
        const QList<UsedPhoto> chosen = board.board()->session().photos;
        board.find<QLineEdit>("photoSearch")->setText(QStringLiteral("no such photo"));
        board.rest();
        board.trigger("selectNone");
        board.rest();
        QCOMPARE(board.board()->columnCount(), 0);
        board.trigger("undo");
        QCOMPARE(board.board()->session().photos, chosen);
        board.trigger("undo");
        QTRY_COMPARE(board.find<QListView>("photos")->selectionModel()->selectedIndexes().size(), 2);
        QCOMPARE(board.board()->session().photos, chosen);
    }

    void aNewChangeEndsWhatCouldBeRedone()
    {
        Bench board;
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        board.rest();
        board.trigger("row-lime");
        board.rest();
        board.trigger("undo");
        QVERIFY(board.find<QAction>("redo")->isEnabled());
        board.trigger("row-saliency");
        board.rest();
        QVERIFY(!board.find<QAction>("redo")->isEnabled());
        board.trigger("undo");
        QVERIFY(board.has("saliency"));
    }

    void anotherFolderBeginsAnew()
    {
        Bench board;
        QTRY_VERIFY_WITH_TIMEOUT(board.isDone(), patience);
        board.rest();
        board.trigger("row-lime");
        board.rest();
        QVERIFY(board.find<QAction>("undo")->isEnabled());
        board.window.open(food / "training");
        QTRY_VERIFY(!board.find<QAction>("undo")->isEnabled());
    }
};

QTEST_MAIN(UndoTest)
#include "undo_test.moc"
