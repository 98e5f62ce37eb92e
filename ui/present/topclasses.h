#pragma once

#include "core/network/prediction.h"

#include <QColor>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace convscope {

/// A class with what the network gives it for one photo.
struct TopClass
{
    QString name;
    double probability = 0; ///< as the network states it
    QColor colour;
    bool isTrue = false; ///< the photo's true class

    bool operator==(const TopClass &) const = default;
};

constexpr int topClassCount = 5;

/// The likeliest classes of a photo, the likeliest first; fewer where the network has fewer.
QList<TopClass> topClasses(
    const Prediction &prediction, const QStringList &classNames, std::optional<int> label);

/// "Egg 93 %", with a mark where it is the true class.
QString topText(const TopClass &share);

/// For a tooltip, one line a class.
QStringList topLines(const QList<TopClass> &top);

} // namespace convscope
