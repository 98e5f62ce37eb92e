"""Table tops for the demo photos: wood, cloth and stone, drawn with NumPy and Pillow.

Every function takes a numpy.random.Generator and a size (width, height) and gives float32 (height, width, 3) in 0..1.
"""
import numpy as np
from PIL import Image

WOODS = [(0.80, 0.63, 0.42), (0.62, 0.43, 0.27), (0.45, 0.31, 0.22), (0.86, 0.76, 0.61), (0.60, 0.56, 0.51),
         (0.33, 0.25, 0.21)]
CLOTHS = [(0.74, 0.20, 0.20), (0.20, 0.38, 0.62), (0.25, 0.48, 0.36), (0.86, 0.66, 0.28), (0.55, 0.36, 0.52),
          (0.50, 0.56, 0.60), (0.90, 0.58, 0.50), (0.40, 0.62, 0.66)]
LINENS = [(0.95, 0.93, 0.88), (0.90, 0.86, 0.78), (0.97, 0.97, 0.97), (0.82, 0.84, 0.86)]
STONES = [(0.88, 0.87, 0.85), (0.30, 0.32, 0.35), (0.66, 0.66, 0.68), (0.80, 0.73, 0.64), (0.42, 0.50, 0.48),
          (0.72, 0.60, 0.56)]
PLATES = [(0.97, 0.97, 0.96), (0.93, 0.90, 0.83), (0.72, 0.83, 0.88), (0.30, 0.40, 0.52), (0.86, 0.70, 0.62),
          (0.70, 0.80, 0.68), (0.36, 0.36, 0.38)]


def pick(random, choices):
    return choices[int(random.integers(len(choices)))]


def tone(random, palette):
    """A colour of the palette, a little off."""
    colour = np.array(pick(random, palette)) * random.uniform(0.9, 1.1) + random.normal(0, 0.015, 3)
    return np.clip(colour, 0, 1).astype(np.float32)


def noise(random, size, cells):
    """Smooth noise of unit deviation: random values on a grid of `cells` (across, down), spread over the picture."""
    across, down = (max(2, round(n)) for n in cells)
    grid = Image.fromarray(random.standard_normal((down, across)).astype(np.float32), "F")
    return np.asarray(grid.resize(size, Image.BICUBIC))


def cloud(random, size, cells, octaves=4):
    """Fractal noise: each octave twice as fine and half as strong."""
    return sum(noise(random, size, (cells * 2**i, cells * 2**i)) / 2**i for i in range(octaves))


def wood(random, size):
    """Planks that run across, each with its own tint and grain."""
    width, height = size
    base = tone(random, WOODS)
    planks = int(random.integers(3, 7))
    place = (np.arange(height) / height * planks + random.uniform(0, 1)).astype(np.float32)
    plank = place.astype(int)
    tint = random.normal(0, 0.07, planks + 2).astype(np.float32)[plank][:, None]
    warp = noise(random, size, (3, planks * 2)) + 6 * noise(random, size, (2, planks))
    rings = np.sin((place[:, None] * random.uniform(8, 16) + warp * 1.3) * 2)
    fibre = noise(random, size, (width / 40, height / 1.6)) + 0.7 * noise(random, size, (width / 14, height / 2.5))
    light = 1 + tint + 0.05 * rings + 0.045 * fibre
    gap = np.minimum(place % 1, 1 - place % 1) * height / planks  # pixels to the nearest joint
    light = light * (1 - 0.55 * np.exp(-(gap / 1.1) ** 2))[:, None]
    return base * light[..., None]


def cloth(random, size):
    """Woven cloth: gingham, stripes, dots or plain."""
    width, height = size
    ground, ink = tone(random, LINENS), tone(random, CLOTHS)
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32), sparse=True)
    step = np.float32(random.uniform(0.06, 0.14) * min(size))
    kind = pick(random, ["gingham", "stripes", "dots", "plain"])
    across, down = (x / step) % 1, (y / step) % 1
    if kind == "gingham":
        amount = np.float32(0.5) * (across < 0.5) + np.float32(0.5) * (down < 0.5)
    elif kind == "stripes":
        amount = ((across < 0.4) | ((across > 0.5) & (across < 0.56))).astype(np.float32) + 0 * y
    elif kind == "dots":
        odd = (y / step).astype(int) % 2 * np.float32(0.5)
        amount = np.clip(6 * (0.24 - np.hypot((across + odd) % 1 - 0.5, down - 0.5)) + 0.5, 0, 1)
        if random.random() < 0.5:
            amount = 1 - amount
    else:
        amount = np.full((height, width), random.uniform(0.15, 0.95), np.float32)
    colour = ground + amount[..., None] * 0.9 * (ink - ground)
    threads = noise(random, size, (width / 2, height / 12)) + noise(random, size, (width / 12, height / 2))
    folds = cloud(random, size, 2, 2)
    return colour * (1 + 0.025 * threads + 0.04 * folds)[..., None]


def stone(random, size):
    """Noise: marble with veins, speckled terrazzo, or slate."""
    base = tone(random, STONES)
    kind = pick(random, ["marble", "terrazzo", "slate"])
    clouds = cloud(random, size, 3)
    colour = base * (1 + 0.06 * clouds)[..., None]
    if kind == "marble":
        veins = np.exp(-np.abs(cloud(random, size, 3, 5)) * 14)
        colour = colour + veins[..., None] * 0.5 * (tone(random, STONES) - base)
    elif kind == "terrazzo":
        for _ in range(3):
            chips = noise(random, size, (size[0] / 6, size[1] / 6)) > 1.25
            colour = np.where(chips[..., None], tone(random, STONES + CLOTHS + WOODS), colour)
    else:
        colour = colour * (1 + 0.05 * noise(random, size, (size[0] / 2, size[1] / 2)))[..., None]
    return colour


def turned(random, size, draw):
    """The table top seen from above at any angle: drawn on a square that covers the picture, then turned."""
    width, height = size
    side = int(np.ceil(np.hypot(width, height))) + 2
    square = (draw(random, (side, side)) * 255).clip(0, 255).astype(np.uint8)
    image = Image.fromarray(square).rotate(random.uniform(0, 180), Image.BICUBIC)
    left, top = (side - width) // 2, (side - height) // 2
    return np.asarray(image.crop((left, top, left + width, top + height))).astype(np.float32) / 255


def plate(random, scene, centre, radius):
    """Lays a round plate on the scene, in place: shadow, rim and well."""
    height, width = scene.shape[:2]
    x, y = (np.arange(n, dtype=np.float32) - np.float32(c) for n, c in zip((width, height), centre))
    x, y = np.meshgrid(x, y, sparse=True)
    away = np.hypot(x, y)
    fall = np.hypot(x - 0.05 * radius, y - 0.07 * radius)
    scene *= (0.8 + 0.2 * np.tanh((fall / radius - 1) / 0.09))[..., None]
    colour = tone(random, PLATES)
    step = np.exp(-((away / radius - 0.70) / 0.025) ** 2)
    rim = np.exp(-((away / radius - 0.96) / 0.03) ** 2)
    shade = 1 - 0.10 * step + 0.05 * rim - 0.03 * (away < 0.70 * radius)
    light = 1 + 0.05 * (-x - y) / radius
    cover = np.clip(radius - away + 0.5, 0, 1)[..., None]
    china = np.clip(colour * (shade * light)[..., None], 0, 1)
    if random.random() < 0.4:  # a painted line around the rim
        line = np.exp(-((away / radius - 0.88) / 0.018) ** 2)[..., None]
        china = china + line * 0.7 * (tone(random, CLOTHS) - china)
    scene += cover * (china - scene)
