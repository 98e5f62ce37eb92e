#include "ui/present/guithread.h"

#include <QCoreApplication>
#include <QThread>

namespace convscope {

void assertGuiThread(const char *function)
{
    const QCoreApplication *application = QCoreApplication::instance();
    if (application && QThread::currentThread() != application->thread())
        qFatal("%s is for the GUI thread only", function);
}

} // namespace convscope
