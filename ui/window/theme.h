#pragma once

namespace convscope {

/// The colours of the window.
enum class Theme
{
    System, ///< as the desktop says, also when it changes its mind
    Light,
    Dark
};

/// Gives the application these colours from here on. GUI thread only.
void applyTheme(Theme theme);

/// To be called when the palette has changed: where it leaves secondary text hard to read, that is mended.
void keepTextReadable();

// What the user chose, in the settings.
Theme chosenTheme();
void keepTheme(Theme theme);

} // namespace convscope
