#include "tests/device/countingdevice.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/library.h>

#include <mutex>
#include <set>

namespace convscope::test {

namespace {

constexpr c10::DeviceType type = c10::DeviceType::PrivateUse1;
constexpr c10::DeviceIndex deviceCount = 2;
thread_local c10::DeviceIndex currentDevice = 0;

std::mutex mutex;
DeviceCounts counts;
std::size_t bytesHeld = 0;
std::size_t bytesAllowed = 0;
bool isLost = false;

c10::Device current() { return {type, currentDevice}; }
bool isOurs(const c10::Device &device) { return device.type() == type; }
bool isOurs(const at::Tensor &tensor) { return tensor.defined() && isOurs(tensor.device()); }

void checkLost()
{
    const std::lock_guard lock(mutex);
    TORCH_CHECK(!isLost, "CUDA error: unspecified launch failure");
}

/// What a device's memory is made of: a storage of the processor.
struct Memory
{
    c10::Storage storage;
    std::size_t bytes;
};

c10::DataPtr onDevice(c10::Storage processor, c10::Device device)
{
    const std::size_t bytes = processor.nbytes();
    {
        const std::lock_guard lock(mutex);
        const bool hasRoom = bytesAllowed == 0 || bytesHeld + bytes <= bytesAllowed;
        counts.refusals += !hasRoom;
        TORCH_CHECK(hasRoom, "CUDA out of memory. Tried to allocate ", bytes, " bytes");
        bytesHeld += bytes;
    }
    void *const data = processor.data_ptr().get();
    auto *const memory = new Memory{std::move(processor), bytes};
    return {data, memory,
        [](void *context) {
            auto *const held = static_cast<Memory *>(context);
            {
                const std::lock_guard lock(mutex);
                bytesHeld -= held->bytes;
            }
            delete held;
        },
        device};
}

c10::Storage newProcessorStorage(std::size_t bytes)
{
    c10::Allocator *const allocator = c10::GetAllocator(c10::DeviceType::CPU);
    return {c10::Storage::use_byte_size_t(), std::int64_t(bytes), allocator, /*resizable=*/true};
}

class DeviceAllocator : public c10::Allocator
{
public:
    c10::DataPtr allocate(std::size_t bytes) const override
    {
        return onDevice(newProcessorStorage(bytes), current());
    }
};

DeviceAllocator deviceAllocator;

struct Guard : public c10::impl::DeviceGuardImplInterface
{
    c10::DeviceType type() const override { return test::type; }
    c10::Device exchangeDevice(c10::Device device) const override
    {
        const c10::Device before = current();
        setDevice(device);
        return before;
    }
    c10::Device getDevice() const override { return current(); }
    void setDevice(c10::Device device) const override
    {
        currentDevice = device.has_index() ? device.index() : c10::DeviceIndex(0);
    }
    void uncheckedSetDevice(c10::Device device) const noexcept override { setDevice(device); }
    c10::Stream getStream(c10::Device device) const noexcept override
    {
        return c10::Stream(c10::Stream::DEFAULT, device);
    }
    c10::Stream exchangeStream(c10::Stream stream) const noexcept override { return stream; }
    c10::DeviceIndex deviceCount() const noexcept override { return test::deviceCount; }
    void record(void **, const c10::Stream &, const c10::DeviceIndex, const c10::EventFlag) const override { }
    void block(void *, const c10::Stream &) const override { }
    bool queryEvent(void *) const override { return true; }
    void destroyEvent(void *, const c10::DeviceIndex) const noexcept override { }
};

/// A storage of the processor over the memory of a device's, which is kept for as long.
c10::Storage processorStorage(const c10::Storage &device)
{
    void *const data = device.data_ptr().get();
    auto *const kept = new c10::Storage(device);
    return {c10::Storage::use_byte_size_t(), device.nbytes(),
        c10::DataPtr(
            data, kept, [](void *context) { delete static_cast<c10::Storage *>(context); }, c10::kCPU),
        c10::GetAllocator(c10::DeviceType::CPU), /*resizable=*/true};
}

at::Tensor tensorIn(c10::Storage storage, c10::DispatchKey key, const at::Tensor &like)
{
    auto impl =
        c10::make_intrusive<c10::TensorImpl>(std::move(storage), c10::DispatchKeySet(key), like.dtype());
    impl->set_sizes_and_strides(like.sizes(), like.strides());
    impl->set_storage_offset(like.storage_offset());
    return at::Tensor(std::move(impl));
}

/// One call of an operator: its tensors go to the processor's side, and what comes out to the device's.
class Call
{
public:
    at::Tensor toProcessor(const at::Tensor &tensor)
    {
        if (!isOurs(tensor))
            return tensor;
        m_device = tensor.device();
        for (const auto &[ours, theirs] : m_tensors) {
            if (ours.is_same(tensor))
                return theirs;
        }
        c10::Storage storage;
        for (const auto &[ours, theirs] : m_tensors) {
            if (ours.storage().unsafeGetStorageImpl() == tensor.storage().unsafeGetStorageImpl())
                storage = theirs.storage();
        }
        if (!storage)
            storage = processorStorage(tensor.storage());
        at::Tensor made = tensorIn(storage, c10::DispatchKey::CPU, tensor);
        if (tensor.is_conj())
            made._set_conj(true);
        m_tensors.emplace_back(tensor, made);
        return made;
    }

