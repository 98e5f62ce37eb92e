#include "ui/network/networkpanel.h"

#include "ui/filters/filtergrid.h"
#include "ui/network/graphview.h"
#include "ui/network/layerdelegate.h"
#include "ui/network/layermodel.h"
#include "ui/network/networkheader.h"
#include "ui/widgets/contextmenu.h"
#include "ui/widgets/searchfield.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTabBar>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

constexpr int indentation = 10; // deep names need the room
constexpr int fewLayers = 6; ///< that are seen at least
constexpr double mostOfPanel = 0.65; ///< that what is above the filters or the card may take by itself

enum Page
{
    Layers,
    Graph,
};

} // namespace

NetworkPanel::NetworkPanel(FilterInspector &inspector, QWidget *parent)
    : QWidget(parent)
    , m_model(new LayerModel(this))
    , m_upperPart(new QWidget)
    , m_header(new NetworkHeader(this))
    , m_pages(new QTabBar)
    , m_pagesRow(new QWidget)
    , m_kinds(new QComboBox)
    , m_search(new SearchField)
    , m_tree(new QTreeView)
    , m_graph(new GraphView(this))
    , m_filter(new QSpinBox)
    , m_filterCount(new QLabel)
    , m_grid(new FilterGrid(inspector))
{
    setObjectName(QStringLiteral("network"));
    connect(m_header, &NetworkHeader::inputAsked, this, &NetworkPanel::inputAsked);
    connect(m_header, &NetworkHeader::imageNetAsked, this, &NetworkPanel::imageNetAsked);
    connect(m_graph, &GraphView::layerChosen, this, [this](int layer) {
        if (hasMaps(layer))
            chooseLayer(layer);
    });
    makePages();
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("networkSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(8);
    makeUpperPart();
    splitter->addWidget(m_upperPart);
    splitter->addWidget(makeLowerPart());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(splitter);
    listKinds();
    showPage();
    setEnabled(false);
}

void NetworkPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_header->fit();
    fitParts();
}

/// In a low window the list of operators has some lines at the cost of what is below, and so has that of the
/// layers where the pages' tabs take some of its room.
void NetworkPanel::fitParts()
{
    const int line = fontMetrics().height() + 6;
    m_tree->setMinimumHeight(m_hasGraph ? m_tree->header()->sizeHint().height() + fewLayers * line : 0);
    m_upperPart->layout()->invalidate(); // it hears of the tree's height only later
    const int needed = m_upperPart->layout()->minimumHeightForWidth(m_upperPart->width());
    m_upperPart->setMinimumHeight(m_hasGraph ? std::min(needed, int(mostOfPanel * height())) : 0);
}

void NetworkPanel::makeUpperPart()
{
    m_layers = makeLayers();
    auto *layout = new QVBoxLayout(m_upperPart);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_header->addTo(*layout);
    layout->addWidget(m_pagesRow);
    layout->addWidget(m_layers, 1);
    layout->addWidget(m_graph->list(), 1);
}

QWidget *NetworkPanel::makeLowerPart()
{
    m_filters = makeFilters();
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filters);
    layout->addWidget(m_graph->card());
    return part;
}

void NetworkPanel::makePages()
{
    m_pages->setObjectName(QStringLiteral("networkPages"));
    m_pages->setAccessibleName(tr("How the network is shown"));
    m_pages->setExpanding(false);
    m_pages->setDrawBase(false);
    m_pages->insertTab(Layers, tr("Layers"));
    m_pages->setTabToolTip(Layers, tr("The network as its blocks, and the maps of a layer's filters"));
    m_pages->insertTab(Graph, tr("Graph"));
    m_pages->setTabToolTip(Graph, tr("All operators of the file, and the values between them"));
    auto *layout = new QHBoxLayout(m_pagesRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_pages);
    layout->addWidget(m_graph->searchField(), 1);
    connect(m_pages, &QTabBar::currentChanged, this, [this](int page) {
        showPage();
        Q_EMIT graphChosen(page == Graph);
    });
}

void NetworkPanel::showGraph(bool shown)
{
    const QSignalBlocker blocker(m_pages);
    m_pages->setCurrentIndex(shown ? Graph : Layers);
    showPage();
}

/// Only networks that have a graph offer it; which page is wanted stays as it is.
void NetworkPanel::showPage()
{
    const bool graph = m_hasGraph && m_pages->currentIndex() == Graph;
    m_pagesRow->setVisible(m_hasGraph);
    m_graph->searchField()->setVisible(graph);
    m_layers->setVisible(!graph);
    m_filters->setVisible(!graph);
    m_graph->list()->setVisible(graph);
    m_graph->card()->setVisible(graph);
    fitParts();
}

