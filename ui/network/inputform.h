#pragma once

#include "core/network/network.h"

#include <QWidget>
#include <array>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace convscope {

class ModulesGroup;

/// The fields of an input description. What is wrong is said beside its field.
class InputForm : public QWidget
{
    Q_OBJECT
public:
    /// Shows what the network has; it may be one that could not be opened, without classes.
    explicit InputForm(const NetworkInfo &info, QWidget *parent = nullptr);

    /// Nothing is told of it: the user has not edited anything.
    void setInput(const InputDescription &input);
    /// As it stands; bad numbers are NaN.
    InputDescription input() const;
    bool isGood() const { return m_isGood; }

    /// One name a line; what cannot be read is said beside the field.
    void loadClassNames(const std::filesystem::path &file);

    /// With room for messages, so that a window need not grow when one comes.
    QSize fullSize() const { return m_fullSize; }

Q_SIGNALS:
    /// By the user.
    void edited();

private:
    using Fields = std::array<QLineEdit *, 3>; ///< one a channel, in the network's order

    void makePicture(QGridLayout *grid);
    void makeNumbers(QGridLayout *grid);
    void makeOutput(QGridLayout *grid);
    void makeClassNames(QGridLayout *grid);
    Fields makeFields(const char *name);
    QLabel *addMessage(QGridLayout *grid, int row);
    void giveMessagesRoom(bool any);

    void showChannels();
    void choosePreset();
    void tellEdited();
    void check();
    void say(QLabel *message, const QString &problem, std::initializer_list<QWidget *> fields);
    QString classNamesProblem() const;
    int classCount() const;
    QString nameOfOutput(const std::string &told) const;
    void askForClassNames();

    NetworkInfo m_info;
    bool m_showing = false; ///< the fields are being filled
    bool m_isGood = false;
    QSize m_fullSize;

    QGridLayout *m_grid;
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
};

} // namespace convscope
