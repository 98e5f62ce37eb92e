#pragma once

#include "core/network/network.h"
#include "ui/jobs/lane.h"

#include <QDialog>
#include <array>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace convscope {

class ModulesGroup;

/// How photos are prepared for a network, to be told by the user. What is wrong is said beside its field.
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
    using Fields = std::array<QLineEdit *, 3>; ///< one a channel, in the network's order

    void makePicture(QGridLayout *grid);
    void makeNumbers(QGridLayout *grid);
    void makeOutput(QGridLayout *grid);
    void makeClassNames(QGridLayout *grid);
    QWidget *makeButtons();
    Fields makeFields(const char *name);
    QLabel *addMessage(QGridLayout *grid, int row);
    void giveMessagesRoom(bool any);

    void fill(const InputDescription &input);
    void showChannels();
    void choosePreset();
    void edited();
    void check();
    void say(QLabel *message, const QString &problem, std::initializer_list<QWidget *> fields);
    QString classNamesProblem() const;
    int classCount() const;
    QString nameOfOutput(const std::string &told) const;
    void showOrigin();
    void reset();
    void showOwn(const NetworkInfo &own);
    void askForClassNames();
    void saveBeside();

    NetworkInfo m_info;
    Lane &m_lane;
    NetworkOptions m_options;
    std::optional<NetworkInfo> m_own; ///< as it is where nobody tells its input; none before it is looked for
    bool m_isOwn; ///< what is shown is what the network has by itself
    bool m_showing = false; ///< the fields are being filled
    JobHandle m_finding;

    QGridLayout *m_grid = nullptr;
    QComboBox *m_preset;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QCheckBox *m_crops;
    QSpinBox *m_resize;
    QCheckBox *m_upright;
    QComboBox *m_channels;
    QCheckBox *m_normalises;
    std::array<QLabel *, 3> m_channelNames = {};
    Fields m_mean;
    Fields m_deviation;
    QComboBox *m_output = nullptr; ///< none where the network gives one thing only
    std::string m_toldOutput;
    ModulesGroup *m_modules = nullptr; ///< none where the network brings its modules with it
    std::optional<Modules> m_toldModules;
    QPlainTextEdit *m_classNames;
    QLabel *m_sizeMessage = nullptr;
    QLabel *m_resizeMessage = nullptr;
    QLabel *m_meanMessage = nullptr;
    QLabel *m_deviationMessage = nullptr;
    QLabel *m_classNamesMessage = nullptr;
    QLabel *m_state;
    QPushButton *m_reset = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace convscope
