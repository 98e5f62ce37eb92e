#!/usr/bin/python3
"""Trains the demo network on freshly drawn photos, or states how often a trained one is right.

The network is the Food-11 classifier that the program reads, narrower: the same modules at the same indices, so that
layer 15 is the ReLU after the fifth convolution. Training pictures are drawn in memory and thrown away; they
share no seed with the committed photos nor with those of --evaluate. Needs Debian's python3-torch, python3-pil,
python3-numpy and fonts-noto-color-emoji.
"""
import argparse
import ctypes
import io
import multiprocessing
import pathlib
import time

import numpy as np
import torch
from PIL import Image
from torch import nn

import make_photos

HERE = pathlib.Path(__file__).resolve().parent
CHECKPOINT = HERE / "checkpoint.pth"
STACKS = [(16, 3), (16, 3), (32, 3), (64, 1), (64, 1)]  # channels, convolutions before the pool
HIDDEN = 256
CLASSES = len(make_photos.FOOD)
TRAINING_SEED, UNSEEN_SEED = 101, 202


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        layers, inputs = [], 3
        for outputs, convolutions in STACKS:
            for _ in range(convolutions):
                layers += [nn.Conv2d(inputs, outputs, 3, 1, 1), nn.BatchNorm2d(outputs), nn.ReLU()]
                inputs = outputs
            layers.append(nn.MaxPool2d(2, 2, 0))
        self.cnn = nn.Sequential(*layers)
        self.fc = nn.Sequential(nn.Linear(inputs * 4 * 4, HIDDEN), nn.ReLU(), nn.Dropout(p=0.3),
                                nn.Linear(HIDDEN, CLASSES))

    def forward(self, x):
        out = self.cnn(x)
        return self.fc(out.reshape(out.size(0), -1))


def seen(photo):
    """What the network sees of a photo: uint8 (128, 128, 3)."""
    return np.asarray(photo.convert("RGB").resize((128, 128), Image.BILINEAR))


def one_picture(key):
    """A drawn photo, through JPEG as the files are, with its mask as fourth channel."""
    photo, mask = make_photos.draw(*key)
    file = io.BytesIO()
    photo.save(file, "JPEG", quality=make_photos.QUALITY)
    return np.dstack([seen(Image.open(file)), np.asarray(mask.resize((128, 128)))])


def pictures(seed, split, per_class):
    """Drawn pictures with masks, uint8 (N, 128, 128, 4), and their labels (N)."""
    keys = [(seed, split, label, number) for number in range(per_class) for label in range(CLASSES)]
    make_photos.glyph(make_photos.FOOD[0][0])  # a missing font ends the program here; in a worker it would hang it
    with multiprocessing.Pool() as pool:
        drawn = pool.map(one_picture, keys, chunksize=16)
    return np.stack(drawn), torch.tensor([label for _, _, label, _ in keys])


def tensor(batch):
    return torch.from_numpy(np.stack(batch)).permute(0, 3, 1, 2).float().div(255)


def augmented(random, picture):
    """Mirrored half the time, turned by up to 15 degrees."""
    image = Image.fromarray(picture)
    if random.random() < 0.5:
        image = image.transpose(Image.FLIP_LEFT_RIGHT)
    return np.asarray(image.rotate(random.uniform(-15, 15)))


def logits(model, images):
    model.eval()
    with torch.no_grad():
        return torch.cat([model(tensor(images[i:i + 50])[:, :3]) for i in range(0, len(images), 50)])


