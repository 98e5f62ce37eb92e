#include "ui/filters/filtercard.h"

#include "ui/filters/filterinspector.h"
#include "ui/filters/kernelview.h"
#include "ui/filters/statisticsmodel.h"
#include "ui/present/numbers.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"
#include "ui/widgets/contextmenu.h"

#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeView>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr int imageSide = 192;

QLabel *textLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// A picture that can have the focus, for its menu, and shows it.
class FilterPicture : public QLabel
{
public:
    FilterPicture() { setFocusPolicy(Qt::StrongFocus); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        if (!hasFocus())
            return;
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

} // namespace

FilterCard::FilterCard(FilterInspector &inspector, QWidget *parent)
    : QWidget(parent)
    , m_inspector(inspector)
    , m_statistics(new StatisticsModel(this))
    , m_title(textLabel("filterTitle"))
{
    setObjectName(QStringLiteral("filterCard"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(makeStatistics());
    layout->addWidget(makeImage());
    layout->addWidget(makeKernel());
    layout->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("filterScroll"));
    scroll->setAccessibleName(tr("The chosen filter"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&m_inspector, &FilterInspector::changed, this, &FilterCard::update);
    connect(&m_inspector, &FilterInspector::imageProgressed, this, &FilterCard::updateProgress);
    update();
}

QWidget *FilterCard::makeKernel()
{
    auto *group = new QGroupBox(tr("Weights"));
    m_kernelText = textLabel("kernelText");
    m_kernel = new KernelView;
    m_kernel->setObjectName(QStringLiteral("kernel"));
    m_kernel->setAccessibleName(tr("Weights of the filter"));
    offerMenu(*m_kernel, [this](QMenu &menu) { fillKernelMenu(menu); });
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(m_kernelText);
    layout->addWidget(m_kernel);
    return group;
}

QWidget *FilterCard::makeStatistics()
{
    auto *group = new QGroupBox(tr("Activation in the board's photos"));
    m_table = new QTreeView;
    m_table->setObjectName(QStringLiteral("filterStatistics"));
    m_table->setAccessibleName(tr("Activation of the filter in each photo"));
    m_table->setModel(m_statistics);
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(StatisticsModel::Photo, QHeaderView::Stretch);
    m_table->header()->setStretchLastSection(false);
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(m_table);
    return group;
}

QWidget *FilterCard::makeImage()
{
    auto *group = new QGroupBox(tr("What excites it most"));
    group->setToolTip(
        tr("A picture made from noise so that the sum of this filter's map grows as large as it can. It "
           "shows what the filter answers to, not what the network decides by."));
    m_image = new FilterPicture;
    m_image->setObjectName(QStringLiteral("filterPicture"));
    m_image->setAccessibleName(tr("Picture that excites the filter most"));
    offerMenu(*m_image, [this](QMenu &menu) { fillImageMenu(menu); });
    m_imageText = textLabel("filterPictureText");
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("filterPictureProgress"));
    m_progress->setAccessibleName(tr("Progress of the picture"));
    m_start = new QPushButton;
    m_start->setObjectName(QStringLiteral("startFilterPicture"));
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_inspector.image().active)
            m_inspector.stopImage();
        else
            m_inspector.startImage();
    });
    auto *line = new QHBoxLayout;
    line->addWidget(m_start);
    line->addWidget(m_progress, 1);
    line->addStretch(0);
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(m_image);
    layout->addWidget(m_imageText);
    layout->addLayout(line);
    return group;
}

void FilterCard::update()
{
    const Layer *layer = m_inspector.layer();
    setEnabled(layer != nullptr);
    m_title->setText(layer
            ? tr("Filter %1 of layer %2, %3 %4")
                  .arg(m_inspector.filter())
                  .arg(layer->index)
                  .arg(QString::fromStdString(layer->kind), QString::fromStdString(layer->name))
            : tr("No filter is chosen"));
    const QList<PhotoStatistics> rows = m_inspector.statistics();
    m_statistics->setRows(rows);
    m_table->setMaximumHeight(m_table->header()->sizeHint().height() + 2 * m_table->frameWidth()
        + std::max(1, int(rows.size()))
            * std::max(m_table->fontMetrics().height(), m_table->sizeHintForRow(0)));
    updateKernel();
    updateImage();
}

