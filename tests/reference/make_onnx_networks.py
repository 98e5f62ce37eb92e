#!/usr/bin/env python3
"""Makes tests/data/onnx/networks and tests/data/onnx/odd: small networks with names as exporters write them, and files
that must be refused.

Needs what make_onnx.py needs. The networks hold their picture and their output as tensors "given x" and "expected y",
the latter computed by onnxruntime.
"""
import numpy as np
import onnx
import onnx.external_data_helper
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from make_onnx import FOLDER
from onnx_cases import ints, maps

NETWORKS = FOLDER.parent / "networks"
ODD = FOLDER.parent / "odd"
FLOAT = TensorProto.FLOAT


def tensor(name, values):
    return numpy_helper.from_array(values, name)


def value(name, shape, kind=FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


def model_of(nodes, inputs, outputs, tensors, name="main_graph", version=17, producer="make_onnx_networks.py", **more):
    graph = helper.make_graph(nodes, name, inputs, outputs, tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", version)], ir_version=8,
                             producer_name=producer, **more)


def weights(*shape):
    return maps(*shape) * np.float32(0.5)


def answers(model, picture):
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return session.run([output.name for output in model.graph.output], {model.graph.input[0].name: picture})


def save_network(name, model, picture):
    computed = answers(model, picture)
    model.graph.initializer.append(tensor("given x", picture))
    for output, values in zip(model.graph.output, computed):
        model.graph.initializer.append(tensor("expected " + output.name, values))
    onnx.save(model, NETWORKS / f"{name}.onnx")
    print(name, len(model.SerializeToString()), "bytes")


def norm(name, source, channels):
    """A batch norm, and its tensors."""
    tensors = [tensor(f"{name}.weight", weights(channels)), tensor(f"{name}.bias", weights(channels)),
               tensor(f"{name}.running_mean", weights(channels)),
               tensor(f"{name}.running_var", np.abs(weights(channels)) + np.float32(0.5))]
    return [source] + [t.name for t in tensors], tensors


def older_pytorch():
    """Names as torch.onnx.export writes them without dynamo: a residual block in a Sequential."""
    tensors = [tensor("conv1.weight", weights(4, 3, 3, 3)), tensor("layer1.0.conv1.weight", weights(4, 4, 3, 3)),
               tensor("layer1.0.down.0.weight", weights(4, 4, 1, 1)), tensor("layer1.0.down.0.bias", weights(4)),
               tensor("fc.weight", weights(5, 4)), tensor("fc.bias", weights(5))]
    bn1, more = norm("bn1", "c1", 4)
    tensors += more
    node = helper.make_node
    nodes = [
        node("Conv", ["x", "conv1.weight"], ["c1"], "/conv1/Conv", kernel_shape=[3, 3], pads=[1, 1, 1, 1],
             strides=[2, 2], dilations=[1, 1], group=1),
        node("BatchNormalization", bn1, ["n1"], "/bn1/BatchNormalization", epsilon=1e-5, momentum=0.9),
        node("Relu", ["n1"], ["r1"], "/relu/Relu"),
        node("Conv", ["r1", "layer1.0.conv1.weight"], ["c2"], "/layer1/layer1.0/conv1/Conv", pads=[1, 1, 1, 1]),
        node("Conv", ["r1", "layer1.0.down.0.weight", "layer1.0.down.0.bias"], ["c3"],
             "/layer1/layer1.0/down/down.0/Conv"),
        node("Add", ["c2", "c3"], ["a1"], "/layer1/layer1.0/Add"),
        node("Relu", ["a1"], ["r2"], "/layer1/layer1.0/relu/Relu"),
        node("MaxPool", ["r2"], ["p1"], "/pool/MaxPool", kernel_shape=[2, 2], strides=[2, 2]),
        node("GlobalAveragePool", ["p1"], ["g1"], "/avgpool/GlobalAveragePool"),
        node("Shape", ["g1"], ["s1"], "/Shape"),
        node("Constant", [], ["zero"], "/Constant", value=numpy_helper.from_array(np.array(0, dtype=np.int64))),
        node("Gather", ["s1", "zero"], ["s2"], "/Gather", axis=0),
        node("Constant", [], ["axes"], "/Constant_1", value=numpy_helper.from_array(ints(0))),
        node("Unsqueeze", ["s2", "axes"], ["s3"], "/Unsqueeze"),
        node("Constant", [], ["rest"], "/Constant_2", value=numpy_helper.from_array(ints(-1))),
        node("Concat", ["s3", "rest"], ["s4"], "/Concat", axis=0),
        node("Reshape", ["g1", "s4"], ["f1"], "/Reshape"),
        node("Gemm", ["f1", "fc.weight", "fc.bias"], ["y"], "/fc/Gemm", transB=1),
    ]
    model = model_of(nodes, [value("x", ["batch", 3, 12, 16])], [value("y", ["batch", 5])], tensors,
                     producer="pytorch")
    helper.set_model_props(model, {"names": "{0: 'bread', 1: \"d'airy\", 2: 'egg', 3: 'meat', 4: 'rice'}"})
    save_network("older-pytorch", model, maps(2, 3, 12, 16))


def scoped(node, scopes, classes):
    for key, texts in (("pkg.torch.onnx.name_scopes", scopes), ("pkg.torch.onnx.class_hierarchy", classes)):
        entry = node.metadata_props.add()
        entry.key, entry.value = key, str(texts)
    return node


def newer_pytorch():
    """Texts beside the operators, as torch.onnx.export writes them with dynamo. The batch norm was put into the
    convolution, and the exporter gives its name to the result."""
    root, block = "nets.Small", "nets.Block"
    conv, batch = "torch.nn.modules.conv.Conv2d", "torch.nn.modules.batchnorm.BatchNorm2d"
    relu, linear = "torch.nn.modules.activation.ReLU", "torch.nn.modules.linear.Linear"
    tensors = [tensor("block.conv.weight", weights(4, 3, 3, 3)), tensor("block.conv.weight_bias", weights(4)),
               tensor("stem.weight", weights(3, 3, 1, 1)), tensor("head.weight", weights(5, 4)),
               tensor("head.bias", weights(5)), tensor("axes", ints(-1, -2)), tensor("sizes", ints(1, 4))]
    node = helper.make_node
    nodes = [
        scoped(node("Conv", ["x", "stem.weight"], ["c0"], "node_conv2d"), ["", "stem", "conv2d"],
               [root, conv, "aten.conv2d.default"]),
        scoped(node("Relu", ["c0"], ["r0"], "node_relu"), ["", "block", "block.act", "relu"],
               [root, block, relu, "aten.relu.default"]),
        scoped(node("Conv", ["r0", "block.conv.weight", "block.conv.weight_bias"], ["c1"], "node_Conv_9"),
               ["", "block", "block.norm", "_native_batch_norm"], [root, block, batch, "aten.batch_norm.default"]),
        scoped(node("Relu", ["c1"], ["r1"], "node_relu_1"), ["", "block", "block.act", "relu_1"],
               [root, block, relu, "aten.relu.default"]),
        scoped(node("ReduceMean", ["r1", "axes"], ["m1"], "node_mean", keepdims=1), ["", "mean"],
               [root, "aten.mean.dim"]),
        scoped(node("Reshape", ["m1", "sizes"], ["v1"], "node_view", allowzero=1), ["", "view"],
               [root, "aten.view.default"]),
        scoped(node("Gemm", ["v1", "head.weight", "head.bias"], ["linear"], "node_linear", transB=1, transA=0,
                    alpha=1.0, beta=1.0), ["", "head", "linear"], [root, linear, "aten.linear.default"]),
    ]
    model = model_of(nodes, [value("x", [1, 3, 8, 8])], [value("linear", [1, 5])], tensors, version=20,
                     producer="pytorch")
    model.ir_version = 10
    save_network("newer-pytorch", model, maps(1, 3, 8, 8))


def keras():
    """Names and layout as tf2onnx writes them."""
    begin = "StatefulPartitionedCall/small"
    tensors = [tensor("kernel", weights(4, 3, 3, 3)), tensor("bias", weights(4)), tensor("dense", weights(4, 5)),
               tensor("dense_bias", weights(5))]
    node = helper.make_node
    nodes = [
        node("Transpose", ["x"], ["t"], f"{begin}/conv1/Conv2D__6", perm=[0, 3, 1, 2]),
        node("Conv", ["t", "kernel", "bias"], ["c"], f"{begin}/conv1/Conv2D", auto_pad="SAME_UPPER", strides=[2, 2]),
        node("Relu", ["c"], ["r"], f"{begin}/conv1/Relu"),
        node("GlobalAveragePool", ["r"], ["g"], f"{begin}/pool/Mean"),
        node("Squeeze", ["g", "sides"], ["s"], f"{begin}/pool/Mean_Squeeze__9"),
        node("MatMul", ["s", "dense"], ["m"], f"{begin}/dense/MatMul"),
        node("Add", ["m", "dense_bias"], ["a"], f"{begin}/dense/BiasAdd"),
        node("Softmax", ["a"], ["y"], f"{begin}/dense/Softmax"),
    ]
    tensors.append(tensor("sides", ints(2, 3)))
    model = model_of(nodes, [value("x", ["unk__4", 9, 10, 3])], [value("y", ["unk__5", 5])], tensors, "tf2onnx", 15,
                     "tf2onnx")
    helper.set_model_props(model, {"classes": '["bread", "dairy", "egg", "meat", "rice"]'})
    save_network("keras", model, maps(1, 9, 10, 3))


def handed_down(name, parameter):
    """An attribute that is what the function's call has."""
    return onnx.AttributeProto(name=name, type=onnx.AttributeProto.FLOAT, ref_attr_name=parameter)


def functions():
    """A function that calls another, with an attribute handed down; and branches, one known, one not."""
    node = helper.make_node
    leaky = node("LeakyRelu", ["a"], ["b"], "inner")
    leaky.attribute.append(handed_down("alpha", "slope"))
    imports = [helper.make_opsetid("", 17), helper.make_opsetid("local", 1)]
    inner = helper.make_function("local", "Inner", ["a"], ["b"], [leaky], imports, ["slope"])
    call = node("Inner", ["a"], ["b"], "call", domain="local")
    call.attribute.append(handed_down("slope", "slope"))
    outer = helper.make_function("local", "Outer", ["a", "k"], ["c"], [call, node("Add", ["b", "b"], ["c"])], imports,
                                 [], [helper.make_attribute("slope", 0.25)])

    def branch(name, kind):
        return helper.make_graph([node(kind, ["f"], [name], kind.lower())], name, [], [value(name, None)])

    def choice(condition, output):
        return node("If", [condition], [output], f"choice_{output}", then_branch=branch(f"{output}_t", "Neg"),
                    else_branch=branch(f"{output}_e", "Abs"))

    nodes = [node("Outer", ["x"], ["f"], "outer", domain="local"), choice("no", "known"),
             node("ReduceMax", ["f"], ["top"], keepdims=0), node("Greater", ["top", "limit"], ["above"]),
             choice("above", "unknown"), node("Add", ["known", "unknown"], ["y"], "sum")]
    tensors = [tensor("no", np.array(False)), tensor("limit", np.array(0.5, dtype=np.float32))]
    graph = helper.make_graph(nodes, "main_graph", [value("x", [1, 3, 2, 2])], [value("y", [1, 3, 2, 2])], tensors)
    model = helper.make_model(graph, opset_imports=imports, ir_version=10, functions=[outer, inner])
    save_network("functions", model, maps(1, 3, 2, 2))


def sequence():
    """Lists of tensors, as torch.onnx.export writes torch.split where nothing is optimised."""
    node = helper.make_node
    nodes = [node("SplitToSequence", ["x", "two"], ["parts"], axis=1), node("SequenceAt", ["parts", "one"], ["b"]),
             node("SplitToSequence", ["x"], ["each"], axis=1, keepdims=0), node("SequenceAt", ["each", "last"], ["c"]),
             node("Add", ["b", "c"], ["y"])]
    tensors = [tensor("two", np.array(2, dtype=np.int64)), tensor("one", np.array(1, dtype=np.int64)),
               tensor("last", np.array(-1, dtype=np.int64))]
    model = model_of(nodes, [value("x", [1, 3, 2, 2])], [value("y", [1, 1, 2, 2])], tensors)
    save_network("sequence", model, maps(1, 3, 2, 2))


def outside():
    """Weights in a file beside the network."""
    node = helper.make_node
    weight, bias = weights(4, 3, 1, 1), weights(4)
    model = model_of([node("Conv", ["x", "w", "b"], ["y"], "first")], [value("x", [1, 3, 2, 2])],
                     [value("y", [1, 4, 2, 2])], [tensor("w", weight), tensor("b", bias)])
    folder = FOLDER.parent / "outside"
    folder.mkdir(parents=True, exist_ok=True)
    picture = maps(1, 3, 2, 2)
    kept = [tensor("given x", picture), tensor("expected y", answers(model, picture)[0])]
    onnx.external_data_helper.convert_model_to_external_data(model, location="weights.bin", size_threshold=0)
    model.graph.initializer.extend(kept)
    (folder / "weights.bin").unlink(missing_ok=True)
    onnx.save(model, folder / "outside.onnx")


def flattened(nodes, tensors, output="y", inputs=None, version=17):
    """A model whose last value is given out."""
    return model_of(nodes, inputs or [value("x", [1, 3, 4, 4])], [value(output, None)], tensors, version=version)


def odd(name, model):
    onnx.save(model, ODD / f"{name}.onnx")


def unsupported():
    node = helper.make_node
    scale, zero = tensor("scale", np.array(0.1, dtype=np.float32)), tensor("zero", np.array(0, dtype=np.uint8))
    odd("quantised", flattened([node("QuantizeLinear", ["x", "scale", "zero"], ["y"], "first")], [scale, zero]))
    odd("random", flattened([node("RandomNormalLike", ["x"], ["n"], "noise"), node("Add", ["x", "n"], ["y"])], []))
    training = tensor("training", np.array(True))
    odd("dropout", flattened([node("Dropout", ["x", "", "training"], ["y"], "drop")], [training]))
    odd("loop", flattened([node("Loop", ["", ""], ["y"], "around")], []))
    odd("foreign", flattened([node("Conv", ["x", "x"], ["y"], "first", domain="com.example")], []))
    odd("argument", flattened([node("Resize", ["x", "", "s"], ["y"], "grow", antialias=1)],
                              [tensor("s", np.ones(4, dtype=np.float32))], version=18))
    odd("unread", flattened([node("Relu", ["x"], ["y"], "first", sharpness=2)], []))
    bn, tensors = norm("bn", "x", 3)
    odd("training", flattened([node("BatchNormalization", bn, ["y", "m", "v"], "norm", training_mode=1)], tensors))
    odd("two-inputs", flattened([node("Add", ["x", "z"], ["y"])], [],
                                inputs=[value("x", [1, 3, 4, 4]), value("z", [1, 3, 4, 4])]))
    odd("tokens", flattened([node("Relu", ["x"], ["y"])], [], inputs=[value("x", [1, 16], TensorProto.INT64)]))
    odd("nothing-in", flattened([node("Relu", ["w"], ["y"])], [tensor("w", maps(2))], inputs=[]))
    model = flattened([node("Relu", ["x"], ["y"])], [])
    model.graph.input.clear()
    odd("nothing-in", model)
    weight = maps(2, 3, 1, 1)
    weight[0, 0] = np.nan
    odd("not-finite", flattened([node("Conv", ["x", "w"], ["y"], "first")], [tensor("w", weight)]))


def damaged():
    node = helper.make_node
    odd("cycle", flattened([node("Add", ["x", "b"], ["a"]), node("Add", ["x", "a"], ["b"])], [], "b"))
    odd("missing", flattened([node("Add", ["x", "nowhere"], ["y"])], []))
    odd("twice", flattened([node("Relu", ["x"], ["y"]), node("Abs", ["x"], ["y"])], []))
    odd("no-output", flattened([node("Relu", ["x"], ["z"])], []))
    odd("too-few-inputs", flattened([node("Add", ["x"], ["y"])], []))
    odd("too-many-inputs", flattened([node("Relu", ["x", "x"], ["y"])], []))
    for name, dims in (("negative-size", [-2, 3]), ("huge-size", [2**40, 2**40]), ("wrong-size", [7])):
        broken = TensorProto(name="w", data_type=FLOAT, dims=dims, raw_data=b"\0" * 24)
        odd(name, flattened([node("Add", ["x", "w"], ["y"])], [broken]))
    odd("odd-type", flattened([node("Add", ["x", "w"], ["y"])], [TensorProto(name="w", data_type=99, dims=[1])]))
    for name, location in (("absolute", "/etc/passwd"), ("climbing", "../narrow.pth"), ("absent", "nowhere.bin")):
        outside = TensorProto(name="w", data_type=FLOAT, dims=[1], data_location=TensorProto.EXTERNAL)
        outside.external_data.add(key="location", value=location)
        odd(name, flattened([node("Add", ["x", "w"], ["y"])], [outside]))
    imports = [helper.make_opsetid("", 17), helper.make_opsetid("local", 1)]

    def with_functions(name, made):
        graph = helper.make_graph([node("F0", ["x"], ["y"], domain="local")], "main_graph", [value("x", [1, 3, 4, 4])],
                                  [value("y", None)])
        odd(name, helper.make_model(graph, opset_imports=imports, ir_version=10, functions=made))

    def function(number, called, times):
        nodes = [node(f"F{called}", [f"v{i}"], [f"v{i + 1}"], domain="local") for i in range(times)]
        return helper.make_function("local", f"F{number}", ["v0"], [f"v{times}"], nodes, imports)

    with_functions("calls-itself", [function(0, 0, 1)])
    last = helper.make_function("local", "F30", ["v0"], ["v1"], [node("Relu", ["v0"], ["v1"])], imports)
    with_functions("doubling", [function(i, i + 1, 2) for i in range(30)] + [last])
    last = helper.make_function("local", "F40", ["v0"], ["v1"], [node("Relu", ["v0"], ["v1"])], imports)
    with_functions("deep", [function(i, i + 1, 1) for i in range(40)] + [last])
    for kind, extra in (("ConstantOfShape", []), ("Expand", ["x"]), ("Tile", ["x"])):
        sizes = ints(2**40, 1, 1, 1)
        nodes = [node("Shape", ["x"], ["s"]), node("Mul", ["s", "many"], ["big"]),
                 node(kind, extra + ["big"], ["y"], "grows")]
        odd(f"grows-{kind.lower()}", flattened(nodes, [tensor("many", sizes)]))


def main():
    NETWORKS.mkdir(parents=True, exist_ok=True)
    ODD.mkdir(parents=True, exist_ok=True)
    older_pytorch()
    newer_pytorch()
    keras()
    functions()
    sequence()
    outside()
    unsupported()
    damaged()


if __name__ == "__main__":
    main()
