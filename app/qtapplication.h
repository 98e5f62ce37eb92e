#pragma once

#include <QCoreApplication>
#include <memory>

namespace convscope {

// Qt translates only while there is an application, of which there can be one at a time. Both speak the
// system's language and leave the decimal point a point.

/// For the command line.
std::unique_ptr<QCoreApplication> plainApplication();

/// Has fonts, but no display.
std::unique_ptr<QCoreApplication> paintingApplication();

} // namespace convscope
