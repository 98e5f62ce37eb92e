#!/usr/bin/python3
"""What torchvision makes of photos for networks that want another input: values/inputs.json.

For each photo and each input the size and CRC-32 of the pixels, and for some the sum of the normalised tensor.
"""
import json

import numpy
import torch
from PIL import Image
from torchvision import transforms

from images import summary
from narrow import DATA, VALUES

MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
INPUTS = {
    "imagenet": transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224)]),
    "oblong": transforms.Compose([transforms.Resize(61), transforms.CenterCrop((40, 61))]),
    "odd": transforms.Compose([transforms.Resize(64), transforms.CenterCrop((27, 26))]),
    "stretched": transforms.Resize((31, 47)),
    "gray": transforms.Compose([transforms.Grayscale(3), transforms.Resize(32), transforms.CenterCrop(32)]),
}
PHOTOS = ["food/training/10_0.jpg", "food/training/3_10.jpg", "food/validation/3_1.jpg", "odd/1-wide.png", "odd/1-high.png",
          "odd/1-pixel.png", "odd/colour.jpg", "odd/gray.png"]


def main():
    values = {}
    for photo in PHOTOS:
        image = Image.open(DATA / photo).convert("RGB")
        values[photo] = {name: summary(transform(image)) for name, transform in INPUTS.items()}
    photo = INPUTS["imagenet"](Image.open(DATA / "food" / "validation" / "3_1.jpg").convert("RGB"))
    tensor = torch.tensor(numpy.asarray(photo)).permute(2, 0, 1).float().div(255).double()
    normalised = transforms.Normalize(MEAN, STD)(tensor)
    values["normalised"] = {"means": normalised.mean(dim=[1, 2]).tolist(), "squares": normalised.square().mean().item()}
    with open(VALUES / "inputs.json", "w") as file:
        json.dump(values, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
