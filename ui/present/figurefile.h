#pragma once

#include "ui/present/session.h"

namespace convscope {

/// The recipe that a figure carries: a PNG's text chunk, an SVG's description, a PDF's attachment. The
/// content tells the kind of file, not its name. Nothing is drawn or decoded. Throws Error: NoSuchFile,
/// CannotRead (also of a file larger than any figure), FileEmpty, FigureWithoutRecipe.
QByteArray recipeOf(const std::filesystem::path &figure);

/// The board that a figure shows. Throws what recipeOf and parseSession throw, told of the file.
Session readFigure(const std::filesystem::path &figure);

} // namespace convscope
