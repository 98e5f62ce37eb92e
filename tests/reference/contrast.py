#!/usr/bin/python3
"""What explanations of more than one class's logit must give on tests/data/narrow.pth in float64, into values/explain.

The score is logit A - logit B, the entropy of the softmax, or what a filter says. Needs Debian's python3-torch,
python3-pil, python3-numpy and python3-skimage.
"""
import json

import numpy as np
import torch

import views
from narrow import DATA, VALUES, load_narrow
from perturbations import logits as logits_of_shown, photo_of

OUT = VALUES / "explain"
PHOTO = "training/3_10"
FIRST, SECOND = 3, 8
LAYER = 24  # a ReLU of 8 x 8 units
FILTER, UNIT = 5, (2, 6)
STEP = 5  # of the pixels that are kept
# photo, class, the class to overtake it (None: the strongest other), how the photo is cut, fill, superpixels at most
COUNTERFACTUALS = {"flips": ("training/3_10", 3, None, {}, "mean", 8),
                   "black": ("validation/5_0", 5, 2, dict(segments=30), "black", 8),
                   "early": ("training/3_10", 3, 8, {}, "mean", 2)}


def margin(logits):
    return logits[0, FIRST] - logits[0, SECOND]


def entropy(logits):
    p = torch.softmax(logits, 1)[0]
    return -(p * p.log()).sum()


def gradient(x, score):
    """3 x H x W of score(x)."""
    x = x.clone().requires_grad_()
    return torch.autograd.grad(score(x), x)[0][0].numpy()


def grad_cam(model, x, score):
    """h x w, before its ReLU."""
    seen = []
    handle = views.leaf(model, LAYER).register_forward_hook(lambda module, inputs, output: seen.append(output))
    value = score(model(x.clone().requires_grad_()))
    handle.remove()
    g, = torch.autograd.grad(value, seen[0])
    return np.einsum("k,kyx->yx", g[0].mean((1, 2)).numpy(), seen[0][0].detach().numpy())


def filter_weights(model, x, layer):
    """Of each filter: gradient x activation, added up over the places of its map."""
    seen = []
    handle = views.leaf(model, layer).register_forward_hook(lambda module, inputs, output: seen.append(output))
    logits = model(x.clone().requires_grad_())
    handle.remove()
    g, = torch.autograd.grad(logits[0, FIRST], seen[0])
    return (g * seen[0])[0].sum((1, 2)).tolist()


def smallest_change(model, photo, label, other, how, fill, most):
    """The superpixels to hide, best first, until `other` is ahead of `label`, and how far `label` is ahead after each."""
    pixels = photo_of(photo)
    segments = views.segment(pixels, **how)
    shown = np.ones(segments.max() + 1, int)
    whole = logits_of_shown(model, pixels, segments, fill, shown[None])[0]
    if other is None:
        other = int(np.argmax(np.where(np.arange(len(whole)) == label, -np.inf, whole)))
    taken, leads = [], [whole[label] - whole[other]]
    while leads[-1] > 0 and len(taken) < min(most, len(shown)):
        free = np.flatnonzero(shown)
        tries = np.repeat(shown[None], len(free), 0)
        tries[np.arange(len(free)), free] = 0
        found = logits_of_shown(model, pixels, segments, fill, tries)
        lead = found[:, label] - found[:, other]
        best = lead.argmin()
        shown[free[best]] = 0
        taken.append(int(free[best]))
        leads.append(float(lead[best]))
    return {"photo": photo, "class": label, "other": other, "cut": how, "fill": fill, "most": most, "taken": taken,
            "leads": leads}


def main():
    model = load_narrow()
    x = views.tensor_of(model, views.read_photo(DATA / "food" / f"{PHOTO}.jpg"))
    response = lambda x: views.activations(model, x, LAYER)[0, FILTER]
    slopes = {"margin": gradient(x, lambda x: margin(model(x))), "entropy": gradient(x, lambda x: entropy(model(x))),
              "filter": gradient(x, lambda x: response(x).sum()), "unit": gradient(x, lambda x: response(x)[UNIT])}
    np.save(OUT / "contrast-slopes.npy", np.stack([values[:, ::STEP, ::STEP] for values in slopes.values()]))
    cams = {"margin": grad_cam(model, x, margin), "entropy": grad_cam(model, x, entropy)}
    np.save(OUT / "contrast-gradcam.npy", np.stack(list(cams.values())))
    with torch.no_grad():
        logits = model(x)
        facts = {"photo": PHOTO, "first": FIRST, "second": SECOND, "layer": LAYER, "filter": FILTER, "unit": UNIT,
                 "step": STEP, "slopes": list(slopes), "margin": float(margin(logits)), "entropy": float(entropy(logits)),
                 "response": float(response(x).sum())}
    facts["filter_weights"] = {layer: filter_weights(model, x, layer) for layer in (LAYER, 23)}
    facts["counterfactuals"] = {name: smallest_change(model, *case) for name, case in COUNTERFACTUALS.items()}
    (OUT / "contrast.json").write_text(json.dumps(facts, indent=1) + "\n")


if __name__ == "__main__":
    main()
