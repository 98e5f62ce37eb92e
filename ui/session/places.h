#pragma once

#include <QString>
#include <filesystem>

namespace convscope {

// Where file dialogs begin: where the last file of the kind was, in the user's settings; before that among
// the user's own files. Never in the folder that the program was started from, or its own.

enum class Place
{
    Photos,
    Networks,
    Figures,
    Sessions,
    Presets, ///< of rows
    Tables, ///< of numbers
    Texts, ///< class names and the like
};

/// For people to read, as file dialogs take it.
QString startFolder(Place place);

/// The file was chosen, or the folder: the next dialog of the kind begins there.
void keepPlace(Place place, const std::filesystem::path &folder);

} // namespace convscope
