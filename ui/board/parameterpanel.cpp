#include "ui/board/parameterpanel.h"

#include "ui/board/parametereditors.h"

#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace convscope {

ParameterPanel::ParameterPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("parameters"));
    auto *methods = new QWidget;
    auto *layout = new QVBoxLayout(methods);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(12);
    addMethod(layout, View::Saliency, m_questions.saliency);
    addMethod(layout, View::FilterImage, m_questions.filterImage);
    addMethod(layout, View::Lime, m_questions.lime);
    auto *reset = new QPushButton(tr("&Reset to the notebook's values"));
    reset->setObjectName(QStringLiteral("resetParameters"));
    connect(reset, &QPushButton::clicked, this, &ParameterPanel::reset);
    layout->addWidget(reset);
    layout->addStretch(1);

    auto *scroll = m_scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(methods);
    scroll->setMinimumWidth(
        methods->minimumSizeHint().width() + scroll->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    setQuestions({});
}

template <typename Options> void ParameterPanel::addMethod(QVBoxLayout *layout, View view, Options &options)
{
    auto *group = new QGroupBox(title(view));
    group->setToolTip(explanation(view));
    auto *form = new QFormLayout(group);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows); // on a small screen the panel becomes narrow
    Options::fields(options, [&](const char *name, auto &member, Bounds bounds) {
        const QLatin1String field(name);
        if (field != QLatin1String("layer") && field != QLatin1String("filter"))
            addField(form, view, name, member, bounds);
    });
    layout->addWidget(group);
}

template <typename T>
void ParameterPanel::addField(QFormLayout *form, View view, const char *name, T &member, Bounds bounds)
{
    const auto edited = [this] { Q_EMIT this->edited(); };
    Editor editor;
    if constexpr (std::is_same_v<T, Target>)
        editor = makeEditor(member, m_classNames, edited);
    else
        editor = makeEditor(member, bounds, edited);
    const ParameterText text = parameterText(QString::fromLatin1(name));
    const QString accessible = tr("%1: %2").arg(title(view), text.label);
    editor.widget->setObjectName(id(view) + u'-' + QLatin1String(name));
    editor.widget->setToolTip(text.help);
    QList<QWidget *> named = editor.widget->findChildren<QWidget *>();
    named.append(editor.widget);
    for (QWidget *widget : std::as_const(named)) {
        widget->setAccessibleName(accessible);
        widget->installEventFilter(this);
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
    }
    form->addRow(text.label, editor.widget);
    form->labelForField(editor.widget)->setToolTip(text.help);
    m_loaders.push_back(editor.load);
}

bool ParameterPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ParameterPanel::setQuestions(const Questions &questions)
{
    m_questions = questions;
    for (const auto &load : m_loaders)
        load();
}

void ParameterPanel::setClassNames(const QStringList &classNames)
{
    m_classNames = classNames;
    setQuestions(m_questions);
}

void ParameterPanel::setTarget(const Target &target)
{
    m_questions.saliency.target = m_questions.lime.target = target;
    setQuestions(m_questions);
    Q_EMIT edited();
}

void ParameterPanel::focus(View view)
{
    const QRegularExpression name(u'^' + QRegularExpression::escape(id(view)) + u'-');
    const QList<QWidget *> fields = findChildren<QWidget *>(name);
    if (fields.isEmpty())
        return;
    fields.first()->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(fields.first());
}

void ParameterPanel::reset()
{
    Questions questions;
    questions.setLayerAndFilter(m_questions.activation.layer, m_questions.activation.filter);
    setQuestions(questions);
    Q_EMIT edited();
}

} // namespace convscope
