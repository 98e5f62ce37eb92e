#pragma once

#include "ui/choices/choices.h"

#include <QStringList>
#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace convscope {

class SearchField;

/// Edits the arrangement of the gallery: what is searched for, which photos are shown, and in which order.
class GalleryTools : public QWidget
{
    Q_OBJECT
public:
    explicit GalleryTools(Choices &choices, QWidget *parent = nullptr);

    void clearFilters();
    void setClassNames(const QStringList &classNames);
    /// True classes to filter by in place of the network's, where those of the folder are others; else empty.
    void setOwnClasses(const QStringList &classes);
    /// Whether the network has answered some photos: what asks for its answers can be chosen then.
    void setHasVerdicts(bool has);
    void setPhotoCount(int count);
    /// What to filter by, which the user unfolds.
    bool areFiltersShown() const;
    void showFilters(bool shown);
    void focusSearch();
    void clearSearch();

Q_SIGNALS:
    void indicesAsked(const std::vector<int> &indices);
    void left(); ///< the search is done: on to the photos

private:
    void makeSearch();
    QWidget *makeBar();
    QWidget *makeFilters();
    void fillOrders();
    void fillAllClasses();
    void fillClasses(QComboBox *classes, const QStringList &names, const std::optional<int> &chosen);
    Arrangement edited() const;
    void takeEdited();
    void showArrangement();
    void showButtons();
    std::vector<int> typedIndices() const;

    Choices &m_choices;
    QStringList m_classNames;
    QStringList m_ownClasses;
    int m_photos = 0;
    bool m_showing = false; ///< the widgets follow the arrangement, not the other way round
    SearchField *m_search;
    QLabel *m_hint;
    QComboBox *m_order;
    QToolButton *m_filterButton;
    QToolButton *m_clear;
    QWidget *m_filters;
    QComboBox *m_trueClass;
    QComboBox *m_predictedClass;
    QComboBox *m_correctness;
    QSpinBox *m_min; ///< per cent
    QSpinBox *m_max;
    QLabel *m_needs;
};

} // namespace convscope
