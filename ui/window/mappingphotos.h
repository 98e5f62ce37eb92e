#pragma once

#include "ui/microscope/microscope.h"
#include "ui/present/mapofindex.h"

#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QPointer>
#include <unordered_map>

namespace convscope {

class Choices;
class PhotoMapPanel;
class Saver;
class Workspace;

/// The map of the photos in the window: made of the index for the layer and by the method that are asked for.
/// Photos that are taken on it are selected in the gallery, and those that are selected there are marked.
class MappingPhotos : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    MappingPhotos(Workspace &workspace, Choices &choices, Saver &saver, Microscope &microscope);

    /// Shows itself in this panel, which may replace one that is gone.
    void serve(PhotoMapPanel &panel);
    /// The panel is seen. Null: there is no index.
    void show(const OpenIndex &index);
    /// There will be another index.
    void forget();

private:
    struct Asked
    {
        int layer = -1; ///< place in NetworkInfo::layers; −1: the layer before the answer
        MapMethod method = MapMethod::Tsne;
        std::optional<int> filter = {}; ///< whose values are shown

        bool operator==(const Asked &) const = default;
        bool standsAlike(const Asked &other) const { return layer == other.layer && method == other.method; }
    };
    struct Photos
    {
        PhotoMapData data;
        std::vector<int> places; ///< of each photo in the open set; −1: it is not there
    };

    const IndexedLayer *layer() const;
    void refresh();
    void tellPanel();
    void take(Photos photos, const Asked &asked);
    void layOut();
    JobHandle layOut(Lane &lane, Urgency urgency, const PhotoMapOptions &options,
        std::function<void(const PhotoMap &)> take);
    void publish();
    void select(const std::vector<int> &photos);
    void markSelected();
    QPixmap thumbnail(int photo);

    Workspace &m_workspace;
    Choices &m_choices;
    Saver &m_saver;
    Microscope &m_microscope;
    QPointer<PhotoMapPanel> m_panel;
    OpenIndex m_index;
    Asked m_asked;
    std::optional<Asked> m_shown; ///< that is shown, or on its way
    std::optional<Asked> m_laidOut; ///< what the places are of
    Photos m_photos;
    bool m_isSelecting = false; ///< the map itself changes what is selected
    JobHandle m_reading;
    JobHandle m_layingOut;
    QHash<int, QPixmap> m_thumbnails;
    std::unordered_map<int, JobHandle> m_readingThumbnails;
};

} // namespace convscope
