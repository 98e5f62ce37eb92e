#!/usr/bin/python3
"""What feature ablation, KernelSHAP, RISE and the maps that know no network must give on tests/data/narrow.pth in float64, into
values/explain.

Needs Debian's python3-torch, python3-pil, python3-numpy, python3-scipy and python3-skimage.
"""
from itertools import combinations
from math import comb, factorial

import numpy as np
import torch
from skimage.color import rgb2gray
from skimage.filters import sobel
from skimage.transform import resize

import views
from attributions import SAMPLED, baseline, save, write
from narrow import DATA, load_narrow

# name: photo, classes, how the photo is cut, fill
ABLATION = {"mean": ("training/3_10", [3, 7], {}, "mean"),
            "black": ("validation/5_0", [5], dict(segments=150, compactness=3.0, sigma=0.5), "black"),
            "blurred": ("training/0_0", [0], dict(segments=30), "blurred")}
# name: photo, classes, how the photo is cut, fill, samples, seed; "few" takes four samples a superpixel, "all" all coalitions
SHAP = {"default": ("training/3_10", [3], {}, "mean", 1000, 16),
        "black": ("validation/5_0", [5, 2], dict(segments=30, compactness=3.0), "black", 300, 7),
        "few": ("training/0_0", [0], dict(segments=20), "blurred", 10, 0),
        "all": ("training/3_2", [3, 9], dict(segments=9, compactness=10.0), "mean", 1000, 16)}
# name: photo, class, masks, cells, share of cells kept, normalised by the pixel, seed
RISE = {"default": ("training/3_10", 3, 64, 8, 0.5, False, 16), "other": ("validation/5_0", 5, 41, 5, 0.3, True, 2)}


def photo_of(name):
    return views.read_photo(DATA / "food" / f"{name}.jpg")


# --- Superpixels ---

def hiding(photo, segments, fill):
    """H x W x 3: what hidden superpixels show."""
    picture = views.unit_picture(photo)
    if fill == "mean":
        colours = [picture[segments == s].mean(axis=0) for s in range(segments.max() + 1)]
        return np.array(colours)[segments]
    whole = torch.from_numpy(picture).permute(2, 0, 1)[None]
    return baseline(whole, fill, 0)[0].permute(1, 2, 0).numpy()


def logits(model, photo, segments, fill, shown):
    """Coalitions x classes. `shown`: 0 or 1 for each superpixel."""
    picture, hidden = views.unit_picture(photo), hiding(photo, segments, fill)
    pictures = [np.where(row[segments][..., None] == 1, picture, hidden) for row in shown]
    with torch.no_grad():
        return np.concatenate([model(torch.from_numpy(p).permute(2, 0, 1)[None]).numpy() for p in pictures])


def ablation_values(model):
    cases = []
    for name, (photo, labels, how, fill) in ABLATION.items():
        pixels = photo_of(photo)
        segments = views.segment(pixels, **how)
        count = segments.max() + 1
        found = logits(model, pixels, segments, fill, np.vstack([np.ones((1, count), int), 1 - np.eye(count, dtype=int)]))
        cases.append({"name": name, "photo": photo, "cut": how, "fill": fill, "count": int(count),
                      "classes": {label: (found[0, label] - found[1:, label]).tolist() for label in labels}})
    write("ablation", cases)


# --- KernelSHAP ---

