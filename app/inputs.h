#pragma once

#include "app/optiongroups.h"
#include "app/terminal.h"
#include "core/data/photoset.h"
#include "ui/present/session.h"

#include <QStringList>
#include <string>
#include <vector>

namespace convscope {

/// An open network and the names of its classes.
struct Subject
{
    std::shared_ptr<const Network> network;
    std::vector<std::string> classes;
    QStringList classNames; ///< the same for people; none where nothing names them, see className()

    /// For JSON, which is the same in every language.
    QStringList plainNames() const;

    const NetworkInfo &info() const { return network->info(); }
};

/// Opens what --model, --device, --precision, --input, --threads and --classes (empty: not given) ask for,
/// and tells what is to be known of it. Throws Error.
Subject openSubject(const NetworkGroup &asked, const std::filesystem::path &classes, Terminal &terminal);

/// The photos asked for, in that order, labelled as --labels and --label-map say, with the folder that they
/// are of. An index that is out of range is a failure of its own; the others stay. Class folders name the
/// classes of the subject where nothing else does. Throws Error.
PhotoSet findPhotos(const PhotoGroup &asked, Subject &subject, Terminal &terminal);

/// The whole folder that --data and --split mean; notes how its labels were taken. Throws Error.
PhotoSet openFolder(const FolderGroup &asked, const LabelGroup &labels, Subject &subject, Terminal &terminal);

/// The same for a network that is not there, of which only the names of its classes are known. Throws Error.
PhotoSet openFolder(const FolderGroup &asked, const LabelGroup &labels,
    const std::vector<std::string> &classNames, Terminal &terminal);

/// A network as sessions and recipes tell of it, with its hash; its path is whole, since whoever reads that
/// may be in another folder. Throws Error.
UsedNetwork usedNetwork(const std::filesystem::path &model, const NetworkInfo &info);

/// A whole path without "." and "..".
std::filesystem::path wholePath(const std::filesystem::path &path);

/// What is explained, by targetFrom() with the subject's names, written in small or large letters. Throws
/// Error: InvalidOption, with the names that there are where they are few.
Target findTarget(const Subject &subject, const std::string &text);

/// What the results of each photo are called: as the file without its ending, with its folder in front where
/// others are called the same ("Egg-0"). Throws UsageError where that does not tell them apart, naming two.
std::vector<std::string> resultStems(const std::vector<std::filesystem::path> &files);

} // namespace convscope
