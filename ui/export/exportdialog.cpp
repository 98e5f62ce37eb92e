#include "ui/export/exportdialog.h"

#include "ui/export/figureexport.h"
#include "ui/export/figurepreview.h"
#include "ui/present/language.h"
#include "ui/present/paths.h"
#include "ui/widgets/onscreen.h"
#include "ui/widgets/savedialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <cmath>

namespace convscope {

namespace {

/// The numbers of the checked entries.
QList<int> checked(const QListWidget &list)
{
    QList<int> rows;
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked)
            rows += row;
    }
    return rows;
}

/// Cells that a figure would show without a picture.
int missingPictures(const Board &board)
{
    int missing = 0;
    for (const BoardColumn &column : board.columns) {
        for (const BoardCell &cell : column.cells)
            missing += cell.picture.isNull();
    }
    return missing;
}

/// Up and down where the screen is too low for all of it.
QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->setMinimumWidth(
        content->minimumSizeHint().width() + area->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    area->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    return area;
}

template <typename W> W *named(W *widget, const char *objectName, const QString &accessibleName)
{
    widget->setObjectName(QLatin1String(objectName));
    widget->setAccessibleName(accessibleName);
    return widget;
}

} // namespace

ExportDialog::ExportDialog(
    BoardIn boardIn, Computing computing, const QStringList &rowIds, bool photosAsRows, QWidget *parent)
    : QDialog(parent)
    , m_boardIn(std::move(boardIn))
    , m_computing(std::move(computing))
    , m_board(m_boardIn({}))
    , m_rowIds(rowIds)
    , m_settings(loadFigureSettings())
    , m_rows(new QListWidget)
    , m_columns(new QListWidget)
    , m_format(named(new QComboBox, "figureFormat", tr("Format")))
    , m_width(named(new QDoubleSpinBox, "figureWidth", tr("Width of the figure")))
    , m_dpi(named(new QSpinBox, "figureDpi", tr("Resolution")))
    , m_font(named(new QDoubleSpinBox, "figureFont", tr("Size of the text")))
    , m_captions(named(new QCheckBox(tr("&Captions and notes")), "figureCaptions", tr("Captions and notes")))
    , m_originals(named(new QCheckBox(tr("Photos &at their own resolution")), "figureOriginals",
          tr("Photos at their own resolution")))
    , m_photosAsRows(named(new QCheckBox(tr("Ph&otos as rows")), "figurePhotosAsRows", tr("Photos as rows")))
    , m_waits(named(new QCheckBox(tr("Wait for what is being computed")), "figureWaits",
          tr("Wait for what is being computed")))
    , m_language(named(new QComboBox, "figureLanguage", tr("Language of the figure")))
    , m_numbers(named(new QCheckBox(tr("Also the num&bers")), "figureNumbers", tr("Also the numbers")))
    , m_numbersPlace(new QLabel)
    , m_chooseFolder(named(
          new QPushButton(tr("Choose &folder…")), "numbersFolder", tr("Choose a folder for the numbers")))
    , m_preview(new FigurePreview)
    , m_size(new QLabel)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export figure"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ExportDialog::refresh);

    auto *choices = new QWidget;
    auto *left = new QVBoxLayout(choices);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(8);
    left->addWidget(makeChoices(), 1);
    left->addWidget(makeLooks());
    left->addWidget(makeNumbers());
    m_size->setObjectName(QStringLiteral("figureSize"));
    m_size->setWordWrap(true);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_preview, 1);
    right->addWidget(m_size);
    m_waits->setToolTip(tr("The figure is written when all its pictures are there"));
    right->addWidget(m_waits);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(scrolled(choices));
    columns->addLayout(right, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_export = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("export"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    m_export->setDefault(true); // of the dialog, which it is in only now
    m_chooseFolder->setAutoDefault(false);

    showSettings();
    m_photosAsRows->setChecked(photosAsRows);
    refresh();
    resizeOnScreen(*this, QSize(960, 680));
}

QWidget *ExportDialog::makeChoices()
{
    QStringList rows;
    for (const BoardRow &row : m_board.rows)
        rows += row.title;
    QStringList photos;
    for (const BoardColumn &column : m_board.columns)
        photos += column.title;
    makeList(m_rows, QStringLiteral("figureRows"), rows);
    makeList(m_columns, QStringLiteral("figureColumns"), photos);
    m_rows->setAccessibleName(tr("Rows of the figure"));
    m_columns->setAccessibleName(tr("Photos of the figure"));

    auto *group = new QGroupBox(tr("Shown"));
    auto *layout = new QHBoxLayout(group);
    layout->setSpacing(8);
    const std::pair<QString, QListWidget *> lists[] = {{tr("&Rows"), m_rows}, {tr("&Photos"), m_columns}};
    for (const auto &[text, list] : lists) {
        auto *label = new QLabel(text);
        label->setBuddy(list);
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(label);
        column->addWidget(list, 1);
        layout->addLayout(column);
    }
    return group;
}

void ExportDialog::makeList(QListWidget *list, const QString &name, const QStringList &entries)
{
    list->setObjectName(name);
    list->setMinimumHeight(fontMetrics().lineSpacing() * 6);
    list->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    list->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding); // the preview has the room
    for (const QString &entry : entries) {
        auto *item = new QListWidgetItem(entry, list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        item->setToolTip(entry);
    }
    if (list->count() > 0)
        list->setCurrentRow(0);
    connect(list, &QListWidget::itemChanged, &m_soon, qOverload<>(&QTimer::start));
}

QWidget *ExportDialog::makeLooks()
{
    m_format->addItem(tr("PNG picture"), QStringLiteral("png"));
    m_format->addItem(tr("SVG drawing"), QStringLiteral("svg"));
    m_format->addItem(tr("PDF document"), QStringLiteral("pdf"));
    m_format->setToolTip(tr("SVG and PDF hold real text and stay sharp at every size"));
    m_width->setDecimals(1);
    m_width->setSuffix(tr(" cm"));
    m_width->setToolTip(tr("Width of the whole figure; the pictures share what the texts leave"));
    m_dpi->setRange(int(minDpi), int(maxDpi));
    m_dpi->setSingleStep(50);
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setToolTip(tr("Pixels an inch of a PNG"));
    m_font->setRange(minFontPoints, maxFontPoints);
    m_font->setDecimals(1);
    m_font->setSingleStep(0.5);
    m_font->setSuffix(tr(" pt"));
    m_captions->setToolTip(tr("The lines below the pictures, and the notes at the end that they point to"));
    m_language->addItem(tr("As the window"), QString());
    for (const Language &language : allLanguages())
        m_language->addItem(language.name, language.code);
    connect(m_language, &QComboBox::currentIndexChanged, &m_soon, qOverload<>(&QTimer::start));
    for (QDoubleSpinBox *box : {m_width, m_font})
        connect(box, &QDoubleSpinBox::valueChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_dpi, &QSpinBox::valueChanged, &m_soon, qOverload<>(&QTimer::start));
    m_photosAsRows->setToolTip(
        tr("One row a photo and one column a view: lower, where there are few photos"));
    m_originals->setToolTip(
        tr("In the row of the photos, as far as the network sees them; not in the preview"));
    for (QCheckBox *box : {m_captions, m_originals, m_photosAsRows})
        connect(box, &QCheckBox::toggled, &m_soon, qOverload<>(&QTimer::start));
    connect(m_format, &QComboBox::currentIndexChanged, &m_soon, qOverload<>(&QTimer::start));

    auto *group = new QGroupBox(tr("Looks"));
    auto *form = new QFormLayout(group);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("For&mat"), m_format);
    form->addRow(tr("&Width"), m_width);
    form->addRow(tr("Reso&lution"), m_dpi);
    form->addRow(tr("&Text size"), m_font);
    form->addRow(tr("La&nguage"), m_language);
    form->addRow(m_captions);
    form->addRow(m_originals);
    form->addRow(m_photosAsRows);
    return group;
}

