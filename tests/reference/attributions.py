#!/usr/bin/python3
"""What Grad-CAM, integrated gradients and occlusion must give on tests/data/narrow.pth in float64, into values/explain.

Needs Debian's python3-torch, python3-pil, python3-numpy and python3-scipy.
"""
import json

import numpy as np
import torch
from scipy.ndimage import gaussian_filter

import views
from narrow import DATA, VALUES, load_narrow

OUT = VALUES / "explain"
# photo, layer, class: a batch norm, whose maps have both signs, and two ReLUs
GRADCAM = [("training/3_10", 15, 3), ("training/3_10", 24, 3), ("validation/5_0", 20, 5)]
# name: photo, class, steps, rule, baseline, seed of a noise
INTEGRATED = {"default": ("training/3_10", 3, 50, "gausslegendre", "black", 0),
              "odd": ("training/3_10", 3, 7, "gausslegendre", "noise", 16),
              "left": ("validation/5_0", 5, 12, "left", "white", 0),
              "right": ("validation/5_0", 5, 12, "right", "gray", 0),
              "middle": ("training/0_0", 7, 9, "middle", "mean", 0),
              "trapezoid": ("training/0_0", 0, 10, "trapezoid", "blurred", 0)}
# name: photo, class, window, stride, fill, seed of a noise
OCCLUSION = {"default": ("training/3_10", 3, 16, 8, "black", 0), "over-edge": ("training/3_10", 3, 30, 20, "mean", 0),
             "blurred": ("validation/5_0", 5, 32, 16, "blurred", 0), "noise": ("validation/5_0", 2, 24, 24, "noise", 3),
             "gaps": ("training/0_0", 0, 10, 17, "white", 0), "gray": ("training/0_0", 0, 40, 30, "gray", 0)}
SAMPLED = 5  # every so many pixels, both ways


def save(name, array):
    np.save(OUT / f"{name}.npy", np.ascontiguousarray(array, dtype=np.float64))


def write(name, value):
    (OUT / f"{name}.json").write_text(json.dumps(value, indent=1) + "\n")


def photo_tensor(model, name):
    return views.tensor_of(model, views.read_photo(DATA / "food" / f"{name}.jpg"))


def smoothed(picture):
    """Of a picture ... x H x W: sigma is 10 pixels where the height is 128."""
    sigma = picture.shape[-2] / 12.8
    return gaussian_filter(picture, [0] * (picture.ndim - 2) + [sigma, sigma], mode="nearest", truncate=4)


def baseline(x, kind, seed):
    """1 x 3 x H x W, of the type of x."""
    if kind == "noise":
        drawn = np.random.RandomState(seed).random_sample(x.shape[1:])
        return torch.from_numpy(drawn).unsqueeze(0).to(x.dtype)
    if kind == "blurred":
        return torch.from_numpy(smoothed(x.numpy()))
    if kind == "mean":
        return torch.zeros_like(x) + x.mean(dim=(2, 3), keepdim=True)
    return torch.full_like(x, {"black": 0.0, "white": 1.0, "gray": 0.5}[kind])


# --- Grad-CAM ---

def gradcam(model, x, layer, label):
    """h x w, signed, by a hook on the module and PyTorch's own backward."""
    seen = []
    handle = views.leaf(model, layer).register_forward_hook(lambda module, inputs, output: seen.append(output))
    logit = model(x.clone().requires_grad_())[0, label]
    handle.remove()
    gradient, = torch.autograd.grad(logit, seen[0])
    return torch.einsum("k,kyx->yx", gradient[0].mean(dim=(1, 2)), seen[0][0]).detach()


def stretched(values):
    values = values - values.min()
    return values / (values.max() + 1e-7)


def finished(raw, size):
    enlarged = torch.nn.functional.interpolate(stretched(raw.relu())[None, None], size=size, mode="bilinear",
                                               align_corners=False)
    return stretched(enlarged[0, 0])


def gradcam_values(model):
    for name, layer, label in GRADCAM:
        raw = gradcam(model, photo_tensor(model, name), layer, label)
        file = f"gradcam-{name.replace('/', '-')}-{layer}-{label}"
        save(file, raw[None])
        save(f"{file}-finished", finished(raw, (128, 128))[None, ::SAMPLED, ::SAMPLED])


