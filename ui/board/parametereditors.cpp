#include "ui/board/parametereditors.h"

#include "ui/widgets/classchooser.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHash>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>
#include <utility>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Parameters)
};

/// Shows a number with the digits that it has, not with as many as it might have.
class NumberBox : public QDoubleSpinBox
{
public:
    explicit NumberBox(int mostDecimals)
    {
        setDecimals(mostDecimals);
        setStepType(mostDecimals > 0 ? AdaptiveDecimalStepType : DefaultStepType);
        setKeyboardTracking(false);
    }

    QString textFromValue(double value) const override
    {
        return decimals() > 0 ? QLocale::c().toString(value, 'g', 9)
                              : QLocale::c().toString(qulonglong(value));
    }
    double valueFromText(const QString &shown) const override { return QLocale::c().toDouble(shown); }
    QValidator::State validate(QString &shown, int &) const override
    {
        bool isNumber = false;
        const double value = QLocale::c().toDouble(shown, &isNumber);
        if (isNumber && value >= minimum() && value <= maximum())
            return QValidator::Acceptable;
        const bool mayBecome = std::all_of(shown.begin(), shown.end(),
            [](QChar c) { return c.isDigit() || QStringLiteral(".e-+").contains(c); });
        return mayBecome ? QValidator::Intermediate : QValidator::Invalid;
    }
    /// Room for usual numbers, not for the largest that is allowed.
    QSize sizeHint() const override
    {
        return {fontMetrics().averageCharWidth() * 14, QDoubleSpinBox::sizeHint().height()};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }
};

template <typename T> Editor numberEditor(T &value, Bounds bounds, int mostDecimals, Edited edited)
{
    auto *box = new NumberBox(mostDecimals);
    box->setRange(bounds.least, bounds.most);
    QObject::connect(box, &QDoubleSpinBox::valueChanged, box, [&value, edited](double shown) {
        value = T(shown);
        edited();
    });
    return {box, [box, &value] {
                const QSignalBlocker blocker(box);
                box->setValue(double(value));
            }};
}

template <typename T>
Editor choiceEditor(T &value, const QList<std::pair<QString, T>> &choices, Edited edited)
{
    auto *box = new QComboBox;
    for (const auto &[label, choice] : choices)
        box->addItem(label, int(choice));
    QObject::connect(box, &QComboBox::activated, box, [box, &value, edited] {
        value = T(box->currentData().toInt());
        edited();
    });
    return {box, [box, &value] { box->setCurrentIndex(box->findData(int(value))); }};
}

} // namespace

Editor makeEditor(int &value, Bounds bounds, Edited edited)
{
    auto *box = new QSpinBox;
    box->setKeyboardTracking(false);
    box->setRange(int(bounds.least), int(bounds.most));
    QObject::connect(box, &QSpinBox::valueChanged, box, [&value, edited](int shown) {
        value = shown;
        edited();
    });
    return {box, [box, &value] {
                const QSignalBlocker blocker(box);
                box->setValue(value);
            }};
}

Editor makeEditor(std::uint32_t &value, Bounds bounds, Edited edited)
{
    return numberEditor(value, bounds, 0, std::move(edited));
}
Editor makeEditor(std::uint64_t &value, Bounds bounds, Edited edited)
{
    return numberEditor(value, bounds, 0, std::move(edited));
}
Editor makeEditor(double &value, Bounds bounds, Edited edited)
{
    return numberEditor(value, bounds, 9, std::move(edited));
}

Editor makeEditor(bool &value, Bounds, Edited edited)
{
    auto *box = new QCheckBox;
    QObject::connect(box, &QCheckBox::toggled, box, [&value, edited](bool checked) {
        value = checked;
        edited();
    });
    return {box, [box, &value] {
                const QSignalBlocker blocker(box);
                box->setChecked(value);
            }};
}

Editor makeEditor(std::optional<std::uint32_t> &value, Bounds bounds, Edited edited)
{
    auto *row = new QWidget;
    auto *check = new QCheckBox(Texts::tr("seed"));
    auto *seed = new NumberBox(0);
    seed->setRange(bounds.least, bounds.most);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(check);
    layout->addWidget(seed, 1);
    row->setFocusProxy(check);
    const auto store = [check, seed, &value, edited] {
        seed->setEnabled(check->isChecked());
        value = check->isChecked() ? std::optional(std::uint32_t(seed->value())) : std::nullopt;
        edited();
    };
    QObject::connect(check, &QCheckBox::toggled, row, store);
    QObject::connect(seed, &QDoubleSpinBox::valueChanged, row, store);
    return {row, [check, seed, &value] {
                const QSignalBlocker blockCheck(check);
                const QSignalBlocker blockSeed(seed);
                check->setChecked(value.has_value());
                seed->setValue(value.value_or(0));
                seed->setEnabled(value.has_value());
            }};
}

Editor makeEditor(Objective &value, Bounds, Edited edited)
{
    return choiceEditor<Objective>(value,
        {{Texts::tr("Loss"), Objective::Loss}, {Texts::tr("Logit"), Objective::Logit}}, std::move(edited));
}

