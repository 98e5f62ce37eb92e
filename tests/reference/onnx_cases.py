"""The calls of operators that make_onnx.py computes."""
import numpy as np
from onnx import TensorProto, numpy_helper

RANDOM = np.random.default_rng(7)

GROUPS = {}  # (group, version) -> cases


def maps(*shape):
    """Numbers on both sides of 0, none twice, rounded so that no small step from one goes over another."""
    count = int(np.prod(shape))
    numbers = set()
    while len(numbers) < count:
        numbers.add(round(float(RANDOM.standard_normal()), 3) or 0.001)
    return RANDOM.permutation(sorted(numbers)).reshape(shape).astype(np.float32)


def ints(*numbers):
    return np.array(numbers, dtype=np.int64)


def case(family, version, kind, inputs, outputs=1, constants=(), domain="", **attributes):
    """One call. Inputs at the places in `constants` are initialisers; None is an input that is left out."""
    GROUPS.setdefault((family, version), []).append((kind, inputs, outputs, set(constants), domain, attributes))


def activations():
    x = maps(1, 2, 3, 4)
    for kind, attributes in [
            ("Relu", {}), ("LeakyRelu", {}), ("LeakyRelu", {"alpha": 0.3}), ("Elu", {"alpha": 1.5}), ("Selu", {}),
            ("Selu", {"alpha": 2.0, "gamma": 3.0}), ("Celu", {"alpha": 0.7}), ("Sigmoid", {}), ("HardSigmoid", {}),
            ("HardSigmoid", {"alpha": 1 / 6, "beta": 0.5}), ("HardSwish", {}), ("Softplus", {}), ("Softsign", {}),
            ("ThresholdedRelu", {"alpha": 0.4}), ("Tanh", {}), ("Shrink", {"bias": 0.2, "lambd": 0.6})]:
        case("activations", 17, kind, [x], **attributes)
    case("activations", 17, "PRelu", [x, maps(2, 1, 1)], constants=[1])
    case("activations", 17, "PRelu", [x, maps(1)])
    for version in (11, 13):
        for kind in ("Softmax", "LogSoftmax", "Hardmax"):
            case("softmax", version, kind, [x])
            case("softmax", version, kind, [x], axis=2)
            case("softmax", version, kind, [x], axis=-1)
    case("activations", 20, "Gelu", [x])
    case("activations", 20, "Gelu", [x], approximate="tanh")
    case("activations", 20, "Mish", [x])
    case("activations", 20, "Gelu", [x], domain="com.microsoft")
    case("activations", 20, "QuickGelu", [x], domain="com.microsoft")
    case("activations", 24, "Swish", [x])
    case("activations", 24, "Swish", [x], alpha=1.3)