QWidget *ExportDialog::makeNumbers()
{
    m_numbers->setToolTip(
        tr("Arrays as .npy, LIME's weights as .csv, each with its picture and with how it was made"));
    m_numbersPlace->setObjectName(QStringLiteral("numbersPlace"));
    m_numbersPlace->setWordWrap(true);
    m_numbersPlace->setTextFormat(Qt::PlainText);
    connect(m_numbers, &QCheckBox::toggled, &m_soon, qOverload<>(&QTimer::start));
    connect(m_chooseFolder, &QPushButton::clicked, this, &ExportDialog::askForNumbersFolder);

    auto *group = new QGroupBox(tr("Numbers"));
    auto *layout = new QVBoxLayout(group);
    layout->setSpacing(8);
    layout->addWidget(m_numbers);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_numbersPlace, 1);
    line->addWidget(m_chooseFolder, 0, Qt::AlignTop);
    layout->addLayout(line);
    return group;
}

/// As the dialog was left the last time.
void ExportDialog::showSettings()
{
    for (int row = 0; row < m_rows->count(); ++row) {
        const bool leftOut = m_settings.rowsLeftOut.contains(m_rowIds.value(row));
        m_rows->item(row)->setCheckState(leftOut ? Qt::Unchecked : Qt::Checked);
    }
    m_format->setCurrentIndex(std::max(0, m_format->findData(m_settings.ending)));
    m_width->setRange(1, maxWidthCm);
    m_width->setValue(m_settings.style.widthCm.value_or(16));
    m_dpi->setValue(qRound(m_settings.style.dpi));
    m_font->setValue(m_settings.style.fontPoints);
    m_captions->setChecked(m_settings.style.captions);
    m_originals->setChecked(m_settings.style.originals);
    m_photosAsRows->setChecked(m_settings.style.photosAsRows);
    m_waits->setChecked(true);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.style.language)));
    m_numbers->setChecked(m_settings.numbers);
}

