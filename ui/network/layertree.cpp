#include "ui/network/layertree.h"

#include <QHash>
#include <QStringList>
#include <algorithm>

namespace convscope {

namespace {

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// As people who draw networks write it.
QString shortKind(const std::string &kind)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("Conv2d"), QStringLiteral("conv")},
        {QStringLiteral("BatchNorm2d"), QStringLiteral("BN")},
        {QStringLiteral("MaxPool2d"), QStringLiteral("pool")},
        {QStringLiteral("AvgPool2d"), QStringLiteral("pool")},
    };
    const QString full = QString::fromStdString(kind);
    return names.value(full, full);
}

class Grower
{
public:
    explicit Grower(const std::vector<Layer> &layers)
        : m_layers(layers)
    {
        for (const Layer &layer : layers)
            m_paths.push_back(QString::fromStdString(layer.name).split(u'.'));
    }

    std::vector<LayerNode> grow()
    {
        if (!m_layers.empty()) {
            const int last = int(m_layers.size()) - 1;
            addRange(0, last, commonDepth(0, last, 0), -1);
        }
        return std::move(m_nodes);
    }

private:
    bool isModule(int layer, int depth) const { return m_paths[std::size_t(layer)].size() <= depth + 1; }

    const QString &part(int layer, int depth) const { return m_paths[std::size_t(layer)][depth]; }

    bool isConvolution(int layer) const { return m_layers[std::size_t(layer)].kind == "Conv2d"; }

    /// The first depth from `depth` on at which the names of these modules differ or one of them ends.
    int commonDepth(int first, int last, int depth) const
    {
        const auto agree = [&] {
            for (int layer = first; layer <= last; ++layer) {
                if (isModule(layer, depth) || part(layer, depth) != part(first, depth))
                    return false;
            }
            return true;
        };
        while (agree())
            ++depth;
        return depth;
    }

    /// Modules whose names agree before `depth`.
    void addRange(int first, int last, int depth, int parent)
    {
        for (int begin = first; begin <= last;) {
            int end = begin;
            const bool module = isModule(begin, depth);
            while (end < last && isModule(end + 1, depth) == module
                && (module || part(end + 1, depth) == part(begin, depth)))
                ++end;
            if (module)
                addModules(begin, end, depth, depth, parent);
            else
                addBranch(begin, end, depth, parent);
            begin = end + 1;
        }
    }

    void addBranch(int first, int last, int depth, int parent)
    {
        const int inner = commonDepth(first, last, depth + 1);
        const bool onlyModules = std::all_of(m_paths.begin() + first, m_paths.begin() + last + 1,
            [inner](const QStringList &path) { return path.size() == inner + 1; });
        if (first == last || (onlyModules && isLongSequential(first, last, inner))) {
            addModules(first, last, inner, depth, parent);
            return;
        }
        // A number says little without what it is a part of.
        const int from = depth > 0 && isNumber(part(first, depth)) ? depth - 1 : depth;
        const QString title = m_paths[std::size_t(first)].mid(from, inner - from).join(u'.');
        const int branch = add(first, last, title, parent);
        m_nodes[std::size_t(branch)].path = m_paths[std::size_t(first)].mid(0, inner).join(u'.');
        addRange(first, last, inner, branch);
    }

    bool isLongSequential(int first, int last, int depth) const
    {
        int convolutions = 0;
        for (int layer = first; layer <= last; ++layer) {
            if (!isNumber(part(layer, depth)))
                return false;
            convolutions += isConvolution(layer);
        }
        return convolutions > 1;
    }

    /// Modules whose names agree before `depth`, and are shown from `shownFrom` on.
    void addModules(int first, int last, int depth, int shownFrom, int parent)
    {
        const bool blocks = isLongSequential(first, last, depth);
        for (int begin = first; begin <= last;) {
            int end = begin;
            if (blocks && isConvolution(begin)) {
                while (end < last && !isConvolution(end + 1))
                    ++end;
            }
            const int in = end > begin ? add(begin, end, blockTitle(begin, end), parent) : parent;
            for (int layer = begin; layer <= end; ++layer)
                add(layer, layer, m_paths[std::size_t(layer)].mid(shownFrom).join(u'.'), in);
            begin = end + 1;
        }
    }

    QString blockTitle(int first, int last) const
    {
        QStringList kinds;
        for (int layer = first; layer <= last; ++layer)
            kinds << shortKind(m_layers[std::size_t(layer)].kind);
        return kinds.join(u' ');
    }

    int add(int first, int last, const QString &title, int parent)
    {
        const int number = int(m_nodes.size());
        LayerNode node;
        node.parent = parent;
        node.title = title;
        node.first = first;
        node.last = last;
        if (parent < 0) {
            node.row = m_top++;
        } else {
            node.row = int(m_nodes[std::size_t(parent)].children.size());
            m_nodes[std::size_t(parent)].children.push_back(number);
        }
        m_nodes.push_back(std::move(node));
        return number;
    }

    const std::vector<Layer> &m_layers;
    std::vector<QStringList> m_paths;
    std::vector<LayerNode> m_nodes;
    int m_top = 0;
};

} // namespace

std::vector<LayerNode> layerTree(const std::vector<Layer> &layers) { return Grower(layers).grow(); }

void addBranch(std::vector<LayerNode> &nodes, int first, int last, const QString &title)
{
    const auto isTop = [](const LayerNode &node) { return node.parent < 0; };
    LayerNode branch;
    branch.row = int(std::count_if(nodes.begin(), nodes.end(), isTop));
    branch.title = title;
    branch.first = first;
    branch.last = last;
    const int number = int(nodes.size());
    nodes.push_back(branch);
    for (int layer = first; layer <= last; ++layer) {
        LayerNode node;
        node.parent = number;
        node.row = layer - first;
        node.first = node.last = layer;
        nodes[std::size_t(number)].children.push_back(int(nodes.size()));
        nodes.push_back(std::move(node));
    }
}

std::vector<LayerNode> layerList(const std::vector<int> &layers)
{
    std::vector<LayerNode> nodes;
    for (const int layer : layers) {
        LayerNode node;
        node.row = int(nodes.size());
        node.first = node.last = layer;
        nodes.push_back(std::move(node));
    }
    return nodes;
}

} // namespace convscope
