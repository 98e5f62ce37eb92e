#include "ui/network/inputform.h"

#include "core/data/classnames.h"
#include "core/error.h"
#include "ui/network/modulesgroup.h"
#include "ui/network/numberfield.h"
#include "ui/present/numbertext.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/session/places.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

using Channels = InputDescription::Channels;

enum Column
{
    Names,
    Values, ///< and two more, so that there is one a channel
    Messages = Values + 3
};

enum Preset
{
    Food11,
    ImageNet,
    Custom
};

template <typename W> W *named(W *widget, const char *objectName, const QString &accessibleName)
{
    widget->setObjectName(QLatin1String(objectName));
    widget->setAccessibleName(accessibleName);
    return widget;
}

QLabel *labelFor(QWidget *field, const QString &text)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    return label;
}

std::vector<double> numbersOf(const std::array<QLineEdit *, 3> &fields, std::size_t count)
{
    std::vector<double> numbers;
    for (std::size_t i = 0; i < count; ++i)
        numbers.push_back(numberOf(fields[i]->text()));
    return numbers;
}

bool areNumbers(const std::vector<double> &numbers)
{
    return std::all_of(numbers.begin(), numbers.end(), [](double value) { return std::isfinite(value); });
}

std::size_t countOf(Channels channels) { return channels == Channels::Gray ? 1 : 3; }

Preset presetOf(InputDescription input)
{
    // Which of its outputs counts, and what is between its weights, is no matter of the picture.
    input.output.clear();
    input.modules.reset();
    const std::string preparation = preparationJson(input);
    if (preparation == preparationJson(food11Input()))
        return Food11;
    return preparation == preparationJson(imagenetInput()) ? ImageNet : Custom;
}

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    for (QString &line : lines)
        line = line.trimmed();
    return lines;
}

/// What checkInput does not accept: the key of the description; empty where all is well.
std::string badKey(const InputDescription &input)
{
    try {
        checkInput(input);
    } catch (const Error &error) {
        return error.values().at(0);
    }
    return {};
}

/// Of a network that was opened, whether its file leaves open what its modules are: they are told or assumed.
bool lacksModules(const NetworkInfo &info)
{
    return info.input.modules ? !holds(info.notes, Note::ModulesNotUsed)
                              : holds(info.notes, Note::ModulesAssumed);
}

} // namespace

