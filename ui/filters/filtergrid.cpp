#include "ui/filters/filtergrid.h"

#include "ui/filters/filterinspector.h"
#include "ui/filters/filtermapdelegate.h"
#include "ui/filters/filtermapmodel.h"
#include "ui/present/numbers.h"
#include "ui/present/sentences.h"
#include "ui/widgets/contextmenu.h"
#include "ui/widgets/steadylabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

void FilterList::keyboardSearch(const QString &typed)
{
    const bool digits =
        !typed.isEmpty() && std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.isDigit(); });
    if (!digits)
        return;
    m_typed = m_pause.isActive() ? m_typed + typed : typed;
    m_pause.setSingleShot(true);
    m_pause.start(QApplication::keyboardInputInterval());
    const QModelIndexList found = model()->match(
        model()->index(0, 0), FilterMapModel::FilterRole, m_typed.toInt(), 1, Qt::MatchExactly);
    if (!found.isEmpty())
        setCurrentIndex(found.first());
}

FilterGrid::FilterGrid(FilterInspector &inspector, QWidget *parent)
    : QWidget(parent)
    , m_inspector(inspector)
    , m_model(new FilterMapModel(inspector.readers(), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_order(new QComboBox)
    , m_oneScale(new QCheckBox(tr("One s&cale")))
    , m_list(new FilterList)
    , m_status(new SteadyLabel)
{
    setObjectName(QStringLiteral("filterGrid"));
    makeList();
    m_status->setObjectName(QStringLiteral("filterStatus"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeChoices());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_status);
    connect(&m_inspector, &FilterInspector::changed, this, &FilterGrid::update);
    sort();
    update();
}

QWidget *FilterGrid::makeChoices()
{
    m_order->setObjectName(QStringLiteral("filterOrder"));
    m_order->setAccessibleName(tr("Order of the filters"));
    m_order->setToolTip(tr("In which order the filters stand"));
    m_order->addItem(tr("By number"), int(FilterMapModel::FilterRole));
    m_order->addItem(tr("By mean"), int(FilterMapModel::MeanRole));
    m_order->addItem(tr("By maximum"), int(FilterMapModel::MostRole));
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        sort();
        showFront();
    });
    m_oneScale->setObjectName(QStringLiteral("filterOneScale"));
    m_oneScale->setToolTip(
        tr("Colour all maps from the lowest to the highest value of the layer, so that they can be "
           "compared; else each from its own lowest to its own highest"));
    connect(m_oneScale, &QCheckBox::toggled, m_model, &FilterMapModel::setOneScale);

    auto *choices = new QWidget;
    auto *layout = new QHBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_order);
    layout->addWidget(m_oneScale);
    layout->addStretch(1);
    return choices;
}

void FilterGrid::makeList()
{
    m_sorted->setSourceModel(m_model);
    m_list->setObjectName(QStringLiteral("filters"));
    m_list->setAccessibleName(tr("Filters"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new FilterMapDelegate(m_list));
    m_list->setModel(m_sorted);
    offerMenu(*m_list, [this](QMenu &menu, const QModelIndex &index) {
        fillMenu(menu, index.data(FilterMapModel::FilterRole).toInt());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (!m_marking && current.isValid())
                Q_EMIT chosen(current.data(FilterMapModel::FilterRole).toInt());
        });
}

void FilterGrid::sort()
{
    const int role = m_order->currentData().toInt();
    m_sorted->setSortRole(role);
    m_sorted->sort(0, role == FilterMapModel::FilterRole ? Qt::AscendingOrder : Qt::DescendingOrder);
}

/// Who asks for the strongest wants to see them, wherever the chosen one stands among them; who asks for
/// numbers finds the chosen one by its own.
void FilterGrid::showFront()
{
    if (m_sorted->sortRole() == FilterMapModel::FilterRole)
        m_list->scrollTo(m_list->currentIndex());
    else
        m_list->scrollToTop();
}

void FilterGrid::setFilter(int filter)
{
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(filter));
    if (index == m_list->currentIndex())
        return;
    const QScopedValueRollback marking(m_marking, true);
    m_list->setCurrentIndex(index);
}

