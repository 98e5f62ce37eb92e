#pragma once

#include "ui/present/figure.h"

namespace CLI {
class App;
}

namespace convscope {

/// How a figure looks.
struct StyleGroup
{
    FigureStyle style;

    void bind(CLI::App &app);
};

} // namespace convscope
