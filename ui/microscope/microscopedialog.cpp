#include "ui/microscope/microscopedialog.h"

#include "ui/microscope/filterpage.h"
#include "ui/microscope/indexbar.h"
#include "ui/microscope/layerpage.h"
#include "ui/microscope/microscope.h"
#include "ui/photomap/photomappanel.h"
#include "ui/widgets/onscreen.h"

#include <QEvent>
#include <QTabWidget>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr QSize usualSize(1000, 720);

} // namespace

MicroscopeDialog::MicroscopeDialog(Microscope &microscope, QWidget *parent)
    : QDialog(parent)
    , m_microscope(microscope)
    , m_pages(new QTabWidget)
    , m_filter(new FilterPage)
    , m_layer(new LayerPage)
    , m_map(new PhotoMapPanel)
{
    setObjectName(QStringLiteral("microscope"));
    setWindowTitle(tr("Filter microscope"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_pages->setObjectName(QStringLiteral("microscopePages"));
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->addTab(m_filter, tr("&Filter"));
    m_pages->addTab(m_layer, tr("&Layer"));
    m_pages->addTab(m_map, tr("Map of the &photos"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new IndexBar(microscope));
    layout->addWidget(m_pages, 1);
    resizeOnScreen(*this, usualSize);
    connect(m_pages, &QTabWidget::currentChanged, this, &MicroscopeDialog::shownChanged);
    connect(m_filter, &FilterPage::layerAsked, this, [this] { setPage(Page::Layer); });
}

MicroscopeDialog::Page MicroscopeDialog::page() const { return Page(m_pages->currentIndex()); }

void MicroscopeDialog::setPage(Page page) { m_pages->setCurrentIndex(int(page)); }

/// People come back from where they have updated the index.
bool MicroscopeDialog::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        m_microscope.notice();
    return QDialog::event(event);
}

void MicroscopeDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    Q_EMIT shownChanged();
}

void MicroscopeDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    Q_EMIT shownChanged();
}

} // namespace convscope