def elementwise():
    x, y = maps(2, 3, 4), maps(3, 1)
    positive = np.abs(x) + np.float32(0.1)
    inside = np.clip(x / 3, -0.95, 0.95).astype(np.float32)
    for kind in ("Abs", "Ceil", "Cos", "Cosh", "Erf", "Exp", "Floor", "Neg", "Sign", "Sin", "Sinh", "Tan", "Atan",
                 "Asinh", "Reciprocal"):
        case("elementwise", 17, kind, [x])
    case("elementwise", 17, "Round", [np.array([-2.5, -1.5, -0.5, 0.5, 1.5, 2.4, 2.6], dtype=np.float32)])
    for kind in ("Log", "Sqrt"):
        case("elementwise", 17, kind, [positive])
    case("elementwise", 17, "Acosh", [positive + 1])
    for kind in ("Acos", "Asin", "Atanh"):
        case("elementwise", 17, kind, [inside])
    for kind in ("Add", "Sub", "Mul", "Div"):
        case("elementwise", 17, kind, [x, y])
        case("elementwise", 17, kind, [ints(7, -7, 9, -9), ints(2, 2, -4, -4)])
    case("elementwise", 17, "Pow", [positive, y])
    case("elementwise", 17, "Pow", [x, np.array(2, dtype=np.float32)], constants=[1])
    case("elementwise", 17, "Pow", [x, np.array(3, dtype=np.int64)], constants=[1])
    case("elementwise", 17, "Pow", [ints(2, 3), np.array([3.0, 2.0], dtype=np.float32)])
    case("elementwise", 17, "Mod", [ints(7, -7, 7, -7), ints(3, 3, -3, -3)])
    case("elementwise", 17, "Mod", [ints(7, -7, 7, -7), ints(3, 3, -3, -3)], fmod=1)
    case("elementwise", 17, "Mod", [x, y], fmod=1)
    for kind in ("Max", "Min", "Sum", "Mean"):
        case("elementwise", 17, kind, [x, y, maps(4)])
        case("elementwise", 17, kind, [x])
    bounds = [np.array(-0.5, dtype=np.float32), np.array(0.75, dtype=np.float32)]
    case("elementwise", 9, "Clip", [x], min=-0.5, max=0.75)
    case("elementwise", 9, "Clip", [x], min=-0.5)
    case("elementwise", 9, "Clip", [x])
    for constants in ([], [1, 2]):
        case("elementwise", 17, "Clip", [x, *bounds], constants=constants)
    case("elementwise", 17, "Clip", [x, None, bounds[1]], constants=[2])
    case("elementwise", 17, "Clip", [x, bounds[0]], constants=[1])
    case("elementwise", 17, "Clip", [ints(1, 5, 9), np.array(2, dtype=np.int64), np.array(7, dtype=np.int64)])
    for to in (TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32, TensorProto.BOOL, TensorProto.UINT8):
        case("elementwise", 17, "Cast", [np.array([0, 1.7, 3.2], dtype=np.float32)], to=to)
    case("elementwise", 17, "Cast", [ints(0, 1, -2)], to=TensorProto.FLOAT)
    case("elementwise", 17, "CastLike", [ints(0, 1, -2), x])
    a, b = ints(1, 2, 3), ints(3, 2, 1)
    for kind in ("Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual"):
        case("elementwise", 17, kind, [a, b])
        case("elementwise", 17, kind, [x, y])
    yes, no = np.array([True, True, False, False]), np.array([True, False, True, False])
    for kind in ("And", "Or", "Xor"):
        case("elementwise", 17, kind, [yes, no])
    case("elementwise", 17, "Not", [yes])
    odd = np.array([np.nan, np.inf, -np.inf, 1], dtype=np.float32)
    case("elementwise", 17, "IsNaN", [odd])
    case("elementwise", 17, "IsInf", [odd])
    case("elementwise", 17, "IsInf", [odd], detect_negative=0)
    case("elementwise", 17, "Where", [yes, x, maps(2, 3, 1)])


