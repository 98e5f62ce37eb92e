#!/usr/bin/env python3
"""Makes tests/data/exported: small networks as torch.export.save writes them, and files that must be refused.

PyTorch writes .pt2 files in a form of its own in nearly every version, so this runs once in each of four, with torch
from PyPI on Python 3.11 (2.15.0: 3.12) and nothing else:

    pip install torch==2.1.2 && python make_exported.py    # and so with torch==2.5.1, 2.8.0 and 2.15.0

Writes also values/exported-VERSION.json: for each network that opens, in float64 on the picture of `picture()`, what its
forward hooks see of every module, its logits, and the gradient of the third logit.
"""
import copy
import io
import json
import math
import pathlib
import warnings
import zipfile

import torch
from torch import nn
from torch.nn import functional

HERE = pathlib.Path(__file__).resolve().parent
VERSION = ".".join(torch.__version__.split(".")[:2])
NUMBER = tuple(int(part) for part in VERSION.split("."))
FOLDER = HERE.parent / "data" / "exported"
VALUES = HERE / "values" / f"exported-{VERSION}.json"
CLASSES = 5
SIZE = 16
EXPECTED = {}


def picture():
    """Byte i of H×W×3 is 7i mod 251."""
    values = (torch.arange(SIZE * SIZE * 3) * 7 % 251).to(torch.uint8).reshape(SIZE, SIZE, 3)
    return (values.permute(2, 0, 1).float() / 255)[None]


class Block(nn.Module):
    """A residual block: two branches, a ReLU that runs twice and works in place."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.downsample = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        y += self.downsample(x)
        return self.relu(y)


class Residual(nn.Module):
    """A small ResNet with dropout."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3, 2, 1)
        self.bn1 = nn.BatchNorm2d(4)
        self.relu = nn.ReLU(inplace=True)
        self.pool = nn.MaxPool2d(3, 2, 1)
        self.layer1 = nn.Sequential(Block(4, 6, 2))
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.drop = nn.Dropout(0.4)
        self.fc = nn.Linear(6, CLASSES)

    def forward(self, x):
        x = self.layer1(self.pool(self.relu(self.bn1(self.conv1(x)))))
        return self.fc(self.drop(torch.flatten(self.avgpool(x), 1)))


class Attention(nn.Module):
    """A small vision transformer, whose block is written by hand: it has no fast path of PyTorch's own."""

    def __init__(self):
        super().__init__()
        width = 8
        self.heads = 2
        self.patches = nn.Conv2d(3, width, 4, 4)
        self.token = nn.Parameter(torch.randn(1, 1, width))
        self.places = nn.Parameter(torch.randn(1, 1 + (SIZE // 4) ** 2, width))
        self.norm = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.feed = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, 16), nn.GELU(), nn.Linear(16, width))
        self.head = nn.Linear(width, CLASSES)

    def look(self, x):
        batch, places, width = x.shape
        parts = self.qkv(x).reshape(batch, places, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        seen = functional.scaled_dot_product_attention(query, key, value)
        return self.out(seen.transpose(1, 2).reshape(batch, places, width))

    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.shape[0], -1, -1), x], 1) + self.places
        x = x + self.look(self.norm(x))
        x = x + self.feed(x)
        return self.head(x[:, 0])


class Encoder(nn.Module):
    """A transformer layer of PyTorch's own, which version 2.1 writes as one operator."""

    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, 8, 4, 4)
        self.layer = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True, activation="gelu")
        self.head = nn.Linear(8, CLASSES)

    def forward(self, x):
        return self.head(self.layer(self.patches(x).flatten(2).transpose(1, 2)).mean(1))


class Several(nn.Module):
    """Gives several things by name and place, of pictures of any number and size."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 6, 3, padding=1)
        self.other = nn.Conv2d(6, 6, 3, padding=1)
        self.fc = nn.Linear(6, CLASSES)
        self.register_buffer("scale", torch.tensor([0.5]), persistent=False)

    def forward(self, x):
        maps = functional.relu(self.conv(x))
        resized = functional.interpolate(self.other(maps)[:, :, ::2, ::2], size=x.shape[2:], mode="bilinear")
        weights = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
        flat = resized.reshape(x.shape[0], 6, x.shape[2] * x.shape[3]).mean(2) * weights * self.scale
        return {"out": self.fc(flat), "aux": (flat.softmax(1), maps)}


class Halfway(nn.Module):
    """Has no gradients through a part of it."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.fc = nn.Linear(7, CLASSES)

    def forward(self, x):
        with torch.no_grad():
            maps = functional.relu(self.conv(x))
        return self.fc(torch.cat([maps.mean((2, 3)), x.mean((2, 3)) ** 2], 1))


