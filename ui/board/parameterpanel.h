#pragma once

#include "ui/board/questions.h"

#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

class QFormLayout;
class QScrollArea;
class QVBoxLayout;

namespace convscope {

/// Every parameter of every method, made from the methods' own lists of fields; layer and filter, which have
/// their own picker, left out.
class ParameterPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterPanel(QWidget *parent = nullptr);

    const Questions &questions() const { return m_questions; }
    void setQuestions(const Questions &questions);
    void setClassNames(const QStringList &classNames);
    /// Of saliency and LIME both.
    void setTarget(const Target &target);
    /// Puts the keyboard on the first parameter of a view, and that into sight.
    void focus(View view);
    /// To the notebook's numbers; layer and filter stay.
    void reset();

Q_SIGNALS:
    void edited();

protected:
    /// Keeps the wheel for scrolling the panel: it must not change a number that it passes over.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    template <typename Options> void addMethod(QVBoxLayout *layout, View view, Options &options);
    template <typename T>
    void addField(QFormLayout *form, View view, const char *name, T &member, Bounds bounds);

    Questions m_questions;
    QStringList m_classNames;
    // What shows a member again after it was set from outside.
    std::vector<std::function<void()>> m_loaders;
    QScrollArea *m_scroll = nullptr;
};

} // namespace convscope
