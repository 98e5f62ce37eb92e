#pragma once

#include "ui/comparison/comparer.h"
#include "ui/comparison/comparisondialog.h"
#include "ui/gallery/gallerypanel.h"

#include <QObject>
#include <QPointer>

namespace convscope {

class Choices;
class Commands;
class Workspace;

/// The comparison of methods in the window: of the board's rows or other methods, over the photos that the
/// gallery shows. It leads back to the board, with a photo or a method.
class Comparing : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    Comparing(Workspace &workspace, Choices &choices, QWidget *window);

    /// Shows itself in these, which may replace earlier ones that are gone.
    void serve(GalleryPanel &gallery, const Commands &commands);

private:
    void showDialog();
    ComparisonOffer offer();
    MethodOptions chosen(const MethodOptions &method) const;
    void addRow(const MethodOptions &method);
    void refreshOffer();
    void write(const std::filesystem::path &file, std::function<void()> work);

    Workspace &m_workspace;
    Choices &m_choices;
    QPointer<GalleryPanel> m_gallery;
    QWidget *m_window;
    Comparer m_comparer;
    QPointer<ComparisonDialog> m_dialog; ///< made when it is first wanted
    JobHandle m_writing;
};

} // namespace convscope
