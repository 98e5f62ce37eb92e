#include "ui/board/cellviewer.h"
#include "ui/board/evidencepanel.h"
#include "ui/board/legendview.h"
#include "ui/board/topbars.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

// What the large view is made of.

namespace convscope {

namespace {

constexpr int minSide = 192;
constexpr double keyZoom = 1.25;

} // namespace

void CellViewer::makeWidgets()
{
    m_picture->setObjectName(QStringLiteral("largePicture"));
    m_picture->setMinimumSize(minSide, minSide);
    m_readout = new QLabel;
    m_readout->setObjectName(QStringLiteral("largeReadout"));
    m_readout->setMinimumWidth(1); // a long line must not widen the window
    m_saved = new ElidedLabel;
    m_saved->setObjectName(QStringLiteral("largeSaved"));
    m_saved->hide();
    auto *below = new QHBoxLayout;
    below->setSpacing(16);
    below->addWidget(m_readout, 1);
    below->addWidget(m_saved, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_picture, 1);
    left->addLayout(makeTools());
    left->addLayout(makeUncovering());
    left->addWidget(m_evidencePanel);
    m_evidencePanel->hide();
    auto *both = new QHBoxLayout;
    both->setSpacing(16);
    both->addLayout(left, 1);
    both->addWidget(makeSide());
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(both, 1);
    layout->addLayout(below);
}

QAction *CellViewer::addCommand(const QString &text, const QList<QKeySequence> &keys, const char *name)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setToolTip(
        tr("%1 (%2)").arg(QString(text).remove(u'&'), keys.first().toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

void CellViewer::makeCommands()
{
    const QAction *in =
        addCommand(tr("Larger"), {Qt::Key_Plus, Qt::Key_Equal, QKeySequence::ZoomIn}, "largeZoomIn");
    connect(in, &QAction::triggered, this, [this] { m_picture->zoomBy(keyZoom); });
    const QAction *out = addCommand(tr("Smaller"), {Qt::Key_Minus, QKeySequence::ZoomOut}, "largeZoomOut");
    connect(out, &QAction::triggered, this, [this] { m_picture->zoomBy(1 / keyZoom); });
    const QAction *whole = addCommand(tr("Whole"), {Qt::Key_0, Qt::CTRL | Qt::Key_0}, "largeWhole");
    connect(whole, &QAction::triggered, m_picture, &LargePicture::fit);
    const QAction *own = addCommand(tr("100 %"), {Qt::Key_1, Qt::CTRL | Qt::Key_1}, "largeOwn");
    connect(own, &QAction::triggered, this, [this] { m_picture->setScale(1); });
    m_asNetwork = addCommand(tr("As the network sees it"), {Qt::Key_N}, "largeAsNetwork");
    m_asNetwork->setCheckable(true);
    connect(m_asNetwork, &QAction::toggled, this, [this] {
        m_picture->fit();
        refresh();
    });
    m_evidence = addCommand(tr("Evidence"), {Qt::Key_E}, "largeEvidence");
    m_evidence->setCheckable(true);
    connect(m_evidence, &QAction::toggled, this, &CellViewer::showEvidence);
    m_fullScreen = addCommand(tr("Full screen"), {Qt::Key_F11}, "largeFullScreen");
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, this, &CellViewer::toggleFullScreen);
}

QToolButton *CellViewer::addButton(QHBoxLayout &line, const char *action, const QString &text) const
{
    auto *button = new QToolButton;
    button->setDefaultAction(findChild<QAction *>(QLatin1String(action)));
    button->setAccessibleName(button->defaultAction()->text());
    if (!text.isEmpty())
        button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    line.addWidget(button);
    return button;
}

QLayout *CellViewer::makeTools()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    addButton(*line, "largeZoomOut", QStringLiteral("−"));
    m_scale = new QLabel;
    m_scale->setObjectName(QStringLiteral("largeScale"));
    m_scale->setAlignment(Qt::AlignCenter);
    m_scale->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00000 %")));
    m_scale->setToolTip(tr("Pixels of the screen for one of the picture's"));
    line->addWidget(m_scale);
    addButton(*line, "largeZoomIn", QStringLiteral("+"));
    addButton(*line, "largeWhole", {});
    addButton(*line, "largeOwn", {});
    line->addSpacing(8);
    addButton(*line, "largeAsNetwork", {});
    addButton(*line, "largeEvidence", {});
    line->addStretch(1);
    addButton(*line, "largeFullScreen", {});
    return line;
}

QLayout *CellViewer::makeUncovering()
{
    m_photoLabel = new QLabel(tr("&Photo"));
    m_uncovered = new QSlider(Qt::Horizontal);
    m_uncovered->setObjectName(QStringLiteral("uncovered"));
    m_uncovered->setRange(0, 100);
    m_uncovered->setPageStep(25);
    m_uncovered->setFocusPolicy(Qt::TabFocus); // after a drag the arrow keys still lead to the next photo
    m_uncovered->setAccessibleName(tr("How much of the photo is seen"));
    m_uncovered->setToolTip(tr("Uncovers the photo below the picture, from the left"));
    m_photoLabel->setBuddy(m_uncovered);
    connect(m_uncovered, &QSlider::valueChanged, this,
        [this](int value) { m_picture->setUncovered(m_uncovered->isEnabled() ? value / 100.0 : 0); });
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_photoLabel);
    line->addWidget(m_uncovered, 1);
    return line;
}

