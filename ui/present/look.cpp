#include "ui/present/look.h"

namespace convscope {

std::optional<double> outliersOf(Clipping clipping)
{
    switch (clipping) {
    case Clipping::Standard:
        break;
    case Clipping::None:
        return 0;
    case Clipping::OnePercent:
        return 0.01;
    case Clipping::TwoPercent:
        return 0.02;
    case Clipping::FivePercent:
        return 0.05;
    case Clipping::TenPercent:
        return 0.1;
    }
    return {};
}

std::vector<double> sharesOf(Contours contours)
{
    switch (contours) {
    case Contours::None:
        break;
    case Contours::Half:
        return {0.5};
    case Contours::Quarters:
        return {0.25, 0.5, 0.75};
    }
    return {};
}

} // namespace convscope