def convolutions():
    x = maps(1, 4, 7, 6)
    w = maps(6, 4, 3, 3)
    for constants in ([], [1, 2]):
        case("convolutions", 17, "Conv", [x, w, maps(6)], constants=constants, kernel_shape=[3, 3])
    case("convolutions", 17, "Conv", [x, w], constants=[1], strides=[2, 1], pads=[1, 1, 1, 1], dilations=[1, 2])
    case("convolutions", 17, "Conv", [x, w], constants=[1], strides=[2, 2], pads=[0, 1, 2, 1])
    case("convolutions", 17, "Conv", [x, maps(6, 2, 3, 3)], constants=[1], group=2)
    for pad in ("SAME_UPPER", "SAME_LOWER", "VALID"):
        case("convolutions", 17, "Conv", [x, maps(2, 4, 4, 3)], constants=[1], auto_pad=pad, strides=[2, 2])
    case("convolutions", 17, "Conv", [maps(1, 2, 9), maps(3, 2, 4)], constants=[1], strides=[2], pads=[1, 2])
    case("convolutions", 17, "Conv", [maps(1, 2, 4, 4, 4), maps(3, 2, 2, 2, 2)], constants=[1])
    t = maps(4, 3, 3, 2)
    case("convolutions", 17, "ConvTranspose", [x, t, maps(3)], constants=[1, 2])
    case("convolutions", 17, "ConvTranspose", [x, t], constants=[1], strides=[2, 2], pads=[1, 1, 1, 1],
         output_padding=[1, 0])
    case("convolutions", 17, "ConvTranspose", [x, t], constants=[1], strides=[2, 2], pads=[1, 0, 0, 1])
    case("convolutions", 17, "ConvTranspose", [x, t], constants=[1], strides=[2, 2], output_shape=[14, 12])
    for pad in ("SAME_UPPER", "SAME_LOWER"):
        case("convolutions", 17, "ConvTranspose", [x, t], constants=[1], strides=[2, 3], auto_pad=pad)
    case("convolutions", 17, "ConvTranspose", [x, maps(4, 2, 3, 3)], constants=[1], group=2, dilations=[2, 1])


def pools():
    x = maps(1, 2, 7, 8)
    for kind in ("MaxPool", "AveragePool", "LpPool"):
        for attributes in (
                {"kernel_shape": [2, 2]}, {"kernel_shape": [3, 2], "strides": [2, 2], "pads": [1, 1, 1, 1]},
                {"kernel_shape": [3, 3], "strides": [2, 2], "pads": [0, 1, 1, 0]},
                {"kernel_shape": [2, 3], "auto_pad": "SAME_UPPER", "strides": [2, 2]},
                {"kernel_shape": [2, 3], "auto_pad": "SAME_LOWER"}):
            case("pools", 17, kind, [x], **attributes)
        case("pools", 17, kind, [maps(1, 2, 9)], kernel_shape=[3], strides=[2])
    for kind in ("MaxPool", "AveragePool"):
        case("pools", 17, kind, [x], kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)
        case("pools", 17, kind, [x], kernel_shape=[2, 2], strides=[3, 3], pads=[1, 1, 1, 1], ceil_mode=1)
        case("pools", 17, kind, [maps(1, 1, 4, 5, 4)], kernel_shape=[2, 2, 2], strides=[1, 2, 2])
    case("pools", 17, "MaxPool", [x], kernel_shape=[2, 2], pads=[2, 2, 2, 2], dilations=[2, 2])
    case("pools", 17, "AveragePool", [x], kernel_shape=[3, 3], pads=[1, 1, 1, 1], count_include_pad=1)
    case("pools", 17, "AveragePool", [x], kernel_shape=[3, 3], pads=[0, 1, 1, 0], count_include_pad=1)
    for kind in ("GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool"):
        case("pools", 17, kind, [x])
        case("pools", 17, kind, [maps(2, 2, 5)])


def norms():
    x = maps(2, 4, 3, 3)
    scale, shift, mean = maps(4), maps(4), maps(4)
    variance = np.abs(maps(4)) + np.float32(0.5)
    for version in (9, 14, 15):
        case("norms", version, "BatchNormalization", [x, scale, shift, mean, variance], constants=[1, 2, 3, 4],
             epsilon=0.01)
    case("norms", 17, "InstanceNormalization", [x, scale, shift], constants=[1, 2])
    case("norms", 18, "GroupNormalization", [x, maps(2), maps(2)], num_groups=2)
    case("norms", 21, "GroupNormalization", [x, scale, shift], num_groups=2)
    case("norms", 17, "LayerNormalization", [x, maps(3), maps(3)])
    case("norms", 17, "LayerNormalization", [x, maps(3, 3)], axis=2, epsilon=0.1)
    case("norms", 17, "LayerNormalization", [x, maps(4, 3, 3), maps(4, 3, 3)], axis=1)
    case("norms", 23, "RMSNormalization", [x, maps(3)])
    case("norms", 23, "RMSNormalization", [x, maps(3, 3)], axis=-2)
    case("norms", 17, "LRN", [maps(1, 7, 2, 2)], size=5, alpha=0.5, beta=0.7, bias=2.0)
    case("norms", 17, "LRN", [maps(1, 7, 2, 2)], size=3)
    case("norms", 17, "LpNormalization", [x])
    case("norms", 17, "LpNormalization", [x], axis=1, p=1)
    case("norms", 17, "MeanVarianceNormalization", [x])


