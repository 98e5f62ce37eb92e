#include "app/qtapplication.h"

#include "ui/present/language.h"

#include <QGuiApplication>
#include <clocale>

namespace convscope {

namespace {

// They must live as long as the application.
int argumentCount = 1;
char programName[] = "convscope";
char *arguments[] = {programName, nullptr};

template <typename Application> std::unique_ptr<QCoreApplication> made()
{
    auto application = std::make_unique<Application>(argumentCount, arguments);
    std::setlocale(LC_NUMERIC, "C"); // Qt has taken the user's, in which a number may have a comma
    setLanguage(systemLanguage());
    return application;
}

} // namespace

std::unique_ptr<QCoreApplication> plainApplication() { return made<QCoreApplication>(); }

std::unique_ptr<QCoreApplication> paintingApplication()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return made<QGuiApplication>();
}

} // namespace convscope
