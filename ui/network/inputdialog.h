#pragma once

#include "core/network/network.h"
#include "ui/jobs/lane.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace convscope {

class InputForm;

/// How photos are prepared for a network, to be told by the user: the form, where it comes from, and what is
/// done with it.
class InputDialog : public QDialog
{
    Q_OBJECT
public:
    /// Begins with what the network has; it may be one that could not be opened, without classes. `lane` and
    /// `options` serve to find what it has where nobody tells.
    InputDialog(
        const NetworkInfo &info, Lane &lane, const NetworkOptions &options, QWidget *parent = nullptr);

    /// As it stands; bad numbers are NaN.
    InputDescription input() const;
    /// The same where the user told it; none where it is what the network has by itself.
    std::optional<InputDescription> told() const;

    /// One name a line; what cannot be read is said beside the field.
    void loadClassNames(const std::filesystem::path &file);

private:
    QWidget *makeButtons();
    void edited();
    void showValidity();
    void showOrigin();
    void reset();
    void showOwn(const NetworkInfo &own);
    void saveBeside();

    NetworkInfo m_info;
    Lane &m_lane;
    NetworkOptions m_options;
    std::optional<NetworkInfo> m_own; ///< as it is where nobody tells its input; none before it is looked for
    bool m_isOwn; ///< what is shown is what the network has by itself
    JobHandle m_finding;

    InputForm *m_form;
    QLabel *m_state;
    QPushButton *m_reset = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace convscope
