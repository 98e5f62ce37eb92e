#!/usr/bin/python3
"""Times the notebook's functions with Debian's Python packages; scripts/bench sets them beside the program's.

The functions are written anew after what the notebook does, its wastes included: gradients of all weights, the whole
network for the output of one layer, a batch of photos of which one filter image is kept, and LIME as the `lime` package
computes it. Prints one JSON object: name to list of seconds.
"""
import argparse
import json
import pathlib
import re
import sys
import time

import numpy as np
import PIL
import skimage
import sklearn
import torch
from PIL import Image
from skimage.segmentation import slic
from sklearn.linear_model import Ridge
from sklearn.metrics import pairwise_distances

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "reference"), str(ROOT / "scripts")]

LAYER, FILTER, SAMPLES = 15, 0, 1000


def photo_of(path):
    """Resize and ToTensor."""
    pixels = np.asarray(Image.open(path).convert("RGB").resize((128, 128), Image.BILINEAR))
    return torch.from_numpy(pixels.copy()).permute(2, 0, 1).float().div(255)


def normalize(image):
    return (image - image.min()) / (image.max() - image.min())


def saliency(model, photos, labels):
    x = photos.clone().requires_grad_()
    torch.nn.CrossEntropyLoss()(model(x), labels).backward()
    return torch.stack([normalize(one) for one in x.grad.abs().detach()])


class Hooked:
    """The output of a layer, kept by a forward hook while the whole network runs."""

    def __init__(self, model):
        self.output = None
        self.handle = model.cnn[LAYER].register_forward_hook(self.keep)

    def keep(self, module, inputs, output):
        self.output = output

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.handle.remove()


def activation(model, photos):
    with Hooked(model) as hooked:
        model(photos)
        return hooked.output[:, FILTER].detach()


def filter_image(model, photos, steps):
    """The notebook's whole call: the activation, then the filter image of the first photo."""
    maps = activation(model, photos)
    x = photos.clone().requires_grad_()
    optimizer = torch.optim.Adam([x], lr=0.1)
    with Hooked(model) as hooked:
        for _ in range(steps):
            optimizer.zero_grad()
            model(x)
            (-hooked.output[:, FILTER].sum()).backward()
            optimizer.step()
    return maps, x.detach().squeeze()[0]


def superpixels(picture):
    return slic(picture, n_segments=100, compactness=1, sigma=1, start_label=0)


def picture_of(photo):
    return photo.permute(1, 2, 0).numpy().astype(np.double)


def predict(model, pictures):
    return model(torch.FloatTensor(pictures).permute(0, 3, 1, 2)).detach().numpy()


def sampled(model, picture, segments, kept):
    """Logits of the picture with superpixels hidden, ten pictures a pass."""
    hidden = picture.copy()
    for segment in np.unique(segments):
        hidden[segments == segment] = picture[segments == segment].mean(axis=0)
    logits, waiting = [], []
    for number, row in enumerate(kept, 1):
        mask = np.zeros(segments.shape, bool)
        for segment in np.flatnonzero(row == 0):
            mask[segments == segment] = True
        shown = picture.copy()
        shown[mask] = hidden[mask]
        waiting.append(shown)
        if len(waiting) == 10 or number == len(kept):
            logits.extend(predict(model, np.array(waiting)))
            waiting = []
    return np.array(logits)


def surrogate(kept, scores, weights):
    """Features by the size of their weight in a first fit, then the fit that counts, as the package does."""
    first = Ridge(alpha=0.01, fit_intercept=True).fit(kept, scores, sample_weight=weights)
    chosen = np.argsort(-np.abs(first.coef_))
    model = Ridge(alpha=1, fit_intercept=True).fit(kept[:, chosen], scores, sample_weight=weights)
    score = model.score(kept[:, chosen], scores, sample_weight=weights)
    return model.intercept_, sorted(zip(chosen, model.coef_), key=lambda pair: abs(pair[1]), reverse=True), score


def fit(kept, logits):
    """Surrogates of the five likeliest classes."""
    distances = pairwise_distances(kept, kept[:1], metric="cosine").ravel()
    weights = np.sqrt(np.exp(-(distances ** 2) / 0.25 ** 2))
    return {label: surrogate(kept, logits[:, label], weights) for label in np.argsort(logits[0])[-5:]}


def drawn(random, segments, samples):
    random.randint(0, high=1000)
    count = len(np.unique(segments))
    kept = random.randint(0, 2, samples * count).reshape(samples, count)
    kept[0] = 1
    return kept


def lime(model, picture, samples):
    segments = superpixels(picture)
    kept = drawn(np.random.RandomState(16), segments, samples)
    return fit(kept, sampled(model, picture, segments, kept))


def tasks(args):
    """Name to (what is timed, how often at most); each is prepared once, untimed."""
    from compare_with_pytorch import load_model
    model = load_model(args.model)
    for parameter in model.parameters():
        parameter.requires_grad_(True)  # as in the notebook
    photos = torch.stack([photo_of(path) for path in args.photos])
    labels = torch.zeros(len(photos), dtype=torch.long)
    ten = photos[:1].repeat(10, 1, 1, 1)
    picture = picture_of(photos[0])
    square = torch.rand(2048, 2048)
    segments = superpixels(picture)
    kept = drawn(np.random.RandomState(16), segments, SAMPLES)
    logits = np.random.RandomState(1).standard_normal((SAMPLES, 11))
    return {
        "sgemm/2048": (lambda: torch.mm(square, square), 20),
        "forward/10": (lambda: model(ten), 10),
        "forward/1": (lambda: model(ten[:1]), 10),
        "saliency/4": (lambda: saliency(model, photos, labels), 5),
        "activation/4": (lambda: activation(model, photos), 5),
        "filter image/100": (lambda: filter_image(model, photos, 100), 1),
        "filter image/20": (lambda: filter_image(model, photos, 20), 1),
        "LIME/1000": (lambda: lime(model, picture, 1000), 1),
        "LIME/200": (lambda: lime(model, picture, 200), 1),
        "slic": (lambda: superpixels(picture), 10),
        "ridge": (lambda: fit(kept, logits), 10),
        "preprocessing/512": (lambda: photo_of(args.small), 20),
        "preprocessing/4000": (lambda: photo_of(args.large), 5),
        "loading": (lambda: load_model(args.model), 3),
    }


def timed(work, most, seconds):
    """Once untimed where it is short, then until time is up."""
    start = time.perf_counter()
    work()
    first = time.perf_counter() - start
    if most == 1 or first > seconds:
        return [first]
    taken = []
    while len(taken) < most and (not taken or sum(taken) + taken[-1] < seconds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return taken


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True, type=pathlib.Path)
    parser.add_argument("--photos", required=True, nargs="+", type=pathlib.Path)
    parser.add_argument("--small", required=True, type=pathlib.Path, help="a JPEG of 512 pixels")
    parser.add_argument("--large", required=True, type=pathlib.Path, help="a JPEG of 4000 pixels")
    parser.add_argument("--threads", required=True, type=int)
    parser.add_argument("--only", default="", help="names that hold this regular expression")
    parser.add_argument("--seconds", type=float, default=5, help="for each name, about")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    result = {name: timed(work, most, args.seconds)
              for name, (work, most) in tasks(args).items() if re.search(args.only, name)}
    versions = {"python": sys.version.split()[0], "torch": torch.__version__, "scikit-image": skimage.__version__,
                "scikit-learn": sklearn.__version__, "Pillow": PIL.__version__}
    json.dump({"seconds": result, "versions": versions}, sys.stdout)


if __name__ == "__main__":
    main()
