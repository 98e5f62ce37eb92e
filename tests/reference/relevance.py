#!/usr/bin/python3
"""What LRP and DeepLIFT must give in float64, into values/explain.

Both are written down from their definitions: LRP from the parts that each rule makes of a layer, DeepLIFT from its
multipliers. On tests/data/narrow.pth, and on a network that has what that lacks (Chained, make_torchscript.py).
Needs Debian's python3-torch, python3-pil and python3-numpy.
"""
import torch
from torch import nn
from torch.nn import functional

import views
from attributions import baseline, photo_tensor, save, write
from make_torchscript import Chained, seeded
from narrow import DATA, load_narrow

EPSILON = 1e-6
# name: photo, class
PHOTOS = {"first": ("training/3_10", 3), "second": ("validation/5_0", 5)}
# name: photo, class, baseline, seed of a noise
DEEPLIFT = {"black": ("training/3_10", 3, "black", 0), "noise": ("training/3_10", 3, "noise", 16),
            "blurred": ("validation/5_0", 5, "blurred", 0), "mean": ("validation/5_0", 2, "mean", 0)}
MEAN, DEVIATION = [0.45], [0.25]  # of Chained
SAMPLED = 8  # every so many pixels, both ways


def with_weights(layer, weight, bias):
    """The same layer as a function of its input."""
    if isinstance(layer, nn.Linear):
        run = lambda x: functional.linear(x, weight, bias)
    else:
        run = lambda x: functional.conv2d(x, weight, bias, layer.stride, layer.padding, layer.dilation, layer.groups)
    run.layer, run.weight, run.bias = layer, weight, bias
    return run


def chain(modules):
    """Functions, one after the other; those of layers with weights carry them."""
    found = []
    for module in modules:
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            before = found.pop()
            scale = module.weight / torch.sqrt(module.running_var + module.eps)
            sides = (-1,) + (1,) * (before.weight.dim() - 1)
            found.append(with_weights(before.layer, before.weight * scale.view(sides),
                                      (before.bias - module.running_mean) * scale + module.bias))
        elif isinstance(module, (nn.Conv2d, nn.Linear)):
            bias = torch.zeros(len(module.weight), dtype=module.weight.dtype) if module.bias is None else module.bias
            found.append(with_weights(module, module.weight, bias))
        elif isinstance(module, nn.ReLU):
            found.append(nn.ReLU())  # which leaves its input as it is
        elif not isinstance(module, nn.Dropout):
            found.append(module)
    return found


def transposed(run, x, message):
    """By autograd, whatever the layer."""
    x = x.detach().requires_grad_()
    return torch.autograd.grad(run(x), x, message)[0]


# --- LRP ---

def divide(parts, relevance):
    """parts: (input, function, sign). Each gets its part of relevance / sum of what they give."""
    z = sum(sign * run(x) for x, run, sign in parts)
    share = relevance / (z + EPSILON * (2 * (z >= 0).to(z.dtype) - 1))
    return sum(sign * x * transposed(run, x, share) for x, run, sign in parts)


def up(values):
    return values.clamp(min=0)


def down(values):
    return values.clamp(max=0)


def epsilon(run, x, relevance, bounds):
    return divide([(x, run, 1)], relevance)


def raising(run, x, relevance):
    none = torch.zeros_like(run.bias)
    return divide([(up(x), with_weights(run.layer, up(run.weight), up(run.bias)), 1),
                   (down(x), with_weights(run.layer, down(run.weight), none), 1)], relevance)


def lowering(run, x, relevance):
    none = torch.zeros_like(run.bias)
    return divide([(up(x), with_weights(run.layer, down(run.weight), down(run.bias)), 1),
                   (down(x), with_weights(run.layer, up(run.weight), none), 1)], relevance)


def zplus(run, x, relevance, bounds):
    return raising(run, x, relevance)


def alpha_beta(run, x, relevance, bounds):
    return 2 * raising(run, x, relevance) - lowering(run, x, relevance)


def gamma(run, x, relevance, bounds, factor=0.25):
    more = [with_weights(run.layer, run.weight + factor * some(run.weight), run.bias + factor * some(run.bias))
            for some in (up, down)]
    bare = [with_weights(run.layer, each.weight, torch.zeros_like(each.bias)) for each in more]
    y = run(x)
    return divide([(up(x), more[0], 1), (down(x), bare[1], 1)], relevance * (y > 0)) + \
        divide([(up(x), more[1], 1), (down(x), bare[0], 1)], relevance * (y < 0))


def flat(run, x, relevance, bounds):
    one = with_weights(run.layer, torch.ones_like(run.weight), torch.zeros_like(run.bias))
    return divide([(torch.ones_like(x), one, 1)], relevance)


def box(run, x, relevance, bounds):
    low, high = bounds
    return divide([(x, run, 1), (low, with_weights(run.layer, up(run.weight), up(run.bias)), -1),
                   (high, with_weights(run.layer, down(run.weight), down(run.bias)), -1)], relevance)