Editor makeEditor(Score &value, Bounds, Edited edited)
{
    return choiceEditor<Score>(value,
        {{Texts::tr("Logits"), Score::Logits}, {Texts::tr("Probabilities"), Score::Probabilities}},
        std::move(edited));
}

Editor makeEditor(Target &value, const QStringList &classNames, Edited edited)
{
    auto *box = new ClassBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    QObject::connect(box, &QComboBox::activated, box, [&value, edited](int index) {
        value = index == 0 ? Target{Target::Kind::True, 0}
            : index == 1   ? Target{Target::Kind::Predicted, 0}
                           : Target{Target::Kind::Class, index - 2};
        edited();
    });
    return {box, [box, &value, &classNames] {
                box->clear();
                box->addItems({Texts::tr("True class"), Texts::tr("Predicted class")});
                for (int label = 0; label < classNames.size(); ++label)
                    box->addItem(numberedClass(label, classNames), label);
                box->setCurrentIndex(value.kind == Target::Kind::True ? 0
                        : value.kind == Target::Kind::Predicted       ? 1
                                                                      : value.index + 2);
            }};
}

ParameterText parameterText(const QString &name)
{
    static const QHash<QString, std::pair<const char *, const char *>> texts{
        {"target",
            {QT_TRANSLATE_NOOP("Parameters", "Class"),
                QT_TRANSLATE_NOOP("Parameters",
                    "The class that is explained. Where the true class is not known, the predicted one is "
                    "taken.")}},
        {"objective",
            {QT_TRANSLATE_NOOP("Parameters", "Objective"),
                QT_TRANSLATE_NOOP("Parameters",
                    "What is differentiated: the cross-entropy loss of the class, as in the notebook, or its "
                    "logit, which stays exact where the network is very sure.")}},
        {"iterations",
            {QT_TRANSLATE_NOOP("Parameters", "Steps"),
                QT_TRANSLATE_NOOP("Parameters", "Steps of the Adam optimiser.")}},
        {"lr",
            {QT_TRANSLATE_NOOP("Parameters", "Learning rate"),
                QT_TRANSLATE_NOOP("Parameters", "How far the picture may change in a step.")}},
        {"noise-seed",
            {QT_TRANSLATE_NOOP("Parameters", "From noise"),
                QT_TRANSLATE_NOOP(
                    "Parameters", "Start from random noise of this seed instead of from the photo.")}},
        {"seed",
            {QT_TRANSLATE_NOOP("Parameters", "Seed"),
                QT_TRANSLATE_NOOP("Parameters",
                    "Of the random numbers that hide superpixels. The same seed gives the same answer.")}},
        {"samples",
            {QT_TRANSLATE_NOOP("Parameters", "Samples"),
                QT_TRANSLATE_NOOP("Parameters",
                    "How many times the photo is shown to the network with superpixels hidden at random. "
                    "More take longer and vary less.")}},
        {"segments",
            {QT_TRANSLATE_NOOP("Parameters", "Segments"),
                QT_TRANSLATE_NOOP("Parameters", "About how many superpixels the photo is cut into.")}},
        {"compactness",
            {QT_TRANSLATE_NOOP("Parameters", "Compactness"),
                QT_TRANSLATE_NOOP("Parameters", "The larger, the squarer the superpixels.")}},
        {"sigma",
            {QT_TRANSLATE_NOOP("Parameters", "Sigma"),
                QT_TRANSLATE_NOOP("Parameters",
                    "How much the photo is smoothed before it is cut into superpixels, in pixels.")}},
        {"features",
            {QT_TRANSLATE_NOOP("Parameters", "Features"),
                QT_TRANSLATE_NOOP(
                    "Parameters", "How many superpixels are marked at most, the weightiest first.")}},
        {"min-weight",
            {QT_TRANSLATE_NOOP("Parameters", "Least weight"),
                QT_TRANSLATE_NOOP("Parameters", "Superpixels that weigh less are not marked.")}},
        {"score",
            {QT_TRANSLATE_NOOP("Parameters", "Score"),
                QT_TRANSLATE_NOOP("Parameters",
                    "What the weights add up to: logits, as in the notebook, or probabilities.")}},
        {"stop-when-stable",
            {QT_TRANSLATE_NOOP("Parameters", "Stop when stable"),
                QT_TRANSLATE_NOOP("Parameters",
                    "End before all samples are taken once the marked superpixels no longer change beyond "
                    "their "
                    "error. The notebook takes all samples.")}},
        {"stream-offset",
            {QT_TRANSLATE_NOOP("Parameters", "Numbers drawn"),
                QT_TRANSLATE_NOOP("Parameters",
                    "Random numbers that were drawn before this photo: 0 for a photo alone; the notebook "
                    "draws on from photo to photo.")}},
    };
    const auto found = texts.constFind(name);
    if (found == texts.constEnd())
        return {name, {}};
    return {Texts::tr(found->first), Texts::tr(found->second)};
}

} // namespace convscope
