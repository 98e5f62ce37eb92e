#!/usr/bin/python3
"""What the filters of tests/data/narrow.pth do over tests/data/food in float64, into values/filters.json.

Needs Debian's python3-torch, python3-pil and python3-numpy. Photos are taken in the order of their names.
"""
import json

import numpy as np
import torch
from PIL import Image

import views
from narrow import DATA, VALUES, load_narrow

LAYERS = {"conv": (0, 18), "norm": (1, 19), "relu": (2, 20)}  # of the first convolution and of the fifth
SIDE = 16  # places a side that are looked at for products of filters


def grid(size):
    count = min(size, SIDE)
    return [i * size // count for i in range(count)]


def extremes(maps, sign):
    """For each filter the photos by their largest value, equal ones in order: photo, value, row, column."""
    flat = maps.reshape(*maps.shape[:2], -1)
    at = (sign * flat).argmax(2)
    value = np.take_along_axis(flat, at[..., None], 2)[..., 0]
    order = np.argsort(-sign * value, axis=0, kind="stable")
    width = maps.shape[3]
    return [[[int(p), float(value[p, k]), int(at[p, k] // width), int(at[p, k] % width)] for p in order[:, k]]
            for k in range(maps.shape[1])]


def selectivity(classes):
    best = classes.argmax(0)
    m = classes.max(0)
    rest = (classes.sum(0) - m) / (len(classes) - 1)
    return [None if m[k] + rest[k] <= 0 else float((m[k] - rest[k]) / (m[k] + rest[k])) for k in range(len(m))], best


def sparseness(responses):
    n = len(responses)
    mean, square = responses.mean(0), (responses**2).mean(0)
    return [None if square[k] == 0 else float((1 - mean[k] ** 2 / square[k]) / (1 - 1 / n)) for k in range(len(mean))]


def cosines(maps):
    """Of rectified responses at a grid of places of each photo, over all photos."""
    rows, columns = grid(maps.shape[2]), grid(maps.shape[3])
    a = np.maximum(maps[:, :, rows][:, :, :, columns], 0).transpose(1, 0, 2, 3).reshape(maps.shape[1], -1)
    norm = np.sqrt((a**2).sum(1))
    return [[None if norm[i] * norm[j] == 0 else float(a[i] @ a[j] / (norm[i] * norm[j])) for j in range(len(a))]
            for i in range(len(a))]


def weights(n, m):
    """Half-pixel bilinear: m values between the centres of n, the edges held."""
    i = np.arange(m)
    s = np.maximum((i + 0.5) * n / m - 0.5, 0)
    low = np.floor(s).astype(int)
    w = np.zeros((m, n))
    w[i, low] += 1 - (s - low)
    w[i, np.minimum(low + 1, n - 1)] += s - low
    return w


def dissection(model, layer):
    """Network dissection over the demo's photos: thresholds, pixels in both and in either, for all and by class."""
    demo = DATA.parent.parent / "resources/demo/photos"
    files = sorted((demo / "validation").glob("*.jpg"))
    labels = [int(p.name.split("_")[0]) for p in files]
    inputs = [views.tensor_of(model, views.read_photo(p)) for p in files]
    masks = [np.asarray(Image.open(demo / "masks/validation" / f"{p.stem}.png").convert("L").resize((128, 128), Image.NEAREST)) > 127
             for p in files]
    with torch.no_grad():
        maps = np.stack([views.activations(model, x, layer)[0].double().numpy() for x in inputs])
    filters = maps.shape[1]
    threshold = np.quantile(maps.transpose(1, 0, 2, 3).reshape(filters, -1), 1 - 0.005, axis=1)
    up = weights(maps.shape[2], 128), weights(maps.shape[3], 128)
    on = np.stack([up[0] @ m @ up[1].T > threshold[:, None, None] for m in maps])
    nothing = np.zeros((128, 128), bool)

    def counts(concept):
        both, either = np.zeros(filters, int), np.zeros(filters, int)
        for o, mask, label in zip(on, masks, labels):
            mask = mask if concept is None or label == concept else nothing
            both += (o & mask).sum((1, 2))
            either += (o | mask).sum((1, 2))
        return [both.tolist(), either.tolist()]
    return {"layer": layer, "photos": len(files), "threshold": threshold.tolist(), "all": counts(None),
            "classes": {str(c): counts(c) for c in sorted(set(labels))}}


def main():
    model = load_narrow()
    files = sorted((DATA / "food").glob("*/*.jpg"), key=lambda p: f"{p.parent.name}/{p.name}".encode())
    labels = np.array([int(p.name.split("_")[0]) for p in files])
    inputs = [views.tensor_of(model, views.read_photo(p)) for p in files]
    result = {"photos": [f"{p.parent.name}/{p.name}" for p in files], "layers": {}}
    for kind, layers in LAYERS.items():
        for place, layer in enumerate(layers):
            with torch.no_grad():
                maps = np.stack([views.activations(model, x, layer)[0].double().numpy() for x in inputs])
                norm = np.stack([views.activations(model, x, LAYERS["norm"][place])[0].double().numpy() for x in inputs])
            response = np.maximum(norm, 0).mean((2, 3))
            classes = np.array([response[labels == c].mean(0) for c in np.unique(labels)])
            chosen, best = selectivity(classes)
            result["layers"][str(layer)] = {
                "most": extremes(maps, 1), "least": extremes(maps, -1), "mean": maps.mean((0, 2, 3)).tolist(),
                "deviation": maps.mean((2, 3)).std(0).tolist(), "response": response.mean(0).tolist(),
                "zeros": (np.maximum(norm, 0) == 0).mean((0, 2, 3)).tolist(),
                "alive": (norm.max((2, 3)) > 0).mean(0).tolist(), "sparseness": sparseness(response),
                "selectivity": chosen, "class": np.unique(labels)[best].tolist(), "cosines": cosines(norm)}
    result["dissection"] = [dissection(model, layer) for layer in (2, 20)]
    (VALUES / "filters.json").write_text(json.dumps(result) + "\n")


main()
