#include "ui/microscope/filterpage.h"

#include "ui/comparison/stripview.h"
#include "ui/filters/kernelview.h"
#include "ui/microscope/cropmodel.h"
#include "ui/present/paths.h"
#include "ui/widgets/contextmenu.h"

#include <QCheckBox>
#include <QEvent>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

constexpr int tileSide = 112;
constexpr int imageSide = 192;

QLabel *textLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

QScrollArea *scrolled(QWidget *content, const char *name)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QLatin1String(name));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

} // namespace

FilterPage::FilterPage(QWidget *parent)
    : QWidget(parent)
    , m_crops(new CropModel(this))
{
    setObjectName(QStringLiteral("filterPage"));
    auto *body = new QSplitter(Qt::Horizontal);
    body->setChildrenCollapsible(false);
    body->addWidget(makePhotos());
    body->addWidget(makeSide());
    body->setStretchFactor(0, 1);
    body->setStretchFactor(1, 0);
    body->setSizes({620, 300});
    m_body = body;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(makeHead());
    layout->addWidget(m_body, 1);
    layout->addStretch(0);
    addKeys();
    setNothing(tr("No filter is chosen."));
}

QWidget *FilterPage::makeHead()
{
    const auto arrow = [this](const char *name, Qt::ArrowType type, const QString &text, const QString &tip) {
        auto *button = new QToolButton;
        button->setObjectName(QLatin1String(name));
        button->setArrowType(type);
        button->setAutoRaise(true);
        button->setAccessibleName(text);
        button->setToolTip(tip);
        return button;
    };
    m_previous =
        arrow("previousFilter", Qt::LeftArrow, tr("Previous filter"), tr("Previous filter (Page Up or [)"));
    m_next = arrow("nextFilter", Qt::RightArrow, tr("Next filter"), tr("Next filter (Page Down or ])"));
    connect(m_previous, &QToolButton::clicked, this, [this] { go(m_asked.value_or(0) - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(m_asked.value_or(0) + 1); });
    m_title = textLabel("microscopeTitle");
    m_title->setFont(boldOf(m_title->font()));
    m_state = textLabel("microscopeState");
    m_maps = new QCheckBox(tr("&Map over the photos"));
    m_maps->setObjectName(QStringLiteral("cropMaps"));
    m_maps->setToolTip(tr("Where in the photo the filter answers: the lighter, the more"));
    m_whole = new QCheckBox(tr("&Whole photos"));
    m_whole->setObjectName(QStringLiteral("wholePhotos"));
    m_whole->setToolTip(
        tr("All photos whole, with a frame around what the filter sees; a click or Space does "
           "it for one"));
    m_layer = new QPushButton(tr("&All filters"));
    m_layer->setObjectName(QStringLiteral("askLayer"));
    m_layer->setToolTip(tr("All filters of this layer"));
    m_copy = new QPushButton(tr("&Copy"));
    m_copy->setObjectName(QStringLiteral("copyPage"));
    m_copy->setToolTip(tr("Copy this page as a picture (Ctrl+C)"));
    m_export = new QPushButton(tr("&Export…"));
    m_export->setObjectName(QStringLiteral("exportPage"));
    m_export->setToolTip(tr("Save this page as PNG, SVG or PDF"));
    connect(m_maps, &QCheckBox::toggled, this, [this](bool wanted) {
        m_crops->setMaps(wanted);
        Q_EMIT mapsAsked(wanted);
    });
    connect(m_whole, &QCheckBox::toggled, m_crops, &CropModel::setWhole);
    connect(m_layer, &QPushButton::clicked, this, &FilterPage::layerAsked);
    connect(m_copy, &QPushButton::clicked, this, &FilterPage::copyAsked);
    connect(m_export, &QPushButton::clicked, this, &FilterPage::exportAsked);

    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *first = new QHBoxLayout;
    first->addWidget(m_previous);
    first->addWidget(m_next);
    first->addWidget(m_title, 1);
    for (QPushButton *button : {m_layer, m_copy, m_export})
        first->addWidget(button);
    auto *second = new QHBoxLayout;
    second->addWidget(m_maps);
    second->addWidget(m_whole);
    second->addWidget(m_state, 1);
    layout->addLayout(first);
    layout->addLayout(second);
    return head;
}

QWidget *FilterPage::makePhotos()
{
    m_list = new TileList;
    m_list->setObjectName(QStringLiteral("crops"));
    m_list->setAccessibleName(tr("What excites the filter, strongest first"));
    m_list->setItemDelegate(new TileDelegate(tileSide, 3, m_list));
    m_list->setModel(m_crops);
    connect(
        m_list, &TileList::toggled, this, [this](const QModelIndex &index) { m_crops->toggle(index.row()); });
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const FilterCrop *crop = m_crops->crop(index.row()))
            Q_EMIT photoActivated(crop->photo.name);
    });
    m_plot = new StripView;
    connect(m_plot, &StripView::photoAsked, this, [this](std::size_t place) {
        if (m_data && place < m_data->photos.size())
            Q_EMIT photoActivated(m_data->photos[place]);
    });
    m_noPlot = textLabel("noPlot");
    m_noPlot->setText(tr("The values of single photos were not kept in the index."));
    m_noPlot->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *plots = new QWidget;
    auto *layout = new QVBoxLayout(plots);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    layout->addWidget(m_noPlot);
    layout->addStretch(1);
    auto *photos = new QSplitter(Qt::Vertical);
    photos->setChildrenCollapsible(false);
    photos->addWidget(m_list);
    QScrollArea *scroll = scrolled(plots, "classScroll");
    scroll->setAccessibleName(tr("Values by class"));
    photos->addWidget(scroll);
    photos->setSizes({400, 300});
    photos->setStretchFactor(0, 1);
    photos->setStretchFactor(1, 1);
    QStyleOptionViewItem tile;
    tile.fontMetrics = m_list->fontMetrics();
    m_list->setMinimumHeight(
        m_list->itemDelegate()->sizeHint(tile, {}).height() + 2 * m_list->frameWidth()); // a row of them
    return photos;
}

