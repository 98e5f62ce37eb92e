#include "ui/widgets/savedialog.h"

#include "ui/present/paths.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <algorithm>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SaveDialog)
};

/// ".png" of "PNG (*.png)".
QString endingOf(const QString &kind) { return u'.' + kind.section(u'.', -1).chopped(1); }

bool isOfKind(const QString &file, const QString &kind)
{
    return file.endsWith(endingOf(kind), Qt::CaseInsensitive);
}

/// The kind that is chosen where the name has its ending or that of none.
int kindOf(const QString &file, const QStringList &kinds, const QString &chosen)
{
    const auto at = std::max<qsizetype>(0, kinds.indexOf(chosen));
    if (isOfKind(file, kinds[at]))
        return int(at);
    const auto named =
        std::find_if(kinds.begin(), kinds.end(), [&](const QString &kind) { return isOfKind(file, kind); });
    return int(named == kinds.end() ? at : named - kinds.begin());
}

bool mayReplace(QWidget &parent, const QString &title, const std::filesystem::path &file)
{
    std::error_code ignored;
    return !std::filesystem::exists(file, ignored)
        || QMessageBox::question(&parent, title,
               Texts::tr("%1 is there already. Replace it?").arg(displayText(file)),
               QMessageBox::Yes | QMessageBox::No, QMessageBox::No)
        == QMessageBox::Yes;
}

} // namespace

std::optional<SavePlace> askWhereToSave(QWidget &parent, const SaveQuestion &question)
{
    QFileDialog dialog(&parent, question.title, startFolder(question.place));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(question.kinds);
    dialog.selectFile(question.name);
    while (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty()) {
        QString name = dialog.selectedFiles().first();
        SavePlace place;
        place.kind = kindOf(name, question.kinds, dialog.selectedNameFilter());
        // Whether a file of that name is there the dialog has asked about the name as it was typed. A default
        // suffix would not change that where the dialog is the desktop's, nor come to "3_1.2-lime".
        const bool isWhole = isOfKind(name, question.kinds[place.kind]);
        if (!isWhole)
            name += endingOf(question.kinds[place.kind]);
        place.file = toPath(name);
        if (!isWhole && !mayReplace(parent, question.title, place.file))
            continue;
        keepPlace(question.place, place.file.parent_path());
        return place;
    }
    return {};
}

} // namespace convscope
