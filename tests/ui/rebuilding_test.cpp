#include "tests/support/bothopen.h"
#include "tests/support/desktop.h"
#include "tests/support/patience.h"
#include "ui/gallery/thumbnailmodel.h"
#include "ui/present/language.h"
#include "ui/window/theme.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QToolButton>

using namespace convscope;

namespace {

/// What the gallery marks its photos with.
QVariantList marks(const Desktop &desktop)
{
    const QAbstractItemModel *model = desktop.find<QListView>("photos")->model();
    QVariantList marks;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (const int role : {int(ThumbnailModel::RightRole), int(ThumbnailModel::PredictionRole)})
            marks << model->index(row, 0).data(role);
    }
    return marks;
}

bool areAllMarked(const Desktop &desktop)
{
    const QVariantList all = marks(desktop);
    return !all.isEmpty() && std::ranges::all_of(all, [](const QVariant &mark) {
        return mark.isValid() && !mark.toString().isEmpty();
    });
}

bool areWrongFirst(const Desktop &desktop)
{
    const QAbstractItemModel *model = desktop.find<QListView>("photos")->model();
    QList<bool> right;
    for (int row = 0; row < model->rowCount(); ++row)
        right << model->index(row, 0).data(ThumbnailModel::RightRole).toBool();
    return !right.isEmpty() && std::ranges::is_sorted(right);
}

/// Whether photos can be put into an order by what the network says of them.
bool canSortByAnswers(const Desktop &desktop)
{
    const auto *orders =
        qobject_cast<const QStandardItemModel *>(desktop.find<QComboBox>("photoOrder")->model());
    for (int row = 0; row < orders->rowCount(); ++row) {
        if (!orders->item(row)->isEnabled())
            return false;
    }
    return true;
}

} // namespace

