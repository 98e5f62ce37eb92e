#include "core/explain/random.h"
#include "tests/support/nameless.h"
#include "ui/photomap/maplegend.h"
#include "ui/photomap/photomappanel.h"
#include "ui/photomap/scatterview.h"
#include "ui/present/drawing.h"
#include "ui/present/photomap.h"
#include "ui/present/sentences.h"
#include "ui/widgets/elidedcombo.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QMouseEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <cmath>
#include <ctime>
#include <limits>
#include <numeric>
#include <set>

using namespace convscope;

namespace {

using Standing = PhotoMap::Standing;

/// Photos in a grid of ten columns, one unit apart; class by column, and every seventh is taken for the next
/// class.
std::shared_ptr<PhotoMapData> grid(int rows, int columns = 10)
{
    auto data = std::make_shared<PhotoMapData>();
    for (int i = 0; i < rows * columns; ++i) {
        data->map.x.push_back(float(i % columns));
        data->map.y.push_back(float(i / columns)); // upwards
        data->map.standings.push_back(Standing::Own);
        data->files.push_back("/photos/" + std::to_string(i) + ".jpg");
        data->labels.emplace_back(i % columns);
        data->predicted.emplace_back(i % 7 == 0 ? (i + 1) % columns : i % columns);
        data->confidence.push_back(0.75F);
    }
    for (int i = 0; i < columns; ++i)
        data->classNames << QStringLiteral("class %1").arg(QChar(u'A' + i));
    data->map.method = MapMethod::Tsne;
    data->map.kept = 0.95;
    data->about = {QStringLiteral("Photos: food"), QStringLiteral("Layer 15")};
    return data;
}

/// Clusters as a network would make them.
std::shared_ptr<PhotoMapData> clusters(int count, int classes)
{
    auto data = std::make_shared<PhotoMapData>();
    NumpyRandom random(3);
    std::vector<QPointF> centres;
    for (int i = 0; i < classes; ++i)
        centres.emplace_back(12 * random.normal(), 9 * random.normal());
    for (int i = 0; i < count; ++i) {
        const int label = int(random.below(std::uint32_t(classes)));
        const QPointF centre = centres[std::size_t(label)];
        data->map.x.push_back(float(centre.x() + 2.5 * random.normal()));
        data->map.y.push_back(float(centre.y() + 2.5 * random.normal()));
        data->map.standings.push_back(i % 5 == 4 ? Standing::Placed : Standing::Own);
        data->files.push_back("/photos/" + std::to_string(label) + "_" + std::to_string(i) + ".jpg");
        data->labels.emplace_back(label);
        data->predicted.emplace_back(
            random.below(6) == 0 ? int(random.below(std::uint32_t(classes))) : label);
        data->confidence.push_back(float(random.uniform()));
        data->values.push_back(float(centre.x() / 12 + random.normal()));
    }
    const QStringList food{QStringLiteral("Bread"), QStringLiteral("Dairy product"),
        QStringLiteral("Dessert"), QStringLiteral("Egg"), QStringLiteral("Fried food"),
        QStringLiteral("Meat"), QStringLiteral("Noodles or pasta"), QStringLiteral("Rice"),
        QStringLiteral("Seafood"), QStringLiteral("Soup"), QStringLiteral("Vegetable or fruit")};
    for (int i = 0; i < classes; ++i)
        data->classNames << food.value(i, QStringLiteral("class %1").arg(i));
    data->valueName = QStringLiteral("Filter 12 of cnn.15");
    data->map.method = MapMethod::Tsne;
    data->map.kept = 0.71;
    data->about = {QStringLiteral("Photos: food/validation"),
        QStringLiteral("Network: resnet/checkpoint.pth"),
        QStringLiteral("Layer 15 · cnn.15 · mean over places")};
    return data;
}

void shown(QWidget &widget, QSize size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

QPoint placeIn(const ScatterView &view, int photo) { return view.placeOf(photo)->toPoint(); }

/// Around some photos, with the left button.
void drawLasso(ScatterView &view, const QList<QPoint> &corners, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(&view, Qt::LeftButton, modifiers, corners.first());
    for (const QPoint &corner : corners)
        QTest::mouseMove(&view, corner);
    QTest::mouseRelease(&view, Qt::LeftButton, modifiers, corners.last());
}

/// Around the photos from one to another, which are opposite corners.
QList<QPoint> around(const ScatterView &view, int topLeft, int bottomRight)
{
    const QRect area =
        QRect(placeIn(view, topLeft), placeIn(view, bottomRight)).normalized().adjusted(-8, -8, 8, 8);
    return {area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()};
}

QColor colourAtPhoto(ScatterView &view, int photo)
{
    const QImage image = view.grab().toImage();
    return image.pixelColor((QPointF(placeIn(view, photo)) * image.devicePixelRatio()).toPoint());
}

bool isNear(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 40;
}

/// Where pictures are left for people to look at; nowhere unless the environment says so.
void keepPicture(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("CONVSCOPE_PICTURES"); !folder.isEmpty()) {
        QCoreApplication::processEvents(); // what is arranged later
        widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }
}

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x2b, 0x2b, 0x2b));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x1e));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, QColor(0xee, 0xee, 0xee));
    palette.setColor(QPalette::Button, QColor(0x3a, 0x3a, 0x3a));
    return palette;
}

} // namespace

class PhotoMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void all_photos_are_seen_at_first_and_upwards_is_up();
    void the_wheel_and_keys_zoom_where_the_pointer_is();
    void arrows_and_dragging_move_the_map();
    void a_lasso_selects_and_shift_adds();
    void a_click_takes_one_photo_and_esc_none();
    void the_keyboard_selects_with_a_frame();
    void what_is_selected_elsewhere_is_told_to_nobody();
    void the_selection_and_the_view_stay_while_the_map_forms();
    void colours_are_those_of_the_classes();
    void right_and_wrong_are_told_without_colour();
    void of_many_classes_the_rarest_have_one_grey();
    void classes_that_share_a_colour_have_other_shapes();
    void values_have_a_bar();
    void photos_that_stand_nowhere_are_counted_and_cannot_be_selected();
    void thumbnails_are_shown_when_near();
    void thumbnails_are_whole_and_hide_nobody();
    void a_long_layer_is_cut_in_the_middle();
    void the_pointer_tells_the_photo();
    void the_legend_selects_a_class();
    void what_is_chosen_is_told();
    void progress_can_be_stopped();
    void figures_have_a_legend_and_notes();
    void the_table_has_a_line_a_photo();
    void painting_goes_through_all_photos_mixed();
    void everything_has_a_name();
    void looks();
    void ten_thousand_photos();
};

void PhotoMapTest::all_photos_are_seen_at_first_and_upwards_is_up()
{
    ScatterView view;
    shown(view, {600, 300});
    view.setMap(grid(5));
    for (int photo = 0; photo < 50; ++photo)
        QVERIFY(view.rect().contains(placeIn(view, photo)));
    QVERIFY(placeIn(view, 40).y() < placeIn(view, 0).y());
    QCOMPARE(placeIn(view, 40).x(), placeIn(view, 0).x());
    // The same scale along both axes.
    const int across = placeIn(view, 1).x() - placeIn(view, 0).x();
    const int up = placeIn(view, 0).y() - placeIn(view, 10).y();
    QVERIFY(std::abs(across - up) <= 1);
}

void PhotoMapTest::the_wheel_and_keys_zoom_where_the_pointer_is()
{
    ScatterView view;
    shown(view, {600, 400});
    view.setMap(grid(5));
    const QPointF before = *view.placeOf(23);
    QWheelEvent wheel(
        before, view.mapToGlobal(before), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &wheel);
    QVERIFY(view.zoom() > 1.5);
    QVERIFY((*view.placeOf(23) - before).manhattanLength() < 0.01);
    const double zoom = view.zoom();
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.zoom() > zoom);
    QTest::keyClick(&view, Qt::Key_Minus);
    QVERIFY(std::abs(view.zoom() - zoom) < 1e-9);
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.zoom(), 1.0);
    QTest::keyClick(&view, Qt::Key_Minus);
    QCOMPARE(view.zoom(), 1.0); // no smaller than the whole
}

