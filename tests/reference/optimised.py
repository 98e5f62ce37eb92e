#!/usr/bin/python3
"""What optimised images must be in float64, into values/explain.

Lucid's recipe (github.com/tensorflow/lucid) in PyTorch. Needs Debian's python3-torch, python3-numpy.
"""
import json

import numpy as np
import torch
from torch.nn import functional

from gradients import RELUS
from narrow import DATA, VALUES, Classifier, load_narrow

OUT = VALUES / "explain"
SAMPLED = 16  # every so many rows and columns
COLOUR = np.array([[0.26, 0.09, 0.02], [0.27, 0.00, -0.05], [0.27, -0.09, 0.03]], np.float32)
COLOUR = COLOUR / np.linalg.norm(COLOUR, axis=0).max()  # rows: r, g, b
SCALES = [1 + (i - 5) / 50 for i in range(11)]
ANGLES = list(range(-10, 11)) + 5 * [0]


# --- the picture as frequencies ----------------------------------------------------------------------------------------------
def scale(h, w):
    fy, fx = np.fft.fftfreq(h)[:, None], np.fft.rfftfreq(w)
    return 1 / np.maximum(np.sqrt(fx * fx + fy * fy), 1 / max(h, w))


def picture(spectrum, h, w):
    s = spectrum * torch.from_numpy(scale(h, w))[None, None, ..., None]
    t = torch.fft.irfftn(torch.view_as_complex(s.contiguous()), s=(h, w), norm="ortho", dim=(-2, -1)) / 4
    return torch.sigmoid(torch.einsum("rc,bchw->brhw", torch.from_numpy(COLOUR).double(), t))


