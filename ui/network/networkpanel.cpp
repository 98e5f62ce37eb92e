#include "ui/network/networkpanel.h"

#include "ui/network/layermodel.h"
#include "ui/present/paths.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

NetworkPanel::NetworkPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new LayerModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_summary(new QLabel(tr("No network")))
    , m_kinds(new QComboBox)
    , m_list(new QTreeView)
    , m_filter(new QSpinBox)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_filterCount(new QLabel)
{
    setObjectName(QStringLiteral("network"));
    m_summary->setObjectName(QStringLiteral("networkSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_kinds->setObjectName(QStringLiteral("layerKinds"));
    m_kinds->setAccessibleName(tr("Layers to list"));
    m_kinds->setToolTip(tr("Which layers are listed"));
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &NetworkPanel::applyKind);
    makeList();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_kinds);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeFilterPicker());
    listKinds();
    setEnabled(false);
}

void NetworkPanel::makeList()
{
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(LayerModel::KindRole);
    m_list->setObjectName(QStringLiteral("layers"));
    m_list->setAccessibleName(tr("Layers"));
    m_list->setModel(m_shown);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (m_listing || !current.data(LayerModel::HasMapsRole).toBool())
                return;
            const int layer = m_shown->mapToSource(current).row();
            if (layer != m_layer) {
                setLayer(layer, 0);
                Q_EMIT chosenChanged();
            }
        });
}

QWidget *NetworkPanel::makeFilterPicker()
{
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setToolTip(tr("Filter of the chosen layer, counted from 0 ([ and ])"));
    m_slider->setObjectName(QStringLiteral("filterSlider"));
    m_slider->setAccessibleName(tr("Filter, as a slider"));
    m_slider->setToolTip(m_filter->toolTip());
    connect(m_filter, &QSpinBox::valueChanged, m_slider, &QSlider::setValue);
    connect(m_slider, &QSlider::valueChanged, m_filter, &QSpinBox::setValue);
    connect(m_filter, &QSpinBox::valueChanged, this, &NetworkPanel::chosenChanged);

    auto *picker = new QWidget;
    auto *layout = new QVBoxLayout(picker);
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
    layout->addWidget(m_slider);
    return picker;
}

void NetworkPanel::showNetwork(const NetworkInfo &info, int layer, int filter)
{
    setEnabled(true);
    const QString millions =
        QLocale().toString(double(info.parameterCount) / 1e6, 'f', info.parameterCount < 1000000 ? 3 : 1);
    m_summary->setText(
        tr("%1\n%2\n%3 million parameters, %4 classes, photos of %5 × %6")
            .arg(displayText(info.file.filename()), QString::fromStdString(info.title), millions)
            .arg(info.classCount)
            .arg(info.input.width)
            .arg(info.input.height));
    m_layer.reset();
    m_model->setLayers(info.layers);
    listKinds();
    const auto usable = [&](int index) {
        return index >= 0 && index < int(info.layers.size()) && info.layers[std::size_t(index)].hasMaps();
    };
    if (!usable(layer)) {
        const auto first = std::find_if(
            info.layers.begin(), info.layers.end(), [](const Layer &each) { return each.hasMaps(); });
        layer = first == info.layers.end() ? -1 : first->index;
        filter = 0;
    }
    if (usable(layer))
        setLayer(layer, filter);
    Q_EMIT chosenChanged();
}

void NetworkPanel::listKinds()
{
    const QSignalBlocker blocker(m_kinds);
    m_kinds->clear();
    m_kinds->addItem(tr("All layers"), QString());
    m_kinds->addItem(tr("Convolutions"), QStringLiteral("Conv2d"));
    QStringList others;
    for (const Layer &layer : m_model->layers()) {
        const QString kind = QString::fromStdString(layer.kind);
        if (layer.hasMaps() && kind != QLatin1String("Conv2d") && !others.contains(kind))
            others << kind;
    }
    for (const QString &kind : std::as_const(others))
        m_kinds->addItem(kind, kind);
    applyKind();
}

void NetworkPanel::applyKind()
{
    const QString kind = m_kinds->currentData().toString();
    const QScopedValueRollback listing(m_listing, true);
    m_shown->setFilterRegularExpression(
        kind.isEmpty() ? QString() : QStringLiteral("^%1$").arg(QRegularExpression::escape(kind)));
    markLayer();
}

int NetworkPanel::filter() const { return m_filter->value(); }

void NetworkPanel::setLayer(int layer, int filter)
{
    m_layer = layer;
    const int filters = m_model->layers()[std::size_t(layer)].channels.value_or(1);
    const QSignalBlocker blockSpin(m_filter);
    const QSignalBlocker blockSlider(m_slider);
    m_filter->setRange(0, filters - 1);
    m_slider->setRange(0, filters - 1);
    m_slider->setPageStep(std::max(1, filters / 8));
    m_filter->setValue(filter);
    m_slider->setValue(m_filter->value());
    m_filterCount->setText(tr("of %1 in layer %2").arg(filters).arg(layer));
    markLayer();
}

/// Selects the chosen layer in the list, where it is listed.
void NetworkPanel::markLayer()
{
    const QModelIndex source = m_layer ? m_model->index(*m_layer, 0) : QModelIndex();
    const QModelIndex index = m_shown->mapFromSource(source);
    if (index.isValid()) {
        m_list->selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_list->scrollTo(index);
    } else {
        m_list->selectionModel()->clear();
    }
}

void NetworkPanel::stepFilter(int by) { m_filter->setValue(m_filter->value() + by); }

void NetworkPanel::stepLayer(int by)
{
    if (!m_layer)
        return;
    int next = *m_layer;
    for (int row = by > 0 ? 0 : m_shown->rowCount() - 1; row >= 0 && row < m_shown->rowCount(); row += by) {
        const QModelIndex index = m_shown->index(row, 0);
        const int layer = m_shown->mapToSource(index).row();
        if ((layer - *m_layer) * by > 0 && index.data(LayerModel::HasMapsRole).toBool()) {
            next = layer;
            break;
        }
    }
    if (next == *m_layer)
        return;
    setLayer(next, 0);
    Q_EMIT chosenChanged();
}

} // namespace convscope