void PhotoMapTest::arrows_and_dragging_move_the_map()
{
    ScatterView view;
    shown(view, {600, 400});
    view.setMap(grid(5));
    view.zoomBy(4, QPointF(300, 200));
    const QPoint before = placeIn(view, 23);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(placeIn(view, 23).x() < before.x());
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(placeIn(view, 23), before);
    QTest::keyClick(&view, Qt::Key_Down);
    QVERIFY(placeIn(view, 23).y() < before.y());
    QTest::keyClick(&view, Qt::Key_Up);

    QTest::mousePress(&view, Qt::MiddleButton, {}, {300, 200});
    QTest::mouseMove(&view, {330, 180});
    QTest::mouseRelease(&view, Qt::MiddleButton, {}, {330, 180});
    QVERIFY((placeIn(view, 23) - before - QPoint(30, -20)).manhattanLength() <= 1);
    QVERIFY(view.selected().empty());

    view.setDragging(ScatterView::Dragging::Moves);
    drawLasso(view, {{330, 180}, {300, 200}});
    QVERIFY((placeIn(view, 23) - before).manhattanLength() <= 1);
    QVERIFY(view.selected().empty());
}

void PhotoMapTest::a_lasso_selects_and_shift_adds()
{
    ScatterView view;
    shown(view, {600, 400});
    view.setMap(grid(5));
    QSignalSpy told(&view, &ScatterView::selectionChanged);
    drawLasso(view, around(view, 21, 12));
    QCOMPARE(view.selected(), (std::vector<int>{11, 12, 21, 22}));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.last().at(0).value<std::vector<int>>(), view.selected());
    drawLasso(view, around(view, 8, 9), Qt::ShiftModifier);
    QCOMPARE(view.selected(), (std::vector<int>{8, 9, 11, 12, 21, 22}));
    drawLasso(view, around(view, 40, 40));
    QCOMPARE(view.selected(), (std::vector<int>{40}));
    // A line that is not straight: a triangle takes no corner of its frame.
    drawLasso(view,
        {placeIn(view, 0) + QPoint(-8, 8), placeIn(view, 2) + QPoint(16, 8),
            placeIn(view, 20) + QPoint(-8, -16)});
    QCOMPARE(view.selected(), (std::vector<int>{0, 1, 2, 10, 11, 20}));
}

void PhotoMapTest::a_click_takes_one_photo_and_esc_none()
{
    ScatterView view;
    shown(view, {600, 400});
    view.setMap(grid(5));
    QSignalSpy told(&view, &ScatterView::selectionChanged);
    QSignalSpy opened(&view, &ScatterView::photoActivated);
    QTest::mouseClick(&view, Qt::LeftButton, {}, placeIn(view, 17) + QPoint(2, 1));
    QCOMPARE(view.selected(), (std::vector<int>{17}));
    QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, placeIn(view, 18));
    QCOMPARE(view.selected(), (std::vector<int>{17, 18}));
    QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, placeIn(view, 17));
    QCOMPARE(view.selected(), (std::vector<int>{18}));
    QTest::mouseDClick(&view, Qt::LeftButton, {}, placeIn(view, 3));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(0).toInt(), 3);
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(view.selected().empty());
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view.selected().size(), std::size_t(50));
    QTest::mouseClick(&view, Qt::LeftButton, {}, {2, 2}); // where no photo is
    QVERIFY(view.selected().empty());
    QVERIFY(told.last().at(0).value<std::vector<int>>().empty());
}

void PhotoMapTest::the_keyboard_selects_with_a_frame()
{
    ScatterView view;
    shown(view, {640, 330});
    view.setMap(grid(5));
    QTest::keyClick(&view, Qt::Key_R);
    QTest::keyClick(&view, Qt::Key_Return);
    const std::vector<int> middle = view.selected();
    QVERIFY(!middle.empty());
    for (const int photo : middle)
        QVERIFY(QRect(640 / 3, 110, 640 / 3 + 1, 110).contains(placeIn(view, photo)));
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.zoom(), 1.0); // the frame has moved, not the map
    QTest::keyClick(&view, Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(view.selected().size() > middle.size());
    QVERIFY(std::ranges::includes(view.selected(), middle));
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Left);
    }
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(view.selected().size() < 51);
    QTest::keyClick(&view, Qt::Key_Escape); // the frame
    QVERIFY(!view.selected().empty());
    QTest::keyClick(&view, Qt::Key_Escape); // the selection
    QVERIFY(view.selected().empty());
}

