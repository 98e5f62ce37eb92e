#include "ui/window/demohint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace convscope {

namespace {

QToolButton *makeButton(const char *name, const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

} // namespace

DemoHint::DemoHint(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_photos(makeButton("hintOpenPhotos", tr("Photos…"), tr("Open a folder of your own photos (Ctrl+O)")))
    , m_network(makeButton("hintOpenNetwork", tr("Network…"), tr("Open your own trained network (Ctrl+M)")))
    , m_close(makeButton("closeHint", {}, tr("Close this line")))
{
    setObjectName(QStringLiteral("demoHint"));
    m_text->setObjectName(QStringLiteral("demoHintText"));
    m_text->setWordWrap(true);
    m_text->setToolTip(
        tr("Drawn photos in which it is known where the food is, and a small network trained on such"));
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    connect(m_photos, &QToolButton::clicked, this, &DemoHint::photosAsked);
    connect(m_network, &QToolButton::clicked, this, &DemoHint::networkAsked);
    connect(m_close, &QToolButton::clicked, this, &DemoHint::closed);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_photos);
    layout->addWidget(m_network);
    layout->addWidget(m_close);
    hide();
}

void DemoHint::show(bool photos, bool network, bool closed)
{
    const bool both = photos && network;
    if (both)
        m_text->setText(tr("This is a demo. Open your own:"));
    else if (network)
        m_text->setText(tr("The network is the demo's, trained on drawn food. Open your own:"));
    else
        m_text->setText(tr("The photos are the demo's. Open your own:"));
    // two lines at most
    m_text->setMinimumWidth(int(fontMetrics().horizontalAdvance(m_text->text()) * 0.6));
    m_photos->setVisible(photos);
    m_network->setVisible(network);
    m_close->setVisible(both);
    setVisible(both ? !closed : photos || network);
}

} // namespace convscope
