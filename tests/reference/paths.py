#!/usr/bin/python3
"""What expected gradients and two kinds of integrated gradients must give in float64, into values/explain.

Needs Debian's python3-torch, python3-pil, python3-numpy and python3-scipy.
"""
import math

import numpy as np
import torch
from scipy.ndimage import gaussian_filter

import make_torchscript
from attributions import baseline
from gradients import LABEL, OBLONG, PHOTO, Model, keep, photo, script, write
from narrow import load_narrow
from smoothgrad import noise

# name: samples, sigma, order, seed
EXPECTED = {"expected-captum": (9, 0.0, "captum", 16), "expected-shap": (8, 0.0, "shap", 5),
            "expected-noise": (6, 0.1, "captum", 2)}
# name: steps, sigma, spacing
BLURIG = {"blurig-linear": (9, 20.0, "linear"), "blurig-root": (12, 50.0, "root")}
# name: steps, fraction, greatest distance, baseline
GUIDEDIG = {"guidedig-black": (11, 0.25, 0.02, "black"), "guidedig-gray": (20, 0.6, 0.3, "gray")}


def path(model, name, x, label, values, begins, **facts):
    difference = float(model.score(x, label) - model.score(begins, label).mean())
    return keep(name, values, sum=float(values.sum()), difference=difference, **facts)


def expected_gradients(model, x, label, samples, sigma, order, seed):
    bases = torch.cat([torch.zeros_like(x), torch.ones_like(x)])
    state = np.random.RandomState(seed)
    if order == "captum":
        drawn, places = state.choice(len(bases), samples), state.uniform(0, 1, samples)
    else:
        drawn, places = zip(*[(state.choice(len(bases)), state.uniform()) for _ in range(samples)])
    e = noise(x, samples, sigma, seed, "torch")
    total = torch.zeros_like(x)
    for k in range(samples):
        begin, end = bases[drawn[k]], x + e[k]
        total += (end - begin) * model.gradient(torch.lerp(begin, end, float(places[k])), label)
    return (total / samples)[0], bases


def expected_cases(model):
    x = photo("validation/5_0")
    cases = []
    for name, how in EXPECTED.items():
        values, bases = expected_gradients(model, x, 5, *how)
        cases.append(path(model, name, x, 5, values, bases, **dict(zip(("samples", "sigma", "order", "seed"), how))))
    return cases


def blur_ig(model, x, label, steps, sigma, spacing):
    def blurred(deviation):
        return torch.from_numpy(gaussian_filter(x.numpy(), (0, 0, deviation, deviation), mode="constant"))
    deviations = np.arange(steps + 1) * sigma / steps
    deviations = np.sqrt(deviations) if spacing == "root" else deviations
    total = torch.zeros_like(x)
    for now, following in zip(deviations[:-1], deviations[1:]):
        slope = (blurred(now + 0.01) - blurred(now)) / 0.01
        total -= (following - now) * slope * model.gradient(blurred(now), label)
    return total[0], blurred(deviations[-1])


def blur_cases(model):
    fields = ("steps", "sigma", "spacing")
    cases = []
    for name, how in BLURIG.items():
        values, begin = blur_ig(model, photo(PHOTO), LABEL, *how)
        cases.append(path(model, name, photo(PHOTO), LABEL, values, begin, **dict(zip(fields, how))))
    oblong, x, how = script("oblong-traced.pt", make_torchscript.Oblong), photo(*OBLONG), (7, 12.0, "linear")
    values, begin = blur_ig(oblong, x, 1, *how)
    return [*cases, path(oblong, "blurig-oblong", x, 1, values, begin, **dict(zip(fields, how)))]


def guided_ig(model, x, label, steps, fraction, distance, start):
    """As in the paper's appendix and PAIR's code: one gradient a round, in float64."""
    d, p, total = x - start, start.clone(), torch.zeros_like(x)
    for k in range(1, steps + 1):
        g = model.gradient(p, label)
        low, high = start + d * max(k / steps - distance, 0), start + d * min(k / steps + distance, 1)
        goal, ranked, before = float(d.abs().sum()) * (1 - k / steps), g.abs(), p.clone()
        while True:
            gone = torch.where(d != 0, (p - start) / d, torch.ones_like(d))
            p = torch.where(gone < max(k / steps - distance, 0), low, p)
            left = float((p - x).abs().sum())
            if math.isclose(goal, left, rel_tol=1e-9, abs_tol=1e-9):
                break
            ranked = torch.where(p == high, torch.full_like(p, math.inf), ranked)
            threshold = np.quantile(ranked.numpy(), fraction, method="lower")
            chosen = (ranked <= threshold) & (ranked < math.inf)
            gamma = (left - goal) / float((p - high).abs()[chosen].sum())
            if gamma <= 1:
                p = torch.where(chosen, p + (high - p) * gamma, p)
                break
            p = torch.where(chosen, high, p)
        total += (p - before) * g
    return total[0]


def guided_cases(model):
    x = photo("training/0_0")
    cases = []
    for name, (steps, fraction, distance, kind) in GUIDEDIG.items():
        start = baseline(x, kind, 0)
        values = guided_ig(model, x, 7, steps, fraction, distance, start)
        cases.append(path(model, name, x, 7, values, start, steps=steps, fraction=fraction, distance=distance,
                          baseline=kind))
    return cases


def main():
    model = Model(load_narrow())
    write("expectedgradients", expected_cases(model))
    write("blurig", blur_cases(model))
    write("guidedig", guided_cases(model))


if __name__ == "__main__":
    main()
