#pragma once

#include <QDialog>
#include <functional>
#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace convscope {

class PresetStore;

/// The user's own presets, to be renamed and deleted.
class PresetDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PresetDialog(PresetStore &store, QWidget *parent = nullptr);

private:
    void showKept();
    void showChosen();
    QString chosen() const;
    void rename();
    void forget();
    void change(const std::function<void()> &work);

    PresetStore &m_store;
    QListWidget *m_list;
    QLabel *m_none;
    QLabel *m_problem;
    QPushButton *m_rename;
    QPushButton *m_forget;
};

/// Asks for the name of a preset that is to be kept, until it can be one. Whoever names another one that is
/// kept is asked whether to replace it. `own` is the name that it has already. None: the user gives up.
std::optional<QString> askForPresetName(QWidget &parent, const PresetStore &store, const QString &title,
    const QString &proposed, const QString &own = {});

} // namespace convscope