void PhotoMapTest::what_is_selected_elsewhere_is_told_to_nobody()
{
    PhotoMapPanel panel;
    QSignalSpy told(&panel, &PhotoMapPanel::photosSelected);
    panel.setSelected({3, 4}); // before there is a map
    panel.show(grid(5));
    QCOMPARE(panel.view().selected(), (std::vector<int>{3, 4}));
    panel.setSelected({1, 2, 99});
    QCOMPARE(panel.view().selected(), (std::vector<int>{1, 2}));
    QCOMPARE(told.size(), 0);
}

void PhotoMapTest::the_selection_and_the_view_stay_while_the_map_forms()
{
    ScatterView view;
    shown(view, {600, 400});
    view.setMap(grid(5));
    view.zoomBy(3, QPointF(300, 200));
    view.setSelected({7});
    auto wider = grid(5);
    for (float &x : wider->map.x)
        x *= 1000;
    for (float &y : wider->map.y)
        y *= 1000;
    const QPoint before = placeIn(view, 23);
    view.setMap(wider);
    QCOMPARE(placeIn(view, 23), before);
    QCOMPARE(view.selected(), (std::vector<int>{7}));
    view.setMap(grid(6));
    QVERIFY(view.selected().empty());
    QCOMPARE(view.zoom(), 1.0);
}

void PhotoMapTest::colours_are_those_of_the_classes()
{
    ScatterView view;
    shown(view, {600, 400});
    view.setMap(grid(5));
    QVERIFY(isNear(colourAtPhoto(view, 11), classColour(1)));
    QVERIFY(isNear(colourAtPhoto(view, 18), classColour(8)));
    view.setColouring(MapColouring::PredictedClass);
    QVERIFY(isNear(colourAtPhoto(view, 14), classColour(5))); // taken for the next
    view.setColouring(MapColouring::RightOrWrong);
    QVERIFY(isNear(colourAtPhoto(view, 14), againstColour(Colours::Board)));
    QVERIFY(isNear(colourAtPhoto(view, 15), forColour(Colours::Board)));
}

void PhotoMapTest::right_and_wrong_are_told_without_colour()
{
    auto data = grid(5);
    data->predicted[20].reset();
    const MapMarks marks = mapMarks(*data, MapColouring::RightOrWrong);
    QCOMPARE(marks.groups.size(), std::size_t(3));
    QVERIFY(marks.groups[0].mark.shape != marks.groups[1].mark.shape);
    QCOMPARE(marks.groups[1].count, std::size_t(8)); // 0, 7, 14 … 49
    QCOMPARE(marks.groups[2].count, std::size_t(1));
    QCOMPARE(marks.groupOf[20], 2);
    const auto total = std::accumulate(marks.groups.begin(), marks.groups.end(), std::size_t(0),
        [](std::size_t sum, const MapGroup &group) { return sum + group.count; });
    QCOMPARE(total, data->count());
}

void PhotoMapTest::of_many_classes_the_rarest_have_one_grey()
{
    auto data = grid(4, 30);
    for (int i = 0; i < 25; ++i)
        data->labels[std::size_t(i)] = 17; // the most frequent
    const MapMarks marks = mapMarks(*data, MapColouring::TrueClass);
    QCOMPARE(marks.groups.size(), mostMapGroups + 1);
    QCOMPARE(marks.groups.front().name, className(data->classNames, 17));
    QCOMPARE(marks.groups.front().count, std::size_t(28));
    QVERIFY(marks.groups.back().name.contains(QStringLiteral("10")));
    std::set<std::pair<QRgb, MarkShape>> looks;
    for (const MapGroup &group : marks.groups)
        looks.emplace(group.mark.colour.rgb(), group.mark.shape);
    QCOMPARE(looks.size(), marks.groups.size()); // each has its own
}

