#!/usr/bin/env python3
"""Makes tests/data/onnx/operators: small ONNX files, each with what goes in and what comes out.

Needs Python 3.11 with onnx==1.23.2, onnxruntime==1.32.0 and numpy==2.4.6:

    python3 -m venv /tmp/onnx && /tmp/onnx/bin/pip install onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6
    /tmp/onnx/bin/python tests/reference/make_onnx.py

Each operator, in each form that it had in some version, is computed by onnxruntime, or where that does not know it, by
ONNX's reference implementation. Inputs are kept as tensors "given NAME", outputs as "expected NAME"; no operator uses
them.
"""
import pathlib

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

import onnx_cases

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "data" / "onnx" / "operators"
onnxruntime.set_default_logger_severity(4)


def tensor_type(array):
    return helper.np_dtype_to_tensor_dtype(array.dtype)


def parts(number, kind, inputs, outputs, constants, domain, attributes):
    names = ["" if value is None else f"{kind}_{number}_in{i}" for i, value in enumerate(inputs)]
    results = [f"{kind}_{number}_out{i}" for i in range(outputs)]
    node = helper.make_node(kind, names, results, name=f"{kind}_{number}", domain=domain, **attributes)
    given, fixed = {}, []
    for i, value in enumerate(inputs):
        if value is None:
            continue
        if i in constants:
            fixed.append(numpy_helper.from_array(value, names[i]))
        else:
            given[names[i]] = value
    return node, given, fixed, results


def model_of(version, nodes, given, fixed, results):
    graph = helper.make_graph(
        nodes, "operators", [helper.make_tensor_value_info(n, tensor_type(v), v.shape) for n, v in given.items()],
        [helper.make_tensor_value_info(n, t, None) for n, t in results], fixed)
    imports = [helper.make_opsetid("", version), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=imports, ir_version=min(10, 4 if version < 9 else 10),
                             producer_name="make_onnx.py")


def computed(version, node, given, fixed, results):
    untyped = [(n, TensorProto.UNDEFINED) for n in results]
    model = model_of(version, [node], given, fixed, untyped)
    problems = []
    for output in model.graph.output:
        output.ClearField("type")
    for run in (by_runtime, by_reference):
        try:
            return run(model, given, results)
        except Exception as problem:  # the other one may know it
            problems.append(f"{type(problem).__name__}: {str(problem)[:300]}")
    raise RuntimeError(f"{node.op_type} {version}: {problems}")


def by_runtime(model, given, results):
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return session.run(results, given)


def by_reference(model, given, results):
    print("by reference:", model.graph.node[0].op_type, model.opset_import[0].version)
    return ReferenceEvaluator(model).run(results, given)


def write(group, version, cases):
    nodes, given, fixed, results, kept = [], {}, [], [], []
    for number, (kind, inputs, outputs, constants, domain, attributes) in enumerate(cases):
        node, mine, initialisers, names = parts(number, kind, inputs, outputs, constants, domain, attributes)
        values = computed(version, node, mine, initialisers, names)
        nodes.append(node)
        given.update(mine)
        fixed += initialisers
        for name, value in zip(names, values):
            value = np.asarray(value)
            results.append((name, tensor_type(value)))
            kept.append(numpy_helper.from_array(value, "expected " + name))
        kept += [numpy_helper.from_array(value, "given " + name) for name, value in mine.items()]
    model = model_of(version, nodes, given, fixed + kept, results)
    onnx.save(model, FOLDER / f"{group}-{version}.onnx")
    print(f"{group}-{version}: {len(nodes)} operators, {len(model.SerializeToString())} bytes")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    onnx_cases.add_all()
    for (group, version), cases in onnx_cases.GROUPS.items():
        write(group, version, cases)


if __name__ == "__main__":
    main()
