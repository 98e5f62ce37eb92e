#pragma once

#include "ui/export/figurechoice.h"

#include <QDialog>
#include <QTimer>
#include <functional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace convscope {

class FigurePreview;

/// What of the board becomes a figure, and how it looks, with a preview. Begins as it was left the last time.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// The board in a language; in the one that is spoken where the code is empty.
    using BoardIn = std::function<Board(const QString &language)>;

    /// How many pictures of a choice are on their way.
    using Computing = std::function<int(const FigureChoice &choice)>;

    /// `rowIds` are those of the board's rows. The figure lies at first as the board does.
    ExportDialog(BoardIn boardIn, Computing computing, const QStringList &rowIds, bool photosAsRows,
        QWidget *parent = nullptr);

    /// The board has changed while the dialog is open: the same rows and columns, other cells.
    void boardChanged();

    FigureChoice choice() const;
    /// Where it goes, once the dialog was accepted.
    const std::filesystem::path &file() const { return m_file; }

    void accept() override;

private:
    QWidget *makeChoices();
    QWidget *makeLooks();
    QWidget *makeNumbers();
    void makeList(QListWidget *list, const QString &name, const QStringList &entries);
    void showSettings();
    void refresh();
    void showSize(const Board &board, const FigureStyle &style);
    void askForNumbersFolder();
    FigureSettings settings() const;
    std::filesystem::path askForFile();

    BoardIn m_boardIn;
    Computing m_computing;
    Board m_board;
    QStringList m_rowIds; ///< distinct
    FigureSettings m_settings;
    std::filesystem::path m_file;
    std::filesystem::path m_numbersFolder;
    QTimer m_soon; ///< gathers what changes in one turn of the event loop

    QListWidget *m_rows;
    QListWidget *m_columns;
    QComboBox *m_format;
    QDoubleSpinBox *m_width;
    QSpinBox *m_dpi;
    QDoubleSpinBox *m_font;
    QCheckBox *m_captions;
    QCheckBox *m_originals;
    QCheckBox *m_photosAsRows;
    QCheckBox *m_waits;
    QComboBox *m_language;
    QCheckBox *m_numbers;
    QLabel *m_numbersPlace;
    QPushButton *m_chooseFolder;
    FigurePreview *m_preview;
    QLabel *m_size;
    QPushButton *m_export = nullptr;
};

} // namespace convscope