void ExportDialog::boardChanged() { m_soon.start(); }

FigureChoice ExportDialog::choice() const
{
    FigureChoice choice;
    choice.rows = checked(*m_rows);
    choice.columns = checked(*m_columns);
    choice.style.widthCm = m_width->value();
    choice.style.dpi = m_dpi->value();
    choice.style.fontPoints = m_font->value();
    choice.style.captions = m_captions->isChecked();
    choice.style.originals = m_originals->isChecked();
    choice.style.photosAsRows = m_photosAsRows->isChecked();
    choice.waits = m_waits->isChecked();
    choice.style.language = m_language->currentData().toString();
    choice.numbers = m_numbers->isChecked();
    choice.numbersFolder = m_numbersFolder;
    return choice;
}

void ExportDialog::refresh()
{
    FigureChoice chosen = choice();
    m_board = m_boardIn(chosen.style.language);
    const Board board = part(m_board, chosen);
    const bool something = !chosen.rows.isEmpty() && !chosen.columns.isEmpty();
    if (something) {
        // Not below what the photos need; the spin box shows tenths.
        const QSignalBlocker blocker(m_width);
        m_width->setMinimum(std::ceil(minWidthCm(board, chosen.style) * 10) / 10);
        chosen.style.widthCm = m_width->value();
    }
    m_export->setEnabled(something);
    m_dpi->setEnabled(m_format->currentData() == QStringLiteral("png"));
    m_chooseFolder->setEnabled(chosen.numbers);
    m_numbersPlace->setEnabled(chosen.numbers);
    m_numbersPlace->setText(m_numbersFolder.empty() ? tr("In a folder beside the figure")
                                                    : tr("In %1").arg(displayText(m_numbersFolder)));
    m_preview->show(board, chosen.style);
    showSize(board, chosen.style);
}

void ExportDialog::showSize(const Board &board, const FigureStyle &style)
{
    m_size->setVisible(!board.rows.isEmpty() && !board.columns.isEmpty());
    if (m_size->isHidden())
        return;
    const QSizeF points = figureSize(board, style);
    const QLocale locale;
    QString text = tr("%1 × %2 cm")
                       .arg(locale.toString(points.width() / centimetre, 'f', 1),
                           locale.toString(points.height() / centimetre, 'f', 1));
    if (m_dpi->isEnabled())
        text += tr(", %1 × %2 pixels")
                    .arg(qRound(points.width() * style.dpi / 72))
                    .arg(int(std::ceil(points.height() * style.dpi / 72)));
    if (points.height() / centimetre > pageHeightCm)
        text += u'\n'
            + (style.photosAsRows
                    ? tr("That is higher than a page of A4: leave photos out, or make it narrower.")
                    : tr("That is higher than a page of A4: lay the photos as rows, leave rows out, or make "
                         "it "
                         "narrower."));
    const int missing = missingPictures(board);
    if (missing == 1)
        text += u'\n' + tr("One picture is not computed yet.");
    else if (missing > 1)
        text += u'\n' + tr("%1 pictures are not computed yet.").arg(missing);
    m_size->setText(text);
    m_waits->setEnabled(m_computing(choice()) > 0);
}

void ExportDialog::askForNumbersFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Choose a folder for the numbers"), startFolder(Place::Figures));
    if (folder.isEmpty())
        return;
    m_numbersFolder = toPath(folder);
    refresh();
}

FigureSettings ExportDialog::settings() const
{
    FigureSettings settings = m_settings;
    const FigureChoice chosen = choice();
    settings.style = chosen.style;
    settings.numbers = chosen.numbers;
    settings.ending = m_format->currentData().toString();
    for (int row = 0; row < m_rows->count(); ++row) {
        const QString name = m_rowIds.value(row);
        settings.rowsLeftOut.removeAll(name);
        if (!chosen.rows.contains(row))
            settings.rowsLeftOut += name;
    }
    return settings;
}

std::filesystem::path ExportDialog::askForFile()
{
    QStringList kinds; // the chosen one first; the others as well, as a name may be typed with their ending
    for (int format = 0; format < m_format->count(); ++format) {
        const QString kind = QStringLiteral("%1 (*.%2)")
                                 .arg(m_format->itemText(format), m_format->itemData(format).toString());
        kinds.insert(format == m_format->currentIndex() ? 0 : kinds.size(), kind);
    }
    const auto place =
        askWhereToSave(*this, {tr("Export the figure as"), Place::Figures, tr("figure"), kinds});
    return place ? place->file : std::filesystem::path();
}

void ExportDialog::accept()
{
    const std::filesystem::path file = askForFile();
    if (file.empty())
        return;
    m_file = file;
    m_settings = settings();
    m_settings.folder = file.parent_path();
    saveFigureSettings(m_settings);
    QDialog::accept();
}

} // namespace convscope
