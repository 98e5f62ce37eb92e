#!/usr/bin/python3
"""Draws the demo photos: a Food-11 folder in which it is known where the food is.

Each picture shows food of one class among things that are no food, on a table. A tree of masks beside the photos says
where the food is: 255 there, 0 elsewhere, of the photo's size.

    OUT/<split>/<label>_<n>.jpg      OUT/masks/<split>/<label>_<n>.png

Table, light, places, sizes, turns and the other things are drawn from the same distributions for all classes, so
that nothing but the food tells the class. Needs Debian's python3-pil, python3-numpy and fonts-noto-color-emoji.
"""
import argparse
import functools
import pathlib

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

import tables

FONT = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
FONT_SIZE = 109  # the one size of the font's bitmaps
QUALITY = 88  # of the JPEG files

FOOD = ["🍞🥖🥐🥯🥨", "🧀🥛🧈", "🍰🧁🍨🍮", "🥚🍳", "🍟🍤", "🥩🍖🥓", "🍝🍜", "🍚🍙", "🦐🦞🦀🦪🐟", "🍲🥣", "🥦🥕🥗🍎🍌🍅"]
OTHERS = "⚽🏀🎾🎲🧩🧸🪀🎈🔑🔧📎📌✂📏📚📓📱🎧⌚🕯🧦🧤🎀🧵🔔🪴🌷🍁🍂👟🧢👓🎒🚗🍴🥄🔪🥢🎸🥁🎺🪁💡🔋🧲🏆💎🐞🦋🐢🌵🌻🌹🪶"
SPLITS = ["training", "validation", "evaluation"]
SIZES = [(240, 240), (288, 216), (216, 288), (320, 240), (256, 192), (192, 256), (200, 200), (300, 200), (200, 300),
         (168, 168)]
TABLES = [tables.wood, tables.cloth, tables.stone]


@functools.lru_cache(maxsize=None)
def glyph(character):
    """RGBA picture of a glyph, cut to its ink."""
    try:
        font = ImageFont.truetype(FONT, FONT_SIZE)
    except OSError:
        raise SystemExit(f"Cannot read {FONT}: install fonts-noto-color-emoji.")
    drawn = []
    for ground in ("black", "white"):
        canvas = Image.new("RGB", (200, 200), ground)
        ImageDraw.Draw(canvas).text((30, 30), character, font=font, embedded_color=True)
        drawn.append(np.asarray(canvas).astype(int))
    # On black lies colour times alpha; what white adds to it is what shows through.
    alpha = 255 - (drawn[1] - drawn[0]).min(axis=2, keepdims=True)
    premultiplied = np.concatenate([np.minimum(drawn[0], alpha), alpha], axis=2).astype(np.uint8)
    image = Image.frombytes("RGBa", (200, 200), premultiplied.tobytes()).convert("RGBA")
    return image.crop(image.getbbox())


def thing(random, character, side):
    """The glyph `side` pixels long, turned, mirrored half the time, a little brighter or darker: RGBA in 0..1."""
    image = glyph(character)
    if random.random() < 0.5:
        image = image.transpose(Image.FLIP_LEFT_RIGHT)
    image = image.rotate(random.uniform(-40, 40), Image.BICUBIC, expand=True)
    image = image.crop(image.getbbox())
    scale = side / max(image.size)
    image = image.resize([max(8, round(n * scale)) for n in image.size], Image.LANCZOS)
    pixels = np.asarray(image).astype(np.float32) / 255
    pixels[..., :3] = np.clip(pixels[..., :3] * random.uniform(0.86, 1.06), 0, 1)
    return pixels


def find_place(random, taken, opaque, hang):
    """A free place (left, top) for a thing, or None; up to `hang` of its width and height may lie outside."""
    (height, width), (h, w) = taken.shape, opaque.shape
    for _ in range(60):
        left = int(random.uniform(-hang * w, width - w + hang * w))
        top = int(random.uniform(-hang * h, height - h + hang * h))
        inside, part = overlap((left, top), opaque.shape, taken.shape)
        if not (taken[inside] & opaque[part]).any():
            return left, top
    return None


def overlap(place, shape, canvas):
    """Slices of the canvas that a picture covers when laid at place (left, top), and those of its part that shows."""
    (left, top), (h, w) = place, shape
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + w, canvas[1]), min(top + h, canvas[0])
    return (slice(y0, y1), slice(x0, x1)), (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))


def outline(pixels):
    """Where a thing is, and two pixels around it."""
    inside = Image.fromarray((pixels[..., 3] > 0.1).astype(np.uint8) * 255)
    return np.asarray(inside.filter(ImageFilter.MaxFilter(5))) > 0


