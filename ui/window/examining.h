#pragma once

#include "ui/filters/filterinspector.h"
#include "ui/microscope/microscope.h"
#include "ui/microscope/microscopedialog.h"
#include "ui/present/filterpage.h"
#include "ui/present/layerpage.h"
#include "ui/window/mappingphotos.h"

#include <QObject>
#include <QPointer>

namespace convscope {

class Choices;
class Commands;
class CropBox;
class Evaluator;
class Workspace;

/// The filter microscope in the window: the pages show the layer and the filter that are chosen there, and
/// choose others; photos that are taken on the map are selected in the gallery.
class Examining : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    Examining(Workspace &workspace, Choices &choices, FilterInspector &inspector, Evaluator &evaluator,
        QWidget *window);

    /// Shows itself by these, which may replace earlier ones that are gone.
    void serve(const Commands &commands);
    void showPage(MicroscopeDialog::Page page);

private:
    void connectFilter();
    void connectLayer();
    void follow();
    void refreshFilter();
    void refreshLayer();
    void showFilter(FilterPageData data);
    void showLayer(LayerPageData data);
    void readCrops();
    void readLayerCrops();
    void showImage();
    void makeImages(bool wanted);
    void activate(const std::filesystem::path &name);
    void savePage(const QString &name, const std::function<Drawing()> &make);
    const IndexedLayer *chosenLayer() const;
    bool isSeen(MicroscopeDialog::Page page) const;
    void forget();

    Workspace &m_workspace;
    Choices &m_choices;
    FilterInspector &m_inspector;
    QWidget *m_window;
    Microscope m_microscope;
    QPointer<MicroscopeDialog> m_dialog; ///< made when it is first wanted
    OpenIndex m_shown; ///< the index that the pages are of
    // What the pages show, or what is on its way
    std::pair<int, int> m_filterShown{-1, -1}; ///< layer, filter
    int m_layerShown = -1;
    bool m_withMaps = false;
    JobHandle m_readingFilter;
    JobHandle m_readingKernel;
    JobHandle m_readingCrops;
    JobHandle m_readingLayer;
    JobHandle m_readingLayerCrops;
    JobHandle m_readingSimilar;
    JobHandle m_makingImages;
    MappingPhotos m_mapping;
};

} // namespace convscope
