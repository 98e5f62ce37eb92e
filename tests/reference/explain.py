#!/usr/bin/python3
"""What the four views must give on tests/data/narrow.pth in float64, into values/explain.

Needs Debian's python3-torch, python3-pil, python3-numpy, python3-skimage and python3-sklearn.
"""
import json

import numpy as np
import torch

import views
from narrow import DATA, VALUES, load_narrow

OUT = VALUES / "explain"
FOOD = DATA / "food"
SALIENCY = [("training/0_0", 0, "loss"), ("training/3_10", 3, "loss"), ("validation/5_0", 5, "loss"),
            ("training/3_10", 7, "logit")]
ACTIVATION = [(0, 5), (14, 3), (15, 3), (16, 3), (17, 0), (21, 2)]  # convolutions, batch norm, ReLU, pools
SLIC_PHOTOS = ["training/10_0", "training/1_0", "training/3_2", "training/4_0", "training/9_0", "validation/0_0",
               "validation/10_3", "validation/3_1"]


def save(name, array):
    np.save(OUT / f"{name}.npy", array)


def write(name, value):
    (OUT / f"{name}.json").write_text(json.dumps(value, indent=1) + "\n")


def photos():
    return {f"{p.parent.name}/{p.stem}": views.read_photo(p) for p in sorted(FOOD.glob("*/*.jpg"))}


def cut_out(width, height):
    """A dish on pure white: whole superpixels of one colour, where k-means meets exact ties."""
    y, x = np.mgrid[:height, :width]
    picture = np.full((height, width, 3), 255, np.uint8)
    dish = (x - 0.55 * width) ** 2 + (y - 0.5 * height) ** 2 < (0.27 * min(width, height)) ** 2
    picture[dish] = np.stack([200 - x, 60 + y, 40 + (3 * x + 5 * y) % 50], axis=-1)[dish]
    return picture


def slic_cases(food):
    """name: (file of a photo or a made picture, options)"""
    pictures = {name.replace("/", "-"): (name, {}) for name in SLIC_PHOTOS}
    pictures |= {"coarse": ("training/3_2", dict(segments=12, compactness=10.0, sigma=0.0)),
                 "fine": ("training/3_2", dict(segments=1500, compactness=0.3, sigma=2.5)),
                 "cut-out": (cut_out(128, 128), {}), "cut-out-wide": (cut_out(150, 61), {}),
                 "even": (np.full((40, 50, 3), 90, np.uint8), {}), "tiny": (cut_out(5, 3), {}),
                 "line": (cut_out(70, 1), dict(segments=9)), "tall": (cut_out(4, 90), dict(segments=10))}
    cases = []
    for name, (picture, how) in pictures.items():
        case = {"name": name, **how}
        if isinstance(picture, str):
            case["photo"], picture = picture, food[picture]
        else:
            save(f"picture-{name}", picture)
        labels = views.segment(picture, **how)
        case["count"] = int(labels.max()) + 1
        save(f"slic-{name}", labels.astype(np.int16))
        cases.append(case)
    write("slic", cases)


def saliency_values(model, food):
    for name, label, objective in SALIENCY:
        values = views.saliency(model, views.tensor_of(model, food[name]), label, objective)
        save(f"saliency-{name.replace('/', '-')}-{label}-{objective}", values[:, ::3, ::3])


def activation_values(model, food):
    with torch.no_grad():
        for layer, chosen in ACTIVATION:
            values = views.activations(model, views.tensor_of(model, food["training/3_10"]), layer)
            save(f"activation-{layer}-{chosen}", values[0, chosen].numpy())


def filter_map_values(model, food):
    """Mean, largest value and share of zeros of every filter's map; kernels of two convolutions."""
    layers = {}
    with torch.no_grad():
        for layer, _ in ACTIVATION:
            maps = views.activations(model, views.tensor_of(model, food["training/3_10"]), layer)[0].flatten(1)
            layers[layer] = {"mean": maps.mean(1).tolist(), "most": maps.amax(1).tolist(),
                             "zeros": (maps == 0).double().mean(1).tolist()}
    kernels = {f"{layer} {chosen}": views.leaf(model, layer).weight[chosen].tolist()
               for layer, chosen in [(0, 5), (14, 3)]}
    write("filtermaps", {"layers": layers, "kernels": kernels})


def filter_values(model, food):
    layer, chosen = 16, 1  # a ReLU
    image, objective, _ = views.filter_image(model, views.tensor_of(model, food["training/3_10"]), layer, chosen)
    save("filter-photo", image[:, ::2, ::2])
    start = torch.from_numpy(views.noise(7))[None].double()
    noisy, noisy_objective, _ = views.filter_image(model, start, layer, chosen, iterations=20, lr=0.03)
    save("filter-noise", noisy[:, ::8, ::8])
    write("filter", {"layer": layer, "filter": chosen, "photo": objective, "noise": noisy_objective})


def lime_values(model, food):
    """Two photos from one stream, as the notebook's loop over photos; then other settings."""
    random = np.random.RandomState(16)
    cases = {"first": (food["training/3_10"], random, {}),
             "second": (food["validation/5_0"], random, dict(samples=300)),
             "other": (food["training/0_0"], np.random.RandomState(2024),
                       dict(samples=40, score="probabilities", segments=150, compactness=3.0, sigma=0.5))}
    for name, (photo, state, how) in cases.items():
        found = views.lime(model, photo, state, **how)
        mask, picture = views.mask_and_picture(photo, found["segments"], found["classes"][found["first"]]["slope"])
        save(f"lime-{name}-mask", mask)
        save(f"lime-{name}-errors", views.leave_one_out_errors(found["kept"], found["scores"], found["weight"]))
        if name == "first":
            save(f"lime-{name}-picture", picture)
        write(f"lime-{name}", {"predicted": found["first"], "options": how, "classes": found["classes"]})


def random_values():
    state = np.random.RandomState(16)
    first, bits = int(state.randint(0, 1000)), state.randint(0, 2, 40).tolist()
    state = np.random.RandomState(4294967295)
    other = np.random.RandomState(3)
    choices = {"permutation17": other.permutation(17).tolist(),
               "choice": other.choice(5, 40, p=[0.1, 0, 0.25, 0.6, 0.05]).tolist(),
               "unnormalised": other.choice(3, 10, p=[0.5, 0.25, 0.25]).tolist(),
               "after": other.random_sample()}
    write("random", {"seed16": {"below1000": first, "bits": bits},
                     "largest": {"below600": state.randint(0, 600, 30).tolist(),
                                 "uniform": state.random_sample(10).tolist()},
                     "choices": choices,
                     "noise7": views.noise(7).ravel()[:20].astype(float).tolist()})


def main():
    torch.manual_seed(0)
    OUT.mkdir(parents=True, exist_ok=True)
    model, food = load_narrow(), photos()
    random_values()
    slic_cases(food)
    saliency_values(model, food)
    activation_values(model, food)
    filter_map_values(model, food)
    filter_values(model, food)
    lime_values(model, food)


if __name__ == "__main__":
    main()