InputForm::InputForm(const NetworkInfo &info, QWidget *parent)
    : QWidget(parent)
    , m_info(info)
    , m_grid(new QGridLayout)
    , m_preset(named(new QComboBox, "inputPreset", tr("Preset")))
    , m_width(named(new QSpinBox, "inputWidth", tr("Width of the input")))
    , m_height(named(new QSpinBox, "inputHeight", tr("Height of the input")))
    , m_crops(named(new QCheckBox(tr("C&rop the middle")), "inputCrops", tr("Crop the middle")))
    , m_resize(named(new QSpinBox, "inputResize", tr("Shorter side before the crop")))
    , m_upright(named(new QCheckBox(tr("&Turn photos upright")), "inputUpright", tr("Turn photos upright")))
    , m_channels(named(new QComboBox, "inputChannels", tr("Channels")))
    , m_normalises(named(new QCheckBox(tr("&Normalise")), "inputNormalises", tr("Normalise")))
    , m_mean(makeFields("inputMean"))
    , m_deviation(makeFields("inputDeviation"))
    , m_classNames(named(new QPlainTextEdit, "inputClassNames", tr("Class names")))
{
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    makePicture(m_grid);
    makeNumbers(m_grid);
    makeOutput(m_grid);
    makeClassNames(m_grid);
    for (int column = Values; column < Messages; ++column)
        m_grid->setColumnStretch(column, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addLayout(m_grid, 1);
    if (lacksModules(info)) {
        m_modules = new ModulesGroup;
        connect(m_modules, &ModulesGroup::edited, this, &InputForm::tellEdited);
        layout->addWidget(m_modules);
    }
    setFocusProxy(m_preset);
    giveMessagesRoom(true);
    m_fullSize = sizeHint();
    setInput(info.input);
}

void InputForm::makePicture(QGridLayout *grid)
{
    m_preset->addItems({tr("Food-11 notebook"), tr("ImageNet"), tr("Custom")});
    m_preset->setToolTip(tr("All but the class names as others have it"));
    connect(m_preset, &QComboBox::activated, this, &InputForm::choosePreset);
    grid->addWidget(labelFor(m_preset, tr("&Preset")), 0, Names);
    grid->addWidget(m_preset, 0, Values, 1, 3);

    for (QSpinBox *box : {m_width, m_height, m_resize}) {
        box->setRange(1, longestInputSide);
        box->setSuffix(tr(" px"));
        connect(box, &QSpinBox::valueChanged, this, &InputForm::tellEdited);
    }
    auto *size = new QHBoxLayout;
    size->setSpacing(8);
    size->addWidget(m_width, 1);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(m_height, 1);
    grid->addWidget(labelFor(m_width, tr("&Size")), 1, Names);
    grid->addLayout(size, 1, Values, 1, 3);
    m_sizeMessage = addMessage(grid, 1);

    m_crops->setToolTip(tr("The photo's shorter side is made that long and the middle is cut out; off: the "
                           "photo is stretched to the size"));
    connect(m_crops, &QCheckBox::toggled, this, &InputForm::tellEdited);
    auto *crop = new QHBoxLayout;
    crop->setSpacing(8);
    crop->addWidget(labelFor(m_resize, tr("of a s&horter side of")));
    crop->addWidget(m_resize, 1);
    grid->addWidget(m_crops, 2, Names);
    grid->addLayout(crop, 2, Values, 1, 3);
    m_resizeMessage = addMessage(grid, 2);

    for (const Channels channels : {Channels::RGB, Channels::BGR, Channels::Gray})
        m_channels->addItem(channels == Channels::Gray ? tr("Gray") : QLatin1String(name(channels)));
    m_channels->setToolTip(tr("In the order in which the network takes them; OpenCV's is BGR"));
    connect(m_channels, &QComboBox::currentIndexChanged, this, &InputForm::tellEdited);
    grid->addWidget(labelFor(m_channels, tr("&Channels")), 3, Names);
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    line->addWidget(m_channels, 1);
    m_upright->setToolTip(tr("As their cameras say (EXIF); the notebook uses photos as they are stored"));
    connect(m_upright, &QCheckBox::toggled, this, &InputForm::tellEdited);
    line->addWidget(m_upright);
    grid->addLayout(line, 3, Values, 1, 3);
}

InputForm::Fields InputForm::makeFields(const char *name)
{
    Fields fields = {};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        fields[i] = new QLineEdit;
        fields[i]->setObjectName(QStringLiteral("%1%2").arg(QLatin1String(name)).arg(i));
        connect(fields[i], &QLineEdit::textEdited, this, &InputForm::tellEdited);
    }
    return fields;
}

void InputForm::makeNumbers(QGridLayout *grid)
{
    m_normalises->setToolTip(tr("(x − mean) / deviation, of x from 0 to 1"));
    connect(m_normalises, &QCheckBox::toggled, this, &InputForm::tellEdited);
    grid->addWidget(m_normalises, 4, Names);
    grid->addWidget(labelFor(m_mean[0], tr("&Mean")), 5, Names);
    grid->addWidget(labelFor(m_deviation[0], tr("&Deviation")), 6, Names);
    for (int i = 0; i < 3; ++i) {
        m_channelNames[std::size_t(i)] = new QLabel;
        grid->addWidget(m_channelNames[std::size_t(i)], 4, Values + i);
        grid->addWidget(m_mean[std::size_t(i)], 5, Values + i);
    }
    for (int i = 0; i < 3; ++i) // after the means, as the Tab key goes
        grid->addWidget(m_deviation[std::size_t(i)], 6, Values + i);
    m_meanMessage = addMessage(grid, 5);
    m_deviationMessage = addMessage(grid, 6);
}

void InputForm::makeOutput(QGridLayout *grid)
{
    if (m_info.outputs.size() < 2)
        return;
    m_output = named(new QComboBox, "inputOutput", tr("Output"));
    m_output->addItem(tr("The likeliest"), QString());
    for (const NetworkOutput &output : m_info.outputs) {
        m_output->addItem(tr("%1, %2 classes").arg(displayText(output.name)).arg(output.classCount),
            QString::fromStdString(output.name));
    }
    m_output->setToolTip(tr("The network gives several; this one is its answer"));
    connect(m_output, &QComboBox::currentIndexChanged, this, &InputForm::tellEdited);
    grid->addWidget(labelFor(m_output, tr("O&utput")), 7, Names);
    grid->addWidget(m_output, 7, Values, 1, 3);
}

