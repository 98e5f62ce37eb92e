#pragma once

#include <QDialog>
#include <functional>

namespace convscope {

/// What this program is made of and runs on; a button copies it for a bug report, another shows the log.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    /// `device` says where the network runs, in the language that is spoken; nothing while none is open.
    explicit AboutDialog(const std::function<QString()> &device, QWidget *parent = nullptr);
};

} // namespace convscope
