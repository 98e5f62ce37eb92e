#include "ui/photomap/photomappanel.h"

#include "ui/photomap/maplegend.h"
#include "ui/present/counttext.h"
#include "ui/present/drawing.h"
#include "ui/widgets/elidedcombo.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/savedialog.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr int gap = 8;
constexpr int legendWidth = 180;
constexpr MapColouring colourings[] = {
    MapColouring::TrueClass, MapColouring::PredictedClass, MapColouring::RightOrWrong, MapColouring::Value};
constexpr MapMethod methods[] = {MapMethod::Pca, MapMethod::Tsne};

} // namespace

PhotoMapPanel::PhotoMapPanel(QWidget *parent)
    : QWidget(parent)
    , m_layer(new ElidedCombo(13))
    , m_method(new ElidedCombo(6))
    , m_colouring(new ElidedCombo(11))
    , m_filter(new QSpinBox)
    , m_lasso(new QToolButton)
    , m_move(new QToolButton)
    , m_all(new QPushButton(tr("Show &all")))
    , m_save(new QPushButton(tr("&Save…")))
    , m_view(new ScatterView)
    , m_legend(new MapLegend)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_status(new ElidedLabel)
    , m_notes(new QLabel)
{
    setObjectName(QStringLiteral("photoMapPanel"));
    auto *across = new QSplitter;
    across->setChildrenCollapsible(false);
    across->addWidget(m_view);
    across->addWidget(makeSide());
    across->setStretchFactor(0, 1);
    across->setStretchFactor(1, 0);
    across->setSizes({legendWidth * 4, legendWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(makeBar());
    layout->addWidget(across, 1);
    layout->addWidget(makeFooter());

    connect(m_view, &ScatterView::selectionChanged, this, [this](const std::vector<int> &photos) {
        m_elsewhere = photos;
        refreshStatus();
        Q_EMIT photosSelected(photos);
    });
    connect(m_view, &ScatterView::photoActivated, this, &PhotoMapPanel::photoActivated);
    connect(m_view, &ScatterView::photoHovered, this, &PhotoMapPanel::hovered);
    connect(m_legend, &MapLegend::groupAsked, this, &PhotoMapPanel::askForGroup);
    setProgress({});
    refresh();
}

QWidget *PhotoMapPanel::makeBar()
{
    m_layer->setObjectName(QStringLiteral("mapLayer"));
    m_layer->setMaximumWidth(m_layer->fontMetrics().averageCharWidth() * 50);
    m_method->setObjectName(QStringLiteral("mapMethod"));
    for (const MapMethod method : methods)
        m_method->addItem(mapMethodText(method));
    m_colouring->setObjectName(QStringLiteral("mapColouring"));
    for (const MapColouring colouring : colourings)
        m_colouring->addItem(colouringText(colouring));
    m_filter->setObjectName(QStringLiteral("mapFilter"));
    m_filter->setAccessibleName(tr("Filter whose values are shown"));
    m_filter->setPrefix(tr("Filter "));
    m_lasso->setObjectName(QStringLiteral("mapSelects"));
    m_lasso->setText(tr("Select"));
    m_lasso->setToolTip(tr("Dragging draws a line around photos to select them; Shift adds"));
    m_move->setObjectName(QStringLiteral("mapMoves"));
    m_move->setText(tr("Move"));
    m_move->setToolTip(tr("Dragging moves the map, as the middle button always does"));
    auto *tools = new QButtonGroup(this);
    for (QToolButton *tool : {m_lasso, m_move}) {
        tool->setCheckable(true);
        tools->addButton(tool);
    }
    m_lasso->setChecked(true);
    m_all->setObjectName(QStringLiteral("mapShowsAll"));
    m_all->setToolTip(tr("The whole map again (0)"));
    m_save->setObjectName(QStringLiteral("saveMap"));
    m_save->setToolTip(tr("Save the map as a figure or as a table"));

    connect(m_layer, &QComboBox::activated, this, &PhotoMapPanel::layerChosen);
    connect(m_method, &QComboBox::activated, this,
        [this](int place) { Q_EMIT methodChosen(methods[std::size_t(place)]); });
    connect(m_colouring, &QComboBox::currentIndexChanged, this, &PhotoMapPanel::colouringChosen);
    connect(m_filter, &QSpinBox::valueChanged, this, &PhotoMapPanel::filterChosen);
    connect(m_move, &QToolButton::toggled, this, [this](bool moves) {
        m_view->setDragging(moves ? ScatterView::Dragging::Moves : ScatterView::Dragging::Selects);
    });
    connect(m_all, &QPushButton::clicked, m_view, &ScatterView::showAll);
    connect(m_save, &QPushButton::clicked, this, &PhotoMapPanel::askWhere);

    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    const auto add = [layout](const QString &text, QWidget *field) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        layout->addWidget(label);
        layout->addWidget(field);
    };
    add(tr("La&yer:"), m_layer);
    add(tr("&Method:"), m_method);
    add(tr("&Colour by:"), m_colouring);
    layout->addStretch(0);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_lasso, m_move, m_all, m_save})
        layout->addWidget(tool);
    return bar;
}

/// What the colours mean, and of which filter they are.
QWidget *PhotoMapPanel::makeSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_filter);
    layout->addWidget(m_legend, 1);
    return side;
}