def reductions():
    x = np.abs(maps(2, 3, 4)) + np.float32(0.1)
    kinds = ("ReduceMean", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1", "ReduceL2", "ReduceSumSquare",
             "ReduceLogSum", "ReduceLogSumExp", "ReduceSum")
    for kind in kinds:
        case("reductions", 11, kind, [x], axes=[1])
        case("reductions", 11, kind, [x], axes=[-1, 0], keepdims=0)
        case("reductions", 11, kind, [x])
        case("reductions", 18, kind, [x, ints(1)])
        case("reductions", 18, kind, [x, ints(-1, 0)], constants=[1], keepdims=0)
        case("reductions", 18, kind, [x])
        case("reductions", 18, kind, [x], noop_with_empty_axes=1)
    case("reductions", 13, "ReduceSum", [x, ints(2)], constants=[1], keepdims=0)
    case("reductions", 13, "ReduceSum", [ints(1, 2, 3), ints(0)], constants=[1])
    case("reductions", 13, "ReduceProd", [ints(1, 2, 3)], keepdims=0)
    ties = np.array([[1, 3, 3], [2, 2, 0]], dtype=np.float32)
    for kind in ("ArgMax", "ArgMin"):
        case("reductions", 13, kind, [ties], axis=1)
        case("reductions", 13, kind, [ties], axis=-1, keepdims=0, select_last_index=1)
        case("reductions", 13, kind, [ties])
    for attributes in ({}, {"exclusive": 1}, {"reverse": 1}, {"exclusive": 1, "reverse": 1}):
        case("reductions", 13, "CumSum", [x, np.array(1, dtype=np.int64)], constants=[1], **attributes)
    case("reductions", 13, "TopK", [x, ints(2)], outputs=2, constants=[1])
    case("reductions", 13, "TopK", [x, ints(2)], outputs=2, axis=1, largest=0)
    case("reductions", 9, "TopK", [x], outputs=2, k=2)


def products():
    case("products", 13, "MatMul", [maps(2, 3, 4), maps(4, 5)], constants=[1])
    case("products", 13, "MatMul", [maps(2, 3, 4), maps(2, 4, 5)])
    case("products", 13, "MatMul", [maps(4), maps(4, 5)])
    case("products", 13, "Gemm", [maps(3, 4), maps(5, 4), maps(5)], constants=[1, 2], transB=1)
    case("products", 13, "Gemm", [maps(3, 4), maps(4, 5), maps(1, 5)], constants=[1, 2])
    case("products", 13, "Gemm", [maps(3, 4), maps(4, 5)], constants=[1])
    case("products", 13, "Gemm", [maps(4, 3), maps(5, 4), maps(3, 1)], transA=1, transB=1, alpha=0.5, beta=2.0)
    case("products", 13, "Gemm", [maps(3, 4), maps(5, 4), maps(5)], constants=[1, 2], transB=1, alpha=0.5)
    case("products", 13, "Einsum", [maps(2, 3, 4), maps(2, 4, 5)], equation="bij,bjk->bik")
    case("products", 13, "Einsum", [maps(2, 3, 4)], equation="...ij->...ji")


