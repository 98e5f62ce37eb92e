#include "ui/network/graphlanes.h"

#include <QTest>

using namespace convscope;

namespace {

/// Nodes that take the values of these ones.
std::vector<GraphNode> graphOf(const std::vector<std::vector<int>> &makers)
{
    std::vector<GraphNode> graph;
    for (const std::vector<int> &of : makers) {
        GraphNode node{std::to_string(graph.size()), "op", ""};
        for (const int maker : of)
            node.inputs.push_back({"", "", maker});
        graph.push_back(std::move(node));
    }
    return graph;
}

/// A line for each node: * where it stands, | where the value of another one passes it.
QStringList drawn(const std::vector<std::vector<int>> &makers)
{
    const std::vector<GraphNode> graph = graphOf(makers);
    const GraphLanes lanes(graph);
    QStringList lines;
    for (int node = 0; node < int(graph.size()); ++node) {
        QString line;
        for (int lane = 0; lane < lanes.laneCount(); ++lane)
            line += lane == lanes.laneOf(node) ? u'*' : lanes.passing(lane, node) ? u'|' : u' ';
        while (line.endsWith(u' '))
            line.chop(1);
        lines << line;
    }
    return lines;
}

} // namespace

class GraphLanesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void branchesAreDrawnAsGitDoes_data()
    {
        QTest::addColumn<std::vector<std::vector<int>>>("makers");
        QTest::addColumn<QStringList>("lines");
        using Makers = std::vector<std::vector<int>>;
        QTest::newRow("nothing") << Makers{} << QStringList{};
        QTest::newRow("a chain is one lane") << Makers{{}, {0}, {1}} << QStringList{"*", "*", "*"};
        QTest::newRow("a residual block comes back to the trunk")
            << Makers{{}, {0}, {1}, {2}, {3, 1}, {4}} << QStringList{"*", "*", "|*", "|*", "*", "*"};
        QTest::newRow("a block with a convolution beside it")
            << Makers{{}, {0}, {1}, {0}, {2, 3}} << QStringList{"*", "|*", "|*", "*|", "*"};
        QTest::newRow("an inception block")
            << Makers{{}, {0}, {0}, {2}, {0}, {1, 3, 4}} << QStringList{"*", "|*", "||*", "||*", "*||", "*"};
        QTest::newRow("a dense block")
            << Makers{{}, {0}, {0, 1}, {0, 1, 2}} << QStringList{"*", "|*", "||*", "*"};
        QTest::newRow("taken twice by one node") << Makers{{}, {0, 0}} << QStringList{"*", "*"};
        QTest::newRow("what nobody takes leaves its lane")
            << Makers{{}, {0}, {0}, {2}} << QStringList{"*", "|*", "*", "*"};
    }

    void branchesAreDrawnAsGitDoes()
    {
        QFETCH(std::vector<std::vector<int>>, makers);
        QTEST(drawn(makers), "lines");
    }

    /// So that the text beside a node can begin behind them.
    void lanesAreCountedWhereTheyAreDrawn()
    {
        const GraphLanes lanes(graphOf({{}, {0}, {1}, {2}, {3, 1}, {4}})); // a residual block
        std::vector<int> counts;
        for (int node = 0; node < 6; ++node)
            counts.push_back(lanes.lanesAt(node));
        QCOMPARE(counts, (std::vector<int>{1, 1, 2, 2, 2, 1})); // the sum has the line that ends in it
    }

    void takersAreInTheOrderInWhichTheyRun()
    {
        const auto takers = takersIn(graphOf({{}, {0}, {1, 0, 0}, {2}}));
        QCOMPARE(takers, (std::vector<std::vector<int>>{{1, 2}, {2}, {3}, {}}));
    }

    /// All values are alive to the end: it must not take the number of nodes squared.
    void manyValuesThatLiveLongAreNoTrouble()
    {
        constexpr int count = 100000;
        std::vector<std::vector<int>> makers(count);
        for (int node = 0; node < count; ++node)
            makers.push_back({node});
        const GraphLanes lanes(graphOf(makers));
        QCOMPARE(lanes.laneCount(), count);
        QCOMPARE(lanes.passing(7, count), 7);
        QVERIFY(!lanes.passing(7, count + 7));
    }
};

QTEST_GUILESS_MAIN(GraphLanesTest)
#include "graphlanes_test.moc"
