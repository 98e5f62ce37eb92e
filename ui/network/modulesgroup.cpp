#include "ui/network/modulesgroup.h"

#include "ui/network/numberfield.h"
#include "ui/present/numbertext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <cmath>

namespace convscope {

namespace {

using Activation = Modules::Activation;
using Pool = Modules::Pool;

template <typename W> W *named(const char *objectName, const QString &accessibleName)
{
    auto *field = new W;
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(accessibleName);
    return field;
}

/// By the names of torch.nn, which people know from their code.
template <typename Kind> void addKinds(QComboBox &box, std::initializer_list<Kind> kinds)
{
    for (const Kind kind : kinds)
        box.addItem(QLatin1String(moduleName(kind)), int(kind));
}

template <typename Kind> Kind chosen(const QComboBox &box) { return Kind(box.currentData().toInt()); }

template <typename Kind> void choose(QComboBox &box, Kind kind)
{
    box.setCurrentIndex(box.findData(int(kind)));
}

bool isWithin(double value, double min, double max)
{
    return std::isfinite(value) && value >= min && value <= max;
}

} // namespace

ModulesGroup::ModulesGroup(QWidget *parent)
    : QWidget(parent)
    , m_tells(new QCheckBox(tr("Tell what lies between the &weights")))
    , m_activation(named<QComboBox>("inputActivation", tr("Activation behind convolutions")))
    , m_linearActivation(named<QComboBox>("inputLinearActivation", tr("Activation between linear layers")))
    , m_slope(named<QLineEdit>("inputSlope", tr("Slope of LeakyReLU below zero")))
    , m_pool(named<QComboBox>("inputPool", tr("Pools")))
    , m_epsilon(named<QLineEdit>("inputEpsilon", tr("Epsilon of batch norm")))
    , m_problem(new QLabel)
{
    m_tells->setObjectName(QStringLiteral("inputTellsModules"));
    m_tells->setToolTip(
        tr("The file of a checkpoint does not say it. Unless it is told, all is taken to be as "
           "in the notebook."));
    for (QComboBox *box : {m_activation, m_linearActivation})
        addKinds(*box, Modules::activations);
    addKinds(*m_pool, Modules::pools);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_fields = makeFields();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_tells);
    layout->addWidget(m_fields);
    connect(m_tells, &QCheckBox::toggled, this, &ModulesGroup::check);
    for (const QComboBox *box : {m_activation, m_linearActivation, m_pool})
        connect(box, &QComboBox::currentIndexChanged, this, &ModulesGroup::check);
    for (const QLineEdit *field : {m_slope, m_epsilon})
        connect(field, &QLineEdit::textEdited, this, &ModulesGroup::check);
    setModules({});
}

/// As the Tab key goes: line by line.
QWidget *ModulesGroup::makeFields()
{
    auto *fields = new QWidget;
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    const auto add = [grid](QWidget *field, const QString &text, int row, int column) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
    };
    add(m_activation, tr("Acti&vation"), 0, 0);
    add(m_slope, tr("Slope below &zero"), 0, 2);
    add(m_linearActivation, tr("Between linear la&yers"), 1, 0);
    add(m_pool, tr("Poolin&g"), 1, 2);
    add(m_epsilon, tr("Epsilon o&f batch norm"), 2, 0);
    grid->addWidget(m_problem, 2, 2, 1, 2);
    for (const int column : {1, 3})
        grid->setColumnStretch(column, 1);
    m_activation->setToolTip(tr("Behind each convolution"));
    m_slope->setToolTip(tr("Of LeakyReLU, from 0 to 1"));
    return fields;
}

void ModulesGroup::setModules(const std::optional<Modules> &told)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        const Modules modules = told.value_or(Modules());
        m_tells->setChecked(told.has_value());
        choose(*m_activation, modules.activation);
        choose(*m_linearActivation, modules.linearActivation);
        choose(*m_pool, modules.pool);
        m_slope->setText(numberText(modules.slope));
        m_epsilon->setText(numberText(modules.epsilon));
    }
    check();
}

std::optional<Modules> ModulesGroup::modules() const
{
    if (!m_tells->isChecked())
        return {};
    Modules told{chosen<Activation>(*m_activation), chosen<Activation>(*m_linearActivation),
        numberOf(m_slope->text()), chosen<Pool>(*m_pool), numberOf(m_epsilon->text())};
    if (!leaks() && !isWithin(told.slope, 0, Modules::maxSlope))
        told.slope = Modules().slope; // nobody can mend it, and it counts for nothing
    return told;
}

/// Whether the slope counts.
bool ModulesGroup::leaks() const
{
    return chosen<Activation>(*m_activation) == Activation::LeakyReLU
        || chosen<Activation>(*m_linearActivation) == Activation::LeakyReLU;
}

bool ModulesGroup::isGood() const
{
    const std::optional<Modules> told = modules();
    return !told
        || (isWithin(told->slope, 0, Modules::maxSlope)
            && isWithin(told->epsilon, Modules::minEpsilon, Modules::maxEpsilon));
}

/// Says what is wrong, and tells who listens of what the user has changed.
void ModulesGroup::check()
{
    if (m_showing)
        return;
    m_slope->setEnabled(leaks());
    m_fields->setVisible(m_tells->isChecked());
    const QString slope = !leaks() || isWithin(numberOf(m_slope->text()), 0, Modules::maxSlope)
        ? QString()
        : tr("Slope: a number from 0 to 1.");
    const QString epsilon = isWithin(numberOf(m_epsilon->text()), Modules::minEpsilon, Modules::maxEpsilon)
        ? QString()
        : tr("Epsilon: a number from 1e-12 to 1.");
    m_slope->setAccessibleDescription(slope);
    m_epsilon->setAccessibleDescription(epsilon);
    const QString problem = slope.isEmpty() ? epsilon : slope;
    m_problem->setText(problem.isEmpty() ? QString() : tr("⚠ %1").arg(problem));
    Q_EMIT edited();
}

} // namespace convscope
