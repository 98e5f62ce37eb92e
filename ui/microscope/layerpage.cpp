#include "ui/microscope/layerpage.h"

#include "ui/widgets/elidedcombo.h"
#include "ui/widgets/searchfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

constexpr int tileSide = 84;

QLabel *textLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

LayerPage::LayerPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new LayerPageModel(this))
    , m_sorted(new LayerPageOrder(m_model))
    , m_title(textLabel("layerPageTitle"))
    , m_list(new TileList)
    , m_state(textLabel("layerPageState"))
{
    setObjectName(QStringLiteral("layerPage"));
    makeList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(makeHead());
    layout->addWidget(m_title);
    layout->addWidget(makeChoices());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    auto *copy = new QShortcut(QKeySequence(QKeySequence::Copy), this);
    copy->setContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QShortcut::activated, this, [this] {
        if (m_isThere)
            Q_EMIT copyAsked();
    });
    setNothing(tr("No layer is chosen."));
}

QWidget *LayerPage::makeHead()
{
    m_layers = new ElidedCombo(24);
    m_layers->setMaximumWidth(m_layers->fontMetrics().averageCharWidth() * 60);
    m_layers->setObjectName(QStringLiteral("pageLayers"));
    m_layers->setAccessibleName(tr("Layer"));
    m_layers->setToolTip(tr("The layer whose filters are shown"));
    connect(m_layers, &QComboBox::activated, this,
        [this](int place) { Q_EMIT layerChosen(m_layers->itemData(place).toInt()); });
    m_copy = new QPushButton(tr("&Copy"));
    m_copy->setObjectName(QStringLiteral("copyLayer"));
    m_copy->setToolTip(tr("Copy all filters of the layer as a picture (Ctrl+C)"));
    m_export = new QPushButton(tr("&Export…"));
    m_export->setObjectName(QStringLiteral("exportLayer"));
    m_export->setToolTip(tr("Save all filters of the layer as PNG, SVG or PDF"));
    connect(m_copy, &QPushButton::clicked, this, &LayerPage::copyAsked);
    connect(m_export, &QPushButton::clicked, this, &LayerPage::exportAsked);
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_layers);
    layout->addStretch(1);
    layout->addWidget(m_copy);
    layout->addWidget(m_export);
    return head;
}

QWidget *LayerPage::makeChoices()
{
    m_order = new QComboBox;
    m_order->setObjectName(QStringLiteral("pageOrder"));
    m_order->setAccessibleName(tr("Order of the filters"));
    m_order->setToolTip(
        tr("In which order the filters stand; the number that they are sorted by stands below "
           "each"));
    m_order->addItem(tr("By number"), int(FilterOrder::Number));
    m_order->addItem(tr("By largest value"), int(FilterOrder::Largest));
    m_order->addItem(tr("By class selectivity"), int(FilterOrder::Selectivity));
    m_order->addItem(tr("By sparseness"), int(FilterOrder::Sparseness));
    m_order->addItem(tr("By share of dead places"), int(FilterOrder::DeadPlaces));
    m_order->addItem(tr("By similarity to the chosen one"), int(FilterOrder::Similarity));
    connect(m_order, &QComboBox::activated, this, &LayerPage::setOrder);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("pageKind"));
    m_kind->setAccessibleName(tr("Which filters are shown"));
    m_kind->setToolTip(tr("Which filters are shown"));
    showKinds();
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_sorted->setKind(FilterKind(m_kind->currentData().toInt()));
        showState();
    });
    m_search = new SearchField;
    m_search->setObjectName(QStringLiteral("pageSearch"));
    m_search->setAccessibleName(tr("Number of a filter"));
    m_search->setPlaceholderText(tr("Number"));
    m_search->setMaximumWidth(m_search->fontMetrics().averageCharWidth() * 16);
    connect(m_search, &SearchField::textChanged, this, [this](const QString &text) {
        m_sorted->setNumber(text);
        showState();
    });
    const auto goOn = [this] {
        if (!current())
            m_list->setCurrentIndex(m_sorted->index(0, 0));
        m_list->setFocus();
    };
    connect(m_search, &SearchField::left, this, goOn);
    connect(m_search, &SearchField::returnPressed, this, goOn);
    m_images = new QCheckBox(tr("&Optimised images"));
    m_images->setObjectName(QStringLiteral("pageImages"));
    m_images->setToolTip(tr("In place of photos the pictures made from noise that excite the filters most"));
    connect(m_images, &QCheckBox::toggled, this, [this](bool wanted) {
        m_model->setImagesShown(wanted);
        Q_EMIT imagesAsked(wanted);
    });
    auto *choices = new QWidget;
    auto *layout = new QHBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_order);
    layout->addWidget(m_kind);
    layout->addWidget(m_search);
    layout->addWidget(m_images);
    layout->addStretch(1);
    return choices;
}

