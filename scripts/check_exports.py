#!/usr/bin/python3
"""Compares the program's answers on exported networks with PyTorch's forward hooks and autograd.

Two steps, as two versions of PyTorch are needed:

  python check_exports.py export FOLDER       with a PyTorch that has torch.export: torch 2.15.0, torchvision 0.29.2,
                                              onnx 1.23.2 from PyPI were used. Writes NAME.pt2, NAME.onnx, NAME.pth.
  /usr/bin/python3 check_exports.py check FOLDER --tool build/bench/bench/exports
                                              with Debian's python3-torch and python3-torchvision, whose LibTorch is the
                                              one that the program is built with: the same kernels, so that float32 may
                                              be compared as well.

The weights are random, with batch-norm statistics of random pictures. ONNX files keep their batch norms, as PyTorch's
exporter otherwise folds them in float32, and no activation of a convolution is left to compare. `check` prints a
Markdown table: differences as shares of the largest value. Exit code 1 where one is above the limit: 1e-4 in float32,
1e-9 in float64. Takes about a minute a network.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import numpy
import torch
from torch import nn
from torchvision import models

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "reference"))

LIMIT = {"float32": 1e-4, "float64": 1e-9}
SAMPLES = 4096  # values that are kept of an activation: every (size // 4096)th
NETWORKS = {
    "notebook": (None, 128),
    "alexnet": (models.alexnet, 224),
    "vgg11_bn": (models.vgg11_bn, 224),
    "resnet18": (models.resnet18, 224),
    "resnet50": (models.resnet50, 224),
    "densenet121": (models.densenet121, 224),
    "googlenet": (lambda: models.googlenet(init_weights=False), 224),
    "inception_v3": (lambda: models.inception_v3(init_weights=False), 299),
    "mobilenet_v2": (models.mobilenet_v2, 224),
    "mobilenet_v3_large": (models.mobilenet_v3_large, 224),
    "efficientnet_b0": (models.efficientnet_b0, 224),
    "shufflenet_v2_x1_0": (models.shufflenet_v2_x1_0, 224),
    "squeezenet1_1": (models.squeezenet1_1, 224),
    "mnasnet1_0": (models.mnasnet1_0, 224),
    "regnet_y_400mf": (models.regnet_y_400mf, 224),
    "convnext_tiny": (models.convnext_tiny, 224),
    "vit_b_16": (models.vit_b_16, 224),
    "swin_t": (models.swin_t, 224),
}


def notebook():
    """The notebook's network at its full size."""
    layers = []
    for before, after, count in ((3, 128, 3), (128, 128, 3), (128, 256, 3), (256, 512, 1), (512, 512, 1)):
        for i in range(count):
            layers += [nn.Conv2d(before if i == 0 else after, after, 3, 1, 1), nn.BatchNorm2d(after), nn.ReLU()]
        layers.append(nn.MaxPool2d(2, 2, 0))

    class Classifier(nn.Module):
        def __init__(self):
            super().__init__()
            self.cnn = nn.Sequential(*layers)
            self.fc = nn.Sequential(nn.Linear(512 * 4 * 4, 1024), nn.ReLU(), nn.Dropout(p=0.3), nn.Linear(1024, 11))

        def forward(self, x):
            return self.fc(self.cnn(x).flatten(1))

    return Classifier()


