#!/usr/bin/python3
"""Makes tests/data/checkpoints: checkpoints as people have them, and files that must be refused.

Writes also values/checkpoints.json: for each that loads, the logits in float64 for a made picture (pixel i of the
H x W x 3 bytes is 7 i mod 251).
"""
import argparse
import collections
import io
import json
import os
import pickle
import shutil
import struct
import tarfile
import zipfile

import numpy
import torch
from torch import nn

from narrow import DATA, VALUES, random_classifier

FOLDER = DATA / "checkpoints"
TINY = [(3, 2, 1), (2, 2, 1), (2, 3, 1), (3, 3, 1), (3, 2, 1)]
LOGITS = {}


def picture():
    values = (torch.arange(128 * 128 * 3) * 7 % 251).to(torch.uint8).reshape(128, 128, 3)
    return (values.permute(2, 0, 1).float() / 255).double()[None]


def expect(name, model):
    """The logits of what is in the file, in float64."""
    with torch.no_grad():
        LOGITS[name] = model.double().eval()(picture())[0].tolist()


def tiny(**how):
    return random_classifier(**{"widths": TINY, "hidden": 4, "classes": 3, **how})


# Archives put together by hand

class Storage:
    """Pickled as a storage's persistent id."""

    def __init__(self, type_, key, count, location="cpu"):
        self.id = ("storage", type_, key, location, count)


class Rebuilt:
    """Pickled as a call of `function`."""

    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


def claim(key, shape, stride, offset=0, type_=torch.FloatStorage, count=1):
    return Rebuilt(torch._utils._rebuild_tensor_v2, Storage(type_, key, count), offset, shape, stride, False,
                   collections.OrderedDict())


class Pickler(pickle.Pickler):
    def persistent_id(self, value):
        return value.id if isinstance(value, Storage) else None


def pickled(value, protocol=2):
    stream = io.BytesIO()
    Pickler(stream, protocol).dump(value)
    return stream.getvalue()


def write_archive(name, entries, compression=zipfile.ZIP_STORED, folder="archive"):
    with zipfile.ZipFile(FOLDER / name, "w", compression) as archive:
        for entry, content in entries.items():
            info = zipfile.ZipInfo(f"{folder}/{entry}")  # a fixed date: the same file each time
            info.compress_type = compression
            archive.writestr(info, content)


def entries_of(saved):
    """What torch.save wrote, by the name below its folder."""
    with zipfile.ZipFile(io.BytesIO(saved)) as archive:
        return {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}


def saved(value, **how):
    stream = io.BytesIO()
    torch.save(value, stream, **how)
    return stream.getvalue()


def save(name, value, **how):
    (FOLDER / name).write_bytes(saved(value, **how))


# What people have

def make_containers():
    """The same network under every key and prefix."""
    model = tiny()
    state = model.state_dict()
    save("bare.pth", state)
    save("key-state_dict.pth", {"state_dict": state, "epoch": 3})
    save("key-model.pth", {"model": state})
    save("key-net.pth", {"net": state, "acc": 0.5})
    save("dataparallel.pth", {"model_state_dict": nn.DataParallel(model).state_dict()})
    save("protocol-4.pth", {"model_state_dict": state}, pickle_protocol=4)
    save("protocol-5.pth", {"model_state_dict": state}, pickle_protocol=5)
    save("plain-dict.pth", {"model_state_dict": dict(state)})
    untracked = {name: value for name, value in state.items() if "num_batches" not in name}
    save("without-num_batches_tracked.pth", untracked)
    save("parameters.pth", {name: nn.Parameter(value, False) if value.is_floating_point() else value
                            for name, value in state.items()})
    torch.save(state, FOLDER / "named-folder.pth")
    tag = torch.serialization.location_tag
    torch.serialization.location_tag = lambda storage: "cuda:0"
    save("cuda.pth", {"model_state_dict": state})
    torch.serialization.location_tag = tag
    return ["bare.pth", "key-state_dict.pth", "key-model.pth", "key-net.pth", "dataparallel.pth", "protocol-4.pth",
            "protocol-5.pth", "plain-dict.pth", "without-num_batches_tracked.pth", "parameters.pth",
            "named-folder.pth", "cuda.pth"]


