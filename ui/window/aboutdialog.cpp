#include "ui/window/aboutdialog.h"

#include "core/runtime.h"
#include "ui/present/language.h"
#include "ui/present/paths.h"
#include "ui/window/largefont.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QSysInfo>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

QString facts(const QString &device)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    const QStringList lines{
        QStringLiteral("Convscope %1").arg(QString::fromStdString(version())),
        QStringLiteral("LibTorch %1, OpenCV %2, Qt %3")
            .arg(QString::fromStdString(torchVersion()), QString::fromStdString(opencvVersion()),
                QString::fromLatin1(qVersion())),
        AboutDialog::tr("Device: %1").arg(device.isEmpty() ? AboutDialog::tr("no network open") : device),
        AboutDialog::tr("System: %1, %2")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
        AboutDialog::tr("Screen: %1 × %2 pixels, scale %3, drawn by Qt's %4")
            .arg(qRound(screen->size().width() * screen->devicePixelRatio()))
            .arg(qRound(screen->size().height() * screen->devicePixelRatio()))
            .arg(screen->devicePixelRatio())
            .arg(QGuiApplication::platformName()),
        AboutDialog::tr("Language of the system: %1").arg(QLocale::system().name()),
        AboutDialog::tr("Log: %1").arg(displayText(logFile())),
    };
    return lines.join(u'\n');
}

} // namespace

AboutDialog::AboutDialog(const std::function<QString()> &device, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Convscope"));
    auto *title = new QLabel(QStringLiteral("Convscope"));
    title->setFont(largeFont(font()));
    auto *purpose = new QLabel(tr("Shows what a convolutional network looks at. MIT licence."));
    auto *details = new QLabel(facts(device()));
    details->setObjectName(QStringLiteral("facts"));
    details->setTextFormat(Qt::PlainText);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    details->setAccessibleName(tr("Versions, device and log file"));
    // Only what has no room on the screen is broken into lines, as the log's path may be.
    details->setMinimumWidth(
        std::min(details->sizeHint().width(), screen()->availableSize().width() * 3 / 4));
    details->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copy = buttons->addButton(tr("&Copy for a bug report"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyFacts"));
    auto *log = buttons->addButton(tr("Show &log folder"), QDialogButtonBox::ActionRole);
    log->setObjectName(QStringLiteral("showLog"));
    connect(copy, &QPushButton::clicked, this, [device] {
        const LanguageScope scope(QStringLiteral("en")); // whatever the window speaks: developers read it
        QGuiApplication::clipboard()->setText(facts(device()));
    });
    connect(log, &QPushButton::clicked, this,
        [] { QDesktopServices::openUrl(QUrl::fromLocalFile(displayText(logFile().parent_path()))); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(purpose);
    layout->addWidget(details);
    layout->addWidget(buttons);
}

} // namespace convscope
