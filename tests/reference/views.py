"""The notebook's views, written out plainly with PyTorch, NumPy, scikit-image and scikit-learn.

A photo is a uint8 array H x W x 3, as Resize((128, 128)) gives it. A model decides the precision: float32 or float64.
"""
import numpy as np
import torch
from PIL import Image
from skimage.segmentation import slic
from sklearn.linear_model import Ridge


def read_photo(path, size=(128, 128)):
    """What the network sees of a file, before ToTensor."""
    return np.asarray(Image.open(path).convert("RGB").resize(size, Image.BILINEAR))


def tensor_of(model, photo):
    """ToTensor, as a batch of one in the model's precision."""
    unit = torch.from_numpy(photo.copy()).permute(2, 0, 1).float().div(255)
    return unit.unsqueeze(0).to(next(model.parameters()).dtype)


def leaf(model, layer):
    """The module with that index, counted as forward runs them."""
    return [m for m in model.modules() if not list(m.children())][layer]


def activations(model, x, layer):
    """Output of a layer, as a forward hook sees it. Keeps the graph."""
    seen = []
    handle = leaf(model, layer).register_forward_hook(lambda module, inputs, output: seen.append(output))
    try:
        model(x)
    finally:
        handle.remove()
    return seen[0]


def normalize(values):
    return (values - values.min()) / (values.max() - values.min())


def saliency(model, x, label, objective="loss"):
    """3 x H x W in [0, 1]."""
    x = x.clone().requires_grad_()
    logits = model(x)
    if objective == "loss":
        torch.nn.CrossEntropyLoss()(logits, torch.tensor([label])).backward()
    else:
        logits[0, label].backward()
    return normalize(x.grad[0].abs()).numpy()


def filter_image(model, x, layer, chosen, iterations=100, lr=0.1):
    """The image 3 x H x W, the objective before each step, and the gradient of the first objective."""
    x = x.clone().requires_grad_()
    optimizer = torch.optim.Adam([x], lr=lr)
    objectives, first = [], None
    for _ in range(iterations):
        optimizer.zero_grad()
        objective = -activations(model, x, layer)[:, chosen].sum()
        objective.backward()
        first = -x.grad[0].clone().numpy() if first is None else first
        objectives.append(-objective.item())
        optimizer.step()
    return x.detach()[0].numpy(), objectives, first


def noise(seed, height=128, width=128):
    return np.random.RandomState(seed).random_sample((3, height, width)).astype(np.float32)


def unit_picture(photo):
    """The float64 picture in [0, 1] that slic and LIME are given."""
    return (photo.astype(np.float32) / np.float32(255)).astype(np.double)


def segment(photo, segments=100, compactness=1.0, sigma=1.0):
    return slic(unit_picture(photo), n_segments=segments, compactness=compactness, sigma=sigma, start_label=0)


def perturbed_scores(model, photo, segments, kept, score="logits", batch=10):
    """Scores of the photo with the superpixels of each row hidden (0) in their mean colour or kept (1)."""
    picture = unit_picture(photo)
    hidden = np.zeros_like(picture)
    for s in range(segments.max() + 1):
        hidden[segments == s] = picture[segments == s].mean(axis=0)
    dtype = next(model.parameters()).dtype
    scores = []
    with torch.no_grad():
        for start in range(0, len(kept), batch):
            keep = kept[start:start + batch][:, segments][..., None] == 1
            pictures = np.where(keep, picture, hidden)
            output = model(torch.from_numpy(pictures).to(dtype).permute(0, 3, 1, 2))
            scores.append((output if score == "logits" else output.softmax(1)).double().numpy())
    return np.concatenate(scores)


def leave_one_out_errors(kept, scores, weight):
    """Classes x superpixels: how far each weight moves when one sample is left out, root of the sum of squares."""
    whole = Ridge(alpha=1).fit(kept, scores, sample_weight=weight).coef_
    squares = np.zeros(whole.shape)
    for i in range(len(kept)):
        rest = np.arange(len(kept)) != i
        squares += (Ridge(alpha=1).fit(kept[rest], scores[rest], sample_weight=weight[rest]).coef_ - whole) ** 2
    return np.sqrt(squares)


def lime(model, photo, random, samples=1000, score="logits", **how):
    """All classes from the same passes. `random` is a numpy.random.RandomState, which runs on."""
    segments = segment(photo, **how)
    count = segments.max() + 1
    random.randint(0, 1000)  # the package draws a seed for its own segmentation even when that is unused
    kept = random.randint(0, 2, samples * count).reshape(samples, count)
    kept[0] = 1
    scores = perturbed_scores(model, photo, segments, kept, score)
    share = kept.sum(axis=1) / count
    distance = np.where(share > 0, 1 - np.sqrt(share), 1)
    weight = np.sqrt(np.exp(-(distance ** 2) / 0.25 ** 2))
    classes = []
    for label in range(scores.shape[1]):
        ridge = Ridge(alpha=1, fit_intercept=True).fit(kept, scores[:, label], sample_weight=weight)
        classes.append({"label": label, "intercept": float(ridge.intercept_), "slope": ridge.coef_.tolist(),
                        "r2": ridge.score(kept, scores[:, label], sample_weight=weight),
                        "local_prediction": float(ridge.predict(np.ones((1, count)))[0])})
    return {"segments": segments, "kept": kept, "first": int(scores[0].argmax()), "classes": classes,
            "scores": scores, "weight": weight}


def mask_and_picture(photo, segments, slope, features=11, min_weight=0.05):
    """get_image_and_mask(positive_only=False, hide_rest=False, ...): mask of -1, 0, 1 and the marked photo."""
    mask, picture = np.zeros(segments.shape, np.int8), photo.copy()
    for s in sorted(range(len(slope)), key=lambda j: abs(slope[j]), reverse=True)[:features]:
        if abs(slope[s]) >= min_weight:
            mask[segments == s] = -1 if slope[s] < 0 else 1
            picture[segments == s, 0 if slope[s] < 0 else 1] = photo.max()
    return mask, picture
