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
    , m_again(new QPushButton(tr("Look again")))
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
    m_again->setObjectName(QStringLiteral("lookAgain"));
    m_again->setToolTip(tr("Looks at the index on the disk again"));
    addMenu();
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->addWidget(m_text, 1);
    line->addWidget(m_progress);
    line->addWidget(m_again);
    line->addWidget(m_build);
    line->addWidget(m_more);
    connect(m_build, &QPushButton::clicked, this,
        [this] { m_microscope.isBuilding() ? m_microscope.stop() : m_microscope.build(); });
    connect(m_again, &QPushButton::clicked, &m_microscope, &Microscope::lookAgain);
    connect(&microscope, &Microscope::changed, this, &IndexBar::refresh);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &IndexBar::refresh);
    refresh();
}

void IndexBar::addMenu()
{
    auto *menu = new QMenu(m_more);
    m_removeThis = menu->addAction(tr("Remove the index of this network and these photos…"));
    m_removeThis->setObjectName(QStringLiteral("removeIndex"));
    QAction *all = menu->addAction(tr("Remove all indexes…"));
    all->setObjectName(QStringLiteral("removeIndexes"));
    m_more->setMenu(menu);
    connect(m_removeThis, &QAction::triggered, this, [this] {
        ask("removeIndexBox", tr("Remove the index"),
            tr("Remove the index of this network and these photos?"), &Microscope::removeThis);
    });
    connect(all, &QAction::triggered, this, [this] {
        ask("removeIndexesBox", tr("Remove indexes"), tr("Remove the indexes of all networks and photos?"),
            &Microscope::removeAll);
    });
}

void IndexBar::ask(
    const char *name, const QString &title, const QString &question, void (Microscope::*removal)())
{
    auto *box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::Cancel, window());
    box->setObjectName(QLatin1String(name));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("After that the photos have to be looked at again."));
    QPushButton *yes = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("remove"));
    connect(yes, &QPushButton::clicked, &m_microscope, removal);
    box->open();
}

QString IndexBar::text() const
{
    if (!m_microscope.isComplete())
        return tr("Open a network and a folder of photos to see what excites each filter.");
    if (m_microscope.isBuilding()) {
        const Progress progress = m_microscope.progress();
        const auto left = m_microscope.timeLeft();
        if (progress.total == 0) {
            const QString other = m_microscope.waitsFor();
            return other.isEmpty() ? tr("Looking at the photos: waiting for other work.")
                                   : tr("Looking at the photos: waiting for other work (%1).").arg(other);
        }
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
    if (const std::int64_t unlisted = m_microscope.unlisted(); unlisted > 0)
        lines += tr("Photos that are in the folder now, but not in the list of the window: %1. Reload the "
                    "photos there (F5).")
                     .arg(countText(unlisted));
    if (const QString counted = countedText(*m_microscope.standing()); !counted.isEmpty())
        lines += counted;
    return lines.join(u' ');
}

QString IndexBar::buildText() const
{
    if (m_microscope.isBuilding())
        return tr("Stop");
    const auto &standing = m_microscope.standing();
    if (standing && standing->isBuilt && standing->known > standing->fresh)
        return tr("Update");
    return standing && (standing->isBuilt || standing->blocks > 0) ? tr("Go on") : tr("Look at the photos");
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
    const bool isUnreadable = m_microscope.isUnreadable() && !isBuilding;
    m_again->setVisible(isUnreadable);
    m_removeThis->setEnabled(m_microscope.isComplete() && !isBuilding
        && (isUnreadable || (standing && (standing->isBuilt || standing->blocks > 0))));
    m_build->setVisible(m_microscope.isComplete() && !isUnreadable && (isBuilding || !isCurrent));
    m_build->setText(buildText());
    m_build->setToolTip(tr("Looks once at each photo, behind all other work, and keeps what it finds"));
    if (isBuilding && !m_tick.isActive())
        m_tick.start();
    if (!isBuilding)
        m_tick.stop();
}

} // namespace convscope