QWidget *CellViewer::makeSide()
{
    m_top = new TopBars;
    m_top->setObjectName(QStringLiteral("largeTop"));
    m_legend = new LegendView;
    m_legend->setObjectName(QStringLiteral("largeLegend"));
    m_text = new QLabel;
    m_text->setObjectName(QStringLiteral("largeText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::TabFocus);
    scroll->setAccessibleName(tr("About this picture"));
    scroll->setWidget(m_text);
    m_topHeading = new QLabel(tr("The network says"));
    QFont bold = m_topHeading->font();
    bold.setBold(true);
    m_topHeading->setFont(bold);
    auto *side = new QWidget;
    side->setFixedWidth(
        fontMetrics().horizontalAdvance(u'0') * 32); // the average is wide where Chinese is meant
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_topHeading);
    layout->addWidget(m_top);
    layout->addWidget(m_legend);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeWork());
    return side;
}

/// Takes its room also while nothing is computed, so that nothing moves.
QWidget *CellViewer::makeWork()
{
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("largeProgress"));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("largeCancel"));
    m_cancel->setToolTip(tr("Cancel (what has been reached is kept)"));
    m_start = new QPushButton;
    m_start->setObjectName(QStringLiteral("largeStart"));
    for (QPushButton *button : {m_cancel, m_start})
        button->setAutoDefault(false); // Enter is no click
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_controller.cancel(m_column, m_row); });
    connect(m_start, &QPushButton::clicked, this, [this] { m_controller.start(m_column, m_row); });
    auto *work = new QWidget;
    work->setFixedHeight(m_cancel->sizeHint().height());
    auto *line = new QHBoxLayout(work);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    line->addWidget(m_start);
    line->addStretch(0);
    return work;
}

void CellViewer::refreshWork()
{
    using Phase = CellState::Phase;
    const CellState state = m_controller.state(m_column, m_row);
    const bool slow = row().isSlow();
    const bool busy = slow && (state.phase == Phase::Waiting || state.phase == Phase::Running);
    const QString what = windowTitle();
    m_progress->setVisible(busy);
    m_progress->setRange(0, std::max(1, state.progress.total));
    m_progress->setValue(state.progress.done);
    m_progress->setAccessibleName(tr("Progress of %1").arg(what));
    m_cancel->setVisible(busy);
    m_cancel->setAccessibleName(tr("Cancel %1").arg(what));
    m_start->setVisible(state.phase == Phase::Stopped || (state.phase == Phase::Failed && state.canRetry));
    m_start->setText(state.phase == Phase::Failed                         ? tr("Retry")
            : m_controller.column(m_column).cells[m_row].picture.isNull() ? tr("Start")
                                                                          : tr("Start again"));
    m_start->setAccessibleName(tr("Start %1").arg(what));
}

} // namespace convscope
