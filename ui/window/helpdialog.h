#pragma once

#include <QDialog>

class QAction;
class QTabWidget;

namespace convscope {

/// How to begin, what each view means, and all keys. Does not block the window.
class HelpDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Page
    {
        FirstSteps,
        Views,
        Keys
    };

    HelpDialog(const QList<QAction *> &commands, Page page, QWidget *parent);

private:
    void addPage(const QString &title, const QString &html);

    QTabWidget *m_pages;
};

} // namespace convscope
