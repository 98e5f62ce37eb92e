#!/usr/bin/env python3
"""What scripts/check_gpu sets Convscope beside: PyTorch on the same device in the same run.

Usage: gpu_peer.py inputs FOLDER           a full-size network with random weights, and photos of noise
       gpu_peer.py measure FOLDER DEVICE   PyTorch's seconds and the device's rates, as JSON
       gpu_peer.py table FOLDER DEVICE [FAILED…]   both beside each other

PyTorch does what a careful user writes: it stops at the layer, asks for the gradient of the picture alone, and shows 64
pictures at once. TF32 is off, as it is in Convscope.
"""
import json
import pathlib
import statistics
import sys
import time

import torch
from torch import nn

WIDTHS = [[128] * 3, [128] * 3, [256] * 3, [512], [512]] # of the notebook's network
PHOTOS = 64
LAYER, FILTER, STEPS, SAMPLES, BATCH = 15, 0, 100, 300, 64


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        layers, inputs = [], 3
        for block in WIDTHS:
            for outputs in block:
                layers += [nn.Conv2d(inputs, outputs, 3, 1, 1), nn.BatchNorm2d(outputs), nn.ReLU()]
                inputs = outputs
            layers.append(nn.MaxPool2d(2, 2, 0))
        self.cnn = nn.Sequential(*layers)
        self.fc = nn.Sequential(nn.Linear(512 * 4 * 4, 1024), nn.ReLU(), nn.Dropout(0.3), nn.Linear(1024, 11))

    def forward(self, x):
        return self.fc(self.cnn(x).flatten(1))


def inputs(folder):
    torch.manual_seed(0)
    model = Classifier()
    photos = folder / "photos"
    photos.mkdir(exist_ok=True)
    for i in range(PHOTOS):
        # Noise of several sizes: what is all the same would make ReLUs silent.
        coarse = nn.functional.interpolate(torch.rand(1, 3, 8, 8), (128, 128), mode="bilinear")
        pixels = ((coarse[0] + 0.3 * torch.rand(3, 128, 128)).clamp(0, 1) * 255).byte().permute(1, 2, 0).contiguous()
        (photos / f"{i}.ppm").write_bytes(b"P6 128 128 255\n" + bytes(pixels.flatten().tolist()))
    model.train()
    with torch.no_grad(): # batch norms that fit the photos
        model(batch_of(folder, 8))
        for module in model.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.momentum = 1.0
        model(batch_of(folder, 8))
    torch.save({"model_state_dict": model.eval().state_dict()}, folder / "full.pth")


def batch_of(folder, count):
    photos = []
    for i in range(count):
        pixels = bytearray((folder / "photos" / f"{i}.ppm").read_bytes()[len(b"P6 128 128 255\n"):])
        photos.append(torch.frombuffer(pixels, dtype=torch.uint8).view(128, 128, 3).permute(2, 0, 1).float() / 255)
    return torch.stack(photos)


class Clock:
    def __init__(self, device):
        self.device = device
        self.seconds = {}

    def wait(self):
        if self.device.type == "cuda":
            torch.cuda.synchronize(self.device)

    def time(self, name, rounds, work):
        if self.device.type == "cpu":
            rounds = 1 # a trial of the script: minutes, not an hour
        else:
            for _ in range(2):
                work()
        self.seconds[name] = []
        for _ in range(rounds):
            self.wait()
            begin = time.perf_counter()
            work()
            self.wait()
            self.seconds[name].append(time.perf_counter() - begin)


