#include "ui/gallery/gallerytools.h"

#include "ui/present/colours.h"
#include "ui/widgets/classchooser.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

QIcon classIcon(int label, const QPalette &palette)
{
    constexpr int side = 20; // scaled down, also where a pixel of the layout is two of the screen
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette.color(QPalette::Disabled, QPalette::Text));
    painter.setBrush(classColour(label));
    painter.drawRoundedRect(QRectF(1.5, 1.5, side - 3, side - 3), 4, 4);
    return pixmap;
}

template <typename Combo = QComboBox> Combo *makeCombo(const char *name, const QString &accessibleName)
{
    auto *combo = new Combo;
    combo->setObjectName(QLatin1String(name));
    combo->setAccessibleName(accessibleName);
    combo->view()->setAccessibleName(accessibleName);
    // A long class name is cut, it does not widen the gallery; nor do buttons that come beside it.
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return combo;
}

QSpinBox *makePercent(const char *name, const QString &accessibleName, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessibleName);
    box->setRange(0, 100);
    box->setSuffix(GalleryTools::tr(" %"));
    box->setValue(value);
    return box;
}

QToolButton *makeButton(const char *name, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void select(QComboBox *combo, const QVariant &data) { combo->setCurrentIndex(combo->findData(data)); }

QVariant toVariant(const std::optional<int> &label) { return label ? QVariant(*label) : QVariant(-1); }

std::optional<int> toLabel(const QComboBox *classes)
{
    const QVariant label = classes->currentData(); // invalid where the class is not listed
    return label.isValid() && label.toInt() >= 0 ? std::optional(label.toInt()) : std::nullopt;
}

} // namespace

GalleryTools::GalleryTools(Choices &choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_search(new SearchField)
    , m_hint(new QLabel)
    , m_order(makeCombo("photoOrder", tr("Order of the photos")))
    , m_filterButton(makeButton("filterPhotos", tr("Show only…")))
    , m_clear(makeButton("clearFilters", tr("Clear")))
    , m_trueClass(makeCombo<ClassBox>("trueClass", tr("True class")))
    , m_predictedClass(makeCombo<ClassBox>("predictedClass", tr("Predicted class")))
    , m_correctness(makeCombo("correctness", tr("Right or wrong")))
    , m_min(makePercent("leastConfidence", tr("Least confidence"), 0))
    , m_max(makePercent("mostConfidence", tr("Most confidence"), 100))
    , m_needs(new QLabel(tr("Evaluate the photos to choose by what the network says of them.")))
{
    makeSearch();
    m_filters = makeFilters();
    m_filters->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_hint);
    layout->addWidget(makeBar());
    layout->addWidget(m_filters);
    fillAllClasses();
    setHasVerdicts(false);
    showArrangement();
    connect(&choices, &Choices::changed, this, [this](Choices::What what) {
        if (what == Choices::What::Arrangement)
            showArrangement();
    });
}

void GalleryTools::makeSearch()
{
    m_search->setObjectName(QStringLiteral("photoSearch"));
    m_search->setAccessibleName(tr("Search photos by name or index"));
    m_search->setPlaceholderText(tr("Name or index"));
    m_search->setToolTip(
        tr("Part of a file name shows the photos that have it. A number goes to the photo with that index, "
           "counted as the notebook does, from 0; several, as 83,4218, select those photos (Ctrl+F, Ctrl+G "
           "or /)"));
    connect(m_search, &SearchField::left, this, &GalleryTools::left);
    connect(m_search, &QLineEdit::textChanged, this, &GalleryTools::takeEdited);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        const std::vector<int> indices = typedIndices();
        if (indices.empty())
            Q_EMIT left();
        else if (std::ranges::max(indices) < m_photos)
            Q_EMIT indicesAsked(indices);
    });
    m_hint->setObjectName(QStringLiteral("searchHint"));
    m_hint->setWordWrap(true);
    m_hint->hide();
}