def make_training_state():
    model = tiny()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    model(torch.rand(2, 3, 128, 128)).sum().backward()
    optimizer.step()
    optimizer.zero_grad()
    save("training.pth", {
        "model_state_dict": model.state_dict(), "optimizer_state_dict": optimizer.state_dict(),
        "epoch": 12, "best": numpy.float64(0.71), "count": numpy.int64(3), "curve": numpy.arange(3.0),
        "arguments": argparse.Namespace(lr=0.1, name="food", sizes=[1, 2]), "seen": {1, 2}, "raw": b"\0\1",
        "big": 10 ** 30, "minus": -5, "long": 2 ** 40, "nothing": None, "flags": (True, False), "type": torch.float32,
        "size": torch.Size([1, 2]), "device": torch.device("cpu")})
    expect("training.pth", model)


def make_types():
    for name, type_ in [("half.pth", torch.half), ("bfloat16.pth", torch.bfloat16), ("double.pth", torch.double)]:
        model = tiny().to(type_)
        save(name, {"model_state_dict": model.state_dict()})
        expect(name, model)


def make_views():
    """All numbers in one storage, one weight transposed in it."""
    model = tiny()
    state = model.state_dict()
    floats = [name for name, value in state.items() if value.is_floating_point()]
    whole = torch.cat([torch.zeros(5)] + [state[name].transpose(0, -1).reshape(-1) if name == "fc.0.weight"
                                          else state[name].reshape(-1) for name in floats])
    offset = 5
    views = collections.OrderedDict()
    for name in floats:
        count = state[name].numel()
        part = whole[offset:offset + count]
        if name == "fc.0.weight":
            views[name] = part.reshape(tuple(reversed(state[name].shape))).transpose(0, 1)
            assert not views[name].is_contiguous()
        else:
            views[name] = part.reshape(state[name].shape)
        assert torch.equal(views[name], state[name])
        offset += count
    save("views.pth", views)
    expect("views.pth", model)


def make_newer():
    """As PyTorch 2 adds to the archive, and as it writes tensors whose type has no storage class."""
    model = tiny()
    entries = entries_of(saved(model.state_dict()))
    write_archive("byteorder.pth", {"byteorder": b"little", ".format_version": b"1", **entries}, folder="byteorder")
    write_archive("big-endian.pth", {"byteorder": b"big", **entries})
    state, data = {}, {}
    Untyped = type("UntypedStorage", (), {"__module__": "torch.storage"})
    torch.storage.UntypedStorage = Untyped
    rebuild = lambda: None
    rebuild.__module__, rebuild.__qualname__ = "torch._utils", "_rebuild_tensor_v3"
    torch._utils._rebuild_tensor_v3 = rebuild
    for number, (name, value) in enumerate(model.state_dict().items()):
        raw = value.contiguous().numpy().tobytes()
        data[f"data/{number}"] = raw
        state[name] = Rebuilt(rebuild, Storage(Untyped, str(number), len(raw)), 0, tuple(value.shape), value.stride(),
                              False, collections.OrderedDict(), value.dtype)
    write_archive("untyped.pth", {"data.pkl": pickled(state), **data})
    for name in ["byteorder.pth", "untyped.pth"]:
        expect(name, model)


