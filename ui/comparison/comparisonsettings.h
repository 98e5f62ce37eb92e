#pragma once

#include "core/explain/comparison.h"

#include <QString>
#include <QWidget>
#include <filesystem>
#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;

namespace convscope {

/// What can be compared in the window.
struct ComparisonOffer
{
    std::function<std::vector<MethodOptions>()> boardMethods; ///< that the board's rows ask
    /// A method at the layer, the filter and for the class that are chosen.
    std::function<MethodOptions(const MethodOptions &)> chosen;
    std::function<int()> photoCount; ///< of the photos that the gallery shows
    std::function<std::vector<PhotoRef>()> photos; ///< these
    std::function<std::filesystem::path()> folder; ///< that they are in
};

/// Which methods are compared by which measures over how many photos.
class ComparisonSettings : public QWidget
{
    Q_OBJECT
public:
    explicit ComparisonSettings(ComparisonOffer offer, QWidget *parent = nullptr);

    ComparisonPlan plan() const;
    /// Of the photos.
    std::filesystem::path folder() const { return m_offer.folder(); }
    /// Why nothing can be compared yet, in a sentence; empty where something can.
    QString problem() const;
    /// The board has other rows, or the gallery shows other photos.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void makeMethods();
    void makeMeasures();
    void showMethods();
    std::vector<MethodOptions> methods() const;
    std::vector<MeasurePtr> measures() const;

    ComparisonOffer m_offer;
    QComboBox *m_methods;
    QLabel *m_methodNames;
    QListWidget *m_measures;
    QComboBox *m_count;
};

} // namespace convscope
