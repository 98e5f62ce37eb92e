#!/usr/bin/python3
"""Compares the program's explanations with those of Captum, pytorch-grad-cam, torch-cam, zennit, shap and saliency.

Runs the command line on photos and gives the peers the same picture, network and class (scripts/peers.py). Prints a
table in Markdown; exit code 1 when a limit is broken. What is not installed is left out, and said.

Two environments, one with Debian's PyTorch 1.13 and one with today's:

    /usr/bin/python3 -m venv --system-site-packages old && old/bin/pip install --no-deps -r scripts/peers-requirements.txt
    python3.12 -m venv new && new/bin/pip install torch torchvision numpy scipy scikit-learn scikit-image matplotlib \\
        pandas tqdm numba packaging && new/bin/pip install --no-deps -r scripts/peers-requirements.txt

Run the old one first, both with the same --answers: it makes the TorchScript networks, which a newer PyTorch would write
in a form that LibTorch 1.13 does not read, and keeps the program's answers for the second run.
"""
import argparse
import copy
import fnmatch
import functools
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from compare_with_pytorch import KEEP_MEMORY, load_model  # which finds tests/reference, too

PACKAGES = {"captum": "captum", "grad-cam": "pytorch_grad_cam", "torchcam": "torchcam", "zennit": "zennit",
            "shap": "shap", "saliency": "saliency"}
# Where a limit is broken in float32, both are asked again in float64: rounding decides which side of zero a ReLU's input
# falls on. What is no rounding stays. Which of equal neighbours a max pool takes is chance in float64 as well, so half of
# the values must be equal, and 99.9 % of them near.
EXACT, NEAR = 1e-6, 1e-2
MEAN, DEVIATION = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--model", required=True, type=pathlib.Path, help="a checkpoint of the notebook's kind")
    parser.add_argument("--data", required=True, type=pathlib.Path, help="folder with photos")
    parser.add_argument("--photos", type=int, default=10, help="spread evenly over the folder")
    parser.add_argument("--one-photos", type=int, default=10, help="of these, photos for methods of one pass")
    parser.add_argument("--several-photos", type=int, default=10, help="photos for methods of some passes")
    parser.add_argument("--slow-photos", type=int, default=2, help="photos for methods of a hundred passes")
    parser.add_argument("--networks", default="notebook,pools apart,resnet18")
    parser.add_argument("--only", default="*", help="methods, as a pattern: *CAM*")
    parser.add_argument("--answers", type=pathlib.Path, help="folder that keeps networks and answers between runs")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--times", action="store_true", help="measure times instead, on the notebook's network")
    parser.add_argument("--rounds", type=int, default=3, help="how often times are measured, program and peer in turn")
    return parser.parse_args()


# --- Networks ---

class Network:
    """`model` takes a picture in [0, 1]. `layers`: its middle and last layer, as the program calls them and as modules."""

    def __init__(self, name, file, options, model, layers):
        self.name, self.file, self.options, self.model, self.layers = name, file, options, model, layers
        self.segments = self.photo = None  # of the photo that is being explained
        self.classes = 0
        self.precision = "float32"

    def doubled(self):
        model, layers = copy.deepcopy((self.model, self.layers))
        twin = Network(self.name, self.file, self.options, model.double(), layers)
        twin.classes, twin.precision = self.classes, "float64"
        return twin

    @functools.cached_property
    def spare(self):
        """A copy for peers that leave something behind."""
        return copy.deepcopy(self.model)

    @functools.cached_property
    def folded(self):
        """A copy without batch norms, which are part of the convolutions before them."""
        import torch
        from torch import nn
        model = copy.deepcopy(self.model)
        layers = []
        for module in model.cnn:
            if isinstance(module, nn.BatchNorm2d):
                layers[-1] = torch.nn.utils.fusion.fuse_conv_bn_eval(layers[-1], module)
            else:
                layers.append(module)
        model.cnn = nn.Sequential(*layers)
        for parameter in model.parameters():
            parameter.requires_grad_(False)
        return model.eval()


def notebook(args, folder, photos):
    model = load_model(args.model)
    return Network("notebook", args.model, [], model, {"middle": ("15", model.cnn[15]), "last": ("36", model.cnn[36])})


def saved(file, model, picture):
    """TorchScript with the weights that the file has, or with the model's own if there is none yet."""
    import torch
    if file.exists():
        model.load_state_dict(torch.jit.load(file).state_dict())
    else:
        torch.jit.trace(model, picture).save(file)