def shapes():
    x = maps(2, 3, 4)
    for constants in ([], [1]):
        case("shapes", 13, "Reshape", [x, ints(0, -1)], constants=constants)
        case("shapes", 13, "Unsqueeze", [x, ints(0, -1)], constants=constants)
        case("shapes", 13, "Squeeze", [maps(1, 3, 1), ints(-1)], constants=constants)
        case("shapes", 13, "Expand", [maps(3, 1), ints(2, 1, 4)], constants=constants)
        case("shapes", 13, "Tile", [x, ints(1, 2, 1)], constants=constants)
        case("shapes", 13, "Split", [x, ints(1, 3)], outputs=2, constants=constants, axis=2)
    case("shapes", 14, "Reshape", [maps(0, 3), ints(3, 0)], allowzero=1)
    case("shapes", 11, "Unsqueeze", [x], axes=[0, 4])
    case("shapes", 11, "Squeeze", [maps(1, 3, 1)], axes=[0])
    case("shapes", 11, "Split", [x], outputs=2, axis=1, split=[1, 2])
    case("shapes", 11, "Split", [x], outputs=2)
    case("shapes", 13, "Squeeze", [maps(1, 3, 1)])
    case("shapes", 18, "Split", [x], outputs=3, axis=2, num_outputs=3)
    for axis in (0, 1, 2, 3, -1):
        case("shapes", 13, "Flatten", [x], axis=axis)
    case("shapes", 13, "Transpose", [x])
    case("shapes", 13, "Transpose", [x], perm=[1, 0, 2])
    case("shapes", 13, "Concat", [x, maps(2, 1, 4)], axis=1)
    case("shapes", 13, "Concat", [ints(1), ints(2, 3)], axis=-1)
    case("shapes", 9, "Slice", [x], starts=[1, -3], ends=[100, -1], axes=[0, 2])
    case("shapes", 9, "Slice", [x], starts=[0, 1], ends=[1, 2])
    case("shapes", 13, "Slice", [x, ints(0, 1), ints(1, 1000)])
    case("shapes", 13, "Slice", [x, ints(-1), ints(-1000), ints(2), ints(-2)])
    case("shapes", 13, "Slice", [x, ints(3, 0), ints(0, 3), ints(-1, 1), ints(-1, 2)], constants=[1, 2, 3, 4])
    case("shapes", 13, "Slice", [x, ints(5), ints(9), ints(1)])
    case("shapes", 13, "Slice", [x, ints(1), ints(2), None, ints(1)])
    case("shapes", 13, "Shape", [x])
    case("shapes", 15, "Shape", [x], start=1)
    case("shapes", 15, "Shape", [x], start=-2, end=-1)
    case("shapes", 13, "Size", [x])
    case("shapes", 13, "Identity", [x])
    case("shapes", 11, "Dropout", [x], ratio=0.4)
    case("shapes", 13, "Dropout", [x, np.array(0.4, dtype=np.float32), np.array(False)], constants=[1, 2])
    case("shapes", 13, "DepthToSpace", [maps(1, 8, 2, 3)], blocksize=2)
    case("shapes", 13, "DepthToSpace", [maps(1, 8, 2, 3)], blocksize=2, mode="CRD")
    case("shapes", 13, "SpaceToDepth", [maps(1, 2, 4, 6)], blocksize=2)
    square = maps(2, 3, 3)
    for upper in (0, 1):
        case("shapes", 14, "Trilu", [square], upper=upper)
        case("shapes", 14, "Trilu", [square, np.array(1, dtype=np.int64)], upper=upper)
    pads = ints(0, 1, 2, 1, 0, 1)
    for mode in ("constant", "reflect", "edge"):
        case("shapes", 9, "Pad", [x], pads=[0, 1, 2, 1, 0, 1] if mode != "reflect" else [0, 1, 2, 1, 0, 1], mode=mode)
        case("shapes", 13, "Pad", [x, pads], mode=mode)
    case("shapes", 9, "Pad", [x], pads=[0, 1, 0, 0, 0, 1], value=1.5)
    case("shapes", 13, "Pad", [x, pads, np.array(2.5, dtype=np.float32)], constants=[1, 2])
    case("shapes", 13, "Pad", [x, ints(0, -1, 0, 0, 0, -2)], constants=[1])
    case("shapes", 18, "Pad", [x, ints(1, 2), None, ints(2)], constants=[1, 3])
    case("shapes", 19, "Pad", [x, ints(3, 2), None, ints(1)], constants=[1, 3], mode="wrap")


