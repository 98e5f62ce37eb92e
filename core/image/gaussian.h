#pragma once

#include <vector>

namespace convscope {

/// The weights of a Gaussian of this deviation from −radius to radius, above 0; they add up to 1.
std::vector<double> gaussianWeights(double deviation, int radius);

/// The place in a side of `size` values of one that lies at `place`, inside of it or not, where the side is
/// mirrored at its ends over and over: d c b a | a b c d | d c b a. As SciPy's mode "reflect".
int reflected(int place, int size);

} // namespace convscope
