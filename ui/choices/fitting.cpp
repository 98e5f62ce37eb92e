#include "ui/choices/fitting.h"

#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <algorithm>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Fitting)
};

/// Empty where the class is only numbered.
QString nameOf(const Choosable &choosable, int label)
{
    const QString name = choosable.classNames.value(label);
    const bool isNumbered = name == className({}, label) || name == QString::number(label);
    return isNumbered ? QString() : name;
}

bool hasNames(const Choosable &choosable)
{
    for (int label = 0; label < choosable.classNames.size(); ++label) {
        if (!nameOf(choosable, label).isEmpty())
            return true;
    }
    return false;
}

/// "42 (layer3.0.conv1)".
QString layerName(const std::vector<Layer> &layers, int layer)
{
    if (layer < 0 || layer >= int(layers.size()) || layers[std::size_t(layer)].name.empty())
        return QString::number(layer);
    return QStringLiteral("%1 (%2)").arg(layer).arg(QString::fromStdString(layers[std::size_t(layer)].name));
}

} // namespace

Fitting::Fitting(std::optional<Choosable> before, Choosable now)
    : m_before(std::move(before))
    , m_now(std::move(now))
{
}

/// Whether numbers mean the same now as before. A file may hold another network than it did.
bool Fitting::isSameNetwork() const
{
    if (!m_before)
        return true;
    const bool sameLayers = std::ranges::equal(m_before->layers, m_now.layers, {}, &Layer::name, &Layer::name)
        && m_before->classCount == m_now.classCount;
    return m_before->file == m_now.file && (m_before->layers.empty() || sameLayers);
}

std::optional<int> Fitting::label(int before) const
{
    const auto ifThere = [this](int label) {
        return label >= 0 && label < m_now.classCount ? std::optional(label) : std::nullopt;
    };
    if (isSameNetwork())
        return ifThere(before);
    if (hasNames(*m_before) && hasNames(m_now)) {
        const QString name = nameOf(*m_before, before);
        return name.isEmpty() ? std::nullopt : ifThere(int(m_now.classNames.indexOf(name)));
    }
    return m_before->classCount == m_now.classCount ? ifThere(before) : std::nullopt;
}

std::optional<Target> Fitting::target(const Target &before) const
{
    Target now = before;
    if (before.kind == Target::Kind::Filter) {
        const Place there = place(before.layer, before.index);
        if (!there.isSame || there.filter != before.index)
            return {};
        now.layer = there.layer;
        const Layer &layer = m_now.layers[std::size_t(there.layer)];
        if (now.unit && (now.unit->row >= layer.height || now.unit->column >= layer.width))
            return {};
        return now;
    }
    const auto fit = [this](int &index) {
        const std::optional<int> fitted = label(index);
        index = fitted.value_or(index);
        return fitted.has_value();
    };
    if (before.kind == Target::Kind::Class && !fit(now.index))
        return {};
    if (now.against && now.against->kind == OtherClass::Kind::Class && !fit(now.against->index))
        return {};
    if (now.against && m_now.classCount < 2)
        return {};
    return now;
}

bool Fitting::hasMaps(int layer) const
{
    return layer >= 0 && layer < int(m_now.layers.size()) && m_now.layers[std::size_t(layer)].hasMaps();
}

/// Where there is no such layer, the first that has maps.
Fitting::Place Fitting::place(LayerId askedLayer, FilterId askedFilter) const
{
    const auto filters = [this](int layer) { return m_now.layers[std::size_t(layer)].channels.value_or(1); };
    if (isSameNetwork()) {
        if (hasMaps(askedLayer))
            return {askedLayer, askedFilter < filters(askedLayer) ? int(askedFilter) : 0, true};
    } else if (askedLayer >= 0 && askedLayer < int(m_before->layers.size())) {
        const Layer &chosen = m_before->layers[std::size_t(askedLayer)];
        const auto same = std::ranges::find(m_now.layers, chosen.name, &Layer::name);
        if (same != m_now.layers.end() && same->hasMaps())
            return {same->index, same->channels == chosen.channels ? int(askedFilter) : 0, true};
    }
    const auto first = std::ranges::find_if(m_now.layers, [](const Layer &layer) { return layer.hasMaps(); });
    return {first == m_now.layers.end() ? int(askedLayer) : first->index, 0, false};
}

