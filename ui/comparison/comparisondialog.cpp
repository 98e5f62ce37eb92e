#include "ui/comparison/comparisondialog.h"

#include "ui/comparison/comparisonmodel.h"
#include "ui/comparison/extremephotos.h"
#include "ui/comparison/stripview.h"
#include "ui/present/comparisontexts.h"
#include "ui/present/measuretexts.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/widgets/onscreen.h"
#include "ui/widgets/savedialog.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr QSize usualSize(1120, 740);
constexpr int settingsWidth = 216;
constexpr int columnWidth = 168;
constexpr int headLines = 3; ///< two of the measure, one of the photos
constexpr int noteLines = 3;
constexpr int tableShare = 53; ///< of the height, in percent

/// A label is spoken by its text. Without one it cannot have the focus, which would be on something without a
/// name.
void say(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setTextInteractionFlags(text.isEmpty() ? Qt::NoTextInteraction : Qt::TextSelectableByMouse);
}

QLabel *wrappedLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ComparisonDialog::ComparisonDialog(Comparer &comparer, Lane &readers, ComparisonOffer offer, QWidget *parent)
    : QDialog(parent)
    , m_comparer(comparer)
    , m_settings(new ComparisonSettings(std::move(offer)))
    , m_start(new QPushButton)
    , m_progress(new QProgressBar)
    , m_status(wrappedLabel("comparisonStatus"))
    , m_model(new ComparisonModel(this))
    , m_summary(wrappedLabel("comparisonSummary"))
    , m_table(new QTableView)
    , m_notesArea(new QScrollArea)
    , m_notes(wrappedLabel("comparisonNotes"))
    , m_plot(new StripView)
    , m_photos(new ExtremePhotos(readers))
    , m_addRow(new QPushButton(tr("Add as a &row")))
    , m_copy(new QPushButton(tr("&Copy as CSV")))
    , m_save(new QPushButton(tr("&Save…")))
    , m_saved(wrappedLabel("comparisonSaved"))
{
    setObjectName(QStringLiteral("comparisonDialog"));
    setWindowTitle(tr("Compare methods"));
    makeTable();
    auto *across = new QHBoxLayout;
    across->setSpacing(16);
    across->addWidget(makeSettings());
    across->addWidget(makeResults(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(across, 1);
    layout->addWidget(makeButtons());
    connect(m_settings, &ComparisonSettings::changed, this, &ComparisonDialog::refreshRun);
    connect(&m_comparer, &Comparer::changed, this, &ComparisonDialog::refresh);
    connect(&m_comparer, &Comparer::progressed, this, &ComparisonDialog::refreshRun);
    connect(m_plot, &StripView::photoAsked, this, &ComparisonDialog::askForPhoto);
    connect(m_photos, &ExtremePhotos::photoAsked, this, &ComparisonDialog::askForPhoto);
    refresh();
    resizeOnScreen(*this, usualSize);
}

QWidget *ComparisonDialog::makeSettings()
{
    m_start->setObjectName(QStringLiteral("startComparison"));
    m_start->setAutoDefault(false);
    m_progress->setObjectName(QStringLiteral("comparisonProgress"));
    m_progress->setAccessibleName(tr("Progress of the comparison"));
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing moves when it comes
    m_progress->setSizePolicy(policy);
    connect(m_start, &QPushButton::clicked, this, &ComparisonDialog::startOrStop);
    auto *column = new QWidget;
    column->setFixedWidth(settingsWidth);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_settings, 1);
    layout->addWidget(m_start);
    layout->addWidget(m_progress);
    layout->addWidget(m_status);
    return column;
}

void ComparisonDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("comparisonTable"));
    m_table->setAccessibleName(tr("Methods and their means"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->setMinimumHeight(180);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    QHeaderView *head = m_table->horizontalHeader();
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop | Qt::Alignment(Qt::TextWordWrap));
    head->setFixedHeight(headLines * head->fontMetrics().lineSpacing() + 12);
    head->setHighlightSections(false);
    head->setSortIndicator(0, Qt::AscendingOrder);
    head->setDefaultSectionSize(columnWidth);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ComparisonDialog::refreshCell);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &cell) {
        if (cell.column() == 0)
            askForMethod();
    });
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &ComparisonDialog::refreshCell);
}

