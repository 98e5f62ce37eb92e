#pragma once

#include <QDialog>

class QAction;

namespace convscope {

/// What each view means, and all keys. Does not block the window.
class HelpDialog : public QDialog
{
    Q_OBJECT
public:
    HelpDialog(const QList<QAction *> &commands, QWidget *parent);
};

} // namespace convscope
