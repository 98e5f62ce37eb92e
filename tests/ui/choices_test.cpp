#include "tests/support/rows.h"
#include "ui/board/requestcache.h"
#include "ui/choices/choices.h"

#include <QTest>

using namespace convscope;
using What = Choices::What;

namespace {

constexpr int saliencyRow = 1;
constexpr int activationRow = 2;
constexpr int filterRow = 3;
constexpr int limeRow = 4;

QList<int> keysOf(const Choices &choices)
{
    QList<int> keys;
    for (const Row &row : choices.rows())
        keys << row.key;
    return keys;
}

/// The layer and the filter that a row asks about.
std::pair<int, int> placeIn(const Row &row)
{
    return {fieldOf<LayerId>(*row.question)->index, fieldOf<FilterId>(*row.question)->index};
}

/// What is told of a change, in its order.
struct Heard
{
    QObject context;
    QList<What> all;

    explicit Heard(const Choices &choices)
    {
        QObject::connect(&choices, &Choices::changed, &context, [this](What what) { all << what; });
    }
};

const Target egg{Target::Kind::Class, 3};

} // namespace

/// The rows of the board, whoever edits them.
class ChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheNotebooksRows()
    {
        const Choices choices;
        QCOMPARE(idsOf(choices.rows()), QStringList({"photo", "saliency", "activation", "filter", "lime"}));
        QVERIFY(choices.hidden().isEmpty());
        QCOMPARE(choices.selected(), 0);
        QCOMPARE(choices.layer().index, 15);
        QCOMPARE(choices.filter().index, 0);
        QVERIFY(choices.isAutomatic() && choices.hasOutline());
        const QList<int> keys = keysOf(choices);
        QCOMPARE(QSet<int>(keys.begin(), keys.end()).size(), 5);
        QVERIFY(!keys.contains(0));
    }

    void aRowIsAddedAsTheLastOfItsMethodWas()
    {
        Choices choices;
        askForSamples(choices, 77);
        Look look;
        look.colours = Colours::Notebook;
        choices.setLook(limeRow, look);
        Heard heard(choices);
        choices.add(LimeOptions{});
        QCOMPARE(heard.all, QList<What>({What::Rows, What::Selection}));
        QCOMPARE(choices.rows().size(), 6);
        QCOMPARE(choices.selected(), 5);
        QCOMPARE(std::get<LimeOptions>(*choices.rows().last().question).samples, 77);
        QCOMPARE(choices.rows().last().look.colours, Colours::Notebook);
        QVERIFY(choices.rows().last().key != choices.rows().at(limeRow).key);
    }

    /// Also where the last row of the method is held somewhere else.
    void aRowIsAddedAtTheLayerAndFilterOfThePanel()
    {
        Choices choices;
        choices.setHeld(activationRow, true);
        choices.setFilter(4, 2);
        QCOMPARE(placeIn(choices.rows().at(activationRow)), std::pair(15, 0));
        choices.add(ActivationOptions{});
        QCOMPARE(placeIn(choices.rows().last()), std::pair(4, 2));
        QVERIFY(!choices.rows().last().held);
    }

    void thePhotoComesOnTop()
    {
        Choices choices;
        choices.setShown(QStringLiteral("photo"), false);
        QCOMPARE(idsOf(choices.rows()), QStringList({"saliency", "activation", "filter", "lime"}));
        choices.select(2);
        choices.addPhoto();
        QCOMPARE(idsOf(choices.rows()).first(), QStringLiteral("photo"));
        QCOMPARE(choices.selected(), 0);
    }

    void aDuplicateStandsBelowItsRowAndIsHeldAsItIs()
    {
        Choices choices;
        choices.setHeld(activationRow, true);
        choices.setFilter(4, 2);
        choices.duplicate(activationRow);
        QCOMPARE(idsOf(choices.rows()),
            QStringList({"photo", "saliency", "activation", "activation", "filter", "lime"}));
        QCOMPARE(choices.rows().at(3), choices.rows().at(2));
        QVERIFY(choices.rows().at(3).key != choices.rows().at(2).key);
        QVERIFY(choices.rows().at(3).held);
        QCOMPARE(choices.selected(), 3);
    }

    void whatIsRemovedIsRemembered()
    {
        Choices choices;
        askForSamples(choices, 77);
        choices.remove(limeRow);
        QCOMPARE(idsOf(choices.rows()), QStringList({"photo", "saliency", "activation", "filter"}));
        QCOMPARE(idsOf(choices.hidden()), QStringList("lime"));
        QCOMPARE(asked<LimeOptions>(choices.hidden()).samples, 77);
        choices.remove(-1);
        choices.remove(4);
        QCOMPARE(choices.rows().size(), 4);
    }

    /// Of two rows of one method, the one that stays is how the method is.
    void onlyMethodsWithoutARowAreRemembered()
    {
        Choices choices;
        choices.duplicate(limeRow);
        askForSamples(choices, 77); // the first of them
        choices.remove(limeRow);
        QVERIFY(choices.hidden().isEmpty());
        QCOMPARE(asked<LimeOptions>(choices.rows()).samples, 1000);
        choices.setShown(QStringLiteral("lime"), false);
        QCOMPARE(asked<LimeOptions>(choices.hidden()).samples, 1000);
        choices.setShown(QStringLiteral("lime"), true);
        QVERIFY(choices.hidden().isEmpty());
    }

    void theLastRowStays()
    {
        Choices choices;
        for (int i = 0; i < 10; ++i)
            choices.remove(0);
        QCOMPARE(idsOf(choices.rows()), QStringList("lime"));
        choices.setShown(QStringLiteral("lime"), false);
        QCOMPARE(idsOf(choices.rows()), QStringList("lime"));
        choices.duplicate(0);
        choices.setShown(QStringLiteral("lime"), false); // all of them would go
        QCOMPARE(idsOf(choices.rows()), QStringList({"lime", "lime"}));
        choices.setAll({}, {}, 15, 0);
        QCOMPARE(choices.rows().size(), 2);
    }

    void rowsMoveWithTheSelection()
    {
        Choices choices;
        const QList<int> before = keysOf(choices);
        choices.select(saliencyRow);
        Heard heard(choices);
        choices.move(saliencyRow, filterRow);
        QCOMPARE(idsOf(choices.rows()), QStringList({"photo", "activation", "filter", "saliency", "lime"}));
        QCOMPARE(choices.selected(), 3);
        QCOMPARE(choices.placeOf(before.at(saliencyRow)), 3);
        QCOMPARE(heard.all, QList<What>{What::Rows}); // the same row is selected
        heard.all.clear();
        choices.move(0, -1);
        choices.move(4, 5);
        choices.move(2, 2);
        QVERIFY(heard.all.isEmpty());
    }

    void theSelectionStaysWhereItsRowGoes()
    {
        Choices choices;
        choices.select(activationRow);
        choices.remove(activationRow);
        QCOMPARE(choices.selected(), activationRow); // the next one
        choices.select(3);
        Heard heard(choices);
        choices.remove(3);
        QCOMPARE(choices.selected(), 2);
        QVERIFY(heard.all.contains(What::Selection));
        choices.select(17);
        QCOMPARE(choices.selected(), 2);
        choices.remove(0);
        QCOMPARE(choices.selected(), 1); // the same row
    }

    void whatIsShownAgainIsAsItWasAndWhereItBelongs()
    {
        Choices choices;
        choices.setQuestion(saliencyRow, SaliencyOptions{egg, Objective::Logit});
        Look look;
        look.opacity = 0.25;
        choices.setLook(saliencyRow, look);
        choices.setShown(QStringLiteral("saliency"), false);
        QVERIFY(!choices.has(QStringLiteral("saliency")));
        choices.setShown(QStringLiteral("saliency"), true);
        QCOMPARE(idsOf(choices.rows()), QStringList({"photo", "saliency", "activation", "filter", "lime"}));
        QVERIFY(asked<SaliencyOptions>(choices.rows()) == (SaliencyOptions{egg, Objective::Logit}));
        QCOMPARE(choices.rows().at(saliencyRow).look.opacity, 0.25);
        choices.setShown(QStringLiteral("saliency"), true); // it is there
        choices.setShown(QStringLiteral("depth"), true); // there is no such row
        QCOMPARE(choices.rows().size(), 5);
        choices.setShown(QStringLiteral("photo"), false);
        choices.move(3, 0); // LIME on top
        choices.setShown(QStringLiteral("photo"), true);
        QCOMPARE(idsOf(choices.rows()), QStringList({"photo", "lime", "saliency", "activation", "filter"}));
    }

    /// Layer and filter were chosen anew while the row was not there.
    void whatIsShownAgainFollowsThePanel()
    {
        Choices choices;
        choices.setHeld(activationRow, true);
        choices.remove(activationRow);
        choices.setFilter(4, 2);
        choices.setShown(QStringLiteral("activation"), true);
        QVERIFY(!choices.rows().at(activationRow).held);
        QCOMPARE(placeIn(choices.rows().at(activationRow)), std::pair(4, 2));
    }

    void rowsFollowThePanelUnlessTheyAreHeld()
    {
        Choices choices;
        choices.setHeld(activationRow, true);
        Heard heard(choices);
        choices.setFilter(4, 2);
        QCOMPARE(heard.all, QList<What>({What::Filter, What::Rows}));
        QCOMPARE(placeIn(choices.rows().at(activationRow)), std::pair(15, 0));
        QCOMPARE(placeIn(choices.rows().at(filterRow)), std::pair(4, 2));
        choices.setQuestion(activationRow, ActivationOptions{9, 7}); // its own may be chosen
        QCOMPARE(placeIn(choices.rows().at(activationRow)), std::pair(9, 7));
        choices.setQuestion(filterRow, FeatureVisualisationOptions{9, 7}); // that of a follower may not
        QCOMPARE(placeIn(choices.rows().at(filterRow)), std::pair(4, 2));
        choices.setHeld(activationRow, false);
        QCOMPARE(placeIn(choices.rows().at(activationRow)), std::pair(4, 2));
        heard.all.clear();
        choices.setFilter(4, 2);
        QVERIFY(heard.all.isEmpty());
        choices.setHeld(saliencyRow, true); // has neither layer nor filter
        choices.setHeld(0, true);
        QVERIFY(!choices.rows().at(saliencyRow).held && !choices.rows().at(0).held);
    }

    void theLatestOfAMethodIsThatOfItsLastRow()
    {
        Choices choices;
        QVERIFY(choices.latest(LimeOptions{}) == MethodOptions(LimeOptions{}));
        askForSamples(choices, 77);
        choices.duplicate(limeRow);
        LimeOptions other;
        other.samples = 30;
        choices.setQuestion(limeRow + 1, other);
        QVERIFY(choices.latest(LimeOptions{}) == MethodOptions(other));
        choices.setShown(QStringLiteral("lime"), false);
        QVERIFY(choices.latest(LimeOptions{}) == MethodOptions(other)); // also of one that is hidden
        choices.setFilter(4, 2);
        QVERIFY(choices.latest(ActivationOptions{}) == MethodOptions(ActivationOptions{4, 2}));
    }

    void parametersGoBackToTheUsualOnes()
    {
        Choices choices;
        choices.setFilter(4, 2);
        askForSteps(choices, 3);
        askForSamples(choices, 77);
        choices.reset(filterRow);
        QVERIFY(asked<FeatureVisualisationOptions>(choices.rows()) == (FeatureVisualisationOptions{4, 2}));
        QCOMPARE(asked<LimeOptions>(choices.rows()).samples, 77); // of this row alone
        choices.setHeld(activationRow, true);
        choices.setQuestion(activationRow, ActivationOptions{9, 7});
        askForSteps(choices, 3);
        choices.setShown(QStringLiteral("lime"), false);
        choices.reset(0); // the photo has none
        choices.resetAll();
        QVERIFY(asked<FeatureVisualisationOptions>(choices.rows()) == (FeatureVisualisationOptions{4, 2}));
        QVERIFY(asked<LimeOptions>(choices.hidden()) == LimeOptions{}); // also of what is hidden
        QCOMPARE(placeIn(choices.rows().at(activationRow)), std::pair(9, 7)); // where it is held
        QVERIFY(choices.rows().at(activationRow).held);
    }

    void oneClassIsExplainedByAllRowsOrSeveralAre()
    {
        Choices choices;
        QVERIFY(choices.target() == Target{});
        ask<LimeOptions>(choices, [](LimeOptions &lime) { lime.target = egg; });
        QVERIFY(!choices.target()); // the rows differ
        choices.setShown(QStringLiteral("saliency"), false);
        QVERIFY(choices.target() == egg);
        const Target other{Target::Kind::Predicted, 0};
        choices.setTarget(other);
        QVERIFY(choices.target() == other);
        QVERIFY(asked<SaliencyOptions>(choices.hidden()).target == other); // for when it comes back
        choices.setShown(QStringLiteral("lime"), false);
        QVERIFY(!choices.target()); // nothing explains a class
    }

    void aPhotoKeepsItsOwnClass()
    {
        Choices choices;
        const std::filesystem::path photo = "/photos/\xe4.jpg"; // no UTF-8
        Heard heard(choices);
        choices.setTargetOf(photo, egg);
        QCOMPARE(heard.all, QList<What>{What::Targets});
        QVERIFY(choices.targetOf(photo) == egg);
        QVERIFY(!choices.targetOf("/photos/\xf6.jpg"));
        const auto next = [](const Target &target) {
            return std::optional(Target{Target::Kind::Class, target.index + 1});
        };
        QVERIFY(choices.fitTargets(next));
        QCOMPARE(choices.targetOf(photo)->index, 4);
        QVERIFY(!choices.fitTargets([](const Target &) { return std::optional<Target>(); }));
        QVERIFY(!choices.targetOf(photo));
        QVERIFY(choices.fitTargets(next)); // there is none to be forgotten
    }

    /// Rows are told apart by their keys, whatever becomes of them.
    void keysStayWithTheirRows()
    {
        Choices choices;
        choices.duplicate(limeRow);
        const QList<int> keys = keysOf(choices);
        QList<Row> turned = choices.rows();
        std::ranges::reverse(turned);
        choices.setAll(turned, {}, 15, 0);
        QCOMPARE(keysOf(choices), QList<int>(keys.rbegin(), keys.rend()));
        for (Row &row : turned)
            row.key = 0; // as they are read from a file
        std::ranges::reverse(turned);
        choices.setAll(turned, {}, 15, 0);
        const QList<int> now = keysOf(choices);
        QCOMPARE(now.first(4), keys.first(4)); // the same rows
        QCOMPARE(QSet<int>(now.begin(), now.end()), QSet<int>(keys.begin(), keys.end()));
        choices.setFilter(4, 2);
        askForSamples(choices, 30);
        QCOMPARE(keysOf(choices), now);
        QList<Row> more = turned;
        more.prepend(newRow(SaliencyOptions{egg}));
        choices.setAll(more, {}, 4, 2);
        const QList<int> all = keysOf(choices);
        QCOMPARE(QSet<int>(all.begin(), all.end()).size(), 7); // none twice
        QVERIFY(!now.contains(all.first())); // the others are those that were there
        QVERIFY(!all.contains(0));
    }

    void sessionsTakeAndGiveAll()
    {
        Choices choices;
        choices.setFilter(4, 2);
        choices.add(ActivationOptions{});
        choices.setHeld(5, true);
        choices.setFilter(9, 1);
        ask<LimeOptions>(choices, [](LimeOptions &lime) { lime.target = egg; });
        Look look;
        look.sharedScale = true;
        choices.setLook(saliencyRow, look);
        choices.setShown(QStringLiteral("saliency"), false);
        choices.setAutomatic(false);
        choices.setOutline(false);
        choices.setTargetOf("/a.jpg", egg);
        Session session;
        session.photos = {{"/a.jpg", {}}, {"/b.jpg", {}}};
        choices.give(session);
        QCOMPARE(idsOf(session.rows), QStringList({"photo", "activation", "filter", "lime", "activation"}));
        QVERIFY(session.photos[0].target == egg && !session.photos[1].target);

        Choices other;
        other.setTargetOf("/b.jpg", egg);
        other.take(session);
        QCOMPARE(other.rows(), choices.rows());
        QCOMPARE(other.hidden(), choices.hidden());
        QCOMPARE(other.layer().index, 9);
        QCOMPARE(other.filter().index, 1);
        QVERIFY(!other.isAutomatic() && !other.hasOutline());
        QVERIFY(other.targetOf("/a.jpg") == egg && !other.targetOf("/b.jpg"));
        Session again;
        again.photos = session.photos;
        other.give(again);
        QCOMPARE(sessionText(again), sessionText(session));
    }

    /// A session of another program may name a method among the hidden that has a row.
    void rowsThatFollowAreBroughtToWhatTheSessionChose()
    {
        Choices choices;
        Session session;
        session.rows = {newRow(ActivationOptions{3, 3}), newRow(LimeOptions{})};
        session.hidden = {newRow(FeatureVisualisationOptions{3, 3}), newRow(LimeOptions{})};
        session.layer = 4;
        session.filter = 2;
        choices.take(session);
        QCOMPARE(placeIn(choices.rows().first()), std::pair(4, 2));
        QCOMPARE(placeIn(choices.hidden().first()), std::pair(4, 2));
        QCOMPARE(idsOf(choices.hidden()), QStringList("filter"));
        QCOMPARE(choices.selected(), 0);
    }

    void equalChoicesAreNotTold()
    {
        Choices choices;
        Heard heard(choices);
        choices.setQuestion(limeRow, LimeOptions{});
        choices.setLook(limeRow, Look{});
        choices.setAll(choices.rows(), {}, 15, 0);
        choices.select(0);
        choices.resetAll();
        QVERIFY(heard.all.isEmpty());
    }

    void aNewMethodExplainsTheClassOfTheOthers()
    {
        Choices choices;
        choices.setTarget(egg);
        choices.add(OcclusionOptions{});
        QVERIFY(std::get<OcclusionOptions>(*choices.rows().last().question).target == egg);
        QVERIFY(choices.target() == egg);
    }

    void looksReachTheRowsThatAreHidden()
    {
        Choices choices;
        choices.setShown(QStringLiteral("lime"), false);
        choices.changeLooks([](const Row &, Look &look) { look.colours = Colours::Notebook; });
        choices.setShown(QStringLiteral("lime"), true);
        QCOMPARE(choices.rows()[limeRow].look.colours, Colours::Notebook);
    }

    /// Or a full board would push its own answers out and ask for them for ever.
    void allThatIsWantedIsKept()
    {
        constexpr int wanted = 9;
        std::vector<Replies<int>> asked;
        RequestCache<int> cache(
            4, [](const int &) { return 2; }, [](const QString &) {}, [](const QString &) {}, 2);
        QSet<QString> keys;
        for (int i = 0; i < wanted; ++i)
            keys.insert(QString::number(i));
        cache.keepOnly(keys);
        for (const QString &key : std::as_const(keys))
            cache.ask(key, [&](Replies<int> replies) {
                asked.push_back(std::move(replies));
                return JobHandle();
            });
        for (const Replies<int> &replies : asked)
            replies.done(1);
        for (const QString &key : std::as_const(keys))
            QVERIFY(cache.stateOf(key).value);
    }
};

QTEST_GUILESS_MAIN(ChoicesTest)
#include "choices_test.moc"
