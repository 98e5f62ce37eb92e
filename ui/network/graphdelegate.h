#pragma once

#include <QStyledItemDelegate>
#include <optional>

namespace convscope {

class GraphModel;

/// Draws the lanes of a graph before the text of a node. Nodes that show a layer are filled. The lines of the
/// chosen node, to what it takes and to what takes it, stand out.
class GraphDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit GraphDelegate(const GraphModel &model, QObject *parent = nullptr);

    void setChosen(std::optional<int> node) { m_chosen = node; }
    /// How wide the lanes beside a node are in a column of this width. They move together where there are
    /// many, and what is still too much is not drawn.
    int lanesWidth(int column, int node) const;

    /// The text of a node, cut at the beginning of what stands behind the dot, which is left out where little
    /// of it has room.
    static QString fitted(const QString &text, const QFontMetrics &metrics, int width);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    double pitch(int column) const;

    const GraphModel &m_model;
    std::optional<int> m_chosen;
};

} // namespace convscope