def make_architectures():
    def variant(name, cnn, fc):
        torch.manual_seed(11)
        model = nn.Module()
        model.cnn, model.fc = nn.Sequential(*cnn), nn.Sequential(*fc)
        model.forward = lambda x: model.fc(model.cnn(x).flatten(1))
        for module in model.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.running_mean.uniform_(-0.2, 0.2)
                module.running_var.uniform_(0.3, 1.5)
        save(name, {"model_state_dict": model.state_dict()})
        expect(name, model)

    def block(inputs, outputs, kernel=3, norm=True, **how):
        conv = nn.Conv2d(inputs, outputs, kernel, 1, kernel // 2, **how)
        return [conv, *([nn.BatchNorm2d(outputs)] if norm else []), nn.ReLU()]

    def pools(widths, last=True, **how):
        layers = []
        for number, (inputs, outputs) in enumerate(widths):
            layers += block(inputs, outputs, **how)
            if last or number + 1 < len(widths):
                layers.append(nn.MaxPool2d(2))
        return layers

    five = [(3, 2), (2, 2), (2, 2), (2, 3), (3, 2)]
    two = [nn.Linear(2 * 4 * 4, 4), nn.ReLU(), nn.Dropout(0.3), nn.Linear(4, 3)]
    variant("without-batch-norm.pth", pools(five, norm=False), two)
    variant("without-bias.pth", pools(five, bias=False), [nn.Linear(32, 4, bias=False), nn.ReLU(), nn.Linear(4, 3)])
    variant("kernel-5.pth", pools(five, kernel=5), two)
    variant("kernel-1.pth", pools(five, kernel=1), two)
    variant("without-last-pool.pth", pools(five + [(2, 2)], last=False), two)
    variant("one-linear.pth", pools(five), [nn.Linear(32, 7)])
    variant("three-linear.pth", pools(five), [nn.Linear(32, 4), nn.ReLU(), nn.Linear(4, 5), nn.ReLU(), nn.Dropout(),
                                              nn.Linear(5, 3)])
    variant("without-affine.pth", [nn.Conv2d(3, 2, 3, 1, 1), nn.BatchNorm2d(2, affine=False), nn.ReLU(),
                                   nn.MaxPool2d(2), *pools(five[1:])], two)


# safetensors: eight bytes with the header's length, a JSON header, the tensors' bytes

TYPES = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.int64: "I64"}


def write_safetensors(name, state, length=None, **changes):
    """`changes` are to the entries of the header, by the tensor's name."""
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for key, value in state.items():
        raw = value.contiguous().numpy().tobytes()
        header[key] = {"dtype": TYPES[value.dtype], "shape": list(value.shape),
                       "data_offsets": [len(data), len(data) + len(raw)]}
        header[key].update(changes.get(key.replace(".", "_"), {}))
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    (FOLDER / name).write_bytes(struct.pack("<Q", len(text) if length is None else length) + text + data)


def make_safetensors():
    state = tiny().state_dict()
    write_safetensors("plain.safetensors", state)
    write_safetensors("prefixed.safetensors", {f"module.{name}": value for name, value in state.items()})
    for name in ["plain.safetensors", "prefixed.safetensors"]:
        expect(name, tiny())
    half = tiny().half()
    write_safetensors("half.safetensors", half.state_dict())
    expect("half.safetensors", half)
    write_safetensors("empty-beside.safetensors", {**state, "aux": torch.empty(0)})
    write_safetensors("averaged.safetensors", {"n_averaged": torch.tensor(5),
                                               **{f"module.{name}": value for name, value in state.items()}})
    for name in ["empty-beside.safetensors", "averaged.safetensors"]:
        expect(name, tiny())
    write_safetensors("other.safetensors", {"conv1.weight": torch.zeros(2, 3, 7, 7)})
    write_safetensors("far.safetensors", state, cnn_0_bias={"data_offsets": [2 ** 40, 2 ** 40 + 8]})
    write_safetensors("backwards.safetensors", state, cnn_0_bias={"data_offsets": [8, 0]})
    write_safetensors("short.safetensors", state, cnn_0_bias={"shape": [3]})
    write_safetensors("overflow.safetensors", state, cnn_0_bias={"shape": [2 ** 33, 2 ** 33, 2 ** 33]})
    write_safetensors("negative.safetensors", state, cnn_0_bias={"shape": [-2]})
    write_safetensors("overlap.safetensors", state, cnn_0_bias={"data_offsets": [0, 216], "shape": [54]},
                      cnn_1_bias={"data_offsets": [0, 216], "shape": [54]})
    write_safetensors("type.safetensors", state, cnn_0_bias={"dtype": "F8_E4M3"})
    write_safetensors("header-cut.safetensors", state, length=100)
    write_safetensors("header-long.safetensors", state, length=2 ** 63)


# Where people put weights, and what lies beside them