def measure(folder, name):
    device = torch.device(name)
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    model = Classifier()
    model.load_state_dict(torch.load(folder / "full.pth", map_location="cpu")["model_state_dict"])
    model = model.eval().to(device).requires_grad_(False)
    photos = batch_of(folder, PHOTOS).to(device)
    one = photos[:1]
    clock = Clock(device)

    @torch.no_grad()
    def forward(batch):
        return model(batch).cpu()

    def saliency():
        x = one.clone().requires_grad_()
        nn.functional.cross_entropy(model(x), torch.zeros(1, dtype=torch.long, device=device)).backward()
        return x.grad.abs().cpu()

    part = model.cnn[:LAYER + 1]

    def filter_image():
        x = one.clone().requires_grad_()
        adam = torch.optim.Adam([x], lr=0.1)
        for _ in range(STEPS):
            adam.zero_grad()
            (-part(x)[:, FILTER].sum()).backward()
            adam.step()
        return x.detach().cpu()

    @torch.no_grad()
    def lime():
        """The network's part alone: no superpixels, no regression."""
        masks = torch.rand(SAMPLES, 1, 16, 16, device=device).round()
        said = []
        for begin in range(0, SAMPLES, BATCH):
            mask = nn.functional.interpolate(masks[begin:begin + BATCH], (128, 128))
            said.append(model(one * mask))
        return torch.cat(said).softmax(1).cpu()

    @torch.no_grad()
    def index():
        kept = []
        hooks = [module.register_forward_hook(lambda _, __, out: kept.append(torch.stack(
            [out.amax((2, 3)), out.flatten(2).argmax(2), out.amin((2, 3)), out.flatten(2).argmin(2), out.sum((2, 3)),
             out.clamp_min(0).sum((2, 3)), (out > 0).sum((2, 3))]).flatten()))
            for module in model.cnn if isinstance(module, (nn.BatchNorm2d, nn.MaxPool2d))]
        for photo in photos:
            kept.clear()
            model(photo[None])
            torch.cat(kept).cpu()
        for hook in hooks:
            hook.remove()

    clock.time("forward of 1", 20, lambda: forward(one))
    clock.time("forward of 64", 10, lambda: forward(photos))
    clock.time("saliency", 20, saliency)
    clock.time("filter image, 100 steps", 3, filter_image)
    clock.time("LIME, 300 samples", 3, lime)
    clock.time(f"index of {PHOTOS} photos", 3, index)
    if device.type == "cuda": # what cuDNN's own choice and another layout would bring
        torch.backends.cudnn.benchmark = True
        clock.time("forward of 64, cuDNN chooses", 10, lambda: forward(photos))
        torch.backends.cudnn.benchmark = False
        model = model.to(memory_format=torch.channels_last)
        last = photos.contiguous(memory_format=torch.channels_last)
        clock.time("forward of 64, channels last", 10, lambda: forward(last))
    json.dump({"seconds": clock.seconds, "torch": torch.__version__, **rates(device, clock)}, sys.stdout)


def rates(device, clock):
    """What the device reaches in a large product of matrices and in a copy: the roof."""
    side = 8192 if device.type == "cuda" else 2048
    a, b = torch.rand(side, side, device=device), torch.rand(side, side, device=device)
    clock.time("product", 5, lambda: a @ b)
    c = torch.empty(2**28 if device.type == "cuda" else 2**25, device=device)
    d = torch.empty_like(c)
    clock.time("copy", 5, lambda: d.copy_(c))
    product = statistics.median(clock.seconds.pop("product"))
    copy = statistics.median(clock.seconds.pop("copy"))
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else "CPU"
    return {"device": name, "flops": 2 * side**3 / product, "bytes": 2 * 4 * c.numel() / copy}


def flops_a_photo():
    total, inputs, side = 0, 3, 128
    for block in WIDTHS:
        for outputs in block:
            total += 2 * 9 * inputs * outputs * side * side
            inputs = outputs
        side //= 2
    return total + 2 * (512 * 16 * 1024 + 1024 * 11)


def table(folder, device, failed):
    def read(name):
        try:
            return json.loads((folder / name).read_text())
        except (OSError, ValueError):
            return {}
    ours, peer = read("bench.json"), read("peer.json")
    theirs = peer.get("seconds", {})
    print(f"{peer.get('device', device)}, PyTorch {peer.get('torch', '?')}, float32 without TF32")
    print(f"A product of matrices reaches {peer.get('flops', 0) / 1e12:.2f} TFLOP/s, a copy "
          f"{peer.get('bytes', 0) / 1e9:.0f} GB/s.\n")
    print("| | Convscope, ms | PyTorch, ms | times as fast |\n|---|---|---|---|")
    for name in list(ours) + [name for name in theirs if name not in ours]:
        cells = [f"{1000 * statistics.median(of[name]):.2f}" if name in of else "–" for of in (ours, theirs)]
        ratio = (f"{statistics.median(theirs[name]) / statistics.median(ours[name]):.2f}"
                 if name in ours and name in theirs else "–")
        print(f"| {name} | {cells[0]} | {cells[1]} | {ratio} |")
    if "forward of 64" in ours and peer.get("flops"):
        share = 64 * flops_a_photo() / statistics.median(ours["forward of 64"]) / peer["flops"]
        print(f"\nForward of 64: {100 * share:.0f} % of the rate of a product of matrices, counted as if no convolution "
              "were done by a shortcut (Winograd).")
    print("\nLIME and evidence of PyTorch: the network's part alone, or not measured." if theirs else "")
    print(f"Failed: {', '.join(failed)}." if failed else "All parts passed.")


def main():
    command, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if command == "inputs":
        inputs(folder)
    elif command == "measure":
        measure(folder, sys.argv[3])
    else:
        table(folder, sys.argv[3], sys.argv[4:])


if __name__ == "__main__":
    main()
