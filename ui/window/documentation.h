#pragma once

#include <QDialog>
#include <filesystem>

class QTextBrowser;

namespace convscope {

/// The user's guide as it is installed with the program. Does not block the window.
class DocumentationDialog : public QDialog
{
    Q_OBJECT
public:
    /// `contents` is the guide's first page, a Markdown file.
    DocumentationDialog(const std::filesystem::path &contents, QWidget *parent);

private:
    QTextBrowser *m_page;
};

} // namespace convscope
