#pragma once

#include "app/invocation.h"
#include "app/terminal.h"
#include "core/data/photoset.h"

#include <QStringList>
#include <string>
#include <vector>

namespace convscope {

/// An open network and the names of its classes.
struct Subject
{
    std::unique_ptr<Network> network;
    std::vector<std::string> classes;
    QStringList classNames; ///< the same for people

    const NetworkInfo &info() const { return network->info(); }
};

/// Opens what --model, --device, --precision, --input, --threads and --classes ask for, and tells what is to
/// be known of it. Throws Error.
Subject openSubject(const Invocation &asked, Terminal &terminal);

/// The photos asked for, in that order. An index that is out of range is a failure of its own; the others
/// stay. Class folders name the classes of the subject where nothing else does. Throws Error.
std::vector<PhotoRef> findPhotos(const Invocation &asked, Subject &subject, Terminal &terminal);

/// The whole folder that --data and --split mean. Throws Error.
PhotoSet openFolder(const Invocation &asked, Subject &subject);

/// Names of files without their endings name the results: no two may be the same. Throws UsageError naming
/// two.
void checkStems(const std::vector<std::filesystem::path> &files);

} // namespace convscope
