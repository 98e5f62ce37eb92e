#include "ui/microscope/indexbar.h"

#include "ui/microscope/microscope.h"
#include "ui/present/counttext.h"
#include "ui/present/duration.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace convscope {

namespace {

constexpr int progressWidth = 140;

} // namespace

IndexBar::IndexBar(Microscope &microscope, QWidget *parent)
    : QWidget(parent)
    , m_microscope(microscope)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_build(new QPushButton)
    , m_more(new QToolButton)
{
    m_text->setObjectName(QStringLiteral("indexText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setObjectName(QStringLiteral("indexProgress"));
    m_progress->setAccessibleName(tr("Progress of the index"));
    m_progress->setMaximumWidth(progressWidth);
    m_build->setObjectName(QStringLiteral("buildIndex"));
    m_more->setObjectName(QStringLiteral("moreOfIndex"));
    m_more->setText(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    QAction *remove = menu->addAction(tr("Remove indexes…"));
    remove->setObjectName(QStringLiteral("removeIndexes"));
    m_more->setMenu(menu);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->addWidget(m_text, 1);
    line->addWidget(m_progress);
    line->addWidget(m_build);
    line->addWidget(m_more);
    connect(m_build, &QPushButton::clicked, this,
        [this] { m_microscope.isBuilding() ? m_microscope.stop() : m_microscope.build(); });
    connect(remove, &QAction::triggered, this, [this] {
        auto *box = new QMessageBox(QMessageBox::Question, tr("Remove indexes"),
            tr("Remove the indexes of all networks and photos?"), QMessageBox::Cancel, window());
        box->setObjectName(QStringLiteral("removeIndexesBox"));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setInformativeText(tr("The photos have to be looked at again to build them anew."));
        QPushButton *yes = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
        yes->setObjectName(QStringLiteral("remove"));
        connect(yes, &QPushButton::clicked, &m_microscope, &Microscope::removeAll);
        box->open();
    });
    connect(&microscope, &Microscope::changed, this, &IndexBar::refresh);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &IndexBar::refresh);
    refresh();
}

QString IndexBar::text() const
{
    if (!m_microscope.isComplete())
        return tr("Open a network and a folder of photos to see what excites each filter.");
    if (m_microscope.isBuilding()) {
        const Progress progress = m_microscope.progress();
        const auto left = m_microscope.timeLeft();
        if (progress.total == 0)
            return tr("Looking at the photos: waiting for other work.");
        return left
            ? tr("Looking at the photos: %1 of %2, about %3 left.")
                  .arg(countText(progress.done), countText(progress.total), durationText(*left))
            : tr("Looking at the photos: %1 of %2.").arg(countText(progress.done), countText(progress.total));
    }
    if (!m_microscope.problem().isEmpty())
        return m_microscope.problem();
    if (!m_microscope.standing())
        return tr("Looking what is there…");
    QStringList lines{standingText(*m_microscope.standing(), m_microscope.perPhoto())};
    if (m_microscope.standing()->failed > 0)
        lines += tr("Photos that could not be read: %1.").arg(countText(m_microscope.standing()->failed));
    if (const QString counted = countedText(*m_microscope.standing()); !counted.isEmpty())
        lines += counted;
    return lines.join(u' ');
}

void IndexBar::refresh()
{
    m_text->setText(text());
    const bool isBuilding = m_microscope.isBuilding();
    const auto &standing = m_microscope.standing();
    m_progress->setVisible(isBuilding);
    const Progress progress = m_microscope.progress();
    m_progress->setMaximum(progress.total);
    m_progress->setValue(progress.done);
    const bool isCurrent = standing && standing->isCurrent();
    m_build->setVisible(m_microscope.isComplete() && (isBuilding || !isCurrent));
    m_build->setText(isBuilding                                                  ? tr("Stop")
            : standing && standing->isBuilt && standing->known > standing->fresh ? tr("Update")
            : standing && (standing->isBuilt || standing->blocks > 0)            ? tr("Go on")
                                                                                 : tr("Find them"));
    m_build->setToolTip(tr("Looks once at each photo, behind all other work, and keeps what it finds"));
    if (isBuilding && !m_tick.isActive())
        m_tick.start();
    if (!isBuilding)
        m_tick.stop();
}

} // namespace convscope
