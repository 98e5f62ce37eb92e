#include "tests/support/heard.h"
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

const Target egg{Target::Kind::Class, 3};

/// Photos that are not on disk.
std::shared_ptr<const PhotoSet> listed(const std::vector<std::filesystem::path> &files)
{
    PhotoSet set;
    for (const std::filesystem::path &file : files)
        set.photos.push_back({file, {}});
    return std::make_shared<const PhotoSet>(std::move(set));
}

template <typename Change> void change(Choices &choices, Change change)
{
    PhotoChoice photos = choices.photos();
    change(photos);
    choices.setPhotos(std::move(photos));
}

void openInIt(Choices &choices, const std::vector<std::filesystem::path> &files)
{
    change(choices, [&files](PhotoChoice &photos) { photos.setOpen(listed(files)); });
}

QStringList onBoard(const Choices &choices)
{
    QStringList names;
    for (const PhotoRef &photo : choices.photos().onBoard())
        names << QString::fromStdString(photo.file.stem().string());
    return names;
}

const Arrangement byName = [] {
    Arrangement arrangement;
    arrangement.name = QStringLiteral("_1");
    arrangement.order = PhotoOrder::Name;
    return arrangement;
}();

} // namespace

/// What is chosen, whoever edits it.
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

    void otherRowsTakeThePlaceOfAll()
    {
        Choices choices;
        choices.setFilter(4, 2);
        choices.setTarget(egg);
        Row held = newRow(ActivationOptions{7, 1});
        held.held = true;
        Heard heard(choices);
        choices.replaceRows(
            {newRow(ActivationOptions{}), held, newRow(GradCamOptions{}), newRow(LimeOptions{})});
        QCOMPARE(heard.all.first(), What::Rows);
        QCOMPARE(heard.all.count(What::Rows), 1);
        QCOMPARE(idsOf(choices.rows()), QStringList({"activation", "activation", "gradcam", "lime"}));
        QCOMPARE(placeIn(choices.rows().at(0)), std::pair(4, 2));
        QCOMPARE(placeIn(choices.rows().at(1)), std::pair(7, 1));
        QVERIFY(*fieldOf<Target>(*choices.rows().at(2).question) == egg);
        QVERIFY(*fieldOf<Target>(*choices.rows().at(3).question) == egg);
        QVERIFY(choices.selected() < 4);
        choices.replaceRows({});
        QCOMPARE(choices.rows().size(), 4);
    }

    /// That is what they are for.
    void rowsAboutSeveralClassesKeepThem()
    {
        Choices choices;
        choices.setTarget(egg);
        SaliencyOptions predicted;
        predicted.target.kind = Target::Kind::Predicted;
        choices.replaceRows({newRow(SaliencyOptions{}), newRow(predicted)});
        QVERIFY(choices.rows().at(0).question == MethodOptions(SaliencyOptions{}));
        QVERIFY(choices.rows().at(1).question == MethodOptions(predicted));
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
        look.clipping = Clipping::None;
        look.contours = Contours::Half;
        choices.setLook(saliencyRow, look);
        choices.setShown(QStringLiteral("saliency"), false);
        choices.setAutomatic(false);
        choices.setOutline(false);
        choices.setTargetOf("/a.jpg", egg);
        PhotoChoice photos;
        photos.setOpen(listed({"/a.jpg", "/b.jpg"}));
        photos.select({0, 1});
        choices.setPhotos(photos);
        Session session;
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
        photos.select({});
        other.setPhotos(photos);
        other.takePhotos(session);
        Session again;
        other.give(again);
        QCOMPARE(sessionText(again), sessionText(session));
    }

    /// What undo takes up again: classes stay with photos that are off the board, and the gallery as it was.
    void undoKeepsTheGalleryAndClassesOfPhotosOffTheBoard()
    {
        Choices choices;
        choices.setTargetOf("/away.jpg", egg);
        choices.setArrangement(byName);
        Session session;
        choices.give(session);
        choices.setTargetOf("/away.jpg", {});
        choices.setArrangement({});
        choices.take(session);
        QCOMPARE(choices.targetOf("/away.jpg"), std::optional(egg));
        QVERIFY(choices.arrangement() == byName);

        // No file says how the gallery is arranged: it stays as it is.
        choices.take(parseSession(sessionText(session), {}));
        QVERIFY(choices.arrangement() == byName);
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

    void photosAndPinsAreToldOnce()
    {
        Choices choices;
        openInIt(choices, {"/f/a.jpg", "/f/b.jpg", "/f/c.jpg"});
        const Heard heard(choices);
        change(choices, [](PhotoChoice &photos) { photos.select({2, 0}); });
        QCOMPARE(heard.all, QList<What>{What::Photos});
        QCOMPARE(onBoard(choices), QStringList({"c", "a"}));
        change(choices, [](PhotoChoice &photos) { photos.select({2, 0}); });
        choices.togglePin({"/f/a.jpg", {}});
        choices.putOn({"/f/b.jpg", {}});
        choices.putOn({"/f/b.jpg", {}}); // it is on the board already
        QCOMPARE(heard.all, QList<What>({What::Photos, What::Photos, What::Photos}));
        QCOMPARE(onBoard(choices), QStringList({"a", "c", "b"})); // the pinned one first, and not twice
        choices.takeOff({"/f/a.jpg", {}});
        QCOMPARE(heard.all.size(), 4);
        QCOMPARE(onBoard(choices), QStringList({"c", "b"}));
        choices.setArrangement(byName);
        choices.setArrangement(byName);
        QCOMPARE(heard.all.size(), 5);
        QCOMPARE(heard.all.last(), What::Arrangement);
    }

    void photosThatAreOpenedAreToldBeforeTheChoiceOfThem()
    {
        Choices choices;
        openInIt(choices, {"/f/a.jpg", "/f/b.jpg"});
        change(choices, [](PhotoChoice &photos) { photos.select({1}); });
        choices.togglePin({"/f/a.jpg", {}});
        const Heard heard(choices);
        openInIt(choices, {"/f/a.jpg", "/f/b.jpg", "/f/c.jpg"}); // more of the same folder
        QCOMPARE(heard.all, QList<What>{What::Open});
        openInIt(choices, {"/f/_.jpg", "/f/b.jpg"});
        QCOMPARE(heard.all, QList<What>({What::Open, What::Open, What::Photos}));
        QCOMPARE(choices.photos().pinned().front().place, -1); // it is not there any more
        QCOMPARE(choices.photos().selected().front().place, 1);
        QCOMPARE(onBoard(choices), QStringList({"a", "b"}));
        openInIt(choices, {"/g/d.jpg"});
        QCOMPARE(onBoard(choices), QStringList{"a"}); // pinned photos stay, whatever is opened
        QCOMPARE(choices.photos().pinnedElsewhere().size(), 1U);
    }

    /// The board shows them.
    void labelsOfPhotosAreTold()
    {
        Choices choices;
        openInIt(choices, {"/f/a.jpg", "/f/b.jpg"});
        change(choices, [](PhotoChoice &photos) { photos.select({0}); });
        choices.togglePin({"/g/d.jpg", {}});
        const Heard heard(choices);
        PhotoSet labelled = *choices.photos().open();
        labelled.photos[0].label = 7;
        change(choices,
            [&](PhotoChoice &photos) { photos.setOpen(std::make_shared<const PhotoSet>(labelled)); });
        QCOMPARE(choices.photos().onBoard()[1].label, std::optional(7));
        change(choices, [](PhotoChoice &photos) { photos.setLabels({{"/g/d.jpg", 3}}); });
        QCOMPARE(choices.photos().onBoard()[0].label, std::optional(3));
        QCOMPARE(heard.all, QList<What>({What::Open, What::Photos, What::Photos}));
    }

    void noMorePhotosAreChosenThanTheBoardHasRoomFor()
    {
        Choices choices;
        std::vector<std::filesystem::path> files;
        for (int i = 0; i < 20; ++i)
            files.push_back("/f/" + std::to_string(i) + ".jpg");
        openInIt(choices, files);
        QList<Choices::Full> told;
        connect(&choices, &Choices::full, this, [&told](Choices::Full what) { told << what; });
        for (const std::filesystem::path &file : files)
            choices.togglePin({file, {}});
        QCOMPARE(choices.photos().pinned().size(), std::size_t(PhotoChoice::maxPinned));
        QCOMPARE(told, QList<Choices::Full>(9, Choices::Full::Pins));
        told.clear();
        choices.putOn({files[18], {}});
        QVERIFY(told.isEmpty());
        choices.putOn({files[19], {}});
        QCOMPARE(told, QList{Choices::Full::Board});
        QCOMPARE(onBoard(choices).size(), PhotoChoice::max);
        QCOMPARE(onBoard(choices).last(), QStringLiteral("18"));
    }

    void sessionsTakeAndGivePhotosAndPins()
    {
        Choices choices;
        openInIt(choices, {"/f/a.jpg", "/f/b.jpg", "/f/c.jpg"});
        change(choices, [](PhotoChoice &photos) { photos.select({2, 1}); });
        choices.togglePin({"/g/d.jpg", 3});
        Session session;
        choices.give(session);
        const QList<UsedPhoto> given = session.photos;
        QCOMPARE(given.size(), 3);
        QVERIFY(given[0].pinned && !given[1].pinned && !given[2].pinned);

        change(choices, [](PhotoChoice &photos) { photos.select({0}); });
        choices.togglePin({"/f/a.jpg", {}});
        choices.takePhotos(session);
        QCOMPARE(onBoard(choices), QStringList({"d", "c", "b"}));
        QCOMPARE(choices.photos().onBoard()[0].label, std::optional(3)); // it is known still
        choices.give(session);
        QCOMPARE(session.photos, given);
        choices.takePhotos(Session());
        QVERIFY(onBoard(choices).isEmpty());
    }

    void aPhotoThatIsOpenedLeavesThePins()
    {
        Choices choices;
        openInIt(choices, {"/f/a.jpg", "/f/b.jpg"});
        choices.togglePin({"/g/d.jpg", {}});
        change(choices, [](PhotoChoice &photos) { photos.choose({{"/f/b.jpg", {}}}); });
        QCOMPARE(onBoard(choices), QStringList({"d", "b"}));
        change(choices, [](PhotoChoice &photos) { photos.choose({{"/f/a.jpg", {}, {}, true}}); });
        QCOMPARE(onBoard(choices), QStringList{"a"});
        change(choices, [](PhotoChoice &photos) {
            photos.unpinAll();
            photos.choose({{"/f/gone.jpg", {}}});
        });
        QCOMPARE(onBoard(choices), QStringList{"a"}); // the first, where nothing else is there
    }

    /// A filter by one of the folder's own classes means nothing where these are others.
    void otherClassesOfTheFolderEndTheFilterByThem()
    {
        Choices choices;
        const auto open = [&](const std::vector<std::string> &classes) {
            PhotoSet set = *listed({"/f/a.jpg"});
            set.classes = classes;
            set.labels.areComparable = false;
            change(
                choices, [&](PhotoChoice &photos) { photos.setOpen(std::make_shared<const PhotoSet>(set)); });
        };
        open({"bagel", "steak"});
        Arrangement steaks = byName;
        steaks.trueClass = 1;
        choices.setArrangement(steaks);
        open({"bagel", "steak"});
        QVERIFY(choices.arrangement() == steaks);
        const Heard heard(choices);
        open({"bread", "soup"});
        QVERIFY(choices.arrangement() == byName);
        QCOMPARE(heard.all, QList<What>({What::Open, What::Arrangement}));
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
        choices.setAutomatic(true);
        choices.setOutline(true);
        choices.setPhotos(choices.photos());
        choices.setArrangement({});
        Session session;
        choices.give(session);
        choices.take(session);
        choices.takePhotos(session);
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
