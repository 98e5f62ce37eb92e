#include "ui/comparison/comparisonsettings.h"

#include "ui/present/comparedmethods.h"
#include "ui/present/comparisontexts.h"
#include "ui/present/measuretexts.h"
#include "ui/present/preset.h"
#include "ui/present/row.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

constexpr int photoCounts[] = {20, 50, 100};

/// Where the methods come from. Presets are called by their ids.
const QString fromBoard = QStringLiteral("board");
const QString fromAll = QStringLiteral("all");

QString upperFirst(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

ComparisonSettings::ComparisonSettings(ComparisonOffer offer, QWidget *parent)
    : QWidget(parent)
    , m_offer(std::move(offer))
    , m_methods(new QComboBox)
    , m_methodNames(new QLabel)
    , m_measures(new QListWidget)
    , m_count(new QComboBox)
{
    makeMethods();
    makeMeasures();
    m_count->setObjectName(QStringLiteral("comparedPhotos"));
    m_count->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const auto titled = [](const QString &text, QWidget &of) {
        auto *label = new QLabel(text);
        label->setBuddy(&of);
        return label;
    };
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(titled(tr("&Methods"), *m_methods));
    layout->addWidget(m_methods);
    layout->addWidget(m_methodNames);
    layout->addSpacing(8);
    layout->addWidget(titled(tr("M&easures"), *m_measures));
    layout->addWidget(m_measures, 1);
    layout->addSpacing(8);
    layout->addWidget(titled(tr("P&hotos"), *m_count));
    layout->addWidget(m_count);
    connect(m_methods, &QComboBox::currentIndexChanged, this, &ComparisonSettings::showMethods);
    connect(m_measures, &QListWidget::itemChanged, this, &ComparisonSettings::changed);
    connect(m_count, &QComboBox::currentIndexChanged, this, &ComparisonSettings::changed);
    refresh();
}

void ComparisonSettings::makeMethods()
{
    m_methods->setObjectName(QStringLiteral("comparedMethods"));
    m_methods->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_methods->addItem(tr("The rows of the board"), fromBoard);
    for (const QString &id : builtInPresetIds())
        m_methods->addItem(builtInPreset(id)->name, id);
    m_methods->addItem(tr("All methods"), fromAll);
    m_methodNames->setObjectName(QStringLiteral("comparedMethodNames"));
    m_methodNames->setWordWrap(true);
    m_methodNames->setEnabled(false); // less important than what can be chosen
}

void ComparisonSettings::makeMeasures()
{
    m_measures->setObjectName(QStringLiteral("comparedMeasures"));
    m_measures->setWordWrap(true);
    m_measures->setAccessibleName(tr("Measures"));
    const std::vector<MeasurePtr> usual = usualComparedMeasures();
    for (const MeasurePtr &measure : allMeasures()) {
        const std::string name = measure->traits().name;
        auto *item = new QListWidgetItem(
            (upperFirst(measureTitle(*measure)) + QChar::Nbsp + betterSign(measure->traits().better))
                .trimmed());
        item->setData(Qt::UserRole, QString::fromStdString(name));
        item->setToolTip(measureExplanation(*measure) + u'\n' + betterText(measure->traits().better));
        const bool isUsual = std::any_of(usual.begin(), usual.end(),
            [&name](const MeasurePtr &one) { return name == one->traits().name; });
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isUsual ? Qt::Checked : Qt::Unchecked);
        m_measures->addItem(item);
    }
}

void ComparisonSettings::refresh()
{
    const int photos = m_offer.photoCount();
    const int chosen = m_count->count() > 0 ? m_count->currentData().toInt() : photoCounts[0];
    const QSignalBlocker blocker(m_count);
    m_count->clear();
    for (const int count : photoCounts) {
        if (count < photos)
            m_count->addItem(tr("%1 of %2, evenly spread").arg(count).arg(photos), count);
    }
    m_count->addItem(photos == 1 ? tr("The one in the gallery") : tr("All %1 in the gallery").arg(photos), 0);
    m_count->setCurrentIndex(std::max(0, m_count->findData(chosen)));
    showMethods();
}

/// What the choice means.
void ComparisonSettings::showMethods()
{
    ComparisonPlan plan;
    plan.questions = methods();
    const QStringList titles = comparedTitles(plan).mid(qsizetype(comparedRivals.size()));
    constexpr int most = 8;
    QString text = titles.mid(0, most).join(QStringLiteral(", "));
    if (titles.size() > most)
        text = tr("%1 and %2 more").arg(text).arg(titles.size() - most);
    m_methodNames->setText(text);
    m_methodNames->setToolTip(titles.join(u'\n'));
    Q_EMIT changed();
}

std::vector<MethodOptions> ComparisonSettings::methods() const
{
    const QString chosen = m_methods->currentData().toString();
    if (chosen == fromBoard)
        return comparableOf(m_offer.boardMethods());
    std::vector<MethodOptions> methods =
        chosen == fromAll ? allMethods() : questionsOf(builtInPreset(chosen)->rows);
    std::transform(methods.begin(), methods.end(), methods.begin(), m_offer.chosen);
    return comparableOf(methods);
}

/// Those that judge a map come first.
std::vector<MeasurePtr> ComparisonSettings::measures() const
{
    std::vector<MeasurePtr> measures;
    for (int row = 0; row < m_measures->count(); ++row) {
        const QListWidgetItem *item = m_measures->item(row);
        if (item->checkState() == Qt::Checked)
            measures.push_back(measureNamed(item->data(Qt::UserRole).toString().toStdString()));
    }
    std::stable_partition(measures.begin(), measures.end(),
        [](const MeasurePtr &measure) { return measure->traits().better != Better::Neither; });
    return measures;
}

ComparisonPlan ComparisonSettings::plan() const
{
    const int count = m_count->currentData().toInt();
    const std::vector<PhotoRef> photos = m_offer.photos();
    return {.photos = count == 0 ? photos : spreadPhotos(photos, std::size_t(count)),
        .questions = methods(),
        .measures = measures()};
}

QString ComparisonSettings::problem() const
{
    if (m_offer.photoCount() == 0)
        return tr("The gallery shows no photos. Open some, or change its filters.");
    if (methods().empty())
        return tr("No row of the board has a map that can be measured. Choose other methods.");
    if (measures().empty())
        return tr("Choose at least one measure.");
    return {};
}

} // namespace convscope