QWidget *GalleryTools::makeBar()
{
    m_filterButton->setCheckable(true);
    m_filterButton->setToolTip(tr("Show only some of the photos"));
    connect(m_filterButton, &QToolButton::toggled, this, [this](bool on) { m_filters->setVisible(on); });
    m_clear->setToolTip(tr("Show all photos again"));
    m_clear->setAccessibleName(tr("Show all photos again"));
    connect(m_clear, &QToolButton::clicked, this, &GalleryTools::clearFilters);
    fillOrders();
    connect(m_order, &QComboBox::currentIndexChanged, this, &GalleryTools::takeEdited);
    m_order->setToolTip(tr("In which order the photos stand"));

    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_filterButton);
    layout->addWidget(m_clear);
    layout->addWidget(m_order, 1);
    return bar;
}

QWidget *GalleryTools::makeFilters()
{
    m_correctness->addItem(tr("Any"), int(Correctness::Any));
    m_correctness->addItem(tr("✓ right"), int(Correctness::Right));
    m_correctness->addItem(tr("✗ wrong"), int(Correctness::Wrong));
    for (QComboBox *combo : {m_trueClass, m_predictedClass, m_correctness})
        connect(combo, &QComboBox::currentIndexChanged, this, &GalleryTools::takeEdited);
    for (QSpinBox *box : {m_min, m_max})
        connect(box, &QSpinBox::valueChanged, this, &GalleryTools::takeEdited);
    m_needs->setObjectName(QStringLiteral("needsEvaluation"));
    m_needs->setWordWrap(true);

    auto *confidence = new QWidget;
    auto *range = new QHBoxLayout(confidence);
    range->setContentsMargins(0, 0, 0, 0);
    range->setSpacing(4);
    range->addWidget(m_min, 1);
    range->addWidget(new QLabel(tr("to")));
    range->addWidget(m_max, 1);
    auto *filters = new QWidget;
    auto *layout = new QFormLayout(filters);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addRow(tr("True"), m_trueClass);
    layout->addRow(tr("Predicted"), m_predictedClass);
    layout->addRow(tr("Answer"), m_correctness);
    layout->addRow(tr("Confidence"), confidence);
    layout->addRow(m_needs);
    return filters;
}

void GalleryTools::fillOrders()
{
    const std::pair<QString, PhotoOrder> orders[] = {
        {tr("Folder order"), PhotoOrder::Folder},
        {tr("By name"), PhotoOrder::Name},
        {tr("Least confident first"), PhotoOrder::LeastConfident},
        {tr("Most confident first"), PhotoOrder::MostConfident},
        {tr("By predicted class"), PhotoOrder::PredictedClass},
        {tr("Wrong first"), PhotoOrder::WrongFirst},
    };
    for (const auto &[text, order] : orders)
        m_order->addItem(text, int(order));
}

/// A class that is there no more is not filtered by.
void GalleryTools::setClassNames(const QStringList &classNames)
{
    m_classNames = classNames;
    fillAllClasses();
    Arrangement kept = m_choices.arrangement();
    const auto trueClasses = m_ownClasses.isEmpty() ? classNames.size() : m_ownClasses.size();
    if (kept.trueClass && *kept.trueClass >= trueClasses)
        kept.trueClass.reset();
    if (kept.predictedClass && *kept.predictedClass >= classNames.size())
        kept.predictedClass.reset();
    m_choices.setArrangement(kept);
}

void GalleryTools::setOwnClasses(const QStringList &classes)
{
    if (m_ownClasses == classes)
        return;
    m_ownClasses = classes;
    fillAllClasses();
}

void GalleryTools::fillAllClasses()
{
    const QScopedValueRollback showing(m_showing, true);
    const Arrangement &asked = m_choices.arrangement();
    fillClasses(m_trueClass, m_ownClasses.isEmpty() ? m_classNames : m_ownClasses, asked.trueClass);
    fillClasses(m_predictedClass, m_classNames, asked.predictedClass);
}

void GalleryTools::fillClasses(QComboBox *classes, const QStringList &names, const std::optional<int> &chosen)
{
    classes->clear();
    classes->addItem(tr("Any"), -1);
    const bool areOwn = classes == m_trueClass && !m_ownClasses.isEmpty(); // which have no colour
    for (int label = 0; label < names.size(); ++label)
        classes->addItem(areOwn ? QIcon() : classIcon(label, palette()), names[label], label);
    select(classes, toVariant(chosen));
}