QWidget *NetworkPanel::makeLayers()
{
    makeTree();
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeWanted());
    layout->addWidget(m_tree, 1);
    return part;
}

QWidget *NetworkPanel::makeWanted()
{
    m_kinds->setObjectName(QStringLiteral("layerKinds"));
    m_kinds->setAccessibleName(tr("Layers to list"));
    m_kinds->setToolTip(tr("Which layers are listed"));
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &NetworkPanel::applyWanted);
    m_search->setObjectName(QStringLiteral("layerSearch"));
    m_search->setAccessibleName(tr("Find layers by name or index"));
    m_search->setPlaceholderText(tr("Name or index"));
    connect(m_search, &QLineEdit::textChanged, this, &NetworkPanel::applyWanted);
    connect(m_search, &QLineEdit::returnPressed, this, &NetworkPanel::goToLayers);
    connect(m_search, &SearchField::left, this, &NetworkPanel::goToLayers);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_kinds);
    layout->addWidget(m_search, 1);
    return row;
}

void NetworkPanel::makeTree()
{
    m_tree->setObjectName(QStringLiteral("layers"));
    m_tree->setAccessibleName(tr("Layers"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegateForColumn(LayerModel::Module, new LayerDelegate(m_tree));
    m_tree->setIndentation(indentation);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(false); // one click does
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->header()->setSectionResizeMode(LayerModel::Module, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(LayerModel::Output, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        const QModelIndex line = index.siblingAtColumn(0);
        if (m_model->hasChildren(line))
            m_tree->setExpanded(line, !m_tree->isExpanded(line));
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (m_listing)
                return;
            const std::optional<int> layer = m_model->layer(current);
            if (layer && m_model->layers()[std::size_t(*layer)].hasMaps())
                chooseLayer(*layer);
        });
    offerMenu(*m_tree, [this](QMenu &menu, const QModelIndex &index) { fillLayerMenu(menu, index); });
    m_tree->viewport()->installEventFilter(this);
    // What is chosen stays marked while the current line is a branch.
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_listing && m_layer && !m_tree->selectionModel()->hasSelection())
            m_tree->selectionModel()->select(
                m_model->indexOf(*m_layer), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    });
}

QWidget *NetworkPanel::makeFilters()
{
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setAccessibleName(tr("Number of the filter"));
    m_filter->setToolTip(tr("Filter of the chosen layer, counted from 0 ([ and ])"));
    connect(m_filter, &QSpinBox::valueChanged, this, [this](int filter) {
        m_grid->setFilter(filter);
        Q_EMIT chosenChanged();
    });
    connect(m_grid, &FilterGrid::chosen, m_filter, &QSpinBox::setValue);
    connect(m_grid, &FilterGrid::detailsAsked, this, [this](int filter) {
        m_filter->setValue(filter);
        Q_EMIT filterAsked();
    });
    connect(m_grid, &FilterGrid::explainAsked, this, [this](int filter) {
        m_filter->setValue(filter);
        Q_EMIT explainAsked();
    });

    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    auto *label = new QLabel(tr("Fi&lter"));
    label->setBuddy(m_filter);
    line->addWidget(label);
    line->addWidget(m_filter);
    line->addWidget(m_filterCount, 1);
    layout->addLayout(line);
    layout->addWidget(m_grid, 1);
    return part;
}

void NetworkPanel::showNetwork(const NetworkInfo &info, int layer, int filter, const QString &name)
{
    setEnabled(true);
    m_file = info.file;
    m_header->showNetwork(info, name);
    m_hasGraph = !info.graph.empty();
    m_graph->setNetwork(info);
    showPage();
    m_layer.reset();
    m_search->clear();
    {
        const QScopedValueRollback listing(m_listing, true);
        m_model->setLayers(info.layers);
    }
    listKinds();
    if (!hasMaps(layer)) {
        const auto first = std::find_if(
            info.layers.begin(), info.layers.end(), [](const Layer &each) { return each.hasMaps(); });
        layer = first == info.layers.end() ? -1 : first->index;
        filter = 0;
    }
    if (hasMaps(layer))
        setLayer(layer, filter);
    Q_EMIT chosenChanged();
}

void NetworkPanel::listKinds()
{
    {
        const QSignalBlocker blocker(m_kinds);
        m_kinds->clear();
        m_kinds->addItem(tr("All layers"), QString());
        m_kinds->addItem(tr("Convolutions"), QStringLiteral("Conv2d"));
        QStringList others;
        for (const Layer &layer : m_model->layers()) {
            const QString kind = QString::fromStdString(layer.kind);
            const bool isOther = kind != QLatin1String("Conv2d") && !others.contains(kind);
            if (layer.hasMaps() && !layer.isBlock && isOther)
                others << kind;
        }
        for (const QString &kind : std::as_const(others))
            m_kinds->addItem(kind, kind);
    }
    applyWanted();
}

