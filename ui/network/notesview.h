#pragma once

#include <QPlainTextEdit>

namespace convscope {

/// What is to be known of how a network was taken: as high as its sentences, up to a few lines, and then it
/// scrolls. Hidden where there is nothing to say.
class NotesView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit NotesView(QWidget *parent = nullptr);

    void setNotes(const QStringList &sentences);
    /// Takes its height anew, as goes by the window's.
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace convscope
