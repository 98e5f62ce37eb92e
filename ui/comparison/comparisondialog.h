#pragma once

#include "ui/comparison/comparer.h"
#include "ui/comparison/comparisonsettings.h"
#include "ui/present/drawing.h"

#include <QByteArray>
#include <QDialog>
#include <QStringList>
#include <filesystem>

class QLabel;
class QModelIndex;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QTableView;

namespace convscope {

class ComparisonModel;
class ExtremePhotos;
class StripView;

/// Methods compared by measures over many photos: what is chosen on the left; the table, the values of a
/// measure, and the best and the worst photos on the right. Stays open beside the window.
class ComparisonDialog : public QDialog
{
    Q_OBJECT
public:
    /// Both must outlive it.
    ComparisonDialog(Comparer &comparer, Lane &readers, ComparisonOffer offer, QWidget *parent);

    /// The board has other rows, or the gallery shows other photos.
    void refreshOffer();
    /// After a file was written or was not.
    void tellSaved(const QString &text);

Q_SIGNALS:
    /// To be put on the board.
    void photoAsked(const PhotoRef &photo);
    void methodAsked(const MethodOptions &method);
    void pictureAsked(const std::filesystem::path &file, const Drawing &drawing);
    void textAsked(const std::filesystem::path &file, const QByteArray &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSettings();
    QWidget *makeResults();
    QWidget *makeButtons();
    void makeTable();
    void refresh();
    void fitNotes();
    void refreshRun();
    void refreshCell();
    void startOrStop();
    void askForPhoto(std::size_t place);
    void askForMethod();
    void askWhere();
    QString summary() const;
    QStringList notes() const;
    std::optional<std::size_t> currentMap() const;
    std::size_t currentMeasure() const;

    Comparer &m_comparer;
    ComparisonSettings *m_settings;
    QPushButton *m_start;
    QProgressBar *m_progress;
    QLabel *m_status;
    ComparisonModel *m_model;
    QLabel *m_summary;
    QTableView *m_table;
    QScrollArea *m_notesArea;
    QLabel *m_notes;
    StripView *m_plot;
    ExtremePhotos *m_photos;
    QPushButton *m_addRow;
    QPushButton *m_copy;
    QPushButton *m_save;
    QLabel *m_saved;
};

} // namespace convscope