def indexing():
    x = maps(3, 4, 2)
    case("indexing", 13, "Gather", [x, ints(2, -1)])
    case("indexing", 13, "Gather", [x, np.array(1, dtype=np.int64)], constants=[1], axis=1)
    case("indexing", 13, "Gather", [x, np.array([[0, 1], [1, 0]], dtype=np.int32)], axis=-1)
    case("indexing", 13, "Gather", [ints(5, 6, 7), np.array(-1, dtype=np.int64)], constants=[1])
    places = np.array([[[0, 1], [2, -1], [1, 1]]], dtype=np.int64)
    case("indexing", 13, "GatherElements", [maps(1, 4, 2), places], axis=1)
    case("indexing", 13, "GatherND", [x, np.array([[0, 1], [2, -1]], dtype=np.int64)])
    case("indexing", 13, "GatherND", [x, np.array([[[0, 1]], [[3, -1]], [[2, 0]]], dtype=np.int64)], batch_dims=1)
    updates = maps(1, 3, 2)
    case("indexing", 9, "Scatter", [maps(1, 4, 2), np.abs(places), updates], axis=1)
    distinct = np.array([[[0, 1], [2, -1], [1, 2]]], dtype=np.int64)
    case("indexing", 13, "ScatterElements", [maps(1, 4, 2), distinct, updates], axis=1)
    case("indexing", 18, "ScatterElements", [maps(1, 4, 2), places, updates], axis=1, reduction="add")
    where = np.array([[0, 1], [2, 3]], dtype=np.int64)
    case("indexing", 13, "ScatterND", [x, where, maps(2, 2)])
    case("indexing", 18, "ScatterND", [x, where, maps(2, 2)], reduction="add")
    values = np.array([-1, 5], dtype=np.float32)
    case("indexing", 13, "OneHot", [ints(0, 2, -1, 7), np.array(4, dtype=np.int64), values], constants=[1, 2])
    case("indexing", 13, "OneHot", [ints(0, 2), ints(3), values], axis=0)
    case("indexing", 13, "NonZero", [np.array([[1, 0], [0, 2]], dtype=np.float32)])
    case("indexing", 13, "Compress", [x, np.array([True, False, True])], axis=0)
    case("indexing", 13, "Compress", [maps(2, 2), np.array([True, False, True])])


def sources():
    case("sources", 13, "Constant", [], value=numpy_helper.from_array(maps(2, 2)))
    case("sources", 13, "Constant", [], value_int=3)
    case("sources", 13, "Constant", [], value_float=1.5)
    case("sources", 13, "Constant", [], value_ints=[1, 2])
    case("sources", 13, "Constant", [], value_floats=[1.5, 2.5])
    case("sources", 13, "ConstantOfShape", [ints(2, 3)])
    case("sources", 13, "ConstantOfShape", [ints(2)], constants=[0], value=numpy_helper.from_array(ints(7)))
    case("sources", 13, "Range", [np.array(v, dtype=np.int64) for v in (1, 8, 3)])
    case("sources", 13, "Range", [np.array(v, dtype=np.float32) for v in (2, -1, -0.5)])
    case("sources", 13, "EyeLike", [maps(2, 3)], k=1)
    case("sources", 13, "EyeLike", [maps(2, 2)], dtype=TensorProto.INT64)