def make_places():
    model = tiny()
    state = model.state_dict()
    other = tiny(seed=6).state_dict()
    averaged = {f"module.{name}": value for name, value in state.items()}
    wrapped = {f"model.{name}": value for name, value in state.items()}
    made = {
        "averaged.pth": {"n_averaged": torch.tensor(5), **averaged},
        "only-ema.pth": {"epoch": 3, "model_ema": state},
        "two-states.pth": {"state_dict_ema": other, "state_dict": state},
        "two-prefixes.pth": {**{f"teacher.{name}": value for name, value in state.items()},
                             **{f"student.{name}": value for name, value in other.items()}},
        "criterion.pth": {"state_dict": {**wrapped, "criterion.weight": torch.ones(3)}},
        "metric.pth": {"state_dict": {**wrapped, "train_acc.correct": torch.tensor(7)}},
        "metric-at-the-top.pth": {**state, "n_averaged": torch.tensor(5), "loss.weight": torch.ones(3)},
        "nested.pth": {"checkpoint": {"model_state_dict": state}, "epoch": 1},
        "tuple.pth": (3, state),
        "list.pth": [state],
        "empty-beside.pth": {"state_dict": {**state, "empty": torch.empty(0)}},
        "odd-beside.pth": {"state_dict": state, "q": torch.zeros(2).to_sparse(), "c": torch.zeros(1, dtype=torch.cfloat)},
    }
    for name, value in made.items():
        save(name, value)
        expect(name, tiny())
    names = ["daisy", "rose", "tulip"]
    save("classes.pth", {"state_dict": state, "classes": names, "class_to_idx": {"a": 0}})
    save("class_to_idx.pth", {"state_dict": state, "class_to_idx": {"rose": 1, "tulip": 2, "daisy": 0}})
    save("idx_to_class.pth", {"state_dict": state, "idx_to_class": {1: "rose", 2: "tulip", 0: "daisy"}})
    save("classes-of-others.pth", {"state_dict": state, "classes": ["one", "two"], "labels": [0, 1, 2]})
    for name in ["classes.pth", "class_to_idx.pth", "idx_to_class.pth", "classes-of-others.pth"]:
        expect(name, tiny())


def picture_of(size, channels=3):
    values = (torch.arange(size * size * 3) * 7 % 251).to(torch.uint8).reshape(size, size, 3)
    tensor = (values.permute(2, 0, 1).float() / 255).double()[None]
    return tensor if channels == 3 else tensor.mean(1, keepdim=True)


