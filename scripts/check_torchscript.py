#!/usr/bin/python3
"""Compares the program's answers on TorchScript files with PyTorch's forward hooks and autograd.

Exports torchvision's networks with random weights, traced and scripted, asks the command line for the list of layers,
for activations of layers spread over the network and for the gradient of a logit, in float32 and in float64, and prints
a Markdown table: differences as shares of the largest value, and beside them how far PyTorch's float32 gradient is from
its float64 one. Exit code 1 where a limit is broken or a convolution is not listed. Needs Debian's python3-torch,
python3-torchvision and python3-pil. Takes some minutes a network.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

import numpy
import torch
from PIL import Image
from torch import nn
from torchvision import models, transforms

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "reference"))
from narrow import load_narrow  # noqa: E402

LIMIT = {"float32": 1e-4, "float64": 1e-9}
MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
LARGE = {"format": "convscope-input", "version": 1, "size": 299, "resize": 342, "mean": MEAN, "std": STD}
NETWORKS = {
    "notebook": (load_narrow, "food11"),
    "alexnet": (models.alexnet, "imagenet"),
    "vgg16_bn": (models.vgg16_bn, "imagenet"),
    "resnet18": (models.resnet18, "imagenet"),
    "squeezenet1_1": (models.squeezenet1_1, "imagenet"),
    "mobilenet_v2": (models.mobilenet_v2, "imagenet"),
    "densenet121": (models.densenet121, "imagenet"),
    "googlenet": (lambda: models.googlenet(init_weights=False), "imagenet"),
    "inception_v3": (lambda: models.inception_v3(init_weights=False), "large"),
    "efficientnet_b0": (models.efficientnet_b0, "imagenet"),
    "shufflenet_v2_x1_0": (models.shufflenet_v2_x1_0, "imagenet"),
    "mobilenet_v3_small": (models.mobilenet_v3_small, "imagenet"),
    "convnext_tiny": (models.convnext_tiny, "imagenet"),
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--networks", default=",".join(NETWORKS))
    parser.add_argument("--layers", type=int, default=4, help="layers a network, spread evenly; 0: all with maps")
    parser.add_argument("--photo", type=pathlib.Path, default=ROOT / "tests/data/food/validation/3_1.jpg")
    return parser.parse_args()


def make(name):
    """In eval mode, with batch-norm statistics that are not the trivial 0 and 1."""
    torch.manual_seed(7)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = NETWORKS[name][0]().float()
    if name != "notebook":
        for module in model.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.running_mean.uniform_(-0.1, 0.1)
                module.running_var.uniform_(0.5, 1.5)
    return model.eval()


def picture(file, kind):
    """In [0, 1], and what the network makes of it."""
    image = Image.open(file).convert("RGB")
    if kind == "food11":
        return transforms.ToTensor()(transforms.Resize((128, 128))(image))[None], lambda x: x
    side, size = (256, 224) if kind == "imagenet" else (LARGE["resize"], LARGE["size"])
    image = transforms.CenterCrop(size)(transforms.Resize(side)(image))
    return transforms.ToTensor()(image)[None], transforms.Normalize(MEAN, STD)


class Reference:
    """What hooks on every leaf module see, the last time it runs, and autograd's gradient of a logit."""

    def __init__(self, model, x, normalise, target):
        self.names, self.kinds, self.outputs = [], {}, {}
        handles = [module.register_forward_hook(self.hook(name)) for name, module in model.named_modules()
                   if name and next(module.children(), None) is None]
        x = x.clone().requires_grad_()
        logits = model(normalise(x))
        self.gradient, = torch.autograd.grad(logits[0, target], x)
        for handle in handles:
            handle.remove()

    def hook(self, name):
        def keep(module, _, output):
            if name not in self.outputs:
                self.names.append(name)
                self.kinds[name] = type(module).__name__
            self.outputs[name] = output.detach()[0].clone()
        return keep


def run(args, command, model, *options):
    line = [str(args.program), command, "--model", str(model), *map(str, options)]
    done = subprocess.run(line, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(line)}\nended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def share(found, expected):
    """The largest difference as a share of the largest value."""
    return float(numpy.abs(found - expected).max() / max(numpy.abs(expected).max(), 1e-30))


def normalised(values):
    values = numpy.abs(values)
    return (values - values.min()) / (values.max() - values.min())