class Teacher(nn.Module):
    """The loss: cross-entropy of the answer, and of what a linear reading of each place of the last map says is there.

    The second part learns from every place of a picture and so needs far fewer pictures. Its layer is not kept.
    """

    NOTHING, UNSURE = CLASSES, -100

    def __init__(self):
        super().__init__()
        self.reading = nn.Conv2d(STACKS[-1][0], CLASSES + 1, 1)
        self.weight = torch.tensor([1.0] * CLASSES + [0.2])  # most places show no food

    def forward(self, model, batch, labels):
        images, masks = batch[:, :3], batch[:, 3:]
        map_before_pool = model.cnn[:-1](images)
        pooled = model.cnn[-1](map_before_pool)
        covered = nn.functional.avg_pool2d(masks, 128 // map_before_pool.size(2))[:, 0]
        there = labels[:, None, None].expand(covered.shape).clone()
        there[covered < 0.35] = self.UNSURE
        there[covered < 0.05] = self.NOTHING
        # Smoothed labels keep the network from certainty, at which the gradient of the loss is nothing but rounding.
        answer = nn.functional.cross_entropy(model.fc(pooled.flatten(1)), labels, label_smoothing=0.1)
        return answer + nn.functional.cross_entropy(self.reading(map_before_pool), there, weight=self.weight)


def keep_memory():
    """Lets glibc keep freed blocks: to hand each back to the system and take it again costs more than the network."""
    trim_threshold, mmap_max, arena_max = -1, -4, -8
    libc = ctypes.CDLL(None)
    for option, value in [(trim_threshold, 2**31 - 1), (mmap_max, 0), (arena_max, 1)]:
        libc.mallopt(option, value)


def train(per_class, epochs):
    start = time.time()
    torch.manual_seed(TRAINING_SEED)
    random = np.random.default_rng(TRAINING_SEED)
    images, labels = pictures(TRAINING_SEED, "training", per_class)
    held_back = pictures(TRAINING_SEED, "validation", 20)
    print(f"{len(images)} pictures drawn in {time.time() - start:.0f} s", flush=True)

    model, teacher = Classifier(), Teacher()
    batch, rate = 32, 3e-3
    steps = epochs * (len(images) // batch)
    optimiser = torch.optim.AdamW([*model.parameters(), *teacher.parameters()], lr=rate, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=rate, total_steps=steps, pct_start=0.2)
    for epoch in range(1, epochs + 1):
        model.train()
        order, total = random.permutation(len(images)), 0.0
        for first in range(0, len(images) - batch + 1, batch):
            chosen = order[first:first + batch]
            loss = teacher(model, tensor([augmented(random, images[i]) for i in chosen]), labels[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        accuracy = (logits(model, held_back[0]).argmax(1) == held_back[1]).float().mean().item()
        print(f"epoch {epoch}: loss {total / (len(images) // batch):.3f}, {100 * accuracy:.1f} % of the held-back "
              f"pictures, {time.time() - start:.0f} s, {time.process_time():.0f} s of processor", flush=True)
    return {"model_state_dict": model.state_dict(), "epoch": epochs, "val_acc": accuracy}


def report(name, output, labels):
    right = output.argmax(1) == labels
    sure = output.softmax(1).max(1).values
    print(f"{name}: {int(right.sum())} of {len(labels)} right, {100 * right.float().mean():.1f} %; "
          f"probability of the answer {sure.mean():.2f} on average, {sure.min():.2f} to {sure.max():.3f}")
    print("  by class: " + ", ".join(f"{c}: {int(right[labels == c].sum())}/{int((labels == c).sum())}"
                                     for c in range(CLASSES)))


def evaluate(per_class):
    model = Classifier()
    model.load_state_dict(torch.load(CHECKPOINT, map_location="cpu")["model_state_dict"])
    images, labels = pictures(UNSEEN_SEED, "evaluation", per_class)
    report("Unseen pictures", logits(model, images), labels)
    files = sorted((HERE / "photos" / "validation").glob("*.jpg"))
    labels = torch.tensor([int(file.name.split("_")[0]) for file in files])
    output = logits(model, [seen(Image.open(file)) for file in files])
    report("Committed photos", output, labels)
    for file, row, label in zip(files, output.softmax(1), labels):
        if row.argmax() != label:
            print(f"  {file.name} is taken for class {int(row.argmax())} with {row.max():.2f}")


def main():
    parser = argparse.ArgumentParser(description="Trains or evaluates the demo network.")
    parser.add_argument("--evaluate", action="store_true", help="state the accuracy of checkpoint.pth, train nothing")
    parser.add_argument("--per-class", type=int, metavar="N", help="pictures a class: 500 to train on, 60 to evaluate on")
    parser.add_argument("--epochs", type=int, default=8)
    args = parser.parse_args()
    keep_memory()
    if args.evaluate:
        evaluate(args.per_class or 60)
    else:
        torch.save(train(args.per_class or 500, args.epochs), CHECKPOINT)


if __name__ == "__main__":
    main()