void GalleryTools::setHasVerdicts(bool has)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_predictedClass), static_cast<QWidget *>(m_correctness),
             static_cast<QWidget *>(m_min), static_cast<QWidget *>(m_max)})
        widget->setEnabled(has);
    m_needs->setVisible(!has);
    auto *orders = qobject_cast<QStandardItemModel *>(m_order->model());
    for (int row = 0; row < m_order->count(); ++row) {
        const PhotoOrder order = PhotoOrder(m_order->itemData(row).toInt());
        orders->item(row)->setEnabled(has || order == PhotoOrder::Folder || order == PhotoOrder::Name);
    }
}

void GalleryTools::setPhotoCount(int count)
{
    m_photos = count;
    showButtons();
}

bool GalleryTools::areFiltersShown() const { return m_filterButton->isChecked(); }

void GalleryTools::showFilters(bool shown) { m_filterButton->setChecked(shown); }

void GalleryTools::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void GalleryTools::clearSearch() { m_search->clear(); }

void GalleryTools::clearFilters()
{
    Arrangement cleared;
    cleared.order = m_choices.arrangement().order;
    m_choices.setArrangement(cleared);
    m_search->clear(); // also of numbers, which are no filter
}

/// What the widgets say.
Arrangement GalleryTools::edited() const
{
    Arrangement now;
    now.name = typedIndices().empty() ? m_search->text().trimmed() : QString();
    now.order = PhotoOrder(m_order->currentData().toInt());
    now.trueClass = toLabel(m_trueClass);
    now.predictedClass = toLabel(m_predictedClass);
    now.correctness = Correctness(m_correctness->currentData().toInt());
    now.minConfidence = m_min->value() / 100.0;
    now.maxConfidence = m_max->value() / 100.0;
    return now;
}

void GalleryTools::takeEdited()
{
    if (m_showing)
        return;
    m_choices.setArrangement(edited());
    showButtons(); // numbers that are typed change no arrangement
}

/// The widgets stay as they are where they say so already: somebody may be typing in one of them.
void GalleryTools::showArrangement()
{
    const Arrangement &asked = m_choices.arrangement();
    if (edited() != asked) {
        const QScopedValueRollback showing(m_showing, true);
        m_search->setText(asked.name);
        select(m_order, int(asked.order));
        select(m_trueClass, toVariant(asked.trueClass));
        select(m_predictedClass, toVariant(asked.predictedClass));
        select(m_correctness, int(asked.correctness));
        m_min->setValue(qRound(asked.minConfidence * 100));
        m_max->setValue(qRound(asked.maxConfidence * 100));
        if (asked.filterCount() > 0)
            m_filterButton->setChecked(true);
    }
    showButtons();
}

void GalleryTools::showButtons()
{
    const int count = m_choices.arrangement().filterCount();
    m_filterButton->setText(count > 0 ? tr("Show only (%1)").arg(count) : tr("Show only…"));
    m_clear->setVisible(count > 0);
    const std::vector<int> indices = typedIndices();
    m_hint->setVisible(!indices.empty());
    if (indices.empty())
        return;
    const int max = std::ranges::max(indices);
    if (max >= m_photos)
        m_hint->setText(m_photos > 0 ? tr("The last index is %1.").arg(m_photos - 1) : tr("No photos"));
    else if (indices.size() == 1)
        m_hint->setText(tr("Enter goes to the photo with index %1.").arg(max));
    else
        m_hint->setText(tr("Enter selects the photos with these %1 indices.").arg(indices.size()));
}

/// Numbers that are typed alone, with commas or blanks between them, each once; too large a one is beyond any
/// folder.
std::vector<int> GalleryTools::typedIndices() const
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    std::vector<int> indices;
    for (const QString &word : m_search->text().split(between, Qt::SkipEmptyParts)) {
        if (!std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
            return {};
        bool fits = false;
        const int index = word.toInt(&fits);
        const int known = fits ? index : std::numeric_limits<int>::max();
        if (!std::ranges::count(indices, known))
            indices.push_back(known);
    }
    return indices;
}

} // namespace convscope
