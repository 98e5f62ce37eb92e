#include "ui/board/parameterpanel.h"

#include "ui/board/parametereditors.h"
#include "ui/present/methodtexts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

/// For the list of rows: "2. Saliency, true class, loss".
QString rowText(int number, const Row &row)
{
    const QString detail = row.question ? methodDetail(*row.question) : QString();
    return detail.isEmpty() ? ParameterPanel::tr("%1. %2").arg(number).arg(title(row))
                            : ParameterPanel::tr("%1. %2, %3").arg(number).arg(title(row), detail);
}

} // namespace

ParameterPanel::ParameterPanel(Choices &choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
{
    setObjectName(QStringLiteral("parameters"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(12);
    makeFixedParts(layout);
    auto *scroll = m_scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&choices, &Choices::changed, this, [this](Choices::What what) {
        if (what == Choices::What::Rows || what == Choices::What::Selection)
            refresh();
    });
    refresh();
}

void ParameterPanel::makeFixedParts(QVBoxLayout *layout)
{
    m_rows = new QComboBox;
    m_rows->setObjectName(QStringLiteral("parameterRow"));
    m_rows->setAccessibleName(tr("Row whose parameters are shown"));
    m_rows->setToolTip(
        tr("The row whose parameters are shown. A click on a row of the board selects it, too"));
    m_rows->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rows->setMinimumContentsLength(16);
    m_rows->installEventFilter(this);
    m_rows->setFocusPolicy(Qt::StrongFocus);
    connect(m_rows, &QComboBox::activated, &m_choices, &Choices::select);
    m_explanation = new QLabel;
    m_explanation->setWordWrap(true);
    m_explanation->setSizePolicy(
        QSizePolicy::Ignored, QSizePolicy::Preferred); // the fields say how wide the panel is
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_held = new QCheckBox(tr("Hold at this layer and fil&ter"));
    m_held->setObjectName(QStringLiteral("holdRow"));
    m_held->setToolTip(
        tr("A row that is held keeps its layer and filter. Other rows follow the network panel"));
    connect(m_held, &QCheckBox::clicked, this,
        [this](bool held) { m_choices.setHeld(m_choices.selected(), held); });
    m_fields = new QWidget;
    m_reset = new QPushButton(tr("&Reset to the usual values"));
    m_reset->setObjectName(QStringLiteral("resetParameters"));
    connect(m_reset, &QPushButton::clicked, this, [this] { m_choices.reset(m_choices.selected()); });
    layout->addWidget(m_rows);
    layout->addWidget(m_explanation);
    layout->addWidget(m_held);
    layout->addWidget(m_fields);
    layout->addWidget(m_reset);
    layout->addStretch(1);
}

void ParameterPanel::refresh()
{
    listRows();
    const Row row = m_choices.rows().value(m_choices.selected());
    const bool isSame = row.key == m_key && m_question.has_value() == row.question.has_value()
        && (!m_question || m_question->index() == row.question->index());
    if (isSame) {
        m_question = row.question; // in place: the editors hold its fields
    } else {
        m_key = row.key;
        m_question = row.question;
        rebuild();
    }
    for (const auto &load : m_loaders)
        load();
    m_held->setChecked(row.held);
    m_held->setVisible(row.canBeHeld());
    for (QWidget *editor : m_ofPlace)
        editor->setEnabled(row.held);
}

void ParameterPanel::listRows()
{
    QStringList texts;
    for (const Row &row : m_choices.rows())
        texts << rowText(int(texts.size()) + 1, row);
    bool isSame = texts.size() == m_rows->count();
    for (int i = 0; isSame && i < texts.size(); ++i)
        isSame = m_rows->itemText(i) == texts[i];
    if (!isSame) {
        m_rows->clear();
        m_rows->addItems(texts);
    }
    m_rows->setCurrentIndex(m_choices.selected());
}

/// Makes the editors of another method.
void ParameterPanel::rebuild()
{
    m_loaders.clear();
    m_ofPlace.clear();
    qDeleteAll(m_fields->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_fields->layout();
    m_form = new QFormLayout(m_fields);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows); // on a small screen the panel becomes narrow
    const Row row = m_choices.rows().value(m_choices.selected());
    m_explanation->setText(explanation(row));
    m_reset->setVisible(m_question.has_value());
    if (m_question)
        std::visit([this](auto &options) { addFields(options); }, *m_question);
    m_fields->setVisible(m_question.has_value());
    // The same for all rows, so that the panels keep their widths.
    const int usual = fontMetrics().averageCharWidth() * 37;
    m_scroll->setMinimumWidth(std::max(usual, m_scroll->widget()->minimumSizeHint().width())
        + m_scroll->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
}

template <typename Options> void ParameterPanel::addFields(Options &options)
{
    Options::fields(options,
        [this](const char *field, auto &member, const Bounds &bounds) { addField(field, member, bounds); });
}

template <typename Field>
void ParameterPanel::addField(const char *field, Field &member, const Bounds &bounds)
{
    const FieldDescription text = fieldDescription(*m_question, field);
    const auto tell = [this] { edited(); };
    Editor editor;
    if constexpr (std::is_same_v<Field, Target>) {
        editor = makeEditor(member, *m_question, m_classNames, tell);
    } else if constexpr (std::is_same_v<Field, ClassId>) {
        editor = makeEditor(member, m_classNames, tell);
    } else if constexpr (Worded<Field>) {
        editor = makeWordEditor(
            text.words, text.sentences, [&member] { return int(member); },
            [this, &member](int place) {
                member = Field(place);
                edited();
            });
    } else {
        editor = makeEditor(member, bounds, tell);
    }
    if constexpr (std::is_same_v<Field, LayerId> || std::is_same_v<Field, FilterId>)
        m_ofPlace.push_back(editor.widget);
    name(*editor.widget, field, text.label, text.help);
    m_form->addRow(text.label, editor.widget);
    m_form->labelForField(editor.widget)->setToolTip(text.help);
    m_loaders.push_back([this, editor, field] {
        editor.load();
        editor.widget->setEnabled(counts(*m_question, field));
    });
    if constexpr (std::is_same_v<Field, Target>)
        addOtherClass(member);
}

/// What the class is compared with is a part of the target, and a row of its own.
void ParameterPanel::addOtherClass(Target &target)
{
    const Editor editor = makeOtherClassEditor(target, m_classNames, [this] { edited(); });
    const QString label = tr("Compared with");
    const QString help =
        tr("Why it is this class and not that one: what speaks for the class minus what speaks "
           "for the other.");
    name(*editor.widget, "against", label, help);
    m_form->addRow(label, editor.widget);
    m_form->labelForField(editor.widget)->setToolTip(help);
    m_loaders.push_back(editor.load);
}

void ParameterPanel::name(QWidget &editor, const char *field, const QString &label, const QString &help)
{
    editor.setObjectName(id(m_question) + u'-' + QLatin1String(field));
    editor.setToolTip(help);
    QList<QWidget *> named = editor.findChildren<QWidget *>();
    named.append(&editor);
    for (QWidget *widget : std::as_const(named)) {
        widget->setAccessibleName(tr("%1: %2").arg(methodTitle(*m_question), label));
        widget->installEventFilter(this);
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
    }
}

void ParameterPanel::edited()
{
    if (const int row = m_choices.placeOf(m_key); row >= 0)
        m_choices.setQuestion(row, *m_question);
}

bool ParameterPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ParameterPanel::setClassNames(const QStringList &classNames)
{
    m_classNames = classNames;
    for (const auto &load : m_loaders)
        load();
}

void ParameterPanel::focusFirst()
{
    QWidget *first = m_rows;
    for (int row = 0; m_form && first == m_rows && row < m_form->rowCount(); ++row) {
        QWidget *editor = m_form->itemAt(row, QFormLayout::FieldRole)->widget();
        if (editor->isEnabled())
            first = editor;
    }
    first->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(first);
}

} // namespace convscope