QWidget *FilterPage::makeSide()
{
    m_remarks = textLabel("filterRemarks");
    m_remarks->setFont(boldOf(m_remarks->font()));
    m_numbers = textLabel("filterNumbers");
    m_numbers->setAccessibleName(tr("Statistics"));
    m_numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->addWidget(m_remarks);
    layout->addWidget(m_numbers);
    layout->addWidget(makeImage());
    layout->addWidget(makeSimilar());
    layout->addWidget(makeWeights());
    layout->addStretch(1);
    QScrollArea *scroll = scrolled(content, "sideScroll");
    scroll->setAccessibleName(tr("Numbers, image and weights of the filter"));
    scroll->setMinimumWidth(220);
    return scroll;
}

QWidget *FilterPage::makeImage()
{
    auto *group = new QGroupBox(tr("What excites it most"));
    group->setToolTip(
        tr("A picture made from noise so that the sum of this filter's map grows as large as it can. It "
           "shows what the filter answers to, not what the network decides by."));
    m_image = new QLabel;
    m_image->setObjectName(QStringLiteral("pageImage"));
    m_image->setAccessibleName(tr("Picture that excites the filter most"));
    m_imageText = textLabel("pageImageText");
    m_imageProgress = new QProgressBar;
    m_imageProgress->setObjectName(QStringLiteral("pageImageProgress"));
    m_imageProgress->setAccessibleName(tr("Progress of the picture"));
    m_makeImage = new QPushButton;
    m_makeImage->setObjectName(QStringLiteral("makeImage"));
    connect(m_makeImage, &QPushButton::clicked, this, [this] {
        if (m_progress)
            Q_EMIT imageStopAsked();
        else
            Q_EMIT imageAsked();
    });
    auto *line = new QHBoxLayout;
    line->addWidget(m_makeImage);
    line->addWidget(m_imageProgress, 1);
    line->addStretch(0);
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(m_image);
    layout->addWidget(m_imageText);
    layout->addLayout(line);
    return group;
}