void LayerPage::makeList()
{
    m_list->setObjectName(QStringLiteral("layerFilters"));
    m_list->setAccessibleName(tr("Filters of the layer"));
    m_list->setItemDelegate(new TileDelegate(tileSide, 2, m_list));
    m_list->setModel(m_sorted);
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT filterAsked(index.data(LayerPageModel::FilterRole).toInt());
    });
}

void LayerPage::setLayers(const std::vector<IndexedLayer> &layers)
{
    const QSignalBlocker blocker(m_layers);
    m_layers->clear();
    for (const IndexedLayer &layer : layers)
        m_layers->addItem(layerTitle(layer), layer.index);
    m_layers->setCurrentIndex(m_isThere ? m_layers->findData(m_model->page().layer.index) : -1);
}

void LayerPage::setPage(LayerPageData shown)
{
    const bool isOther = !m_isThere || shown.layer.index != m_model->page().layer.index;
    m_isThere = true;
    m_model->setPage(std::move(shown));
    m_layers->setCurrentIndex(m_layers->findData(m_model->page().layer.index));
    if (isOther)
        m_reference.reset();
    m_title->setText(layerTriageText(m_model->page()));
    showKinds();
    if (m_order->currentData().toInt() == int(FilterOrder::Similarity))
        setOrder(); // to a filter of this layer
    showState();
}

void LayerPage::setNothing(const QString &why)
{
    m_isThere = false;
    m_model->setPage({});
    m_reference.reset();
    m_title->setText(why);
    showState();
}

void LayerPage::setCrop(const FilterCrop &crop) { m_model->setCrop(crop); }

void LayerPage::setImage(int filter, const QImage &image) { m_model->setImage(filter, image); }

void LayerPage::setSimilar(int filter, const std::vector<SimilarFilter> &similar)
{
    if (filter != m_reference)
        return;
    m_model->setSimilar(filter, similar);
    m_list->scrollToTop();
}

void LayerPage::setChosen(int filter)
{
    m_list->setCurrentIndex(m_sorted->mapFromSource(m_model->index(filter)));
}

bool LayerPage::showsImages() const { return m_images->isChecked(); }

std::optional<int> LayerPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(index.data(LayerPageModel::FilterRole).toInt()) : std::nullopt;
}

/// Similarity is that to the filter that is current now; it stays so while others are looked at.
void LayerPage::setOrder()
{
    const auto order = FilterOrder(m_order->currentData().toInt());
    m_reference.reset();
    if (order == FilterOrder::Similarity && m_isThere) {
        m_reference = current().value_or(0);
        m_model->setSimilar(*m_reference, {}); // until they are known
    }
    m_model->setOrder(order);
    m_list->scrollToTop();
    showState();
    if (m_reference)
        Q_EMIT similarAsked(*m_reference);
}

/// With how many there are of each kind.
void LayerPage::showKinds()
{
    const QSignalBlocker blocker(m_kind);
    const int chosen = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    const auto add = [this](const QString &text, FilterKind kind) {
        const auto &filters = m_model->page().filters;
        const auto count = std::count_if(filters.begin(), filters.end(),
            [kind](const LayerPageFilter &filter) { return isOfKind(filter.triage, kind); });
        m_kind->addItem(tr("%1 (%2)").arg(text).arg(count), int(kind));
    };
    add(tr("All"), FilterKind::All);
    add(tr("Dead"), FilterKind::Dead);
    add(tr("Answer like another"), FilterKind::Duplicates);
    add(tr("Fire for one class"), FilterKind::OneClass);
    add(tr("Fire everywhere"), FilterKind::Everywhere);
    m_kind->setCurrentIndex(chosen);
}

void LayerPage::showState()
{
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_order, m_kind, m_search, m_images, m_copy, m_export, m_list})
        widget->setEnabled(m_isThere);
    m_state->setVisible(m_isThere);
    if (!m_isThere)
        return;
    const int shown = m_sorted->rowCount();
    const int all = m_model->rowCount();
    QStringList parts;
    if (m_reference)
        parts += tr("The most similar to filter %1 stand first.").arg(*m_reference);
    else if (m_order->currentData().toInt() == int(FilterOrder::Number))
        parts += tr("Right of the number stands the class selectivity, from 0 to 1.");
    if (shown < all)
        parts += tr("%1 of %2 filters are shown.").arg(shown).arg(all);
    m_state->setText(parts.join(u' '));
}

} // namespace convscope