class Changing(nn.Module):
    """Changes a buffer of its own each time."""

    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, CLASSES)
        self.register_buffer("count", torch.zeros(3))

    def forward(self, x):
        self.count.add_(1)
        return self.fc(x.mean((2, 3)) + self.count)


class Noisy(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, CLASSES)

    def forward(self, x):
        return self.fc((x + torch.rand_like(x)).mean((2, 3)))


class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, CLASSES)

    def forward(self, x, weights):
        return self.fc(x.mean((2, 3)) * weights)


class Plain(nn.Module):
    """As little as a network can be; the files that are damaged are made of it."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 2, 3)
        self.fc = nn.Linear(2, CLASSES)

    def forward(self, x):
        return self.fc(functional.relu(self.conv(x)).mean((2, 3)))


def prepared(model):
    """The same weights in each version; statistics of batch norms that do something."""
    generator = torch.Generator().manual_seed(7)
    with torch.no_grad():
        for name, tensor in sorted(model.state_dict().items()):
            if not tensor.is_floating_point():
                continue
            values = torch.rand(tensor.shape, generator=generator)
            tensor.copy_(0.5 + values if "running_var" in name or "bn" in name else (values - 0.5) * 0.8)
    return model.eval()


def save(name, model, arguments=None, dynamic=None, decompose=False):
    """Names of files say the version. What tells where the Python lies is taken out."""
    arguments = arguments or (picture(),)
    shapes = {"dynamic_shapes": dynamic} if dynamic else {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.export.export(copy.deepcopy(model), arguments, **shapes)
        if decompose:
            program = program.run_decompositions()
        saved = io.BytesIO()
        torch.export.save(program, saved)
    file = FOLDER / f"{name}-{VERSION}.pt2"
    with zipfile.ZipFile(saved) as archive:
        write(file.name, {entry: without_traces(entry, archive.read(entry)) for entry in archive.namelist()
                          if "sample_inputs" not in entry and "example_inputs" not in entry and ".data/" not in entry})
    return file


def without_traces(entry, content):
    if not entry.endswith(("models/model.json", "serialized_exported_program.json")):
        return content
    program = json.loads(content)
    strip(program["graph_module"]["graph"])
    return compact(program)


def strip(graph):
    for node in graph["nodes"]:
        for key in ("stack_trace", "from_node", "torch_fn", "source_fn", "source_fn_stack"):
            node["metadata"].pop(key, None)
        for argument in node["inputs"]:
            if inner := argument["arg"].get("as_graph"):
                strip(inner["graph"])


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def write(name, entries, compressed=()):
    with zipfile.ZipFile(FOLDER / name, "w") as archive:
        for entry, content in entries.items():
            archive.writestr(zipfile.ZipInfo(entry), content,
                             zipfile.ZIP_DEFLATED if entry in compressed else zipfile.ZIP_STORED)


def sampled(tensor):
    flat = tensor.detach().double().reshape(-1)
    return flat[:: (flat.numel() // 50) | 1].tolist()


def expect(file, model):
    """What eval mode gives in float64; of a module that runs several times, the last time."""
    model = copy.deepcopy(model).double().eval()
    seen = {}

    def hook(name):
        def keep(module, inputs, output):
            if isinstance(output, torch.Tensor):
                seen.pop(name, None)
                seen[name] = {"kind": type(module).__name__, "shape": list(output.shape[1:]),
                              "sampled": sampled(output), "largest": output.abs().max().item()}
        return keep

    for name, module in model.named_modules():
        if name:
            module.register_forward_hook(hook(name))
    x = picture().double().requires_grad_(True)
    output = model(x)
    logits = output["out"] if isinstance(output, dict) else output
    logits[0, 2].backward()
    EXPECTED[file.name] = {"modules": seen, "logits": logits[0].tolist(),
                           "gradient": {"sampled": sampled(x.grad), "largest": x.grad.abs().max().item()},
                           "parameters": sum(each.numel() for each in model.parameters())}


def make_networks():
    residual = prepared(Residual())
    expect(save("residual", residual), residual)
    if NUMBER == (2, 1):
        encoder = prepared(Encoder())
        expect(save("encoder", encoder), encoder)
        return
    sides = {axis: torch.export.Dim(name, min=8, max=64) for axis, name in ((2, "height"), (3, "width"))}
    several = prepared(Several())
    expect(save("several", several, (torch.cat([picture()] * 2),),
                {"x": {0: torch.export.Dim("batch", max=64), **sides}}), several)
    if NUMBER == (2, 8):  # whose form is that of 2.5 but for the archive
        return
    attention = prepared(Attention())
    expect(save("attention", attention), attention)
    training = copy.deepcopy(residual).train()
    expect(save("training", training, (torch.cat([picture()] * 2),)), residual)
    if NUMBER < (2, 15):
        return
    expect(save("residual-decomposed", residual, decompose=True), residual)
    expect(save("attention-decomposed", attention, decompose=True), attention)
    halfway = prepared(Halfway())
    expect(save("halfway", halfway), halfway)
    plain = prepared(Plain())
    expect(save("plain", plain), plain)
    save("changing", prepared(Changing()))
    save("noisy", prepared(Noisy()))
    save("two", prepared(Two()), (picture(), torch.ones(1, 3)))


class Damage:
    """Files like plain-2.15.pt2, each with one thing that is otherwise."""

    def __init__(self):
        with zipfile.ZipFile(FOLDER / "plain-2.15.pt2") as archive:
            self.entries = {name: archive.read(name) for name in archive.namelist()}
        self.top = next(iter(self.entries)).split("/")[0] + "/"
        self.program = json.loads(self.entries[self.top + "models/model.json"])
        graph = self.program["graph_module"]["graph"]
        graph["tensor_values"] = {"x": graph["tensor_values"]["x"]}
        for node in graph["nodes"]:
            node["metadata"] = {}

    def file(self, name, change=lambda graph: None, text=None, **entries):
        """`change` is given the graph of a copy of the program; `text` of the JSON may be changed as well."""
        program = copy.deepcopy(self.program)
        change(program["graph_module"]["graph"])
        written = compact(program)
        content = {**self.entries, self.top + "models/model.json": text(written) if text else written}
        content.update({self.top + key.replace("__", "/"): value for key, value in entries.items()})
        write(name + ".pt2", {key: value for key, value in content.items() if value is not None})

    def node(self, name, target, inputs, outputs=("made",)):
        """One more node, in front of all others."""
        node = {"target": target, "inputs": [{"name": key, "arg": value} for key, value in inputs.items()],
                "outputs": [{"as_tensor": {"name": each}} for each in outputs], "metadata": {}}
        self.file(name, lambda graph: graph["nodes"].insert(0, node))

    def tensor(self, name, **changes):
        """Another description of the first weight."""
        entry = self.top + "data/weights/model_weights_config.json"
        config = json.loads(self.entries[entry])
        config["config"]["conv.weight"]["tensor_meta"].update(changes)
        self.file(name, **{"data__weights__model_weights_config.json": compact(config)})


def make_damaged():
    damage = Damage()
    tensor = {"as_tensor": {"name": "x"}}
    weight = {"as_tensor": {"name": "p_conv_weight"}}
    damage.file("nothing-changed")
    # Graphs that do not fit together
    damage.file("missing-value", lambda graph: graph["nodes"][0]["inputs"][0]["arg"]["as_tensor"].update(name="y"))
    damage.file("later-value", lambda graph: graph["nodes"].reverse())
    damage.file("own-value", lambda graph: graph["nodes"][0]["inputs"][0]["arg"]["as_tensor"].update(name="conv2d"))
    damage.file("two-values", lambda graph: graph["nodes"].insert(1, graph["nodes"][0]))
    damage.file("many-outputs", lambda graph: graph["nodes"][0].update(
        outputs=[{"as_tensor": {"name": f"y{i}"}} for i in range(3)]))
    damage.file("no-inputs", lambda graph: graph["nodes"][0].update(inputs=3))
    damage.file("no-list", lambda graph: graph.update(nodes="many"))
    damage.file("number-as-tensor", lambda graph: graph["nodes"][0]["inputs"][1].update(arg={"as_string": "a"}))
    damage.file("no-output", text=lambda text: text.replace('{"user_output":{"arg":{"as_tensor":{"name":"linear"}}}}', '{"user_output":{"arg":{"as_none":true}}}'))
    damage.file("not-a-picture", lambda graph: graph["tensor_values"]["x"].update(sizes=[{"as_int": 3}]))
    # Texts that are no programs
    damage.file("cut", text=lambda text: text[: len(text) // 2])
    damage.file("deep", text=lambda text: text[:-1] + ', "deep": ' + "[" * 1000 + "]" * 1000 + "}")
    damage.file("no-graph", text=lambda text: "[1, 2]")
    damage.file("empty", text=lambda text: "")
    # Operators that are not for networks
    damage.node("unknown", "torch.ops.aten.frobnicate.default", {"self": tensor})
    damage.node("not-of-aten", "torch.ops.torchvision.nms.default", {"dets": tensor})
    damage.node("not-of-torch", "os.system", {"command": {"as_string": "true"}})
    damage.node("quantised", "torch.ops.quantized_decomposed.quantize_per_tensor.default", {"input": tensor})
    damage.node("from-file", "torch.ops.aten.from_file.default",
                {"filename": {"as_string": "/etc/passwd"}, "shared": {"as_bool": True}, "size": {"as_int": 4}})
    damage.node("save", "torch.ops.aten.save.default", {"item": tensor, "filename": {"as_string": "x"}})
    damage.node("set", "torch.ops.aten.set_.source_Tensor", {"self": tensor, "source": weight})
    damage.node("resize", "torch.ops.aten.resize_.default", {"self": tensor, "size": {"as_ints": [1 << 20]}})
    damage.node("out", "torch.ops.aten.relu.out", {"self": tensor, "out": weight})
    damage.node("item", "torch.ops.aten.item.default", {"self": tensor})
    damage.node("inner", "torch.ops.aten._stack.default", {"tensors": {"as_tensors": [{"name": "x"}]}})
    damage.node("random", "torch.ops.aten.bernoulli.default", {"self": tensor})
    damage.node("changes-weight", "torch.ops.aten.relu_.default", {"self": weight})
    damage.node("higher", "torch.ops.higher_order.cond", {"pred": tensor})
    relu = {"target": "torch.ops.aten.relu_.default", "metadata": {},
            "inputs": [{"name": "self", "arg": {"as_tensor": {"name": "made"}}}],
            "outputs": [{"as_tensor": {"name": "changed"}}]}
    view = {"target": "torch.ops.aten.t.default", "metadata": {},
            "inputs": [{"name": "self", "arg": {"as_tensor": {"name": "p_fc_weight"}}}],
            "outputs": [{"as_tensor": {"name": "made"}}]}
    damage.file("changes-view", lambda graph: graph["nodes"].extend([view, relu]))
    # Arguments that ask for too much, or that nobody knows
    damage.node("huge", "torch.ops.aten.zeros.default", {"size": {"as_ints": [1 << 20, 1 << 20]}})
    damage.node("negative", "torch.ops.aten.zeros.default", {"size": {"as_ints": [-5]}})
    damage.node("overflow", "torch.ops.aten.expand.default", {"self": tensor, "size": {"as_ints": [1 << 62, 4, 4, 4]}})
    damage.node("long-range", "torch.ops.aten.arange.default", {"end": {"as_int": 1 << 40}})
    damage.node("wide-edge", "torch.ops.aten.constant_pad_nd.default", {"self": tensor, "pad": {"as_ints": [1 << 30] * 4}})
    damage.node("much-larger", "torch.ops.aten.upsample_nearest2d.vec",
                {"input": tensor, "output_size": {"as_none": True}, "scale_factors": {"as_floats": [1e9, 1e9]}})
    damage.node("new-argument", "torch.ops.aten.relu.default", {"self": tensor, "frobnicate": {"as_bool": True}})
    damage.node("complex", "torch.ops.aten.to.dtype", {"self": tensor, "dtype": {"as_scalar_type": 10}})
    damage.node("sparse", "torch.ops.aten.zeros.default", {"size": {"as_ints": [2]}, "layout": {"as_layout": 1}})
    # Tensors
    damage.tensor("beyond", sizes=[{"as_int": 1000}] * 4)
    damage.tensor("negative-size", sizes=[{"as_int": -2}, {"as_int": 3}, {"as_int": 3}, {"as_int": 3}])
    damage.tensor("far-stride", strides=[{"as_int": 1 << 40}] * 4)
    damage.tensor("far-offset", storage_offset={"as_int": 1 << 62})
    damage.tensor("sparse-weight", layout=1)
    damage.tensor("complex-weight", dtype=10)
    damage.file("missing-weight", **{"data__weights__weight_0": None})
    damage.file("short-weight", **{"data__weights__weight_0": b"1234"})
    damage.file("infinite", **{"data__weights__weight_3": torch.full((CLASSES,), math.inf).numpy().tobytes()})
    damage.file("big-endian", **{"byteorder": "big"})
    compressed = dict(damage.entries)
    write("compressed.pt2", compressed, [damage.top + "models/model.json"])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    make_networks()
    VALUES.write_text(json.dumps(EXPECTED, indent=1) + "\n")
    if NUMBER == (2, 15):
        make_damaged()
