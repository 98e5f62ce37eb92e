#include "ui/network/notesview.h"

#include <QResizeEvent>
#include <QTextDocument>
#include <algorithm>

namespace convscope {

namespace {

constexpr double maxLines = 4.5; // half a line says that there is more
constexpr double fewLines = 2.5; ///< in a low window, where the layers need the room
constexpr int lowWindow = 640;
constexpr int slack = 4; ///< pixels, so that rounding brings no scroll bar

} // namespace

NotesView::NotesView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    hide();
}

void NotesView::setNotes(const QStringList &sentences)
{
    QStringList lines;
    for (const QString &sentence : sentences)
        lines += QStringLiteral("• ") + sentence;
    setPlainText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
    fit();
}

void NotesView::fit()
{
    const QRect room(0, 0, contentsRect().width(), QWIDGETSIZE_MAX);
    const int needed = fontMetrics().boundingRect(room, Qt::TextWordWrap, toPlainText()).height() + slack;
    const double lines = window()->height() < lowWindow ? fewLines : maxLines;
    const int max = int(lines * fontMetrics().lineSpacing());
    // Always or never: a bar that comes while the text is laid out would lie over it.
    setVerticalScrollBarPolicy(needed > max ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    setFixedHeight(std::min(needed, max));
    // A bar that comes before the text has been shown once leaves it broken for the width without one.
    setLineWrapMode(NoWrap);
    setLineWrapMode(WidgetWidth);
}

void NotesView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

} // namespace convscope
