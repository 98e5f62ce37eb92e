#pragma once

#include "ui/gallery/arrangement.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace convscope {

/// What is searched for in the gallery, which photos are shown, and in which order.
class GalleryTools : public QWidget
{
    Q_OBJECT
public:
    explicit GalleryTools(QWidget *parent = nullptr);

    const Arrangement &arrangement() const { return m_arrangement; }
    void setArrangement(const Arrangement &arrangement);
    void clearFilters();
    void setClassNames(const QStringList &classNames);
    /// Whether the network has answered some photos: what asks for its answers can be chosen then.
    void setHasVerdicts(bool has);
    void setPhotoCount(int count);
    void focusSearch();
    void clearSearch();

Q_SIGNALS:
    void arrangementChanged();
    void indexAsked(int index);
    void left(); ///< the search is done: on to the photos

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeSearch();
    QWidget *makeBar();
    QWidget *makeFilters();
    void fillOrders();
    void fillClasses(QComboBox *classes, const std::optional<int> &chosen);
    void edited();
    void take(const Arrangement &arrangement);
    void show(const Arrangement &arrangement);
    void showButtons();
    std::optional<int> typedIndex() const;

    Arrangement m_arrangement;
    QStringList m_classNames;
    int m_photos = 0;
    bool m_showing = false; ///< the widgets follow the arrangement, not the other way round
    QLineEdit *m_search;
    QLabel *m_hint;
    QComboBox *m_order;
    QToolButton *m_filterButton;
    QToolButton *m_clear;
    QWidget *m_filters;
    QComboBox *m_trueClass;
    QComboBox *m_predictedClass;
    QComboBox *m_correctness;
    QSpinBox *m_least; ///< per cent
    QSpinBox *m_most;
    QLabel *m_needs;
};

} // namespace convscope
