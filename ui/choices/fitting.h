#pragma once

#include "core/network/network.h"
#include "ui/present/row.h"

#include <QStringList>
#include <filesystem>
#include <optional>
#include <vector>

namespace convscope {

/// What classes, layers and filters were chosen from: those of a network.
struct Choosable
{
    std::filesystem::path file; ///< of the network
    QString name; ///< of the network, for people
    std::vector<Layer> layers; ///< empty where only the file is known
    int classCount = 0;
    QStringList classNames;
};

/// Takes what was chosen for one network to another: kept where it means the same there, which the names of
/// classes and layers tell and not their numbers; else put back.
class Fitting
{
public:
    /// Without `before` it is not known what was chosen from: then what the network has is kept.
    Fitting(std::optional<Choosable> before, Choosable now);

    /// The number that the class has now; none where there is no such class.
    std::optional<int> label(int before) const;
    /// None where it means nothing now.
    std::optional<Target> target(const Target &before) const;
    /// The rows with the layers, filters and classes that are meant now.
    QList<Row> rows(QList<Row> before) const;
    /// The layer and the filter that are meant now.
    std::pair<LayerId, FilterId> filter(LayerId layer, FilterId filter) const;
    /// What rows() and filter() put back, as sentences; what nobody chose is put back without a word.
    QStringList putBack(const QList<Row> &rows, LayerId layer, FilterId filter) const;

private:
    struct Place
    {
        int layer = 0;
        int filter = 0;
        bool isSame = false; ///< the layer
    };

    bool isSameNetwork() const;
    bool hasMaps(int layer) const;
    Place place(LayerId layer, FilterId filter) const;
    void sayPlace(QStringList &said, LayerId layer, FilterId filter, bool held) const;
    QString putBackTarget(const Target &before) const;
    QString putBackClass(int before) const;
    QString putBackLayer(int before, const QString &now) const;

    std::optional<Choosable> m_before;
    Choosable m_now;
};

} // namespace convscope
