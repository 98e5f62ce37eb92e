#pragma once

#include "ui/microscope/tiles.h"
#include "ui/present/layerpage.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <map>
#include <vector>

namespace convscope {

/// In which order the filters stand.
enum class FilterOrder
{
    Number,
    Largest, ///< the largest value first
    Selectivity,
    Sparseness,
    DeadPlaces, ///< the share of places at which the ReLU lets nothing through
    Similarity, ///< to one filter
};

/// Which filters are shown.
enum class FilterKind
{
    All,
    Dead,
    Duplicates,
    OneClass,
    Everywhere,
};

bool isOfKind(const FilterTriage &triage, FilterKind kind);

/// All filters of a layer, as tiles.
class LayerPageModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        FilterRole = TileLastRole,
        OrderRole, ///< double: the larger, the more in front
    };

    using QAbstractListModel::QAbstractListModel;

    void setPage(LayerPageData data);
    void setCrop(const FilterCrop &crop);
    void setImage(int filter, const QImage &image);
    void setImagesShown(bool areShown);
    void setMaps(bool areShown);
    void setOrder(FilterOrder order);
    /// How similar the other filters are to `filter`.
    void setSimilar(int filter, const std::vector<SimilarFilter> &similar);

    const LayerPageData &page() const { return m_data; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void tellAll();
    double orderOf(const LayerPageFilter &filter) const;
    QString orderText(const LayerPageFilter &filter) const;
    QString describe(const LayerPageFilter &filter) const;

    LayerPageData m_data;
    std::vector<std::shared_ptr<const FilterCrop>> m_crops; ///< by filter
    bool m_imagesShown = false;
    bool m_mapsShown = false;
    FilterOrder m_order = FilterOrder::Number;
    std::map<int, double> m_similar; ///< cosines by filter
};

/// Those that are shown, in their order.
class LayerPageOrder : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LayerPageOrder(LayerPageModel *model);

    void setKind(FilterKind kind);
    /// Only filters whose number begins with that.
    void setNumber(const QString &digits);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const LayerPageModel *m_model;
    FilterKind m_kind = FilterKind::All;
    QString m_digits;
};

} // namespace convscope
