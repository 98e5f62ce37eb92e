#pragma once

#include "ui/choices/choices.h"

#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace convscope {

/// The parameters of the selected row, made from its method's own list of fields. Its list of rows selects
/// another one. Layer and filter can be changed where the row is held; else they are chosen in the network
/// panel.
class ParameterPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterPanel(Choices &choices, QWidget *parent = nullptr);

    void setClassNames(const QStringList &classNames);
    /// Puts the keyboard on the first parameter, and that into sight.
    void focusFirst();

protected:
    /// Keeps the wheel for scrolling the panel: it must not change a number that it passes over.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFixedParts(QVBoxLayout *layout);
    void refresh();
    void listRows();
    void rebuild();
    template <typename Options> void addFields(Options &options);
    template <typename Field> void addField(const char *name, Field &field, const Bounds &bounds);
    void addOtherClass(Target &target);
    void name(QWidget &editor, const char *field, const QString &label, const QString &help);
    void edited();

    Choices &m_choices;
    std::optional<MethodOptions> m_question; ///< what the editors edit
    int m_key = -1; ///< of the row that the editors are of
    QStringList m_classNames;
    std::vector<std::function<void()>> m_loaders; ///< each shows a field again after it was set from outside
    std::vector<QWidget *> m_ofPlace; ///< the editors of layer and filter
    QComboBox *m_rows = nullptr;
    QLabel *m_explanation = nullptr;
    QCheckBox *m_held = nullptr;
    QWidget *m_fields = nullptr;
    QFormLayout *m_form = nullptr;
    QPushButton *m_reset = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace convscope
