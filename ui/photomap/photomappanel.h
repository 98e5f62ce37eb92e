#pragma once

#include "core/computation.h"
#include "ui/photomap/scatterview.h"

#include <QWidget>
#include <filesystem>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace convscope {

class ElidedLabel;
class MapLegend;

/// The map of a folder's photos, with what can be chosen of it. It computes nothing: what it shows it is
/// given, what is wished it tells.
class PhotoMapPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoMapPanel(QWidget *parent = nullptr);

    /// Null: there is no map. Where it is of as many photos as before, the selection and the view stay.
    void show(std::shared_ptr<const PhotoMapData> map);
    /// The layers whose features are known, by names, and the one that is shown. Tells nobody.
    void setLayers(const QStringList &names, int current);
    /// How many filters the layer has, and the one whose value is shown. Tells nobody.
    void setFilters(int count, int current);
    void setMethod(MapMethod method);
    /// None: nothing runs.
    void setProgress(std::optional<Progress> progress);
    /// What is said where there is no map.
    void setPlaceholder(const QString &text);
    void setThumbnails(ScatterView::ThumbnailOf thumbnailOf);
    void thumbnailsChanged();
    /// Elsewhere; tells nobody.
    void setSelected(const std::vector<int> &photos);
    /// After a file was written or was not.
    void tellSaved(const QString &text);

    ScatterView &view() { return *m_view; }
    MapColouring colouring() const;

Q_SIGNALS:
    /// To be selected in the gallery, and shown on the board.
    void photosSelected(const std::vector<int> &photos);
    void photoActivated(int photo);
    void layerChosen(int layer);
    void methodChosen(MapMethod method);
    /// The filter whose values are to be shown; also when values are asked for first.
    void filterChosen(int filter);
    void stopAsked();
    void pictureAsked(const std::filesystem::path &file, const Drawing &drawing);
    void textAsked(const std::filesystem::path &file, const QByteArray &text);

private:
    QWidget *makeBar();
    QWidget *makeSide();
    QWidget *makeFooter();
    void refresh();
    void refreshStatus();
    void colouringChosen();
    void hovered(int photo);
    void askForGroup(int group, bool adds);
    void askWhere();

    std::shared_ptr<const PhotoMapData> m_data;
    std::vector<int> m_elsewhere; ///< selected
    QComboBox *m_layer;
    QComboBox *m_method;
    QComboBox *m_colouring;
    QSpinBox *m_filter;
    QToolButton *m_lasso;
    QToolButton *m_move;
    QPushButton *m_all;
    QPushButton *m_save;
    ScatterView *m_view;
    MapLegend *m_legend;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    ElidedLabel *m_status;
    QLabel *m_notes;
};

} // namespace convscope
