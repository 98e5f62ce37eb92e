#include "core/data/classnames.h"
#include "tests/support/networks.h"
#include "tests/support/patience.h"
#include "tests/support/photos.h"
#include "tests/support/rows.h"
#include "ui/board/boardcontroller.h"
#include "ui/board/boardview.h"
#include "ui/board/cellviewer.h"
#include "ui/board/cellwidget.h"
#include "ui/filters/filtercard.h"
#include "ui/filters/filtergrid.h"
#include "ui/filters/filterinspector.h"
#include "ui/filters/filtermapmodel.h"
#include "ui/filters/kernelview.h"
#include "ui/present/readout.h"
#include "ui/window/tooltips.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace convscope;
using Phase = CellState::Phase;

namespace {

constexpr QPointF place(0.25, 0.625); ///< pixel (32, 80) of 128×128

QStringList names()
{
    QStringList names;
    for (const std::string &name : food11ClassNames())
        names << QString::fromStdString(name);
    return names;
}

PhotoRef photo(const char *name, int label)
{
    return {testFile(std::string("food/training/") + name + ".jpg"), label};
}

/// What is at the place, computed apart from the board.
QString valuesOf(const Network &network, const PhotoRef &ref, const QList<Row> &rows)
{
    const Photo loaded = loadPhoto(ref, network.info().input);
    std::vector<AskedAnswer> answers;
    for (const Row &row : rows) {
        if (row.isPhoto())
            continue;
        const auto run = explain(network, loaded, *row.question);
        while (run->step()) { }
        answers.push_back({{}, *row.question, std::make_shared<const Answer>(run->answer())});
    }
    return valuesAt(place, loaded.input, answers);
}

} // namespace

/// Whatever reads a value at a place reads that of what is shown, also when nobody moves the pointer.
class StaleValuesTest : public QObject
{
    Q_OBJECT

    struct Desktop
    {
        Lane network;
        Lane readers{2};
        Choices choices;
        BoardController controller{choices, network, readers};
        BoardView view{controller};
        QSignalSpy readouts{&view, &BoardView::readoutChanged};
        std::shared_ptr<const Network> now;
        std::vector<PhotoRef> photos{photo("0_0", 0), photo("1_0", 1)};

        Desktop()
        {
            choices.setAll({Row{}, newRow(SaliencyOptions{}), newRow(ActivationOptions{})}, {}, 15, 0);
            controller.setClassNames(names());
            setNetwork("narrow.pth");
            putOnBoard(choices, photos);
            view.resize(900, 700);
            view.show();
        }
        void setNetwork(const char *file)
        {
            now = openNetwork(testFile(file));
            controller.setNetwork(now);
        }
        bool filled() const
        {
            for (int column = 0; column < controller.columnCount(); ++column) {
                for (int row = 0; row < controller.rowCount(); ++row) {
                    const CellState state = controller.state(column, row);
                    if (state.phase != Phase::Done || state.outdated)
                        return false;
                }
            }
            return controller.columnCount() > 0;
        }
        CellWidget *cell(const QString &name) const
        {
            for (CellWidget *cell : view.findChildren<CellWidget *>()) {
                if (cell->accessibleName().startsWith(name))
                    return cell;
            }
            return nullptr;
        }
        /// As the mouse does, which then rests.
        void pointAtTheSecondPhoto() const
        {
            CellWidget *under = cell(QStringLiteral("Photo of 1_0"));
            Q_EMIT under->pointedAt(place);
        }
        QString statusBar() const { return readouts.last().first().toString(); }
        QString expected(std::size_t column = 1) const
        {
            return valuesOf(*now, photos[column], choices.rows());
        }
    };