    at::Tensor toDevice(const at::Tensor &tensor) const
    {
        if (!tensor.defined() || !tensor.device().is_cpu())
            return tensor;
        for (const auto &[ours, theirs] : m_tensors) {
            if (theirs.is_same(tensor))
                return ours;
        }
        for (const auto &[ours, theirs] : m_tensors) {
            if (theirs.storage().unsafeGetStorageImpl() == tensor.storage().unsafeGetStorageImpl())
                return onDeviceLike(ours.storage(), tensor);
        }
        const c10::Storage storage(c10::Storage::use_byte_size_t(), tensor.storage().nbytes(),
            onDevice(tensor.storage(), m_device), &deviceAllocator, /*resizable=*/true);
        return onDeviceLike(storage, tensor);
    }

    /// What an operator has made anew of a tensor that it was given: its size, or its memory.
    void takeChanges() const
    {
        for (const auto &[ours, theirs] : m_tensors) {
            const bool isMoved = theirs.storage().data_ptr().get() != ours.storage().data_ptr().get();
            if (!isMoved && theirs.sizes() == ours.sizes() && theirs.strides() == ours.strides()
                && theirs.storage_offset() == ours.storage_offset())
                continue;
            c10::TensorImpl *const impl = ours.unsafeGetTensorImpl();
            if (isMoved)
                impl->set_storage_keep_dtype(c10::Storage(c10::Storage::use_byte_size_t(),
                    theirs.storage().nbytes(), onDevice(theirs.storage(), ours.device()), &deviceAllocator,
                    /*resizable=*/true));
            impl->set_sizes_and_strides(theirs.sizes(), theirs.strides());
            impl->set_storage_offset(theirs.storage_offset());
        }
    }

    void setDevice(c10::Device device) { m_device = device.has_index() ? device : current(); }

private:
    static at::Tensor onDeviceLike(const c10::Storage &storage, const at::Tensor &tensor)
    {
        at::Tensor made = tensorIn(storage, c10::DispatchKey::PrivateUse1, tensor);
        if (tensor.is_conj())
            made._set_conj(true);
        return made;
    }