def chosen(reference, count):
    """The first, the last and some between of the layers with maps, each with one of its filters."""
    maps = [name for name in reference.names if reference.outputs[name].dim() == 3]
    places = numpy.linspace(0, len(maps) - 1, min(count or len(maps), len(maps))).round().astype(int)
    return [(maps[place], (5 * place + 1) % reference.outputs[maps[place]].shape[0]) for place in places]


def compare(args, file, reference, options, folder):
    """The largest share over the layers, and that of the gradient."""
    largest = 0.0
    for number, (layer, filter_) in enumerate(chosen(reference, args.layers)):
        out = folder / f"activation-{number}"
        run(args, "activation", file, "--layer", layer, "--filter", filter_, "--out", out, *options, args.photo)
        found = numpy.load(next(out.glob("*.activation*.npy")))
        largest = max(largest, share(found, reference.outputs[layer][filter_].double().numpy().reshape(found.shape)))
    out = folder / "saliency"
    run(args, "saliency", file, "--objective", "logit", "--target", 3, "--out", out, *options, args.photo)
    found = numpy.load(next(out.glob("*.saliency*.npy")))
    expected = normalised(reference.gradient[0].double().numpy())
    return largest, share(found.reshape(expected.shape), expected)


def listed(args, file, reference, options):
    """How many convolutions of PyTorch's are listed with their size, of how many; and what differs otherwise."""
    layers = [layer for layer in json.loads(run(args, "layers", file, "--json", *options)) if not layer["block"]]
    sizes = {layer["name"]: [layer["channels"], layer["height"], layer["width"]] for layer in layers}
    convolutions = [name for name in reference.names if reference.kinds[name].startswith("Conv")]
    right = sum(sizes.get(name) == list(reference.outputs[name].shape) for name in convolutions)
    missing = [name for name in reference.names if name not in sizes]
    order = [layer["name"] for layer in layers] == [name for name in reference.names if name in sizes]
    return right, len(convolutions), len(layers), missing, order


def check(args, name, how, folder):
    model = make(name)
    x, normalise = picture(args.photo, NETWORKS[name][1])
    file = folder / f"{name}-{how}.pt"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            (torch.jit.trace(model, torch.rand_like(x)) if how == "traced" else torch.jit.script(model)).save(str(file))
    except Exception as error:  # torchvision does not script all its networks
        return f"| {name} | {how} | PyTorch does not export it: {str(error).splitlines()[0][:60]} |", True
    large = folder / "large.json"
    large.write_text(json.dumps(LARGE))
    options = ["--input", large if NETWORKS[name][1] == "large" else NETWORKS[name][1]]
    shares, gradients = {}, []
    for precision in LIMIT:
        typed = model.double() if precision == "float64" else model
        reference = Reference(typed, x.double() if precision == "float64" else x, normalise, 3)
        if precision == "float32":
            right, convolutions, modules, missing, order = listed(args, file, reference, options)
        gradients.append(normalised(reference.gradient[0].double().numpy()))
        target = folder / precision
        shares[precision] = compare(args, file, reference, [*options, "--precision", precision], target)
        subprocess.run(["rm", "-r", str(target)], check=True)
    file.unlink()
    # A pool or a ReLU that decides otherwise by a rounding error changes a gradient by far more than that: float32 is held
    # to what PyTorch's own float32 is worth, which two of them may be apart to either side.
    own = share(gradients[0], gradients[1])
    limits = [LIMIT["float32"], max(LIMIT["float32"], 2 * own), LIMIT["float64"], LIMIT["float64"]]
    values = [*shares["float32"], *shares["float64"]]
    good = right == convolutions and order and all(value <= limit for value, limit in zip(values, limits))
    numbers = " | ".join(f"{value:.1e}" for value in [*shares["float32"], own, *shares["float64"]])
    note = "" if not missing else f" (not in the file: {', '.join(missing[:3])}{', …' if len(missing) > 3 else ''})"
    return f"| {name} | {how} | {right} of {convolutions} | {modules}{note} | {numbers} |", good


def main():
    args = arguments()
    print(f"PyTorch {torch.__version__}; {args.layers or 'all'} layers with maps of each network\n")
    print("| network | file | convolutions | modules | activation, float32 | gradient, float32 "
          "| PyTorch's own | activation, float64 | gradient, float64 |\n|---|---|---|---|---|---|---|---|---|")
    good = True
    with tempfile.TemporaryDirectory() as folder:
        for name in args.networks.split(","):
            for how in ["traced", "scripted"]:
                line, right = check(args, name, how, pathlib.Path(folder))
                print(line, flush=True)
                good = good and right
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
