#include "tests/support/nameless.h"
#include "tests/support/patience.h"
#include "ui/filters/filterinspector.h"
#include "ui/network/graphdelegate.h"
#include "ui/network/graphmodel.h"
#include "ui/network/networkpanel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace convscope;

namespace {

GraphInput from(int maker, const char *name = "input") { return {name, "", maker}; }

/// A residual block as torch.export lists it: conv → relu → conv → add (of the second convolution and the
/// ReLU) → linear. The sum is no module.
NetworkInfo residualNetwork()
{
    NetworkInfo info;
    info.file = "/somewhere/residual.pt2";
    info.kind = "ResNet";
    info.classCount = 11;
    info.layers = {
        {0, "conv1", "Conv2d", 8, 32, 32},
        {1, "relu", "ReLU", 8, 32, 32},
        {2, "layer1.0.conv1", "Conv2d", 8, 32, 32},
        {3, "fc", "Linear", 11, {}, {}},
        {4, "layer1.0.add", "add", 8, 32, 32},
    };
    info.layers[4].isOperator = true;
    const std::vector<std::int64_t> maps{8, 32, 32};
    info.graph = {
        {"conv2d", "aten.conv2d.default", "conv1",
            {{"input", "x", {}, {3, 32, 32}}, {"weight", "conv1.weight", {}, {8, 3, 3, 3}}},
            {{"stride", "[1, 1]"}, {"padding", "[1, 1]"}}, maps, 0},
        {"relu", "aten.relu.default", "relu", {from(0)}, {}, maps, 1},
        {"conv2d_1", "aten.conv2d.default", "layer1.0.conv1", {from(1)}, {}, maps, 2},
        {"add", "aten.add.Tensor", "layer1.0", {from(2, "self"), from(1, "other")}, {}, maps, 4},
        {"flatten", "aten.flatten.using_ints", "", {from(3)}, {{"start_dim", "1"}}, {8192}, {}},
        {"linear", "aten.linear.default", "fc", {from(4)}, {}, {11}, 3},
    };
    return info;
}

/// The panel with what it needs, for networks that are never run.
struct Panel
{
    Lane lane;
    FilterInspector inspector{lane, lane};
    NetworkPanel panel{inspector};

    explicit Panel(const NetworkInfo &info = residualNetwork())
    {
        panel.resize(320, 800);
        panel.show();
        panel.showNetwork(info, 0, 0);
        panel.showGraph(true);
        (void)QTest::qWaitForWindowActive(&panel, patience); // else keys lead nowhere
    }

    template <typename W> W *find(const char *name) const
    {
        return panel.findChild<W *>(QLatin1String(name));
    }
    QTreeView *nodes() const { return find<QTreeView>("nodes"); }
    QTreeView *parts() const { return find<QTreeView>("nodeParts"); }
    GraphModel *model() const { return panel.findChild<GraphModel *>(); }
    int node() const
    {
        return nodes()->currentIndex().isValid() ? model()->node(nodes()->currentIndex()) : -1;
    }
    void choose(int node) const { nodes()->setCurrentIndex(model()->indexOf(node)); }

    /// What the card says: lines of "name: value", groups with what they hold in brackets.
    QStringList card() const
    {
        QStringList lines;
        const QAbstractItemModel &model = *parts()->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex line = model.index(row, 0);
            QStringList inside;
            for (int child = 0; child < model.rowCount(line); ++child)
                inside << said(model.index(child, 0, line));
            lines << (inside.isEmpty() ? said(line)
                                       : line.data().toString() + QStringLiteral(" (")
                        + inside.join(QStringLiteral(", ")) + u')');
        }
        return lines;
    }

    static QString said(const QModelIndex &line)
    {
        const QString value = line.siblingAtColumn(1).data().toString();
        return line.data().toString() + (value.isEmpty() ? QString() : QStringLiteral(": ") + value);
    }

    /// The line of the card that says this.
    QModelIndex part(const QString &text) const
    {
        const QAbstractItemModel &model = *parts()->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex line = model.index(row, 0);
            for (int child = 0; child < model.rowCount(line); ++child) {
                if (said(model.index(child, 0, line)) == text)
                    return model.index(child, 0, line);
            }
        }
        return {};
    }
};

} // namespace

class GraphViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Of every warning but those that the offscreen platform gives for any window.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void nodesAreListedWithNameKindAndShape()
    {
        GraphModel model;
        const QAbstractItemModelTester tester(&model);
        model.setNetwork(residualNetwork());
        const auto text = [&](int node, int column) {
            return model.indexOf(node).siblingAtColumn(column).data().toString();
        };
        QCOMPARE(text(2, GraphModel::Node), QStringLiteral("conv2d_1 · layer1.0.conv1"));
        QCOMPARE(text(4, GraphModel::Node), QStringLiteral("flatten"));
        QCOMPARE(text(2, GraphModel::Output), QStringLiteral("8×32×32"));
        QVERIFY(model.indexOf(0).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!model.indexOf(1).data(Qt::FontRole).value<QFont>().bold());
        // ONNX calls nodes by their modules, which do not tell the operator.
        QCOMPARE(nodeText({"/layer1/conv1/Conv", "Conv", ""}), QStringLiteral("Conv · /layer1/conv1/Conv"));
        QCOMPARE(operationText({"", "Conv", ""}), QStringLiteral("Conv"));
        QCOMPARE(operationText({"", "com.microsoft.Gelu", ""}), QStringLiteral("Gelu"));
        QCOMPARE(operationText({"", "aten.add.Tensor", ""}), QStringLiteral("add"));
    }

    void nodesAreFoundByNameKindAndModule()
    {
        GraphModel model;
        const QAbstractItemModelTester tester(&model);
        model.setNetwork(residualNetwork());
        const auto found = [&](const char *text) {
            model.setWanted(QLatin1String(text));
            std::vector<int> nodes;
            for (int row = 0; row < model.rowCount(); ++row)
                nodes.push_back(model.node(model.index(row, 0)));
            return nodes;
        };
        QCOMPARE(found("Conv2D"), (std::vector<int>{0, 2}));
        QCOMPARE(found("linear"), (std::vector<int>{5}));
        QCOMPARE(found("layer1"), (std::vector<int>{2, 3}));
        QCOMPARE(found("nothing"), (std::vector<int>{}));
        QVERIFY(!model.indexOf(0).isValid());
        QCOMPARE(found("").size(), std::size_t(6));
    }

    void onlyANetworkWithAGraphOffersIt()
    {
        Panel p;
        QVERIFY(p.find<QTabBar>("networkPages")->isVisible());
        QVERIFY(p.nodes()->isVisible());
        QVERIFY(!p.find<QTreeView>("layers")->isVisible());
        NetworkInfo checkpoint = residualNetwork();
        checkpoint.graph.clear();
        p.panel.showNetwork(checkpoint, 0, 0);
        QVERIFY(!p.find<QTabBar>("networkPages")->isVisible());
        QVERIFY(p.find<QTreeView>("layers")->isVisible());
        QVERIFY(!p.nodes()->isVisible());
        const QSignalSpy chosen(&p.panel, &NetworkPanel::graphChosen);
        p.panel.showNetwork(residualNetwork(), 0, 0);
        QVERIFY(p.nodes()->isVisible()); // as it was wanted
        QTest::keyClick(p.find<QTabBar>("networkPages"), Qt::Key_Left);
        QVERIFY(p.find<QTreeView>("layers")->isVisible());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toBool(), false);
        QCOMPARE(nameless(p.panel), QStringList());
    }

    void theCardSaysAllOfTheChosenNode()
    {
        Panel p;
        QCOMPARE(p.node(), 0); // of the chosen layer
        QCOMPARE(p.find<QLabel>("nodeTitle")->text(), QStringLiteral("aten.conv2d.default · 1 of 6"));
        QCOMPARE(p.card(),
            (QStringList{"Name: conv2d", "Module: conv1", "Layer: 0 · conv1 · Conv2d · 8 × 32 × 32",
                "Output: 8×32×32", "Takes (input: x · 3×32×32, weight: conv1.weight · 8×3×3×3)",
                "Taken by (relu: relu)", "Attributes (stride: [1, 1], padding: [1, 1])"}));
        p.choose(5);
        QCOMPARE(p.card().last(), QStringLiteral("Taken by no other operator"));
        QVERIFY(p.card().contains(QStringLiteral("Takes (input: flatten)")));
    }

    void choosingANodeChoosesItsLayer()
    {
        Panel p;
        const QSignalSpy chosen(&p.panel, &NetworkPanel::chosenChanged);
        p.choose(3);
        QCOMPARE(p.panel.layer(), 4);
        p.choose(4); // shows no layer
        QCOMPARE(p.panel.layer(), 4);
        p.choose(5); // whose layer has no maps
        QCOMPARE(p.panel.layer(), 4);
        QCOMPARE(p.node(), 5);
        QCOMPARE(chosen.size(), 1);
    }

    void choosingALayerElsewhereChoosesItsNode()
    {
        Panel p;
        p.panel.choose(2, 3);
        QCOMPARE(p.node(), 2);
        QCOMPARE(p.find<QLabel>("nodeTitle")->text(), QStringLiteral("aten.conv2d.default · 3 of 6"));
        p.panel.stepLayer(-1);
        QCOMPARE(p.node(), 1);
        QCOMPARE(p.panel.layer(), 1);
    }

    void aLayerThatRunsTwiceIsShownTheLastTime()
    {
        NetworkInfo info = residualNetwork();
        info.graph[3].layer = 1; // another ReLU, say
        Panel p(info);
        p.panel.choose(1, 0);
        QCOMPARE(p.node(), 3);
        p.choose(1);
        QCOMPARE(p.node(), 1); // stays where the user went
        QCOMPARE(p.panel.layer(), 1);
    }

    void linksLeadToOtherNodesAndBack()
    {
        Panel p;
        auto *back = p.find<QToolButton>("nodeBack");
        auto *forward = p.find<QToolButton>("nodeForward");
        QVERIFY(!back->isEnabled());
        p.choose(3);
        const QModelIndex skip = p.part(QStringLiteral("other: relu"));
        QVERIFY(skip.isValid());
        QTest::mouseClick(p.parts()->viewport(), Qt::LeftButton, {},
            p.parts()->visualRect(skip.siblingAtColumn(1)).center());
        QCOMPARE(p.node(), 1);
        QCOMPARE(p.panel.layer(), 1);
        p.parts()->setFocus();
        p.parts()->setCurrentIndex(p.part(QStringLiteral("conv2d: conv2d_1")));
        QTest::keyClick(p.parts(), Qt::Key_Return);
        QCOMPARE(p.node(), 2);
        QTest::keyClick(p.parts(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(p.node(), 1);
        QVERIFY(forward->isEnabled());
        back->click();
        QCOMPARE(p.node(), 3);
        QVERIFY(!back->isEnabled());
        QTest::keyClick(p.parts(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(p.node(), 1);
        QCOMPARE(p.panel.layer(), 1);
        p.parts()->setCurrentIndex(p.part(QStringLiteral("add: add")));
        QTest::keyClick(p.parts(), Qt::Key_Return);
        QVERIFY(!forward->isEnabled()); // a new way
        p.panel.showNetwork(residualNetwork(), 0, 0);
        QVERIFY(!back->isEnabled());
    }

    /// A link leads also to a node that the search leaves out.
    void aLinkEndsTheSearch()
    {
        Panel p;
        auto *search = p.find<QLineEdit>("nodeSearch");
        search->setText(QStringLiteral("add"));
        QCOMPARE(p.model()->rowCount(), 1);
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(p.node(), 3);
        QVERIFY(p.nodes()->hasFocus());
        p.parts()->setFocus();
        p.parts()->setCurrentIndex(p.part(QStringLiteral("self: conv2d_1")));
        QTest::keyClick(p.parts(), Qt::Key_Return);
        QCOMPARE(search->text(), QString());
        QCOMPARE(p.node(), 2);
        search->setText(QStringLiteral("flatten"));
        p.panel.choose(1, 0); // elsewhere: the search stays
        QCOMPARE(p.model()->rowCount(), 1);
        search->clear();
        QCOMPARE(p.node(), 1);
    }

    void lanesGiveWayToTheText()
    {
        GraphModel model;
        NetworkInfo info;
        for (int node = 0; node < 100; ++node)
            info.graph.push_back({std::to_string(node), "op", ""});
        GraphNode all{"all", "cat", ""};
        for (int node = 0; node < 100; ++node)
            all.inputs.push_back(from(node));
        info.graph.push_back(all);
        model.setNetwork(info);
        QCOMPARE(model.lanes().laneCount(), 100);
        const GraphDelegate delegate(model);
        QVERIFY(delegate.lanesWidth(300, 99) <= 120);
        QVERIFY(delegate.lanesWidth(300, 0) < 12);
        model.setNetwork(residualNetwork());
        QVERIFY(delegate.lanesWidth(300, 2) < 30);
        QVERIFY(delegate.lanesWidth(300, 5) < delegate.lanesWidth(300, 2)); // behind the branch
        model.setWanted(QStringLiteral("add")); // lines would lead nowhere
        QCOMPARE(delegate.lanesWidth(300, 3), 0);
    }

    void fiveThousandNodesAreDrawnOnlyWhereTheyAreSeen()
    {
        NetworkInfo info;
        for (int node = 0; node < 5000; ++node) {
            GraphNode next{QStringLiteral("add_%1").arg(node).toStdString(), "aten.add.Tensor", "block"};
            if (node > 0)
                next.inputs = {from(node - 1, "self"), from(std::max(0, node - 40), "other")};
            info.graph.push_back(std::move(next));
        }
        Panel p(info);
        QElapsedTimer timer;
        timer.start();
        constexpr int times = 50;
        for (int time = 0; time < times; ++time) {
            p.nodes()->verticalScrollBar()->setValue(
                p.nodes()->verticalScrollBar()->maximum() * time / times);
            p.nodes()->viewport()->repaint();
        }
        qInfo(
            "%.1f ms a screen of %d lanes", double(timer.elapsed()) / times, p.model()->lanes().laneCount());
        const QRect first = p.nodes()->visualRect(p.model()->index(0, 0));
        const QRect last = p.nodes()->visualRect(p.model()->index(4999, 0));
        QCOMPARE(last.top() - first.top(), 4999 * first.height()); // all of one height
    }
};

QTEST_MAIN(GraphViewTest)
#include "graphview_test.moc"