QWidget *FilterPage::makeSimilar()
{
    m_alike = new QGroupBox(tr("Most similar filters"));
    m_alike->setToolTip(tr("The cosine of their answers to the photos: 1, they answer alike"));
    m_similar = new QListWidget;
    m_similar->setObjectName(QStringLiteral("similarFilters"));
    m_similar->setAccessibleName(tr("Most similar filters"));
    m_similar->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_similar->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto open = [this](const QListWidgetItem *item) { go(item->data(Qt::UserRole).toInt()); };
    connect(m_similar, &QListWidget::itemClicked, this, open);
    connect(m_similar, &QListWidget::itemActivated, this, open);
    auto *layout = new QVBoxLayout(m_alike);
    layout->addWidget(m_similar);
    return m_alike;
}

QWidget *FilterPage::makeWeights()
{
    m_weights = new QGroupBox(tr("Weights"));
    m_kernelText = textLabel("pageKernelText");
    m_kernel = new KernelView;
    m_kernel->setObjectName(QStringLiteral("pageKernel"));
    m_kernel->setAccessibleName(tr("Weights of the filter"));
    auto *layout = new QVBoxLayout(m_weights);
    layout->addWidget(m_kernelText);
    layout->addWidget(m_kernel);
    return m_weights;
}

void FilterPage::addKeys()
{
    const auto add = [this](const QKeySequence &keys, auto &&act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (const int key : {int(Qt::Key_PageUp), int(Qt::Key_BracketLeft)})
        add(QKeySequence(key), [this] { go(m_asked.value_or(0) - 1); });
    for (const int key : {int(Qt::Key_PageDown), int(Qt::Key_BracketRight)})
        add(QKeySequence(key), [this] { go(m_asked.value_or(0) + 1); });
    add(QKeySequence(QKeySequence::Copy), [this] {
        if (m_data)
            Q_EMIT copyAsked();
    });
}

/// Keys may come faster than pages: each goes on from the filter that was asked for last.
void FilterPage::go(int filter)
{
    if (!m_data || filter < 0 || filter >= m_data->report.layer.filters || filter == m_asked)
        return;
    m_asked = filter;
    showState();
    Q_EMIT filterAsked(filter);
}

void FilterPage::setPage(FilterPageData shown)
{
    const bool isOther = !m_data || m_data->report.filter != shown.report.filter
        || m_data->report.layer.index != shown.report.layer.index;
    m_data = std::move(shown);
    m_asked = m_data->report.filter;
    if (isOther)
        m_progress.reset();
    m_crops->setCrops(m_data->crops, m_data->classNames);
    m_list->setCurrentIndex(m_crops->index(0));
    showTexts();
    showKernel();
    showImage();
    showSimilar();
    showPlot();
    showState();
}

void FilterPage::setNothing(const QString &why)
{
    m_data.reset();
    m_asked.reset();
    m_progress.reset();
    m_crops->setCrops({}, {});
    m_title->setText(why);
    showState();
}

void FilterPage::setCrop(std::size_t rank, const FilterCrop &crop)
{
    if (!m_data || crop.filter != m_data->report.filter || rank >= m_data->crops.size()
        || m_data->crops[rank].photo != crop.photo)
        return;
    m_data->crops[rank] = crop;
    m_crops->setCrop(rank, crop);
}

void FilterPage::setImage(const QImage &image, const QString &text)
{
    if (!m_data)
        return;
    m_data->image = image;
    m_data->imageText = text;
    showImage();
}

void FilterPage::setImageProgress(const std::optional<Progress> &progress)
{
    m_progress = progress;
    showImage();
}

CropLook FilterPage::look() const
{
    CropLook look;
    look.isWhole = m_whole->isChecked();
    look.hasMap = m_maps->isChecked();
    return look;
}

void FilterPage::setCropMenu(CropMenu fill)
{
    offerMenu(*m_list, [this, fill = std::move(fill)](QMenu &menu, const QModelIndex &index) {
        if (const FilterCrop *crop = m_crops->crop(index.row()))
            fill(menu, *crop, cropPicture(*crop, m_crops->look(index.row())));
    });
}

void FilterPage::showTexts()
{
    m_title->setText(filterTitle(m_data->report.layer, m_data->report.filter));
    m_remarks->setText(filterRemarks(*m_data).join(u'\n'));
    m_remarks->setVisible(!m_remarks->text().isEmpty());
    m_numbers->setText(filterNumbers(*m_data).join(u'\n'));
}

void FilterPage::showKernel()
{
    m_kernel->setKernel(m_data->kernel.value_or(Map()));
    m_weights->setVisible(m_data->kernel.has_value());
    if (!m_data->kernel)
        return;
    const QString size = tr("%1 × %2 × %3 (inputs, height, width)")
                             .arg(m_data->kernel->channels)
                             .arg(m_data->kernel->height)
                             .arg(m_data->kernel->width);
    m_kernelText->setText(m_data->kernelLayer == m_data->report.layer.index
            ? size
            : tr("Of the convolution before it, layer %1: %2")
                  .arg(m_data->kernelLayer.value_or(0))
                  .arg(size));
}

void FilterPage::showImage()
{
    const bool hasImage = m_data && !m_data->image.isNull();
    m_image->setVisible(hasImage);
    m_imageText->setVisible(hasImage);
    if (hasImage) {
        const double ratio = devicePixelRatioF();
        QPixmap pixmap = QPixmap::fromImage(m_data->image.scaled(
            QSize(imageSide, imageSide) * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        m_image->setPixmap(pixmap);
        m_imageText->setText(m_data->imageText);
    }
    m_imageProgress->setVisible(m_progress.has_value());
    if (m_progress) {
        m_imageProgress->setRange(0, std::max(1, m_progress->total));
        m_imageProgress->setValue(m_progress->done);
    }
    m_makeImage->setVisible(!hasImage || m_progress);
    m_makeImage->setText(m_progress ? tr("Cancel") : tr("Compute"));
    m_makeImage->setAccessibleName(tr("%1: picture that excites the filter most").arg(m_makeImage->text()));
}

void FilterPage::showSimilar()
{
    m_similar->clear();
    for (const SimilarFilter &each : m_data->report.similar) {
        auto *item = new QListWidgetItem(
            tr("Filter %1, cosine %2").arg(each.filter).arg(each.cosine, 0, 'f', 2), m_similar);
        item->setData(Qt::UserRole, each.filter);
    }
    m_alike->setVisible(m_similar->count() > 0);
    m_similar->setFixedHeight(
        m_similar->count() * std::max(m_similar->sizeHintForRow(0), 1) + 2 * m_similar->frameWidth());
}

void FilterPage::showPlot()
{
    StripPlot plot = classStrips(*m_data);
    m_plot->setVisible(!plot.isEmpty());
    m_noPlot->setVisible(plot.isEmpty());
    m_plot->setPlot(std::move(plot), [this](std::size_t place) {
        return m_data && place < m_data->photos.size()
            ? displayText(std::filesystem::path(m_data->photos[place]))
            : QString();
    });
}

void FilterPage::showState()
{
    const bool isThere = m_data.has_value();
    m_body->setVisible(isThere);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_maps, m_whole, m_copy, m_export, m_layer})
        widget->setEnabled(isThere);
    m_previous->setEnabled(isThere && *m_asked > 0);
    m_next->setEnabled(isThere && *m_asked + 1 < m_data->report.layer.filters);
    if (isThere && *m_asked != m_data->report.filter)
        m_state->setText(tr("Filter %1 is being read.").arg(*m_asked));
    else if (isThere && m_data->crops.empty())
        m_state->setText(tr("No photo excites this filter."));
    else
        m_state->clear();
}

void FilterPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_data)
        showSimilar();
}

} // namespace convscope
