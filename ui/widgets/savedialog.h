#pragma once

#include "ui/session/places.h"

#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>

class QWidget;

namespace convscope {

/// What a dialog that asks for a new file says and offers.
struct SaveQuestion
{
    QString title;
    Place place = Place::Figures; ///< where it begins, and what is remembered
    QString name; ///< that is proposed, without an ending
    QStringList kinds; ///< of file, each with its ending: "PNG (*.png)"
};

struct SavePlace
{
    std::filesystem::path file; ///< with the ending of its kind
    int kind = 0; ///< of the question's
};

/// Asks where to save. The name gets the ending of the kind that is chosen unless it has that of another one,
/// and whoever names a file that is there already is asked whether to replace it. None: nowhere.
std::optional<SavePlace> askWhereToSave(QWidget &parent, const SaveQuestion &question);

} // namespace convscope