QWidget *PhotoMapPanel::makeFooter()
{
    m_progress->setObjectName(QStringLiteral("mapProgress"));
    m_progress->setAccessibleName(tr("Progress of the map"));
    m_progress->setFixedWidth(legendWidth);
    m_stop->setObjectName(QStringLiteral("stopMap"));
    m_stop->setToolTip(tr("Keeps the map as it is now"));
    connect(m_stop, &QPushButton::clicked, this, &PhotoMapPanel::stopAsked);
    for (QWidget *part : std::initializer_list<QWidget *>{m_progress, m_stop}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // nothing moves when they come
        part->setSizePolicy(policy);
    }
    m_status->setObjectName(QStringLiteral("mapStatus"));
    m_notes->setObjectName(QStringLiteral("mapNotes"));
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(gap);
    line->addWidget(m_status, 1);
    line->addWidget(m_progress);
    line->addWidget(m_stop);
    auto *footer = new QWidget;
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap / 2);
    layout->addLayout(line);
    layout->addWidget(m_notes);
    return footer;
}

MapColouring PhotoMapPanel::colouring() const { return colourings[std::size_t(m_colouring->currentIndex())]; }

void PhotoMapPanel::show(std::shared_ptr<const PhotoMapData> map)
{
    m_data = std::move(map);
    m_view->setMap(m_data);
    m_view->setSelected(m_elsewhere);
    refresh();
}

void PhotoMapPanel::refresh()
{
    const bool hasMap = m_data && m_data->count() > 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_lasso, m_move, m_all, m_save})
        part->setEnabled(hasMap);
    m_filter->setVisible(colouring() == MapColouring::Value);
    const bool isValue = hasMap && colouring() == MapColouring::Value && !m_data->valueName.isEmpty();
    m_legend->show(isValue ? m_data->valueName : colouringText(colouring()), m_view->marks());
    m_notes->setText(hasMap ? mapNotes(*m_data).join(u' ') : QString());
    refreshStatus();
}

void PhotoMapPanel::refreshStatus()
{
    const auto count = qint64(m_view->selected().size());
    m_status->setText(count == 0 ? QString()
            : count == 1         ? tr("1 photo is selected")
                                 : tr("%1 photos are selected").arg(countText(count)));
}

void PhotoMapPanel::colouringChosen()
{
    m_view->setColouring(colouring());
    refresh();
    if (colouring() == MapColouring::Value && (!m_data || m_data->values.empty()))
        Q_EMIT filterChosen(m_filter->value());
}

void PhotoMapPanel::hovered(int photo)
{
    if (photo < 0 || !m_data)
        refreshStatus();
    else
        m_status->setText(mapPhotoText(*m_data, std::size_t(photo)).replace(u'\n', QStringLiteral(" · ")));
}

void PhotoMapPanel::askForGroup(int group, bool adds)
{
    std::vector<int> photos;
    const std::vector<int> &groups = m_view->marks().groupOf;
    for (std::size_t photo = 0; photo < groups.size(); ++photo) {
        if (groups[photo] == group)
            photos.push_back(int(photo));
    }
    m_view->select(photos, adds);
}

void PhotoMapPanel::setLayers(const QStringList &names, int current)
{
    const QSignalBlocker quiet(m_layer);
    m_layer->clear();
    m_layer->addItems(names);
    m_layer->setCurrentIndex(current);
    m_layer->setEnabled(names.size() > 1);
}

void PhotoMapPanel::setFilters(int count, int current)
{
    const QSignalBlocker quiet(m_filter);
    m_filter->setRange(0, std::max(0, count - 1));
    m_filter->setValue(current);
    m_filter->setEnabled(count > 1);
}

void PhotoMapPanel::setMethod(MapMethod method)
{
    m_method->setCurrentIndex(method == MapMethod::Pca ? 0 : 1);
}

void PhotoMapPanel::setProgress(std::optional<Progress> progress)
{
    m_progress->setVisible(progress.has_value());
    m_stop->setVisible(progress.has_value());
    if (progress) {
        m_progress->setRange(0, progress->total);
        m_progress->setValue(progress->done);
    }
}

void PhotoMapPanel::setPlaceholder(const QString &text) { m_view->setPlaceholder(text); }

void PhotoMapPanel::setThumbnails(ScatterView::ThumbnailOf thumbnailOf)
{
    m_view->setThumbnails(std::move(thumbnailOf));
}

void PhotoMapPanel::thumbnailsChanged() { m_view->thumbnailsChanged(); }

void PhotoMapPanel::setSelected(const std::vector<int> &photos)
{
    m_elsewhere = photos;
    m_view->setSelected(photos);
    refreshStatus();
}

void PhotoMapPanel::tellSaved(const QString &text)
{
    m_status->setText(text);
    QAccessibleEvent alert(m_status, QAccessible::Alert); // the focus is elsewhere
    QAccessible::updateAccessibility(&alert);
}

void PhotoMapPanel::askWhere()
{
    const std::shared_ptr<const PhotoMapData> map = m_data;
    const MapColouring colours = colouring();
    const auto place = askWhereToSave(*this,
        {tr("Save the map as"), Place::Figures, QStringLiteral("map"),
            {QStringLiteral("PNG (*.png)"), QStringLiteral("SVG (*.svg)"), QStringLiteral("PDF (*.pdf)"),
                tr("CSV of each photo (*.csv)")}});
    if (!place)
        return;
    constexpr int csv = 3;
    if (place->kind == csv)
        Q_EMIT textAsked(place->file, photoMapCsv(*map));
    else
        Q_EMIT pictureAsked(place->file, photoMapDrawing(*map, colours, m_view->selected()));
}

} // namespace convscope