def make(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return (NETWORKS[name][0] or notebook)()


def drawn(name):
    """In eval mode, with weights and statistics that are not trivial."""
    torch.manual_seed(7)
    network = make(name)
    random = torch.Generator().manual_seed(8)
    with torch.no_grad():
        for key, parameter in network.named_parameters():
            if key.endswith("class_token") or key.startswith("heads.head."):  # torchvision sets these to zero
                parameter.copy_(torch.randn(parameter.shape, generator=random) * 0.05)
            if key.endswith("layer_scale"):  # 1e-6 would hide the blocks
                parameter.copy_(torch.rand(parameter.shape, generator=random) * 0.4 + 0.2)
        norms = [each for each in network.modules() if isinstance(each, nn.BatchNorm2d)]
        momentum = [norm.momentum for norm in norms]
        for norm in norms:
            norm.reset_running_stats()
            norm.momentum = None
        if norms:
            network.train()(torch.rand(4, 3, NETWORKS[name][1], NETWORKS[name][1], generator=random))
        for norm, before in zip(norms, momentum):
            norm.momentum = before
    return network.eval()


def picture(name):
    side = NETWORKS[name][1]
    return torch.rand(1, 3, side, side, generator=torch.Generator().manual_seed(9))


def export(folder, names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        network, inputs = drawn(name), (picture(name),)
        torch.save(network.state_dict(), folder / f"{name}.pth")
        torch.export.save(torch.export.export(network, inputs), folder / f"{name}.pt2")
        torch.onnx.export(network, inputs, folder / f"{name}.onnx", dynamo=False, opset_version=17,
                          training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False)
        print(name, "exported with", torch.__version__, flush=True)


def values(network, x, suffix):
    """What hooks see, the gradient of logit 1, and Grad-CAM for class 1 at three convolutions."""
    seen, handles = {}, []

    def watch(name):
        def hook(module, inputs, output):
            if output.requires_grad:
                output.retain_grad()
            seen[name] = output
            return output.clone()  # what follows may work in place
        return hook

    for name, module in network.named_modules():
        if isinstance(module, nn.Conv2d):
            handles.append(module.register_forward_hook(watch(name)))
    x = x.clone().requires_grad_(True)
    logits = network(x)
    logits[0, 1].backward()
    found = {"input": x.detach().numpy().astype("float32"), "output" + suffix: logits.detach().numpy(),
             "input_grad" + suffix: x.grad.numpy()}
    shown = [name for name, output in seen.items() if output.shape[-1] > 1]
    for name, output in seen.items():
        flat = output.detach().reshape(-1)
        found["act:" + name] = flat[::max(1, flat.numel() // SAMPLES)].numpy()
    for name in {shown[len(shown) // 6], shown[len(shown) // 2], shown[-1]}:
        maps, gradient = seen[name].detach(), seen[name].grad
        found["cam:" + name] = (gradient.mean((2, 3), keepdim=True) * maps).sum(1).relu().numpy()
    for handle in handles:
        handle.remove()
    return found


def check(folder, names, tool):
    print("| network | file | precision | logits | gradient | activations | Grad-CAM |")
    print("|---|---|---|---|---|---|---|")
    failed = False
    for name in names:
        network = make(name).eval()
        network.load_state_dict(torch.load(folder / f"{name}.pth"))
        for precision in ("float32", "float64"):
            double = precision == "float64"
            network = network.double() if double else network.float()
            x = picture(name).double() if double else picture(name)
            with tempfile.TemporaryDirectory() as place:
                file = pathlib.Path(place) / "values.npz"
                numpy.savez(file, **values(network, x, "64" if double else ""))
                for ending in ("pt2", "onnx"):
                    command = [tool, folder / f"{name}.{ending}", file] + (["--float64"] if double else [])
                    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
                    line = re.search(r"logits (\S+), gradient (\S+), (\d+) activations (\S+), (\d+) Grad-CAMs (\S+)",
                                     text)
                    if not line:
                        print(f"| {name} | {ending} | {precision} | {text.strip()} |")
                        failed = True
                        continue
                    numbers = [line[1], line[2], f"{line[4]} of {line[3]}", f"{line[6]} of {line[5]}"]
                    print(f"| {name} | {ending} | {precision} | " + " | ".join(numbers) + " |", flush=True)
                    worst = max(float(line[i]) for i in (1, 2, 4, 6))
                    failed = failed or worst > LIMIT[precision] or "no layer" in text
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["export", "check"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--networks", default=",".join(NETWORKS))
    parser.add_argument("--tool", type=pathlib.Path)
    options = parser.parse_args()
    names = options.networks.split(",")
    if options.step == "export":
        export(options.folder, names)
        return 0
    return check(options.folder, names, options.tool)


if __name__ == "__main__":
    sys.exit(main())
