#!/usr/bin/python3
"""What methods of one gradient must give in float64, into values/explain.

Needs Debian's python3-torch, python3-pil, python3-numpy.
"""
import json

import numpy as np
import torch
from torch.nn import functional

import views
from narrow import DATA, VALUES, load_narrow

OUT = VALUES / "explain"
SAMPLED = 7  # every so many pixels, both ways
PHOTO, LABEL = "training/3_10", 3


class Model:
    """A network with its gradients."""

    def __init__(self, network):
        self.network = network

    def gradient(self, x, label):
        x = x.clone().requires_grad_()
        self.network(x)[:, label].sum().backward()
        return x.grad


def photo(name, size=(128, 128)):
    unit = views.read_photo(DATA / "food" / f"{name}.jpg", size)
    return torch.from_numpy(unit.copy()).permute(2, 0, 1)[None].float().div(255).double()


def keep(name, values, step=SAMPLED, **facts):
    """Saves an array C x H x W and gives its facts."""
    values = np.asarray(values.detach())
    np.save(OUT / f"{name}.npy", np.ascontiguousarray(values[:, ::step, ::step]))
    return {"name": name, "largest": float(np.abs(values).max()), **facts}


def write(name, value):
    (OUT / f"{name}.json").write_text(json.dumps(value, indent=1) + "\n")


def saliency_values(model):
    x = photo(PHOTO)
    g = model.gradient(x, LABEL)[0]
    loss = x.clone().requires_grad_()
    functional.cross_entropy(model.network(loss), torch.tensor([LABEL])).backward()
    sizes = g.abs()
    return [keep("saliency-signed", g), keep("saliency-signed-loss", -loss.grad[0]),
            keep("saliency-max", sizes.max(0, keepdim=True).values), keep("saliency-mean", sizes.mean(0, keepdim=True)),
            keep("saliency-sum", sizes.sum(0, keepdim=True)),
            keep("saliency-l2", torch.linalg.vector_norm(g, dim=0, keepdim=True))]


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    model = Model(load_narrow())
    cases = saliency_values(model)
    cases.append(keep("inputxgradient", model.gradient(photo(PHOTO), LABEL)[0] * photo(PHOTO)[0]))
    write("gradients", {case.pop("name"): case for case in cases})


if __name__ == "__main__":
    main()
