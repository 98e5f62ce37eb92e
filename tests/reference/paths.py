#!/usr/bin/python3
"""What expected gradients and two kinds of integrated gradients must give in float64, into values/explain.

Needs Debian's python3-torch, python3-pil, python3-numpy.
"""
import numpy as np
import torch

from gradients import Model, keep, photo, write
from narrow import load_narrow
from smoothgrad import noise

# name: samples, sigma, order, seed
EXPECTED = {"expected-captum": (9, 0.0, "captum", 16), "expected-shap": (8, 0.0, "shap", 5),
            "expected-noise": (6, 0.1, "captum", 2)}


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


def main():
    model = Model(load_narrow())
    write("expectedgradients", expected_cases(model))


if __name__ == "__main__":
    main()