def pools_apart(args, folder, photos):
    """A small network in which no pool is next to a ReLU, with random weights."""
    import torch
    from torch import nn
    torch.manual_seed(3)
    layers, channels = [], 3
    for more in (16, 16, 32, 32):
        layers += [nn.Conv2d(channels, more, 3, 1, 1), nn.ReLU(), nn.Conv2d(more, more, 3, 1, 1), nn.MaxPool2d(2)]
        channels = more
    model = nn.Sequential(*layers, nn.Flatten(), nn.Linear(channels * 8 * 8, 11)).eval().requires_grad_(False)
    for module in model:
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight)  # so that values keep their size from layer to layer
    file = folder / "pools-apart.pt"
    saved(file, model, torch.rand(1, 3, 128, 128))
    return Network("pools apart", file, ["--input", "food11"], model, {})


def resnet(args, folder, photos):
    """torchvision's ResNet-18 with random weights; batch norms have the statistics of the photos."""
    import torch
    import torchvision
    from PIL import Image
    from torch import nn
    from torchvision import transforms
    torch.manual_seed(1)
    network = torchvision.models.resnet18()
    file = folder / "resnet18.pt"
    if not file.exists():
        prepare = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor(),
                                      transforms.Normalize(MEAN, DEVIATION)])
        norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
        for norm in norms:
            norm.momentum = None
        with torch.no_grad():
            network.train()(torch.stack([prepare(Image.open(photo).convert("RGB")) for photo in photos]))
    network.eval().requires_grad_(False)
    saved(file, network, torch.rand(1, 3, 224, 224))
    for module in network.modules():
        if isinstance(module, nn.ReLU):
            module.inplace = False  # backward hooks need what a ReLU in place overwrites

    class Seen(nn.Module):
        def __init__(self):
            super().__init__()
            self.network = network
            self.register_buffer("mean", torch.tensor(MEAN)[:, None, None])
            self.register_buffer("deviation", torch.tensor(DEVIATION)[:, None, None])

        def forward(self, x):
            return self.network((x - self.mean) / self.deviation)

    return Network("resnet18", file, ["--input", "imagenet"], Seen().eval(),
                   {"middle": ("layer2", network.layer2), "last": ("layer4", network.layer4)})


NETWORKS = {"notebook": notebook, "pools apart": pools_apart, "resnet18": resnet}


# --- Photos ---

