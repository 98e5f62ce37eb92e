#include "ui/window/documentation.h"

#include "ui/present/paths.h"
#include "ui/widgets/onscreen.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr int margin = 40; ///< beside a picture

/// Pictures are made as wide as the page at most.
class Pages : public QTextBrowser
{
public:
    QVariant loadResource(int type, const QUrl &name) override
    {
        QVariant loaded = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource)
            return loaded;
        QImage picture;
        if (!picture.loadFromData(loaded.toByteArray()))
            return loaded;
        const int widest = std::max(margin, viewport()->width() - margin);
        return picture.width() > widest ? picture.scaledToWidth(widest, Qt::SmoothTransformation) : picture;
    }
};

} // namespace

DocumentationDialog::DocumentationDialog(const std::filesystem::path &contents, QWidget *parent)
    : QDialog(parent)
    , m_page(new Pages)
{
    setObjectName(QStringLiteral("documentation"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Documentation"));
    m_page->setObjectName(QStringLiteral("documentationPage"));
    m_page->setAccessibleName(windowTitle());
    m_page->setOpenExternalLinks(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *first = buttons->addButton(tr("C&ontents"), QDialogButtonBox::ActionRole);
    QPushButton *back = buttons->addButton(tr("&Back"), QDialogButtonBox::ActionRole);
    back->setEnabled(false);
    connect(first, &QPushButton::clicked, m_page, &QTextBrowser::home);
    connect(back, &QPushButton::clicked, m_page, &QTextBrowser::backward);
    connect(m_page, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_page);
    layout->addWidget(buttons);
    resizeOnScreen(*this, {fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 40});
    m_page->resize(size()); // pictures are fitted as the page is read
    m_page->setSource(QUrl::fromLocalFile(displayText(contents)), QTextDocument::MarkdownResource);
}

} // namespace convscope
