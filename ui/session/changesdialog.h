#pragma once

#include "ui/present/reopen.h"

#include <QDialog>

namespace convscope {

/// Says what is no longer as it was when a session or a figure was written, and lets the user point to where
/// missing files are now.
class ChangesDialog : public QDialog
{
    Q_OBJECT
public:
    /// `otherNetwork`: its network is missing, and another one is open.
    ChangesDialog(
        const QString &name, const Reopened &reopened, bool otherNetwork, QWidget *parent = nullptr);

Q_SIGNALS:
    /// To be looked for what is missing.
    void folderChosen(const QString &folder);

private:
    void askForFolder();
};

} // namespace convscope