def kernel(members):
    """By size, from 1; a size stands for its complements' too. Adds up to 1."""
    sizes = np.arange(1, members // 2 + 1)
    weights = (members - 1) / (sizes * (members - sizes)) * np.where(2 * sizes == members, 1, 2)
    return weights / weights.sum()


def coalitions(members, samples, seed):
    """As shap's KernelExplainer chooses them. For each one: its row, its weight, the draw it comes from (None: not drawn)."""
    weights, rows, left, full = kernel(members), [], samples, 0
    for size in range(1, len(weights) + 1):
        pairs = 2 * size != members
        number = comb(members, size) * (2 if pairs else 1)
        if left * weights[size - 1] / weights[full:].sum() < number * (1 - 1e-8):
            break
        full, left = full + 1, left - number
        for chosen in combinations(range(members), size):
            row = np.isin(np.arange(members), chosen).astype(int)
            for each in [row, 1 - row] if pairs else [row]:
                rows.append([each, weights[size - 1] / number, None])
    if full == len(weights):
        return rows
    random, first, seen = np.random.RandomState(seed), len(rows), {}
    sizes = np.arange(full + 1, len(weights) + 1)
    chances = weights[full:] / np.where(2 * sizes == members, 1, 2)
    for size in random.choice(sizes, 4 * left, p=chances / chances.sum()):
        row = np.isin(np.arange(members), random.permutation(members)[:size]).astype(int)
        if tuple(row) in seen:
            for each in seen[tuple(row)]:
                each[1] += 1
            continue
        new = [[each, 1, len(seen)] for each in ([row, 1 - row] if 2 * size != members else [row])[:left]]
        seen[tuple(row)], left = new, left - len(new)
        rows += new
        if left == 0:
            break
    drawn = sum(row[1] for row in rows[first:])
    for row in rows[first:]:
        row[1] *= weights[full:].sum() / drawn
    return rows


def shapley_fit(shown, weights, scores, whole, hidden):
    """Least squares with the sum held by a last row of huge weight would lose digits: the last member is eliminated."""
    difference = whole - hidden
    x = (shown[:, :-1] - shown[:, -1:]) * np.sqrt(weights)[:, None]
    y = (scores - hidden - shown[:, -1] * difference) * np.sqrt(weights)
    values = np.linalg.lstsq(x, y, rcond=None)[0]
    return np.append(values, difference - values.sum())


def leave_draws_out(shown, weights, scores, draws, whole, hidden):
    """Standard errors: how far each value moves when what was drawn at once is left out; none where nothing was drawn."""
    all_of_them = shapley_fit(shown, weights, scores, whole, hidden)
    squares = np.zeros(len(all_of_them))
    for draw in sorted({d for d in draws if d is not None}):
        rest = np.array([d != draw for d in draws])
        squares += (shapley_fit(shown[rest], weights[rest], scores[rest], whole, hidden) - all_of_them) ** 2
    return np.sqrt(squares).tolist() if squares.any() else []


def r2(shown, weights, scores, values, hidden):
    mean = np.average(scores, weights=weights)
    return 1 - (weights * (scores - hidden - shown @ values) ** 2).sum() / (weights * (scores - mean) ** 2).sum()


def exact_shapley(members, worth):
    """By the definition: the mean over all orders of what a member adds. `worth` maps the set of those shown, as bits."""
    values = np.zeros(members)
    for bits in range(2 ** members):
        size = bin(bits).count("1")
        for member in range(members):
            if not bits >> member & 1:
                share = factorial(size) * factorial(members - size - 1) / factorial(members)
                values[member] += share * (worth[bits | 1 << member] - worth[bits])
    return values


def shap_values(model):
    cases = []
    for name, (photo, labels, how, fill, samples, seed) in SHAP.items():
        pixels = photo_of(photo)
        segments = views.segment(pixels, **how)
        count = int(segments.max() + 1)
        rows = coalitions(count, max(samples, 4 * count), seed)
        shown, weights = np.array([r[0] for r in rows]), np.array([r[1] for r in rows])
        ends = logits(model, pixels, segments, fill, np.array([[1] * count, [0] * count]))
        found = logits(model, pixels, segments, fill, shown)
        classes = {}
        for label in labels:
            scores, (whole, hidden) = found[:, label], ends[:, label]
            values = shapley_fit(shown, weights, scores, whole, hidden)
            classes[label] = {"values": values.tolist(), "whole": whole, "hidden": hidden,
                              "r2": r2(shown, weights, scores, values, hidden),
                              "errors": leave_draws_out(shown, weights, scores, [r[2] for r in rows], whole, hidden)}
            if name == "all":
                worth = {int(row @ 2 ** np.arange(count)): score for row, score in zip(shown, scores)}
                classes[label]["values"] = exact_shapley(count, {**worth, 0: hidden, 2 ** count - 1: whole}).tolist()
        cases.append({"name": name, "photo": photo, "cut": how, "fill": fill, "count": count, "samples": samples,
                      "seed": seed, "shown": len(rows), "classes": classes})
    write("kernelshap", cases)
    sets = [{"members": members, "count": count, "seed": seed,
             "rows": ["".join(map(str, row[0])) for row in coalitions(members, count, seed)],
             "weights": [row[1] for row in coalitions(members, count, seed)]}
            for members, count, seed in [(2, 8, 1), (3, 8, 1), (6, 100, 1), (8, 60, 3), (13, 150, 0), (24, 99, 5)]]
    write("coalitions", sets)


# --- RISE ---

def rise_masks(height, width, masks, cells, keep, seed):
    random = np.random.RandomState(seed)
    grids = (random.random_sample((masks, cells, cells)) < keep).astype(float)
    tall, wide = -(-height // cells), -(-width // cells)
    for grid in grids:
        top, left = random.randint(0, tall), random.randint(0, wide)
        large = resize(grid, ((cells + 1) * tall, (cells + 1) * wide), order=1, mode="reflect", anti_aliasing=False)
        yield large[top:top + height, left:left + width]


def rise_values(model):
    cases = []
    for name, (photo, label, masks, cells, keep, normalise, seed) in RISE.items():
        x = views.tensor_of(model, photo_of(photo))
        total, shown = np.zeros(x.shape[2:]), np.zeros(x.shape[2:])
        with torch.no_grad():
            for mask in rise_masks(*x.shape[2:], masks, cells, keep, seed):
                total += model(x * torch.from_numpy(mask)).softmax(1)[0, label].item() * mask
                shown += mask
        values = total / (shown + 1e-4) if normalise else total / (masks * keep)
        save(f"rise-{name}", values[None, ::SAMPLED, ::SAMPLED])
        cases.append({"name": name, "photo": photo, "class": label, "masks": masks, "cells": cells, "keep": keep,
                      "normalise": normalise, "seed": seed, "largest": values.max()})
    write("rise", cases)
    for height, width, cells in [(20, 33, 4), (5, 30, 7)]:
        save(f"rise-masks-{height}x{width}", list(rise_masks(height, width, 3, cells, 0.4, 11)))


# --- Maps that know no network ---

def rival_values():
    pixels = photo_of("training/3_10")
    save("edges", sobel(rgb2gray(pixels))[None, ::SAMPLED, ::SAMPLED])
    for cell in (16, 20):
        count = -(-128 // cell)
        cells = torch.from_numpy(np.random.RandomState(16).random_sample((1, 1, count, count)))
        stretched = torch.nn.functional.interpolate(cells, size=(128, 128), mode="bilinear", align_corners=False)
        save(f"random-{cell}", stretched[0, :, ::SAMPLED, ::SAMPLED])


def main():
    model = load_narrow()
    rival_values()
    rise_values(model)
    ablation_values(model)
    shap_values(model)


if __name__ == "__main__":
    main()
