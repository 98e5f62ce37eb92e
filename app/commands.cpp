#include "app/commands.h"

namespace convscope {

Commands allCommands()
{
    Commands all;
    all.push_back(layersCommand());
    all.push_back(predictCommand());
    all.push_back(evaluateCommand());
    all.push_back(compareCommand());
    all.push_back(indexCommand());
    all.push_back(filterCommand());
    all.push_back(embedCommand());
    for (const MethodOptions &method : allMethods())
        all.push_back(explainCommand(method));
    all.push_back(figureCommand());
    all.push_back(methodsCommand());
    return all;
}

} // namespace convscope
