#pragma once

#include <QListView>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QMenu;

namespace convscope {

class FilterInspector;
class FilterMapModel;
class SteadyLabel;

/// A list in which a typed number goes to the filter of that number.
class FilterList : public QListView
{
    Q_OBJECT
public:
    using QListView::QListView;
    void keyboardSearch(const QString &typed) override;

private:
    QString m_typed;
    QTimer m_pause; ///< runs while digits belong to one number
};

/// The maps of all filters of the inspected layer, to choose one from.
class FilterGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FilterGrid(FilterInspector &inspector, QWidget *parent = nullptr);

    /// Marks the filter; nothing is emitted.
    void setFilter(int filter);

Q_SIGNALS:
    void chosen(int filter);
    void explainAsked(int filter); ///< by the rows that can, in place of a class
    /// All that is known of it.
    void detailsAsked(int filter);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeChoices();
    void makeList();
    void sort();
    void showFront();
    void update();
    QString status() const;
    void fillMenu(QMenu &menu, int filter);

    FilterInspector &m_inspector;
    FilterMapModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QComboBox *m_order;
    QCheckBox *m_oneScale;
    FilterList *m_list;
    SteadyLabel *m_status;
    std::optional<int> m_layer; ///< whose filters are listed
    bool m_marking = false; ///< the current row follows the choice
};

} // namespace convscope
