#include "core/engine/network/graph/allowedoperators.h"

#include <iterator>
#include <set>

namespace convscope {

namespace {

// Each looks at the shapes and the indices that it is given before it reads or writes memory.
// Those that do not, or that nobody writes for photos, are left out.
constexpr std::string_view names[] = {
    // Arithmetic and other functions of each number.
    "abs", "absolute", "acos", "acosh", "add", "addcdiv", "addcmul", "angle", "arccos", "arccosh", "arcsin",
    "arcsinh", "arctan", "arctan2", "arctanh", "asin", "asinh", "atan", "atan2", "atanh", "ceil", "clamp",
    "clamp_max", "clamp_min", "clip", "copysign", "cos", "cosh", "deg2rad", "digamma", "div", "divide", "erf",
    "erfc", "erfinv", "exp", "exp2", "expm1", "fix", "float_power", "floor", "floor_divide", "fmax", "fmin",
    "fmod", "frac", "frexp", "gcd", "heaviside", "hypot", "i0", "lcm", "ldexp", "lerp", "lgamma", "log",
    "log10", "log1p", "log2", "logaddexp", "logaddexp2", "logit", "maximum", "minimum", "mul", "multiply",
    "nan_to_num", "neg", "negative", "nextafter", "positive", "pow", "rad2deg", "reciprocal", "remainder",
    "round", "rsqrt", "rsub", "sgn", "sigmoid", "sign", "sin", "sinc", "sinh", "special_entr", "special_erf",
    "special_erfc", "special_exp2", "special_expit", "special_expm1", "special_log1p", "special_logit",
    "special_round", "special_sinc", "special_xlog1py", "special_xlogy", "sqrt", "square", "sub", "subtract",
    "tan", "tanh", "true_divide", "trunc", "xlogy",
    // Complex numbers.
    "complex", "_conj", "conj", "conj_physical", "imag", "polar", "real", "resolve_conj", "resolve_neg",
    "view_as_complex", "view_as_complex_copy", "view_as_real", "view_as_real_copy",
    // Activations.
    "celu", "elu", "gelu", "glu", "hardshrink", "hardsigmoid", "hardswish", "hardtanh", "leaky_relu",
    "log_sigmoid", "log_sigmoid_forward", "mish", "prelu", "_prelu_kernel", "relu", "relu6", "rrelu",
    "rrelu_with_noise", "rrelu_with_noise_functional", "selu", "silu", "softplus", "softshrink", "threshold",
    // Comparisons, logic and bits.
    "__and__", "bitwise_and", "bitwise_left_shift", "bitwise_not", "bitwise_or", "bitwise_right_shift",
    "bitwise_xor", "eq", "ge", "greater", "greater_equal", "gt", "isclose", "isfinite", "isin", "isinf",
    "isnan", "isneginf", "isposinf", "isreal", "le", "less", "less_equal", "logical_and", "logical_not",
    "logical_or", "logical_xor", "__lshift__", "lt", "ne", "not_equal", "__or__", "__rshift__", "signbit",
    "__xor__",
    // Reductions, running sums and orders.
    "all", "amax", "amin", "aminmax", "any", "argmax", "argmin", "argsort", "count_nonzero", "cummax",
    "cummin", "cumprod", "cumsum", "diff", "dist", "frobenius_norm", "kthvalue", "linalg_matrix_norm",
    "linalg_norm", "linalg_vector_norm", "logcumsumexp", "logsumexp", "max", "mean", "median", "min", "mode",
    "msort", "nanmean", "nanmedian", "nansum", "norm", "norm_except_dim", "prod", "sort", "special_logsumexp",
    "std", "std_mean", "sum", "sum_to_size", "topk", "trace", "var", "var_mean",
    // Softmax and norms. native_batch_norm and _weight_norm are not: no lengths are looked at there.
    "batch_norm", "_fused_rms_norm", "group_norm", "instance_norm", "layer_norm", "local_response_norm",
    "_log_softmax", "log_softmax", "_native_batch_norm_legit_no_training", "native_group_norm",
    "native_layer_norm", "rms_norm", "_safe_softmax", "_softmax", "softmax", "special_log_softmax",
    "special_softmax",
    // Convolutions.
    "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "_convolution",
    "convolution",
    // Pools.
    "adaptive_avg_pool1d", "_adaptive_avg_pool2d", "adaptive_avg_pool2d", "_adaptive_avg_pool3d",
    "adaptive_avg_pool3d", "adaptive_max_pool1d", "adaptive_max_pool2d", "adaptive_max_pool3d", "avg_pool1d",
    "avg_pool2d", "avg_pool3d", "lp_pool1d", "lp_pool2d", "max_pool1d", "max_pool1d_with_indices",
    "max_pool2d", "max_pool2d_with_indices", "max_pool3d", "max_pool3d_with_indices",
    // Products and distances.
    "addbmm", "addmm", "addmv", "addr", "baddbmm", "bilinear", "bmm", "cdist", "_cdist_forward",
    "chain_matmul", "cosine_similarity", "cov", "cross", "det", "dot", "einsum", "_euclidean_dist", "ger",
    "inner", "inverse", "kron", "l1_loss", "linalg_cross", "linalg_det", "linalg_inv", "linalg_inv_ex",
    "linalg_matmul", "linalg_matrix_exp", "linalg_matrix_power", "linalg_multi_dot", "linalg_solve",
    "linalg_vecdot", "linear", "matmul", "matrix_exp", "matrix_power", "mm", "mse_loss", "mv", "outer",
    "pairwise_distance", "tensordot", "_trilinear", "vdot",
    // Attention and recurrent layers.
    "gru", "gru_cell", "lstm", "lstm_cell", "rnn_relu", "rnn_relu_cell", "rnn_tanh", "rnn_tanh_cell",
    "scaled_dot_product_attention",
    // Views and shapes.
    "adjoint", "alias", "alias_copy", "as_strided", "as_strided_copy", "as_strided_scatter", "atleast_1d",
    "atleast_2d", "atleast_3d", "block_diag", "broadcast_tensors", "broadcast_to", "cat", "channel_shuffle",
    "chunk", "column_stack", "concat", "concatenate", "diag", "diag_embed", "diagflat", "diagonal",
    "diagonal_copy", "diagonal_scatter", "dsplit", "dstack", "expand", "expand_as", "expand_copy", "flatten",
    "flip", "fliplr", "flipud", "hsplit", "hstack", "linalg_diagonal", "mH", "mT", "matrix_H", "meshgrid",
    "moveaxis", "movedim", "narrow", "narrow_copy", "numpy_T", "permute", "permute_copy", "pixel_shuffle",
    "pixel_unshuffle", "ravel", "repeat", "repeat_interleave", "reshape", "reshape_as", "roll", "rot90",
    "row_stack", "select", "select_copy", "select_scatter", "slice", "slice_copy", "slice_scatter", "split",
    "split_copy", "split_with_sizes", "split_with_sizes_copy", "squeeze", "squeeze_copy", "stack", "swapaxes",
    "swapdims", "t", "t_copy", "tensor_split", "tile", "transpose", "transpose_copy", "tril", "triu",
    "unbind", "unbind_copy", "unflatten", "unfold", "unfold_copy", "unsafe_chunk", "unsafe_split",
    "unsafe_split_with_sizes", "_unsafe_view", "unsqueeze", "unsqueeze_copy", "view", "view_as", "view_copy",
    "vsplit", "vstack",
    // Edges and windows.
    "col2im", "constant_pad_nd", "im2col", "pad", "reflection_pad1d", "reflection_pad2d", "reflection_pad3d",
    "replication_pad1d", "replication_pad2d", "replication_pad3d",
    // Indexing.
    "argwhere", "bucketize", "embedding", "gather", "index", "index_add", "index_copy", "index_fill",
    "index_put", "index_select", "masked_fill", "masked_scatter", "masked_select", "nonzero", "nonzero_numpy",
    "one_hot", "scatter", "scatter_add", "take", "take_along_dim", "where",
    // Resizing.
    "affine_grid_generator", "grid_sampler", "grid_sampler_2d", "grid_sampler_3d", "upsample_bicubic2d",
    "_upsample_bicubic2d_aa", "upsample_bilinear2d", "_upsample_bilinear2d_aa", "upsample_linear1d",
    "upsample_nearest1d", "upsample_nearest2d", "upsample_nearest3d", "_upsample_nearest_exact1d",
    "_upsample_nearest_exact2d", "_upsample_nearest_exact3d", "upsample_trilinear3d",
    // New tensors; those that would be left as memory was are composed.
    "arange", "eye", "full", "full_like", "linspace", "logspace", "new_full", "new_ones", "new_zeros", "ones",
    "ones_like", "scalar_tensor", "zeros", "zeros_like",
    // Copies and casts.
    "clone", "contiguous", "copy", "detach", "detach_copy", "fill", "lift", "lift_fresh", "lift_fresh_copy",
    "to", "_to_copy", "type_as", "zero",
    // Dropout, which does nothing in eval mode.
    "alpha_dropout", "dropout", "feature_alpha_dropout", "feature_dropout", "native_dropout",
    // Fourier transforms.
    "fft_fft", "fft_fft2", "fft_fftn", "fft_fftshift", "fft_hfft", "fft_ifft", "fft_ifft2", "fft_ifftn",
    "fft_ifftshift", "fft_ihfft", "fft_irfft", "fft_irfft2", "fft_irfftn", "fft_rfft", "fft_rfft2",
    "fft_rfftn"};

} // namespace

bool isKnownToCompute(std::string_view name)
{
    static const std::set<std::string_view> known(std::begin(names), std::end(names));
    const bool isInPlace = name.ends_with('_') && !name.ends_with("__");
    return known.contains(isInPlace ? name.substr(0, name.size() - 1) : name);
}

} // namespace convscope
