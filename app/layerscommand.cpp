#include "app/commands.h"
#include "app/inputs.h"
#include "app/optionkinds.h"
#include "app/texts.h"
#include "ui/present/listings.h"

namespace convscope {

namespace {

class LayersCommand : public Command
{
public:
    std::string name() const override { return "layers"; }
    QString help() const override { return CommandLine::tr("list the network's layers"); }

    void bind(CLI::App &app) override
    {
        m_network.bind(app);
        addJsonFlag(app, m_json);
    }

    void check() override
    {
        m_network.complete();
        m_network.check();
    }

    int run(Terminal &terminal) override
    {
        const Subject subject = openSubject(m_network, {}, terminal);
        terminal.print(m_json ? layersJson(subject.info()) : layersText(subject.info()).toUtf8());
        return terminal.exitCode();
    }

private:
    NetworkGroup m_network;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> layersCommand() { return std::make_unique<LayersCommand>(); }

} // namespace convscope
