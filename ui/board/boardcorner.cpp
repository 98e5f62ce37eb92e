#include "ui/board/boardcorner.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace convscope {

namespace {

QToolButton *makeButton(const char *name, const QString &text, const QString &says, const QString &tip)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setCheckable(true);
    button->setAccessibleName(says);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

BoardCorner::BoardCorner(QWidget *parent)
    : QWidget(parent)
    , m_size(new QSlider(Qt::Horizontal))
    , m_allRows(makeButton(
          "fitAllRows", tr("All rows"), tr("Fit all rows"), tr("Make the pictures as large as all rows fit")))
    , m_turned(makeButton("photosAsRows", QStringLiteral("⇄"), tr("Photos as rows"),
          tr("One row a photo, one column a view")))
{
    setObjectName(QStringLiteral("boardCorner"));
    m_size->setObjectName(QStringLiteral("pictureSize"));
    m_size->setAccessibleName(tr("Size of the pictures"));
    m_size->setToolTip(tr("Size of the pictures (Ctrl+Alt++ and Ctrl+Alt+-)"));
    m_size->setRange(BoardShape::min, BoardShape::max);
    m_size->setSingleStep(8);
    m_size->setPageStep(32);
    connect(m_size, &QSlider::valueChanged, this, [this](int side) {
        BoardShape shape = m_shape;
        shape.size = BoardShape::Size::Own;
        shape.side = side;
        Q_EMIT shapeAsked(shape);
    });
    connect(m_allRows, &QToolButton::clicked, this, [this](bool checked) {
        BoardShape shape = m_shape;
        shape.size = checked ? BoardShape::Size::AllRows : BoardShape::Size::Automatic;
        Q_EMIT shapeAsked(shape);
    });
    connect(m_turned, &QToolButton::clicked, this, [this](bool checked) {
        BoardShape shape = m_shape;
        shape.photosAsRows = checked;
        Q_EMIT shapeAsked(shape);
    });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_allRows, 1);
    buttons->addWidget(m_turned);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(4);
    layout->addWidget(m_size);
    layout->addLayout(buttons);
    layout->addStretch(1);
}

void BoardCorner::show(const BoardShape &shape, int side)
{
    m_shape = shape;
    const QSignalBlocker blocker(m_size);
    m_size->setValue(side);
    m_allRows->setChecked(shape.size == BoardShape::Size::AllRows);
    m_turned->setChecked(shape.photosAsRows);
}

} // namespace convscope