QList<Row> Fitting::rows(QList<Row> rows) const
{
    for (Row &row : rows) {
        if (!row.question)
            continue;
        if (Target *asked = fieldOf<Target>(*row.question))
            *asked = target(*asked).value_or(Target{});
        LayerId *layer = fieldOf<LayerId>(*row.question);
        FilterId *filter = fieldOf<FilterId>(*row.question);
        if (!layer)
            continue;
        const Place now = place(*layer, filter ? *filter : FilterId());
        *layer = now.layer;
        if (filter)
            *filter = now.filter;
    }
    return rows;
}

std::pair<LayerId, FilterId> Fitting::filter(LayerId layer, FilterId filter) const
{
    const Place now = place(layer, filter);
    return {now.layer, now.filter};
}

/// A number that the network has, but that was chosen from others, is not said to be missing.
QString Fitting::putBackClass(int before) const
{
    const QString name = m_before ? nameOf(*m_before, before) : QString();
    if (name.isEmpty() && before < m_now.classCount)
        return Texts::tr("Class %1 was chosen for another network; the true class is explained instead.")
            .arg(before);
    return Texts::tr("%1 has no %2; the true class is explained instead.")
        .arg(m_now.name, name.isEmpty() ? className({}, before) : name);
}

QString Fitting::putBackTarget(const Target &before) const
{
    if (before.kind == Target::Kind::Filter)
        return Texts::tr("%1 has no such filter %2 of layer %3; the true class is explained instead.")
            .arg(m_now.name)
            .arg(before.index)
            .arg(m_before ? layerName(m_before->layers, before.layer) : QString::number(before.layer));
    const bool isThere = before.kind != Target::Kind::Class || label(before.index);
    if (isThere && before.against && m_now.classCount < 2)
        return Texts::tr("%1 has one class, so there is none to compare it with.").arg(m_now.name);
    return putBackClass(isThere && before.against ? before.against->index : before.index);
}

QString Fitting::putBackLayer(int before, const QString &now) const
{
    if (m_before && m_before->file != m_now.file && before >= int(m_before->layers.size()))
        return Texts::tr("Layer %1 was chosen for another network; layer %2 is shown instead.")
            .arg(before)
            .arg(now);
    const QString name = layerName(m_before ? m_before->layers : std::vector<Layer>(), before);
    return Texts::tr("%1 has no layer %2 with maps; layer %3 is shown instead.").arg(m_now.name, name, now);
}

void Fitting::sayPlace(QStringList &said, LayerId layer, FilterId filter, bool held) const
{
    const Place now = place(layer, filter);
    const bool wasChosen = held || (m_before && !m_before->layers.empty()) || layer != LayerId();
    QString text;
    if (!now.isSame && hasMaps(now.layer) && wasChosen)
        text = putBackLayer(layer, layerName(m_now.layers, now.layer));
    else if (now.isSame && now.filter != filter)
        text = Texts::tr("Layer %1 of %2 has other filters; filter %3 is shown instead of %4.")
                   .arg(layerName(m_now.layers, now.layer), m_now.name)
                   .arg(now.filter)
                   .arg(filter.index);
    if (!text.isEmpty() && !said.contains(text))
        said << text;
}

QStringList Fitting::putBack(const QList<Row> &rows, LayerId layer, FilterId filter) const
{
    QStringList said;
    for (const Row &row : rows) {
        const Target *asked = row.question ? fieldOf<Target>(*row.question) : nullptr;
        const QString text = asked && !target(*asked) ? putBackTarget(*asked) : QString();
        if (!text.isEmpty() && !said.contains(text))
            said << text;
    }
    sayPlace(said, layer, filter, false);
    for (const Row &row : rows) {
        if (!row.held || !row.canBeHeld())
            continue;
        const FilterId *own = fieldOf<FilterId>(*row.question);
        sayPlace(said, *fieldOf<LayerId>(*row.question), own ? *own : FilterId(), true);
    }
    return said;
}

} // namespace convscope
