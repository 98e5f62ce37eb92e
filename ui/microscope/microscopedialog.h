#pragma once

#include <QDialog>

class QTabWidget;

namespace convscope {

class FilterPage;
class LayerPage;
class Microscope;
class PhotoMapPanel;

/// What excites the filters of the network over all photos of the folder: a page on one filter, a page on all
/// filters of a layer, and a map of the photos. Stays open beside the window. It shows what it is given.
class MicroscopeDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Page
    {
        Filter,
        Layer,
        Map,
    };

    /// `microscope` must outlive it.
    MicroscopeDialog(Microscope &microscope, QWidget *parent);

    FilterPage &filter() { return *m_filter; }
    LayerPage &layer() { return *m_layer; }
    PhotoMapPanel &map() { return *m_map; }
    Page page() const;
    void setPage(Page page);

Q_SIGNALS:
    /// Another page is seen, or none any more.
    void shownChanged();

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Microscope &m_microscope;
    QTabWidget *m_pages;
    FilterPage *m_filter;
    LayerPage *m_layer;
    PhotoMapPanel *m_map;
};

} // namespace convscope
