#!/usr/bin/python3
"""What SmoothGrad must give in float64, into values/explain.

Needs Debian's python3-torch, python3-pil, python3-numpy.
"""
import numpy as np
import torch

import make_torchscript
from gradients import LABEL, OBLONG, PHOTO, Model, form, keep, photo, script, write
from narrow import load_narrow

# name: form of the gradient, kind, samples, sigma, seed, stream
SMOOTHGRAD = {"smoothgrad": ("signed", "smoothgrad", 6, 0.15, 16, "numpy"),
              "smoothgrad-squared": ("signed", "squared", 5, 0.3, 7, "numpy"),
              "smoothgrad-vargrad": ("abs", "vargrad", 7, 0.15, 3, "torch"),
              "smoothgrad-times": ("inputxgradient", "smoothgrad", 3, 0.1, 16, "torch"),
              "smoothgrad-guided": ("guidedbackprop", "squared", 3, 0.2, 1, "numpy"),
              "smoothgrad-deconvnet": ("deconvnet", "smoothgrad", 2, 0.2, 1, "numpy")}


def noise(x, samples, sigma, seed, stream):
    """The numbers of NumPy come row by row, column by column, channel by channel; LibTorch's are float32."""
    deviation = sigma * float(x.max() - x.min())
    if stream == "torch":
        torch.manual_seed(seed)
        return (torch.randn(samples, *x.shape[1:], dtype=torch.float32) * deviation).double()
    drawn = np.random.RandomState(seed).normal(0, deviation, (samples, *x.shape[2:], 3))
    return torch.from_numpy(drawn).permute(0, 3, 1, 2)


def smoothgrad(model, x, label, of, kind, samples, sigma, seed, stream):
    g = torch.stack([form(model, x + e, label, of)[0] for e in noise(x, samples, sigma, seed, stream)])
    return {"smoothgrad": g.mean(0), "squared": g.square().mean(0), "vargrad": g.var(0, unbiased=False)}[kind]


def smoothgrad_cases(model):
    fields = ("of", "kind", "samples", "sigma", "seed", "random")
    cases = [keep(name, smoothgrad(model, photo(PHOTO), LABEL, *how), **dict(zip(fields, how)))
             for name, how in SMOOTHGRAD.items()]
    oblong = script("oblong-traced.pt", make_torchscript.Oblong)
    for stream in ("numpy", "torch"):
        how = ("signed", "smoothgrad", 3, 0.2, 9, stream)
        values = smoothgrad(oblong, photo(*OBLONG), 1, *how)
        cases.append(keep(f"smoothgrad-oblong-{stream}", values, 3, **dict(zip(fields, how))))
    return cases


def normals():
    """The last but one is no normal number: what is kept of a pair stays until then."""
    state = np.random.RandomState(16)
    unit = torch.tensor([0.0, 1.0]).expand(1, 3, 3, 2)
    return {"numpy": [*state.randn(7), state.random_sample(), *state.normal(0, 0.25, 4)],
            "torch": noise(unit, 4, 0.5, 11, "torch").flatten().tolist(),
            "torch-blocks": noise(unit.repeat(1, 1, 2, 4), 3, 0.5, 11, "torch").flatten().tolist()}


def main():
    write("smoothgrad", {"cases": smoothgrad_cases(Model(load_narrow())), "normals": normals()})


if __name__ == "__main__":
    main()
