#include "core/network/prediction.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

int Prediction::best() const { return int(std::max_element(logits.begin(), logits.end()) - logits.begin()); }

std::vector<int> Prediction::top(int count) const
{
    std::vector<int> classes(logits.size());
    std::iota(classes.begin(), classes.end(), 0);
    std::stable_sort(classes.begin(), classes.end(),
        [this](int a, int b) { return logits[std::size_t(a)] > logits[std::size_t(b)]; });
    classes.resize(std::min(classes.size(), std::size_t(std::max(count, 0))));
    return classes;
}

std::vector<double> softmax(const std::vector<double> &logits)
{
    std::vector<double> result;
    if (logits.empty())
        return result;
    const double largest = *std::max_element(logits.begin(), logits.end());
    double sum = 0;
    for (const double logit : logits) {
        result.push_back(std::exp(logit - largest));
        sum += result.back();
    }
    for (double &probability : result)
        probability /= sum;
    return result;
}

namespace {

/// exp(−x) of a very negative x is infinite, and 1/∞ is the 0 that is meant.
double sigmoid(double logit) { return 1 / (1 + std::exp(-logit)); }

} // namespace

std::vector<double> probabilities(const std::vector<double> &logits, Task task)
{
    if (task == Task::MultiClass)
        return softmax(logits);
    if (task == Task::Values)
        return logits;
    std::vector<double> result(logits.size());
    std::transform(logits.begin(), logits.end(), result.begin(), sigmoid);
    return result;
}

} // namespace convscope