void InputForm::makeClassNames(QGridLayout *grid)
{
    m_classNames->setTabChangesFocus(true);
    m_classNames->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_classNames->setPlaceholderText(tr("One name a line"));
    m_classNames->setToolTip(tr("In the order of the network's outputs"));
    m_classNames->setMinimumHeight(fontMetrics().lineSpacing() * 5);
    connect(m_classNames, &QPlainTextEdit::textChanged, this, &InputForm::tellEdited);
    auto *load = named(new QPushButton(tr("&Load…")), "loadClassNames", tr("Load class names from a file"));
    load->setToolTip(tr("From a text file with one name a line"));
    load->setAutoDefault(false);
    connect(load, &QPushButton::clicked, this, &InputForm::askForClassNames);
    auto *beside = new QVBoxLayout;
    beside->setSpacing(8);
    beside->addWidget(labelFor(m_classNames, tr("Cl&ass names")));
    beside->addWidget(load);
    beside->addStretch(1);
    grid->addLayout(beside, 8, Names);
    grid->addWidget(m_classNames, 8, Values, 1, 3);
    grid->setRowStretch(8, 1);
    m_classNamesMessage = addMessage(grid, 8);
    m_classNamesMessage->setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

/// The fields have the whole width while there is nothing to say beside them.
void InputForm::giveMessagesRoom(bool any)
{
    m_grid->setColumnStretch(Messages, any ? 2 : 0);
    m_grid->setColumnMinimumWidth(Messages, any ? fontMetrics().averageCharWidth() * 28 : 0);
    for (QLabel *label :
        {m_sizeMessage, m_resizeMessage, m_meanMessage, m_deviationMessage, m_classNamesMessage}) {
        if (label)
            label->setVisible(any);
    }
}

QLabel *InputForm::addMessage(QGridLayout *grid, int row)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    grid->addWidget(label, row, Messages);
    return label;
}

InputDescription InputForm::input() const
{
    InputDescription input;
    input.size = {m_width->value(), m_height->value()};
    input.resize = m_crops->isChecked() ? m_resize->value() : 0;
    input.channels = Channels(m_channels->currentIndex());
    input.upright = m_upright->isChecked();
    if (m_normalises->isChecked()) {
        input.mean = numbersOf(m_mean, countOf(input.channels));
        input.deviation = numbersOf(m_deviation, countOf(input.channels));
    }
    for (const QString &line : linesOf(m_classNames->toPlainText()))
        input.classNames.push_back(line.toStdString());
    input.modules = m_modules ? m_modules->modules() : m_toldModules;
    input.output = m_output ? m_output->currentData().toString().toStdString() : m_toldOutput;
    return input;
}

void InputForm::setInput(const InputDescription &input)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_width->setValue(input.size.width);
        m_height->setValue(input.size.height);
        m_crops->setChecked(input.resize > 0);
        m_resize->setValue(input.resize > 0 ? input.resize : std::max(input.size.width, input.size.height));
        m_channels->setCurrentIndex(int(input.channels));
        m_upright->setChecked(input.upright);
        m_normalises->setChecked(!input.mean.empty());
        for (std::size_t i = 0; i < m_mean.size(); ++i) {
            m_mean[i]->setText(numberText(i < input.mean.size() ? input.mean[i] : 0));
            m_deviation[i]->setText(numberText(i < input.deviation.size() ? input.deviation[i] : 1));
        }
        QStringList names;
        for (const std::string &name : input.classNames)
            names += QString::fromStdString(name);
        m_classNames->setPlainText(names.join(u'\n'));
        m_toldOutput = input.output;
        m_toldModules = input.modules;
        if (m_modules)
            m_modules->setModules(input.modules);
        if (m_output)
            m_output->setCurrentIndex(std::max(0, m_output->findData(nameOfOutput(input.output))));
    }
    check();
}

void InputForm::showChannels()
{
    const auto channels = Channels(m_channels->currentIndex());
    QStringList names = {tr("Red"), tr("Green"), tr("Blue")};
    if (channels == Channels::BGR)
        std::reverse(names.begin(), names.end());
    if (channels == Channels::Gray)
        names = QStringList({tr("Gray"), QString(), QString()});
    for (std::size_t i = 0; i < 3; ++i) {
        const bool isThere = i < countOf(channels);
        m_channelNames[i]->setText(names[qsizetype(i)]);
        m_channelNames[i]->setEnabled(m_normalises->isChecked());
        m_mean[i]->setAccessibleName(tr("Mean, %1").arg(names[qsizetype(i)]));
        m_deviation[i]->setAccessibleName(tr("Deviation, %1").arg(names[qsizetype(i)]));
        for (QLineEdit *field : {m_mean[i], m_deviation[i]})
            field->setEnabled(isThere && m_normalises->isChecked());
    }
}