void FilterGrid::update()
{
    const Layer *layer = m_inspector.layer();
    const std::optional<int> shown = layer ? std::optional(layer->index) : std::nullopt;
    const int filters = layer ? layer->channels.value_or(0) : 0;
    const RequestState<FilterMaps> standing = m_inspector.maps();
    const bool unseen = standing.error || m_inspector.photoName().isEmpty(); // no new maps will follow
    if (m_layer != shown || m_model->rowCount() != filters || (unseen && m_model->maps())) {
        const QScopedValueRollback marking(m_marking, true);
        m_model->setFilters(filters);
        m_layer = shown;
    }
    if (standing.value)
        m_model->setMaps(standing.value);
    m_model->setOutdated(!standing.value);
    const QString max = QString::number(filters);
    m_status->setLongest(
        tr("%1. %2 of %3 filters are silent.")
            .arg(tr("Maps of %1, the board's first photo").arg(m_inspector.photoName()), max, max));
    m_status->setText(status());
    if (layer)
        setFilter(m_inspector.filter());
}

QString FilterGrid::status() const
{
    if (!m_inspector.layer())
        return {};
    const RequestState<FilterMaps> standing = m_inspector.maps();
    if (standing.error)
        return sentence(*standing.error);
    if (m_inspector.photoName().isEmpty())
        return tr("Select a photo to see what the filters find in it.");
    if (!standing.value)
        return tr("Maps of %1 are being computed.").arg(m_inspector.photoName());
    const auto &filters = standing.value->filters;
    const auto silent =
        std::count_if(filters.begin(), filters.end(), [](const auto &filter) { return filter.silent; });
    const QString which = tr("Maps of %1, the board's first photo").arg(m_inspector.photoName());
    return silent > 0 ? tr("%1. %2 of %3 filters are silent.").arg(which).arg(silent).arg(filters.size())
                      : which;
}

void FilterGrid::fillMenu(QMenu &menu, int filter)
{
    const Layer *layer = m_inspector.layer();
    if (!layer)
        return;
    menu.addSection(tr("Filter %1").arg(filter));
    connect(
        menu.addAction(tr("C&hoose")), &QAction::triggered, this, [this, filter] { Q_EMIT chosen(filter); });
    connect(menu.addAction(tr("&Weights and what excites it")), &QAction::triggered, this,
        [this, filter] { Q_EMIT detailsAsked(filter); });
    connect(menu.addAction(tr("&Explain what excites it here")), &QAction::triggered, this,
        [this, filter] { Q_EMIT explainAsked(filter); });
    menu.addSeparator();
    // What is asked now, not what is still seen of an earlier photo.
    const std::shared_ptr<const FilterMaps> maps = m_inspector.maps().value;
    const QString name =
        QStringLiteral("%1-layer-%2-filter-%3").arg(m_inspector.photoName()).arg(layer->index).arg(filter);
    addPictureActions(menu, *this, m_inspector.saver(), maps ? m_model->picture(filter) : QImage(), name);
    Numbers numbers;
    if (maps) {
        const auto map = [maps, filter] {
            Activation of;
            of.map = channelOf(maps->maps, filter);
            return Answer(of);
        };
        ActivationOptions options;
        options.layer = layer->index;
        options.filter = filter;
        const Precision precision = m_inspector.network()->info().precision;
        numbers = {arrayNamesOf(Activation(), options),
            [map, options, precision] { return arraysOf(map(), options, precision); },
            [map] { return tableOf(map()); }};
    }
    addNumberActions(menu, *this, m_inspector.saver(), numbers, name);
}

void FilterGrid::showEvent(QShowEvent *) { m_inspector.setMapsWanted(true); }

void FilterGrid::hideEvent(QHideEvent *) { m_inspector.setMapsWanted(false); }

} // namespace convscope