def start(count, h, w, seed):
    torch.manual_seed(seed)
    return (torch.randn(count, 3, h, w // 2 + 1, 2) * 0.01).double()


# --- transforms --------------------------------------------------------------------------------------------------------------
def pad(x):
    return functional.pad(x, (12,) * 4, value=0.5)


def crop(x, d, dy, dx):
    return x[..., dy:x.shape[-2] - d + dy, dx:x.shape[-1] - d + dx]


def stretch(x, s):
    h, w = x.shape[-2:]
    oh, ow = int(np.float32(s) * np.float32(h)), int(np.float32(s) * np.float32(w))

    def weights(n, m):
        i = np.arange(m)
        p = i * n / m
        lo = np.floor(p).astype(int)
        a = np.zeros((m, n))
        a[i, lo] += 1 - (p - lo)
        a[i, np.minimum(lo + 1, n - 1)] += p - lo
        return torch.from_numpy(a)
    return weights(h, oh) @ x @ weights(w, ow).T


def rotate(x, degrees):
    a = 3.14 * degrees / 180
    h, w = x.shape[-2:]
    cy, cx = (h - 1) / 2, (w - 1) / 2
    yy, xx = np.meshgrid(np.arange(h), np.arange(w), indexing="ij")
    ix = np.rint(np.cos(a) * (xx - cx) - np.sin(a) * (yy - cy) + cx).astype(int)
    iy = np.rint(np.sin(a) * (xx - cx) + np.cos(a) * (yy - cy) + cy).astype(int)
    ok = (0 <= ix) & (ix < w) & (0 <= iy) & (iy < h)
    return x[..., np.where(ok, iy, 0), np.where(ok, ix, 0)] * torch.from_numpy(ok)


def drawn(r):
    return [r.randint(0, 9), r.randint(0, 9), SCALES[r.randint(0, 11)], ANGLES[r.randint(0, 26)],
            r.randint(0, 5), r.randint(0, 5)]


def moved(x, n, size):
    x = rotate(stretch(crop(pad(x), 8, n[0], n[1]), n[2]), n[3])
    return functional.interpolate(crop(x, 4, n[4], n[5]), size=size, mode="bilinear", align_corners=False)


# --- what is made large, and small ------------------------------------------------------------------------------------------
def middle(a, k):
    return a[:, k, a.shape[2] // 2, a.shape[3] // 2]


def direction(a, v, power):
    dot = torch.einsum("bkhw,k->bhw", a, v)
    if power == 0:
        return dot.mean((1, 2))
    c = dot / (1e-4 + a.pow(2).sum(1).sqrt()) / (1e-4 + v.pow(2).sum().sqrt())
    return (dot * c.clamp(min=0.1) ** power).mean((1, 2))


def diversity(a):
    f = a.flatten(2)
    g = f @ f.transpose(1, 2)
    g = g / g.pow(2).sum((1, 2), keepdim=True).sqrt().clamp(min=1e-12)
    n = len(g)
    return sum((g[i] * g[j]).sum() for i in range(n) for j in range(n) if i != j) / n


def total_variation(x):
    return (x[..., 1:, :] - x[..., :-1, :]).abs().sum((1, 2, 3)) + (x[..., 1:] - x[..., :-1]).abs().sum((1, 2, 3))


def gray(x):
    return (1e-6 + (x - 0.5).pow(2).sum((1, 2, 3))).sqrt()


def blur(x):
    k = torch.full((3, 1, 3, 3), 0.5, dtype=x.dtype)
    k[:, :, 1, 1] = 1
    f = lambda v: functional.conv2d(v, k, padding=1, groups=3)
    return 0.5 * (x - (f(x) / f(torch.ones_like(x))).detach()).pow(2).sum((1, 2, 3))


class Redirected(torch.autograd.Function):
    """A ReLU in the first 16 steps; g is the gradient of the loss."""

    @staticmethod
    def forward(ctx, z):
        ctx.save_for_backward(z)
        return z.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        z, = ctx.saved_tensors
        plain = torch.where(z < 0, torch.zeros_like(g), g)
        open_ = torch.where((z < 0) & (g > 0), torch.zeros_like(g), g)
        dead = plain.flatten(1).norm(dim=1) == 0
        return torch.where(dead.view(-1, *[1] * (g.dim() - 1)), open_, plain)


class Redirecting:
    def __enter__(self):
        functional.relu = torch.relu = lambda z, inplace=False: Redirected.apply(z)

    def __exit__(self, *_):
        functional.relu, torch.relu = RELUS


def leaves(net):
    return [*net.cnn, *net.fc]


def head(net, x, layer):
    for i, m in enumerate(leaves(net)):
        x = m(x.flatten(1) if m is net.fc[0] else x)
        if i == layer:
            return x


def response(net, x, how):
    """What is made large of each picture, and the layer's maps."""
    a = head(net, x, how["layer"])
    k = how.get("filter", 0)
    aim = how["aim"]
    if aim == "class":
        return net(x)[:, how["class"]], a
    if aim == "direction":
        v = torch.zeros(a.shape[1], dtype=a.dtype)
        v[k] = v[how["second-filter"]] = 1
        return direction(a, v, how["power"]), a
    return {"mean": a[:, k].mean((1, 2)), "sum": a[:, k].sum((1, 2)), "middle": middle(a, k)}[aim], a


def optimise(net, how):
    """The coefficients after one step and after all of them, and the objective before each."""
    count = how.get("pictures", 1)
    p = start(count, 128, 128, how["seed"]).requires_grad_()
    adam, r = torch.optim.Adam([p], lr=how.get("lr", 0.05)), np.random.RandomState(how["seed"])
    rise, first = [], None
    for step in range(how["iterations"]):
        x = picture(p, 128, 128)
        seen = x if how.get("still") else moved(x, drawn(r), (128, 128))

        def loss():
            values, a = response(net, seen, how)
            reached = values.mean() * (-1 if how.get("negative") else 1)
            rise.append(float(reached))
            return -reached + (how.get("diversity", 100) * diversity(a) if count > 1 else 0)
        adam.zero_grad()
        if step < 16:
            with Redirecting():
                loss().backward(retain_graph=True)
        else:
            loss().backward(retain_graph=True)
        calm = [how.get("variation", 0) * total_variation(x).mean(), how.get("gray", 0) * gray(x).mean(),
                how.get("blur", 0) * blur(x).mean()]
        if any(how.get(name) for name in ("variation", "gray", "blur")):
            sum(calm).backward()
        adam.step()
        if step == 0:
            first = p.detach().clone()
    return first, p.detach(), rise


def load_demo():
    net = Classifier([(3, 16, 3), (16, 16, 3), (16, 32, 3), (32, 64, 1), (64, 64, 1)], hidden=256)
    state = torch.load(DATA.parents[1] / "resources/demo/checkpoint.pth", map_location="cpu")["model_state_dict"]
    net.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state.items()})
    return net.double().eval()


RUNS = {
    "optimise-mean": dict(layer=16, filter=1, aim="mean", seed=4, iterations=10),
    "optimise-sum": dict(layer=14, filter=3, aim="sum", seed=5, iterations=10, negative=True, still=True),
    "optimise-middle": dict(layer=15, filter=2, aim="middle", seed=6, iterations=10, lr=0.02, variation=0.001, gray=0.01,
                            blur=0.002),
    "optimise-direction": {"layer": 10, "filter": 0, "aim": "direction", "second-filter": 3, "power": 1.0, "seed": 7,
                           "iterations": 10},
    # In the demo's network this filter is 0 all over the start, however it is moved.
    "optimise-dead": dict(network="demo", layer=32, filter=2, aim="mean", seed=0, iterations=20),
    "optimise-class": {"layer": 16, "aim": "class", "class": 3, "seed": 8, "iterations": 10},
    "optimise-three": dict(layer=16, filter=1, aim="mean", seed=9, iterations=10, pictures=3, diversity=20.0),
}


def black():
    """The gradient of a loss, less the mean of a filter that is dead on black, through redirected ReLUs."""
    net, x = load_narrow(), torch.zeros(1, 3, 128, 128, dtype=torch.float64)
    dead = []
    with torch.no_grad():
        for layer, module in enumerate(net.cnn):
            if isinstance(module, torch.nn.ReLU):
                highest = head(net, x, layer).amax((0, 2, 3))
                dead += [(layer, k) for k in range(len(highest)) if highest[k] == 0]
    cases = []
    for layer, k in dead:
        seen = x.clone().requires_grad_()
        with Redirecting():
            (-head(net, seen, layer)[:, k].mean()).backward()
        cases.append({"layer": layer, "filter": k, "gradient": seen.grad[..., ::SAMPLED, ::SAMPLED].flatten().tolist()})
    return cases


def values_and_gradient(f, x):
    x = x.clone().requires_grad_()
    y = f(x)
    w = torch.from_numpy(np.random.RandomState(2).random_sample(tuple(y.shape)))
    g, = torch.autograd.grad((y * w).sum(), x)
    return {"values": y.flatten().tolist(), "shape": list(y.shape), "gradient": g.flatten().tolist()}


def uniform(seed, *shape):
    return torch.from_numpy(np.random.RandomState(seed).random_sample(shape))


def parts():
    x = uniform(3, 2, 3, 6, 9)
    maps = uniform(4, 3, 4, 3, 5) - 0.3
    v = torch.tensor([1.0, 0, -0.5, 2], dtype=torch.float64)
    moves = [[0, 8, 0.9, -10, 4, 0], [3, 5, 1.06, 7, 1, 2], [8, 2, 1.1, 0, 0, 3]]
    r = np.random.RandomState(21)
    one = {"padded": pad, "cropped": lambda x: crop(x, 2, 1, 0), "small": lambda x: stretch(x, SCALES[0]),
           "large": lambda x: stretch(x, SCALES[8]), "left": lambda x: rotate(x, -10), "right": lambda x: rotate(x, 7),
           "variation": total_variation, "gray": gray, "blur": blur}
    of_maps = {"middle": lambda a: middle(a, slice(None)), "along-0": lambda a: direction(a, v, 0),
               "along-1": lambda a: direction(a, v, 1), "along-2": lambda a: direction(a, v, 2.5),
               "likeness": diversity}
    large = uniform(8, 1, 3, 30, 24)
    return {
        "pictures": [{"height": h, "width": w, **values_and_gradient(lambda c: picture(c, h, w), 40 * start(2, h, w, 11))}
                     for h, w in ((6, 8), (5, 8), (6, 7))],
        "start": start(2, 4, 6, 11).flatten().tolist(),
        "moves": [drawn(r) for _ in range(12)],
        "of-pictures": {name: values_and_gradient(f, x) for name, f in one.items()},
        "of-large": {name: values_and_gradient(f, large)["values"][::7] for name, f in one.items()
                     if name in ("small", "large", "left", "right")},
        "moved": [{"move": n, **values_and_gradient(lambda x, n=n: moved(x, n, (6, 9)), x[:1])} for n in moves],
        "black": black(),
        "of-maps": {name: values_and_gradient(f, maps) for name, f in of_maps.items()},
    }


def main():
    (OUT / "optimise-parts.json").write_text(json.dumps(parts()) + "\n")
    runs = {}
    for name, how in RUNS.items():
        first, last, rise = optimise(load_demo() if how.get("network") else load_narrow(), how)
        runs[name] = {"how": how, "objective": rise}
        for key, spectrum in ("first", first), ("last", last):
            runs[name][key] = picture(spectrum, 128, 128)[..., ::SAMPLED, ::SAMPLED].flatten().tolist()
    (OUT / "optimise-runs.json").write_text(json.dumps(runs) + "\n")


if __name__ == "__main__":
    main()