void FilterCard::updateKernel()
{
    const RequestState<Kernel> standing = m_inspector.kernel();
    if (standing.error)
        m_kernelText->setText(sentence(*standing.error));
    if (!m_inspector.layer() || standing.error) {
        m_kernel->setKernel({});
        m_shownKernel.reset();
    }
    // The old one stays until the new one is there, but nobody may read its numbers.
    const bool outdated = m_inspector.layer() && !standing.value && !standing.error;
    m_kernel->setOutdated(outdated);
    m_kernelText->setEnabled(!outdated);
    if (!standing.value || !m_inspector.layer() || standing.value == m_shownKernel)
        return;
    m_shownKernel = standing.value;
    const Kernel &kernel = *standing.value;
    m_kernel->setKernel(kernel.weights);
    if (!kernel.layer) {
        m_kernelText->setText(tr("This layer's maps are not made by the filters of one convolution."));
        return;
    }
    const Layer &convolution = m_inspector.network()->info().layers[std::size_t(*kernel.layer)];
    const QString geometry = geometryText(convolution);
    const QString size =
        tr("%1 × %2 × %3").arg(kernel.weights.channels).arg(kernel.weights.height).arg(kernel.weights.width);
    m_kernelText->setText(*kernel.layer == m_inspector.layer()->index
            ? tr("%1 (inputs, height, width)").arg(size)
            : tr("Of the convolution before it, %1 %2: %3 (inputs, height, width)")
                  .arg(convolution.index)
                  .arg(QString::fromStdString(convolution.name), size));
    if (!geometry.isEmpty())
        m_kernelText->setText(tr("%1\n%2").arg(m_kernelText->text(), geometry));
}

void FilterCard::updateImage()
{
    const RequestState<OptimisedImage> standing = m_inspector.image();
    const FeatureVisualisationOptions options = m_inspector.imageOptions();
    if (standing.value) {
        const QImage picture = mapPicture(standing.value->image);
        const double ratio = devicePixelRatioF();
        QPixmap pixmap = QPixmap::fromImage(picture.scaled(
            QSize(imageSide, imageSide) * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        m_image->setPixmap(pixmap);
        QStringList lines{caption(*standing.value, {})};
        lines << sentences(standing.value->notes);
        m_imageText->setText(lines.join(u'\n'));
    } else {
        m_image->clear();
        m_imageText->setText(standing.error ? sentence(*standing.error)
                                            : tr("From noise of seed %1, %2 steps")
                                                  .arg(options.noiseSeed->value)
                                                  .arg(options.iterations));
    }
    m_image->setVisible(standing.value != nullptr);
    m_start->setVisible(standing.active || !standing.value || standing.stopped);
    m_start->setText(standing.active ? tr("Cancel")
            : standing.error         ? tr("Retry")
            : standing.stopped       ? tr("Start again")
                                     : tr("Compute"));
    m_start->setAccessibleName(tr("%1: picture that excites the filter most").arg(m_start->text()));
    updateProgress();
}

void FilterCard::updateProgress()
{
    const RequestState<OptimisedImage> standing = m_inspector.image();
    m_progress->setVisible(standing.active);
    m_progress->setRange(0, std::max(1, standing.progress.total));
    m_progress->setValue(standing.progress.done);
}

void FilterCard::fillKernelMenu(QMenu &menu)
{
    const std::shared_ptr<const Kernel> kernel = m_inspector.kernel().value;
    if (!m_inspector.layer() || !kernel || !kernel->layer)
        return;
    const int layer = *kernel->layer;
    const int filter = m_inspector.filter();
    const Precision precision = m_inspector.network()->info().precision;
    const QString name = QStringLiteral("layer-%1-filter-%2-weights").arg(layer).arg(filter);
    addPictureActions(menu, *this, m_inspector.saver(), m_kernel->picture(), name);
    const Numbers numbers{{weightsName(layer, filter)},
        [=] { return std::vector{weightsArray(kernel->weights, layer, filter, precision)}; },
        [kernel] { return tableOf(kernel->weights); }};
    addNumberActions(menu, *this, m_inspector.saver(), numbers, name);
}

void FilterCard::fillImageMenu(QMenu &menu)
{
    const std::shared_ptr<const OptimisedImage> image = m_inspector.image().value;
    if (!m_inspector.layer() || !image)
        return;
    const FeatureVisualisationOptions options = m_inspector.imageOptions();
    const Precision precision = m_inspector.network()->info().precision;
    const QString name = QStringLiteral("layer-%1-filter-%2").arg(options.layer).arg(options.filter);
    addPictureActions(menu, *this, m_inspector.saver(), mapPicture(image->image), name);
    const Numbers numbers{arrayNamesOf(OptimisedImage(), options),
        [=] { return arraysOf(*image, options, precision); }, [image] { return tableOf(image->image); }};
    addNumberActions(menu, *this, m_inspector.saver(), numbers, name);
}

void FilterCard::showEvent(QShowEvent *) { m_inspector.setDetailsWanted(true); }

void FilterCard::hideEvent(QHideEvent *) { m_inspector.setDetailsWanted(false); }

} // namespace convscope