    c10::Device m_device = current();
    std::vector<std::pair<at::Tensor, at::Tensor>> m_tensors; ///< of the device, of the processor
};

/// Those that need values of the device to go on.
bool waits(const std::string &name)
{
    static const std::set<std::string> names = {"aten::_local_scalar_dense", "aten::nonzero",
        "aten::masked_select", "aten::equal", "aten::_unique2", "aten::unique_dim",
        "aten::unique_consecutive", "aten::bincount", "aten::is_set_to", "aten::_linalg_svd",
        "aten::_linalg_eigh", "aten::linalg_eigh", "aten::linalg_lstsq", "aten::linalg_inv_ex",
        "aten::linalg_cholesky_ex"};
    return names.count(name) > 0;
}

/// Those that take tensors of the processor beside the device's: places.
bool takesPlacesFromProcessor(const std::string &name)
{
    return name.find("aten::index") == 0 || name.find("aten::_index_put") == 0;
}

void countWait(const std::string &name)
{
    const std::lock_guard lock(mutex);
    ++counts.waits;
    ++counts.waitsBy[name];
}

void countUpload(bool waits)
{
    const std::lock_guard lock(mutex);
    ++counts.uploads;
    counts.waitedUploads += waits;
}

void checkPlace(const std::string &name, const at::Tensor &tensor)
{
    if (!tensor.defined() || !tensor.device().is_cpu() || tensor.dim() == 0)
        return;
    TORCH_CHECK(takesPlacesFromProcessor(name),
        "Expected all tensors to be on the same device, but found at least two devices, ", current(),
        " and cpu, in ", name);
    countUpload(/*waits=*/true);
}

void onProcessor(const c10::OperatorHandle &op, torch::jit::Stack *stack)
{
    checkLost();
    const std::string &name = op.schema().name();
    {
        const std::lock_guard lock(mutex);
        ++counts.operators;
    }
    if (waits(name))
        countWait(name);
    Call call;
    const std::size_t given = op.schema().arguments().size();
    const std::size_t first = stack->size() - given;
    bool hasTensor = false;
    for (std::size_t i = first; i < stack->size(); ++i) {
        const c10::IValue &value = (*stack)[i];
        hasTensor |= value.isTensor() || value.isTensorList() || value.isOptionalTensorList();
    }
    for (std::size_t i = first; i < stack->size(); ++i) {
        c10::IValue &value = (*stack)[i];
        if (value.isTensor()) {
            if (hasTensor)
                checkPlace(name, value.toTensor());
            value = call.toProcessor(value.toTensor());
        } else if (value.isTensorList()) {
            c10::List<at::Tensor> list;
            for (const at::Tensor &tensor : value.toTensorVector()) {
                checkPlace(name, tensor);
                list.push_back(call.toProcessor(tensor));
            }
            value = list;
        } else if (value.isOptionalTensorList()) {
            c10::List<c10::optional<at::Tensor>> list;
            for (const c10::optional<at::Tensor> &tensor : value.toOptionalTensorVector()) {
                if (tensor)
                    checkPlace(name, *tensor);
                list.push_back(tensor ? c10::optional<at::Tensor>(call.toProcessor(*tensor)) : tensor);
            }
            value = list;
        } else if (value.isDevice() && isOurs(value.toDevice())) {
            call.setDevice(value.toDevice());
            value = c10::Device(c10::kCPU);
        }
    }
    {
        const c10::impl::ExcludeDispatchKeyGuard below(c10::autograd_dispatch_keyset_with_ADInplaceOrView);
        op.callBoxed(stack);
    }
    call.takeChanges();
    const std::size_t results = op.schema().returns().size();
    for (std::size_t i = stack->size() - results; i < stack->size(); ++i) {
        c10::IValue &value = (*stack)[i];
        if (value.isTensor()) {
            value = call.toDevice(value.toTensor());
        } else if (value.isTensorList()) {
            c10::List<at::Tensor> list;
            for (const at::Tensor &tensor : value.toTensorVector())
                list.push_back(call.toDevice(tensor));
            value = list;
        }
    }
}

at::Tensor processorView(const at::Tensor &tensor)
{
    Call call;
    return call.toProcessor(tensor);
}

/// From or to the device.
at::Tensor copyFrom(const at::Tensor &from, const at::Tensor &to, bool doesNotWait)
{
    checkLost();
    if (isOurs(from) && !isOurs(to))
        countWait("copy to the processor");
    else if (!isOurs(from))
        countUpload(!doesNotWait);
    const c10::impl::ExcludeDispatchKeyGuard below(c10::autograd_dispatch_keyset_with_ADInplaceOrView);
    processorView(to).copy_(processorView(from));
    return to;
}

} // namespace

DeviceCounts deviceCounts()
{
    const std::lock_guard lock(mutex);
    return counts;
}

void resetDeviceCounts()
{
    const std::lock_guard lock(mutex);
    counts = {};
}

std::size_t deviceBytes()
{
    const std::lock_guard lock(mutex);
    return bytesHeld;
}

void limitDevice(std::size_t bytes)
{
    const std::lock_guard lock(mutex);
    bytesAllowed = bytes;
}

void loseDevice(bool lost)
{
    const std::lock_guard lock(mutex);
    isLost = lost;
}

const bool allocates = [] {
    c10::SetAllocator(type, &deviceAllocator);
    return true;
}();

static const c10::impl::DeviceGuardImplRegistrar guardRegistrar(type, new Guard);

TORCH_LIBRARY_IMPL(_, PrivateUse1, library)
{
    library.fallback(torch::CppFunction::makeFromBoxedFunction<&onProcessor>());
}

TORCH_LIBRARY_IMPL(aten, PrivateUse1, library)
{
    library.impl("_copy_from", &copyFrom);
    // LibTorch has kernels of its own for these, which know no device of ours.
    for (const char *name : {"convolution", "convolution_backward", "_slow_conv2d_forward"})
        library.impl(name, torch::CppFunction::makeFromBoxedFunction<&onProcessor>());
}

} // namespace convscope::test