def make_sizes():
    """Trained at other sizes: the last maps are of size / 32."""
    for size in [64, 96, 224]:
        name = f"size-{size}.pth"
        model = tiny(seed=7)
        model.fc[0] = nn.Linear(2 * (size // 32) ** 2, 4)
        torch.manual_seed(8)
        nn.init.normal_(model.fc[0].weight)
        save(name, model.state_dict())
        with torch.no_grad():
            LOGITS[name] = model.double().eval()(picture_of(size))[0].tolist()
    model = tiny(seed=9)
    torch.manual_seed(9)
    model.cnn[0] = nn.Conv2d(1, 2, 3, 1, 1)
    save("gray.pth", model.state_dict())
    with torch.no_grad():
        LOGITS["gray.pth"] = model.double().eval()(picture_of(128, 1))[0].tolist()
    model = tiny(classes=1)
    save("one-output.pth", model.state_dict())
    with torch.no_grad():
        x = model.double().eval()(picture())[0, 0].item()
    LOGITS["one-output.pth"] = [0.0, x]


def make_course():
    """The course's first network: other names, and a last pool of 4 x 4."""
    torch.manual_seed(12)
    model = nn.Module()
    layers = []
    for inputs, outputs, pool in [(3, 2, 2), (2, 3, 2), (3, 4, 4)]:
        layers += [nn.Conv2d(inputs, outputs, 3, 1, 1), nn.BatchNorm2d(outputs), nn.ReLU(), nn.MaxPool2d(pool, pool, 0)]
    model.cnn_layers = nn.Sequential(*layers)
    model.fc_layers = nn.Sequential(nn.Linear(4 * 8 * 8, 6), nn.ReLU(), nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 3))
    model.forward = lambda x: model.fc_layers(model.cnn_layers(x).flatten(1))
    save("course.pth", model.state_dict())
    expect("course.pth", model)


def make_modules():
    """One state dict; what the same weights answer with other modules between them: values/modules.json."""
    widths = [(3, 16, 1), (16, 32, 1), (32, 16, 1), (16, 3, 1), (3, 2, 1)]  # blocks of 16 channels, and others
    cases = {
        "notebook": ({}, nn.ReLU, nn.ReLU, nn.MaxPool2d, 1e-5),
        "leaky": ({"activation": "leaky_relu", "slope": 0.2}, lambda: nn.LeakyReLU(0.2), nn.ReLU, nn.MaxPool2d, 1e-5),
        "leaky throughout": ({"activation": "LeakyReLU", "linear_activation": "leaky_relu"}, nn.LeakyReLU, nn.LeakyReLU,
                             nn.MaxPool2d, 1e-5),
        "average": ({"pool": "avg"}, nn.ReLU, nn.ReLU, nn.AvgPool2d, 1e-5),
        "epsilon": ({"epsilon": 1e-3}, nn.ReLU, nn.ReLU, nn.MaxPool2d, 1e-3),
    }
    for told, module in [("relu6", nn.ReLU6), ("elu", nn.ELU), ("selu", nn.SELU), ("gelu", nn.GELU), ("silu", nn.SiLU),
                         ("mish", nn.Mish), ("hardswish", nn.Hardswish), ("tanh", nn.Tanh), ("sigmoid", nn.Sigmoid)]:
        cases[told] = ({"activation": told}, module, nn.ReLU, nn.MaxPool2d, 1e-5)
    values = []
    for name, (description, activation, linear, pool, epsilon) in cases.items():
        model = random_classifier(widths=widths, hidden=4, classes=3, seed=13)
        for number, layer in enumerate(model.cnn):
            if isinstance(layer, nn.ReLU):
                model.cnn[number] = activation()
            elif isinstance(layer, nn.MaxPool2d):
                model.cnn[number] = pool(2)
            elif isinstance(layer, nn.BatchNorm2d):
                layer.eps = epsilon
        model.fc[1] = linear()
        if name == "notebook":
            save("modules.pth", model.state_dict())
            expect("modules.pth", model)
        model = model.double().eval()
        x = picture().requires_grad_()
        logits = model(x)
        gradient, = torch.autograd.grad(logits[0, 1], x)
        values.append({"description": description, "logits": logits[0].tolist(), "kind": type(model.cnn[2]).__name__,
                       "gradient": gradient.abs().sum().item(), "maps": model.cnn[:4](x)[0].sum().item()})
    with open(VALUES / "modules.json", "w") as file:
        json.dump(values, file, indent=1)
        file.write("\n")


# What must be refused

def state_with(**changes):
    """A right state dict with some values replaced, or taken out with None."""
    state = tiny().state_dict()
    for name, value in changes.items():
        if value is None:
            del state[name.replace("_dot_", ".")]
        else:
            state[name.replace("_dot_", ".")] = value
    return state


def write_with(name, tensor, value, size=8):
    """A state dict put together by hand, in which one tensor is not what it should be."""
    state, data = collections.OrderedDict(), {}
    for number, (key, original) in enumerate(tiny().state_dict().items()):
        if original.is_floating_point():
            data[f"data/{number}"] = original.numpy().tobytes()
            state[key] = claim(str(number), tuple(original.shape), original.stride(), count=original.numel())
    state[tensor] = value
    write_archive(name, {"data.pkl": pickled({"model_state_dict": state}), "data/x": b"\0" * size, **data})


def make_claims():
    write_with("claims-2-to-60.pth", "cnn.0.weight", claim("x", (2 ** 60, 3, 3, 3), (27, 9, 3, 1), count=2 ** 62))
    write_with("claims-overflow.pth", "cnn.0.weight", claim("x", (2 ** 32, 2 ** 32, 3, 3), (1, 1, 1, 1)))
    write_with("claims-expanded.pth", "cnn.0.weight", claim("x", (2 ** 50, 3, 3, 3), (0, 0, 0, 0)))
    write_with("claims-negative-size.pth", "cnn.0.weight", claim("x", (-2, 3, 3, 3), (27, 9, 3, 1)))
    write_with("claims-negative-stride.pth", "cnn.0.bias", claim("x", (2,), (-1,)))
    write_with("claims-negative-offset.pth", "cnn.0.bias", claim("x", (2,), (1,), offset=-1))
    write_with("claims-far-stride.pth", "cnn.0.bias", claim("x", (2,), (2 ** 62,)))
    write_with("claims-far-offset.pth", "cnn.0.bias", claim("x", (2,), (1,), offset=1))
    write_with("claims-no-size.pth", "cnn.0.bias", claim("x", (0,), (1,)))
    write_with("claims-text-size.pth", "cnn.0.bias", claim("x", ("two",), (1,)))
    write_with("claims-fewer-strides.pth", "cnn.0.bias", claim("x", (2,), ()))
    write_with("storage-missing.pth", "cnn.0.bias", claim("absent", (2,), (1,)))
    write_with("storage-complex.pth", "cnn.0.bias", claim("x", (1,), (1,), type_=torch.ComplexFloatStorage))


def make_one_for_many():
    """A hundred layers whose weights are one storage, so that a small file asks for much memory."""
    state = collections.OrderedDict()
    for number in range(100):
        module = 2 * number + min(number, 7)  # seven pools, to maps of 1 x 1
        state[f"cnn.{module}.weight"] = claim("x", (24, 3 if number == 0 else 24, 3, 3), (216, 9, 3, 1))
    state["fc.0.weight"] = claim("x", (1, 24), (1, 1))
    write_archive("one-for-many.pth", {"data.pkl": pickled(state), "data/x": b"\0" * (4 * 24 * 24 * 9)})


def make_code():
    mark = Rebuilt(os.system, "touch convscope-ran-code")
    write_with("calls-system.pth", "cnn.0.weight", mark)
    good = entries_of(saved(tiny().state_dict()))
    write_archive("calls-system-whole.pth", {**good, "data.pkl": pickled(mark)})
    save("calls-system-beside.pth", {"model_state_dict": tiny().state_dict(), "extra": mark})
    expect("calls-system-beside.pth", tiny())
    save("whole-module.pth", tiny())
    save("whole-module-under-key.pth", {"model": tiny()})


def make_files():
    state = tiny().state_dict()
    save("legacy.pth", state, _use_new_zipfile_serialization=False)
    for name, members in [("legacy-tar.pth", ["storages", "tensors", "pickle"]), ("plain.tar", ["a/notes.txt", "a/net.pth"])]:
        with tarfile.open(FOLDER / name, "w", format=tarfile.USTAR_FORMAT) as tar:
            for member in members:
                tar.addfile(tarfile.TarInfo(member), io.BytesIO(b""))
    entries = entries_of(saved(state))
    write_archive("compressed.pth", entries, zipfile.ZIP_DEFLATED)
    write_archive("bomb.pth", {"data.pkl": b"\0" * 10 ** 7}, zipfile.ZIP_DEFLATED)
    for name, entries_ in [("keras.zip", ["config.json", "model.weights.h5"]), ("numpy.zip", ["cnn.0.weight.npy"]),
                           ("network.zip", ["notes.txt", "folder/net.pth"]), ("export.zip", ["serialized_exported_program.json"]),
                           ("export-folder.zip", ["exported/archive_format", "exported/models/model.json"]),
                           ("aot-inductor.zip", ["net/archive_format", "net/data/aotinductor/model/model.so"]),
                           ("tensorflow.zip", ["net/saved_model.pb"]), ("onnx.zip", ["folder/net.onnx"]),
                           ("core-ml.zip", ["net.mlpackage/Manifest.json",
                                            "net.mlpackage/Data/com.apple.CoreML/model.mlmodel"])]:
        with zipfile.ZipFile(FOLDER / name, "w") as archive:
            for entry in entries_:
                archive.writestr(zipfile.ZipInfo(entry), b"")
    write_archive("other-zip.pth", {"word/document.xml": b"<w/>"})
    flipped = bytearray(saved(state))
    weight = state["fc.0.weight"].numpy().tobytes()
    flipped[bytes(flipped).index(weight) + 3] ^= 0x40
    (FOLDER / "byte-flipped.pth").write_bytes(flipped)
    # The directory claims that an entry is longer than the file.
    content = bytearray(saved(state))
    central = bytes(content).index(b"PK\1\2")
    struct.pack_into("<II", content, central + 20, 2 ** 31, 2 ** 31)
    (FOLDER / "entry-too-long.pth").write_bytes(content)
    write_archive("pickle-cut.pth", {**entries, "data.pkl": entries["data.pkl"][:200]})
    write_archive("pickle-is-text.pth", {**entries, "data.pkl": b"these are not the weights"})


def make_other_networks():
    save("without-weights.pth", {"epoch": 1, "val_acc": 0.4})
    save("numbers.pth", [1, 2, 3])
    save("nameless.pth", [value for value in tiny().state_dict().values()])
    save("arrays.pth", {"epoch": 1, "state_dict": {name: value.numpy() for name, value in tiny().state_dict().items()}})
    sparse = tiny().state_dict()
    sparse["cnn.0.weight"] = sparse["cnn.0.weight"].to_sparse()
    save("sparse.pth", sparse)
    save("quantized.pth", state_with(fc_dot_0_dot_weight=torch.quantize_per_tensor(torch.zeros(4, 32), 0.1, 0, torch.qint8)))
    save("meta.pth", state_with(fc_dot_0_dot_weight=torch.zeros(4, 32, device="meta")))
    save("head-beside.pth", {**{f"model.{name}": value for name, value in tiny().state_dict().items()},
                             "head.weight": torch.zeros(3, 3)})
    save("average-over-maps.pth", state_with(fc_dot_0_dot_weight=torch.zeros(4, 2)))
    save("resnet.pth", {"conv1.weight": torch.zeros(2, 3, 7, 7), "bn1.weight": torch.ones(2),
                        "layer1.0.conv1.weight": torch.zeros(2, 2, 3, 3), "fc.weight": torch.zeros(3, 2)})
    save("conv-does-not-fit.pth", state_with(cnn_dot_4_dot_weight=torch.zeros(2, 5, 3, 3)))
    save("norm-does-not-fit.pth", state_with(cnn_dot_1_dot_running_mean=torch.zeros(3)))
    save("linear-does-not-fit.pth", state_with(fc_dot_0_dot_weight=torch.zeros(4, 33)))
    save("second-linear-does-not-fit.pth", state_with(fc_dot_3_dot_weight=torch.zeros(3, 5)))
    save("norm-without-statistics.pth", state_with(cnn_dot_1_dot_running_mean=None, cnn_dot_1_dot_running_var=None))
    save("norm-without-variance.pth", state_with(cnn_dot_1_dot_running_var=None))
    save("even-kernel.pth", state_with(cnn_dot_0_dot_weight=torch.zeros(2, 3, 2, 2)))
    save("oblong-kernel.pth", state_with(cnn_dot_0_dot_weight=torch.zeros(2, 3, 3, 1)))
    save("without-classifier.pth", {k: v for k, v in tiny().state_dict().items() if k.startswith("cnn")})
    save("wide-gap.pth", {k.replace("cnn.16", "cnn.19"): v for k, v in tiny().state_dict().items()})
    save("integers.pth", state_with(fc_dot_3_dot_bias=torch.zeros(3, dtype=torch.int64)))
    save("nan.pth", state_with(fc_dot_3_dot_bias=torch.tensor([0, float("nan"), 0])))
    save("infinite.pth", state_with(cnn_dot_0_dot_bias=torch.tensor([0, float("inf")])))
    save("negative-variance.pth", state_with(cnn_dot_1_dot_running_var=torch.tensor([1.0, -1.0])))
    save("overflowing-answer.pth", state_with(fc_dot_0_dot_bias=torch.full((4,), 10.0),
                                              fc_dot_3_dot_weight=torch.full((3, 4), 3e38)))
    save("too-large-for-float.pth", state_with(fc_dot_3_dot_bias=torch.full((3,), 1e300, dtype=torch.double)))


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for name in make_containers():
        expect(name, tiny())
    make_training_state()
    make_types()
    make_views()
    make_newer()
    make_architectures()
    make_safetensors()
    make_places()
    make_sizes()
    make_course()
    make_modules()
    make_claims()
    make_one_for_many()
    make_code()
    make_files()
    make_other_networks()
    with open(VALUES / "checkpoints.json", "w") as file:
        json.dump(LOGITS, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