/// What stays as it was where all that is seen is made anew, in other colours or another language.
class RebuildingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<OwnSettings>();
        setLanguage(QStringLiteral("en"));
        applyTheme(Theme::Light);
    }

    void cleanup() { setLanguage(QStringLiteral("en")); }

    void theGalleryKeepsItsMarks()
    {
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        QTRY_VERIFY(desktop.find<QWidget>("evaluate")->isVisible());
        desktop.trigger("evaluateAll");
        QTRY_VERIFY(areAllMarked(desktop));
        auto *order = desktop.find<QComboBox>("photoOrder");
        order->setCurrentIndex(order->count() - 1); // the wrong ones first
        QTRY_VERIFY(areAllMarked(desktop) && areWrongFirst(desktop));
        const int chosen = order->currentIndex();
        for (const char *action : {"theme-dark", "language-zh_CN", "language-en", "theme-light"}) {
            const QPointer<QWidget> before = desktop.find<QWidget>("gallery");
            desktop.trigger(action);
            QTRY_VERIFY(!before);
            QTRY_VERIFY(areAllMarked(desktop));
            QVERIFY(canSortByAnswers(desktop));
            QCOMPARE(desktop.find<QComboBox>("photoOrder")->currentIndex(), chosen);
            QTRY_VERIFY(areWrongFirst(desktop));
        }
    }

    /// Also what is chosen and not shown, and pins of another folder.
    void whatIsChosenStays()
    {
        Desktop desktop(bothOpen());
        desktop.choices()->setAutomatic(false);
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        desktop.board()->togglePin(0);
        desktop.window.open(CONVSCOPE_TEST_DATA "/food/validation");
        QTRY_COMPARE(desktop.choices()->photos().pinnedElsewhere().size(), 1U);
        desktop.select({1, 2});
        desktop.find<QLineEdit>("photoSearch")->setText(QStringLiteral("no such photo"));
        desktop.find<QComboBox>("trueClass")->setCurrentIndex(4);
        QTRY_VERIFY(desktop.find<QLabel>("nothingFound")->isVisible());
        const PhotoChoice chosen = desktop.choices()->photos();
        const Arrangement arrangement = desktop.choices()->arrangement();
        QCOMPARE(chosen.onBoard().size(), 3U);
        QCOMPARE(chosen.pinnedElsewhere().size(), 1U);
        for (const char *action : {"theme-dark", "language-zh_CN"}) {
            const QPointer<QWidget> before = desktop.find<QWidget>("gallery");
            desktop.trigger(action);
            QTRY_VERIFY(!before);
            QCOMPARE(desktop.find<QLineEdit>("photoSearch")->text(), QStringLiteral("no such photo"));
            QCOMPARE(desktop.find<QComboBox>("trueClass")->currentIndex(), 4);
            QVERIFY(desktop.choices()->arrangement() == arrangement);
            QVERIFY(desktop.choices()->photos().pinned() == chosen.pinned());
            QVERIFY(desktop.choices()->photos().selected() == chosen.selected());
            QCOMPARE(desktop.board()->columnCount(), 3);
            QTRY_VERIFY(desktop.find<QLabel>("nothingFound")->isVisible());
        }
        desktop.choices()->setArrangement({});
        QCOMPARE(desktop.find<QListView>("photos")->selectionModel()->selectedIndexes().size(), 2);
    }

    void whatIsFilteredByStaysUnfolded()
    {
        Desktop desktop(bothOpen());
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        desktop.find<QToolButton>("filterPhotos")->setChecked(true);
        QVERIFY(desktop.find<QWidget>("trueClass")->isVisible());
        for (const char *action : {"theme-dark", "language-zh_CN"}) {
            const QPointer<QWidget> before = desktop.find<QWidget>("gallery");
            desktop.trigger(action);
            QTRY_VERIFY(!before);
            QVERIFY(desktop.find<QToolButton>("filterPhotos")->isChecked());
            QVERIFY(desktop.find<QWidget>("trueClass")->isVisible());
        }
    }

    /// "Show only (2)" and "Clear" have room in the panel as it is.
    void filtersWidenNoPanel()
    {
        Desktop desktop(bothOpen());
        desktop.window.resize(1280, 800);
        QTRY_COMPARE(desktop.board()->columnCount(), 1);
        auto *dock = desktop.find<QDockWidget>("galleryDock");
        constexpr int narrowOne = 272;
        desktop.window.resizeDocks({dock}, {narrowOne}, Qt::Horizontal);
        QTRY_COMPARE(dock->width(), narrowOne);
        desktop.find<QToolButton>("filterPhotos")->setChecked(true);
        desktop.find<QComboBox>("trueClass")->setCurrentIndex(1);
        QTRY_VERIFY(desktop.find<QWidget>("clearFilters")->isVisible());
        QTest::qWait(0);
        QCOMPARE(dock->width(), narrowOne);
        QVERIFY(dock->minimumSizeHint().width() <= narrowOne);
    }

    /// The photos here have no mask to draw the outline of.
    void commandsStayAsTheyWere()
    {
        Desktop desktop(bothOpen());
        desktop.hurry();
        QTRY_VERIFY(desktop.isDone());
        const auto states = [&] {
            QStringList found;
            for (const char *name :
                {"outline", "preview", "exportFigure", "reload", "automatic", "topClasses"}) {
                if (const auto *action = desktop.find<QAction>(name))
                    found << QStringLiteral("%1 %2 %3")
                                 .arg(QLatin1String(name))
                                 .arg(action->isEnabled())
                                 .arg(action->isChecked());
            }
            return found;
        };
        const QStringList before = states();
        QVERIFY(before.contains(QStringLiteral("outline 0 1")));
        const QPointer<QWidget> gallery = desktop.find<QWidget>("gallery");
        desktop.trigger("theme-dark");
        QTRY_VERIFY(!gallery);
        QCOMPARE(states(), before);
    }
};

QTEST_MAIN(RebuildingTest)
#include "rebuilding_test.moc"
