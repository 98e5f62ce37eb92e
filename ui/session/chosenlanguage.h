#pragma once

#include <QString>

namespace convscope {

// The language that the user chose, in the settings.

/// Its code; empty: as the system says.
QString chosenLanguage();
void keepLanguage(const QString &code);

/// The chosen one, or the system's.
QString spokenLanguage();

} // namespace convscope