QWidget *ComparisonDialog::makeResults()
{
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_notesArea->setFrameShape(QFrame::NoFrame);
    m_notesArea->setWidgetResizable(true);
    m_notesArea->setWidget(m_notes);
    m_notesArea->setAccessibleName(tr("Notes on the table"));
    m_notes->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *plot = new QScrollArea;
    plot->setWidgetResizable(true);
    plot->setWidget(m_plot);
    plot->setAccessibleName(tr("Values of each photo"));
    auto *below = new QSplitter(Qt::Horizontal);
    below->setObjectName(QStringLiteral("comparedValues"));
    below->addWidget(plot);
    below->addWidget(m_photos);
    below->setStretchFactor(0, 3);
    below->setStretchFactor(1, 2);
    below->setChildrenCollapsible(false);
    auto *above = new QWidget;
    auto *layout = new QVBoxLayout(above);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_notesArea);
    auto *all = new QSplitter(Qt::Vertical);
    all->setObjectName(QStringLiteral("comparedParts"));
    all->addWidget(above);
    all->addWidget(below);
    all->setStretchFactor(0, 1);
    all->setStretchFactor(1, 1);
    all->setSizes({tableShare, 100 - tableShare});
    all->setChildrenCollapsible(false);
    return all;
}

QWidget *ComparisonDialog::makeButtons()
{
    m_addRow->setObjectName(QStringLiteral("addComparedMethod"));
    m_addRow->setToolTip(tr("Put the method of the selected row on the board"));
    m_copy->setObjectName(QStringLiteral("copyComparison"));
    m_save->setObjectName(QStringLiteral("saveComparison"));
    m_save->setToolTip(tr("Save the table and the plots as PNG, SVG or PDF, or the numbers as CSV"));
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeComparison"));
    for (QPushButton *button : {m_addRow, m_copy, m_save, close})
        button->setAutoDefault(false); // Enter is the table's
    connect(m_addRow, &QPushButton::clicked, this, &ComparisonDialog::askForMethod);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const Comparer::State &state = *m_model->state();
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(comparisonCsv(state.plan, state.summary, m_model->sortedBy())));
    });
    connect(m_save, &QPushButton::clicked, this, &ComparisonDialog::askWhere);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QWidget;
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QPushButton *button : {m_addRow, m_copy, m_save})
        layout->addWidget(button);
    layout->addWidget(m_saved, 1);
    layout->addWidget(close);
    return buttons;
}

void ComparisonDialog::refreshOffer() { m_settings->refresh(); }

void ComparisonDialog::startOrStop()
{
    if (m_comparer.isRunning())
        m_comparer.stop();
    else
        m_comparer.start(m_settings->plan(), m_settings->folder());
}

void ComparisonDialog::refresh()
{
    const bool wasEmpty = m_model->rowCount() == 0;
    const int columns = m_model->columnCount();
    m_model->setState(m_comparer.state());
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(int(comparedRivals.size()), 1)); // the first method
    if (wasEmpty || columns != m_model->columnCount())
        m_table->resizeColumnToContents(0);
    say(*m_summary, summary());
    say(*m_notes, notes().join(u'\n'));
    m_notes->setToolTip(meansExplanation());
    fitNotes();
    m_copy->setEnabled(m_model->state() != nullptr);
    m_save->setEnabled(m_model->state() != nullptr);
    refreshRun();
    refreshCell();
}

/// They take the room that they need, up to some lines.
void ComparisonDialog::fitNotes()
{
    const int needed = m_notes->text().isEmpty() ? 0 : m_notes->heightForWidth(m_notesArea->width());
    m_notesArea->setFixedHeight(std::min(needed, noteLines * fontMetrics().lineSpacing()) + 2);
}

void ComparisonDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitNotes();
}

/// What can be started, and how far it is.
void ComparisonDialog::refreshRun()
{
    const bool runs = m_comparer.isRunning();
    const QString problem = m_comparer.network() ? m_settings->problem() : tr("Open a network first.");
    m_settings->setEnabled(!runs);
    m_start->setText(runs ? tr("S&top") : tr("S&tart"));
    m_start->setEnabled(runs || problem.isEmpty());
    m_progress->setVisible(runs);
    const Progress progress = m_comparer.progress();
    m_progress->setRange(0, progress.total); // 0: it is not known yet
    m_progress->setValue(progress.done);
    QString status;
    if (runs)
        status = m_comparer.isWaiting() ? tr("Other work goes first.")
                                        : tr("Runs behind all other work. Stop keeps what is measured.");
    else if (!problem.isEmpty())
        status = problem;
    else if (m_comparer.failure())
        status = sentence(*m_comparer.failure());
    say(*m_status, status);
}

