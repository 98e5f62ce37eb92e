#include "ui/window/aboutdialog.h"

#include "core/runtime.h"
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

namespace convscope {

namespace {

/// In English whatever the window speaks: developers read it.
QString facts(const QString &device)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    const QStringList lines{
        QStringLiteral("Convscope %1").arg(QString::fromStdString(version())),
        QStringLiteral("LibTorch %1, OpenCV %2, Qt %3")
            .arg(QString::fromStdString(torchVersion()), QString::fromStdString(opencvVersion()),
                QString::fromLatin1(qVersion())),
        QStringLiteral("Device: %1").arg(device.isEmpty() ? QStringLiteral("no network open") : device),
        QStringLiteral("System: %1, %2")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
        QStringLiteral("Screen: %1 × %2 pixels, scale %3, drawn by Qt's %4")
            .arg(qRound(screen->size().width() * screen->devicePixelRatio()))
            .arg(qRound(screen->size().height() * screen->devicePixelRatio()))
            .arg(screen->devicePixelRatio())
            .arg(QGuiApplication::platformName()),
        QStringLiteral("Language of the system: %1").arg(QLocale::system().name()),
        QStringLiteral("Log: %1").arg(displayText(logFile())),
    };
    return lines.join(u'\n');
}

} // namespace

AboutDialog::AboutDialog(const QString &device, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Convscope"));
    auto *title = new QLabel(QStringLiteral("Convscope"));
    title->setFont(largeFont(font()));
    auto *purpose = new QLabel(tr("Shows what a convolutional network looks at. MIT licence."));
    const QString text = facts(device);
    auto *details = new QLabel(text);
    details->setObjectName(QStringLiteral("facts"));
    details->setTextFormat(Qt::PlainText);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    details->setAccessibleName(tr("Versions, device and log file"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copy = buttons->addButton(tr("&Copy for a bug report"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyFacts"));
    auto *log = buttons->addButton(tr("Show &log folder"), QDialogButtonBox::ActionRole);
    log->setObjectName(QStringLiteral("showLog"));
    connect(copy, &QPushButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
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
