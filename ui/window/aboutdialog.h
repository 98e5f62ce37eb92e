#pragma once

#include <QDialog>

namespace convscope {

/// What this program is made of and runs on; a button copies it for a bug report, another shows the log.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    /// `device` is where the network runs; empty while none is open.
    explicit AboutDialog(const QString &device, QWidget *parent = nullptr);
};

} // namespace convscope
