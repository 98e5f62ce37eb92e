#include "ui/window/jobslist.h"

#include "ui/jobs/jobsmodel.h"
#include "ui/present/duration.h"
#include "ui/widgets/onscreen.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace convscope {

namespace {

/// A bar where a job has come somewhere, else its text.
class ProgressDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// With room for a bar, which makes the rows as high as that.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int room = 10;
        return QStyledItemDelegate::sizeHint(option, index)
            .expandedTo({0, option.fontMetrics.height() + room});
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QVariant progress = index.data(JobsModel::ProgressRole);
        if (!progress.isValid()) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        QStyleOptionProgressBar bar;
        bar.initFrom(option.widget);
        bar.rect = option.rect.adjusted(2, 3, -2, -3);
        bar.state |= QStyle::State_Horizontal;
        bar.maximum = 1000;
        bar.progress = int(progress.toDouble() * bar.maximum);
        bar.text = index.data().toString();
        bar.textVisible = true;
        bar.textAlignment = Qt::AlignCenter;
        option.widget->style()->drawControl(QStyle::CE_ProgressBar, &bar, painter, option.widget);
    }
};

} // namespace

JobsList::JobsList(JobsModel &model, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(model)
    , m_view(new QTreeView)
    , m_total(new QLabel)
    , m_stop(new QPushButton(tr("&Cancel job")))
    , m_stopAll(new QPushButton(tr("Cancel &all")))
{
    setObjectName(QStringLiteral("jobsList"));
    setAccessibleName(tr("Jobs"));
    setFrameShape(QFrame::StyledPanel);
    makeView();
    m_total->setObjectName(QStringLiteral("jobsTotal"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeButtons());
    connect(&m_model, &QAbstractItemModel::modelReset, this, &JobsList::keepCurrent);
    connect(&m_model, &JobsModel::changed, this, &JobsList::refresh);
    resizeOnScreen(*this, {fontMetrics().averageCharWidth() * 76, fontMetrics().height() * 16});
    keepCurrent();
    refresh();
}

void JobsList::makeView()
{
    m_view->setObjectName(QStringLiteral("jobsView"));
    m_view->setAccessibleName(tr("Jobs that run and wait"));
    m_view->setModel(&m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setItemDelegateForColumn(JobsModel::State, new ProgressDelegate(m_view));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(JobsModel::Title, QHeaderView::Stretch);
    m_view->header()->resizeSection(JobsModel::State, fontMetrics().averageCharWidth() * 22);
    m_view->header()->resizeSection(JobsModel::Left, fontMetrics().averageCharWidth() * 14);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                m_current = m_model.job(current.row()).id;
        });
}

QWidget *JobsList::makeButtons()
{
    m_stop->setObjectName(QStringLiteral("cancelJob"));
    m_stop->setToolTip(tr("Cancel the chosen job; what it has reached is kept (Del)"));
    m_stopAll->setObjectName(QStringLiteral("cancelEachJob"));
    connect(m_stop, &QPushButton::clicked, this, &JobsList::stopCurrent);
    connect(m_stopAll, &QPushButton::clicked, &m_model, &JobsModel::stopAll);
    auto *buttons = new QWidget;
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_total, 1);
    layout->addWidget(m_stop);
    layout->addWidget(m_stopAll);
    return buttons;
}

void JobsList::popUp(const QPoint &corner)
{
    move(corner - QPoint(width(), height()));
    show();
    m_view->setFocus(Qt::PopupFocusReason);
}

/// The same job as before, else the first one.
void JobsList::keepCurrent()
{
    const int row = std::max(0, m_model.rowOf(m_current));
    if (m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(row, 0));
}

void JobsList::refresh()
{
    const int jobs = m_model.rowCount();
    m_stop->setEnabled(jobs > 0);
    m_stopAll->setEnabled(jobs > 0);
    if (jobs == 0)
        m_total->setText(tr("Nothing runs or waits."));
    else if (const auto left = m_model.timeLeft())
        m_total->setText(tr("All done in %1").arg(durationText(*left)));
    else
        m_total->setText(jobs == 1 ? tr("1 job") : tr("%1 jobs").arg(jobs));
}

void JobsList::stopCurrent()
{
    if (const QModelIndex current = m_view->currentIndex(); current.isValid())
        m_model.stop(current.row());
}

/// Esc closes the list and cancels nothing.
bool JobsList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void JobsList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else if (event->key() == Qt::Key_Delete)
        stopCurrent();
    else
        QFrame::keyPressEvent(event);
}

} // namespace convscope