void InputForm::choosePreset()
{
    const int preset = m_preset->currentIndex();
    if (preset == Custom)
        return;
    InputDescription chosen = preset == Food11 ? food11Input() : imagenetInput();
    chosen.classNames = input().classNames;
    chosen.output = input().output;
    chosen.modules = input().modules;
    setInput(chosen);
    tellEdited();
}

void InputForm::tellEdited()
{
    if (m_showing)
        return;
    check();
    Q_EMIT edited();
}

void InputForm::say(QLabel *message, const QString &problem, std::initializer_list<QWidget *> fields)
{
    message->setText(problem.isEmpty() ? QString() : tr("⚠ %1").arg(problem));
    for (QWidget *field : fields)
        field->setAccessibleDescription(problem);
    const auto says = [](const QLabel *label) { return label && !label->text().isEmpty(); };
    giveMessagesRoom(says(m_resizeMessage) || says(m_meanMessage) || says(m_deviationMessage)
        || says(m_classNamesMessage));
}

QString InputForm::classNamesProblem() const
{
    const QStringList names = linesOf(m_classNames->toPlainText());
    const qsizetype empty = names.indexOf(QString());
    if (empty >= 0)
        return tr("Line %1 is empty.").arg(empty + 1);
    if (names.isEmpty() || classCount() == 0 || names.size() == classCount())
        return {};
    return tr("Names: %1. Classes of the network: %2.").arg(names.size()).arg(classCount());
}

/// Of the output that is chosen; 0 while it is not known.
int InputForm::classCount() const
{
    const std::string output = input().output;
    if (output == m_info.input.output)
        return m_info.classCount;
    for (const NetworkOutput &each : m_info.outputs) {
        if (each.name == output)
            return each.classCount;
    }
    return 0;
}

/// A description may tell an output by its place.
QString InputForm::nameOfOutput(const std::string &told) const
{
    return QString::fromStdString(told.empty() || told != m_info.input.output ? told : m_info.output);
}

/// Says what is wrong, each beside its field.
void InputForm::check()
{
    showChannels();
    m_resize->setEnabled(m_crops->isChecked());
    const InputDescription now = input();
    InputDescription stretched = now; // checkInput tells of one thing, and the crop comes first
    stretched.resize = 0;
    const QString noNumber = tr("One number a channel, for example 0.485.");
    QString resize;
    if (badKey(now) == "resize")
        resize =
            tr("At least %1, the longer side of the size.").arg(std::max(now.size.width, now.size.height));
    const QString mean = areNumbers(now.mean) ? QString() : noNumber;
    QString deviation;
    if (!areNumbers(now.deviation))
        deviation = noNumber;
    else if (badKey(stretched) == "std")
        deviation = tr("All must be above 0.");
    const QString names = classNamesProblem();
    say(m_resizeMessage, resize, {m_resize});
    say(m_meanMessage, mean, {m_mean[0], m_mean[1], m_mean[2]});
    say(m_deviationMessage, deviation, {m_deviation[0], m_deviation[1], m_deviation[2]});
    say(m_classNamesMessage, names, {m_classNames});
    m_preset->setCurrentIndex(presetOf(now));
    m_isGood = badKey(now).empty() && mean.isEmpty() && deviation.isEmpty() && names.isEmpty()
        && (!m_modules || m_modules->isGood());
}

void InputForm::askForClassNames()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Load class names"), startFolder(Place::Texts),
        tr("Texts (*.txt *.names *.labels);;All files (*)"));
    if (file.isEmpty())
        return;
    keepPlace(Place::Texts, toPath(file).parent_path());
    loadClassNames(toPath(file));
}

void InputForm::loadClassNames(const std::filesystem::path &file)
{
    try {
        QStringList names;
        for (const std::string &name : readClassNames(file))
            names += QString::fromStdString(name);
        m_classNames->setPlainText(names.join(u'\n'));
    } catch (const Error &error) {
        say(m_classNamesMessage, sentence(error), {m_classNames});
    }
}

} // namespace convscope
