#include "ui/present/arrangement.h"

#include <QTest>

using namespace convscope;

namespace {

/// Six photos of three classes, and what a network says of five of them: right, wrong, right, wrong, wrong.
PhotoSet photos()
{
    PhotoSet set;
    for (const auto &[name, label] : {std::pair("0_2.jpg", 0), {"0_10.jpg", 0}, {"1_1.jpg", 1},
             {"1_2.jpg", 1}, {"2_Soup.jpg", 2}, {"x.jpg", -1}})
        set.photos.push_back(
            {std::string("/folder/") + name, label < 0 ? std::nullopt : std::optional(label)});
    return set;
}

Verdicts verdicts() { return {{0, 0.9F}, {1, 0.6F}, {1, 0.5F}, {0, 0.8F}, {1, 0.7F}, {}}; }

} // namespace

class ArrangementTest : public QObject
{
    Q_OBJECT

    static std::vector<int> places(const Arrangement &asked) { return arranged(photos(), verdicts(), asked); }

private Q_SLOTS:
    void allInTheFoldersOrder() { QCOMPARE(places({}), (std::vector<int>{0, 1, 2, 3, 4, 5})); }

    /// Where the folder's classes are not the network's, one filters by the folder's.
    void filtersByTheFoldersOwnClasses()
    {
        PhotoSet set;
        set.labels.areComparable = false;
        set.classes = {"bagel", "steak"};
        set.photos = {{"/a/1.jpg", {}, "bagel"}, {"/a/2.jpg", {}, "steak"}, {"/a/3.jpg", {}, ""}};
        QCOMPARE(arranged(set, {}, {.trueClass = 1}), std::vector<int>{1});
        QVERIFY(arranged(set, {}, {.trueClass = 2}).empty());
        QVERIFY(arranged(set, {{0, 1}, {1, 1}, {1, 1}}, {.correctness = Correctness::Wrong}).empty());
    }

    void filters_data()
    {
        QTest::addColumn<Arrangement>("asked");
        QTest::addColumn<std::vector<int>>("expected");
        QTest::newRow("name") << Arrangement{.name = "soup"} << std::vector<int>{4};
        QTest::newRow("part of a name") << Arrangement{.name = "_1"} << std::vector<int>{1, 2};
        QTest::newRow("ending") << Arrangement{.name = ".JPG"} << std::vector<int>{0, 1, 2, 3, 4, 5};
        QTest::newRow("not the folder") << Arrangement{.name = "folder"} << std::vector<int>{};
        QTest::newRow("true class") << Arrangement{.trueClass = 1} << std::vector<int>{2, 3};
        QTest::newRow("predicted class") << Arrangement{.predictedClass = 1} << std::vector<int>{1, 2, 4};
        QTest::newRow("cell of the matrix")
            << Arrangement{.trueClass = 2, .predictedClass = 1} << std::vector<int>{4};
        QTest::newRow("right") << Arrangement{.correctness = Correctness::Right} << std::vector<int>{0, 2};
        QTest::newRow("wrong") << Arrangement{.correctness = Correctness::Wrong} << std::vector<int>{1, 3, 4};
        QTest::newRow("confidence, both ends count")
            << Arrangement{.minConfidence = 0.6, .maxConfidence = 0.8} << std::vector<int>{1, 3, 4};
    }

    void filters()
    {
        QFETCH(Arrangement, asked);
        QFETCH(std::vector<int>, expected);
        QCOMPARE(places(asked), expected);
    }

    void orders_data()
    {
        QTest::addColumn<PhotoOrder>("order");
        QTest::addColumn<std::vector<int>>("expected");
        QTest::newRow("folder") << PhotoOrder::Folder << std::vector<int>{0, 1, 2, 3, 4, 5};
        QTest::newRow("name") << PhotoOrder::Name << std::vector<int>{0, 1, 2, 3, 4, 5};
        QTest::newRow("least confident") << PhotoOrder::LeastConfident << std::vector<int>{2, 1, 4, 3, 0, 5};
        QTest::newRow("most confident") << PhotoOrder::MostConfident << std::vector<int>{0, 3, 4, 1, 2, 5};
        QTest::newRow("predicted class") << PhotoOrder::PredictedClass << std::vector<int>{0, 3, 1, 2, 4, 5};
        QTest::newRow("wrong first") << PhotoOrder::WrongFirst << std::vector<int>{3, 4, 1, 0, 2, 5};
    }

    void orders()
    {
        QFETCH(PhotoOrder, order);
        QFETCH(std::vector<int>, expected);
        QCOMPARE(places({.order = order}), expected);
    }

    void whatIsNotAnsweredPassesNoFilterOnAnswers()
    {
        const Arrangement wrong{.correctness = Correctness::Wrong};
        QVERIFY(arranged(photos(), {}, wrong).empty());
        QCOMPARE(arranged(photos(), Verdicts{{1, 0.3F}}, wrong), std::vector<int>{0}); // the first of a run
        QVERIFY(arranged(photos(), {}, {.maxConfidence = 0.5}).empty());
    }

    void numbersInNamesAreNumbers_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        for (const auto &[first, second] :
            {std::pair("2_0", "10_0"), {"10_0", "10_1"}, {"a2", "a10"}, {"A1", "a2"}, {"a", "ab"},
                {"007", "8"}, {"x9y", "x09z"}, {"99999999999999999998", "99999999999999999999"}})
            QTest::newRow(first) << QByteArray(first) << QByteArray(second);
    }

    void numbersInNamesAreNumbers()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QVERIFY(comesBefore(first.constData(), second.constData()));
        QVERIFY(!comesBefore(second.constData(), first.constData()));
        QVERIFY(!comesBefore(first.constData(), first.constData()));
    }

    void knowsWhetherItFilters()
    {
        QVERIFY(!Arrangement{}.filters() && !Arrangement{}.asksForVerdicts());
        QVERIFY((Arrangement{.name = "a"}).filters());
        QVERIFY(!(Arrangement{.name = "a"}).asksForVerdicts());
        QVERIFY((Arrangement{.order = PhotoOrder::WrongFirst}).asksForVerdicts());
        QVERIFY(!(Arrangement{.order = PhotoOrder::WrongFirst}).filters());
        QCOMPARE((Arrangement{.trueClass = 1, .minConfidence = 0.5}).filterCount(), 2);
    }
};

QTEST_GUILESS_MAIN(ArrangementTest)
#include "arrangement_test.moc"
