#include "ui/window/emptystate.h"

#include "ui/window/largefont.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_photos(new QPushButton(tr("Open &photos…")))
    , m_network(new QPushButton(tr("Open &network…")))
    , m_demo(new QPushButton(tr("Open &demo")))
{
    setObjectName(QStringLiteral("emptyState"));
    m_title->setFont(largeFont(font()));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("emptyText"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_photos->setObjectName(QStringLiteral("emptyOpenPhotos"));
    m_network->setObjectName(QStringLiteral("emptyOpenNetwork"));
    m_demo->setObjectName(QStringLiteral("emptyOpenDemo"));
    connect(m_demo, &QPushButton::clicked, this, &EmptyState::demoAsked);
    connect(m_photos, &QPushButton::clicked, this, &EmptyState::photosAsked);
    connect(m_network, &QPushButton::clicked, this, &EmptyState::networkAsked);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_network);
    buttons->addWidget(m_photos);
    buttons->addWidget(m_demo);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(16);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(buttons);
    column->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(column, 6);
    layout->addStretch(1);
    show(false, false, {});
}

void EmptyState::show(bool hasPhotos, bool hasNetwork, const QString &opening)
{
    const QString network = tr("A network is a file of torch.export (.pt2), ONNX (.onnx) or TorchScript "
                               "(.pt), or a checkpoint (.pth) "
                               "of the homework's kind. Only TorchScript runs code from its file.");
    const QString photos =
        tr("Photos come from a folder: one whose file names begin with the class (3_12.jpg), one with a "
           "sub-folder for each class, or any folder of pictures.");
    const QString drop = tr("Files and folders can also be dropped anywhere on this window.");
    if (!opening.isEmpty()) {
        m_title->setText(tr("Opening %1…").arg(opening));
        m_text->clear();
    } else if (!hasNetwork && !hasPhotos) {
        m_title->setText(tr("See what a network looks at"));
        m_text->setText(QStringList(
            {tr("Open a trained network and a folder of photos, or the demo."), network, photos, drop})
                            .join(QStringLiteral("\n\n")));
    } else if (!hasNetwork) {
        m_title->setText(tr("Open a network"));
        m_text->setText(QStringList({network, drop}).join(QStringLiteral("\n\n")));
    } else if (!hasPhotos) {
        m_title->setText(tr("Open photos"));
        m_text->setText(QStringList({photos, drop}).join(QStringLiteral("\n\n")));
    } else {
        m_title->setText(tr("Choose photos on the left"));
        m_text->setText(
            tr("Each photo becomes a column of the board. Hold Ctrl or Shift to choose several."));
    }
    m_network->setVisible(!hasNetwork && opening.isEmpty());
    m_photos->setVisible(!hasPhotos && opening.isEmpty());
    m_demo->setVisible(!hasNetwork && !hasPhotos && opening.isEmpty());
}

} // namespace convscope