    /// Brings each thing in turn to another; `seen` says what is read then.
    static void changeAll(Desktop &desktop, const std::function<QString()> &seen, std::size_t column = 1)
    {
        QTRY_VERIFY_WITH_TIMEOUT(desktop.filled(), patience);
        QString before = desktop.expected(column);
        QCOMPARE(seen(), before);
        const auto follows = [&] {
            const QString expected = desktop.expected(column);
            QVERIFY(expected != before); // else nothing is shown by this
            QTRY_COMPARE_WITH_TIMEOUT(seen(), expected, patience);
            before = expected;
        };
        desktop.photos[column] = photo("3_10", 3);
        putOnBoard(desktop.choices, desktop.photos);
        follows();
        desktop.choices.setFilter(4, 0);
        follows();
        desktop.choices.setFilter(4, 1);
        follows();
        ask<SaliencyOptions>(desktop.choices, [](SaliencyOptions &saliency) {
            saliency.target = {Target::Kind::Class, 2};
        });
        follows();
        desktop.setNetwork("checkpoints/kernel-5.pth");
        follows();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void statusBarReadsWhatIsShown()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.filled(), patience);
        desktop.pointAtTheSecondPhoto();
        changeAll(desktop, [&] { return desktop.statusBar(); });
        putOnBoard(desktop.choices, {desktop.photos[0]}); // nothing lies there any more
        QTRY_VERIFY(desktop.statusBar().isEmpty());
    }

    void largeViewReadsWhatIsShown()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.filled(), patience);
        desktop.pointAtTheSecondPhoto();
        CellWidget *cell = desktop.cell(QStringLiteral("Photo of 1_0"));
        cell->setFocus();
        Q_EMIT cell->focused();
        QTest::keyClick(&desktop.view, Qt::Key_Return);
        auto *viewer = desktop.view.findChild<CellViewer *>();
        QVERIFY(viewer && viewer->isVisible());
        const auto *readout = viewer->findChild<QLabel *>(QStringLiteral("largeReadout"));
        QTRY_COMPARE(readout->text(), desktop.expected());
        QTest::keyClick(viewer, Qt::Key_Left);
        QTRY_COMPARE(readout->text(), desktop.expected(0));
        QCOMPARE(desktop.statusBar(), desktop.expected(0));
        QTest::keyClick(viewer, Qt::Key_Down);
        QCOMPARE(readout->text(), desktop.expected(0));
        QTest::keyClick(viewer, Qt::Key_Right);
        changeAll(desktop, [&] { return readout->text(); });
    }

    /// What cells say of themselves to the pointer and to screen readers.
    void cellsSayNothingOfThePhotoBefore()
    {
        Desktop desktop;
        QTRY_VERIFY_WITH_TIMEOUT(desktop.filled(), patience);
        CellWidget *cell = desktop.cell(QStringLiteral("Activation of 1_0"));
        QVERIFY(!cell->toolTip().isEmpty());
        desktop.photos[1] = photo("3_10", 3);
        putOnBoard(desktop.choices, desktop.photos);
        QCOMPARE(cell->accessibleName(), QStringLiteral("Activation of 3_10")); // nothing on what it shows
        QVERIFY(!cell->toolTip().contains(QChar(0xa0)));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.filled(), patience);
        const BoardCell &shown = desktop.controller.column(1).cells.at(2);
        QCOMPARE(shown.measured.sentences.size(), 1);
        QCOMPARE(cell->toolTip(), shown.caption + u'\n' + shown.measured.sentences.first());
    }

    void filterMapsSayNothingOfThePhotoBefore()
    {
        Desktop desktop; // for its lanes
        FilterInspector inspector(desktop.network, desktop.readers);
        FilterGrid grid(inspector);
        inspector.setNetwork(narrowNetwork());
        inspector.setPhotos({photo("3_10", 3)});
        inspector.setFilter(16, 3);
        grid.show();
        auto *model = grid.findChild<FilterMapModel *>();
        const auto tip = [&] { return model->index(2).data(Qt::ToolTipRole).toString(); };
        QTRY_VERIFY_WITH_TIMEOUT(tip().contains(QStringLiteral("mean")), patience);
        const QString before = tip();
        inspector.setPhotos({photo("0_0", 0)});
        QTRY_VERIFY(model->index(2).data(FilterMapModel::OutdatedRole).toBool());
        QCOMPARE(tip(), QStringLiteral("Filter 2"));
        QCOMPARE(model->index(2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Filter 2"));
        QTRY_VERIFY_WITH_TIMEOUT(tip().contains(QStringLiteral("mean")), patience);
        QVERIFY(tip() != before);
        // Of a photo that cannot be read no maps follow, so the old ones go.
        inspector.setPhotos({{"/nowhere/1_0.jpg", {}}});
        QTRY_VERIFY_WITH_TIMEOUT(!model->maps(), patience);
        QCOMPARE(tip(), QStringLiteral("Filter 2"));
    }

    void weightsSayNothingOfTheFilterBefore()
    {
        Desktop desktop;
        FilterInspector inspector(desktop.network, desktop.readers);
        FilterCard card(inspector);
        inspector.setNetwork(narrowNetwork());
        inspector.setPhotos({photo("3_10", 3)});
        inspector.setFilter(14, 3);
        card.resize(320, 900);
        card.show();
        auto *kernel = card.findChild<KernelView *>();
        QTRY_VERIFY_WITH_TIMEOUT(!kernel->accessibleDescription().isEmpty(), patience);
        const QString before = kernel->accessibleDescription();
        inspector.setFilter(14, 4);
        QTRY_VERIFY(kernel->accessibleDescription() != before); // nothing, until the new ones are known
        QTRY_VERIFY_WITH_TIMEOUT(!kernel->accessibleDescription().isEmpty(), patience);
        const QString after = kernel->accessibleDescription();
        inspector.setFilter(-1, 0);
        QTRY_VERIFY(kernel->accessibleDescription().isEmpty());
        inspector.setFilter(14, 4); // known already
        QTRY_COMPARE(kernel->accessibleDescription(), after);
    }

    void tooltipsFollowWhatIsUnderThePointer()
    {
        const ToolTips tips(nullptr);
        QWidget window;
        window.setAttribute(Qt::WA_AlwaysShowToolTips);
        window.resize(200, 100);
        QLabel label(QStringLiteral("here"), &window);
        label.setToolTip(QStringLiteral("of the photo before"));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, patience)); // to become active hides tooltips
        QHelpEvent help(QEvent::ToolTip, {2, 2}, label.mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(&label, &help);
        QTRY_COMPARE(QToolTip::text(), QStringLiteral("of the photo before"));
        label.setToolTip(QStringLiteral("of this photo"));
        QTRY_COMPARE(QToolTip::text(), QStringLiteral("of this photo"));
        label.setToolTip({});
        QTRY_VERIFY(!QToolTip::isVisible());
    }
};

QTEST_MAIN(StaleValuesTest)
#include "stalevalues_test.moc"