def resizing():
    x = maps(1, 2, 4, 5)
    scales = np.array([1, 1, 2, 1.5], dtype=np.float32)
    down = np.array([1, 1, 0.6, 0.6], dtype=np.float32)
    for mode in ("nearest", "linear"):
        case("resizing", 9, "Upsample", [x, scales], constants=[1], mode=mode)
        case("resizing", 10, "Resize", [x, scales], constants=[1], mode=mode)
    for version in (11, 19):
        roi = np.zeros(0, dtype=np.float32) if version == 11 else None  # of a mode that is not asked for
        for mode in ("nearest", "linear", "cubic"):
            for coordinates in ("half_pixel", "asymmetric", "align_corners", "pytorch_half_pixel"):
                more = {"mode": mode, "coordinate_transformation_mode": coordinates}
                case("resizing", version, "Resize", [x, roi, scales], constants=[1, 2], **more)
                if version == 11:
                    case("resizing", version, "Resize", [x, roi, down], constants=[1, 2], **more)
                empty = None if version == 19 else roi
                case("resizing", version, "Resize", [x, roi, empty, ints(1, 2, 3, 9)], constants=[1, 2], **more)
    for nearest in ("round_prefer_floor", "round_prefer_ceil", "floor", "ceil"):
        case("resizing", 13, "Resize", [x, None, scales], constants=[2], nearest_mode=nearest)
        case("resizing", 13, "Resize", [x, None, None, ints(1, 2, 2, 3)], constants=[3], nearest_mode=nearest)
    case("resizing", 13, "Resize", [x, None, scales], constants=[2], mode="cubic", cubic_coeff_a=-0.5,
         exclude_outside=1)
    case("resizing", 11, "Resize", [x, np.zeros(0, dtype=np.float32), scales], constants=[1, 2],
         coordinate_transformation_mode="tf_half_pixel_for_nn")
    case("resizing", 19, "Resize", [x, None, down], constants=[2], mode="linear",
         coordinate_transformation_mode="half_pixel_symmetric")
    for policy in ("not_larger", "not_smaller"):
        case("resizing", 19, "Resize", [x, None, None, ints(9, 8)], constants=[3], axes=[2, 3], mode="linear",
             keep_aspect_ratio_policy=policy)
    grid = np.clip(maps(1, 3, 3, 2) / 2, -1.2, 1.2).astype(np.float32)
    for mode in ("bilinear", "nearest", "bicubic"):
        for padding in ("zeros", "border", "reflection"):
            case("resizing", 16, "GridSample", [x, grid], mode=mode, padding_mode=padding)
    case("resizing", 16, "GridSample", [x, grid], align_corners=1)


def attention():
    q, k, v = maps(1, 4, 3, 6), maps(1, 4, 5, 6), maps(1, 4, 5, 8)
    case("attention", 23, "Attention", [q, k, v])
    case("attention", 23, "Attention", [q, k, v, maps(3, 5)], scale=0.3)
    case("attention", 23, "Attention", [q, k, v, np.array([[True, True, False, True, True]] * 3)])
    case("attention", 23, "Attention", [q, k, v], is_causal=1)
    case("attention", 23, "Attention", [q, maps(1, 2, 5, 6), maps(1, 2, 5, 8)], softcap=2.0)
    case("attention", 23, "Attention", [maps(1, 3, 8), maps(1, 5, 8), maps(1, 5, 8)], q_num_heads=2, kv_num_heads=2)
    cosine, sine = maps(3, 4), maps(3, 4)
    places = np.array([[0, 2, 1]], dtype=np.int64)
    for interleaved in (0, 1):
        case("attention", 23, "RotaryEmbedding", [maps(1, 2, 3, 8), cosine, sine, places], interleaved=interleaved)
    case("attention", 23, "RotaryEmbedding", [maps(1, 3, 16), maps(1, 3, 2), maps(1, 3, 2)], num_heads=2,
         rotary_embedding_dim=4)


def add_all():
    for group in (activations, elementwise, convolutions, pools, norms, reductions, products, shapes, indexing, sources,
                  resizing, attention):
        group()
