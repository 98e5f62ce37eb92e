#pragma once

#include "core/data/modules.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace convscope {

/// What lies between the weights of a checkpoint, to be told by the user: its file does not say. Nothing is
/// told until the user wants to, and what nobody tells is as in the notebook. What is wrong is said below.
class ModulesGroup : public QWidget
{
    Q_OBJECT
public:
    explicit ModulesGroup(QWidget *parent = nullptr);

    void setModules(const std::optional<Modules> &told);
    /// None where they are not told; bad numbers are NaN.
    std::optional<Modules> modules() const;
    bool isGood() const;

Q_SIGNALS:
    void edited();

private:
    QWidget *makeFields();
    bool leaks() const;
    void check();

    bool m_showing = false; ///< the fields are being filled
    QCheckBox *m_tells;
    QWidget *m_fields;
    QComboBox *m_activation;
    QComboBox *m_linearActivation;
    QLineEdit *m_slope;
    QComboBox *m_pool;
    QLineEdit *m_epsilon;
    QLabel *m_problem;
};

} // namespace convscope
