#!/usr/bin/python3
"""What measures must give of maps, into values/explain/measures.json.

The maps are those that explain.py and attributions.py have written. Needs Debian's python3-numpy.
"""
import json

import numpy as np

from narrow import VALUES

OUT = VALUES / "explain"


def heat(name):
    """A map as a measure sees it: its channels added up, without what is below 0."""
    values = np.load(OUT / f"{name}.npy")
    return np.maximum(values.sum(axis=0) if values.ndim == 3 else values, 0)


def gini(values):
    """The Gini index as Quantus computes it."""
    sizes = np.abs(np.asarray(values, np.float64)).ravel()
    sizes = np.sort(sizes / sizes.max() + 1e-7)
    count = len(sizes)
    places = np.arange(1, count + 1)
    return float(((2 * places - count - 1) * sizes).sum() / (count * sizes.sum()))


def main():
    noise = np.random.RandomState(16).random_sample(128 * 128)
    maps = {name: heat(name) for name in ["saliency-training-3_10-3-loss", "occlusion-default", "integrated-default"]}
    activation = heat("activation-15-3")
    made = {"noise": noise, "squares": noise ** 2, "steps": np.floor(noise * 5), "one": np.eye(1, 100), "equal": np.ones(99)}
    values = {"attributions": {name: gini(values) for name, values in maps.items()},
              "activation": gini(activation),
              "made": {name: gini(values) for name, values in made.items()}}
    (OUT / "measures.json").write_text(json.dumps(values, indent=1) + "\n")


if __name__ == "__main__":
    main()