def chosen_photos(args, folder):
    """Links with names of their own, since two splits may have the same."""
    files = sorted((file for file in args.data.rglob("*") if file.suffix.lower() in (".jpg", ".jpeg", ".png")), key=str)
    count = min(args.photos, len(files))
    links = []
    for place in range(count):
        file = files[place * len(files) // count]
        links.append(folder / f"photo{place}{file.suffix}")
        if not links[-1].exists():
            links[-1].symlink_to(file.resolve())
    return links


def odd_photos(folder):
    """One of an odd size, one that is gray all over."""
    import numpy as np
    from PIL import Image
    rows, columns = np.mgrid[0:77, 0:301]
    noise = np.random.RandomState(2).randint(0, 64, (77, 301, 3))
    odd = np.stack([rows * 2, columns // 2, 128 + 60 * np.sin(columns / 9)], axis=2) + noise
    files = [folder / "odd.png", folder / "gray.png"]
    Image.fromarray(odd.clip(0, 255).astype(np.uint8)).save(files[0])
    Image.fromarray(np.full((90, 140, 3), 120, np.uint8)).save(files[1])
    return files


# --- The program ---

class Program:
    """The command line, for the likeliest class of each photo."""

    def __init__(self, args, folder):
        self.args, self.folder = args, folder

    def line(self, network, command, photos, target):
        name, *options = command.split()
        return [str(self.args.program), name, "--model", str(network.file), *network.options, "--target", "predicted",
                *options, "--precision", network.precision, "--threads", str(self.args.threads), "--verbose", "--out", str(target), *map(str, photos)]

    def run(self, line):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("LD_LIBRARY_PATH", None)  # what a PyTorch needs is not the program's
        done = subprocess.run(line, capture_output=True, text=True, env=environment)
        if done.returncode != 0:
            sys.exit(f"{' '.join(line)}\nended with {done.returncode}: {done.stderr.strip()}")
        return done.stderr

    def ask(self, network, command, photos):
        """The folder with the answers; those that it has are not asked for again."""
        key = hashlib.sha256(f"{network.name} {network.precision} {command}".encode()).hexdigest()[:16]
        target = self.folder / key
        left = [photo for photo in photos if not (target / f"{photo.stem}.input.npy").exists()]
        if left:
            self.run(self.line(network, command, left, target))
        return target

    def seconds(self, network, command, photos):
        """Of each photo but the first, on which threads start and memory is taken."""
        with tempfile.TemporaryDirectory() as target:
            said = self.run(self.line(network, command, photos, target))
        return [float(found) for found in re.findall(r": [a-z]+ in ([0-9.]+) s", said)][1:]


def answer(folder, stem):
    """The picture that the network saw, the class, the map or the weights, and superpixels if there are any."""
    import numpy as np
    photo = np.load(folder / f"{stem}.input.npy")
    for file in folder.glob(f"{stem}.*-segments.npy"):
        segments = np.load(file)
        told = json.loads(file.with_name(file.name.replace("-segments.npy", ".json")).read_text())
        weights = next(entry["weights"] for entry in told["classes"] if entry["label"] == told["target"])
        values = np.zeros(len(weights))
        for segment, weight in weights:
            values[segment] = weight
        return photo, told["target"], values, segments
    beside = (".input.npy", "-errors.npy")  # the photo, and the standard errors of a mean over samples
    file, = (file for file in folder.glob(f"{stem}.*.npy") if not file.name.endswith(beside))
    return photo, int(file.stem.rsplit("-", 1)[1]), np.load(file), None


# --- Comparing ---

def explain(comparison, network, place, stem):
    """Ours, and a function that asks the peer for the same."""
    import torch
    photo, label, ours, network.segments = answer(place, stem)
    network.photo = photo
    x = torch.from_numpy(photo.copy()).permute(2, 0, 1).float().div(255)[None]
    if network.precision == "float64":
        x = x.double()
    return ours, lambda: comparison.ask(network, x, label)


def difference(comparison, ours, theirs):
    """The largest one, those of 99.9 %, of the share with a limit and of half of the values, in parts of the largest."""
    import numpy as np
    theirs = theirs.detach().numpy() if hasattr(theirs, "detach") else np.asarray(theirs)
    ours, theirs = (comparison.prepare(np.squeeze(values).astype(np.float64)) for values in (ours, theirs))
    if ours.shape != theirs.shape:
        sys.exit(f"{comparison.method}, {comparison.peer}: {ours.shape} and {theirs.shape}")
    off = np.abs(ours - theirs) / max(np.abs(theirs).max(), 1e-30)
    return [float(off.max()), *(float(np.quantile(off, share)) for share in (0.999, comparison.share, 0.5))]


def on_photos(comparison, network, program, photos):
    """The differences of each photo."""
    command = comparison.command.format(**{name: layer[0] for name, layer in network.layers.items()})
    place = program.ask(network, command, photos)
    found = []
    for photo in photos:
        ours, ask = explain(comparison, network, place, photo.stem)
        found.append(difference(comparison, ours, ask()))
    return found


def exactly(comparison, network, program, photos):
    """What is said of the difference in float64, and whether it will do. A peer that makes tensors of its own makes them so,
    but for noise."""
    import torch
    if "--sigma" not in comparison.command:
        torch.set_default_dtype(torch.float64)
    try:
        worst = [max(column) for column in zip(*on_photos(comparison, network.doubled(), program, photos))]
        return f"in float64 {worst[1]:.0e}, half {worst[3]:.0e}", worst[1] <= NEAR and worst[3] <= EXACT
    finally:
        torch.set_default_dtype(torch.float32)


def compare(comparison, network, program, args, photos, odd):
    """The row's last cells, and whether a limit is broken."""
    count = {"one": args.one_photos, "several": args.several_photos, "many": args.slow_photos}[comparison.cost]
    asked = photos[:count] + (odd if comparison.odd and comparison.cost != "many" else [])
    limit = f"{comparison.limit:g}" + ("" if comparison.share == 1 else f" ({100 * comparison.share:g} %)")
    try:
        if comparison.double:
            exact, fine = exactly(comparison, network, program, asked[:args.slow_photos])
            return ["–", "–", limit, f"{'same' if fine else 'BROKEN'}; {exact}"], not fine
        found = on_photos(comparison, network, program, asked)
        worst = [max(column) for column in zip(*found)]
        row = [f"{worst[0]:.1e}", f"{worst[1]:.1e}", limit]
        beyond = [photo for photo, each in zip(asked, found) if each[2] > comparison.limit]
        if not beyond:
            return [*row, "same"], False
        if comparison.reason:
            return [*row, f"differs: {comparison.reason}"], False
        exact, fine = exactly(comparison, network, program, beyond[:2])
        said = f"rounding on {len(beyond)} of {len(asked)}" if fine else "BROKEN"
        return [*row, f"{said}; {exact}"], not fine
    except Exception as error:  # whatever a peer throws
        told = str(error).splitlines()[0] if str(error) else ""
        return ["–", "–", limit, f"not run: {type(error).__name__}: {told}"], False


def compare_all(args, comparisons, networks, program, photos, odd):
    print("| method | peer | network | largest | 99.9 % | limit | |\n|---|---|---|---|---|---|---|")
    broken = False
    for comparison in comparisons:
        for network in networks:
            if network.name != (comparison.only or network.name) or (network.name == "pools apart" and not comparison.only):
                continue
            row, wrong = compare(comparison, network, program, args, photos, odd)
            broken |= wrong
            print("| " + " | ".join([comparison.method, comparison.peer, network.name, *row]) + " |", flush=True)
    return broken


def time_all(args, comparisons, network, program, photos):
    """Medians of rounds in which program and peer take turns, since other work may slow both."""
    import torch
    torch.set_num_threads(args.threads)
    print("| method | peer | Convscope | peer | |\n|---|---|---|---|---|")
    for comparison in comparisons:
        if not comparison.timed:
            continue
        some = photos[:2 if comparison.cost == "many" else 3]
        command = comparison.command.format(**{name: layer[0] for name, layer in network.layers.items()})
        place = program.ask(network, command, some)
        ours, theirs, ratios = [], [], []
        for _ in range(args.rounds):
            mine = program.seconds(network, command, some)
            peers = []
            for photo in some:
                _, ask = explain(comparison, network, place, photo.stem)
                start = time.perf_counter()
                try:
                    ask()
                except Exception as error:  # whatever a peer throws
                    print(f"{comparison.method}, {comparison.peer}: {error}", file=sys.stderr)
                    break
                peers.append(time.perf_counter() - start)
            if len(peers) < len(some):
                break
            ours.append(statistics.median(mine))
            theirs.append(statistics.median(peers[1:]))
            ratios.append(theirs[-1] / ours[-1])
        if ratios:
            print(f"| {comparison.method} | {comparison.peer} | {statistics.median(ours):.2f} s | "
                  f"{statistics.median(theirs):.2f} s | {statistics.median(ratios):.1f}× |", flush=True)


def versions():
    import torch
    found = [f"PyTorch {torch.__version__}"]
    found += [f"{package} {importlib.metadata.version(package)}" for package in PACKAGES
              if importlib.util.find_spec(PACKAGES[package])]
    return ", ".join(found)


def main():
    args = arguments()
    if any(os.environ.get(name) != value for name, value in KEEP_MEMORY.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **KEEP_MEMORY})
    import torch
    import peers
    torch.set_num_threads(args.threads)
    missing = [package for package, module in PACKAGES.items() if importlib.util.find_spec(module) is None]
    if missing:
        print(f"not installed, and left out: {', '.join(missing)}", file=sys.stderr)
    comparisons = [each for each in peers.COMPARISONS
                   if each.peer not in missing and fnmatch.fnmatch(each.method.lower(), args.only.lower())]
    with tempfile.TemporaryDirectory() as temporary:
        folder = (args.answers or pathlib.Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        photos, odd, program = chosen_photos(args, folder), odd_photos(folder), Program(args, folder)
        networks = [NETWORKS[name](args, folder, photos) for name in args.networks.split(",")]
        for network in networks:
            side = 224 if network.name == "resnet18" else 128
            network.classes = network.model(torch.zeros(1, 3, side, side)).shape[1]
        print(versions(), flush=True)
        if args.times:
            time_all(args, comparisons, networks[0], program, photos)
            sys.exit(0)
        sys.exit(1 if compare_all(args, comparisons, networks, program, photos, odd) else 0)


if __name__ == "__main__":
    main()
