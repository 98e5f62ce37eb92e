#!/usr/bin/python3
"""What measures that run the network must give on tests/data/narrow.pth in float64, into values/explain/trust*.

Measured are a heat that is made up, and the same in steps, which has many equal values. Needs Debian's python3-torch,
python3-pil, python3-numpy, python3-scipy and python3-skimage.
"""
import numpy as np
import torch
from scipy import ndimage, sparse, stats
from scipy.sparse import linalg
from skimage.metrics import structural_similarity

from attributions import SAMPLED, photo_tensor, save, write
from narrow import load_narrow

PHOTO, LABEL, SEED = "training/3_10", 3, 16


def stretched(cells):
    cells = torch.from_numpy(cells)[None, None]
    return torch.nn.functional.interpolate(cells, size=(128, 128), mode="bilinear", align_corners=False)[0, 0].numpy()


def heats():
    random = np.random.RandomState(7)
    smooth = stretched(random.random_sample((16, 16))) + 0.01 * random.random_sample((128, 128))
    return {"smooth": smooth, "steps": np.floor(smooth * 8)}


def order(heat, seed=SEED):
    """From the hottest on, equal ones in a random order."""
    shuffled = np.random.RandomState(seed).permutation(heat.size)
    return shuffled[np.argsort(-heat.ravel()[shuffled], kind="stable")]


def ranks(heat):
    result = np.empty(heat.size, int)
    result[order(heat)] = np.arange(heat.size)
    return torch.from_numpy(result.reshape(heat.shape))


def probabilities(model, pictures):
    with torch.no_grad():
        return np.array([model(picture).softmax(1)[0, LABEL].item() for picture in pictures])


# --- Deletion, insertion, hiding ---

def blurred(x):
    sigma = x.shape[2] / 12.8
    return torch.from_numpy(ndimage.gaussian_filter(x.numpy(), [0, 0, sigma, sigma], mode="reflect", truncate=4))


def rise_blurred(x):
    """RISE: an impulse in 11 x 11, filtered with SciPy's reflecting edge; zeros around the picture."""
    kernel = np.zeros((11, 11))
    kernel[5, 5] = 1
    kernel = torch.from_numpy(ndimage.gaussian_filter(kernel, 5).astype(np.float32)).to(x.dtype)
    return torch.nn.functional.conv2d(x, kernel[None, None].expand(3, 1, 11, 11), padding=5, groups=3)


def curve(model, first, second, heat, counts):
    """As the hottest pixels of `first` become those of `second`."""
    rank = ranks(heat)
    return probabilities(model, [torch.where(rank < count, second, first) for count in counts])


def by_shares(counts, scores):
    return float(np.trapz(scores, np.array(counts) / counts[-1]))


def by_equal_steps(_, scores):
    """RISE's auc()."""
    return float((scores.sum() - scores[0] / 2 - scores[-1] / 2) / (len(scores) - 1))