void PhotoMapTest::classes_that_share_a_colour_have_other_shapes()
{
    auto data = grid(1, 2);
    data->labels = {1, 13}; // palettes repeat after twelve
    const MapMarks marks = mapMarks(*data, MapColouring::TrueClass);
    QCOMPARE(marks.colours[0], marks.colours[1]);
    QVERIFY(marks.markOf(*data, 0).shape != marks.markOf(*data, 1).shape);
}

void PhotoMapTest::values_have_a_bar()
{
    auto data = grid(1);
    data->values = {1, 2, 3, 4, 5, 6, 7, 8, 9, std::numeric_limits<float>::quiet_NaN()};
    const MapMarks marks = mapMarks(*data, MapColouring::Value);
    QCOMPARE(marks.range, (std::optional<std::pair<double, double>>({1, 9})));
    QCOMPARE(marks.colours[0], colourAt(ColourMap::Viridis, 0));
    QCOMPARE(marks.colours[8], colourAt(ColourMap::Viridis, 1));
    QCOMPARE(marks.groups.size(), std::size_t(1)); // the one without a value
    QCOMPARE(marks.groups.front().count, std::size_t(1));
    data->values.clear();
    QVERIFY(!mapMarks(*data, MapColouring::Value).range);
}

void PhotoMapTest::photos_that_stand_nowhere_are_counted_and_cannot_be_selected()
{
    auto data = grid(5);
    data->map.standings[11] = Standing::Nowhere;
    data->map.x[11] = data->map.y[11] = std::numeric_limits<float>::quiet_NaN();
    data->map.standings[12] = Standing::Placed;
    ScatterView view;
    shown(view, {600, 400});
    view.setMap(data);
    QVERIFY(!view.placeOf(11));
    view.select({10, 11}, false);
    QCOMPARE(view.selected(), (std::vector<int>{10}));
    const QString notes = mapNotes(*data).join(u'\n');
    QVERIFY2(notes.contains(QStringLiteral("1 photo is not on the map")), qPrintable(notes));
    QVERIFY(notes.contains(QStringLiteral("48 photos")));
    QVERIFY(mapMarks(*data, MapColouring::TrueClass).markOf(*data, 12).isHollow);
    const std::vector<MapGroup> groups = mapMarks(*data, MapColouring::TrueClass).groups;
    QCOMPARE(groups[1].count, std::size_t(4)); // a class less one
}

void PhotoMapTest::thumbnails_are_shown_when_near()
{
    ScatterView view;
    shown(view, {600, 400});
    view.setMap(grid(50, 50));
    QPixmap picture(64, 48);
    picture.fill(Qt::magenta);
    int asked = 0;
    view.setThumbnails([&](int) {
        ++asked;
        return picture;
    });
    view.grab();
    QVERIFY(view.shownThumbnails().empty());
    QCOMPARE(asked, 0);
    view.zoomBy(14, QPointF(*view.placeOf(1225)));
    const QImage image = view.grab().toImage();
    const std::vector<int> photos = view.shownThumbnails();
    QVERIFY(!photos.empty());
    QCOMPARE(std::size_t(asked), photos.size());
    const QPointF centre = *view.placeOf(photos.front());
    QCOMPARE(image.pixelColor((centre * image.devicePixelRatio()).toPoint()), QColor(Qt::magenta));
    // It is taken where it is pointed to.
    QCOMPARE(view.photoAt(centre + QPointF(12, 12)), std::optional(photos.front()));
}

/// Thumbnails at the rim are moved inside, and none lies over the mark of another photo.
void PhotoMapTest::thumbnails_are_whole_and_hide_nobody()
{
    auto data = grid(3, 4);
    data->map.x[5] = data->map.x[6] - 0.02F; // the two stand side by side
    data->map.y[5] = data->map.y[6];
    ScatterView view;
    shown(view, {600, 400});
    view.setMap(data);
    QPixmap picture(64, 64);
    picture.fill(Qt::magenta);
    view.setThumbnails([&](int) { return picture; });
    view.grab();
    const std::vector<int> photos = view.shownThumbnails();
    QCOMPARE(photos.size(), data->count() - 2);
    for (const int photo : photos) {
        const QRectF frame = *view.thumbnailFrameOf(photo);
        QVERIFY(QRectF(view.rect()).contains(frame));
        QVERIFY(frame.contains(*view.placeOf(photo)));
        for (int other = 0; other < int(data->count()); ++other)
            QVERIFY(other == photo || !frame.contains(*view.placeOf(other)));
    }
    QVERIFY(!view.thumbnailFrameOf(5) && !view.thumbnailFrameOf(6));
}

