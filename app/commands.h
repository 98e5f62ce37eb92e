#pragma once

#include "app/command.h"
#include "core/explain/methods.h"

namespace convscope {

/// All subcommands, in the order of the help. A new one is its file, its declaration here and its line in the
/// list.
Commands allCommands();

std::unique_ptr<Command> layersCommand();
std::unique_ptr<Command> predictCommand();
std::unique_ptr<Command> evaluateCommand();
std::unique_ptr<Command> compareCommand();
std::unique_ptr<Command> indexCommand();
std::unique_ptr<Command> filterCommand();
std::unique_ptr<Command> embedCommand();
/// One for each method.
std::unique_ptr<Command> explainCommand(const MethodOptions &method);
std::unique_ptr<Command> figureCommand();
std::unique_ptr<Command> methodsCommand();

} // namespace convscope
