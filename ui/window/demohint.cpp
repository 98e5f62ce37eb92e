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
{
    setObjectName(QStringLiteral("demoHint"));
    auto *text = new QLabel(tr("This is a demo. Open your own:"));
    text->setWordWrap(true);
    text->setMinimumWidth(int(fontMetrics().horizontalAdvance(text->text()) * 0.6)); // two lines at most
    text->setToolTip(
        tr("Drawn photos in which it is known where the food is, and a small network trained on such"));
    QToolButton *photos =
        makeButton("hintOpenPhotos", tr("Photos…"), tr("Open a folder of your own photos (Ctrl+O)"));
    QToolButton *network =
        makeButton("hintOpenNetwork", tr("Network…"), tr("Open your own trained network (Ctrl+M)"));
    QToolButton *close = makeButton("closeHint", {}, tr("Close this line"));
    close->setAutoRaise(true);
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    connect(photos, &QToolButton::clicked, this, &DemoHint::photosAsked);
    connect(network, &QToolButton::clicked, this, &DemoHint::networkAsked);
    connect(close, &QToolButton::clicked, this, &DemoHint::closed);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(text, 1);
    layout->addWidget(photos);
    layout->addWidget(network);
    layout->addWidget(close);
    hide();
}

} // namespace convscope