/// The name of a layer may be longer than the box: its ends are seen, and all of it when it is pointed to.
void PhotoMapTest::a_long_layer_is_cut_in_the_middle()
{
    PhotoMapPanel panel;
    shown(panel, {860, 480});
    const QString longest = QStringLiteral("features.denseblock4.denselayer24.relu2.activation (ReLU)");
    panel.setLayers({longest, QStringLiteral("b")}, 0);
    const auto *box = panel.findChild<ElidedCombo *>(QStringLiteral("mapLayer"));
    QVERIFY2(box->shownText().startsWith(QStringLiteral("fe")), qPrintable(box->shownText()));
    QVERIFY(box->shownText().endsWith(QStringLiteral("U)")));
    QVERIFY(box->shownText().contains(QChar(0x2026)));
    QVERIFY(box->fontMetrics().horizontalAdvance(box->shownText()) < box->width());
    panel.setLayers({QStringLiteral("b"), longest}, 0);
    QCOMPARE(box->shownText(), QStringLiteral("b"));
}

void PhotoMapTest::the_pointer_tells_the_photo()
{
    PhotoMapPanel panel;
    shown(panel, {900, 600});
    auto data = grid(5);
    data->valueName = QStringLiteral("Filter 3");
    data->values.assign(data->count(), 0.25F);
    panel.show(data);
    ScatterView &view = panel.view();
    QSignalSpy hovered(&view, &ScatterView::photoHovered);
    QTest::mouseMove(&view, placeIn(view, 14));
    QCOMPARE(hovered.last().at(0).toInt(), 14);
    const QString text = panel.findChild<QLabel *>(QStringLiteral("mapStatus"))->text();
    for (const char *part : {"14.jpg", "class E", "class F", "75", "Filter 3: 0.25"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    QTest::mouseMove(&view, {1, 1});
    QCOMPARE(hovered.last().at(0).toInt(), -1);
}

void PhotoMapTest::the_legend_selects_a_class()
{
    PhotoMapPanel panel;
    shown(panel, {900, 600});
    panel.show(grid(5));
    auto *legend = panel.findChild<QListWidget *>(QStringLiteral("mapLegend"));
    QCOMPARE(legend->count(), 10);
    QCOMPARE(legend->item(3)->text(), QStringLiteral("class D (5)"));
    QSignalSpy told(&panel, &PhotoMapPanel::photosSelected);
    QTest::mouseClick(
        legend->viewport(), Qt::LeftButton, {}, legend->visualItemRect(legend->item(3)).center());
    QCOMPARE(told.size(), 1);
    QCOMPARE(panel.view().selected(), (std::vector<int>{3, 13, 23, 33, 43}));
    legend->setCurrentRow(3);
    QTest::keyClick(legend, Qt::Key_Down);
    QTest::keyClick(legend, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(told.size(), 2);
    QCOMPARE(panel.view().selected().size(), std::size_t(10));
    QTest::keyClick(legend, Qt::Key_Space);
    QCOMPARE(panel.view().selected(), (std::vector<int>{4, 14, 24, 34, 44}));
}

void PhotoMapTest::what_is_chosen_is_told()
{
    PhotoMapPanel panel;
    panel.show(grid(5));
    panel.setLayers({QStringLiteral("15 · cnn.15"), QStringLiteral("Before the classifier")}, 1);
    panel.setFilters(64, 5);
    panel.setMethod(MapMethod::Tsne);
    QSignalSpy layer(&panel, &PhotoMapPanel::layerChosen);
    QSignalSpy method(&panel, &PhotoMapPanel::methodChosen);
    QSignalSpy filter(&panel, &PhotoMapPanel::filterChosen);
    auto *layers = panel.findChild<QComboBox *>(QStringLiteral("mapLayer"));
    QCOMPARE(layers->currentIndex(), 1);
    layers->setFocus();
    QTest::keyClick(layers, Qt::Key_Up);
    QCOMPARE(layer.size(), 1);
    QCOMPARE(layer.first().at(0).toInt(), 0);
    auto *methods = panel.findChild<QComboBox *>(QStringLiteral("mapMethod"));
    QTest::keyClick(methods, Qt::Key_Up);
    QCOMPARE(method.first().at(0).value<MapMethod>(), MapMethod::Pca);
    auto *filters = panel.findChild<QSpinBox *>(QStringLiteral("mapFilter"));
    QVERIFY(filters->isHidden());
    panel.findChild<QComboBox *>(QStringLiteral("mapColouring"))->setCurrentIndex(3);
    QVERIFY(!filters->isHidden());
    QCOMPARE(filter.size(), 1); // nobody has given values
    QCOMPARE(filter.first().at(0).toInt(), 5);
    filters->setValue(9);
    QCOMPARE(filter.last().at(0).toInt(), 9);
}

void PhotoMapTest::progress_can_be_stopped()
{
    PhotoMapPanel panel;
    auto *bar = panel.findChild<QProgressBar *>(QStringLiteral("mapProgress"));
    auto *stop = panel.findChild<QPushButton *>(QStringLiteral("stopMap"));
    QVERIFY(bar->isHidden() && stop->isHidden());
    panel.setProgress(Progress{300, 1000});
    QVERIFY(!bar->isHidden() && !stop->isHidden());
    QCOMPARE(bar->value(), 300);
    QSignalSpy stopped(&panel, &PhotoMapPanel::stopAsked);
    stop->click();
    QCOMPARE(stopped.size(), 1);
    panel.setProgress({});
    QVERIFY(bar->isHidden());
}

void PhotoMapTest::figures_have_a_legend_and_notes()
{
    QTemporaryDir folder;
    const auto data = clusters(400, 11);
    for (const char *ending : {"png", "svg", "pdf"}) {
        const QString file = folder.filePath(QStringLiteral("map.") + QLatin1String(ending));
        writeDrawing(file.toStdString(), photoMapDrawing(*data, MapColouring::TrueClass), 144);
        QVERIFY(QFileInfo(file).size() > 1000);
    }
    QFile svg(folder.filePath(QStringLiteral("map.svg")));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY(text.contains("Noodles or pasta"));
    QVERIFY(text.contains("Photos: food/validation"));
    QVERIFY(text.contains("hollow"));
    // All and none at all.
    std::vector<int> some(100);
    std::iota(some.begin(), some.end(), 0);
    QImage image(700, 700, QImage::Format_ARGB32_Premultiplied);
    for (const MapColouring colouring : {MapColouring::Value, MapColouring::RightOrWrong}) {
        const Drawing drawing = photoMapDrawing(*data, colouring, some);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawing.paint(painter);
    }
    const Drawing empty = photoMapDrawing({}, MapColouring::TrueClass);
    QPainter painter(&image);
    empty.paint(painter);
    QVERIFY(empty.size.height() > 100);
}

void PhotoMapTest::the_table_has_a_line_a_photo()
{
    auto data = grid(1, 3);
    data->files[0] = "/photos/with, comma.jpg";
    data->classNames[1] = QStringLiteral("a \"quoted\" class");
    data->values = {0.5F, std::numeric_limits<float>::quiet_NaN(), 2};
    data->labels[2].reset();
    data->map.standings[2] = Standing::Placed;
    QCOMPARE(photoMapCsv(*data),
        QByteArray("photo,x,y,true,predicted,confidence,value,placed\n"
                   "\"/photos/with, comma.jpg\",0,0,class A,\"a \"\"quoted\"\" class\",0.75,0.5,0\n"
                   "/photos/1.jpg,1,0,\"a \"\"quoted\"\" class\",\"a \"\"quoted\"\" class\",0.75,,0\n"
                   "/photos/2.jpg,2,0,,class C,0.75,2,1\n"));
    data->map.standings[1] = Standing::Nowhere;
    QCOMPARE(photoMapCsv(*data).count('\n'), 3);
}

void PhotoMapTest::painting_goes_through_all_photos_mixed()
{
    for (const std::size_t count : {0U, 1U, 2U, 3U, 10U, 97U, 1000U}) {
        const std::vector<int> order = paintingOrder(count);
        QCOMPARE(std::set<int>(order.begin(), order.end()).size(), count);
    }
    QVERIFY(std::abs(paintingOrder(1000)[1] - paintingOrder(1000)[0]) > 100);
}

void PhotoMapTest::everything_has_a_name()
{
    PhotoMapPanel panel;
    shown(panel, {900, 600});
    panel.show(clusters(50, 3));
    panel.setProgress(Progress{1, 10});
    QCOMPARE(nameless(panel), QStringList());
    QVERIFY(panel.view().accessibleDescription().contains(QStringLiteral("50")));
    panel.show(nullptr);
    panel.setPlaceholder(QStringLiteral("No map yet."));
    QCOMPARE(panel.view().accessibleDescription(), QStringLiteral("No map yet."));
    panel.grab();
}

void PhotoMapTest::looks()
{
    PhotoMapPanel panel;
    shown(panel, {1000, 700});
    const auto data = clusters(1300, 11);
    panel.setLayers({QStringLiteral("15 · cnn.15 · ReLU")}, 0);
    panel.setFilters(64, 12);
    panel.setMethod(MapMethod::Tsne);
    panel.show(data);
    panel.setProgress(Progress{420, 1000});
    keepPicture(panel, QStringLiteral("light"));
    panel.view().setFocus();
    const QRect middle(300, 150, 160, 160);
    drawLasso(panel.view(), {middle.topLeft(), middle.topRight(), middle.bottomRight(), middle.bottomLeft()});
    keepPicture(panel, QStringLiteral("selected"));
    panel.view().select({}, false);
    auto *colouring = panel.findChild<QComboBox *>(QStringLiteral("mapColouring"));
    colouring->setCurrentIndex(2);
    keepPicture(panel, QStringLiteral("right"));
    colouring->setCurrentIndex(3);
    keepPicture(panel, QStringLiteral("value"));
    colouring->setCurrentIndex(0);
    panel.setPalette(darkPalette());
    keepPicture(panel, QStringLiteral("dark"));
    panel.view().setThumbnails([&](int photo) {
        QPixmap picture(128, 96);
        picture.fill(QColor::fromHsv(photo * 7 % 360, 120, 200));
        return picture;
    });
    panel.view().zoomBy(9, *panel.view().placeOf(0));
    keepPicture(panel, QStringLiteral("near"));
    panel.grab();
    QVERIFY(!panel.view().shownThumbnails().empty());
    panel.show(clusters(900, 30));
    keepPicture(panel, QStringLiteral("many"));
    if (const QString folder = qEnvironmentVariable("CONVSCOPE_PICTURES"); !folder.isEmpty())
        writeDrawing((folder + QStringLiteral("/figure.png")).toStdString(),
            photoMapDrawing(*data, MapColouring::TrueClass), 144);
}

/// How long a frame takes is printed, for no machine is as fast as another.
void PhotoMapTest::ten_thousand_photos()
{
    ScatterView view;
    shown(view, {900, 700});
    view.setMap(clusters(10'000, 11));
    view.grab();
    QImage screen(view.size() * view.devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    screen.setDevicePixelRatio(view.devicePixelRatioF());
    std::vector<double> times;
    for (int frame = 0; frame < 40; ++frame) {
        view.zoomBy(frame < 20 ? 1.05 : 1 / 1.05, QPointF(400, 300));
        const std::clock_t before = std::clock(); // of this process, whatever else runs
        view.render(&screen);
        times.push_back(1000.0 * double(std::clock() - before) / CLOCKS_PER_SEC);
    }
    std::ranges::sort(times);
    qInfo("a frame of 10,000 photos: median %.1f ms, longest %.1f ms", times[20], times.back());
    QCOMPARE(view.marks().groupOf.size(), std::size_t(10'000));
}

QTEST_MAIN(PhotoMapTest)
#include "photomap_test.moc"
