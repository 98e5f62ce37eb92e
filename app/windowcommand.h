#pragma once

#include "app/command.h"
#include "app/optiongroups.h"
#include "app/secondnetwork.h"

#include <QCoreApplication>

namespace convscope {

/// What is done where no subcommand is named: opens the window. A word that is no subcommand is a file to
/// open, where its name can be one's.
class WindowCommand : public Command
{
public:
    /// `program` is the first word of the command line. The window makes an application of its own, in place
    /// of `qt`.
    WindowCommand(char *program, std::unique_ptr<QCoreApplication> &qt);

    std::string name() const override { return {}; }
    QString help() const override;
    void bind(CLI::App &app) override;
    int run(Terminal &terminal) override;

private:
    void bindFile(CLI::App &app);

    char *m_program;
    std::unique_ptr<QCoreApplication> &m_qt;
    NetworkGroup m_network;
    SecondGroup m_second;
    FolderGroup m_folder;
    LabelGroup m_labels;
    std::filesystem::path m_file; ///< a figure or a session
};

} // namespace convscope