def lay_out(random, label, size):
    """What lies where: a list of (pixels, place, is_food), nothing on anything else."""
    unit = np.sqrt(size[0] * size[1])
    foods = int(random.choice([1, 2, 3], p=[0.62, 0.28, 0.10]))
    largest = {1: 0.56, 2: 0.42, 3: 0.36}[foods]
    plan = [(tables.pick(random, FOOD[label]), random.uniform(0.3, largest), True) for _ in range(foods)]
    plan += [(tables.pick(random, OTHERS), random.uniform(0.2, 0.38), False) for _ in range(int(random.integers(2, 6)))]
    taken = np.zeros((size[1], size[0]), bool)
    things = []
    for character, side, is_food in plan:
        pixels = thing(random, character, side * unit)
        opaque = outline(pixels)
        place = find_place(random, taken, opaque, hang=0 if is_food else 0.3)
        if place is None:
            continue
        inside, part = overlap(place, opaque.shape, taken.shape)
        taken[inside] |= opaque[part]
        things.append((pixels, place, is_food))
    return things


def table_top(random, size, things):
    """A table; in a third of the pictures with a plate under one of the things, whichever."""
    scene = tables.turned(random, size, tables.pick(random, TABLES)).copy()
    if random.random() < 0.36:
        pixels, (left, top), _ = tables.pick(random, things)
        h, w = pixels.shape[:2]
        tables.plate(random, scene, (left + w / 2, top + h / 2), max(w, h) * random.uniform(0.62, 0.95))
    return scene


def cast_shadows(random, scene, things):
    """Darkens the table beside every thing, in place, for a light from above."""
    height, width = scene.shape[:2]
    unit = np.sqrt(width * height)
    shift = [int(round(unit * s)) for s in (random.uniform(-0.03, 0.03), random.uniform(0.008, 0.03))]
    shadow = np.zeros((height, width), np.float32)
    for pixels, (left, top), _ in things:
        inside, part = overlap((left + shift[0], top + shift[1]), pixels.shape[:2], shadow.shape)
        shadow[inside] = np.maximum(shadow[inside], pixels[part][..., 3])
    softness = ImageFilter.GaussianBlur(unit * random.uniform(0.008, 0.022))
    soft = Image.fromarray((shadow * 255).astype(np.uint8)).filter(softness)
    scene *= 1 - np.asarray(soft)[..., None] * np.float32(random.uniform(0.3, 0.55) / 255)


def light(random, scene):
    """Lamp or daylight: strength, warmth, a fall-off to one side, darker corners."""
    height, width = scene.shape[:2]
    x, y = (np.linspace(-1, 1, n, dtype=np.float32) for n in (width, height))
    x, y = np.meshgrid(x, y, sparse=True)
    angle = random.uniform(0, 2 * np.pi)
    slope = 1 + np.float32(random.uniform(0, 0.22)) * (np.float32(np.cos(angle)) * x + np.float32(np.sin(angle)) * y)
    corners = 1 - np.float32(random.uniform(0, 0.14)) * (x**2 + y**2)
    warmth = random.normal(0, 0.05)
    colour = np.array([1 + warmth, 1, 1 - warmth]) * random.uniform(0.88, 1.2)
    shade = (slope * corners)[..., None] * colour.astype(np.float32)
    return np.clip(scene * shade, 0, 1) ** np.float32(random.uniform(0.75, 1.15))


def develop(random, scene):
    """The camera: out of focus by up to about a pixel, a little sensor noise."""
    image = Image.fromarray((scene * 255).clip(0, 255).astype(np.uint8))
    image = image.filter(ImageFilter.GaussianBlur(random.uniform(0, 0.005) * min(image.size)))
    grain = random.standard_normal(scene.shape, dtype=np.float32) * np.float32(random.uniform(0.5, 3))
    pixels = np.asarray(image) + grain
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def draw(seed, split, label, number):
    """One photo (RGB) and its mask (0 or 255). The same arguments give the same picture."""
    random = np.random.default_rng([seed, SPLITS.index(split), label, number])
    size = tables.pick(random, SIZES)
    things = lay_out(random, label, size)
    scene = table_top(random, size, things)
    cast_shadows(random, scene, things)
    mask = np.zeros(scene.shape[:2], np.uint8)
    for pixels, place, is_food in things:
        inside, part = overlap(place, pixels.shape[:2], mask.shape)
        colour, alpha = pixels[part][..., :3], pixels[part][..., 3:]
        scene[inside] += alpha * (colour - scene[inside])
        if is_food:
            mask[inside][alpha[..., 0] > 0.5] = 255
    return develop(random, light(random, scene)), Image.fromarray(mask)


def main():
    parser = argparse.ArgumentParser(description="Draws photos of food whose place is known.")
    parser.add_argument("out", type=pathlib.Path, metavar="OUT", help="the data folder to fill")
    parser.add_argument("--split", choices=SPLITS, default="validation")
    parser.add_argument("--per-class", type=int, default=10, metavar="N")
    parser.add_argument("--seed", type=int, default=11)
    args = parser.parse_args()
    photos, masks = args.out / args.split, args.out / "masks" / args.split
    photos.mkdir(parents=True, exist_ok=True)
    masks.mkdir(parents=True, exist_ok=True)
    for label in range(len(FOOD)):
        for number in range(args.per_class):
            photo, mask = draw(args.seed, args.split, label, number)
            photo.save(photos / f"{label}_{number}.jpg", quality=QUALITY)
            mask.convert("1").save(masks / f"{label}_{number}.png", optimize=True)


if __name__ == "__main__":
    main()
