#include "ui/present/labeltexts.h"

#include "ui/present/joined.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <algorithm>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Labels)
};

constexpr int fewNames = 5;

QString ruleText(LabelRule rule)
{
    switch (rule) {
    case LabelRule::FileNames:
        return Texts::tr("Labels from file names");
    case LabelRule::FolderNames:
        return Texts::tr("Labels from folder names");
    case LabelRule::FolderNumbers:
        return Texts::tr("Labels from folder numbers");
    case LabelRule::FolderOrder:
        return Texts::tr("Labels from the order of the folders");
    case LabelRule::Various:
        return Texts::tr("Labels from file names and folders");
    case LabelRule::None:
        return Texts::tr("No labels");
    }
    return {};
}

QString notComparable(const PhotoSet &set)
{
    const Labels &labels = set.labels;
    const QString names = someNames(set.classes);
    const QString own = QString::number(labels.ownClasses);
    const QString network = QString::number(labels.networkClasses);
    if (labels.rule == LabelRule::FileNames)
        return Texts::tr(
            "The labels in the file names are other classes (%1) than the network's %2, so the two are "
            "not compared.")
            .arg(names, network);
    if (labels.ownClasses != labels.networkClasses && !set.layout.classFolders.empty())
        return Texts::tr(
            "There are %1 class folders (%2), but the network has %3 classes, so the two are not compared.")
            .arg(own, names, network);
    return Texts::tr(
        "The class folders (%1) are called otherwise than the network's classes, so the two are not "
        "compared.")
        .arg(names);
}

/// What the reader can do to have them compared.
/// Folders whose names are numbers, which are not 0 to n − 1.
bool areNumbered(const PhotoSet &set)
{
    return set.labels.rule == LabelRule::FolderOrder && !set.classes.empty()
        && std::all_of(set.classes.begin(), set.classes.end(), [](const std::string &name) {
               return name.find_first_not_of("0123456789") == std::string::npos;
           });
}

QString howToCompareNumbers()
{
    return speaksInWindow()
        ? Texts::tr(
            "If the numbers are the network's, choose “Numbers that folders are called”; else map them.")
        : Texts::tr(
            "If the numbers are the network's, say --labels numbers; else map them with --label-map.");
}

QString howToCompare(LabelRule rule)
{
    const bool areNumbers = rule == LabelRule::FileNames;
    if (speaksInWindow())
        return areNumbers ? Texts::tr("If the numbers are the network's, choose “File names”; else map them.")
                          : Texts::tr("If their order is the network's, choose “Folders”; else map them.");
    return areNumbers
        ? Texts::tr("If the numbers are the network's, say --labels names; else map them with --label-map.")
        : Texts::tr("If their order is the network's, say --labels folders; else map them with "
                    "--label-map.");
}

} // namespace

QString someNames(const std::vector<std::string> &names)
{
    QStringList few;
    for (std::size_t i = 0; i < names.size() && i < fewNames; ++i)
        few << displayText(names[i]);
    const QString text = few.join(QStringLiteral(", "));
    const int more = int(names.size()) - fewNames;
    return more > 0 ? Texts::tr("%1 and %2 more").arg(text, QString::number(more)) : text;
}

QString labelRuleText(const Labels &labels)
{
    const QString text = ruleText(labels.rule);
    if (labels.areMapped)
        return Texts::tr("%1, mapped").arg(text);
    return labels.areComparable ? text : Texts::tr("%1, not compared").arg(text);
}

QString labelRuleBrief(const Labels &labels)
{
    if (labels.areMapped)
        return Texts::tr("Labels: mapped");
    if (!labels.areComparable)
        return Texts::tr("Labels: not the network's");
    switch (labels.rule) {
    case LabelRule::FileNames:
        return Texts::tr("Labels: file names");
    case LabelRule::FolderNames:
        return Texts::tr("Labels: folder names");
    case LabelRule::FolderNumbers:
        return Texts::tr("Labels: folder numbers");
    case LabelRule::FolderOrder:
        return Texts::tr("Labels: order of folders");
    case LabelRule::Various:
        return Texts::tr("Labels: files and folders");
    case LabelRule::None:
        return Texts::tr("No labels");
    }
    return {};
}

QStringList labelProblems(const PhotoSet &set)
{
    const Labels &labels = set.labels;
    QStringList problems;
    if (!labels.askedFits)
        problems << (labels.asked == LabelsAsked::Names
                ? Texts::tr("No file is called like 3_12.jpg, with the number of a class in front.")
                : Texts::tr("No folder is called like a class of the network, or has its number."));
    if (!labels.areComparable)
        problems << joined(
            {notComparable(set), areNumbered(set) ? howToCompareNumbers() : howToCompare(labels.rule)});
    if (!labels.unmatched.empty())
        problems << Texts::tr("No class of the network is meant by %1; these photos have no label.")
                        .arg(someNames(labels.unmatched));
    if (labels.withoutClass > 0 && labels.rule == LabelRule::FileNames)
        problems << Texts::tr("%1 photos have no label in their names.").arg(labels.withoutClass);
    if (!set.layout.dataSets.empty())
        problems << Texts::tr(
            "The folders here (%1) hold their photos in folders of their own, so they are no "
            "classes. Open one of them.")
                        .arg(someNames(set.layout.dataSets));
    if (set.layout.strays > 0)
        problems << (set.layout.strays == 1
                ? Texts::tr("1 picture beside the folders was left out.")
                : Texts::tr("%1 pictures beside the folders were left out.").arg(set.layout.strays));
    if (!set.layout.leftOut.empty())
        problems << Texts::tr("Folders beside these were left out: %1.").arg(someNames(set.layout.leftOut));
    return problems;
}

} // namespace convscope
