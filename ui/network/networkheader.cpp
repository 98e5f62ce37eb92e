#include "ui/network/networkheader.h"

#include "ui/network/notesview.h"
#include "ui/present/counttext.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace convscope {

NetworkHeader::NetworkHeader(QObject *parent)
    : QObject(parent)
    , m_summary(new QLabel(tr("No network")))
    , m_input(new QLabel)
    , m_inputRow(makeInput())
    , m_notes(new NotesView)
    , m_imageNet(new QPushButton(tr("&Use ImageNet's input")))
{
    m_summary->setObjectName(QStringLiteral("networkSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_notes->setObjectName(QStringLiteral("networkNotes"));
    m_notes->setAccessibleName(tr("Notes on the network"));
    m_imageNet->setObjectName(QStringLiteral("useImageNet"));
    m_imageNet->setToolTip(tr("224 × 224 out of a shorter side of 256, normalised, as torchvision's networks "
                              "were trained. It is remembered for this network"));
    m_imageNet->hide();
    connect(m_imageNet, &QPushButton::clicked, this, &NetworkHeader::imageNetAsked);
}

void NetworkHeader::addTo(QBoxLayout &layout) const
{
    layout.addWidget(m_summary);
    layout.addWidget(m_inputRow);
    layout.addWidget(m_notes);
    layout.addWidget(m_imageNet, 0, Qt::AlignLeft);
}

QWidget *NetworkHeader::makeInput()
{
    m_input->setObjectName(QStringLiteral("networkInput"));
    m_input->setWordWrap(true);
    m_input->setTextFormat(Qt::PlainText);
    QSizePolicy any(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long text must not widen the panel
    any.setHeightForWidth(true);
    m_input->setSizePolicy(any);
    auto *edit = new QPushButton(tr("&Input…"));
    edit->setObjectName(QStringLiteral("editInput"));
    edit->setAccessibleName(tr("Change how photos are prepared for the network"));
    edit->setToolTip(tr("How photos are prepared for the network, and the names of its classes"));
    connect(edit, &QPushButton::clicked, this, &NetworkHeader::inputAsked);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_input, 1);
    layout->addWidget(edit, 0, Qt::AlignTop);
    return row;
}

void NetworkHeader::showNetwork(const NetworkInfo &info, const QString &name)
{
    m_summary->setText(tr("%1\n%2\n%3 parameters, %4 classes")
                           .arg(name.isEmpty() ? nameInFolder(info.file) : name, networkText(info),
                               countText(info.parameterCount))
                           .arg(info.classCount));
    m_summary->setToolTip(displayText(info.file));
    const bool isGuessed = holds(info.notes, Note::InputGuessed);
    m_input->setText((isGuessed ? tr("Input, guessed: %1") : tr("Input: %1")).arg(inputText(info.input)));
    m_notes->setNotes(sentences(info.notes));
    m_imageNet->setVisible(holds(info.notes, Note::MayWantImageNet));
}

void NetworkHeader::fit() { m_notes->fit(); }

} // namespace convscope
