#!/usr/bin/python3
"""What Pillow and NumPy make of the test pictures: tests/reference/values/images.json and images-*.npy.

A picture is given by its size and the CRC-32 of its bytes. Needs Debian's python3-pil and python3-numpy.
"""
import json
import zlib

import numpy as np
from PIL import Image, ImageOps

from narrow import DATA, VALUES

SIZES = [(128, 128), (13, 9), (48, 9), (13, 36), (1, 1), (47, 35), (96, 18), (7, 100)]
# Pillow cuts 16-bit gray at 255 and takes a picture with missing rows; some kinds we do not read.
DIFFERENT = ["16-bit-gray.png", "16-bit.pgm", "few-rows.png", "animation.gif", "bilevel.pbm", "colour.tga", "colour.pcx",
             "colour.sgi", "lab.tif"]


def summary(image):
    pixels = np.asarray(image)
    return {"width": pixels.shape[1], "height": pixels.shape[0], "crc32": zlib.crc32(pixels.tobytes())}


def odd_pictures():
    """Decoded as stored, as meant to be seen, and the names of those that Pillow refuses."""
    as_stored, upright, refused = {}, {}, []
    for file in sorted((DATA / "odd").iterdir()):
        if file.name in DIFFERENT:
            continue
        try:
            as_stored[file.name] = summary(Image.open(file).convert("RGB"))
        except Exception:  # Pillow has a kind for each codec
            refused.append(file.name)
        if file.name.startswith("orientation") and not file.name.endswith(".tif"):  # which Pillow turns by itself
            upright[file.name] = summary(ImageOps.exif_transpose(Image.open(file)).convert("RGB"))
    return as_stored, upright, refused


def main():
    as_stored, upright, refused = odd_pictures()
    drawing = Image.open(DATA / "odd" / "colour.png")
    resized = [summary(drawing.resize(size, Image.BILINEAR)) for size in SIZES]
    photos = {str(file.relative_to(DATA / "food")):
              summary(Image.open(file).convert("RGB").resize((128, 128), Image.BILINEAR))
              for file in sorted((DATA / "food").glob("*/*.jpg"))}
    values = {"as_stored": as_stored, "upright": upright, "refused": refused, "resized": resized, "photos": photos}
    VALUES.mkdir(exist_ok=True)
    (VALUES / "images.json").write_text(json.dumps(values, indent=1) + "\n")

    np.save(VALUES / "images-resized-13x9.npy", np.asarray(drawing.resize((13, 9), Image.BILINEAR)))
    np.save(VALUES / "images-map.npy", (np.arange(12).reshape(2, 3, 2) / 7 - 0.5).astype(np.float32))
    np.save(VALUES / "images-map-2d.npy", (np.arange(6).reshape(3, 2) / 7 - 0.5).astype(np.float32))
    np.save(VALUES / "images-labels.npy", (np.arange(6).reshape(2, 3) * 100000 - 3).astype(np.int32))
    np.save(VALUES / "images-mask.npy", np.array([[-1, 0, 1], [1, 0, -1]], dtype=np.int8))


if __name__ == "__main__":
    main()
