#pragma once

#include "core/explain/methods.h"

#include <QDialog>

class QListWidget;
class QListWidgetItem;
class QMenu;

namespace convscope {

/// Asks which row to add to the board: each method with a sentence and a small example, made of the demo.
class AddRowDialog : public QDialog
{
    Q_OBJECT
public:
    /// `withPhoto`: the photo itself is among them. `presets` are offered as well: whoever chooses one adds
    /// no row.
    explicit AddRowDialog(bool withPhoto, QWidget *parent = nullptr, QMenu *presets = nullptr);

    /// After it was accepted; none: the photo itself.
    std::optional<MethodOptions> method() const;

private:
    void addEntry(const QString &title, const QString &sentence, const QString &example, int method);

    QListWidget *m_list; ///< the data of its items are places in allMethods(), −1 for the photo
};

/// The example of a method, made by scripts/make_examples; null where there is none.
QPixmap examplePicture(const QString &name);

} // namespace convscope