def map_values():
    """Of a made map of two signs: brought to other sizes, finished, and its scale."""
    made = torch.from_numpy(np.random.RandomState(1).standard_normal((2, 4, 5)))
    save("map", made)
    for height, width in [(9, 13), (4, 5), (3, 11), (1, 1)]:
        resized = torch.nn.functional.interpolate(made[None], size=(height, width), mode="bilinear",
                                                  align_corners=False)[0]
        save(f"map-{height}x{width}", resized)
    save("map-finished", finished(made[1], (7, 6))[None])
    sizes = np.sort(np.abs(made.numpy().ravel()))
    write("map", {"scale": sizes[np.argmax(np.cumsum(sizes) >= 0.98 * sizes.sum())]})


# --- Integrated gradients ---

def nodes(rule, steps):
    """Positions from 0 to 1, and weights."""
    if rule == "gausslegendre":
        positions, weights = np.polynomial.legendre.leggauss(steps)
        return positions / 2 + 0.5, weights / 2
    if rule == "trapezoid":
        positions = np.linspace(0, 1, steps)
        weights = np.convolve(np.diff(positions), [0.5, 0.5])  # half of the interval on either side
        return positions, weights
    return (np.arange(steps) + {"left": 0, "middle": 0.5, "right": 1}[rule]) / steps, np.full(steps, 1 / steps)


def integrated(model, x, label, steps, rule, start):
    """3 x H x W, one gradient after the other."""
    total = torch.zeros_like(x)
    for position, weight in zip(*nodes(rule, steps)):
        point = torch.lerp(start, x, float(position)).requires_grad_()
        model(point)[0, label].backward()
        total += weight * point.grad
    return (total * (x - start))[0]


def integrated_values(model):
    cases = []
    for name, (photo, label, steps, rule, kind, seed) in INTEGRATED.items():
        x = photo_tensor(model, photo)
        start = baseline(x, kind, seed)
        values = integrated(model, x, label, steps, rule, start)
        with torch.no_grad():
            difference = float(model(x)[0, label] - model(start)[0, label])
        save(f"integrated-{name}", values[:, ::SAMPLED, ::SAMPLED])
        cases.append({"name": name, "photo": photo, "class": label, "steps": steps, "rule": rule, "baseline": kind,
                      "seed": seed, "sum": float(values.sum()), "difference": difference,
                      "largest": float(values.abs().max())})
    rules = {f"{rule} {steps}": [column.tolist() for column in nodes(rule, steps)]
             for rule, steps in [("gausslegendre", 2), ("gausslegendre", 7), ("gausslegendre", 50),
                                 ("gausslegendre", 333), ("left", 5), ("right", 5), ("middle", 5), ("trapezoid", 5)]}
    write("integrated", {"cases": cases, "rules": rules})


# --- Occlusion ---

def starts(size, window, stride):
    """The first window reaches the edge or goes on; the last one is the first that reaches it."""
    found = [0]
    while found[-1] + window < size:
        found.append(found[-1] + stride)
    return [start for start in found if start < size]


def occlusion(model, x, label, window, stride, fill):
    """H x W: the mean over the windows that cover a pixel, nan-free where none does."""
    covered, total = torch.zeros(x.shape[2:]), torch.zeros(x.shape[2:], dtype=x.dtype)
    with torch.no_grad():
        whole = model(x)[0, label]
        for top in starts(x.shape[2], window, stride):
            for left in starts(x.shape[3], window, stride):
                inside = (slice(top, top + window), slice(left, left + window))
                picture = x.clone()
                picture[(..., *inside)] = fill[(..., *inside)]
                total[inside] += whole - model(picture)[0, label]
                covered[inside] += 1
    return torch.where(covered > 0, total / covered.clamp(min=1), torch.zeros_like(total))


def occlusion_values(model):
    cases = []
    for name, (photo, label, window, stride, kind, seed) in OCCLUSION.items():
        x = photo_tensor(model, photo)
        values = occlusion(model, x, label, window, stride, baseline(x, kind, seed))
        save(f"occlusion-{name}", values[None, ::SAMPLED, ::SAMPLED])
        count = len(starts(128, window, stride)) ** 2
        cases.append({"name": name, "photo": photo, "class": label, "window": window, "stride": stride, "fill": kind,
                      "seed": seed, "windows": count, "largest": float(values.abs().max())})
    write("occlusion", cases)


def baseline_values():
    """Blurred pictures that are not square, and one that is smaller than the Gaussian."""
    for height, width in [(20, 33), (40, 5)]:
        picture = np.random.RandomState(height).random_sample((3, height, width))
        save(f"baseline-{height}x{width}", picture)
        save(f"baseline-{height}x{width}-blurred", smoothed(picture))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    model = load_narrow()
    baseline_values()
    map_values()
    gradcam_values(model)
    integrated_values(model)
    occlusion_values(model)


if __name__ == "__main__":
    main()
