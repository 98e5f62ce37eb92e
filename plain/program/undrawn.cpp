#include "app/commands.h"
#include "app/drawings.h"
#include "ui/present/layerpictures.h"

#include <CLI/CLI.hpp>

namespace convscope {

// What takes fonts, and is refused or left out before it comes to this (Painting).

namespace {

/// Takes whatever stands behind it, so that the sentence is about the program and not about an option.
class FigureCommand : public Command
{
public:
    std::string name() const override { return "figure"; }
    QString help() const override { return QStringLiteral("(the program convscope draws figures)"); }
    void bind(CLI::App &app) override { app.allow_extras(); }
    int run(Terminal &) override { return 0; }
    Painting paints() const override { return Painting::All; }
};

[[noreturn]] void refuse() { throw Error(ErrorKind::Internal, {}, {"there are no fonts"}); }

} // namespace

std::unique_ptr<Command> figureCommand() { return std::make_unique<FigureCommand>(); }

void drawComparison(const std::filesystem::path &, const ComparedFigure &) { refuse(); }
void drawPhotoMap(const std::filesystem::path &, const PhotoMapData &, MapColouring) { refuse(); }
void drawFilter(
    const std::filesystem::path &, const PageSource &, int, std::size_t, const PageLook &, Terminal &)
{
    refuse();
}
void drawLayer(const std::filesystem::path &, const PageSource &, const PageLook &, Terminal &) { refuse(); }

QImage layersPicture(const LayerMaps &, const Image &, const Look &) { return {}; }
QImage barsPicture(const FilterWeights &, const QSize &, Colours) { return {}; }

} // namespace convscope