COMPOSITES = {"epsilon-plus-flat": (flat, zplus), "epsilon-plus": (zplus, zplus),
              "epsilon-alpha2-beta1-flat": (flat, alpha_beta), "epsilon-alpha2-beta1": (alpha_beta, alpha_beta),
              "epsilon-gamma-box": (box, gamma), "epsilon": (epsilon, epsilon)}


def lrp(modules, x, label, composite, bounds=(0.0, 1.0)):
    """Returns the relevance of x, and the logit. x is as the first module takes it; bounds are of its values."""
    functions = chain(modules)
    inputs = [x]
    for run in functions:
        inputs.append(run(inputs[-1]))
    logits = inputs.pop()
    relevance = torch.zeros_like(logits)
    relevance[0, label] = logits[0, label]
    first, convolution = COMPOSITES[composite]
    limits = [torch.full_like(x, bound) for bound in bounds]
    for place in reversed(range(len(functions))):
        run, before = functions[place], inputs[place]
        if isinstance(run, nn.ReLU):
            continue
        if isinstance(run, nn.AvgPool2d):
            relevance = divide([(before, run, 1)], relevance)
        elif not hasattr(run, "weight"):
            relevance = transposed(run, before, relevance)
        elif isinstance(run.layer, nn.Linear):
            relevance = epsilon(run, before, relevance, limits)
        else:
            relevance = (convolution if place else first)(run, before, relevance, limits)
    return relevance[0], float(logits[0, label])


# --- DeepLIFT ---

def slope(y, y0, x, x0, otherwise):
    difference = x - x0
    safe = torch.where(difference == 0, torch.ones_like(difference), difference)
    return torch.where(difference.abs() < 1e-10, otherwise, (y - y0) / safe)


def through_pool(run, x, x0, message):
    y, y0 = run(x), run(x0)
    most = torch.maximum(y, y0)
    change = transposed(run, x, message * (most - y0)) + transposed(run, x0, message * (y - most))
    return slope(change, 0, x, x0, torch.zeros_like(x))


def deeplift(modules, x, x0, label):
    """Returns the multipliers at x, and both logits."""
    functions = chain(modules)
    inputs, others = [x], [x0]
    for run in functions:
        inputs.append(run(inputs[-1]))
        others.append(run(others[-1]))
    message = torch.zeros_like(inputs[-1])
    message[0, label] = 1
    for place in reversed(range(len(functions))):
        run, u, u0 = functions[place], inputs[place], others[place]
        if isinstance(run, nn.ReLU):
            message = message * slope(run(u), run(u0), u, u0, (u > 0).to(u.dtype))
        elif isinstance(run, nn.MaxPool2d):
            message = through_pool(run, u, u0, message)
        else:
            message = transposed(run, u, message)
    return message, float(inputs[-1][0, label]), float(others[-1][0, label])


# --- Values ---

def of_narrow():
    model = load_narrow()
    return [*model.cnn, nn.Flatten(), *model.fc]


def case(name, photo, label, values, difference, **more):
    save(name, values[:, ::SAMPLED, ::SAMPLED])
    return {"name": name, "photo": photo, "class": label, "sum": float(values.sum()), "difference": difference,
            "largest": float(values.abs().max()), **more}


def lrp_cases():
    cases = []
    for name, (photo, label) in PHOTOS.items():
        x = photo_tensor(load_narrow(), photo)
        for composite in COMPOSITES:
            values, logit = lrp(of_narrow(), x, label, composite)
            cases.append(case(f"lrp-{name}-{composite}", photo, label, values, logit, composite=composite))
    return cases


def deeplift_cases():
    cases = []
    for name, (photo, label, kind, seed) in DEEPLIFT.items():
        x = photo_tensor(load_narrow(), photo)
        start = baseline(x, kind, seed)
        message, logit, other = deeplift(of_narrow(), x, start, label)
        values = ((x - start) * message)[0]
        cases.append(case(f"deeplift-{name}", photo, label, values, logit - other, baseline=kind, seed=seed))
    return cases


def chained_cases():
    """Of the other network, which takes the mean of the photo's channels."""
    model = seeded(Chained).double()
    modules, (photo, label) = model.chain(), ("training/0_0", 2)
    picture = views.tensor_of(model, views.read_photo(DATA / "food" / f"{photo}.jpg", size=(37, 45)))

    def seen(pictures):
        return (pictures.mean(1, keepdim=True) - MEAN[0]) / DEVIATION[0]

    cases = []
    bounds = (-MEAN[0] / DEVIATION[0], (1 - MEAN[0]) / DEVIATION[0])
    for composite in COMPOSITES:
        values, logit = lrp(modules, seen(picture), label, composite, bounds)
        values = values.repeat(3, 1, 1) / 3
        cases.append(case(f"lrp-chained-{composite}", photo, label, values, logit, composite=composite))
    start = baseline(picture, "noise", 4)
    message, logit, other = deeplift(modules, seen(picture), seen(start), label)
    values = ((picture - start) * message.repeat(1, 3, 1, 1) / 3 / DEVIATION[0])[0]
    cases.append(case("deeplift-chained", photo, label, values, logit - other, baseline="noise", seed=4))
    return cases


def main():
    write("lrp", lrp_cases())
    write("deeplift", deeplift_cases())
    write("chained", chained_cases())


if __name__ == "__main__":
    main()
