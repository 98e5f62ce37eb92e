#!/usr/bin/python3
"""What the class activation maps must give on tests/data/narrow.pth in float64, into values/explain.

Needs Debian's python3-torch, python3-pil and python3-numpy.
"""
import json

import numpy as np
import torch

import views
from narrow import DATA, VALUES, load_narrow

OUT = VALUES / "explain"
# name: photo, layer, class. Two ReLUs; a batch norm, whose maps have both signs; a class whose logit is below 0
CASES = {"relu": ("training/3_10", 24, 3), "large": ("validation/5_0", 20, 5), "signed": ("training/3_10", 23, 3),
         "against": ("validation/5_0", 24, 8)}


def layer_and_gradient(model, x, layer, label):
    """K x h x w each, by a hook on the module and PyTorch's own backward through the whole network."""
    seen = []
    handle = views.leaf(model, layer).register_forward_hook(lambda module, inputs, output: seen.append(output))
    logit = model(x.clone().requires_grad_())[0, label]
    handle.remove()
    gradient, = torch.autograd.grad(logit, seen[0])
    return seen[0][0].detach().numpy(), gradient[0].numpy()


def weighed(maps, weights):
    return np.einsum("k,kyx->yx", weights, maps)


def sums(maps):
    return maps.sum(axis=(1, 2))


def grad_plus_plus(a, g):
    """Chattopadhay et al. 2018 with pytorch-grad-cam's 1e-6."""
    alpha = np.where(g != 0, g**2 / (2 * g**2 + sums(a)[:, None, None] * g**3 + 1e-6), 0)
    return weighed(a, sums(np.maximum(g, 0) * alpha))


def xgrad(a, g):
    """Fu et al. 2020. A weight is at most as large as the channel's largest gradient, which matters for maps with both
    signs only."""
    limit = np.abs(g).max(axis=(1, 2))
    return weighed(a, np.clip(sums(g * a) / (sums(a) + 1e-7), -limit, limit))


def projected(a):
    """Places on the first right singular vector of places x channels, less the channels' means."""
    rows = a.reshape(len(a), -1).T
    rows = rows - rows.mean(axis=0)
    return rows @ np.linalg.svd(rows, full_matrices=False)[2][0], rows


def principal(a):
    values, rows = projected(a)
    return (values if values @ rows.sum(axis=1) >= 0 else -values).reshape(a.shape[1:])


def seg_eigen(a):
    values, _ = projected(a)
    return (-values if abs(values.min()) > abs(values.max()) else values).reshape(a.shape[1:])


def fem(a):
    limit = a.mean(axis=(1, 2), keepdims=True) + 2 * a.std(axis=(1, 2), keepdims=True)
    return weighed(a, (a > limit).mean(axis=(1, 2)))


def score_cam(model, x, label, a):
    """Wang et al. 2020 as in pytorch-grad-cam: stretched with its corners kept, then from 0 to 1."""
    masks = torch.nn.functional.interpolate(torch.from_numpy(a)[None], size=x.shape[2:], mode="bilinear",
                                            align_corners=True)[0]
    scores = []
    with torch.no_grad():
        for mask in masks:
            mask = (mask - mask.min()) / (mask.max() - mask.min() + 1e-8)
            scores.append(model(x * mask)[0, label])
    return weighed(a, torch.softmax(torch.stack(scores), 0).numpy())


def ablation_cam(model, x, layer, label, a):
    """Desai, Ramaswamy 2020: the channel is set to 0 as the module gives it. Divided by the size of the score."""
    def score_without(channel):
        def silence(module, inputs, output):
            output = output.clone()
            if channel is not None:
                output[:, channel] = 0
            return output
        handle = views.leaf(model, layer).register_forward_hook(silence)
        with torch.no_grad():
            score = float(model(x)[0, label])
        handle.remove()
        return score
    whole = score_without(None)
    return weighed(a, np.array([whole - score_without(k) for k in range(len(a))]) / abs(whole)), whole


def main():
    model = load_narrow()
    written = []
    for name, (photo, layer, label) in CASES.items():
        x = views.tensor_of(model, views.read_photo(DATA / "food" / f"{photo}.jpg"))
        a, g = layer_and_gradient(model, x, layer, label)
        ablation, score = ablation_cam(model, x, layer, label, a)
        maps = {"gradcam++": grad_plus_plus(a, g), "xgradcam": xgrad(a, g), "hirescam": (g * a).sum(0),
                "elementwise": np.maximum(g * a, 0).sum(0), "layercam": (np.maximum(g, 0) * a).sum(0),
                "eigencam": principal(a), "eigengradcam": principal(g * a), "segeigencam": seg_eigen(np.abs(g) * a),
                "scorecam": score_cam(model, x, label, a), "ablationcam": ablation, "fem": fem(a)}
        np.save(OUT / f"cam-{name}.npy", np.stack(list(maps.values())))
        written.append({"name": name, "photo": photo, "layer": layer, "class": label, "kinds": list(maps),
                        "score": score, "least": float(a.min()), "sum": float((g * a).sum())})
    (OUT / "cam.json").write_text(json.dumps(written, indent=1) + "\n")


if __name__ == "__main__":
    main()
