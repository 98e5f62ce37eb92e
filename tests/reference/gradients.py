#!/usr/bin/python3
"""What methods of one gradient must give in float64, into values/explain.

Needs Debian's python3-torch, python3-pil, python3-numpy.
"""
import json

import numpy as np
import torch
from torch.nn import functional

import make_torchscript
import views
from attributions import gradcam
from narrow import DATA, VALUES, load_narrow

OUT = VALUES / "explain"
SAMPLED = 7  # every so many pixels, both ways
PHOTO, LABEL = "training/3_10", 3
OBLONG = ("training/0_0", (48, 24))  # a photo that excites that network, and its size


class Model:
    """A network with its gradients, whose ReLUs send back what `rule` says."""

    def __init__(self, network):
        self.network = network
        self.rule = "plain"

    def logits(self, x):
        torch.nn.functional.relu, torch.relu = self.relu, self.relu
        try:
            return self.network(x)
        finally:
            torch.nn.functional.relu, torch.relu = RELUS

    def relu(self, x, inplace=False):
        return RELUS[1](x) if self.rule == "plain" else ReluOf.apply(x, self.rule)

    def score(self, x, label):
        with torch.no_grad():
            return self.logits(x)[:, label]

    def gradient(self, x, label, rule="plain"):
        self.rule = rule
        x = x.clone().requires_grad_()
        self.logits(x)[:, label].sum().backward()
        self.rule = "plain"
        return x.grad


RELUS = (functional.relu, torch.relu)


class ReluOf(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, rule):
        ctx.save_for_backward(x)
        ctx.rule = rule
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, above):
        x, = ctx.saved_tensors
        above = above.clamp(min=0)
        return above * (x > 0) if ctx.rule == "guidedbackprop" else above, None


def script(name, make):
    """A TorchScript file's weights in the class that it was made from."""
    network = make()
    network.load_state_dict(torch.jit.load(DATA / "torchscript" / name).state_dict())
    return Model(network.double().eval())


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


def form(model, x, label, kind):
    if kind in ("guidedbackprop", "deconvnet"):
        return model.gradient(x, label, kind)
    g = model.gradient(x, label)
    return {"signed": g, "abs": g.abs(), "inputxgradient": g * x}[kind]


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


def guided_grad_cam(model, layer):
    x = photo(PHOTO)
    cam = gradcam(model.network, x, layer, LABEL).clamp(min=0)
    rows, columns = [torch.arange(128) * side // 128 for side in cam.shape]
    return keep(f"guidedgradcam-{layer}", model.gradient(x, LABEL, "guidedbackprop")[0] * cam[rows][:, columns])


def of_scripts(kind):
    """Of TorchScript networks: ReLUs that run twice and in place, and a picture that is not square."""
    residual = script("residual-scripted.pt", make_torchscript.Residual)
    oblong = script("oblong-traced.pt", make_torchscript.Oblong)
    return [keep(f"{kind}-residual", form(residual, photo(PHOTO), 1, kind)[0]),
            keep(f"{kind}-oblong", form(oblong, photo(*OBLONG), 1, kind)[0])]


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    model = Model(load_narrow())
    cases = saliency_values(model)
    for kind in ("inputxgradient", "guidedbackprop", "deconvnet"):
        cases.append(keep(kind, form(model, photo(PHOTO), LABEL, kind)[0]))
    for kind in ("guidedbackprop", "deconvnet"):
        cases += of_scripts(kind)
    cases += [guided_grad_cam(model, layer) for layer in (15, 20)]
    write("gradients", {case.pop("name"): case for case in cases})


if __name__ == "__main__":
    main()
