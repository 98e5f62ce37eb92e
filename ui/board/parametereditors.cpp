#include "ui/board/parametereditors.h"

#include "ui/present/methodtexts.h"
#include "ui/widgets/classchooser.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
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
    explicit NumberBox(int maxDecimals)
    {
        setDecimals(maxDecimals);
        setStepType(maxDecimals > 0 ? AdaptiveDecimalStepType : DefaultStepType);
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

template <typename T> Editor numberEditor(T &value, Bounds bounds, int maxDecimals, Edited edited)
{
    auto *box = new NumberBox(maxDecimals);
    box->setRange(bounds.min, bounds.max);
    QObject::connect(box, &QDoubleSpinBox::valueChanged, box, [&value, edited](double shown) {
        value = T(shown);
        edited();
    });
    return {box, [box, &value] {
                const QSignalBlocker blocker(box);
                box->setValue(double(value));
            }};
}

} // namespace

Editor makeEditor(int &value, Bounds bounds, Edited edited)
{
    auto *box = new QSpinBox;
    box->setKeyboardTracking(false);
    box->setRange(int(bounds.min), int(bounds.max));
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

Editor makeEditor(std::optional<Seed> &value, Bounds bounds, Edited edited)
{
    auto *row = new QWidget;
    auto *check = new QCheckBox(Texts::tr("seed"));
    auto *seed = new NumberBox(0);
    seed->setRange(bounds.min, bounds.max);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(check);
    layout->addWidget(seed, 1);
    row->setFocusProxy(check);
    const auto store = [check, seed, &value, edited] {
        seed->setEnabled(check->isChecked());
        value = check->isChecked() ? std::optional(Seed(std::uint32_t(seed->value()))) : std::nullopt;
        edited();
    };
    QObject::connect(check, &QCheckBox::toggled, row, store);
    QObject::connect(seed, &QDoubleSpinBox::valueChanged, row, store);
    return {row, [check, seed, &value] {
                const QSignalBlocker blockCheck(check);
                const QSignalBlocker blockSeed(seed);
                check->setChecked(value.has_value());
                seed->setValue(double(value.value_or(Seed()).value));
                seed->setEnabled(value.has_value());
            }};
}

Editor makeEditor(LayerId &value, Bounds bounds, Edited edited)
{
    return makeEditor(value.index, bounds, std::move(edited));
}
Editor makeEditor(FilterId &value, Bounds bounds, Edited edited)
{
    return makeEditor(value.index, bounds, std::move(edited));
}
Editor makeEditor(Seed &value, Bounds bounds, Edited edited)
{
    return makeEditor(value.value, bounds, std::move(edited));
}

Editor makeWordEditor(const QStringList &words, const QStringList &sentences, std::function<int()> get,
    const std::function<void(int)> &set)
{
    auto *box = new QComboBox;
    box->addItems(words);
    for (qsizetype i = 0; i < sentences.size(); ++i)
        box->setItemData(int(i), sentences[i], Qt::ToolTipRole);
    QObject::connect(box, &QComboBox::activated, box, [set](int place) { set(place); });
    return {box, [box, get = std::move(get)] { box->setCurrentIndex(get()); }};
}

namespace {

constexpr int keyRole = Qt::UserRole + 1; ///< of an item: the target or the rival in words of ours

ClassBox *newClassBox()
{
    auto *box = new ClassBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

void addItem(QComboBox &box, const QString &text, const std::string &key)
{
    box.addItem(text);
    box.setItemData(box.count() - 1, QString::fromStdString(key), keyRole);
}

void addClassItems(QComboBox &box, const QStringList &classNames)
{
    for (int label = 0; label < classNames.size(); ++label) {
        box.addItem(numberedClass(label, classNames), label);
        box.setItemData(box.count() - 1, QString::number(label), keyRole);
    }
}

std::string keyAt(const QComboBox &box, int index)
{
    return box.itemData(index, keyRole).toString().toStdString();
}

} // namespace

Editor makeEditor(ClassId &value, const QStringList &classNames, Edited edited)
{
    ClassBox *box = newClassBox();
    QObject::connect(box, &QComboBox::activated, box, [&value, edited, box](int index) {
        value = box->itemData(index, keyRole).toInt();
        edited();
    });
    return {box, [box, &value, &classNames, shown = std::optional<QStringList>()]() mutable {
                if (shown != classNames) { // there may be a thousand
                    box->clear();
                    addClassItems(*box, classNames);
                    shown = classNames;
                }
                box->setCurrentIndex(box->findData(QString::number(value), keyRole));
            }};
}

Editor makeEditor(Target &value, const MethodOptions &method, const QStringList &classNames, Edited edited)
{
    ClassBox *box = newClassBox();
    QObject::connect(box, &QComboBox::activated, box, [&value, edited, box](int index) {
        Target chosen = parseTarget(keyAt(*box, index));
        if (chosen.isClass())
            chosen.against = value.against;
        value = chosen;
        edited();
    });
    const bool mayBeEntropy = canExplain(method, {Target::Kind::Entropy});
    const auto fill = [box, &value, &classNames, mayBeEntropy] {
        box->clear();
        addItem(*box, Texts::tr("True class"), "true");
        addItem(*box, Texts::tr("Predicted class"), "predicted");
        addClassItems(*box, classNames);
        if (mayBeEntropy)
            addItem(*box, Texts::tr("How unsure the network is"), "entropy");
        if (value.kind == Target::Kind::Filter)
            addItem(*box, targetDetail(value), toString(value));
    };
    return {box, [box, &value, &classNames, fill, shown = std::optional<QStringList>()]() mutable {
                Target asked = value;
                asked.against.reset();
                const QString key = QString::fromStdString(toString(asked));
                if (shown != classNames || box->findData(key, keyRole) < 0) { // there may be a thousand
                    fill();
                    shown = classNames;
                }
                box->setCurrentIndex(box->findData(key, keyRole));
            }};
}

Editor makeOtherClassEditor(Target &value, const QStringList &classNames, Edited edited)
{
    ClassBox *box = newClassBox();
    QObject::connect(box, &QComboBox::activated, box, [&value, edited, box](int index) {
        const std::string key = keyAt(*box, index);
        value.against = otherClassFrom(key);
        edited();
    });
    return {box, [box, &value, &classNames, shown = std::optional<QStringList>()]() mutable {
                if (shown != classNames) {
                    box->clear();
                    addItem(*box, Texts::tr("No other class"), {});
                    addItem(*box, Texts::tr("Strongest other class"), "strongest");
                    addItem(*box, Texts::tr("True class"), "true");
                    addItem(*box, Texts::tr("Predicted class"), "predicted");
                    addClassItems(*box, classNames);
                    shown = classNames;
                }
                const std::string key = value.against ? toString(*value.against) : std::string();
                box->setCurrentIndex(box->findData(QString::fromStdString(key), keyRole));
                box->setEnabled(value.isClass() && classNames.size() != 1);
            }};
}

} // namespace convscope