void ComparisonDialog::refreshCell()
{
    const std::shared_ptr<const Comparer::State> &state = m_model->state();
    const std::optional<std::size_t> map = currentMap();
    m_addRow->setEnabled(map && !ComparisonPlan::isRival(*map));
    if (!state || !map) {
        m_plot->setPlot({}, {});
        m_photos->show({}, 0, 0);
        return;
    }
    const std::size_t measure = currentMeasure();
    m_plot->setPlot(stripPlotOf(state->plan, state->photos, state->summary, measure, m_model->maps()),
        [state](std::size_t place) { return displayText(state->plan.photos[place].file.stem()); });
    m_photos->show(state, *map, measure);
}

std::optional<std::size_t> ComparisonDialog::currentMap() const
{
    const QModelIndex cell = m_table->currentIndex();
    return cell.isValid() ? std::optional(m_model->mapAt(cell.row())) : std::nullopt;
}

/// That of the selected column; beside the names the one that the table is sorted by, or the first.
std::size_t ComparisonDialog::currentMeasure() const
{
    const std::optional<std::size_t> measure = ComparisonModel::measureAt(m_table->currentIndex().column());
    return measure.value_or(m_model->sortedBy().value_or(0));
}

QString ComparisonDialog::summary() const
{
    const std::shared_ptr<const Comparer::State> &state = m_model->state();
    if (!state)
        return tr("Which method suits this network? Choose methods and measures, and start. Random and "
                  "uniform maps are measured beside them: what is no better says nothing of the network.");
    const auto total = int(state->plan.photos.size()) - state->summary.equal;
    return state->summary.done < total
        ? tr("%1 of %2 photos are measured").arg(state->summary.done).arg(total)
        : state->summary.done == 1 ? tr("1 photo is measured")
                                   : tr("%1 photos are measured").arg(state->summary.done);
}

/// The first one says how to read the table.
QStringList ComparisonDialog::notes() const
{
    const std::shared_ptr<const Comparer::State> &state = m_model->state();
    if (!state)
        return {};
    QStringList notes{
        tr("Means with 95 % intervals. ★: the best, whose interval overlaps that of no other.")};
    if (state->notKept)
        notes += tr("What was measured could not be kept: %1").arg(sentence(*state->notKept));
    constexpr int most = 5;
    int failed = 0;
    for (const auto &photo : state->photos) {
        if (photo && photo->error && ++failed <= most)
            notes += sentence(*photo->error);
    }
    if (failed > most)
        notes += tr("%1 more photos could not be read.").arg(failed - most);
    notes += comparisonFailures(state->plan, state->photos);
    return notes + comparisonNotes(state->plan, state->summary, m_comparer.network()->info().classCount);
}

void ComparisonDialog::askForPhoto(std::size_t place)
{
    if (const auto &state = m_model->state(); state && place < state->plan.photos.size())
        Q_EMIT photoAsked(state->plan.photos[place]);
}

void ComparisonDialog::askForMethod()
{
    const std::optional<std::size_t> map = currentMap();
    if (map && !ComparisonPlan::isRival(*map))
        Q_EMIT methodAsked(m_model->state()->plan.question(*map));
}

void ComparisonDialog::askWhere()
{
    const std::shared_ptr<const Comparer::State> state = m_model->state();
    const auto place = askWhereToSave(*this,
        {tr("Save the comparison as"), Place::Figures, QStringLiteral("comparison"),
            {QStringLiteral("PNG (*.png)"), QStringLiteral("SVG (*.svg)"), QStringLiteral("PDF (*.pdf)"),
                tr("CSV of the table (*.csv)"), tr("CSV of each photo (*.csv)")}});
    if (!place)
        return;
    constexpr int csvOfTable = 3;
    if (place->kind == csvOfTable)
        Q_EMIT textAsked(place->file, comparisonCsv(state->plan, state->summary, m_model->sortedBy()));
    else if (place->kind > csvOfTable)
        Q_EMIT textAsked(place->file, comparisonPhotosCsv(state->plan, state->photos));
    else
        Q_EMIT pictureAsked(place->file,
            comparisonDrawing(state->plan, state->photos, state->summary, m_model->sortedBy(),
                comparisonAbout(state->summary, state->network, state->folder)));
}

void ComparisonDialog::tellSaved(const QString &text)
{
    say(*m_saved, text);
    QAccessibleEvent alert(m_saved, QAccessible::Alert); // the focus is elsewhere
    QAccessible::updateAccessibility(&alert);
}

} // namespace convscope