def removal_values(model, x):
    black, cases = torch.zeros_like(x), []
    for name, heat in heats().items():
        for step, blur, area, how in [(-(-heat.size // 20), blurred, by_shares, "default"),
                                      (1000, rise_blurred, by_equal_steps, "rise")]:
            counts = list(range(0, heat.size, step)) + [heat.size]
            deletion, insertion = curve(model, x, black, heat, counts), curve(model, blur(x), x, heat, counts)
            cases.append({"heat": name, "how": how, "step": step, "shares": [count / heat.size for count in counts],
                          "deletion": area(counts, deletion), "insertion": area(counts, insertion),
                          "hidden": deletion.tolist(), "back": insertion.tolist()})
    return cases


def hidden_values(model, x):
    cases = []
    for name, share, fill in [("smooth", 0.1, "black"), ("steps", 0.1, "black"), ("smooth", 0.3, "blurred")]:
        heat = heats()[name]
        second = torch.zeros_like(x) if fill == "black" else blurred(x)
        before, left = curve(model, x, second, heat, [0, int(round(share * heat.size))])
        cases.append({"heat": name, "share": share, "fill": fill, "before": before, "left": left})
    return cases


def confidence_values(model, x):
    heat = heats()["smooth"] / heats()["smooth"].max()
    before, after = probabilities(model, [x, x * torch.from_numpy(heat)])
    return {"before": before, "after": after, "area": heat.mean(), "drop": max(0, before - after) / before,
            "gain": max(0, after - before) / (1 - before)}


# --- ROAD ---

NEIGHBOURS = [(y, x, 1 / 6 if y == 0 or x == 0 else 1 / 12) for y in (-1, 0, 1) for x in (-1, 0, 1) if y or x]


def impute(picture, removed):
    """C x H x W: the equations of all removed pixels, solved by SciPy's LU."""
    height, width = removed.shape
    number = np.full(removed.shape, -1)
    number[removed] = np.arange(removed.sum())
    matrix, right = sparse.lil_matrix((removed.sum(),) * 2), np.zeros((removed.sum(), len(picture)))
    for row, column in np.argwhere(removed):
        this = number[row, column]
        for down, along, weight in NEIGHBOURS:
            y, x = row + down, column + along
            if not (0 <= y < height and 0 <= x < width):
                continue
            matrix[this, this] += weight
            if removed[y, x]:
                matrix[this, number[y, x]] -= weight
            else:
                right[this] += weight * picture[:, y, x]
    result = picture.copy()
    result[:, removed] = linalg.spsolve(sparse.csc_matrix(matrix), right).reshape(len(right), -1).T
    return result


def imputation_values():
    random, cases = np.random.RandomState(SEED), []
    for height, width, share in [(20, 13, 0.3), (20, 13, 0.9), (1, 9, 0.5), (64, 64, 0.9)]:
        picture, removed = random.random_sample((3, height, width)), random.random_sample((height, width)) < share
        name = f"trust-imputed-{height}x{width}-{share}"
        save(name, impute(picture, removed))
        cases.append({"name": name, "height": height, "width": width, "share": share, "removed": int(removed.sum())})
    return cases


def removed_pixels(heat, ties):
    """The hottest at each percentile, then the coldest."""
    percents, removed = range(10, 100, 10), []
    for hottest in (True, False):
        for percent in percents:
            if ties == "together":
                values = heat if hottest else 1 - heat
                removed.append(values >= np.percentile(values, percent))
            else:
                count = heat.size - int(np.ceil(percent / 100 * (heat.size - 1)))
                mask = np.zeros(heat.size, bool)
                mask[order(heat)[:count] if hottest else order(heat)[::-1][:count]] = True
                removed.append(mask.reshape(heat.shape))
    return removed


def road_values(model, x):
    cases = []
    for name, ties, noise in [("smooth", "together", 0.0), ("smooth", "ordered", 0.01), ("steps", "ordered", 0.0)]:
        torch.manual_seed(SEED)
        scores = []
        for removed in removed_pixels(heats()[name], ties):
            filled = impute(x[0].numpy(), removed)
            filled[:, removed] += noise * torch.randn(3, int(removed.sum())).double().numpy()
            with torch.no_grad():
                scores.append(model(torch.from_numpy(filled)[None])[0, LABEL].item())
        most, least = np.array(scores[:9]), np.array(scores[9:])
        cases.append({"heat": name, "ties": ties, "noise": noise, "parts": ((least - most) / 2).tolist(),
                      "value": float((least.mean() - most.mean()) / 2)})
    return cases


# --- The method again ---

def gradient(model, x):
    x = x.clone().requires_grad_()
    (found,) = torch.autograd.grad(model(x)[0, LABEL], x)
    return found[0].numpy()


METHODS = {"saliency": lambda model, x: np.abs(gradient(model, x)),
           "inputxgradient": lambda model, x: x[0].numpy() * gradient(model, x)}


def sensitivity_values(model, x):
    """Captum's sensitivity_max."""
    values = {}
    for name, explain in METHODS.items():
        torch.manual_seed(SEED)
        noise = torch.FloatTensor(10, *x.shape[1:]).uniform_(-0.02, 0.02)
        original = explain(model, x)
        moved = [np.linalg.norm((explain(model, x + one[None]) - original).ravel()) for one in noise]
        moved = np.array(moved) / np.linalg.norm(original.ravel())
        values[name] = {"largest": moved.max(), "mean": moved.mean()}
    return values


def spearman(a, b):
    return float(stats.spearmanr(np.asarray(a).ravel(), np.asarray(b).ravel())[0])


def in_units(values):
    return (values - values.min()) / (values.max() - values.min())


def ssim(a, b):
    return float(structural_similarity(a, b, gaussian_weights=True, data_range=1.0))


def weight_values(x):
    """Quantus' model parameter randomisation, from the last module down."""
    values = {}
    for name, explain in METHODS.items():
        model, likeness = load_narrow(), []
        original = np.abs(explain(model, x))
        for module in reversed([m for m in model.modules() if hasattr(m, "reset_parameters")]):
            torch.manual_seed(43)
            module.reset_parameters()
            map_now = np.abs(explain(model, x))
            likeness.append(spearman(original, map_now))
        values[name] = {"cascade": likeness, "ssim": ssim(in_units(original.sum(0)), in_units(map_now.sum(0)))}
        with torch.no_grad():
            values["logits"] = model(x)[0].tolist()
            values["last"] = model.fc[3].weight.ravel()[:5].tolist()
            values["first"] = model.cnn[0].bias.ravel()[:5].tolist()
    return values


# --- Maps alone ---

def likeness_values():
    random = np.random.RandomState(SEED)
    a, b = random.random_sample((20, 31)), random.random_sample((20, 31))
    steps = lambda values: np.floor(values * 5)
    return {"spearman": {"noise": spearman(a, b), "steps": spearman(steps(a), steps(a + b / 2)),
                         "squares": spearman(a, a ** 2)},
            "ssim": {"noise": ssim(a, b), "like": ssim(a, (3 * a + b) / 4), "steps": ssim(steps(a) / 5, a)}}


def rank_values():
    """Without equal values: the share of the mask's size among its hottest pixels."""
    random = np.random.RandomState(SEED)
    heat, mask = random.random_sample((20, 31)), random.random_sample((20, 31)) < 0.2
    return mask.ravel()[np.argsort(-heat.ravel())[:mask.sum()]].mean()


def rival_values():
    random = np.random.RandomState(SEED)
    for index in range(2):
        save(f"trust-coarse-{index}", stretched(random.random_sample((8, 8)))[None, ::SAMPLED, ::SAMPLED])


def main():
    model = load_narrow()
    x = photo_tensor(model, PHOTO)
    rival_values()
    write("trust", {"removal": removal_values(model, x), "hidden": hidden_values(model, x),
                    "confidence": confidence_values(model, x), "imputation": imputation_values(),
                    "road": road_values(model, x), "sensitivity": sensitivity_values(model, x),
                    "weights": weight_values(x), "likeness": likeness_values(), "rank": float(rank_values())})


if __name__ == "__main__":
    main()