void NetworkPanel::applyWanted()
{
    {
        const QScopedValueRollback listing(m_listing, true);
        m_model->setWanted(m_kinds->currentData().toString(), m_search->text().trimmed());
    }
    markLayer();
    if (!m_search->text().isEmpty())
        m_tree->scrollToTop(); // to the first that was found
}

int NetworkPanel::filter() const { return m_filter->value(); }

void NetworkPanel::chooseLayer(int layer)
{
    if (layer == m_layer)
        return;
    setLayer(layer, 0);
    Q_EMIT chosenChanged();
}

void NetworkPanel::setLayer(int layer, int filter)
{
    m_layer = layer;
    const int filters = m_model->layers()[std::size_t(layer)].channels.value_or(1);
    const QSignalBlocker blocker(m_filter);
    m_filter->setRange(0, filters - 1);
    m_filter->setValue(filter);
    m_filterCount->setText(tr("of %1 in layer %2").arg(filters).arg(layer));
    m_graph->showLayer(layer);
    markLayer();
}

/// Selects the chosen layer in the tree, where it is listed, and unfolds what it stands in.
void NetworkPanel::markLayer()
{
    const QScopedValueRollback listing(m_listing, true);
    const QModelIndex index = m_layer ? m_model->indexOf(*m_layer) : QModelIndex();
    if (!index.isValid()) {
        m_tree->selectionModel()->clear();
        return;
    }
    m_tree->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter); // unfolds as well
}

/// What is chosen stays in sight while the notes above come and go.
bool NetworkPanel::eventFilter(QObject *watched, QEvent *event)
{
    const QModelIndex index = m_layer ? m_model->indexOf(*m_layer) : QModelIndex();
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize && index.isValid())
        QMetaObject::invokeMethod(
            m_tree, [this, index = QPersistentModelIndex(index)] { m_tree->scrollTo(index); },
            Qt::QueuedConnection); // once the tree has its new size
    return QWidget::eventFilter(watched, event);
}

/// From the search on to what it found: the layer of the number that was typed, the chosen one where that is
/// listed, else the first.
void NetworkPanel::goToLayers()
{
    bool isNumber = false;
    const int number = m_search->text().trimmed().toInt(&isNumber);
    const auto isListed = [this](int layer) { return hasMaps(layer) && m_model->indexOf(layer).isValid(); };
    std::optional<int> layer = m_layer && isListed(*m_layer) ? m_layer : m_model->neighbour(-1, 1);
    if (isNumber && isListed(number))
        layer = number;
    if (!layer)
        return;
    chooseLayer(*layer);
    m_tree->setFocus(Qt::OtherFocusReason);
}

void NetworkPanel::fillLayerMenu(QMenu &menu, const QModelIndex &index)
{
    const QModelIndex line = index.siblingAtColumn(LayerModel::Module);
    const std::optional<int> layer = m_model->layer(line);
    const QString name =
        layer ? QString::fromStdString(m_model->layers()[std::size_t(*layer)].name) : line.data().toString();
    menu.addSection(menuText(line.data().toString()));
    const auto add = [&](const char *object, const QString &text, bool enabled,
                         std::function<void()> chosen) {
        QAction *action = menu.addAction(text);
        action->setObjectName(QLatin1String(object));
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, std::move(chosen));
    };
    add("chooseLayer", tr("&Choose"), layer && hasMaps(*layer), [this, layer] { chooseLayer(*layer); });
    add("copyLayerName", tr("Co&py the layer's name"), true,
        [name] { QGuiApplication::clipboard()->setText(name); });
    menu.addSeparator();
    add("unfoldAll", tr("&Unfold all"), true, [this] { m_tree->expandAll(); });
    add("foldAll", tr("&Fold all"), true, [this] { m_tree->collapseAll(); });
    menu.addSection(tr("Network"));
    addFileActions(menu, {m_file});
}

bool NetworkPanel::hasMaps(int layer) const
{
    const auto &layers = m_model->layers();
    return layer >= 0 && layer < int(layers.size()) && layers[std::size_t(layer)].hasMaps();
}

void NetworkPanel::choose(int layer, int filter)
{
    if (!hasMaps(layer) || (layer == m_layer && filter == m_filter->value()))
        return;
    setLayer(layer, filter);
    Q_EMIT chosenChanged();
}

void NetworkPanel::stepFilter(int by) { m_filter->setValue(m_filter->value() + by); }

void NetworkPanel::stepLayer(int by)
{
    if (!m_layer)
        return;
    if (const std::optional<int> next = m_model->neighbour(*m_layer, by))
        chooseLayer(*next);
}

} // namespace convscope
