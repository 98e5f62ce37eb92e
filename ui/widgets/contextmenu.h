#pragma once

#include <QImage>
#include <QString>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

class QAbstractItemView;
class QMenu;
class QModelIndex;
class QWidget;

namespace convscope {

class Saver;
struct NumberArray;

// What the menus offer on whatever lies under the pointer, each made in one place.

/// Offers a menu on the rows of a view, by the right button, the menu key and Shift+F10. Asking for it
/// changes neither what is selected nor what is current. `fill` gets an empty menu; where it stays empty none
/// opens.
void offerMenu(QAbstractItemView &view, std::function<void(QMenu &menu, const QModelIndex &index)> fill);

/// The same on a widget that is one thing.
void offerMenu(QWidget &widget, std::function<void(QMenu &menu)> fill);

/// Show in the file manager, copy name and path.
void addFileActions(QMenu &menu, const std::vector<std::filesystem::path> &files);

/// Copy and save a picture; `name` is proposed for its file, without an ending. `parent` outlives the menu,
/// and `saver` outlives both.
void addPictureActions(
    QMenu &menu, QWidget &parent, Saver &saver, const QImage &picture, const QString &name);

/// Numbers that can be copied and saved; made only where they are wanted, on another thread.
struct Numbers
{
    std::vector<std::string> names = {}; ///< of the arrays
    std::function<std::vector<NumberArray>()> arrays = {};
    std::function<std::string()> table = {}; ///< with commas; none where there are no numbers
};
void addNumberActions(
    QMenu &menu, QWidget &parent, Saver &saver, const Numbers &numbers, const QString &name);

/// A text as it stands in a menu, where & marks a letter.
QString menuText(QString text);

} // namespace convscope
