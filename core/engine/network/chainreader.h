#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/chain.h"
#include "core/engine/network/programtrace.h"

namespace convscope {

/// Makes modules of a chain of the operators that a network ran, one after the other.
class ChainReader
{
public:
    /// `pictures`: how many ran at once.
    explicit ChainReader(std::int64_t pictures)
        : m_pictures(pictures)
    {
    }

    /// `module`: its name, empty where no module did just this. False where no module of a chain does what
    /// the operator did.
    bool read(const TracedOperator &step, const std::string &module);

    const Chain &chain() const { return m_chain; }

private:
    bool readConvolution(const TracedOperator &step);
    bool readBatchNorm(const TracedOperator &step);
    bool readLinear(const TracedOperator &step);
    bool readMatrixProduct(const TracedOperator &step);
    bool readReLU(const TracedOperator &step);
    bool readMaxPool(const TracedOperator &step);
    bool readAveragePool(const TracedOperator &step);
    bool readAdaptivePool(const TracedOperator &step);
    bool readMean(const TracedOperator &step);
    bool readShape(const TracedOperator &step);
    bool readDropout(const TracedOperator &step);
    bool readCopy(const TracedOperator &step);

    bool add(ChainModule module, const at::Tensor &weight, const c10::IValue &bias);
    bool addAverage(std::vector<int> window, std::vector<int> stride);

    std::int64_t m_pictures;
    std::string m_name; ///< of the module at hand
    Chain m_chain;
};

} // namespace convscope
